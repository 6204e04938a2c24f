#include <iostream>

#include "base/json.h"
#include "micropol/log.h"
#include "micropol/new_evidence.h"
#include "micropol/new_scenario_files.h"
#include "micropol/quality.h"
#include "micropol/scenario_options.h"
#include "micropol/wording.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view formats[] = {"text", "json"};

ExitCode write_template(Call const& call, std::string const& asked) {
    constexpr std::string_view languages[] = {"de", "en"};
    if (asked != "de" && asked != "en") refuse_value("template", asked, languages);
    std::string const text = empty_stakeholder_map(asked == "de");
    auto const output = call.arguments.value("output");
    if (output) {
        write_new_file(*output, text);
        log::print(Message(
            "Wrote {0}; {1}",
            {name(*output), Message("next: {0}", {name("micropol new --stakeholders " + *output + " --output ours.yaml")})}));
    } else {
        std::cout << text;
    }
    return done;
}

ExitCode write_scenario(Call const& call) {
    Arguments const& arguments = call.arguments;
    // "--stakeholders --template de", where the one takes the other for a file.
    if (arguments.value("stakeholders") == "--template")
        return write_template(call, arguments.positional(1, 1, "de or en").front());
    (void)arguments.positional(0, 0, "");
    if (auto const asked = arguments.value("template")) return write_template(call, *asked);
    if (arguments.has("evidence")) return write_evidence(call);
    if (arguments.has("invented")) throw WrongUsage("--invented goes with --evidence");
    bool const as_json = parse_format(arguments, formats) == Format::json;
    if (as_json && !arguments.has("output"))
        throw WrongUsage("--format json needs --output, for standard output is the data's then");
    auto const people = arguments.value("people"), map = arguments.value("stakeholders");
    if (people && map) throw WrongUsage("--people and --stakeholders exclude each other");
    if (!people && !map) throw WrongUsage("missing --people FILE");
    if (map && !arguments.has("output"))
        throw WrongUsage("--stakeholders needs --output FILE.yaml, for files of people and ties are written beside it");
    if (people && arguments.has("headcount")) throw WrongUsage("--headcount goes with --stakeholders");
    fs::path const output = arguments.value("output").value_or("");
    if (map && fs::exists(output)) refuse_existing(output);  // before anything else is written
    NewScenario const made = map ? scenario_from_map(call, *map, output, Existing::refused)
                                 : scenario_from_people(call, *people, output);
    std::string const command = "micropol run " + (output.empty() ? "SCENARIO" : output.string());
    Message const next = made.reaches_outside
                             ? Message("next: {0}   (its data lie outside its folder)", {name(command + " --allow-outside")})
                             : Message("next: {0}", {name(command)});
    if (!output.empty()) write_new_file(output, made.text);
    std::ostream& to = output.empty() ? std::cerr : std::cout;
    if (as_json) {
        std::cout << in_json(made.quality).dump(2) << '\n';
        return done;
    }
    print_found(made, to);
    log::print(output.empty() ? next : Message("Wrote {0}; {1}", {name(output.string()), next}), to);
    if (output.empty()) std::cout << made.text;
    return done;
}

constexpr Option options[] = {
    {"people", "FILE", "CSV or workbook (.xlsx) with one row for each person, or a graph: GraphML, GEXF, Pajek"},
    {"stakeholders", "FILE", "instead: a map of stakeholders, with influence, attitude and what else is known of some people"},
    headcount_option,
    {"template", "de|en", "write an empty map of stakeholders to fill in, in German or English"},
    evidence_option,
    invented_option,
    strategy_option,
    set_option,
    seed_option,
    group_size_option,
    ties_option,
    reports_to_option,
    map_option_of_files,
    undirected_option,
    weights_option,
    drop_option,
    as_of_option,
    sheet_option,
    {"format", "text|json", "what is said of the data; json needs --output", "text"},
    {"output", "FILE.yaml", "write the scenario to this file; with --evidence a folder", "standard output"},
};

constexpr std::string_view examples[] = {
    "new --people people.csv --ties advice.csv --output ours.yaml",
    "a commented scenario beside the data, and a summary of the data",
    "new --people staff.csv --map department=unit --map tenure_years=years --reports-to lines.csv > ours.yaml",
    "columns with other names",
    "new --people people.csv --ties mail.csv --drop outsiders,self-ties --output ours.yaml",
    "ties with people of other firms and to oneself are left out",
    "new --stakeholders map.csv --headcount Sales=86,Marketing=34 --output ours.yaml",
    "an organisation around the people of a stakeholder map; files of its people and ties are written beside it",
    "new --template en --output map.csv",
    "an empty map to fill in",
    "new --evidence ours.yaml --output observed",
    "empty tables for log-ins, surveys, moves and decisions, for micropol calibrate",
};

}  // namespace

extern Verb const new_verb;
constinit Verb const new_verb{"new",
                              "write a commented scenario for your own organisation",
                              "--people FILE|--stakeholders FILE|--evidence SCENARIO.yaml",
                              options,
                              examples,
                              write_scenario};

}  // namespace micropol::app
