#include "scenario/read_scenario.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <tuple>

#include "scenario/format.h"
#include "scenario/override.h"
#include "scenario/read_yaml.h"
#include "scenario/understand.h"

namespace micropol {

namespace {

// Checks of one part against another, after each has been understood.
class CrossCheck {
  public:
    CrossCheck(Scenario const& scenario, Node const& understood, std::vector<Problem>& problems)
        : scenario_(scenario), understood_(understood), problems_(problems) {}

    void check_all(std::vector<DepartmentMention> const& mentions) {
        check_organisation();
        check_departments(mentions);
        check_trust();
        for (InterventionSection const& intervention : scenario_.interventions) check_window(intervention);
        for (Strategy const& strategy : scenario_.strategies)
            for (InterventionSection const& intervention : strategy.interventions) check_window(intervention);
    }

  private:
    void check_organisation() {
        Node const* const organisation = understood_.find("organisation");
        if (!organisation || organisation->items.empty()) return;  // said already
        bool const has_people = scenario_.import && (!scenario_.import->people.empty() || !scenario_.import->person_rows.empty());
        Node const* const departments = organisation->find("departments");
        if (scenario_.import && !has_people && !organisation->find("people"))
            complain(organisation->place, "ties are given, but no people", "ties need the people they are between", "add 'people'");
        else if (!departments && !organisation->find("people"))
            complain(organisation->place, "the organisation is empty", "nobody works here", "give it departments with headcounts, or people");
        if (departments) check_headcounts(*departments, organisation->find("people") != nullptr);
    }

    void check_headcounts(Node const& departments, bool people_given) {
        double everyone = 0;
        for (std::size_t d = 0; d < departments.items.size() && d < scenario_.plan.departments.size(); ++d) {
            Node const& department = departments.items[d];
            Node const* const headcount = department.find("headcount");
            if (department.keys.empty()) continue;  // not a group: said already
            if (people_given && headcount)
                complain(headcount->place, "'headcount' has no place here", "the people themselves are given", "remove it");
            if (!people_given && !headcount)
                complain(department.place, "missing key 'headcount'", "how many people work in " + in_quotes(scenario_.plan.departments[d].name));
            everyone += scenario_.plan.departments[d].headcount;
        }
        if (everyone > most_employees)
            complain(departments.place, "the organisation has " + shown(everyone) + " employees", "at most " + shown(most_employees) + " can be simulated");
    }

    // Which departments there are is known here unless a file says so.
    void check_departments(std::vector<DepartmentMention> const& mentions) {
        if (scenario_.import && !scenario_.import->people.empty()) return;
        std::set<std::string> names;
        for (DepartmentPlan const& department : scenario_.plan.departments) names.insert(department.name);
        if (scenario_.import)
            for (PersonRow const& row : scenario_.import->person_rows)
                if (auto const named = row.fields.find("department"); named != row.fields.end()) names.insert(named->second);
        std::vector<std::string> const known(names.begin(), names.end());
        if (known.empty()) return;
        std::string const there_are = "the organisation has " + listed(known);
        for (DepartmentMention const& mention : mentions)
            if (!names.contains(mention.name))
                complain(mention.place, "no department " + in_quotes(mention.name), there_are, did_you_mean(mention.name, known));
        bool const by_marketing = scenario_.rule == DecisionRule::marketing, by_sales = scenario_.rule == DecisionRule::sales;
        if (!by_marketing && !by_sales) return;
        std::string const& deciding = by_marketing ? scenario_.marketing : scenario_.sales;
        std::string const key = by_marketing ? "marketing_department" : "sales_department";
        if (!names.contains(deciding))
            complain(place_of_rule(), "the rule asks a department " + in_quotes(deciding) + " that does not exist", there_are,
                     "name the department that decides as '" + key + "'");
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
        for (std::size_t k = 0; k < trust->items.size() && k < scenario_.plan.trust_between_departments.size(); ++k) {
            TrustBetween const& between = scenario_.plan.trust_between_departments[k];
            if (!seen.emplace(between.of, between.toward).second)
                complain(trust->items[k].place, "the trust of " + in_quotes(between.of) + " toward " + in_quotes(between.toward) + " stands twice", "", "keep one of them");
        }
    }

