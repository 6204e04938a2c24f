#pragma once
// How far the interventions of a block have come, history by history. It lives beside History: what a sponsor plans and sees
// is no part of the organisation's state.

#include <vector>

#include "model/model.h"

namespace micropol {

// Of one step that is an intervention.
struct Deployment {
    Worlds since = -1.0f;           // week in which what it waits for made it come into force; -1: not yet
    Worlds chosen_at = -1.0f;       // week in which those it is for were last looked for; -1: not in force
    Worlds heads = 0.0f;            // sum of intensity over employees
    Worlds asked = 0.0f;            // people who answer a survey this week
    std::vector<Worlds> intensity;  // [employee] share; 0 where not in force or not for this person
    std::vector<Worlds> effect;  // [employee] share: as far as the intensity has built up and is taken up, or what is left of it
    bool lingers = false;        // something is left of the effect
};

// Who wins, loses or opposes changes: this often, those who have come to do so join whom an intervention is for. Nobody who is in it
// is dropped again but by leaving: a loser whose loss is made good would be one the next month. The top are chosen once. Both are
// chosen anew in week 1, since in week 0 nobody's power and stakes have been told yet.
inline constexpr int weeks_between_choices = 4;
// Attitudes beyond this make opponents and supporters; stakes beyond this losers and winners. Many people have nothing at stake:
// what rounding leaves of it must not decide.
inline constexpr float clearly_minded = 0.2f, clearly_at_stake = 0.01f;
// Who is this far behind, or ahead, in data skill over relationship skill will be seen to lose, or to win, unless they speak otherwise.
inline constexpr float clearly_ahead = 0.1f;

// [employee] intensity: those in the lists of the step's target, and of these, history by history, whom `who` means and the top, by
// what the step's sight shows.
// Ranks are told apart to a thousandth; ties go to the lower draw number. Nobody is chosen by state who is not there.
[[nodiscard]] std::vector<Worlds> choose_targets(Step const& step, Week const& week, History const& history);

// Where the intervention is in force this week.
[[nodiscard]] Mask in_force(Step const& step, Deployment const& deployment, int week);

// Brings the intensity up to this week.
void update_targets(Step const& step, Deployment& deployment, Mask const& on, Week const& week, History const& history);

// Brings the effect up to this week: towards the intensity, less what fatigue lets nobody take up. Whoever comes to an empty seat
// begins anew.
void follow(Step const& step, Deployment& deployment, History const& history);

// Cost, credibility, burden and working time of a week, where it is in force and the transformation has not been stopped.
void charge(Step const& step, Deployment const& deployment, Mask const& on, History& history);

// At the end of a week: has what an intervention waits for come about?
void check_triggers(Step const& step, Deployment& deployment, Week& week);

}  // namespace micropol
