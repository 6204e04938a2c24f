/* The functions of micropol.h for .Call. Handles are external pointers with a finaliser; what fails becomes a condition that R/micropol.R
 * words. Columns become arrays of doubles: R has no other real numbers, so here they are copied. */
#include <micropol.h>

#define R_NO_REMAP
#include <R.h>
#include <R_ext/Rdynload.h>
#include <Rinternals.h>

#include <string.h>

static SEXP tag_of_scenario, tag_of_result;

static void free_handle(SEXP pointer) {
    void *const handle = R_ExternalPtrAddr(pointer);
    if (R_ExternalPtrTag(pointer) == tag_of_scenario)
        micropol_free_scenario(handle);
    else
        micropol_free_result(handle);
    R_ClearExternalPtr(pointer);
}

static SEXP pointer_to(void *handle, SEXP tag) {
    SEXP pointer = PROTECT(R_MakeExternalPtr(handle, tag, R_NilValue));
    R_RegisterCFinalizerEx(pointer, free_handle, TRUE);
    UNPROTECT(1);
    return pointer;
}

/* The library refuses what is no handle of its own. */
static void *handle_in(SEXP pointer) { return TYPEOF(pointer) == EXTPTRSXP ? R_ExternalPtrAddr(pointer) : NULL; }

static char const *text_in(SEXP text) {
    return TYPEOF(text) == STRSXP && LENGTH(text) == 1 && STRING_ELT(text, 0) != NA_STRING ? Rf_translateCharUTF8(STRING_ELT(text, 0)) : NULL;
}

static SEXP utf8(char const *text) {
    SEXP string = PROTECT(Rf_mkCharCE(text, CE_UTF8));
    SEXP result = Rf_ScalarString(string);
    UNPROTECT(1);
    return result;
}

/* What R/micropol.R tells from a result by its class. */
static SEXP failure(void) {
    SEXP problems = PROTECT(utf8(micropol_problems()));
    Rf_setAttrib(problems, R_ClassSymbol, Rf_mkString("micropol_problems"));
    UNPROTECT(1);
    return problems;
}

static SEXP load_text(SEXP text, SEXP name, SEXP options) {
    micropol_scenario *scenario = NULL;
    if (micropol_load_text(text_in(text), text_in(name), text_in(options), &scenario) != MICROPOL_OK) return failure();
    return pointer_to(scenario, tag_of_scenario);
}

static SEXP load_file(SEXP path, SEXP options) {
    micropol_scenario *scenario = NULL;
    if (micropol_load_file(text_in(path), text_in(options), &scenario) != MICROPOL_OK) return failure();
    return pointer_to(scenario, tag_of_scenario);
}

static SEXP describe(SEXP scenario, SEXP what) {
    char const *text = NULL;
    if (micropol_describe(handle_in(scenario), text_in(what), &text, NULL) != MICROPOL_OK) return failure();
    return utf8(text);
}

static void check_interrupt(void *unused) {
    (void)unused;
    R_CheckUserInterrupt();
}
/* R jumps where it is interrupted: here no further than to this call. */
static int interrupted(void *context) { return *(int *)context = !R_ToplevelExec(check_interrupt, NULL); }

static void progress(void *context, uint64_t finished, uint64_t expected) {
    (void)context;
    REprintf("\r%.0f of %.0f blocks", (double)finished, (double)expected);
}

static SEXP study(SEXP scenario, SEXP kind, SEXP plan, SEXP shows) {
    static struct {
        char const *name;
        int (*study)(micropol_scenario *, char const *, micropol_watch const *, micropol_result **);
    } const studies[] = {{"run", micropol_run},
                   {"compare", micropol_compare},
                   {"sweep", micropol_sweep},
                   {"explain", micropol_explain},
                   {"calibrate", micropol_calibrate}};
    char const *const asked = text_in(kind);
    for (size_t k = 0; asked != NULL && k < sizeof studies / sizeof *studies; ++k) {
        if (strcmp(studies[k].name, asked) != 0) continue;
        int stopped = 0;
        micropol_watch const watch = {&stopped, Rf_asLogical(shows) == 1 ? progress : NULL, interrupted};
        micropol_result *result = NULL;
        int const code = studies[k].study(handle_in(scenario), text_in(plan), &watch, &result);
        if (watch.progress != NULL) REprintf("\r\033[K");
        return code == MICROPOL_OK ? pointer_to(result, tag_of_result) : failure();
    }
    Rf_error("there is no such study");
}

static SEXP decide(SEXP comparison, SEXP plan) {
    micropol_result *result = NULL;
    if (micropol_decide(handle_in(comparison), text_in(plan), &result) != MICROPOL_OK) return failure();
    return pointer_to(result, tag_of_result);
}

static SEXP written(SEXP result, SEXP format, SEXP language) {
    char const *text = NULL;
    if (micropol_write(handle_in(result), text_in(format), text_in(language), &text, NULL) != MICROPOL_OK) return failure();
    return utf8(text);
}

