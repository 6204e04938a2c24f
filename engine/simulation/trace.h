#pragma once
// One history of a block, looked at week by week while it is simulated again: the same bytes, and nothing where nobody looks.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "simulation/simulate.h"

namespace micropol {

// One intervention of the block, in this history.
struct LeverTrace {
    std::string lever;             // key of the catalogue
    std::vector<float> intensity;  // [week] people reached, each by their intensity
    std::vector<int> reached;      // [week] people
    std::vector<float> cost;       // [week] thousand euros, up to its end
    bool waits = false;            // for something to come about
};

struct Trace {
    std::uint32_t block = 0;
    int history = 0;  // of the block
    int weeks = 0;
    std::shared_ptr<Organisation const> organisation;
    Settings settings;
    std::optional<float> work_appeal, appeal;  // of the tactics; nothing where they are off
    float quota = 0.5f;                        // of governance
    std::vector<LeverTrace> levers;
    std::vector<std::vector<float>> outcomes;                 // [outcome][week]
    std::array<std::vector<float>, column_count> of_columns;  // [week * size of the column + index]; empty: not recorded

    // At the end of a week. [employee], [coalition], or one value for the organisation.
    [[nodiscard]] std::span<float const> at(Column column, int week) const;
    [[nodiscard]] float of(Column column, int week, std::size_t index = 0) const { return at(column, week)[index]; }
    [[nodiscard]] std::uint32_t headcount() const { return organisation->headcount(); }
};

// history: of the block, 0 to 15. Throws std::out_of_range for another.
[[nodiscard]] Trace trace(Model const& model, std::uint32_t block, int history);

// Something that happened to somebody or something in a week: the state at its end against that of the week before.
enum class EventKind : std::uint8_t {
    lever_pulled,        // who: position among the levers
    lever_released,      // likewise
    sponsor_left,        // after: share of the pressure that went with the sponsor
    sponsor_follows,     // after: how far sponsors now mean to go on
    budget_cut,          // after: share of the funding
    reorganised,         // after: share of the strength of ties
    decision,            // before, after: momentum; a meeting
    pivotal,             // who: employee whose vote alone could have turned that decision
    stopped,             // the transformation was given up
    starts_hiding,       // who: employee; keeps what they know to themselves
    starts_resisting,    // who: employee; resists openly
    starts_lip_service,  // who; before: private attitude; after: what is voiced
    joins,               // who; other: the coalition's number
    leaves,              // who; other: the coalition's number
    becomes_aware,       // who first knows of the transformation; other: a contact who knew, nobody if there was none
    stage_change,        // who; before, after: stage of adoption
    department_begins,   // who: department; other: the first to use it in earnest
    department_half,     // who: department; before, after: share of users in earnest
    rises,               // who; before, after: power, over the quarter of a year before
    falls,               // likewise
    quits,               // who
    hired,               // who: somebody new in that seat
};

[[nodiscard]] std::string_view name_of(EventKind what);  // "starts_hiding"

struct Event {
    int week = 0;
    EventKind what{};
    std::uint32_t who = nobody, other = nobody;
    float before = 0, after = 0;
};

// In the order of weeks, and within a week of the list above.
[[nodiscard]] std::vector<Event> events_of(Trace const& trace);

}  // namespace micropol
