/* micropol from C, and from every language that can call C: simulates the micropolitics of a transformation, compares strategies,
 * sweeps assumptions, explains, calibrates and decides. Link with -lmicropol; C11 or later, and C++.
 *
 *     micropol_scenario *scenario = NULL;
 *     micropol_result *result = NULL;
 *     if (micropol_load_file("marketing_sales.yaml", NULL, &scenario) != MICROPOL_OK ||
 *         micropol_run(scenario, "{\"strategy\": \"bundle\"}", NULL, &result) != MICROPOL_OK)
 *         fputs(micropol_problems(), stderr);
 *
 * Texts are UTF-8 and end with a zero byte. Weeks, blocks and histories count from 0. A block is sixteen histories that share
 * organisation and uncertain numbers. The same scenario, seed and plan give the same numbers, to the bit, as the program of the same
 * model hash, whatever the number of threads.
 *
 * Handles. They are opaque, and no memory of the caller's. NULL, a handle of the other kind and one that was freed are refused with
 * MICROPOL_MISUSE by every function; freeing NULL, or twice, does nothing.
 *
 * Threads. Every function may be called from several threads at once, also with the same handle: a study works on the scenario as it
 * was when the study began, and a result never changes. Freeing a result while another thread reads its columns is the caller's
 * mistake. Studies use threads of their own; they block all signals, which thus reach the caller's threads alone. After fork(), a
 * child must not simulate if its parent has.
 *
 * Errors. A function that does not return MICROPOL_OK leaves what it was to fill as it was, and micropol_problems() says why. No C++
 * exception leaves the library, and nothing is printed. */
#ifndef MICROPOL_H
#define MICROPOL_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Of this header. It changes where programs have to be compiled, or written, anew. */
#define MICROPOL_ABI_VERSION 1

typedef struct micropol_scenario micropol_scenario;
typedef struct micropol_result micropol_result;

enum {
    MICROPOL_OK = 0,
    MICROPOL_INVALID = 1, /* the scenario, its data or the plan: each problem with its place */
    MICROPOL_STOPPED = 2, /* `interrupted` said so: there is no result */
    MICROPOL_MISUSE = 3,  /* NULL, a handle that is none, a name that is not known */
    MICROPOL_FAILED = 4   /* no memory, or a defect of the library */
};

/* ------------------------------------------------------------------------------------------------------------------- versions */

/* MICROPOL_ABI_VERSION of the library: to be compared with that of the header. */
uint32_t micropol_abi_version(void);
/* "0.1.0". Static. */
const char* micropol_version(void);
/* Sixteen hexadecimal digits: a hash of every source that decides numbers, as `micropol --version` prints it. Static. */
const char* micropol_model_hash(void);

/* --------------------------------------------------------------------------------------------------------------------- errors */

/* What the last call in this thread that failed was told, as JSON, valid until the next call of this thread that fails:
 *     {"kind": "invalid", "problems": [{"message": "x.yaml:3:5: unknown key 'suceptibility' (…); did you mean 'susceptibility'?",
 *      "what": "unknown key 'suceptibility'", "why": "…", "hint": "did you mean 'susceptibility'?",
 *      "place": {"file": "x.yaml", "line": 3, "column": 5}}]}
 * kind: "invalid", "stopped", "misuse" or "failed". place.line and .column count from 1 and are left out where they are not known;
 * for a plan, place.file is "plan" or the field of the plan. Never NULL. */
const char* micropol_problems(void);

/* ------------------------------------------------------------------------------------------------------------------ scenarios */

/* Reads a scenario and finds every problem in it. options: a JSON object, or NULL for none of:
 *     "set": {"culture.rivalry": 0.4, "runs.histories": 256, "runs.seed": 7}   fields with other values, as --set of the program
 *     "allow_outside": true      it may name files outside its folder
 *     "show_names": true         imported people by their names instead of pseudonyms
 *     "group_size": 10           leave out groups of fewer imported people than this
 * To be freed with micropol_free_scenario. */
