#pragma once
// Facts about the situation that more than one mechanism needs: the transformation, its governance, the culture.
// One table (setting_specs) generates parser, schema, defaults and documentation.

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/parameter.h"

namespace micropol {

// One step of the transformation, such as a CRM system.
struct Initiative {
    std::string name;
    float benefit = 0;          // share: how far the organisation's work improves where it is used with perfect data
    float transparency = 0;     // share: how far it shows who achieves what
    float required_skill = 0;   // share: data skill needed to decide with it
    float interdependence = 0;  // attitude: what use is worth more where everybody uses it too
    float start_week = 0;       // weeks: planned; the deciding body starts it
};

// Data skill that whoever can decide with all of them has; above 0, so that where nothing is required everyone can.
[[nodiscard]] float most_required_skill(std::span<Initiative const> initiatives);
// The most that any of them has; 0 where there is none.
[[nodiscard]] float most_of(std::span<Initiative const> initiatives, float Initiative::*number);

// Something that comes from outside, in a planned week or by chance.
enum class ShockKind { sponsor_leaves, budget_cut, reorganisation, key_person_leaves };
struct Shock {
    ShockKind kind = ShockKind::sponsor_leaves;
    float size = 0;    // share: of pressure, funding or the strength of ties that is lost; of no meaning for a key person
    float hazard = 0;  // probability a week; not used where a week is planned
    int week = -1;     // the week in which it happens for certain; -1: by hazard
};

enum class DecisionRule { marketing, sales, ceo, committee, customer };
enum class Stage { rejecting = -1, unaware, aware, interested, trial, symbolic, substantive };
// What a person does for the own goals besides, or instead of, the work.
enum class Tactic { work, persuade, network, ally, hide, resist, game };
inline constexpr std::size_t tactic_count = 7;
// Departments that do one kind of work, whatever they are called; mostly one.
class DepartmentSet {
  public:
    DepartmentSet() = default;
    DepartmentSet(std::uint16_t one) : departments_{one} {}
    void add(std::uint16_t department) { departments_.push_back(department); }
    [[nodiscard]] bool has(std::uint16_t department) const {
        return std::ranges::find(departments_, department) != departments_.end();
    }
    [[nodiscard]] bool empty() const { return departments_.empty(); }

  private:
    std::vector<std::uint16_t> departments_;
};

// The settings of one block; uncertain ones are drawn once a block.
struct Settings {
    // transformation
    float data_reliance_start = 0, data_reliance_ceiling = 0, tool_quality = 0, message = 0, communication = 0, start_belief = 0;
    // culture
    float power_distance = 0, rivalry = 0, data_hoarding = 0;
    // governance
    float executive_pressure = 0, moderation = 0, credibility = 0, start_momentum = 0, committee_level = 0;
    // performance
    float specialisation = 0, quality_weight = 0, piece_rate = 0, audit = 0, gaming_ease = 0, value_of_work = 0,
          figures_elsewhere = 1, standing = 0, incorruptible = 0, scruple = 0;
    // success
    float success_substantive = 0;

    DecisionRule rule = DecisionRule::committee;
    Stage start_stage = Stage::unaware;
    std::vector<Initiative> initiatives;  // in the order in which they start
    std::vector<Shock> shocks;
    DepartmentSet marketing, sales;
};

struct SettingSpec {
    std::string_view group;  // "transformation", "culture", "governance", "performance", "success"
    ParameterSpec parameter;
    float Settings::*member;
};

[[nodiscard]] std::span<SettingSpec const> setting_specs();
[[nodiscard]] std::span<std::string_view const> decision_rule_names();  // [DecisionRule]
[[nodiscard]] std::span<std::string_view const> stage_names();          // [Stage + 1], from rejecting
[[nodiscard]] std::span<std::string_view const> shock_names();          // [ShockKind]
using InitiativeSpec = MemberSpec<Initiative>;
[[nodiscard]] std::span<InitiativeSpec const> initiative_specs();
using ShockSpec = MemberSpec<Shock>;
[[nodiscard]] std::span<ShockSpec const> shock_specs();

}  // namespace micropol
