#pragma once
// An explanation made by hand, with every part: a strategy called "push" that does well but for what people hide.

#include "study/explain/explanation.h"
#include "study/small_study.h"

namespace micropol::small {

inline Estimate estimate(double mean, double low, double high) {
    return {.mean = mean, .low = low, .high = high, .smallest = low - 0.1, .largest = high + 0.1, .blocks = 2};
}

inline Told told() {
    Portrait const person{0, "Sales-1", "Sales", 2, 3.5f, 1, false};
    Told told;
    told.chosen = {"median", 1, 4, 0.25};
    told.chronicle = {{0, moment::PersonLeaves{person, 1}, 1}, {3, moment::End{.substantive = 0.25f}, 1}};
    told.weekly = {{1, {0.0f, 0.1f, 0.25f}}};
    told.network = {{{"Sales-1", "Sales", 1}, {"Data-1", small_department, 0}, {"Data-2", small_department, 0}},
                    {{0, 1, 0.5f}},
                    {{0, {-1, -1, -1}, {0, 0, 0}, {0, 0, 0}, {1, 1, 1}}, {2, {0, 0, -1}, {0.5f, 0.1f, 0}, {1, 1, 0}, {1, 1, 1}}}};
    return told;
}

inline Attribution why() {
    Target losers;
    losers.departments = {"Sales"}, losers.levels = {3}, losers.who = Who::losers;
    using Kind = CauseName::Kind;
    return {.outcome = 1,
            .blocks = 2,
            .with_all = estimate(0.4, 0.3, 0.5),
            .with_none = estimate(0.5, 0.4, 0.6),
            .total = estimate(-0.1, -0.2, -0.05),
            .causes = {{"interventions.0", {Kind::intervention, "executive_mandate"}, estimate(0.08, 0.02, 0.14), {}, {}},
                       {"interventions.1", {Kind::intervention, "loss_compensation", losers}, estimate(0.04, -0.1, 0.2), {}, {}},
                       {"hiding", {Kind::obstacle, "hiding"}, estimate(-0.2, -0.3, -0.1), {}, {}},
                       {"mechanisms.ties", {Kind::mechanism, "ties"}, estimate(-0.02, -0.1, 0.1), {}, {}}}};
}

inline Pivotal pivotal() {
    Estimate const none = estimate(0, 0, 0.22), change = estimate(0.08, 0.06, 0.1);
    return {
        .outcome = 1,
        .threshold = 0.4,
        .block = 1,
        .people = {{"Sales-1", "Sales", 2, Turn::won_over, none, change}, {"Sales-1", "Sales", 2, Turn::silenced, none, change}},
        .weeks = {{0, estimate(0.5, 0.1, 0.9), change}, {1, none, change}},
        .decided = 1};
}

inline SmallestOffer offer(std::vector<std::string> levers, Target target, std::optional<double> intensity) {
    return {std::move(levers),    std::move(target),      intensity, estimate(0.2, 0.1, 0.3), estimate(-0.4, -0.5, -0.3),
            estimate(84, 78, 89), estimate(-0.1, -0.2, 0)};
}

inline Ledger ledger() {
    Target opponents, leaders, ann;
    opponents.who = Who::opponents, leaders.top = {10, Ranking::opposition}, ann.people = {"Sales-1"};
    Estimate const loss = estimate(-0.2, -0.3, -0.1);
    std::vector<Estimate> const goals(ledger_goal_count, loss);
    Ledger ledger{.blocks = 2, .block = 0};
    ledger.departments = {{"Sales", "Sales", {}, 3, goals, loss, estimate(0.8, 0.7, 0.9)}};
    ledger.roles = {{"Sales, level 2", "Sales", 2, 1, goals, loss, estimate(1, 1, 1)},
                    {"Sales, level 0", "Sales", 0, 2, goals, loss, estimate(0.7, 0.6, 0.8)}};
    ledger.people = {{"Sales-1", "Sales", 2, {-0.1, -0.2, -0.3, -0.4, 0.5}, -0.6}, {"Data-1", "Data", 0, {0, 0, 0, 0, 0}, 0.2}};
    ledger.outcome = 1, ledger.threshold = 0.4;
    ledger.failing = {.share = estimate(0.6, 0.5, 0.7), .wanted = 0.3, .offers = {offer({"loss_compensation"}, opponents, 0.97)}};
    ledger.blocked = Relief{
        .share = estimate(0.4, 0.3, 0.5), .wanted = 0.2, .offers = {offer({"guiding_coalition"}, leaders, {})}};
    ledger.blockers = {{"Sales-1",
                        "Sales",
                        2,
                        {.share = estimate(0.9, 0.8, 1),
                         .wanted = 0.45,
                         .attitude = estimate(-0.4, -0.5, -0.3),
                         .offers = {offer({"training"}, ann, 0.5), offer({"training", "champions"}, ann, {})}}}};
    return ledger;
}

inline Fork fork(StudyFacts const& facts) {
    Fork fork;
    fork.at_week = 2,
    fork.then = {"add training target=losers intensity=0.6", "drop executive_mandate", "add budget_cut size=0.5"};
    for (std::size_t k = 0; k < facts.outcomes.size(); ++k) {
        fork.as_it_was.push_back(estimate(0.3, 0.2, 0.4)), fork.otherwise.push_back(estimate(0.32, 0.2, 0.4));
        fork.difference.push_back(estimate(0.02, -0.05, 0.09));
        fork.told_as_it_was.push_back(0.25), fork.told_otherwise.push_back(0.5);
    }
    fork.better_in = estimate(0.6, 0.5, 0.7);
    fork.weekly_as_it_was = {0, 0.1f, 0.25f}, fork.weekly_otherwise = {0, 0.1f, 0.5f};
    fork.chronicle = {{2, moment::ShockStrikes{EventKind::budget_cut, 0.5f}, 1}};
    return fork;
}

inline Explanation explanation() {
    Explanation explanation;
    explanation.facts = facts();
    explanation.facts.strategy = "push";
    explanation.blocks = 2, explanation.outcome = 1;
    explanation.told = told(), explanation.why = why(), explanation.pivotal = pivotal(), explanation.ledger = ledger();
    explanation.fork = fork(explanation.facts);
    return explanation;
}

}  // namespace micropol::small
