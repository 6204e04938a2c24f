// What personnel systems, organisation charts and network programs do to people and ties.

#include "organisation/import_files.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

using StrangersExports = ImportFiles;

TEST_F(StrangersExports, are_in_other_languages) {
    ImportPlan const french = plan_of(
        "Matricule;Nom;Prénom;Service;Responsable hiérarchique;Date d'entrée\n001;Kern;Ada;Ventes;;01/03/2010\n"
        "002;Roth;Zoé;Compta;001;01/03/2015\n");
    EXPECT_THAT(managers_of(french), ElementsAre("-", "001"));
    EXPECT_THAT(departments_of(french), ElementsAre("Ventes", "Compta"));
    ImportedOrganisation const made = import_organisation(french, 0.5f);
    EXPECT_EQ(made.base.person[1], "Zoé Roth");
    EXPECT_NEAR(made.base.tenure_years[0], 5, 0.01);
    ImportPlan const polish = plan_of(
        "Nr ewidencyjny;Imię i nazwisko;Dział;Przełożony;Data zatrudnienia\n1;Ada Kern;Sprzedaż;;2010-03-01\n"
        "2;Paweł Wójcik;Finanse;Ada Kern;2015-03-01\n");
    EXPECT_THAT(managers_of(polish), ElementsAre("-", "1"));
    EXPECT_THAT(managers_of(plan_of("Matricola,Nome,Cognome,Reparto,Responsabile\n1,Ada,Kern,IT,\n2,Bo,Roth,IT,1\n")),
                ElementsAre("-", "1"));
}

TEST_F(StrangersExports, call_departments_with_their_manager) {
    ImportPlan const plan = plan_of(
        "Employee ID,Worker,Supervisory Organization,Manager\n1,Ada Kern,Board (),\n2,Ben Roth,Sales (Ada Kern),Ada Kern\n"
        "3,Cy Lind,Sales (Ben Roth),Ben Roth\n4,Di Moss,Sales (Ben Roth),Ben Roth\n");
    EXPECT_THAT(departments_of(plan), ElementsAre("Board", "Sales", "Sales", "Sales"));
    EXPECT_THAT(said_of(plan), HasSubstr("'Sales (Ada Kern)' is 'Sales'"));
    EXPECT_THAT(departments_of(plan_of("id,name,department\n1,Ada,Sales (North)\n2,Ben,Sales (South)\n3,Cy,Sales (South)\n")),
                ElementsAre("Sales (North)", "Sales (South)", "Sales (South)"))
        << "brackets that name nobody stay";
}

TEST_F(StrangersExports, have_a_chain_of_managers) {
    ImportPlan const plan = plan_of(
        "Employee,L3 Manager,L2 Manager,CEO,Department\nAda,,,,Board\nBen,,,Ada,Sales\nCy,,,Ada,IT\nDi,,Ben,Ada,Sales\n"
        "Ed,,Cy,Ada,IT\nFay,Di,Ben,Ada,Sales\nGus,Ed,Cy,Ada,IT\nHo,Fay,Ben,Ada,Sales\n");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "Ada", "Ada", "Ben", "Cy", "Di", "Ed", "Fay"));
    EXPECT_THAT(said_of(plan), HasSubstr("the last ones named in CEO, L2 Manager and L3 Manager"));
    // Of a chain that names people in their own column, too, nobody is their own manager.
    EXPECT_THAT(managers_of(plan_of("Name,Manager Level 1,Manager Level 2\nAda,Ada,\nBen,Ada,Ben\nCy,Ada,Ben\n")),
                ElementsAre("-", "Ada", "Ben"));
}

TEST_F(StrangersExports, number_people_by_place) {
    ImportPlan const plan = plan_of("Position,Name,Department\n1,Ada,Board\n1.1,Ben,Sales\n1.1.1,Cy,Sales\n1.2,Di,IT\n");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "Ada", "Ben", "Ada"));
    EXPECT_THAT(said_of(plan), HasSubstr("Managers follow from 'Position': 1.1.1 reports to 1.1."));
    EXPECT_THAT(managers_of(plan_of("id,department,score\n1,IT,1\n2,IT,1.5\n3,IT,1.2\n")), ElementsAre("-", "-", "-"));
}

