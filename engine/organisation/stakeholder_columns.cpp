#include "organisation/stakeholder_columns.h"

#include <algorithm>
#include <optional>

#include "organisation/map_words.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

// clang-format off
std::vector<KnownColumn> make_columns() {
    return {
        {"name", {"full_name", "stakeholder", "stakeholders", "person", "who", "key_player", "player", "stakeholder_name", "wer",
                  "beteiligte", "beteiligter", "ansprechpartner", "anspruchsgruppe", "vorname_nachname", "nachname_vorname", "akteur",
                  "akteurin", "schluesselperson", "name_vorname", "nom", "nom_complet", "partie_prenante", "imie_i_nazwisko", "interesariusz", "nombre",
                  "nominativo", "naam"}},
        {"role", {"title", "job_title", "position", "function", "job", "funktion", "rolle", "stelle", "titel", "aufgabe", "role_title", "fonction", "poste",
                  "stanowisko", "cargo", "ruolo", "functie"}},
        {"department", {"dept", "unit", "area", "division", "team", "business_unit", "group", "abteilung", "bereich", "gruppe", "ressort",
                        "organisationseinheit", "einheit", "service", "departement", "dzial", "departamento", "reparto", "afdeling"}},
        {"influence", {"power", "influence_level", "level_of_influence", "degree_of_influence", "importance", "einfluss", "macht",
                       "einflussstaerke", "einflussgrad", "machtposition", "wichtigkeit", "power_influence", "influence_power",
                       "einfluss_macht", "macht_einfluss", "pouvoir", "wplyw", "wladza", "influencia", "poder", "influenza", "potere", "invloed"}},
        {"attitude", {"stance", "support", "level_of_support", "support_level", "current_attitude", "attitude_to_change", "sentiment",
                      "disposition", "current_support", "opinion", "haltung", "einstellung", "unterstuetzung", "haltung_zum_projekt",
                      "einstellung_zum_projekt", "position_zum_projekt", "zustimmung", "meinung", "for_or_against", "dafuer_oder_dagegen",
                      "postawa", "nastawienie", "actitud", "atteggiamento", "houding"}},
        {"private", {"attitude_is_private", "confidential", "attitude_private", "privat", "vertraulich", "haltung_privat", "verdeckt"}},
        {"interest", {"stake", "affected", "level_of_interest", "interest_level", "degree_of_interest", "impact", "concern", "affectedness",
                      "how_affected", "betroffenheit", "interesse", "betroffen", "grad_der_betroffenheit",
                      "interet", "enjeu", "zainteresowanie", "interes", "interesse_grado", "belang"}},
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

// Chooses, where headings alone did not say it, by what they speak of and what stands below them; a remark says so.
class ColumnsByContent {
  public:
    ColumnsByContent(StakeholderTable& read, std::map<std::string, std::string> const& given, std::vector<Phrase>& remarks)
        : read_(read), given_(given), remarks_(remarks) {}

    void take() {
        take_fields();
        take_crosses();
        take_by_heading("influence", {"influence", "power", "einfluss", "macht"});
        take_by_heading("attitude", {"attitude", "stance", "support", "commitment", "haltung", "einstellung", "unterstuetzung"});
        for (std::size_t k = 0; k < read_.headings.size() && is_open("attitude"); ++k)
            if (is_free(k, "role") && all_are(k, [](std::string const& text) { return stance_word(text).has_value(); }))
                choose("attitude", k);
    }
    // Headings that mean nothing here.
    [[nodiscard]] std::vector<std::string> unused() const {
        std::vector<std::string> names;
        for (std::size_t k = 0; k < read_.headings.size(); ++k)
            if (k != fields_ && is_free(k, "") && !read_.headings[k].empty() && !all_empty(k)) names.push_back(read_.headings[k]);
        return names;
    }

  private:
    [[nodiscard]] bool is_open(std::string const& known) const { return !read_.has(known) && !given_.contains(known); }
    // Not taken, or for that one only, which is rather given up.
    [[nodiscard]] bool is_free(std::size_t column, std::string_view but_for) const {
        bool const in_names = std::ranges::find(read_.given_name, column) != read_.given_name.end() ||
                              std::ranges::find(read_.family_name, column) != read_.family_name.end();
        return !in_names && std::ranges::none_of(read_.index, [&](auto const& entry) {
            return entry.second == column && (entry.first != but_for || given_.contains(entry.first));
        });
    }
    [[nodiscard]] bool all_empty(std::size_t column) const {
        return std::ranges::all_of(read_.table.rows, [&](RowTable::Row const& row) { return tidy(row.fields[column]).empty(); });
    }
    [[nodiscard]] bool all_are(std::size_t column, auto const& is_it) const {
        std::size_t given = 0, fitting = 0;
        for (RowTable::Row const& row : read_.table.rows) {
            std::string const text = tidy(row.fields[column]);
            if (!is_missing(text)) ++given, fitting += is_it(text);
        }
        return given >= 2 && fitting == given;
    }
    void choose(std::string const& known, std::size_t column) {
        std::erase_if(read_.index, [&](auto const& entry) { return entry.second == column; });
        read_.index[known] = column;
        remarks_.push_back(Message(
            "The column '{0}' is taken as {1}; else: {2}.",
            {micropol::name(read_.headings[column]), in_context("column", known), micropol::name("--map " + known + "=COLUMN")}));
    }
    // What is wished for is not what is.
    void take_by_heading(std::string const& known, std::initializer_list<std::string_view> words) {
        constexpr std::string_view wishes[] = {"desired", "target", "future",     "required", "needed",  "wanted",
                                               "soll",    "ziel",   "gewuenscht", "kuenftig", "zukunft", "angestrebt"};
        for (std::size_t k = 0; k < read_.headings.size() && is_open(known); ++k) {
            std::string const heading = compared_heading(read_.table.columns[k]);
            auto const speaks_of = [&](std::string_view word) { return heading.find(word) != std::string::npos; };
            if (is_free(k, "") && !all_empty(k) && std::ranges::any_of(words, speaks_of) &&
                std::ranges::none_of(wishes, speaks_of))
                choose(known, k);
        }
    }
    static bool is_cross(std::string const& text) { return text == "✓" || text == "✔" || text == "•" || yes_or_no(text) == true; }
    // A cross below "Against", "Neutral" or "For".
    void take_crosses() {
        std::vector<std::size_t> columns;
        std::vector<std::string> named;
        for (std::size_t k = 0; k < read_.headings.size() && is_open("attitude"); ++k) {
            bool const are_crosses = std::ranges::all_of(read_.table.rows, [&](RowTable::Row const& row) {
                std::string const text = tidy(row.fields[k]);
                return is_missing(text) || is_cross(text);
            });
            if (is_free(k, "") && are_crosses && stance_word(read_.headings[k]))
                columns.push_back(k), named.push_back(read_.headings[k]);
        }
        if (columns.size() < 2) return;
        for (RowTable::Row& row : read_.table.rows) {
            std::string crossed;
            for (std::size_t const k : columns)
                if (is_cross(tidy(row.fields[k]))) crossed = crossed.empty() ? read_.headings[k] : "?";
            row.fields.push_back(std::move(crossed));
        }
        for (std::size_t const k : columns) read_.headings[k].clear();  // used up
        read_.index["attitude"] = read_.headings.size();
        read_.headings.emplace_back("attitude"), read_.table.columns.emplace_back("attitude");
        remarks_.push_back(
            Message("Crosses below {0} are taken as attitude; where several are set, it is drawn.", {listed(named)}));
    }
    // "Manage closely" says that both are high.
    void take_fields() {
        for (std::size_t k = 0; k < read_.headings.size() && is_open("influence") && is_open("interest"); ++k) {
            if (!is_free(k, "") || !all_are(k, [](std::string const& text) { return field_word(text).has_value(); })) continue;
            remarks_.push_back(Message("The column '{0}' is taken as influence and interest, high or low each.",
                                       {micropol::name(read_.headings[k])}));
            for (RowTable::Row& row : read_.table.rows) {
                auto const field = field_word(tidy(row.fields[k]));
                row.fields.emplace_back(!field ? "" : field->power ? "high" : "low");
                row.fields.emplace_back(!field ? "" : field->interest ? "high" : "low");
            }
            std::string const heading = read_.headings[k];
            for (char const* const known : {"influence", "interest"}) {
                read_.index[known] = read_.headings.size();
                read_.headings.push_back(heading), read_.table.columns.push_back(heading);
            }
            fields_ = k;
        }
    }

    StakeholderTable& read_;
    std::map<std::string, std::string> const& given_;
    std::vector<Phrase>& remarks_;
    std::optional<std::size_t> fields_;  // the column that says both
};

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
    ColumnsByContent by_content(read, given, remarks);
    by_content.take();
    if (std::vector<std::string> const unused = by_content.unused(); !unused.empty())
        remarks.push_back(Message("Not used of the map: {0}.", {listed(unused)}));
    return read;
}

}  // namespace micropol
