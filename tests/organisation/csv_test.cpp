#include "organisation/csv.h"

#include <gmock/gmock.h>

#include "words/german.h"

namespace micropol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

RowTable parsed(std::string_view text) {
    std::vector<Problem> problems;
    RowTable table = parse_csv(text, "people.csv", problems);
    EXPECT_TRUE(problems.empty()) << to_text(problems[0], Language::english);
    return table;
}

std::string problem_of(std::string_view text) {
    std::vector<Problem> problems;
    RowTable const table = parse_csv(text, "people.csv", problems);
    EXPECT_EQ(problems.size(), 1u);
    EXPECT_THAT(untranslated(problems), testing::IsEmpty());
    return problems.empty() ? "" : to_text(problems[0], Language::english);
}

TEST(Csv, reads_rows_with_their_lines) {
    RowTable const table = parsed("id,name\n1, Ada \n\n2,Zoë\n");
    EXPECT_THAT(table.columns, ElementsAre("id", "name"));
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_THAT(table.rows[0].fields, ElementsAre("1", "Ada"));
    EXPECT_EQ(table.rows[0].line, 2);
    EXPECT_THAT(table.rows[1].fields, ElementsAre("2", "Zoë"));
    EXPECT_EQ(table.rows[1].line, 4);
}

TEST(Csv, reads_quoted_fields) {
    RowTable const table = parsed("id,name\n1,\"Smith, \"\"Jo\"\"\"\n2,\"two\nlines\" \n3,x");
    EXPECT_EQ(table.rows[0].fields[1], "Smith, \"Jo\"");
    EXPECT_EQ(table.rows[1].fields[1], "two\nlines");
    EXPECT_EQ(table.rows[2].line, 5);
}

TEST(Csv, guesses_the_separator) {
    EXPECT_THAT(parsed("id;name;a,b\n1;x;y\n").columns, ElementsAre("id", "name", "a,b"));
    EXPECT_THAT(parsed("id\tname\n1\tx y\n").rows[0].fields, ElementsAre("1", "x y"));
    EXPECT_THAT(parsed("\"a;b;c\",d\n1,2\n").columns, ElementsAre("a;b;c", "d"));
}

TEST(Csv, accepts_every_line_end) {
    for (char const* text : {"a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "a,b\r1,2\r3,4\r"}) {
        RowTable const table = parsed(text);
        ASSERT_EQ(table.rows.size(), 2u);
        EXPECT_THAT(table.rows[1].fields, ElementsAre("3", "4"));
        EXPECT_EQ(table.rows[1].line, 3);
    }
}

TEST(Csv, skips_the_empty_rows_that_spreadsheets_leave) { EXPECT_EQ(parsed("a,b\n1,2\n,\n\n").rows.size(), 1u); }

TEST(Csv, says_what_is_wrong_and_where) {
    EXPECT_EQ(problem_of("a,b\n1,2\n1,2,3\n"), "people.csv:3:3: row has 3 fields (the first row names 2 columns)");
    EXPECT_EQ(problem_of("a,b\n1\n"), "people.csv:2:2: row has 1 field (the first row names 2 columns)");
    EXPECT_EQ(
        problem_of("a,b\n1,\"x\n"),
        "people.csv:2:2: a quote that is never closed (it opens here and the file ends); close it, or write two quotes for one that is meant");
    EXPECT_THAT(problem_of("a,b\n\"x\"y,2\n"), HasSubstr("people.csv:2:1: text after a closing quote"));
    EXPECT_THAT(problem_of("a,b\nx\"y,2\n"), HasSubstr("people.csv:2:1: a quote inside a field"));
    EXPECT_EQ(problem_of("a,b,a\n1,2,3\n"), "people.csv:1:3: column 'a' appears twice; rename one of them");
    EXPECT_THAT(problem_of("\n\n"), HasSubstr("empty"));
    EXPECT_THAT(problem_of(std::string(1001, ',') + "x\n"), HasSubstr("too many columns"));
}

TEST(Text, refuses_what_is_not_utf8) {
    auto const refused = [](std::string_view text) {
        std::vector<Problem> problems;
        return !check_text(text, "people.csv", problems) && problems.size() == 1;
    };
    EXPECT_FALSE(refused("Zoë, 王, 🙂\t\r\n"));
    for (std::string_view const text : {"\xff", "caf\xe9", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
                                        "\xf5\x80\x80\x80", "\xe2\x82", "\x1b[31m", "\x7f"})
        EXPECT_TRUE(refused(text));
    EXPECT_TRUE(refused(std::string_view("a\0b", 3)));
    std::vector<Problem> problems;
    (void)check_text("ok\nok\n\xff", "people.csv", problems);
    EXPECT_EQ(problems[0].place.line, 3);
}

}  // namespace
}  // namespace micropol
