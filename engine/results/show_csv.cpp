#include <array>
#include <charconv>
#include <cmath>

#include "results/formats.h"

namespace micropol {

namespace {

// A spreadsheet would take a name that starts like a formula for one.
std::string field(std::string_view text) {
    bool const like_a_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    std::string const safe = (like_a_formula ? "'" : "") + std::string(text);
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (char const c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

// Shortest text that reads back as the same number; empty if it is not one.
template <class Value>
std::string number(Value value) {
    if (!std::isfinite(value)) return "";
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

class Table {
  public:
    void add(std::string_view kind, std::string_view name, int week, std::string_view statistic, std::string const& value) {
        text_ += std::string(kind) + ',' + field(name) + ',' + (week > 0 ? std::to_string(week) : "") + ',' +
                 std::string(statistic) + ',' + value + '\n';
    }
    void add(std::string_view kind, std::string_view name, int week, std::string const& prefix, Estimate const& estimate) {
        add(kind, name, week, prefix + "mean", number(estimate.mean));
        add(kind, name, week, prefix + "low", number(estimate.low));
        add(kind, name, week, prefix + "high", number(estimate.high));
        add(kind, name, week, prefix + "smallest", number(estimate.smallest));
        add(kind, name, week, prefix + "largest", number(estimate.largest));
        add(kind, name, week, prefix + "between", number(estimate.between));
        add(kind, name, week, prefix + "within", number(estimate.within));
    }
    void add(OutcomeSummary const& outcome, int weeks) {
        add("outcome", outcome.kind->plugin.key, weeks, "", outcome.at_horizon);
        for (std::size_t week = 0; week < outcome.weekly.mean.size(); ++week) {
            auto const row = [&](char const* statistic, std::vector<float> const& values) {
                add("weekly", outcome.kind->plugin.key, int(week) + 1, statistic, number(values[week]));
            };
            row("mean", outcome.weekly.mean), row("q05", outcome.weekly.q05), row("q25", outcome.weekly.q25);
            row("q50", outcome.weekly.median), row("q75", outcome.weekly.q75), row("q95", outcome.weekly.q95);
        }
    }
    void add(std::string_view kind, PowerShift const& shift) {
        add(kind, shift.who, 0, "before", number(shift.before));
        add(kind, shift.who, 0, "after", number(shift.after));
        add(kind, shift.who, 0, "change_", shift.change);
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    std::string text_ = "kind,name,week,statistic,value\n";
};

void add_run(Table& table, RunSummary const& summary) {
    auto const fact = [&](char const* name, std::string const& value) { table.add("run", "", 0, name, value); };
    fact("title", field(summary.title)), fact("question", field(summary.question)), fact("strategy", field(summary.strategy));
    fact("headcount", std::to_string(summary.headcount)), fact("weeks", std::to_string(summary.weeks));
    fact("blocks", std::to_string(summary.blocks)), fact("histories", std::to_string(summary.histories));
    fact("seed", std::to_string(summary.seed)), fact("week_of_half", number(summary.week_of_half));
    fact("numbers", std::to_string(summary.numbers)), fact("assumed_numbers", std::to_string(summary.assumed_numbers));
}

}  // namespace

std::string show_csv(RunSummary const& summary) {
    Table table;
    add_run(table, summary);
    for (OutcomeSummary const& outcome : summary.outcomes) table.add(outcome, summary.weeks);
    for (DepartmentShift const& shift : summary.departments) {
        table.add("department", shift.name, 0, "before_", shift.before);
        table.add("department", shift.name, 0, "after_", shift.after);
        table.add("department", shift.name, 0, "change_", shift.change);
    }
    for (PowerShift const& shift : summary.winners) table.add("winner", shift);
    for (PowerShift const& shift : summary.losers) table.add("loser", shift);
    for (FailureReason const& reason : summary.failures) table.add("failure", reason.reason, 0, "", reason.share);
    for (Influence const& influence : summary.influences) {
        table.add("influence", influence.path, 0, "rank_correlation_with_" + influence.with, number(influence.correlation));
        table.add("influence", influence.path, 0, "low", number(influence.low));
        table.add("influence", influence.path, 0, "high", number(influence.high));
    }
    return table.take();
}

}  // namespace micropol
