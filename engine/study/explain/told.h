#pragma once
// One history told: the turning points, what changed week by week, and who stood with whom.

#include <span>
#include <string>
#include <vector>

#include "simulation/trace.h"
#include "study/explain/chronicle.h"
#include "study/finished.h"

namespace micropol {

// Which history, and why it.
struct ChosenHistory {
    std::string which;        // "median", "best", "worst"; "named" where it was asked for by its number
    std::uint32_t block = 0;  // of the study
    int history = 0;          // of the block
    double value = 0;         // of the outcome, at the horizon
};

// values: [block * 16 + history] the outcome at the horizon. which: "median", "best" or "worst"; of equals the first.
[[nodiscard]] ChosenHistory choose_history(std::span<double const> values, std::string const& which, bool less_is_better);

// Who stood with whom, for drawing: all people, or the most powerful ones where there are many.
struct Network {
    struct Person {
        std::string id, department;
        int level = 0;
    };
    struct Link {
        std::size_t one = 0, other = 0;  // positions in `people`
        float strength = 0;              // share; at the start
    };
    struct Frame {
        int week = 0;
        // [person] coalition: its number, -1 alone; attitude, private: −1 to 1; stage: Stage; power: 1 is the average of all
        std::vector<int> coalition;
        std::vector<float> attitude;
        std::vector<int> stage;
        std::vector<float> power;
    };
    std::vector<Person> people;
    std::vector<Link> links;  // strongest first
    std::vector<Frame> frames;
};
inline constexpr std::size_t max_people_drawn = 200, all_people_drawn_up_to = 400, max_links_drawn = 1'000, max_frames = 30;

[[nodiscard]] Network network_of(Trace const& trace);

struct WeeklySeries {
    std::size_t outcome = 0;    // position among the study's
    std::vector<float> values;  // [week]
};

struct Told {
    ChosenHistory chosen;
    std::vector<Moment> chronicle;
    std::vector<WeeklySeries> weekly;
    Network network;
};

// by: position of the outcome that matters.
[[nodiscard]] Told tell(Trace const& trace, ChosenHistory const& chosen, StudyFacts const& facts, std::size_t by);

}  // namespace micropol
