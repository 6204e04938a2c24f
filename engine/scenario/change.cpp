#include "scenario/change.h"

#include "base/overloaded.h"
#include "scenario/number.h"
#include "scenario/to_node.h"

namespace micropol {

Override as_override(Change const& change) {
    return std::visit(
        Overloaded{
            [](Override const& text) { return text; },
            [](SetNumber const& set) {
                return Override{set.path, to_line(to_node(set.value))};
            },
            [](SwitchOff const& off) {
                return Override{off.path + ".on", "off"};
            },
            [](AddIntervention const& add) {
                return Override{"interventions.+", add.written.empty() ? to_line(to_node(add.intervention)) : add.written};
            },
            [](AddShock const& add) {
                return Override{"shocks.+", add.written.empty() ? to_line(to_node(add.shock)) : add.written};
            },
            [](AddStrategy const& add) {
                return Override{"strategies." + add.strategy.name, to_line(to_node(add.strategy))};
            },
            [](SilencePeople const& silence) {
                return Override{"organisation.silenced", to_line(list_of(silence.ids))};
            },
        },
        change);
}

}  // namespace micropol
