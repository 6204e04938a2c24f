// Who is listed where decides nothing: other positions for the same people, or other numbers for the same departments, give
// the same histories.
//
// Sums over people run in another order, so that single-precision numbers differ in their last bits; where a decision hangs on
// such a bit, histories part. The seeds are fixed and bits are the same on every machine, so this happens always or never.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "laws/situation.h"
#include "outcomes/by_hand.h"

namespace micropol::laws {
namespace {

constexpr int weeks = 12;
constexpr float tolerance = 1e-4f;

// [employee] → new position.
std::vector<std::uint32_t> shuffled(std::uint32_t people, Stream& stream) {
    std::vector<std::uint32_t> position(people);
    std::iota(position.begin(), position.end(), 0u);
    for (std::uint32_t i = people; i > 1; --i) std::swap(position[i - 1], position[stream.below(i)]);
    return position;
}

template <class T>
std::vector<T> moved(std::vector<T> const& values, std::vector<std::uint32_t> const& position) {
    std::vector<T> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) result[position[i]] = values[i];
    return result;
}

struct Relabelled {
    Organisation organisation;
    std::vector<std::uint32_t> position;  // [employee] → new position
    std::vector<std::uint32_t> tie;       // [tie] → new tie
};

// Rows keep their order, so that sums over contacts run as before and the contact a draw picks is the same person.
void move_ties(Ties const& from, Relabelled& result) {
    Ties& to = result.organisation.ties;
    std::vector<std::uint32_t> const who = [&] {
        std::vector<std::uint32_t> people(result.position.size());
        for (std::uint32_t i = 0; i < people.size(); ++i) people[result.position[i]] = i;
        return people;
    }();
    result.tie.resize(from.count());
    std::uint32_t next = 0;
    for (std::uint32_t place = 0; place < who.size(); ++place) {
        to.first[place] = next;
        for (std::uint32_t t = from.first[who[place]]; t < from.first[who[place] + 1]; ++t) result.tie[t] = next++;
    }
    to.first.back() = next;
    to.strength = moved(from.strength, result.tie);
    to.trust = moved(from.trust, result.tie);
    to.formal = moved(from.formal, result.tie);
    for (std::uint32_t t = 0; t < from.count(); ++t) {
        to.other[result.tie[t]] = result.position[from.other[t]];
        to.reverse[result.tie[t]] = result.tie[from.reverse[t]];
    }
}

Relabelled relabel_people(Organisation const& given, Stream& stream) {
    Relabelled result{.organisation = given, .position = shuffled(given.headcount(), stream), .tie = {}};
    Organisation& organisation = result.organisation;
    auto const& position = result.position;
    move_ties(given.ties, result);
    organisation.id = moved(given.id, position);
    organisation.person = moved(given.person, position);
    organisation.department = moved(given.department, position);
    organisation.level = moved(given.level, position);
    organisation.tenure_years = moved(given.tenure_years, position);
    organisation.centrality = moved(given.centrality, position);
    for (auto& values : organisation.trait) values = moved(values, position);
    organisation.attitude_stated = moved(given.attitude_stated, position);
    organisation.manager = moved(given.manager, position);
    for (std::uint32_t& manager : organisation.manager)
        if (manager != nobody) manager = position[manager];
    organisation.manager_tie = moved(given.manager_tie, position);
    for (std::uint32_t& tie : organisation.manager_tie)
        if (tie != nobody) tie = result.tie[tie];
    organisation.in_turn = position;
    organisation.draw_number.resize(position.size());
    for (std::uint32_t i = 0; i < position.size(); ++i) organisation.draw_number[position[i]] = i;
    return result;
}

// size: of what the numbers are sums and differences of.
bool alike(Worlds const& a, Worlds const& b, float size = 1) {
    return all(magnitude(a - b) <= Worlds(tolerance) * max_of(size, magnitude(a)));
}

float size_of(Unit unit, Settings const& settings) { return unit == Unit::money ? std::max(1.0f, settings.value_of_work) : 1.0f; }

// Coalitions are numbered by chance of position: what counts is who is together.
bool same_partition(std::span<Worlds const> a, std::span<Worlds const> b, std::vector<std::uint32_t> const& position) {
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = i + 1; j < a.size(); ++j)
            if (bits(a[i] == a[j]) != bits(b[position[i]] == b[position[j]])) return false;
    return true;
}

// What the coalition of employee i is like.
Worlds of_coalition(std::span<Worlds const> column, Worlds const& label) {
    Worlds value;
    for (int h = 0; h < histories_per_block; ++h) value.set(h, column[std::size_t(label[h])][h]);
    return value;
}

std::string first_difference(History const& a, History const& b, Relabelled const& map, Settings const& settings) {
    auto const& position = map.position;
    if (!same_partition(a[Column::coalition], b[Column::coalition], position)) return "coalition";
    for (ColumnSpec const& spec : column_specs()) {
        if (spec.column == Column::coalition) continue;
        auto const one = a[spec.column], other = b[spec.column];
        float const size = size_of(spec.unit, settings);
        std::size_t const count = spec.shape == Shape::coalition ? position.size() : one.size();
        for (std::size_t k = 0; k < count; ++k) {
            bool const same = spec.shape == Shape::organisation ? alike(one[k], other[k], size)
                              : spec.shape == Shape::employee   ? alike(one[k], other[position[k]])
                              : spec.shape == Shape::tie        ? alike(one[k], other[map.tie[k]])
                                                                : alike(of_coalition(one, a[Column::coalition][k]),
                                                                        of_coalition(other, b[Column::coalition][position[k]]));
            if (!same) return std::string(spec.name) + '[' + std::to_string(k) + ']';
        }
    }
    return "";
}

