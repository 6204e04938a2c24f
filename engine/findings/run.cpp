#include "findings/run.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "findings/run_sections.h"
#include "words/number_text.h"

namespace micropol {

namespace {

char const* heading_of(OutcomeSection section) {
    switch (section) {
        case OutcomeSection::headline: break;  // without one
        case OutcomeSection::people: return "People at week {0}";
        case OutcomeSection::politics: return "Politics at week {0}";
        case OutcomeSection::climate: return "Climate at week {0}";
        case OutcomeSection::performance: return "Performance at week {0}";
        case OutcomeSection::decisions: return "Decisions at week {0}";
    }
    return "";
}

// In the order of the section; what is in none is in JSON, CSV and the long text.
// What passes between Marketing and Sales says nothing of people who were imported without such departments: it is the same in
// every history.
bool has_meaning(OutcomeSummary const& outcome, RunSummary const& run) {
    constexpr std::string_view between_them[] = {"marketing_sales_trust", "lead_quality", "lead_followup", "value_of_leads"};
    bool const is_one = std::ranges::find(between_them, outcome.kind->plugin.key) != std::end(between_them);
    return !run.imported || !is_one || outcome.at_horizon.smallest != outcome.at_horizon.largest;
}

std::vector<OutcomeSummary const*> outcomes_in(OutcomeSection section, RunSummary const& run) {
    std::vector<OutcomeSummary const*> found;
    for (OutcomeSummary const& outcome : run.outcomes)
        if (outcome.kind->prominent && outcome.kind->prominent->section == section && has_meaning(outcome, run))
            found.push_back(&outcome);
    std::ranges::sort(found, {}, [](OutcomeSummary const* outcome) { return outcome->kind->prominent->order; });
    return found;
}

bool is_headline(OutcomeSummary const& outcome) {
    return outcome.kind->prominent && outcome.kind->prominent->section == OutcomeSection::headline;
}

OutcomeSummary const* outcome_in(RunSummary const& run, std::string_view key) {
    for (OutcomeSummary const& outcome : run.outcomes)
        if (outcome.kind->plugin.key == key) return &outcome;
    return nullptr;
}

Count week(int number) { return {std::uint64_t(number)}; }

// "8–79"
Quantity range_of_histories(Estimate const& estimate, Unit unit) {
    Quantity range = level(estimate, unit);
    range.decimals = decimals_of(range);
    range.low = estimate.smallest, range.high = estimate.largest, range.form = Quantity::Form::interval;
    return range;
}

// ------------------------------------------------------------------------------------------ headlines

Phrase spread_of(OutcomeSummary const& outcome, bool names_interval) {
    Estimate const& estimate = outcome.at_horizon;
    if (estimate.smallest == estimate.largest) return "in every history";
    Listing parts{.items = {}, .joined = Listing::Joined::by_semicolons};
    Quantity const bounds = quantity(estimate, outcome.kind->unit, Quantity::Form::interval);
    if (std::isfinite(estimate.low))
        parts.items.push_back(names_interval ? Phrase(Message("95 % interval of the mean {0}", {bounds})) : Phrase(bounds));
    if (outcome.kind->unit != Unit::flag)
        parts.items.push_back(Message("histories range {0}", {range_of_histories(estimate, outcome.kind->unit)}));
    return parts;
}

Fact when_half(RunSummary const& run) {
    Phrase const label = "Half of the people have adopted";
    if (std::isnan(run.week_of_half)) return {label, name("–"), {}, "fewer than half of the histories get there"};
    return {label, Message("week {0}", {Decimal{run.week_of_half}}), {}, "median over histories"};
}

Section headline_section(RunSummary const& run) {
    Facts facts;
    for (OutcomeSummary const* outcome : outcomes_in(OutcomeSection::headline, run)) {
        bool const is_adoption = outcome->kind->plugin.key == "substantive";
        Phrase label = label_of(*outcome->kind);
        if (is_adoption) label = Message("{0} at week {1}", {label, week(run.weeks)});
        facts.lines.push_back(
            {label, mean(outcome->at_horizon, outcome->kind->unit), {}, spread_of(*outcome, facts.lines.empty())});
        if (is_adoption) facts.lines.push_back(when_half(run));
    }
    if (facts.lines.empty()) return {};
    return {.id = "headlines", .heading = {}, .elements = {{facts}}, .medium = Medium::terminal};
}

std::vector<Paragraph> verdict_on(RunSummary const& run) {
    OutcomeSummary const *const success = outcome_in(run, "success"), *const substantive = outcome_in(run, "substantive");
    if (success && substantive) {
        std::vector<Phrase> said{level(success->at_horizon, Unit::flag), week(run.weeks),
                                 level(substantive->at_horizon, Unit::share)};
        if (run.strategy.empty())
            return {
                {Message("Without a strategy the transformation takes root in {0} of histories; by week {1}, {2} of people have "
                         "adopted it in substance (means and 95 % intervals).",
                         said),
                 Paragraph::Tone::verdict}};
        said.push_back(name(run.strategy));
        return {{Message("With strategy {3} the transformation takes root in {0} of histories; by week {1}, {2} of people have "
                         "adopted it in substance (means and 95 % intervals).",
                         said),
                 Paragraph::Tone::verdict}};
    }
    if (run.outcomes.empty()) return {};
    OutcomeSummary const& first = run.outcomes.front();
    return {{Message("By week {0}, {1}: {2} (mean and 95 % interval).",
                     {week(run.weeks), label_of(*first.kind), with_money(level(first.at_horizon, first.kind->unit))}),
             Paragraph::Tone::verdict}};
}

std::vector<Paragraph> opening(RunSummary const& run) {
    Phrase const histories = histories_of(run.blocks, run.imported), seed = Verbatim{std::to_string(run.seed)};
    std::vector<Paragraph> lines{{run.strategy.empty()
                                      ? Message("{0}, seed {1}", {histories, seed})
                                      : Message("{0}, seed {1}, strategy {2}", {histories, seed, name(run.strategy)})}};
    if (run.blocks == 1) lines.push_back(no_interval());
    warn_of_few(lines, run.blocks);
    return lines;
}

// ------------------------------------------------------------------------------------- week by week

// Weeks that a table has room for: about thirteen, the last one among them.
std::vector<std::size_t> weeks_shown(std::size_t weeks) {
    std::vector<std::size_t> shown;
    std::size_t const step = std::max<std::size_t>(1, (weeks + 12) / 13);
    for (std::size_t week = step; week < weeks; week += step) shown.push_back(week - 1);
    if (weeks > 0) shown.push_back(weeks - 1);
    return shown;
}

Section adoption_section(RunSummary const& run) {
    Section section{.id = "adoption", .heading = "How adoption spreads", .elements = {}, .medium = Medium::page};
    OutcomeSummary const* outcome = outcome_in(run, "substantive");
    if (outcome)
        section.add({Paragraph{std::isnan(run.week_of_half)
                                   ? Phrase("In fewer than half of the histories do half of the people adopt.")
                                   : Phrase(Message("Half of the people have adopted in week {0} (median over histories).",
                                                    {Decimal{run.week_of_half}}))}});
    else if (!run.outcomes.empty())
        outcome = &run.outcomes.front();
    if (!outcome || outcome->weekly.mean.empty()) return {};
    WeeklyBand const& band = outcome->weekly;
    Unit const unit = outcome->kind->unit;
    auto const at = [&](std::vector<float> const& quantile, std::size_t week) {
        return with_money(value(double(quantile[week]), unit));
    };
    Table table{
        .caption = label_of(*outcome->kind), .columns = {"Week", "Median", "Half of the histories", "Nine of ten"}, .rows = {}};
    for (std::size_t const week : weeks_shown(band.mean.size()))
        table.rows.push_back({Count{week + 1}, at(band.median, week),
                              Message("{0} – {1}", {at(band.q25, week), at(band.q75, week)}),
                              Message("{0} – {1}", {at(band.q05, week), at(band.q95, week)})});
    std::size_t const last = band.mean.size() - 1;
    section.add(
        {Paragraph{"Half of the histories run inside the dark band, nine of ten inside the light one. Single histories differ "
                   "by who works there, by what is assumed and by chance."}});
    section.add({Figure{
        FanFigure{label_of(*outcome->kind), scale_of(unit), band.q05, band.q25, band.median, band.q75, band.q95},
        Message(
            "Fan chart of {0} by week. It begins at {1} and ends at a median of {2}; nine of ten histories end between {3} "
            "and {4}.",
            {label_within(*outcome->kind), at(band.median, 0), at(band.median, last), at(band.q05, last), at(band.q95, last)}),
        table}});
    return section;
}

// With weekly means, from the furthest stage down.
std::vector<OutcomeSummary const*> outcomes_of_stages(RunSummary const& run) {
    std::vector<OutcomeSummary const*> found;
    for (OutcomeSummary const& outcome : run.outcomes)
        if (outcome.kind->stage && !outcome.weekly.mean.empty()) found.push_back(&outcome);
    std::ranges::sort(found, std::greater{}, [](OutcomeSummary const* outcome) { return *outcome->kind->stage; });
    return found;
}

Section stage_section(RunSummary const& run) {
    AreasFigure areas;
    Table table{.caption = "Stages of adoption", .columns = {"Week"}, .rows = {}};
    std::vector<double> last;
    Listing at_the_end{.items = {}, .joined = Listing::Joined::by_commas};
    for (OutcomeSummary const* outcome : outcomes_of_stages(run)) {
        std::vector<float> const& means = outcome->weekly.mean;
        areas.series.push_back({label_of(*outcome->kind), std::string(outcome->kind->plugin.key), {means.begin(), means.end()}});
        table.columns.push_back(label_of(*outcome->kind));
        at_the_end.items.push_back(Listing{{label_of(*outcome->kind), Phrase()}, Listing::Joined::by_spaces});
        last.push_back(double(means.back()));
    }
    if (areas.series.size() < 2) return {};
    std::vector<Phrase> const shares_at_the_end = percentages(last);
    for (std::size_t k = 0; k < last.size(); ++k) std::get<Listing>(at_the_end.items[k].what).items[1] = shares_at_the_end[k];
    for (std::size_t const week : weeks_shown(areas.series.front().values.size())) {
        auto& row = table.rows.emplace_back();
        row.push_back(Count{week + 1});
        std::vector<double> shares;
        for (Series const& one : areas.series) shares.push_back(one.values[week]);
        std::ranges::move(percentages(shares), std::back_inserter(row));
    }
    Section section{
        .id = "stages", .heading = "Stages of adoption", .elements = {}, .medium = Medium::page, .is_background = true};
    section.add({Paragraph{"Mean share of people at each stage."}});
    section.add(
        {Figure{areas, Message("Stacked areas: mean shares of the stages by week; at the end {0}.", {at_the_end}), table}});
    return section;
}

Section origin_section(RunSummary const& run) {
    Facts facts{.note = "who works there and what is assumed : chance", .lines = {}};
    for (OutcomeSummary const& outcome : run.outcomes) {
        double const variance = outcome.at_horizon.between + outcome.at_horizon.within;
        if (run.blocks < 2 || !is_headline(outcome) || !(variance > 0)) continue;
        double const chance = outcome.at_horizon.within / variance;
        std::vector<Phrase> const parts = percentages({1 - chance, chance});
        facts.lines.push_back({label_of(*outcome.kind), Message("{0} : {1}", {parts[0], parts[1]})});
    }
    if (facts.lines.empty()) return {};
    return {.id = "origin", .heading = "Where differences come from", .elements = {{facts}}, .is_background = true};
}

// ------------------------------------------------------------------------------------------ outcomes

Phrase label_with_unit(OutcomeKind const& kind) {
    if (kind.unit == Unit::money) return Message("{0}, thousand euros", {label_of(kind)});
    if (kind.unit == Unit::weeks) return Message("{0}, weeks", {label_of(kind)});
    return label_of(kind);
}

Fact outcome_line(OutcomeSummary const& outcome) {
    return {label_with_unit(*outcome.kind), mean(outcome.at_horizon, outcome.kind->unit), {}, spread_of(outcome, false)};
}

void add_groups(Document& document, RunSummary const& run, Detail detail) {
    bool first = true;
    auto const add = [&](char const* heading, Facts facts) {
        if (facts.lines.empty()) return;
        if (first) facts.note = "mean over histories";
        first = false;
        document.sections.push_back({.id = "group",
                                     .heading = Message(heading, {week(run.weeks)}),
                                     .elements = {{std::move(facts)}},
                                     .medium = Medium::terminal});
    };
    for (OutcomeSection const section : all_outcome_sections) {
        if (section == OutcomeSection::headline) continue;
        Facts facts;
        for (OutcomeSummary const* outcome : outcomes_in(section, run)) facts.lines.push_back(outcome_line(*outcome));
        add(heading_of(section), std::move(facts));
    }
    Facts rest;
    if (detail == Detail::full)
        for (OutcomeSummary const& outcome : run.outcomes)
            if (!outcome.kind->prominent && has_meaning(outcome, run)) rest.lines.push_back(outcome_line(outcome));
    add("Also at week {0}", std::move(rest));
}

Section outcome_section(RunSummary const& run) {
    Table table{.caption = "Mean (95 % interval)",
                .columns = {"Outcome", "Mean (95 % interval)", "Histories range"},
                .rows = {},
                .folded = true};
    for (OutcomeSummary const& outcome : run.outcomes) {
        if (!has_meaning(outcome, run)) continue;
        Unit const unit = outcome.kind->unit;
        table.rows.push_back({label_with_unit(*outcome.kind), level(outcome.at_horizon, unit),
                              unit == Unit::flag ? Phrase() : Phrase(range_of_histories(outcome.at_horizon, unit))});
    }
    return {.id = "outcomes",
            .heading = Message("All outcomes at week {0}", {week(run.weeks)}),
            .elements = {{table}},
            .medium = Medium::page,
            .is_background = true};
}

std::vector<Paragraph> closing(RunSummary const& run, Detail detail) {
    std::vector<Paragraph> lines;
    auto const left_out = std::ranges::count_if(run.outcomes,
                                                [](OutcomeSummary const& outcome) { return !outcome.kind->prominent; });
    if (detail == Detail::brief && left_out > 0)
        lines.push_back({Message("{0} more outcomes: --verbose, or --format json or csv with every week.",
                                 {Count{std::uint64_t(left_out)}})});
    Message const without_source("{0} of {1} numbers have no source.", {Count{run.assumed_numbers}, Count{run.numbers}});
    Phrase uncertainty;
    if (run.uncertain_numbers == 0)
        uncertainty = "None is treated as uncertain, so the intervals leave out not knowing them.";
    else if (run.influences.empty())
        uncertainty = Message("The outcome clearly depends on none of the {0} uncertain ones.", {Count{run.uncertain_numbers}});
    Listing assumptions{{without_source}, Listing::Joined::by_spaces};
    if (!uncertainty.empty()) assumptions.items.push_back(uncertainty);
    lines.push_back({assumptions});
    if (run.imported) {
        lines.push_back(on_names({run.names_shown, run.smallest_group}, run.departments_hidden));
        lines.push_back(not_against_persons());
    }
    on_money(lines, run.amounts, run.own_amounts);
    if (run.sees_all) lines.push_back(upper_bound());
    lines.push_back(no_forecast());
    return lines;
}

}  // namespace

Document findings_of(RunSummary const& run, Detail detail) {
    Document document;
    document.title = title_of(run.title, run.headcount, run.weeks);
    document.question = name(run.question), document.currency = run.currency;
    document.opening = opening(run);
    document.verdict = verdict_on(run);
    document.verdict_in_terminal = VerdictPlace::nowhere;  // it has the headlines as facts
    document.sections = {headline_section(run),
                         adoption_section(run),
                         stage_section(run),
                         origin_section(run),
                         department_section(run),
                         people_section("Who gains most", run.winners),
                         people_section("Who loses most", run.losers),
                         failure_section(run),
                         influence_section(run)};
    add_groups(document, run, detail);
    document.sections.push_back(outcome_section(run));
    std::erase_if(document.sections, [](Section const& section) { return section.elements.empty(); });
    document.closing = closing(run, detail);
    return document;
}

}  // namespace micropol
