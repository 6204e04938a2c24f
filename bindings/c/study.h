#pragma once
// What handles stand for: scenarios, and results of studies.

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "columns.h"
#include "scenario/read_scenario.h"
#include "study/calibrate/calibrated.h"
#include "study/decide/decision.h"
#include "study/explain/explanation.h"
#include "study/run/summary.h"
#include "texts.h"

namespace micropol::c {

class ScenarioText {
  public:
    // Throws InvalidInput with every problem of the scenario.
    ScenarioText(std::string text, std::string name, ReadOptions options);

    void set(std::string path, std::string value);  // likewise; then it is as it was
    // before: overrides that come before its own.
    [[nodiscard]] ScenarioSource source(std::vector<Override> before = {}) const;
    [[nodiscard]] std::size_t smallest_group() const { return options().privacy.smallest_group; }
    // what: "text", "resolved" or "facts". Throws Misuse for another.
    [[nodiscard]] std::string const& describe(std::string const& what);

  private:
    [[nodiscard]] ReadOptions options() const;
    std::string const text_, name_;
    mutable std::mutex mutex_;
    ReadOptions options_;
    Texts texts_;
};

struct Result {
    std::variant<RunSummary, Comparison, Sweep, Explanation, Calibrated, Decision> what;
    std::shared_ptr<FinishedBlocks const> blocks = {};  // of a run or a comparison
    Columns columns = {};
    Undecided undecided = {};  // of a comparison
    Texts texts = {};

    // Throws Misuse for a format or language that is none, or that it has not.
    [[nodiscard]] std::string const& write(std::string const& format, std::string const& language);
};

using Results = std::shared_ptr<Result>;

// Throw InvalidInput, WrongJson, StoppedByWatch.
[[nodiscard]] Results run(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch);
[[nodiscard]] Results compare(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch);
[[nodiscard]] Results sweep(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch);
[[nodiscard]] Results explain(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch);
[[nodiscard]] Results calibrate(ScenarioText const& scenario, char const* plan_text, micropol_watch const* watch);
[[nodiscard]] Results decide(Result const& comparison, char const* plan_text);

}  // namespace micropol::c
