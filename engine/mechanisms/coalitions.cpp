#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

// clang-format off
constexpr ParameterSpec parameters[] = {
    {.name = "activity", .unit = Unit::share, .usual = 0.32, .range = {0, 1},
     .meaning = "probability that a person reconsiders whom to side with when it is their turn, every fourth week", .source = assumed},
    {.name = "agreement_width", .unit = Unit::attitude, .usual = 0.35, .range = {0.01, 2},
     .meaning = "distance of two stakes at which agreement turns into disagreement", .source = assumed},
    {.name = "inertia", .unit = Unit::power, .usual = 0.05, .range = {0, 10},
     .meaning = "gain in worth that is needed to move", .source = assumed},
    {.name = "camps", .unit = Unit::code, .usual = 0, .range = {0, 2},
     .meaning = "below 2: coalitions form freely and may be left; 2: two camps and nobody outside, a landscape", .source = "axelrod_bennett_1993"},
};
// clang-format on
constexpr Column reads[] = {Column::stake, Column::power, Column::trust, Column::attitude};
constexpr Column writes[] = {Column::coalition_weight, Column::coalition_stance};
// In place and one after the other: each sees the moves of those before.
constexpr Column updates[] = {Column::coalition, Column::coalition_members};

// A hedonic game with symmetric additive affinities (Bogomolnaia & Jackson 2002): a_ij = mutual trust · agreement of stakes, the
// worth of coalition C for i is Σ_{j in C} p_j·a_ij, and 0 alone. One better move at a time raises the potential
// Σ_{i<j together} p_i·p_j·a_ij, so that play halts. A coalition carries the number of an employee, not always a member.
class Coalitions final : public Mechanism {
  public:
    explicit Coalitions(Parameters const& given)
        : activity_{given["activity"]}, width_{given["agreement_width"]}, inertia_{given["inertia"]}, two_camps_{given["camps"] ==
                                                                                                                 2.0f} {}

    void step(Week& week) const override {
        if (two_camps_ && week.number == 0) divide(week);
        move(week);
        weigh(week);
    }

  private:
    struct Worth {
        Worlds here, there;  // power
    };

    // People come round in groups of four, a quarter of the groups each week: sounding out allies takes time, and looking at
    // everyone every week for the few who act would cost three times as much.
    void move(Week& week) const {
        std::uint32_t const people = week.organisation.headcount();
        for (std::uint32_t group = 0; group * 4 < people; ++group) {
            if ((group + std::uint32_t(week.number)) % weeks_between_turns != 0) continue;
            Uniforms const chance = week.draws_in_turn(purpose("coalitions"), group);
            for (std::uint32_t k = 0; k < 4 && group * 4 + k < people; ++k)
                reconsider(week, week.whose_turn(group * 4 + k), chance.of[k]);
        }
    }

    void reconsider(Week& week, std::uint32_t i, Worlds const& u) const {
        Ties const& ties = week.organisation.ties;
        auto const label = week.update(Column::coalition), members = week.update(Column::coalition_members);
        Mask const active = u < activity_;
        if (ties.degree(i) == 0 || !any(active)) return;

        Worlds const here = label[i];
        // Below `activity` the draw is uniform again: it picks the contact whose side is considered.
        Worlds const there = two_camps_ ? Worlds(1.0f) - here : side_of_contact(ties, label, i, u * (1.0f / activity_));
        Worth const worth = compare(week, label, i, here, there);
        Mask const better = active & (there != here) & (worth.there > worth.here + inertia_);
        Mask const joins = two_camps_ ? better : better & (worth.there > 0.0f);
        Mask const leaves = two_camps_ ? Mask{} : active & ~joins & (worth.here < -inertia_);
        label[i] = select(joins, there, here);
        for_each_set(joins, [&](int h) { change_side(members, h, here[h], there[h]); });
        for_each_set(leaves, [&](int h) {
            float const alone = free_number(members, i, h);
            change_side(members, h, here[h], alone);
            label[i].set(h, alone);
        });
    }

