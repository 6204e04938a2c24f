#include "findings/calibrated.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "findings/evidence_words.h"
#include "findings/sweep_words.h"
#include "statistics/growth_curve.h"

namespace micropol {

namespace {

constexpr std::size_t most_rows = 10, fewest_rows = 5, most_named = 3;
constexpr double central = 0.8;  // of what is believed: the part shown, as NumberLearned has it

Phrase sentences(std::vector<Phrase> some) { return Listing{std::move(some), Listing::Joined::by_spaces}; }

Unit unit_of(Seen seen) { return seen == Seen::support ? Unit::attitude : Unit::share; }

Quantity amount(double amount, Seen seen) { return {.mean = amount, .unit = unit_of(seen), .decimals = 0}; }
Quantity fine_amount(double amount, Seen seen) {
    return {.mean = amount, .unit = unit_of(seen), .decimals = seen == Seen::support ? 2 : 1};
}

Phrase chance(double by_chance) {
    if (by_chance < 0.001) return "less than 0.1 %";
    return Quantity{.mean = by_chance, .unit = Unit::share, .decimals = by_chance < 0.1 ? 1 : 0};
}

// [number] those that moved first, what is known best before the others.
std::vector<std::size_t> best_known_first(Posterior const& posterior) {
    std::vector<std::size_t> order(posterior.learned.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        NumberLearned const &one = posterior.learned[a], &other = posterior.learned[b];
        return one.moved != other.moved ? one.moved : one.width < other.width;
    });
    return order;
}

std::size_t moved_in(Posterior const& posterior) {
    return std::size_t(std::ranges::count_if(posterior.learned, &NumberLearned::moved));
}

// ------------------------------------------------------------------------------- can it be produced?

Phrase whether_produced(Calibrated const& calibrated) {
    ModelMisfit const& misfit = calibrated.posterior.misfit;
    if (!misfit.flagged)
        return Message("The model can produce these observations: of companies that it made itself, {0} look at least as odd.",
                       {percent(misfit.by_chance)});
    Listing cells;
    for (std::size_t const cell : misfit.unreached)
        if (cells.items.size() < most_named) cells.items.push_back(name_of_cell(calibrated.evidence, cell));
    if (!cells.items.empty())
        return Message("The model does not fit: none of {0} settings produced this: {1}. What follows is not to be relied on.",
                       {Count{misfit.settings}, cells});
    if (misfit.pattern.empty())
        return Message(
            "The model does not fit: of companies that it made itself, only {0} look as odd. What follows is not to be relied on.",
            {percent(misfit.by_chance)});
    constexpr double seldom = 0.05;
    Phrase const pattern = name_of_pattern(calibrated.evidence, misfit.pattern);
    Phrase const by = Decimal{std::abs(misfit.deviations), 1};
    if (misfit.pattern_by_chance > seldom)
        return Message(
            "The model does not fit: each observation alone is possible, but no setting brings about all of them; of companies that it "
            "made itself, only {0} look as odd. What agrees least with the others: {1}. What follows is not to be relied on.",
            {percent(misfit.by_chance), pattern});
    return Message(
        misfit.deviations < 0
            ? "The model does not fit: for all that was observed beside it, this is too low, by {1} standard deviations: {0}. "
              "Of companies that it made itself, only {2} look as odd. What follows is not to be relied on."
            : "The model does not fit: for all that was observed beside it, this is too high, by {1} standard deviations: {0}. "
              "Of companies that it made itself, only {2} look as odd. What follows is not to be relied on.",
        {pattern, by, percent(misfit.by_chance)});
}

Section produced_section(Calibrated const& calibrated, Detail detail) {
    Section section{.id = "produced", .heading = "Can the model produce what was observed?"};
    auto const& cells = calibrated.evidence.cells;
    auto const& check = calibrated.posterior.check;
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < cells.size(); ++k)
        if (!calibrated.is_held_out(cells[k])) order.push_back(k);
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return check[k].by_chance; });
    if (detail != Detail::full) order.resize(std::min(order.size(), fewest_rows));
    Table table{
        .note =
            "what another company of the same setting would show, 90 % of them, and how often one would be as far off; those "
            "that fit least. Answers to a survey: 0 % stands for the least and 100 % for the most on the scale",
        .columns = {"What", "Observed", "The model: 90 % between", "By chance"}};
    for (std::size_t const k : order) {
        Seen const seen = cells[k].seen;
        table.rows.push_back({name_of_cell(calibrated.evidence, k), amount(cells[k].value, seen),
                              Message("{0} to {1}", {amount(check[k].low, seen), amount(check[k].high, seen)}),
                              chance(check[k].by_chance)});
    }
    section.add({table});
    return section;
}

// ------------------------------------------------------------------------------------- what it says