    void check_window(InterventionSection const& intervention) {
        std::string const what = "the intervention " + in_quotes(intervention.key);
        std::string const horizon = "a history lasts " + std::to_string(scenario_.weeks) + " weeks, from 0 to " + std::to_string(scenario_.weeks - 1);
        if (intervention.from_week >= scenario_.weeks)
            complain(intervention.place, what + " starts in week " + std::to_string(intervention.from_week) + ", after the end", horizon);
        else if (intervention.until_week > scenario_.weeks)
            complain(intervention.place, what + " lasts until week " + std::to_string(intervention.until_week) + ", beyond the end", horizon,
                     "leave 'until_week' out to keep it to the end");
        else if (intervention.until_week > 0 && intervention.until_week <= intervention.from_week)
            complain(intervention.place, what + " is never in force",
                     "it would end in week " + std::to_string(intervention.until_week) + " and start in week " + std::to_string(intervention.from_week));
    }

    void complain(Place place, std::string what, std::string why, std::string suggestion = {}) {
        problems_.push_back({std::move(place), std::move(what), std::move(why), std::move(suggestion)});
    }

    Scenario const& scenario_;
    Node const& understood_;
    std::vector<Problem>& problems_;
};

// By place, the file before the options; too many to read are counted only.
[[noreturn]] void refuse(std::vector<Problem> problems, std::string const& name) {
    constexpr std::size_t most = 200;
    auto const position = [&](Problem const& problem) { return std::tuple(problem.place.file != name, problem.place.line, problem.place.column); };
    std::ranges::stable_sort(problems, {}, position);
    if (problems.size() > most) {
        std::size_t const more = problems.size() - most;
        problems.resize(most);
        problems.push_back({{name}, "and " + shown(double(more)) + " more problems", "", ""});
    }
    throw InvalidInput(std::move(problems));
}

Scenario understand_text(std::string_view text, std::string const& name, std::filesystem::path const& folder, KnownPlugins const& known,
                         ReadOptions const& options, std::vector<Problem>& problems) {
    Field format = scenario_format(known);
    auto const title = std::ranges::find(format.fields, "name", &Field::key);
    title->usual = scalar(std::filesystem::path(name).stem().string());
    Node raw = read_yaml(text, name, problems);
    for (Override const& change : options.overrides) graft(raw, format, change, problems);
    if (raw.place.line == 0) raw.place = {name, 1, 1};
    Scenario scenario;
    Understanding understanding(folder, options.allow_outside, problems);
    Node const understood = understanding.read(format, raw, scenario);
    CrossCheck(scenario, understood, problems).check_all(understanding.mentions());
    // A mechanism that is on and has its usual numbers needs no mention.
    std::erase_if(scenario.mechanisms, [](MechanismSection const& mechanism) { return mechanism.on && mechanism.parameters.empty(); });
    scenario.resolved = to_yaml(understood);
    return scenario;
}

}  // namespace

Scenario parse_scenario(std::string_view text, std::string const& name, std::filesystem::path const& folder, KnownPlugins const& known, ReadOptions const& options) {
    std::vector<Problem> problems;
    try {
        Scenario scenario = understand_text(text, name, folder, known, options, problems);
        if (problems.empty()) return scenario;
    } catch (InvalidInput const& unreadable) {
        problems = unreadable.problems();
    }
    refuse(std::move(problems), name);
}

Scenario read_scenario(std::filesystem::path const& file, KnownPlugins const& known, ReadOptions const& options) {
    std::string const name = file.string();
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        throw InvalidInput(Problem{{name}, "cannot be read", std::filesystem::exists(file, failed) ? "it is not a file" : "there is no such file", ""});
    std::ifstream stream(file, std::ios::binary);
    // One byte more than allowed tells a file that is too large without reading all of it.
    std::string text(largest_scenario + 1, '\0');
    stream.read(text.data(), std::streamsize(text.size()));
    if (!stream && !stream.eof()) throw InvalidInput(Problem{{name}, "cannot be read", "the file does not open", "check its permissions"});
    text.resize(std::size_t(stream.gcount()));
    Scenario scenario = parse_scenario(text, name, file.parent_path(), known, options);
    scenario.file = file;
    return scenario;
}

}  // namespace micropol
