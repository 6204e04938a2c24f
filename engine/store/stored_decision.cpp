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

void require_enough(StoredStudy const& study, Undecided const& undecided) {
    std::size_t const blocks = undecided.contenders.front().blocks.size();
    if (blocks >= blocks_to_decide) return;
    Phrase const least = name(std::to_string(blocks_to_decide));
    if (undecided.swept)
        throw InvalidInput(
            {{study.file().string()},
             Message("it has {0} independent points of each strategy", {Count{blocks}}),
             Message("a decision needs at least {0}; where points share their blocks, each block counts once", {least}),
             "sweep more points, or of a grid more --runs"});
    throw InvalidInput(
        {{study.file().string()},
         Message("it has {0} blocks of each strategy", {Count{blocks}}),
         Message("what is not known is drawn once a block; a decision needs at least {0}", {least}),
         Message("compare again with --runs {0}", {name(std::to_string(blocks_for_regions * histories_per_block))})});
}

std::vector<DecisionQuestion> questions_of(StoredStudy const& study, DecisionPlan const& plan) {
    if (plan.by) return {{{outcome_named(study, *plan.by), plan.less_is_better}, plan.good_enough, plan.money_per}};
    std::vector<DecisionQuestion> questions = usual_questions(study.record().facts);
    if (questions.empty())
        throw InvalidInput({{study.file().string()},
                            "it records neither whether the transformation takes root nor what it brings",
                            "these are what strategies are judged by where nothing else is asked for",
                            "name an outcome with --by"});
    return questions;
}

}  // namespace

Decision decision_in(StoredStudy const& study, DecisionPlan const& plan, std::vector<Assumption> const& assumptions) {
    std::vector<DecisionQuestion> const questions = questions_of(study, plan);
    Undecided undecided = undecided_in(study);
    require_enough(study, undecided);
    if (undecided.drawn.empty())
        throw InvalidInput({{study.file().string()},
                            "no number was drawn: every block has the same assumptions",
                            "a decision is about what is not known",
                            "compare again with --assumptions drawn"});
    mark_given(undecided.drawn, assumptions);
    return decide(study.record().facts, std::move(undecided), questions);
}

}  // namespace micropol
