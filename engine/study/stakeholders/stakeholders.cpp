#include "study/stakeholders/stakeholders.h"

#include <algorithm>
#include <cmath>

#include "simulation/simulate.h"
#include "state/history.h"

namespace micropol {

namespace {

struct Sum {
    double n = 0, sum = 0, squares = 0;
    void add(double value) { n += 1, sum += value, squares += value * value; }
    void add(Sum const& other) { n += other.n, sum += other.sum, squares += other.squares; }
    [[nodiscard]] Spread spread() const {
        if (n == 0) return {std::nan(""), std::nan("")};
        double const mean = sum / n;
        return {mean, std::sqrt(std::max(0.0, squares / n - mean * mean))};
    }
};
struct Seen {
    Sum influence, attitude;
};

// Looks at some people at the end of some weeks.
class Watcher final : public Observer {
  public:
    Watcher(std::vector<std::uint32_t> people, std::vector<int> moments)
        : people_(std::move(people)), moments_(std::move(moments)), seen(moments_.size() * people_.size()) {}

    void see(int week, History const& history, std::span<Deployment const>) override {
        for (std::size_t moment = 0; moment < moments_.size(); ++moment)
            if (std::max(0, moments_[moment] - 1) == week) look(moment, history);
    }

  private:
    void look(std::size_t moment, History const& history) {
        auto const power = history[Column::power], present = history[Column::present], attitude = history[Column::attitude];
        for (int lane = 0; lane < histories_per_block; ++lane) {
            std::vector<float> powers;
            for (std::size_t i = 0; i < power.size(); ++i)
                if (present[i][lane] > 0) powers.push_back(power[i][lane]);
            std::ranges::sort(powers);
            for (std::size_t k = 0; k < people_.size(); ++k) {
                std::uint32_t const i = people_[k];
                if (!(present[i][lane] > 0)) continue;
                auto const below = std::ranges::lower_bound(powers, power[i][lane]) - powers.begin();
                double const others = std::max(1.0, double(powers.size()) - 1);
                Seen& one = seen[moment * people_.size() + k];
                one.influence.add(double(below) / others);
                one.attitude.add(double(attitude[i][lane]));
            }
        }
    }

    std::vector<std::uint32_t> people_;
    std::vector<int> moments_;

  public:
    std::vector<Seen> seen;  // [moment * people + person]
};

}  // namespace

Stakeholders follow_stakeholders(Model const& model, std::vector<PersonOnMap> const& on_map, std::uint32_t blocks, int threads) {
    int const weeks = model.scenario().weeks;
    Stakeholders followed{.strategy = model.strategy(), .weeks = {0}, .people = {}};
    for (int const week : {26, 52, 104})
        if (week <= weeks) followed.weeks.push_back(week);
    if (followed.weeks.back() != weeks && followed.weeks.size() < 4) followed.weeks.push_back(weeks);
    Organisation const first = *model.block(0).organisation;
    followed.names_shown = !first.names_hidden;
    std::vector<std::uint32_t> people;
    for (auto const& [id, role, notes] : on_map) {
        auto const found = std::ranges::find(first.id, id);
        if (found == first.id.end()) continue;
        people.push_back(std::uint32_t(found - first.id.begin()));
        followed.people.push_back({first.called(people.back()), role, notes, {}});
    }
    std::vector<std::vector<Seen>> of_block(blocks);
    in_parallel(threads, blocks, [&](std::size_t block) {
        Watcher watcher(people, followed.weeks);
        (void)simulate_block(model.block(std::uint32_t(block)), model.outcomes(), weeks, model.scenario().seed, &watcher);
        of_block[block] = std::move(watcher.seen);
    });
    std::vector<Seen> all(followed.weeks.size() * people.size());
    for (std::vector<Seen> const& block : of_block)
        for (std::size_t k = 0; k < all.size(); ++k)
            all[k].influence.add(block[k].influence), all[k].attitude.add(block[k].attitude);
    for (std::size_t k = 0; k < people.size(); ++k)
        for (std::size_t moment = 0; moment < followed.weeks.size(); ++moment) {
            Seen const& seen = all[moment * people.size() + k];
            followed.people[k].at.push_back({seen.influence.spread(), seen.attitude.spread()});
        }
    followed.histories = std::size_t(blocks) * std::size_t(histories_per_block);
    return followed;
}

}  // namespace micropol
