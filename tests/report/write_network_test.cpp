// Networks as other programs read them: every person, every acquaintance, every week, and no name that breaks the file.

#include "report/write_network.h"

#include <gtest/gtest.h>

#include <map>

#include "model/model.h"
#include "organisation/graphml.h"
#include "organisation/xml_stream.h"
#include "support/tiny_company.h"

namespace micropol {
namespace {

Trace traced(std::string const& name = "Sales & \\\"Service\\\" <East>") {
    std::string text = tiny_company + "runs: {weeks: 30, histories: 16}\n";
    text.replace(text.find("name: Sales"), 11, "name: \"" + name + '"');
    return trace(Model(parse_scenario(text, "tiny.yaml", ".", known_plugins()), ""), 0, 3);
}

class Counter : public XmlStream {
  public:
    explicit Counter(std::vector<Problem>& problems) : XmlStream("made", problems, 64) {}
    std::map<std::string, std::size_t> elements;
    std::map<std::string, std::size_t> values;  // by attribute, those of a week
    std::vector<std::string> last;              // of attitude: value and week

  private:
    void start(std::string_view name, Attributes const& attributes) override {
        ++elements[std::string(name)];
        if (name != "attvalue" || text_of(attributes, "timestamp").empty()) return;
        ++values[text_of(attributes, "for")];
        if (text_of(attributes, "for") == "attitude") last = {text_of(attributes, "value"), text_of(attributes, "timestamp")};
    }
    void end(std::string_view) override {}
    void characters(std::string_view) override {}
};

std::size_t acquaintances(Trace const& trace) {
    std::size_t known = 0;
    for (std::uint32_t tie = 0; tie < trace.organisation->ties.count(); ++tie) known += trace.organisation->ties.is_known(tie);
    return known;
}

TEST(WriteNetwork, gexf_has_everyone_in_every_week) {
    Trace const told = traced();
    std::vector<Problem> problems;
    Counter counter(problems);
    ASSERT_TRUE(counter.feed(write_gexf(told, "A <title> & more"), true));
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(counter.elements["node"], 17u);
    EXPECT_EQ(counter.elements["edge"], acquaintances(told));
    for (char const* name : {"attitude", "power", "stage", "coalition"}) EXPECT_EQ(counter.values[name], 17u * 30u) << name;
    ASSERT_EQ(counter.last.size(), 2u);
    EXPECT_EQ(std::stof(counter.last[0]), told.of(Column::attitude, 29, 16));
    EXPECT_EQ(counter.last[1], "29");
}

TEST(WriteNetwork, graphml_is_read_again) {
    Trace const told = traced();
    std::vector<Problem> problems;
    std::vector<Phrase> remarks;
    Graph const graph = parse_graphml(write_graphml(told, "A <title> & more"), "made.graphml", remarks, problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(graph.nodes.rows.size(), 17u);
    EXPECT_EQ(graph.edges.rows.size(), acquaintances(told));
    auto const value = [&](std::size_t row, std::string const& column) {
        auto const found = std::ranges::find(graph.nodes.columns, column);
        return found == graph.nodes.columns.end()
                   ? "no column"
                   : graph.nodes.rows[row].fields[std::size_t(found - graph.nodes.columns.begin())];
    };
    EXPECT_EQ(value(8, "department"), "Sales & \"Service\" <East>");
    EXPECT_EQ(value(8, "name"), told.organisation->called(8));
    for (int const week : {12, 25, 29})
        EXPECT_EQ(std::stof(value(8, "attitude_" + std::to_string(week))), told.of(Column::attitude, week, 8)) << week;
    EXPECT_EQ(value(8, "attitude_13"), "no column");
}

}  // namespace
}  // namespace micropol
