// The functions that C sees: each looks up its handles, does its work, and turns what is thrown into a code.

#include "micropol.h"

#include <filesystem>

#include "base/build_identity.h"
#include "failures.h"
#include "handles.h"
#include "model/model.h"
#include "plans.h"
#include "study.h"

using namespace micropol::c;

namespace {

Handles<micropol_scenario, ScenarioText>& scenarios() {
    static Handles<micropol_scenario, ScenarioText> all;
    return all;
}
Handles<micropol_result, Result>& results() {
    static Handles<micropol_result, Result> all;
    return all;
}

template <class Value>
Value& required(Value* value, char const* what) {
    if (value == nullptr) throw Misuse(std::string(what) + " is NULL");
    return *value;
}

std::string text_of(char const* text, char const* what) { return &required(text, what); }

std::shared_ptr<ScenarioText> scenario_of(micropol_scenario const* handle) {
    auto found = scenarios().find(handle);
    if (!found) throw Misuse("this is no scenario, or one that was freed");
    return found;
}

std::shared_ptr<Result> result_of(micropol_result const* handle) {
    auto found = results().find(handle);
    if (!found) throw Misuse("this is no result, or one that was freed");
    return found;
}

void give(std::string const& said, char const** text, std::size_t* length) {
    *text = said.c_str();
    if (length != nullptr) *length = said.size();
}

// A scenario lies beside the people whose organisation it is.
std::shared_ptr<ScenarioText> new_scenario_of(std::filesystem::path const& people, Plan const& plan) {
    namespace fs = std::filesystem;
    micropol::ImportPlan import = import_plan_of(plan, people);
    micropol::DataQuality const quality =
        micropol::import_organisation(import, float(std::get<double>(micropol::OrganisationPlan{}.unreciprocated))).quality;
    fs::path const folder = people.has_parent_path() ? people.parent_path() : ".";
    for (fs::path* const file : {&import.people, &import.reports_to})
        if (!file->empty()) *file = fs::proximate(*file, folder);
    for (fs::path& ties : import.ties) ties = fs::proximate(ties, folder);
    return std::make_shared<ScenarioText>(micropol::new_scenario(import, quality, micropol::known_plugins()),
                                          (folder / "scenario.yaml").string(), read_options_of(plan));
}

using Study = std::shared_ptr<Result> (*)(ScenarioText const&, char const*, micropol_watch const*);

int study(Study const of, micropol_scenario const* scenario, char const* plan, micropol_watch const* watch,
          micropol_result** result) {
    return guarded([&] {
        required(result, "result");
        *result = results().add(of(*scenario_of(scenario), plan, watch));
    });
}

}  // namespace

uint32_t micropol_abi_version(void) { return MICROPOL_ABI_VERSION; }
char const* micropol_version(void) { return MICROPOL_VERSION; }
char const* micropol_model_hash(void) { return micropol::model_hash().data(); }  // a literal
char const* micropol_problems(void) { return problems_of_thread(); }

int micropol_load_file(char const* path, char const* options, micropol_scenario** scenario) {
    return guarded([&] {
        std::string const file = text_of(path, "path");
        Plan const plan(options, load_fields);
        required(scenario, "scenario") = scenarios().add(
            std::make_shared<ScenarioText>(micropol::scenario_text(file), file, read_options_of(plan)));
    });
}

int micropol_load_text(char const* text, char const* name, char const* options, micropol_scenario** scenario) {
    return guarded([&] {
        Plan const plan(options, load_fields);
        required(scenario, "scenario") = scenarios().add(
            std::make_shared<ScenarioText>(text_of(text, "text"), name == nullptr ? "scenario" : name, read_options_of(plan)));
    });
}

int micropol_new(char const* people, char const* options, micropol_scenario** scenario) {
    return guarded([&] {
        Plan const plan(options, new_fields);
        required(scenario, "scenario") = scenarios().add(new_scenario_of(text_of(people, "people"), plan));
    });
}

int micropol_set(micropol_scenario* scenario, char const* path, char const* value) {
    return guarded([&] { scenario_of(scenario)->set(text_of(path, "path"), text_of(value, "value")); });
}

int micropol_describe(micropol_scenario* scenario, char const* what, char const** text, std::size_t* length) {
    return guarded([&] {
        required(text, "text");
        give(scenario_of(scenario)->describe(text_of(what, "what")), text, length);
    });
}

void micropol_free_scenario(micropol_scenario* scenario) { scenarios().remove(scenario); }

int micropol_run(micropol_scenario* scenario, char const* plan, micropol_watch const* watch, micropol_result** result) {
    return study(run, scenario, plan, watch, result);
}
int micropol_compare(micropol_scenario* scenario, char const* plan, micropol_watch const* watch, micropol_result** result) {
    return study(compare, scenario, plan, watch, result);
}
int micropol_sweep(micropol_scenario* scenario, char const* plan, micropol_watch const* watch, micropol_result** result) {
    return study(sweep, scenario, plan, watch, result);
}
int micropol_explain(micropol_scenario* scenario, char const* plan, micropol_watch const* watch, micropol_result** result) {
    return study(explain, scenario, plan, watch, result);
}
int micropol_calibrate(micropol_scenario* scenario, char const* plan, micropol_watch const* watch, micropol_result** result) {
    return study(calibrate, scenario, plan, watch, result);
}

int micropol_decide(micropol_result* comparison, char const* plan, micropol_result** result) {
    return guarded([&] {
        required(result, "result");
        *result = results().add(decide(*result_of(comparison), plan));
    });
}

int micropol_column_count(micropol_result* result, std::size_t* count) {
    return guarded([&] { required(count, "count") = result_of(result)->columns.all().size(); });
}

int micropol_column_at(micropol_result* result, std::size_t number, micropol_column* column) {
    return guarded([&] {
        auto const found = result_of(result);
        auto const& columns = found->columns.all();
        if (number >= columns.size())
            throw Misuse("column " + std::to_string(number) + " of " + std::to_string(columns.size()) + ": they count from 0");
        required(column, "column") = columns[number];
    });
}

int micropol_write(micropol_result* result, char const* format, char const* language, char const** text, std::size_t* length) {
    return guarded([&] {
        required(text, "text");
        give(result_of(result)->write(text_of(format, "format"), language == nullptr ? "en" : language), text, length);
    });
}

void micropol_free_result(micropol_result* result) { results().remove(result); }
