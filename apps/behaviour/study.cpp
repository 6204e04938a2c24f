#include "behaviour/study.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "model/model.h"
#include "state/history.h"

namespace micropol::behaviour {

namespace {

constexpr double nothing_to_say = std::numeric_limits<double>::quiet_NaN();

// Keeps what people have come to.
class LastWeek final : public Observer {
  public:
    LastWeek(int weeks, std::vector<Worlds>& stage, std::vector<Worlds>& present)
        : last_(weeks - 1), stage_(stage), present_(present) {}

    void see(int week, History const& history, std::span<Deployment const>) override {
        if (week != last_) return;
        std::span<Worlds const> const stage = history[Column::stage], present = history[Column::present];
        stage_.assign(stage.begin(), stage.end());
        present_.assign(present.begin(), present.end());
    }

  private:
    int last_;
    std::vector<Worlds>&stage_, &present_;
};

}  // namespace

BlockValues minus(BlockValues a, BlockValues const& b) {
    for (std::size_t k = 0; k < a.size(); ++k) a[k] -= b[k];
    return a;
}

std::string command_of(Arm const& arm, std::string const& folder) {
    std::string command = "micropol run " + (std::filesystem::path("scenarios") / folder / arm.file).generic_string();
    if (!arm.strategy.empty()) command += " --strategy " + std::string(arm.strategy);
    for (Override const& change : arm.changes) command += " --set '" + change.path + '=' + change.value + '\'';
    if (arm.weeks > 0) command += "  # its first " + std::to_string(arm.weeks) + " weeks";
    return command;
}

Model model_of(Arm const& arm, std::filesystem::path const& folder, int histories) {
    Scenario scenario = read_scenario(folder / arm.file, known_plugins(), {.overrides = arm.changes});
    scenario.histories = histories;
    return Model(std::move(scenario), arm.strategy);
}

Study::Study(std::filesystem::path folder, std::span<Arm const> arms, int histories, int threads)
    : folder_(std::move(folder)), arms_(arms), histories_(histories), threads_(threads) {}

Arm const& Study::arm_named(std::string_view name) const {
    auto const arm = std::ranges::find(arms_, name, &Arm::name);
    if (arm == arms_.end()) throw std::invalid_argument("no arm '" + std::string(name) + '\'');
    return *arm;
}

Study::Simulated const& Study::simulated(std::string_view arm_name) {
    if (auto const found = simulated_.find(arm_name); found != simulated_.end()) return found->second;
    Arm const& arm = arm_named(arm_name);
    Simulated& made = simulated_[arm.name];
    Model const& model = made.model.emplace(model_of(arm, folder_, histories_));
    made.weeks = arm.weeks > 0 ? arm.weeks : model.scenario().weeks;
    for (OutcomeKind const* kind : model.outcomes()) made.outcomes.emplace_back(kind->plugin.key);
    made.blocks.resize(model.blocks()), made.stage.resize(model.blocks()), made.present.resize(model.blocks());
    in_parallel(threads_, made.blocks.size(), [&](std::size_t b) {
        LastWeek last(made.weeks, made.stage[b], made.present[b]);
        made.blocks[b] = simulate_block(model.block(std::uint32_t(b)), model.outcomes(), made.weeks, model.scenario().seed,
                                        &last);
    });
    return made;
}

std::span<Worlds const> Study::Simulated::week_by_week(std::size_t block, std::string_view key) const {
    auto const found = std::ranges::find(outcomes, key);
    if (found == outcomes.end()) throw std::invalid_argument("no outcome '" + std::string(key) + '\'');
    auto const count = std::size_t(weeks);
    return std::span(blocks[block].weekly).subspan(std::size_t(found - outcomes.begin()) * count, count);
}

BlockValues Study::outcome(std::string_view arm, std::string_view key) {
    int const last = simulated(arm).weeks - 1;
    return outcome_in_weeks(arm, key, last, last);
}

BlockValues Study::outcome_in_weeks(std::string_view arm, std::string_view key, int first, int last) {
    Simulated const& made = simulated(arm);
    BlockValues values(made.blocks.size());
    for (std::size_t b = 0; b < values.size(); ++b) {
        auto const weeks = made.week_by_week(b, key);
        for (int week = first; week <= last; ++week) values[b] += sum_of(weeks[std::size_t(week)]) / histories_per_block;
        values[b] /= last - first + 1;
    }
    return values;
}

std::vector<double> Study::of_histories(std::string_view arm, std::string_view key) {
    Simulated const& made = simulated(arm);
    std::vector<double> values;
    for (std::size_t b = 0; b < made.blocks.size(); ++b)
        for (int h = 0; h < histories_per_block; ++h) values.push_back(double(made.at_end(b, key)[h]));
    return values;
}

BlockValues Study::fall_from_highest(std::string_view arm, std::string_view key) {
    Simulated const& made = simulated(arm);
    BlockValues values;
    for (std::size_t b = 0; b < made.blocks.size(); ++b) {
        Worlds highest = made.week_by_week(b, key).front();
        for (Worlds const& week : made.week_by_week(b, key)) highest = max_of(highest, week);
        values.push_back(sum_of(highest - made.at_end(b, key)) / histories_per_block);
    }
    return values;
}

BlockValues Study::department_power(std::string_view arm, std::string_view department) {
    Simulated const& made = simulated(arm);
    auto const& departments = made.model->departments();
    auto const found = std::ranges::find(departments, department);
    if (found == departments.end()) throw std::invalid_argument("no department '" + std::string(department) + '\'');
    BlockValues values;
    for (BlockResult const& block : made.blocks)
        values.push_back(sum_of(block.department_after[std::size_t(found - departments.begin())]) / histories_per_block);
    return values;
}

BlockValues Study::outcome_among(std::string_view arm, std::string_view key, std::string_view among) {
    Simulated const& made = simulated(arm);
    BlockValues values;
    for (std::size_t b = 0; b < made.blocks.size(); ++b) {
        Mask const counts = made.at_end(b, among) > 0.0f;
        values.push_back(any(counts) ? sum_of(only(counts, made.at_end(b, key))) / sum_of(only(counts, 1.0f)) : nothing_to_say);
    }
    return values;
}

BlockValues Study::of_people(std::string_view arm, std::function<double(People const&)> const& statistic) {
    Simulated const& made = simulated(arm);
    BlockValues values(made.blocks.size());
    in_parallel(threads_, values.size(), [&](std::size_t b) {
        auto const organisation = made.model->block(std::uint32_t(b)).organisation;
        values[b] = statistic({*organisation, made.stage[b], made.present[b]});
    });
    return values;
}

}  // namespace micropol::behaviour
