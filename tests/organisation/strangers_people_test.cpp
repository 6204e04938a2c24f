// Files of people as spreadsheets, HR systems and people write them: one test for each kind of trouble.

#include "organisation/import_files.h"

namespace micropol {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::FloatNear;
using testing::HasSubstr;
using testing::Not;

using StrangersPeople = ImportFiles;

TEST_F(StrangersPeople, have_headings_of_hr_systems) {
    auto const read = [&](std::string const& headings) {
        return managers_of(plan_of(headings + "\n7,Ada,Sales,\n8,Ben,IT,7\n9,Cy,IT,8\n"));
    };
    for (char const* headings : {
             "PersonId,DisplayName,Organization,ManagerId",
             "USERID,Full Name,DEPARTMENT,MANAGER",
             "Employee ID,Worker,Supervisory Organization,Manager ID",
             "Employee #,Employee name,Division,Reporting to",
             "Employee Number,Employee Name,Org Unit,Supervisor Employee Number",
             "workerref,name,team,linemanagerid",
             "Personalnummer,Mitarbeiter,Abteilung,Vorgesetzte/r",
             "Pers.-Nr.,Mitarbeiter:in,Bereich,Führungskraft",
             "Mitarbeiter-ID,Name,Organisationseinheit,Vorgesetzter (Personalnummer)",
             "\"Person\nID\",Name,\"Org\nunit\",\"Reports\nto\"",
         })
        EXPECT_THAT(read(headings), ElementsAre("-", "7", "8")) << headings;
    EXPECT_THAT(departments_of(plan_of("PersonId,Organization,FunctionType\n1,Firm,R\n2,Firm,S\n")), ElementsAre("R", "S"))
        << "a column that tells nobody apart is no department";
}

TEST_F(StrangersPeople, are_named_in_two_columns) {
    ImportedOrganisation const found = import_organisation(
        plan_of("Nr;Name;Vorname;Vorgesetzter\n1;Kern;Ada;\n2;Roth;Ben;\"Kern, Ada\"\n3;Lee;Cy;Ben Roth\n"), 0.5f);
    EXPECT_THAT(found.base.person, ElementsAre("Ada Kern", "Ben Roth", "Cy Lee"));
    EXPECT_THAT(found.base.manager, ElementsAre(nobody, 0, 1));
}

TEST_F(StrangersPeople, have_managers_given_in_other_words) {
    EXPECT_THAT(
        managers_of(plan_of(
            "id,name,manager\nX1,Ada Kern,\nX2,Ben Roth,Ada Kern (X1)\nX3,Cy Lee,X2 - Ben Roth\nX4,Di Fox,\"Roth, Ben\"\n")),
        ElementsAre("-", "X1", "X2", "X2"));
    EXPECT_THAT(managers_of(plan_of("id,email,manager email\n1,Ada@x.example,\n2,ben@x.example,ada@X.example\n")),
                ElementsAre("-", "1"))
        << "by another column, and without case";
    EXPECT_THAT(managers_of(plan_of("id,manager\n0012,\n0013,12\n0014,13.0\n")), ElementsAre("-", "0012", "0013"));
    EXPECT_THAT(said_of(plan_of("id,manager\n0012,\n0013,12\n")), HasSubstr("'12' is '0012'"));
    EXPECT_THAT(problems_of(plan_of("id,manager\nBen,\nAda,Bem\n")), HasSubstr("did you mean 'Ben'? correct them"));
    // é as one character and as two, and blanks of other widths.
    EXPECT_THAT(managers_of(plan_of("name,manager\nRen\xc3\xa9 Ott,\nAnn Lee,Rene\xcc\x81\xc2\xa0Ott\xe2\x80\x89\n")),
                ElementsAre("-", "Ren\xc3\xa9 Ott"));
}

TEST_F(StrangersPeople, are_not_guessed_where_several_could_be_meant) {
    ImportPlan const plan = plan_of("name,manager\nAnn Lee,\nBo Ray,Ann Lee\nAnn Lee,Bo Ray\n");
    Misfits corrected;
    EXPECT_THAT(problems_of(plan, &corrected),
                HasSubstr("people.csv:3:2: 1 person reports to somebody who cannot be told among the people"));
    EXPECT_TRUE(corrected[std::size_t(Misfit::unknown_managers)]);
    EXPECT_THAT(managers_of(dropping(plan, {Misfit::unknown_managers})), ElementsAre("-", "-", "Bo Ray"));
    EXPECT_THAT(problems_of(plan_of("id,manager\n9007199254740993,\n9007199254740992,9.00719925474099E+15\n")),
                HasSubstr("cannot be told"));
    EXPECT_THAT(managers_of(plan_of("id,manager\n123456789012345,\n12,1.23456789012345E+14\n")),
                ElementsAre("-", "123456789012345"));
}

TEST_F(StrangersPeople, stand_at_the_top_when_they_report_to_themselves) {
    ImportPlan const plan = plan_of("id,manager\n1,1\n2,1\n");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "1"));
    EXPECT_THAT(said_of(plan), HasSubstr("1 person reports to themself"));
}

