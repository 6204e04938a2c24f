#include <algorithm>

#include "simulation/trace.h"

namespace micropol {

namespace {

constexpr int quarter_of_a_year = 13;      // weeks
constexpr float clear_change = 0.25f;      // of one's power, within a quarter, makes a rise or a fall (assumed)
constexpr float clear_lip_service = 0.3f;  // between what is thought and what is voiced (assumed)

// Collects what one week brought.
class WeekEvents {
  public:
    WeekEvents(Trace const& trace, std::vector<Event>& events, int week) : trace_(trace), events_(events), week_(week) {}

    void collect() {
        levers(), shocks(), decisions();
        for (std::uint32_t i = 0; i < trace_.headcount(); ++i) person(i);
        departments();
    }

  private:
    [[nodiscard]] float now(Column column, std::size_t i = 0) const { return trace_.of(column, week_, i); }
    [[nodiscard]] float before(Column column, std::size_t i = 0) const { return trace_.of(column, week_ - 1, i); }
    void note(EventKind what, std::uint32_t who = nobody, std::uint32_t other = nobody, float was = 0, float is = 0) {
        events_.push_back({week_, what, who, other, was, is});
    }

    void levers() {
        for (std::uint32_t k = 0; k < trace_.levers.size(); ++k) {
            auto const& reached = trace_.levers[k].reached;
            auto const week = std::size_t(week_);
            bool const was = week_ > 0 && reached[week - 1] > 0, is = reached[week] > 0;
            if (is && !was) note(EventKind::lever_pulled, k);
            if (was && !is) note(EventKind::lever_released, k);
        }
    }

    void shocks() {
        if (now(Column::sponsor_left) > 0) note(EventKind::sponsor_left, nobody, nobody, 0, now(Column::sponsor_left));
        if (week_ > 0 && before(Column::sponsor_vacancy) > 0 && now(Column::sponsor_vacancy) == 0)
            note(EventKind::sponsor_follows, nobody, nobody, before(Column::sponsor_plan), now(Column::sponsor_plan));
        if (now(Column::budget_cut) > 0) note(EventKind::budget_cut, nobody, nobody, 0, now(Column::budget_cut));
        if (now(Column::reorganised) > 0) note(EventKind::reorganised, nobody, nobody, 0, now(Column::reorganised));
    }

    void decisions() {
        if (week_ == 0) return;
        if (now(Column::meetings) > before(Column::meetings)) {
            note(EventKind::decision, nobody, nobody, before(Column::momentum), now(Column::momentum));
            for (std::uint32_t i = 0; i < trace_.headcount(); ++i)
                if (now(Column::pivotal, i) > 0) note(EventKind::pivotal, i);
        }
        if (now(Column::stopped) > before(Column::stopped)) note(EventKind::stopped);
    }

    void person(std::uint32_t i) {
        auto const is = [&](Column column) { return now(column, i); };
        auto const was = [&](Column column) { return week_ > 0 ? before(column, i) : 0.0f; };
        auto const starts = [&](Tactic tactic) {
            return is(Column::tactic) == float(tactic) && (week_ == 0 || was(Column::tactic) != float(tactic));
        };
        if (starts(Tactic::hide)) note(EventKind::starts_hiding, i);
        if (starts(Tactic::resist)) note(EventKind::starts_resisting, i);
        if (week_ > 0) coalition(i);
        bool const knew = week_ > 0 && was(Column::stage) != float(Stage::unaware);
        if (!knew && is(Column::stage) != float(Stage::unaware)) becomes_aware(i);
        if (week_ == 0) return;
        float const gap = is(Column::voiced_attitude) - is(Column::attitude),
                    gap_before = was(Column::voiced_attitude) - was(Column::attitude);
        if (gap >= clear_lip_service && gap_before < clear_lip_service)
            note(EventKind::starts_lip_service, i, nobody, is(Column::attitude), is(Column::voiced_attitude));
        if (is(Column::stage) != was(Column::stage))
            note(EventKind::stage_change, i, nobody, was(Column::stage), is(Column::stage));
        if (week_ >= quarter_of_a_year) power(i);
        if (is(Column::present) < was(Column::present)) note(EventKind::quits, i);
        if (is(Column::present) > was(Column::present)) note(EventKind::hired, i);
    }

