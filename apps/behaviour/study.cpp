#include "behaviour/study.h"

#include <algorithm>
#include <stdexcept>

#include "model/model.h"

namespace micropol::behaviour {

std::string command_of(Arm const& arm) {
    std::string command = "micropol run scenarios/behaviour/" + std::string(arm.file);
    if (!arm.strategy.empty()) command += " --strategy " + std::string(arm.strategy);
    for (Override const& change : arm.changes) command += " --set " + change.path + '=' + change.value;
    return command;
}

Study::Study(std::filesystem::path folder, int histories, int threads)
    : folder_(std::move(folder)), histories_(histories), threads_(threads) {}

Study::Simulated const& Study::simulated(std::string_view name) {
    if (auto const found = simulated_.find(name); found != simulated_.end()) return found->second;
    auto const arm = std::ranges::find(arms(), name, &Arm::name);
    if (arm == arms().end()) throw std::invalid_argument("no arm '" + std::string(name) + '\'');
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

Worlds const& Study::Simulated::at_end(std::size_t block, std::string_view key) const {
    auto const found = std::ranges::find(outcomes, key);
    if (found == outcomes.end()) throw std::invalid_argument("no outcome '" + std::string(key) + '\'');
    return blocks[block].weekly[std::size_t(found - outcomes.begin() + 1) * std::size_t(weeks) - 1];
}

BlockValues Study::outcome(std::string_view arm, std::string_view key) {
    Simulated const& made = simulated(arm);
    BlockValues values;
    for (std::size_t b = 0; b < made.blocks.size(); ++b) values.push_back(sum_of(made.at_end(b, key)) / histories_per_block);
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
