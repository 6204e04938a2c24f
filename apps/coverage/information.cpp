// What knowing an assumption is worth, for choices of which the answer is known in closed form.

#include <algorithm>
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
    static_cast<void>(std::snprintf(text, sizeof text,
                                    "ahead by %.1f, by the assumption %.1f a standard deviation, luck 1, %zu blocks",
                                    contest.lead, contest.slope, blocks));
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

// As many as a scenario has assumptions. Either none of them tells anything of nine strategies that are equally good, or the first does of
// one of them, by a standard deviation of its luck.
constexpr std::size_t assumptions = 200;
bool is_any_clear(Stream& chance, std::size_t blocks, double slope, std::size_t from) {
    std::vector<Sample> benefits(9, Sample(blocks)), known(assumptions, Sample(blocks));
    for (Sample& one : known)
        for (double& value : one) value = chance.normal();
    for (std::size_t i = 0; i < blocks; ++i) {
        double const shared = chance.normal();
        for (Sample& one : benefits) one[i] = shared + chance.normal();
        benefits.front()[i] += slope * known.front()[i];
    }
    ValueOfKnowing const value_of(benefits);
    std::vector<OneOfMany> matters;
    matters.reserve(known.size());
    for (Sample const& one : known) matters.push_back(value_of.among_many(std::span(&one, 1)));
    bound_together(matters);
    return std::ranges::any_of(std::span(matters).subspan(from), [](OneOfMany const& one) { return one.worth.clear(); });
}
Experiment one_of_many(std::size_t blocks, double slope) {
    std::string const about = slope == 0 ? "nine strategies, 200 assumptions that tell nothing"
                                         : "nine strategies, 200 assumptions, of which all but one tell nothing";
    return {"value of information",
            about + ", " + std::to_string(blocks) + " blocks",
            {{"not one of them is called clear", covers_at_least}},
            200,
            [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                return std::vector<bool>{!is_any_clear(chance, blocks, slope, slope == 0 ? 0 : 1)};
            }};
}

// Choices of which the worth of what would be known is exact.
struct Exact {
    std::string_view what;
    double worth;
    struct Study {
        std::vector<Sample> benefits, known;
    };
    Study (*make)(Stream& chance, std::size_t blocks);
};

// x uniform from 0 to 1; one choice brings nothing, one x − ½, one ½ − x.
Exact::Study three_choices(Stream& chance, std::size_t blocks) {
    Exact::Study study{std::vector<Sample>(3, Sample(blocks)), std::vector<Sample>(1, Sample(blocks))};
    for (std::size_t i = 0; i < blocks; ++i) {
        double const x = study.known[0][i] = chance.uniform();
        study.benefits[0][i] = 0.2 * chance.normal();
        study.benefits[1][i] = x - 0.5 + 0.2 * chance.normal(), study.benefits[2][i] = 0.5 - x + 0.2 * chance.normal();
    }
    return study;
}

// x uniform from −1 to 1; ahead by x² − ⅓.
Exact::Study both_ends(Stream& chance, std::size_t blocks) {
    Exact::Study study{std::vector<Sample>(2, Sample(blocks)), std::vector<Sample>(1, Sample(blocks))};
    for (std::size_t i = 0; i < blocks; ++i) {
        double const x = study.known[0][i] = 2 * chance.uniform() - 1;
        study.benefits[1][i] = x * x - 1.0 / 3 + 0.3 * chance.normal();
    }
    return study;
}

// Ahead by ½ and the sum of two standard normal numbers, both known.
Exact::Study two_numbers(Stream& chance, std::size_t blocks) {
    Exact::Study study{std::vector<Sample>(2, Sample(blocks)), std::vector<Sample>(2, Sample(blocks))};
    for (std::size_t i = 0; i < blocks; ++i) {
        for (Sample& one : study.known) one[i] = chance.normal();
        study.benefits[1][i] = 0.5 + study.known[0][i] + study.known[1][i] + chance.normal();
    }
    return study;
}

// Ahead by ½ + x; known is the mean of nine answers, each x with an error of standard deviation 3: what is learnt of x has half its
// variance.
Exact::Study nine_answers(Stream& chance, std::size_t blocks) {
    Exact::Study study{std::vector<Sample>(2, Sample(blocks)), std::vector<Sample>(1, Sample(blocks))};
    for (std::size_t i = 0; i < blocks; ++i) {
        double const x = chance.normal();
        double sum = 0;
        for (int k = 0; k < 9; ++k) sum += x + 3 * chance.normal();
        study.known[0][i] = sum / 9, study.benefits[1][i] = 0.5 + x + chance.normal();
    }
    return study;
}

Experiment experiment(Exact const& exact, std::size_t blocks) {
    return {"value of information",
            std::string(exact.what) + ", " + std::to_string(blocks) + " blocks",
            {{"lower bound", covers_at_least}, {"upper bound", covers_at_least}},
            1'000,
            [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                Exact::Study const made = exact.make(chance, blocks);
                InformationValue const found = value_of_knowing(made.benefits, made.known);
                return std::vector<bool>{found.low <= exact.worth, exact.worth <= found.high};
            }};
}

}  // namespace

std::vector<Experiment> information() {
    std::vector<Experiment> all;
    for (Exact const& exact :
         {Exact{"three choices", 0.25, three_choices}, Exact{"good at both ends", 2 / (9 * std::sqrt(3.0)), both_ends},
          Exact{"two numbers together", Contest{0.5, std::numbers::sqrt2}.worth(), two_numbers},
          Exact{"a survey of nine answers", Contest{0.5, 1 / std::numbers::sqrt2}.worth(), nine_answers}})
        all.push_back(experiment(exact, 256));
    for (Contest const& contest : {Contest{0, 1}, {0, 0.3}, {0.5, 1}, {1, 1}, {0, 0}, {0.5, 0}})
        for (std::size_t const blocks : {std::size_t(64), std::size_t(256)}) {
            // Where knowledge seldom changes the choice, few blocks show how much it then gains.
            bool const seldom = contest.lead >= 1 && blocks == 64;
            all.push_back(experiment(contest, blocks, seldom ? Expected::short_of : Expected::kept));
        }
    for (std::size_t const blocks : {std::size_t(64), std::size_t(256)}) all.push_back(one_of_many(blocks, 0));
    all.push_back(one_of_many(64, 1));
    return all;
}

}  // namespace micropol::coverage
