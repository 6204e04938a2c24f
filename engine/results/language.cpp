#include "results/language.h"

#include <algorithm>
#include <utility>

namespace micropol {

namespace {

constexpr std::pair<std::string_view, std::string_view> german_levers[] = {
    {"executive_mandate", "Vorgabe von oben"},
    {"goals_and_deadlines", "Ziele und Fristen"},
    {"status_moderation", "Statusmoderation"},
    {"star_integration", "Einbindung der neuen Stars"},
    {"quality_metrics", "Qualitätskennzahlen"},
    {"metric_audit", "Prüfung der Kennzahlen"},
    {"shared_data_access", "Gemeinsamer Datenzugang"},
    {"joint_goals", "Gemeinsame Ziele"},
    {"decision_rights", "Mitspracherechte"},
    {"customer_evidence", "Belege aus Kundensicht"},
    {"loss_compensation", "Verlustausgleich"},
    {"guiding_coalition", "Führungskoalition"},
    {"champions", "Champions"},
    {"training", "Schulung"},
    {"external_training", "Externe Schulung"},
    {"pilot_project", "Pilotprojekt"},
    {"quick_win", "Schneller Erfolg"},
    {"success_story", "Erfolgsgeschichte"},
    {"town_hall", "Mitarbeitendenversammlung"},
    {"e_mail", "E-Mail"},
    {"personal_conversation", "Persönliche Gespräche"},
    {"task_force", "Projektgruppe"},
    {"workshop", "Workshop"},
    {"outside_advisor", "Externe Beratung"},
    {"restructuring", "Umstrukturierung"},
    {"sidelining", "Kaltstellen"},
    {"tool_improvement", "Verbesserung des Werkzeugs"},
};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

}  // namespace

std::string localised(Language language, std::string figure) {
    if (language == Language::english) return figure;
    for (char& c : figure) c = c == ',' ? '.' : c == '.' ? ',' : c;
    replace_all(figure, " to ", " bis ");
    replace_all(figure, " points", " Punkte");
    replace_all(figure, "unknown", "unbekannt");
    replace_all(figure, "no difference", "kein Unterschied");
    return figure;
}

std::string spaced(std::string_view key) {
    std::string text(key);
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string lever_said(Language language, std::string_view key) {
    if (language == Language::german)
        for (auto const& [known, german] : german_levers)
            if (known == key) return std::string(german);
    return spaced(key);
}

}  // namespace micropol
