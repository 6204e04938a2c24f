#include "mechanisms/mechanism.h"

namespace micropol {

namespace {

constexpr Column reads[] = {Column::data_reliance, Column::data_skill, Column::use, Column::strength};
// One person after the other: each sees the standing of those before.
constexpr Column updates[] = {Column::status, Column::status_at_start, Column::mean_status};

// Status is recognition, a leaky signal: s = (1 − ω)·q + ω·Σ_j W_ij·s_j (Gould 2002), on the trait that earns recognition here.
// Data make new stars as that trait moves from the relationship record to what one contributes with data.
class Status final : public Mechanism {
    float deference_, revaluation_, shown_by_skill_;

  public:
    // clang-format off
    static constexpr MemberSpec<Status> parameters[] = {
        {{.name = "deference", .unit = Unit::share, .default_value = 0.3, .range = {0, 0.95},
          .description = "how far status follows the status of one's contacts rather than one's own record", .source = "gould_2002"}, &Status::deference_},
        {{.name = "revaluation", .unit = Unit::one, .default_value = 1, .range = {0, 2},
          .description = "how fast recognition moves from relationships to data as decisions come to rest on data", .source = "ridgeway_1991"}, &Status::revaluation_},
        {{.name = "shown_by_skill", .unit = Unit::share, .default_value = 0.5, .range = {0, 1},
          .description = "part of data skill that is recognised even where it is not used", .source = assumed}, &Status::shown_by_skill_},
    };
    // clang-format on

    void step(Week& week) const override {
        if (week.number == 0) {
            settle(week);
        } else {
            week.for_each_in_turn([&](std::uint32_t i, std::uint32_t) { recognise(week, i); });
        }
        week.update(Column::mean_status)[0] = mean_of(week.update(Column::status));
    }

  private:
    // The order in which the transformation finds people.
    void settle(Week& week) const {
        constexpr int sweeps = 5;
        auto const status = week.update(Column::status), at_start = week.update(Column::status_at_start);
        for (int sweep = 0; sweep < sweeps; ++sweep)
            for (std::uint32_t turn = 0; turn < status.size(); ++turn) recognise(week, week.whose_turn(turn));
        for (std::size_t i = 0; i < status.size(); ++i) at_start[i] = status[i];
    }

    void recognise(Week& week, std::uint32_t i) const {
        Ties const& ties = week.organisation.ties;
        auto const status = week.update(Column::status);
        auto const strength = week.read(Column::strength);
        Worlds sum = 0.0f, reach = 0.0f;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
            reach += strength[t];
            sum += strength[t] * status[ties.other[t]];
        }
        Worlds const own = record(week, i);
        Worlds const others = select(reach > 0.0f, sum / max_of(reach, least_reach), own);
        status[i] = clamp(own + (others - own) * deference_, 0.0f, 1.0f);
    }

    Worlds record(Week const& week, std::uint32_t i) const {
        Worlds const relations = week.organisation.of(Trait::relationship_skill)[i];
        Worlds const shown = week.read(Column::use)[i] * (1.0f - shown_by_skill_) + shown_by_skill_;
        Worlds const data = week.read(Column::data_skill)[i] * shown;
        return relations + (data - relations) * min_of(week.read(Column::data_reliance)[0] * revaluation_, 1.0f);
    }

    static constexpr float least_reach = 1e-6f;
};

}  // namespace

extern constinit MechanismKind const status{
    {"status",
     {reads, {}, updates},
     specs_of<Status>,
     "Recognition among colleagues: one's record on what counts here, and the standing of those one deals with. As decisions come to "
     "rest on data, recognition moves from relationships to what people contribute with data: new stars rise. Off, the order stays."},
    make<Status>,
    R"(data contribution = data skill · (shown_by_skill + (1 − shown_by_skill) · use)
q = relationship skill + (data contribution − relationship skill) · min(revaluation · δ, 1)
s_i ← (1 − deference) · q_i + deference · Σ_j strength_ij · s_j / Σ_j strength_ij, for a quarter of the people each week, one after the
other; in the first week five times for everybody: s at the start
Nothing changing, s is the fixed point of (1 − ω) · q + ω · W s.)",
    "One order for the whole organisation: departments do not differ in what they admire. A newcomer inherits the standing that the seat's "
    "traits earn."};

}  // namespace micropol
