// Runs the behaviour study and prints claim, effect, interval and verdict. See scenarios/behaviour/README.md.

#include <boost/program_options.hpp>
#include <cstdio>
#include <iostream>

#include "behaviour/study.h"
#include "statistics/estimate.h"
#include "words/problem.h"

namespace micropol::behaviour {

namespace {

enum class Verdict { holds, open, fails };

// By the interval, never by eye: inside, outside, or across a bound.
Verdict judge(Estimate const& effect, Claim const& claim) {
    if (effect.low >= claim.low && effect.high <= claim.high) return Verdict::holds;
    if (effect.low > claim.high || effect.high < claim.low) return Verdict::fails;
    return Verdict::open;
}

std::string_view in_words(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds: return "holds";
        case Verdict::open: return "open";
        case Verdict::fails: return "fails";
    }
    return "";
}

std::string number(double value, Claim const& claim) {
    char text[32];
    std::snprintf(text, sizeof text, claim.shown_times == 100 ? "%+.1f" : "%+.3f", value * claim.shown_times);
    return text;
}

void print(Claim const& claim, Estimate const& effect, Verdict verdict) {
    std::string const unit = claim.unit.empty() ? "" : ' ' + std::string(claim.unit);
    std::cout << "| " << claim.item << " | " << claim.text << " | " << number(effect.mean, claim) << unit << " | "
              << number(effect.low, claim) << " to " << number(effect.high, claim) << " | " << in_words(verdict) << " |\n"
              << std::flush;
}

// Whether every claim that was asked for holds.
bool run(Study study, std::string const& only) {
    std::cout << "| | claim | effect | 95 % interval | verdict |\n|---|---|---|---|---|\n";
    std::size_t holding = 0, all = 0;
    for (Claim const& claim : claims()) {
        if (!only.empty() && claim.item != only) continue;
        Estimate const effect = estimate_of_blocks(claim.effect(study));
        Verdict const verdict = judge(effect, claim);
        print(claim, effect, verdict);
        holding += verdict == Verdict::holds ? 1 : 0;
        ++all;
    }
    std::cout << "\n" << holding << " of " << all << " hold.\n";
    return holding == all;
}

void list_arms() {
    for (Arm const& arm : arms()) std::cout << arm.name << ":  " << command_of(arm, "behaviour/") << '\n';
}

}  // namespace

}  // namespace micropol::behaviour

int main(int count, char** words) {
    namespace po = boost::program_options;
    using namespace micropol;
    po::options_description options("behaviour, the experiments of scenarios/behaviour");
    options.add_options()("help", "this text")("arms", "list the variants that are compared, as commands")(
        "only", po::value<std::string>()->default_value(""), "letter of the claims to run")(
        "histories", po::value<int>()->default_value(2048), "histories of each arm")(
        "threads", po::value<int>()->default_value(0), "threads; 0: all processors");
    try {
        po::variables_map given;
        po::store(po::parse_command_line(count, words, options), given);
        if (given.count("help") > 0) return std::cout << options, 0;
        if (given.count("arms") > 0) return behaviour::list_arms(), 0;
        int const histories = given["histories"].as<int>();
        if (histories < 2 * histories_per_block) throw po::error("an interval needs at least 32 histories");
        behaviour::Study study(MICROPOL_SOURCE_DIR "/scenarios/behaviour", behaviour::arms(), histories,
                               given["threads"].as<int>());
        return behaviour::run(std::move(study), given["only"].as<std::string>()) ? 0 : 1;
    } catch (po::error const& wrong) {
        std::cerr << "error: " << wrong.what() << '\n';
        return 2;
    } catch (std::exception const& failed) {
        std::cerr << "error: " << failed.what() << '\n';
        return 1;
    }
}
