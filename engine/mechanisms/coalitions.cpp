#include "base/worlds_math.h"
#include "mechanisms/known_contacts.h"
#include "mechanisms/mechanism.h"
#include "state/coalition.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::stake,   Column::power,    Column::trust,      Column::attitude, Column::tactic,
                            Column::present, Column::guidance, Column::sidelining, Column::strength};
constexpr Column writes[] = {Column::coalition_weight, Column::coalition_stance, Column::coalition_cohesion};
// In place and one after the other: each sees the moves of those before.
constexpr Column updates[] = {Column::coalition, Column::coalition_members, Column::coalition_age};

// A hedonic game with symmetric additive affinities (Bogomolnaia & Jackson 2002): a_ij = mutual trust · agreement of stakes, the
// worth of coalition C for i is Σ_{j in C} p_j·a_ij, and 0 alone. One better move at a time raises the potential
// Σ_{i<j together} p_i·p_j·a_ij, so that play halts. A coalition carries the number of an employee, not always a member.
class Coalitions final : public Mechanism {
    float activity_, seeking_, mobilisation_, agreement_width_, inertia_, camps_;

  public:
    // clang-format off
    static constexpr MemberSpec<Coalitions> parameters[] = {
        {{.name = "activity", .unit = Unit::share, .default_value = 0.32, .range = {0, 1},
          .description = "probability that a person reconsiders whom to side with when it is their turn, every fourth week", .source = assumed}, &Coalitions::activity_},
        {{.name = "seeking", .unit = Unit::one, .default_value = 1, .range = {0, 10},
          .description = "how much more often those of full political skill reconsider who seek allies this month", .source = assumed}, &Coalitions::seeking_},
        {{.name = "mobilisation", .unit = Unit::share, .default_value = 0.4, .range = {0, 1},
          .description = "probability added for those who stand to lose where a guiding coalition is gathered or people are sidelined, at full extent", .source = assumed}, &Coalitions::mobilisation_},
        {{.name = "agreement_width", .unit = Unit::attitude, .default_value = 0.35, .range = {0.01, 2},
          .description = "distance of two stakes at which agreement turns into disagreement", .source = assumed}, &Coalitions::agreement_width_},
        {{.name = "inertia", .unit = Unit::power, .default_value = 0.05, .range = {0, 10},
          .description = "gain in worth that is needed to move", .source = assumed}, &Coalitions::inertia_},
        {{.name = "camps", .unit = Unit::code, .default_value = 0, .range = {0, 2},
          .description = "below 2: coalitions form freely and may be left; 2: two camps and nobody outside, a landscape", .source = "axelrod_bennett_1993"}, &Coalitions::camps_},
    };
    // clang-format on

    void step(Week& week) const override {
        if (two_camps() && week.number == 0) divide(week);
        move(week);
        weigh(week);
    }

  private:
    [[nodiscard]] bool two_camps() const { return camps_ == 2.0f; }

    struct Worth {
        Worlds here, there;  // power
    };

    // People come round in groups of four, a quarter of the groups each week: sounding out allies takes time, and looking at
    // everyone every week for the few who act would cost three times as much.
    void move(Week& week) const {
        Worlds const provoked = max_of(week.mean_lever(Column::guidance), week.mean_lever(Column::sidelining)) * mobilisation_;
        Draws draw = week.draws_in_turn(purpose("coalitions"));
        week.for_each_in_turn([&](std::uint32_t i, std::uint32_t turn) { reconsider(week, i, draw(turn), provoked); });
    }

    // How likely a person is to reconsider: more so while seeking allies, or when others are seen to gather against one's interest.
    Worlds activity(Week const& week, std::uint32_t i, Worlds const& provoked) const {
        Worlds const seeks = only(week.read(Column::tactic)[i] == float(Tactic::ally),
                                  seeking_ * week.organisation.of(Trait::political_skill)[i]);
        return min_of((seeks + 1.0f) * activity_ + only(week.read(Column::stake)[i] < 0.0f, provoked), 1.0f);
    }

    void reconsider(Week& week, std::uint32_t i, Worlds const& u, Worlds const& provoked) const {
        Ties const& ties = week.organisation.ties;
        auto const label = week.update(Column::coalition), members = week.update(Column::coalition_members);
        Mask const here_at_all = two_camps() ? week.read(Column::present)[i] >= 0.0f : week.read(Column::present)[i] > 0.0f;
        Worlds const likely = activity(week, i, provoked);
        Mask const active = (u < likely) & here_at_all;
        if (!two_camps()) stand_alone(label, members, i, ~here_at_all);
        if (ties.degree(i) == 0 || !any(active)) return;

        Worlds const here = label[i];
        // Below the probability to reconsider the draw is uniform again: it picks the contact whose side is considered.
        Worlds const there = two_camps() ? Worlds(1.0f) - here
                                         : side_of_contact(week, label, i, min_of(u / max_of(likely, least_activity), below_one));
        Worth const worth = compare(week, label, i, here, there);
        Mask const better = active & (there != here) & (worth.there > worth.here + inertia_);
        Mask const joins = two_camps() ? better : better & (worth.there > 0.0f);
        Mask const leaves = two_camps() ? Mask{} : active & ~joins & (worth.here < -inertia_);
        label[i] = select(joins, there, here);
        for_each_set(joins, [&](int h) { change_side(members, h, here[h], there[h]); });
        stand_alone(label, members, i, leaves);
    }

