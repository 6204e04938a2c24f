#include <algorithm>
#include <filesystem>
#include <iostream>

#include "base/json.h"
#include "micropol/log.h"
#include "micropol/machine.h"
#include "micropol/names_later.h"
#include "micropol/output_file.h"
#include "micropol/resimulate.h"
#include "micropol/scenario_options.h"
#include "micropol/show.h"
#include "micropol/verb.h"
#include "micropol/wording.h"
#include "report/csv.h"
#include "store/store.h"
#include "store/store_file.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view formats[] = {"text", "json", "jsonl", "csv", "markdown"}, table_formats[] = {"csv", "json", "jsonl"};

// ------------------------------------------------------------------------------------- list

std::vector<fs::path> files_named(std::vector<std::string> const& names) {
    std::vector<fs::path> files;
    for (std::string const& name : names) {
        if (!fs::is_directory(name)) {
            files.emplace_back(name);
            continue;
        }
        std::size_t const first = files.size();
        for (auto const& entry : fs::directory_iterator(name))
            if (entry.is_regular_file() && entry.path().extension() == ".db") files.push_back(entry.path());
        std::sort(files.begin() + std::ptrdiff_t(first), files.end());
    }
    return files;
}

Message blocks_of(std::uint64_t blocks, std::uint64_t planned) {
    return Message("{1} of {0} blocks", {Count{planned}, Count{blocks}});
}

Message state_of(StoredStudy const& study) {
    if (study.finished()) return "finished";
    Shard const& shard = study.record().shard;
    Message const part = shard.of > 1 ? Message("part {0} of {1}", {number(shard.number), number(shard.of)}) : "unfinished";
    auto const planned = study.record().planned;
    return planned ? Message("{0}, {1}", {part, blocks_of(study.blocks().size(), *planned)}) : part;
}

Json about(StoredStudy const& study) {
    StudyRecord const& record = study.record();
    return {{"file", study.file().string()},       {"kind", record.kind},
            {"title", record.facts.title},         {"finished", study.finished()},
            {"numbers_read", !study.finished()},   {"variants", study.variants().size()},
            {"blocks", study.blocks().size()},     {"weeks", record.facts.weeks},
            {"seed", record.facts.seed},           {"version", record.provenance.version},
            {"command", record.provenance.command}};
}

ExitCode list(Arguments const& arguments, std::vector<std::string> names) {
    if (names.empty()) names.emplace_back(".");
    Format const format = parse_format(arguments, formats);
    bool const in_lines = format == Format::jsonl, as_json = format == Format::json || in_lines;
    auto json = Json::array();
    bool all_well = true;
    std::size_t not_read = 0;
    std::vector<fs::path> const files = files_named(names);
    if (files.empty()) log::info(Message("no results are kept in {0}: no file there ends in .db", {listed(names)}));
    for (fs::path const& file : files) {
        try {
            StoredStudy const study(file);
            // What is said of a finished study is sealed. How far another has come is told by its blocks, every one of them.
            if (study.finished())
                ++not_read;
            else if (auto damaged = study.check(); !damaged.empty())
                throw InvalidInput(std::move(damaged));
            if (as_json) {
                json.push_back(about(study));
                continue;
            }
            log::print(
                Message("{0}  {1}, {2}", {name(file.string()), in_context("study", study.record().kind), state_of(study)}));
            for (std::string const& line : {study.record().facts.title, study.record().provenance.command})
                log::print(name("    " + line));
        } catch (InvalidInput const& invalid) {
            for (Problem const& problem : invalid.problems()) log::problem(problem);
            all_well = false;
        }
    }
    if (in_lines)
        for (Json const& one : json.items()) std::cout << one.dump() << '\n';
    else if (as_json)
        std::cout << json.dump(2) << '\n';
    if (not_read > 0)
        log::info(Message("the numbers in {0} were not read: micropol results check FILE says whether each is as it was written",
                          {counted("{0} finished files", not_read)}));
    return all_well ? done : invalid_input;
}

// ------------------------------------------------------------------------------------- show, check

ExitCode show_it(Arguments const& arguments, std::vector<std::string> const& names) {
    if (names.size() != 1) throw WrongUsage("results show takes one file");
    StoredStudy const study(names.front());
    if (!study.finished()) log::warning(Message("{0} is not finished: {1}", {name(names.front()), state_of(study)}));
    Privacy const privacy = parse_privacy(arguments);
    std::cout << show(study, parse_format(arguments, formats), parse_show_options(arguments),
                      {.by = arguments.value("by"),
                       .less_is_better = arguments.has("less-is-better"),
                       .show_names = privacy.names_shown,
                       .names = privacy.names_shown ? names_later(study.record(), names.front()) : NamesLater{},
                       .smallest_group = arguments.has("group-size") ? std::optional(privacy.smallest_group) : std::nullopt});
    return done;
}

