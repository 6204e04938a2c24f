#include <algorithm>
#include <filesystem>
#include <iostream>

#include "base/json.h"
#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/quality.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "model/model.h"
#include "scenario/read_scenario.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view formats[] = {"text", "json"};

std::size_t position_of(std::string_view option, std::string const& given, std::span<std::string_view const> known) {
    auto const found = std::ranges::find(known, given);
    if (found == known.end()) refuse_value(option, given, known);
    return std::size_t(found - known.begin());
}

ImportPlan plan_of(Arguments const& arguments) {
    ImportPlan plan;
    auto const people = arguments.value("people");
    if (!people) throw WrongUsage("missing --people FILE");
    plan.people = *people;
    for (std::string const& ties : arguments.values("ties")) plan.ties.emplace_back(ties);
    plan.reports_to = arguments.value("reports-to").value_or("");
    plan.undirected = arguments.has("undirected");
    for (std::string const& pair : arguments.values("map")) {
        auto const equals = pair.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
            throw WrongUsage(
                Message("--map takes a column and its name in the file, as in --map department=dept, not '{0}'", {name(pair)}));
        plan.columns[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    for (std::string const& reason : arguments.list("drop")) plan.drop.set(position_of("drop", reason, misfit_names()));
    if (auto const weights = arguments.value("weights"))
        plan.weights = WeightScale(position_of("weights", *weights, weight_scale_names()));
    plan.as_of = arguments.value("as-of").value_or("");
    plan.sheets = arguments.values("sheet");
    return plan;
}

// The command again, with what it takes to read the files as they are: to be pasted.
std::string corrected_command(Call const& call, Correctable const& wrong) {
    Misfits misfits = wrong.drop();
    for (std::string const& reason : call.arguments.list("drop")) misfits.set(position_of("drop", reason, misfit_names()));
    constexpr std::string_view replaced[] = {"drop", "language"};
    std::vector<std::string> words{"micropol", "new"};
    for (std::string const& word : call.arguments.words_without(replaced)) words.push_back(word);
    std::string drop;
    for (std::size_t k = 0; k < misfits.size(); ++k)
        if (misfits[k]) drop += (drop.empty() ? "" : ",") + std::string(misfit_names()[k]);
    if (!drop.empty()) words.insert(words.end(), {"--drop", drop});
    for (auto const& [known, column] : wrong.columns()) words.insert(words.end(), {"--map", known + '=' + column});
    return quoted_for_shell(words);
}

DataQuality quality_of(Call const& call, ImportPlan const& plan) {
    auto const unreciprocated = float(std::get<double>(OrganisationPlan{}.unreciprocated));
    try {
        return import_organisation(plan, unreciprocated).quality;
    } catch (Correctable const& wrong) {
        std::vector<Problem> problems = wrong.problems();
        problems.back().suggestion = lines(problems.back().suggestion,
                                           Message("this reads it all the same: {0}", {name(corrected_command(call, wrong))}));
        throw InvalidInput(std::move(problems));
    }
}

// The scenario names its files from where it stands itself.
ImportPlan seen_from(fs::path const& folder, ImportPlan plan) {
    auto const relative = [&](fs::path& path) {
        if (!path.empty()) path = fs::proximate(path, folder);
    };
    relative(plan.people);
    relative(plan.reports_to);
    for (fs::path& ties : plan.ties) relative(ties);
    return plan;
}

// A scenario reads what lies beside it or below, and more only if it is told to.
bool reaches_outside(ImportPlan const& plan) {
    auto const leads_out = [](fs::path const& path) { return !path.empty() && (path.is_absolute() || *path.begin() == ".."); };
    return leads_out(plan.people) || leads_out(plan.reports_to) || std::ranges::any_of(plan.ties, leads_out);
}

void write_new_file(fs::path const& file, std::string const& text) {
    if (fs::exists(file))
        throw WrongUsage(Message("{0} is there already; name another file or remove it", {name(file.string())}));
    write_file(file, [&](std::ostream& to) { to << text; });
}

ExitCode write_scenario(Call const& call) {
    (void)call.arguments.positional(0, 0, "");
    if (parse_format(call.arguments, formats) == Format::json && !call.arguments.has("output"))
        throw WrongUsage("--format json needs --output, for standard output is the data's then");
    ImportPlan const plan = plan_of(call.arguments);
    fs::path const output = call.arguments.value("output").value_or("");
    DataQuality const quality = quality_of(call, plan);
    fs::path const folder = output.has_parent_path() ? output.parent_path() : ".";
    ImportPlan const seen = seen_from(folder, plan);
    std::string const text = new_scenario(seen, quality, known_plugins());
    std::string const command = "micropol run " + (output.empty() ? "SCENARIO" : output.string());
    Message const next = reaches_outside(seen)
                             ? Message("next: {0}   (its data lie outside its folder)", {name(command + " --allow-outside")})
                             : Message("next: {0}", {name(command)});
    if (!output.empty()) write_new_file(output, text);
    std::ostream& to = output.empty() ? std::cerr : std::cout;
    if (parse_format(call.arguments, formats) == Format::json) {
        std::cout << in_json(quality).dump(2) << '\n';
        return done;
    }
    for (Phrase const& line : describe(quality)) log::print(line, to);
    for (Phrase const& guess : quality.guesses) log::print(Message("Note      {0}", {guess}), to);
    if (!quality.has_levels)
        log::print("Note      Everyone sits on the committee that decides: governance.committee_level is 0.", to);
    log::print(output.empty() ? next : Message("Wrote {0}; {1}", {name(output.string()), next}), to);
    if (output.empty()) std::cout << text;
    return done;
}

constexpr Option options[] = {
    {"people", "FILE", "CSV or workbook (.xlsx) with one row for each person, or GraphML"},
    {"ties", "FILE", "the same with one row for each tie: source, target and, where known, kind and weight", "", true},
    {"reports-to", "FILE", "the same with reporting lines: source reports to target"},
    {"map", "COLUMN=NAME", "name that a known column has in the file, as in department=dept", "guessed and shown", true},
    {"undirected", "", "every tie holds in both directions"},
    {"weights", "rank|log|linear",
     "how strong a tie is by its weight: by the rank among those of the same person, its logarithm, or itself", "rank"},
    {"drop", "REASON,…",
     "leave out rows and values that do not fit, such as outsiders or old-rows; what there is, the refusal says", "refuse them"},
    {"as-of", "DATE", "day on which tenure is counted from dates of entry", "newest in the file"},
    {"sheet", "NAME", "sheet of a workbook with the people; given again, with ties", "the first", true},
    {"format", "text|json", "what is said of the data; json needs --output", "text"},
    {"output", "FILE.yaml", "write the scenario to this file", "standard output"},
};

constexpr std::string_view examples[] = {
    "new --people people.csv --ties advice.csv --output ours.yaml",
    "a commented scenario beside the data, and a summary of the data",
    "new --people staff.csv --map department=unit --map tenure_years=years --reports-to lines.csv > ours.yaml",
    "columns with other names",
    "new --people people.csv --ties mail.csv --drop outsiders,self-ties --output ours.yaml",
    "ties with people of other firms and to oneself are left out",
};

}  // namespace

extern Verb const new_verb;
constinit Verb const new_verb{
    "new", "write a commented scenario for your own organisation", "--people FILE", options, examples, write_scenario};

}  // namespace micropol::app
