// What headings mean: those of spreadsheets, HR systems, mail statistics and network programs, in English and German, and the usual ones in
// French, Polish, Italian, Spanish and Dutch.

#include <algorithm>

#include "organisation/column_names.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

// clang-format off
std::vector<KnownColumn> make_people_columns() {
    std::vector<KnownColumn> columns = {
        {"id",
         {"employee_id", "person_id", "worker_id", "user_id", "staff_id", "node_id", "employee_number", "employee_nr",
          "employee_no", "personnel_number", "personnel_id", "personnel_no", "personnel_nr", "person_number", "staff_number",
          "badge_id", "badge", "badge_number", "payroll_id", "member_id", "pernr", "personalnummer", "personal_nr", "personal_id",
          "pers_nr", "pnr", "stammnummer", "mitarbeiternummer", "mitarbeiter_nr", "mitarbeiter_id", "mitarbeiterkennung",
          "kennung", "kuerzel", "matricule", "email", "e_mail", "email_address", "e_mail_address", "work_email",
          "business_email", "mail", "e_mail_adresse", "emailadresse", "mailadresse", "user_principal_name", "upn",
          "user_name", "login", "node", "vertex", "key", "employee", "kontakt_id", "nummer", "number", "nr", "uid", "numero_employe",
          "numero_salarie", "identifiant", "id_salarie", "code_salarie", "nr_ewidencyjny", "numer_ewidencyjny", "nr_pracownika",
          "numer_pracownika", "id_pracownika", "identyfikator", "matricola", "id_dipendente", "id_empleado", "numero_de_empleado",
          "personeelsnummer", "medewerkernummer", "position_id", "position_number"}},
        {"name",
         {"full_name", "display_name", "employee_name", "worker_name", "person_name", "legal_name", "preferred_name",
          "last_name_first_name", "first_name_last_name", "name_vorname", "nachname_vorname", "vorname_nachname",
          "name_vorname_titel", "vollstaendiger_name", "mitarbeitername", "label", "worker", "person", "employee",
          "mitarbeiter", "mitarbeiterin", "mitarbeitende", "mitarbeitende_r", "mitarbeiter_in", "name_mitarbeiter_in", "name_mitarbeiter", "nom",
          "nom_complet", "nom_et_prenom", "nom_prenom", "salarie", "collaborateur", "imie_i_nazwisko", "nazwisko_i_imie", "pracownik",
          "nominativo", "nome_e_cognome", "cognome_e_nome", "dipendente", "nombre_completo", "nombre_y_apellidos", "empleado", "naam",
          "medewerker", "incumbent", "stelleninhaber", "stelleninhaber_in"}},
        // A practice says more about whom one works with than the office where one sits.
        {"department",
         {"dept", "abteilung", "abt", "bereich", "fachbereich", "geschaeftsbereich", "organisationseinheit", "org_einheit",
          "oe", "org_unit", "organizational_unit", "organisational_unit", "organization_unit", "supervisory_organization",
          "supervisory_org", "business_unit", "division", "unit", "practice", "function", "section", "team", "gruppe",
          "group", "department_description", "ressort", "referat", "sparte", "service", "cost_center", "cost_centre",
          "kostenstelle", "organization", "organisation", "org", "function_type", "office", "departement", "direction", "dzial", "departament",
          "jednostka_organizacyjna", "komorka_organizacyjna", "pion", "zespol", "reparto", "dipartimento", "ufficio", "departamento",
          "area", "afdeling"}},
        {"level",
         {"rank", "grade", "status", "seniority_level", "job_level", "career_level", "management_level", "position_level",
          "org_level", "job_grade", "pay_grade", "salary_grade", "band", "pay_band", "tier", "level_designation",
          "hierarchiestufe", "hierarchieebene", "hierarchie", "fuehrungsebene", "managementebene", "ebene", "stufe", "rang",
          "karrierestufe", "karrierelevel", "gehaltsstufe", "entgeltgruppe", "layer", "niveau", "echelon", "poziom", "szczebel", "livello",
          "nivel"},
         true},
        {"manager",
         {"manager_id", "worker_manager", "boss", "supervisor", "reports_to", "reporting_to", "line_manager", "supervisor_id",
          "direct_manager", "direct_supervisor", "reporting_manager", "people_manager", "team_lead", "team_leader", "leader",
          "superior", "head", "chef", "chefin", "vorgesetzter", "vorgesetzte", "vorgesetzte_r", "vorgesetzten",
          "vorgesetzter_in", "direkter_vorgesetzter", "direkte_vorgesetzte", "disziplinarischer_vorgesetzter",
          "disziplinarische_fuehrungskraft", "fuehrungskraft", "teamleiter", "teamleitung", "leitung", "berichtet_an",
          "meldet_an", "unterstellt", "responsable", "parent", "parent_id", "vorg", "solid_line_manager",
          "solid_line", "disciplinary_manager", "reports_to_position", "reporting_line", "responsable_hierarchique", "superieur",
          "superieur_hierarchique", "manager_direct", "przelozony", "przelozona", "bezposredni_przelozony", "kierownik", "id_przelozonego",
          "responsabile", "superiore", "jefe", "jefe_directo", "reporta_a", "leidinggevende", "direct_leidinggevende"}},
        {"tenure",
         {"tenure_years", "seniority_years", "years_of_service", "service_years", "length_of_service", "years_at_company",
          "years_with_company", "years_in_company", "seniority", "dienstjahre", "dienstalter", "betriebszugehoerigkeit",
          "firmenzugehoerigkeit", "unternehmenszugehoerigkeit", "zugehoerigkeit", "tenure_months", "months_of_service",
          "betriebszugehoerigkeit_jahre", "betriebszugehoerigkeit_monate", "hire_date", "date_of_hire", "hired", "hired_on",
          "original_hire_date", "last_hire_date", "start_date", "employment_start", "employment_start_date", "join_date",
          "joining_date", "date_joined", "date_of_joining", "joined", "entry_date", "seniority_date", "service_date",
          "continuous_service_date", "eintritt", "eintrittsdatum", "einstellungsdatum", "einstelldatum", "anstellungsdatum",
          "beschaeftigt_seit", "dabei_seit", "im_unternehmen_seit", "beginn", "startdatum", "diensteintritt", "anciennete",
          "anciennete_annees", "date_d_entree", "date_entree", "date_d_embauche", "date_embauche", "data_zatrudnienia", "staz_pracy", "staz",
          "staz_lata", "data_assunzione", "anzianita", "fecha_de_ingreso", "fecha_de_contratacion", "antiguedad", "datum_in_dienst",
          "in_dienst", "dienstjaren"},
         true},
    };
    columns.push_back({influence_column, {}, true});
    for (ParameterSpec const& trait : trait_specs()) columns.push_back({trait.name, {}, true});
    return columns;
}

