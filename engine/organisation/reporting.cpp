#include "organisation/reporting.h"

#include <algorithm>
#include <cmath>

#include "organisation/organisation.h"

namespace micropol {

std::vector<std::uint8_t> levels_of(std::span<std::uint32_t const> manager) {
    std::vector<std::uint8_t> level(manager.size(), 0);
    std::vector<std::uint32_t> reports_left(manager.size(), 0), ready;
    for (std::uint32_t const boss : manager)
        if (boss != nobody) ++reports_left[boss];
    for (std::uint32_t i = 0; i < manager.size(); ++i)
        if (reports_left[i] == 0) ready.push_back(i);
    while (!ready.empty()) {
        std::uint32_t const i = ready.back(), boss = manager[i];
        ready.pop_back();
        if (boss == nobody) continue;
        level[boss] = std::max(level[boss], std::uint8_t(std::min(level[i] + 1, 255)));
        if (--reports_left[boss] == 0) ready.push_back(boss);
    }
    return level;
}

void grow_tree(std::span<std::uint32_t> manager, std::uint32_t first, std::uint32_t count, double span, Stream& stream) {
    std::uint32_t boss = first, next = first + 1;
    while (next < first + count) {
        auto const reports = std::max(1u, std::uint32_t(std::lround(span * (0.75 + 0.5 * stream.uniform()))));
        for (std::uint32_t k = 0; k < reports && next < first + count; ++k) manager[next++] = boss;
        ++boss;
    }
}

}  // namespace micropol
