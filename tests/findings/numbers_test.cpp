// Every number of every table is the typed result that its row and column name, rounded: a table or column that nobody has said the
// meaning of fails, and so does one that repeats another.

#include <gtest/gtest.h>

#include <map>

#include "cells.h"
#include "examples.h"
#include "findings/comparison.h"
#include "findings/optimum.h"
#include "findings/run.h"

namespace micropol {
namespace {

Comparison any_comparison() {
    Values values;
    StudyFacts facts = small::facts();
    facts.outcomes.clear();
    for (OutcomeKind const* kind : outcome_catalogue())
        for (char const* key : {"substantive", "success", "symbolic", "cost", "net_value"})
            if (kind->plugin.key == key) facts.outcomes.push_back(kind);
    std::vector<Contender> contenders;
    for (char const* name : {"none", "one", "two", "three"}) {
        Contender& contender = contenders.emplace_back(Contender{name, "", {}});
        for (int block = 0; block < 12; ++block) {
            FinalValues& last = contender.blocks.emplace_back();
            for (OutcomeKind const* kind : facts.outcomes) {
                Worlds worlds = 0.0f;
                for (int history = 0; history < histories_per_block; ++history) {
                    double const value = values.next();
                    worlds.set(history, kind->unit == Unit::flag ? float(value < 0.3)
                                                                 : float(kind->unit == Unit::money ? 900 * value - 300 : value));
                }
                last.push_back(worlds);
            }
        }
    }
    return compare(facts, contenders, {});
}

TEST(NumbersOfTables, are_those_of_the_comparison) {
    Comparison const comparison = any_comparison();
    std::size_t const criterion = comparison.criterion.outcome;
    auto const unit_of = [&](std::size_t outcome) { return comparison.facts.outcomes[outcome]->unit; };
    auto const standing = [&](std::size_t row) -> Standing const& { return comparison.standings[row]; };
    auto const level = [&](std::size_t outcome) {
        return [&, outcome](std::size_t row) { return all_of(standing(row).level[outcome], unit_of(outcome)); };
    };
    auto const keyed = [&](char const* key) { return level(*comparison.outcome(key)); };
    auto const against_best = [&](std::size_t outcome) {
        return [&, outcome](std::size_t row) {
            return row == 0 ? Expected{} : all_of(standing(row).against_best[outcome], unit_of(outcome));
        };
    };
    auto const against_none = [&](std::size_t outcome) {
        return [&, outcome](std::size_t row) {
            return row == comparison.none ? Expected{} : all_of(standing(row).against_none[outcome], unit_of(outcome));
        };
    };
    std::map<std::string, std::vector<CellsBelow>> const known{
        {"What comes with it",
         {{"Takes root", keyed("success")},
          {"On paper only", keyed("symbolic")},
          {"Cost", keyed("cost")},
          {"Value minus cost", keyed("net_value")}}},
        {"How safe the choice is",
         {{"Best in", [&](std::size_t row) { return all_of(standing(row).best_in, Unit::share); }},
          {"Better than none in",
           [&](std::size_t row) {
               return row == comparison.none ? Expected{} : all_of(standing(row).beats[comparison.none], Unit::share);
           }},
          {"Mean regret", [&](std::size_t row) { return all_of(standing(row).regret, unit_of(criterion)); }},
          {"Worst regret",
           [&](std::size_t row) { return Expected{standing(row).worst_regret * scale_in(unit_of(criterion))}; }}}},
        {"Substantive adoption against cost",
         {{"Cost, thousand euros", keyed("cost")}, {"Substantive adoption", level(criterion)}}},
    };
    std::size_t tables = 0;
    for (Detail const detail : {Detail::brief, Detail::full})
        for_every_table(findings_of(comparison, detail), [&](std::string const& heading, Table const& table) {
            ++tables;
            if (heading == "Strategies in pairs") {
                for (std::size_t row = 0; row < table.rows.size(); ++row)
                    for (std::size_t other = 0; other < table.rows.size(); ++other)
                        expect_numbers(to_text(table.rows[row][other + 1], Language::english),
                                       row == other ? Expected{} : Expected{standing(row).beats[other].mean * 100}, heading);
                return;
            }
            if (known.contains(heading)) return expect_table(table, known.at(heading), heading);
            for (std::size_t outcome = 0; outcome < comparison.facts.outcomes.size(); ++outcome) {
                if (to_text(heading_of(comparison, outcome), Language::english) != heading) continue;
                if (table.columns.size() == 3)
                    return expect_table(table, {{"Mean", level(outcome)}, {"Difference to the best", against_best(outcome)}},
                                        heading);
                return expect_table(table,
                                    {{"Mean", level(outcome)},
                                     {"Difference to none", against_none(outcome)},
                                     {"Difference to the best", against_best(outcome)}},
                                    heading);
            }
            ADD_FAILURE() << "nobody says what stands in the table of " << heading;
        });
    EXPECT_GT(tables, 12u);
}

RunSummary any_run() {
    Values values;
    RunSummary run;
    run.title = "Any", run.headcount = 100, run.blocks = 16, run.histories = 256, run.weeks = 26, run.week_of_half = 11;
    for (OutcomeKind const* kind : outcome_catalogue()) {
        bool const share = kind->unit == Unit::share || kind->unit == Unit::flag;
        OutcomeSummary& outcome = run.outcomes.emplace_back();
        outcome.kind = kind, outcome.at_horizon = values.estimate(share ? 0 : -30, share ? 1 : 90);
        for (int week = 0; week < run.weeks; ++week)
            for (auto* series : {&outcome.weekly.mean, &outcome.weekly.q05, &outcome.weekly.q25, &outcome.weekly.median,
                                 &outcome.weekly.q75, &outcome.weekly.q95})
                series->push_back(float(values.next()));
    }
    for (char const* name : {"Sales", "Marketing", "IT"})
        run.departments.push_back({name, std::size_t(10 + 80 * values.next()), values.estimate(0, 0.5), values.estimate(0, 0.5),
                                   values.estimate(-0.2, 0.2)});
    for (auto* shifts : {&run.winners, &run.losers})
        for (char const* who : {"Ada", "Ben"})
            shifts->push_back({who, values.next() * 3, values.next() * 3, values.estimate(-2, 2)});
    run.success = {.mean = 0.4, .low = 0.3, .high = 0.5};
    for (char const* reason : {"too slow", "starved of customer data"})
        run.failures.push_back({reason, "a rule", values.estimate(0, 1)});
    for (char const* path : {"culture.rivalry", "governance.moderation"}) {
        double const correlation = values.next();
        run.influences.push_back(
            {path, "success", correlation, correlation - 0.1 * values.next(), correlation + 0.1 * values.next()});
    }
    run.uncertain_numbers = 2;
    return run;
}

TEST(NumbersOfTables, are_those_of_the_run) {
    RunSummary const run = any_run();
    auto const outcome_named = [&](std::string const& label) -> OutcomeSummary const& {
        for (OutcomeSummary const& outcome : run.outcomes) {
            std::string const its = to_text(label_of(*outcome.kind), Language::english);
            if (label == its || label == its + ", thousand euros" || label == its + ", weeks") return outcome;
        }
        ADD_FAILURE() << "no outcome " << label;
        return run.outcomes.front();
    };
    std::size_t tables = 0;
    for_every_table(findings_of(run, Detail::brief), [&](std::string const& heading, Table const& table) {
        ++tables;
        auto const week_of = [&](std::size_t row) {
            return std::size_t(numbers_in(to_text(table.rows[row][0], Language::english)).at(0).value) - 1;
        };
        auto const department = [&](Estimate DepartmentShift::*member, bool whole) {
            return [&, member, whole](std::size_t row) {
                Estimate const& one = run.departments[row].*member;
                return whole ? all_of(one, Unit::share) : Expected{one.mean * 100};
            };
        };
        auto const people = [&](std::vector<PowerShift> const& shifts) {
            return std::vector<CellsBelow>{
                {"Before", [&](std::size_t row) { return Expected{shifts[row].before}; }},
                {"After", [&](std::size_t row) { return Expected{shifts[row].after}; }},
                {"Change (95 % interval)", [&](std::size_t row) { return all_of(shifts[row].change, Unit::power); }}};
        };
        if (heading == "How adoption spreads") {
            WeeklyBand const& band = outcome_named("Substantive adoption").weekly;
            auto const at = [&](std::vector<std::vector<float> const*> quantiles) {
                return [&, quantiles](std::size_t row) {
                    Expected expected;
                    for (auto const* quantile : quantiles) expected.push_back(100 * double((*quantile)[week_of(row)]));
                    return expected;
                };
            };
            return expect_table(table,
                                {{"Median", at({&band.median})},
                                 {"Half of the histories", at({&band.q25, &band.q75})},
                                 {"Nine of ten", at({&band.q05, &band.q95})}},
                                heading);
        }
        if (heading == "Stages of adoption") {
            std::vector<CellsBelow> columns;
            for (std::size_t k = 1; k < table.columns.size(); ++k) {
                std::string const label = to_text(table.columns[k], Language::english);
                columns.push_back({label, [&, label](std::size_t row) {
                                       return Expected{100 * double(outcome_named(label).weekly.mean[week_of(row)])};
                                   }});
            }
            return expect_table(table, columns, heading);
        }
        if (heading == "Power, share of the organisation")
            return expect_table(table,
                                {{"Employees", [&](std::size_t row) { return Expected{double(run.departments[row].headcount)}; }},
                                 {"Before", department(&DepartmentShift::before, false)},
                                 {"After", department(&DepartmentShift::after, false)},
                                 {"Change (95 % interval)", department(&DepartmentShift::change, true)}},
                                heading);
        if (heading == "Who gains most") return expect_table(table, people(run.winners), heading);
        if (heading == "Who loses most") return expect_table(table, people(run.losers), heading);
        if (heading == "Why histories failed")
            return expect_table(
                table,
                {{"Share (95 % interval)", [&](std::size_t row) { return all_of(run.failures[row].share, Unit::share); }},
                 {"Rule", [](std::size_t) { return Expected{}; }}},
                heading);
        if (heading == "What the outcome depends on most")
            return expect_table(table,
                                {{"Rank correlation (95 % interval)",
                                  [&](std::size_t row) {
                                      Influence const& one = run.influences[row];
                                      return Expected{one.correlation, one.low, one.high};
                                  }}},
                                heading);
        if (heading == "All outcomes at week 26") {
            auto const of_row = [&](std::size_t row) -> OutcomeSummary const& {
                return outcome_named(to_text(table.rows[row][0], Language::english));
            };
            return expect_table(table,
                                {{"Mean (95 % interval)",
                                  [&](std::size_t row) { return all_of(of_row(row).at_horizon, of_row(row).kind->unit); }},
                                 {"Histories range",
                                  [&](std::size_t row) {
                                      Unit const unit = of_row(row).kind->unit;
                                      Estimate const& one = of_row(row).at_horizon;
                                      return unit == Unit::flag
                                                 ? Expected{}
                                                 : Expected{one.smallest * scale_in(unit), one.largest * scale_in(unit)};
                                  }}},
                                heading);
        }
        ADD_FAILURE() << "nobody says what stands in the table of " << heading;
    });
    EXPECT_EQ(tables, 8u);
}

// What is the same everywhere has no interval.
TEST(NumbersOfTables, are_those_of_the_search) {
    Optimum const optimum = small::optimum();
    Comparison const& comparison = optimum.comparison;
    std::size_t tables = 0;
    for_every_table(findings_of(optimum, Detail::full), [&](std::string const& heading, Table const& table) {
        ++tables;
        auto const standing = [&](std::size_t row) -> Standing const& {
            std::string const text = to_text(table.rows[row][0], Language::english), name = text.substr(text.find(' ') + 1);
            return *std::ranges::find(comparison.standings, name, &Standing::name);
        };
        auto const level = [&](std::size_t outcome, Unit unit) {
            return [&, outcome, unit](std::size_t row) {
                Estimate const& one = standing(row).level[outcome];
                return one.low == one.high ? Expected{one.mean * scale_in(unit)} : all_of(one, unit);
            };
        };
        expect_table(table,
                     {{"Front", [](std::size_t) { return Expected{}; }},
                      {"Cost", level(*comparison.outcome("cost"), Unit::money)},
                      {"Mean", level(comparison.criterion.outcome, Unit::share)},
                      {"Difference to none",
                       [&](std::size_t row) {
                           Estimate const& one = standing(row).against_none[comparison.criterion.outcome];
                           bool const is_none = standing(row).name == "none";
                           return is_none || (one.low == 0 && one.high == 0) ? Expected{} : all_of(one, Unit::share);
                       }}},
                     heading);
    });
    EXPECT_EQ(tables, 1u);
}

TEST(NumbersOfTables, percentages_of_a_whole_sum_to_a_hundred) {
    Values values;
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<double> shares;
        double sum = 0;
        for (int k = 0; k < 2 + trial % 7; ++k) sum += shares.emplace_back(values.next());
        for (double& share : shares) share /= sum;
        int given = 0;
        std::vector<int> const whole = apportioned(shares);
        for (std::size_t k = 0; k < whole.size(); ++k) {
            given += whole[k];
            EXPECT_LT(std::abs(whole[k] - 100 * shares[k]), 1);
        }
        EXPECT_EQ(given, 100);
    }
    EXPECT_EQ(apportioned({1.0 / 3, 1.0 / 3, 1.0 / 3}), (std::vector<int>{34, 33, 33}));
    EXPECT_EQ(apportioned({0.404, 0.204}), (std::vector<int>{40, 20})) << "no whole";
}

}  // namespace
}  // namespace micropol
