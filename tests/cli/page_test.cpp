// The real program makes a live page. What the page does is tested in a browser: tests/live.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr bool makes_pages = MICROPOL_HAS_LIVE_PAGE;

TEST(PageVerb, says_how_to_build_it_where_it_cannot) {
    if (makes_pages) GTEST_SKIP() << "this build makes pages";
    Folder const folder;
    Outcome const said = run({"page", folder.write("a.yaml", tiny_company), "--output", (folder / "a.html").string()});
    EXPECT_EQ(said.code, 1);
    EXPECT_THAT(said.errors, HasSubstr("./dev page"));
}

TEST(PageVerb, wants_a_file_to_write) {
    Folder const folder;
    Outcome const said = run({"page", folder.write("a.yaml", tiny_company)});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.errors, HasSubstr("--output"));
}

TEST(PageVerb, refuses_a_scenario_with_mistakes) {
    Folder const folder;
    Outcome const said = run(
        {"page", folder.write("a.yaml", "micropol: 1\ncultur: {}\n"), "--output", (folder / "a.html").string()});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, HasSubstr("cultur"));
    EXPECT_FALSE(fs::exists(folder / "a.html"));
}

std::string page_of(Folder const& folder, std::string const& scenario) {
    Outcome const said = run(
        {"page", folder.write("a.yaml", scenario), "--set", "runs.weeks=4", "--output", (folder / "a.html").string()});
    EXPECT_EQ(said.code, 0) << said.errors;
    return content_of(folder / "a.html");
}

TEST(PageVerb, names_no_folder_and_asks_no_network) {
    if (!makes_pages) GTEST_SKIP() << "this build makes no pages";
    Folder const folder;
    std::string const page = page_of(folder, tiny_company);
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    EXPECT_THAT(page, HasSubstr("a.yaml"));
    EXPECT_THAT(page, Not(HasSubstr(folder.write("b", ""))));
    EXPECT_THAT(page, Not(HasSubstr("/micropol-")));  // the folder of this test
}

TEST(PageVerb, keeps_a_hostile_title_a_title) {
    if (!makes_pages) GTEST_SKIP() << "this build makes no pages";
    Folder const folder;
    constexpr char const* hostile = "</script><img src=x onerror=alert(1)>";
    std::string scenario = tiny_company;
    scenario.insert(scenario.find("organisation:"), std::string("question: \"") + hostile + "\"\n");
    EXPECT_THAT(page_of(folder, scenario), Not(HasSubstr("<img")));
}

// Whoever has the page finds nobody in it.
TEST(PageVerb, holds_no_imported_person) {
    if (!makes_pages) GTEST_SKIP() << "this build makes no pages";
    Folder const folder;
    std::string people = "id,name,department,manager,attitude\n";
    for (int i = 0; i < 60; ++i)
        people += "id-" + std::to_string(1000 + i) + ",Unmistakable " + std::to_string(1000 + i) + "," +
                  (i < 4    ? "Tiny"
                   : i < 7  ? "Little"
                   : i < 30 ? "Sales"
                            : "Production") +
                  "," + (i == 0 ? "" : "id-1000") + ",0.3\n";
    (void)folder.write("people.csv", people);
    std::string const page = page_of(
        folder,
        "micropol: 1\norganisation:\n  people: people.csv\ntransformation:\n  initiatives:\n    - {name: "
        "CRM}\nstrategies:\n  talk:\n    interventions:\n      - {lever: training, intensity: 0.5, "
        "target: {people: [id-1003]}}\n      - {lever: town_hall, intensity: 0.5, target: [Tiny]}\n");
    for (char const* part : {"id-10", "Unmistakable", "people.csv", "\"Tiny\"", "\"Little\""})
        EXPECT_THAT(page, Not(HasSubstr(part)));
    EXPECT_THAT(page, HasSubstr("small department"));
}

}  // namespace
}  // namespace micropol::cli
