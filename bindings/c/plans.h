#pragma once
// Plans of studies and options of scenarios, from JSON.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "organisation/import.h"
#include "scenario/read_scenario.h"
#include "store/stored_decision.h"
#include "study/calibrate/calibrate.h"
#include "study/calibrate/open_numbers.h"
#include "study/compare/compare.h"
#include "study/explain/explain.h"
#include "study/run/run.h"
#include "study/sweep/sweep.h"

namespace micropol::c {

// An object of which every member is known. Readers throw InvalidInput and WrongJson with the place.
class Plan {
  public:
    // text: nullptr for none of its fields.
    Plan(char const* text, std::span<std::string_view const> known);
    Plan(Plan const&) = delete;
    Plan& operator=(Plan const&) = delete;

    [[nodiscard]] std::optional<JsonReader> find(std::string_view key) const { return reader_.find(key); }
    [[nodiscard]] bool has(std::string_view key) const { return find(key).has_value(); }
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const;
    template <class Integer>
    [[nodiscard]] std::optional<Integer> whole(std::string_view key, Integer low, Integer high) const {
        auto const found = find(key);
        return found ? std::optional(found->whole<Integer>(low, high)) : std::nullopt;
    }

  private:
    Json json_;
    JsonReader reader_;
};

extern std::span<std::string_view const> const run_fields, compare_fields, sweep_fields, explain_fields, calibrate_fields,
    decide_fields, load_fields, new_fields;

// {"culture.rivalry": 0.4, "mechanisms.tactics": "off"}
[[nodiscard]] std::vector<Override> overrides_in(JsonReader const& settings);
[[nodiscard]] ReadOptions read_options_of(Plan const& plan);
[[nodiscard]] ImportPlan import_plan_of(Plan const& plan, std::filesystem::path people);

[[nodiscard]] int threads_of(Plan const& plan);  // 0: all processors
[[nodiscard]] RunPlan run_plan_of(Plan const& plan);
[[nodiscard]] ComparePlan compare_plan_of(Plan const& plan);  // but for `series`
[[nodiscard]] Design design_in(Plan const& plan);
[[nodiscard]] SweepPlan sweep_plan_of(Plan const& plan, ScenarioSource const& source);
[[nodiscard]] ExplainPlan explain_plan_of(Plan const& plan);
[[nodiscard]] std::vector<NumberAsked> numbers_asked(Plan const& plan);
[[nodiscard]] CalibratePlan calibrate_plan_of(Plan const& plan);  // but for evidence and settings
[[nodiscard]] DecisionPlan decision_plan_of(Plan const& plan);

}  // namespace micropol::c
