// No name and no small group of people who exist is shown unless it is asked for.

#include "results/privacy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
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

std::vector<NamedPerson> people(std::size_t sales, std::size_t others) {
    std::vector<NamedPerson> all;
    for (std::size_t i = 0; i < sales; ++i) all.push_back({"Anna " + std::to_string(i), 0});
    for (std::size_t i = 0; i < others; ++i) all.push_back({"Bert " + std::to_string(i), 1});
    return all;
}
std::vector<std::string> const departments{"Sales", "Board"};

TEST(Pseudonyms, tell_the_department_and_a_rank_and_nothing_of_the_name) {
    auto const all = people(30, 30);
    Pseudonyms const names(all, departments, "key", 10);
    std::set<std::string> different;
    for (NamedPerson const& person : all) {
        std::string const name = names.of(person.id);
        EXPECT_THAT(name, Not(HasSubstr("Anna")));
        EXPECT_THAT(name, testing::StartsWith(departments[person.department] + ' '));
        different.insert(name);
    }
    EXPECT_EQ(different.size(), all.size());
    EXPECT_EQ(names.of("a stranger"), "Somebody");
}

TEST(Pseudonyms, are_the_same_whatever_the_order_of_people) {
    auto all = people(30, 30);
    Pseudonyms const once(all, departments, "key", 10);
    std::reverse(all.begin(), all.end());
    Pseudonyms const again(all, departments, "key", 10);
    for (NamedPerson const& person : all) EXPECT_EQ(once.of(person.id), again.of(person.id));
}

TEST(Pseudonyms, hang_on_the_key) {
    auto const all = people(30, 30);
    Pseudonyms const once(all, departments, "key", 10), other(all, departments, "another key", 10);
    std::size_t same = 0;
    for (NamedPerson const& person : all) same += once.of(person.id) == other.of(person.id);
    EXPECT_LT(same, all.size() / 2);
}

TEST(Pseudonyms, do_not_give_away_a_small_department) {
    auto const all = people(30, 3);
    Pseudonyms const names(all, departments, "key", 10);
    for (NamedPerson const& person : all) EXPECT_THAT(names.of(person.id), testing::StartsWith("Small departments "));
}

}  // namespace
}  // namespace micropol
