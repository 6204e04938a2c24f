// The real program makes a page of what it has simulated.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"
#include "micropol/show.h"
#include "support/paths.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view hostile = "</script><img src=x onerror=alert(1)>";

// A run of the tiny company, and the page of it; options: of report.
std::string page_of(std::string const& scenario, std::vector<std::string> options = {},
                    std::vector<std::string> more_files = {}) {
    Folder const folder;
    std::string const file = folder.write("a.yaml", scenario), results = (folder / "a.db").string(),
                      page = (folder / "a.html").string();
    Outcome const ran = run({"run", file, "--runs", "32", "--weeks", "12", "--quiet", "--output", results});
    EXPECT_EQ(ran.code, 0) << ran.errors;
    std::vector<std::string> words{"report", results, "--output", page, "--quiet"};
    words.insert(words.begin() + 2, more_files.begin(), more_files.end());
    words.insert(words.end(), options.begin(), options.end());
    Outcome const said = run(words);
    EXPECT_EQ(said.code, 0) << said.errors;
    return content_of(page);
}

TEST(ReportVerb, says_what_a_run_found) {
    std::string const page = page_of(tiny_company);
    for (char const* part :
         {"A tiny organisation", "How adoption spreads", "Power before and after", "What is assumed", "What the model cannot say",
          "Where these results come from", "mechanisms.<wbr>attitude.<wbr>susceptibility"})
        EXPECT_THAT(page, HasSubstr(part));
}

// Every point of a sweep changes the scenario; the page lists what its numbers were before.
TEST(ReportVerb, says_what_a_sweep_assumes) {
    Folder const folder;
    std::string const file = folder.write("a.yaml", tiny_company), results = (folder / "a.db").string(),
                      page = (folder / "a.html").string();
    Outcome const swept = run({"sweep", file, "--runs", "16", "--weeks", "4", "--factor", "culture.rivalry=0.1..0.6", "--design",
                               "latin_hypercube", "--points", "4", "--quiet", "--output", results});
    ASSERT_EQ(swept.code, 0) << swept.errors;
    Outcome const reported = run({"report", results, "--output", page, "--quiet"});
    ASSERT_EQ(reported.code, 0) << reported.errors;
    EXPECT_THAT(content_of(page), HasSubstr("mechanisms.<wbr>attitude.<wbr>susceptibility"));
}

TEST(ReportVerb, speaks_german) {
    std::string const page = page_of(tiny_company, {"--language", "de"});
    EXPECT_THAT(page, HasSubstr("<html lang=\"de\">"));
    EXPECT_THAT(page, HasSubstr("Macht vorher und nachher"));
    EXPECT_THAT(page, Not(HasSubstr("Power before and after")));
}

TEST(ReportVerb, says_that_figures_are_missing_where_the_build_had_no_script) {
    Folder const folder;
    std::string const file = folder.write("a.yaml", tiny_company), results = (folder / "a.db").string(),
                      page = (folder / "a.html").string();
    ASSERT_EQ(run({"run", file, "--runs", "32", "--weeks", "12", "--quiet", "--output", results}).code, 0);
    Outcome const with = run({"report", results, "--output", page});
    EXPECT_THAT(with.errors, Not(HasSubstr("figures are missing")));
    EXPECT_THAT(content_of(page), Not(HasSubstr("figures are missing")));
    Outcome const without = Running(folder, {"report", results, "--output", page}, paths::program_without_figures()).wait();
    EXPECT_EQ(without.code, 0) << without.errors;
    EXPECT_THAT(without.errors, HasSubstr("the figures are missing"));
    EXPECT_THAT(content_of(page), HasSubstr("The figures are missing here"));
    EXPECT_THAT(content_of(page), Not(HasSubstr("<figure")));
    EXPECT_THAT(content_of(page), HasSubstr("<table"));
}

TEST(ReportVerb, takes_hostile_names_for_names) {
    std::string scenario = tiny_company;
    scenario.replace(scenario.find("Sales"), 5, "'" + std::string(hostile) + "'");
    std::string const page = page_of(scenario);
    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_THAT(page, HasSubstr("&lt;img"));
}

