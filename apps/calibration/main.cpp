// Runs the experiments on calibration and prints what is wanted and what was measured. What is simulated is kept in a folder: whoever
// is stopped goes on where they were.

#include <boost/program_options.hpp>
#include <iostream>

#include "calibration/experiment.h"
#include "experiments/program.h"

namespace micropol::calibration {

namespace {

std::string_view name_of(Row::Verdict verdict) {
    switch (verdict) {
        case Row::Verdict::holds: return "holds";
        case Row::Verdict::fails: return "fails";
        case Row::Verdict::reported: return "";
    }
    return "";
}

struct Experiment {
    std::string_view name;
    void (*run)(Ground const& ground, Print const& print);
};
constexpr Experiment experiments[] = {{"held-out", judge_held_out},
                                      {"forecast", judge_forecasts},
                                      {"misfit", judge_misfit},
                                      {"adoption", forecast_adoption},
                                      {"waves", judge_waves}};

// Whether nothing fails.
bool run(Scale const& scale, std::string const& only) {
    std::filesystem::create_directories(scale.folder);
    MadeCompanies companies;
    SimulatedSettings table = companies.table(scale.settings, scale.folder / "table.bin", scale.threads);
    std::size_t const kept = scale.settings - scale.held_out, of_setting = SimulatedSettings::histories * table.cells;
    SimulatedSettings held_out{.numbers = table.numbers, .cells = table.cells, .where = {}, .values = {}};
    held_out.where.assign(table.where.begin() + std::ptrdiff_t(kept * table.numbers), table.where.end());
    held_out.values.assign(table.values.begin() + std::ptrdiff_t(kept * of_setting), table.values.end());
    table.where.resize(kept * table.numbers), table.values.resize(kept * of_setting);
    Ground const ground{scale, std::move(companies), std::move(table), std::move(held_out)};
    std::cout << "| check | what | wanted | measured | |\n|---|---|---|---|---|\n";
    std::size_t failing = 0, printed = 0;
    Print const print = [&](Row const& row) {
        std::cout << "| " << row.check << " | " << row.what << " | " << row.wanted << " | " << row.measured << " | "
                  << name_of(row.verdict) << " |\n"
                  << std::flush;
        failing += row.verdict == Row::Verdict::fails ? 1 : 0, ++printed;
    };
    bool known = only.empty();
    for (Experiment const& experiment : experiments) {
        if (!only.empty() && only != experiment.name) continue;
        known = true;
        if (experiment.name == "adoption" && scale.adoption.empty()) continue;
        experiment.run(ground, print);
    }
    if (!known) throw boost::program_options::error("no experiment is called '" + only + "'");
    std::cout << '\n' << failing << " of " << printed << " fail.\n";
    return failing == 0;
}

}  // namespace

}  // namespace micropol::calibration

int main(int count, char** words) {
    namespace po = boost::program_options;
    using namespace micropol;
    po::options_description options("calibration, whether what is learned from evidence is as right as it says");
    options.add_options()("only", po::value<std::string>()->default_value(""), "held-out, forecast, misfit, adoption or waves")(
        "quick", "a small table and few companies: minutes instead of hours")(
        "keep", po::value<std::string>()->default_value("build/calibration"), "folder that keeps what was simulated")(
        "adoption", po::value<std::string>()->default_value(""),
        "folder with adoptions.csv and parameters.csv of adoption series")("companies", po::value<std::size_t>(),
                                                                           "calibrated by waves of further simulations (100)")(
        "settings", po::value<std::size_t>(), "of the table, those to judge by among them (20,000)")(
        "held-out", po::value<std::size_t>(), "settings of the table to judge by (2,000)");
    return experiments::program(count, words, options, [](po::variables_map const& given, int threads) {
        calibration::Scale scale;
        if (given.count("quick") > 0)
            scale.settings = 2'000, scale.held_out = 200, scale.forecast = 60, scale.companies = 4, scale.misspecified = 30;
        scale.folder = given["keep"].as<std::string>() + (given.count("quick") > 0 ? "/quick" : "");
        scale.adoption = given["adoption"].as<std::string>(), scale.threads = threads;
        if (given.count("companies") > 0) scale.companies = given["companies"].as<std::size_t>();
        if (given.count("settings") > 0) scale.settings = given["settings"].as<std::size_t>();
        if (given.count("held-out") > 0) scale.held_out = given["held-out"].as<std::size_t>();
        if (scale.held_out < 2 || scale.settings < 500 || scale.held_out > scale.settings - 500)
            throw po::error("at least 2 settings are held out, and 500 are left");
        return calibration::run(scale, given["only"].as<std::string>());
    });
}
