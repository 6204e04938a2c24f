#pragma once
// Where the laws are tried: small organisations, some without ties, with numbers over the whole of their declared ranges.
// Everything is drawn from fixed seeds, so that a law that is broken is broken in every run.

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "simulation/week_loop.h"

namespace micropol::laws {

// usual: every number its usual value. anywhere: drawn over its declared range, every third at one of the bounds.
enum class Numbers { usual, anywhere };

struct Situation {
    std::string name;
    Block block;
    std::uint64_t seed = 0;
};

inline double pick(Range range, double usual, Numbers numbers, Stream& stream) {
    if (numbers == Numbers::usual) return usual;
    double const u = stream.uniform();
    if (u < 1.0 / 6) return range.low;
    if (u < 2.0 / 6) return range.high;
    return range.low + (range.high - range.low) * stream.uniform();
}

// [parameter]
inline std::vector<double> pick_parameters(PluginSpec const& plugin, Numbers numbers, Stream& stream) {
    std::vector<double> values;
    for (ParameterSpec const& spec : plugin.parameters) values.push_back(pick(spec.range, spec.default_value, numbers, stream));
    return values;
}

inline MechanismKind const& mechanism_of(std::string_view key) {
    return **std::ranges::find(mechanism_catalogue(), key, [](MechanismKind const* kind) { return kind->plugin.key; });
}

// The mechanism with these values but for those given by name.
inline std::shared_ptr<Mechanism const> make_mechanism(MechanismKind const& kind, std::vector<double> values,
                                                       std::vector<std::pair<std::string_view, double>> const& given) {
    for (auto const& [name, value] : given) {
        auto const found = std::ranges::find(kind.plugin.parameters, name, &ParameterSpec::name);
        if (found == kind.plugin.parameters.end()) throw std::out_of_range("no parameter " + std::string(name));
        values[std::size_t(found - kind.plugin.parameters.begin())] = value;
    }
    return kind.make(values);
}

inline Organisation make_organisation(std::uint32_t headcount, TieShape shape, Numbers numbers, Stream& stream) {
    OrganisationPlan plan;
    plan.name = "Example";
    plan.shape = shape;
    std::uint32_t const departments = headcount < 3 ? 1 : 3;
    for (std::uint32_t d = 0; d < departments; ++d) {
        DepartmentPlan& department = plan.departments.emplace_back();
        department.name = std::string(1, char('A' + d));
        department.headcount = headcount / departments + (d < headcount % departments ? 1 : 0);
        if (numbers == Numbers::usual) continue;
        department.relation_substitutability = pick({0, 1}, 0, numbers, stream);
        department.data_substitutability = pick({0, 1}, 0, numbers, stream);
        for (std::size_t k = 0; k < trait_count; ++k)
            department.trait[k] = UniformDistribution{trait_specs()[k].range.low, trait_specs()[k].range.high};
    }
    for (OrganisationSpec const& spec : organisation_specs())
        if (spec.member != &OrganisationPlan::contacts)  // hardly anyone knows everyone
            plan.*spec.member = pick(spec.parameter.range, spec.parameter.default_value, numbers, stream);
    plan.contacts = 4.0;
    return generate(plan, Stream(stream.word(), 0, purpose("organisation")));
}

inline Settings make_settings(std::uint16_t departments, Numbers numbers, Stream& stream) {
    Settings settings;
    for (SettingSpec const& spec : setting_specs())
        settings.*spec.member = float(pick(spec.parameter.range, spec.parameter.default_value, numbers, stream));
    bool const usual = numbers == Numbers::usual;
    for (std::uint32_t k = 0, count = usual ? 2 : stream.below(4); k < count; ++k) {
        Initiative& initiative = settings.initiatives.emplace_back();
        initiative.name = std::to_string(k);
        for (InitiativeSpec const& spec : initiative_specs())
            initiative.*spec.member = float(pick(spec.parameter.range, spec.parameter.default_value, numbers, stream));
        initiative.start_week = float(20 * k);
    }
    for (std::size_t kind = 0; kind < shock_names().size(); ++kind) {
        Shock& shock = settings.shocks.emplace_back(Shock{.kind = ShockKind(kind)});
        for (ShockSpec const& spec : shock_specs())
            shock.*spec.member = float(pick(spec.parameter.range, spec.parameter.default_value, numbers, stream));
        if (!usual && stream.below(2) == 0) shock.week = int(stream.below(30));  // planned; else by its hazard
    }
    settings.rule = usual ? DecisionRule::committee : DecisionRule(stream.below(std::uint32_t(decision_rule_names().size())));
    settings.start_stage = usual ? Stage::unaware : Stage(int(stream.below(std::uint32_t(stage_names().size()))) - 1);
    settings.marketing = 0;
    settings.sales = std::uint16_t(departments - 1);
    return settings;
}

inline Step make_step(MechanismKind const& kind, Numbers numbers, Stream& stream) {
    return {.name = std::string(kind.plugin.key),
            .access = kind.plugin.access,
            .mechanism = kind.make(pick_parameters(kind.plugin, numbers, stream))};
}

// What an intervention waits for: some outcome somewhere in the middle of its values.
inline Watch pick_watch(Stream& stream) {
    auto const outcomes = outcome_catalogue();
    return {.outcome = outcomes[stream.below(std::uint32_t(outcomes.size()))],
            .above = stream.below(2) == 0,
            .level = 0.31f,
            .first_check = int(stream.below(10)),
            .last_check = 1000,
            .for_weeks = int(stream.below(20))};
}

// For everyone, or for a part of the people; over the whole of what a scenario may ask, in some histories sooner than in others.
inline Step make_step(InterventionKind const& kind, std::uint32_t headcount, Numbers numbers, Stream& stream) {
    Step step{.name = std::string(kind.plugin.key),
              .access = kind.plugin.access,
              .intervention = kind.make(pick_parameters(kind.plugin, numbers, stream))};
    step.intensity.resize(headcount);
    for (float& intensity : step.intensity) intensity = float(pick({0, 1}, 0.5, numbers, stream));
    step.weekly_cost = 1;
    step.cost_per_head = 0.1f;
    step.credibility = float(pick({-0.03, 0.03}, 0.001, numbers, stream));
    step.mistiming_cost = kind.timing ? float(pick({0, 0.03}, 0.005, numbers, stream)) : 0.0f;
    step.timing = kind.timing;
    step.from_week = int(stream.below(10));
    step.until_week = step.from_week + 30;
    if (numbers == Numbers::usual) return step;
    step.who = Who(stream.below(std::uint32_t(std::size(who_names))));
    if (stream.below(2) == 0)
        step.top = {1 + int(stream.below(5)), Ranking(stream.below(std::uint32_t(std::size(ranking_names))))};
    if (stream.below(3) == 0) step.watch = pick_watch(stream);
    step.sight = Sight(stream.below(std::uint32_t(std::size(sight_names))));
    step.survey_error = float(pick({0, 2}, 0.2, numbers, stream));
    step.build_up = float(pick({0.01, 1}, 1, numbers, stream));
    step.fade = float(pick({0.01, 1}, 1, numbers, stream));
    step.burden = float(pick({0, 1}, 0, numbers, stream));
    step.working_time = float(pick({0, 1}, 0, numbers, stream));
    return step;
}

// Every mechanism and every intervention of the catalogues, in the order of the week.
inline std::vector<Step> make_steps(std::uint32_t headcount, Numbers numbers, Stream& stream) {
    std::vector<Step> steps;
    for (MechanismKind const* mechanism : mechanism_catalogue()) {
        steps.push_back(make_step(*mechanism, numbers, stream));
        if (!mechanism->interventions_follow) continue;
        for (InterventionKind const* intervention : intervention_catalogue())
            steps.push_back(make_step(*intervention, headcount, numbers, stream));
    }
    return steps;
}

inline Situation make_situation(std::uint32_t headcount, TieShape shape, Numbers numbers, std::uint32_t seed) {
    Stream stream(seed, headcount, purpose("test: laws"));
    Situation situation;
    situation.name = std::to_string(headcount) + "_" + std::string(tie_shape_names()[std::size_t(shape)]) +
                     (numbers == Numbers::usual ? "_usual_" : "_anywhere_") + std::to_string(seed);
    situation.seed = seed;
    Block& block = situation.block;
    block.number = seed;
    block.organisation = std::make_shared<Organisation const>(make_organisation(headcount, shape, numbers, stream));
    block.settings = make_settings(std::uint16_t(block.organisation->departments.size()), numbers, stream);
    block.steps = make_steps(headcount, numbers, stream);
    return situation;
}

inline std::vector<Situation> make_situations() {
    std::vector<Situation> situations;
    for (std::uint32_t const headcount : {1u, 2u, 3u, 5u, 17u, 60u})
        for (TieShape const shape : {TieShape::acquaintances, TieShape::none, TieShape::ring, TieShape::complete})
            for (std::uint32_t seed = 1; seed <= 12; ++seed)
                situations.push_back(make_situation(headcount, shape, seed <= 2 ? Numbers::usual : Numbers::anywhere, seed));
    return situations;
}

inline std::vector<Situation> const& situations() {
    static std::vector<Situation> const made = make_situations();
    return made;
}

inline History start(Situation const& situation) { return History(*situation.block.organisation, situation.block.settings); }

inline void live(Situation const& situation, std::vector<Step> const& steps, History& history, int from_week, int until_week) {
    Chance const chance(situation.seed, situation.block.number);
    std::vector<Deployment> progress(steps.size());
    for (int number = from_week; number < until_week; ++number) {
        Week week(*situation.block.organisation, situation.block.settings, chance, history, number);
        run_week(steps, progress, week, history);
    }
}

inline void live(Situation const& situation, History& history, int weeks) {
    live(situation, situation.block.steps, history, 0, weeks);
}

inline bool same_bits(std::span<Worlds const> a, std::span<Worlds const> b) {
    return std::ranges::equal(std::as_bytes(a), std::as_bytes(b));
}

// Names of the columns whose bits differ, but for those in `aside`.
inline std::string differing_columns(History const& a, History const& b, std::span<Column const> aside = {}) {
    std::string names;
    for (ColumnSpec const& spec : column_specs()) {
        bool const counts = std::ranges::find(aside, spec.column) == aside.end();
        if (counts && !same_bits(a[spec.column], b[spec.column])) names += (names.empty() ? "" : ", ") + std::string(spec.name);
    }
    return names;
}

// What one plug-in may change.
inline std::vector<Column> changed_by(Access const& access) {
    std::vector<Column> columns(access.writes.begin(), access.writes.end());
    columns.insert(columns.end(), access.updates.begin(), access.updates.end());
    return columns;
}

// For tests that run once for every entry of a catalogue.
constexpr auto key_of = [](auto const& tried) { return std::string(tried.param->plugin.key); };

}  // namespace micropol::laws
