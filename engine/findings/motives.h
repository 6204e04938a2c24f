#pragma once
// Who somebody is and why they act as they do: what there is to say apart from any language, and the sentences that say it.

#include <optional>

#include "base/message.h"
#include "study/explain/chronicle.h"

namespace micropol {

// ------------------------------------------------------------------------------------- what there is to say

// What somebody sees to win or to lose, and what most of it is.
enum class Balance { even, loses, does_not_believe, effort_outweighs, wins };
struct StakeReading {
    Balance balance{};
    std::size_t goal = 0;  // with most of it: career, pay, status, security, company; where it loses or wins
};
[[nodiscard]] StakeReading read_stake(Motive const& motive);

enum class Basis { relationships, both, data };
struct ControlReading {
    Basis basis{};
    bool twice = false;  // at least twice the average; else motive.rent above it
};
// Nothing where they control little more than others.
[[nodiscard]] std::optional<ControlReading> read_control(Motive const& motive);

struct WorthReading {
    float worth = 0, of_work = 0;
    bool clearly_more = false;          // than just working; else chance had a say
    std::optional<Tactic> better = {};  // worth clearly more to them
    float of_better = 0;
};
// Nothing where tactics are off.
[[nodiscard]] std::optional<WorthReading> read_worth(Motive const& motive, Tactic chosen);

[[nodiscard]] bool is_most_powerful(Portrait const& person);
[[nodiscard]] bool rests_on_data(Motive const& motive);
// Share of what they control that rests on data, or on relationships if that is more.
[[nodiscard]] float larger_part(Motive const& motive);

// ------------------------------------------------------------------------------------- in words

enum class At { start, within };  // of a sentence

// "Sales-3 (leads 8 people, 2.1 times the average power)"; the department too where the id does not say it.
[[nodiscard]] Phrase introduced(Portrait const& person, At at = At::start);
// "They see more to lose than to win, most of it pay (stake −0.42)"
[[nodiscard]] Phrase at_stake(Motive const& motive, At at);
// The same, and what they control: "they see …, and what they control through data is 80 % above the average"
[[nodiscard]] Phrase at_stake_and_controlled(Motive const& motive);
// "Resisting is worth more to them than just working (0.61 against 0.50)."; empty where tactics are off. chosen: hide or resist.
[[nodiscard]] Phrase worth_of(Motive const& motive, Tactic chosen);

}  // namespace micropol
