#include "base/utf8.h"

#include <gtest/gtest.h>

namespace micropol {
namespace {

TEST(Utf8, knows_its_characters) {
    EXPECT_EQ(first_character("aä").bytes, 1u);
    EXPECT_EQ(first_character("ä").value, U'ä');
    EXPECT_EQ(first_character("李x").bytes, 3u);
    EXPECT_EQ(first_character("\xf4\x8f\xbf\xbf").value, char32_t{0x10ffff});
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("Müller, \"Ann\" 李 \xf0\x9f\x98\x80"));
}

TEST(Utf8, refuses_what_is_none) {
    for (char const* text : {"\x80", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf0\x80\x80\xaf", "\xf4\x90\x80\x80",
                             "\xf5\x80\x80\x80", "a\xff", "\xe6\x9d"})
        EXPECT_FALSE(is_utf8(text)) << text;
}

}  // namespace
}  // namespace micropol
