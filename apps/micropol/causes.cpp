#include "micropol/causes.h"

#include <algorithm>

namespace micropol::app {

AskedCauses parse_causes(Arguments const& arguments) {
    AskedCauses asked{.told = false,
                      .why = arguments.has("why") || arguments.has("factors"),
                      .pivotal = arguments.has("pivotal"),
                      .ledger = arguments.has("ledger") || arguments.has("failing"),
                      .factors = arguments.list("factors"),
                      .threshold = arguments.positive_number("threshold"),
                      .failing = arguments.positive_number("failing")};
    if (asked.failing && *asked.failing >= 1) throw WrongUsage("--failing takes a share of histories between 0 and 1");
    bool const some = asked.why || asked.pivotal || asked.ledger;
    asked.told = !some || arguments.has("history") || arguments.has("at-week");
    if (!some && !arguments.has("at-week") && !arguments.has("history")) asked.why = asked.pivotal = asked.ledger = true;
    return asked;
}

std::uint64_t most_blocks(AskedCauses const& asked, Model const& model, std::uint64_t blocks) {
    bool const everywhere = model.data_quality() != nullptr;  // the same people in every block
    std::uint64_t most = 0;
    if (asked.why) {
        auto const causes = asked.factors.empty() ? usual_causes_of(model) : causes_named(model, asked.factors);
        most += ((std::uint64_t(1) << causes.size()) - 1) * blocks;
    }
    if (asked.pivotal) most += 2 * usual_candidates * (everywhere ? blocks : 1) + parts_of_horizon * blocks;
    constexpr std::uint64_t tries = 1 + halvings, levers = 3;
    if (asked.ledger)
        most += blocks + 2 * (blocks_of_search + levers * (tries * blocks_of_search + blocks)) +
                most_blockers * (levers + 1) * (tries + 2) * (everywhere ? std::uint64_t(blocks_of_search) : 1);
    return most;
}

bool find_causes(Session& session, AskedCauses const& asked, Variant const& base, std::vector<double> const& histories,
                 std::uint32_t block, Explanation& explanation) {
    StudyRunner& runner = session.runner();
    auto const model = runner.model(0);
    std::size_t const outcome = explanation.outcome;
    auto const blocks = std::uint32_t(explanation.blocks);
    double const threshold = asked.threshold.value_or(usual_threshold(model->scenario(), *model->outcomes()[outcome], histories));
    if (asked.why) {
        auto const causes = asked.factors.empty() ? usual_causes_of(*model) : causes_named(*model, asked.factors);
        explanation.why = attribute(runner, base, causes, outcome, blocks);
        if (!explanation.why) return false;
    }
    if (asked.pivotal) {
        explanation.pivotal = find_pivotal(
            runner, {.base = base, .outcome = outcome, .threshold = threshold, .blocks = blocks, .block = block});
        if (!explanation.pivotal) return false;
    }
    if (asked.ledger) {
        explanation.ledger = keep_ledger(runner, {.base = base,
                                                  .outcome = outcome,
                                                  .threshold = threshold,
                                                  .less_is_better = explanation.less_is_better,
                                                  .blocks = blocks,
                                                  .block = block,
                                                  .wanted = asked.failing});
        if (!explanation.ledger) return false;
    }
    return true;
}

}  // namespace micropol::app
