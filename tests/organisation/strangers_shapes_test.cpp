// Shapes in which spreadsheets, HR systems and mail statistics write tables: nothing is lost or guessed in silence.

#include "organisation/import_files.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

using StrangersShapes = ImportFiles;

TEST_F(StrangersShapes, have_headings_in_two_rows) {
    ImportPlan const plan = plan_of(
        "Person,,,Organisation,,\nID,First name,Last name,Department,Manager ID,Hired\n1,Ada,Kern,Sales,,2010-03-01\n2,Ben,Roth,IT,1,2015-03-01\n");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "1"));
    ImportPlan const spanning = plan_of("ID,Name,Organisation,\n,,Department,Manager\n1,Ada,Sales,\n2,Ben,IT,1\n");
    EXPECT_THAT(managers_of(spanning), ElementsAre("-", "1"));
    EXPECT_THAT(departments_of(spanning), ElementsAre("Sales", "IT"));
    EXPECT_THAT(said_of(spanning), HasSubstr("named in two lines, 1 and 2"));
}

TEST_F(StrangersShapes, end_with_sums_and_notes) {
    ImportPlan const sum = plan_of("id,name,department,manager\n1,Ada,Sales,\n2,Ben,Sales,1\n3,Cy,IT,1\nTotal,3,,\n");
    EXPECT_THAT(managers_of(sum), ElementsAre("-", "1", "1"));
    EXPECT_THAT(said_of(sum), HasSubstr("Line 5 of"));
    EXPECT_THAT(said_of(sum), HasSubstr("is a sum ('Total')"));
    ImportPlan const note = plan_of(
        "id,name,department,manager\n1,Ada,Sales,\n2,Ben,Sales,1\n\n\"Exported by HR on 1 Nov, confidential\",,,\n");
    EXPECT_THAT(managers_of(note), ElementsAre("-", "1"));
    EXPECT_THAT(said_of(note), HasSubstr("is a note"));
    EXPECT_THAT(managers_of(plan_of("| id | department | manager |\n|---|---|---|\n| 1 | Sales | |\n| 2 | IT | 1 |\n")),
                ElementsAre("-", "1"));
    // Somebody of whom no more is known is no note.
    EXPECT_THAT(managers_of(plan_of("name,department\nAda Kern,IT\nBen Roth,IT\nJuan de la Cruz,\n")).size(), 3u);
}

TEST_F(StrangersShapes, keep_zeros_as_spreadsheets_do) {
    ImportPlan const plan = plan_of("id;department;manager\n=\"00012\";Sales;\n\"=\"\"00013\"\"\";IT;=\"00012\"\n");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "00012"));
}

TEST_F(StrangersShapes, number_days) {
    ImportPlan const plan = plan_of("id,department,hire_date\n1,Sales,40238\n2,IT,42064\n");
    EXPECT_NEAR(import_organisation(plan, 0.5f).base.tenure_years[0], 5, 0.01);
    EXPECT_THAT(said_of(plan), HasSubstr("40238 is 2010-03-01"));
}

TEST_F(StrangersShapes, list_people_who_have_left) {
    ImportPlan const dated = plan_of(
        "id,department,manager,Eintritt,Austrittsdatum\n1,Sales,,01.01.2010,\n2,Sales,1,01.02.2011,31.05.2012\n"
        "3,IT,1,01.03.2013,31.12.9999\n4,IT,2,01.04.2013,31.12.2013\n");
    Misfits corrected;
    EXPECT_THAT(problems_of(dated, &corrected),
                AllOf(HasSubstr("1 person has left ('31.05.2012' in line 3)"), HasSubstr("--drop leavers")));
    ImportPlan all = dated;
    all.drop = corrected;
    EXPECT_THAT(managers_of(all), ElementsAre("-", "1", "-")) << "the command that is suggested works";
    EXPECT_THAT(said_of(all), HasSubstr("1 person leaves after 2013-04-01"));
    all.as_of = "2014-01-31";
    EXPECT_THAT(managers_of(all), ElementsAre("-", "1"));
    EXPECT_THAT(problems_of(plan_of("id,department,Employment Status\n1,Sales,Active\n2,IT,Terminated\n")),
                HasSubstr("1 person has left"));
    EXPECT_EQ(problems_of(plan_of("id,department,Employment Status\n1,Sales,Full-Time\n2,IT,On leave\n")), "nothing");
}

