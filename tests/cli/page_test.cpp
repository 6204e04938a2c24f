// The real program makes a live page. What the page does is tested in a browser: tests/live.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "cli/program.h"

namespace micropol::cli {
namespace {

using testing::AnyOf;
using testing::ElementsAre;
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

std::vector<std::string> assumptions_of(std::string const& page) {
    constexpr std::string_view before = "<script type=\"application/json\" id=\"live-data\">";
    std::size_t const from = page.find(before) + before.size();
    Json const data = Json::parse(page.substr(from, page.find("</script>", from) - from));
    std::vector<std::string> paths;
    for (Json const& one : data.find("assumptions")->items()) paths.push_back(one.find("path")->text());
    return paths;
}

// Three numbers are uncertain, and only one of them is told apart by the results: steps towards adoption follow their pace.
std::string with_uncertain_numbers() {
    return std::string(tiny_company) +
           "mechanisms:\n  performance: {usual_vacancy: {uniform: [0.04, 0.06]}}\n  adoption: {pace: {uniform: [0.05, 0.6]}}\n"
           "  climate: {rivalry_pace: {uniform: [0.01, 0.02]}}\n";
}

TEST(PageVerb, offers_what_a_sweep_has_weighed) {
    if (!makes_pages) GTEST_SKIP() << "this build makes no pages";
    Folder const folder;
    std::string const file = folder.write("a.yaml", with_uncertain_numbers()), page = (folder / "a.html").string();
    for (std::string const verb : {"sweep", "compare"}) {
        std::string const results = (folder / (verb + ".db")).string();
        std::vector<std::string> words{verb, file, "--weeks", "20", "--output", results, "--quiet"};
        if (verb == "compare") words.insert(words.end(), {"--runs", "1024"});
        ASSERT_EQ(run(words).code, 0) << run(words).errors;
        Outcome const made = run({"page", file, "--weeks", "20", "--from", results, "--output", page});
        ASSERT_EQ(made.code, 0) << made.errors;
        EXPECT_THAT(assumptions_of(content_of(page)),
                    ElementsAre("mechanisms.adoption.pace", AnyOf(HasSubstr("usual_vacancy"), HasSubstr("rivalry_pace")),
                                AnyOf(HasSubstr("usual_vacancy"), HasSubstr("rivalry_pace"))))
            << verb;
    }
}

TEST(PageVerb, refuses_results_that_weigh_nothing_of_the_scenario) {
    Folder const folder;
    if (!makes_pages) GTEST_SKIP() << "this build makes no pages";
    std::string const file = folder.write("a.yaml", with_uncertain_numbers()), page = (folder / "a.html").string();
    std::string const one_run = (folder / "run.db").string(), elsewhere = (folder / "elsewhere.db").string();
    ASSERT_EQ(run({"run", file, "--weeks", "4", "--output", one_run, "--quiet"}).code, 0);
    std::string other = tiny_company;
    other.replace(other.find("CRM"), 3, "ERP, benefit: {uniform: [0.1, 0.9]}");
    ASSERT_EQ(run({"sweep", folder.write("b.yaml", other), "--weeks", "4", "--output", elsewhere, "--quiet"}).code, 0);
    for (auto const& [results, why] :
         std::vector<std::pair<std::string, std::string>>{{one_run, "weigh"},
                                                          {elsewhere, "none of the assumptions"},
                                                          {file, "does not hold results"},
                                                          {(folder / "none.db").string(), "no such file"}}) {
        Outcome const said = run({"page", file, "--from", results, "--output", page});
        EXPECT_EQ(said.code, 3) << results;
        EXPECT_THAT(said.errors, HasSubstr(why));
        EXPECT_FALSE(fs::exists(page));
    }
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
