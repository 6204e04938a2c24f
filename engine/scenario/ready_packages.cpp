#include "scenario/ready_packages.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "scenario/read_yaml.h"

namespace micropol {

namespace {

struct Package {
    char const *name, *meaning, *interventions;
};

// Marketing and Sales stand for the departments that do that work, whatever they are called.
constexpr Package packages[] = {
    {"pressure", "The top insists, and nothing else.", R"(
- {lever: executive_mandate, intensity: 0.6}
)"},
    {"pressure_and_moderation", "The top insists, and leaders recognise those who speak against it.", R"(
- {lever: executive_mandate, intensity: 0.6}
- {lever: status_moderation, intensity: 0.7, target: {who: opponents}}
)"},
    {"pay_for_quality_first",
     "First pay for quality and check the figures, so that data can be believed; then show customers' evidence.", R"(
- {lever: quality_metrics, intensity: 0.7, target: [Marketing, Sales], until_week: 52}
- {lever: metric_audit, intensity: 0.5, target: [Marketing, Sales]}
- {lever: customer_evidence, intensity: 0.5, from_week: 26}
)"},
    {"share_data", "Data are opened to everyone.", R"(
- {lever: shared_data_access, intensity: 0.7, from_week: 4}
)"},
    {"train", "Everyone learns to read data.", R"(
- {lever: training, intensity: 0.6, from_week: 4, until_week: 52}
)"},
    {"compensate_and_train", "Those who speak against it are compensated for what they lose, and taught what they lack.", R"(
- {lever: loss_compensation, intensity: 0.7, target: {who: opponents}}
- {lever: training, intensity: 0.7, target: {who: opponents}, from_week: 4, until_week: 52}
)"},
    {"guiding_coalition", "Those of the highest rank are won over and lead the change together.", R"(
- {lever: guiding_coalition, intensity: 0.7, target: {top: {number: 12, by: level}}}
)"},
    {"phased_bundle",
     "First joint goals, a task force and an early success; then pressure, while leaders recognise those who speak against it and "
     "those who speak for it help their colleagues.",
     R"(
- {lever: joint_goals, intensity: 0.6, target: [Marketing, Sales]}
- {lever: task_force, intensity: 0.6, target: {top: {number: 12, by: level}}, until_week: 40}
- {lever: quick_win, intensity: 0.5, from_week: 12, until_week: 26}
- {lever: executive_mandate, intensity: 0.4, from_week: 20}
- {lever: status_moderation, intensity: 0.6, target: {who: opponents}, from_week: 20}
- {lever: champions, intensity: 0.6, target: {who: supporters}, from_week: 26}
)"},
};

int week_of(Node const& intervention, std::string_view key) {
    Node const* const week = intervention.find(key);
    int number = 0;
    if (week != nullptr) std::from_chars(week->text.data(), week->text.data() + week->text.size(), number);
    return number;
}

// False where nobody is left whom it is for, or no time.
bool fit(Node& intervention, PackageSetting const& setting) {
    if (setting.levers && std::ranges::find(*setting.levers, intervention.find("lever")->text) == setting.levers->end())
        return false;
    if (week_of(intervention, "from_week") >= setting.weeks) return false;
    if (week_of(intervention, "until_week") > setting.weeks)
        *intervention.find("until_week") = scalar(std::to_string(setting.weeks));
    Node* const target = intervention.find("target");
    if (target == nullptr || target->kind != Node::Kind::list) return true;
    Node departments = list({});
    for (Node const& role : target->items)
        for (std::string const& department : role.text == "Sales" ? setting.sales : setting.marketing)
            if (std::ranges::find(departments.items, department, &Node::text) == departments.items.end())
                departments.items.push_back(scalar(department));
    *target = departments;
    return !departments.items.empty();
}

}  // namespace

Node ready_packages(PackageSetting const& setting) {
    Node strategies = map();
    for (Package const& package : packages) {
        std::vector<Problem> problems;
        Node const written = read_yaml(package.interventions, "packages", problems);
        check(problems.empty(), "the ready packages can be read");
        Node interventions = list({});
        for (Node intervention : written.items)
            if (fit(intervention, setting)) interventions.items.push_back(std::move(intervention));
        if (interventions.items.empty()) continue;
        Node strategy = map();
        strategy.add("meaning", scalar(package.meaning));
        strategy.add("interventions", std::move(interventions));
        strategies.add(package.name, std::move(strategy));
    }
    return strategies;
}

std::vector<Override> add_ready_packages(PackageSetting const& setting) {
    std::vector<Override> overrides;
    Node const strategies = ready_packages(setting);
    for (std::size_t k = 0; k < strategies.items.size(); ++k)
        overrides.push_back({"strategies." + strategies.keys[k].text, to_line(strategies.items[k])});
    return overrides;
}

bool is_meaning_of_package(std::string const& meaning) {
    return std::ranges::any_of(packages, [&](Package const& package) { return meaning == package.meaning; });
}

}  // namespace micropol
