// Ties as mail statistics, surveys and network programs write them: one test for each kind of trouble.

#include "organisation/import_files.h"

namespace micropol {
namespace {

using testing::ElementsAre;
using testing::FloatEq;
using testing::FloatNear;
using testing::HasSubstr;
using testing::Not;

constexpr char const* four = "id,department\na,Sales\nb,Sales\nc,IT\nd,IT\n";

class StrangersTies : public ImportFiles {
  protected:
    std::size_t ties_of(ImportPlan const& plan) const { return import_organisation(plan, 0.5f).quality.ties; }
    // Strengths of the ties of one person, in the order of the others.
    static std::vector<float> strengths_of(ImportPlan const& plan, std::uint32_t i) {
        Ties const ties = import_organisation(plan, 0.5f).base.ties;
        return {ties.strength.begin() + ties.first[i], ties.strength.begin() + ties.first[i + 1]};
    }
};

TEST_F(StrangersTies, have_headings_of_many_programs) {
    for (char const* headings : {"Source,Target", "from,to", "Von,Nach", "TieOrigin_PersonId,TieDestination_PersonId",
                                 "Vertex 1,Vertex 2", "PrimaryCollaborator_PersonId,SecondaryCollaborator_PersonId",
                                 "Sender email,Recipient email", "Absender,Empfänger", "ego,alter", "WorkerRef,LineManagerRef"})
        EXPECT_EQ(ties_of(plan_of(four, std::string(headings) + "\na,b\nb,c\n")), 2u) << headings;
    ImportPlan const plan = plan_of(four, "week,who,with whom,hours\n1,a,b,3\n1,b,c,2\n");
    EXPECT_EQ(ties_of(plan), 2u);
    EXPECT_THAT(said_of(plan), HasSubstr("'who' is taken as the source of ties because people are named in it"));
    EXPECT_THAT(problems_of(plan_of(four, "x,y\n1,2\n")), HasSubstr("no column with the source of ties"));
}

TEST_F(StrangersTies, do_not_all_fit) {
    ImportPlan const plan = plan_of(four, "source,target,weight\na,b,1\na,client@x.example,3\nb,b,9\nc,d,-2\nno-reply,a,7\n");
    Misfits corrected;
    std::string const text = problems_of(plan, &corrected);
    EXPECT_THAT(text, HasSubstr("ties.csv:4:2: 1 tie leads from somebody to the same person ('b' in line 4)"));
    EXPECT_THAT(
        text,
        HasSubstr(
            "ties.csv:3:2: 2 ties name somebody who is not among the people ('client@x.example' in line 3, 'no-reply' in line 6)"));
    EXPECT_THAT(text, HasSubstr("ties.csv:5:3: 1 tie has a weight below 0 ('-2' in line 5)"));
    EXPECT_EQ(std::ranges::count(text, '\n'), 2) << "one line for each reason";
    EXPECT_EQ(corrected.count(), 3u);
    ImportPlan left_out = plan;
    left_out.drop = corrected;
    EXPECT_EQ(ties_of(left_out), 1u) << "what the refusal suggests is enough";
    EXPECT_THAT(said_of(left_out), HasSubstr("Left out, as asked: 2 ties name somebody"));
    EXPECT_THAT(problems_of(dropping(plan, {Misfit::outsiders})), Not(HasSubstr("not among the people")));
}

TEST_F(StrangersTies, are_refused_in_a_few_lines_however_many_do_not_fit) {
    std::string ties = "source,target\n";
    for (int k = 0; k < 20'000; ++k) ties += "a,outsider" + std::to_string(k) + "\n";
    std::string const text = problems_of(plan_of(four, ties));
    EXPECT_THAT(text, HasSubstr("20,000 ties"));
    EXPECT_LT(text.size(), 400u);
}

TEST_F(StrangersTies, are_as_strong_as_they_rank_with_their_sender) {
    ImportPlan plan = plan_of(four, "source,target,weight\na,b,1\na,c,40\na,d,3\nb,c,7\nb,d,7\n");
    EXPECT_THAT(strengths_of(plan, 0), ElementsAre(FloatEq(0.5f / 3), FloatEq(2.5f / 3), FloatEq(1.5f / 3)));
    EXPECT_THAT(strengths_of(plan, 1), ElementsAre(FloatEq(0.25f / 3), 0.5f, 0.5f))
        << "equal weights share their ranks; the first is unreturned";
    plan.weights = WeightScale::linear;
    EXPECT_THAT(strengths_of(plan, 0), ElementsAre(FloatEq(0.025f), 1, FloatEq(0.075f)));
    plan.weights = WeightScale::log;
    EXPECT_THAT(strengths_of(plan, 0), ElementsAre(FloatNear(0.1867f, 1e-4f), 1, FloatNear(0.3733f, 1e-4f)));
    EXPECT_THAT(strengths_of(plan_of(four, "source,target,weight\na,b,0.4\na,c,1\n"), 0), ElementsAre(FloatEq(0.4f), 1))
        << "shares are strengths";
}

// Of 360 ties nothing moves but the sender's own when a mailing robot writes 100,000 times.
TEST_F(StrangersTies, are_not_ruled_by_one_robot) {
    std::string people = "id\n", ties = "source,target,weight\n";
    for (int i = 0; i < 60; ++i) people += "p" + std::to_string(i) + "\n";
    for (int k = 0; k < 360; ++k)
        ties += "p" + std::to_string(k % 60) + ",p" + std::to_string((k * 7 + k / 60 + 1) % 60) + "," +
                std::to_string(1 + k * k % 11) + "\n";
    Misfits const drop(1u << std::size_t(Misfit::self_ties));
    ImportPlan plan = plan_of(people, ties);
    plan.drop = drop;
    Ties const before = import_organisation(plan, 0.5f).base.ties;
    plan = plan_of(people, ties + "p30,p2,100000\n");
    plan.drop = drop;
    ImportedOrganisation const robot = import_organisation(plan, 0.5f);
    double most = 0;
    for (std::uint32_t i = 0; i < 60; ++i)
        for (std::uint32_t tie = before.first[i]; tie < before.first[i + 1]; ++tie) {
            auto const begin = robot.base.ties.other.begin() + robot.base.ties.first[i],
                       end = robot.base.ties.other.begin() + robot.base.ties.first[i + 1];
            auto const same = std::lower_bound(begin, end, before.other[tie]);
            ASSERT_TRUE(same != end && *same == before.other[tie]);
            double const change = std::abs(robot.base.ties.strength[std::size_t(same - robot.base.ties.other.begin())] -
                                           before.strength[tie]);
            if (i == 30 || before.other[tie] == 30)
                most = std::max(most, change);
            else
                EXPECT_EQ(change, 0);
        }
    EXPECT_LT(most, 0.15) << "one rank of about seven";
    EXPECT_THAT(said_of(plan), HasSubstr("The largest 1 % of weights hold of their sum: 98 %"));
    std::string shares = "source,target,weight\np0,p1,0.4\n";
    for (int k = 2; k < 40; ++k) shares += "p" + std::to_string(k) + ",p1,0.5\n";
    EXPECT_THAT(strengths_of(plan_of(people, shares + "p50,p1,100000\n"), 0)[0], FloatEq(0.4f))
        << "shares stay shares beside one outlier";
}

TEST_F(StrangersTies, have_ways_in_any_case) {
    for (char const* way : {"Undirected", "undirected", "MUTUAL", "Mutual"})
        EXPECT_EQ(ties_of(plan_of(four, "Source,Target,Type\na,b," + std::string(way) + "\n")), 2u) << way;
    EXPECT_EQ(ties_of(plan_of(four, "Source,Target,Type\na,b,DIRECTED\n")), 1u);
}

TEST_F(StrangersTies, are_lines_where_they_say_so) {
    EXPECT_THAT(managers_of(plan_of(four, "source,target,label\nb,a,REPORTS_TO\nc,a,Reports to\nd,c,knows\n")),
                ElementsAre("-", "a", "a", "-"));
    ImportPlan plan = plan_of(four);
    plan.reports_to = write(
        "lines.graphml",
        R"(<graphml><graph edgedefault="directed"><node id="a"/><node id="b"/><edge source="b" target="a"/></graph></graphml>)");
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "a", "-", "-"));
    plan.reports_to = write("lines.csv", "x1,x2\nb,a\n");
    plan.columns = {{"source", "x1"}, {"target", "x2"}};
    EXPECT_THAT(managers_of(plan), ElementsAre("-", "a", "-", "-")) << "--map speaks of these columns too";
}

TEST_F(StrangersTies, of_a_graph_whose_nodes_have_ids_of_their_own) {
    ImportPlan plan = plan_of("id,name\na,Ada\nb,Ben\n");
    char const* const graph =
        R"(<graphml><key id="k" for="node" attr.name="%"/><graph edgedefault="directed"><node id="n0"><data key="k">a</data></node>
<node id="n1"><data key="k">b</data></node><edge source="n0" target="n1"/></graph></graphml>)";
    std::string text = graph;
    plan.ties = {write("ties.graphml", text.replace(text.find('%'), 1, "badge"))};
    EXPECT_EQ(ties_of(plan), 1u);
    EXPECT_THAT(said_of(plan), HasSubstr("people by their attribute 'badge'"));
    ImportPlan people;
    people.people = plan.ties[0];
    people.columns = {{"id", "badge"}};
    ImportedOrganisation const found = import_organisation(people, 0.5f);
    EXPECT_THAT(found.base.id, ElementsAre("a", "b"));
    EXPECT_EQ(found.quality.ties, 1u) << "--map id=badge maps the edges, too";
}

