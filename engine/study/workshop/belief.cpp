#include "study/workshop/belief.h"

#include <algorithm>
#include <numeric>

#include "model/known_numbers.h"
#include "scenario/number.h"

namespace micropol {

namespace {

// As it is without anybody's answers. A lever's number that is not drawn stands with each use of the lever, as its record has it.
Distribution in_the_scenario(std::vector<Assumption> const& numbers, AskedAssumption const& asked) {
    auto const found = std::ranges::find(numbers, asked.path, &Assumption::path);
    if (found != numbers.end()) return found->value;
    auto const record = known_number(asked.path);
    return record ? record->default_value : asked.usual;
}

}  // namespace

double mean_of(Belief const& belief, AskedAssumption const& asked) {
    std::vector<double> const middles = middles_of(asked);
    return std::inner_product(belief.shares.begin(), belief.shares.end(), middles.begin(), 0.0);
}

Beliefs beliefs_in(ParticipantAnswers const& answers) {
    Beliefs beliefs;
    for (auto const& chips : answers.chips) {
        auto& belief = beliefs.emplace_back();
        if (!chips) continue;
        int const sum = std::accumulate(chips->begin(), chips->end(), 0);
        belief.emplace();
        for (int const here : *chips) belief->shares.push_back(double(here) / double(sum));
    }
    return beliefs;
}

Beliefs pool_of(std::span<Beliefs const> all) {
    Beliefs pool(all.empty() ? 0 : all.front().size());
    for (std::size_t k = 0; k < pool.size(); ++k) {
        std::vector<double> sums(Questions::bins, 0.0);
        double touched = 0;
        for (Beliefs const& one : all) {
            if (!one[k]) continue;
            ++touched;
            for (std::size_t bin = 0; bin < sums.size(); ++bin) sums[bin] += one[k]->shares[bin];
        }
        if (touched == 0) continue;
        for (double& share : sums) share /= touched;
        pool[k] = Belief{std::move(sums)};
    }
    return pool;
}

BelievedNumbers::BelievedNumbers(ScenarioSource const& source, Questions const& questions, std::vector<bool> const& touched,
                                 std::shared_ptr<GivenNumbers const> given)
    : asked_(questions.assumptions), given_(std::move(given)) {
    Scenario const scenario = source.read();
    seed_ = scenario.seed;
    std::vector<Assumption> numbers = Model(scenario, "").assumptions();
    for (Strategy const& strategy : scenario.strategies) {
        std::vector<Assumption> const more = Model(scenario, strategy.name).assumptions();
        numbers.insert(numbers.end(), more.begin(), more.end());
    }
    for (std::size_t k = 0; k < asked_.size(); ++k) {
        if (!touched.at(k)) continue;
        touched_.push_back(k);
        otherwise_.push_back({given_ ? given_->find(asked_[k].path) : std::nullopt, in_the_scenario(numbers, asked_[k])});
        // Any distribution would do: a number that is drawn can be given.
        Range const plausible = asked_[k].plausible;
        changes_.emplace_back(Override{
            asked_[k].path, "{\"uniform\": [" + to_node(plausible.low).text + ", " + to_node(plausible.high).text + "]}"});
    }
    if (!given_) return;
    for (std::size_t k = 0; k < given_->paths().size(); ++k)
        if (std::ranges::find(otherwise_, std::optional(k), &Otherwise::given) == otherwise_.end()) as_given_.push_back(k);
}

std::shared_ptr<GivenNumbers const> BelievedNumbers::values_of(Beliefs const& beliefs, std::uint32_t blocks) const {
    if (touched_.empty()) return given_;
    std::vector<std::string> paths;
    for (std::size_t const k : touched_) paths.push_back(asked_[k].path);
    for (std::size_t const k : as_given_) paths.push_back(given_->paths()[k]);
    std::vector<double> values;
    for (std::uint32_t block = 0; block < blocks; ++block) {
        std::span<double const> const learned = given_ ? given_->of_block(block) : std::span<double const>{};
        for (std::size_t i = 0; i < touched_.size(); ++i) {
            AskedAssumption const& asked = asked_[touched_[i]];
            auto const& belief = beliefs.at(touched_[i]);
            if (!belief && otherwise_[i].given) {
                values.push_back(learned[*otherwise_[i].given]);
                continue;
            }
            Distribution const from = belief ? ChoiceDistribution{middles_of(asked), belief->shares}
                                             : otherwise_[i].in_the_scenario;
            Stream stream(seed_, block, purpose(asked.path));
            values.push_back(sample(from, asked.range, stream));
        }
        for (std::size_t const k : as_given_) values.push_back(learned[k]);
    }
    return std::make_shared<GivenNumbers const>(std::move(paths), std::move(values));
}

}  // namespace micropol
