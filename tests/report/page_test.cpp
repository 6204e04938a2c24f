// The page holds together: nothing in it but its own script runs, and no name is more than a name.

#include "report/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "outcomes/outcome.h"
#include "report/assets.h"
#include "report/outcome_words.h"

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

Page page_with(std::string_view name, Language language = Language::english) {
    ReportOptions options;
    options.language = language;
    Page page(options);
    page.set_title(name, name);
    page.add_headline(name, name);
    page.begin_section("power", name);
    page.say(name);
    page.list({std::string(name)});
    page.figure("slope", nlohmann::json{{"rows", nlohmann::json::array({{{"name", std::string(name)}}})}}.dump(), name,
                {std::string(name), {std::string(name)}, {{std::string(name)}}});
    return page;
}

TEST(ReportPage, holds_hostile_names_as_text_everywhere) {
    std::string const html = page_with(hostile).html();
    EXPECT_THAT(html, Not(HasSubstr("<img")));
    EXPECT_THAT(html, Not(HasSubstr("</script><")));
    EXPECT_THAT(html, HasSubstr("&lt;img"));
}

TEST(ReportPage, asks_for_nothing_and_runs_its_own_script_only) {
    std::string const html = page_with("Sales").html();
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
    EXPECT_THAT(html, HasSubstr("style-src '" + policy_hash(page_style_hash) + "'"));
    if (!page_script().empty()) {
        EXPECT_THAT(html, HasSubstr("script-src '" + policy_hash(page_script_hash) + "'"));
    }
    EXPECT_THAT(html, Not(HasSubstr("unsafe")));
    EXPECT_THAT(html, Not(HasSubstr(" src=")));
    EXPECT_THAT(html, Not(HasSubstr("<link")));
}

TEST(ReportPage, has_a_table_for_every_figure) {
    std::string const html = page_with("Sales").html();
    EXPECT_THAT(html, HasSubstr("<table"));
    EXPECT_EQ(html.find("<figure") != std::string::npos, !page_script().empty());
}

TEST(ReportWords, every_word_exists_in_both_languages) {
    for (PageWords const& entry : all_words()) {
        EXPECT_FALSE(entry.german.empty()) << entry.key;
        EXPECT_FALSE(entry.english.empty()) << entry.key;
        for (char const gap : {'0', '1', '2', '3', '4'}) {
            std::string const mark = std::string("{") + gap + '}';
            EXPECT_EQ(entry.english.find(mark) == std::string::npos, entry.german.find(mark) == std::string::npos) << entry.key;
        }
    }
}

TEST(ReportWords, every_outcome_has_a_german_label) {
    for (OutcomeKind const* kind : outcome_catalogue()) {
        bool const there = std::ranges::any_of(outcome_words(),
                                               [&](PageWords const& label) { return label.key == kind->plugin.key; });
        EXPECT_TRUE(there) << kind->plugin.key;
    }
}

TEST(ReportNumbers, are_written_as_the_language_writes_them) {
    EXPECT_EQ(localised(Language::german, "1,024.5"), "1.024,5");
    EXPECT_EQ(localised(Language::german, "▲ +3 points (−2 to 5)"), "▲ +3 Punkte (−2 bis 5)");
    EXPECT_EQ(localised(Language::english, "1,024.5"), "1,024.5");
    EXPECT_EQ(level_said(Language::german, {.mean = 0.41, .low = 0.37, .high = 0.45}, Unit::share), "41 % (37–45)");
}

}  // namespace
}  // namespace micropol
