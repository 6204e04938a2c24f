#include "organisation/level_words.h"

#include <algorithm>
#include <set>

#include "organisation/column_names.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

// Ranks as firms in English and German name them, from those without reports upwards: assumed; who knows better gives numbers.
std::optional<double> rank_of(std::string_view heading) {
    constexpr std::pair<std::string_view, double> ranks[] = {{"intern", 0},
                                                             {"trainee", 0},
                                                             {"apprentice", 0},
                                                             {"student", 0},
                                                             {"praktikant", 0},
                                                             {"azubi", 0},
                                                             {"auszubildende", 0},
                                                             {"werkstudent", 0},
                                                             {"entry", 0},
                                                             {"entrylevel", 0},
                                                             {"junior", 1},
                                                             {"juniorlevel", 1},
                                                             {"assistant", 1},
                                                             {"support", 1},
                                                             {"employee", 1},
                                                             {"staff", 1},
                                                             {"worker", 1},
                                                             {"clerk", 1},
                                                             {"mitarbeiter", 1},
                                                             {"sachbearbeiter", 1},
                                                             {"sachbearbeitung", 1},
                                                             {"mitarbeitende", 1},
                                                             {"associate", 1},
                                                             {"individualcontributor", 1},
                                                             {"contributor", 1},
                                                             {"ic", 1},
                                                             {"juniorassociate", 1},
                                                             {"juniorindividualcontributor", 1},
                                                             {"junioric", 1},
                                                             {"analyst", 2},
                                                             {"specialist", 2},
                                                             {"professional", 2},
                                                             {"referent", 2},
                                                             {"mid", 2},
                                                             {"midlevel", 2},
                                                             {"intermediate", 2},
                                                             {"fachkraft", 2},
                                                             {"consultant", 2},
                                                             {"regular", 2},
                                                             {"senior", 3},
                                                             {"seniorlevel", 3},
                                                             {"expert", 3},
                                                             {"experte", 3},
                                                             {"seniorassociate", 3},
                                                             {"senioranalyst", 3},
                                                             {"seniorspecialist", 3},
                                                             {"seniorconsultant", 3},
                                                             {"seniorprofessional", 3},
                                                             {"seniorindividualcontributor", 3},
                                                             {"senioric", 3},
                                                             {"lead", 4},
                                                             {"teamlead", 4},
                                                             {"teamleader", 4},
                                                             {"teamleiter", 4},
                                                             {"teamleitung", 4},
                                                             {"supervisor", 4},
                                                             {"gruppenleiter", 4},
                                                             {"gruppenleitung", 4},
                                                             {"principal", 4},
                                                             {"foreman", 4},
                                                             {"meister", 4},
                                                             {"manager", 5},
                                                             {"peoplemanager", 5},
                                                             {"middlemanagement", 5},
                                                             {"management", 5},
                                                             {"abteilungsleiter", 5},
                                                             {"abteilungsleitung", 5},
                                                             {"headof", 5},
                                                             {"head", 5},
                                                             {"seniormanager", 6},
                                                             {"hauptabteilungsleiter", 6},
                                                             {"hauptabteilungsleitung", 6},
                                                             {"director", 7},
                                                             {"direktor", 7},
                                                             {"bereichsleiter", 7},
                                                             {"bereichsleitung", 7},
                                                             {"seniordirector", 8},
                                                             {"vicepresident", 9},
                                                             {"vp", 9},
                                                             {"partner", 9},
                                                             {"prokurist", 9},
                                                             {"seniorvicepresident", 10},
                                                             {"svp", 10},
                                                             {"executivevicepresident", 10},
                                                             {"evp", 10},
                                                             {"executive", 11},
                                                             {"clevel", 11},
                                                             {"csuite", 11},
                                                             {"chief", 11},
                                                             {"president", 11},
                                                             {"geschaeftsfuehrer", 11},
                                                             {"geschaeftsfuehrung", 11},
                                                             {"geschaeftsleitung", 11},
                                                             {"vorstand", 11},
                                                             {"topmanagement", 11},
                                                             {"ceo", 12},
                                                             {"managingdirector", 11},
                                                             {"vorsitzender", 12}};
    for (std::string_view const ending : {"", "in", "innen", "r"}) {  // Mitarbeiter:in, Auszubildende/r
        if (!heading.ends_with(ending)) continue;
        auto const found = std::ranges::find(ranks, heading.substr(0, heading.size() - ending.size()),
                                             &std::pair<std::string_view, double>::first);
        if (found != std::end(ranks)) return found->second;
    }
    return {};
}

// "L7" is 7 among codes that begin alike: "Grade 12", "IC4".
bool split_code(std::string_view text, std::string& beginning, double& number) {
    std::string const plain = compared_heading(text);
    std::size_t const digits = plain.find_first_of("0123456789");
    if (digits > 12) return false;  // or none at all
    auto const value = number_in(std::string_view(plain).substr(digits));
    if (!value || plain.size() - digits > 4) return false;
    beginning = plain.substr(0, digits), number = *value;
    return true;
}

}  // namespace

std::optional<LevelOrder> level_order(std::span<std::string const> texts, char separator) {
    std::set<std::string> different;
    for (std::string const& text : texts)
        if (!is_missing(text)) different.insert(text);
    DecimalMark const mark = decimal_mark_of(texts, separator);
    LevelOrder order;
    auto const all_have = [&](auto const& code_of) {
        order.code.clear();
        for (std::string const& text : different) {
            std::optional<double> const code = code_of(text);
            if (!code) return false;
            order.code[text] = *code;
        }
        return true;
    };
    if (all_have([&](std::string const& text) { return number_in(text, mark); })) return order;
    std::optional<std::string> shared;
    if (all_have([&](std::string const& text) -> std::optional<double> {
            std::string beginning;
            double number = 0;
            if (!split_code(text, beginning, number)) return {};
            if (!shared) shared = beginning;
            return beginning == *shared ? std::optional(number) : std::nullopt;
        }))
        return order;
    order.by_words = true;
    if (all_have([](std::string const& text) { return rank_of(compared_heading(text)); })) return order;
    return {};
}

}  // namespace micropol
