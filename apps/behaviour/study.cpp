#include "behaviour/study.h"

#include <algorithm>
#include <stdexcept>

#include "model/model.h"

namespace micropol::behaviour {

std::string command_of(Arm const& arm, std::string const& folder) {
    std::string command = "micropol run scenarios/" + folder + std::string(arm.file);
    if (!arm.strategy.empty()) command += " --strategy " + std::string(arm.strategy);
    for (Override const& change : arm.changes) command += " --set " + change.path + '=' + change.value;
    return command;
}

Study::Study(std::filesystem::path folder, std::span<Arm const> arms, int histories, int threads)
    : folder_(std::move(folder)), arms_(arms), histories_(histories), threads_(threads) {}

Study::Simulated const& Study::simulated(std::string_view name) {
    if (auto const found = simulated_.find(name); found != simulated_.end()) return found->second;
    auto const arm = std::ranges::find(arms_, name, &Arm::name);
    if (arm == arms_.end()) throw std::invalid_argument("no arm '" + std::string(name) + '\'');
    Scenario scenario = read_scenario(folder_ / arm->file, known_plugins(), {.overrides = arm->changes});
    scenario.histories = histories_;
    Model const model(std::move(scenario), arm->strategy);
    Simulated& made = simulated_[arm->name];
    made.blocks = run_all(model, threads_);
    made.weeks = model.scenario().weeks;
    made.departments = model.departments();
    for (OutcomeKind const* kind : model.outcomes()) made.outcomes.emplace_back(kind->plugin.key);
    return made;
}

Worlds const& Study::Simulated::at(std::size_t block, std::string_view key, int week) const {
    auto const found = std::ranges::find(outcomes, key);
    if (found == outcomes.end()) throw std::invalid_argument("no outcome '" + std::string(key) + '\'');
    return blocks[block].weekly[std::size_t(found - outcomes.begin()) * std::size_t(weeks) + std::size_t(week)];
}

BlockValues Study::outcome(std::string_view arm, std::string_view key) {
    Simulated const& made = simulated(arm);
    BlockValues values;
    for (std::size_t b = 0; b < made.blocks.size(); ++b) values.push_back(sum_of(made.at_end(b, key)) / histories_per_block);
    return values;
}

BlockValues Study::outcome_in_weeks(std::string_view arm, std::string_view key, int first, int last) {
    Simulated const& made = simulated(arm);
    BlockValues values(made.blocks.size());
    for (std::size_t b = 0; b < values.size(); ++b) {
        for (int week = first; week <= last; ++week) values[b] += sum_of(made.at(b, key, week)) / histories_per_block;
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

BlockValues Study::department_power(std::string_view arm, std::string_view department) {
    Simulated const& made = simulated(arm);
    auto const found = std::ranges::find(made.departments, department);
    if (found == made.departments.end()) throw std::invalid_argument("no department '" + std::string(department) + '\'');
    BlockValues values;
    for (BlockResult const& block : made.blocks)
        values.push_back(sum_of(block.department_after[std::size_t(found - made.departments.begin())]) / histories_per_block);
    return values;
}

BlockValues Study::outcome_among(std::string_view arm, std::string_view key, std::string_view among) {
    Simulated const& made = simulated(arm);
    BlockValues values;
    for (std::size_t b = 0; b < made.blocks.size(); ++b) {
        Mask const counts = made.at_end(b, among) > 0.0f;
        if (any(counts)) values.push_back(sum_of(only(counts, made.at_end(b, key))) / sum_of(only(counts, 1.0f)));
    }
    return values;
}

}  // namespace micropol::behaviour