int micropol_load_file(const char* path, const char* options, micropol_scenario** scenario);
/* The same of a text; `name` stands for its file in problems, and files that it names lie below the folder of that; NULL: "scenario". */
int micropol_load_text(const char* text, const char* name, const char* options, micropol_scenario** scenario);
/* A scenario of an organisation in files, with what they do not say drawn from what is plausible; as `micropol new`. people: CSV,
 * workbook (.xlsx) or GraphML. options, besides those above: "ties": ["advice.csv"], "reports_to": "lines.csv",
 * "columns": {"department": "unit"}, "drop": ["self-ties"], "undirected": true, "as_of": "2026-01-01". */
int micropol_new(const char* people, const char* options, micropol_scenario** scenario);
/* One more field with another value, in the syntax of the scenario's file. Where the scenario cannot be so, it stays as it was. */
int micropol_set(micropol_scenario* scenario, const char* path, const char* value);
/* What is known of it before anything is simulated. what: "text" (as it was written, without what was set), "resolved" (the whole
 * of it, every default filled in: YAML) or "facts" (JSON: title, headcount, weeks, histories, seed, strategies, departments,
 * outcomes with label and unit, uncertain numbers). The text belongs to the scenario until that is freed; length in bytes, may be
 * NULL. */
int micropol_describe(micropol_scenario* scenario, const char* what, const char** text, size_t* length);
void micropol_free_scenario(micropol_scenario* scenario);

/* -------------------------------------------------------------------------------------------------------------------- studies */

/* How a study tells how far it is, and hears that it is to stop. Both are called by the thread that called the study, about ten
 * times a second and in the end, and may be NULL. After `interrupted` has returned something else than 0, blocks that have begun are
 * finished, and the study returns MICROPOL_STOPPED. They may call the library, but must not leave by longjmp or an exception. */
typedef struct micropol_watch {
    void* context;                                                         /* handed to both */
    void (*progress)(void* context, uint64_t finished, uint64_t expected); /* blocks; `expected` may grow */
    int (*interrupted)(void* context);
} micropol_watch;

/* A study of a scenario by a plan: a JSON object, or NULL for none of its fields. An unknown field is refused. All plans have
 * "threads" (all processors without). watch: NULL for none. The result is to be freed with micropol_free_result; it needs the
 * scenario no longer. Columns of a result, by kind of study (what they are called and measured in: micropol_column):
 *
 * run       "strategy": "bundle" (doing nothing without).
 *           A column for each outcome: float32, week × block × history. For each uncertain number: float64, block. "state_hash": uint64,
 *           block.
 * compare   "strategies": ["bundle"] (all of the scenario, else the ready packages), "variants": [{"name": "no tactics", "strategy": "bundle",
 *           "set": {"mechanisms.tactics": "off"}}], "by": "net_value", "less_is_better": true, "until_ci": 0.05, "until_decided": true,
 *           "indifference": 0.02, "capped": true (with until_…: at most the histories of the scenario), "weekly": true.
 *           Each outcome: float32, variant × block × history, the last week; with "weekly" variant × week × block × history. Variants that
 *           share a block share its chance. Uncertain numbers: float64, block. "state_hash": uint64, variant × block.
 * sweep     "factors": {"culture.rivalry": "0.1..0.6", "governance.rule": "committee, ceo"} (without: every uncertain number), "design":
 *           "morris", "points": 30, "levels": 4, "second_order": true, "all_assumptions": true, "list": "culture.rivalry\n0.1\n0.2\n"
 *           (CSV: the points of the design list), "by": ["substantive"], "strategy", "against", "fails_below": 0.3, "fails_above".
 *           Each outcome: float64, point × block, mean of the sixteen histories; with "against" also "against_…". Each factor:
 *           float64, point; of a factor of words which of them, counted from 0 in the order of the plan.
 * explain   "strategy", "by", "less_is_better", "history": "median", "best", "worst" or [block, history], "why": true, "factors": ["hiding"],
 *           "pivotal": true, "threshold", "ledger": true, "failing", "at_week": 26, "then": ["add status_moderation"]. No columns.
 * calibrate "evidence": ["log_ins.csv", "survey.csv"] (files, as `micropol describe evidence` has them), "strategy" (what the company did),
 *           "factors": {"culture.rivalry": "0.1..0.6", "mechanisms.adoption.pace": null} (null: as is plausible; without factors everything
 *           that is not known), "assumptions": "drawn" or "default", "hold_out_from": 18 (week), "hold_out_wave": "spring", "draws": 2000,
 *           "particles": 2000, "waves": 4, "draws_each": 500. Each number that was not known: float64, particle; particles are equally
 *           likely. Of groups below the scenario's "group_size" no evidence is read. */