TEST_F(StrangersPeople, have_several_managers) {
    ImportPlan const plan = plan_of("id,manager\na,\nb,\nc,a; b\nd,\"b, a\"\ne,a and b\n");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "-", "a", "b", "a"));
    EXPECT_EQ(import_organisation(plan, 0.5f).quality.dotted_lines, 3u);
    EXPECT_EQ(import_organisation(dropping(plan, {Misfit::second_managers}), 0.5f).quality.ties, 0u);
    ImportPlan lines = plan_of("id\na\nb\nc\n");
    lines.reports_to = write("lines.csv", "employee,manager,type\nb,a,solid\nc,b,dotted\nc,a,solid\n");
    EXPECT_THAT(managers_of(lines), ElementsAre("-", "a", "a")) << "a dotted line is never the first";
    EXPECT_EQ(import_organisation(lines, 0.5f).quality.ties, 1u);
}

TEST_F(StrangersPeople, report_to_places_that_are_vacant_or_outside) {
    ImportPlan const plan = plan_of("id,manager\n1,\n2,1\n3,VACANT\n4,N.N.\n5,77\n6,Stelle unbesetzt\n");
    Misfits corrected;
    std::string const text = problems_of(plan, &corrected);
    EXPECT_THAT(
        text,
        HasSubstr(
            "3 people report to a place that is vacant ('VACANT' in line 4, 'N.N.' in line 5, 'Stelle unbesetzt' in line 7)"));
    EXPECT_THAT(text, HasSubstr("--drop unknown-managers"));
    EXPECT_EQ(corrected.count(), 2u);
    EXPECT_THAT(managers_of(dropping(plan, {Misfit::vacant_managers, Misfit::unknown_managers})),
                ElementsAre("-", "1", "-", "-", "-", "-"));
}

TEST_F(StrangersPeople, are_called_what_others_write_for_nothing) {
    EXPECT_THAT(departments_of(plan_of("id,department\n1,EMEA\n2,NA\n3,NA\n")), ElementsAre("EMEA", "NA", "NA"));
    EXPECT_THAT(said_of(plan_of("id,department\n1,EMEA\n2,NA\n")), HasSubstr("'NA' is taken as the name of a department"));
    EXPECT_THAT(departments_of(plan_of("id,department\n1,EMEA\n2,NA\n3,\n")), ElementsAre("EMEA", "NA", "Unassigned"));
    EXPECT_THAT(departments_of(plan_of("id,department,tenure\n1,EMEA,NA\n2,NA,3\n")), ElementsAre("EMEA", "Unassigned"))
        << "a program that writes NA for a number that is not known";
    EXPECT_THAT(managers_of(plan_of("id,manager\nNone,\nb,None\nc,null\n")), ElementsAre("-", "None", "-"));
}

TEST_F(StrangersPeople, stand_in_a_row_for_each_week) {
    ImportPlan const plan = plan_of(
        "id,week,department\na,2024-05-06,IT\nb,2024-05-06,IT\na,2024-05-13,Sales\nb,2024-04-29,HR\n");
    Misfits corrected;
    EXPECT_THAT(problems_of(plan, &corrected), HasSubstr("2 rows are about somebody whom another row is about, too"));
    EXPECT_THAT(departments_of(dropping(plan, {Misfit::old_rows})), ElementsAre("IT", "Sales"));
    EXPECT_THAT(problems_of(plan_of("id,name\na,Ada\na,Ben\n")), HasSubstr("id 'a' appears twice (first in line 2)"))
        << "two people, and no older row";
}

