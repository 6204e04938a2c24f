#pragma once
// Where people stand, week by week: how many have less power than they, and what they think of the change.

#include <string>
#include <vector>

#include "model/model.h"
#include "organisation/stakeholder_map.h"

namespace micropol {

// Over all histories of all blocks.
struct Spread {
    double mean = 0, sd = 0;
};

struct Stand {
    Spread influence;  // share of those present who have less power
    Spread attitude;   // private, from −1 to 1
};

struct StakeholderPath {
    std::string who;          // as the model calls them: a name, or a pseudonym
    std::string role, notes;  // "" where none are known
    std::vector<Stand> at;    // [moment]
};

struct Stakeholders {
    std::string strategy;
    std::vector<int> weeks;  // [moment] so many weeks have gone by; the first is 0: the end of the first week
    std::vector<StakeholderPath> people;
    std::size_t histories = 0;
    bool names_shown = false;
};

// Simulates so many blocks; histories in which somebody has left do not count for that person.
[[nodiscard]] Stakeholders follow_stakeholders(Model const& model, std::vector<PersonOnMap> const& on_map, std::uint32_t blocks,
                                               int threads);

}  // namespace micropol
