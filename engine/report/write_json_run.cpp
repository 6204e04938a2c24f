#include "base/hash.h"
#include "report/write_json.h"
#include "statistics/estimate_json.h"
#include "study/money_json.h"

namespace micropol {

namespace {

Json of(WeeklyBand const& band) {
    return {{"mean", band.mean},  {"q05", band.q05}, {"q25", band.q25},
            {"q50", band.median}, {"q75", band.q75}, {"q95", band.q95}};
}

Json of(OutcomeSummary const& outcome) {
    return {{"key", outcome.kind->plugin.key},
            {"label", outcome.kind->label},
            {"unit", name_of(outcome.kind->unit)},
            {"at_horizon", json_of(outcome.at_horizon)},
            {"weekly", of(outcome.weekly)}};
}

Json of(DepartmentShift const& shift) {
    return {{"name", shift.name},
            {"headcount", shift.headcount},
            {"before", json_of(shift.before)},
            {"after", json_of(shift.after)},
            {"change", json_of(shift.change)}};
}

Json of(PowerShift const& shift) {
    return {{"who", shift.who}, {"before", shift.before}, {"after", shift.after}, {"change", json_of(shift.change)}};
}

Json of(FailureReason const& reason) {
    return {{"reason", reason.reason}, {"rule", reason.rule}, {"share", json_of(reason.share)}};
}

Json of(Influence const& influence) {
    return {{"path", influence.path},
            {"with", influence.with},
            {"rank_correlation", influence.correlation},
            {"low", influence.low},
            {"high", influence.high}};
}

template <class Item>
Json list(std::vector<Item> const& items) {
    Json result = Json::array();
    for (Item const& item : items) result.push_back(of(item));
    return result;
}

}  // namespace

std::string write_json(RunSummary const& summary) {
    Json const json = {{"title", summary.title},
                       {"question", summary.question},
                       {"strategy", summary.strategy},
                       {"headcount", summary.headcount},
                       {"imported", summary.imported},
                       {"upper_bound", summary.sees_all},
                       {"money", json_of_money(summary)},
                       {"weeks", summary.weeks},
                       {"blocks", summary.blocks},
                       {"histories", summary.histories},
                       {"seed", summary.seed},
                       {"state_hash", in_hexadecimal(summary.state_hash)},
                       {"success", json_of(summary.success)},
                       {"week_of_half", summary.week_of_half},
                       {"outcomes", list(summary.outcomes)},
                       {"departments", list(summary.departments)},
                       {"names_shown", summary.names_shown},
                       {"departments_hidden", summary.departments_hidden},
                       {"smallest_group", summary.smallest_group},
                       {"winners", list(summary.winners)},
                       {"losers", list(summary.losers)},
                       {"failures", list(summary.failures)},
                       {"numbers", summary.numbers},
                       {"assumed_numbers", summary.assumed_numbers},
                       {"uncertain_numbers", summary.uncertain_numbers},
                       {"influences", list(summary.influences)}};
    return json.dump(2) + '\n';
}

}  // namespace micropol
