#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "scenario/format.h"
#include "statistics/estimate_json.h"
#include "store/read_factors.h"
#include "store/read_json.h"
#include "store/study_record.h"
#include "study/compare/compare.h"
#include "study/money_json.h"

namespace micropol {

namespace {

constexpr double max_values = 5e7;  // of all blocks of all points: 400 MB

Index index_in(JsonReader const& json) { return {json.at("value").number(), json.at("low").number(), json.at("high").number()}; }

std::string unless_none(std::string const& strategy) { return strategy == no_strategy ? std::string() : strategy; }

class SweepReader {
  public:
    SweepReader(Json const& json, std::string const& file) : document_(json), file_(file) {}

    Sweep read() {
        read_definition();
        read_points();
        for (JsonReader const& response : document_.at("responses").items()) {
            sweep_.responses.push_back(response_in(response));
            definition().outcomes.push_back(sweep_.responses.back().outcome);
        }
        if (sweep_.responses.empty()) document_.at("responses").refuse("none");
        if (auto const failure = document_.find("failure")) sweep_.failure = failure_in(*failure);
        return std::move(sweep_);
    }

  private:
    SweepDefinition& definition() { return sweep_.definition; }
    [[nodiscard]] std::size_t factors() const { return sweep_.definition.factors.size(); }

    void read_definition() {
        StudyFacts& facts = sweep_.facts;
        facts.title = document_.at("title").text();
        facts.question = definition().question = document_.at("question").text();
        definition().claim = document_.at("claim").text(), definition().source = document_.at("source").text();
        facts.headcount = document_.at("headcount").whole<std::size_t>(0, std::size_t(most_employees));
        facts.weeks = document_.at("weeks").whole<int>(1, int(longest_horizon));
        facts.sees_all = document_.at("upper_bound").flag();
        read_money(document_, facts);
        definition().design = Design(document_.at("design").one_of(design_names));
        definition().blocks = document_.at("blocks").whole<std::uint32_t>(1);
        facts.seed = definition().seed = document_.at("seed").whole<std::uint64_t>();
        definition().strategy = unless_none(document_.at("strategy").text());
        if (auto const against = document_.find("against")) definition().against = unless_none(against->text());
        for (JsonReader const& factor : document_.at("factors").items()) {
            definition().factors.push_back(public_factor_in(factor));
            paths_.push_back(definition().factors.back().path);
            if (std::ranges::count(paths_, paths_.back()) > 1) factor.at("path").refuse("it is there twice");
        }
        if (paths_.empty()) document_.at("factors").refuse("none");
    }

    std::size_t factor_at(JsonReader const& path) const {
        std::vector<std::string_view> const known(paths_.begin(), paths_.end());
        return path.one_of(known);
    }
    std::size_t outcome_at(JsonReader const& key) const { return key.one_of(keys_of(sweep_.facts.outcomes)); }

    // ------------------------------------------------------------------------------------- points

    void read_points() {
        auto const points = document_.at("points").items();
        if (points.empty()) document_.at("points").refuse("none");
        std::vector<std::string> keys;
        for (auto const& [key, mean] : points.front().at("means").members())
            if (!key.starts_with("against_")) keys.push_back(key);
        sweep_.facts.outcomes = outcomes_named(keys, file_);
        if (double(points.size()) * double(definition().blocks) * double(keys.size()) * double(definition().arms()) > max_values)
            document_.at("blocks").refuse("more than there can be");
        sweep_.values = no_values(definition(), keys.size(), points.size());
        std::vector<std::set<std::string>> values(factors());
        for (std::size_t point = 0; point < points.size(); ++point) {
            Point& at = sweep_.points.emplace_back();
            for (std::size_t k = 0; k < factors(); ++k) {
                JsonReader const value = points[point].at("values").at(paths_[k]);
                at.push_back(share_in(value, definition().factors[k]));
                values[k].insert(value.text());
            }
            read_means(points[point].at("means"), point);
        }
        fit_design(values);
    }

