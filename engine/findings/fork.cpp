// What would have happened, had something else been done from some week on.

#include <algorithm>
#include <array>

#include "findings/explanation_parts.h"
#include "findings/who.h"
#include "interventions/intervention.h"
#include "words/number_text.h"

namespace micropol {

namespace {

// What a board asks for besides the outcome that matters.
constexpr std::array<std::string_view, 9> asked_for{"success", "substantive", "symbolic",  "momentum", "attitude",
                                                    "hiding",  "quits",       "net_value", "cost"};

// A lever or a shock by its key.
Phrase called(std::string const& key) {
    bool const is_lever = std::ranges::any_of(intervention_catalogue(),
                                              [&](InterventionKind const* kind) { return kind->plugin.key == key; });
    if (is_lever) return lever(key);
    std::string text = key;
    std::ranges::replace(text, '_', ' ');
    return in_context("shock", text);
}

// "training (target=losers) is added"; the settings stay as they are.
Phrase done_otherwise(std::string const& text) {
    Wish const wish = parse_wish(text);
    if (wish.what.empty() || (wish.verb != "add" && wish.verb != "drop")) return name(text);
    Phrase what = called(wish.what);
    Listing settings{.items = {}, .joined = Listing::Joined::by_spaces};
    for (std::string const& one : wish.settings) settings.items.push_back(name(one));
    if (!settings.items.empty()) what = Message("{0} ({1})", {what, settings});
    return Message(wish.verb == "add" ? "{0} is added" : "{0} is dropped", {what});
}

Message question_of(Fork const& fork) {
    Listing wishes{.items = {}, .joined = Listing::Joined::by_semicolons};
    for (std::string const& text : fork.then) wishes.items.push_back(done_otherwise(text));
    if (wishes.items.empty()) wishes.items.emplace_back("no change");
    if (fork.at_week == 0) return {"What if, from the first week on: {0}", {wishes}};
    return {"What if, after {0} weeks: {1}", {Count{std::uint64_t(fork.at_week)}, wishes}};
}

Phrase yes_or_no(double value) { return value > 0 ? "yes" : "no"; }

Phrase at_the_end_of_the_history_told(Fork const& fork, std::size_t k, Unit unit) {
    if (unit == Unit::flag) return Message("{0} → {1}", {yes_or_no(fork.told_as_it_was[k]), yes_or_no(fork.told_otherwise[k])});
    int const decimals = unit == Unit::employees ? 0 : decimals_of(level(fork.difference[k], unit));
    Quantity as_it_was = value(fork.told_as_it_was[k], unit), otherwise = value(fork.told_otherwise[k], unit);
    as_it_was.decimals = otherwise.decimals = decimals;
    return Message("{0} → {1}", {as_it_was, otherwise});
}

Table outcomes_of(StudyFacts const& facts, Fork const& fork, std::size_t by, Detail detail) {
    Table table{.caption = Message("At week {0}", {Count{std::uint64_t(facts.weeks)}}),
                .note = "all histories; 95 % intervals, paired; money in thousand euros",
                .columns = {"Outcome", "As it was", "Otherwise", "Difference"},
                .rows = {}};
    bool const tells = !fork.told_as_it_was.empty();
    if (tells) table.columns.emplace_back("The history told");
    auto const add = [&](std::size_t k) {
        Unit const unit = facts.outcomes[k]->unit;
        table.rows.push_back({label_of(*facts.outcomes[k]), level(fork.as_it_was[k], unit), level(fork.otherwise[k], unit),
                              uncertain(fork.difference[k], unit)});
        if (tells) table.rows.back().push_back(at_the_end_of_the_history_told(fork, k, unit));
    };
    auto const is_asked_for = [&](std::size_t k) {
        return std::ranges::find(asked_for, facts.outcomes[k]->plugin.key) != asked_for.end();
    };
    add(by);
    for (std::string_view const key : asked_for)
        for (std::size_t k = 0; k < facts.outcomes.size(); ++k)
            if (k != by && facts.outcomes[k]->plugin.key == key) add(k);
    for (std::size_t k = 0; detail == Detail::full && k < facts.outcomes.size(); ++k)
        if (k != by && !is_asked_for(k)) add(k);
    return table;
}

// The history told, a quarter of a year at a time from the fork on.
Figure branches_of(StudyFacts const& facts, Fork const& fork, std::size_t by) {
    constexpr std::size_t quarter = 13;
    OutcomeKind const& kind = *facts.outcomes[by];
    Table table{
        .caption = "The history told", .note = label_of(kind), .columns = {"After week", "As it was", "Otherwise"}, .rows = {}};
    auto const at = [&](std::vector<float> const& weekly, std::size_t week) {
        Quantity quantity = value(double(weekly[week]), kind.unit);
        quantity.decimals = decimals_of(level(fork.difference[by], kind.unit));
        return with_money(quantity);
    };
    std::size_t const last = std::min(fork.weekly_as_it_was.size(), fork.weekly_otherwise.size()) - 1;
    for (std::size_t week = std::size_t(std::max(0, fork.at_week - 1)); week <= last; week += quarter) {
        if (last - week < quarter) week = last;
        table.rows.push_back({Count{week + 1}, at(fork.weekly_as_it_was, week), at(fork.weekly_otherwise, week)});
    }
    LinesFigure lines{.series = {{"As it was", {}, {fork.weekly_as_it_was.begin(), fork.weekly_as_it_was.end()}},
                                 {"Otherwise", {}, {fork.weekly_otherwise.begin(), fork.weekly_otherwise.end()}}},
                      .scale = scale_of(kind.unit),
                      .label = label_of(kind)};
    if (fork.at_week > 0) lines.mark = fork.at_week;
    return {std::move(lines),
            Message("Two lines by week: as it was, and otherwise; at the end {0} and {1}.",
                    {at(fork.weekly_as_it_was, last), at(fork.weekly_otherwise, last)}),
            std::move(table), true};
}

bool is_nothing(Fork const& fork) {
    return std::ranges::all_of(fork.difference, [](Estimate const& e) { return e.smallest == 0 && e.largest == 0; });
}

Phrase verdict_on(StudyFacts const& facts, Fork const& fork, std::size_t by) {
    if (is_nothing(fork)) return "Nothing differs in any outcome of any history.";
    OutcomeKind const& kind = *facts.outcomes[by];
    Estimate const& change = fork.difference[by];
    Phrase const label = label_of(kind), difference = with_money(uncertain(change, kind.unit));
    if (sign_of(change) == 0)
        return Message("{0}: whether it makes a difference is open: {1}. More histories (--runs) narrow the interval.",
                       {label, difference});
    return Message(change.mean > 0 ? "{0} would be higher: {1}. It is higher in {2} of the histories."
                                   : "{0} would be lower: {1}. It is higher in {2} of the histories.",
                   {label, difference, level(fork.better_in, Unit::share)});
}

}  // namespace

void add_fork(Document& document, Explanation const& explanation, Fork const& fork, Detail detail) {
    StudyFacts const& facts = explanation.facts;
    Section section{.id = "fork", .heading = naming_strategy(question_of(fork), facts)};
    section.add(
        {Paragraph{"Until then both branches are the same; from then on they are simulated with the same random numbers."}});
    if (!is_nothing(fork)) {
        if (!fork.chronicle.empty()) {
            section.add({Paragraph{"In the history told, this happens instead; what happens in both branches is left out:"},
                         Medium::everywhere, true});
            section.add({chronicle_of(fork.chronicle, facts), Medium::everywhere, true});
        }
        section.add({outcomes_of(facts, fork, explanation.outcome, detail)});
        if (!fork.weekly_as_it_was.empty() && !fork.weekly_otherwise.empty())
            section.add({branches_of(facts, fork, explanation.outcome)});
    }
    document.sections.push_back(std::move(section));
    document.verdict.push_back({Listing{{Message("{0}?", {question_of(fork)}), verdict_on(facts, fork, explanation.outcome)},
                                        Listing::Joined::by_spaces},
                                Paragraph::Tone::verdict});
}

}  // namespace micropol
