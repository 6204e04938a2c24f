// What is offered to whom, against failing and against coalitions that block.

#include "study/explain/bargain.h"
#include "study/explain/causes.h"
#include "study/optimise/optimise.h"
#include "study/run/failures.h"

namespace micropol {

namespace {

// Compensation to some, access to those who oppose, a role for their leaders.
std::vector<Offer> offers_with(Target const& compensated) {
    Target opponents, leaders;
    opponents.who = Who::opponents;
    leaders.top = {.number = 10, .by = Ranking::opposition};
    return {{{compensation}, compensated}, {{access}, opponents}, {{role}, leaders}};
}

// Compensated are the losers of the department that loses most.
std::vector<Offer> against_failing(Ledger const& ledger) {
    Target losers;
    losers.who = Who::losers;
    if (!ledger.departments.empty()) losers.departments = {ledger.departments.front().name};
    return offers_with(losers);
}

// Compensated are those who make up such coalitions.
std::vector<Offer> against_blocking() {
    Target opponents;
    opponents.who = Who::opponents;
    return offers_with(opponents);
}

// By outcomes at the horizon. comes_about: of the value of `outcome`.
Ask by_horizon(StudyRunner& runner, std::uint32_t blocks, std::size_t outcome, std::function<bool(double)> comes_about) {
    auto const cost = position_of("cost", runner.model(0)->outcomes());
    return [&runner, blocks, outcome, comes_about = std::move(comes_about), cost](std::uint32_t variant,
                                                                                  TriedOn on) -> std::optional<Unwanted> {
        bool const searching = on == TriedOn::search_blocks;
        std::vector<Task> tasks;
        for (std::uint32_t k = 0; k < (searching ? blocks_of_search : blocks); ++k)
            tasks.push_back({variant, (searching ? first_search_block : 0) + k});
        auto const horizons = runner.final_values(tasks);
        if (!horizons) return std::nullopt;
        Unwanted unwanted;
        for (FinalValues const& horizon : *horizons)
            for (int h = 0; h < histories_per_block; ++h) {
                unwanted.comes_about.push_back(comes_about(double(horizon.at(outcome)[h])) ? 1.0 : 0.0);
                if (cost) unwanted.cost.push_back(double(horizon.at(*cost)[h]));
            }
        return unwanted;
    };
}

}  // namespace

std::optional<Ledger> keep_ledger(StudyRunner& runner, LedgerPlan const& plan) {
    std::uint32_t const base = runner.add({plan.base});
    std::optional<Ledger> ledger = stakes_of(runner, base, plan);
    if (!ledger) return std::nullopt;
    auto const model = runner.model(base);
    bool const levers = is_on(model->scenario(), "levers");

    auto failing = relieve(runner, plan.base, levers ? against_failing(*ledger) : std::vector<Offer>{}, plan.wanted,
                           by_horizon(runner, plan.blocks, plan.outcome, [&](double value) {
                               return plan.less_is_better ? value > plan.threshold : value < plan.threshold;
                           }));
    if (!failing) return std::nullopt;
    ledger->failing = std::move(*failing);

    auto const bloc = position_of("opposing_bloc", model->outcomes());
    if (bloc && is_on(model->scenario(), "coalitions")) {
        ledger->blocked = relieve(runner, plan.base, levers ? against_blocking() : std::vector<Offer>{}, std::nullopt,
                                  by_horizon(runner, plan.blocks, *bloc, [](double value) { return value >= blocking_share; }));
        if (!ledger->blocked) return std::nullopt;
    }
    auto blockers = turn_blockers(runner, plan);
    if (!blockers) return std::nullopt;
    ledger->blockers = std::move(*blockers);
    return ledger;
}

}  // namespace micropol
