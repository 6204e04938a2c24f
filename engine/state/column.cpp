#include "state/column.h"

#include <array>

namespace micropol {

namespace {

constexpr Range share{0, 1}, signed_share{-1, 1}, any_power{0, 1e6}, any_count{0, 1e6};
using enum Column;
constexpr Shape organisation = Shape::organisation, employee = Shape::employee, tie = Shape::tie;

constexpr std::array<ColumnSpec, column_count> specs = {{
    {data_reliance, "data_reliance", organisation, Unit::share, share, 0,
     "weight of the data zone of uncertainty; relationships have the rest"},
    {momentum, "momentum", organisation, Unit::share, share, 1, "funding and attention the transformation has"},
    {executive_pressure, "executive_pressure", organisation, Unit::share, share, 0, "pressure from the top on everyone"},
    {data_quality, "data_quality", organisation, Unit::share, share, 0.5f, "customer knowledge that is in the system"},
    {worth, "worth", organisation, Unit::attitude, signed_share, 0,
     "what using the tool shows: realised benefit against its effort"},
    {mean_use, "mean_use", organisation, Unit::share, share, 0, "mean depth of data-driven work"},
    {aware_share, "aware_share", organisation, Unit::share, share, 0, "people who know of the transformation"},
    {reported_adoption, "reported_adoption", organisation, Unit::share, share, 0, "people who log in, for substance or for show"},
    {last_reported, "last_reported", organisation, Unit::share, share, 0, "reported adoption at the last meeting"},
    {initiatives, "initiatives", organisation, Unit::one, {0, 100}, 0, "initiatives started so far"},
    {stopped, "stopped", organisation, Unit::flag, share, 0, "the transformation was given up"},
    {weak_meetings, "weak_meetings", organisation, Unit::one, {0, 1e6}, 0, "meetings in a row with momentum below the floor"},
    {support, "support", organisation, Unit::attitude, signed_share, 0, "the last decision: votes in favour minus against"},
    {cost, "cost", organisation, Unit::money, {0, 1e9}, 0, "spent on interventions so far"},
    {pressure, "pressure", employee, Unit::share, share, 0, "executive pressure felt"},
    {moderation, "moderation", employee, Unit::share, share, 0, "empathic moderation of the status order"},
    {shared_access, "shared_access", employee, Unit::share, share, 0, "opening of data to this person"},
    {training, "training", employee, Unit::share, share, 0, "training in data skills"},
    {compliance, "compliance", employee, Unit::share, share, 0, "how far the person bends to pressure in public"},
    {relation_control, "relation_control", employee, Unit::one, share, 0, "control of the relational zone of uncertainty"},
    {data_control, "data_control", employee, Unit::one, share, 0, "control of the data zone of uncertainty"},
    {power, "power", employee, Unit::power, any_power, 1, "personal power; sums to headcount"},
    {power_expected, "power_expected", employee, Unit::power, any_power, 1,
     "power once the transformation is complete; sums to headcount"},
    {stake, "stake", employee, Unit::attitude, signed_share, 0, "what the person stands to win or lose, all goals together"},
    {stake_career, "stake_career", employee, Unit::attitude, signed_share, 0, "expected change in power"},
    {stake_pay, "stake_pay", employee, Unit::attitude, signed_share, 0, "expected change in pay"},
    {stake_status, "stake_status", employee, Unit::attitude, signed_share, 0, "expected change in standing, as felt"},
    {stake_security, "stake_security", employee, Unit::attitude, signed_share, 0, "expected change in job security"},
    {stake_company, "stake_company", employee, Unit::attitude, signed_share, 0, "believed benefit to the company"},
    {belief, "belief", employee, Unit::attitude, signed_share, 0, "belief about the benefit to the company"},
    {disclosed, "disclosed", employee, Unit::flag, share, 1, "shared what they know this week"},
    {data_access, "data_access", employee, Unit::share, share, 0, "data the person can get at"},
    {data_skill, "data_skill", employee, Unit::share, share, 0, "skill in reading data"},
    {attitude, "attitude", employee, Unit::attitude, signed_share, 0, "private attitude to the transformation"},
    {voiced_attitude, "voiced_attitude", employee, Unit::attitude, signed_share, 0, "attitude shown to others"},
    {coalition, "coalition", employee, Unit::code, {0, 1e7}, 0, "number of the coalition; a coalition of one is nobody's ally"},
    {stage, "stage", employee, Unit::code, {-1, 5}, 0, "stage of adoption (Stage)"},
    {use, "use", employee, Unit::share, share, 0, "share of the person's decisions that rest on data"},
    {pivotal, "pivotal", employee, Unit::flag, share, 0, "the last decision would have fallen the other way had this vote"},
    {coalition_members, "coalition_members", Shape::coalition, Unit::employees, any_count, 1, "members"},
    {coalition_weight, "coalition_weight", Shape::coalition, Unit::power, any_power, 1, "sum of the members' power"},
    {coalition_stance, "coalition_stance", Shape::coalition, Unit::attitude, signed_share, 0,
     "power-weighted mean of the members' private attitudes"},
    {strength, "strength", tie, Unit::share, share, 0, "how much the one turns to the other"},
    {trust, "trust", tie, Unit::share, share, 0, "trust of the one in the other"},
}};

constexpr bool in_order() {
    for (std::size_t k = 0; k < column_count; ++k)
        if (specs[k].column != Column(k)) return false;
    return true;
}
static_assert(in_order());

}  // namespace

std::span<ColumnSpec const, column_count> column_specs() { return specs; }

}  // namespace micropol
