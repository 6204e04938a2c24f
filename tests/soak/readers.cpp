#include "soak/readers.h"

#include <unistd.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "micropol/arguments.h"
#include "micropol/scenario_options.h"
#include "micropol/show.h"
#include "micropol/verb.h"
#include "observation/evidence.h"
#include "organisation/import.h"
#include "scenario/study_file.h"
#include "soak/results_reader.h"
#include "store/read_results.h"
#include "support/tiny_company.h"
#include "words/text.h"

namespace micropol::soak {

namespace {

namespace fs = std::filesystem;

// In memory, where the system has such a folder: readers that want a file get one a thousand times a second.
fs::path folder() {
    static fs::path const made = [] {
        fs::path const memory = "/dev/shm";
        fs::path const in = fs::is_directory(memory) ? memory : fs::temp_directory_path();
        fs::path const mine = in / ("micropol-readers-" + std::to_string(getpid()));
        fs::create_directories(mine);
        return mine;
    }();
    return made;
}
struct Clean {
    Clean() { (void)folder(); }  // which is gone after this one then
    ~Clean() {
        std::error_code none;
        fs::remove_all(folder(), none);
    }
} const clean_at_the_end;

fs::path put(std::string const& name, std::string_view bytes) {
    std::ofstream(folder() / name, std::ios::binary) << bytes;
    return folder() / name;
}

void require(bool is_so, char const* what) {
    if (!is_so) throw std::logic_error(what);
}

// Problems are said in full sentences, and not without end.
void look_at(InvalidInput const& invalid) {
    require(!invalid.problems().empty(), "refused without a reason");
    for (Problem const& problem : invalid.problems()) {
        std::string const english = to_text(problem, Language::english), german = to_text(problem, Language::german);
        require(!english.empty() && !german.empty(), "a problem without words");
        for (char const c : english + german)
            require((c >= ' ' || c < 0 || c == '\n') && c != '\x7f', "a control character in a problem");
    }
}

template <class Read>
bool taken(Read read) {
    try {
        read();
        return true;
    } catch (InvalidInput const& invalid) {
        look_at(invalid);
        return false;
    }
}

// ------------------------------------------------------------------------------------- scenarios and studies

bool takes_scenario(std::string_view bytes) {
    return taken([&] {
        Scenario const scenario = parse_scenario(bytes, "scenario.yaml", folder(), known_plugins());
        Scenario const again = parse_scenario(scenario.resolved, "again.yaml", folder(), known_plugins());
        require(again.resolved == scenario.resolved, "a scenario does not read back as it was understood");
    });
}

std::vector<std::string> scenario_examples() {
    return {tiny_company, tiny_company + R"(strategies:
  patient: {meaning: People learn., interventions: [{lever: training, intensity: 0.4, from_week: 3, target: {departments: [Sales]}}]}
culture: {rivalry: {uniform: [0.1, 0.6]}, power_distance: 0.4}
mechanisms: {fatigue: off, attitude: {susceptibility: {value: 0.2, source: assumed}}}
shocks: [{kind: budget_cut, week: 5}]
outcomes: [substantive, attitude]
runs: {weeks: 6, histories: 32, seed: 7}
)"};
}

bool takes_study(std::string_view bytes) {
    return taken([&] { (void)read_study_file(put("study.yaml", bytes), false); });
}

std::vector<std::string> study_examples() {
    (void)put("tiny.yaml", tiny_company);
    return {R"(micropol_study: 1
scenario: tiny.yaml
question: What decides?
claim: Rivalry does.
source: assumed
outcomes: [substantive]
factors:
  culture.rivalry: {uniform: [0.2, 0.6]}
  culture.data_hoarding: 0..1
  governance.rule: [ceo, committee]
design: latin_hypercube
points: 8
histories: 32
fails_when: {outcome: substantive, below: 0.2}
)"};
}

// ------------------------------------------------------------------------------------- people and ties

constexpr std::string_view people =
    "id,name,department,manager,level,hired,data_skill\n1,\"Ada \"\"A\"\"\",Sales,,2,2015-03-01,0.5\n2,Zoë,R&D,1,1,2019-07-12,\n"
    "3,\"B, C\",Sales,2,0,2021-01-31,0.25\n4,Uwe,Marketing,2,0,,0.75\n";

bool takes_import(ImportPlan const& plan) {
    return taken([&] {
        ImportedOrganisation const found = import_organisation(plan, 0.5f);
        Organisation const filled = fill(found, {}, Stream(1, 0, 1));
        require(filled.id.size() == filled.headcount() && filled.ties.first.size() == filled.headcount() + 1u,
                "an organisation that does not hang together");
        for (float const strength : filled.ties.strength) require(strength >= 0 && strength <= 1, "a strength that is none");
    });
}

ImportPlan with_people(fs::path file) {
    ImportPlan plan;
    plan.people = std::move(file);
    return plan;
}

bool takes_people(std::string_view bytes) { return takes_import(with_people(put("people.csv", bytes))); }
bool takes_graph(std::string_view bytes) { return takes_import(with_people(put("firm.graphml", bytes))); }
bool takes_ties(std::string_view bytes) {
    ImportPlan plan = with_people(put("everyone.csv", people));
    plan.ties = {put("ties.csv", bytes)};
    return takes_import(plan);
}
bool takes_lines(std::string_view bytes) {
    ImportPlan plan = with_people(put("everyone.csv", people));
    plan.reports_to = put("lines.csv", bytes);
    return takes_import(plan);
}
// "department=dept" a line, as --map has them.
bool takes_map(std::string_view bytes) {
    ImportPlan plan = with_people(put("everyone.csv", people));
    std::istringstream lines{std::string(bytes)};
    for (std::string line; std::getline(lines, line);)
        if (auto const equals = line.find('='); equals != std::string::npos)
            plan.columns[line.substr(0, equals)] = line.substr(equals + 1);
    return takes_import(plan);
}

std::vector<std::string> people_examples() {
    return {std::string(people),
            "sep=;\nPersonal-Nr;Name;Abteilung;Vorgesetzter;Gehalt\n0001;Ada;Vertrieb;;1.200,5\n2;Zoë;IT;1;NA\n",
            "EmployeeID\tManagerID\tJobLevel\tDepartment\n1001.0\t\tDirector\tSales\n1002.0\t1001\tAnalyst\tIT\n"};
}
std::vector<std::string> ties_examples() {
    return {"source;target;weight;kind;trust\n1;2;0,5;advice;0,2\n2;1;4;work;\n3;2;1;reports-to;\n", "from,to\n1,2\n2,3\n3,4\n"};
}
std::vector<std::string> lines_examples() { return {"source,target\n2,1\n3,2\n4,2\n"}; }
std::vector<std::string> map_examples() {
    return {"department=department\nid=name\nlevel=-level\ntenure=hired\nmanager=manager\n"};
}
std::vector<std::string> graph_examples() {
    return {
        R"(<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="k0" for="node" attr.name="department"><default>Sales</default></key><key id="k1" for="edge" attr.name="weight"/>
<key id="d" for="node" yfiles.type="nodegraphics"/>
<graph edgedefault="undirected"><node id="1"><data key="k0">R&amp;D</data></node><node id="2"/><node id="3"/>
<node id="g"><data key="d"><y:NodeLabel>Group</y:NodeLabel></data><graph><node id="4"/></graph></node>
<edge source="1" target="2"><data key="k1">2</data></edge><edge source="3" target="2" directed="true"/></graph></graphml>)",
        R"(<gexf><graph defaultedgetype="mutual"><attributes class="node"><attribute id="0" title="department"><default>IT</default>
</attribute></attributes><nodes><node id="1" label="A"><attvalues><attvalue for="0" value="R"/></attvalues></node><node id="g"><nodes>
<node id="2"/></nodes></node></nodes><edges><edge source="1" target="2" weight="2"/></edges></graph></gexf>)",
        "*Vertices 3\n1 \"Ann Lee\" 0.1\n2 Bo\n3 Cy\n*Arcs :1 \"advice\"\n1 2 4\n*Edges\n2 3\n*Arcslist\n3 1 2\n"};
}