TEST_F(StrangersExports, have_places_that_nobody_holds) {
    ImportPlan const plan = plan_of(
        "Position ID,Incumbent,Department,Reports To Position\nP1,Ada,Board,\nP2,Vacant,Sales,P1\nP3,Cy,Sales,P2\n"
        "P4,VACANT,Sales,P2\nP5,Di,Sales,P4\n");
    Misfits corrected;
    EXPECT_THAT(problems_of(plan, &corrected),
                AllOf(HasSubstr("2 rows are places that nobody holds ('Vacant' in line 3"), HasSubstr("--drop vacant-managers")));
    ImportPlan dropped = plan;
    dropped.drop = corrected;
    EXPECT_THAT(managers_of(dropped), ElementsAre("-", "P1", "P1")) << "who reports to such a place reports to whom it reports";
}

TEST_F(StrangersExports, have_dotted_lines_in_columns_of_their_own) {
    ImportPlan const plan = plan_of(
        "id,department,manager,Dotted Line Manager,Matrix Manager\n1,Board,,,\n2,Sales,1,,\n3,IT,1,2,\n4,IT,3,2,1\n");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "1", "1", "3"));
    DataQuality const quality = import_organisation(plan, 0.5f).quality;
    EXPECT_EQ(quality.dotted_lines, 3u);
    EXPECT_THAT(quality.ignored_columns, testing::IsEmpty());
}

TEST_F(StrangersExports, have_headings_of_programs_and_of_people) {
    ImportPlan const plan = plan_of(
        "STATUS,USERID,MANAGER,DEPARTMENT\nStatus,User ID,Manager,Department\nactive,1,NO_MANAGER,Board\nactive,2,1,Sales\n");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "1"));
    EXPECT_THAT(said_of(plan), HasSubstr("Line 2 has the headings again"));
}

TEST_F(StrangersExports, do_not_take_counts_for_departments) {
    EXPECT_THAT(said_of(plan_of("User Id,Team Chat Message Count\n1,30\n2,17\n")), Not(HasSubstr("looks like the department")));
}

std::string const three = "id,name,department\n1,Ada,A\n2,Ben,A\n3,Cy,B\n";

std::size_t directed_ties(ImportPlan const& plan) { return import_organisation(plan, 0.5f).quality.ties; }

TEST_F(StrangersExports, have_ties_without_headings) {
    for (char const* ties : {"1 2 5\n2 3 1\n", "1,2,5\n2,3,1\n", "1\t2\n2\t3\n"}) {
        EXPECT_EQ(directed_ties(plan_of(three, ties)), 2u) << ties;
        EXPECT_THAT(said_of(plan_of(three, ties)), HasSubstr("has no headings")) << ties;
    }
    EXPECT_THAT(problems_of(plan_of(three, "1 2 5\n2 3\n")), HasSubstr("no column with the source of ties"));
}

TEST_F(StrangersExports, have_weights_in_their_own_words) {
    DataQuality const quality =
        import_organisation(plan_of(three, "Sender;Empfänger;Anzahl Nachrichten\n1;2;1.000\n2;3;25.000\n"), 0.5f).quality;
    EXPECT_EQ(quality.columns.at("weight"), "Anzahl Nachrichten");
}

std::string const gexf = R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">
<attributes class="node"><attribute id="0" title="department" type="string"><default>Sales</default></attribute>
<attribute id="m" title="manager" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="trust" type="float"/></attributes>
<nodes><node id="a" label="Ada Kern"/><node id="b" label="Ben Roth"><attvalues><attvalue for="0" value="IT"/>
<attvalue for="m" value="a"/></attvalues></node><node id="c" label="Cy"><attvalues><attvalue id="m" value="b"/></attvalues></node></nodes>
<edges><edge id="0" source="a" target="b" weight="3"><attvalues><attvalue for="0" value="0.7"/></attvalues></edge>
<edge source="b" target="c" type="directed" weight="1.5"/></edges></graph></gexf>)";

