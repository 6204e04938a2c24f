#include "words/problem.h"

#include <gtest/gtest.h>

#include <array>

#include "words/text.h"

namespace micropol {
namespace {

using namespace std::string_view_literals;

// A question, an order, and a cause that names something: every combination is one sentence in both languages.
TEST(Problem, reads_as_a_sentence) {
    Place const place{"a.yaml", 3, 7};
    Message const what("unknown key '{0}'", {name("rivalri")}), why("'{0}' knows {1}", {name("culture"), name("rivalry")}),
        guess = did_you_mean("rivalri", std::array{"rivalry"sv});
    struct Case {
        Problem problem;
        char const *english, *german;
    };
    for (auto const& [problem, english, german] :
         {Case{{place, what, {}, {}}, "a.yaml:3:7: unknown key 'rivalri'", "a.yaml:3:7: unbekannter Schlüssel 'rivalri'"},
          Case{{place, what, why, {}},
               "a.yaml:3:7: unknown key 'rivalri' ('culture' knows rivalry)",
               "a.yaml:3:7: unbekannter Schlüssel 'rivalri' ('culture' kennt rivalry)"},
          Case{{place, what, {}, guess},
               "a.yaml:3:7: unknown key 'rivalri'; did you mean 'rivalry'?",
               "a.yaml:3:7: unbekannter Schlüssel 'rivalri'; ist 'rivalry' gemeint?"},
          Case{{place, what, why, guess},
               "a.yaml:3:7: unknown key 'rivalri' ('culture' knows rivalry); did you mean 'rivalry'?",
               "a.yaml:3:7: unbekannter Schlüssel 'rivalri' ('culture' kennt rivalry); ist 'rivalry' gemeint?"},
          Case{{{"a.csv"}, "cannot be read", "there is no such file", {}},
               "a.csv: cannot be read (there is no such file)",
               "a.csv: nicht lesbar (die Datei gibt es nicht)"},
          Case{{{"--set"}, "an alias", "not part of the scenario format", "write the values out"},
               "--set: an alias (not part of the scenario format); write the values out",
               "--set: ein Alias (gehört nicht zum Szenarioformat); die Werte ausschreiben"}}) {
        EXPECT_EQ(to_text(problem, Language::english), english);
        EXPECT_EQ(to_text(problem, Language::german), german);
    }
}

TEST(Problem, leaves_out_what_is_not_known) {
    EXPECT_EQ(to_text(Problem{{"a.yaml", 3, 0}, "wrong"}, Language::english), "a.yaml:3: wrong");
    EXPECT_EQ(to_text(Problem{{"a.yaml", 0, 7}, "wrong"}, Language::english), "a.yaml: wrong");
    EXPECT_EQ(to_text(Problem{{}, "wrong", "because"}, Language::english), "wrong (because)");
    EXPECT_EQ(to_text(Problem{.what = "wrong", .suggestion = "write it so"}, Language::english), "wrong; write it so");
}

TEST(InvalidInput, shows_every_problem_on_its_line) {
    InvalidInput const invalid({Problem{{"a", 1, 1}, "first", "", ""}, Problem{{"a", 2, 1}, "second", "", ""}});
    EXPECT_STREQ(invalid.what(), "a:1:1: first\na:2:1: second");
    EXPECT_EQ(invalid.problems().size(), 2u);
    EXPECT_STREQ(InvalidInput(Problem{{}, "alone", "", ""}).what(), "alone");
}

std::string guess(std::string_view given, std::span<std::string_view const> known) {
    return to_text(did_you_mean(given, known), Language::english);
}

TEST(DidYouMean, finds_a_name_within_two_edits) {
    std::string_view const known[] = {"susceptibility", "confidence_bound", "run", "trust"};
    EXPECT_EQ(guess("suceptibility", known), "did you mean 'susceptibility'?");       // one missing
    EXPECT_EQ(guess("susceptibillity", known), "did you mean 'susceptibility'?");     // one too many
    EXPECT_EQ(guess("confidence-bound", known), "did you mean 'confidence_bound'?");  // one other
    EXPECT_EQ(guess("urn", known), "did you mean 'run'?");                            // two swapped
    EXPECT_EQ(guess("truts", known), "did you mean 'trust'?");
    EXPECT_EQ(guess("conifdence_buond", known), "did you mean 'confidence_bound'?");
}

TEST(DidYouMean, is_silent_where_nothing_is_near) {
    std::string_view const known[] = {"run", "power", "ab"};
    EXPECT_EQ(guess("governance", known), "");
    EXPECT_EQ(guess("xyz", known), "");  // three of three letters differ
    EXPECT_EQ(guess("cd", known), "");   // two edits would turn any two letters into any others
    EXPECT_EQ(guess("", known), "");
    EXPECT_EQ(guess("run", std::span<std::string_view const>{}), "");
}

TEST(DidYouMean, prefers_the_nearest_then_the_first) {
    std::string_view const known[] = {"weeks", "week", "weak"};
    EXPECT_EQ(guess("wek", known), "did you mean 'week'?");
    EXPECT_EQ(guess("wekk", known), "did you mean 'week'?");
}

// Whoever gives a name as long as a file waits for no guess, and reads no more of it than anybody would.
TEST(DidYouMean, gives_up_on_what_is_too_long) {
    std::string const given(100'000, 'a'), almost = given + 'b';
    std::vector<std::string_view> const known(50, almost);
    EXPECT_EQ(guess(given, known), "");
}

TEST(Problems, shorten_names_in_what_is_wrong_but_not_what_to_do) {
    std::string const name_of_many = std::string(199, 'x') + "äöü" + std::string(100'000, 'y');
    Problem const problem{
        {"a"}, Message("there is nobody with id '{0}'", {name(name_of_many)}), name(name_of_many), name(name_of_many)};
    std::string const said = to_text(problem, Language::english);
    EXPECT_TRUE(
        said.starts_with("a: there is nobody with id '" + std::string(199, 'x') + "…' (" + std::string(199, 'x') + "…); "));
    EXPECT_TRUE(said.ends_with('y'));
}

TEST(Listed, joins_as_one_speaks) {
    EXPECT_EQ(to_text(listed(std::span<std::string_view const>{}), Language::english), "");
    EXPECT_EQ(to_text(listed(std::array{"a"sv}), Language::english), "a");
    EXPECT_EQ(to_text(listed(std::array{"a"sv, "b"sv}), Language::english), "a and b");
    EXPECT_EQ(to_text(listed(std::array{"a"sv, "b"sv, "c"sv}), Language::english), "a, b and c");
}

}  // namespace
}  // namespace micropol
