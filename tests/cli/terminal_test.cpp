// What is seen on terminals of different widths.

#include "cli/terminal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace micropol::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> split(std::string const& text, std::string const& at) {
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= text.size();) {
        std::size_t const end = std::min(text.find(at, start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + at.size();
    }
    return parts;
}

std::string const erase = "\x1b[K";

TEST(Terminal, help_fits_into_its_columns) {
    for (unsigned short const columns : {40, 72, 100})
        for (std::string const verb : {"", "run", "compare", "sweep", "explain", "results", "report", "validate", "describe",
                                       "new", "schema", "completion"}) {
            auto const words = verb.empty() ? std::vector<std::string>{"--help"} : std::vector<std::string>{verb, "--help"};
            for (std::string const& line : split(written_to_terminal(words, columns), "\n")) {
                // What cannot be broken may stand out: a path, the words to choose from.
                bool const one_word = line.find(' ', line.find_first_not_of(" -")) == std::string::npos;
                bool const option_with_choices = line.starts_with("  --") && line.find('|') != std::string::npos;
                bool const command = line.find("scenarios/") != std::string::npos || line.find("  --") == 4;
                if (!one_word && !option_with_choices && !command) {
                    EXPECT_LE(columns_of(line), columns) << line;
                }
                EXPECT_LE(columns_of(line), 100u) << line;
            }
        }
}

TEST(Terminal, help_has_its_descriptions_in_one_column) {
    std::vector<std::string> const lines = split(run({"run", "--help"}).output, "\n");
    std::size_t column = 0;
    for (std::string const& line : lines) {
        if (!line.starts_with("  --") || line.find('|') != std::string::npos) continue;
        std::size_t const gap = line.find("  ", 4), start = line.find_first_not_of(' ', gap);
        ASSERT_NE(start, std::string::npos) << line;
        if (column == 0) column = start;
        EXPECT_EQ(start, column) << line;
    }
    EXPECT_GT(column, 10u);
}

TEST(Terminal, progress_never_wraps_and_is_drawn_over) {
    Folder const folder;
    std::string const file = folder.write("a.yaml", tiny_company);
    for (unsigned short const columns : {20, 40, 60, 80, 140}) {
        std::string const text = written_to_terminal({"run", file, "--runs", "640", "--weeks", "40", "--threads", "1"}, columns);
        std::vector<std::string> const drawn = split(text.substr(0, text.find('\n')), erase);
        ASSERT_GE(drawn.size(), 3u) << text;  // nothing, the beginning, the end
        EXPECT_EQ(drawn.front(), "");
        for (std::string const& line : drawn) EXPECT_LT(columns_of(line), columns) << line;
        if (columns >= 80) {
            EXPECT_THAT(drawn.back(), HasSubstr("640 histories"));
            EXPECT_THAT(drawn.back(), HasSubstr("████████████████████"));
        }
        if (columns == 140) {
            EXPECT_THAT(drawn.back(), HasSubstr("(40 blocks of 16), 1 thread"));
        }
    }
}

TEST(Terminal, messages_stand_on_lines_of_their_own) {
    Folder const folder;
    std::string const file = folder.write("a.yaml", tiny_company + "strategies:\n  idle:\n    interventions: []\n");
    std::string const text = written_to_terminal(
        {"compare", file, "--until-ci", "0.0001", "--runs", "768", "--weeks", "4", "--threads", "1"}, 100);
    std::size_t const message = text.find("the widest interval is");
    ASSERT_NE(message, std::string::npos) << text;
    std::size_t const line = text.rfind('\n', message) + 1;
    EXPECT_THAT(text.substr(line, message - line), HasSubstr(erase));  // what stood there is gone
    std::string const on_it = text.substr(text.rfind(erase, message) + erase.size(), message);
    EXPECT_THAT(on_it.substr(0, on_it.find("the widest")), Not(HasSubstr("histories")));
}

TEST(Terminal, without_one_there_is_no_progress) {
    Folder const folder;
    Outcome const said = run({"run", folder.write("a.yaml", tiny_company), "--runs", "64", "--weeks", "4"});
    EXPECT_EQ(said.code, 0);
    EXPECT_EQ(said.errors, "");
    std::string const quiet = written_to_terminal(
        {"run", folder.write("a.yaml", tiny_company), "--runs", "64", "--weeks", "4", "--no-progress"}, 100);
    EXPECT_THAT(quiet, Not(HasSubstr(erase)));
}

}  // namespace
}  // namespace micropol::cli
