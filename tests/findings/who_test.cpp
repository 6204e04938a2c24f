#include "findings/who.h"

#include <gtest/gtest.h>

#include "words/text.h"

namespace micropol {
namespace {

std::string english(Phrase const& phrase) { return to_text(phrase, Language::english); }
std::string german(Phrase const& phrase) { return to_text(phrase, Language::german); }

TEST(Who, names_the_group_that_something_is_for) {
    Target target;
    EXPECT_EQ(english(whom(target)), "");
    EXPECT_EQ(english(for_whom(lever("training"), target)), "training");
    target.departments = {"Sales"}, target.levels = {3}, target.who = Who::losers;
    EXPECT_EQ(english(whom(target)), "Sales, level 3, losers");
    EXPECT_EQ(german(for_whom(lever("loss_compensation"), target)), "Verlustausgleich (Sales, Ebene 3, Verlierende)");
    Target few;
    few.people = {"a", "b", "c", "d", "e"}, few.top = {1, Ranking::power};
    EXPECT_EQ(english(whom(few)), "5 people, top 1 by power");
    EXPECT_EQ(german(whom(few)), "5 Personen, Top 1: Macht");
    few.people = {"a"};
    EXPECT_EQ(english(whom(few)), "one person, top 1 by power");
}

TEST(Who, says_every_group_and_ranking_in_german) {
    for (std::size_t who = 1; who < std::size(who_names); ++who) {
        Target target;
        target.who = Who(who);
        EXPECT_EQ(english(whom(target)), who_names[who]);
        EXPECT_NE(german(whom(target)), who_names[who]);
    }
    for (std::size_t by = 0; by < std::size(ranking_names); ++by) {
        Target target;
        target.top = {3, Ranking(by)};
        EXPECT_EQ(english(whom(target)), "top 3 by " + std::string(ranking_names[by]));
        EXPECT_NE(german(whom(target)), english(whom(target)));
    }
}

// English words in names of departments stay as they are.
TEST(Who, leaves_names_of_departments_as_they_are) {
    for (std::string const its_name : {"level 3", "people", "top floor by night", "losers", "a, b", "power", "status"}) {
        Target target;
        target.departments = {its_name};
        EXPECT_EQ(german(whom(target)), its_name);
        EXPECT_EQ(german(department(its_name)), its_name);
        EXPECT_EQ(german(in_department(its_name)), "der Abteilung " + its_name);
    }
    EXPECT_EQ(english(department(small_department)), "a small department");
    EXPECT_EQ(german(in_department(small_department)), "einer kleinen Abteilung");
}

TEST(Who, says_of_the_lowest_level_that_nobody_reports_to_it) {
    EXPECT_EQ(english(ranked("Sales", 0)), "Sales, no reports");
    EXPECT_EQ(english(ranked("Sales-1", 2)), "Sales-1, level 2");
}

}  // namespace
}  // namespace micropol
