#include "study/workshop/asked.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/hash.h"
#include "base/overloaded.h"
#include "base/plausible.h"
#include "interventions/families.h"
#include "model/known_numbers.h"

namespace micropol {

namespace {

// Of initiatives and shocks those of the first are known.
std::string known_as(std::string const& path) {
    auto const with_first = [&](std::string const& group) {
        return path.starts_with(group) ? group + '0' + path.substr(path.rfind('.')) : "";
    };
    for (char const* group : {"transformation.initiatives.", "shocks."})
        if (std::string const first = with_first(group); !first.empty()) return first;
    return path;
}

// What somebody who drew it would believe possible.
Range believed(Distribution const& value, Range range) {
    auto const around = [&](double mean, double sd) {
        return Range{std::max(range.low, mean - 2 * sd), std::min(range.high, mean + 2 * sd)};
    };
    return std::visit(Overloaded{[](double fixed) {
                                     return Range{fixed, fixed};
                                 },
                                 [](UniformDistribution const& one) {
                                     return Range{one.low, one.high};
                                 },
                                 [](TriangularDistribution const& one) {
                                     return Range{one.low, one.high};
                                 },
                                 [&](NormalDistribution const& one) { return around(one.mean, one.sd); },
                                 [&](BetaDistribution const& one) {
                                     Range const near = around(one.mean, one.sd);
                                     return Range{std::max(0.0, near.low), std::min(1.0, near.high)};
                                 },
                                 [](ChoiceDistribution const& one) {
                                     auto const [low, high] = std::ranges::minmax(one.values);
                                     return Range{low, high};
                                 }},
                      value);
}

double usual(Distribution const& value) {
    return std::visit(
        Overloaded{[](double fixed) { return fixed; }, [](UniformDistribution const& one) { return (one.low + one.high) / 2; },
                   [](TriangularDistribution const& one) { return one.mode; },
                   [](NormalDistribution const& one) { return one.mean; }, [](BetaDistribution const& one) { return one.mean; },
                   [](ChoiceDistribution const& one) { return one.values.front(); }},
        value);
}

// A number in few digits, as a slider stops at; the same on every machine.
double rounded(double value, int digits = 4) {
    if (!std::isfinite(value)) return value;
    std::array<char, 32> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits).ptr;
    std::from_chars(text.data(), end, value);
    return value;
}

// Nothing where it cannot be changed by itself.
std::optional<AskedAssumption> asked(Assumption const& number, Assumption const& as_drawn, std::span<KnownNumber const> known) {
    auto const record = std::ranges::find(known, known_as(number.path), &KnownNumber::path);
    if (record == known.end()) return std::nullopt;
    Range const plausible = believed(as_drawn.value, number.range);
    AskedAssumption made{.path = number.path,
                         .meaning = record->spec.description,
                         .unit = number.unit,
                         .plausible = {rounded(plausible.low), rounded(plausible.high)},
                         .range = number.range,
                         // Where the model draws what is plausible, the mode of that is none that anybody has named.
                         .usual = rounded(number.given ? usual(number.value) : record->spec.default_value),
                         .drawn = is_uncertain(number),
                         .grade = number.given ? "scenario" : grade_names[std::size_t(record->spec.grade)],
                         .source = number.source};
    // Rounding must not lead out of where the number has a meaning.
    made.plausible.low = std::max(made.plausible.low, number.range.low);
    made.plausible.high = std::min(made.plausible.high, number.range.high);
    if (!(made.plausible.low < made.plausible.high)) return std::nullopt;
    return made;
}

// Without a strategy, and with each: a number of several once.
std::vector<Assumption> numbers_of(Scenario const& scenario) {
    std::vector<Assumption> all;
    auto const collect = [&](std::string const& strategy) {
        for (Assumption const& one : Model(scenario, strategy).assumptions())
            if (std::ranges::find(all, one.path, &Assumption::path) == all.end()) all.push_back(one);
    };
    collect("");
    for (Strategy const& strategy : scenario.strategies) collect(strategy.name);
    return all;
}

}  // namespace

std::vector<AskedAssumption> asked_assumptions(ScenarioSource const& source, std::span<std::string const> paths,
                                               std::size_t most) {
    // In quotes: a page reads it as JSON.
    std::vector<Assumption> const as_is = numbers_of(source.read()),
                                  as_drawn = numbers_of(source.read({Override{"assumptions", "\"drawn\""}}));
    std::vector<KnownNumber> const known = known_numbers();
    std::vector<AskedAssumption> all;
    for (std::string const& path : paths) {
        if (all.size() == most) break;
        auto const possible = std::ranges::find(as_drawn, path, &Assumption::path);
        if (possible == as_drawn.end()) continue;
        // Where strategies share no number of a lever unless it is drawn, its own stand in each of them.
        auto const here = std::ranges::find(as_is, path, &Assumption::path);
        if (auto one = asked(here == as_is.end() ? *possible : *here, *possible, known)) all.push_back(std::move(*one));
    }
    return all;
}

std::uint64_t Questions::fingerprint() const {
    Hash hash;
    hash.add(title).add(std::uint64_t(bins));
    for (AskedAssumption const& one : assumptions) {
        hash.add(one.path).add(name_of(one.unit));
        for (double const end : {one.plausible.low, one.plausible.high}) hash.add(std::bit_cast<std::uint64_t>(end));
    }
    return hash.value();
}

std::vector<double> edges_of(AskedAssumption const& asked) {
    std::vector<double> edges;
    double const width = asked.plausible.high - asked.plausible.low;
    for (std::size_t k = 0; k <= Questions::bins; ++k)
        edges.push_back(rounded(asked.plausible.low + width * double(k) / double(Questions::bins), 8));
    edges.front() = asked.plausible.low, edges.back() = asked.plausible.high;
    return edges;
}

std::vector<double> middles_of(AskedAssumption const& asked) {
    std::vector<double> const edges = edges_of(asked);
    std::vector<double> middles;
    for (std::size_t k = 0; k + 1 < edges.size(); ++k) middles.push_back((edges[k] + edges[k + 1]) / 2);
    return middles;
}

Questions questions_for(ScenarioSource const& source, std::span<std::string const> paths) {
    Questions questions{
        .title = source.read().name, .assumptions = asked_assumptions(source, paths, Questions::most_assumptions), .levers = {}};
    for (LeverFamily const& family : lever_families())
        questions.levers.insert(questions.levers.end(), family.keys.begin(), family.keys.end());
    return questions;
}

}  // namespace micropol
