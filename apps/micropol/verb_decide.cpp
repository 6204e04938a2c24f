#include <iostream>

#include "micropol/decided.h"
#include "micropol/log.h"
#include "micropol/scenario_options.h"
#include "micropol/show.h"
#include "micropol/verb.h"
#include "micropol/wording.h"

namespace micropol::app {

namespace {

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};

ExitCode run(Call const& call) {
    Arguments const& arguments = call.arguments;
    std::string const file = arguments.positional(1, 1, "a file of results").front();
    Format const format = parse_format(arguments, formats);
    DecisionPlan plan{.by = arguments.value("by"),
                      .less_is_better = arguments.has("less-is-better"),
                      .good_enough = arguments.number("good-enough"),
                      .money_per = arguments.positive_number("money-per")};
    for (char const* option : {"less-is-better", "good-enough", "money-per"})
        if (!plan.by && arguments.has(option)) throw WrongUsage(Message("--{0} goes with --by", {name(option)}));
    StoredStudy const study(file);
    if (!study.finished()) log::warning(Message("{0} is not finished; what it has is used", {name(file)}));
    std::cout << show(decided(study, plan), format, parse_show_options(arguments));
    return done;
}

constexpr Option options[] = {
    {"by", "OUTCOME", "judge strategies by this outcome", "success and net_value, side by side"},
    {"less-is-better", "", "with --by: the best strategy has least of it"},
    {"good-enough", "X", "with --by: say how often a strategy brings at least this, in the outcome's unit",
     "as much as doing nothing in the same block"},
    {"money-per", "AMOUNT", "with --by: what one of the outcome is worth, in thousands of the scenario's currency"},
    format_option,
};

constexpr std::string_view examples[] = {
    "decide strategies.db",
    "of a comparison kept with --assumptions drawn --runs 4096 --output strategies.db: how far each strategy may fall short, where each is "
    "best, and what would be worth asking about",
    "decide strategies.db --by substantive --money-per 2000",
    "the same by adoption, of which a whole is worth two million",
    "decide sweep.db",
    "of a sweep kept with --against, or with the strategy among the factors of a grid: what is swept is what is not known",
};

}  // namespace

extern Verb const decide_verb;
constinit Verb const decide_verb{
    "decide", "choose a strategy although the assumptions are not known", "RESULTS.db", options, examples, run};

}  // namespace micropol::app
