#include "findings/comparison.h"

#include <algorithm>
#include <cmath>

#include "scenario/ready_packages.h"
#include "words/number_text.h"

namespace micropol {

namespace {

Unit unit_at(Comparison const& comparison, std::size_t outcome) { return comparison.facts.outcomes[outcome]->unit; }

Phrase marked(Quantity const& level, std::string_view mark) {
    if (mark != "▲" && mark != "▼") return level;
    return Listing{{level, Verbatim{std::string(mark)}}, Listing::Joined::by_spaces};
}

// ------------------------------------------------------------------------------ who is best, and with what

Phrase intervals_hold(Comparison const& comparison) {
    std::size_t const pairs = comparison.standings.size() * (comparison.standings.size() - 1) / 2;
    if (pairs == 1) return "Intervals are 95 %, with blocks as observations.";
    return Message(
        "Intervals are 95 %, with blocks as observations; those against the best hold for all {0} pairs of strategies "
        "together (Bonferroni), since the best is chosen by the same data.",
        {Count{pairs}});
}

// How much more variance differences would have, had the strategies not shared their chance; nothing where that is not known.
Phrase pairing(Comparison const& comparison) {
    double least = INFINITY, most = 0;
    for (Standing const& standing : comparison.standings)
        if (std::isfinite(standing.pairing_gain))
            least = std::min(least, standing.pairing_gain), most = std::max(most, standing.pairing_gain);
    if (most <= 0) return {};
    auto const times = [](double factor) { return Decimal{factor, factor < 9.5 ? 1 : 0}; };
    auto const shown = [&](double factor) { return number_text(factor, times(factor).decimals, false, Language::english); };
    return Message(
        "All strategies are simulated with the same random numbers (common random numbers): otherwise differences to none "
        "would have {0} times their variance.",
        {shown(least) == shown(most) ? Phrase(times(most)) : Message("{0} to {1}", {times(least), times(most)})});
}

Section criterion_section(Comparison const& comparison) {
    std::size_t const outcome = comparison.criterion.outcome;
    Unit const unit = unit_at(comparison, outcome);
    Table table{.note = comparison.criterion.less_is_better ? "less is better; ≈ no clear difference from the best"
                                                            : "≈ no clear difference from the best",
                .columns = {"Strategy", "Mean", "Difference to the best"},
                .rows = {},
                .interval_unit = unit};
    for (Standing const& standing : comparison.standings) {
        bool const best = &standing == &comparison.standings.front();
        table.rows.push_back({strategy(standing.name), level(standing.level[outcome], unit),
                              best ? Phrase(in_context("strategy", "best")) : uncertain(standing.against_best[outcome], unit)});
        table.intervals.push_back(interval(standing.against_best[outcome]));
    }
    return {.id = "criterion", .heading = heading_of(comparison, outcome), .elements = {{table}}, .subsection = true};
}

Section company_section(Comparison const& comparison) {
    Table table{.note = "▲ ▼ clearly more or less than with none; money in thousand euros", .columns = {"Strategy"}, .rows = {}};
    for (Standing const& standing : comparison.standings) table.rows.push_back({strategy(standing.name)});
    constexpr std::pair<std::string_view, char const*> shown[] = {
        {"success", "Takes root"}, {"symbolic", "On paper only"}, {"cost", "Cost"}, {"net_value", "Value minus cost"}};
    for (auto const& [key, title] : shown) {
        auto const outcome = comparison.outcome(key);
        if (!outcome || *outcome == comparison.criterion.outcome) continue;
        table.columns.emplace_back(title);
        Unit const unit = unit_at(comparison, *outcome);
        for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
            Standing const& standing = comparison.standings[k];
            std::string_view const mark = k == comparison.none ? "" : mark_of(level(standing.against_none[*outcome], unit));
            table.rows[k].push_back(marked(level(standing.level[*outcome], unit), mark));
        }
    }
    if (table.columns.size() == 1) return {};
    return {.id = "company", .heading = "What comes with it", .elements = {{table}}, .subsection = true};
}

Section safety_section(Comparison const& comparison) {
    Unit const unit = unit_at(comparison, comparison.criterion.outcome);
    Table table{.note = "shares of histories; regret: how far a strategy falls short of the best one in the same block",
                .columns = {"Strategy", "Best in", "Better than none in", "Mean regret", "Worst regret"},
                .rows = {}};
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Standing const& standing = comparison.standings[k];
        Quantity regret = quantity(standing.regret, unit, Quantity::Form::size);
        regret.decimals = decimals_of(regret);
        Quantity worst = value(standing.worst_regret, unit);
        worst.form = Quantity::Form::size, worst.decimals = regret.decimals;
        regret.low = regret.high > regret.low ? std::max(0.0, regret.low) : NAN;
        table.rows.push_back({strategy(standing.name), level(standing.best_in, Unit::share),
                              k == comparison.none ? Phrase() : level(standing.beats[comparison.none], Unit::share), regret,
                              worst});
    }
    return {.id = "safety", .heading = "How safe the choice is", .elements = {{table}}, .subsection = true};
}

