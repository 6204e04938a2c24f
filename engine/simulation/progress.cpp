#include "simulation/progress.h"

#include <algorithm>
#include <limits>

#include "scenario/sight.h"

namespace micropol {

namespace {

bool follows_the_state(Step const& step) { return step.who != Who::all || step.top.number > 0; }

// What those who choose know of people: how far each is for it or against it, and what each stands to win or lose.
class Seen {
  public:
    Seen(Step const& step, Week const& week, History const& history)
        : sight_(step.sight), error_(step.survey_error), week_(week), history_(history) {
        if (sight_ == Sight::survey) ask();
        if (sight_ == Sight::voiced) usual_lead_ = mean_lead();
    }

    [[nodiscard]] Worlds attitude(std::size_t i) const {
        if (sight_ == Sight::voiced) return of(Column::voiced_attitude, i);
        return answered(of(Column::attitude, i), i);
    }
    [[nodiscard]] Mask loses(std::size_t i) const {
        if (sight_ != Sight::voiced) return answered(of(Column::stake, i), i) < -clearly_at_stake;
        Worlds const voiced = attitude(i);
        return (voiced < -clearly_minded) | ((voiced <= clearly_minded) & (lead(i) < usual_lead_ - clearly_ahead));
    }
    [[nodiscard]] Mask wins(std::size_t i) const {
        if (sight_ != Sight::voiced) return answered(of(Column::stake, i), i) > clearly_at_stake;
        Worlds const voiced = attitude(i);
        return (voiced > clearly_minded) | ((voiced >= -clearly_minded) & (lead(i) > usual_lead_ + clearly_ahead));
    }
    [[nodiscard]] Worlds const& of(Column column, std::size_t i) const { return history_[column][i]; }

  private:
    // The error of an answer has mean 0 and variance 1: the sum of three draws. Whoever is asked again answers as before.
    void ask() {
        error_of_.resize(week_.organisation.headcount());
        Draws draw = week_.lasting_draws(purpose("survey"));
        for (std::uint32_t turn = 0; turn < error_of_.size(); ++turn) {
            Worlds sum = draw(3 * turn);
            sum += draw(3 * turn + 1);
            sum += draw(3 * turn + 2);
            error_of_[week_.whose_turn(turn)] = sum * 2.0f - 3.0f;
        }
    }
    [[nodiscard]] Worlds answered(Worlds const& truth, std::size_t i) const {
        return sight_ == Sight::survey ? truth + error_of_[i] * error_ : truth;
    }
    [[nodiscard]] Worlds lead(std::size_t i) const {
        return of(Column::data_skill, i) - week_.organisation.of(Trait::relationship_skill)[i];
    }
    [[nodiscard]] Worlds mean_lead() const {
        Worlds sum = 0.0f;
        std::uint32_t const people = week_.organisation.headcount();
        for (std::uint32_t i = 0; i < people; ++i) sum += lead(i);
        return sum * (1.0f / float(people));
    }

