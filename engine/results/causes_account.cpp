// Why it came out as it did, who and what could have turned it, and who loses what: in words.

#include <algorithm>
#include <cmath>

#include "results/comparison_account.h"
#include "results/explanation_account.h"
#include "results/wording.h"
#include "study/run/failures.h"

namespace micropol {

namespace {

constexpr std::size_t most_roles = 8, most_people = 10, most_turns = 12;

OutcomeKind const& outcome_of(Explanation const& explanation, std::size_t outcome) {
    return *explanation.facts.outcomes[outcome];
}

std::string lowered(std::string_view label) {
    std::string text(label);
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z') text[0] = char(text[0] | 0x20);
    return text;
}

std::string turned(Estimate const& flips) { return level_in_words(flips, Unit::share); }

std::string stake_in_words(Estimate const& estimate) { return figure(estimate.mean, precision_of(estimate, Unit::attitude)); }

std::string stake_in_words(double value) { return figure(value, {.scale = 1, .decimals = 2, .suffix = "", .signs = false}); }

Grid grid_of(std::string heading, std::string first, std::vector<GroupStake> const& groups, std::size_t most) {
    Grid grid{.heading = std::move(heading),
              .note = {},
              .columns = {std::move(first), "In all", "Losers", "Career", "Pay", "Status", "Security", "Company"},
              .rows = {}};
    for (GroupStake const& group : groups) {
        if (grid.rows.size() == most) break;
        std::vector<std::string> row{plain(group.name), stake_in_words(group.total),
                                     figure(group.losers.mean, precision_of(group.losers, Unit::share))};
        for (Estimate const& goal : group.by_goal) row.push_back(stake_in_words(goal));
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

std::string side_of(Explanation const& explanation, std::size_t outcome, double threshold) {
    OutcomeKind const& kind = outcome_of(explanation, outcome);
    if (kind.unit == Unit::flag) return lowered(kind.label) + ", or not";
    return lowered(kind.label) + " reaches " + figure(threshold, precision_of({.mean = threshold}, kind.unit)) + ", or not";
}

std::string failure_of(Explanation const& explanation, std::size_t outcome, double threshold) {
    OutcomeKind const& kind = outcome_of(explanation, outcome);
    bool const less = explanation.less_is_better;
    if (kind.unit == Unit::flag)
        return std::string("those that end ") + (less ? "with '" : "without '") + lowered(kind.label) + "'";
    return "those in which " + lowered(kind.label) + (less ? " ends above " : " ends below ") +
           figure(threshold, precision_of({.mean = threshold}, kind.unit));
}

std::string levers_of(SmallestOffer const& offer) {
    std::string text;
    for (std::string const& lever : offer.levers) text += (text.empty() ? "" : " + ") + spaced(lever);
    return text;
}

std::string strength_of(SmallestOffer const& offer) {
    if (!offer.intensity) return "not even in full";
    return figure(*offer.intensity, {.scale = 100, .decimals = 0, .suffix = " %", .signs = false});
}

std::string name_of(std::string const& id, int level) { return plain(id) + ", level " + std::to_string(level); }

// A row for each offer: to many people against something unwanted.
Grid grid_of(std::string heading, std::string with_it, Relief const& relief) {
    Grid grid{.heading = std::move(heading),
              .note = "The weakest offer that brings them from " +
                      figure(relief.share.mean, precision_of(relief.share, Unit::share)) + " down to " +
                      figure(relief.wanted, precision_of(relief.share, Unit::share)) +
                      " was sought on other organisations and chance; here it does this. Cost: thousand euros more.",
              .columns = {"Offer", "Strength", std::move(with_it), "Cost"},
              .rows = {}};
    for (SmallestOffer const& offer : relief.offers)
        grid.rows.push_back({levers_of(offer) + " (" + whom(offer.target) + ")", strength_of(offer),
                             level_in_words(offer.remaining, Unit::share),
                             offer.cost.blocks > 0 ? level_in_words(offer.cost, Unit::money) : "–"});
    return grid;
}

// A row for each offer to one person, the first row of a person without any.
Grid grid_of(std::vector<Blocker> const& blockers, bool one_organisation) {
    Grid grid{.heading = "Who stands against it with most power, and what would turn them",
              .note = "The weakest offer with which they oppose in half as many histories, by what they think at the end" +
                      std::string(one_organisation ? "; sought in these very sixteen histories" : "") +
                      ". Attitude: from −1 to 1. Cost: thousand euros more.",
              .columns = {"", "Offer", "Strength", "Opposes", "Attitude", "Cost"},
              .rows = {}};
    for (Blocker const& blocker : blockers) {
        grid.rows.push_back({name_of(blocker.id, blocker.level), "as it is", "",
                             level_in_words(blocker.opposes.share, Unit::share), stake_in_words(blocker.opposes.attitude), ""});
        for (SmallestOffer const& offer : blocker.opposes.offers)
            grid.rows.push_back({"", offer.levers.size() > 1 ? "all of these" : levers_of(offer), strength_of(offer),
                                 level_in_words(offer.remaining, Unit::share), stake_in_words(offer.attitude),
                                 offer.cost.blocks > 0 ? figure(offer.cost.mean, {1, 0, "", false}) : "–"});
    }
    return grid;
}

// The weakest offers that make something rarer, and what it was without them.
void add_offers(Part& part, Explanation const& explanation, Ledger const& ledger) {
    part.closing.push_back("Failures: " + level_in_words(ledger.failing.share, Unit::share) + " of histories, " +
                           failure_of(explanation, ledger.outcome, ledger.threshold) + ".");
    if (!ledger.failing.offers.empty())
        part.grids.push_back(grid_of("What would have kept it from failing", "Failures", ledger.failing));
    if (ledger.blocked) {
        part.closing.push_back("A coalition against it holds at least " + figure(blocking_share, {100, 0, " %", false}) +
                               " of all power at the end of " + level_in_words(ledger.blocked->share, Unit::share) +
                               " of histories.");
        if (!ledger.blocked->offers.empty())
            part.grids.push_back(grid_of("What would have broken the coalitions that block it", "Blocked", *ledger.blocked));
    }
    if (ledger.blockers.empty())
        part.closing.emplace_back("Nobody stands against it at the end.");
    else
        part.grids.push_back(grid_of(ledger.blockers, ledger.block.has_value()));
}

std::string decision_in_words(Pivotal const& pivotal) {
    if (!pivotal.decided)
        return "Whether the strategy goes on matters to the end: even the last of these weeks turns one history in twenty or more.";
    if (*pivotal.decided == pivotal.weeks.front().week)
        return "In none of these weeks would breaking the strategy off have turned one history in twenty.";
    return "From week " + std::to_string(*pivotal.decided) +
           " on, breaking the strategy off would have turned fewer than one history in twenty: by then it was decided on which side "
           "it ends.";
}

}  // namespace

std::string in_words(Relief const& relief, SmallestOffer const& offer) {
    std::string const level = figure(relief.share.mean, precision_of(relief.share, Unit::share)) + " to " +
                              level_in_words(offer.remaining, Unit::share);
    std::string const cost = offer.cost.blocks > 0
                                 ? "; it costs " + level_in_words(offer.cost, Unit::money) + " thousand euros more"
                                 : std::string();
    std::string const what = levers_of(offer) + " (" + whom(offer.target) + "): ";
    if (!offer.intensity) return what + "even in full it is not enough: from " + level + cost + ".";
    return what + "at " + strength_of(offer) + " of its strength from " + level + cost + ".";
}

std::string_view in_words(Turn turn) { return turn == Turn::silenced ? "silenced" : "won over"; }

std::string in_words(PivotalWeek const& week, OutcomeKind const& outcome) {
    return "broken off in week " + std::to_string(week.week) + ": " + change_in_words(week.change, outcome.unit) + ", " +
           turned(week.flips) + " of histories turned";
}

Part part_of(Explanation const& explanation, Attribution const& why) {
    OutcomeKind const& kind = outcome_of(explanation, why.outcome);
    Part part;
    part.heading = "Why it came out as it did: " + lowered(kind.label);
    part.opening.push_back("As it is: " + level_in_words(why.with_all, kind.unit) +
                           ". With everything below taken away: " + level_in_words(why.with_none, kind.unit) +
                           ". The difference, " + change_in_words(why.total, kind.unit) + ", is shared out among them.");
    Grid grid{
        .heading = "What each adds",
        .note =
            "Share: mean over all orders in which they could have come; the shares sum to the difference. Beside the others: what "
            "it adds where all the others are there.",
        .columns = {"", "Share", "Beside the others"},
        .rows = {}};
    std::vector<CauseShare> causes = why.causes;
    std::ranges::stable_sort(causes, {}, [](CauseShare const& cause) { return -std::abs(cause.share.mean); });
    for (CauseShare const& cause : causes)
        grid.rows.push_back(
            {plain(cause.label), change_in_words(cause.share, kind.unit), change_in_words(cause.alone, kind.unit)});
    part.grids.push_back(std::move(grid));
    part.closing.push_back("Each combination of these was simulated under the same chance, in " +
                           histories_in_words(why.blocks, explanation.facts.by_person) + ".");
    return part;
}

Part part_of(Explanation const& explanation, Pivotal const& pivotal) {
    OutcomeKind const& kind = outcome_of(explanation, pivotal.outcome);
    Part part;
    part.heading = "Who and what could have turned it";
    part.opening.push_back("A history is turned where it comes out on the other side: " +
                           side_of(explanation, pivotal.outcome, pivotal.threshold) + ".");
    if (pivotal.block)
        part.opening.push_back("The people are those of organisation " + std::to_string(*pivotal.block) +
                               ", in its sixteen histories: every block draws others.");
    Grid people{
        .heading = "People, who change most first",
        .note = "Silenced: nobody hears, sees or asks them. Won over: losses made good, a part in the change and its lead.",
        .columns = {"", "If", "Change", "Histories turned"},
        .rows = {}};
    for (PivotalPerson const& person : pivotal.people) {
        if (people.rows.size() == most_turns) break;
        people.rows.push_back({name_of(person.id, person.level), std::string(in_words(person.turn)),
                               change_in_words(person.change, kind.unit), turned(person.flips)});
    }
    part.grids.push_back(std::move(people));
    if (std::ranges::all_of(pivotal.people, [](PivotalPerson const& person) { return person.flips.mean == 0; }))
        part.closing.emplace_back("None of the people asked about turns a single history alone.");
    if (!pivotal.can_win_over) part.closing.emplace_back("Levers are off here, so that nobody can be won over.");
    if (pivotal.weeks.empty()) return part;
    Grid weeks{.heading = "Weeks",
               .note = "If the strategy had been broken off at the start of that week.",
               .columns = {"Week", "Change", "Histories turned"},
               .rows = {}};
    for (PivotalWeek const& week : pivotal.weeks)
        weeks.rows.push_back({std::to_string(week.week), change_in_words(week.change, kind.unit), turned(week.flips)});
    part.grids.push_back(std::move(weeks));
    part.closing.push_back(decision_in_words(pivotal));
    return part;
}

Part part_of(Explanation const& explanation, Ledger const& ledger) {
    Part part;
    part.heading = "Who loses what";
    part.opening.emplace_back(
        "What people expect to win or lose in the last week, from −1 (everything lost) to 1. In all: goals "
        "by what they matter to each person, losses nearly double, less the effort of changing.");
    part.grids.push_back(grid_of("By department", "Department", ledger.departments, ledger.departments.size()));
    if (!ledger.roles.empty()) part.grids.push_back(grid_of("By rank, those who lose most", "Role", ledger.roles, most_roles));
    Grid people{.heading = "People who lose most",
                .note = ledger.block ? "Of organisation " + std::to_string(*ledger.block) + ", means of its sixteen histories."
                                     : "Means over all histories.",
                .columns = {"", "In all", "Career", "Pay", "Status", "Security", "Company"},
                .rows = {}};
    for (PersonStake const& person : ledger.people) {
        if (people.rows.size() == most_people || person.total >= 0) break;
        std::vector<std::string> row{name_of(person.id, person.level), stake_in_words(person.total)};
        for (double const goal : person.by_goal) row.push_back(stake_in_words(goal));
        people.rows.push_back(std::move(row));
    }
    if (!people.rows.empty()) part.grids.push_back(std::move(people));
    add_offers(part, explanation, ledger);
    return part;
}

}  // namespace micropol
