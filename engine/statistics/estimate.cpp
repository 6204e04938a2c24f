#include "statistics/estimate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "base/scalar_math.h"
#include "base/worlds.h"
#include "statistics/quantile.h"

namespace micropol {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr auto per_block = std::size_t(histories_per_block);

// What one block says about the histories that are asked about.
struct BlockSum {
    double count = 0, sum = 0, squares = 0;  // squares: of deviations from the block's mean
};

void require_blocks(std::span<double const> values) {
    if (values.empty() || values.size() % per_block != 0)
        throw std::invalid_argument("statistics need complete blocks of sixteen histories");
}

double both_tails(std::size_t blocks, double confidence = 0.95) { return student_quantile((1 + confidence) / 2, blocks - 1); }

double mean_of(std::span<double const> values) {
    double sum = 0;
    for (double const value : values) sum += value;
    return sum / double(values.size());
}

double squares_around(std::span<double const> values, double centre) {
    double sum = 0;
    for (double const value : values) sum += (value - centre) * (value - centre);
    return sum;
}

std::vector<BlockSum> sums_by_block(std::span<double const> values, std::span<double const> among) {
    std::vector<BlockSum> blocks;
    for (std::size_t first = 0; first < values.size(); first += per_block) {
        BlockSum block;
        for (std::size_t k = first; k < first + per_block; ++k) block.count += among[k], block.sum += among[k] * values[k];
        if (block.count == 0) continue;
        double const mean = block.sum / block.count;
        for (std::size_t k = first; k < first + per_block; ++k)
            block.squares += among[k] * (values[k] - mean) * (values[k] - mean);
        blocks.push_back(block);
    }
    return blocks;
}

// Analysis of variance with unequal group sizes; the usual one where they are equal.
void split_variance(Estimate& result, std::span<BlockSum const> blocks) {
    double count = 0, counts_squared = 0, between = 0, within = 0;
    for (BlockSum const& block : blocks) {
        double const deviation = block.sum / block.count - result.mean;
        count += block.count;
        counts_squared += block.count * block.count;
        between += block.count * deviation * deviation;
        within += block.squares;
    }
    auto const groups = double(blocks.size());
    if (count > groups) result.within = within / (count - groups);
    if (groups < 2) return;
    double const size = (count - counts_squared / count) / (groups - 1);
    result.between = std::max(0.0, (between / (groups - 1) - result.within) / size);
}

// How many independent observations the histories are worth. The design effect compares the variance of the ratio over
// blocks with that of independent draws. Few events tell little about how they cluster, so each event (of the rarer kind)
// vouches for one more history a block: with none at all, a block counts once.
double effective_count(std::span<BlockSum const> blocks, double share, double count) {
    auto const groups = double(blocks.size());
    double residual = 0, events = 0;
    for (BlockSum const& block : blocks) {
        double const off = block.sum - share * block.count;
        residual += off * off;
        events += block.sum;
    }
    double const vouched = std::min(count, groups * (1 + std::min(events, count - events)));
    double const independent = count * share * (1 - share);
    if (independent <= 0) return vouched;
    double const design_effect = std::max(1.0, residual * groups / (groups - 1) / independent);
    return std::min(vouched, count / design_effect);
}

void wilson_interval(Estimate& result, double observations, double confidence = 0.95) {
    double const t = both_tails(result.blocks, confidence), square = t * t / observations;
    double const centre = result.mean + square / 2;
    double const half = std::sqrt(square * (result.mean * (1 - result.mean) + square / 4));
    result.low = result.mean <= 0 ? 0 : std::max(0.0, (centre - half) / (1 + square));
    result.high = result.mean >= 1 ? 1 : std::min(1.0, (centre + half) / (1 + square));
}

// half: of Student's interval around the mean.
void bounded_interval(Estimate& result, double half, Ends ends) {
    double const length = ends.high - ends.low, place = (result.mean - ends.low) / length,
                 rest = (ends.high - result.mean) / length;
    // A difference that may have either sign: 0, not an end, is what it is held against, and there Student's t is right.
    bool const either_sign = ends.low < 0;
    if (either_sign || !std::isfinite(length) || half <= 0 || place <= 0 || rest <= 0) {
        result.low = std::clamp(result.mean - half, ends.low, ends.high);
        result.high = std::clamp(result.mean + half, ends.low, ends.high);
        return;
    }
    // Odds of `place` times or over the same factor. Where the mean is close to an end and uncertain, that is a large one.
    double const factor = exp_of(std::min(half / length / (place * rest), 700.0)), odds = place / rest;
    result.low = ends.low + length * (odds / factor) / (1 + odds / factor);
    result.high = ends.high - length / (1 + odds * factor);
    result.low = std::clamp(result.low, ends.low, result.mean), result.high = std::clamp(result.high, result.mean, ends.high);
}

}  // namespace

