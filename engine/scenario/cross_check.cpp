#include "scenario/cross_check.h"

#include <algorithm>
#include <set>

#include "organisation/department_roles.h"
#include "scenario/format.h"
#include "scenario/sight.h"

namespace micropol {

namespace {

class CrossCheck {
  public:
    CrossCheck(Scenario const& scenario, Node const& understood, std::vector<Problem>& problems)
        : scenario_(scenario), understood_(understood), problems_(problems) {}

    void check_all(std::vector<DepartmentReference> const& references) {
        check_organisation();
        check_departments(references);
        check_trust();
        for (ShockSection const& shock : scenario_.shocks) check_shock(shock);
        check_interventions(scenario_.interventions);
        for (Strategy const& strategy : scenario_.strategies) check_interventions(strategy.interventions);
    }

  private:
    void check_organisation() {
        Node const* const organisation = understood_.find("organisation");
        if (!organisation || organisation->items.empty()) return;  // said already
        Node const* const departments = organisation->find("departments");
        Node const* const people = organisation->find("people");
        bool const has_people = people && (people->find("file") || people->find("list"));
        if (people && !has_people)
            complain(people->place, "'people' names nobody", "it takes a file or a list",
                     "leave it out to generate people from departments");
        else if (scenario_.import && !people)
            complain(organisation->place, "ties are given, but no people", "ties need the people they are between",
                     "add 'people'");
        else if (!departments && !people)
            complain(organisation->place, "the organisation is empty", "nobody works here",
                     "give it departments with headcounts, or people");
        if (people && people->find("file") && people->find("list"))
            complain(people->place, "people are given twice", "by a file and by a list", "keep one of them");
        if (departments) check_headcounts(*departments, has_people);
    }

    void check_headcounts(Node const& departments, bool people_given) {
        for (Node const& department : departments.items) {
            Node const* const headcount = department.find("headcount");
            if (people_given && headcount)
                complain(headcount->place, "'headcount' has no place here", "the people themselves are given", "remove it");
            if (Node const* const called = department.find("name"); called && !people_given && !headcount)
                complain(department.place, Message("missing key '{0}'", {Verbatim{"headcount"}}),
                         Message("how many people work in '{0}'", {shortened(called->text)}));
        }
        double everyone = 0;
        for (DepartmentPlan const& department : scenario_.plan.departments) everyone += department.headcount;
        if (everyone > most_employees)
            complain(departments.place, Message("the organisation has {0} employees", {Count{std::uint64_t(everyone)}}),
                     Message("at most {0} can be simulated", {limit(most_employees)}));
    }

    // Which departments there are is known here unless a file says so.
    void check_departments(std::vector<DepartmentReference> const& references) {
        if (scenario_.import && !scenario_.import->people.empty()) return;
        std::set<std::string> names;
        for (DepartmentPlan const& department : scenario_.plan.departments) names.insert(department.name);
        if (scenario_.import)
            for (PersonRow const& row : scenario_.import->person_rows)
                if (auto const named = row.fields.find("department"); named != row.fields.end()) names.insert(named->second);
        names.erase("");  // one without a name is a problem already
        if (names.empty()) return;
        std::vector<std::string> const known(names.begin(), names.end());
        auto const there_are = [&] { return Message("the organisation has {0}", {listed(known)}); };
        for (DepartmentReference const& reference : references)
            if (!names.contains(reference.name))
                complain(reference.place, Message("no department '{0}'", {shortened(reference.name)}), there_are(),
                         did_you_mean(reference.name, known));
        bool const by_marketing = scenario_.rule == DecisionRule::marketing, by_sales = scenario_.rule == DecisionRule::sales;
        if (!by_marketing && !by_sales) return;
        std::string const& deciding = by_marketing ? scenario_.marketing : scenario_.sales;
        std::vector<std::string> const asked = departments_in(deciding, known);
        if (std::ranges::none_of(asked, [&](std::string const& one) { return names.contains(one); }))
            complain(place_of_rule(), Message("the rule asks a department '{0}' that does not exist", {shortened(deciding)}),
                     there_are(),
                     Message("name the department that decides as '{0}'",
                             {name(by_marketing ? "marketing_department" : "sales_department")}));
    }

    Place place_of_rule() const {
        Node const* const governance = understood_.find("governance");
        Node const* const rule = governance ? governance->find("rule") : nullptr;
        return rule ? rule->place : Place{};
    }

    void check_trust() {
        Node const* const organisation = understood_.find("organisation");
        Node const* const trust = organisation ? organisation->find("trust") : nullptr;
        if (!trust) return;
        std::set<std::pair<std::string, std::string>> seen;
        for (Node const& entry : trust->items) {
            Node const *const of = entry.find("of"), *const toward = entry.find("toward");
            if (of && toward && !seen.emplace(of->text, toward->text).second)
                complain(entry.place,
                         Message("the trust of '{0}' toward '{1}' stands twice", {shortened(of->text), shortened(toward->text)}),
                         "only one of them can hold", "keep one of them");
        }
    }

