// The flagship with each of its keys given what no key is meant to have: a scenario or problems with their place, never anything else.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/random.h"
#include "model/model.h"
#include "scenario/node.h"
#include "scenario/read_yaml.h"
#include "support/paths.h"

namespace micropol {
namespace {

char const* const wrong[] = {"~",
                             "\"\"",
                             "\" \"",
                             "true",
                             "off",
                             "[]",
                             "{}",
                             "[1, 2]",
                             "{a: 1}",
                             "-1",
                             "0",
                             "1",
                             "1e308",
                             "1e400",
                             "-1e400",
                             ".nan",
                             ".inf",
                             "-.inf",
                             "nan",
                             "0x10",
                             "1_000",
                             "1,5",
                             "1e-320",
                             "-0",
                             "9223372036854775808",
                             "1.5",
                             "\"1\"",
                             "abc",
                             "{uniform: [5, 1]}",
                             "{uniform: [0, .inf]}",
                             "{normal: [0, -1]}",
                             "{beta: [2, 3]}",
                             "{uniform: [0, 1, 2]}",
                             "{triangular: [0, 0.5]}",
                             "{choice: {values: [], weights: []}}",
                             "{choice: {values: [1], weights: [0]}}",
                             "{choice: {values: [0.1, 0.2], weights: [-1, 2]}}",
                             "{value: }",
                             "{value: [1]}",
                             "{source: x}",
                             "\"\\e[31mred\"",
                             "\"a\\nb\"",
                             "[[[[[[[]]]]]]]",
                             "2026-11-28",
                             "12:30:45",
                             "*a",
                             "&a 1",
                             "!!int 1",
                             "<<"};

constexpr char const* mark = "PUT-IT-HERE";

// Every value of the tree, in turn, replaced by the mark.
void at_each(Node& node, Node const& root, std::vector<std::string>& texts) {
    for (Node& item : node.items) {
        Node const was = item;
        item = scalar(mark);
        texts.push_back(to_yaml(root));
        item = was;
        at_each(item, root, texts);
    }
}

// One in seven of all, chosen by chance.
TEST(HostileScenarios, every_key_may_have_anything) {
    std::filesystem::path const flagship = paths::source_folder() / "scenarios/marketing_sales.yaml";
    std::ifstream stream(flagship);
    std::ostringstream text;
    text << stream.rdbuf();
    std::vector<Problem> none;
    Node root = read_yaml(text.str(), "flagship.yaml", none);
    std::vector<std::string> texts;
    at_each(root, root, texts);
    ASSERT_GT(texts.size(), 300u);
    KnownPlugins const plugins = known_plugins();
    Stream chance(20261128, 0, purpose("wrong values"));
    int scenarios = 0, refused = 0;
    for (std::string const& with_mark : texts)
        for (char const* const value : wrong) {
            if (chance.below(7) > 0) continue;
            std::string changed = with_mark;
            changed.replace(changed.find(mark), std::string(mark).size(), value);
            try {
                Scenario const scenario = parse_scenario(changed, "flagship.yaml", ".", plugins);
                ++scenarios;
                EXPECT_EQ(parse_scenario(scenario.resolved, "again.yaml", ".", plugins).resolved, scenario.resolved)
                    << value << '\n'
                    << changed;
            } catch (InvalidInput const& invalid) {
                ++refused;
                EXPECT_FALSE(invalid.problems().empty());
                for (Problem const& problem : invalid.problems())
                    EXPECT_GT(problem.place.line, 0) << value << '\n' << invalid.what();
            }
        }
    EXPECT_GT(scenarios, 0);
    EXPECT_GT(refused, scenarios);
}

}  // namespace
}  // namespace micropol
