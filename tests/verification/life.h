#pragma once
// A scenario of scenarios/verification as a user would run it, week by week with a view of the state.

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "simulation/week_loop.h"
#include "support/paths.h"

namespace micropol::verification {

using Overrides = std::vector<Override>;

// overrides: as `micropol run --set` takes them.
inline Model read(std::string const& name, Overrides const& overrides = {}, bool allow_outside = false) {
    std::filesystem::path const file = paths::source_folder() / "scenarios/verification" / (name + ".yaml");
    return Model(read_scenario(file, known_plugins(), {.overrides = overrides, .allow_outside = allow_outside}), "");
}

// One block of sixteen histories.
class Life {
  public:
    explicit Life(Model const& model, std::uint32_t block = 0)
        : block_(model.block(block)), chance_(model.scenario().seed, block), history_(*block_.organisation, block_.settings) {}

    void live(int weeks) {
        for (int const end = week_ + weeks; week_ < end; ++week_) {
            Week week(*block_.organisation, block_.settings, chance_, history_, week_);
            run_week(block_.steps, progress_, week, history_);
        }
    }

    [[nodiscard]] Organisation const& organisation() const { return *block_.organisation; }
    [[nodiscard]] std::span<Worlds const> operator[](Column column) const { return std::as_const(history_)[column]; }
    [[nodiscard]] std::span<Worlds> change(Column column) { return history_[column]; }

    // [employee] of one history
    [[nodiscard]] std::vector<double> values(Column column, int history = 0) const {
        std::vector<double> values;
        for (Worlds const& value : (*this)[column]) values.push_back(double(value[history]));
        return values;
    }

  private:
    Block block_;
    std::vector<Deployment> progress_ = std::vector<Deployment>(block_.steps.size());
    Chance chance_;
    History history_;
    int week_ = 0;
};

// People in one of the stages of adoption, in one history.
inline int count_at(Life const& life, Stage stage, int history = 0) {
    int count = 0;
    for (double const at : life.values(Column::stage, history)) count += at == double(stage);
    return count;
}

// The same, in every history of a block without chance in it.
inline void expect_everywhere(Life const& life, Stage stage, int people) {
    for (int h = 0; h < histories_per_block; ++h) EXPECT_EQ(count_at(life, stage, h), people) << "history " << h;
}

// Sums of what is drawn minus what is expected of it, and of its variance: z = sum / sqrt(variance) is standard normal for many
// draws. |z| > 4 has a probability of 6.3e-5: how often a correct program fails one such test, over seeds.
struct Surplus {
    double sum = 0, variance = 0;
    void add(double drawn, double expected, double variance_of_it) {
        sum += drawn - expected;
        variance += variance_of_it;
    }
    [[nodiscard]] double z() const { return sum / std::sqrt(variance); }
};
inline constexpr double far_out = 4;

}  // namespace micropol::verification