    void read_means(JsonReader const& means, std::size_t point) {
        std::size_t const blocks = definition().blocks;
        for (std::size_t arm = 0; arm < definition().arms(); ++arm)
            for (std::size_t k = 0; k < sweep_.facts.outcomes.size(); ++k) {
                std::string const key = (arm > 0 ? "against_" : "") + std::string(sweep_.facts.outcomes[k]->plugin.key);
                auto const first = sweep_.values[arm][k].begin() + std::ptrdiff_t(point * blocks);
                std::fill_n(first, blocks, means.at(key).number());
            }
    }

    // The size of the design, and the levels of its factors, from the points that it made.
    void fit_design(std::vector<std::set<std::string>> const& values) {
        std::size_t const points = sweep_.points.size();
        for (std::size_t k = 0; k < factors(); ++k)
            if (!std::holds_alternative<Words>(definition().factors[k].values))
                definition().levels = std::max(definition().levels, values[k].size());
        if (definition().design == Design::one_at_a_time) fit_levels_around_a_base(points);
        if (definition().design == Design::list) definition().listed = sweep_.points;
        definition().second_order = has_pairs();
        definition().size = 1;
        bool const has_size = definition().design != Design::grid && definition().design != Design::one_at_a_time &&
                              definition().design != Design::list;
        if (has_size) definition().size = points / std::size_t(count_of_points(definition()));
        if (count_of_points(definition()) != double(points)) document_.at("points").refuse("not as many as the design makes");
    }

    // Around the base point, which may be one of the levels or not.
    void fit_levels_around_a_base(std::size_t points) {
        while (definition().levels > 1 && count_of_points(definition()) > double(points)) --definition().levels;
    }

    bool has_pairs() const {
        auto const responses = document_.at("responses").items();
        return std::ranges::any_of(responses, [](JsonReader const& response) { return response.find("pairs").has_value(); });
    }

    // ------------------------------------------------------------------------------------- what is concluded

    ResponseConclusion response_in(JsonReader const& json) const {
        ResponseConclusion response{.outcome = outcome_at(json.at("outcome")),
                                    .unknown_values = json.at("unknown_values").whole<std::size_t>()};
        if (response.unknown_values > 0) return response;
        response.mean = estimate_in(json.at("mean"));
        response.lowest = json.at("lowest").number(), response.highest = json.at("highest").number();
        JsonReader const share = json.at("by_assumptions");
        response.by_assumptions = {share.at("value").number(), share.at("low").number(), share.at("high").number(),
                                   share.at("p").number()};
        Design const design = sweep_.definition.design;
        if (design == Design::morris) response.elementary.resize(factors());
        if (design == Design::sobol) {
            SobolIndices& indices = response.indices.emplace();
            indices.variance = json.at("variance").number(), indices.noise = json.at("noise").number();
            indices.noise_share = indices.noise / (indices.variance + indices.noise);
            indices.first.resize(factors()), indices.total.resize(factors());
        }
        std::set<std::size_t> seen;
        for (JsonReader const& effect : json.at("effects").items(factors())) {
            response.effects.push_back(effect_in(effect, response));
            if (!seen.insert(response.effects.back().factor).second) effect.at("path").refuse("it is there twice");
        }
        if (auto const pairs = json.find("pairs")) read_pairs(*pairs, response);
        return response;
    }

    FactorEffect effect_in(JsonReader const& json, ResponseConclusion& response) const {
        FactorEffect effect{
            .factor = factor_at(json.at("path")), .weight = index_in(json.at("weight")), .clear = json.at("clear").flag()};
        if (!response.elementary.empty())
            response.elementary[effect.factor] = {estimate_in(json.at("mu")), estimate_in(json.at("mu_star")),
                                                  json.at("sigma").number(), json.at("mu_star_by_chance").number()};
        else if (response.indices)
            response.indices->first[effect.factor] = index_in(json.at("first")),
            response.indices->total[effect.factor] = index_in(json.at("total"));
        else if (sweep_.definition.design != Design::one_at_a_time)
            effect.by_chance = json.at("p").number();
        for (JsonReader const& step : json.at("curve").items())
            effect.curve.push_back({coordinate_in(step.at("from"), effect.factor), coordinate_in(step.at("to"), effect.factor),
                                    step.at("points").whole<std::size_t>(), estimate_in(step.at("mean"))});
        return effect;
    }

