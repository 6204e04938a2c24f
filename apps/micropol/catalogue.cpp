#include "micropol/verb.h"

namespace micropol::app {

extern Verb const run_verb, compare_verb, decide_verb, calibrate_verb, sweep_verb, explain_verb, results_verb, report_verb,
    page_verb, workshop_verb, validate_verb, describe_verb, new_verb, answer_verb, upgrade_verb, schema_verb, completion_verb;

std::span<Verb const* const> verbs() {
    static constexpr Verb const* all[] = {&run_verb,      &compare_verb,   &decide_verb, &calibrate_verb, &sweep_verb,
                                          &explain_verb,  &results_verb,   &report_verb, &page_verb,      &workshop_verb,
                                          &validate_verb, &describe_verb,  &new_verb,    &answer_verb,    &upgrade_verb,
                                          &schema_verb,   &completion_verb};
    return all;
}

}  // namespace micropol::app
