#include "organisation/influence.h"

#include <algorithm>
#include <numeric>

namespace micropol {

namespace {

// The usual numbers of the power mechanism, which this room does not see.
constexpr double floor_of_power = 0.1, full_reach = 6, centrality_weight = 0.3;

class Powers {
  public:
    explicit Powers(Organisation const& organisation) : organisation_(organisation), sought_(organisation.headcount()) {
        Ties const& ties = organisation.ties;
        for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
            for (std::uint32_t tie = ties.first[i]; tie < ties.first[i + 1]; ++tie)
                sought_[i] += double(ties.strength[ties.reverse[tie]]);
        mean_ = std::accumulate(sought_.begin(), sought_.end(), 0.0) / double(sought_.size());
    }
    [[nodiscard]] double of(std::uint32_t i) const { return at(i, sought_[i], skill(i)); }
    // At `how_much` of 0 nobody turns to somebody who copes with nothing; a half is what was drawn; at 1 everybody does, fully.
    [[nodiscard]] double at(std::uint32_t i, double how_much) const {
        Ties const& ties = organisation_.ties;
        double sought = 0;
        for (std::uint32_t tie = ties.first[i]; tie < ties.first[i + 1]; ++tie)
            sought += moved(double(ties.strength[ties.reverse[tie]]), how_much);
        return at(i, sought, moved(skill(i), how_much));
    }
    static double moved(double share, double how_much) {
        return how_much < 0.5 ? share * 2 * how_much : share + (1 - share) * (2 * how_much - 1);
    }

  private:
    [[nodiscard]] double skill(std::uint32_t i) const { return double(organisation_.of(Trait::relationship_skill)[i]); }
    [[nodiscard]] double at(std::uint32_t i, double sought, double skill) const {
        double const central = mean_ > 0 ? sought / mean_ : 1;
        return (1.0 + organisation_.level[i]) * (floor_of_power + std::min(sought / full_reach, 1.0) * skill) *
               (1 + centrality_weight * central);
    }

    Organisation const& organisation_;
    std::vector<double> sought_;  // [employee] sum of the strengths of others' ties to one
    double mean_ = 0;
};

// [of influence]: the power that goes with the place drawn, among the powers that there are.
std::vector<double> wanted_powers(Organisation const& organisation, Powers const& powers, std::span<KnownWithin const> influence,
                                  Chances const& chances) {
    std::uint32_t const n = organisation.headcount();
    std::vector<bool> judged(n);
    for (KnownWithin const& known : influence) judged[known.employee] = true;
    std::vector<double> all;
    std::vector<std::pair<double, std::uint32_t>> others;
    for (std::uint32_t i = 0; i < n; ++i) {
        all.push_back(powers.of(i));
        if (!judged[i]) others.emplace_back(all.back(), i);
    }
    std::ranges::sort(others), std::ranges::sort(all);
    // Place among all, and who has it: those who are not judged spread over the places as their own order says.
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t k = 0; k < others.size(); ++k)
        order.emplace_back((double(k) + 0.5) / double(others.size()), influence.size() + k);
    for (std::size_t k = 0; k < influence.size(); ++k) order.emplace_back(draw_within(influence[k], "influence", chances), k);
    std::ranges::sort(order);
    std::vector<double> wanted(influence.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        if (order[place].second < influence.size()) wanted[order[place].second] = all[place];
    return wanted;
}

}  // namespace

double draw_within(KnownWithin const& known, std::string_view subject, Chances const& chances) {
    Stream stream = chances.of(std::string(subject) + " within", known.employee);
    return known.range.low + (known.range.high - known.range.low) * stream.uniform();
}

void match_influence(Organisation& organisation, std::span<KnownWithin const> influence, Chances const& chances) {
    Powers const powers(organisation);
    std::vector<double> const wanted = wanted_powers(organisation, powers, influence, chances);
    std::vector<double> how_much;
    for (std::size_t k = 0; k < influence.size(); ++k) {
        double low = 0, high = 1;
        constexpr int halvings = 24;
        for (int halving = 0; halving < halvings; ++halving) {
            double const middle = (low + high) / 2;
            (powers.at(influence[k].employee, middle) < wanted[k] ? low : high) = middle;
        }
        how_much.push_back((low + high) / 2);
    }
    Ties& ties = organisation.ties;
    for (std::size_t k = 0; k < influence.size(); ++k) {
        std::uint32_t const i = influence[k].employee;
        for (std::uint32_t tie = ties.first[i]; tie < ties.first[i + 1]; ++tie) {
            float& strength = ties.strength[ties.reverse[tie]];
            if (ties.is_known(ties.reverse[tie])) strength = float(Powers::moved(double(strength), how_much[k]));
        }
        for (Trait const skill : {Trait::relationship_skill, Trait::political_skill}) {
            float& value = organisation.trait[std::size_t(skill)][i];
            value = float(Powers::moved(double(value), how_much[k]));
        }
    }
}

}  // namespace micropol
