#include "study/explain/chronicle.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace micropol {

namespace {

// What counts as clear (assumed).
constexpr int quarter = 13;           // weeks
constexpr int around = 8;             // weeks before and after in which a turning point shows
constexpr float clear_stance = 0.1f;  // mean attitude
constexpr float clear_shift = 0.25f;  // of the average power, and of one's own
constexpr double floor_of_bend = 0.1;

class Chronicler {
  public:
    Chronicler(Trace const& trace, std::size_t by) : trace_(trace), by_(by), events_(events_of(trace)) {}

    Moments collect() {
        levers(), shocks(), decisions(), blocs(true), blocs(false), people(), departments(), word(), adoption(), power(), quits();
        end();
        return {std::move(moments_), std::move(passed_)};
    }

  private:
    // How far what matters bends around a week: the change after it against the change before, in shares of its own range; and the
    // same for momentum and support.
    [[nodiscard]] double bend(int week) const {
        std::vector<float> const& matters = trace_.outcomes[by_];
        auto const [low, high] = std::ranges::minmax(matters);
        double const range = std::max(1e-6, double(high) - double(low));
        auto const turn = [&](auto const& value, double scale) {
            int const last = trace_.weeks - 1, now = std::min(week, last);
            double const before = value(now) - value(std::max(0, now - around)),
                         after = value(std::min(last, now + around)) - value(now);
            return (std::abs(after - before) + std::abs(after)) / (2 * scale);
        };
        double const own = turn([&](int w) { return double(matters[std::size_t(w)]); }, range),
                     momentum = turn([&](int w) { return double(trace_.of(Column::momentum, w)); }, 1),
                     support = turn([&](int w) { return double(trace_.of(Column::support, w)); }, 2);
        double const all = own + momentum + support;
        return std::isfinite(all) ? floor_of_bend + all : floor_of_bend;
    }

    void add(int week, auto what, double size, double at_least = 0) {
        moments_.push_back({week, std::move(what), std::max(at_least, std::min(0.99, size * bend(week)))});
    }

    void levers() {
        std::size_t k = 0;
        while (k < events_.size()) {
            auto const is_lever = [](Event const& event) {
                return event.what == EventKind::lever_pulled || event.what == EventKind::lever_released;
            };
            int const week = events_[k].week;
            moment::LeverChange change;
            for (; k < events_.size() && events_[k].week == week; ++k) {
                if (!is_lever(events_[k]) || is_over(week)) continue;  // what has been stopped has ended all of it
                bool const begins = events_[k].what == EventKind::lever_pulled;
                LeverTrace const& lever = trace_.levers[events_[k].who];
                auto const at = std::size_t(begins ? week : week - 1);
                change.levers.push_back({lever.lever, begins, lever.waits, lever.reached[at],
                                         lever.intensity[at] / float(lever.reached[at]), lever.cost[std::size_t(week)]});
            }
            if (change.levers.empty()) continue;
            change.cost = trace_.of(Column::cost, week);
            bool const begins = std::ranges::any_of(change.levers, &moment::LeverChange::One::begins);
            add(week, std::move(change), 0.5, begins ? told_for_certain : 0);
        }
    }

    // Whether the change had been given up before a week: nobody drives, fights, funds or feigns it any more.
    [[nodiscard]] bool is_over(int week) const { return week > 0 && trace_.of(Column::stopped, week - 1) > 0; }

    void shocks() {
        for (Event const& event : events_) {
            bool const strikes = event.what == EventKind::sponsor_left || event.what == EventKind::sponsor_follows ||
                                 event.what == EventKind::budget_cut;
            if (event.what == EventKind::reorganised || (strikes && !is_over(event.week)))
                add(event.week, moment::ShockStrikes{event.what, event.after}, 1, told_for_certain);
        }
    }

    void decisions() {
        bool first = true, passed_before = false;
        for (Event const& event : events_) {
            if (event.what != EventKind::decision) continue;
            moment::Decision decision;
            decision.first = first, decision.rule = trace_.settings.rule;
            decision.momentum_before = event.before, decision.momentum_after = event.after;
            decision.passed = trace_.of(Column::support, event.week) > 2 * trace_.quota - 1;
            decision.in_favour = (trace_.of(Column::support, event.week) + 1) / 2;
            decision.stopped = trace_.of(Column::stopped, event.week) > trace_.of(Column::stopped, event.week - 1);
            for (std::uint32_t i = 0; i < trace_.headcount(); ++i)
                if (trace_.of(Column::pivotal, event.week, i) > 0) {
                    ++decision.tipped_in_all;
                    if (decision.tipped.size() < 3) decision.tipped.push_back(trace_.organisation->person[i]);
                }
            decision.against = leading_bloc(trace_, event.week, true);
            decision.in_support = leading_bloc(trace_, event.week, false);
            bool const turns = first || decision.passed != passed_before || decision.stopped;
            double const moved = std::abs(double(event.after) - double(event.before));
            passed_[event.week] = decision.passed;
            passed_before = decision.passed, first = false;
            bool const must = decision.first || decision.stopped;
            add(event.week, std::move(decision), 4 * moved + (turns ? 0.5 : 0), must ? told_for_certain : 0);
        }
    }