    void check_interventions(std::vector<InterventionSection> const& interventions) {
        for (InterventionSection const& intervention : interventions) {
            check_sight(intervention);
            if (!intervention.on) continue;
            check_window(intervention);
            if (intervention.when) check_trigger(intervention, *intervention.when);
        }
    }

    Message horizon() const {
        return {"a history lasts {0} weeks, from 0 to {1}", {Count{std::uint64_t(scenario_.weeks)}, number(scenario_.weeks - 1)}};
    }

    void check_trigger(InterventionSection const& intervention, Trigger const& when) {
        if (when.below && when.above)
            complain(when.place, Message("the trigger of '{0}' has 'below' and 'above'", {name(intervention.key)}),
                     "an outcome is held against one level", "keep one of them");
        else if (!when.below && !when.above)
            complain(when.place, Message("the trigger of '{0}' has no level", {name(intervention.key)}),
                     Message("it must say which values of '{0}' it waits for", {shortened(when.outcome)}),
                     "add 'below' or 'above'");
        if (when.at_week && when.from_week)
            complain(when.place, Message("the trigger of '{0}' has 'at_week' and 'from_week'", {name(intervention.key)}),
                     "it looks once, or from some week on", "keep one of them");
        int const look = when.at_week.value_or(when.from_week.value_or(0));
        int const end = intervention.until_week > 0 ? intervention.until_week : scenario_.weeks;
        if (look + 1 >= scenario_.weeks)
            complain(when.place,
                     Message("the trigger of '{0}' looks in week {1}, too late for anything to follow",
                             {name(intervention.key), number(look)}),
                     horizon());
        else if (look + 1 >= end || (when.at_week && look + 1 < intervention.from_week))
            complain(
                when.place, Message("the trigger of '{0}' is never heard", {name(intervention.key)}),
                Message("what it sees in week {0} is acted on in the next, and the intervention can be in force from week {1} "
                        "to {2}",
                        {number(look), number(intervention.from_week), number(end - 1)}));
    }

    void check_shock(ShockSection const& shock) {
        auto const kind = [&] { return name(shock_names()[std::size_t(shock.kind)]); };
        bool const by_hazard = std::ranges::find(shock.numbers, "hazard", &NamedNumber::name) != shock.numbers.end();
        if (shock.week >= 0 && by_hazard)
            complain(shock.place, Message("the shock '{0}' has a week and a hazard", {kind()}),
                     "it happens either in a planned week or by chance", "keep one of them");
        if (shock.week >= scenario_.weeks)
            complain(shock.place, Message("the shock '{0}' comes in week {1}, after the end", {kind(), number(shock.week)}),
                     horizon());
        if (shock.kind == ShockKind::key_person_leaves &&
            std::ranges::find(shock.numbers, "size", &NamedNumber::name) != shock.numbers.end())
            complain(shock.place, Message("the shock '{0}' has a size", {kind()}), "a person leaves whole", "remove 'size'");
    }

    void check_sight(InterventionSection const& intervention) {
        Target const& target = intervention.target;
        if (target.sight == Target{}.sight || needs_sight(target.who, target.top)) return;
        complain(target.place, Message("the sight of intervention '{0}' has no effect", {name(intervention.key)}),
                 "it matters to losers, winners, opponents, supporters and the top by opposition; all else is plain to see",
                 "remove 'sight'");
    }

    void check_window(InterventionSection const& intervention) {
        auto const lever = [&] { return name(intervention.key); };
        int const from = intervention.from_week, until = intervention.until_week;
        if (from >= scenario_.weeks)
            complain(intervention.place,
                     Message("the intervention '{0}' starts in week {1}, after the end", {lever(), number(from)}), horizon());
        else if (until > scenario_.weeks)
            complain(intervention.place,
                     Message("the intervention '{0}' lasts until week {1}, beyond the end", {lever(), number(until)}), horizon(),
                     "leave 'until_week' out to keep it to the end");
        else if (until > 0 && until <= from)
            complain(intervention.place, Message("the intervention '{0}' is never in force", {lever()}),
                     Message("it would end in week {0} and start in week {1}", {number(until), number(from)}));
    }

    static Phrase number(int week) { return limit(week); }

    void complain(Place place, Phrase what, Phrase why, Phrase suggestion = {}) {
        problems_.push_back({std::move(place), std::move(what), std::move(why), std::move(suggestion)});
    }

    Scenario const& scenario_;
    Node const& understood_;
    std::vector<Problem>& problems_;
};

}  // namespace

void cross_check(Scenario const& scenario, Node const& understood, std::vector<DepartmentReference> const& references,
                 std::vector<Problem>& problems) {
    CrossCheck(scenario, understood, problems).check_all(references);
}

}  // namespace micropol
