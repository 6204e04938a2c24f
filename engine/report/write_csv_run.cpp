#include "report/csv.h"
#include "report/write_csv.h"

namespace micropol {

namespace {

class Table {
  public:
    void add(std::string_view kind, std::string_view name, int week, std::string_view statistic, std::string const& value) {
        text_ += std::string(kind) + ',' + csv_field(name) + ',' + (week > 0 ? std::to_string(week) : "") + ',' +
                 std::string(statistic) + ',' + value + '\n';
    }
    void add(std::string_view kind, std::string_view name, int week, std::string const& prefix, Estimate const& estimate) {
        add(kind, name, week, prefix + "mean", csv_number(estimate.mean));
        add(kind, name, week, prefix + "low", csv_number(estimate.low));
        add(kind, name, week, prefix + "high", csv_number(estimate.high));
        add(kind, name, week, prefix + "smallest", csv_number(estimate.smallest));
        add(kind, name, week, prefix + "largest", csv_number(estimate.largest));
        add(kind, name, week, prefix + "between", csv_number(estimate.between));
        add(kind, name, week, prefix + "within", csv_number(estimate.within));
    }
    void add(OutcomeSummary const& outcome, int weeks) {
        add("outcome", outcome.kind->plugin.key, weeks, "", outcome.at_horizon);
        for (std::size_t week = 0; week < outcome.weekly.mean.size(); ++week) {
            auto const row = [&](char const* statistic, std::vector<float> const& values) {
                add("weekly", outcome.kind->plugin.key, int(week) + 1, statistic, csv_number(values[week]));
            };
            row("mean", outcome.weekly.mean), row("q05", outcome.weekly.q05), row("q25", outcome.weekly.q25);
            row("q50", outcome.weekly.median), row("q75", outcome.weekly.q75), row("q95", outcome.weekly.q95);
        }
    }
    void add(std::string_view kind, PowerShift const& shift) {
        add(kind, shift.who, 0, "before", csv_number(shift.before));
        add(kind, shift.who, 0, "after", csv_number(shift.after));
        add(kind, shift.who, 0, "change_", shift.change);
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    std::string text_ = "kind,name,week,statistic,value\n";
};

void add_run(Table& table, RunSummary const& summary) {
    auto const fact = [&](char const* name, std::string const& value) { table.add("run", "", 0, name, value); };
    fact("title", csv_field(summary.title)), fact("question", csv_field(summary.question)),
        fact("strategy", csv_field(summary.strategy));
    fact("headcount", std::to_string(summary.headcount)), fact("weeks", std::to_string(summary.weeks));
    fact("blocks", std::to_string(summary.blocks)), fact("histories", std::to_string(summary.histories));
    fact("seed", std::to_string(summary.seed)), fact("week_of_half", csv_number(summary.week_of_half));
    fact("numbers", std::to_string(summary.numbers)), fact("assumed_numbers", std::to_string(summary.assumed_numbers));
}

}  // namespace

std::string write_csv(RunSummary const& summary) {
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
        table.add("influence", influence.path, 0, "rank_correlation_with_" + influence.with, csv_number(influence.correlation));
        table.add("influence", influence.path, 0, "low", csv_number(influence.low));
        table.add("influence", influence.path, 0, "high", csv_number(influence.high));
    }
    return table.take();
}

}  // namespace micropol
