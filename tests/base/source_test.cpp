#include "base/source.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/parameter.h"
#include "base/unit.h"

namespace micropol {
namespace {

TEST(Source, every_key_is_unique_and_found) {
    std::set<std::string_view> keys;
    for (Source const& source : sources()) {
        EXPECT_TRUE(keys.insert(source.key).second) << source.key << " is listed twice";
        ASSERT_NE(find_source(source.key), nullptr);
        EXPECT_EQ(find_source(source.key)->citation, source.citation);
    }
    EXPECT_FALSE(keys.empty());
    EXPECT_FALSE(keys.contains(assumed)) << "that word means that there is no source";
}

TEST(Source, a_key_ends_in_the_year_that_the_citation_names) {
    for (Source const& source : sources()) {
        std::string const year(source.key.substr(source.key.rfind('_') + 1));
        EXPECT_NE(source.citation.find('(' + year + ')'), std::string_view::npos) << source.key;
    }
}

TEST(Source, an_unknown_key_is_not_found) { EXPECT_EQ(find_source("nobody_1900"), nullptr); }

TEST(Unit, every_unit_has_a_name_of_its_own) {
    std::set<std::string_view> names;
    for (int unit = 0; unit <= int(Unit::code); ++unit) {
        std::string_view const name = name_of(Unit(unit));
        EXPECT_FALSE(name.empty());
        EXPECT_NE(name, "?");
        EXPECT_TRUE(names.insert(name).second) << name;
    }
}

}  // namespace
}  // namespace micropol
