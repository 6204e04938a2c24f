#include "study/explain/pivotal.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "study/ends_of_unit.h"
#include "study/explain/causes.h"
#include "study/explain/extra.h"
#include "study/few_blocks.h"

namespace micropol {

namespace {

constexpr double still_open = 1.0 / 20;  // share of histories turned, from which on it is not decided yet

// Means over weeks and histories: [employee].
class PowerAndAttitude final : public Observer {
  public:
    explicit PowerAndAttitude(std::uint32_t headcount) : power(headcount), attitude(headcount) {}
    void see(int, History const& history, std::span<Deployment const>) override {
        auto const present = history[Column::present];
        for (std::size_t i = 0; i < power.size(); ++i) {
            power[i] += sum_of(history[Column::power][i] * present[i]);
            attitude[i] += sum_of(history[Column::attitude][i] * present[i]);
        }
    }
    std::vector<double> power, attitude;  // sums
};

std::vector<std::uint32_t> most_first(std::vector<double> const& values) {
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint32_t i) { return values[i]; });
    return order;
}

// A variant of the strategy, and over which blocks.
struct Question {
    std::uint32_t variant, first_block, blocks;
};

// [question][block * 16 + history] at the horizon; nothing if it was stopped.
std::optional<std::vector<std::vector<double>>> ask(StudyRunner& runner, std::vector<Question> const& questions,
                                                    std::size_t outcome) {
    std::vector<Task> tasks;
    std::vector<std::vector<double>> answers;
    std::vector<std::pair<std::size_t, std::size_t>> places;  // [task] question, first value
    for (std::size_t q = 0; q < questions.size(); ++q) {
        for (std::uint32_t k = 0; k < questions[q].blocks; ++k) {
            tasks.push_back({questions[q].variant, questions[q].first_block + k});
            places.emplace_back(q, std::size_t(k) * histories_per_block);
        }
        answers.emplace_back(std::size_t(questions[q].blocks) * histories_per_block);
    }
    bool const all = runner.perform(tasks, [&](std::size_t task, BlockResult const& result) {
        auto const [q, first] = places[task];
        for (int h = 0; h < histories_per_block; ++h) answers[q][first + std::size_t(h)] = double(result.weekly.at(outcome)[h]);
    });
    if (!all) return std::nullopt;
    return answers;
}

Estimate flips_of(std::vector<double> const& as_it_was, std::vector<double> const& otherwise, double threshold) {
    std::vector<double> flipped;
    for (std::size_t k = 0; k < as_it_was.size(); ++k)
        flipped.push_back((as_it_was[k] >= threshold) != (otherwise[k] >= threshold) ? 1.0 : 0.0);
    return share_of(flipped);
}

Variant won_over(Variant const& base, std::string const& id) {
    Target target;
    target.people = {id};
    std::vector<Change> extra;
    for (std::string_view const lever : {"loss_compensation", "guiding_coalition", "task_force"})
        extra.emplace_back(extra_intervention(lever, 1, target, true));
    return changed(base, "won over: " + id, extra);
}

// The strategy until that week, and nothing of it any more.
std::vector<Change> broken_off(Scenario const& scenario, std::string const& strategy, int week) {
    std::vector<Change> changes;
    auto const known = std::ranges::find(scenario.strategies, strategy, &Strategy::name);
    for (std::size_t k = 0; k < known->interventions.size(); ++k) {
        InterventionSection const& section = known->interventions[k];
        std::string const path = "strategies." + strategy + ".interventions." + std::to_string(k);
        if (!begins_before(section, week))
            changes.emplace_back(SwitchOff{path});
        else if (section.until_week == 0 || section.until_week > week)
            changes.emplace_back(SetNumber{path + ".until_week", double(week)});
    }
    return changes;
}

std::vector<int> weeks_to_ask(Scenario const& scenario, std::string const& strategy) {
    std::vector<int> weeks;
    auto const known = std::ranges::find(scenario.strategies, strategy, &Strategy::name);
    if (known == scenario.strategies.end()) return weeks;
    int const step = std::max(1, scenario.weeks / parts_of_horizon);
    for (int week = 0; week < scenario.weeks; week += step)
        if (!broken_off(scenario, strategy, week).empty()) weeks.push_back(week);
    return weeks;
}

std::optional<int> decided_by(std::vector<PivotalWeek> const& weeks) {
    std::optional<int> first;
    for (auto week = weeks.rbegin(); week != weeks.rend() && week->flips.mean < still_open; ++week) first = week->week;
    return first;
}

}  // namespace

