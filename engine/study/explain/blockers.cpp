// Who stands against it, and what would turn them. Looks at people while they are simulated, hence beside the archive.

#include <algorithm>

#include "study/explain/bargain.h"
#include "study/explain/causes.h"
#include "study/optimise/optimise.h"

namespace micropol {

namespace {

// Over the sixteen histories, in the last week: [employee].
class Opposition final : public Observer {
  public:
    explicit Opposition(int weeks) : last_(weeks - 1) {}
    void see(int week, History const& history, std::span<Deployment const>) override {
        if (week != last_) return;
        auto const present = history[Column::present], attitude = history[Column::attitude], power = history[Column::power];
        for (std::size_t i = 0; i < present.size(); ++i) {
            thinks.push_back(attitude[i] * present[i]);
            weight.push_back(sum_of(min_of(thinks.back(), 0.0f) * power[i]) * -1.0);
        }
    }
    std::vector<Worlds> thinks;  // attitude, private; 0 where nobody has the seat
    std::vector<double> weight;  // power · opposition, summed over histories

  private:
    int last_;
};

struct Blocks {
    std::uint32_t first = 0, number = 0;
};

class Blocking {
  public:
    Blocking(StudyRunner& runner, LedgerPlan const& plan, std::uint32_t base)
        : runner_(runner), everywhere_(runner.model(base)->data_quality() != nullptr),
          of_plan_(everywhere_ ? Blocks{0, plan.blocks} : Blocks{plan.block, 1}) {}

    [[nodiscard]] Blocks of_search() const { return everywhere_ ? Blocks{first_search_block, blocks_of_search} : of_plan_; }
    [[nodiscard]] Blocks of_plan() const { return of_plan_; }

    // [block]; nothing if it was stopped.
    std::optional<std::vector<Opposition>> look(std::uint32_t variant, Blocks blocks, std::vector<Worlds>* cost = nullptr) const {
        auto const model = runner_.model(variant);
        Scenario const& scenario = model->scenario();
        std::vector<Opposition> seen(blocks.number, Opposition(scenario.weeks));
        if (cost) cost->assign(blocks.number, Worlds(0.0f));
        auto const position = position_of("cost", model->outcomes());
        std::vector<OutcomeKind const*> recorded;
        if (position && cost) recorded.push_back(model->outcomes()[*position]);
        auto const& options = runner_.options();
        bool const all = run_pieces(
            blocks.number, options.threads, options.stop,
            [&](std::size_t k) {
                return simulate_block(model->block(blocks.first + std::uint32_t(k)), recorded, scenario.weeks, scenario.seed,
                                      &seen[k]);
            },
            [&](std::size_t k, BlockResult const& result) {
                if (!recorded.empty()) (*cost)[k] = result.weekly.back();
            });
        if (!all) return std::nullopt;
        if (recorded.empty() && cost) cost->clear();
        return seen;
    }

    // Whether that employee opposes.
    [[nodiscard]] Ask asks_about(std::size_t employee) const {
        return [this, employee](std::uint32_t variant, TriedOn on) -> std::optional<Unwanted> {
            std::vector<Worlds> cost;
            auto const seen = look(variant, on == TriedOn::search_blocks ? of_search() : of_plan(), &cost);
            if (!seen) return std::nullopt;
            Unwanted unwanted;
            for (Opposition const& block : *seen)
                for (int h = 0; h < histories_per_block; ++h) {
                    unwanted.attitude.push_back(double(block.thinks[employee][h]));
                    unwanted.comes_about.push_back(unwanted.attitude.back() < 0 ? 1.0 : 0.0);
                }
            for (Worlds const& block : cost)
                for (int h = 0; h < histories_per_block; ++h) unwanted.cost.push_back(double(block[h]));
            return unwanted;
        };
    }

  private:
    StudyRunner& runner_;
    bool everywhere_;  // the same people in every block
    Blocks of_plan_;
};

// Employees who oppose with most power, in the order of that.
std::vector<std::size_t> strongest(std::vector<Opposition> const& seen) {
    std::vector<double> weight(seen.front().weight.size());
    for (Opposition const& block : seen)
        for (std::size_t i = 0; i < weight.size(); ++i) weight[i] += block.weight[i];
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < weight.size(); ++i)
        if (weight[i] > 0) order.push_back(i);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return weight[i]; });
    order.resize(std::min(order.size(), most_blockers));
    return order;
}

}  // namespace

std::optional<std::vector<Blocker>> turn_blockers(StudyRunner& runner, LedgerPlan const& plan) {
    std::uint32_t const base = runner.add({plan.base});
    auto const model = runner.model(base);
    Blocking const blocking(runner, plan, base);
    auto const seen = blocking.look(base, blocking.of_search());
    if (!seen) return std::nullopt;
    Block const block = model->block(blocking.of_plan().first);
    Organisation const& organisation = *block.organisation;
    std::vector<std::string> const departments = departments_as_shown(organisation);
    bool const levers = is_on(model->scenario(), "levers");
    std::vector<Blocker> blockers;
    for (std::size_t const i : strongest(*seen)) {
        Target target;
        target.people = {organisation.called(std::uint32_t(i))};
        std::vector<Offer> offers;
        if (levers) {
            for (char const* lever : {compensation, access, role}) offers.push_back({{lever}, target});
            offers.push_back({{compensation, access, role}, target});
        }
        auto relief = relieve(runner, plan.base, offers, std::nullopt, blocking.asks_about(i));
        if (!relief) return std::nullopt;
        blockers.push_back({organisation.called(std::uint32_t(i)), departments[organisation.department[i]], organisation.level[i],
                            std::move(*relief)});
    }
    return blockers;
}

}  // namespace micropol