TEST_F(StrangersPeople, came_on_a_date) {
    ImportPlan plan = plan_of(
        "id;Eintritt;Geburtsdatum;Befristet bis\n1;01.07.2014;1.1.1980;31.12.2030\n2;1. März 2020;2.2.1990;\n3;01.07.2024;3.3.1999;\n");
    EXPECT_THAT(import_organisation(plan, 0.5f).base.tenure_years, ElementsAre(FloatNear(10, 0.01f), FloatNear(4.33f, 0.01f), 0));
    EXPECT_THAT(said_of(plan), HasSubstr("to 2024-07-01, the newest date in the file"));
    plan.as_of = "2025-07-01";
    EXPECT_THAT(import_organisation(plan, 0.5f).base.tenure_years[2], FloatNear(1, 0.01f));
    plan.as_of = "soon";
    EXPECT_THAT(problems_of(plan), HasSubstr("'soon' is no date to count tenure on"));
    auto const years = [&](char const* text) { return import_organisation(plan_of(text), 0.5f).base.tenure_years; };
    EXPECT_THAT(years("id,tenure\n1,5 years\n2,18 months\n3,2 Jahre 6 Monate\n"), ElementsAre(5, 1.5, 2.5));
    EXPECT_THAT(years("id,hire date\n1,03/25/2020\n2,02/01/2020\n"), ElementsAre(0, FloatNear(0.145f, 0.01f)))
        << "the month is first everywhere";
    EXPECT_THAT(years("id,hire date\n1,25/03/2020\n2,02/01/2020\n"), ElementsAre(0, FloatNear(0.227f, 0.01f)))
        << "the day is first everywhere";
    EXPECT_THAT(said_of(plan_of("id,hire date\n1,02/03/2020\n")), HasSubstr("the month was taken"));
    EXPECT_THAT(years("id,tenure_months\n1,24\n2,6\n"), ElementsAre(2, 0.5));
}

TEST_F(StrangersPeople, have_levels_in_codes_and_words) {
    auto const levels = [&](char const* text) { return import_organisation(plan_of(text), 0.5f).base.level; };
    EXPECT_THAT(levels("id,grade\na,L7\nb,L5\nc,L4\nd,L4\n"), ElementsAre(2, 1, 0, 0));
    EXPECT_THAT(levels("id,Job level\na,Vice President\nb,Director\nc,Analyst\nd,Intern\n"), ElementsAre(3, 2, 1, 0));
    EXPECT_THAT(levels("id;Ebene\na;Bereichsleiterin\nb;Teamleiter\nc;Mitarbeiter:in\n"), ElementsAre(2, 1, 0));
    EXPECT_THAT(said_of(plan_of("id,level\na,Director\nb,Junior\n")), HasSubstr("from the top: Director and Junior"));
    EXPECT_THAT(levels("id,level\na,gold\nb,silver\n"), Each(0));
    EXPECT_THAT(said_of(plan_of("id,level\na,gold\nb,silver\n")), HasSubstr("The column 'level' is not used"));
    EXPECT_THAT(levels("id,level,manager\na,gold,\nb,silver,a\n"), ElementsAre(1, 0)) << "reporting lines say more";
}

TEST_F(StrangersPeople, have_numbers_of_several_countries) {
    auto const skills = [&](char const* text) {
        return import_organisation(plan_of(text), 0.5f).base.trait[std::size_t(Trait::data_skill)];
    };
    EXPECT_THAT(skills("id,data_skill\n1,35 %\n2,0.5\n"), ElementsAre(FloatNear(0.35f, 1e-6f), 0.5f));
    EXPECT_THAT(skills("id;data_skill\n1;0,25\n2;1\n"), ElementsAre(0.25f, 1));
    ImportPlan const plan = plan_of("id;tenure\n1;12,5\n2;1.234,5\n");
    EXPECT_THAT(problems_of(plan),
                HasSubstr("people.csv:3:2: 1 value of 'tenure' is not a number from 0 to 60 ('1.234,5' in line 3)"));
    EXPECT_THAT(import_organisation(dropping(plan, {Misfit::unreadable_values}), 0.5f).tenure_known, ElementsAre(true, false));
}

