#include "words/problem.h"

#include <gtest/gtest.h>

#include <array>

namespace micropol {
namespace {

using namespace std::string_view_literals;

TEST(Problem, reads_place_what_why_suggestion) {
    EXPECT_EQ(
        to_text(Problem{{"a.yaml", 3, 7}, "unknown key 'x'", "culture knows: rivalry", "did you mean 'y'?"}, Language::english),
        "a.yaml:3:7: unknown key 'x' (culture knows: rivalry) did you mean 'y'?");
}

TEST(Problem, leaves_out_what_is_not_known) {
    EXPECT_EQ(to_text(Problem{{"a.yaml", 3, 0}, "wrong", "", ""}, Language::english), "a.yaml:3: wrong");
    EXPECT_EQ(to_text(Problem{{"a.yaml", 0, 7}, "wrong", "", ""}, Language::english), "a.yaml: wrong");
    EXPECT_EQ(to_text(Problem{{}, "wrong", "because", ""}, Language::english), "wrong (because)");
    EXPECT_EQ(to_text(Problem{{"--set", 0, 0}, "wrong", "", "write it so"}, Language::english), "--set: wrong write it so");
}

TEST(InvalidInput, shows_every_problem_on_its_line) {
    InvalidInput const invalid({Problem{{"a", 1, 1}, "first", "", ""}, Problem{{"a", 2, 1}, "second", "", ""}});
    EXPECT_STREQ(invalid.what(), "a:1:1: first\na:2:1: second");
    EXPECT_EQ(invalid.problems().size(), 2u);
    EXPECT_STREQ(InvalidInput(Problem{{}, "alone", "", ""}).what(), "alone");
}

TEST(DidYouMean, finds_a_name_within_two_edits) {
    std::string_view const known[] = {"susceptibility", "confidence_bound", "run", "trust"};
    EXPECT_EQ(did_you_mean("suceptibility", known), "did you mean 'susceptibility'?");       // one missing
    EXPECT_EQ(did_you_mean("susceptibillity", known), "did you mean 'susceptibility'?");     // one too many
    EXPECT_EQ(did_you_mean("confidence-bound", known), "did you mean 'confidence_bound'?");  // one other
    EXPECT_EQ(did_you_mean("urn", known), "did you mean 'run'?");                            // two swapped
    EXPECT_EQ(did_you_mean("truts", known), "did you mean 'trust'?");
    EXPECT_EQ(did_you_mean("conifdence_buond", known), "did you mean 'confidence_bound'?");
}

TEST(DidYouMean, is_silent_where_nothing_is_near) {
    std::string_view const known[] = {"run", "power", "ab"};
    EXPECT_EQ(did_you_mean("governance", known), "");
    EXPECT_EQ(did_you_mean("xyz", known), "");  // three of three letters differ
    EXPECT_EQ(did_you_mean("cd", known), "");   // two edits would turn any two letters into any others
    EXPECT_EQ(did_you_mean("", known), "");
    EXPECT_EQ(did_you_mean("run", std::span<std::string_view const>{}), "");
}

TEST(DidYouMean, prefers_the_nearest_then_the_first) {
    std::string const known[] = {"weeks", "week", "weak"};
    EXPECT_EQ(did_you_mean("wek", known), "did you mean 'week'?");
    EXPECT_EQ(did_you_mean("wekk", known), "did you mean 'week'?");
}

TEST(Listed, joins_as_one_speaks) {
    EXPECT_EQ(listed(std::span<std::string_view const>{}), "");
    EXPECT_EQ(listed(std::array{"a"sv}), "a");
    EXPECT_EQ(listed(std::array{"a"sv, "b"sv}), "a and b");
    EXPECT_EQ(listed(std::array{"a"sv, "b"sv, "c"sv}), "a, b and c");
}

}  // namespace
}  // namespace micropol