Section meaning_section(Comparison const& comparison) {
    Entries meanings;
    for (Standing const& standing : comparison.standings)
        if (!standing.meaning.empty())
            meanings.entries.push_back({strategy(standing.name), is_meaning_of_package(standing.meaning)
                                                                     ? Phrase(Message(standing.meaning))
                                                                     : name(standing.meaning)});
    if (meanings.entries.empty()) return {};
    return {.id = "meaning",
            .heading = "What the strategies do",
            .elements = {{meanings}},
            .medium = Medium::page,
            .subsection = true,
            .is_background = true};
}

// ---------------------------------------------------------------------------------------- outcome by outcome

// On a page what matters to most readers; in a terminal everything, where asked.
Section outcome_section(Comparison const& comparison, std::size_t outcome, Detail detail) {
    OutcomeKind const& kind = *comparison.facts.outcomes[outcome];
    constexpr std::string_view on_pages[] = {"success", "substantive", "net_value"};
    bool const on_page = outcome == comparison.criterion.outcome || std::ranges::count(on_pages, kind.plugin.key) > 0;
    if (!on_page && detail == Detail::brief) return {};
    IntervalsFigure figure{.rows = {}, .scale = scale_of(kind.unit), .change = true};
    Table table{.columns = {"Strategy", "Mean", "Difference to none", "Difference to the best"}, .rows = {}};
    std::vector<std::pair<Phrase, Phrase>> bars;
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Standing const& standing = comparison.standings[k];
        Phrase const who = strategy(standing.name), change = difference_to_none(comparison, k, outcome);
        table.rows.push_back({who, level(standing.level[outcome], kind.unit), change,
                              k == 0 ? Phrase("best by the criterion") : uncertain(standing.against_best[outcome], kind.unit)});
        if (k == comparison.none) continue;
        Estimate const& estimate = standing.against_none[outcome];
        figure.rows.push_back({who, interval(estimate), sign_of(estimate), change});
        bars.emplace_back(who, change);
    }
    return {.id = "difference",
            .heading = heading_of(comparison, outcome),
            .elements = {{Figure{figure, bars_described(bars), table, detail == Detail::full}}},
            .medium = !on_page                 ? Medium::terminal
                      : detail == Detail::full ? Medium::everywhere
                                               : Medium::page,
            .subsection = true,
            .is_background = outcome != comparison.criterion.outcome && kind.plugin.key != "net_value"};
}

Section differences_heading() {
    return {.id = "differences",
            .heading = "Difference to doing nothing",
            .elements = {{Paragraph{"Every difference is paired: both strategies are simulated with the same random numbers. If "
                                    "the interval includes 0, no difference was found."}}},
            .medium = Medium::page};
}

Section duel_section(Comparison const& comparison) {
    Table table{.note = "share of histories in which the row is better than the column", .columns = {"Strategy"}, .rows = {}};
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Verbatim const number{std::to_string(k + 1)};
        table.columns.emplace_back(number);
        auto& row = table.rows.emplace_back();
        row.push_back(Listing{{number, strategy(comparison.standings[k].name)}, Listing::Joined::by_spaces});
        for (std::size_t other = 0; other < comparison.standings.size(); ++other)
            row.push_back(other == k ? Phrase() : mean(comparison.standings[k].beats[other], Unit::share));
    }
    return {.id = "duels", .heading = "Strategies in pairs", .elements = {{table}}, .subsection = true};
}

Section cost_section(Comparison const& comparison) {
    auto const cost = comparison.outcome("cost");
    auto const outcome = cost == comparison.criterion.outcome ? comparison.outcome("net_value")
                                                              : std::optional(comparison.criterion.outcome);
    if (!cost || !outcome) return {};
    OutcomeKind const& kind = *comparison.facts.outcomes[*outcome];
    Phrase const label = label_of(kind), heading = Message("{0} against cost", {label});
    ScatterFigure figure{.points = {}, .up = label, .scale = scale_of(kind.unit)};
    Table table{.columns = {"Strategy", "Cost, thousand euros", label}, .rows = {}};
    for (std::size_t k = 0; k < comparison.standings.size(); ++k) {
        Standing const& standing = comparison.standings[k];
        figure.points.push_back(point_of(comparison, k, *outcome));
        table.rows.push_back(
            {strategy(standing.name), level(standing.level[*cost], Unit::money), level(standing.level[*outcome], kind.unit)});
    }
    Section section{.id = "value-cost", .heading = heading, .elements = {}, .medium = Medium::page};
    section.add({how_to_read_points(comparison)});
    section.add({Figure{figure, describe_points(comparison, *outcome), table}});
    return section;
}

}  // namespace

