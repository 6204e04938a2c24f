#include "micropol/new_evidence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "base/plausible.h"
#include "micropol/log.h"
#include "micropol/new_scenario_files.h"
#include "micropol/output_file.h"
#include "micropol/scenario_options.h"
#include "observation/look.h"
#include "report/csv.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

constexpr double answering = 0.6;  // share of people who answer an invented survey; assumed
constexpr int steps = 5;
constexpr std::string_view scale = "1-5";

std::vector<std::size_t> groups_told_of(EvidenceScope const& scope) {
    std::vector<std::size_t> groups;
    for (std::size_t g = 0; g < scope.departments.size(); ++g)
        if (std::ranges::find(scope.too_small, scope.departments[g]) == scope.too_small.end() &&
            scope.departments[g] != small_department)
            groups.push_back(g);
    return groups;
}

// Log-ins of every week, and a survey in the middle.
Evidence what_is_looked_at(EvidenceScope const& scope, int weeks) {
    Evidence evidence{.departments = scope.departments, .cells = {}};
    for (int week = 0; week < weeks; ++week)
        for (std::size_t const group : groups_told_of(scope))
            evidence.cells.push_back(
                {.seen = Seen::logged_in, .week = week, .group = group, .people = std::uint32_t(scope.seats[group])});
    for (std::size_t const group : groups_told_of(scope))
        for (std::size_t item = 0; item < survey_items().size(); ++item)
            evidence.cells.push_back(
                {.seen = Seen::answer,
                 .week = weeks / 2,
                 .group = group,
                 .item = item,
                 .people = std::uint32_t(std::max(double(scope.smallest_group), answering * double(scope.seats[group]))),
                 .steps = steps});
    return evidence;
}

// How an invented company is looked at is drawn, too.
std::shared_ptr<GivenNumbers const> measurement_of(std::uint64_t seed) {
    std::vector<std::string> paths;
    std::vector<double> values;
    for (ParameterSpec const& spec : measurement_specs()) {
        paths.push_back(std::string(measurement_prefix) + std::string(spec.name));
        Stream stream(seed, 0, purpose("invented " + paths.back()));
        values.push_back(sample(plausible_distribution(spec), spec.range, stream));
    }
    return std::make_shared<GivenNumbers const>(std::move(paths), std::move(values));
}

std::string two_digits(double value) {
    std::array<char, 32> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 2).ptr;
    return {text.data(), end};
}

struct Tables {
    std::string log_ins, survey;
};

Tables filled_in(Evidence const& evidence, std::vector<Worlds> const& seen) {
    Tables tables{"week,department,active,logged_in\n", "week,department,item,n,scale,mean\n"};
    for (std::size_t k = 0; k < seen.size(); ++k) {
        EvidenceCell const& cell = evidence.cells[k];
        auto const value = double(seen[k][0]);
        if (!std::isfinite(value)) continue;
        std::string const begin = std::to_string(cell.week) + ',' + csv_field(evidence.departments[cell.group]) + ',';
        if (cell.seen == Seen::logged_in)
            tables.log_ins += begin + std::to_string(cell.people) + ',' + std::to_string(std::lround(value * cell.people)) + '\n';
        else
            tables.survey += begin + std::string(survey_items()[cell.item].key) + ',' + std::to_string(cell.people) + ',' +
                             std::string(scale) + ',' + two_digits(1 + value * (steps - 1)) + '\n';
    }
    return tables;
}

}  // namespace

ExitCode write_evidence(Call const& call) {
    Arguments const& arguments = call.arguments;
    fs::path const folder = arguments.value("output").value_or("");
    if (folder.empty()) throw WrongUsage("--evidence needs --output FOLDER, for it writes several tables");
    auto const weeks = arguments.whole_number("invented", 1, 1000);
    ScenarioSource const source = scenario_with_options(*arguments.value("evidence"), arguments);
    std::string const strategy = arguments.value("strategy").value_or("");
    Model const model(source.read(), strategy, measurement_of(source.read().seed));
    EvidenceScope const scope = scope_of(model, parse_privacy(arguments).smallest_group);
    std::vector<std::pair<std::string, std::string>> files;
    if (weeks) {
        Evidence const evidence = what_is_looked_at(scope, int(*weeks));
        Tables tables = filled_in(evidence, look_at_block(model, 0, evidence).weekly);
        files = {{"log_ins.csv", std::move(tables.log_ins)}, {"survey.csv", std::move(tables.survey)}};
    } else {
        for (std::size_t kind = 0; kind < std::size(evidence_table_names); ++kind)
            files.emplace_back(std::string(evidence_table_names[kind]) + ".csv", empty_table(EvidenceTable(kind), scope));
    }
    for (auto const& [name, text] : files)
        if (fs::exists(folder / name)) refuse_existing(folder / name);
    fs::create_directories(folder);
    std::string next = "micropol calibrate " + *arguments.value("evidence") + " --output posterior.db";
    for (auto const& [name, text] : files) {
        write_new_file(folder / name, text);
        next += " --evidence " + (folder / name).string();
    }
    log::print(Message("Wrote {0}; {1}", {name(folder.string()), Message("next: {0}", {name(next)})}));
    return done;
}

}  // namespace micropol::app
