#pragma once
// Experiments: arms, which are variants of a scenario that live through the same organisations and the same chance, and claims
// on what differs between them.

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/read_scenario.h"
#include "simulation/simulate.h"

namespace micropol::behaviour {

struct Arm {
    std::string_view name;
    std::string_view file = "company.yaml";  // in the folder of the experiments
    std::string_view strategy = {};          // of the file; empty: none
    std::vector<Override> changes = {};      // as with --set
    int weeks = 0;                           // looked at after so many; 0: at the end
};

using BlockValues = std::vector<double>;  // [block]; NaN where a block has nothing to say

// Everybody in the last week of one block.
struct People {
    Organisation const& organisation;
    std::span<Worlds const> stage, present;  // [employee]
};

// By block.
[[nodiscard]] BlockValues minus(BlockValues a, BlockValues const& b);

class Study;

// One statement of an article, the literature or a published case, as an effect that is decided by its interval.
struct Claim {
    std::string_view item;  // letter or number, as in the README beside the scenarios
    std::string_view text;
    BlockValues (*effect)(Study& study);
    double low, high;        // the claim holds where the whole interval lies between these
    double shown_times = 1;  // 100: in points of a hundred
    std::string_view unit = {};
};

// What belongs together: scenarios in one folder, with a README that has a table of the claims.
struct Experiments {
    std::string folder;  // below scenarios
    std::vector<Arm> const& arms;
    std::vector<Claim> const& claims;
};
[[nodiscard]] std::vector<Arm> const& arms_of_behaviour();
[[nodiscard]] std::vector<Claim> const& claims_of_behaviour();
[[nodiscard]] std::vector<Arm> const& arms_of_cases();
[[nodiscard]] std::vector<Claim> const& claims_of_cases();

// The command with which anyone can look at an arm; folder: below scenarios.
[[nodiscard]] std::string command_of(Arm const& arm, std::string const& folder);

// The arm made ready; folder: where its file is. Throws InvalidInput with every problem.
[[nodiscard]] Model model_of(Arm const& arm, std::filesystem::path const& folder, int histories);

// Simulates an arm when it is first asked for.
class Study {
  public:
    // The arms stay where they are.
    Study(std::filesystem::path folder, std::span<Arm const> arms, int histories, int threads);

    // Mean over the sixteen histories of each block, in the last week.
    [[nodiscard]] BlockValues outcome(std::string_view arm, std::string_view key);
    // The same from week `first` to week `last`, both included.
    [[nodiscard]] BlockValues outcome_in_weeks(std::string_view arm, std::string_view key, int first, int last);
    // [block * 16 + history]: in the last week.
    [[nodiscard]] std::vector<double> of_histories(std::string_view arm, std::string_view key);
    // What the outcome is in the last week with one arm more than with another.
    [[nodiscard]] BlockValues difference(std::string_view arm, std::string_view against, std::string_view key) {
        return minus(outcome(arm, key), outcome(against, key));
    }
    // How far the outcome lies, at the end, below the highest it ever was in the history: mean over histories.
    [[nodiscard]] BlockValues fall_from_highest(std::string_view arm, std::string_view key);
    // Share of the organisation's power that a department has in the last week.
    [[nodiscard]] BlockValues department_power(std::string_view arm, std::string_view department);
    // Sum over histories of `key` where `among` is positive, over the number of these; NaN for blocks without any.
    [[nodiscard]] BlockValues outcome_among(std::string_view arm, std::string_view key, std::string_view among);
    // [block]: what `statistic` makes of each block of the arm, which it simulates itself, as it likes: statistic(Model, Block).
    template <class Statistic>
    [[nodiscard]] auto of_blocks(std::string_view arm, Statistic const& statistic) const {
        Model const model = model_of(arm_named(arm), folder_, histories_);
        std::vector<decltype(statistic(model, model.block(0)))> values(model.blocks());
        in_parallel(threads_, values.size(), [&](std::size_t b) { values[b] = statistic(model, model.block(std::uint32_t(b))); });
        return values;
    }
    [[nodiscard]] BlockValues of_people(std::string_view arm, std::function<double(People const&)> const& statistic);

    [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
    [[nodiscard]] int histories() const { return histories_; }
    [[nodiscard]] int threads() const { return threads_; }

  private:
    struct Simulated {
        std::optional<Model> model;
        std::vector<BlockResult> blocks;
        std::vector<std::vector<Worlds>> stage, present;  // [block][employee] in the last week
        std::vector<std::string> outcomes;
        int weeks = 0;

        [[nodiscard]] std::span<Worlds const> week_by_week(std::size_t block, std::string_view key) const;
        [[nodiscard]] Worlds const& at_end(std::size_t block, std::string_view key) const {
            return week_by_week(block, key).back();
        }
    };
    [[nodiscard]] Arm const& arm_named(std::string_view name) const;
    Simulated const& simulated(std::string_view arm_name);

    std::filesystem::path folder_;
    std::span<Arm const> arms_;
    int histories_, threads_;
    std::map<std::string_view, Simulated> simulated_;
};

}  // namespace micropol::behaviour
