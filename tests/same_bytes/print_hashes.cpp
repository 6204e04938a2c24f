// Prints what the simulation comes to, as hashes of every bit: for the situations in which the laws are tried (every mechanism and
// intervention, numbers from anywhere in their ranges), and for each scenario file given, with each of its strategies.

#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "laws/situation.h"
#include "simulation/simulate.h"

namespace micropol {
namespace {

std::uint64_t hash_of(std::vector<Worlds> const& values) {
    std::uint64_t hash = 1469598103934665603u;  // FNV-1a over 32-bit words
    for (Worlds const& value : values)
        for (int h = 0; h < histories_per_block; ++h) {
            float const one = value[h];
            std::uint32_t word;
            std::memcpy(&word, &one, sizeof word);
            hash = (hash ^ word) * 1099511628211u;
        }
    return hash;
}

void print(std::string const& name, BlockResult const& result) {
    std::printf("%s, block %u: state %016llx, outcomes %016llx\n", name.c_str(), unsigned(result.block),
                static_cast<unsigned long long>(result.state_hash), static_cast<unsigned long long>(hash_of(result.weekly)));
}

void print_situations() {
    std::vector<OutcomeKind const*> const outcomes(outcome_catalogue().begin(), outcome_catalogue().end());
    for (laws::Situation const& situation : laws::situations())
        print(situation.name, simulate_block(situation.block, outcomes, 60, situation.seed));
}

void print_scenario(std::string const& file) {
    Scenario const scenario = read_scenario(file, known_plugins(), {.overrides = {{"runs.histories", "32"}}});
    std::vector<std::string> strategies = {""};
    for (Strategy const& strategy : scenario.strategies) strategies.push_back(strategy.name);
    for (std::string const& strategy : strategies)
        for (BlockResult const& result : run_all(Model(scenario, strategy)))
            print(scenario.file.filename().string() + ", strategy '" + strategy + '\'', result);
}

}  // namespace
}  // namespace micropol

int main(int count, char** arguments) {
    micropol::print_situations();
    for (int k = 1; k < count; ++k) micropol::print_scenario(arguments[k]);
}