double default_threshold(Scenario const& scenario, OutcomeKind const& outcome, std::vector<double> const& histories) {
    if (outcome.unit == Unit::flag) return 0.5;
    if (outcome.plugin.key == "substantive") {
        auto const given = std::ranges::find(scenario.settings, "success.substantive", &NamedNumber::name);
        double const* const fixed = given == scenario.settings.end() ? nullptr : std::get_if<double>(&given->number.value);
        return fixed != nullptr ? *fixed : 0.5;
    }
    std::vector<double> sorted = histories;
    std::ranges::sort(sorted);
    return sorted[sorted.size() / 2];
}

std::vector<std::string> candidates_in(Model const& model, std::uint32_t number, std::size_t most) {
    Block const block = model.block(number);
    Organisation const& organisation = *block.organisation;
    PowerAndAttitude standing(organisation.headcount());
    (void)simulate_block(block, {}, model.scenario().weeks, model.scenario().seed, &standing);
    std::vector<double> opposition = standing.attitude;
    for (double& value : opposition) value = -value;
    std::vector<double> const central(organisation.centrality.begin(), organisation.centrality.end());
    std::vector<std::uint32_t> const rankings[] = {most_first(standing.power), most_first(central), most_first(opposition),
                                                   most_first(standing.attitude)};
    std::vector<std::string> ids;
    for (std::size_t rank = 0; rank < organisation.headcount(); ++rank)
        for (auto const& ranking : rankings) {
            std::string const& id = organisation.called(ranking[rank]);
            if (ids.size() < most && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
        }
    return ids;
}

std::optional<Pivotal> find_pivotal(StudyRunner& runner, PivotalPlan const& plan) {
    std::uint32_t const base = runner.add({plan.base});
    auto const model = runner.model(base);
    Scenario const& scenario = model->scenario();
    bool const everywhere = model->data_quality() != nullptr;  // the same people in every block
    Pivotal found{.outcome = plan.outcome, .threshold = plan.threshold};
    if (!everywhere) found.block = plan.block;
    found.can_win_over = is_on(scenario, "levers");
    std::uint32_t const first = everywhere ? 0 : plan.block, blocks = everywhere ? plan.blocks : 1;
    Block const block = model->block(first);
    Organisation const& organisation = *block.organisation;
    std::vector<std::string> const departments = departments_as_shown(organisation);

    std::vector<Variant> variants;
    for (std::string const& id : candidates_in(*model, first, plan.candidates)) {
        std::uint32_t const i = organisation.find(id);
        PivotalPerson person{id, departments[organisation.department[i]], organisation.level[i]};
        variants.push_back(changed(plan.base, "silenced: " + id, {with_silenced(scenario, id)}));
        found.people.push_back(person);
        if (!found.can_win_over) continue;
        variants.push_back(won_over(plan.base, id));
        person.turn = Turn::won_over;
        found.people.push_back(person);
    }
    for (int const week : weeks_to_ask(scenario, plan.base.strategy)) {
        Variant variant = plan.base;
        variant.name = "until week " + std::to_string(week);
        std::ranges::move(broken_off(scenario, plan.base.strategy, week), std::back_inserter(variant.changes));
        variants.push_back(std::move(variant));
        found.weeks.push_back({.week = week});
    }
    std::uint32_t const asked = runner.add(variants);
    std::vector<Question> questions{{base, first, blocks}, {base, 0, plan.blocks}};
    for (std::uint32_t k = 0; k < variants.size(); ++k)
        questions.push_back(k < found.people.size() ? Question{asked + k, first, blocks} : Question{asked + k, 0, plan.blocks});
    auto const answers = ask(runner, questions, plan.outcome);
    if (!answers) return std::nullopt;

    Ends const ends = ends_of(runner.model(base)->outcomes()[plan.outcome]->unit);
    for (std::size_t k = 0; k < found.people.size(); ++k) {
        found.people[k].flips = flips_of((*answers)[0], (*answers)[2 + k], plan.threshold);
        found.people[k].change = change_from((*answers)[0], (*answers)[2 + k], ends);
    }
    for (std::size_t k = 0; k < found.weeks.size(); ++k) {
        std::vector<double> const& otherwise = (*answers)[2 + found.people.size() + k];
        found.weeks[k].flips = flips_of((*answers)[1], otherwise, plan.threshold);
        found.weeks[k].change = change_from((*answers)[1], otherwise, ends);
    }
    std::ranges::stable_sort(found.people, std::ranges::greater{},
                             [](PivotalPerson const& person) { return std::abs(person.change.mean); });
    found.decided = decided_by(found.weeks);
    return found;
}

}  // namespace micropol
