#include "study/explain/attribution.h"

#include <algorithm>

#include "study/ends_of_unit.h"

namespace micropol {

namespace {

std::vector<Variant> combinations_of(std::vector<Cause> const& causes, Variant const& base) {
    std::vector<Variant> variants;
    for (std::size_t subset = 0; subset < std::size_t{1} << causes.size(); ++subset) {
        Variant variant = base;
        variant.name = "causes " + std::to_string(subset);
        for (std::size_t k = 0; k < causes.size(); ++k)
            if ((subset >> k & 1) == 0)
                variant.changes.insert(variant.changes.end(), causes[k].absent.begin(), causes[k].absent.end());
        variants.push_back(std::move(variant));
    }
    return variants;
}

}  // namespace

std::optional<Attribution> attribute(StudyRunner& runner, Variant const& base, std::vector<Cause> const& causes,
                                     std::size_t outcome, std::uint32_t blocks) {
    std::vector<Variant> const variants = combinations_of(causes, base);
    std::uint32_t const first = runner.add(variants);
    std::size_t const subsets = variants.size();
    std::vector<Task> tasks;  // variant by variant, so that a model is made once
    for (std::uint32_t subset = 0; subset < subsets; ++subset)
        for (std::uint32_t block = 0; block < blocks; ++block) tasks.push_back({first + subset, block});
    std::vector<double> means(tasks.size());  // [subset * blocks + block]
    bool const all = runner.perform(tasks, [&](std::size_t k, BlockResult const& result) {
        means[k] = sum_of(result.weekly.at(outcome)) / histories_per_block;
    });
    if (!all) return std::nullopt;

    Ends const ends = ends_of(runner.model(first)->outcomes().at(outcome)->unit), change = ends_of_difference(ends);
    Attribution found{.outcome = outcome, .blocks = blocks};
    for (Cause const& cause : causes) found.causes.push_back({cause.key, cause.name, {}, {}, {}});
    std::vector<double> with_all, with_none, total;
    for (std::uint32_t block = 0; block < blocks; ++block) {
        std::vector<double> values;
        for (std::size_t subset = 0; subset < subsets; ++subset) values.push_back(means[subset * blocks + block]);
        std::vector<double> const shares = shapley_values(values);
        for (std::size_t k = 0; k < causes.size(); ++k) found.causes[k].blocks.push_back(shares[k]);
        with_all.push_back(values.back()), with_none.push_back(values.front());
        total.push_back(values.back() - values.front());
    }
    for (std::size_t k = 0; k < causes.size(); ++k) {
        std::vector<double> alone;
        std::size_t const others = subsets - 1 - (std::size_t{1} << k);
        for (std::uint32_t block = 0; block < blocks; ++block) alone.push_back(with_all[block] - means[others * blocks + block]);
        found.causes[k].alone = estimate_of_blocks(alone, change);
    }
    found.with_all = estimate_of_blocks(with_all, ends), found.with_none = estimate_of_blocks(with_none, ends);
    found.total = estimate_of_blocks(total, change);
    for (CauseShare& cause : found.causes) cause.share = estimate_of_blocks(cause.blocks, change);
    return found;
}

}  // namespace micropol
