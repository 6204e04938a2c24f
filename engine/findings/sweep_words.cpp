#include "findings/sweep_words.h"

#include <algorithm>
#include <cmath>

#include "findings/model.h"
#include "words/text.h"

namespace micropol {

namespace {

// Whose result it is; a strategy that is itself varied has no name.
Phrase own_strategy(SweepDefinition const& definition) {
    return varies_strategy(definition) ? Phrase("the strategy") : strategy(definition.strategy);
}

Phrase range_of(Phrase const& low, Phrase const& high) { return Message("{0} to {1}", {low, high}); }

ChoiceDistribution const* choice_of(Factor const& factor) {
    return std::get_if<ChoiceDistribution>(std::get_if<Distribution>(&factor.values));
}

}  // namespace

std::vector<Phrase> short_names(std::vector<Factor> const& factors) {
    std::vector<Phrase> names;
    for (Factor const& factor : factors) {
        std::string const& path = factor.path;
        auto const ambiguous = [&](std::string const& end) {
            return std::ranges::count_if(
                       factors, [&](Factor const& other) { return other.path == end || other.path.ends_with("." + end); }) > 1;
        };
        std::size_t start = path.rfind('.') + 1;
        while (start > 0 && ambiguous(path.substr(start))) start = start < 2 ? 0 : path.rfind('.', start - 2) + 1;
        names.push_back(name(path.substr(start)));
    }
    return names;
}

Phrase value_of(Factor const& factor, double value) {
    if (auto const* words = std::get_if<Words>(&factor.values))
        return name((*words)[std::min(words->size() - 1, std::size_t(std::max(0.0, value)))]);
    if (choice_of(factor)) return exact(value);
    double const width = coordinate_at(factor, 0.99) - coordinate_at(factor, 0.01);
    bool const whole = std::holds_alternative<WholeNumbers>(factor.values) || !(width > 0);
    return Decimal{value, whole ? 0 : int(std::clamp(1 + std::ceil(-std::log10(width)), 0.0, 6.0))};
}

Phrase values_of(Factor const& factor, std::size_t max_listed) {
    if (auto const* words = std::get_if<Words>(&factor.values)) {
        if (words->size() > max_listed) return Message("{0} values", {Count{words->size()}});
        Listing all;
        for (std::string const& word : *words) all.items.push_back(name(word));
        return all;
    }
    if (ChoiceDistribution const* choice = choice_of(factor)) return Message("{0} values", {Count{choice->values.size()}});
    bool const open = has_remote_ends(factor);
    return range_of(value_of(factor, coordinate_at(factor, open ? 0.01 : 0)),
                    value_of(factor, coordinate_at(factor, open ? 0.99 : 1)));
}

Phrase describe(Factor const& factor, Range inside) {
    if (auto const* words = std::get_if<Words>(&factor.values)) {
        Phrase any;
        for (std::size_t k = 0; k < words->size(); ++k) {
            if (double(k) < inside.low || double(k) > inside.high) continue;
            any = any.empty() ? name((*words)[k]) : Message("{0} or {1}", {any, name((*words)[k])});
        }
        return any;
    }
    Phrase const low = value_of(factor, inside.low), high = value_of(factor, inside.high);
    if (!std::isfinite(inside.low)) return Message("{0} or less", {high});
    if (!std::isfinite(inside.high)) return Message("{0} or more", {low});
    bool const same = to_text(low, Language::english) == to_text(high, Language::english);
    return same ? low : range_of(low, high);
}

bool varies_strategy(SweepDefinition const& definition) {
    return std::ranges::count(definition.factors, strategy_path, &Factor::path) > 0;
}

Phrase describe_response(Sweep const& sweep, std::size_t outcome) {
    SweepDefinition const& definition = sweep.definition;
    Phrase const label = label_of(*sweep.facts.outcomes[outcome]);
    if (!definition.against) return label;
    return Message("how far {0} is ahead of {1} in {2}", {own_strategy(definition), strategy(*definition.against), label});
}

Phrase describe_failure(Sweep const& sweep, FailureConclusion const& failure) {
    FailsWhen const& rule = failure.rule;
    Unit const unit = sweep.facts.outcomes[rule.outcome]->unit;
    SweepDefinition const& definition = sweep.definition;
    if (definition.against && rule.level == 0 && !rule.above)
        return Message("{0} does worse than {1}", {own_strategy(definition), strategy(*definition.against)});
    std::vector<Phrase> const gaps{
        describe_response(sweep, rule.outcome),
        response_mean(sweep, {.mean = rule.level, .low = rule.level, .high = rule.level}, rule.outcome)};
    if (rule.above) return Message("{0} is above {1}", gaps);
    bool const quarter = failure.usual && !definition.against && unit != Unit::flag;
    return quarter ? Message("{0} is below {1} (the lowest quarter)", gaps) : Message("{0} is below {1}", gaps);
}

Quantity response_mean(Sweep const& sweep, Estimate const& estimate, std::size_t outcome) {
    return quantity(estimate, sweep.facts.outcomes[outcome]->unit,
                    sweep.definition.against ? Quantity::Form::change : Quantity::Form::value);
}

bool does_not_vary(ResponseConclusion const& response) {
    return response.unknown_values == 0 && response.lowest == response.highest;
}

bool weighs_by_share(Design design) { return design != Design::morris && design != Design::one_at_a_time; }

Estimate estimate_of(Index const& index) { return {.mean = index.value, .low = index.low, .high = index.high}; }

}  // namespace micropol
