#include "store/stored_decision.h"

#include <algorithm>

#include "store/read_results.h"
#include "store/seen_weeks.h"
#include "store/stored_comparison.h"
#include "store/swept_strategies.h"

namespace micropol {

namespace {

// What every one of the first `blocks` blocks has drawn.
std::vector<DrawnNumber> drawn_in(StoredStudy const& study, std::size_t blocks) {
    std::vector<std::string> const columns = study.columns_of("parameter");
    auto const column = [&](std::string_view name) { return std::size_t(std::ranges::find(columns, name) - columns.begin()); };
    std::size_t const block = column("block"), path = column("name"), value = column("value");
    DrawnNumbers values;
    study.read_table("parameter", [&](std::vector<Cell> const& cells) {
        auto const* const number = std::get_if<std::int64_t>(&cells[block]);
        auto const* const name = std::get_if<std::string>(&cells[path]);
        auto const* const drawn = std::get_if<double>(&cells[value]);
        if (!number || !name || !drawn || *number < 0 || std::size_t(*number) >= blocks) return;
        values.add(std::size_t(*number), *name, *drawn);
    });
    return values.of_first(blocks);
}

Undecided undecided_in(StoredStudy const& study) {
    std::string const& kind = study.record().kind;
    if (kind == "sweep") return swept_strategies(study);
    if (kind != "compare")
        throw InvalidInput({{study.file().string()},
                            Message("it holds a study of the kind '{0}'", {name(kind)}),
                            "a decision is between strategies that were compared or swept",
                            "keep a comparison with --output, and decide on that"});
    std::vector<Contender> contenders = contenders_in(study);
    std::size_t const blocks = contenders.front().blocks.size();
    return {.contenders = std::move(contenders), .drawn = drawn_in(study, blocks), .seen = seen_weeks_in(study, blocks)};
}

std::vector<DecisionQuestion> questions_of(StoredStudy const& study, DecisionPlan const& plan) {
    if (!plan.by) return usual_questions(study.record().facts);
    return {{{outcome_named(study, *plan.by), plan.less_is_better}, plan.good_enough, plan.money_per}};
}

}  // namespace

Decision decision_in(StoredStudy const& study, DecisionPlan const& plan, std::vector<Assumption> const& assumptions) {
    std::vector<DecisionQuestion> const questions = questions_of(study, plan);
    Undecided undecided = undecided_in(study);
    mark_given(undecided.drawn, assumptions);
    return decide({study.file().string()}, study.record().facts, std::move(undecided), questions);
}

}  // namespace micropol
