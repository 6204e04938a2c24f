#include "findings/run_sections.h"

#include <algorithm>
#include <cmath>

#include "words/number_text.h"

namespace micropol {

namespace {

Quantity with_decimals(Quantity quantity, int decimals) {
    quantity.decimals = decimals;
    return quantity;
}

// "−9 points, −11 to −7"
Phrase change_with_bounds(Estimate const& change, Unit unit) {
    Listing listing{{quantity(change, unit, Quantity::Form::change)}, Listing::Joined::by_commas};
    if (std::isfinite(change.low)) listing.items.push_back(quantity(change, unit, Quantity::Form::bounds));
    return listing;
}

std::string_view shown_mark(Estimate const& change) { return mark_of(uncertain(change, Unit::one)); }

Message from_to(Phrase before, Phrase after) { return {"{0} → {1}", {std::move(before), std::move(after)}}; }

Phrase lines_described(Listing const& rows) { return Message("Lines from before to after: {0}.", {rows}); }

Phrase who_of(PowerShift const& shift) {
    if (!shift.level) return name(shift.who);
    if (*shift.level == 0) return Message("{0}, no reports", {name(shift.department)});
    return Message("{0}, level {1}", {name(shift.department), Count{std::uint64_t(*shift.level)}});
}

}  // namespace

Section department_section(RunSummary const& run) {
    Facts facts{.note = "before → after; ≈ no clear change", .lines = {}};
    SlopeFigure figure{.rows = {}, .scale = Scale::share};
    Table table{.caption = "Power before and after",
                .columns = {"Department", "Employees", "Before", "After", "Change (95 % interval)"},
                .rows = {}};
    Listing described{.items = {}, .joined = Listing::Joined::by_semicolons};
    for (DepartmentShift const& shift : run.departments) {
        int const decimals = decimals_of(level(shift.change, Unit::share));
        Quantity const before = with_decimals(value(shift.before.mean, Unit::share), decimals),
                       after = with_decimals(value(shift.after.mean, Unit::share), decimals);
        Phrase const who = name(shift.name);
        facts.lines.push_back(
            {who, from_to(before, after), shown_mark(shift.change), change_with_bounds(shift.change, Unit::share)});
        figure.rows.push_back({who, shift.before.mean, shift.after.mean, sign_of(shift.change), before, after});
        table.rows.push_back({who, Count{shift.headcount}, before, after, uncertain(shift.change, Unit::share)});
        described.items.push_back(Listing{{who, from_to(before, after)}, Listing::Joined::by_spaces});
    }
    Section section{.id = "power", .heading = "Power, share of the organisation", .elements = {}};
    if (facts.lines.empty() && run.departments_hidden == 0) return {};
    if (!facts.lines.empty()) section.add({facts, Medium::terminal});
    section.add({Paragraph{"Mean over histories. ▲ ▼ the interval excludes 0; ≈ no clear change."}, Medium::page});
    if (run.departments_hidden > 0)
        section.add(
            {Paragraph{Message("{0} departments are not shown: fewer than {1} people work there, or they would give away one "
                               "that small.",
                               {Count{run.departments_hidden}, Count{run.smallest_group}})},
             Medium::page});
    if (!facts.lines.empty()) section.add({Figure{figure, lines_described(described), table}, Medium::page});
    return section;
}

Section people_section(char const* heading, std::vector<PowerShift> const& shifts) {
    Facts facts{.note = "before → after; the average person has 1", .lines = {}};
    SlopeFigure figure;
    Table table{.caption = heading, .columns = {"Who", "Before", "After", "Change (95 % interval)"}, .rows = {}};
    Listing described{.items = {}, .joined = Listing::Joined::by_semicolons};
    for (PowerShift const& shift : shifts) {
        int const decimals = decimals_of(level(shift.change, Unit::power));
        Decimal const before{shift.before, decimals}, after{shift.after, decimals};
        facts.lines.push_back(
            {who_of(shift), from_to(before, after), shown_mark(shift.change), change_with_bounds(shift.change, Unit::power)});
        figure.rows.push_back({who_of(shift), shift.before, shift.after, sign_of(shift.change), before, after});
        table.rows.push_back({who_of(shift), before, after, uncertain(shift.change, Unit::power)});
        described.items.push_back(Listing{{who_of(shift), from_to(before, after)}, Listing::Joined::by_spaces});
    }
    if (facts.lines.empty()) return {};
    Section section{
        .id = "people", .heading = heading, .elements = {}, .subsection = true, .of_persons = true, .is_background = true};
    section.add({facts, Medium::terminal});
    section.add(
        {Paragraph{"The average person has a power of 1. At most five people or ranks, only where the interval excludes 0."},
         Medium::page});
    section.add({Figure{figure, lines_described(described), table}, Medium::page});
    return section;
}

// ----------------------------------------------------------------------------------------------- why

namespace {

// As they are shown they sum to 100 %, where all of them are whole percentages.
std::vector<Quantity> shares_of(std::vector<FailureReason> const& failures) {
    std::vector<Quantity> shares;
    std::vector<double> means;
    for (FailureReason const& failure : failures) {
        shares.push_back(level(failure.share, Unit::share));
        shares.back().decimals = decimals_of(shares.back());
        means.push_back(failure.share.mean);
    }
    std::vector<int> const whole = apportioned(means);
    if (std::ranges::all_of(shares, [](Quantity const& share) { return *share.decimals == 0; }))
        for (std::size_t k = 0; k < shares.size(); ++k) shares[k].mean = double(whole[k]) / 100;
    return shares;
}

}  // namespace

Section failure_section(RunSummary const& run) {
    Facts facts{.note = "share of those that failed", .lines = {}};
    if (run.success.mean >= 1) facts.lines.push_back({"No history failed", {}});
    IntervalsFigure figure{.rows = {}, .scale = Scale::share, .bars = true};
    Table table{.caption = "Why histories failed", .columns = {"Reason", "Share (95 % interval)", "Rule"}, .rows = {}};
    std::vector<std::pair<Phrase, Phrase>> bars;
    std::vector<Quantity> const shares = shares_of(run.failures);
    for (std::size_t k = 0; k < shares.size(); ++k) {
        FailureReason const& failure = run.failures[k];
        Message const reason(failure.reason);
        Quantity alone = shares[k];
        alone.form = Quantity::Form::value;
        facts.lines.push_back({reason, alone, {}, quantity(failure.share, Unit::share, Quantity::Form::interval)});
        figure.rows.push_back({reason, interval(failure.share), {}, shares[k]});
        table.rows.push_back({reason, shares[k], Message(failure.rule)});
        bars.emplace_back(reason, shares[k]);
    }
    if (facts.lines.empty()) return {};
    Section section{.id = "failures", .heading = "Why histories failed", .elements = {{facts, Medium::terminal}}};
    if (run.failures.empty()) section.medium = Medium::terminal;
    section.add({Paragraph{"Share of the histories that failed, one reason each: the first whose rule fits."}, Medium::page});
    section.add({Figure{figure, bars_described(bars), table}, Medium::page});
    return section;
}

Section influence_section(RunSummary const& run) {
    if (run.influences.empty()) return {};
    Phrase const with = run.influences.front().with == "success" ? "success" : "substantive adoption";
    Phrase const note = Message(
        "rank correlation with {0} over blocks; 95 % intervals hold for all {1} uncertain parameters together",
        {with, Count{run.uncertain_numbers}});
    Facts facts{.note = note, .lines = {}};
    IntervalsFigure figure{.rows = {}, .bars = true};
    Table table{
        .caption = "What the outcome depends on most", .columns = {"Parameter", "Rank correlation (95 % interval)"}, .rows = {}};
    std::vector<std::pair<Phrase, Phrase>> bars;
    for (Influence const& influence : run.influences) {
        Phrase const path = name(influence.path);
        Quantity const bounds{.mean = influence.correlation,
                              .low = influence.low,
                              .high = influence.high,
                              .unit = Unit::correlation,
                              .form = Quantity::Form::bounds,
                              .decimals = 2};
        facts.lines.push_back({path, Decimal{influence.correlation, 2, true}, {}, bounds});
        table.rows.push_back({path, Message("{0} ({1})", {Decimal{influence.correlation, 2, true}, bounds})});
        figure.rows.push_back({path, {influence.correlation, influence.low, influence.high}, {}, table.rows.back()[1]});
        bars.emplace_back(path, table.rows.back()[1]);
    }
    Section section{.id = "depends", .heading = "What the outcome depends on most", .elements = {{facts, Medium::terminal}}};
    section.add({Paragraph{Message("{0}.", {note})}, Medium::page});
    section.add({Figure{figure, bars_described(bars), table}, Medium::page});
    return section;
}

}  // namespace micropol
