// Runs experiments and prints claim, effect, interval and verdict. See scenarios/behaviour/README.md and scenarios/cases/README.md.

#include <algorithm>
#include <boost/program_options.hpp>
#include <iostream>

#include "behaviour/table.h"
#include "experiments/program.h"
#include "model/model.h"
#include "words/problem.h"

namespace micropol::behaviour {

namespace {

std::filesystem::path folder_of(Experiments const& experiments) {
    return std::filesystem::path(MICROPOL_SOURCE_DIR) / "scenarios" / experiments.folder;
}
std::filesystem::path readme_of(Experiments const& experiments) { return folder_of(experiments) / "README.md"; }

// Whether every claim that was asked for comes out as the README publishes it, misses included.
bool run(Experiments const& experiments, int histories, int threads, std::string const& only, bool into_readme) {
    Study study(folder_of(experiments), experiments.arms, histories, threads);
    std::cout << "| | claim | effect | 95 % interval | verdict |\n|---|---|---|---|---|\n";
    std::vector<Finding> findings;
    for (Claim const& claim : experiments.claims) {
        if (!only.empty() && claim.item != only) continue;
        findings.push_back(judge(claim, claim.effect(study)));
        std::cout << row_of(findings.back()) << '\n' << std::flush;
    }
    auto const holding = std::ranges::count(findings, Verdict::holds, &Finding::verdict);
    std::cout << "\n" << holding << " of " << findings.size() << " hold.\n";
    if (into_readme) update(readme_of(experiments), findings);
    std::vector<Finding> const differing = behaviour::differing(readme_of(experiments), findings);
    if (!differing.empty())
        std::cout << differing.size() << " come out otherwise than the README says; --update writes them there.\n";
    return differing.empty();
}

// Simulates nothing: whether every arm can be simulated, and the README has a row for every claim and no other.
bool is_sound(Experiments const& experiments) {
    for (Arm const& arm : experiments.arms) static_cast<void>(model_of(arm, folder_of(experiments), histories_per_block));
    auto const problems = problems_of(readme_of(experiments), experiments.claims);
    for (std::string const& problem : problems) std::cerr << readme_of(experiments).string() << ": " << problem << '\n';
    return problems.empty();
}

void list_arms(Experiments const& experiments) {
    for (Arm const& arm : experiments.arms) std::cout << arm.name << ":  " << command_of(arm, experiments.folder) << '\n';
}

}  // namespace

}  // namespace micropol::behaviour

int main(int count, char** words) {
    namespace po = boost::program_options;
    using namespace micropol;
    po::options_description options("behaviour, the experiments of scenarios/behaviour and scenarios/cases");
    options.add_options()("cases", "the published cases of scenarios/cases, not scenarios/behaviour")(
        "arms", "list the variants that are compared, as commands")(
        "check", "simulate nothing: can every variant be simulated, and has the README a row for every claim?")(
        "update", "write what is found into the table of the README")("only", po::value<std::string>()->default_value(""),
                                                                      "letter or number of the claims to run")(
        "histories", po::value<int>()->default_value(2048), "histories of each arm");
    return experiments::program(count, words, options, [](po::variables_map const& given, int threads) {
        bool const on_cases = given.count("cases") > 0;
        behaviour::Experiments const experiments = on_cases ? behaviour::Experiments{"cases", behaviour::arms_of_cases(),
                                                                                     behaviour::claims_of_cases()}
                                                            : behaviour::Experiments{"behaviour", behaviour::arms_of_behaviour(),
                                                                                     behaviour::claims_of_behaviour()};
        if (given.count("arms") > 0) return behaviour::list_arms(experiments), true;
        if (given.count("check") > 0) return behaviour::is_sound(experiments);
        int const histories = given["histories"].as<int>();
        if (histories < 2 * histories_per_block) throw po::error("an interval needs at least 32 histories");
        return behaviour::run(experiments, histories, threads, given["only"].as<std::string>(), given.count("update") > 0);
    });
}