Phrase heading_of(Comparison const& comparison, std::size_t outcome) {
    OutcomeKind const& kind = *comparison.facts.outcomes[outcome];
    Message const heading("{0} at week {1}", {label_of(kind), Count{std::uint64_t(comparison.facts.weeks)}});
    return kind.unit == Unit::money ? Message("{0}, thousand euros", {heading}) : heading;
}

Phrase difference_to_none(Comparison const& comparison, std::size_t standing, std::size_t outcome) {
    if (standing == comparison.none) return {};
    return uncertain(comparison.standings[standing].against_none[outcome], unit_at(comparison, outcome));
}

ScatterFigure::Point point_of(Comparison const& comparison, std::size_t standing, std::size_t outcome) {
    Standing const& one = comparison.standings[standing];
    return {.name = strategy(one.name),
            .x = interval(one.level[*comparison.outcome("cost")]),
            .y = interval(one.level[outcome]),
            .x_shown = level(one.level[*comparison.outcome("cost")], Unit::money),
            .y_shown = level(one.level[outcome], unit_at(comparison, outcome)),
            .best = one.level_with_best};
}

Phrase describe_points(Comparison const& comparison, std::size_t outcome) {
    OutcomeKind const& kind = *comparison.facts.outcomes[outcome];
    Listing points{.items = {}, .joined = Listing::Joined::by_semicolons};
    for (Standing const& standing : comparison.standings)
        points.items.push_back(
            Message("{0}: {1}, {2}",
                    {strategy(standing.name), with_money(level(standing.level[*comparison.outcome("cost")], Unit::money)),
                     with_money(level(standing.level[outcome], kind.unit))}));
    return Message("Scatter plot of {0} against cost: {1}.", {label_of(kind), points});
}

Paragraph how_to_read_points(Comparison const& comparison) {
    return {comparison.criterion.less_is_better
                ? "Each point is a strategy, with 95 % intervals both ways. Further down and further left is better."
                : "Each point is a strategy, with 95 % intervals both ways. Further up and further left is better."};
}

Document findings_of(Comparison const& comparison, Detail detail) {
    StudyFacts const& facts = comparison.facts;
    Document document{.title = title_of(facts), .question = name(facts.question), .currency = facts.currency};
    document.opening.push_back({Message("{0} strategies, each in the same {1}, seed {2}",
                                        {Count{comparison.standings.size()}, histories_of(comparison.blocks, facts.by_person),
                                         Verbatim{std::to_string(facts.seed)}})});
    if (auto const& later = comparison.later)
        document.opening.push_back({Message("Strategies begin in week {0}; what was done until then: {1}.",
                                            {Verbatim{std::to_string(later->week)}, strategy(later->until_then)})});
    warn_of_few(document.opening, comparison.blocks);
    for (Phrase& sentence : verdict_on(comparison)) document.verdict.push_back({std::move(sentence), Paragraph::Tone::verdict});
    Paragraph const intervals{intervals_hold(comparison)}, paired{pairing(comparison)};
    document.sections = {
        {.id = "comparison", .heading = "Strategies compared", .elements = {{intervals}}, .medium = Medium::page},
        criterion_section(comparison),
        company_section(comparison),
        safety_section(comparison)};
    if (detail == Detail::full) document.sections.push_back(duel_section(comparison));
    document.sections.push_back(meaning_section(comparison));
    document.sections.push_back(differences_heading());
    document.sections.push_back(outcome_section(comparison, comparison.criterion.outcome, detail));
    for (std::size_t outcome = 0; outcome < facts.outcomes.size(); ++outcome)
        if (outcome != comparison.criterion.outcome) document.sections.push_back(outcome_section(comparison, outcome, detail));
    document.sections.push_back(cost_section(comparison));
    std::erase_if(document.sections, [](Section const& section) { return section.elements.empty(); });
    document.closing = {intervals};
    if (!paired.text.empty()) document.closing.push_back(paired);
    if (detail == Detail::brief)
        document.closing.push_back({"Every outcome: --verbose, or --format json or csv; another criterion: --by OUTCOME."});
    if (facts.by_person) document.closing.push_back(not_against_persons());
    on_money(document.closing, facts.amounts, facts.own_amounts);
    if (facts.sees_all) document.closing.push_back(upper_bound());
    document.closing.push_back(no_forecast());
    return document;
}

}  // namespace micropol
