#include "organisation/graphml.h"

#include <gmock/gmock.h>

#include "words/german.h"

namespace micropol {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view example = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="k0" for="node" attr.name="department" attr.type="string"><default>Sales</default></key>
  <key id="k1" for="node" attr.name="tenure" attr.type="double"/>
  <key id="k2" for="edge" attr.name="weight" attr.type="double"/>
  <graph edgedefault="undirected">
    <node id="a"><data key="k1"> 3.5 </data></node>
    <node id="b"><data key="k0">R&amp;D</data></node>
    <edge source="a" target="b"><data key="k2">2</data></edge>
    <edge source="b" target="a" directed="true"/>
  </graph>
</graphml>)";

TEST(Graphml, gives_nodes_and_edges_as_tables) {
    std::vector<Phrase> remarks;
    std::vector<Problem> problems;
    Graph const graph = parse_graphml(example, "firm.graphml", remarks, problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_THAT(graph.nodes.columns, ElementsAre("id", "department", "tenure"));
    ASSERT_EQ(graph.nodes.rows.size(), 2u);
    EXPECT_THAT(graph.nodes.rows[0].fields, ElementsAre("a", "Sales", "3.5"));
    EXPECT_THAT(graph.nodes.rows[1].fields, ElementsAre("b", "R&D", ""));
    EXPECT_EQ(graph.nodes.rows[1].line, 8);
    EXPECT_THAT(graph.edges.columns, ElementsAre("source", "target", "weight"));
    ASSERT_EQ(graph.edges.rows.size(), 3u);
    EXPECT_THAT(graph.edges.rows[0].fields, ElementsAre("a", "b", "2"));
    EXPECT_THAT(graph.edges.rows[1].fields, ElementsAre("b", "a", "2"));
    EXPECT_THAT(graph.edges.rows[2].fields, ElementsAre("b", "a", ""));
}

std::string problem_of(std::string const& text) {
    std::vector<Phrase> remarks;
    std::vector<Problem> problems;
    (void)parse_graphml(text, "firm.graphml", remarks, problems);
    EXPECT_EQ(problems.size(), 1u) << text.substr(0, 80);
    EXPECT_THAT(untranslated(problems), testing::IsEmpty());
    return problems.empty() ? "" : to_text(problems[0], Language::english);
}

TEST(Graphml, refuses_entities_depth_and_hyperedges) {
    EXPECT_THAT(problem_of("<!DOCTYPE g [<!ENTITY a \"aaaa\">]>\n<graphml><graph><node id=\"&a;\"/></graph></graphml>"),
                HasSubstr("firm.graphml:1: an entity declaration"));
    EXPECT_THAT(problem_of("<!DOCTYPE g [<!ENTITY a SYSTEM \"/etc/hostname\">]><graphml/>"), HasSubstr("an entity declaration"));
    std::string deep = "<graphml>";
    for (int k = 0; k < 100'000; ++k) deep += "<graph>";
    EXPECT_THAT(problem_of(deep), HasSubstr("too deep"));
    EXPECT_THAT(problem_of("<graphml><graph>\n<hyperedge/></graph></graphml>"), HasSubstr("firm.graphml:2: a hyperedge"));
    EXPECT_THAT(problem_of("<graphml><graph>"), HasSubstr("not well-formed XML"));
    EXPECT_THAT(problem_of("<html/>"), HasSubstr("not GraphML"));
}

TEST(Graphml, keeps_an_attribute_called_id_apart) {
    std::vector<Phrase> remarks;
    std::vector<Problem> problems;
    Graph const graph = parse_graphml(
        R"(<graphml><key id="k" for="node" attr.name="id"/><graph><node id="n0"><data key="k">7</data></node></graph></graphml>)",
        "f", remarks, problems);
    EXPECT_THAT(graph.nodes.rows[0].fields, ElementsAre("n0", "7"));
    EXPECT_NE(graph.nodes.columns[1], "id");
}

}  // namespace
}  // namespace micropol
