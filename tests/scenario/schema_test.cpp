// The JSON Schema and the table of fields: whatever they say comes from the same fields as the reader.

#include <gtest/gtest.h>
#include <cctype>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "example.h"
#include "scenario/node.h"
#include "scenario/read_yaml.h"

namespace micropol {
namespace {

using Json = nlohmann::json;

Json schema() { return Json::parse(scenario_schema(example::plugins())); }

void expect_closed(Json const& whole, Json const& part, std::string const& path) {
    if (part.is_object()) {
        if (part.contains("properties") && part.contains("type")) {
            EXPECT_EQ(part["additionalProperties"], false) << path;
            for (auto const& name : part.value("required", Json::array()))
                EXPECT_TRUE(part["properties"].contains(name)) << path << " requires " << name;
        }
        if (part.contains("$ref")) {
            std::string const target = part["$ref"].get<std::string>();
            EXPECT_TRUE(whole.contains(Json::json_pointer(target.substr(1)))) << target;
        }
        for (auto const& [key, inner] : part.items()) expect_closed(whole, inner, path + "/" + key);
    } else if (part.is_array()) {
        for (std::size_t k = 0; k < part.size(); ++k) expect_closed(whole, part[k], path + "/" + std::to_string(k));
    }
}

TEST(Schema, is_closed_and_its_references_hold) {
    Json const whole = schema();
    EXPECT_EQ(whole["$schema"], "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(whole["required"], Json({"micropol", "organisation", "transformation"}));
    expect_closed(whole, whole, "");
}

TEST(Schema, says_ranges_and_names) {
    Json const whole = schema();
    Json const& rivalry = whole["properties"]["culture"]["anyOf"][0]["properties"]["rivalry"];
    EXPECT_EQ(rivalry["$ref"], "#/$defs/number_from_0_to_1");
    EXPECT_EQ(rivalry["default"]["value"], 0.3);
    EXPECT_EQ(whole["$defs"]["number_from_0_to_1"]["anyOf"][0], Json({{"type", "number"}, {"minimum", 0.0}, {"maximum", 1.0}}));
    EXPECT_EQ(whole["$defs"]["intervention"]["anyOf"][0]["properties"]["lever"]["const"], "training");
    EXPECT_TRUE(whole["$defs"]["intervention"]["anyOf"][0]["properties"].contains("hours"));
    EXPECT_FALSE(whole["$defs"]["intervention"]["anyOf"][1]["properties"].contains("hours"));
}

// Every key that the reader writes for a scenario is one the schema knows.
void expect_known(Node const& node, std::set<std::string> const& known) {
    for (Key const& key : node.keys) EXPECT_TRUE(known.contains(key.text)) << key.text;
    for (Node const& item : node.items) expect_known(item, known);
}

void gather_properties(Json const& part, std::set<std::string>& names) {
    if (part.is_object() && part.contains("properties"))
        for (auto const& [name, inner] : part["properties"].items()) names.insert(name);
    if (part.is_structured())
        for (auto const& inner : part) gather_properties(inner, names);
}

TEST(Schema, knows_what_the_reader_writes) {
    std::set<std::string> known{"quick win", "nothing"};  // the user's own names
    gather_properties(schema(), known);
    std::vector<Problem> problems;
    expect_known(read_yaml(example::parse(example::rich).resolved, "resolved", problems), known);
}

TEST(DescribeFields, every_number_has_unit_range_meaning_and_source) {
    auto const fields = describe_fields(example::plugins());
    std::set<std::string> paths;
    for (FieldDescription const& field : fields) {
        EXPECT_TRUE(paths.insert(field.path).second) << field.path << " is described twice";
        EXPECT_FALSE(field.description.empty()) << field.path;
        if (field.type != "number or distribution") continue;
        EXPECT_FALSE(field.unit.empty()) << field.path;
        EXPECT_FALSE(field.range.empty()) << field.path;
        EXPECT_FALSE(field.source.empty()) << field.path;
    }
    for (SettingSpec const& spec : setting_specs())
        EXPECT_TRUE(paths.contains(std::string(spec.group) + "." + std::string(spec.parameter.name)));
    for (std::string const path :
         {"organisation.departments[].traits.data_skill", "organisation.ties.contacts", "mechanisms.attitude.susceptibility",
          "interventions[](training).hours", "interventions[].target.top.by", "interventions[].when.at_week",
          "transformation.initiatives[].benefit", "strategies.<strategy>.meaning"})
        EXPECT_TRUE(paths.contains(path)) << path;
}

TEST(NewScenario, runs_as_it_stands_and_with_its_example) {
    ImportPlan plan;
    plan.people = "people.csv";
    plan.ties = {"ties.csv"};
    plan.columns = {{"id", "personnel number"}};
    plan.undirected = true;
    DataQuality quality;
    quality.people = 21;
    quality.has_levels = true;
    quality.missing = {{"tenure_years", 3}};
    quality.remarks = {"two people have no ties: a line\nthat breaks"};
    std::string const text = new_scenario(plan, quality, example::plugins());
    EXPECT_NE(text.find("# 'tenure_years' is missing for 3 people"), std::string::npos);
    EXPECT_NE(text.find("lever: training"), std::string::npos) << "ready packages, of the levers that are known";

    std::filesystem::path const folder = std::filesystem::path(testing::TempDir()) / "new_scenario";
    std::filesystem::create_directories(folder);
    for (char const* file : {"people.csv", "ties.csv"}) std::ofstream(folder / file) << "id\n";
    Scenario const scenario = parse_scenario(text, "new.yaml", folder, example::plugins());
    EXPECT_TRUE(scenario.settings.empty() && scenario.strategies.empty());
    EXPECT_TRUE(scenario.import->undirected);
    EXPECT_EQ(scenario.import->columns.at("id"), "personnel number");

    // Every commented line of the form "# key: value" is one the reader takes.
    std::string all, group;
    std::size_t blanks = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = text.find('\n', at);
        std::string line = text.substr(at, end - at);
        std::size_t const hash = line.find("# "), colon = line.find(':');
        std::size_t const begin = hash == std::string::npos ? 0 : line.find_first_not_of(' ', hash + 2);
        bool const is_setting = hash != std::string::npos && colon != std::string::npos && line.find(' ', begin) > colon &&
                                line[begin] != '\'';
        bool const is_entry = hash != std::string::npos && line.find("{lever") != std::string::npos;
        if (is_setting || is_entry) line.erase(hash, 2);
        if (!line.empty() && std::isalpha(static_cast<unsigned char>(line.front())) != 0) group = line;
        if (is_setting && group == "money:") line += " 1", ++blanks;  // what only a company knows is for it to fill in
        all += line + '\n';
        at = end + 1;
    }
    Scenario const uncommented = parse_scenario(all, "new.yaml", folder, example::plugins());
    EXPECT_EQ(uncommented.settings.size(), setting_specs().size() + blanks);
    EXPECT_EQ(uncommented.initiatives.at(0).numbers.size(), initiative_specs().size());
    auto const train = std::ranges::find(uncommented.strategies, "train", &Strategy::name);
    ASSERT_NE(train, uncommented.strategies.end());
    EXPECT_EQ(train->interventions.at(0).key, "training");
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace micropol
