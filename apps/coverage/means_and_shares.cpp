// Intervals of one outcome: means, and shares of histories.

#include "coverage/synthetic.h"

namespace micropol::coverage {

namespace {

constexpr std::size_t studies = 10'000;

std::string blocks_in_words(std::size_t blocks) { return std::to_string(blocks) + " blocks"; }

std::string correlated(Outcome const& outcome) {
    char text[48];
    std::snprintf(text, sizeof text, ", within-block correlation %.1f", outcome.within_block);
    return text;
}

using Interval = Estimate (*)(std::span<double const> values);

Experiment experiment(std::string_view group, std::string situation, Outcome const& outcome, std::size_t blocks, Promise promise,
                      Expected expected, Interval interval) {
    return {group, std::move(situation), {{"", promise, expected}}, studies, [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                return std::vector<bool>{holds(interval(outcome.draw(chance, blocks)), outcome.mean())};
            }};
}

Estimate of_mean(std::span<double const> values) { return estimate(values); }
Estimate of_mean_share(std::span<double const> values) { return estimate(values, ends_of_shares); }
Estimate as_if_independent(std::span<double const> values) { return estimate_of_blocks(values); }

void add_mean(std::vector<Experiment>& all, std::string const& what, Outcome const& outcome, std::size_t blocks,
              Expected expected = Expected::kept) {
    all.push_back(experiment("mean", what + correlated(outcome) + ", " + blocks_in_words(blocks), outcome, blocks, covers,
                             expected, of_mean));
}

void add_share(std::vector<Experiment>& all, double share, double within_block, std::size_t blocks, Promise promise,
               Expected expected = Expected::kept) {
    Outcome const outcome{Shape::flag, within_block, share};
    char text[16];
    std::snprintf(text, sizeof text, "%g %%", 100 * share);
    all.push_back(experiment("share", text + correlated(outcome) + ", " + blocks_in_words(blocks), outcome, blocks, promise,
                             expected, estimate_share));
}

// A share of those histories that failed, half of all.
Experiment among_failed(std::size_t blocks) {
    return {"share",
            "30 % of the histories that failed, within-block correlation 0.3, " + blocks_in_words(blocks),
            {{"", covers}},
            studies,
            [=](Experiment const& self, std::uint32_t study) {
                Stream chance = chance_of(self, study);
                Values const failed = Outcome{Shape::flag, 0.3, 0.5}.draw(chance, blocks);
                Values const asked = Outcome{Shape::flag, 0.3, 0.3}.draw(chance, blocks);
                return std::vector<bool>{holds(estimate_share_among(asked, failed), 0.3)};
            }};
}

}  // namespace

// Few blocks tell too little of a long tail: with exponential block effects the promise begins at 64 blocks.
std::vector<Experiment> means() {
    std::vector<Experiment> all;
    for (std::size_t const blocks : {2u, 8u, 64u})
        for (double const within_block : {0.0, 0.3, 0.9}) add_mean(all, "normal", {Shape::normal, within_block}, blocks);
    auto const from = [](std::size_t enough, std::size_t blocks) {
        return blocks < enough ? Expected::short_of : Expected::kept;
    };
    for (std::size_t const blocks : {8u, 32u, 64u}) add_mean(all, "takes root or not", {Shape::bistable, 0.3}, blocks);
    for (std::size_t const blocks : {8u, 32u, 64u})
        add_mean(all, "takes root or not", {Shape::bistable, 0.9}, blocks, from(32, blocks));
    for (double const within_block : {0.3, 0.9})
        for (std::size_t const blocks : {4u, 8u, 32u, 64u}) {
            Outcome const outcome{Shape::bistable, within_block};
            // Where nearly all that varies is who they are, blocks are at one end or the other: four tell too little, and with eight
            // the interval is careful.
            bool const at_the_ends = within_block > 0.5;
            all.push_back(experiment("mean",
                                     "takes root or not, between 0 and 1" + correlated(outcome) + ", " + blocks_in_words(blocks),
                                     outcome, blocks, at_the_ends && blocks <= 32 ? covers_at_least : covers,
                                     at_the_ends && blocks == 4 ? Expected::short_of : Expected::kept, of_mean_share));
        }
    for (std::size_t const blocks : {8u, 32u, 64u}) add_mean(all, "exponential", {Shape::skewed, 0.3}, blocks, from(32, blocks));
    for (std::size_t const blocks : {8u, 32u, 64u, 128u})
        add_mean(all, "exponential", {Shape::skewed, 0.9}, blocks, from(64, blocks));
    Outcome const clustered{Shape::normal, 0.3};
    all.push_back(experiment("mean", "wrong on purpose, histories as if independent" + correlated(clustered) + ", 64 blocks",
                             clustered, 64, covers, Expected::broken, as_if_independent));
    return all;
}

// Wilson's interval is careful rather than exact with 8 blocks, where histories do not cluster (the design effect is never
// taken for less than 1), and where there are few events.
std::vector<Experiment> shares() {
    std::vector<Experiment> all;
    for (double const share : {0.5, 0.1})
        for (double const within_block : {0.0, 0.3, 0.9})
            for (std::size_t const blocks : {8u, 32u, 64u}) {
                bool const careful = blocks == 8 || within_block == 0;
                bool const few_events = share < 0.5 && within_block > 0 && blocks == 32;
                add_share(all, share, within_block, blocks, careful ? covers_at_least : covers,
                          few_events ? Expected::short_of : Expected::kept);
            }
    for (double const within_block : {0.0, 0.3, 0.9})
        for (std::size_t const blocks : {8u, 64u})
            add_share(all, 0.01, within_block, blocks, covers_at_least,
                      within_block == 0.9 && blocks == 8 ? Expected::short_of : Expected::kept);
    add_share(all, 0.99, 0.3, 64, covers_at_least);
    all.push_back(among_failed(32));
    Outcome const clustered{Shape::flag, 0.3, 0.5};
    all.push_back(experiment("share", "wrong on purpose, histories as if independent" + correlated(clustered) + ", 64 blocks",
                             clustered, 64, covers, Expected::broken, as_if_independent));
    return all;
}

}  // namespace micropol::coverage
