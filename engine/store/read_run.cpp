#include "base/hash.h"
#include "scenario/format.h"
#include "store/json_members.h"
#include "store/read_json.h"
#include "store/role_name.h"
#include "store/study_record.h"
#include "study/money_json.h"

namespace micropol {

static void members(auto& io, Either<WeeklyBand> auto& band) {
    io("mean", band.mean), io("q05", band.q05), io("q25", band.q25), io("q50", band.median), io("q75", band.q75);
    io("q95", band.q95);
}
static void members(auto& io, Either<DepartmentShift> auto& shift) {
    io("name", shift.name), io("headcount", shift.headcount), io("before", shift.before), io("after", shift.after);
    io("change", shift.change);
}
static void members(auto& io, Either<PowerShift> auto& shift) {
    io("who", shift.who), io("before", shift.before), io("after", shift.after), io("change", shift.change);
}
static void members(auto& io, Either<FailureReason> auto& failure) {
    io("reason", failure.reason), io("rule", failure.rule), io("share", failure.share);
}
static void members(auto& io, Either<Influence> auto& influence) {
    io("path", influence.path), io("with", influence.with), io("rank_correlation", influence.correlation);
    io("low", influence.low), io("high", influence.high);
}
static void members(auto& io, Either<RunSummary> auto& run) {
    io("title", run.title), io("question", run.question), io("strategy", run.strategy), io("headcount", run.headcount);
    io("imported", run.imported), io("weeks", run.weeks), io("blocks", run.blocks), io("histories", run.histories);
    io("seed", run.seed), io("success", run.success), io("week_of_half", run.week_of_half);
    io("departments", run.departments), io("names_shown", run.names_shown);
    io("departments_hidden", run.departments_hidden), io("smallest_group", run.smallest_group);
    io("winners", run.winners), io("losers", run.losers), io("failures", run.failures), io("numbers", run.numbers);
    io("assumed_numbers", run.assumed_numbers), io("uncertain_numbers", run.uncertain_numbers);
    io("upper_bound", run.sees_all), io("influences", run.influences);
}

namespace {

std::vector<OutcomeSummary> outcomes_in(JsonReader const& json, std::size_t weeks, std::string const& file) {
    std::vector<std::string> keys;
    for (JsonReader const& item : json.items()) keys.push_back(item.at("key").text());
    std::vector<OutcomeKind const*> const kinds = outcomes_named(keys, file);
    std::vector<OutcomeSummary> outcomes;
    for (JsonReader const& item : json.items()) {
        OutcomeSummary& outcome = outcomes.emplace_back();
        outcome.kind = kinds[outcomes.size() - 1], outcome.at_horizon = estimate_in(item.at("at_horizon"));
        read_into(item.at("weekly"), outcome.weekly);
        WeeklyBand const& band = outcome.weekly;
        for (auto const* values : {&band.mean, &band.q05, &band.q25, &band.median, &band.q75, &band.q95})
            if (values->size() != weeks) item.at("weekly").refuse("not a value for each week");
    }
    return outcomes;
}

}  // namespace

RunSummary run_of(Json const& json, std::string const& file) {
    JsonReader const document(json);
    RunSummary run;
    read_into(document, run);
    read_money(document, run);
    if (run.headcount > std::size_t(most_employees)) document.at("headcount").refuse("more than there can be");
    if (run.weeks < 1 || run.weeks > int(longest_horizon)) document.at("weeks").refuse("more or less than there can be");
    if (!run.imported)
        for (auto* shifts : {&run.winners, &run.losers})
            for (PowerShift& shift : *shifts)
                if (auto const role = role_named(shift.who)) shift.department = role->department, shift.level = role->level;
    run.outcomes = outcomes_in(document.at("outcomes"), std::size_t(run.weeks), file);
    auto const state = from_hexadecimal(document.at("state_hash").text());
    if (!state) document.at("state_hash").refuse("not a hash");
    run.state_hash = *state;
    return run;
}

}  // namespace micropol