Phrase what_moved(Calibrated const& calibrated) {
    Posterior const& posterior = calibrated.posterior;
    std::size_t const moved = moved_in(posterior);
    Count const all{posterior.learned.size()};
    if (moved == 0) return Message("The observations say nothing beyond chance of any of the {0} uncertain numbers.", {all});
    std::vector<Phrase> const names = short_names(calibrated.numbers);
    Listing first;
    for (std::size_t const number : best_known_first(posterior))
        if (posterior.learned[number].moved && first.items.size() < most_named) first.items.push_back(names[number]);
    return Message("The observations say something of {0} of {1} uncertain numbers, most of all of {2}.",
                   {Count{moved}, all, first});
}

Phrase what_is_confounded(Calibrated const& calibrated) {
    auto const& pairs = calibrated.posterior.pairs;
    if (pairs.empty()) return {};
    std::vector<Phrase> const names = short_names(calibrated.numbers);
    return Message("{0} pairs of them cannot be told apart, first of all {1} and {2}.",
                   {Count{pairs.size()}, names[pairs.front().first], names[pairs.front().second]});
}

Phrase between(Factor const& number, double low, double high) {
    return Message("{0} to {1}", {value_of(number, coordinate_at(number, low)), value_of(number, coordinate_at(number, high))});
}

// [step] over the places in what was believed before, all of them as likely then.
std::vector<double> times_as_likely(Posterior const& posterior, std::size_t number) {
    constexpr std::size_t steps = 20;
    std::vector<double> times(steps);
    double const each = double(steps) / double(posterior.count());
    for (std::size_t particle = 0; particle < posterior.count(); ++particle)
        times[std::min(steps - 1, std::size_t(posterior.where[particle * posterior.numbers + number] * steps))] += each;
    return times;
}

Section learned_section(Calibrated const& calibrated, Detail detail) {
    Section section{.id = "learned", .heading = "What the evidence says of what was not known"};
    Posterior const& posterior = calibrated.posterior;
    std::vector<std::size_t> order = best_known_first(posterior);
    if (detail != Detail::full) order.resize(std::min(order.size(), std::clamp(moved_in(posterior), fewest_rows, most_rows)));
    std::vector<Phrase> const names = short_names(calibrated.numbers);
    Table table{.note = "four in five of what is believed, before and after; what is left of the width; never a point",
                .columns = {"Assumption", "Believed before", "After the evidence", "Width left", "Moved"}};
    RidgesFigure figure{.rows = {}, .across = "Of what was believed before"};
    for (std::size_t const k : order) {
        NumberLearned const& learned = posterior.learned[k];
        Factor const& number = calibrated.numbers[k];
        Phrase const after = between(number, learned.low, learned.high);
        table.rows.push_back({names[k], between(number, (1 - central) / 2, (1 + central) / 2), after, percent(learned.width),
                              learned.moved ? Phrase("yes") : Phrase("not beyond chance")});
        figure.rows.push_back({.name = names[k], .after = times_as_likely(posterior, k), .clear = learned.moved, .shown = after});
    }
    Figure drawn{
        .data = std::move(figure),
        .description =
            "How likely each number is after the evidence (filled) and before it (dashed: all places alike), within what "
            "was believed before: 0 % is the lowest and 100 % the highest value believed.",
        .table = table,
        .in_terminal = true};
    section.add({std::move(drawn)});
    if (posterior.pairs.empty()) return section;
    List pairs;
    for (PairLearned const& pair : posterior.pairs)
        if (pairs.items.size() < (detail == Detail::full ? posterior.pairs.size() : fewest_rows))
            pairs.items.push_back(Message(pair.correlation > 0
                                              ? "{0} and {1}: more of the one with more of the other (correlation {2})"
                                              : "{0} and {1}: more of the one with less of the other (correlation {2})",
                                          {names[pair.first], names[pair.second], Decimal{pair.correlation, 2, true}}));
    section.add({Paragraph{"The evidence does not tell these apart:"}});
    section.add({pairs});
    return section;
}

// -------------------------------------------------------------------------------------- retrodiction

Phrase forecaster(std::string const& called) {
    if (called == "posterior") return "the calibrated model";
    if (called == "prior") return "the model before calibration";
    if (called == name_of(Baseline::last_week)) return "as last week";
    if (called == name_of(Baseline::logistic)) return "a logistic curve";
    if (called == name_of(Baseline::bass)) return "a Bass curve";
    if (called == last_wave) return "as in the last survey";
    return name(called);
}

Phrase who_forecasts_best(Calibrated const& calibrated) {
    if (calibrated.retrodictions.empty()) return {};
    Retrodiction const& first = calibrated.retrodictions.front();
    auto const best = std::ranges::min_element(first.forecasters, {}, &Forecaster::score);
    Phrase const of = seen_label(first.seen);
    if (calibrated.hold_out_wave) {
        Phrase const wave = name(*calibrated.hold_out_wave);
        return best == first.forecasters.begin()
                   ? Message("Of the survey {0}, which was held out, the calibrated model is the best forecast.", {wave})
                   : Message("Of the survey {0}, which was held out, {1} is a better forecast than the calibrated model.",
                             {wave, forecaster(best->name)});
    }
    Phrase const week = week_of(*calibrated.hold_out_from);
    if (best == first.forecasters.begin())
        return Message("Of {1} from week {0} on, which were held out, the calibrated model is the best forecast.", {week, of});
    return Message("Of {1} from week {0} on, which were held out, {2} is a better forecast than the calibrated model.",
                   {week, of, forecaster(best->name)});
}

