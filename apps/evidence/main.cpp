// Runs the experiments of engine/documentation/calibration.md and prints what is published beside what is simulated.

#include <algorithm>
#include <boost/program_options.hpp>
#include <cmath>
#include <cstdio>
#include <iostream>

#include "evidence/experiment.h"
#include "evidence/screen.h"
#include "experiments/program.h"

namespace micropol::evidence {

namespace {

std::string number(double value, Experiment const& of) {
    if (std::isinf(value)) return value < 0 ? "−∞" : "∞";
    char text[32];
    static_cast<void>(std::snprintf(text, sizeof text, of.shown_times == 100 ? "%+.1f" : "%+.3f", value * of.shown_times));
    return text;
}

// Inside by the mean, decided by the whole interval.
std::string_view judge(Estimate const& found, Experiment const& of) {
    if (found.low >= of.low && found.high <= of.high) return "decided";
    return found.mean >= of.low && found.mean <= of.high ? "inside" : "outside";
}

// Whether what can be seen lies inside.
bool print(Experiment const& one, Study& study) {
    std::string const unit = one.unit.empty() ? "" : ' ' + std::string(one.unit);
    std::cout << "| " << one.row << " | " << one.text << " | " << number(one.low, one) << " to " << number(one.high, one) << unit
              << " | ";
    if (one.simulate == nullptr) {
        std::cout << "| | cannot be seen yet: " << one.lacks << " |\n";
        return true;
    }
    Estimate const found = one.simulate(study, one.arm);
    std::string_view const verdict = judge(found, one);
    std::cout << number(found.mean, one) << unit << " | " << number(found.low, one) << " to " << number(found.high, one) << " | "
              << verdict << " |\n"
              << std::flush;
    return verdict != "outside";
}

// Simulates nothing: whether every arm can be simulated.
void check_arms(std::filesystem::path const& folder) {
    for (Arm const& arm : arms()) static_cast<void>(behaviour::model_of(arm, folder, histories_per_block));
}

bool is_among(std::string const& row, Role role) {
    return std::ranges::any_of(experiments(), [&](Experiment const& one) { return one.role == role && one.row == row; });
}

// searches: what takes minutes is run, too.
bool run(Study study, Role role, std::string const& only, bool searches) {
    std::cout << "| row | statistic | published or wanted | simulated | 95 % interval | |\n|---|---|---|---|---|---|\n";
    bool all = true;
    for (Experiment const& one : experiments())
        if (one.role == role && (only.empty() ? searches || !one.takes_minutes : one.row == only)) all &= print(one, study);
    return all;
}

}  // namespace

}  // namespace micropol::evidence

int main(int count, char** words) {
    namespace po = boost::program_options;
    using namespace micropol;
    po::options_description options("evidence, the experiments of engine/documentation/calibration.md: targets");
    options.add_options()("arms", "list the variants that are compared, as commands")(
        "check", "whether every variant can be simulated, without simulating any")(
        "only", po::value<std::string>()->default_value(""), "row to run: T10")(
        "search", "search the best bundle (T13), too: minutes")("verdicts", "run the verdicts instead: once, at the end")(
        "screen", "what each number of the mechanisms moves instead: minutes")("histories", po::value<int>()->default_value(1024),
                                                                               "histories of each arm");
    return experiments::program(count, words, options, [](po::variables_map const& given, int threads) {
        if (given.count("arms") > 0) {
            for (evidence::Arm const& arm : evidence::arms())
                std::cout << arm.name << ":  " << behaviour::command_of(arm, "") << '\n';
            return true;
        }
        if (given.count("check") > 0) return evidence::check_arms(MICROPOL_SOURCE_DIR "/scenarios"), true;
        int const histories = given["histories"].as<int>();
        if (histories < 2 * histories_per_block) throw po::error("an interval needs at least 32 histories");
        if (given.count("screen") > 0) return evidence::screen(MICROPOL_SOURCE_DIR "/scenarios", histories, threads), true;
        evidence::Role const role = given.count("verdicts") > 0 ? evidence::Role::verdict : evidence::Role::target;
        std::string const only = given["only"].as<std::string>();
        if (!only.empty() && !evidence::is_among(only, role))
            throw po::error("no row '" + only + "' among the " + (role == evidence::Role::target ? "targets" : "verdicts"));
        evidence::Study study(MICROPOL_SOURCE_DIR "/scenarios", evidence::arms(), histories, threads);
        return evidence::run(std::move(study), role, only, given.count("search") > 0);
    });
}