// The parts of a workbook, each after a line "=== path"; they are packed here, or every change would only break the archive.
bool takes_workbook(std::string_view bytes) {
    fs::path const file = folder() / "staff.xlsx";
    int failure = 0;
    zip_t* const archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &failure);
    require(archive != nullptr, "no archive");
    constexpr std::string_view mark = "=== ";
    for (std::size_t at = bytes.find(mark); at < bytes.size();) {
        std::size_t const end = std::min(bytes.find(mark, at + 1), bytes.size()), line = std::min(bytes.find('\n', at), end);
        std::string path(bytes.substr(at + mark.size(), line > at + mark.size() ? line - at - mark.size() : 0));
        std::string_view const text = bytes.substr(std::min(line + 1, end), end - std::min(line + 1, end));
        zip_source_t* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
        if (zip_file_add(archive, path.c_str(), source, ZIP_FL_OVERWRITE) < 0) zip_source_free(source);
        at = end;
    }
    if (zip_close(archive) != 0) zip_discard(archive);
    return takes_import(with_people(file));
}
std::vector<std::string> workbook_examples() {
    return {R"(=== xl/workbook.xml
<workbook xmlns:r="http://r"><sheets><sheet name="Notes" sheetId="1" state="hidden" r:id="r1"/><sheet name="Staff" sheetId="2" r:id="r2"/></sheets></workbook>
=== xl/_rels/workbook.xml.rels
<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>
=== xl/sharedStrings.xml
<sst><si><t>Badge no.</t></si><si><t>Name</t></si><si><r><t>Ada </t></r><r><t>Kern</t></r><rPh><t>KANA</t></rPh></si></sst>
=== xl/styles.xml
<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\.mm\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>
=== xl/worksheets/sheet2.xml
<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Staff as of today</t></is></c></row>
<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><v>Manager</v></c><c r="D3" t="inlineStr"><is><t>Hire date</t></is></c></row>
<row r="4"><c r="A4"><v>1001</v></c><c r="B4" t="s"><v>2</v></c><c r="D4" s="1"><v>42064</v></c></row>
<row r="5"><c r="A5"><v>1002</v></c><c r="C5"><v>1001</v></c><c r="D5" s="2"><v>45717</v></c></row></sheetData></worksheet>
)"};
}

