#include "findings/optimum.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "findings/bundle.h"
#include "findings/comparison.h"

namespace micropol {

namespace {

Listing sentences(std::vector<Phrase> items) { return {std::move(items), Listing::Joined::by_spaces}; }

std::size_t cost_in(Optimum const& optimum) { return *optimum.comparison.outcome("cost"); }

std::vector<std::size_t> cheapest_first(Optimum const& optimum) {
    std::vector<std::size_t> order(optimum.comparison.standings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t k) { return optimum.comparison.standings[k].level[cost_in(optimum)].mean; });
    return order;
}

// ------------------------------------------------------------------------------------------ what was searched

Phrase limits_of(Limits const& limits) {
    Listing both{.items = {}, .joined = Listing::Joined::by_commas};
    if (std::isfinite(limits.budget))
        both.items.push_back(Message("mean cost at most {0} thousand euros", {Decimal{limits.budget}}));
    if (std::isfinite(limits.least_credibility))
        both.items.push_back(Message("mean credibility at the end at least {0}", {percent(limits.least_credibility)}));
    return both.items.empty() ? Phrase("There are no limits.") : Message("Limits: {0}.", {both});
}

// "0, 13, 26 … 104"
Phrase weeks_of(SearchSpace const& space) {
    constexpr std::size_t first_ones = 3;
    std::vector<Phrase> all;
    for (int const week : space.weeks) all.push_back(Verbatim{std::to_string(week)});
    if (all.size() <= first_ones + 1) return Listing{all, Listing::Joined::by_commas};
    std::vector<Phrase> const first(all.begin(), all.begin() + first_ones);
    return Message("{0} … {1}", {Listing{first, Listing::Joined::by_commas}, all.back()});
}

Phrase what_was_searched(Optimum const& optimum) {
    SearchSpace const& space = optimum.space;
    Listing intensities{.items = {}, .joined = Listing::Joined::by_commas};
    for (double const intensity : space.intensities) intensities.items.push_back(Decimal{intensity, 2});
    return sentences(
        {Message(
             "Searched: {0} levers, at most {1} in a bundle; intensities {2}; windows that begin and end after {3} weeks; {4} "
             "kinds of people (these grids are assumed).",
             {Count{space.levers.size()}, Count{space.most_levers}, intensities, weeks_of(space), Count{space.targets.size()}}),
         limits_of(optimum.plan.limits),
         Message(
             "{0} strategies tried in {1} and {2} blocks of sixteen histories.",
             {Count{optimum.tried}, Message("{0} generations", {Count{optimum.generations}}), Count{optimum.search_blocks}})});
}

// ------------------------------------------------------------------------------------------------- the front

// What stands for it in the picture: 1 to 9 for what was found, letters for the scenario's own, o for none.
char mark_in(Optimum const& optimum, std::size_t standing) {
    Standing const& one = optimum.comparison.standings[standing];
    if (standing == optimum.comparison.none) return 'o';
    if (Found const* const found = optimum.bundle_of(one))
        return char('1' + std::min<std::ptrdiff_t>(8, found - optimum.found.data()));
    int letter = 0;
    for (std::size_t k = 0; k < standing; ++k)
        letter += k != optimum.comparison.none && !optimum.bundle_of(optimum.comparison.standings[k]) ? 1 : 0;
    return letter < 13 ? char('a' + letter) : letter < 25 ? char('b' + letter) : '+';  // without the o
}

Phrase note_of(Optimum const& optimum) {
    Listing parts{{"on fresh chance, cheapest first", "cost in thousand euros",
                   optimum.comparison.criterion.less_is_better ? "◆ no other has less for as little money"
                                                               : "◆ no other has more for as little money"},
                  Listing::Joined::by_semicolons};
    if (!std::ranges::all_of(optimum.prospects, &Prospect::keeps_limits)) parts.items.push_back("✗ breaks a limit");
    return parts;
}

Table front_table(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    std::size_t const merit = comparison.criterion.outcome;
    bool const limits_credibility = std::isfinite(optimum.plan.limits.least_credibility);
    Table table{.note = note_of(optimum), .columns = {"Strategy", "Front", "Cost", "Mean", "Difference to none"}};
    if (limits_credibility) table.columns.emplace_back("Credibility");
    for (std::size_t const k : cheapest_first(optimum)) {
        Standing const& standing = comparison.standings[k];
        Prospect const& prospect = optimum.prospects[k];
        auto& row = table.rows.emplace_back(std::vector<Phrase>{
            sentences({Verbatim{std::string(1, mark_in(optimum, k))}, strategy(standing.name)}),
            Verbatim{prospect.on_front       ? "◆"
                     : prospect.keeps_limits ? ""
                                             : "✗"},
            level(standing.level[cost_in(optimum)], Unit::money),
            level(standing.level[merit], comparison.facts.outcomes[merit]->unit), difference_to_none(comparison, k, merit)});
        if (limits_credibility) row.push_back(level(standing.level[*comparison.outcome("credibility")], Unit::share));
    }
    return table;
}

Section front_section(Optimum const& optimum) {
    Comparison const& comparison = optimum.comparison;
    std::size_t const merit = comparison.criterion.outcome;
    OutcomeKind const& kind = *comparison.facts.outcomes[merit];
    ScatterFigure figure{.points = {},
                         .axes = Message("Upwards: {0}; to the right: cost", {label_of(kind)}),
                         .up = label_of(kind),
                         .scale = scale_of(kind.unit)};
    for (bool const front : {false, true})  // what is on the front covers what is not
        for (std::size_t const k : cheapest_first(optimum)) {
            if (optimum.prospects[k].on_front != front) continue;
            ScatterFigure::Point point = point_of(comparison, k, merit);
            point.best = front, point.mark = mark_in(optimum, k);
            figure.points.push_back(point);
        }
    Section section{.id = "front", .heading = Message("{0}, against cost", {heading_of(comparison, merit)})};
    section.add({how_to_read_points(comparison), Medium::page});
    section.add({Figure{figure, describe_points(comparison, merit), front_table(optimum), true}});
    return section;
}

Section found_section(Optimum const& optimum) {
    Entries bundles;
    for (Found const& found : optimum.found) bundles.entries.push_back({name(found.name), describe(optimum.space, found.bundle)});
    if (bundles.entries.empty()) return {};
    Section section{.id = "found", .heading = "What was found"};
    section.add({Paragraph{"Lever, for whom, intensity, when (weeks count from 0, as in scenario files):"}});
    section.add({bundles});
    return section;
}

}  // namespace

