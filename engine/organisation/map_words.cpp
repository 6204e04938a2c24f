#include "organisation/map_words.h"

#include <algorithm>
#include <span>

#include "organisation/column_names.h"

namespace micropol {

namespace {

struct Word {
    std::string_view word;
    double value;
};

// clang-format off
constexpr Word amount_words[] = {
    {"none", 0}, {"keine", 0}, {"kein", 0}, {"keiner", 0}, {"verylow", 1}, {"sehrgering", 1}, {"sehrniedrig", 1},
    {"sehrklein", 1}, {"minimal", 1}, {"vl", 1}, {"sehrschwach", 1}, {"low", 2}, {"little", 2}, {"small", 2}, {"weak", 2},
    {"l", 2}, {"gering", 2}, {"niedrig", 2}, {"klein", 2}, {"schwach", 2}, {"wenig", 2}, {"tief", 2}, {"g", 2}, {"n", 2},
    {"medium", 3}, {"mid", 3}, {"middle", 3}, {"moderate", 3}, {"average", 3}, {"some", 3}, {"m", 3}, {"mittel", 3},
    {"mittlere", 3}, {"mittlerer", 3}, {"mittelmaessig", 3}, {"normal", 3}, {"high", 4}, {"strong", 4}, {"large", 4},
    {"big", 4}, {"great", 4}, {"much", 4}, {"h", 4}, {"hoch", 4}, {"gross", 4}, {"stark", 4}, {"viel", 4}, {"hohe", 4},
    {"hoher", 4}, {"grosse", 4}, {"grosser", 4}, {"veryhigh", 5}, {"verystrong", 5}, {"verylarge", 5}, {"vh", 5},
    {"highest", 5}, {"extreme", 5}, {"sehrhoch", 5}, {"sehrgross", 5}, {"sehrstark", 5}, {"hoechst", 5}, {"extrem", 5},
    {"sh", 5}, {"sg", 5}, {"mediumhigh", 3.5}, {"mittelhoch", 3.5}, {"lowmedium", 2.5}, {"geringmittel", 2.5},
    {"mediumlow", 2.5},
    {"eherhoch", 3.5}, {"ehergross", 3.5}, {"eherstark", 3.5}, {"mittelbishoch", 3.5}, {"ratherhigh", 3.5}, {"mediumtohigh", 3.5},
    {"ehergering", 2.5}, {"eherniedrig", 2.5}, {"ehertief", 2.5}, {"eherklein", 2.5}, {"geringbismittel", 2.5},
    {"niedrigbismittel", 2.5}, {"ratherlow", 2.5}, {"lowtomedium", 2.5},
    {"mh", 3.5}, {"hm", 3.5}, {"lm", 2.5}, {"ml", 2.5}, {"minor", 2}, {"major", 4}, {"important", 4}, {"wichtig", 4}, {"veryimportant", 5},
    {"sehrwichtig", 5}, {"decisive", 5}, {"entscheidend", 5},
    {"faible", 2}, {"moyen", 3}, {"moyenne", 3}, {"fort", 4}, {"forte", 4}, {"eleve", 4}, {"elevee", 4}, {"tresfaible", 1}, {"tresfort", 5},
    {"tresforte", 5}, {"treseleve", 5}, {"niski", 2}, {"niska", 2}, {"sredni", 3}, {"srednia", 3}, {"wysoki", 4}, {"wysoka", 4},
    {"duzy", 4}, {"duza", 4}, {"maly", 2}, {"mala", 2}, {"bardzoduzy", 5}, {"bardzowysoki", 5}, {"alto", 4}, {"alta", 4}, {"medio", 3},
    {"media", 3}, {"basso", 2}, {"bassa", 2}, {"bajo", 2}, {"baja", 2}, {"hoog", 4}, {"gemiddeld", 3}, {"laag", 2},
};

// In the steps rather 1, plain 2, strongly 3.
constexpr Word stances[] = {
    {"for", 2}, {"infavour", 2}, {"infavor", 2}, {"pro", 2}, {"supportive", 2}, {"supporter", 2}, {"supporting", 2},
    {"support", 2}, {"supports", 2}, {"positive", 2}, {"ally", 2}, {"agrees", 2}, {"green", 2}, {"dafuer", 2},
    {"unterstuetzend", 2}, {"unterstuetzer", 2}, {"unterstuetzerin", 2}, {"unterstuetzt", 2}, {"positiv", 2},
    {"befuerworter", 2}, {"befuerworterin", 2}, {"befuerwortend", 2}, {"zustimmend", 2}, {"gruen", 2}, {"favourable", 2},
    {"favorable", 2}, {"wohlwollend", 1}, {"open", 1}, {"interested", 1}, {"aufgeschlossen", 1}, {"interessiert", 1},
    {"champion", 3}, {"promoter", 3}, {"sponsor", 3}, {"driver", 3}, {"treiber", 3}, {"treiberin", 3}, {"foerderer", 3},
    {"foerderin", 3}, {"begeistert", 3}, {"enthusiastic", 3}, {"leading", 3}, {"supportively", 2}, {"foerdernd", 3}, {"promoting", 3}, {"offen", 1}, {"neutral", 0}, {"undecided", 0},
    {"indifferent", 0}, {"ambivalent", 0}, {"mixed", 0}, {"unaware", 0}, {"yellow", 0}, {"amber", 0}, {"gelb", 0},
    {"unentschieden", 0}, {"unentschlossen", 0}, {"gemischt", 0}, {"weder", 0}, {"neither", 0}, {"teilsteils", 0},
    {"unaligned", 0}, {"against", -2}, {"opposed", -2}, {"opponent", -2}, {"opposing", -2}, {"opposes", -2},
    {"resistant", -2}, {"resisting", -2}, {"resistor", -2}, {"negative", -2}, {"contra", -2}, {"con", -2}, {"red", -2},
    {"critic", -2}, {"dagegen", -2}, {"gegner", -2}, {"gegnerin", -2}, {"ablehnend", -2}, {"ablehnung", -2}, {"lehntab", -2},
    {"negativ", -2}, {"widerstand", -2}, {"rot", -2}, {"kritiker", -2}, {"kritikerin", -2}, {"gegen", -2},
    {"unsupportive", -2}, {"sceptical", -1}, {"skeptical", -1}, {"sceptic", -1}, {"skeptic", -1}, {"critical", -1},
    {"concerned", -1}, {"reluctant", -1}, {"doubtful", -1}, {"skeptisch", -1}, {"kritisch", -1}, {"zurueckhaltend", -1},
    {"skeptiker", -1}, {"skeptikerin", -1}, {"besorgt", -1}, {"blocker", -3}, {"blockierer", -3}, {"blockiererin", -3},
    {"resist", -2}, {"resists", -2}, {"blocking", -3}, {"blockierend", -3}, {"hostile", -3}, {"saboteur", -3}, {"feindselig", -3}, {"verweigerer", -3},
    {"pour", 2}, {"contre", -2}, {"favorevole", 2}, {"contrario", -2}, {"contraria", -2}, {"oppose", -2}, {"opposee", -2}, {"defavorable", -2},
    {"neutre", 0}, {"sceptique", -1}, {"za", 2}, {"przeciw", -2}, {"neutralny", 0}, {"neutralna", 0}, {"neutralne", 0}, {"zwolennik", 2},
    {"przeciwnik", -2}, {"afavor", 2}, {"encontra", -2}, {"neutrale", 0}, {"voor", 2}, {"tegen", -2}, {"neutraal", 0},
};
// Pictures, whatever colour of skin or shape follows them.
constexpr Word pictures[] = {
    {"😀", 2}, {"😃", 2}, {"😄", 2}, {"😁", 2}, {"😊", 2}, {"🙂", 2}, {"☺", 2}, {"👍", 2}, {"✅", 2}, {"✔", 2}, {"🟢", 2}, {"💚", 2},
    {"😐", 0}, {"😑", 0}, {"😶", 0}, {"🤷", 0}, {"🟡", 0}, {"🟠", 0},
    {"😕", -1}, {"🤔", -1},
    {"🙁", -2}, {"☹", -2}, {"😞", -2}, {"😟", -2}, {"😠", -2}, {"😡", -2}, {"👎", -2}, {"❌", -2}, {"🔴", -2}, {"⛔", -2},
};
// Of the four fields of power and interest: whether either is high, as in "manage closely" (both).
struct Field {
    std::string_view word;
    bool power, interest;
};
constexpr Field fields[] = {
    {"manageclosely", true, true}, {"keyplayer", true, true}, {"keyplayers", true, true}, {"closelymanage", true, true},
    {"engageclosely", true, true}, {"engbetreuen", true, true}, {"engeinbinden", true, true}, {"aktiveinbinden", true, true},
    {"schluesselspieler", true, true}, {"aktivmanagen", true, true}, {"engmanagen", true, true},
    {"keepsatisfied", true, false}, {"zufriedenstellen", true, false}, {"zufriedenhalten", true, false},
    {"keepinformed", false, true}, {"inform", false, true}, {"informierthalten", false, true}, {"informieren", false, true},
    {"monitor", false, false}, {"minimaleffort", false, false}, {"minimumeffort", false, false}, {"beobachten", false, false},
    {"monitoren", false, false}, {"minimaleraufwand", false, false},
};
constexpr Word degrees[] = {
    {"actively", 3}, {"active", 3}, {"aktiv", 3}, {"passively", 1}, {"passive", 1}, {"passiv", 1},
    {"strongly", 3}, {"very", 3}, {"highly", 3}, {"fully", 3}, {"completely", 3}, {"stark", 3}, {"sehr", 3}, {"klar", 3},
    {"voll", 3}, {"entschieden", 3}, {"ganz", 3}, {"strong", 3}, {"deutlich", 3}, {"vehement", 3}, {"starker", 3},
    {"starke", 3}, {"rather", 1}, {"somewhat", 1}, {"slightly", 1}, {"mildly", 1}, {"weakly", 1}, {"moderately", 1},
    {"partly", 1}, {"leaning", 1}, {"eher", 1}, {"leicht", 1}, {"etwas", 1}, {"tendenziell", 1}, {"teilweise", 1},
    {"bit", 1},
};

// Of the five goals of the model, by their place in goal_names.
constexpr Word goals[] = {
    {"career", 0}, {"promotion", 0}, {"advancement", 0}, {"development", 0}, {"power", 0}, {"influence", 0}, {"learning", 0},
    {"karriere", 0}, {"aufstieg", 0}, {"befoerderung", 0}, {"entwicklung", 0}, {"weiterentwicklung", 0}, {"macht", 0}, {"einfluss", 0},
    {"lernen", 0}, {"laufbahn", 0},
    {"pay", 1}, {"salary", 1}, {"money", 1}, {"income", 1}, {"bonus", 1}, {"commission", 1}, {"wage", 1}, {"wages", 1},
    {"lohn", 1}, {"gehalt", 1}, {"geld", 1}, {"einkommen", 1}, {"provision", 1}, {"verguetung", 1}, {"boni", 1},
    {"status", 2}, {"reputation", 2}, {"prestige", 2}, {"recognition", 2}, {"standing", 2}, {"respect", 2}, {"image", 2},
    {"ansehen", 2}, {"anerkennung", 2}, {"ruf", 2}, {"stellung", 2}, {"respekt", 2}, {"wertschaetzung", 2}, {"geltung", 2},
    {"security", 3}, {"jobsecurity", 3}, {"stability", 3}, {"safety", 3}, {"job", 3}, {"jobs", 3}, {"calm", 3},
    {"sicherheit", 3}, {"arbeitsplatz", 3}, {"arbeitsplatzsicherheit", 3}, {"stabilitaet", 3}, {"ruhe", 3}, {"arbeitsplaetze", 3},
    {"company", 4}, {"firm", 4}, {"business", 4}, {"organisation", 4}, {"organization", 4}, {"customers", 4}, {"customer", 4},
    {"results", 4}, {"growth", 4}, {"profit", 4}, {"success", 4}, {"quality", 4}, {"efficiency", 4},
    {"unternehmen", 4}, {"firma", 4}, {"betrieb", 4}, {"kunden", 4}, {"kunde", 4}, {"ergebnis", 4}, {"wachstum", 4}, {"gewinn", 4},
    {"erfolg", 4}, {"unternehmenserfolg", 4}, {"qualitaet", 4}, {"effizienz", 4},
};

constexpr std::string_view yes[] = {"yes", "y", "true", "1", "x", "private", "privately", "secret", "ja", "j", "wahr", "privat", "vertraulich",
                                    "verdeckt", "confidential", "hidden"};
constexpr std::string_view no[] = {"no", "n", "false", "0", "", "public", "voiced", "open", "openly", "nein", "falsch", "offen", "oeffentlich",
                                   "geaeussert"};
// clang-format on

// Letters alone, umlauts spelled out: "eher dagegen" is "eherdagegen".
std::string plain_word(std::string_view text) {
    std::string word = compared_heading(text);
    for (std::string_view const article : {"der", "die", "das"})
        if (word.starts_with(article) && word.size() > article.size() + 8) word.erase(0, article.size());
    return word;
}

std::optional<double> value_of(std::span<Word const> words, std::string_view word) {
    auto const found = std::ranges::find(words, word, &Word::word);
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

}  // namespace

std::optional<double> amount_word(std::string_view text) { return value_of(amount_words, plain_word(text)); }

std::optional<double> stance_word(std::string_view text) {
    for (Word const& picture : pictures)
        if (text.starts_with(picture.word)) return picture.value;
    std::string const word = plain_word(text);
    if (auto const plain = value_of(stances, word)) return plain;
    for (Word const& degree : degrees)
        if (word.starts_with(degree.word))
            if (auto const stance = value_of(stances, std::string_view(word).substr(degree.word.size())); stance && *stance != 0)
                return *stance > 0 ? degree.value : -degree.value;
    return {};
}

std::optional<std::size_t> goal_word(std::string_view text) {
    auto const goal = value_of(goals, plain_word(text));
    return goal ? std::optional(std::size_t(*goal)) : std::nullopt;
}

std::optional<PowerAndInterest> field_word(std::string_view text) {
    auto const found = std::ranges::find(fields, plain_word(text), &Field::word);
    return found == std::end(fields) ? std::nullopt : std::optional(PowerAndInterest{found->power, found->interest});
}

std::optional<bool> yes_or_no(std::string_view text) {
    std::string const word = plain_word(text);
    if (std::ranges::find(yes, word) != std::end(yes)) return true;
    if (std::ranges::find(no, word) != std::end(no)) return false;
    return {};
}

}  // namespace micropol