// ------------------------------------------------------------------------------------- the command line

// A word a line, the first one the verb: taken apart as the verb does it, and asked for everything.
bool takes_command(std::string_view bytes) {
    std::vector<std::string> words;
    std::istringstream lines{std::string(bytes)};
    for (std::string line; std::getline(lines, line);) words.push_back(line);
    app::Verb const* verb = app::verbs().front();
    for (app::Verb const* const one : app::verbs())
        if (!words.empty() && one->name == words.front()) verb = one;
    if (!words.empty()) words.erase(words.begin());
    auto const ask = [&](auto const& question) {
        try {
            question();
            return true;
        } catch (app::WrongUsage const& wrong) {
            require(!to_text(wrong.complaints, Language::german).empty(), "a complaint without words");
            return false;
        } catch (InvalidInput const& invalid) {
            look_at(invalid);
            return false;
        }
    };
    return ask([&] {
        app::Arguments const arguments(words, verb->options);
        constexpr std::string_view formats[] = {"text", "json"};
        for (app::Option const& option : verb->options) {
            (void)ask([&] { (void)arguments.whole_number(option.name, 0, 1000); });
            (void)ask([&] { (void)arguments.positive_number(option.name); });
            (void)arguments.list(option.name), (void)arguments.values(option.name);
        }
        (void)ask([&] { (void)app::parse_format(arguments, formats); });
        (void)ask([&] { (void)app::parse_language(arguments); });
        (void)ask([&] { (void)app::parse_privacy(arguments); });
        (void)ask([&] { (void)app::parse_threads(arguments); });
        (void)ask([&] { (void)app::named_scenario(arguments); });
        (void)arguments.words_without({});
    });
}
std::vector<std::string> command_examples() {
    std::string const scenario = put("tiny.yaml", tiny_company).string();
    return {"run\n" + scenario + "\n--runs\n64\n--set\nculture.rivalry=0.4\n--format=json\n--seed\n9\n",
            "compare\n" + scenario + "\n--strategy\nnone\n--until-ci\n0.05\n--variant\nno tactics: mechanisms.tactics=off\n",
            "sweep\n" + scenario + "\n--factor\nculture.rivalry=0..1\n--design\nsobol\n--points\n64\n--threads\n2\n"};
}

// ------------------------------------------------------------------------------------- evidence

