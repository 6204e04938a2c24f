#include "store/stored_decision.h"

#include <cmath>
#include <limits>
#include <map>

#include "store/read_results.h"
#include "store/stored_comparison.h"

namespace micropol {

namespace {

// What every one of the first `blocks` blocks has drawn: strategies that share a block share what it draws.
std::vector<DrawnNumber> drawn_in(StoredStudy const& study, std::size_t blocks) {
    std::vector<std::string> const columns = study.columns_of("parameter");
    auto const column = [&](std::string_view name) { return std::size_t(std::ranges::find(columns, name) - columns.begin()); };
    std::size_t const block = column("block"), path = column("name"), value = column("value");
    std::map<std::string, Sample> values;
    study.read_table("parameter", [&](std::vector<Cell> const& cells) {
        auto const* const number = std::get_if<std::int64_t>(&cells[block]);
        auto const* const name = std::get_if<std::string>(&cells[path]);
        auto const* const drawn = std::get_if<double>(&cells[value]);
        if (!number || !name || !drawn || *number < 0 || std::size_t(*number) >= blocks) return;
        Sample& sample = values[*name];
        sample.resize(blocks, std::numeric_limits<double>::quiet_NaN());
        sample[std::size_t(*number)] = *drawn;
    });
    std::vector<DrawnNumber> drawn;
    for (auto& [name, sample] : values)
        if (std::ranges::all_of(sample, [](double one) { return std::isfinite(one); }))
            drawn.push_back({name, std::move(sample)});
    return drawn;
}

}  // namespace

std::vector<DecisionQuestion> usual_questions(StudyFacts const& facts, Place const& place) {
    std::vector<DecisionQuestion> questions;
    for (std::string_view const key : {"success", "net_value"})
        if (auto const outcome = position_of(key, facts.outcomes)) questions.push_back({.criterion = {*outcome}});
    if (questions.empty())
        throw InvalidInput({place, "it records neither whether the transformation takes root nor what it brings",
                            "these are what strategies are judged by where nothing else is asked for",
                            "name an outcome with --by"});
    return questions;
}

Decision decision_of(StudyFacts const& facts, std::vector<Contender> const& contenders, std::vector<DrawnNumber> drawn,
                     std::vector<DecisionQuestion> const& questions, Place const& place) {
    std::size_t const blocks = contenders.front().blocks.size();
    if (blocks < blocks_to_decide)
        throw InvalidInput(
            {place, Message("it has {0} blocks of each strategy", {Count{blocks}}),
             Message("what is not known is drawn once a block; a decision needs at least {0}",
                     {name(std::to_string(blocks_to_decide))}),
             Message("compare again with --runs {0}", {name(std::to_string(blocks_for_regions * histories_per_block))})});
    if (drawn.empty())
        throw InvalidInput({place, "no number was drawn: every block has the same assumptions",
                            "a decision is about what is not known", "compare again with --assumptions drawn"});
    return decide(facts, contenders, std::move(drawn), questions);
}

Decision decision_in(StoredStudy const& study, DecisionPlan const& plan) {
    if (study.record().kind != "compare")
        throw InvalidInput({{study.file().string()},
                            Message("it holds a study of the kind '{0}'", {name(study.record().kind)}),
                            "a decision is between strategies that were compared",
                            "keep a comparison with --output, and decide on that"});
    StudyFacts const& facts = study.record().facts;
    Place const place{study.file().string()};
    std::vector<DecisionQuestion> const questions = plan.by ? std::vector<DecisionQuestion>{{{outcome_named(study, *plan.by),
                                                                                              plan.less_is_better},
                                                                                             plan.good_enough,
                                                                                             plan.money_per}}
                                                            : usual_questions(facts, place);
    std::vector<Contender> const contenders = contenders_in(study);
    return decision_of(facts, contenders, drawn_in(study, contenders.front().blocks.size()), questions, place);
}

}  // namespace micropol
