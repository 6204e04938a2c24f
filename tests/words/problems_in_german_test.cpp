// Problems that the engine finds in what users give it are said in German, too.

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "model/model.h"
#include "scenario/format.h"
#include "words/german.h"
#include "words/literals.h"

namespace micropol {
namespace {

using testing::IsEmpty;

std::set<std::string> german_sentences() {
    std::set<std::string> sentences;
    for (CatalogueEntry const& entry : entries_of(Language::german)) {
        std::string const id(entry.id);
        sentences.insert(id.substr(id.find('\x04') + 1));
    }
    return sentences;
}

// Contracts and names of random streams.
bool is_for_programs(Literal const& literal) {
    return is_within(literal, {"check", "purpose", "of", "invalid_argument", "logic_error"});
}

// Keys, commands and paths; parts of other texts begin or end with a blank.
bool is_written(std::string_view text) {
    constexpr std::string_view starts[] = {
        " ", "{", "[", ",", "micropol", "scenario:", "culture.rivalry:", "\"", "--", "reports to"};
    bool const is_sentence = text.starts_with("{0}") || text.starts_with("{1}");
    return !is_sentence && (text.ends_with(' ') || text.find(' ') == std::string_view::npos ||
                            std::ranges::any_of(starts, [&](std::string_view start) { return text.starts_with(start); }));
}

// Files with texts of the format's documentation, of what is written to files, or of records that have sentences of their own.
bool documents(std::string const& file) {
    constexpr std::string_view names[] = {
        "/format",           "/describe.cpp", "/new_scenario.cpp",     "/schema.cpp",
        "/study_schema.cpp", "/traits",       "/stakeholder_template", "/drawn_plan",
        "/privacy.",         "/optimum.cpp",  "/power_shift.cpp",      "/observation/evidence.cpp",
        "/measurement.cpp",  "/surveys.cpp"};
    return std::ranges::any_of(names, [&](std::string_view name) { return file.find(name) != std::string::npos; });
}

TEST(ProblemsInGerman, has_every_sentence_of_scenario_organisation_model_and_study) {
    std::set<std::string> const known = german_sentences();
    std::vector<std::string> missing;
    std::size_t sentences = 0;
    for (char const* room : {"engine/scenario", "engine/organisation", "engine/model", "engine/observation", "engine/study"})
        for (Literal const& literal : literals_below(room)) {
            if (is_written(literal.text) || documents(literal.file)) continue;
            ++sentences;
            if (!known.contains(literal.text) && !is_for_programs(literal)) missing.push_back(literal.file + ": " + literal.text);
        }
    EXPECT_THAT(missing, IsEmpty());
    EXPECT_GT(sentences, 300u);
}

// "missing key 'lever' (what is done)" quotes the format's description of what has to be there.
void add_quoted_descriptions(Field const& field, std::vector<Phrase>& descriptions) {
    bool const may_be_empty = field.kind == Kind::text && field.range.low > 0;
    if (field.required || may_be_empty || field.kind == Kind::file) descriptions.emplace_back(Message(field.description));
    for (Field const& inner : field.fields) add_quoted_descriptions(inner, descriptions);
    for (Field::Variant const& variant : field.variants)
        for (Field const& inner : variant.fields) add_quoted_descriptions(inner, descriptions);
}

TEST(ProblemsInGerman, says_what_a_missing_key_is_for) {
    std::vector<Phrase> descriptions;
    add_quoted_descriptions(scenario_format(known_plugins()), descriptions);
    EXPECT_GT(descriptions.size(), 10u);
    EXPECT_THAT(untranslated(descriptions), IsEmpty());
}

TEST(ProblemsInGerman, reads_as_a_german_program_says_it) {
    auto const german = [](std::string const& more) -> std::string {
        try {
            (void)parse_scenario(
                "micropol: 1\norganisation: {departments: [{name: Sales, headcount: 40}]}\ntransformation: {}\n" + more,
                "plan.yaml", ".", known_plugins());
        } catch (InvalidInput const& invalid) {
            std::string text;
            for (Problem const& problem : invalid.problems()) text += to_text(problem, Language::german);
            return text;
        }
        return "";
    };
    EXPECT_EQ(german("culture: {rivalri: 0.2}\n"),
              "plan.yaml:4:11: unbekannter Schlüssel 'rivalri' ('culture' kennt power_distance, rivalry und data_hoarding); "
              "ist 'rivalry' gemeint?");
    EXPECT_EQ(german("culture: {rivalry: 1.4}\n"), "plan.yaml:4:20: 'rivalry' ist 1.4 (Bereich: 0 bis 1, Einheit Anteil)");
    EXPECT_EQ(german("runs: {weeks: 2000}\n"), "plan.yaml:4:15: 'weeks' ist 2.000 (Bereich: 1 bis 1.040, Einheit Wochen)");
    EXPECT_EQ(german("culture: {rivalry: \"30 %\"}\n"),
              "plan.yaml:4:20: 'rivalry' ist '30 %' (nötig ist eine Zahl im Bereich 0 bis 1, Einheit Anteil); 0.3 schreiben");
    EXPECT_EQ(german("interventions: [{intensity: 1}]\n"), "plan.yaml:4:17: es fehlt der Schlüssel 'lever' (was getan wird)");
    EXPECT_EQ(german("culture: {rivalry: {choice: {values: [0.1, 0.2], weights: [1]}}}\n"),
              "plan.yaml:4:29: die Verteilung von 'rivalry' ist nicht möglich (2 Werte, aber 1 Gewicht)");
}

}  // namespace
}  // namespace micropol
