// Scales of stakeholder maps, as people write them.

#include "organisation/map_scales.h"

#include <gmock/gmock.h>

#include "organisation/map_words.h"

namespace micropol {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string shown(std::optional<Range> const& range) {
    if (!range) return "?";
    char text[40];
    (void)std::snprintf(text, sizeof text, "%.2f..%.2f", range->low, range->high);
    return text;
}
std::vector<std::string> shown(ReadScale const& read) {
    std::vector<std::string> all;
    for (auto const& within : read.within) all.push_back(shown(within));
    return all;
}
ReadScale amounts(std::vector<std::string> const& texts, std::string const& heading = "Influence") {
    return amounts_in(texts, heading);
}
// As said in private: half a step either way.
ReadScale attitudes(std::vector<std::string> const& texts, std::string const& heading = "Attitude") {
    return attitudes_in(texts, heading, std::vector<bool>(texts.size(), false));
}

TEST(MapScales, read_numbers_words_and_letters_of_influence) {
    EXPECT_THAT(shown(amounts({"1", "3", "5", "", "?", "n/a"})),
                ElementsAre("0.00..0.20", "0.40..0.60", "0.80..1.00", "?", "?", "?"));
    EXPECT_THAT(shown(amounts({"1", "2", "3"})), ElementsAre("0.00..0.33", "0.33..0.67", "0.67..1.00"));
    EXPECT_THAT(shown(amounts({"1", "2", "3"}, "Influence (1–5)")), ElementsAre("0.00..0.20", "0.20..0.40", "0.40..0.60"));
    EXPECT_THAT(shown(amounts({"H", "M", "L"})), ElementsAre("0.67..1.00", "0.33..0.67", "0.00..0.33"));
    EXPECT_THAT(shown(amounts({"sehr hoch", "hoch", "mittel", "gering"})),
                ElementsAre("0.80..1.00", "0.60..0.80", "0.40..0.60", "0.20..0.40"));
    EXPECT_THAT(shown(amounts({"3/5", "80 %", "***"})).at(0), "0.50..0.70");
    EXPECT_THAT(shown(amounts({"4 - high", "2 - low"})), ElementsAre("0.60..0.80", "0.20..0.40"));
}

TEST(MapScales, read_signs_words_and_numbers_of_attitude) {
    EXPECT_THAT(shown(attitudes({"--", "-", "0", "+", "++", "?"})),
                ElementsAre("-1.00..-0.75", "-0.75..-0.25", "-0.25..0.25", "0.25..0.75", "0.75..1.00", "?"));
    EXPECT_EQ(shown(attitudes({"-2", "−1", "0", "+1", "2"})), shown(attitudes({"--", "-", "0", "+", "++"}))) << "a real minus";
    EXPECT_EQ(shown(attitudes({"dagegen", "eher dagegen", "neutral", "eher dafür", "dafür"})),
              shown(attitudes({"--", "-", "0", "+", "++"})));
    EXPECT_THAT(shown(attitudes({"strongly against", "against", "rather against"})),
                ElementsAre("-1.00..-0.83", "-0.83..-0.50", "-0.50..-0.17"));
    EXPECT_EQ(shown(attitudes({"active support", "sehr kritisch", "leicht positiv", "offen"})),
              shown(attitudes({"strongly for", "strongly against", "rather for", "somewhat in favour"})));
    EXPECT_THAT(shown(attitudes({"1", "3", "5"})), ElementsAre("-1.00..-0.75", "-0.25..0.25", "0.75..1.00"));
    EXPECT_THAT(shown(attitudes({"-3", "3", "0"})), ElementsAre("-1.00..-0.83", "0.83..1.00", "-0.17..0.17"));
}

TEST(MapScales, take_a_dash_for_nothing_where_no_other_sign_is_written) {
    EXPECT_THAT(shown(attitudes({"for", "-", "against"})), ElementsAre("0.75..1.00", "?", "-1.00..-0.75"));
    EXPECT_THAT(shown(amounts({"4", "-", "–"})), ElementsAre("0.60..0.80", "?", "?"));
}

TEST(MapScales, let_what_is_voiced_be_a_step_lower_in_private) {
    std::vector<std::string> const texts{"+1", "+1", "++"};
    EXPECT_THAT(shown(attitudes_in(texts, "Attitude", {true, false, true})),
                ElementsAre("0.00..0.75", "0.25..0.75", "0.50..1.00"));
}

TEST(MapScales, name_what_they_cannot_read) {
    EXPECT_THAT(attitudes({"+1", "purple", "for"}).unreadable, ElementsAre(1u));
    EXPECT_THAT(amounts({"lots of it", "6", "high"}, "Influence (1-5)").unreadable, ElementsAre(0u, 1u));
    EXPECT_THAT(amounts({"", "?", "3"}).unreadable, IsEmpty());
}

TEST(MapWords, know_goals_in_both_languages) {
    EXPECT_EQ(goal_word("Karriere"), goal_word("career"));
    EXPECT_EQ(goal_word("Löhne"), std::nullopt);
    EXPECT_EQ(goal_word("Lohn"), 1u);
    EXPECT_EQ(goal_word("freedom"), std::nullopt);
    EXPECT_EQ(yes_or_no("ja"), true);
    EXPECT_EQ(yes_or_no("perhaps"), std::nullopt);
}

}  // namespace
}  // namespace micropol