TEST_F(StrangersPeople, come_in_tables_as_spreadsheets_shape_them) {
    std::string const body = "1,A,\n2,B,1\n";
    for (std::string const& text : std::vector<std::string>{
             "sep=,\r\nid,name,manager\r\n" + body, "Headcount, as of today\nAll regions\n\nid,name,manager\n" + body,
             "id,name,manager,,\n1,A,,,\n2,B,1,,\n,,,,\n", std::string("id|name|manager\n1|A|\n2|B|1\n"),
             std::string("id;\"Name, Titel\";manager\n1;\"A; B\";\n2;C;1\n"), std::string("id,name,manager\n1,A\n2,B,1\n"),
             std::string(",id,manager\n0,1,\n1,2,1\n"), std::string("id\tmanager\r1\t\r2\t1\r")})
        EXPECT_THAT(managers_of(plan_of(text)), ElementsAre("-", "1")) << text;
    EXPECT_THAT(said_of(plan_of("A title\nid,manager\n1,\n2,1\n")), HasSubstr("named in line 2"));
    EXPECT_THAT(said_of(plan_of("id,manager\n1\n2,1\n")), HasSubstr("1 row of"));
    EXPECT_THAT(problems_of(plan_of("id,manager\n1,\n2,1,and more\n")), HasSubstr("people.csv:3:3: row has 3 fields"));
    EXPECT_THAT(said_of(plan_of("id,note,note\n1,a,b\n2,c,d\n")), HasSubstr("Two columns are called 'note'"));
}

TEST_F(StrangersPeople, are_written_in_other_encodings) {
    for (std::string_view const text : {"id;name\n1;Zo\xeb Wei\xdf\n", "id;name\n1;Zo\xc3\xab Wei\xc3\x9f\n",
                                        "\xef\xbb\xbfid;name\n1;Zo\xc3\xab Wei\xc3\x9f\n"})
        EXPECT_THAT(import_organisation(plan_of(text), 0.5f).base.person, ElementsAre("Zo\xc3\xab Wei\xc3\x9f"));
    EXPECT_THAT(said_of(plan_of("id;name\n1;Zo\xeb\n")), HasSubstr("read as Windows-1252"));
    auto const utf16 = [](std::u16string_view text, bool little) {
        std::string bytes;
        for (char16_t const c : text)
            bytes += little ? std::string{char(c & 0xff), char(c >> 8)} : std::string{char(c >> 8), char(c & 0xff)};
        return bytes;
    };
    for (bool const little : {true, false})
        for (bool const marked : {true, false}) {
            std::u16string const text = (marked ? u"\ufeff" : u"") + std::u16string(u"id\tname\r\n1\tZo\u00eb\r\n");
            std::string const bytes = utf16(text, little);
            EXPECT_THAT(import_organisation(plan_of(bytes), 0.5f).base.person, ElementsAre("Zo\xc3\xab"));
        }
    EXPECT_THAT(problems_of(plan_of(std::string_view("\xff\xfe\x00\xd8\x00\xd8", 6))), HasSubstr("not text"));
}

TEST_F(StrangersPeople, have_columns_that_are_not_used_and_look_as_if_they_should) {
    EXPECT_THAT(said_of(plan_of("id,Org\n1,Sales\n2,IT\n")), Not(HasSubstr("is not used")));
    EXPECT_THAT(said_of(plan_of("id,My manager's badge\n1,\n2,1\n3,1\n")),
                HasSubstr("looks like the manager and is not used: --map"));
    EXPECT_THAT(said_of(plan_of("id,hq\nP01,P02\nP02,P03\nP03,P03\n")), HasSubstr("'hq' looks like the manager"))
        << "its texts are people";
    EXPECT_THAT(said_of(plan_of("id,attitude\n1,++\n2,--\n3,-2\n")), HasSubstr("The column 'attitude' is not used as attitude"));
    std::string wide = "c0";
    for (int k = 1; k < 150; ++k) wide += ",c" + std::to_string(k);
    std::string const problem = problems_of(plan_of(wide + ",PersonId2\n"));
    EXPECT_THAT(problem, HasSubstr("it has 151 columns, among them PersonId2, c0"));
    EXPECT_LT(problem.size(), 300u);
}

TEST_F(StrangersPeople, are_shown_by_names_that_tell_them_apart) {
    Organisation const base = import_organisation(plan_of("id,name\n1,Ann Lee\n2,Bo Ray\n3,Ann Lee\n4,2\n5,\n"), 0.5f).base;
    EXPECT_THAT(base.person, ElementsAre("Ann Lee (1)", "Bo Ray", "Ann Lee (3)", "2 (4)", "5"));
    EXPECT_EQ(base.called(1), "Bo Ray");
}

}  // namespace
}  // namespace micropol