bool takes_evidence(std::string_view bytes) {
    EvidenceScope const scope{
        .departments = {"Sales", "R&D"}, .seats = {40, 30}, .too_small = {"Board"}, .weeks = 52, .smallest_group = 10};
    return taken([&] {
        std::vector<Problem> problems;
        std::string const file = put("evidence.csv", bytes).string();
        std::vector<Phrase> remarks;
        Evidence const evidence = read_evidence(std::vector{file}, scope, remarks, problems);
        if (!problems.empty()) throw InvalidInput(std::move(problems));
        for (EvidenceCell const& cell : evidence.cells)
            require(cell.value >= -1 && cell.value <= 1 && cell.week < scope.weeks && (cell.group == everybody || cell.group < 2),
                    "evidence of nothing that can be");
        (void)evidence.hash();
    });
}

std::vector<std::string> evidence_examples() {
    return {"week,department,active,logged_in\n0,Sales,40,3\n1,R&D,30,\n1,all,70,9\n",
            "week;department;item;n;scale;mean\n8;Sales;attitude;20;1-5;3,7\n8;all;strain;50;5-1;2,2\n",
            "week,department,item,n,scale,1,2,3\n8,Sales,trust,20,1-3,5,5,10\n", "week,department,left,joined\n4,Sales,2,1\n",
            "week,for,against,stopped\n6,5,3,no\n"};
}

// ------------------------------------------------------------------------------------- results

bool takes_json(std::string_view bytes) {
    return taken([&] {
        StoredResults const found = read_results(put("results.json", bytes), {});
        (void)std::visit([](auto const& results) { return app::show(results, app::Format::text, {}); }, found.results);
        (void)std::visit([](auto const& results) { return app::show(results, app::Format::json, {}); }, found.results);
    });
}

bool takes_results(std::string_view bytes) {
    return taken([&] { read_everything_in(put_results(folder(), bytes)); });
}

std::vector<std::string> json_examples() { return results_as_json(folder()); }

}  // namespace

std::span<Reader const> readers() {
    static std::vector<Reader> const all{
        {"scenario",
         takes_scenario,
         scenario_examples,
         {"{", "}", "[", "]", ": ", "- ", "off", "-1", "1e9", "uniform", ".inf", "'", "\""}},
        {"study",
         takes_study,
         study_examples,
         {"{", "}", "[", "]", ": ", "..", "grid", "sobol", "morris", "-1", "1e9", "scenario"}},
        {"people",
         takes_people,
         people_examples,
         {"\"", ",", ";", "\t", "\r\n", "\xc2\xa0", "NA", "=", "1001.0", "1.234,5", "35 %"}},
        {"ties", takes_ties, ties_examples, {"\"", ",", ";", "\n1,1", "-1", "1e99", "nan", "\r", "reports-to", "Mutual"}},
        {"lines", takes_lines, lines_examples, {"\"", ",", ";", "\n1,2", "\n2,2", "VACANT", "\r"}},
        {"map", takes_map, map_examples, {"=", "-", "+", "weight", "trust", "source", "name", "id", "\n"}},
        {"graphml",
         takes_graph,
         graph_examples,
         {"<", ">", "&lt;", "<![CDATA[", "]]>", "<node id=\"1\">", "</node>", "<!ENTITY a \"b\">", "<graph>", "</graph>",
          "<data key=\"k0\">", "<attvalue for=\"0\" value=\"", "<nodes>", "*Vertices 9", "*Edges\n", "\""}},
        {"xlsx",
         takes_workbook,
         workbook_examples,
         {"<", ">", "=== ", "<c r=\"XFD1048576\">", "<v>1e99</v>", "<row r=\"-1\">", " s=\"99999999\"", " t=\"s\"", "</row>"}},
        {"evidence",
         takes_evidence,
         evidence_examples,
         {",", ";", "\n", "-1", "1e99", "99999999999999999999", "nan", "1-5", "0--2", "all", "Board", "stopped", "item"}},
        {"command",
         takes_command,
         command_examples,
         {"--", "=", "\n", "--set", "--threads", "1e9", "-1", "99999999999999999999", "nan", "..", ":"}},
        {"json",
         takes_json,
         json_examples,
         {"{", "}", "[", "]", "null", "true", "-1", "1e400", "18446744073709551615", "\"\"", ",", "\\u0000"}},
        {"results", takes_results, results_examples, {"0", "1", "2", "7", "\n", "'", "NULL", "x'00'", "-1", "9e99"}},
    };
    return all;
}

}  // namespace micropol::soak
