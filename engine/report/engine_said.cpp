#include "report/engine_said.h"

#include <algorithm>
#include <span>

#include "interventions/intervention.h"

namespace micropol {

namespace {

struct Replacement {
    std::string_view english, german;
};

// Longer ones before what they contain.
std::string replaced(std::string text, std::span<Replacement const> replacements) {
    for (auto const& [english, german] : replacements)
        for (std::size_t at = text.find(english); at != std::string::npos; at = text.find(english, at + german.size()))
            text.replace(at, english.size(), german);
    return text;
}

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A lever as English results spell it: "executive mandate"; anything else as the table has it.
std::string spelt_lever_said(Language language, std::string_view spelt) {
    for (InterventionKind const* kind : intervention_catalogue())
        if (spaced(kind->plugin.key) == spelt) return lever_said(language, kind->plugin.key);
    return said(language, spelt);
}

std::string german_of_part(std::string_view part) {
    constexpr std::string_view level = "level ", people = " people", top = "top ", by = " by ";
    if (part.starts_with(level) && is_number(part.substr(level.size())))
        return word(Language::german, "level") + ' ' + std::string(part.substr(level.size()));
    if (part.ends_with(people) && is_number(part.substr(0, part.size() - people.size())))
        return std::string(part.substr(0, part.size() - people.size())) + " Menschen";
    std::size_t const at = part.find(by);
    if (!part.starts_with(top) || at == std::string_view::npos) return said(Language::german, part, "group");
    std::string const number(part.substr(top.size(), at - top.size()));
    return (number == "1" ? "die Person " : "die " + number + " Menschen ") +
           said(Language::german, part.substr(at + 1), "group");
}

}  // namespace

std::string group_said(Language language, std::string_view group) {
    if (language == Language::english) return std::string(group);
    constexpr std::string_view comma = ", ";
    std::string text;
    while (true) {
        std::size_t const end = std::min(group.find(comma), group.size());
        text += german_of_part(group.substr(0, end));
        if (end == group.size()) return text;
        text += comma;
        group.remove_prefix(end + comma.size());
    }
}

std::string cause_said(Language language, std::string_view label) {
    constexpr std::string_view aimed = " (";
    std::size_t const at = label.find(aimed);
    if (at == std::string_view::npos || !label.ends_with(')')) return spelt_lever_said(language, label);
    std::string_view const group = label.substr(at + aimed.size(), label.size() - at - aimed.size() - 1);
    return spelt_lever_said(language, label.substr(0, at)) + " (" + group_said(language, group) + ')';
}

std::string wish_said(Language language, std::string_view wish) {
    std::size_t const verb_ends = std::min(wish.find(' '), wish.size());
    std::string_view const verb = wish.substr(0, verb_ends);
    if (verb_ends == wish.size() || (verb != "add" && verb != "drop")) return std::string(wish);
    std::string_view const rest = wish.substr(verb_ends + 1);
    std::size_t const what_ends = std::min(rest.find(' '), rest.size());
    std::string const settings = what_ends == rest.size() ? "" : " (" + std::string(rest.substr(what_ends + 1)) + ')';
    return phrase(language, verb == "add" ? "wish_add" : "wish_drop",
                  {spelt_lever_said(language, spaced(rest.substr(0, what_ends))) + settings});
}

std::string restriction_said(Language language, std::string restriction) {
    if (language == Language::english) return restriction;
    bool const is_figure = !restriction.empty() && (is_number(restriction.substr(0, 1)) || restriction.starts_with("−"));
    constexpr Replacement bounds[] = {{" or less", " oder weniger"}, {" or more", " oder mehr"}}, choice[] = {{" or ", " oder "}};
    return is_figure ? replaced(localised(language, restriction), bounds) : replaced(restriction, choice);
}

std::string distribution_said(Language language, std::string distribution) {
    if (language == Language::english) return distribution;
    // Commas part what belongs together here; thousands have none.
    std::ranges::replace(distribution, ',', ';');
    std::ranges::replace(distribution, '.', ',');
    constexpr Replacement words[] = {{"uniform ", "gleichverteilt "},
                                     {"normal; ", "normalverteilt; "},
                                     {"triangular ", "dreieckig "},
                                     {"beta; ", "Beta; "},
                                     {"mean ", "Mittel "},
                                     {"sd ", "Streuung "},
                                     {"mode ", "Gipfel "},
                                     {"one of ", "eines von "},
                                     {" to ", " bis "}};
    return replaced(distribution, words);
}

std::string moment_said(Language language, std::string const& json, int week, std::size_t headcount) {
    StudyFacts facts;
    facts.headcount = headcount;
    Json const moment = Json::parse(json);
    return in_words(moment_in(JsonReader(moment), week), facts, language);
}

}  // namespace micropol
