#pragma once
// A tiny organisation whose columns the tests set by hand, and what an outcome makes of them.

#include <initializer_list>
#include <stdexcept>

#include "laws/situation.h"

namespace micropol::by_hand {

// Six people in three departments, everyone tied to everyone.
struct Company {
    laws::Situation situation = laws::make_situation(6, TieShape::complete, laws::Numbers::usual, 1);
    History history = laws::start(situation);

    [[nodiscard]] Organisation const& organisation() const { return *situation.block.organisation; }

    // The same in every history; for an organisation's column give one value.
    void set(Column column, std::initializer_list<float> values) {
        if (values.size() != history[column].size()) throw std::logic_error("one value for each");
        std::ranges::copy(values, history[column].begin());
    }
    void set_all(Column column, float value) { std::ranges::fill(history[column], Worlds(value)); }

    [[nodiscard]] Worlds measure(std::string_view key) {
        for (OutcomeKind const* kind : outcome_catalogue()) {
            if (kind->plugin.key != key) continue;
            Chance const chance(1, 0);
            Week week(organisation(), situation.block.settings, chance, history, 10);
            week.begin(kind->plugin.access);
            return kind->measure(week);
        }
        throw std::logic_error("no outcome " + std::string(key));
    }
    // Where all histories are alike.
    [[nodiscard]] float value(std::string_view key) {
        Worlds const found = measure(key);
        if (!all(found == Worlds(found[0]))) throw std::logic_error("histories differ");
        return found[0];
    }
};

}  // namespace micropol::by_hand
