// Every number of every table of an explanation is the typed result that its row and column name, rounded.

#include <gtest/gtest.h>

#include "cells.h"
#include "findings/explanation.h"
#include "small_explanation.h"

namespace micropol {
namespace {

// The mean, or the mean with its interval, as there is room.
void expect_estimate(std::string const& cell, Estimate const& one, Unit unit, std::string const& where) {
    Expected expected = all_of(one, unit);
    if (numbers_in(cell).size() == 1) expected.resize(1);
    expect_numbers(cell, expected, where);
}

// Another value everywhere.
Explanation any_explanation() {
    Values values;
    Explanation made = small::explanation();
    auto const share = [&](Estimate& one) { one = values.estimate(0, 1); };
    auto const change = [&](Estimate& one) { one = values.estimate(-0.9, 0.9); };
    for (CauseShare& cause : made.why->causes) change(cause.share), change(cause.alone);
    for (PivotalPerson& person : made.pivotal->people) share(person.flips), change(person.change);
    for (PivotalWeek& week : made.pivotal->weeks) share(week.flips), change(week.change);
    Ledger& ledger = *made.ledger;
    for (auto* groups : {&ledger.departments, &ledger.roles})
        for (GroupStake& group : *groups) {
            change(group.total), share(group.losers);
            for (Estimate& goal : group.by_goal) change(goal);
        }
    auto const offers = [&](Relief& relief) {
        share(relief.share), change(relief.attitude);
        for (SmallestOffer& offer : relief.offers) {
            share(offer.remaining), change(offer.effect), change(offer.attitude);
            offer.cost = values.estimate(40, 900);
        }
    };
    offers(ledger.failing), offers(*ledger.blocked);
    for (Blocker& blocker : ledger.blockers) offers(blocker.opposes);
    Fork& fork = *made.fork;
    for (auto* estimates : {&fork.as_it_was, &fork.otherwise}) std::ranges::for_each(*estimates, share);
    std::ranges::for_each(fork.difference, change);
    for (auto* told : {&fork.told_as_it_was, &fork.told_otherwise})
        for (double& value : *told) value = values.next();
    return made;
}

class Cells {
  public:
    Cells(Table const& table, std::string caption) : table_(table), caption_(std::move(caption)) {}

    [[nodiscard]] std::size_t rows() const { return table_.rows.size(); }
    [[nodiscard]] std::string text(std::size_t row, std::size_t column) const {
        return to_text(table_.rows.at(row).at(column), Language::english);
    }
    [[nodiscard]] std::string heading(std::size_t column) const { return to_text(table_.columns.at(column), Language::english); }
    void expect(std::size_t row, std::size_t column, char const* its_heading, Estimate const& one, Unit unit) const {
        EXPECT_EQ(heading(column), its_heading) << caption_;
        expect_estimate(text(row, column), one, unit, caption_ + ", " + its_heading);
    }
    void expect(std::size_t row, std::size_t column, char const* its_heading, Expected const& numbers) const {
        EXPECT_EQ(heading(column), its_heading) << caption_;
        expect_numbers(text(row, column), numbers, caption_ + ", " + its_heading);
    }

