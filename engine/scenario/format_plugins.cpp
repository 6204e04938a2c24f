// Mechanisms, interventions, strategies and outcomes, from the records of those that exist.

#include "scenario/format.h"

namespace micropol {

namespace {

using Interventions = std::vector<InterventionSection>& (*)(Scenario&);

Field mechanism_field(PluginSpec const& plugin) {
    Field on{.key = "on",
             .kind = Kind::flag,
             .meaning = "whether it takes part; what it writes otherwise keeps its neutral value",
             .usual = scalar("on"),
             .store = [](Scenario& s, Value const& v) { s.mechanisms.back().on = v.flag; }};
    Field mechanism{.key = std::string(plugin.key), .meaning = std::string(plugin.meaning), .fields = {on}, .single_means = "on"};
    mechanism.store = [key = mechanism.key](Scenario& s, Value const& v) { s.mechanisms.push_back({key, true, {}, v.place}); };
    for (ParameterSpec const& spec : plugin.parameters)
        mechanism.fields.push_back(number_field(spec, [name = std::string(spec.name)](Scenario& s, Value const& v) {
            if (v.given) s.mechanisms.back().parameters.push_back({name, v.number});
        }));
    return mechanism;
}

// A list where the word `all` stands for everyone.
Field everyone_list(std::string key, std::string meaning, Field entry) {
    entry.identifies = true;
    return {.key = std::move(key),
            .kind = Kind::list,
            .meaning = std::move(meaning),
            .usual = scalar("all"),
            .range = {0, 10000},
            .fields = {std::move(entry)},
            .all_allowed = true};
}

Field target_field(Interventions interventions) {
    Field department = text_field("department", "name of a department", 200, [interventions](Scenario& s, Value const& v) {
        interventions(s).back().target.departments.push_back(v.text);
    });
    department.is_department = true;
    Field level{
        .key = "level",
        .kind = Kind::whole,
        .meaning = "level in the hierarchy; 0 are people without reports",
        .unit = Unit::code,
        .range = {0, 20},
        .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().target.levels.push_back(int(v.whole)); }};
    Field person = text_field("person", "id of a person", 200, [interventions](Scenario& s, Value const& v) {
        interventions(s).back().target.people.push_back(v.text);
    });
    return {
        .key = "target",
        .meaning = "whom it is for: those in all of the lists; a bare name or list stands for departments",
        .fields = {everyone_list("departments", "names of departments", department),
                   everyone_list("levels", "levels in the hierarchy", level), everyone_list("people", "ids of people", person)},
        .single_means = "departments",
        .list_means = "departments",
        .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().target.place = v.place; }};
}

Field intervention_field(KnownPlugins const& known, Interventions interventions) {
    Field lever{.key = "lever",
                .kind = Kind::choice,
                .meaning = "what is done",
                .required = true,
                .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().key = v.text; }};
    Field from{.key = "from_week",
               .kind = Kind::whole,
               .meaning = "first week in force",
               .usual = scalar("0"),
               .unit = Unit::weeks,
               .range = {0, longest_horizon},
               .source = std::string(assumed),
               .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().from_week = int(v.whole); }};
    Field until{.key = "until_week",
                .kind = Kind::whole,
                .meaning = "first week no longer in force; left out, it stays to the end",
                .unit = Unit::weeks,
                .range = {1, longest_horizon},
                .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().until_week = int(v.whole); }};
    Field intervention{
        .key = "intervention",
        .meaning = "a lever pulled for some people for some weeks",
        .store = [interventions](Scenario& s, Value const& v) { interventions(s).emplace_back().place = v.place; }};
    for (PluginSpec const* plugin : known.interventions) {
        lever.choices.emplace_back(plugin->key);
        Field::Variant& variant = intervention.variants.emplace_back(Field::Variant{std::string(plugin->key), {}});
        for (ParameterSpec const& spec : plugin->parameters)
            variant.fields.push_back(
                number_field(spec, [interventions, name = std::string(spec.name)](Scenario& s, Value const& v) {
                    if (v.given) interventions(s).back().parameters.push_back({name, v.number});
                }));
    }
    intervention.fields = {
        lever,
        target_field(interventions),
        number_field(intensity_spec,
                     [interventions](Scenario& s, Value const& v) { interventions(s).back().intensity = v.number; }),
        from,
        until,
        number_field(weekly_cost_spec,
                     [interventions](Scenario& s, Value const& v) { interventions(s).back().weekly_cost = v.number; })};
    return intervention;
}

Field interventions_field(KnownPlugins const& known, std::string meaning, Interventions interventions) {
    return {.key = "interventions",
            .kind = Kind::list,
            .meaning = std::move(meaning),
            .usual = list({}),
            .range = {0, 1000},
            .fields = {intervention_field(known, interventions)}};
}

Field strategies_field(KnownPlugins const& known) {
    Field interventions = interventions_field(
        known, "what this strategy does, on top of the scenario's own interventions",
        [](Scenario & s) -> auto& { return s.strategies.back().interventions; });
    interventions.described_elsewhere = true;
    Field strategy{.key = "strategy",
                   .meaning = "a named list of interventions",
                   .fields = {text_field("meaning", "the idea behind it", 5000,
                                         [](Scenario& s, Value const& v) { s.strategies.back().meaning = v.text; }),
                              interventions},
                   .store = [](Scenario& s, Value const& v) {
                       s.strategies.push_back({v.name, "", {}, v.place});
                   }};
    return {.key = "strategies",
            .kind = Kind::named,
            .meaning = "strategies to compare, by name",
            .usual = map(),
            .range = {0, 1000},
            .fields = {strategy}};
}

}  // namespace

std::vector<Field> plugin_format(KnownPlugins const& known) {
    Field mechanisms{.key = "mechanisms", .meaning = "how people and the organisation work; each is on unless it says off"};
    for (PluginSpec const* plugin : known.mechanisms) mechanisms.fields.push_back(mechanism_field(*plugin));

    Field interventions = interventions_field(
        known, "what is done in every strategy", [](Scenario & s) -> auto& { return s.interventions; });

    Field outcome{.key = "outcome",
                  .kind = Kind::choice,
                  .meaning = "key of an outcome",
                  .identifies = true,
                  .store = [](Scenario& s, Value const& v) { s.outcomes.push_back(v.text); }};
    for (PluginSpec const* plugin : known.outcomes) outcome.choices.emplace_back(plugin->key);
    Field outcomes = everyone_list("outcomes", "what is measured each week", outcome);
    return {mechanisms, interventions, strategies_field(known), outcomes};
}

}  // namespace micropol
