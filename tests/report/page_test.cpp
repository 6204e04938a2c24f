// The page holds together: nothing in it but its own script runs, and no name is more than a name.

#include "report/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/assets.h"
#include "report/write.h"

namespace micropol {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view hostile = "</script><img src=x onerror=\"alert('x')\">&amp;<!--";

TEST(ReportText, names_start_no_tag_and_no_attribute) {
    std::string const text = html_escaped(hostile);
    for (char const c : {'<', '>', '"', '\''}) EXPECT_EQ(text.find(c), std::string::npos) << c;
    EXPECT_THAT(text, HasSubstr("&amp;amp;"));
}

TEST(ReportText, data_end_no_script_and_read_back_the_same) {
    std::string const json = nlohmann::json(std::string(hostile)).dump();
    std::string const text = script_escaped(json);
    EXPECT_THAT(text, Not(HasSubstr("<")));
    EXPECT_EQ(nlohmann::json::parse(text), nlohmann::json::parse(json));
}

// Of the empty string, as every implementation of SHA-256 gives it.
TEST(ReportText, a_hash_is_written_as_a_content_policy_wants_it) {
    EXPECT_EQ(policy_hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
              "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

Document document_with(std::string_view text) {
    Phrase const name = Verbatim{std::string(text)};
    Table const table{.caption = name, .note = name, .columns = {name, name}, .rows = {{name, name}}};
    Section section{.id = "power", .heading = name};
    section.add({Paragraph{name}});
    section.add({List{{name}}});
    section.add({Facts{name, {{name, name, "▲", name}}}});
    section.add({Entries{{{name, name}}}});
    section.add({table});
    section.add({Figure{SlopeFigure{{{name, 1, 2, 1}}, Scale::share}, name, table}});
    section.add({Figure{IntervalsFigure{{{name, {1, 0, 2}, 1}}}, name, table}});
    section.add({Code{"yaml", std::string(text), name}});
    Document document;
    document.title = name, document.question = name, document.stamp = name;
    document.opening = document.verdict = document.closing = {{name, Paragraph::Tone::caution}};
    document.sections = {section};
    return document;
}

std::string page_with(std::string_view text, Language language = Language::english) {
    return write_html({document_with(text), document_with(text)}, language, "0.0.0");
}

std::size_t count_of(std::string_view part, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

TEST(ReportPage, holds_hostile_names_as_text_everywhere) {
    std::string const html = page_with(hostile);
    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, Not(HasSubstr("</script><")));
    EXPECT_THAT(html, HasSubstr("&lt;img"));
}

TEST(ReportPage, asks_for_nothing_and_runs_its_own_script_only) {
    std::string const html = page_with("Sales");
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
    EXPECT_THAT(html, HasSubstr("style-src '" + policy_hash(page_style_hash) + "'"));
    if (!page_script().empty()) {
        EXPECT_THAT(html, HasSubstr("script-src '" + policy_hash(page_script_hash) + "'"));
    }
    EXPECT_THAT(html, Not(HasSubstr("unsafe")));
    EXPECT_THAT(html, Not(HasSubstr(" src=")));
    EXPECT_THAT(html, Not(HasSubstr("<link")));
}

// Two figures in each of two documents, each with its table one click away.
TEST(ReportPage, has_a_table_for_every_figure) {
    std::string const html = page_with("Sales");
    EXPECT_EQ(count_of("<figure", html), page_script().empty() ? 0u : 4u);
    EXPECT_EQ(count_of("<details class=\"numbers\"", html), 4u);
    EXPECT_EQ(count_of("<table", html), 6u);
}

// However many studies are reported together: the more, the fewer figures there is room for.
TEST(ReportPage, leaves_off_paper_what_would_fill_more_than_eight_sheets) {
    std::vector<Document> const twelve(12, document_with("x"));  // two figures each
    auto const off_paper = [&](Paper paper, std::size_t documents) {
        return count_of("class=\"background\"", write_html({twelve.begin(), twelve.begin() + std::ptrdiff_t(documents)},
                                                           Language::english, "0.0.0", paper));
    };
    EXPECT_EQ(off_paper(Paper::brief, 6), 0u);
    EXPECT_EQ(off_paper(Paper::brief, 12), 8u);
    EXPECT_EQ(off_paper(Paper::full, 12), 0u);
}

TEST(ReportPage, gives_every_section_and_figure_a_name_of_its_own) {
    std::string const html = page_with("Sales");
    for (std::string const id : {"power-1", "power-2", "power-1-h", "power-2-h"})
        EXPECT_EQ(count_of("id=\"" + id + "\"", html), 1u) << id;
    EXPECT_EQ(count_of("href=\"#power-1\"", html), 1u);
    if (page_script().empty()) return;  // built without Node.js: a page without figures
    for (char const* id : {"figure-1", "figure-2", "figure-3", "figure-4"})
        EXPECT_EQ(count_of("<figure id=\"" + std::string(id) + "\"", html), 1u) << id;
}

TEST(ReportPage, speaks_the_language_it_is_asked_for) {
    EXPECT_THAT(page_with("Sales", Language::german), HasSubstr("<html lang=\"de\">"));
    EXPECT_THAT(page_with("Sales", Language::german), HasSubstr("Zu den Befunden"));
    EXPECT_THAT(page_with("Sales"), HasSubstr("Skip to the findings"));
}

}  // namespace
}  // namespace micropol
