#include "results/chronicle_words.h"

#include <algorithm>
#include <cmath>

namespace micropol {

namespace {

// Where a number counts as something to say (assumed).
constexpr float little_stake = 0.05f, felt_loss = -0.01f, little_control = 0.1f, close_worth = 0.05f;
constexpr float clearly_more_power = 1.05f;      // where all are equal, nobody is the most powerful
constexpr float bloc_worth_mentioning = 0.04f;   // of all power
constexpr float mostly = 0.67f, hardly = 0.33f;  // of what is controlled
constexpr float shown_as_hundred_more = 0.995f;  // as percentages are rounded
constexpr int at_once = 1;                       // week

}  // namespace

std::string in_words(Moment const& moment, StudyFacts const& facts, Language language) {
    return language == Language::german ? in_german(moment, facts) : in_english(moment, facts);
}

StakeReading read_stake(Motive const& motive) {
    if (std::abs(motive.stake) < little_stake) return {Balance::even};
    bool const loses = motive.stake < 0;
    std::size_t goal = 0;
    for (std::size_t k = 1; k < motive.felt.size(); ++k)
        if (loses ? motive.felt[k] < motive.felt[goal] : motive.felt[k] > motive.felt[goal]) goal = k;
    if (!loses) return {Balance::wins, goal};
    if (motive.felt[goal] >= felt_loss) return {Balance::effort_outweighs};
    bool const for_the_company = goal + 1 == motive.felt.size();
    return {for_the_company ? Balance::does_not_believe : Balance::loses, goal};
}

std::optional<ControlReading> read_control(Motive const& motive) {
    if (motive.rent < little_control) return std::nullopt;
    Basis const basis = motive.data_share > mostly   ? Basis::data
                        : motive.data_share < hardly ? Basis::relationships
                                                     : Basis::both;
    return ControlReading{basis, motive.rent >= shown_as_hundred_more};
}

std::optional<WorthReading> read_worth(Motive const& motive, Tactic chosen) {
    WorthReading reading{.worth = motive.worth[std::size_t(chosen)], .of_work = motive.worth[std::size_t(Tactic::work)]};
    if (reading.worth <= 0) return std::nullopt;
    reading.clearly_more = reading.worth > reading.of_work + close_worth;
    auto const best = std::size_t(std::ranges::max_element(motive.worth) - motive.worth.begin());
    if (best != std::size_t(chosen) && motive.worth[best] > reading.worth + close_worth)
        reading.better = Tactic(int(best)), reading.of_better = motive.worth[best];
    return reading;
}

bool is_most_powerful(Portrait const& person) { return person.rank == 1 && person.power > clearly_more_power; }

bool id_says_department(Portrait const& person) { return person.id.starts_with(person.department); }

Origin origin_of(Bloc const& bloc) {
    if (bloc.from_department == bloc.members) return Origin::one_department;
    return bloc.from_department * 2 > bloc.members ? Origin::mostly_one : Origin::several;
}

Bloc const* carried_by(moment::Decision const& decision) {
    auto const& side = decision.passed ? decision.in_support : decision.against;
    return side && side->power >= bloc_worth_mentioning ? &*side : nullptr;
}

bool came_late(moment::WordSpreads const& spread) { return spread.last_week > at_once; }

bool rests_on_data(Motive const& motive) { return motive.data_share > 0.5f; }

float larger_part(Motive const& motive) { return std::max(motive.data_share, 1 - motive.data_share); }

std::string with_capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = char(text[0] - 'a' + 'A');
    return text;
}

}  // namespace micropol
