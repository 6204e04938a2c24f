// No name and no small group of people who exist is shown unless it is asked for.

#include "organisation/privacy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/random.h"

namespace micropol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<bool> shown(std::vector<std::size_t> const& sizes, std::size_t smallest = 10) {
    return shown_singly(sizes, smallest);
}

TEST(SmallGroups, large_ones_are_shown) { EXPECT_THAT(shown({10, 25, 11}), ElementsAre(true, true, true)); }

TEST(SmallGroups, a_single_small_one_takes_the_next_larger_with_it) {
    EXPECT_THAT(shown({40, 3, 20, 30}), ElementsAre(true, false, false, true));
}

TEST(SmallGroups, two_small_ones_that_are_few_people_together_take_a_third) {
    EXPECT_THAT(shown({40, 3, 20, 4}), ElementsAre(true, false, false, false));
    EXPECT_THAT(shown({40, 6, 20, 4}), ElementsAre(true, false, true, false));
}

TEST(SmallGroups, of_equal_ones_the_later_is_hidden) { EXPECT_THAT(shown({20, 3, 20}), ElementsAre(true, false, false)); }

TEST(SmallGroups, empty_ones_tell_of_nobody) { EXPECT_THAT(shown({0, 12, 12}), ElementsAre(true, true, true)); }

TEST(SmallGroups, nothing_is_shown_where_everything_is_small) { EXPECT_THAT(shown({3, 4}), ElementsAre(false, false)); }

// The law, over sizes drawn from one seed: what is hidden cannot be computed from the total.
TEST(SmallGroups, hidden_ones_never_are_one_or_few_people) {
    Stream chance(1, 0, purpose("test: small groups"));
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::size_t> sizes(1 + chance.below(8));
        for (std::size_t& size : sizes) size = chance.below(40);
        auto const which = shown(sizes);
        std::size_t groups = 0, people = 0, left = 0;
        for (std::size_t k = 0; k < sizes.size(); ++k) {
            if (which[k]) {
                EXPECT_TRUE(sizes[k] == 0 || sizes[k] >= 10);
                left += sizes[k];
            } else
                ++groups, people += sizes[k];
        }
        if (groups > 0 && left > 0) {
            EXPECT_GE(groups, 2u);
            EXPECT_GE(people, 10u);
        }
    }
}

Organisation company(std::size_t sales, std::size_t board, bool backwards = false) {
    Organisation made;
    made.departments = {{.name = "Sales"}, {.name = "Board"}};
    auto const join = [&](std::string const& name, std::uint16_t department) {
        made.id.push_back(name), made.person.push_back(name), made.department.push_back(department);
    };
    for (std::size_t i = 0; i < sales; ++i) join("Anna " + std::to_string(backwards ? sales - 1 - i : i), 0);
    for (std::size_t i = 0; i < board; ++i) join("Bert " + std::to_string(backwards ? board - 1 - i : i), 1);
    return made;
}

Organisation hidden(Organisation company) {
    hide_names(company, 10);
    return company;
}

TEST(Pseudonyms, tell_the_department_and_a_rank_and_nothing_of_the_name) {
    Organisation const made = hidden(company(30, 30));
    for (std::uint32_t i = 0; i < made.headcount(); ++i) {
        EXPECT_THAT(made.called(i), Not(HasSubstr(made.id[i].substr(0, 4))));
        EXPECT_THAT(made.called(i), testing::StartsWith(made.departments[made.department[i]].name + ' '));
    }
    EXPECT_EQ(std::set<std::string>(made.person.begin(), made.person.end()).size(), made.headcount());
}

TEST(Pseudonyms, are_the_same_whatever_the_order_of_people) {
    Organisation const once = hidden(company(30, 30)), again = hidden(company(30, 30, true));
    for (std::uint32_t i = 0; i < once.headcount(); ++i) EXPECT_EQ(once.called(i), again.called(again.find(once.id[i])));
}

TEST(Pseudonyms, stand_in_another_order_among_other_people) {
    Organisation const once = hidden(company(30, 30)), other = hidden(company(30, 31));
    std::size_t same = 0;
    for (std::uint32_t i = 0; i < 30; ++i) same += once.called(i) == other.called(i);
    EXPECT_LT(same, 15u);
}

TEST(Pseudonyms, do_not_give_away_a_small_department) {
    Organisation const made = hidden(company(30, 3));
    for (std::string const& name : made.person) EXPECT_THAT(name, testing::StartsWith("Person "));
    EXPECT_THAT(departments_as_shown(made), testing::Each(small_department));
}

TEST(Pseudonyms, are_nobodys_id) {
    Organisation made = company(30, 30);
    made.id[31] = hidden(made).person[0];
    made = hidden(std::move(made));
    for (std::string const& name : made.person) EXPECT_THAT(made.id, Not(testing::Contains(name)));
}

TEST(Pseudonyms, people_answer_to_them_as_to_their_ids) {
    Organisation const open = company(30, 30), made = hidden(open);
    EXPECT_EQ(made.find("Anna 7"), 7u);
    EXPECT_EQ(made.find(made.called(7)), 7u);
    EXPECT_EQ(open.find(made.called(7)), nobody);
}

}  // namespace
}  // namespace micropol