Estimate estimate_of_blocks(std::span<double const> values, Ends ends, double confidence) {
    if (values.empty()) throw std::invalid_argument("an estimate needs at least one block");
    Estimate result;
    result.blocks = values.size();
    result.mean = mean_of(values);
    result.smallest = *std::ranges::min_element(values);
    result.largest = *std::ranges::max_element(values);
    result.low = result.high = unknown;
    if (values.size() < 2) return result;
    auto const blocks = double(values.size());
    result.between = squares_around(values, result.mean) / (blocks - 1);
    double const half = both_tails(values.size(), confidence) * std::sqrt(result.between / blocks);
    bounded_interval(result, half, ends);
    return result;
}

Estimate estimate(std::span<double const> values, Ends ends, double confidence) {
    require_blocks(values);
    std::vector<double> means;
    for (std::size_t first = 0; first < values.size(); first += per_block)
        means.push_back(mean_of(values.subspan(first, per_block)));
    Estimate result = estimate_of_blocks(means, ends, confidence);
    result.between = 0;
    std::vector<double> const all(values.size(), 1.0);
    split_variance(result, sums_by_block(values, all));
    result.smallest = *std::ranges::min_element(values);
    result.largest = *std::ranges::max_element(values);
    return result;
}

Estimate estimate_share(std::span<double const> values) {
    std::vector<double> const all(values.size(), 1.0);
    return estimate_share_among(values, all);
}

Estimate estimate_independent_share(std::size_t hits, std::size_t observations, double confidence) {
    if (observations < 2) throw std::invalid_argument("a share of independent observations needs two of them");
    Estimate result;
    result.blocks = observations;
    result.mean = double(hits) / double(observations);
    result.smallest = hits < observations ? 0 : 1;
    result.largest = hits > 0 ? 1 : 0;
    result.between = result.mean * (1 - result.mean);
    wilson_interval(result, double(observations), confidence);
    return result;
}

Estimate estimate_share_among(std::span<double const> values, std::span<double const> among) {
    require_blocks(values);
    if (values.size() != among.size()) throw std::invalid_argument("a share needs one history of each for the other");
    std::vector<BlockSum> const blocks = sums_by_block(values, among);
    Estimate result;
    if (blocks.empty()) return {unknown, unknown, unknown, unknown, unknown, unknown, unknown, 0};
    double sum = 0, count = 0;
    for (BlockSum const& block : blocks) sum += block.sum, count += block.count;
    result.blocks = blocks.size();
    result.mean = sum / count;
    result.smallest = sum < count ? 0 : 1;
    result.largest = sum > 0 ? 1 : 0;
    split_variance(result, blocks);
    result.low = result.high = unknown;
    if (blocks.size() > 1) wilson_interval(result, effective_count(blocks, result.mean, count));
    return result;
}

Estimate paired_difference(std::span<double const> a, std::span<double const> b, Ends ends, double confidence) {
    if (a.size() != b.size()) throw std::invalid_argument("a paired difference needs as many histories on both sides");
    std::vector<double> difference(a.size());
    for (std::size_t k = 0; k < a.size(); ++k) difference[k] = a[k] - b[k];
    return estimate(difference, ends_of_difference(ends), confidence);
}

}  // namespace micropol
