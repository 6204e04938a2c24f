#include "micropol/new_scenario_files.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/quality.h"
#include "micropol/scenario_options.h"
#include "micropol/wording.h"
#include "model/model.h"
#include "scenario/read_scenario.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

std::size_t position_of(std::string_view option, std::string const& given, std::span<std::string_view const> known) {
    auto const found = std::ranges::find(known, given);
    if (found == known.end()) refuse_value(option, given, known);
    return std::size_t(found - known.begin());
}

std::map<std::string, std::string> columns_of(Arguments const& arguments) {
    std::map<std::string, std::string> columns;
    for (std::string const& pair : arguments.values("map")) {
        auto const equals = pair.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
            throw WrongUsage(
                Message("--map takes a column and its name in the file, as in --map department=dept, not '{0}'", {name(pair)}));
        columns[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    return columns;
}

Misfits drop_of(Arguments const& arguments) {
    Misfits drop;
    for (std::string const& reason : arguments.list("drop")) drop.set(position_of("drop", reason, misfit_names()));
    return drop;
}

ImportPlan plan_of(Arguments const& arguments, fs::path const& people) {
    ImportPlan plan;
    plan.people = people;
    for (std::string const& ties : arguments.values("ties")) plan.ties.emplace_back(ties);
    plan.reports_to = arguments.value("reports-to").value_or("");
    plan.undirected = arguments.has("undirected");
    plan.columns = columns_of(arguments);
    plan.drop = drop_of(arguments);
    if (auto const weights = arguments.value("weights"))
        plan.weights = WeightScale(position_of("weights", *weights, weight_scale_names()));
    plan.as_of = arguments.value("as-of").value_or("");
    plan.sheets = arguments.values("sheet");
    return plan;
}

// The command again, with what it takes to read the files as they are: to be pasted.
std::string corrected_command(Call const& call, Correctable const& wrong) {
    Misfits const misfits = wrong.drop() | drop_of(call.arguments);
    constexpr std::string_view replaced[] = {"drop", "language"};
    std::vector<std::string> words{"micropol", std::string(call.verb)};
    for (std::string const& word : call.arguments.words_without(replaced)) words.push_back(word);
    std::string drop;
    for (std::size_t k = 0; k < misfits.size(); ++k)
        if (misfits[k]) drop += (drop.empty() ? "" : ",") + std::string(misfit_names()[k]);
    if (!drop.empty()) words.insert(words.end(), {"--drop", drop});
    for (auto const& [known, column] : wrong.columns()) words.insert(words.end(), {"--map", known + '=' + column});
    return quoted_for_shell(words);
}

// Whatever a reader of files refuses, with the command that would make it accept them.
template <class Read>
auto read_or_correct(Call const& call, Read const& read) {
    try {
        return read();
    } catch (Correctable const& wrong) {
        std::vector<Problem> problems = wrong.problems();
        problems.back().suggestion = lines(problems.back().suggestion,
                                           Message("this reads it all the same: {0}", {name(corrected_command(call, wrong))}));
        throw InvalidInput(std::move(problems));
    }
}

DataQuality quality_of(ImportPlan const& plan) {
    return import_organisation(plan, float(std::get<double>(OrganisationPlan{}.unreciprocated))).quality;
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

// "Sales=86,Data, IT=14": what has no headcount belongs to the name of the next.
std::vector<std::pair<std::string, std::string>> headcounts_of(Arguments const& arguments) {
    std::vector<std::pair<std::string, std::string>> headcounts;
    for (std::string const& text : arguments.values("headcount")) {
        std::string department;
        for (std::size_t at = 0; at <= text.size();) {
            std::size_t const end = std::min(text.find(',', at), text.size());
            std::string const part = text.substr(at, end - at);
            department += (department.empty() ? "" : ",") + part;
            if (std::size_t const equals = department.rfind('=');
                equals != std::string::npos && part.find('=') != std::string::npos) {
                headcounts.emplace_back(department.substr(0, equals), department.substr(equals + 1));
                department.clear();
            }
            at = end + 1;
        }
        if (!department.empty())
            throw WrongUsage(
                Message("--headcount takes departments and how many people work there, as in --headcount "
                        "Sales=86,Marketing=34, not '{0}'",
                        {name(text)}));
    }
    return headcounts;
}

fs::path folder_of(fs::path const& output) { return output.has_parent_path() ? output.parent_path() : "."; }

NewScenario scenario_of(ImportPlan const& plan, DataQuality quality, fs::path const& output) {
    ImportPlan const seen = seen_from(folder_of(output), plan);
    NewScenario made;
    made.text = new_scenario(seen, quality, known_plugins());
    made.quality = std::move(quality);
    made.reaches_outside = micropol::app::reaches_outside(seen);
    return made;
}

std::string content_of(fs::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

NewScenario scenario_from_people(Call const& call, fs::path const& people, fs::path const& output) {
    ImportPlan const plan = plan_of(call.arguments, people);
    DataQuality quality = read_or_correct(call, [&] { return quality_of(plan); });
    return scenario_of(plan, std::move(quality), output);
}

NewScenario scenario_from_map(Call const& call, fs::path const& map, fs::path const& output, Existing existing) {
    Arguments const& arguments = call.arguments;
    for (char const* option : {"ties", "reports-to", "undirected", "weights", "as-of"})
        if (arguments.has(option)) throw WrongUsage(Message("--{0} does not go with a map of stakeholders", {name(option)}));
    std::vector<std::string> const sheets = arguments.values("sheet");
    StakeholderPlan const plan{.map = map,
                               .sheet = sheets.empty() ? "" : sheets.front(),
                               .columns = columns_of(arguments),
                               .headcounts = headcounts_of(arguments),
                               .drop = drop_of(arguments)};
    StakeholderFiles files = read_or_correct(call, [&] { return read_stakeholders(plan); });
    fs::path const stem = folder_of(output) / output.stem();
    fs::path const people = stem.string() + "_people.csv", ties = stem.string() + "_ties.csv";
    // All or nothing: what cannot be written is refused before anything is.
    for (fs::path const& file : {people, ties})
        if (existing == Existing::refused && fs::exists(file)) refuse_existing(file);
    ImportPlan imported;
    imported.people = people, imported.made_from = map;
    write_new_file(people, files.people, existing);
    if (!files.ties.empty()) {
        write_new_file(ties, files.ties, existing);
        imported.ties = {ties}, imported.ties_are_some = true;
    }
    NewScenario made = scenario_of(imported, quality_of(imported), output);
    made.found = std::move(files.found), made.remarks = std::move(files.remarks);
    made.named = files.named, made.others = files.others;
    return made;
}

void refuse_existing(fs::path const& file) {
    throw WrongUsage(Message("{0} is there already; name another file or remove it", {name(file.string())}));
}

void write_new_file(fs::path const& file, std::string const& text, Existing existing) {
    if (fs::exists(file)) {
        if (existing == Existing::kept_if_the_same && content_of(file) == text) return;
        refuse_existing(file);
    }
    write_file(file, text);
}

void print_found(NewScenario const& made, std::ostream& to) {
    std::vector<Phrase> const lines = describe(made.quality);
    if (made.named == 0) {
        for (Phrase const& line : lines) log::print(line, to);
    } else {
        log::print(lines.front(), to);
        log::print(
            made.others > 0
                ? Message("Map       {0} named, {1} more by headcount", {counted("{0} people", made.named), Count{made.others}})
                : Message("Map       {0} named, and nobody else: --headcount says how many work in each department",
                          {counted("{0} people", made.named)}),
            to);
        for (Phrase const& line : made.found) log::print(Message("Read      {0}", {line}), to);
        for (Phrase const& remark : made.remarks) log::print(Message("Note      {0}", {remark}), to);
    }
    for (Phrase const& guess : made.quality.guesses) log::print(Message("Note      {0}", {guess}), to);
    if (!made.quality.has_levels)
        log::print("Note      Everyone sits on the committee that decides: governance.committee_level is 0.", to);
}

}  // namespace micropol::app
