#include "results/account.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "results/wording.h"

namespace micropol {

namespace {

constexpr std::array<std::string_view, 3> headlines{"substantive", "success", "symbolic"};
constexpr Precision correlation{1, 2, "", true};

// What tells the story beyond the headlines; everything else is in JSON, CSV and the long text.
struct Group {
    std::string_view heading;
    std::vector<std::string_view> keys;
};
std::vector<Group> groups() {
    return {
        {"People", {"attitude", "lip_service", "losers", "use_depth", "data_skill", "quits"}},
        {"Politics", {"politicking", "hiding", "disclosure", "opposing_bloc", "supporting_bloc", "data_power"}},
        {"Climate", {"trust", "marketing_sales_trust", "conflict", "perceived_politics", "strain", "ideas"}},
        {"Performance", {"true_value", "metric_value_correlation", "gaming_share", "lead_followup", "data_quality", "net_value"}},
        {"Decisions", {"momentum", "support", "decision_regret", "credibility", "stopped"}}};
}

bool is_headline(OutcomeSummary const& outcome) {
    return std::ranges::find(headlines, outcome.kind->plugin.key) != headlines.end();
}

bool is_grouped(OutcomeSummary const& outcome) {
    return std::ranges::any_of(groups(), [&](Group const& group) {
        return std::ranges::find(group.keys, outcome.kind->plugin.key) != group.keys.end();
    });
}

std::string horizon(RunSummary const& summary) { return "week " + std::to_string(summary.weeks); }

std::string joined(std::string_view first, std::string_view second, std::string_view between) {
    return std::string(first) + std::string(first.empty() || second.empty() ? "" : between) + std::string(second);
}

// "37–45; histories range 8–79"
std::string spread_of(OutcomeSummary const& outcome, std::string_view interval_name) {
    Estimate const& estimate = outcome.at_horizon;
    if (estimate.smallest == estimate.largest) return "in every history";
    Precision const precision = precision_of(estimate, outcome.kind->unit);
    std::string const bounds = interval(estimate.low, estimate.high, precision);
    std::string const histories = outcome.kind->unit == Unit::flag
                                      ? ""
                                      : "histories range " + interval(estimate.smallest, estimate.largest, precision);
    return joined(bounds.empty() ? "" : std::string(interval_name) + bounds, histories, "; ");
}

std::vector<std::string> opening(RunSummary const& summary) {
    std::vector<std::string> lines;
    if (!summary.question.empty()) lines.push_back(plain(summary.question));
    lines.push_back(histories_in_words(summary.blocks, summary.imported) + ", seed " + std::to_string(summary.seed) +
                    (summary.strategy.empty() ? "" : ", strategy " + plain(summary.strategy)));
    if (summary.blocks == 1) lines.emplace_back(no_interval);
    return lines;
}

Line when_half(RunSummary const& summary) {
    std::string const label = "Half of the people have adopted";
    if (std::isnan(summary.week_of_half)) return {label, "open", "", "fewer than half of the histories get there"};
    return {label, "week " + number(summary.week_of_half, {}), "", "median over histories"};
}

// "62 % : 38 %"
std::string where_from(Estimate const& estimate) {
    double const luck = estimate.within / (estimate.between + estimate.within);
    Precision const percent{100, 0, " %", false};
    return figure(1 - luck, percent) + " : " + figure(luck, percent);
}

Section headline_section(RunSummary const& summary) {
    Section section;
    std::string interval_name = "95 % interval of the mean ";
    for (std::string_view const key : headlines)
        for (OutcomeSummary const& outcome : summary.outcomes) {
            if (outcome.kind->plugin.key != key) continue;
            std::string const label = std::string(outcome.kind->label) + (key == "substantive" ? " at " + horizon(summary) : "");
            section.lines.push_back({label, figure(outcome.at_horizon.mean, precision_of(outcome.at_horizon, outcome.kind->unit)),
                                     "", spread_of(outcome, interval_name)});
            interval_name.clear();
            if (key == "substantive") section.lines.push_back(when_half(summary));
        }
    return section;
}

Section origin_section(RunSummary const& summary) {
    Section section{"Where differences come from", "who they are and what is assumed : luck", {}};
    if (summary.blocks < 2) return section;
    for (OutcomeSummary const& outcome : summary.outcomes)
        if (is_headline(outcome) && outcome.at_horizon.between + outcome.at_horizon.within > 0)
            section.lines.push_back({std::string(outcome.kind->label), where_from(outcome.at_horizon), "", ""});
    return section;
}

Section department_section(RunSummary const& summary) {
    Section section{"Power, share of the organisation", "before → after", {}};
    for (DepartmentShift const& shift : summary.departments) {
        Precision const change = change_precision_of(shift.change, Unit::share);
        Precision level = precision_of(shift.change, Unit::share);
        level.signs = false;
        section.lines.push_back(
            {plain(shift.name), figure(shift.before.mean, level) + " → " + figure(shift.after.mean, level),
             std::string(direction(shift.change)),
             joined(figure(shift.change.mean, change), interval(shift.change.low, shift.change.high, change), ", ")});
    }
    return section;
}

Section people_section(std::string heading, std::vector<PowerShift> const& shifts) {
    Section section{std::move(heading), "before → after, the mean person has 1", {}};
    for (PowerShift const& shift : shifts) {
        Precision const change = change_precision_of(shift.change, Unit::power);
        Precision level = change;
        level.signs = false;
        section.lines.push_back(
            {plain(shift.who), number(shift.before, level) + " → " + number(shift.after, level),
             std::string(direction(shift.change)),
             joined(number(shift.change.mean, change), interval(shift.change.low, shift.change.high, change), ", ")});
    }
    return section;
}

Section failure_section(RunSummary const& summary) {
    Section section{"Why histories failed", "share of those that failed", {}};
    if (summary.success.mean >= 1) section.lines.push_back({"None of them did", "", "", ""});
    for (FailureReason const& reason : summary.failures) {
        Precision const precision = precision_of(reason.share, Unit::share);
        section.lines.push_back(
            {reason.reason, figure(reason.share.mean, precision), "", interval(reason.share.low, reason.share.high, precision)});
    }
    return section;
}

bool has_no_lines(Section const& section) { return section.lines.empty(); }

Line outcome_line(OutcomeSummary const& outcome) {
    Precision const precision = precision_of(outcome.at_horizon, outcome.kind->unit);
    std::string const unit = outcome.kind->unit == Unit::money ? ", thousand euros" : "";
    return {std::string(outcome.kind->label) + unit, figure(outcome.at_horizon.mean, precision), "", spread_of(outcome, "")};
}

std::vector<Section> outcome_sections(RunSummary const& summary, Detail detail) {
    std::vector<Section> sections;
    for (Group const& group : groups()) {
        Section& section = sections.emplace_back(Section{std::string(group.heading) + " at " + horizon(summary), "", {}});
        for (std::string_view const key : group.keys)
            for (OutcomeSummary const& outcome : summary.outcomes)
                if (outcome.kind->plugin.key == key) section.lines.push_back(outcome_line(outcome));
    }
    Section& rest = sections.emplace_back(Section{"Also at " + horizon(summary), "", {}});
    if (detail == Detail::everything)
        for (OutcomeSummary const& outcome : summary.outcomes)
            if (!is_headline(outcome) && !is_grouped(outcome)) rest.lines.push_back(outcome_line(outcome));
    std::erase_if(sections, has_no_lines);
    if (!sections.empty()) sections.front().note = "mean over histories";
    return sections;
}

Section influence_section(RunSummary const& summary) {
    Section section{"What the outcome depends on most", "", {}};
    if (summary.influences.empty()) return section;
    std::string const with = summary.influences.front().with == "success" ? "success" : "substantive adoption";
    section.note = "rank correlation with " + with + " over blocks; 95 % intervals hold for all " +
                   count(summary.uncertain_numbers) + " uncertain numbers together";
    for (Influence const& influence : summary.influences)
        section.lines.push_back({plain(influence.path), number(influence.correlation, correlation), "",
                                 interval(influence.low, influence.high, correlation)});
    return section;
}

std::vector<std::string> closing(RunSummary const& summary, Detail detail) {
    std::vector<std::string> lines;
    auto const left_out = std::ranges::count_if(
        summary.outcomes, [](OutcomeSummary const& outcome) { return !is_headline(outcome) && !is_grouped(outcome); });
    if (detail == Detail::usual && left_out > 0)
        lines.push_back(count(std::size_t(left_out)) + (left_out == 1 ? " more outcome" : " more outcomes") +
                        ": --verbose, or --format json or csv with every week.");
    std::string assumptions = count(summary.assumed_numbers) + " of " + count(summary.numbers) + " numbers have no source.";
    if (summary.uncertain_numbers == 0)
        assumptions += " No number of the model is uncertain here, so the intervals leave out what is not known about them.";
    else if (summary.influences.empty())
        assumptions += " None of the " + count(summary.uncertain_numbers) + " uncertain ones stands out.";
    lines.push_back(assumptions);
    if (summary.imported) lines.push_back(on_names({summary.names_shown, summary.smallest_group}, summary.departments_hidden));
    lines.emplace_back(no_forecast);
    return lines;
}

}  // namespace

std::string on_names(Privacy const& privacy, std::size_t groups_hidden) {
    if (privacy.names_shown) return "People are named here, as --show-names asks: do not pass this on without need.";
    if (groups_hidden == 0) return "People have pseudonyms; --show-names names them.";
    return "People have pseudonyms, and " + count(groups_hidden) + " groups are left out so that none of fewer than " +
           count(privacy.smallest_group) + " people is shown singly or can be computed; --show-names shows all.";
}

std::string title_in_words(std::string_view title, std::size_t headcount, int weeks) {
    return plain(title) + ": " + count(headcount) + " employees, " + count(std::size_t(weeks)) +
           (weeks == 1 ? " week" : " weeks");
}

std::string histories_in_words(std::size_t blocks, bool imported) {
    std::string const drawn = imported ? (blocks == 1 ? " draw of what is uncertain × 16" : " draws of what is uncertain × 16")
                                       : (blocks == 1 ? " organisation × 16" : " organisations × 16");
    return count(blocks * std::size_t(histories_per_block)) + " histories (" + count(blocks) + drawn + ")";
}

Account account_of(RunSummary const& summary, Detail detail) {
    Account account;
    account.title = title_in_words(summary.title, summary.headcount, summary.weeks);
    account.opening = opening(summary);
    account.sections = {headline_section(summary),
                        origin_section(summary),
                        department_section(summary),
                        people_section("Who gains most", summary.winners),
                        people_section("Who loses most", summary.losers),
                        failure_section(summary),
                        influence_section(summary)};
    std::ranges::move(outcome_sections(summary, detail), std::back_inserter(account.sections));
    std::erase_if(account.sections, has_no_lines);
    account.closing = closing(summary, detail);
    return account;
}

}  // namespace micropol