    Sight sight_;
    float error_;
    Week const& week_;
    History const& history_;
    std::vector<Worlds> error_of_;  // [employee], of a survey
    Worlds usual_lead_ = 0.0f;
};

Mask belongs(Who who, Seen const& seen, std::size_t i) {
    switch (who) {
        case Who::losers: return seen.loses(i);
        case Who::winners: return seen.wins(i);
        case Who::opponents: return seen.attitude(i) < -clearly_minded;
        case Who::supporters: return seen.attitude(i) > clearly_minded;
        default: return seen.of(Column::present, i) > 0.0f;
    }
}

// Those now above the mean status who at the start were not.
void keep_risen(std::vector<Worlds>& intensity, History const& history) {
    auto const status = history[Column::status], at_start = history[Column::status_at_start];
    Worlds const mean = mean_of(status), mean_at_start = mean_of(at_start);
    for (std::size_t i = 0; i < intensity.size(); ++i)
        intensity[i] = only((status[i] > mean) & (at_start[i] <= mean_at_start), intensity[i]);
}

Worlds rank_of(Ranking by, Week const& week, Seen const& seen, std::size_t i) {
    switch (by) {
        case Ranking::power: return seen.of(Column::power, i);
        case Ranking::level: return float(week.organisation.level[i]);
        case Ranking::reach: return seen.of(Column::reach, i);
        case Ranking::status: return seen.of(Column::status, i);
        case Ranking::centrality: return week.organisation.centrality[i];
        case Ranking::opposition: return -seen.attitude(i);
    }
    return 0.0f;
}

// To the nearest thousandth: nobody knows others better, and what rounding makes of equal values must not decide. One that is
// not a number, which would upset the order, comes last; the week loop finds it.
std::int64_t told_apart(float value) {
    bool const is_finite = value - value == 0;
    return is_finite ? std::int64_t(double(value) * 1000 + (value < 0 ? -0.5 : 0.5)) : std::numeric_limits<std::int64_t>::min();
}

struct Candidate {
    std::int64_t rank;
    std::uint32_t turn, employee;
};

// One history; rank: [employee].
void keep_top(std::vector<Worlds>& intensity, std::vector<Worlds> const& rank, std::size_t number, Week const& week,
              int history) {
    std::vector<Candidate> candidates;
    for (std::uint32_t turn = 0; turn < intensity.size(); ++turn) {
        std::uint32_t const i = week.whose_turn(turn);
        if (!(intensity[i][history] > 0.0f)) continue;
        candidates.push_back({told_apart(rank[i][history]), turn, i});
    }
    if (candidates.size() <= number) return;
    auto const before = [](Candidate const& a, Candidate const& b) {
        return a.rank != b.rank ? a.rank > b.rank : a.turn < b.turn;
    };
    auto const rest = candidates.begin() + std::ptrdiff_t(number);
    std::nth_element(candidates.begin(), rest, candidates.end(), before);
    for (auto left = rest; left != candidates.end(); ++left) intensity[left->employee].set(history, 0.0f);
}

// Those in the lists who are there to be asked.
Worlds people_asked(Step const& step, History const& history) {
    Worlds asked = 0.0f;
    if (step.sight != Sight::survey || !needs_sight(step.who, step.top)) return asked;
    for (std::size_t i = 0; i < step.intensity.size(); ++i)
        if (step.intensity[i] > 0) asked += history[Column::present][i];
    return asked;
}

constexpr float least_felt = 1e-3f;  // share: what has faded further is over

// All of the way is all of it, whatever rounding would make of the difference.
Worlds towards(Worlds const& intended, Worlds const& effect, float pace) {
    return pace == 1.0f ? intended : effect + (intended - effect) * pace;
}

// What a week takes of those it is for: of what they can carry of change, and of their working time.
void ask(Step const& step, Deployment const& deployment, Mask const& counts, History& history) {
    if (step.burden == 0.0f && step.working_time == 0.0f) return;
    auto const change = history[Column::change_asked], time = history[Column::working_time];
    for (std::size_t i = 0; i < deployment.intensity.size(); ++i) {
        Worlds const intensity = only(counts & (history[Column::present][i] > 0.0f), deployment.intensity[i]);
        change[i] += intensity * step.burden;
        time[i] = min_of(time[i] + intensity * step.working_time, 1.0f);
    }
}

}  // namespace

std::vector<Worlds> choose_targets(Step const& step, Week const& week, History const& history) {
    std::vector<Worlds> intensity(step.intensity.begin(), step.intensity.end());
    if (!follows_the_state(step)) return intensity;
    Seen const seen(step, week, history);
    for (std::size_t i = 0; i < intensity.size(); ++i) {
        Mask const there = history[Column::present][i] > 0.0f;
        intensity[i] = only(there & belongs(step.who, seen, i), intensity[i]);
    }
    if (step.who == Who::risen) keep_risen(intensity, history);
    if (step.top.number == 0) return intensity;
    std::vector<Worlds> rank;
    rank.reserve(intensity.size());
    for (std::size_t i = 0; i < intensity.size(); ++i) rank.push_back(rank_of(step.top.by, week, seen, i));
    for (int h = 0; h < histories_per_block; ++h) keep_top(intensity, rank, std::size_t(step.top.number), week, h);
    return intensity;
}

Mask in_force(Step const& step, Deployment const& deployment, int week) {
    Worlds const now = float(week);
    Mask const inside = (Worlds(float(step.from_week)) <= now) & (now < Worlds(float(step.until_week)));
    if (!step.watch) return inside;
    Mask const begun = inside & (deployment.since >= 0.0f);
    return step.watch->for_weeks > 0 ? begun & (now < deployment.since + float(step.watch->for_weeks)) : begun;
}

void update_targets(Step const& step, Deployment& deployment, Mask const& on, Week const& week, History const& history) {
    Worlds const now = float(week.number);
    Worlds& chosen_at = deployment.chosen_at;
    Mask chosen_anew = on & (chosen_at < 0.0f), more_join{};
    if (follows_the_state(step)) {
        if (week.number == 1) chosen_anew = chosen_anew | (on & (chosen_at < now));
        if (step.top.number == 0) more_join = on & ~chosen_anew & (chosen_at + float(weeks_between_choices) <= now);
    }
    Mask const due = chosen_anew | more_join, over = ~on & (chosen_at >= 0.0f);
    deployment.asked = 0.0f;
    if (!any(due | over)) return;
    std::vector<Worlds>& intensity = deployment.intensity;
    intensity.resize(step.intensity.size(), Worlds(0.0f));
    if (any(due)) {
        std::vector<Worlds> const chosen = choose_targets(step, week, history);
        if (week.number > 0) deployment.asked = only(due, people_asked(step, history));  // what is asked in week 0 is asked again
        for (std::size_t i = 0; i < intensity.size(); ++i) {
            Worlds const joined = only(history[Column::present][i] > 0.0f, max_of(intensity[i], chosen[i]));
            intensity[i] = select(chosen_anew, chosen[i], select(more_join, joined, intensity[i]));
        }
    }
    deployment.heads = 0.0f;
    for (Worlds& one : intensity) {
        one = only(on, one);
        deployment.heads += one;
    }
    chosen_at = select(due, now, select(on, chosen_at, -1.0f));
}

void follow(Step const& step, Deployment& deployment, History const& history) {
    auto const fatigue = history[Column::fatigue], present = history[Column::present];
    bool const at_once = step.build_up == 1.0f && step.fade == 1.0f;
    deployment.effect.resize(deployment.intensity.size(), Worlds(0.0f));
    Worlds left = 0.0f;
    for (std::size_t i = 0; i < deployment.effect.size(); ++i) {
        Worlds& effect = deployment.effect[i];
        Worlds const intended = deployment.intensity[i] * (Worlds(1.0f) - fatigue[i]);
        if (at_once) {
            effect = intended;
            continue;
        }
        effect = select(intended > effect, towards(intended, effect, step.build_up), towards(intended, effect, step.fade));
        Mask const felt = (present[i] > 0.0f) & ((intended > 0.0f) | (effect > least_felt));
        effect = only(felt, effect);
        left += effect;
    }
    deployment.lingers = any(left > 0.0f);
}

void charge(Step const& step, Deployment const& deployment, Mask const& on, History& history) {
    Mask const counts = on & (history[Column::stopped][0] == 0.0f);
    ask(step, deployment, counts, history);
    history[Column::cost][0] += only(counts, deployment.heads * step.cost_per_head + step.weekly_cost);
    history[Column::cost][0] += only(counts, deployment.asked * step.survey_cost);
    Worlds earned = step.credibility;
    if (step.timing) {
        Mask const wrong = history[step.timing->column][0] <= Worlds(step.timing->wrong_up_to);
        earned -= only(wrong, step.mistiming_cost);
    }
    history[Column::credibility_change][0] += only(counts, earned);
}

void check_triggers(Step const& step, Deployment& deployment, Week& week) {
    if (!step.watch || week.number < step.watch->first_check || week.number > step.watch->last_check) return;
    Mask const waits = deployment.since < 0.0f;
    if (!any(waits)) return;
    week.begin(step.watch->outcome->plugin.access);
    Worlds const value = step.watch->outcome->measure(week);
    week.end();
    Mask const seen = step.watch->above ? value > step.watch->level : value < step.watch->level;
    deployment.since = select(waits & seen, float(week.number + 1), deployment.since);
}

}  // namespace micropol
