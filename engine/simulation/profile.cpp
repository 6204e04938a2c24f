#include "simulation/profile.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>

#include "simulation/week_loop.h"

namespace micropol {

namespace {

constexpr int passes = 5;  // of which the shortest counts, week by week: whatever else the machine does only makes it longer

double seconds_of(auto&& what) {
    using Clock = std::chrono::steady_clock;
    auto const begin = Clock::now();
    what();
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// Seconds of one step, kept week by week.
struct Times {
    explicit Times(int weeks) : shortest(std::size_t(weeks), std::numeric_limits<double>::infinity()) {}
    void add(int week, double seconds) {
        double& so_far = shortest[std::size_t(week)];
        so_far = std::min(so_far, seconds);
    }
    [[nodiscard]] double mean() const { return std::accumulate(shortest.begin(), shortest.end(), 0.0) / double(shortest.size()); }
    std::vector<double> shortest;  // [week]
};

// times: [step], and last the outcomes.
void run_once(Model const& model, Block const& block, ColumnSet const& pulled, std::vector<Times>& times) {
    Chance const chance(model.scenario().seed, block.number);
    History history(*block.organisation, block.settings);
    std::vector<Deployment> progress(block.steps.size());
    for (int number = 0; number < model.scenario().weeks; ++number) {
        Week week(*block.organisation, block.settings, chance, history, number, pulled);
        for (std::size_t k = 0; k < block.steps.size(); ++k)
            times[k].add(number, seconds_of([&] { run_step(block.steps[k], progress[k], week, history); }));
        times.back().add(number, seconds_of([&] {
                             for (std::size_t k = 0; k < block.steps.size(); ++k)
                                 check_triggers(block.steps[k], progress[k], week);
                             for (OutcomeKind const* outcome : model.outcomes()) {
                                 week.begin(outcome->plugin.access);
                                 (void)outcome->measure(week);
                             }
                         }));
    }
}

std::size_t bytes_of(ColumnSet const& touched, History const& history, ColumnSet const& pulled) {
    std::size_t values = 0;
    for (std::size_t k = 0; k < column_count; ++k)
        if (touched[k]) values += is_lever(Column(k)) && !pulled[k] ? 1 : history[Column(k)].size();
    return values * sizeof(Worlds);
}

void touch(ColumnSet& touched, Access const& access) {
    for (auto const columns : {access.reads, access.writes, access.updates})
        for (Column const column : columns) touched.set(std::size_t(column));
}

}  // namespace

std::vector<StepCost> profile(Model const& model) {
    Block const block = model.block(0);
    ColumnSet const pulled = pulled_levers(block.steps, model.outcomes());
    std::vector<Times> times(block.steps.size() + 1, Times(model.scenario().weeks));
    for (int pass = 0; pass < passes; ++pass) run_once(model, block, pulled, times);

    std::vector<StepCost> costs;
    std::vector<ColumnSet> touched;  // [cost]
    for (std::size_t k = 0; k < block.steps.size(); ++k) {
        auto const known = std::ranges::find(costs, block.steps[k].name, &StepCost::step);
        std::size_t const at = std::size_t(known - costs.begin());
        if (known == costs.end()) costs.push_back({block.steps[k].name}), touched.emplace_back();
        costs[at].seconds += times[k].mean();
        touch(touched[at], block.steps[k].access);
    }
    costs.push_back({"outcomes", times.back().mean()}), touched.emplace_back();
    for (OutcomeKind const* outcome : model.outcomes()) touch(touched.back(), outcome->plugin.access);
    History const history(*block.organisation, block.settings);
    for (std::size_t k = 0; k < costs.size(); ++k) costs[k].bytes = bytes_of(touched[k], history, pulled);
    return costs;
}

}  // namespace micropol
