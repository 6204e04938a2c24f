// What knowing an assumption is worth, for choices of which the answer is known in closed form.

#include <cmath>
#include <numbers>

#include "coverage/synthetic.h"
#include "statistics/value_of_information.h"

namespace micropol::coverage {

namespace {

// Two strategies. The second is ahead by lead + slope · x, x standard normal, and by luck.
struct Contest {
    double lead, slope;

    [[nodiscard]] double worth() const {
        if (slope == 0) return 0;
        double const z = lead / slope, density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
        return lead * std::erfc(-z / std::numbers::sqrt2) / 2 + slope * density - lead;
    }
    [[nodiscard]] InformationValue estimate(Stream& chance, std::size_t blocks) const {
        std::vector<Sample> benefits(2, Sample(blocks)), known(1, Sample(blocks));
        for (std::size_t i = 0; i < blocks; ++i) {
            known[0][i] = chance.normal(), benefits[0][i] = chance.normal();
            benefits[1][i] = benefits[0][i] + lead + slope * known[0][i] + chance.normal();
        }
        return value_of_knowing(benefits, known);
    }
};

Experiment experiment(Contest const& contest, std::size_t blocks, Expected upper) {
    char text[96];
    std::snprintf(text, sizeof text, "ahead by %.1f, by the assumption %.1f a standard deviation, luck 1, %zu blocks",
                  contest.lead, contest.slope, blocks);
    if (contest.slope == 0)
        return {"value of information",
                text,
                {{"nothing is called nothing", covers_at_least}},
                1'000,
                [=](Experiment const& self, std::uint32_t study) {
                    Stream chance = chance_of(self, study);
                    return std::vector<bool>{!contest.estimate(chance, blocks).clear()};
                }};
    return {"value of information",
            text,
            {{"lower bound", covers_at_least}, {"upper bound", covers_at_least, upper}},
            1'000,
            [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                InformationValue const found = contest.estimate(chance, blocks);
                return std::vector<bool>{found.low <= contest.worth(), contest.worth() <= found.high};
            }};
}

}  // namespace

std::vector<Experiment> information() {
    std::vector<Experiment> all;
    for (Contest const& contest : {Contest{0, 1}, {0, 0.3}, {0.5, 1}, {1, 1}, {0, 0}, {0.5, 0}})
        for (std::size_t const blocks : {std::size_t(64), std::size_t(256)}) {
            // Where knowledge seldom changes the choice, few blocks show how much it then gains.
            bool const seldom = contest.lead >= 1 && blocks == 64;
            all.push_back(experiment(contest, blocks, seldom ? Expected::short_of : Expected::kept));
        }
    return all;
}

}  // namespace micropol::coverage