int micropol_run(micropol_scenario* scenario, const char* plan, const micropol_watch* watch, micropol_result** result);
int micropol_compare(micropol_scenario* scenario, const char* plan, const micropol_watch* watch, micropol_result** result);
int micropol_sweep(micropol_scenario* scenario, const char* plan, const micropol_watch* watch, micropol_result** result);
int micropol_explain(micropol_scenario* scenario, const char* plan, const micropol_watch* watch, micropol_result** result);
int micropol_calibrate(micropol_scenario* scenario, const char* plan, const micropol_watch* watch, micropol_result** result);
/* Which strategy of a comparison to choose although assumptions are not known: of a scenario with "assumptions": "drawn" and at least 64
 * blocks. Simulates nothing. plan: "by", "less_is_better", "good_enough", "money_per". No columns. */
int micropol_decide(micropol_result* comparison, const char* plan, micropol_result** result);

/* -------------------------------------------------------------------------------------------------------------------- results */

enum { MICROPOL_FLOAT32 = 1, MICROPOL_FLOAT64 = 2, MICROPOL_UINT64 = 3 };
#define MICROPOL_MOST_DIMENSIONS 4

/* Numbers where the library has them: no copy is made. Everything it points to belongs to the result, never changes, and is valid
 * until that is freed. Element (i, j, …) lies at (char const *)data + i * stride[0] + j * stride[1] + …. */
typedef struct micropol_column {
    const char* name;  /* key of an outcome, path of a number, "state_hash" */
    const char* label; /* "Substantive adoption" */
    const char* kind;  /* "outcome", "drawn" (an uncertain number of a block), "factor", "posterior" or "hash" */
    const char* unit; /* "share", "money" (thousand euros, or what the scenario calls money), … as `micropol describe` has them */
    const void* data;
    int32_t type;                                       /* MICROPOL_FLOAT32, … */
    int32_t dimensions;                                 /* 1 to MICROPOL_MOST_DIMENSIONS */
    const char* dimension[MICROPOL_MOST_DIMENSIONS];    /* "variant", "point", "particle", "week", "block", … */
    size_t shape[MICROPOL_MOST_DIMENSIONS];             /* elements */
    ptrdiff_t stride[MICROPOL_MOST_DIMENSIONS];         /* bytes */
    const char* const* names[MICROPOL_MOST_DIMENSIONS]; /* shape[k] names along the dimension; NULL: it counts from 0 */
} micropol_column;

int micropol_column_count(micropol_result* result, size_t* count);
/* number: from 0 to count - 1. */
int micropol_column_at(micropol_result* result, size_t number, micropol_column* column);
/* The result as a text. format:
 *     "json"             the same bytes as --format json of the program
 *     "jsonl"            of a run, a comparison or a sweep: an object a line
 *     "csv"              not of an explanation
 *     "text", "markdown"
 *     "html"             a page that needs no network, with figures
 *     "gexf", "graphml"  of an explanation that tells a history: who knows whom
 * language: "en" or "de", NULL for English; JSON, CSV and networks know none. The text belongs to the result until that is freed; length
 * in bytes, may be NULL. */
int micropol_write(micropol_result* result, const char* format, const char* language, const char** text, size_t* length);
void micropol_free_result(micropol_result* result);

#ifdef __cplusplus
}
#endif

#endif
