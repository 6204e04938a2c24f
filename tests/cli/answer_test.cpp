// From somebody's own files to a page, in one command.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"
#include "report/package_reader.h"
#include "support/paths.h"

namespace micropol::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string example(std::string const& name) { return (paths::source_folder() / "tests/stakeholders" / name).string(); }

std::string without_breaks(std::string page) {
    for (std::size_t at = page.find("<wbr>"); at != std::string::npos; at = page.find("<wbr>")) page.erase(at, 5);
    return page;
}

TEST(AnswerVerb, makes_a_page_of_a_map_in_german) {
    Folder const folder;
    std::string const page = (folder / "seite.html").string();
    Outcome const said = run({"answer", example("map_de.csv"), "--quick", "--language", "de", "--output", page});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("12 Personen genannt und sonst niemand"), HasSubstr("Verglichen   9 Strategien"),
                                   HasSubstr("Erkl\xc3\xa4rt"), HasSubstr("Seite ")));
    for (char const* beside :
         {"seite.yaml", "seite_people.csv", "seite_ties.csv", "seite_quick_compare.db", "seite_quick_explain.db"})
        EXPECT_TRUE(fs::exists(folder / beside)) << beside;
    std::string const html = without_breaks(content_of(page));
    EXPECT_THAT(html, AllOf(HasSubstr("Wo die Personen auf der Karte stehen"), HasSubstr("Verkaufsleiter"),
                            HasSubstr("phased_bundle"), HasSubstr("nach 104 Wochen"), Not(HasSubstr("Beat Kuhn"))))
        << "people have roles and pseudonyms";
    Outcome const checked = run({"validate", (folder / "seite.yaml").string()});
    EXPECT_EQ(checked.code, 0) << checked.errors;
}

TEST(AnswerVerb, makes_slides_where_the_name_is_that_of_slides) {
    Folder const folder;
    std::string const deck = (folder / "deck.pptx").string();
    Outcome const said = run({"answer", example("map_en.csv"), "--quick", "--output", deck});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, HasSubstr("Slides    " + deck));
    EXPECT_THAT(package::faults_of(content_of(deck)), testing::IsEmpty());
    EXPECT_TRUE(fs::exists(folder / "deck_quick_compare.db"));
}

TEST(AnswerVerb, shows_names_only_where_that_is_asked_for) {
    Folder const folder;
    std::string const page = (folder / "page.html").string();
    Outcome const said = run({"answer", example("map_en.csv"), "--headcount", "Sales=14,Marketing=8", "--headcount", "+Care=9",
                              "--quick", "--show-names", "--output", page});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.errors, HasSubstr("with it you say that they agree"));
    EXPECT_THAT(said.output, AllOf(HasSubstr("It takes at most about"), HasSubstr("15 people named, 24 more by headcount")));
    EXPECT_THAT(without_breaks(content_of(page)), AllOf(HasSubstr("Beat Kuhn (Head of Sales)"), HasSubstr("after 26 weeks")));
    // Again: what is there is what is wanted, and nothing is simulated twice.
    Outcome const again = run({"answer", example("map_en.csv"), "--headcount", "Sales=14,Marketing=8", "--headcount", "+Care=9",
                               "--quick", "--show-names", "--output", page});
    EXPECT_EQ(again.code, 0) << again.errors;
    EXPECT_THAT(again.errors, HasSubstr("are there already"));
    Outcome const other = run({"answer", example("map_en.csv"), "--quick", "--output", page});
    EXPECT_THAT(other.errors, HasSubstr("is there already; name another file or remove it"));
    for (Outcome const& said_so : {again, other})
        EXPECT_THAT(said_so.output, AllOf(HasSubstr("Earlier   "), HasSubstr("page_people.csv"), HasSubstr("or first: rm ")));
}

// The grid of influence and attitude, whoever made the page; the same one where the same was asked.
TEST(AnswerVerb, a_page_of_results_begins_with_the_people_on_the_map_too) {
    Folder const folder;
    std::string const page = (folder / "page.html").string(), reported = (folder / "reported.html").string();
    ASSERT_EQ(run({"answer", example("map_en.csv"), "--quick", "--output", page}).code, 0);
    std::string const comparison = (folder / "page_quick_compare.db").string(),
                      explanation = (folder / "page_quick_explain.db").string();
    auto const first_of = [&](std::vector<std::string> const& more) {
        Outcome const said = run(with({"report", comparison, "--output", reported}, more));
        EXPECT_EQ(said.code, 0) << said.errors;
        std::string const html = without_breaks(content_of(reported));
        return html.substr(html.find("<h2"), 200);
    };
    EXPECT_THAT(first_of({}), HasSubstr("Where the people on the map stand"));
    EXPECT_THAT(without_breaks(content_of(reported)), AllOf(HasSubstr("Head of Sales"), Not(HasSubstr("Beat Kuhn"))));
    EXPECT_THAT(first_of({explanation}), HasSubstr("Where the people on the map stand"));
    EXPECT_THAT(first_of({"--no-people"}), Not(HasSubstr("Where the people on the map stand")));
    fs::rename(folder / "page_people.csv", folder / "elsewhere.csv");
    EXPECT_THAT(first_of({}), Not(HasSubstr("Where the people on the map stand"))) << "its files are not at hand";
}

