#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "calibration/experiment.h"
#include "statistics/estimate.h"
#include "statistics/forecast_score.h"
#include "statistics/rank_uniformity.h"

namespace micropol::calibration {

namespace {
constexpr double central[] = {0.5, 0.8, 0.95};
}

std::string percent(double share) {
    char text[32];
    static_cast<void>(std::snprintf(text, sizeof text, "%.1f %%", 100 * share));
    return text;
}

std::string number(double value) {
    char text[32];
    static_cast<void>(std::snprintf(text, sizeof text, "%.3f", value));
    return text;
}

std::string share_of(std::size_t hits, std::size_t all) {
    if (all < 2) return std::to_string(hits) + " of " + std::to_string(all);
    Estimate const share = estimate_independent_share(hits, all);
    return std::to_string(hits) + " of " + std::to_string(all) + ": " + percent(share.mean) + " (" + percent(share.low) + " to " +
           percent(share.high) + ")";
}

Judgement::Company Judgement::look_at(Posterior const& posterior, std::span<double const> truth) {
    Company company;
    for (std::size_t j = 0; j < posterior.numbers; ++j) {
        std::vector<double> places;
        for (std::size_t k = 0; k < posterior.count(); ++k) places.push_back(posterior.where[k * posterior.numbers + j]);
        company.ranks.push_back(rank_of(places, truth[j]));
        std::array<bool, 3> inside{};
        std::ranges::transform(central, inside.begin(), [&](double share) { return covered(places, truth[j], share); });
        company.covered.push_back(inside);
    }
    return company;
}

void Judgement::add(Company const& company) {
    ++companies_;
    for (std::size_t j = 0; j < names_.size(); ++j) {
        ranks_[j].push_back(company.ranks[j]);
        for (std::size_t c = 0; c < 3; ++c) inside_[j][c] += company.covered[j][c] ? 1 : 0;
    }
}

void Judgement::print(std::string const& check, Print const& print) const {
    if (companies_ == 0) return;
    UniformBands const bands = uniform_bands(companies_, std::min<std::size_t>(50, companies_), 0.99);
    std::size_t uniform = 0, covering = 0;
    std::string uneven, off;
    for (std::size_t j = 0; j < names_.size(); ++j) {
        bool const is_uniform = within(bands, ranks_[j]);
        uniform += is_uniform ? 1 : 0;
        if (!is_uniform) uneven += (uneven.empty() ? "" : ", ") + names_[j];
        for (std::size_t c = 0; c < 3; ++c) {
            double const share = double(inside_[j][c]) / double(companies_);
            double const error = std::sqrt(central[c] * (1 - central[c]) / double(companies_));
            if (std::abs(share - central[c]) <= 3 * error)
                ++covering;
            else
                off += (off.empty() ? "" : ", ") + names_[j] + " " + percent(central[c]) + ": " + percent(share);
        }
    }
    std::string const all = std::to_string(names_.size());
    print({check, "ranks of the truth within 99 % simultaneous bands, " + std::to_string(companies_) + " companies",
           "every number", std::to_string(uniform) + " of " + all + (uneven.empty() ? "" : "; not " + uneven),
           uniform == names_.size() ? Row::Verdict::holds : Row::Verdict::fails});
    print({check, "coverage of 50, 80 and 95 % intervals within three standard errors", "every number",
           std::to_string(covering) + " of " + std::to_string(3 * names_.size()) + (off.empty() ? "" : "; not " + off),
           covering == 3 * names_.size() ? Row::Verdict::holds : Row::Verdict::fails});
}

}  // namespace micropol::calibration
