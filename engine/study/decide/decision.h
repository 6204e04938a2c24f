#pragma once
// Which strategy to choose although the assumptions are not known: how much each may fall short, where each is the best, and what it
// would be worth to know an assumption before choosing. From a comparison whose numbers were drawn once a block; simulates nothing.

#include <optional>
#include <string>
#include <vector>

#include "base/parameter.h"
#include "statistics/value_of_information.h"
#include "study/decide/undecided.h"

namespace micropol {

// Regret, and what would be worth knowing, say little of fewer blocks; where a strategy is best is not even sought.
inline constexpr std::size_t blocks_to_decide = 64, blocks_for_regions = 256;

struct DecisionQuestion {
    Criterion criterion = {};
    std::optional<double> good_enough = {};  // in the outcome's unit; without: as good as doing nothing in the same block
    std::optional<double> money_per = {};    // thousand euros that one of the outcome is worth
};

// A strategy. Regret: how far it falls short of the best of its block, where the best is chosen by eight histories and paid by the
// other eight, so that luck does not choose. In the question's unit.
struct Choice {
    std::string name, meaning;
    std::size_t contender = 0;  // position among those that were decided on
    Estimate level;
    double mean_regret = 0, regret_90 = 0,
           regret_98 = 0;  // over blocks: mean, and the points below which 90 and 98 % of them lie
    Estimate good_enough;  // share of blocks
    Estimate best_in;      // share of blocks; ties are divided evenly
    Sample regrets = {};   // [block]
};

// A bound of a region, and how likely it is by chance (a quasi-p-value: it was sought).
struct RegionBound {
    std::size_t number = 0;  // among the numbers drawn
    Range range;
    double by_chance = 1;
};
// Where a strategy is the best: found in every second block, and held against the others.
struct Region {
    std::vector<RegionBound> bounds;  // at most four
    double coverage = 0,
           density = 0;      // share of all blocks in which it is best that lie inside, and of those inside in which it is:
    std::size_t blocks = 0;  // of those that did not seek it; how many lie inside
};
struct BestWhere {
    std::size_t choice = 0;
    std::optional<Region> region = {};  // none was found that held
};

// A number, or several that belong together.
struct Unknown {
    std::string key;                   // path of a number, or how the paths of a group begin
    std::vector<std::size_t> numbers;  // among the numbers drawn
    InformationValue worth = {};       // in the question's unit
    double moves = 0;                  // share of the variance of the best strategy's result that it tells
};

// What could be asked of the organisation before choosing, and its worth: what choosing by the answers gains.
struct Survey {
    std::string_view key;
    InformationValue worth = {};
    double cost_mean = 0;  // thousand euros, over what is plausible
};

// The observable that tells best, at the end of a week under the strategy that is best on average, which one will have been best.
struct Signpost {
    int week = 0;
    std::size_t observable = 0;   // among SeenWeeks::observables
    InformationValue worth = {};  // as if the other strategy had run from the start
    // One threshold: beyond it another choice would have been better. Sought in every second block; nothing where it gains nothing in
    // the others.
    struct Switch {
        bool above = false;
        double level = 0;  // in the observable's unit
        std::size_t to = 0;
        double share = 0;  // of the blocks that did not seek it: beyond the threshold
        // Mean over these blocks of what the other one brings more: over all weeks, and over those after this one, where the criterion
        // is an amount that adds up.
        double gain = 0;
        std::optional<double> gain_after = {};
    };
    std::optional<Switch> change = {};
};

struct Answer {
    DecisionQuestion question;
    Unit unit = Unit::one;             // of levels, regret and worth: money where the question turns the outcome into money
    std::vector<Choice> choices = {};  // the highest mean first
    std::size_t most_cautious = 0;     // least regret_98
    std::string reference = {};        // name of the first contender
    std::vector<std::optional<std::size_t>> best_of_block = {};  // [block] the choice that alone is best in it
    InformationValue everything = {};                            // worth of knowing all but chance
    std::vector<Unknown> numbers = {}, groups = {};              // worth most first
    std::vector<Survey> surveys = {};                            // none where it was not kept week by week
    std::vector<Signpost> signposts = {};                        // by week; likewise
    std::vector<BestWhere> best_where = {};  // of those that alone are best in some block; only with blocks_for_regions
};

struct Decision {
    StudyFacts facts;
    std::size_t blocks = 0;
    std::vector<DrawnNumber> drawn;
    std::vector<Answer> answers;  // [question]
    bool swept = false;           // the blocks are points of a sweep
    std::optional<SeenWeeks> seen = {};
};

// Throws std::invalid_argument if samples differ in length, there are fewer than two strategies or 16 blocks, or a question is of no
// outcome.
[[nodiscard]] Decision decide(StudyFacts facts, Undecided undecided, std::vector<DecisionQuestion> const& questions);

// The same for whoever asks; place: of what is decided on. Throws InvalidInput where no number was drawn, there are too few blocks or
// points, or no question.
[[nodiscard]] Decision decide(Place const& place, StudyFacts facts, Undecided undecided,
                              std::vector<DecisionQuestion> const& questions);

// By what strategies are judged where nobody says: whether it takes root, and what it brings; those of the two that were recorded.
[[nodiscard]] std::vector<DecisionQuestion> usual_questions(StudyFacts const& facts);

}  // namespace micropol