TEST(AnswerVerb, makes_a_page_of_a_list_of_employees) {
    Folder const folder;
    std::string const page = (folder / "page.html").string();
    Outcome const said = run({"answer", example("people.csv"), "--ties", example("ties.csv"), "--quick", "--output", page});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("180 people"), HasSubstr("Compared  9 strategies")));
    EXPECT_THAT(content_of(page), HasSubstr("Who and what could have turned it"));
}

// A map with its scenario, and log-ins of sixteen weeks that the program made from a setting of its own.
struct AnswerFromEvidence : testing::Test {
    Folder folder;
    std::string const map = folder.write("map.csv", content_of(example("map_en.csv")));
    std::string const page = (folder / "page.html").string();

    [[nodiscard]] Outcome answer(std::vector<std::string> const& more = {}) const {
        return run(with({"answer", map, "--headcount", "Sales=24,Marketing=18", "--quick", "--output", page}, more));
    }
    // Beside the map, or in a folder of that name.
    void observe(std::string const& beside = "") const {
        ASSERT_EQ(answer({"--no-evidence"}).code, 0);
        Outcome const said = run({"new", "--evidence", (folder / "page.yaml").string(), "--invented", "16", "--seed", "9",
                                  "--output", (folder / beside).string()});
        ASSERT_EQ(said.code, 0) << said.errors;
    }
};

TEST_F(AnswerFromEvidence, learns_from_what_lies_beside_the_map) {
    observe();
    (void)folder.write("decisions.xlsx", "PK");
    std::string const without = content_of(page);
    Outcome const said = answer();
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("log_ins.csv and "), HasSubstr("survey.csv, 21 observations of 16 weeks"),
                                   HasSubstr("uncertain numbers"), HasSubstr("under what was believed before the evidence"),
                                   HasSubstr("The evidence ")));
    EXPECT_THAT(said.errors, HasSubstr("decisions.xlsx looks like evidence and is not read: it has no column 'week'"));
    std::string const html = without_breaks(content_of(page));
    EXPECT_THAT(html, AllOf(HasSubstr("The decision before and after the evidence"),
                            HasSubstr("What the evidence says of what was not known"),
                            HasSubstr("from what the company&#39;s own evidence leaves of it")));
    EXPECT_THAT(without, Not(HasSubstr("The decision before and after the evidence")));
    for (char const* kept : {"page_quick_posterior.db", "page_quick_posterior_compare.db", "page_quick_posterior_explain.db"})
        EXPECT_THAT(run({"results", "check", (folder / kept).string()}).output, HasSubstr("every number as it was written"));
    auto const after_what_was_there = [](Outcome const& one) { return one.output.substr(one.output.find("\nScenario")); };
    EXPECT_EQ(after_what_was_there(answer()), after_what_was_there(said));
    std::string const german = answer({"--language", "de"}).output;
    EXPECT_THAT(german,
                AllOf(HasSubstr("Gelernt      aus "), HasSubstr("21 Beobachtungen aus 16 Wochen"), Not(HasSubstr("evidence"))));
    Outcome const named = run({"answer", map, "--headcount", "Sales=24,Marketing=18", "--quick", "--show-names", "--output",
                               (folder / "named.html").string()});
    EXPECT_EQ(named.code, 0) << named.errors;
    EXPECT_THAT(without_breaks(content_of(folder / "named.html")), HasSubstr("Beat Kuhn (Head of Sales)"));
    // Other evidence is another answer, and what was learned before is not written over.
    (void)folder.write("log_ins.csv", "week,department,active,logged_in\n3,Sales,24,20\n");
    EXPECT_EQ(answer().code, 3);
}

TEST_F(AnswerFromEvidence, is_the_answer_without_where_there_is_none) {
    ASSERT_EQ(answer().code, 0);
    std::string const without = content_of(page);
    observe();
    EXPECT_EQ(answer({"--no-evidence"}).code, 0);
    EXPECT_EQ(content_of(page), without);
}

