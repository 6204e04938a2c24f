#include "study/plan.h"

#include "model/model.h"

namespace micropol {

InvalidPlan::InvalidPlan(std::string field, Phrase what, Phrase why, Phrase suggestion)
    : InvalidInput(Problem{{std::move(field)}, std::move(what), std::move(why), std::move(suggestion)}) {}

std::size_t outcome_named(std::string const& key, std::span<OutcomeKind const* const> outcomes, std::string const& field) {
    if (auto const outcome = position_of(key, outcomes)) return *outcome;
    std::vector<std::string_view> const known = keys_of(outcomes);
    Message const guess = did_you_mean(key, std::span<std::string_view const>(known));
    throw InvalidPlan(field, Message("the scenario records no outcome '{0}'", {name(key)}), "",
                      guess.empty() ? see("micropol describe outcomes") : guess);
}

Message see(std::string_view command) { return {"see {0}", {name(command)}}; }

std::size_t Forecast::memory_needed(int threads) const {
    return models.front()->memory_needed(threads, whole > 0 ? whole : std::uint32_t(threads)) + kept;
}

}  // namespace micropol
