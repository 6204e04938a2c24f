#include "organisation/stakeholder_others.h"

#include <algorithm>
#include <map>
#include <set>

#include "organisation/cell_values.h"
#include "organisation/organisation.h"
#include "organisation/reporting.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

constexpr double usual_span = 8;  // as an organisation's

class Maker {
  public:
    Maker(NamedPeople const& named, std::vector<Problem>& problems) : named_(named), problems_(problems) {
        for (std::string const& department : named.departments)
            if (!department.empty() && std::ranges::find(known_, department) == known_.end()) known_.push_back(department);
        for (std::uint32_t const manager : named.managers)
            if (manager != nobody) leads_.insert(manager);
    }

    std::vector<OtherPerson> make() {
        for (auto const& [department, people] : named_.headcounts) add(department, people);
        return std::move(made_);
    }

  private:
    void complain(Phrase what, Phrase why, Phrase suggestion) {
        problems_.push_back({{"--headcount"}, std::move(what), std::move(why), std::move(suggestion)});
    }

    static Phrase adding(std::string const& department, std::string const& people) {
        return Message("--headcount '+{0}={1}' adds one of which nobody is named", {name(department), name(people)});
    }

    void add(std::string const& written, std::string const& people) {
        bool const is_new = written.starts_with('+');
        std::string department = tidy(is_new ? written.substr(1) : written);
        auto const known = std::ranges::find(known_, folded(department), [](std::string const& one) { return folded(one); });
        auto const count = number_in(people);
        constexpr double most = 1e6;
        if (!count || *count < 1 || *count > most || *count != double(std::uint32_t(*count)))
            return complain(Message("'{0}' is no headcount of '{1}'", {name(people), name(department)}), "",
                            "give a whole number of people");
        if (department.empty() || (is_new && known != known_.end()) || !seen_.insert(folded(department)).second)
            return complain(Message("the headcount of '{0}' makes no sense", {name(written)}),
                            "each department has one, and only those of which nobody is named begin with +", "");
        if (!is_new && known == known_.end())
            return complain(
                Message("nobody on the map is in a department '{0}'", {name(department)}),
                known_.empty() ? Phrase() : Phrase(Message("it has {0}", {listed(std::span<std::string const>(known_))})),
                did_you_mean(department, known_).id.empty()
                    ? adding(department, people)
                    : Listing{{did_you_mean(department, known_), adding(department, people)}, Listing::Joined::by_spaces});
        if (!is_new) department = *known;
        fill(department, std::size_t(*count));
    }

    void fill(std::string const& department, std::size_t headcount) {
        std::vector<std::uint32_t> members;
        for (std::uint32_t i = 0; i < named_.departments.size(); ++i)
            if (named_.departments[i] == department) members.push_back(i);
        if (members.size() > headcount)
            return complain(Message("the map names {0} people of '{1}'", {Count{members.size()}, name(department)}),
                            Message("its headcount is {0}", {name(std::to_string(headcount))}),
                            "the headcount includes those named");
        std::vector<std::uint32_t> heads;
        std::ranges::copy_if(members, std::back_inserter(heads), [&](std::uint32_t i) { return leads_.contains(i); });
        if (heads.empty() && !members.empty())
            heads = {*std::ranges::max_element(members, {}, [&](std::uint32_t i) { return named_.influence[i]; })};
        std::size_t const others = headcount - members.size();
        if (heads.empty()) {
            std::uint32_t const first = add_person(department, top(), true, headcount);
            return grow_under(department, first, false, others - 1, headcount);
        }
        for (std::size_t k = 0; k < heads.size(); ++k)
            grow_under(department, heads[k], true, others * (k + 1) / heads.size() - others * k / heads.size(), headcount);
    }

    std::uint32_t add_person(std::string const& department, std::uint32_t manager, bool is_named, std::size_t headcount) {
        std::string const number = std::to_string(++numbered_[folded(department)]);
        std::size_t const width = std::max<std::size_t>(3, std::to_string(headcount).size());
        made_.push_back({department + '-' + std::string(width - number.size(), '0') + number, department, manager, is_named});
        return std::uint32_t(made_.size() - 1);
    }

    void grow_under(std::string const& department, std::uint32_t head, bool is_named, std::size_t count, std::size_t headcount) {
        if (count == 0) return;
        std::vector<std::uint32_t> manager(count + 1, nobody);
        Stream stream(1, head, purpose("stakeholder map"));  // the tree is part of the scenario, the same in every organisation
        grow_tree(manager, 0, std::uint32_t(count + 1), usual_span, stream);
        std::vector<std::uint32_t> position{head};
        for (std::size_t k = 1; k <= count; ++k) {
            bool const under_head = manager[k] == 0;
            position.push_back(add_person(department, position[manager[k]], under_head && is_named, headcount));
        }
    }

    // Who leads it all: of those who report to nobody, the one with most reports, else the most influential.
    [[nodiscard]] std::uint32_t top() const {
        std::uint32_t best = nobody;
        auto const merit = [&](std::uint32_t i) {
            return std::pair(std::ranges::count(named_.managers, i), named_.influence[i]);
        };
        for (std::uint32_t i = 0; i < named_.managers.size(); ++i)
            if (named_.managers[i] == nobody && (best == nobody || merit(i) > merit(best))) best = i;
        return best;
    }

    NamedPeople const& named_;
    std::vector<Problem>& problems_;
    std::vector<std::string> known_;
    std::set<std::uint32_t> leads_;
    std::set<std::string> seen_;
    std::map<std::string, std::size_t> numbered_;
    std::vector<OtherPerson> made_;
};

}  // namespace

std::vector<OtherPerson> other_people(NamedPeople const& named, std::vector<Problem>& problems) {
    return Maker(named, problems).make();
}

}  // namespace micropol