std::vector<KnownColumn> make_tie_columns() {
    return {
        {"source",
         {"from", "ego", "employee", "source_id", "from_id", "subordinate", "report", "sender", "origin", "tie_origin",
          "primary_collaborator", "initiator", "worker", "respondent", "nominator", "person", "vertex_1", "v1", "node_1",
          "person_1", "member_1", "id_1", "person_a", "start", "i", "von", "quelle", "absender", "mitarbeiter", "wer",
          "befragter", "unterstellter", "from_user", "sender_email", "user", "expediteur", "emetteur", "nadawca", "mittente", "remitente",
          "afzender"}},
        {"target",
         {"to", "alter", "manager", "target_id", "to_id", "boss", "supervisor", "line_manager", "reports_to", "receiver",
          "recipient", "destination", "tie_destination", "secondary_collaborator", "nominee", "contact", "vertex_2",
          "node_2", "person_2", "member_2", "id_2", "person_b", "end", "j", "nach", "an", "zu", "ziel", "empfaenger",
          "vorgesetzter", "vorgesetzte", "fuehrungskraft", "wen", "kontakt", "to_user", "recipients", "recipient_emails", "recipient_email",
          "mentioned_user", "destinataire", "odbiorca", "destinatario", "ontvanger"}},
        {"weight",
         {"strength", "value", "edge_weight", "tie_strength", "count", "counts", "frequency", "freq", "interactions",
          "messages", "message_count", "emails", "email_count", "emails_sent", "meetings", "meeting_count",
          "collaboration_hours", "meeting_hours", "hours", "minutes", "diverse_tie_score", "strong_tie_score", "n", "number",
          "gewicht", "staerke", "anzahl", "haeufigkeit", "stunden", "minuten", "nachrichten", "anzahl_nachrichten", "anzahl_mails",
          "anzahl_e_mails", "anzahl_kontakte", "mails", "mail_count", "messages_sent", "number_of_messages", "number_of_emails", "chat_count",
          "call_count", "calls", "chats", "poids", "nombre", "nombre_de_messages", "waga", "liczba", "liczba_wiadomosci", "peso",
          "numero_de_mensajes", "aantal"},
         true},
        {"kind",
         {"type", "relation", "relationship", "relationship_type", "tie_type", "edge_type", "art", "beziehung", "beziehungsart",
          "typ", "label"}},
        {"trust", {"vertrauen"}, true},
    };
}