    // Of words: which of them.
    double coordinate_in(JsonReader const& json, std::size_t factor) const {
        double const value = json.number();
        auto const* words = std::get_if<Words>(&sweep_.definition.factors[factor].values);
        bool const fits = !words || (value >= 0 && value < double(words->size()) && value == std::floor(value));
        if (std::isnan(value) || !fits) json.refuse("no value of the factor");
        return value;
    }

    void read_pairs(JsonReader const& json, ResponseConclusion& response) const {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        if (response.indices) response.indices->second.assign(factors() * (factors() - 1) / 2, {unknown, unknown, unknown});
        for (JsonReader const& pair : json.items()) {
            auto const paths = pair.at("paths").items(2);
            std::size_t const one = factor_at(paths[0]), other = factor_at(paths[1]);
            if (one == other) pair.refuse("a factor with itself");
            response.pairs.push_back({one, other, index_in(pair.at("weight"))});
            if (response.indices)
                response.indices
                    ->second[pair_number(std::min(one, other), std::max(one, other), factors())] = response.pairs.back().weight;
        }
    }

    FailureConclusion failure_in(JsonReader const& json) {
        FailureConclusion failure;
        auto const above = json.find("above");
        failure.rule = {outcome_at(json.at("outcome")), (above ? *above : json.at("below")).number(), above.has_value()};
        failure.usual = json.at("usual_rule").flag();
        failure.failures = json.at("failures").whole<std::size_t>(), failure.points = json.at("points").whole<std::size_t>();
        if (!failure.usual) definition().fails_when = failure.rule;
        if (auto const found = json.find("box_of_prim")) read_box(json, *found, failure);
        return failure;
    }

    void read_box(JsonReader const& json, JsonReader const& limits, FailureConclusion& failure) const {
        double const infinity = std::numeric_limits<double>::infinity();
        Discovery& found = failure.found.emplace();
        found.box.ranges.assign(factors(), Range{-infinity, infinity});
        failure.box.ranges = found.box.ranges;
        for (JsonReader const& limit : limits.items()) {
            std::size_t const factor = factor_at(limit.at("path"));
            auto const low = limit.find("low"), high = limit.find("high");  // null where a side is open
            found.box.ranges[factor] = {low ? low->number() : -infinity, high ? high->number() : infinity};
            found.restrictions.push_back({factor, limit.at("by_chance").number()});
        }
        for (JsonReader const& path : json.at("restrictions").items()) {
            std::size_t const factor = factor_at(path);
            auto const known = std::ranges::find(found.restrictions, factor, &Restriction::dimension);
            if (known == found.restrictions.end()) path.refuse("no limit of the box");
            failure.restrictions.push_back(*known);
            failure.box.ranges[factor] = found.box.ranges[factor];
        }
        failure.box.coverage = json.at("coverage").number(), failure.box.density = json.at("density").number();
        failure.box.points = json.at("points_in_box").whole<std::size_t>();
        if (!(failure.box.coverage >= 0 && failure.box.coverage <= 1)) json.at("coverage").refuse("no share");
        failure.box.failures = std::size_t(std::lround(failure.box.coverage * double(failure.failures)));
    }

    JsonReader document_;
    std::string const& file_;
    Sweep sweep_;
    std::vector<std::string> paths_;
};

}  // namespace

Sweep sweep_of(Json const& json, std::string const& file) { return SweepReader(json, file).read(); }

}  // namespace micropol
