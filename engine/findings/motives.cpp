#include "findings/motives.h"

#include <algorithm>
#include <cmath>

#include "findings/who.h"

namespace micropol {

namespace {

// Where a number counts as something to say (assumed).
constexpr float little_stake = 0.05f, felt_loss = -0.01f, little_control = 0.1f, close_worth = 0.05f;
constexpr float clearly_more_power = 1.05f;      // where all are equal, nobody is the most powerful
constexpr float mostly = 0.67f, hardly = 0.33f;  // of what is controlled
constexpr float shown_as_hundred_more = 0.995f;  // as percentages are rounded

Phrase placed(Message sentence, At at) {
    sentence.is_label_within = at == At::within;
    return sentence;
}

bool id_says_department(Portrait const& person) { return person.id.starts_with(person.department); }

Phrase power_of(Portrait const& person) {
    if (is_most_powerful(person)) return "the most powerful of all";
    if (std::round(double(person.power) * 10) == 10) return "1.0 times the average power";
    return Message("{0} times the average power", {Decimal{double(person.power), 1}});
}

Message at_stake_in(std::size_t goal) {
    constexpr char const* goals[] = {"power", "pay", "standing", "job security", "the company's benefit"};
    return in_context("stake", goals[goal]);
}

// As the subject of a sentence: "persuading would be worth 0.61".
Message doing(Tactic tactic) {
    constexpr char const* tactics[] = {"just working",          "persuading", "networking",        "seeking allies",
                                       "hiding what they know", "resisting",  "gaming the figures"};
    static_assert(std::size(tactics) == tactic_count);
    return in_context("tactic", tactics[std::size_t(tactic)]);
}

Message through(Basis basis) {
    constexpr char const* bases[] = {"relationships", "relationships and data", "data"};
    return in_context("control", bases[std::size_t(basis)]);
}

}  // namespace

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

bool rests_on_data(Motive const& motive) { return motive.data_share > 0.5f; }

float larger_part(Motive const& motive) { return std::max(motive.data_share, 1 - motive.data_share); }

Phrase introduced(Portrait const& person, At at) {
    Listing parts{.items = {}, .joined = Listing::Joined::by_commas};
    if (!id_says_department(person)) parts.items.push_back(department(person.department));
    if (person.reports > 0) parts.items.push_back(Message("leads {0}", {people(std::size_t(person.reports))}));
    parts.items.push_back(power_of(person));
    if (!person.newcomer) return Message("{0} ({1})", {name(person.id), parts});
    return placed({"Whoever came after {0} ({1})", {name(person.id), parts}}, at);
}

Phrase at_stake(Motive const& motive, At at) {
    auto const [balance, goal] = read_stake(motive);
    Decimal const stake{double(motive.stake), 2};
    switch (balance) {
        case Balance::even: break;
        case Balance::loses:
            return placed({"They see more to lose than to win, most of it {0} (stake {1})", {at_stake_in(goal), stake}}, at);
        case Balance::does_not_believe: return placed({"They do not believe that it helps the company (stake {0})", {stake}}, at);
        case Balance::effort_outweighs:
            return placed({"To them the effort of changing outweighs what there is to win (stake {0})", {stake}}, at);
        case Balance::wins:
            return placed({"They see more to win than to lose, most of it {0} (stake {1})", {at_stake_in(goal), stake}}, at);
    }
    return placed("They see about as much to win as to lose", at);
}

Phrase at_stake_and_controlled(Motive const& motive) {
    Phrase stake = at_stake(motive, At::within);
    auto const control = read_control(motive);
    if (!control) return stake;
    if (control->twice)
        return Message("{0}, and what they control through {1} is at least twice the average", {stake, through(control->basis)});
    return Message("{0}, and what they control through {1} is {2} above the average",
                   {stake, through(control->basis), percent(double(motive.rent))});
}

Phrase worth_of(Motive const& motive, Tactic chosen) {
    auto const reading = read_worth(motive, chosen);
    if (!reading) return {};
    bool const hides = chosen == Tactic::hide;
    std::vector<Phrase> const figures{Decimal{double(reading->worth), 2}, Decimal{double(reading->of_work), 2}};
    Message const worth =
        reading->clearly_more
            ? Message(hides ? "Hiding what they know is worth more to them than just working ({0} against {1})"
                            : "Resisting is worth more to them than just working ({0} against {1})",
                      figures)
            : Message(hides ? "Hiding what they know is worth as much to them as just working ({0} against {1}), so that chance "
                              "had a say"
                            : "Resisting is worth as much to them as just working ({0} against {1}), so that chance had a say",
                      figures);
    if (!reading->better) return Message("{0}.", {worth});
    return Message("{0}; {1} would be worth {2}.", {worth, doing(*reading->better), Decimal{double(reading->of_better), 2}});
}

}  // namespace micropol
