#pragma once
// One moment of a chronicle in words: what there is to say, apart from any language, and the same said in each.

#include <optional>
#include <string>
#include <string_view>

#include "results/language.h"
#include "study/explain/chronicle.h"
#include "study/finished.h"

namespace micropol {

// One or two sentences; people by their ids.
[[nodiscard]] std::string in_words(Moment const& moment, StudyFacts const& facts, Language language);

// Each language in a file of its own.
[[nodiscard]] std::string in_english(Moment const& moment, StudyFacts const& facts);
[[nodiscard]] std::string in_german(Moment const& moment, StudyFacts const& facts);

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
[[nodiscard]] bool id_says_department(Portrait const& person);

enum class Origin { one_department, mostly_one, several };
[[nodiscard]] Origin origin_of(Bloc const& bloc);
// The side that carried the decision, where it is large enough to mention.
[[nodiscard]] Bloc const* carried_by(moment::Decision const& decision);
// Whether the last department heard so much later than the first that it is worth telling.
[[nodiscard]] bool came_late(moment::WordSpreads const& spread);
[[nodiscard]] bool rests_on_data(Motive const& motive);
// Share of what they control that rests on data, or on relationships if that is more.
[[nodiscard]] float larger_part(Motive const& motive);

[[nodiscard]] std::string with_capital(std::string text);

}  // namespace micropol