TEST_F(StrangersExports, are_graphs_of_gephi) {
    ImportPlan plan;
    plan.people = write("a.gexf", gexf);
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "a", "b"));
    EXPECT_THAT(departments_of(plan), ElementsAre("Sales", "IT", "Sales"));
    ImportedOrganisation const made = import_organisation(plan, 0.5f);
    EXPECT_EQ(made.quality.ties, 3u) << "the undirected edge counts in both directions";
    EXPECT_EQ(made.base.person[0], "Ada Kern");
    EXPECT_EQ(made.quality.columns.at("weight"), "weight");
    ImportPlan joined = plan_of("id,name,department\n1,Ada Kern,A\n2,Ben Roth,A\n3,Cy,B\n");
    joined.ties = {plan.people};
    EXPECT_EQ(directed_ties(joined), 3u) << "nodes are joined to people by what is written on them";
}

TEST_F(StrangersExports, are_graphs_with_groups) {
    ImportPlan plan;
    plan.people = write("g.gexf",
                        "<gexf><graph><nodes><node id='g' label='IT'><nodes><node id='a'/><node id='b'/></nodes></node>"
                        "<node id='c'/></nodes><edges><edge source='a' target='b'/></edges></graph></gexf>");
    EXPECT_THAT(departments_of(plan), ElementsAre("IT", "IT", "Unassigned"));
    EXPECT_THAT(said_of(plan), HasSubstr("1 node of"));
}

TEST_F(StrangersExports, that_are_no_graphs_are_refused) {
    auto const refused = [&](std::string const& text) {
        ImportPlan plan;
        plan.people = write("a.gexf", text);
        return problems_of(plan);
    };
    EXPECT_THAT(refused("<gexf><graph><nodes><node id='a'>"), HasSubstr("a.gexf:1"));
    EXPECT_THAT(refused("<!DOCTYPE x [<!ENTITY a 'b'>]><gexf><graph><nodes><node id='&a;'/></nodes></graph></gexf>"),
                HasSubstr("a.gexf"));
    EXPECT_THAT(refused("<gexf></gexf>"), HasSubstr("nobody works here"));
    std::string many = "<gexf><graph><nodes><node id='a'><attvalues>";
    for (int k = 0; k < 1200; ++k) many += "<attvalue for='k" + std::to_string(k) + "' value='1'/>";
    EXPECT_THAT(refused(many + "</attvalues></node></nodes></graph></gexf>"), HasSubstr("too many attributes"));
    for (std::size_t length = 0; length < gexf.size(); length += 7) (void)refused(gexf.substr(0, length));
}

TEST_F(StrangersExports, are_networks_of_pajek) {
    ImportPlan plan = plan_of(three);
    plan.ties = {write("a.net",
                       "*Network firm\n*Vertices 3\n1 \"Ada Kern\" 0.1 0.2\n2 \"Ben Roth\" ic Red\n3 Cy\n% a remark\n"
                       "*Arcs :1 \"advice\"\n1 2 4\n*Edges\n2 3 1\n*Arcslist\n3 1\n*Vector x\n1\n")};
    EXPECT_EQ(directed_ties(plan), 4u);
    EXPECT_THAT(said_of(plan), HasSubstr("under *vector is not read"));
    ImportPlan alone;
    alone.people = plan.ties[0];
    EXPECT_EQ(import_organisation(alone, 0.5f).base.person[1], "Ben Roth");
    plan.ties = {write("b.net", "*Vertices 3\n*Arcs\n1\n")};
    EXPECT_THAT(problems_of(plan), HasSubstr("b.net:3: '1' is no tie"));
}

}  // namespace
}  // namespace micropol
