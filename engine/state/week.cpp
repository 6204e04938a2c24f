#include "state/week.h"

namespace micropol {

std::span<Worlds> Week::write(Column column) {
    check(among(column, access_.writes), "a plug-in wrote a column that it does not declare");
    return among(column, access_.reads) ? history_.next(column) : history_[column];
}

std::span<Worlds> Week::write_lever(Column column) {
    auto const all = write(column);
    return pulled_[std::size_t(column)] ? all : all.first(1);
}

Worlds Week::mean_lever(Column column) const {
    auto const all = read(column);
    if (!pulled_[std::size_t(column)]) return all[0];
    return mean_of(all);
}

void Week::end() {
    for (Column const column : access_.writes)
        if (among(column, access_.reads)) history_.commit(column);
    access_ = {};
}

Uniforms Draws::renumbered() const {
    Uniforms drawn;
    for (std::uint32_t k = 0; k < 4; ++k) {
        std::uint32_t const i = group_ * 4 + k;
        std::uint32_t const whose = i < draw_number_.size() ? draw_number_[i] : i;
        drawn.of[k] = chance_.four(purpose_, week_, whose / 4).of[whose % 4];
    }
    return drawn;
}

}  // namespace micropol
