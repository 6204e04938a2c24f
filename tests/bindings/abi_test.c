/* What libmicropol.so promises to C, from C: numbers where they belong, and an error instead of a crash for whatever is handed in.
 * abi_test SCENARIO PROGRAM: the program must say the same, to the byte. */
#include "micropol.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define EXPECT(condition)                                                                                        \
    do {                                                                                                         \
        if (!(condition)) {                                                                                      \
            fprintf(stderr, "%s:%d: not so: %s\n    %s\n", __FILE__, __LINE__, #condition, micropol_problems()); \
            ++failures;                                                                                          \
        }                                                                                                        \
    } while (0)

static char const tiny[] =
    "micropol: 1\n"
    "name: A tiny organisation\n"
    "organisation:\n"
    "  departments:\n"
    "    - {name: Marketing, headcount: 6}\n"
    "    - {name: Sales, headcount: 8}\n"
    "    - {name: Data, headcount: 3}\n"
    "transformation:\n"
    "  initiatives:\n"
    "    - {name: CRM}\n"
    "strategies:\n"
    "  push: {interventions: [{lever: executive_mandate, intensity: 0.6}]}\n"
    "runs: {weeks: 6, histories: 48, seed: 3}\n";

static bool said(char const* text) { return strstr(micropol_problems(), text) != NULL; }

static micropol_scenario* tiny_scenario(char const* options) {
    micropol_scenario* scenario = NULL;
    EXPECT(micropol_load_text(tiny, "tiny.yaml", options, &scenario) == MICROPOL_OK);
    return scenario;
}

static bool find_column(micropol_result* result, char const* name, micropol_column* column) {
    size_t count = 0;
    if (micropol_column_count(result, &count) != MICROPOL_OK) return false;
    for (size_t k = 0; k < count; ++k)
        if (micropol_column_at(result, k, column) == MICROPOL_OK && strcmp(column->name, name) == 0) return true;
    return false;
}

static void versions(void) {
    EXPECT(micropol_abi_version() == MICROPOL_ABI_VERSION);
    EXPECT(strlen(micropol_version()) >= 5);
    EXPECT(strspn(micropol_model_hash(), "0123456789abcdef") == 16);
    EXPECT(strlen(micropol_model_hash()) == 16);
}

static void a_run_has_its_columns(void) {
    micropol_scenario* scenario = tiny_scenario(NULL);
    micropol_result* result = NULL;
    EXPECT(micropol_run(scenario, "{\"strategy\": \"push\", \"threads\": 2}", NULL, &result) == MICROPOL_OK);
    micropol_free_scenario(scenario); /* the result needs it no longer */
    micropol_column adoption;
    EXPECT(find_column(result, "substantive", &adoption));
    EXPECT(strcmp(adoption.unit, "share") == 0 && strcmp(adoption.kind, "outcome") == 0);
    EXPECT(adoption.type == MICROPOL_FLOAT32 && adoption.dimensions == 3);
    EXPECT(strcmp(adoption.dimension[0], "week") == 0 && adoption.shape[0] == 6);
    EXPECT(strcmp(adoption.dimension[1], "block") == 0 && adoption.shape[1] == 3);
    EXPECT(strcmp(adoption.dimension[2], "history") == 0 && adoption.shape[2] == 16);
    EXPECT(adoption.names[0] == NULL);
    double sum = 0;
    for (size_t block = 0; block < 3; ++block)
        for (size_t history = 0; history < 16; ++history) {
            char const* at = (char const*)adoption.data + 5 * adoption.stride[0] + (ptrdiff_t)block * adoption.stride[1] +
                             (ptrdiff_t)history * adoption.stride[2];
            float const value = *(float const*)at;
            EXPECT(value >= 0 && value <= 1);
            sum += (double)value;
        }
    char const* json = NULL;
    size_t length = 0;
    EXPECT(micropol_write(result, "json", NULL, &json, &length) == MICROPOL_OK && strlen(json) == length);
    /* The mean that the result tells is that of the column's last week. */
    char const* at = json ? strstr(json, "\"key\": \"substantive\"") : NULL;
    at = at ? strstr(at, "\"mean\": ") : NULL;
    EXPECT(at != NULL && fabs(strtod(at + 8, NULL) - sum / 48) < 1e-9);
    char const* again = NULL;
    EXPECT(micropol_write(result, "json", NULL, &again, NULL) == MICROPOL_OK && again == json);
    char const* page = NULL;
    EXPECT(micropol_write(result, "html", "de", &page, NULL) == MICROPOL_OK && strstr(page, "<html lang=\"de\"") != NULL);
    micropol_column hash;
    EXPECT(find_column(result, "state_hash", &hash) && hash.type == MICROPOL_UINT64 && hash.dimensions == 1);
    micropol_free_result(result);
}

static void a_comparison_has_a_row_for_each_variant(void) {
    micropol_scenario* scenario = tiny_scenario("{\"set\": {\"runs.weeks\": 4}}");
    micropol_result* result = NULL;
    EXPECT(micropol_compare(
               scenario,
               "{\"weekly\": true, \"variants\": [{\"name\": \"no tactics\", \"set\": {\"mechanisms.tactics\": \"off\"}}]}", NULL,
               &result) == MICROPOL_OK);
    micropol_column column;
    EXPECT(find_column(result, "substantive", &column) && column.dimensions == 4);
    EXPECT(column.shape[0] == 3 && column.shape[1] == 4 && column.shape[2] == 3 && column.shape[3] == 16);
    EXPECT(strcmp(column.names[0][0], "none") == 0 && strcmp(column.names[0][1], "push") == 0 &&
           strcmp(column.names[0][2], "no tactics") == 0);
    micropol_result* decision = NULL;
    EXPECT(micropol_decide(result, NULL, &decision) == MICROPOL_INVALID && decision == NULL && said("blocks of each strategy"));
    micropol_free_result(result);
    micropol_free_scenario(scenario);
}

static void sweeps_and_explanations(void) {
    micropol_scenario* scenario = tiny_scenario("{\"set\": {\"runs.histories\": 16}}");
    micropol_result* result = NULL;
    EXPECT(micropol_sweep(scenario, "{\"factors\": {\"culture.rivalry\": \"0.1..0.6\"}, \"design\": \"grid\", \"levels\": 3}",
                          NULL, &result) == MICROPOL_OK);
    micropol_column values, factor;
    EXPECT(find_column(result, "substantive", &values) && values.dimensions == 2 && values.shape[0] == 3 && values.shape[1] == 1);
    EXPECT(find_column(result, "culture.rivalry", &factor) && factor.dimensions == 1 && factor.shape[0] == 3);
    double const* levels = factor.data;
    EXPECT(levels[0] == 0.1 && levels[2] == 0.6);
    micropol_free_result(result);
    result = NULL;
    EXPECT(micropol_explain(scenario, "{\"strategy\": \"push\", \"history\": [0, 3]}", NULL, &result) == MICROPOL_OK);
    char const* text = NULL;
    EXPECT(micropol_write(result, "text", "en", &text, NULL) == MICROPOL_OK && strlen(text) > 100);
    EXPECT(micropol_write(result, "csv", "en", &text, NULL) == MICROPOL_MISUSE && said("no table"));
    micropol_free_result(result);
    micropol_free_scenario(scenario);
}

static void a_calibration_has_a_row_for_each_particle(void) {
    char const* const file = "abi_test_log_ins.csv";
    FILE* const evidence = fopen(file, "w");
    EXPECT(evidence != NULL);
    if (evidence == NULL) return;
    fputs("week,department,active,logged_in\n0,Sales,8,0\n1,Sales,8,1\n2,Sales,8,1\n3,Sales,8,3\n4,Sales,8,5\n", evidence);
    fclose(evidence);
    micropol_scenario* scenario = tiny_scenario("{\"group_size\": 5}");
    micropol_result* result = NULL;
    micropol_column column;
    char const* text = NULL;
    EXPECT(micropol_calibrate(scenario,
                              "{\"evidence\": [\"abi_test_log_ins.csv\"], \"draws\": 200, \"particles\": 200, \"waves\": 0,"
                              " \"factors\": {\"culture.rivalry\": \"0.1..0.6\", \"mechanisms.adoption.pace\": null}}",
                              NULL, &result) == MICROPOL_OK);
    EXPECT(find_column(result, "culture.rivalry", &column) && column.dimensions == 1 && column.type == MICROPOL_FLOAT64);
    EXPECT(strcmp(column.kind, "posterior") == 0 && strcmp(column.dimension[0], "particle") == 0 && column.shape[0] == 200);
    for (size_t k = 0; k < column.shape[0]; ++k) {
        double const value = ((double const*)column.data)[k];
        EXPECT(value >= 0.1 && value <= 0.6);
    }
    EXPECT(find_column(result, "mechanisms.adoption.pace", &column));
    EXPECT(micropol_write(result, "text", "de", &text, NULL) == MICROPOL_OK && strstr(text, "Beobachtungen") != NULL);
    EXPECT(micropol_decide(result, NULL, &result) == MICROPOL_MISUSE && said("no comparison"));
    micropol_free_result(result);
    result = NULL;
    char const* const bad_plans[] = {
        NULL,
        "{\"evidence\": [\"/nowhere.csv\"]}",
        "{\"evidence\": \"abi_test_log_ins.csv\"}",
        "{\"evidence\": [\"abi_test_log_ins.csv\"], \"draws\": 1}",
        "{\"evidence\": [\"abi_test_log_ins.csv\"], \"factors\": {\"culture.rivalri\": null}}",
        "{\"evidence\": [\"abi_test_log_ins.csv\"], \"factors\": {\"governance.rule\": \"committee, ceo\"}}",
        "{\"evidence\": [\"abi_test_log_ins.csv\"], \"hold_out_from\": 5}"};
    for (size_t k = 0; k < sizeof bad_plans / sizeof *bad_plans; ++k) {
        int const code = micropol_calibrate(scenario, bad_plans[k], NULL, &result);
        if (code != MICROPOL_INVALID) fprintf(stderr, "plan %zu gave %d\n", k, code);
        EXPECT(code == MICROPOL_INVALID && result == NULL);
    }
    EXPECT(micropol_calibrate(NULL, NULL, NULL, &result) == MICROPOL_MISUSE);
    micropol_free_scenario(scenario);
    remove(file);
}

struct seen {
    int calls, until;
    uint64_t finished, expected;
};

static void count_progress(void* context, uint64_t finished, uint64_t expected) {
    struct seen* seen = context;
    EXPECT(finished >= seen->finished && finished <= expected);
    seen->finished = finished, seen->expected = expected;
}
static int stop_after(void* context) {
    struct seen* seen = context;
    return ++seen->calls >= seen->until;
}

static void a_watch_hears_and_stops(void) {
    micropol_scenario* scenario = tiny_scenario(NULL);
    micropol_result* result = NULL;
    struct seen all = {.until = 1000000};
    micropol_watch watch = {&all, count_progress, stop_after};
    EXPECT(micropol_run(scenario, NULL, &watch, &result) == MICROPOL_OK && all.finished == 3 && all.expected == 3);
    micropol_free_result(result);
    result = NULL;
    EXPECT(micropol_set(scenario, "runs.histories", "1000000") == MICROPOL_OK); /* minutes */
    EXPECT(micropol_set(scenario, "runs.weeks", "500") == MICROPOL_OK);
    struct seen few = {.until = 2};
    watch.context = &few;
    EXPECT(micropol_compare(scenario, NULL, &watch, &result) == MICROPOL_STOPPED && result == NULL && said("\"stopped\""));
    micropol_free_scenario(scenario);
}

static void whatever_is_wrong_is_said(void) {
    micropol_scenario* scenario = NULL;
    micropol_result* result = NULL;
    char const* text = NULL;
    EXPECT(micropol_load_text("micropol: 1\nname: x\norganisaton: {}\n", "x.yaml", NULL, &scenario) == MICROPOL_INVALID);
    EXPECT(scenario == NULL && said("\"line\":3") && said("did you mean 'organisation'?") && said("\"file\":\"x.yaml\""));
    EXPECT(micropol_load_file("/nowhere/at/all.yaml", NULL, &scenario) == MICROPOL_INVALID && said("/nowhere/at/all.yaml"));
    EXPECT(micropol_load_file("/", NULL, &scenario) == MICROPOL_INVALID);
    EXPECT(micropol_load_file("/dev/zero", NULL, &scenario) == MICROPOL_INVALID);
    EXPECT(micropol_load_text("\xff\xfe\x01", NULL, NULL, &scenario) == MICROPOL_INVALID);
    EXPECT(micropol_load_text("", NULL, NULL, &scenario) == MICROPOL_INVALID);
    EXPECT(micropol_load_text(tiny, NULL, "{\"set\": {\"culture.rivalri\": 1}}", &scenario) == MICROPOL_INVALID);
    EXPECT(micropol_load_text(tiny, NULL, "{\"seed\": 1}", &scenario) == MICROPOL_INVALID && said("unknown key 'seed'"));
    EXPECT(micropol_new("/nowhere.csv", NULL, &scenario) == MICROPOL_INVALID && scenario == NULL);
    scenario = tiny_scenario(NULL);
    char const* const bad_plans[] = {"",
                                     "{",
                                     "[]",
                                     "null",
                                     "7",
                                     "\"run\"",
                                     "{\"strategy\": 7}",
                                     "{}{}",
                                     "{\"a\": 1}",
                                     "{\"threads\": 0}",
                                     "{\"threads\": -1}",
                                     "{\"threads\": 1e99}",
                                     "\xc3\x28",
                                     "{\"strategy\": \"nobody\"}",
                                     "{\"strategy\": \"push\", \"strategy\": \"push\"}"};
    for (size_t k = 0; k < sizeof bad_plans / sizeof *bad_plans; ++k) {
        int const code = micropol_run(scenario, bad_plans[k], NULL, &result);
        if (code != MICROPOL_INVALID) fprintf(stderr, "plan '%s' gave %d\n", bad_plans[k], code);
        EXPECT(code == MICROPOL_INVALID && result == NULL);
    }
    EXPECT(micropol_sweep(scenario, "{\"design\": \"gird\"}", NULL, &result) == MICROPOL_INVALID && said("did you mean 'grid'?"));
    EXPECT(micropol_sweep(scenario, "{\"factors\": {\"culture.rivalri\": \"0..1\"}}", NULL, &result) == MICROPOL_INVALID);
    EXPECT(micropol_sweep(scenario, "{\"list\": \"culture.rivalry\\nmuch\\n\"}", NULL, &result) == MICROPOL_INVALID);
    EXPECT(micropol_explain(scenario, "{\"history\": [0, 16]}", NULL, &result) == MICROPOL_INVALID);
    EXPECT(micropol_explain(scenario, "{\"history\": [9, 1]}", NULL, &result) == MICROPOL_INVALID);
    EXPECT(micropol_explain(scenario, "{\"then\": [\"dance\"], \"at_week\": 2}", NULL, &result) == MICROPOL_INVALID);
    EXPECT(micropol_compare(scenario, "{\"by\": \"substantiv\"}", NULL, &result) == MICROPOL_INVALID &&
           said("did you mean 'substantive'?") && said("\"file\":\"by\""));
    EXPECT(micropol_compare(scenario, "{\"until_ci\": 0}", NULL, &result) == MICROPOL_INVALID);
    EXPECT(micropol_set(scenario, "runs.weeks", "many") == MICROPOL_INVALID);
    EXPECT(micropol_set(scenario, "runs.histories", "1000000000") == MICROPOL_INVALID);
    EXPECT(micropol_set(scenario, "runs.histories", "1000000") == MICROPOL_OK);
    EXPECT(micropol_set(scenario, "runs.weeks", "520") == MICROPOL_OK);
    EXPECT(micropol_run(scenario, NULL, NULL, &result) == MICROPOL_INVALID && said("of memory"));
    EXPECT(micropol_set(scenario, "runs.histories", "16") == MICROPOL_OK);
    EXPECT(micropol_set(scenario, "runs.weeks", "6") == MICROPOL_OK);
    EXPECT(micropol_run(scenario, NULL, NULL, &result) == MICROPOL_OK); /* what was refused has changed nothing */
    EXPECT(micropol_describe(scenario, "facts", &text, NULL) == MICROPOL_OK && strstr(text, "\"weeks\": 6") != NULL);
    micropol_free_result(result);
    micropol_free_scenario(scenario);
}

static void handles_that_are_none(void) {
    micropol_scenario *scenario = tiny_scenario(NULL), *freed = tiny_scenario(NULL);
    micropol_result* result = NULL;
    micropol_column column;
    size_t count = 0;
    char const* text = NULL;
    EXPECT(micropol_run(scenario, NULL, NULL, &result) == MICROPOL_OK);
    micropol_free_scenario(freed);
    micropol_free_scenario(freed);
    micropol_free_scenario(NULL);
    micropol_free_result(NULL);
    micropol_free_scenario((micropol_scenario*)result); /* does nothing */
    micropol_free_result((micropol_result*)&column);
    micropol_scenario* const none[] = {NULL, freed, (micropol_scenario*)result, (micropol_scenario*)&column,
                                       (micropol_scenario*)~(uintptr_t)0};
    for (size_t k = 0; k < sizeof none / sizeof *none; ++k) {
        micropol_result* other = NULL;
        EXPECT(micropol_run(none[k], NULL, NULL, &other) == MICROPOL_MISUSE);
        EXPECT(micropol_compare(none[k], NULL, NULL, &other) == MICROPOL_MISUSE);
        EXPECT(micropol_sweep(none[k], NULL, NULL, &other) == MICROPOL_MISUSE);
        EXPECT(micropol_explain(none[k], NULL, NULL, &other) == MICROPOL_MISUSE);
        EXPECT(micropol_set(none[k], "runs.weeks", "3") == MICROPOL_MISUSE);
        EXPECT(micropol_describe(none[k], "text", &text, NULL) == MICROPOL_MISUSE);
        EXPECT(other == NULL && said("\"misuse\""));
    }
    micropol_result* const no_results[] = {NULL, (micropol_result*)scenario, (micropol_result*)&column};
    for (size_t k = 0; k < sizeof no_results / sizeof *no_results; ++k) {
        micropol_result* other = NULL;
        EXPECT(micropol_column_count(no_results[k], &count) == MICROPOL_MISUSE);
        EXPECT(micropol_column_at(no_results[k], 0, &column) == MICROPOL_MISUSE);
        EXPECT(micropol_write(no_results[k], "json", NULL, &text, NULL) == MICROPOL_MISUSE);
        EXPECT(micropol_decide(no_results[k], NULL, &other) == MICROPOL_MISUSE && other == NULL);
    }
    EXPECT(micropol_run(scenario, NULL, NULL, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_load_text(NULL, NULL, NULL, &freed) == MICROPOL_MISUSE);
    EXPECT(micropol_load_text(tiny, NULL, NULL, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_load_file(NULL, NULL, &freed) == MICROPOL_MISUSE);
    EXPECT(micropol_new(NULL, NULL, &freed) == MICROPOL_MISUSE);
    EXPECT(micropol_set(scenario, NULL, "1") == MICROPOL_MISUSE);
    EXPECT(micropol_set(scenario, "runs.weeks", NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_describe(scenario, "everything", &text, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_describe(scenario, NULL, &text, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_describe(scenario, "text", NULL, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_column_count(result, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_column_at(result, 0, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_column_at(result, (size_t)-1, &column) == MICROPOL_MISUSE);
    EXPECT(micropol_write(result, "pdf", NULL, &text, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_write(result, NULL, NULL, &text, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_write(result, "json", "fr", &text, NULL) == MICROPOL_MISUSE);
    EXPECT(micropol_write(result, "json", NULL, NULL, NULL) == MICROPOL_MISUSE);
    micropol_result* other = NULL;
    EXPECT(micropol_decide(result, NULL, &other) == MICROPOL_MISUSE && said("no comparison"));
    micropol_free_result(result);
    EXPECT(micropol_column_count(result, &count) == MICROPOL_MISUSE && said("freed"));
    micropol_free_scenario(scenario);
}

/* What the program prints for the same question is the same, to the byte. */
static void the_program_says_the_same(char const* program, char const* file, char const* command, char const* plan,
                                      int (*study)(micropol_scenario*, char const*, micropol_watch const*, micropol_result**)) {
    char line[4096];
    snprintf(line, sizeof line, "'%s' %s '%s' --format json --runs 32 --weeks 12 --quiet", program, command, file);
    FILE* pipe = popen(line, "r");
    EXPECT(pipe != NULL);
    if (pipe == NULL) return;
    size_t const most = (size_t)1 << 24;
    char* printed = malloc(most);
    size_t const length = printed ? fread(printed, 1, most, pipe) : 0;
    EXPECT(pclose(pipe) == 0 && length > 1000);
    micropol_scenario* scenario = NULL;
    micropol_result* result = NULL;
    char const* json = NULL;
    size_t own = 0;
    EXPECT(micropol_load_file(file, "{\"set\": {\"runs.histories\": 32, \"runs.weeks\": 12}}", &scenario) == MICROPOL_OK);
    EXPECT(study(scenario, plan, NULL, &result) == MICROPOL_OK);
    EXPECT(micropol_write(result, "json", NULL, &json, &own) == MICROPOL_OK);
    EXPECT(own == length && json != NULL && printed != NULL && memcmp(json, printed, length) == 0);
    free(printed);
    micropol_free_result(result);
    micropol_free_scenario(scenario);
}

int main(int count, char** words) {
    versions();
    a_run_has_its_columns();
    a_comparison_has_a_row_for_each_variant();
    sweeps_and_explanations();
    a_calibration_has_a_row_for_each_particle();
    a_watch_hears_and_stops();
    whatever_is_wrong_is_said();
    handles_that_are_none();
    if (count == 3) {
        char const *const file = words[1], *const program = words[2];
        the_program_says_the_same(program, file, "run --strategy bundle", "{\"strategy\": \"bundle\"}", micropol_run);
        the_program_says_the_same(program, file, "compare --by net_value", "{\"by\": \"net_value\"}", micropol_compare);
        the_program_says_the_same(program, file, "sweep --design grid --levels 2 --factor culture.rivalry=0.1..0.6",
                                  "{\"design\": \"grid\", \"levels\": 2, \"factors\": {\"culture.rivalry\": \"0.1..0.6\"}}",
                                  micropol_sweep);
        the_program_says_the_same(program, file, "explain --strategy pressure --history worst",
                                  "{\"strategy\": \"pressure\", \"history\": \"worst\"}", micropol_explain);
    }
    if (failures > 0) fprintf(stderr, "%d expectations were not met\n", failures);
    return failures > 0;
}
