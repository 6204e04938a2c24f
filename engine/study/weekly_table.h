#pragma once
// Every outcome of several variants week by week, over all histories.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "statistics/estimate.h"
#include "study/finished.h"

namespace micropol {

class WeeklyTable {
  public:
    explicit WeeklyTable(std::vector<std::string> variants) : blocks_(variants.size()), variants_(std::move(variants)) {}

    // A block that was kept whole, of the variant at that position; in any order.
    void add(std::size_t variant, BlockResult const& result);

    [[nodiscard]] std::vector<std::string> const& variants() const { return variants_; }
    struct Point {
        Estimate mean;      // with its 95 % interval over blocks
        double spread = 0;  // standard deviation over all histories
    };
    // Of the first so many blocks. Throws std::invalid_argument where one is missing.
    [[nodiscard]] Point at(std::size_t variant, std::size_t series, Unit unit,
                           std::size_t blocks) const;  // [outcome * weeks + week]

  private:
    struct Moments {
        std::vector<float> sum,
            squares;  // [outcome * weeks + week], over the sixteen histories; squares: of what differs from the mean
    };
    std::vector<std::map<std::uint32_t, Moments>> blocks_;  // [variant] by block
    std::vector<std::string> variants_;
};

}  // namespace micropol
