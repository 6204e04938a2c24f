#include <algorithm>
#include <iterator>
#include <list>
#include <vector>

#include "interventions/families.h"
#include "interventions/lever_row.h"
#include "state/numbers_of_all_levers.h"

namespace micropol {

extern std::span<LeverRow const> const direct_rows, measure_rows, soften_rows, enable_rows, win_over_rows, tell_rows;

namespace {

// The order in which they are described; what is not named here comes after.
constexpr std::string_view described_first[] = {"executive_mandate",
                                                "goals_and_deadlines",
                                                "status_moderation",
                                                "star_integration",
                                                "quality_metrics",
                                                "metric_audit",
                                                "shared_data_access",
                                                "joint_goals",
                                                "decision_rights",
                                                "customer_evidence",
                                                "loss_compensation",
                                                "guiding_coalition",
                                                "champions",
                                                "training",
                                                "external_training",
                                                "pilot_project",
                                                "quick_win",
                                                "success_story",
                                                "town_hall",
                                                "e_mail",
                                                "personal_conversation",
                                                "task_force",
                                                "workshop",
                                                "outside_advisor",
                                                "restructuring",
                                                "sidelining",
                                                "tool_improvement"};

struct Family {
    std::string_view name;
    std::span<LeverRow const> rows;
};
std::vector<Family> families() {
    return {{"Demand and direct", direct_rows}, {"Measure and reward", measure_rows},
            {"Soften losses", soften_rows},     {"Enable", enable_rows},
            {"Win people over", win_over_rows}, {"Tell", tell_rows}};
}

// Raises each lever by intensity · effect. Several in force at once never leave 0 to 1: lever = 1 − (1 − lever)·(1 − intensity·effect).
// Once the transformation is stopped nothing is raised; what the top does itself only as far as a sponsor stands behind it.
class RaiseLevers final : public Intervention {
  public:
    // effects: share, [lever]
    RaiseLevers(std::span<Raise const> raises, bool by_the_top, std::span<double const> effects) : by_the_top_(by_the_top) {
        for (Raise const& raise : raises) raised_.push_back({raise.lever, float(effects[raised_.size()])});
    }

    void act(Week& week, std::span<Worlds const> intensity) const override {
        Mask const running = week.read(Column::stopped)[0] == 0.0f;
        for (Raised const& raised : raised_) {
            auto const level = week.update(raised.lever);
            Worlds const full = only(running, raised.effect), effect = by_the_top_ ? full * week.read(Column::sponsor)[0] : full;
            for (std::size_t i = 0; i < level.size(); ++i)
                level[i] = level[i] + (Worlds(1.0f) - level[i]) * effect * intensity[i];
        }
    }

  private:
    struct Raised {
        Column lever;
        float effect;  // share
    };
    std::vector<Raised> raised_;
    bool by_the_top_;
};

// The kinds, and what their records refer to.
class Catalogue {
  public:
    Catalogue() {
        for (Family const& family : families())
            for (LeverRow const& row : family.rows) add(row);
        std::ranges::stable_sort(kinds_, {}, [](InterventionKind const* kind) {
            return std::ranges::find(described_first, kind->plugin.key) - std::begin(described_first);
        });
    }
    [[nodiscard]] std::span<InterventionKind const* const> kinds() const { return kinds_; }

  private:
    struct Entry {
        std::vector<Column> levers;
        std::vector<ParameterSpec> parameters;
        InterventionKind kind;
    };

    void add(LeverRow const& row) {
        // Whom it finds there and fatigue lets it reach; and, for what is the top's own doing, whether a sponsor stands behind it.
        static constexpr Column reads[] = {Column::stopped, Column::present, Column::fatigue, Column::sponsor};
        auto const seen = std::span(reads).first(row.by_the_top ? 4 : 3);
        Entry& entry = entries_.emplace_back();
        for (Raise const& raise : row.raised()) {
            std::string_view const name = entry.levers.empty() ? "effect" : spec_of(raise.lever).name;
            entry.levers.push_back(raise.lever);
            entry.parameters.push_back({name, Unit::share, raise.effect, {0, 1}, raise.description, assumed, raise.grade});
        }
        for (CostSpec const& cost : cost_specs()) {
            ParameterSpec& parameter = entry.parameters.emplace_back(cost.parameter);
            Figure const figure = row.figure(cost.member);
            parameter.default_value = row.costs.*cost.member;
            parameter.source = figure.source;
            parameter.grade = figure.grade;
            parameter.plausible = figure.plausible;
        }
        std::ranges::copy(spec_of(row.sort).parameters, std::back_inserter(entry.parameters));
        if (row.timing) entry.parameters.push_back(mistiming_spec);
        entry.kind = {.plugin = {row.key, {seen, {}, entry.levers}, entry.parameters, row.description},
                      .evidence = row.evidence,
                      .counter_move = row.counter_move,
                      .costs = row.costs,
                      .sort = row.sort,
                      .timing = row.timing,
                      .make = [raises = row.raised(), by_the_top = row.by_the_top](std::span<double const> values) {
                          return std::make_unique<RaiseLevers>(raises, by_the_top, values);
                      }};
        kinds_.push_back(&entry.kind);
    }

    std::list<Entry> entries_;
    std::vector<InterventionKind const*> kinds_;
};

}  // namespace

std::span<InterventionKind const* const> intervention_catalogue() {
    static Catalogue const catalogue;
    return catalogue.kinds();
}

std::vector<LeverFamily> lever_families() {
    std::vector<LeverFamily> all;
    for (Family const& family : families()) {
        LeverFamily& one = all.emplace_back(LeverFamily{family.name, {}});
        for (LeverRow const& row : family.rows) one.keys.push_back(row.key);
    }
    return all;
}

}  // namespace micropol
