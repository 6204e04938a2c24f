// A scenario as understood, written out: it must read back as the same scenario.

#include <gtest/gtest.h>

#include "example.h"
#include "scenario/node.h"
#include "scenario/read_yaml.h"

namespace micropol {
namespace {

void expect_same_numbers(std::vector<NamedNumber> const& first, std::vector<NamedNumber> const& second) {
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t k = 0; k < first.size(); ++k) {
        EXPECT_EQ(first[k].name, second[k].name);
        EXPECT_EQ(to_string(first[k].number.value), to_string(second[k].number.value)) << first[k].name;
        EXPECT_EQ(first[k].number.source, second[k].number.source) << first[k].name;
    }
}

TEST(Resolved, reads_back_the_same) {
    for (std::string const& text : {example::smallest, example::rich}) {
        Scenario const first = example::parse(text);
        Scenario const second = parse_scenario(first.resolved, "again.yaml", ".", example::plugins());
        EXPECT_EQ(first.resolved, second.resolved);
        // Usual values written out do not become given ones.
        expect_same_numbers(first.settings, second.settings);
        expect_same_numbers(first.organisation_numbers, second.organisation_numbers);
        ASSERT_EQ(first.mechanisms.size(), second.mechanisms.size());
        for (std::size_t k = 0; k < first.mechanisms.size(); ++k)
            expect_same_numbers(first.mechanisms[k].parameters, second.mechanisms[k].parameters);
        ASSERT_EQ(first.interventions.size(), second.interventions.size());
        for (std::size_t k = 0; k < first.interventions.size(); ++k)
            expect_same_numbers(first.interventions[k].parameters, second.interventions[k].parameters);
        EXPECT_EQ(first.name, second.name);
        EXPECT_EQ(first.question, second.question);
        EXPECT_EQ(first.outcomes, second.outcomes);
    }
}

TEST(Resolved, keeps_what_levers_are_said_to_do_and_where_other_numbers_come_from) {
    Scenario const first = example::parse(example::smallest +
                                          "assumptions: drawn\nlevers: {optimism: 0.8, training: {hours: 6}}\n");
    Scenario const second = parse_scenario(first.resolved, "again.yaml", ".", example::plugins());
    EXPECT_EQ(first.resolved, second.resolved);
    ASSERT_EQ(first.settings.size(), 2u);
    expect_same_numbers(first.settings, second.settings);
    EXPECT_EQ(second.assumptions, Assumptions::drawn);
    EXPECT_EQ(example::parse(example::smallest).assumptions, Assumptions::defaults);
}

TEST(Resolved, has_every_number_of_the_model) {
    std::string const resolved = example::parse(example::smallest).resolved;
    for (SettingSpec const& spec : setting_specs())
        EXPECT_NE(resolved.find("  " + std::string(spec.parameter.name) + ": {value: "), std::string::npos)
            << spec.parameter.name;
    for (ParameterSpec const& spec : trait_specs())
        EXPECT_NE(resolved.find(std::string(spec.name) + ": {"), std::string::npos) << spec.name;
    EXPECT_NE(resolved.find("confidence_bound: {value: 1, source: assumed}"), std::string::npos);
}

TEST(Resolved, short_forms_and_spellings_are_one) {
    auto const resolved = [](std::string const& more) { return example::parse(example::smallest + more).resolved; };
    EXPECT_EQ(resolved("mechanisms: {power: off}\n"), resolved("mechanisms: {power: {on: No}}\n"));
    EXPECT_EQ(resolved("outcomes: conflict\n"), resolved("outcomes: [conflict]\n"));
    EXPECT_EQ(resolved("interventions: [{lever: training, target: Sales}]\n"),
              resolved("interventions: [{target: {departments: [Sales]}, lever: training}]\n"));
    EXPECT_EQ(resolved("interventions: [{lever: training, target: all}]\n"), resolved("interventions: [{lever: training}]\n"));
    EXPECT_EQ(resolved("culture: {rivalry: 0.50}\n"), resolved("culture: {rivalry: +5e-1}\n"));
    EXPECT_EQ(resolved("culture:\n"), resolved(""));
}

TEST(WriteYaml, any_text_reads_back) {
    for (std::string const text : {"",    "~", "null", "true",   "- a",   "a: b",         "a #b",         "\"",          "\\",
                                   "'",   "%", "@x",   "é ü 漢", " lead", "trail ",       "two\nlines\n", "tab\there",   "{",
                                   "0.1", "-", "-1",   "?",      "<<",    "\xe2\x80\xa8", "\xc2\x85",     "\xef\xbb\xbf"}) {
        Node tree = map();
        tree.add("key " + text, list({scalar(text), scalar("x"), list({map(), list({})})}));
        std::vector<Problem> problems;
        Node const back = read_yaml(to_yaml(tree), "text", problems);
        ASSERT_EQ(back.keys.size(), 1u);
        EXPECT_EQ(back.keys[0].text, "key " + text);
        EXPECT_EQ(back.items[0].items.at(0).text, text);
        EXPECT_EQ(to_yaml(back), to_yaml(tree));
        EXPECT_TRUE(problems.empty());
    }
}

}  // namespace
}  // namespace micropol