TEST_F(AnswerFromEvidence, reads_what_is_named_and_says_what_it_does_not_read) {
    observe();
    std::string const log_ins = (folder / "log_ins.csv").string();
    Outcome const said = answer({"--evidence", log_ins});
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, HasSubstr("log_ins.csv, 16 observations of 16 weeks"));
    EXPECT_THAT(said.errors, AllOf(HasSubstr("for --evidence names what is"), HasSubstr("survey.csv")));
    EXPECT_EQ(answer({"--evidence", log_ins, "--no-evidence"}).code, 2);
    EXPECT_EQ(answer({"--evidence", (folder / "none.csv").string()}).code, 3);
}

TEST_F(AnswerFromEvidence, refuses_what_is_wrong_with_its_place) {
    observe("observed");
    for (auto const& [text, where] :
         {std::pair{"week,department,active,logged_in\n1,Sales,24,25\n", "log_ins.csv:2:4: 25 logged in, of 24 who could"},
          {"week,department,active,logged_in\n1,Sale,24,2\n", "log_ins.csv:2:2: there is no department 'Sale'"},
          {"week,department,active,logged_in\n1,IT,4,2\n", "log_ins.csv:2:2: IT: too few people to be told of"},
          {"week,logged_in,left\n1,3,4\n", "more than one kind of evidence"},
          {"week,department,active,logged_in\n1,Sales,\xff,2\n", "log_ins.csv:2"},
          {"week,department,active,logged_in\n", "the evidence has no number"}}) {
        (void)folder.write("log_ins.csv", text);
        Outcome const said = answer();
        EXPECT_EQ(said.code, 3) << text;
        EXPECT_THAT(said.errors, HasSubstr(where));
        EXPECT_FALSE(fs::exists(folder / "page_quick_posterior.db"));
    }
}

TEST_F(AnswerFromEvidence, says_that_the_model_does_not_fit) {
    observe("observed");
    std::string text = "week,department,active,logged_in\n";
    for (int week = 0; week < 16; ++week) text += std::to_string(week) + ",Sales,24," + (week % 2 == 0 ? "24" : "0") + '\n';
    (void)folder.write("log_ins.csv", text);
    Outcome const said = answer();
    ASSERT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.errors, HasSubstr("the evidence does not fit the model"));
    EXPECT_THAT(content_of(page), HasSubstr("The model does not fit"));
}

TEST(AnswerVerb, refuses_what_it_cannot_do) {
    Folder const folder;
    EXPECT_EQ(run({"answer", example("map_en.csv")}).code, 2);
    EXPECT_THAT(run({"answer", example("map_en.csv"), "--output", "page.pdf"}).errors,
                HasSubstr("takes the name of a page or of slides"));
    EXPECT_EQ(run({"answer", "nowhere.csv", "--output", (folder / "page.html").string()}).code, 3);
    std::string const bad = folder.write("bad.csv", "Name,Influence,Reports to\nAnn,3,Zoe\n");
    Outcome const refused = run({"answer", bad, "--output", (folder / "page.html").string()});
    EXPECT_EQ(refused.code, 3);
    EXPECT_THAT(refused.errors, AllOf(HasSubstr("bad.csv:2:3"), HasSubstr("--drop unknown-managers")));
    EXPECT_FALSE(fs::exists(folder / "page.yaml"));
}

TEST(NewVerb, writes_a_scenario_of_a_map_and_an_empty_one) {
    Folder const folder;
    std::string const file = (folder / "ours.yaml").string();
    Outcome const said = run(
        {"new", "--stakeholders", example("map_en.csv"), "--headcount", "Data & Analytics=5", "--output", file});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_EQ(run({"validate", file}).code, 0);
    EXPECT_EQ(run({"run", file, "--runs", "16", "--quiet"}).code, 0);
    EXPECT_THAT(run({"new", "--stakeholders", example("map_en.csv"), "--output", file}).errors, HasSubstr("is there already"));
    EXPECT_THAT(run({"new", "--template", "de"}).output, HasSubstr("Einfluss (1-5)"));
    EXPECT_EQ(run({"new", "--stakeholders", "--template", "de"}).output, run({"new", "--template", "de"}).output);
    EXPECT_EQ(run({"new", "--template", "fr"}).code, 2);
    EXPECT_EQ(run({"new", "--stakeholders", example("map_en.csv")}).code, 2);
}

TEST(CompareVerb, takes_ready_packages_where_a_scenario_has_no_strategies) {
    Folder const folder;
    std::string const file = folder.write("tiny.yaml", tiny_company);
    Outcome const said = run({"compare", file, "--runs", "16", "--weeks", "8"});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.errors, HasSubstr("ready packages stand in"));
    EXPECT_THAT(said.output, HasSubstr("compensate_and_train"));
    EXPECT_EQ(run({"explain", file, "--runs", "16", "--weeks", "8", "--strategy", "pressure", "--history", "median"}).code, 0);
    EXPECT_THAT(run({"describe", "packages"}).output, HasSubstr("guiding_coalition"));
}

}  // namespace
}  // namespace micropol::cli
