#pragma once
// What a study has simulated, number by number, where C reads it.

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "micropol.h"
#include "study/archive.h"
#include "study/calibrate/calibrated.h"
#include "study/plan.h"
#include "study/sweep/conclusions.h"

namespace micropol::c {

// A set of columns and all that they point to.
class Columns {
  public:
    Columns() = default;
    Columns(Columns const&) = delete;
    Columns& operator=(Columns const&) = delete;

    [[nodiscard]] std::vector<micropol_column> const& all() const { return columns_; }

    struct Dimension {
        char const* name;
        std::size_t size;
        std::ptrdiff_t stride;               // bytes
        char const* const* names = nullptr;  // see keep
    };
    struct About {
        std::string name, label;
        char const* kind;
        std::string unit;
    };
    void add(About about, void const* data, std::int32_t type, std::vector<Dimension> const& dimensions);
    [[nodiscard]] char const* const* keep(std::vector<std::string> const& names);
    // Lives as long as the columns.
    void keep(std::shared_ptr<void const> data) { data_.push_back(std::move(data)); }

  private:
    [[nodiscard]] char const* keep(std::string text) { return texts_.emplace_back(std::move(text)).c_str(); }
    std::vector<micropol_column> columns_;
    std::deque<std::string> texts_;
    std::deque<std::vector<char const*>> lists_;
    std::vector<std::shared_ptr<void const>> data_;
};

// Takes the blocks of a run or a comparison as they are finished, each to its place in the columns: it is an archive that has nothing.
class FinishedBlocks final : public Archive {
  public:
    // Throws InvalidInput if this machine has not the memory for the study and these.
    FinishedBlocks(StudyIdentity const& study, Forecast const& forecast, int threads);

    void add(std::uint32_t number, ReadyVariant const& variant) override;
    [[nodiscard]] bool has(std::uint64_t, Task const&) const override { return false; }
    [[nodiscard]] BlockResult load(std::uint64_t unit) const override;
    void write(std::uint64_t unit, Task const& task, BlockResult const& result) override;

    // The first so many blocks of each variant. The columns point into this.
    void add_columns(Columns& columns, std::size_t blocks) const;

    [[nodiscard]] StudyFacts const& facts() const { return facts_; }
    [[nodiscard]] std::vector<Variant> const& variants() const { return variants_; }

  private:
    struct Number {
        std::string path, unit;
        std::vector<double> values;  // [block]
    };
    [[nodiscard]] float* at(std::size_t outcome, std::size_t variant, std::size_t week, std::size_t block) const;
    void make_room(std::size_t blocks);
    [[nodiscard]] std::size_t number_of(std::string const& path);

    bool is_run_;
    StudyFacts facts_;
    std::size_t weeks_;  // that are kept
    std::size_t variant_count_, capacity_ = 0;
    std::vector<Variant> variants_;
    std::vector<std::vector<std::size_t>> drawn_by_;  // [variant][uncertain number] position in numbers_
    std::vector<Number> numbers_;
    std::vector<std::pair<std::string, std::string>> units_;  // of paths
    std::unique_ptr<float[]> values_;                         // [outcome][variant][week][block][history]
    std::vector<std::uint64_t> hashes_;                       // [variant][block]
};

// Values and factors of a sweep; the columns point into it.
void add_columns(Columns& columns, Sweep const& sweep);
// Every uncertain number of the posterior, particle by particle.
void add_columns(Columns& columns, Calibrated const& calibrated);

}  // namespace micropol::c
