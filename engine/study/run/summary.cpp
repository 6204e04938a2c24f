#include "study/run/summary.h"

#include <algorithm>
#include <limits>

#include "base/hash.h"
#include "study/ends_of_unit.h"

namespace micropol {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

OutcomeSummary outcome_summary(Finished const& finished, std::size_t outcome) {
    OutcomeSummary summary;
    summary.kind = finished.facts().outcomes[outcome];
    std::vector<double> const values = finished.at_horizon(outcome);
    summary.at_horizon = summary.kind->unit == Unit::flag ? estimate_share(values)
                                                          : estimate(values, ends_of(summary.kind->unit));
    std::vector<std::span<Worlds const>> blocks;
    for (BlockResult const* block : finished.blocks()) blocks.push_back(finished.weekly(*block, outcome));
    summary.weekly = weekly_band(blocks);
    return summary;
}

Estimate success_of(Finished const& finished) {
    if (auto const success = finished.outcome("success")) return estimate_share(finished.at_horizon(*success));
    return {unknown, unknown, unknown, unknown, unknown, unknown, unknown, 0};
}

double week_of_half(Finished const& finished) {
    auto const substantive = finished.outcome("substantive");
    if (!substantive) return unknown;
    constexpr double never = std::numeric_limits<double>::infinity();
    std::vector<double> reached;
    for (BlockResult const* block : finished.blocks())
        for (int history = 0; history < histories_per_block; ++history) {
            auto const weeks = finished.weekly(*block, *substantive);
            auto const first = std::ranges::find_if(weeks, [&](Worlds const& week) { return week[history] >= 0.5f; });
            reached.push_back(first == weeks.end() ? never : double(first - weeks.begin() + 1));
        }
    // The lower of the two in the middle: with exactly half of the histories there, the last of them.
    auto const middle = reached.begin() + std::ptrdiff_t((reached.size() - 1) / 2);
    std::ranges::nth_element(reached, middle);
    return *middle == never ? unknown : *middle;
}

std::uint64_t hash_over(std::vector<BlockResult const*> const& blocks) {
    Hash hash;
    for (BlockResult const* block : blocks) hash.add(block->state_hash);
    return hash.value();
}

// People are the same in every block.
void hide_small_departments(RunSummary& summary, StudyFacts const& facts, BlockResult const& block) {
    std::vector<std::size_t> sizes(summary.departments.size(), 0);
    for (std::uint16_t const department : block.person_department) ++sizes.at(department);
    std::vector<bool> const shown = shown_singly(sizes, facts.privacy.smallest_group);
    std::vector<DepartmentShift> kept;
    for (std::size_t k = 0; k < shown.size(); ++k)
        if (shown[k]) kept.push_back(summary.departments[k]);
    summary.departments_hidden = summary.departments.size() - kept.size();
    summary.departments = kept;
}

}  // namespace

RunSummary summarise(StudyFacts const& facts, std::vector<BlockResult> const& results) {
    Finished const finished(facts, results);
    RunSummary summary;
    summary.title = facts.title, summary.question = facts.question, summary.strategy = facts.strategy;
    summary.headcount = facts.headcount, summary.blocks = finished.blocks().size(), summary.histories = finished.histories();
    summary.imported = facts.by_person;
    summary.weeks = facts.weeks, summary.seed = facts.seed;
    summary.success = success_of(finished);
    summary.week_of_half = week_of_half(finished);
    for (std::size_t outcome = 0; outcome < facts.outcomes.size(); ++outcome)
        summary.outcomes.push_back(outcome_summary(finished, outcome));
    summary.smallest_group = facts.privacy.smallest_group;
    summary.names_shown = !facts.by_person || facts.privacy.names_shown;
    summary.departments = department_shifts(finished);
    if (!summary.names_shown) hide_small_departments(summary, facts, *finished.blocks().front());
    WinnersAndLosers shifts = power_shifts(finished);
    summary.winners = std::move(shifts.winners), summary.losers = std::move(shifts.losers);
    summary.failures = why_histories_failed(finished);
    summary.numbers = facts.numbers, summary.assumed_numbers = facts.assumed_numbers;
    summary.uncertain_numbers = facts.uncertain.size();
    summary.currency = facts.currency, summary.amounts = facts.amounts, summary.own_amounts = facts.own_amounts;
    summary.sees_all = facts.sees_all;
    summary.influences = influences(finished);
    summary.state_hash = hash_over(finished.blocks());
    return summary;
}

}  // namespace micropol