/* Names, labels, kinds and units of all columns. */
static SEXP columns(SEXP result) {
    size_t count = 0;
    if (micropol_column_count(handle_in(result), &count) != MICROPOL_OK) return failure();
    char const *const fields[] = {"name", "label", "kind", "unit", ""};
    SEXP all = PROTECT(Rf_mkNamed(VECSXP, (char const **)fields));
    for (int k = 0; k < 4; ++k) SET_VECTOR_ELT(all, k, Rf_allocVector(STRSXP, (R_xlen_t)count));
    for (size_t number = 0; number < count; ++number) {
        micropol_column column;
        if (micropol_column_at(handle_in(result), number, &column) != MICROPOL_OK) continue;
        char const *const texts[] = {column.name, column.label, column.kind, column.unit};
        for (int k = 0; k < 4; ++k) SET_STRING_ELT(VECTOR_ELT(all, k), (R_xlen_t)number, Rf_mkCharCE(texts[k], CE_UTF8));
    }
    UNPROTECT(1);
    return all;
}

static double number_at(micropol_column const *column, char const *at) {
    switch (column->type) {
        case MICROPOL_FLOAT32: return (double)*(float const *)at;
        case MICROPOL_FLOAT64: return *(double const *)at;
        default: return (double)*(uint64_t const *)at; /* to 53 bits */
    }
}

static SEXP names_along(micropol_column const *column, int k) {
    if (column->names[k] == NULL) return R_NilValue;
    SEXP names = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)column->shape[k]));
    for (size_t i = 0; i < column->shape[k]; ++i) SET_STRING_ELT(names, (R_xlen_t)i, Rf_mkCharCE(column->names[k][i], CE_UTF8));
    UNPROTECT(1);
    return names;
}

/* As an array with the column's dimensions, the first of which varies fastest in R. number: from 1. */
static SEXP column_at(SEXP result, SEXP number) {
    micropol_column column;
    if (micropol_column_at(handle_in(result), (size_t)(Rf_asInteger(number) - 1), &column) != MICROPOL_OK) return failure();
    int const rank = column.dimensions;
    size_t size = 1, index[MICROPOL_MOST_DIMENSIONS] = {0};
    for (int k = 0; k < rank; ++k) size *= column.shape[k];
    SEXP array = PROTECT(Rf_allocVector(REALSXP, (R_xlen_t)size));
    SEXP shape = PROTECT(Rf_allocVector(INTSXP, rank));
    SEXP names = PROTECT(Rf_allocVector(VECSXP, rank)), dimensions = PROTECT(Rf_allocVector(STRSXP, rank));
    double *values = REAL(array);
    char const *at = column.data;
    for (size_t i = 0; i < size; ++i) {
        values[i] = number_at(&column, at);
        for (int k = 0; k < rank; ++k) {
            at += column.stride[k];
            if (++index[k] < column.shape[k]) break;
            at -= (ptrdiff_t)column.shape[k] * column.stride[k], index[k] = 0;
        }
    }
    for (int k = 0; k < rank; ++k) {
        INTEGER(shape)[k] = (int)column.shape[k];
        SET_STRING_ELT(dimensions, k, Rf_mkChar(column.dimension[k]));
        SET_VECTOR_ELT(names, k, names_along(&column, k));
    }
    Rf_setAttrib(array, R_DimSymbol, shape);
    Rf_setAttrib(names, R_NamesSymbol, dimensions);
    Rf_setAttrib(array, R_DimNamesSymbol, names);
    UNPROTECT(4);
    return array;
}

static SEXP version(void) { return utf8(micropol_version()); }
static SEXP model_hash(void) { return utf8(micropol_model_hash()); }

static R_CallMethodDef const calls[] = {{"C_load_text", (DL_FUNC)&load_text, 3}, {"C_load_file", (DL_FUNC)&load_file, 2},
                                        {"C_describe", (DL_FUNC)&describe, 2},   {"C_study", (DL_FUNC)&study, 4},
                                        {"C_decide", (DL_FUNC)&decide, 2},       {"C_write", (DL_FUNC)&written, 3},
                                        {"C_columns", (DL_FUNC)&columns, 1},     {"C_column_at", (DL_FUNC)&column_at, 2},
                                        {"C_version", (DL_FUNC)&version, 0},     {"C_model_hash", (DL_FUNC)&model_hash, 0},
                                        {NULL, NULL, 0}};

void R_init_micropol(DllInfo *info) {
    if (micropol_abi_version() != MICROPOL_ABI_VERSION) Rf_error("libmicropol has another ABI version than this package was built for");
    tag_of_scenario = Rf_install("micropol_scenario"), tag_of_result = Rf_install("micropol_result");
    R_registerRoutines(info, NULL, calls, NULL, NULL);
    R_useDynamicSymbols(info, FALSE);
}
