#pragma once
// A workshop: several people say what they believe of the same scenario, each for herself. Where they differ is shown, not settled: what
// each would choose, and which of their answers make the difference.
//
// Every participant's answers, and the linear pool of all, are a setting of the scenario; all settings share organisations and chance, and
// what is believed alike is drawn alike, so that a difference between two people comes of their answers alone. Numbers that were not
// asked for, or not touched, are as the scenario has them, or as a posterior leaves them.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "study/compare/comparison.h"
#include "study/workshop/belief.h"

namespace micropol {

struct WorkshopPlan {
    Questions questions;
    std::vector<ParticipantAnswers> answers;
    std::vector<std::string> strategies = {};        // of the scenario, besides doing nothing; empty: all
    std::string by = "substantive";                  // key of the outcome that the best strategy has most of
    bool less_is_better = false;                     // least of it
    std::optional<std::uint32_t> blocks = {};        // of each strategy and setting; left out: as many as the scenario says
    std::size_t exact_up_to = 5;                     // answers: every combination of them is simulated; of more, some orders
    std::size_t most_pairs = 6;                      // of people who disagree; of more, camps are compared
    std::shared_ptr<GivenNumbers const> given = {};  // a posterior of the scenario, a row a block
};

// What somebody who believes this would choose: by the criterion alone, which is the only outcome here.
struct Preference {
    Comparison comparison;
    [[nodiscard]] std::string const& strategy() const { return comparison.standings.front().name; }
    [[nodiscard]] bool is_clear() const;  // no other strategy is level with it
};

struct Stance {
    Beliefs beliefs;        // [assumption]
    std::vector<int> dots;  // [lever]
    Preference choice;
};

struct Participant {
    std::string name;
    int round = 1;                      // the last that was answered
    Stance stance;                      // of that round
    std::optional<Stance> before = {};  // of the round before, where there is one
};

// What was said of one number, in everybody's last round.
struct Opinions {
    std::vector<std::size_t> touched_by;   // participants
    double least = 0, mean = 0, most = 0;  // of their means; not-a-number where nobody touched it
};

// Two who choose differently: people, or camps of people who choose alike, with what each camp believes in the linear pool.
struct Disagreement {
    struct Side {
        std::vector<std::size_t> participants;
        std::string choice;  // a strategy
        Estimate lead;       // how far the first side's choice is ahead of the second's under what this side believes
    };
    struct Cause {
        std::size_t assumption = 0;
        // What this answer does to the lead where the first side's is exchanged for the second's: Shapley values, whose sum over the
        // answers is what the lead changes by. 95 % for all of them together (Bonferroni).
        Estimate change;
        // Of what the lead changes by; nothing where that may be 0, as a part of it says nothing then.
        std::optional<double> share = {};
    };
    Side one, other;
    std::vector<Cause> causes;  // what turns the choice most first; answers that are the same are none
    Estimate total;             // what the lead changes by from the first side's answers to the second's
    bool exact = true;   // by every combination; else by one order of the answers and its reverse, drawn anew in each block
    bool clear = false;  // each side's lead is beyond chance
    // The first two causes that are beyond chance and turn the choice the way it is turned, or fewer.
    [[nodiscard]] std::vector<std::size_t> main_causes() const;
};

struct Workshop {
    StudyFacts facts;
    Questions questions;
    OutcomeKind const* outcome = nullptr;  // that is chosen by
    bool less_is_better = false;
    std::size_t blocks = 0;
    std::vector<Participant> participants;    // by name
    std::vector<Opinions> opinions;           // [assumption]
    Beliefs pool;                             // [assumption] of everybody's last round
    Preference pooled, without;               // under the pool; as the scenario is, without any answer
    std::vector<Disagreement> disagreements;  // none where all choose the same
    bool by_camps = false;                    // the sides are camps
    std::vector<int> dots;                    // [lever] of everybody's last round
    // [assumption] its mean in the posterior; nothing where that does not know it. Empty without a posterior.
    std::vector<std::optional<double>> learned = {};

    [[nodiscard]] bool all_agree() const { return disagreements.empty(); }
};

// Who simulates: the last weeks of these tasks, in their order; nothing where it was stopped. The variants differ in strategy and given
// numbers alone, and a task's variant is the position among them.
using SimulateTasks = std::function<std::optional<std::vector<FinalValues>>(std::vector<Variant> const&, std::span<Task const>)>;

// Nothing: it was stopped. Throws InvalidInput for a scenario that cannot be simulated, or has nothing to choose from, and for answers
// that do not go together; InvalidPlan for what cannot be asked.
[[nodiscard]] std::optional<Workshop> hold_workshop(ScenarioSource const& source, WorkshopPlan const& plan,
                                                    SimulateTasks const& simulate);
[[nodiscard]] std::optional<Workshop> hold_workshop(StudyRunner& runner, WorkshopPlan const& plan);

// Throws what hold_workshop throws. Forecast::more: at most what it takes to find out which answers divide people.
[[nodiscard]] Forecast forecast(ScenarioSource const& source, WorkshopPlan const& plan);

}  // namespace micropol