    // When a bloc first has a twentieth, a tenth, a fifth and two fifths of the power, and when it has lost half of its most.
    void blocs(bool against) {
        constexpr float steps[] = {0.05f, 0.1f, 0.2f, 0.4f};
        std::size_t step = 0;
        float most = 0;
        bool apart = false;
        for (int week = 0; week < trace_.weeks && !is_over(week); ++week) {
            auto const bloc = leading_bloc(trace_, week, against);
            float const power = bloc ? bloc->power : 0.0f;
            std::size_t reached = step;
            while (reached < std::size(steps) && power >= steps[reached]) ++reached;
            bool const minded = bloc && std::abs(bloc->stance) >= clear_stance;
            if (!minded) continue;
            if (reached > step) add(week, moment::BlocGathers{*bloc, false, power}, 4 * double(power));
            step = reached;
            most = std::max(most, power);
            if (!apart && most >= steps[1] && bloc && power < most / 2) {
                add(week, moment::BlocGathers{*bloc, true, most}, 2 * double(most));
                apart = true;
            }
        }
    }

    // What a person does against its worth is habit and chance: nothing to tell.
    [[nodiscard]] static bool is_worth_it(Motive const& motive) {
        return motive.worth[std::size_t(motive.tactic)] >= motive.worth[std::size_t(Tactic::work)];
    }

    // The first time that each of the most powerful turns.
    void people() {
        std::vector<bool> told(trace_.headcount());
        for (Event const& event : events_) {
            bool const turns = event.what == EventKind::starts_hiding || event.what == EventKind::starts_resisting ||
                               event.what == EventKind::starts_lip_service;
            if (!turns || told[event.who]) continue;
            if (event.what != EventKind::starts_hiding && is_over(event.week)) continue;
            Motive const motive = motive_of(trace_, event.week, event.who);
            // Who has nothing to lose and nothing to keep plays for reasons that no number shows: chance among equals.
            if (motive.stake > -0.1f && motive.rent < 0.3f) continue;
            if (event.what != EventKind::starts_lip_service && !is_worth_it(motive)) continue;
            told[event.who] = true;
            Portrait const person = portrait_of(trace_, event.week, event.who);
            double const size = double(person.power / float(trace_.headcount())) * 10 *
                                double(std::abs(motive.stake) + motive.rent);
            add(event.week, moment::PersonTurns{event.what, person, motive}, size);
        }
    }

    [[nodiscard]] float sharing(std::size_t department, int week) const {
        float sum = 0, count = 0;
        for (int w = std::max(0, week - 3); w <= week; ++w)
            for (std::uint32_t i = 0; i < trace_.headcount(); ++i)
                if (trace_.organisation->department[i] == department) sum += trace_.of(Column::disclosed, w, i), ++count;
        return count > 0 ? sum / count : 0;
    }

    // The largest change of sharing within a quarter, of each department.
    void departments() {
        Organisation const& organisation = *trace_.organisation;
        for (std::size_t d = 0; d < organisation.departments.size(); ++d) {
            auto const people = double(std::ranges::count(organisation.department, std::uint16_t(d)));
            std::vector<float> level;
            for (int week = 0; week < trace_.weeks; ++week) level.push_back(sharing(d, week));
            int sharpest = -1;
            float change = 0.15f;  // smaller ones are chance: a department of ten moves by a tenth with each person
            for (int week = quarter + 3; week < trace_.weeks; ++week) {
                float const moved = level[std::size_t(week)] - level[std::size_t(week - quarter)];
                if (std::abs(moved) > change) change = std::abs(moved), sharpest = week;
            }
            if (sharpest < 0 || people < 5) continue;
            float const before = level[std::size_t(sharpest - quarter)], now = level[std::size_t(sharpest)];
            add(sharpest, moment::DepartmentCloses{organisation.departments[d].name, now > before, before, now, quarter},
                double(change) * people / double(trace_.headcount()) * 2);
        }
    }

    // When half of the people know.
    void word() {
        for (int week = 1; week < trace_.weeks; ++week) {
            if (trace_.of(Column::aware_share, week) < 0.5f || trace_.of(Column::aware_share, week - 1) >= 0.5f) continue;
            auto spread = word_spread(trace_, events_, week);
            if (spread.learned > 0) add(week, std::move(spread), 1, told_for_certain);
            return;
        }
    }

    [[nodiscard]] moment::Adoption adoption_at(int week, std::string department, float share) const {
        auto const mean = [&](int w) {
            float sum = 0;
            for (float const one : trace_.at(Column::attitude, w)) sum += one;
            return sum / float(trace_.headcount());
        };
        auto const stage = trace_.at(Column::stage, week);
        moment::Adoption at;
        at.department = std::move(department), at.share = share;
        at.for_show = float(std::ranges::count(stage, float(Stage::symbolic))) / float(stage.size());
        at.attitude = mean(week), at.attitude_before = mean(std::max(0, week - quarter));
        return at;
    }

