#pragma once
// What the user wrote, checked against the fields of the format and nothing more: plain values with their places. Names of
// mechanisms, interventions and their parameters are known here only through the records that the reader is given.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/parameter.h"
#include "organisation/generate.h"
#include "organisation/import.h"
#include "organisation/privacy.h"
#include "state/settings.h"
#include "words/problem.h"

namespace micropol {

// A number as written: fixed or a distribution, with the source the user gave ("" if none).
struct Number {
    Distribution value = 0.0;
    std::string source;
    Place place;
};

struct NamedNumber {
    std::string name;
    Number number;
};

struct MechanismSection {
    std::string key;
    bool on = true;
    std::vector<NamedNumber> parameters;
    Place place;
};

// Who, by how the history has gone so far.
enum class Who : std::uint8_t { all, losers, winners, opponents, supporters, risen };
inline constexpr std::string_view who_names[] = {"all", "losers", "winners", "opponents", "supporters", "risen"};

// What those who choose know of others: what is voiced, what a survey tells (with an error, at a cost), or what is true.
enum class Sight : std::uint8_t { voiced, survey, truth };
inline constexpr std::string_view sight_names[] = {"voiced", "survey", "true"};

// Where the numbers come from that a scenario does not give: the defaults, or drawn once a block from what is plausible.
enum class Assumptions : std::uint8_t { defaults, drawn };
inline constexpr std::string_view assumptions_names[] = {"default", "drawn"};

// By what people are ranked.
enum class Ranking : std::uint8_t { power, level, reach, status, centrality, opposition };
inline constexpr std::string_view ranking_names[] = {"power", "level", "reach", "status", "centrality", "opposition"};

// The first so many, by rank.
struct Top {
    int number = 0;  // 0: everybody
    Ranking by = Ranking::power;
    friend bool operator==(Top const&, Top const&) = default;
};

// Who an intervention is for; empty lists mean everyone. More than one list: those who are in all of them. Of these, in each
// history for itself, those whom `who` means, and of these the top.
struct Target {
    std::vector<std::string> departments;
    std::vector<int> levels;
    std::vector<std::string> people;  // ids
    Who who = Who::all;
    Sight sight = Sight::voiced;
    Top top;
    Place place;
    // The same people, wherever that was written.
    friend bool operator==(Target const& a, Target const& b) {
        return a.departments == b.departments && a.levels == b.levels && a.people == b.people && a.who == b.who &&
               a.sight == b.sight && a.top == b.top;
    }
};

// What an intervention waits for, in each history for itself: an outcome at the end of a week.
struct Trigger {
    std::string outcome;  // key
    std::optional<double> below, above;
    std::optional<int> at_week, from_week;  // looked at in this week alone, or from it on
    int for_weeks = 0;                      // in force, once triggered; 0: to the end of its window
    Place place;
};

struct InterventionSection {
    std::string key;   // of the catalogue
    bool on = true;    // off: as if it were not there, and the numbers of the others are drawn as ever
    Number intensity;  // share
    Target target;
    int from_week = 0;   // first week in force
    int until_week = 0;  // first week no longer in force; 0: the horizon
    std::optional<Trigger> when;
    std::vector<NamedNumber> parameters;
    Place place;
};

struct Strategy {
    std::string name;
    std::string meaning;
    std::vector<InterventionSection> interventions;
    Place place;
};

struct InitiativeSection {
    std::string name;
    std::vector<NamedNumber> numbers;  // of initiative_specs()
    Place place;
};

struct ShockSection {
    ShockKind kind = ShockKind::sponsor_leaves;
    int week = -1;                     // the week in which it happens; -1: by hazard
    std::vector<NamedNumber> numbers;  // of shock_specs()
    Place place;
};

struct Scenario {
    std::string name, question, claim, source;
    std::filesystem::path file;

    OrganisationPlan plan;              // also what is assumed about imported people
    std::optional<ImportPlan> import;   // people and ties from files, or listed in the scenario
    std::vector<std::string> silenced;  // ids of people whom nobody hears, sees or asks
    Place silenced_place;
    Privacy privacy;                    // of imported people; nothing that a file says
    std::vector<NamedNumber> settings;  // "transformation.message"; those the user gave
    std::vector<InitiativeSection> initiatives;
    std::vector<ShockSection> shocks;
    std::string marketing = "Marketing", sales = "Sales";  // departments that decision rules ask
    DecisionRule rule = DecisionRule::committee;
    Stage start_stage = Stage::unaware;
    std::vector<MechanismSection> mechanisms;        // those that are off or have a number of their own
    std::vector<InterventionSection> interventions;  // in force in every strategy
    std::vector<Strategy> strategies;
    std::vector<std::string> outcomes;  // keys; empty: all
    // As written, by path: "organisation.ties.contacts", "organisation.departments.Sales.traits.data_skill",
    // "organisation.trust.Sales.Marketing". The plan holds their values; this is for the list of assumptions.
    std::vector<NamedNumber> organisation_numbers;

    std::string currency;  // as money is called; empty: euros
    Assumptions assumptions = Assumptions::defaults;
    int weeks = 104;
    int histories = 1024;
    std::uint64_t seed = 1;

    std::string resolved;  // the scenario as understood, every default filled in: YAML, for provenance
};

}  // namespace micropol