    static void stand_alone(std::span<Worlds> label, std::span<Worlds> members, std::uint32_t i, Mask const& leaves) {
        for_each_set(leaves, [&](int h) {
            float const here = label[i][h];
            if (members[std::size_t(here)][h] < 1.5f) return;  // alone already
            float const alone = free_number(members, i, h);
            change_side(members, h, here, alone);
            label[i].set(h, alone);
        });
    }

    static Worlds side_of_contact(Week const& week, std::span<Worlds const> label, std::uint32_t i, Worlds const& u) {
        Ties const& ties = week.organisation.ties;
        auto const strength = week.read(Column::strength);
        Worlds const pick = u * known_contacts(ties, i, strength);
        Worlds side = label[i], before = 0.0f;  // known contacts passed
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            Mask const known = is_known(ties, t, strength);
            side = select(known & (pick >= before), label[ties.other[t]], side);
            before += only(known, 1.0f);
        }
        return side;
    }

    Worth compare(Week const& week, std::span<Worlds const> label, std::uint32_t i, Worlds const& here,
                  Worlds const& there) const {
        Ties const& ties = week.organisation.ties;
        auto const stake = week.read(Column::stake), power = week.read(Column::power), trust = week.read(Column::trust),
                   strength = week.read(Column::strength);
        float const per_distance = 1.0f / agreement_width_;
        Worlds const own = stake[i];
        Worth worth{0.0f, 0.0f};
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            std::uint32_t const j = ties.other[t];
            Worlds const agreement = max_of(Worlds(1.0f) - magnitude(stake[j] - own) * per_distance, -1.0f);
            Worlds const pull = only(is_known(ties, t, strength),
                                     (trust[t] + trust[ties.reverse[t]]) * 0.5f * agreement * power[j]);
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
        Draws draw = week.draws(purpose("coalitions: first camp"));
        for (std::uint32_t i = 0; i < label.size(); ++i) {
            label[i] = only(draw(i) < 0.5f, second);
            members[std::size_t(second)] += label[i];
            members[0] += Worlds(1.0f) - label[i];
        }
    }

    // Weight, stance and cohesion of every coalition. Each history has its own coalitions, hence one history at a time.
    static void weigh(Week& week) {
        auto const label = week.update(Column::coalition);
        auto const power = week.read(Column::power), attitude = week.read(Column::attitude);
        auto const weight = week.write(Column::coalition_weight), stance = week.write(Column::coalition_stance),
                   cohesion = week.write(Column::coalition_cohesion);
        for (std::size_t c = 0; c < weight.size(); ++c) weight[c] = stance[c] = cohesion[c] = 0.0f;
        for (std::size_t i = 0; i < label.size(); ++i) {
            Worlds const voice = power[i] * attitude[i];
            for (int h = 0; h < histories_per_block; ++h) {
                std::size_t const c = std::size_t(label[i][h]);
                weight[c].set(h, weight[c][h] + power[i][h]);
                stance[c].set(h, stance[c][h] + voice[h]);
            }
        }
        auto const each = [&](std::size_t c) { return Worlds(1.0f) / select(weight[c] > 0.0f, weight[c], 1.0f); };
        for (std::size_t c = 0; c < weight.size(); ++c) stance[c] = clamp(stance[c] * each(c), -1.0f, 1.0f);
        // Deviations from the stance, not a difference of squares: its root would make a spread of what rounding leaves.
        for (std::size_t i = 0; i < label.size(); ++i)
            for (int h = 0; h < histories_per_block; ++h) {
                std::size_t const c = std::size_t(label[i][h]);
                float const apart = attitude[i][h] - stance[c][h];
                cohesion[c].set(h, cohesion[c][h] + power[i][h] * apart * apart);
            }
        auto const members = week.update(Column::coalition_members), age = week.update(Column::coalition_age);
        for (std::size_t c = 0; c < weight.size(); ++c) {
            cohesion[c] = clamp(Worlds(1.0f) - root_of(cohesion[c] * each(c)), 0.0f, 1.0f);
            age[c] = only(members[c] >= fewest_members, age[c] + 1.0f);
        }
    }

    static constexpr float least_activity = 1e-6f, below_one = 0.99999994f;
};

}  // namespace

extern constinit MechanismKind const coalitions{
    {"coalitions",
     {reads, writes, updates},
     specs_of<Coalitions>,
     "People side with those they trust and whose stakes agree with theirs, weighing allies by their power, and leave those with whom "
     "they disagree. Coalitions speak with one voice where decisions are made. Off, everyone stands alone."},
    make<Coalitions>,
    R"(a_ij = ½ · (τ_ij + τ_ji) · max(1 − |u_i − u_j| / agreement_width, −1); the worth of coalition C for i is Σ_{j in C} p_j · a_ij; alone: 0
Once a month each person reconsiders with probability activity · (1 + seeking · political skill · [seeks allies]), plus
mobilisation · max(mean guidance, mean sidelining) for losers: joins the coalition of a contact drawn at random (of those known, where
ties form) if it is worth more than the present one by inertia, or leaves if the present one is worth less than −inertia
weight = Σ p, stance = Σ p · x / Σ p, cohesion = 1 − √(Σ p · (x − stance)² / Σ p), age: weeks with three members or more)",
    "A person is in one coalition. Members are not bound: nobody is punished for leaving, nothing is paid for staying. Moves are one at "
    "a time; a core-stable partition need not exist, so that play is capped by the turns."};

}  // namespace micropol