TEST_F(StrangersShapes, call_one_department_in_two_ways) {
    ImportPlan const plan = plan_of("id,department\n1,Sales\n2,SALES\n3,IT\n");
    EXPECT_THAT(departments_of(plan), ElementsAre("Sales", "Sales", "IT"));
    EXPECT_THAT(said_of(plan), HasSubstr("'Sales' and 'SALES' differ in capitals only"));
}

TEST_F(StrangersShapes, shorten_what_a_manager_is) {
    EXPECT_THAT(managers_of(plan_of("Pers.Nr.;Name;Abteilung;Vorg. PersNr\n00001;A;IT;\n00002;B;IT;00001\n")),
                ElementsAre("-", "00001"));
    EXPECT_THAT(managers_of(plan_of("EmpNo;Name;Dept;VORGESETZTER PNR\n11;A;IT;\n12;B;IT;11\n")), ElementsAre("-", "11"));
    EXPECT_THAT(managers_of(plan_of("id,name,department,manager\n1,Ada Kern,IT,\n2,Ben Roth,IT,Frau Dr. Kern Ada\n")),
                ElementsAre("-", "1"));
}

constexpr char const* three = "id,name,department\na,Ada Kern,Sales\nb,Ben Roth,Sales\nc,Cy Lee,IT\n";

std::size_t directed_ties(ImportPlan const& plan) { return import_organisation(plan, 0.5f).quality.ties; }

TEST_F(StrangersShapes, hold_ties_as_a_matrix) {
    ImportPlan const plan = plan_of(three, ",a,b,c\na,9,5,2\nb,3,0,0\nc,,1,0\n");
    EXPECT_EQ(directed_ties(plan), 4u);
    EXPECT_THAT(said_of(plan), HasSubstr("is a matrix"));
    EXPECT_EQ(directed_ties(plan_of(three, "Name,Ada Kern,Ben Roth,Cy Lee\nAda Kern,,3,1\nBen Roth,2,,0\nCy Lee,,,\n")), 3u);
    EXPECT_THAT(problems_of(plan_of(three, ",a,b,c\na,0,x,2\nb,3,0,0\n")), HasSubstr("ties.csv:2:3"));
}

TEST_F(StrangersShapes, name_several_people_at_once) {
    ImportPlan const wide = plan_of(three, "Respondent,Nominee 1,Nominee 2\na,b,c\nb,c,\nc,a,\n");
    EXPECT_EQ(directed_ties(wide), 4u);
    EXPECT_THAT(said_of(wide), HasSubstr("Nominee 2 name targets"));
    ImportPlan const listed = plan_of(three, "from,to\na,b; c\nb,c\n");
    EXPECT_EQ(directed_ties(listed), 3u);
    EXPECT_THAT(said_of(listed), HasSubstr("1 tie names several people"));
    EXPECT_THAT(problems_of(plan_of(three, "from,to\na,b; z\n")), HasSubstr("--drop outsiders"));
}

TEST_F(StrangersShapes, say_which_columns_of_ties_are_not_used) {
    ImportPlan const plan = plan_of(three, "source,target,hours,subject\na,b,1:30,x\nb,c,0:45,y\n");
    EXPECT_THAT(said_of(plan), HasSubstr("The column 'hours' is not used: most of its texts are not numbers."));
    EXPECT_THAT(import_organisation(plan, 0.5f).quality.ignored_columns, testing::Contains("subject"));
}

TEST_F(StrangersShapes, are_of_other_programs) {
    auto const refused = [&](char const* name, char const* text) {
        ImportPlan plan;
        plan.people = write(name, text);
        return problems_of(plan);
    };
    EXPECT_THAT(refused("a.mat", "*Matrix\n0 1\n1 0\n"), HasSubstr("Pajek"));
    EXPECT_THAT(refused("a.json", "[{\"id\":1}]"), HasSubstr("JSON"));
    EXPECT_THAT(refused("a.xls", "<html><table><tr><td>id"), HasSubstr("HTML"));
    EXPECT_THAT(refused("a.gml", "graph [\n node [ id 1 ]"), HasSubstr("GML"));
    EXPECT_THAT(refused("a.pdf", "%PDF-1.7\n\x01\xff"), AllOf(HasSubstr("PDF"), Not(HasSubstr("control"))));
}

}  // namespace
}  // namespace micropol