    static Worlds side_of_contact(Ties const& ties, std::span<Worlds const> label, std::uint32_t i, Worlds const& u) {
        Worlds const pick = u * float(ties.degree(i));
        Worlds side = label[i];
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t)
            side = select(pick >= float(t - ties.first[i]), label[ties.other[t]], side);
        return side;
    }

    Worth compare(Week const& week, std::span<Worlds const> label, std::uint32_t i, Worlds const& here,
                  Worlds const& there) const {
        Ties const& ties = week.organisation.ties;
        auto const stake = week.read(Column::stake), power = week.read(Column::power), trust = week.read(Column::trust);
        float const per_distance = 1.0f / width_;
        Worlds const own = stake[i];
        Worth worth{0.0f, 0.0f};
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            std::uint32_t const j = ties.other[t];
            Worlds const agreement = max_of(Worlds(1.0f) - magnitude(stake[j] - own) * per_distance, -1.0f);
            Worlds const pull = (trust[t] + trust[ties.reverse[t]]) * 0.5f * agreement * power[j];
            worth.here += only(label[j] == here, pull);
            worth.there += only(label[j] == there, pull);
        }
        return worth;
    }

    static void change_side(std::span<Worlds> members, int h, float from, float to) {
        members[std::size_t(from)].set(h, members[std::size_t(from)][h] - 1.0f);
        members[std::size_t(to)].set(h, members[std::size_t(to)][h] + 1.0f);
    }

    // A number without members, from one's own upwards: with someone leaving company there are more numbers than coalitions.
    static float free_number(std::span<Worlds const> members, std::uint32_t i, int h) {
        std::size_t number = i;
        while (members[number][h] > 0.0f) number = number + 1 == members.size() ? 0 : number + 1;
        return float(number);
    }

    static void divide(Week& week) {
        auto const label = week.update(Column::coalition), members = week.update(Column::coalition_members);
        for (Worlds& count : members) count = 0.0f;
        float const second = members.size() > 1 ? 1.0f : 0.0f;  // someone alone has the first camp to themselves
        Uniforms chance;
        for (std::uint32_t i = 0; i < label.size(); ++i) {
            if (i % 4 == 0) chance = week.draws(purpose("coalitions: first camp"), i / 4);
            label[i] = only(chance.of[i % 4] < 0.5f, second);
            members[std::size_t(second)] += label[i];
            members[0] += Worlds(1.0f) - label[i];
        }
    }

    // Weight and stance of every coalition. Each history has its own coalitions, hence one history at a time.
    static void weigh(Week& week) {
        auto const label = week.update(Column::coalition);
        auto const power = week.read(Column::power), attitude = week.read(Column::attitude);
        auto const weight = week.write(Column::coalition_weight), stance = week.write(Column::coalition_stance);
        for (std::size_t c = 0; c < weight.size(); ++c) weight[c] = stance[c] = 0.0f;
        for (std::size_t i = 0; i < label.size(); ++i) {
            Worlds const voice = power[i] * attitude[i];
            for (int h = 0; h < histories_per_block; ++h) {
                std::size_t const c = std::size_t(label[i][h]);
                weight[c].set(h, weight[c][h] + power[i][h]);
                stance[c].set(h, stance[c][h] + voice[h]);
            }
        }
        for (std::size_t c = 0; c < weight.size(); ++c)
            stance[c] = clamp(stance[c] / select(weight[c] > 0.0f, weight[c], 1.0f), -1.0f, 1.0f);
    }

    static constexpr std::uint32_t weeks_between_turns = 4;
    float activity_;  // share
    float width_;     // attitude
    float inertia_;   // power
    bool two_camps_;
};

}  // namespace

extern constinit MechanismKind const coalitions{
    {"coalitions",
     {reads, writes, updates},
     parameters,
     "People side with those they trust and whose stakes agree with theirs, weighing allies by their power, and leave those with whom "
     "they disagree. Coalitions speak with one voice where decisions are made. Off, everyone stands alone."},
    Phase::coalitions,
    make<Coalitions>,
    "",
    ""};

}  // namespace micropol
