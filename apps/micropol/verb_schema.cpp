#include <iostream>

#include "micropol/verb.h"
#include "model/model.h"
#include "scenario/read_scenario.h"
#include "scenario/study_file.h"

namespace micropol::app {

namespace {

ExitCode print_schema(Call const& call) {
    (void)call.arguments.positional(0, 0, "");
    std::cout << (call.arguments.has("study") ? study_schema() : scenario_schema(known_plugins())) << '\n';
    return done;
}

constexpr Option options[] = {{"study", "", "the schema of study files, for 'micropol sweep'"}};

constexpr std::string_view examples[] = {
    "schema > micropol.schema.json",
    "an editor with YAML support then completes and checks scenarios that begin with # yaml-language-server: $schema=micropol.schema.json",
};

}  // namespace

extern Verb const schema_verb;
constinit Verb const schema_verb{
    "schema", "print the JSON Schema of scenario and study files, for editors", "", options, examples, print_schema};

}  // namespace micropol::app