// Thirty people in three departments, of which one is small.
class ImportedPeople : public testing::Test {
  protected:
    std::string page(std::vector<std::string> of_both, std::vector<std::string> of_report = {}) {
        std::string people = "id,department,manager\n";
        for (int i = 0; i < 30; ++i)
            people += "Person Secret" + std::to_string(i) + ',' +
                      (i < 3    ? "Tiny board"
                       : i < 14 ? "Sales"
                                : "Marketing") +
                      ',' + (i == 0 ? "" : "Person Secret0") + '\n';
        static_cast<void>(folder_.write("people.csv", people));
        std::string const file = folder_.write(
            "a.yaml",
            "micropol: 1\nname: Imported\norganisation:\n  people: people.csv\ntransformation:\n  initiatives:\n    - {name: CRM}\n");
        results_ = (folder_ / "a.db").string();
        Outcome const ran = run(with({"run", file, "--runs", "64", "--weeks", "26", "--quiet", "--output", results_}, of_both));
        EXPECT_EQ(ran.code, 0) << ran.errors;
        std::string const html = (folder_ / "a.html").string();
        Outcome const said = run(with(with({"report", results_, "--output", html, "--quiet"}, of_both), of_report));
        EXPECT_EQ(said.code, 0) << said.errors;
        return content_of(html);
    }
    Folder folder_;
    std::string results_;
};

TEST_F(ImportedPeople, have_pseudonyms_and_small_departments_are_left_out) {
    std::string const html = page({});
    EXPECT_THAT(html, Not(HasSubstr("Secret")));
    EXPECT_THAT(html, Not(HasSubstr("Tiny board")));
    EXPECT_THAT(html, HasSubstr("2 departments are not shown"));
    EXPECT_THAT(page({}, {"--group-size", "15"}), HasSubstr("3 departments are not shown"));
}

TEST_F(ImportedPeople, are_named_when_asked_and_the_page_says_so) {
    std::string const html = page({"--show-names"});
    EXPECT_THAT(html, HasSubstr("CONFIDENTIAL"));
    EXPECT_THAT(html, HasSubstr("Tiny board"));
}

TEST_F(ImportedPeople, are_not_named_by_way_of_json) {
    static_cast<void>(page({"--show-names"}));
    Outcome const shown = run({"results", "show", results_, "--show-names", "--format", "json"});
    std::string const json = folder_.write("a.json", shown.output);
    Outcome const said = run({"report", json, "--output", (folder_ / "b.html").string()});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, HasSubstr("--show-names"));
}

// Everything, with names that would be tags.
Explanation told_with_tags() {
    Explanation made;
    made.facts.title = "Told", made.facts.headcount = 3, made.facts.weeks = 4, made.facts.seed = 1, made.blocks = 1;
    for (std::string_view const key : {"substantive", "success"})
        made.facts.outcomes.push_back(outcome_catalogue()[*position_of(key, outcome_catalogue())]);
    auto const near = [](double mean) { return Estimate{.mean = mean, .low = mean - 0.1, .high = mean + 0.1, .blocks = 2}; };
    Told& told = made.told.emplace();
    told.chosen = {"worst", 0, 2, 0.1};
    told.chronicle = {{3, moment::PersonLeaves{{0, "<b>stops", "Sales", 0, 1, 1, false}, 1}, 1}};
    told.network = {{{"Ann</script>", "Sales", 1}}, {}, {{4, {0}, {0.5f}, {1}, {1.0f}}}};
    made.why = Attribution{1, 2, near(0.2), near(0.7), near(-0.5), {}};
    made.why->causes.push_back({"mechanisms.status", {CauseName::Kind::mechanism, "status", {}}, near(-0.5), near(-0.5), {}});
    Ledger& ledger = made.ledger.emplace();
    ledger.departments = {{"Sales", "Sales", {}, 2, std::vector<Estimate>(ledger_goal_count, near(-0.2)), near(-0.2), near(0.5)}};
    SmallestOffer enough, not_enough;
    enough.levers = {"training"}, enough.target.departments = {"Sales"}, enough.intensity = 0.25;
    enough.remaining = near(0.28), enough.effect = near(-0.32), enough.cost = near(120);
    not_enough.levers = {"training", "champions"}, not_enough.target.people = {"Ann</script>"}, not_enough.remaining = near(0.8);
    ledger.failing = {near(0.6), 0.3, {}, {enough}};
    ledger.blockers = {{"Ann</script>", "Sales", 1, {near(0.9), 0.45, near(-0.4), {not_enough}}}};
    Fork& fork = made.fork.emplace();
    fork.at_week = 2, fork.then = {"add status_moderation"}, fork.better_in = near(0.9);
    fork.as_it_was = {near(0.2), near(0.2)}, fork.otherwise = {near(0.6), near(0.6)}, fork.difference = {near(0.4), near(0.4)};
    fork.weekly_as_it_was = {0, 0, 0.1f, 0.2f}, fork.weekly_otherwise = {0, 0, 0.3f, 0.6f};
    return made;
}