Document findings_of(Optimum const& optimum, Detail detail) {
    Comparison const& comparison = optimum.comparison;
    StudyFacts const& facts = comparison.facts;
    Document document{.title = title_of(facts), .question = name(facts.question), .currency = facts.currency};
    document.opening = {{what_was_searched(optimum)},
                        {Message("Final: {0} strategies, each in the same {1}, seed {2}, none of which the search has seen",
                                 {Count{comparison.standings.size()}, histories_of(comparison.blocks, facts.by_person),
                                  Verbatim{std::to_string(facts.seed)}})}};
    warn_of_few(document.opening, comparison.blocks);
    for (Phrase& line : verdict_on(optimum)) document.verdict.push_back({std::move(line), Paragraph::Tone::verdict});
    document.sections = {front_section(optimum)};
    if (Section found = found_section(optimum); !found.elements.empty()) document.sections.push_back(std::move(found));
    std::vector<Found> shown = optimum.found;
    if (detail == Detail::brief && optimum.choice)
        std::erase_if(shown, [&](Found const& one) { return one.name != comparison.standings[*optimum.choice].name; });
    if (!shown.empty())
        document.sections.push_back({.id = "yaml",
                                     .heading = {},
                                     .elements = {{Code{"yaml", strategies_yaml(optimum.space, shown), "For the scenario:"}}}});
    document.closing = {
        {"Intervals are 95 %, with blocks as observations. The search chose before the final, so these figures are free of selection "
         "bias; comparisons with its choice hold for all others together (Bonferroni)."},
        {"A search finds what the model rewards, weak spots of its assumptions included: examine a bundle before you trust it."}};
    if (detail == Detail::brief && optimum.found.size() > 1)
        document.closing.push_back({"All bundles as YAML: --verbose; every figure: --format json or csv."});
    if (facts.by_person) document.closing.push_back(not_against_persons());
    on_money(document.closing, facts.amounts, facts.own_amounts);
    if (facts.sees_all) document.closing.push_back(upper_bound());
    document.closing.push_back(no_forecast());
    return document;
}

}  // namespace micropol