TEST_F(StrangersTies, of_graphs_with_keys_of_all_kinds) {
    ImportPlan const both = of_graph(
        R"(<graphml><key id="x" for="node" attr.name="department"/><key id="x" for="edge" attr.name="weight"/>
<graph><edge source="a" target="b"><data key="x">3</data></edge><node id="a"><data key="x">IT</data></node><node id="b"><data key="x">HR</data></node>
<edge source="a" target="c"><data key="x">5</data></edge><node id="c"><data key="x">HR</data></node></graph></graphml>)");
    EXPECT_THAT(departments_of(both), ElementsAre("IT", "HR", "HR"));
    EXPECT_THAT(strengths_of(both, 0), ElementsAre(FloatEq(0.25f), FloatEq(0.75f)));
    ImportPlan const undeclared = of_graph(
        R"(<graphml><graph><node id="a"><data key="department">IT</data><data key="labels">:P</data></node>
<node id="b"><data key="department">HR</data></node><edge source="a" target="b"><data key="label">KNOWS</data></edge></graph></graphml>)");
    EXPECT_THAT(departments_of(undeclared), ElementsAre("IT", "HR"));
    std::string const said = said_of(undeclared);
    EXPECT_EQ(said.find("declares no <key>"), said.rfind("declares no <key>")) << "one message for all of them";
    EXPECT_THAT(said, HasSubstr("department, label and labels"));
}

