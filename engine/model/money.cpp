#include "model/money.h"

#include <algorithm>

#include "organisation/department_roles.h"

namespace micropol {

namespace {

constexpr double periods_a_year = 13;  // of four weeks, in which a person does about one unit of work

class Worth {
  public:
    Worth(Scenario const& scenario, ImportedOrganisation const* imported, std::vector<Assumption>& numbers,
          std::vector<Problem>& problems)
        : scenario_(scenario), imported_(imported), numbers_(numbers), problems_(problems) {}

    void give() {
        give_work();
        give_leads();
    }

  private:
    void give_work() {
        Number const *const revenue = find("revenue"), *const salary = find("salary");
        if (!revenue && !salary) return;
        Assumption& work = number("performance.value_of_work");
        if ((revenue && salary) || work.given) {
            complain(revenue ? *revenue : *salary, "what work is worth is given twice",
                     "'revenue', 'salary' and performance.value_of_work all say it", "keep one of them");
            return;
        }
        Number const& given = revenue ? *revenue : *salary;
        set(work, given, amount(given) / (revenue ? people_in({}) : 1) / periods_a_year, revenue ? "revenue" : "salary");
    }

    void give_leads() {
        Number const *const leads = find("leads"), *const value = find("lead_value");
        if (!leads && !value) return;
        Number const& one = leads ? *leads : *value;
        if (!leads || !value) return complain(one, "'leads' and 'lead_value' go together", "one says nothing without the other");
        auto const share = std::ranges::find(numbers_, "mechanisms.performance.lead_share", &Assumption::path);
        if (share == numbers_.end())
            return complain(one, "leads are worth nothing", "mechanism 'performance' is off", "switch it on, or remove 'leads'");
        if (share->given)
            return complain(one, "what leads are worth is given twice",
                            "'leads' with 'lead_value' and mechanisms.performance.lead_share both say it", "keep one of them");
        double const people = people_in(departments_in(scenario_.marketing, departments()));
        if (people == 0)
            return complain(one, "there are leads, and nobody in Marketing", "they are what Marketing brings in",
                            "name the department as governance.marketing_department");
        Assumption const& work = number("performance.value_of_work");
        if (is_uncertain(work))
            return complain(one, "what leads are worth is a share of Marketing's work, whose worth is drawn", "",
                            "give 'revenue' or 'salary', too");
        set(*share, one, amount(*leads) * amount(*value) / (people * periods_a_year * std::get<double>(work.value)), "leads");
    }

    void set(Assumption& into, Number const& given, double value, char const* key) {
        if (!(value >= into.range.low && value <= into.range.high))
            return complain(given, Message("'{0}' makes {1} {2}", {name(key), name(into.path), Decimal{value, 3}}),
                            Message("its range is {0} to {1}", {Decimal{into.range.low}, Decimal{into.range.high}}),
                            "amounts are in thousands, of a year");
        into.value = value, into.source = std::string(assumed), into.given = true;
    }

    [[nodiscard]] Number const* find(std::string_view key) const {
        auto const found = std::ranges::find(scenario_.settings, "money." + std::string(key), &NamedNumber::name);
        return found == scenario_.settings.end() ? nullptr : &found->number;
    }
    [[nodiscard]] Assumption& number(std::string_view path) { return *std::ranges::find(numbers_, path, &Assumption::path); }
    static double amount(Number const& given) { return std::get<double>(given.value); }

    [[nodiscard]] std::vector<std::string> departments() const {
        std::vector<std::string> names;
        if (imported_)
            std::ranges::transform(imported_->base.departments, std::back_inserter(names), &Department::name);
        else
            std::ranges::transform(scenario_.plan.departments, std::back_inserter(names), &DepartmentPlan::name);
        return names;
    }

    // Of these departments; of none, everybody.
    [[nodiscard]] double people_in(std::vector<std::string> const& wanted) const {
        auto const is_wanted = [&](std::string const& one) {
            return wanted.empty() || std::ranges::find(wanted, one) != wanted.end();
        };
        double people = 0;
        if (imported_)
            for (std::uint16_t const department : imported_->base.department)
                people += is_wanted(imported_->base.departments[department].name) ? 1 : 0;
        else
            for (DepartmentPlan const& department : scenario_.plan.departments)
                people += is_wanted(department.name) ? department.headcount : 0;
        return people;
    }

    void complain(Number const& at, Phrase what, Phrase why, Phrase suggestion = {}) {
        problems_.push_back({at.place, std::move(what), std::move(why), std::move(suggestion)});
    }

    Scenario const& scenario_;
    ImportedOrganisation const* imported_;
    std::vector<Assumption>& numbers_;
    std::vector<Problem>& problems_;
};

}  // namespace

void give_worth(Scenario const& scenario, ImportedOrganisation const* imported, std::vector<Assumption>& numbers,
                std::vector<Problem>& problems) {
    Worth(scenario, imported, numbers, problems).give();
}

}  // namespace micropol
