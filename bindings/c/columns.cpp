#include "columns.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>

#include "base/check.h"
#include "memory.h"
#include "model/model.h"
#include "study/sweep/sweep_points.h"

namespace micropol::c {

namespace {

constexpr std::ptrdiff_t bytes(std::size_t elements, std::size_t size) { return std::ptrdiff_t(elements * size); }

Columns::About about(OutcomeKind const& kind, std::string const& key) {
    return {key, std::string(kind.label), "outcome", std::string(name_of(kind.unit))};
}

}  // namespace

void Columns::add(About about, void const* data, std::int32_t type, std::vector<Dimension> const& dimensions) {
    check(!dimensions.empty() && dimensions.size() <= MICROPOL_MOST_DIMENSIONS, "a column has one to four dimensions");
    micropol_column column{};
    column.name = keep(std::move(about.name)), column.label = keep(std::move(about.label));
    column.kind = about.kind, column.unit = keep(std::move(about.unit));
    column.data = data, column.type = type;
    for (Dimension const& dimension : dimensions) {
        auto const k = std::size_t(column.dimensions++);
        column.dimension[k] = dimension.name, column.shape[k] = dimension.size, column.stride[k] = dimension.stride;
        column.names[k] = dimension.names;
    }
    columns_.push_back(column);
}

char const* const* Columns::keep(std::vector<std::string> const& names) {
    std::vector<char const*>& list = lists_.emplace_back();
    for (std::string const& name : names) list.push_back(keep(name));
    return list.data();
}

FinishedBlocks::FinishedBlocks(StudyIdentity const& study, Forecast const& forecast, int threads)
    : is_run_(study.kind == "run"), facts_(study.facts),
      weeks_(study.retention == Retention::everything ? std::size_t(study.facts.weeks) : 1),
      variant_count_(forecast.models.size()) {
    std::size_t const blocks = std::size_t(study.planned.value_or(forecast.blocks)) / variant_count_;
    double const size = double(blocks) * double(variant_count_) * double(weeks_) * double(facts_.outcomes.size()) *
                        sizeof(Worlds);
    require_memory(forecast, size, threads);
    for (auto const& model : forecast.models)
        for (Assumption const& number : model->assumptions())
            if (is_uncertain(number)) units_.emplace_back(number.path, name_of(number.unit));
    make_room(blocks);
}

void FinishedBlocks::make_room(std::size_t blocks) {
    if (blocks <= capacity_) return;
    std::size_t const before = capacity_, rows = facts_.outcomes.size() * variant_count_ * weeks_, worlds = histories_per_block;
    auto const old = std::move(values_);
    values_.reset(new float[rows * blocks * worlds]);  // every block writes its own; nothing is cleared
    for (std::size_t row = 0; row < rows && before > 0; ++row)
        std::memcpy(values_.get() + row * blocks * worlds, old.get() + row * before * worlds, before * sizeof(Worlds));
    std::vector<std::uint64_t> hashes(variant_count_ * blocks);
    for (std::size_t variant = 0; variant < variant_count_ && before > 0; ++variant)
        std::copy_n(hashes_.begin() + std::ptrdiff_t(variant * before), before,
                    hashes.begin() + std::ptrdiff_t(variant * blocks));
    hashes_ = std::move(hashes);
    for (Number& number : numbers_) number.values.resize(blocks, std::numeric_limits<double>::quiet_NaN());
    capacity_ = blocks;
}

std::size_t FinishedBlocks::number_of(std::string const& path) {
    auto const known = std::ranges::find(numbers_, path, &Number::path);
    if (known != numbers_.end()) return std::size_t(known - numbers_.begin());
    auto const unit = std::ranges::find(units_, path, &std::pair<std::string, std::string>::first);
    numbers_.push_back({path, unit == units_.end() ? "" : unit->second,
                        std::vector<double>(capacity_, std::numeric_limits<double>::quiet_NaN())});
    return numbers_.size() - 1;
}

void FinishedBlocks::add(std::uint32_t number, ReadyVariant const& variant) {
    check(number == variants_.size() && number < variant_count_, "variants come in their order");
    variants_.push_back(variant.variant);
    std::vector<std::size_t>& drawn = drawn_by_.emplace_back();
    for (std::string const& path : variant.uncertain) drawn.push_back(number_of(path));
}

BlockResult FinishedBlocks::load(std::uint64_t) const { throw std::out_of_range("no block is kept to be read again"); }

float* FinishedBlocks::at(std::size_t outcome, std::size_t variant, std::size_t week, std::size_t block) const {
    std::size_t const row = (outcome * variant_count_ + variant) * weeks_ + week;
    return values_.get() + (row * capacity_ + block) * histories_per_block;
}

void FinishedBlocks::write(std::uint64_t, Task const& task, BlockResult const& result) {
    check(result.weekly.size() == facts_.outcomes.size() * weeks_, "a block has every outcome of every week that is kept");
    if (task.block >= capacity_) make_room(std::max<std::size_t>(task.block + 1, capacity_ * 2));
    for (std::size_t outcome = 0; outcome < facts_.outcomes.size(); ++outcome)
        for (std::size_t week = 0; week < weeks_; ++week)
            std::memcpy(at(outcome, task.variant, week, task.block),
                        static_cast<void const*>(&result.weekly[outcome * weeks_ + week]), sizeof(Worlds));
    hashes_[task.variant * capacity_ + task.block] = result.state_hash;
    std::vector<std::size_t> const& drawn = drawn_by_.at(task.variant);
    for (std::size_t k = 0; k < drawn.size(); ++k) numbers_[drawn[k]].values[task.block] = result.drawn[k];
}

void FinishedBlocks::add_columns(Columns& columns, std::size_t blocks) const {
    std::vector<std::string> names;
    for (Variant const& variant : variants_) names.push_back(variant.name);
    char const* const* const variants = columns.keep(names);
    using Dimension = Columns::Dimension;
    std::ptrdiff_t const week = bytes(capacity_, sizeof(Worlds));
    std::vector<Dimension> dimensions;
    if (!is_run_) dimensions.push_back({"variant", variant_count_, week * std::ptrdiff_t(weeks_), variants});
    if (is_run_ || weeks_ > 1) dimensions.push_back({"week", weeks_, week});
    dimensions.push_back({"block", blocks, sizeof(Worlds)});
    dimensions.push_back({"history", histories_per_block, sizeof(float)});
    for (std::size_t outcome = 0; outcome < facts_.outcomes.size(); ++outcome) {
        OutcomeKind const& kind = *facts_.outcomes[outcome];
        columns.add(about(kind, std::string(kind.plugin.key)), at(outcome, 0, 0, 0), MICROPOL_FLOAT32, dimensions);
    }
    for (Number const& number : numbers_)
        columns.add({number.path, number.path, "drawn", number.unit}, number.values.data(), MICROPOL_FLOAT64,
                    {{"block", blocks, sizeof(double)}});
    std::vector<Dimension> of_hash{{"block", blocks, sizeof(std::uint64_t)}};
    if (!is_run_) of_hash.insert(of_hash.begin(), {"variant", variant_count_, bytes(capacity_, sizeof(std::uint64_t)), variants});
    columns.add({"state_hash", "hash of the state in the last week", "hash", "code"}, hashes_.data(), MICROPOL_UINT64, of_hash);
}

void add_columns(Columns& columns, Sweep const& sweep) {
    SweepDefinition const& definition = sweep.definition;
    std::size_t const points = sweep.points.size(), blocks = definition.blocks;
    for (std::size_t arm = 0; arm < definition.arms(); ++arm)
        for (std::size_t outcome = 0; outcome < sweep.facts.outcomes.size(); ++outcome)
            columns.add(about(*sweep.facts.outcomes[outcome], key_of(sweep, arm, outcome)), sweep.values[arm][outcome].data(),
                        MICROPOL_FLOAT64, {{"point", points, bytes(blocks, sizeof(double))}, {"block", blocks, sizeof(double)}});
    for (std::size_t k = 0; k < definition.factors.size(); ++k) {
        Factor const& factor = definition.factors[k];
        auto const values = std::make_shared<std::vector<double>>();
        for (Point const& point : sweep.points) values->push_back(coordinate_at(factor, point[k]));
        columns.add({factor.path, factor.path, "factor", ""}, values->data(), MICROPOL_FLOAT64,
                    {{"point", points, sizeof(double)}});
        columns.keep(values);
    }
}

void add_columns(Columns& columns, Calibrated const& calibrated) {
    std::size_t const particles = calibrated.posterior.count();
    for (std::size_t k = 0; k < calibrated.numbers.size(); ++k) {
        auto const values = std::make_shared<std::vector<double>>();
        for (std::size_t particle = 0; particle < particles; ++particle) values->push_back(calibrated.value(particle, k));
        std::string const& path = calibrated.numbers[k].path;
        columns.add({path, path, "posterior", ""}, values->data(), MICROPOL_FLOAT64, {{"particle", particles, sizeof(double)}});
        columns.keep(values);
    }
}

}  // namespace micropol::c
