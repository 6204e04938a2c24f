#include "organisation/import.h"

#include "organisation/import_files.h"

namespace micropol {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::FloatEq;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> remarks_of(DataQuality const& quality) {
    EXPECT_THAT(untranslated(quality.remarks), testing::IsEmpty());
    std::vector<std::string> remarks;
    for (Phrase const& remark : quality.remarks) remarks.push_back(to_text(remark, Language::english));
    return remarks;
}

using Import = ImportFiles;

TEST_F(Import, reads_people_managers_traits_and_ties) {
    ImportPlan plan = plan_of(
        "\xef\xbb\xbf"
        "Employee ID,Full Name,Dept,Manager,Tenure Years,data_skill,shoe size\r\n"
        "a,Ada,Sales,,12,0.9,38\r\nb,Bob,Marketing,a,3,,44\r\nc,Cy,Sales,a,NA,0.25,41\r\nd,Di,Sales,c,1,0.5,40\r\n",
        "from,to,weight,trust\nb,c,4,0.2\nc,b,2,\nd,c,1,0.9\n");
    plan.weights = WeightScale::linear;
    ImportedOrganisation const found = import_organisation(plan, 0.5f);
    Organisation const& base = found.base;
    EXPECT_THAT(base.id, ElementsAre("a", "b", "c", "d"));
    EXPECT_THAT(base.person, ElementsAre("Ada", "Bob", "Cy", "Di"));
    ASSERT_EQ(base.departments.size(), 2u);
    EXPECT_EQ(base.departments[0].name, "Sales");
    EXPECT_THAT(base.department, ElementsAre(0, 1, 0, 0));
    EXPECT_THAT(base.manager, ElementsAre(nobody, 0, 0, 2));
    EXPECT_THAT(base.level, ElementsAre(2, 0, 1, 0));
    EXPECT_THAT(base.tenure_years, ElementsAre(12, 3, 0, 1));
    EXPECT_THAT(found.tenure_known, ElementsAre(true, true, false, true));
    EXPECT_THAT(base.of(Trait::data_skill)[2], FloatEq(0.25f));
    EXPECT_THAT(found.known[std::size_t(Trait::data_skill)], ElementsAre(true, false, true, true));
    EXPECT_THAT(found.known[std::size_t(Trait::attitude)], Each(false));

    // a-b, a-c are lines only; b-c named from both sides; c-d is a line that d named.
    EXPECT_THAT(base.ties.other, ElementsAre(1, 2, 0, 2, 0, 1, 3, 2));
    EXPECT_THAT(base.ties.strength, ElementsAre(0, 0, 0, 1, 0, FloatEq(0.5f), FloatEq(0.125f), FloatEq(0.25f)));
    EXPECT_THAT(base.ties.formal, ElementsAre(1, 1, 1, 0, 1, 0, 1, 1));
    EXPECT_THAT(found.trust_known, ElementsAre(false, false, false, true, false, false, false, true));

    DataQuality const& quality = found.quality;
    EXPECT_EQ(quality.people, 4u);
    EXPECT_EQ(quality.levels, 3u);
    EXPECT_EQ(quality.ties, 3u);
    EXPECT_EQ(quality.formal_ties, 3u);
    EXPECT_EQ(quality.without_manager, 1u);
    EXPECT_EQ(quality.isolated, 0u);
    EXPECT_DOUBLE_EQ(quality.density, 0.25);
    EXPECT_DOUBLE_EQ(quality.reciprocity, 2.0 / 3);
    EXPECT_DOUBLE_EQ(quality.mean_degree, 2);
    EXPECT_EQ(quality.columns.at("department"), "Dept");
    EXPECT_EQ(quality.columns.at("source"), "from");
    EXPECT_EQ(quality.missing.at("tenure"), 1u);
    EXPECT_THAT(quality.ignored_columns, ElementsAre("shoe size"));
    EXPECT_THAT(remarks_of(quality), Contains(HasSubstr("divided by 4")));
}

TEST_F(Import, tells_every_problem_at_once_with_row_and_column) {
    std::string const text = problems_of(plan_of(
        "id,department,manager,tenure,data_skill,threshold\n"
        "a,Sales,,70,0.5,1.5\nb,Sales,a,x,1.5,0\na,Sales,zz,1,0.5,0\n,Sales,a,1,nan,0\ne,Sales,f,1,0,0\nf,Sales,e,1,0,0\ng,Sales,g,1,0,0\n",
        "source,target,weight\na,b,1\na,a,1\na,q,1\nb,a,-1\nb,e,nan\nb,f,1e999\n"));
    for (char const* expected : {
             "people.csv:3:4: 1 value of 'tenure' is not a number from 0 to 60 ('x' in line 3)",
             "people.csv:3:5: 1 value of 'data_skill' is not a number from 0 to 1 ('1.5' in line 3)",
             "people.csv:2:1: 1 row is about somebody whom another row is about, too ('a' in line 2)",
             "people.csv:4:3: 1 person reports to somebody who cannot be told among the people ('zz' in line 4)",
             "people.csv:5:1: 1 person has no id",
             "people.csv: managers go round in a circle ('e', 'f', back to the first)",
             "ties.csv:3:2: 1 tie leads from somebody to the same person ('a' in line 3)",
             "ties.csv:4:2: 1 tie names somebody who is not among the people ('q' in line 4); correct them",
             "ties.csv:5:3: 1 tie has a weight below 0 ('-1' in line 5)",
             "ties.csv:7:3: 1 value of 'weight' is not a number ('1e999' in line 7)",
         })
        EXPECT_THAT(text, HasSubstr(expected));
    EXPECT_EQ(std::ranges::count(text, '\n'), 9) << text;
}

TEST_F(Import, shows_the_first_hundred_problems) {
    std::string people = "id,name\n";
    for (int k = 0; k < 251; ++k) people += "1,Given" + std::to_string(k) + "\n";
    std::string const text = problems_of(plan_of(people));
    EXPECT_EQ(std::ranges::count(text, '\n'), 100);
    EXPECT_THAT(text, HasSubstr("150 more problems"));
}

TEST_F(Import, refuses_an_empty_organisation) {
    EXPECT_THAT(problems_of(plan_of("id,name\n")), HasSubstr("nobody works here"));
    EXPECT_THAT(problems_of({}), HasSubstr("nobody works here"));
    EXPECT_THAT(problems_of(plan_of("")), HasSubstr("people.csv: empty"));
}

TEST_F(Import, refuses_files_that_are_missing_or_no_text) {
    ImportPlan plan = plan_of("id\na\n");
    plan.ties = {folder_ / "nothing.csv", folder_};
    std::string const text = problems_of(plan);
    EXPECT_THAT(text, HasSubstr("nothing.csv: no such file"));
    EXPECT_THAT(text, HasSubstr("not a file"));
    EXPECT_THAT(problems_of(plan_of(std::string_view("id\na\0b\n", 7))), HasSubstr("people.csv:2: a control character"));
}

TEST_F(Import, follows_the_columns_given) {
    ImportPlan plan = plan_of("nr,id,art\n1,x,Sales\n2,x,Sales\n", "a,b\n1,2\n");
    plan.columns = {{"id", "nr"}, {"department", "art"}, {"source", "a"}, {"target", "b"}};
    EXPECT_EQ(import_organisation(plan, 0.5f).quality.ties, 1u);
    plan.columns = {{"id", "nrr"}, {"depratment", "art"}, {"source", "a"}, {"target", "b"}};
    std::string const text = problems_of(plan);
    EXPECT_THAT(text, HasSubstr("people.csv:1: no column 'nrr' to take as id (it has nr, id and art); did you mean 'nr'?"));
    EXPECT_THAT(text, HasSubstr("nothing is known as 'depratment'"));
    EXPECT_THAT(text, HasSubstr("did you mean 'department'?"));
}

TEST_F(Import, says_which_columns_it_misses) {
    EXPECT_THAT(problems_of(plan_of("shoe,size\n1,2\n")),
                HasSubstr("people.csv:1: no column with the people's ids (it has shoe and size)"));
    EXPECT_THAT(problems_of(plan_of("id\n1\n", "x,y\n5,6\n")),
                HasSubstr("ties.csv:1: no column with the source of ties (it has x and y)"));
}

TEST_F(Import, prefers_practice_to_office_and_names_codes) {
    ImportedOrganisation const found = import_organisation(plan_of("id,office,practice\n1,3,2\n2,1,1\n3,2,1\n"), 0.5f);
    ASSERT_EQ(found.base.departments.size(), 2u);
    EXPECT_EQ(found.base.departments[0].name, "Practice 1");
    EXPECT_THAT(found.base.department, ElementsAre(1, 0, 0));
    EXPECT_THAT(remarks_of(found.quality), Contains(HasSubstr("--map department=office")));
    EXPECT_EQ(import_organisation(plan_of("id,department\n1,30\n2,4\n"), 0.5f).base.departments[0].name, "Department 4");
    EXPECT_EQ(import_organisation(plan_of("id,department\n1,\n2,Sales\n"), 0.5f).base.departments[0].name, "Unassigned");
}

TEST_F(Import, guesses_which_level_is_senior) {
    auto const levels = [&](std::string_view people, std::string const& mapped = "") {
        ImportPlan plan = plan_of(people);
        if (!mapped.empty()) plan.columns = {{"level", mapped}};
        return import_organisation(plan, 0.5f).base.level;
    };
    EXPECT_THAT(levels("id,level\na,0\nb,0\nc,5\n"), ElementsAre(0, 0, 1)) << "0 stands for people without reports";
    EXPECT_THAT(levels("id,level\na,1\nb,2\nc,3\nd,3\n"), ElementsAre(2, 1, 0, 0)) << "fewer at the top";
    EXPECT_THAT(levels("id,status,tenure\na,1,20\nb,1,30\nc,2,3\n"), ElementsAre(1, 1, 0)) << "longer with the firm";
    EXPECT_THAT(levels("id,level\na,1\nb,2\nc,3\nd,3\n", "+level"), ElementsAre(0, 1, 2, 2));
    EXPECT_THAT(levels("id,level\na,0\nb,0\nc,5\n", "-level"), ElementsAre(1, 1, 0));
    EXPECT_THAT(levels("id,status\na,active\nb,on leave\n"), ElementsAre(0, 0)) << "a status of words is no level";
}

TEST_F(Import, takes_status_as_a_goal_only_among_goals) {
    ImportedOrganisation const goals = import_organisation(plan_of("id,status,pay\na,0.5,0.5\n"), 0.5f);
    EXPECT_THAT(goals.base.of(Trait::status)[0], FloatEq(0.5f));
    ImportedOrganisation const rank = import_organisation(plan_of("id,status\na,1\nb,2\n"), 0.5f);
    EXPECT_THAT(rank.known[std::size_t(Trait::status)], Each(false));
    EXPECT_EQ(rank.quality.columns.at("level"), "status");
}

TEST_F(Import, reads_reporting_lines_of_all_kinds) {
    ImportPlan plan = plan_of("id,manager\na,\nb,a\nc,\nd,\n", "source,target,kind\nc,a,reports-to\nb,c,advice\n");
    plan.reports_to = write("lines.csv", "employee,manager\nd,c\nb,a\n");
    ImportedOrganisation const found = import_organisation(plan, 0.5f);
    EXPECT_THAT(found.base.manager, ElementsAre(nobody, 0, 0, 2));
    EXPECT_EQ(found.quality.ties, 1u);
    plan.reports_to = write("lines.csv", "employee,manager\nb,d\n");
    ImportedOrganisation const twice = import_organisation(plan, 0.5f);
    EXPECT_THAT(twice.base.manager, ElementsAre(nobody, 0, 0, nobody)) << "the first counts";
    EXPECT_EQ(twice.quality.dotted_lines, 1u);
}

TEST_F(Import, merges_tie_files_by_the_larger_strength) {
    ImportPlan plan = plan_of("id\na\nb\n");
    plan.ties = {write("edges_advice.csv", "source,target,weight\na,b,0.4\n"),
                 write("edges_work.csv", "source,target,weight\na,b,5\nb,a,10\nb,a,0\n")};
    plan.weights = WeightScale::linear;
    ImportedOrganisation const found = import_organisation(plan, 0.5f);
    EXPECT_THAT(found.base.ties.strength, ElementsAre(FloatEq(0.5f), FloatEq(1)));
    EXPECT_THAT(remarks_of(found.quality), Contains(HasSubstr("'work' were divided by 10")));
    EXPECT_THAT(remarks_of(found.quality), Contains(HasSubstr("1 tie of weight 0")));
    EXPECT_THAT(remarks_of(found.quality), Not(Contains(HasSubstr("'advice'"))));
}

TEST_F(Import, reads_ties_that_hold_both_ways) {
    ImportPlan plan = plan_of("id\na\nb\n", "source,target,weight\na,b,0.5\n");
    EXPECT_THAT(remarks_of(import_organisation(plan, 0.5f).quality), Contains(HasSubstr("--undirected")));
    plan.undirected = true;
    EXPECT_THAT(import_organisation(plan, 0.5f).base.ties.strength, ElementsAre(FloatEq(0.5f), FloatEq(0.5f)));
    ImportedOrganisation const said = import_organisation(plan_of("id\na\nb\n", "Source,Target,Type\na,b,Undirected\n"), 0.5f);
    EXPECT_THAT(said.base.ties.strength, ElementsAre(1, 1));
}

TEST_F(Import, reads_decimal_commas_where_semicolons_separate) {
    EXPECT_THAT(import_organisation(plan_of("id;tenure;department\na;2,5;R, D\n"), 0.5f).base.tenure_years, ElementsAre(2.5f));
}

TEST_F(Import, reads_graphml) {
    ImportPlan plan;
    plan.people = write("firm.graphml",
                        R"(<graphml><key id="d" for="node" attr.name="department"/><key id="w" for="edge" attr.name="weight"/>
<graph edgedefault="directed"><node id="a"><data key="d">Sales</data></node><node id="b"/><edge source="a" target="b"><data key="w">0.5</data></edge></graph></graphml>)");
    ImportedOrganisation const found = import_organisation(plan, 0.5f);
    EXPECT_THAT(found.base.id, ElementsAre("a", "b"));
    EXPECT_THAT(found.base.ties.strength, ElementsAre(FloatEq(0.5f), FloatEq(0.25f)));
}

TEST_F(Import, checks_lists_of_a_scenario_alike) {
    ImportPlan plan;
    plan.person_rows = {{{{"id", "a"}, {"tenure_years", "4"}}, {"s.yaml", 3, 5}},
                        {{{"id", "b"}, {"manager", "a"}, {"attitude", "2"}}, {"s.yaml", 4, 5}},
                        {{{"id", "b"}, {"colour", "red"}}, {"s.yaml", 5, 5}}};
    TieRow tie;
    tie.from = "a", tie.to = "c", tie.place = {"s.yaml", 9, 7};
    plan.tie_rows = {tie};
    EXPECT_THAT(problems_of(plan), HasSubstr("s.yaml:5:5: nothing is known as 'colour'"));
    plan.person_rows[2].fields.erase("colour");
    std::string const text = problems_of(plan);
    EXPECT_THAT(text, HasSubstr("s.yaml:4:5: 1 value of 'attitude' is not a number from -1 to 1 ('2' in line 4)"));
    EXPECT_THAT(text, HasSubstr("s.yaml:5:5: id 'b' appears twice (first in line 4)"));
    EXPECT_THAT(text, HasSubstr("s.yaml:9:7: 1 tie names somebody who is not among the people ('c' in line 9)"));
    plan.person_rows.pop_back();
    plan.person_rows[1].fields["attitude"] = "-0.5";
    plan.tie_rows[0].to = "b";
    ImportedOrganisation const found = import_organisation(plan, 0.5f);
    EXPECT_THAT(found.base.tenure_years, ElementsAre(4, 0));
    EXPECT_THAT(found.base.of(Trait::attitude), ElementsAre(0, -0.5f));
}

TEST_F(Import, fill_draws_only_what_is_unknown) {
    ImportPlan const given = plan_of("id,department,manager,tenure,data_skill\na,Sales,,9,0.9\nb,Sales,a,,\nc,IT,a,2,\n",
                                     "source,target,weight,trust\nb,c,0.8,0.1\n");
    ImportedOrganisation const imported = import_organisation(given, 0.5f);
    OrganisationPlan assumptions;
    DepartmentPlan& sales = assumptions.departments.emplace_back();
    sales.name = "Sales";
    sales.trait[std::size_t(Trait::data_skill)] = 0.125;
    sales.tenure_years = 33.0;
    sales.data_substitutability = 0.25;
    assumptions.trust_between_departments = {{"IT", "Sales", 0.0}};
    Organisation const filled = fill(imported, assumptions, Stream(1, 0, 2));
    EXPECT_THAT(filled.tenure_years, ElementsAre(9, 33, 2));
    EXPECT_THAT(filled.of(Trait::data_skill)[0], FloatEq(0.9f));
    EXPECT_EQ(filled.of(Trait::data_skill)[1], 0.125f);
    EXPECT_GT(filled.of(Trait::data_skill)[2], 0);
    EXPECT_EQ(filled.departments[0].data_substitutability, 0.25f);
    // Rows: a-b, a-c; b-a, b-c; c-a, c-b.
    EXPECT_THAT(filled.ties.strength[3], FloatEq(0.8f));
    EXPECT_THAT(filled.ties.strength[5], FloatEq(0.4f));
    for (int const line : {0, 1, 2, 4}) EXPECT_NEAR(filled.ties.strength[std::size_t(line)], 0.6, 0.35);
    EXPECT_THAT(filled.ties.trust[3], FloatEq(0.1f));
    EXPECT_EQ(filled.ties.trust[5], 0) << "IT does not trust Sales";
    EXPECT_NEAR(filled.ties.trust[0], 0.6, 0.35);
    EXPECT_THAT(filled.manager_tie, ElementsAre(nobody, 2, 4));
    EXPECT_EQ(filled.centrality.size(), 3u);
    EXPECT_EQ(fill(imported, assumptions, Stream(1, 0, 2)).trait, filled.trait);
    EXPECT_NE(fill(imported, assumptions, Stream(1, 1, 2)).trait, filled.trait);
}

}  // namespace
}  // namespace micropol
