#pragma once
// A sum in single precision over more people than it has digits for: in stretches, whose sums are summed.

#include "base/worlds.h"

namespace micropol {

class LongSum {
  public:
    void add(Worlds const& value) {
        stretch_ += value;
        if (++in_stretch_ < longest_stretch) return;
        whole_ += stretch_;
        stretch_ = 0.0f, in_stretch_ = 0;
    }
    // As added one after the other where they are few.
    [[nodiscard]] Worlds total() const { return whole_ + stretch_; }

  private:
    static constexpr int longest_stretch = 1024;
    Worlds whole_ = 0.0f, stretch_ = 0.0f;
    int in_stretch_ = 0;
};

}  // namespace micropol