ExitCode check(Arguments const& arguments, std::vector<std::string> const& names) {
    if (names.empty()) throw WrongUsage("results check takes at least one file");
    auto const again = std::size_t(arguments.whole_number("resimulate", 1, 1'000'000'000).value_or(0));
    int const threads = parse_threads(arguments);
    std::size_t problems = 0;
    for (std::string const& file : names) {
        std::vector<Problem> found;
        try {
            StoredStudy const study(file);
            found = study.check();
            if (found.empty() && again > 0) found = simulated_otherwise(study, again, threads);
            if (found.empty())
                log::print(Message("{0}: {1}, every number as it was written; {2}",
                                   {name(file), counted("{0} blocks", study.blocks().size()), state_of(study)}));
            if (found.empty() && again > 0)
                log::print(counted("{0} blocks simulated again: every number as it was", std::min(again, study.blocks().size())));
        } catch (InvalidInput const& invalid) {
            found = invalid.problems();
        }
        for (Problem const& problem : found) log::problem(problem);
        problems += found.size();
    }
    return problems == 0 ? done : invalid_input;
}

// ------------------------------------------------------------------------------------- export

std::string csv_of(Cell const& cell) {
    if (auto const* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (auto const* real = std::get_if<double>(&cell)) return csv_number(*real);
    if (auto const* text = std::get_if<std::string>(&cell)) return csv_field(*text);
    return "";
}

Json json_of(Cell const& cell) {
    if (auto const* whole = std::get_if<std::int64_t>(&cell)) return *whole;
    if (auto const* real = std::get_if<double>(&cell)) return *real;
    if (auto const* text = std::get_if<std::string>(&cell)) return *text;
    return nullptr;
}

// Departments that are not shown singly have no name here, and nothing is told of one of them alone.
void read_as_shown(StoredStudy const& study, std::string const& table, std::function<void(std::vector<Cell> const&)> const& row) {
    StudyFacts const& facts = study.record().facts;
    std::vector<std::string> const columns = study.columns_of(table);
    auto const department = std::size_t(std::ranges::find(columns, "department") - columns.begin());
    auto const is_among = [](std::vector<std::string> const& names, Cell const& cell) {
        auto const* const text = std::get_if<std::string>(&cell);
        return text != nullptr && std::ranges::find(names, *text) != names.end();
    };
    study.read_table(table, [&](std::vector<Cell> cells) {
        if (department < cells.size() && !is_among(facts.department_groups, cells[department])) {
            if (table == "department_power") return;
            cells[department] = small_department;
        }
        row(cells);
    });
}

void write_csv(StoredStudy const& study, std::string const& table, std::ostream& to) {
    auto const line = [&](auto const& cells, auto const& written) {
        for (std::size_t k = 0; k < cells.size(); ++k) to << (k > 0 ? "," : "") << written(cells[k]);
        to << '\n';
    };
    line(study.columns_of(table), [](std::string const& name) { return csv_field(name); });
    read_as_shown(study, table, [&](std::vector<Cell> const& cells) { line(cells, csv_of); });
}

// One object a line; in JSON, in a list.
void write_json(StoredStudy const& study, std::string const& table, bool in_a_list, std::ostream& to) {
    std::vector<std::string> const columns = study.columns_of(table);
    char const* before = in_a_list ? "[\n" : "";
    read_as_shown(study, table, [&](std::vector<Cell> const& cells) {
        Json object;
        for (std::size_t k = 0; k < cells.size(); ++k) object[columns[k]] = json_of(cells[k]);
        to << before << object.dump();
        before = in_a_list ? ",\n" : "\n";
    });
    if (!in_a_list)
        to << before;
    else
        to << (*before == '[' ? "[]\n" : "\n]\n");
}

void write_table(StoredStudy const& study, std::string const& table, Format format, std::ostream& to) {
    format == Format::csv ? write_csv(study, table, to) : write_json(study, table, format == Format::json, to);
}

void export_to(fs::path const& folder, StoredStudy const& study, std::vector<std::string> const& tables, Format format) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw InvalidInput({{folder.string()},
                            "cannot be written",
                            reported(failed.message()),
                            "choose a folder that you may write to, with room"});
    for (std::string const& table : tables) {
        fs::path const file = folder / (table + '.' + std::string(name_of(format)));
        write_file(file, [&](std::ostream& to) { write_table(study, table, format, to); });
    }
    log::info(Message("saved {0} tables in {1}", {Count{tables.size()}, name(folder.string())}));
}

ExitCode export_it(Arguments const& arguments, std::vector<std::string> const& names) {
    if (names.size() != 1) throw WrongUsage("results export takes one file");
    Format const format = arguments.has("format") ? parse_format(arguments, table_formats) : Format::csv;
    StoredStudy const study(names.front());
    std::vector<std::string> tables = table_names();
    if (auto const asked = arguments.value("table")) {
        std::vector<std::string_view> const known(tables.begin(), tables.end());
        if (std::ranges::find(known, *asked) == known.end()) refuse_value("table", *asked, known);
        tables = {*asked};
    }
    if (auto const folder = arguments.value("output"); folder && *folder != "-")
        export_to(*folder, study, tables, format);
    else if (tables.size() == 1)
        write_table(study, tables.front(), format, std::cout);
    else
        throw WrongUsage("results export needs --table NAME for standard output, or --output FOLDER for all tables");
    return done;
}

// ------------------------------------------------------------------------------------- merge

ExitCode merge(std::vector<std::string> const& names) {
    if (names.size() < 2) throw WrongUsage("results merge takes the file to make, and the parts");
    StudyRecord record = StoredStudy(names[1]).record();
    record.shard = {};
    auto const planned = record.planned;
    bool const goes_on = record.kind == "calibrate";  // where the parts point
    if (!planned)
        throw InvalidInput({{names[1]},
                            "this file is no part of a study",
                            "it is complete, or a rule decides how long it is",
                            "parts come from --shard"});
    Store whole(names[0], std::move(record));
    for (std::size_t k = 1; k < names.size(); ++k) whole.take(names[k]);
    if (whole.blocks() == *planned && !goes_on) {
        whole.finish(*planned);
        log::info(Message("saved {0}: complete, {1}", {name(names[0]), counted("{0} blocks", *planned)}));
        return done;
    }
    log::warning(Message("saved {0}: {1}; merge the other parts into it, or give the study's command with --output {0}",
                         {name(names[0]), blocks_of(whole.blocks(), *planned)}));
    return done;
}

ExitCode run(Call const& call) {
    std::vector<std::string> names = call.arguments.positional(1, 100'000, "what to do: list, show, export, check or merge");
    std::string const what = names.front();
    names.erase(names.begin());
    if (what == "list") return list(call.arguments, names);
    if (what == "show") return show_it(call.arguments, names);
    if (what == "export") return export_it(call.arguments, names);
    if (what == "check") return check(call.arguments, names);
    if (what == "merge") return merge(names);
    constexpr std::string_view known[] = {"list", "show", "export", "check", "merge"};
    throw WrongUsage(sentence_of(
        {.what = Message("results knows {0}, not '{1}'", {listed(std::span<std::string_view const>(known)), name(what)}),
         .suggestion = did_you_mean(what, std::span<std::string_view const>(known))}));
}

constexpr Option options[] = {
    {"by", "OUTCOME", "show: outcome by which strategies are compared", "as in the command that made the file"},
    {"less-is-better", "", "show: the best strategy has least of that outcome"},
    {"show-names", "",
     "show: show imported people by their names, which the file has or the people's own file, if that is at hand"},
    {"group-size", "K", "show: leave out groups of fewer than K imported people", "the file's, else 10"},
    {"table", "NAME", "export: only this table (engine/store/schema.md describes them)", "all tables"},
    {"resimulate", "N",
     "check: simulate N of the blocks again, too, chosen by chance: whoever changes results and their checksums is found"},
    threads_option,
    {"output", "FOLDER", "export: write a file for each table to this folder", "standard output"},
    {"format", "text|json|jsonl|csv|markdown", "output format; jsonl: an object a line", "text; export: csv"},
};

constexpr std::string_view examples[] = {
    "results list",
    "every study in this folder: what it is, and whether it is finished",
    "results show compare.db --by net_value",
    "the results of the command that made the file, here by another outcome; nothing is simulated",
    "results export sweep.db --output tables",
    "every table as a CSV file",
    "results export run.db --table parameter --format jsonl | head",
    "the numbers that each block drew, for a pipeline: an object a line",
    "results export run.db --table department_week",
    "how each department fared, week by week: attitude, strain, use and more",
    "results check sweep.db",
    "whether every number is as it was written",
    "results check sweep.db --resimulate 8",
    "the same, and whether eight of its blocks are what this model comes to",
    "results merge whole.db part1.db part2.db part3.db",
    "joins the parts of --shard: the same bytes as from one machine",
};

}  // namespace

extern Verb const results_verb;
constinit Verb const results_verb{
    "results", "list, show, export, check and merge files of results", "list|show|export|check|merge FILE…", options, examples,
    run};

}  // namespace micropol::app