  private:
    Table const& table_;
    std::string caption_;
};

constexpr char const* goals[] = {"Career", "Pay", "Status", "Security", "Company"};

void expect_groups(Cells const& cells, std::vector<GroupStake> const& groups) {
    for (std::size_t row = 0; row < cells.rows(); ++row) {
        cells.expect(row, 1, "All goals", groups[row].total, Unit::attitude);
        cells.expect(row, 2, "Losers", groups[row].losers, Unit::share);
        for (std::size_t goal = 0; goal < ledger_goal_count; ++goal)
            cells.expect(row, 3 + goal, goals[goal], groups[row].by_goal[goal], Unit::attitude);
    }
}

void expect_offers(Cells const& cells, Relief const& relief, char const* remaining) {
    for (std::size_t row = 0; row < cells.rows(); ++row) {
        SmallestOffer const& offer = relief.offers[row];
        cells.expect(row, 1, "Strength", offer.intensity ? Expected{*offer.intensity * 100} : Expected{});
        cells.expect(row, 2, remaining, offer.remaining, Unit::share);
        bool const on_a_page = cells.heading(3) != "Cost";
        if (on_a_page) cells.expect(row, 3, "Change (95 % interval)", offer.effect, Unit::share);
        cells.expect(row, on_a_page ? 4 : 3, "Cost", offer.cost, Unit::money);
    }
}

void expect_blockers(Cells const& cells, std::vector<Blocker> const& blockers) {
    std::size_t row = 0;
    for (Blocker const& blocker : blockers) {
        cells.expect(row, 3, "Opposes in", blocker.opposes.share, Unit::share);
        cells.expect(row++, 4, "Attitude", blocker.opposes.attitude, Unit::attitude);
        for (SmallestOffer const& offer : blocker.opposes.offers) {
            cells.expect(row, 2, "Strength", offer.intensity ? Expected{*offer.intensity * 100} : Expected{});
            cells.expect(row, 3, "Opposes in", offer.remaining, Unit::share);
            cells.expect(row, 4, "Attitude", offer.attitude, Unit::attitude);
            cells.expect(row++, 5, "Cost", offer.cost, Unit::money);
        }
    }
    EXPECT_EQ(row, cells.rows());
}

void expect_fork(Cells const& cells, Explanation const& made) {
    Fork const& fork = *made.fork;
    for (std::size_t row = 0; row < cells.rows(); ++row) {
        std::size_t k = 0;
        while (to_text(label_of(*made.facts.outcomes[k]), Language::english) != cells.text(row, 0)) ++k;
        Unit const unit = made.facts.outcomes[k]->unit;
        cells.expect(row, 1, "As it was", fork.as_it_was[k], unit);
        cells.expect(row, 2, "Otherwise", fork.otherwise[k], unit);
        cells.expect(row, 3, "Difference", fork.difference[k], unit);
        cells.expect(row, 4, "The history told",
                     unit == Unit::flag
                         ? Expected{}
                         : Expected{fork.told_as_it_was[k] * scale_in(unit), fork.told_otherwise[k] * scale_in(unit)});
    }
}

void expect_turns(Cells const& cells, std::size_t first, auto const& asked) {
    for (std::size_t row = 0; row < cells.rows(); ++row) {
        cells.expect(row, first, "Change (95 % interval)", asked[row].change, Unit::share);
        cells.expect(row, first + 1, "Histories turned (95 % interval)", asked[row].flips, Unit::share);
    }
}

TEST(NumbersOfTables, are_those_of_the_explanation) {
    Explanation const made = any_explanation();
    std::vector<CauseShare> causes = made.why->causes;
    std::ranges::stable_sort(causes, {}, [](CauseShare const& cause) { return -std::abs(cause.share.mean); });
    std::size_t tables = 0;
    for_every_table(findings_of(made, Detail::full), [&](std::string const& heading, Table const& table) {
        ++tables;
        std::string const caption = table.caption.empty() ? heading : to_text(table.caption, Language::english);
        Cells const cells(table, caption);
        if (caption == "What each cause adds") {
            for (std::size_t row = 0; row < cells.rows(); ++row) {
                cells.expect(row, 1, "Share", causes[row].share, Unit::share);
                cells.expect(row, 2, "Added last", causes[row].alone, Unit::share);
            }
        } else if (caption == "People with most influence on the outcome") {
            expect_turns(cells, 2, made.pivotal->people);
        } else if (caption == "Until when breaking it off still changed something") {
            expect_turns(cells, 1, made.pivotal->weeks);
        } else if (caption == "By department") {
            expect_groups(cells, made.ledger->departments);
        } else if (caption == "By rank" || caption == "By rank, those who lose most") {
            expect_groups(cells, made.ledger->roles);
        } else if (caption == "People who lose most") {
            PersonStake const& person = made.ledger->people.front();
            cells.expect(0, 1, "All goals", {person.total});
            for (std::size_t goal = 0; goal < ledger_goal_count; ++goal)
                cells.expect(0, 2 + goal, goals[goal], {person.by_goal[goal]});
        } else if (caption == "What would have kept it from failing") {
            expect_offers(cells, made.ledger->failing, "Still failing with it");
        } else if (caption == "What would have broken the coalitions that block it") {
            expect_offers(cells, *made.ledger->blocked, "Still blocked with it");
        } else if (caption == "Who stands against it with most power, and what would turn them") {
            expect_blockers(cells, made.ledger->blockers);
        } else if (caption == "At week 3") {
            expect_fork(cells, made);
        } else if (caption == "The history told") {
            for (std::size_t row = 0; row < cells.rows(); ++row) {
                auto const week = std::size_t(numbers_in(cells.text(row, 0)).at(0).value) - 1;
                cells.expect(row, 1, "As it was", {100 * double(made.fork->weekly_as_it_was[week])});
                cells.expect(row, 2, "Otherwise", {100 * double(made.fork->weekly_otherwise[week])});
            }
        } else {
            EXPECT_EQ(caption, "Coalitions among the people drawn") << "nobody says what stands in this table";
        }
    });
    EXPECT_GT(tables, 12u);
}

}  // namespace
}  // namespace micropol