Section retrodiction_section(Calibrated const& calibrated) {
    Section section{
        .id = "retrodiction",
        .heading = calibrated.hold_out_wave
                       ? Message("How well it forecasts the survey that was held out, {0}", {name(*calibrated.hold_out_wave)})
                       : Message("How well it forecasts what was held out, from week {0}", {week_of(*calibrated.hold_out_from)})};
    for (Retrodiction const& one : calibrated.retrodictions) {
        Table table{
            .caption = seen_label(one.seen),
            .note =
                "mean error of the forecast as a whole (continuous ranked probability score; less is better); how much of what "
                "happened lies where the forecast puts four in five",
            .columns = {"Forecast", "Error", "Within 80 %", "Numbers"}};
        for (Forecaster const& by : one.forecasters)
            table.rows.push_back({forecaster(by.name), fine_amount(by.score, one.seen), percent(by.covered), Count{by.numbers}});
        section.add({Paragraph{seen_label(one.seen)}, Medium::page});
        section.add({table});
    }
    return section;
}

// -------------------------------------------------------------------------------------- what it is

Section evidence_section(Calibrated const& calibrated) {
    Section section{.id = "evidence", .heading = "What was observed", .is_background = true};
    Table table{.columns = {"What", "Numbers", "Weeks", "Departments"}};
    auto const& cells = calibrated.evidence.cells;
    for (std::size_t kind = 0; kind < std::size(seen_names); ++kind) {
        std::set<int> weeks;
        std::set<std::size_t> groups;
        std::size_t numbers = 0;
        for (EvidenceCell const& cell : cells)
            if (cell.seen == Seen(kind)) weeks.insert(cell.week), groups.insert(cell.group), ++numbers;
        if (numbers == 0) continue;
        bool const whole = groups.size() == 1 && *groups.begin() == everybody;
        table.rows.push_back({seen_label(Seen(kind)), Count{numbers},
                              Message("{0} to {1}", {week_of(*weeks.begin()), week_of(*weeks.rbegin())}),
                              whole ? Phrase("all together") : Phrase(Count{groups.size()})});
    }
    section.add({table});
    return section;
}

Section wave_section(Calibrated const& calibrated) {
    Section section{.id = "waves", .heading = "How it was found", .is_background = true};
    Table table{
        .note =
            "settings that were simulated; how much of what was believed is not ruled out; how many independent settings tell as "
            "much as those that count",
        .columns = {"Wave", "Settings", "Not ruled out", "Worth settings"}};
    table.rows.push_back({Phrase("what was believed"), Count{calibrated.posterior.misfit.settings}, percent(1), Verbatim{""}});
    std::size_t number = 0;
    for (CalibrationWave const& wave : calibrated.posterior.waves)
        table.rows.push_back({Message("wave {0}", {Verbatim{std::to_string(++number)}}), Count{wave.settings},
                              chance(wave.volume_left),
                              wave.matching ? Phrase(Verbatim{""}) : Phrase(Decimal{wave.effective, 0})});
    section.add({table});
    return section;
}

}  // namespace

std::vector<Phrase> verdict_on(Calibrated const& calibrated) {
    std::vector<Phrase> lines{whether_produced(calibrated)};
    Phrase const confounded = what_is_confounded(calibrated);
    lines.push_back(confounded.empty() ? what_moved(calibrated) : sentences({what_moved(calibrated), confounded}));
    if (Phrase forecast = who_forecasts_best(calibrated); !forecast.empty()) lines.push_back(std::move(forecast));
    return lines;
}

Document findings_of(Calibrated const& calibrated, Detail detail) {
    StudyFacts const& facts = calibrated.facts;
    Document document{.title = title_of(facts), .question = name(facts.question), .currency = facts.currency};
    document.opening.push_back(
        {Message("{0} observations of the company, against {1} uncertain numbers; what the company did: {2}",
                 {Count{calibrated.evidence.cells.size()}, Count{calibrated.numbers.size()}, strategy(facts.strategy)})});
    bool caution = calibrated.posterior.misfit.flagged;
    for (Phrase& sentence : verdict_on(calibrated)) {
        document.verdict.push_back({std::move(sentence), caution ? Paragraph::Tone::caution : Paragraph::Tone::verdict});
        caution = false;
    }
    document.sections.push_back(learned_section(calibrated, detail));
    document.sections.push_back(produced_section(calibrated, detail));
    if (!calibrated.retrodictions.empty()) document.sections.push_back(retrodiction_section(calibrated));
    document.sections.push_back(evidence_section(calibrated));
    document.sections.push_back(wave_section(calibrated));
    document.closing.push_back(
        {Message("Private views are never observed: what people answer and do says something of them, and no more.")});
    document.closing.push_back(no_forecast());
    return document;
}

}  // namespace micropol
