// From somebody's own files to a page, in one command.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.h"
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
}

TEST(AnswerVerb, makes_a_page_of_a_list_of_employees) {
    Folder const folder;
    std::string const page = (folder / "page.html").string();
    Outcome const said = run({"answer", example("people.csv"), "--ties", example("ties.csv"), "--quick", "--output", page});
    EXPECT_EQ(said.code, 0) << said.errors;
    EXPECT_THAT(said.output, AllOf(HasSubstr("180 people"), HasSubstr("Compared  9 strategies")));
    EXPECT_THAT(content_of(page), HasSubstr("Who and what could have turned it"));
}

TEST(AnswerVerb, refuses_what_it_cannot_do) {
    Folder const folder;
    EXPECT_EQ(run({"answer", example("map_en.csv")}).code, 2);
    EXPECT_THAT(run({"answer", example("map_en.csv"), "--output", "page.pdf"}).errors, HasSubstr("takes the name of a page"));
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
