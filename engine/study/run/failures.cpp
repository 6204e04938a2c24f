#include "study/run/failures.h"

#include <algorithm>
#include <functional>

namespace micropol {

namespace {

// Thresholds are ours: a fifth is the size at which use on paper is visible to everybody; customer data of less than a third of
// their quality leave no benefit worth the name. In single precision, as outcomes are recorded.
constexpr double visible_symbolic_share = 0.20f, starved_quality = 0.35f;

struct Reason {
    char const* name;
    char const* rule;
    std::vector<std::string_view> needs;                   // outcomes
    std::function<bool(std::vector<double> const&)> fits;  // of one history: values in the order of `needs`
};

std::vector<Reason> reasons() {
    return {
        {"stopped by a blocking coalition",
         "stopped, and an opposing coalition held at least 20 % of power in some week",
         {"stopped", "opposing_bloc"},
         [](auto const& of) { return of[0] > 0 && of[1] >= blocking_share; }},
        {"stopped for lack of support",
         "stopped without such a coalition",
         {"stopped"},
         [](auto const& of) { return of[0] > 0; }},
        {"on paper only",
         "symbolic adoption at the horizon at least 20 % and no less than substantive adoption",
         {"symbolic", "substantive"},
         [](auto const& of) { return of[0] >= of[1] && of[0] >= visible_symbolic_share; }},
        {"starved of customer data",
         "data quality at the horizon below 35 %",
         {"data_quality"},
         [](auto const& of) { return of[0] < starved_quality; }},
        {"too slow", "none of the others", {}, [](auto const&) { return true; }},
    };
}

// [need][history]: a bloc counts at its strongest, everything else at the horizon.
std::vector<std::vector<double>> values_of(Finished const& finished, Reason const& reason) {
    std::vector<std::vector<double>> values;
    for (std::string_view const key : reason.needs) {
        std::size_t const outcome = *finished.outcome(key);
        values.push_back(key == "opposing_bloc" ? finished.weekly_maximum(outcome) : finished.at_horizon(outcome));
    }
    return values;
}

// [history]: 1 where the reason fits a failed history that has none so far; takes those out of `unexplained`.
std::vector<double> explain(Finished const& finished, Reason const& reason, std::vector<double>& unexplained) {
    auto const values = values_of(finished, reason);
    std::vector<double> explained(unexplained.size(), 0.0), one(values.size());
    for (std::size_t history = 0; history < unexplained.size(); ++history) {
        if (unexplained[history] == 0) continue;
        for (std::size_t k = 0; k < values.size(); ++k) one[k] = values[k][history];
        if (!reason.fits(one)) continue;
        explained[history] = 1, unexplained[history] = 0;
    }
    return explained;
}

}  // namespace

std::vector<FailureReason> why_histories_failed(Finished const& finished) {
    auto const success = finished.outcome("success");
    if (!success) return {};
    std::vector<double> failed = finished.at_horizon(*success);
    for (double& value : failed) value = value > 0 ? 0 : 1;
    std::vector<FailureReason> found;
    std::vector<double> unexplained = failed;
    for (Reason const& reason : reasons()) {
        if (!std::ranges::all_of(reason.needs, [&](std::string_view key) { return finished.outcome(key).has_value(); })) continue;
        std::vector<double> const explained = explain(finished, reason, unexplained);
        if (std::ranges::find(explained, 1.0) == explained.end()) continue;
        found.push_back({reason.name, reason.rule, estimate_share_among(explained, failed)});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](FailureReason const& reason) { return reason.share.mean; });
    return found;
}

}  // namespace micropol
