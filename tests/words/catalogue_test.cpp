#include "words/catalogue.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "base/source.h"
#include "findings/common.h"
#include "interventions/families.h"
#include "interventions/intervention.h"
#include "mechanisms/mechanism.h"
#include "model/known_numbers.h"
#include "outcomes/outcome.h"
#include "state/settings.h"
#include "study/decide/surveys.h"
#include "words/literals.h"
#include "words/text.h"

namespace micropol {
namespace {

using testing::IsEmpty;

std::string without_context(std::string_view id) { return std::string(id.substr(id.find('\x04') + 1)); }

std::set<std::string> ids_of(Language language) {
    std::set<std::string> ids;
    for (CatalogueEntry const& entry : entries_of(language)) ids.insert(std::string(entry.id));
    return ids;
}

std::set<char> gaps_of(std::string_view sentence) {
    std::set<char> gaps;
    for (std::size_t k = 0; k + 2 < sentence.size(); ++k)
        if (sentence[k] == '{' && sentence[k + 2] == '}') gaps.insert(sentence[k + 1]);
    return gaps;
}

bool has_letters(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

TEST(Catalogue, fills_in_every_gap_of_a_sentence) {
    for (Language const language : all_languages)
        for (CatalogueEntry const& entry : entries_of(language))
            for (std::string_view const form : entry.forms)
                EXPECT_EQ(gaps_of(form), gaps_of(entry.id)) << code_of(language) << ": " << entry.id << " → " << form;
}

TEST(Catalogue, has_no_empty_translation) {
    for (Language const language : all_languages)
        for (CatalogueEntry const& entry : entries_of(language))
            for (std::string_view const form : entry.forms) EXPECT_FALSE(form.empty()) << code_of(language) << ": " << entry.id;
}

TEST(Catalogue, knows_a_form_for_one_in_both_languages_or_in_none) {
    std::set<std::string> const english = ids_of(Language::english);
    for (CatalogueEntry const& entry : entries_of(Language::german))
        EXPECT_EQ(entry.forms.size() == 2, english.contains(std::string(entry.id))) << entry.id;
    std::set<std::string> const german = ids_of(Language::german);
    for (std::string const& id : english) EXPECT_TRUE(german.contains(id)) << id;
}

// What begins with a small letter may stand within a sentence, as the parts of a problem do; so may its translation.
TEST(Catalogue, begins_with_a_small_letter_in_german_where_english_does) {
    constexpr std::string_view never_nouns[] = {
        "Der",   "Die",     "Das",  "Den",   "Dem",   "Ein",    "Eine",  "Einen",  "Einem", "Eines", "Kein",
        "Keine", "Es",      "Er",   "Sie",   "Ist",   "Hier",   "Dort",  "Im",     "In",    "Am",    "An",
        "Auf",   "Bei",     "Beim", "Für",   "Mit",   "Mitten", "Nach",  "Ohne",   "Unter", "Von",   "Vor",
        "Zu",    "Zum",     "Zur",  "Was",   "Wer",   "Wo",     "Nur",   "So",     "Als",   "Nicht", "Niemand",
        "Weder", "Weniger", "Jede", "Jeder", "Jeden", "Alle",   "Allen", "Dieser", "Diese", "Dieses"};
    for (CatalogueEntry const& entry : entries_of(Language::german)) {
        std::string const id = without_context(entry.id);
        if (id.front() < 'a' || id.front() > 'z') continue;
        for (std::string_view const form : entry.forms)
            EXPECT_EQ(std::ranges::count(never_nouns, form.substr(0, form.find(' '))), 0) << entry.id << " → " << form;
    }
}

// What findings and writers say: a literal with a blank is a sentence, and a sentence stands in the catalogue.
TEST(Catalogue, has_every_sentence_of_findings_and_report) {
    std::set<std::string> known;
    for (std::string const& id : ids_of(Language::german)) known.insert(without_context(id));
    std::vector<std::string> missing;
    for (char const* room : {"engine/findings", "engine/report", "apps/live"})
        for (Literal const& literal : literals_below(room)) {
            bool const markup = literal.text.find_first_of("<>=;") != std::string::npos || literal.text.front() == ' ' ||
                                literal.text.back() == ' ' || literal.text.front() == '|';
            if (literal.text.find(' ') == std::string::npos || markup || !has_letters(literal.text)) continue;
            if (!known.contains(literal.text)) missing.push_back(literal.file + ": " + literal.text);
        }
    EXPECT_THAT(missing, IsEmpty());
}

// Of files of results: a literal with a blank is a sentence, unless it is SQL or for programmers.
bool is_said_by_store(Literal const& literal) {
    if (is_within(literal, {"logic_error", "invalid_argument", "out_of_range", "check", "execute", "Statement", "text_of", "name",
                            "starts_with", "static_assert", "purpose"}))
        return false;
    constexpr std::string_view others[] = {"SQLite format 3", "names shown"};
    std::string_view const first = std::string_view(literal.text).substr(0, literal.text.find(' '));
    bool const is_sql = first.size() > 1 && std::ranges::all_of(first, [](char c) { return c >= 'A' && c <= 'Z'; });
    return !is_sql && literal.text.front() != '.' && literal.text.front() != ',' && !literal.text.starts_with("' ") &&
           std::ranges::find(others, literal.text) == std::end(others);
}

// Of the program: help and what describes the model are English.
bool is_said_by_program(Literal const& literal) {
    return is_within(literal, {"Message", "WrongUsage", "InvalidInput", "Failure", "counted", "complain", "positional", "info",
                               "warning", "error"}) &&
           !is_within(literal, {"name"});
}

TEST(Catalogue, has_every_sentence_of_store_and_program) {
    std::set<std::string> known;
    for (std::string const& id : ids_of(Language::german)) known.insert(without_context(id));
    std::vector<std::string> missing;
    auto const look = [&](std::string const& folder, bool (*is_said)(Literal const&)) {
        std::size_t said = 0;
        for (Literal const& literal : literals_below(folder)) {
            if (literal.text.find(' ') == std::string::npos || !has_letters(literal.text)) continue;
            if (literal.text.front() == ' ' || literal.text.back() == ' ' || !is_said(literal)) continue;
            ++said;
            if (!known.contains(literal.text)) missing.push_back(literal.file + ": " + literal.text);
        }
        EXPECT_GT(said, 4u) << folder << " was really read";
    };
    look("engine/store", is_said_by_store);
    look("engine/base", [](Literal const& literal) { return is_within(literal, {"WrongJson", "refuse", "as"}); });
    look("apps/micropol", is_said_by_program);
    look("apps/mpi", is_said_by_program);
    EXPECT_THAT(missing, IsEmpty());
}

// A sentence that nobody says any more goes out of the catalogue.
TEST(Catalogue, has_nothing_that_the_sources_do_not_say) {
    std::set<std::string> said;
    for (char const* room : {"engine", "apps"})
        for (Literal const& literal : literals_below(room)) said.insert(literal.text);
    for (InterventionKind const* kind : intervention_catalogue()) {
        std::string key(kind->plugin.key);
        std::ranges::replace(key, '_', ' ');
        said.insert(key);
    }
    for (MechanismKind const* kind : mechanism_catalogue()) said.insert("mechanism " + std::string(kind->plugin.key));
    for (std::string_view const shock : shock_names()) {
        std::string key(shock);
        std::ranges::replace(key, '_', ' ');
        said.insert(key);
    }
    std::vector<std::string> unused;
    for (std::string const& id : ids_of(Language::german))
        if (!said.contains(without_context(id))) unused.push_back(id);
    EXPECT_THAT(unused, IsEmpty());
}

TEST(Catalogue, says_every_plugin_in_german) {
    std::set<std::string> const known = ids_of(Language::german);
    for (OutcomeKind const* kind : outcome_catalogue()) EXPECT_TRUE(known.contains(std::string(kind->label))) << kind->label;
    auto const expect_called = [&](std::string_view key) {
        EXPECT_TRUE(known.contains("lever\x04" + to_text(lever(key), {Language::english}))) << key;
    };
    for (InterventionKind const* kind : intervention_catalogue()) expect_called(kind->plugin.key);
    for (SortSpec const& sort : sort_specs()) expect_called(sort.key);
    for (InterventionKind const* kind : intervention_catalogue())
        for (std::string_view const text : {kind->plugin.description, kind->evidence, kind->counter_move})
            EXPECT_TRUE(known.contains(std::string(text))) << text;
    for (KnownNumber const& number : known_numbers())
        EXPECT_TRUE(known.contains(std::string(number.spec.description))) << number.path << ": " << number.spec.description;
    for (ParameterSpec const& spec : instrument_specs()) EXPECT_TRUE(known.contains(std::string(spec.description))) << spec.name;
    for (LeverFamily const& family : lever_families()) EXPECT_TRUE(known.contains(std::string(family.name))) << family.name;
    for (MechanismKind const* kind : mechanism_catalogue()) {
        if (kind->interventions_follow) continue;  // never a cause: without it there is no intervention to look at
        EXPECT_TRUE(known.contains("mechanism " + std::string(kind->plugin.key))) << kind->plugin.key;
    }
}

TEST(Catalogue, picks_the_form_by_the_first_count) {
    auto const histories = [](std::uint64_t number, Language language) {
        return to_text(Message("{0} histories", {Count{number}}), language);
    };
    EXPECT_EQ(histories(1, Language::english), "1 history");
    EXPECT_EQ(histories(1'024, Language::english), "1,024 histories");
    EXPECT_EQ(histories(1, Language::german), "1 Verlauf");
    EXPECT_EQ(histories(1'024, Language::german), "1.024 Verläufe");
    EXPECT_EQ(histories(0, Language::german), "0 Verläufe");
}

TEST(Catalogue, keeps_what_it_does_not_know_in_english) {
    EXPECT_EQ(to_text(Message("no such sentence"), Language::german), "no such sentence");
    EXPECT_EQ(to_text(in_context("unit", "no such unit"), Language::german), "no such unit");
}

}  // namespace
}  // namespace micropol