TEST_F(StrangersTies, of_graphs_within_graphs) {
    ImportPlan const plan = of_graph(
        R"(<graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d5" yfiles.type="nodegraphics"/>
<graph edgedefault="directed"><node id="0"><data key="d5"><y:ShapeNode><y:Geometry height="3"/><y:NodeLabel>Chief</y:NodeLabel></y:ShapeNode></data></node>
<node id="1"><data key="d5"><y:GroupNode><y:NodeLabel>Field team</y:NodeLabel></y:GroupNode></data><graph edgedefault="undirected">
<node id="1::0"><data key="d5"><y:ShapeNode><y:NodeLabel>Ann</y:NodeLabel></y:ShapeNode></data></node><node id="1::1"/>
<edge source="1::0" target="1::1"/></graph></node><edge source="0" target="1::0"/></graph></graphml>)");
    Organisation const base = import_organisation(plan, 0.5f).base;
    EXPECT_THAT(base.person, ElementsAre("Chief", "Ann", "1::1"));
    EXPECT_THAT(departments_of(plan), ElementsAre("Unassigned", "Field team", "Field team"));
    EXPECT_EQ(ties_of(plan), 3u) << "both ways within the group alone";
}

TEST_F(StrangersTies, are_drawn_where_none_are_known) {
    std::string people = "id,department\n";
    for (int i = 0; i < 40; ++i) people += std::to_string(i) + (i % 2 ? ",IT\n" : ",Sales\n");
    ImportedOrganisation const imported = import_organisation(plan_of(people), 0.5f);
    Organisation const filled = fill(imported, {}, Stream(1, 0, 1));
    EXPECT_NEAR(filled.ties.count() / 40.0, 14, 1) << "as in an invented organisation";
    std::size_t within = 0;
    for (std::uint32_t i = 0; i < 40; ++i)
        for (std::uint32_t tie = filled.ties.first[i]; tie < filled.ties.first[i + 1]; ++tie)
            within += filled.department[i] == filled.department[filled.ties.other[tie]];
    EXPECT_GT(within * 2, filled.ties.count()) << "more within departments, though people come mixed";
    EXPECT_EQ(fill(import_organisation(plan_of("id\n1\n"), 0.5f), {}, Stream(1, 0, 1)).ties.count(), 0u);
}

}  // namespace
}  // namespace micropol
