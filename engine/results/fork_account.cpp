#include <algorithm>
#include <array>

#include "results/chronicle_words.h"
#include "results/comparison_account.h"
#include "results/explanation_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

// What a board asks for besides the outcome that matters.
constexpr std::array<std::string_view, 9> asked_for{"success", "substantive", "symbolic",  "momentum", "attitude",
                                                    "hiding",  "quits",       "net_value", "cost"};

std::string at_horizon_of_this_history(Fork const& fork, std::size_t k, Unit unit) {
    if (unit == Unit::flag) {
        auto const answer = [](double value) { return std::string(value > 0 ? "yes" : "no"); };
        return answer(fork.told_as_it_was[k]) + " → " + answer(fork.told_otherwise[k]);
    }
    Precision precision = precision_of(fork.difference[k], unit);
    if (unit == Unit::employees) precision.decimals = 0;
    return figure(fork.told_as_it_was[k], precision) + " → " + figure(fork.told_otherwise[k], precision);
}

Grid outcomes_of(StudyFacts const& facts, Fork const& fork, std::size_t by) {
    Grid grid{"At week " + std::to_string(facts.weeks),
              "all histories; 95 % intervals, paired",
              {"", "as it was", "otherwise", "difference"},
              {}};
    if (!fork.told_as_it_was.empty()) grid.columns.emplace_back("the history told");
    auto const row = [&](std::size_t k) {
        Unit const unit = facts.outcomes[k]->unit;
        grid.rows.push_back({std::string(facts.outcomes[k]->label), level_in_words(fork.as_it_was[k], unit),
                             level_in_words(fork.otherwise[k], unit), change_in_words(fork.difference[k], unit)});
        if (!fork.told_as_it_was.empty()) grid.rows.back().push_back(at_horizon_of_this_history(fork, k, unit));
    };
    row(by);
    for (std::string_view const key : asked_for)
        for (std::size_t k = 0; k < facts.outcomes.size(); ++k)
            if (k != by && facts.outcomes[k]->plugin.key == key) row(k);
    return grid;
}

// The history told, a quarter of a year at a time from the fork on.
Grid branches_of(StudyFacts const& facts, Fork const& fork, std::size_t by) {
    constexpr std::size_t quarter = 13;
    OutcomeKind const& outcome = *facts.outcomes[by];
    Grid grid{"The history told", std::string(outcome.label), {"after week", "as it was", "otherwise"}, {}};
    std::size_t const last = fork.weekly_as_it_was.size() - 1;
    Precision const precision = precision_of(fork.difference[by], outcome.unit);
    for (std::size_t week = std::size_t(std::max(0, fork.at_week - 1)); week <= last; week += quarter) {
        if (last - week < quarter) week = last;
        grid.rows.push_back({std::to_string(week), figure(double(fork.weekly_as_it_was[week]), precision),
                             figure(double(fork.weekly_otherwise[week]), precision)});
    }
    return grid;
}

bool is_nothing(Fork const& fork) {
    return std::ranges::all_of(fork.difference, [](Estimate const& e) { return e.smallest == 0 && e.largest == 0; });
}

std::string verdict(StudyFacts const& facts, Fork const& fork, std::size_t by) {
    if (is_nothing(fork)) return "Nothing differs, in no outcome of any history.";
    std::string const label(facts.outcomes[by]->label);
    Estimate const& change = fork.difference[by];
    std::string const figures = change_in_words(change, facts.outcomes[by]->unit);
    if (!(change.low > 0) && !(change.high < 0))
        return label + ": whether it makes a difference is open (" + figures + "). More histories (--runs) narrow the interval.";
    return label + " would be " + (change.mean > 0 ? "higher" : "lower") + " (" + figures + "). It is higher in " +
           level_in_words(fork.better_in, Unit::share) + " of the histories.";
}

}  // namespace

Part part_of(Explanation const& explanation, Fork const& fork) {
    std::string wishes;
    for (std::string const& wish : fork.then) wishes += (wishes.empty() ? "" : "; ") + plain(wish);
    Part part;
    part.heading = "What if, from week " + std::to_string(fork.at_week) + " on: " + (wishes.empty() ? "no change" : wishes);
    part.opening.push_back("Before that week both branches are the same; after it they live through the same chance.");
    part.opening.push_back(verdict(explanation.facts, fork, explanation.outcome));
    if (is_nothing(fork)) return part;
    if (!fork.chronicle.empty())
        part.opening.emplace_back("In the history told, this happens otherwise; what happens likewise in both is left out:");
    for (Moment const& moment : fork.chronicle)
        part.entries.push_back({"Week " + std::to_string(moment.week), in_words(moment, explanation.facts, Language::english)});
    part.grids.push_back(outcomes_of(explanation.facts, fork, explanation.outcome));
    if (!fork.weekly_as_it_was.empty()) part.grids.push_back(branches_of(explanation.facts, fork, explanation.outcome));
    return part;
}

}  // namespace micropol