// clang-format on

// Words that say only how somebody is named: "manager employee id" is about the manager.
bool says_how_named(std::string_view word) {
    constexpr std::string_view words[] = {
        "id",       "ids",      "nr",      "no",         "num",     "number",   "nummer",
        "code",     "key",      "ref",     "email",      "mail",    "e",        "address",
        "adresse",  "upn",      "login",   "user",       "uid",     "person",   "employee",
        "worker",   "personal", "name",    "username",   "userid",  "personid", "personalnummer",
        "fullname", "full",     "display", "reference",  "kuerzel", "sys",      "eid",
        "gid",      "pid",      "pers",    "employeeid", "pernr",   "persnr",   "pnr"};
    return std::ranges::find(words, word) != std::end(words);
}

std::string without_umlauts(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> spelled[] = {
        {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"é", "e"}, {"è", "e"}, {"ê", "e"}, {"ë", "e"},
        {"à", "a"},  {"â", "a"},  {"á", "a"},  {"ç", "c"},  {"î", "i"}, {"ï", "i"}, {"í", "i"}, {"ô", "o"},
        {"ó", "o"},  {"ò", "o"},  {"ù", "u"},  {"û", "u"},  {"ú", "u"}, {"ñ", "n"}, {"ą", "a"}, {"ć", "c"},
        {"ę", "e"},  {"ł", "l"},  {"ń", "n"},  {"ś", "s"},  {"ź", "z"}, {"ż", "z"}};
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        auto const found = std::ranges::find_if(spelled,
                                                [&](auto const& pair) { return text.substr(at).starts_with(pair.first); });
        if (found == std::end(spelled)) {
            plain += text[at++];
        } else {
            plain += found->second, at += found->first.size();
        }
    }
    return plain;
}

}  // namespace

std::span<KnownColumn const> people_columns() {
    static std::vector<KnownColumn> const columns = make_people_columns();
    return columns;
}

std::span<KnownColumn const> tie_columns() {
    static std::vector<KnownColumn> const columns = make_tie_columns();
    return columns;
}

std::string compared_heading(std::string_view heading) {
    std::string words = without_umlauts(heading_words(heading));
    std::erase(words, '_');
    return words;
}

std::string heading_stem(std::string_view heading) {
    std::string words = without_umlauts(heading_words(heading));
    for (;;) {
        std::size_t const cut = words.rfind('_');
        if (cut == std::string::npos || !says_how_named(std::string_view(words).substr(cut + 1))) break;
        words.resize(cut);
    }
    // Words that nothing parts: "workerref".
    constexpr std::size_t shortest = 4;
    for (std::string_view const ending : {"id", "ref", "nr", "number", "nummer", "email"})
        if (words.find('_') == std::string::npos && words.ends_with(ending) && words.size() >= shortest + ending.size()) {
            words.resize(words.size() - ending.size());
            break;
        }
    for (std::string_view const first : {"current_", "direct_"})
        if (words.starts_with(first)) words.erase(0, first.size());
    std::erase(words, '_');
    return words;
}

}  // namespace micropol
