#include "calibration/company.h"

#include <cmath>
#include <fstream>
#include <iostream>
#include <limits>
#include <memory>
#include <stdexcept>

#include "base/build_identity.h"
#include "base/random.h"
#include "observation/look.h"
#include "simulation/simulate.h"
#include "study/calibrate/calibrate.h"

namespace micropol::calibration {

namespace {

constexpr std::uint64_t seed = 20;

ScenarioSource const& source() {
    static ScenarioSource const read(R"(micropol: 1
name: A made company of six departments
organisation:
  departments:
    - {name: Sales, headcount: 30}
    - {name: Marketing, headcount: 18}
    - {name: Service, headcount: 22}
    - {name: Product, headcount: 20}
    - {name: IT, headcount: 14}
    - {name: Finance, headcount: 12}
transformation:
  tool_quality: {uniform: [0.3, 0.9]}
  communication: {uniform: [0.01, 0.08]}
  start_belief: {uniform: [-0.2, 0.5]}
  initiatives:
    - {name: CRM}
culture:
  rivalry: {uniform: [0.05, 0.6]}
  data_hoarding: {uniform: [0.05, 0.6]}
governance:
  executive_pressure: {uniform: [0.05, 0.5]}
  credibility: {uniform: [0.3, 0.9]}
mechanisms:
  adoption: {pace: {uniform: [0.05, 0.9]}, constant: {uniform: [-2, 2]}}
  attitude: {reactance: {uniform: [0.1, 1.2]}, responsiveness: {uniform: [0.03, 0.3]}}
  information: {openness: {uniform: [0, 3.5]}}
runs: {weeks: 26, histories: 16, seed: 20}
)",
                                     "made_company.yaml", known_plugins());
    return read;
}

Evidence looked_at(Model const& model) {
    EvidenceScope const scope = scope_of(model, 5);
    Evidence evidence{.departments = scope.departments, .cells = {}};
    if (evidence.departments.size() != departments) throw std::runtime_error("every department is told of");
    std::uint32_t all = 0;
    for (std::size_t const seats : scope.seats) all += std::uint32_t(seats);
    for (int week = 0; week < weeks; ++week) {
        for (std::size_t group = 0; group < departments; ++group)
            evidence.cells.push_back(
                {.seen = Seen::logged_in, .week = week, .group = group, .people = std::uint32_t(scope.seats[group])});
        evidence.cells.push_back({.seen = Seen::logged_in, .week = week, .group = everybody, .people = all});
    }
    for (std::size_t item = 0; item < survey_items().size(); ++item)
        for (std::size_t group = 0; group < departments; ++group)
            evidence.cells.push_back({.seen = Seen::answer,
                                      .week = survey_week,
                                      .group = group,
                                      .item = item,
                                      .people = std::uint32_t(scope.seats[group] * 7 / 10),
                                      .steps = 5});
    evidence.cells.push_back({.seen = Seen::stopped, .week = survey_week});
    return evidence;
}

constexpr std::size_t settings_of_a_chunk = 200;

}  // namespace

MadeCompanies::MadeCompanies(std::vector<Change> changes) : changes_(std::move(changes)) {
    Model const model(source().read(changes_), "");
    evidence_ = looked_at(model);
    numbers_ = believed_numbers(Model(source().read(), ""), evidence_);
    for (Factor const& number : numbers_) paths_.push_back(number.path);
}

std::vector<bool> MadeCompanies::seen_before(int week) const {
    std::vector<bool> seen;
    for (EvidenceCell const& cell : evidence_.cells)
        seen.push_back(cell.week < week && cell.group != everybody && cell.seen != Seen::stopped);
    return seen;
}

std::vector<double> MadeCompanies::draw(std::size_t first, std::size_t count) const {
    std::vector<double> where;
    for (std::size_t setting = first; setting < first + count; ++setting) {
        Stream chance(seed, std::uint32_t(setting), purpose("made companies: prior"));
        for (std::size_t k = 0; k < paths_.size(); ++k) where.push_back(std::max(0x1p-53, chance.uniform()));
    }
    return where;
}

std::vector<float> MadeCompanies::simulate(std::span<double const> where, std::uint32_t first_block, int threads) const {
    std::size_t const count = where.size() / paths_.size(), histories = SimulatedSettings::histories;
    std::vector<double> values;
    for (std::size_t k = 0; k < where.size(); ++k) values.push_back(believed_at(numbers_[k % numbers_.size()], where[k]));
    std::size_t const first = (count - first_block % count) % count;
    Model const model(source().read(changes_), "", std::make_shared<GivenNumbers const>(paths_, std::move(values), first));
    std::vector<float> simulated(count * histories * cells());
    in_parallel(threads, count, [&](std::size_t setting) {
        BlockResult const result = look_at_block(model, first_block + std::uint32_t(setting), evidence_);
        for (std::size_t history = 0; history < histories; ++history)
            for (std::size_t cell = 0; cell < cells(); ++cell)
                simulated[(setting * histories + history) * cells() + cell] = result.weekly[cell][int(history)];
    });
    return simulated;
}

SimulatedSettings MadeCompanies::table(std::size_t settings, std::filesystem::path const& file, int threads) const {
    SimulatedSettings made{.numbers = numbers_.size(), .cells = cells(), .where = draw(0, settings), .values = {}};
    std::string const head = std::string(model_hash()) + ' ' + std::to_string(evidence_.hash()) + '\n';
    std::size_t const of_setting = SimulatedSettings::histories * cells();
    if (std::ifstream before(file, std::ios::binary); before) {
        std::string line(head.size(), ' ');
        before.read(line.data(), std::streamsize(line.size()));
        if (line == head) {
            made.values.resize(settings * of_setting);
            before.read(reinterpret_cast<char*>(made.values.data()), std::streamsize(made.values.size() * sizeof(float)));
            std::size_t const whole = std::size_t(before.gcount()) / sizeof(float) / of_setting;
            made.values.resize(whole / settings_of_a_chunk * settings_of_a_chunk * of_setting);
        }
    }
    if (made.values.empty()) std::ofstream(file, std::ios::binary) << head;
    std::filesystem::resize_file(file, head.size() + made.values.size() * sizeof(float));
    std::ofstream after(file, std::ios::binary | std::ios::app);
    for (std::size_t first = made.values.size() / of_setting; first < settings; first += settings_of_a_chunk) {
        std::size_t const count = std::min(settings_of_a_chunk, settings - first);
        std::vector<float> const chunk = simulate(std::span(made.where).subspan(first * made.numbers, count * made.numbers),
                                                  std::uint32_t(first), threads);
        after.write(reinterpret_cast<char const*>(chunk.data()), std::streamsize(chunk.size() * sizeof(float))).flush();
        made.values.insert(made.values.end(), chunk.begin(), chunk.end());
        std::cerr << "\rtable: " << first + count << " of " << settings << " settings" << std::flush;
    }
    std::cerr << '\n';
    return made;
}

std::vector<double> observed_in(std::span<float const> values, std::vector<bool> const& seen) {
    std::vector<double> observed;
    for (std::size_t cell = 0; cell < seen.size(); ++cell)
        observed.push_back(seen[cell] ? double(values[cell]) : std::numeric_limits<double>::quiet_NaN());
    return observed;
}

}  // namespace micropol::calibration