// What is reported of a history comes out alike, too.
std::string first_differing_outcome(Situation const& one, History& a, Situation const& other, History& b) {
    auto const measure = [](Situation const& situation, History& history, OutcomeKind const& kind) {
        Chance const chance(situation.seed, situation.block.number);
        Week week(*situation.block.organisation, situation.block.settings, chance, history, weeks);
        week.begin(kind.plugin.access);
        return kind.measure(week);
    };
    for (OutcomeKind const* kind : outcome_catalogue())
        if (!alike(measure(one, a, *kind), measure(other, b, *kind), size_of(kind->unit, one.block.settings)))
            return std::string(kind->plugin.key);
    return "";
}

void move_force(std::vector<Step>& steps, std::vector<std::uint32_t> const& position) {
    for (Step& step : steps)
        if (step.intervention) step.intensity = moved(step.intensity, position);
}

// "" where people in another order, the given one of many, live alike; else what differs.
std::string what_the_order_changes(Situation const& situation, std::uint32_t order, bool& alive) {
    Stream stream(situation.seed, order, purpose("test: relabelling"));
    Relabelled const map = relabel_people(*situation.block.organisation, stream);
    Situation other = situation;
    other.block.organisation = std::make_shared<Organisation const>(map.organisation);
    move_force(other.block.steps, map.position);
    History a = start(situation), b = start(other);
    live(situation, a, weeks);
    live(other, b, weeks);
    alive = any(std::as_const(a)[Column::aware_share][0] > 0.0f);
    std::string const column = first_difference(a, b, map, situation.block.settings);
    return column.empty() ? first_differing_outcome(situation, a, other, b) : column;
}

// A decision that hangs on the last bit of a sum parts histories in one order of people and not in the next; what counts people by
// where they stand parts them in every order. One situation in two hundred has such a decision in a given order.
TEST(Relabelling, of_people_permutes_results_and_nothing_else) {
    constexpr std::uint32_t orders = 3;
    int tried = 0, active = 0;
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        bool alive = false;
        std::string changed = "not tried yet";
        for (std::uint32_t order = 0; order < orders && !changed.empty(); ++order)
            changed = what_the_order_changes(situation, order, alive);
        EXPECT_EQ(changed, "");
        ++tried, active += alive;
    }
    EXPECT_GT(active, tried / 2) << "nothing happened";
}

// An empty seat keeps the columns of who left it. Listed first, it once made everyone else look the same.
TEST(Relabelling, of_an_empty_seat_leaves_correlations) {
    constexpr std::array<float, 6> politics{0.999f, 0.998f, 0.997f, 0.996f, 0.995f, 0.0f},
        strain{0.998f, 0.999f, 0.996f, 0.997f, 0.995f, 0.0f};
    for (std::size_t empty = 0; empty < 6; ++empty) {
        by_hand::Company company;
        std::span<Worlds> const present = company.history[Column::present], x = company.history[Column::perceived_politics],
                                y = company.history[Column::strain];
        for (std::size_t i = 0; i < 6; ++i) {
            std::size_t const seat = i == empty ? 5 : i < empty ? i : i - 1;
            present[i] = seat == 5 ? 0.0f : 1.0f, x[i] = politics[seat], y[i] = strain[seat];
        }
        EXPECT_NEAR(company.value("politics_and_strain"), 0.8f, 1e-3f) << "empty seat " << empty;
    }
}

// Half of the votes is no majority. Summed in another order, it once was one.
TEST(Relabelling, of_voters_leaves_who_is_pivotal) {
    constexpr std::array<float, 6> power{0.1f, 0.2f, 0.3f, 0.4f, 0.1f, 0.1f};
    constexpr std::size_t in_favour = 3;
    Situation situation = make_situation(6, TieShape::complete, Numbers::usual, 1);
    situation.block.settings.committee_level = 0;  // everyone votes
    MechanismKind const& kind = mechanism_of("governance");
    Stream unused(1, 0, purpose("test: relabelling"));
    auto const governance = make_mechanism(kind, pick_parameters(kind.plugin, Numbers::usual, unused), {{"meeting_interval", 1}});
    std::array<std::size_t, 6> voter{0, 1, 2, 3, 4, 5};  // [seat]
    do {
        History history = start(situation);
        for (std::size_t seat = 0; seat < 6; ++seat) {
            history[Column::power][seat] = power[voter[seat]];
            history[Column::voiced_attitude][seat] = voter[seat] < in_favour ? 1.0f : -1.0f;
        }
        Chance const chance(1, 0);
        Week week(*situation.block.organisation, situation.block.settings, chance, history, 0);
        week.begin(kind.plugin.access);
        governance->step(week);
        for (std::size_t seat = 0; seat < 6; ++seat)
            ASSERT_EQ(history[Column::pivotal][seat][0], voter[seat] < in_favour ? 0.0f : 1.0f) << "voter " << voter[seat];
    } while (std::ranges::next_permutation(voter).found);
}

TEST(Relabelling, of_departments_changes_no_bit) {
    for (Situation const& situation : situations()) {
        SCOPED_TRACE(situation.name);
        Situation other = situation;
        Organisation organisation = *situation.block.organisation;
        std::uint16_t const last = std::uint16_t(organisation.departments.size() - 1);
        std::ranges::reverse(organisation.departments);
        for (std::uint16_t& department : organisation.department) department = std::uint16_t(last - department);
        other.block.organisation = std::make_shared<Organisation const>(std::move(organisation));
        other.block.settings.marketing = last;  // it was the first
        other.block.settings.sales = std::uint16_t(0);
        History a = start(situation), b = start(other);
        live(situation, a, 40);
        live(other, b, 40);
        EXPECT_EQ(differing_columns(a, b), "");
    }
}

}  // namespace
}  // namespace micropol::laws
