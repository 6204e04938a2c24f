#include "organisation/stakeholder_columns.h"

#include <algorithm>

#include "organisation/tidy_text.h"

namespace micropol {

namespace {

// clang-format off
std::vector<KnownColumn> make_columns() {
    return {
        {"name", {"full_name", "stakeholder", "stakeholders", "person", "who", "key_player", "player", "stakeholder_name", "wer",
                  "beteiligte", "beteiligter", "ansprechpartner", "anspruchsgruppe", "vorname_nachname", "nachname_vorname", "akteur",
                  "akteurin", "schluesselperson", "name_vorname"}},
        {"role", {"title", "job_title", "position", "function", "job", "funktion", "rolle", "stelle", "titel", "aufgabe", "role_title"}},
        {"department", {"dept", "unit", "area", "division", "team", "business_unit", "group", "abteilung", "bereich", "gruppe", "ressort",
                        "organisationseinheit", "einheit"}},
        {"influence", {"power", "influence_level", "level_of_influence", "degree_of_influence", "importance", "einfluss", "macht",
                       "einflussstaerke", "einflussgrad", "machtposition", "wichtigkeit", "power_influence", "influence_power",
                       "einfluss_macht", "macht_einfluss"}},
        {"attitude", {"stance", "support", "level_of_support", "support_level", "current_attitude", "attitude_to_change", "sentiment",
                      "disposition", "current_support", "opinion", "haltung", "einstellung", "unterstuetzung", "haltung_zum_projekt",
                      "einstellung_zum_projekt", "position_zum_projekt", "zustimmung", "meinung", "for_or_against", "dafuer_oder_dagegen"}},
        {"private", {"attitude_is_private", "confidential", "attitude_private", "privat", "vertraulich", "haltung_privat", "verdeckt"}},
        {"interest", {"stake", "affected", "level_of_interest", "interest_level", "degree_of_interest", "impact", "concern", "affectedness",
                      "how_affected", "betroffenheit", "interesse", "betroffen", "grad_der_betroffenheit"}},
        {"goals", {"cares_about", "goal", "motivation", "motive", "motives", "motivations", "drivers", "needs", "what_matters", "concerns",
                   "interests", "wants", "anliegen", "ziele", "ziel", "motiv", "beduerfnisse", "interessen", "wichtig", "was_zaehlt",
                   "worum_es_geht", "erwartungen", "legt_wert_auf", "wuensche"}},
        {"manager", {"reports_to", "reporting_to", "boss", "supervisor", "line_manager", "superior", "berichtet_an", "vorgesetzter",
                     "vorgesetzte", "vorgesetzte_r", "fuehrungskraft", "chef", "chefin", "unterstellt", "meldet_an"}},
        {"listens_to", {"listens", "influenced_by", "trusts", "advisers", "advisors", "advised_by", "turns_to", "relies_on", "hoert_auf",
                        "vertraut", "beeinflusst_von", "beraten_von", "wird_beeinflusst_von", "wendet_sich_an", "vertraute",
                        "bezugspersonen"}},
        {"notes", {"note", "comment", "comments", "remarks", "remark", "notizen", "notiz", "bemerkung", "bemerkungen", "kommentar",
                   "kommentare", "anmerkung", "anmerkungen"}},
    };
}
// clang-format on

// "Influence (1-5)" is looked up as "Influence".
std::string without_brackets(std::string const& heading) {
    std::size_t const open = heading.find_first_of("([:");
    return open == std::string::npos || open == 0 ? heading : tidy(heading.substr(0, open));
}

}  // namespace

std::span<KnownColumn const> stakeholder_columns() {
    static std::vector<KnownColumn> const columns = make_columns();
    return columns;
}

std::string StakeholderTable::text(std::size_t row, std::string const& known) const {
    auto const found = index.find(known);
    return found == index.end() ? "" : tidy(table.rows[row].fields[found->second]);
}

std::vector<std::string> StakeholderTable::texts(std::string const& known) const {
    std::vector<std::string> all;
    for (std::size_t row = 0; row < table.rows.size(); ++row) all.push_back(text(row, known));
    return all;
}

std::string StakeholderTable::heading(std::string const& known) const {
    auto const found = index.find(known);
    return found == index.end() ? known : headings[found->second];
}

Place StakeholderTable::place(std::size_t row, std::string const& known) const {
    auto const found = index.find(known);
    return {table.file, table.rows[row].line, found == index.end() ? 0 : int(found->second) + 1};
}

std::string StakeholderTable::name(std::size_t row) const {
    if (given_name.empty()) return text(row, "name");
    return tidy(table.rows[row].fields[given_name[0]] + " " + table.rows[row].fields[family_name[0]]);
}

StakeholderTable stakeholder_table(std::filesystem::path const& file, std::string const& sheet,
                                   std::map<std::string, std::string> const& given, std::vector<Phrase>& remarks,
                                   std::vector<Problem>& problems) {
    StakeholderTable read;
    DataFile data = read_data_file(file, sheet, remarks, problems);
    if (data.is_graph)
        add_problem(problems, {file.string()}, "a graph is no map of stakeholders", "", "give a CSV or a workbook");
    if (!problems.empty()) return read;
    read.table = std::move(data.rows);
    std::erase_if(read.table.rows, [](RowTable::Row const& row) {
        return std::ranges::all_of(row.fields, [](std::string const& field) { return tidy(field).empty(); });
    });
    read.headings = read.table.columns;
    std::vector<std::string_view> names;
    for (KnownColumn const& column : stakeholder_columns()) names.push_back(column.name);
    std::map<std::string, std::string> mapped;
    for (auto const& [known, column] : given) {
        if (std::ranges::find(names, known) == names.end())
            add_problem(problems, {}, Message("nothing is known as '{0}'", {micropol::name(known)}),
                        Message("columns may be taken as {0}", {listed(names)}), did_you_mean(known, names));
        mapped[known] = without_brackets(column);
    }
    for (std::string& column : read.table.columns) column = without_brackets(column);
    ChosenColumns chosen = choose_columns(read.table, stakeholder_columns(), mapped, problems);
    read.index = std::move(chosen.index);
    read.given_name = std::move(chosen.given_name), read.family_name = std::move(chosen.family_name);
    return read;
}

}  // namespace micropol