    void coalition(std::uint32_t i) {
        float const is = now(Column::coalition, i), was = before(Column::coalition, i);
        if (is == was) return;
        if (before(Column::coalition_members, std::size_t(was)) > 1.5f) note(EventKind::leaves, i, std::uint32_t(was));
        if (now(Column::coalition_members, std::size_t(is)) > 1.5f) note(EventKind::joins, i, std::uint32_t(is));
    }

    // The most powerful contact of the start who knew a week before; none knows before the first week.
    void becomes_aware(std::uint32_t i) {
        Ties const& ties = trace_.organisation->ties;
        std::uint32_t from = nobody;
        if (week_ > 0)
            for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
                std::uint32_t const j = ties.other[t];
                if (!ties.is_known(t) || before(Column::stage, j) == float(Stage::unaware)) continue;
                if (from == nobody || before(Column::power, j) > before(Column::power, from)) from = j;
            }
        note(EventKind::becomes_aware, i, from);
    }

    // Once: in the week in which the change within a quarter gets clear.
    void power(std::uint32_t i) {
        auto const change = [&](int week) {
            float const then = trace_.of(Column::power, std::max(0, week - quarter_of_a_year), i);
            return then > 0 ? (trace_.of(Column::power, week, i) - then) / then : 0.0f;
        };
        float const is = change(week_), was = change(week_ - 1);
        float const then = trace_.of(Column::power, week_ - quarter_of_a_year, i), power_now = now(Column::power, i);
        if (is >= clear_change && was < clear_change) note(EventKind::rises, i, nobody, then, power_now);
        if (is <= -clear_change && was > -clear_change) note(EventKind::falls, i, nobody, then, power_now);
    }

    void departments() {
        std::size_t const count = trace_.organisation->departments.size();
        std::vector<int> people(count), users(count), users_before(count);
        std::vector<std::uint32_t> first(count, nobody);
        for (std::uint32_t i = 0; i < trace_.headcount(); ++i) {
            std::size_t const d = trace_.organisation->department[i];
            ++people[d];
            bool const uses = now(Column::stage, i) == float(Stage::substantive);
            users[d] += uses;
            users_before[d] += week_ > 0 && before(Column::stage, i) == float(Stage::substantive);
            if (uses && first[d] == nobody) first[d] = i;
        }
        for (std::uint32_t d = 0; d < count; ++d) {
            if (people[d] == 0) continue;
            float const each = 1.0f / float(people[d]);
            bool const had_users = std::ranges::any_of(
                events_, [&](Event const& event) { return event.what == EventKind::department_begins && event.who == d; });
            if (users[d] > 0 && !had_users) note(EventKind::department_begins, d, first[d]);
            if (users[d] * 2 >= people[d] && users_before[d] * 2 < people[d])
                note(EventKind::department_half, d, nobody, float(users_before[d]) * each, float(users[d]) * each);
        }
    }

    Trace const& trace_;
    std::vector<Event>& events_;
    int week_;
};

}  // namespace

std::string_view name_of(EventKind what) {
    constexpr std::string_view names[] = {"lever_pulled",
                                          "lever_let_go",
                                          "sponsor_left",
                                          "sponsor_follows",
                                          "budget_cut",
                                          "reorganised",
                                          "decision",
                                          "could_have_turned",
                                          "stopped",
                                          "starts_hiding",
                                          "starts_resisting",
                                          "starts_lip_service",
                                          "joins",
                                          "leaves",
                                          "hears",
                                          "steps",
                                          "department_begins",
                                          "department_half",
                                          "rises",
                                          "falls",
                                          "quits",
                                          "comes"};
    static_assert(std::size(names) == std::size_t(EventKind::hired) + 1);
    return names[std::size_t(what)];
}

std::vector<Event> events_of(Trace const& trace) {
    std::vector<Event> events;
    for (int week = 0; week < trace.weeks; ++week) WeekEvents(trace, events, week).collect();
    return events;
}

}  // namespace micropol
