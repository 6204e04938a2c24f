#include "evidence/measures.h"

namespace micropol::evidence {

std::vector<Experiment> const& experiments() {
    static std::vector<Experiment> const all = [] {
        std::vector<Experiment> made = targets();
        for (std::vector<Experiment> (*const part)() : {targets_of_levers, verdicts})
            for (Experiment& one : part()) made.push_back(std::move(one));
        return made;
    }();
    return all;
}

}  // namespace micropol::evidence