TEST(ReportVerb, tells_what_an_explanation_says) {
    Folder const folder;
    std::string const why = folder.write("why.json", app::show(told_with_tags(), app::Format::json));
    std::string const html = (folder / "a.html").string();
    Outcome const said = run({"report", why, "--output", html});
    ASSERT_EQ(said.code, 0) << said.errors;
    std::string const page = content_of(html);
    for (char const* part :
         {"mechanism status", "Who stands with whom", "Who loses what", "What if, after 2 weeks", "&lt;b&gt;stops", "−50 points",
          "training (Sales)", "25 %", "all of these", "not even in full", "Ann&lt;/script&gt;"})
        EXPECT_THAT(page, HasSubstr(part));
    EXPECT_THAT(page, Not(HasSubstr("Ann</script>")));
}

// Everything that explain can say of the tiny company. Its own words (a title, departments) are English.
TEST(ReportVerb, tells_an_explanation_in_german) {
    Folder const folder;
    std::string const scenario = folder.write("tiny.yaml",
                                              tiny_company +
                                                  "runs: {weeks: 20, histories: 32, seed: 7}\n"
                                                  "interventions:\n"
                                                  "  - {lever: executive_mandate, intensity: 0.6, target: {who: losers}}\n");
    Outcome const why = run({"explain", scenario, "--why", "--factors", "executive_mandate,hiding,ties", "--pivotal", "--ledger",
                             "--at-week", "8", "--then", "add status_moderation", "--format", "json"});
    ASSERT_EQ(why.code, 0) << why.errors;
    std::string const file = folder.write("why.json", why.output), html = (folder / "a.html").string();
    ASSERT_EQ(run({"report", file, "--output", html, "--language", "de"}).code, 0);
    std::string const page = content_of(html), body = page.substr(page.find("<body")),
                      told = body.substr(0, body.find("<script"));
    for (char const* part : {"Vorgabe von oben (Verlierende)", "Zurückhalten von Wissen", "Mechanismus „Beziehungen“",
                             "zusätzlich Statusmoderation", "Beginn: ", "Am Ende arbeiten ", "Verlustausgleich", ", Ebene "})
        EXPECT_THAT(told, HasSubstr(part));
    for (char const* part : {"lang=\"en\"", "nur auf Englisch", "Begins", "In the end", " of ", " the ", " level ",
                             "executive mandate", "status moderation", "losers", "no difference", "unknown"})
        EXPECT_THAT(told, Not(HasSubstr(part)));
}

TEST(ReportVerb, names_every_file_that_it_cannot_use) {
    Folder const folder;
    std::string const empty = folder.write("empty.json", "{}"), broken = folder.write("broken.json", "{\"a\"");
    Outcome const said = run({"report", empty, broken, "--output", (folder / "a.html").string()});
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, HasSubstr("empty.json"));
    EXPECT_THAT(said.errors, HasSubstr("broken.json"));
}

TEST(ReportVerb, does_not_overwrite_what_it_reads) {
    Folder const folder;
    std::string const file = folder.write("a.json", "{}");
    EXPECT_EQ(run({"report", file, "--output", file}).code, 2);
    EXPECT_EQ(run({"report", file}).code, 2);
    EXPECT_EQ(run({"report", file, "--output", "b.html", "--language", "fr"}).code, 2);
}

}  // namespace
}  // namespace micropol::cli
