#pragma once
// Variants of a company, the arms of a study, that live through the same organisations and the same chance.

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/read_scenario.h"
#include "simulation/simulate.h"

namespace micropol::behaviour {

struct Arm {
    std::string_view name;
    std::string_view file = "company.yaml";  // below scenarios/behaviour
    std::string_view strategy = {};          // of the file; empty: none
    std::vector<Override> changes = {};      // as with --set
};

// Those of scenarios/behaviour.
[[nodiscard]] std::vector<Arm> const& arms();

// The command with which anyone can look at an arm; folder: below scenarios.
[[nodiscard]] std::string command_of(Arm const& arm, std::string const& folder);

using BlockValues = std::vector<double>;  // [block]

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
    // Share of the organisation's power that a department has in the last week.
    [[nodiscard]] BlockValues department_power(std::string_view arm, std::string_view department);
    // Sum over histories of `key` where `among` is positive, over the number of these; blocks without any are left out.
    [[nodiscard]] BlockValues outcome_among(std::string_view arm, std::string_view key, std::string_view among);

  private:
    struct Simulated {
        std::vector<BlockResult> blocks;
        std::vector<std::string> outcomes, departments;
        int weeks = 0;

        [[nodiscard]] Worlds const& at(std::size_t block, std::string_view key, int week) const;
        [[nodiscard]] Worlds const& at_end(std::size_t block, std::string_view key) const { return at(block, key, weeks - 1); }
    };
    Simulated const& simulated(std::string_view arm);

    std::filesystem::path folder_;
    std::span<Arm const> arms_;
    int histories_, threads_;
    std::map<std::string_view, Simulated> simulated_;
};

// One statement of the article or the literature, as an effect that is decided by its interval.
struct Claim {
    std::string_view item;  // letter, as in scenarios/behaviour/README.md
    std::string_view text;
    BlockValues (*effect)(Study& study);
    double low, high;        // the claim holds where the whole interval lies between these
    double shown_times = 1;  // 100: in points of a hundred
    std::string_view unit = {};
};

[[nodiscard]] std::vector<Claim> const& claims();

}  // namespace micropol::behaviour