    void adoption() {
        Organisation const& organisation = *trace_.organisation;
        bool first = true;
        for (Event const& event : events_) {
            if (event.what == EventKind::department_begins && first) {
                first = false;
                auto begins = adoption_at(event.week, "", users(event.week));
                begins.first = portrait_of(trace_, event.week, event.other);
                add(event.week, std::move(begins), 1, told_for_certain);
            }
            if (event.what != EventKind::department_half) continue;
            auto const people = double(std::ranges::count(organisation.department, std::uint16_t(event.who)));
            add(event.week, adoption_at(event.week, organisation.departments[event.who].name, event.after),
                2 * people / double(trace_.headcount()));
        }
        constexpr float steps[] = {0.1f, 0.25f, 0.5f, 0.75f};
        std::size_t step = 0;
        float most = 0;
        for (int week = 0; week < trace_.weeks; ++week) {
            float const share = users(week);
            while (step < std::size(steps) && share >= steps[step]) {
                bool const last = step + 1 == std::size(steps) || share < steps[step + 1];
                if (last)
                    add(week, adoption_at(week, "", share), 0.5 + double(steps[step]),
                        steps[step] == 0.5f ? told_for_certain : 0);
                ++step;
            }
            if (most >= 0.1f && share < most * 0.7f) {
                auto fall = adoption_at(week, "", share);
                fall.falling = true;
                add(week, std::move(fall), 1, told_for_certain);
                most = share;
            }
            most = std::max(most, share);
        }
    }

    [[nodiscard]] float users(int week) const {
        auto const stage = trace_.at(Column::stage, week);
        return float(std::ranges::count(stage, float(Stage::substantive))) / float(stage.size());
    }

    // Who gains and who loses most, told when half of it has come about.
    void power() {
        int const last = trace_.weeks - 1;
        std::uint32_t up = nobody, down = nobody;
        auto const change = [&](std::uint32_t i, int week) {
            return i == nobody ? 0.0f : trace_.of(Column::power, week, i) - trace_.of(Column::power, 0, i);
        };
        std::vector<bool> stays(trace_.headcount(), true);
        for (Event const& event : events_)
            if (event.what == EventKind::quits || event.what == EventKind::hired) stays[event.who] = false;
        for (std::uint32_t i = 0; i < trace_.headcount(); ++i) {
            if (stays[i] && change(i, last) > change(up, last)) up = i;
            if (stays[i] && change(i, last) < change(down, last)) down = i;
        }
        for (std::uint32_t const i : {up, down}) {
            float const whole = change(i, last);
            if (std::abs(whole) < clear_shift || std::abs(whole) < clear_shift * trace_.of(Column::power, 0, i)) continue;
            int week = 1;
            while (week < last && std::abs(change(i, week)) < std::abs(whole) / 2) ++week;
            add(week,
                moment::PowerMoves{portrait_of(trace_, week, i), trace_.of(Column::power, 0, i),
                                   trace_.of(Column::power, last, i), motive_of(trace_, week, i)},
                double(std::abs(whole)), told_for_certain);
        }
    }

    // Of the most powerful; one who has left has no power any more.
    void quits() {
        for (Event const& event : events_) {
            if (event.what != EventKind::quits || event.week == 0) continue;
            Portrait const person = portrait_of(trace_, event.week - 1, event.who);
            if (person.rank > std::max<std::size_t>(3, trace_.headcount() / 20)) continue;
            add(event.week, moment::PersonLeaves{person, int(trace_.of(Column::quits, event.week))},
                double(person.power) / double(trace_.headcount()) * 10);
        }
    }

    void end() {
        int const last = trace_.weeks - 1;
        auto const stage = trace_.at(Column::stage, last);
        auto const share = [&](Stage wanted) { return float(std::ranges::count(stage, float(wanted))) / float(stage.size()); };
        moment::End end{share(Stage::substantive),
                        share(Stage::symbolic),
                        share(Stage::rejecting),
                        trace_.of(Column::momentum, last),
                        int(trace_.of(Column::quits, last)),
                        trace_.of(Column::stopped, last) > 0};
        for (LeverTrace const& lever : trace_.levers)
            if (lever.cost.back() > 0) end.costs.emplace_back(lever.lever, lever.cost.back());
        moments_.push_back({trace_.weeks, std::move(end), told_for_certain});
    }

    Trace const& trace_;
    std::size_t by_;
    std::vector<Event> events_;
    std::vector<Moment> moments_;
    std::map<int, bool> passed_;  // by week
};

}  // namespace

std::string_view kind_of(Moment const& moment) {
    constexpr std::string_view kinds[] = {"lever",       "shock",    "vote",   "coalition", "person", "information",
                                          "information", "adoption", "status", "person",    "outcome"};
    static_assert(std::size(kinds) == std::variant_size_v<decltype(Moment::what)>);
    return kinds[moment.what.index()];
}

Moments moments_of(Trace const& trace, std::size_t by) { return Chronicler(trace, by).collect(); }

std::vector<Moment> chronicle_of(Trace const& trace, std::size_t by) { return choose_moments(moments_of(trace, by)); }

}  // namespace micropol
