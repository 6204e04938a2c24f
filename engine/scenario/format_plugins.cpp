// Mechanisms, interventions, strategies and outcomes, from the records of those that exist.

#include "scenario/format.h"

namespace micropol {

namespace {

using Interventions = std::vector<InterventionSection>& (*)(Scenario&);

Field mechanism_field(PluginSpec const& plugin) {
    Field on{.key = "on",
             .kind = Kind::flag,
             .description = "whether it takes part; what it writes otherwise keeps its neutral value",
             .default_value = scalar("on"),
             .store = [](Scenario& s, Value const& v) { s.mechanisms.back().on = v.flag; }};
    Field mechanism{
        .key = std::string(plugin.key), .description = std::string(plugin.description), .fields = {on}, .single_means = "on"};
    mechanism.store = [key = mechanism.key](Scenario& s, Value const& v) { s.mechanisms.push_back({key, true, {}, v.place}); };
    for (ParameterSpec const& spec : plugin.parameters)
        mechanism.fields.push_back(number_field(spec, [name = std::string(spec.name)](Scenario& s, Value const& v) {
            if (v.given) s.mechanisms.back().parameters.push_back({name, v.number});
        }));
    return mechanism;
}

// path: "levers.training."
std::vector<Field> numbers_of_levers(std::string const& path, std::span<ParameterSpec const> parameters) {
    std::vector<Field> fields;
    for (ParameterSpec const& spec : parameters)
        fields.push_back(number_field(spec, [path = path + std::string(spec.name)](Scenario& s, Value const& v) {
            if (v.given) s.settings.push_back({path, v.number});
        }));
    return fields;
}

Field levers_field(KnownPlugins const& known) {
    Field levers{.key = "levers",
                 .description = "what levers, and sorts of levers, do and cost in every intervention that does not say it itself",
                 .only_if_given = true};
    for (LeverNumbers const& numbers : known.lever_numbers) {
        if (numbers.key.empty()) {
            levers.fields = numbers_of_levers("levers.", numbers.parameters);
            continue;
        }
        levers.fields.push_back({.key = std::string(numbers.key),
                                 .description = std::string(numbers.description),
                                 .fields = numbers_of_levers("levers." + std::string(numbers.key) + '.', numbers.parameters),
                                 .only_if_given = true,
                                 .described_elsewhere = true});
    }
    return levers;
}

// A list where the word `all` stands for everyone.
Field everyone_list(std::string key, std::string description, Field entry) {
    entry.identifies = true;
    return {.key = std::move(key),
            .kind = Kind::list,
            .description = std::move(description),
            .default_value = scalar("all"),
            .range = {0, 10000},
            .fields = {std::move(entry)},
            .all_allowed = true};
}

// The parts of an intervention that a history decides.
Field top_field(Interventions interventions) {
    Field number{
        .key = "number",
        .kind = Kind::whole,
        .description = "how many",
        .required = true,
        .unit = Unit::employees,
        .range = {1, most_employees},
        .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().target.top.number = int(v.whole); }};
    return {.key = "top",
            .description = "of all these only the first so many, chosen in each history by its state; left out, everyone",
            .fields = {number, choice_field("by", "what ranks them", ranking_names, "power",
                                            [interventions](Scenario& s, Value const& v) {
                                                interventions(s).back().target.top.by = Ranking(v.choice);
                                            })},
            .only_if_given = true,
            .single_means = "number"};
}

Field who_field(Interventions interventions) {
    return choice_field("who", "of those in the lists, whom the history has made this by now", who_names, "all",
                        [interventions](Scenario& s, Value const& v) { interventions(s).back().target.who = Who(v.choice); });
}

Field sight_field(Interventions interventions) {
    return choice_field(
        "sight",
        "by what losers, winners, opponents, supporters and the most opposed are told: what they voice and can do, what "
        "they answer in a survey (with an error, at a cost), or what is true, which nobody sees",
        sight_names, std::string(sight_names[std::size_t(Target{}.sight)]),
        [interventions](Scenario& s, Value const& v) { interventions(s).back().target.sight = Sight(v.choice); });
}

Field trigger_field(KnownPlugins const& known, Interventions interventions) {
    auto const trigger_of = [interventions](Scenario& s) -> Trigger& { return *interventions(s).back().when; };
    Field outcome{.key = "outcome",
                  .kind = Kind::choice,
                  .description = "key of the outcome that is looked at, in each history, at the end of a week",
                  .required = true,
                  .store = [trigger_of](Scenario& s, Value const& v) { trigger_of(s).outcome = v.text; }};
    for (PluginSpec const* plugin : known.outcomes) outcome.choices.emplace_back(plugin->key);
    auto const level = [trigger_of](std::string key, std::string description, std::optional<double> Trigger::*member) {
        return Field{.key = std::move(key),
                     .kind = Kind::amount,
                     .description = std::move(description),
                     .range = {-1e9, 1e9},
                     .store = [trigger_of, member](Scenario& s, Value const& v) {
                         trigger_of(s).*member = std::get<double>(v.number.value);
                     }};
    };
    auto const week = [trigger_of](std::string key, std::string description, std::optional<int> Trigger::*member) {
        return Field{.key = std::move(key),
                     .kind = Kind::whole,
                     .description = std::move(description),
                     .unit = Unit::weeks,
                     .range = {0, longest_horizon},
                     .store = [trigger_of, member](Scenario& s, Value const& v) { trigger_of(s).*member = int(v.whole); }};
    };
    Field for_weeks{.key = "for_weeks",
                    .kind = Kind::whole,
                    .description = "how long it then stays in force; left out, to the end of its window",
                    .unit = Unit::weeks,
                    .range = {1, longest_horizon},
                    .store = [trigger_of](Scenario& s, Value const& v) { trigger_of(s).for_weeks = int(v.whole); }};
    return {
        .key = "when",
        .description =
            "what it waits for, in each history: it comes into force in the week after, once; left out, it waits for "
            "nothing",
        .fields = {outcome, level("below", "it comes where the outcome is below this, in the outcome's unit", &Trigger::below),
                   level("above", "it comes where the outcome is above this, in the outcome's unit", &Trigger::above),
                   week("at_week", "the one week in which the outcome is looked at", &Trigger::at_week),
                   week("from_week", "the first week in which it is looked at; left out, all are", &Trigger::from_week),
                   for_weeks},
        .only_if_given = true,
        .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().when.emplace().place = v.place; }};
}

Field target_field(Interventions interventions) {
    Field department = text_field("department", "name of a department", 200, [interventions](Scenario& s, Value const& v) {
        interventions(s).back().target.departments.push_back(v.text);
    });
    department.is_department = true;
    Field level{
        .key = "level",
        .kind = Kind::whole,
        .description = "level in the hierarchy; 0 are people without reports",
        .unit = Unit::code,
        .range = {0, 20},
        .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().target.levels.push_back(int(v.whole)); }};
    Field person = text_field("person", "id of a person", 200, [interventions](Scenario& s, Value const& v) {
        interventions(s).back().target.people.push_back(v.text);
    });
    return {
        .key = "target",
        .description = "whom it is for: those in all of the lists; a bare name or list stands for departments",
        .fields = {everyone_list("departments", "names of departments", department),
                   everyone_list("levels", "levels in the hierarchy", level), everyone_list("people", "ids of people", person),
                   who_field(interventions), sight_field(interventions), top_field(interventions)},
        .single_means = "departments",
        .list_means = "departments",
        .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().target.place = v.place; }};
}

Field intervention_field(KnownPlugins const& known, Interventions interventions) {
    Field lever{.key = "lever",
                .kind = Kind::choice,
                .description = "what is done",
                .required = true,
                .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().key = v.text; }};
    Field on{.key = "on",
             .kind = Kind::flag,
             .description = "whether it is there at all",
             .default_value = scalar("on"),
             .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().on = v.flag; }};
    Field from{.key = "from_week",
               .kind = Kind::whole,
               .description = "first week in force",
               .default_value = scalar("0"),
               .unit = Unit::weeks,
               .range = {0, longest_horizon},
               .source = std::string(assumed),
               .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().from_week = int(v.whole); }};
    Field until{.key = "until_week",
                .kind = Kind::whole,
                .description = "first week no longer in force; left out, it stays to the end",
                .unit = Unit::weeks,
                .range = {1, longest_horizon},
                .store = [interventions](Scenario& s, Value const& v) { interventions(s).back().until_week = int(v.whole); }};
    Field intervention{
        .key = "intervention",
        .description = "a lever pulled for some people for some weeks",
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
        on,
        target_field(interventions),
        number_field(intensity_spec,
                     [interventions](Scenario& s, Value const& v) { interventions(s).back().intensity = v.number; }),
        from,
        until,
        trigger_field(known, interventions)};
    return intervention;
}

Field interventions_field(KnownPlugins const& known, std::string description, Interventions interventions) {
    return {.key = "interventions",
            .kind = Kind::list,
            .description = std::move(description),
            .default_value = list({}),
            .range = {0, 1000},
            .fields = {intervention_field(known, interventions)}};
}

Field strategies_field(KnownPlugins const& known) {
    Field interventions = interventions_field(
        known, "what this strategy does, on top of the scenario's own interventions",
        [](Scenario & s) -> auto& { return s.strategies.back().interventions; });
    interventions.described_elsewhere = true;
    Field strategy{.key = "strategy",
                   .description = "a named list of interventions",
                   .fields = {text_field("meaning", "the idea behind it", 5000,
                                         [](Scenario& s, Value const& v) { s.strategies.back().meaning = v.text; }),
                              interventions},
                   .store = [](Scenario& s, Value const& v) {
                       s.strategies.push_back({v.name, "", {}, v.place});
                   }};
    return {.key = "strategies",
            .kind = Kind::named,
            .description = "strategies to compare, by name",
            .default_value = map(),
            .range = {0, 1000},
            .fields = {strategy}};
}

}  // namespace

std::vector<Field> plugin_format(KnownPlugins const& known) {
    Field mechanisms{.key = "mechanisms", .description = "how people and the organisation work; each is on unless it says off"};
    for (PluginSpec const* plugin : known.mechanisms) mechanisms.fields.push_back(mechanism_field(*plugin));

    Field interventions = interventions_field(
        known, "what is done in every strategy", [](Scenario & s) -> auto& { return s.interventions; });

    Field outcome{.key = "outcome",
                  .kind = Kind::choice,
                  .description = "key of an outcome",
                  .identifies = true,
                  .store = [](Scenario& s, Value const& v) { s.outcomes.push_back(v.text); }};
    for (PluginSpec const* plugin : known.outcomes) outcome.choices.emplace_back(plugin->key);
    Field outcomes = everyone_list("outcomes", "what is measured each week", outcome);
    return {mechanisms, levers_field(known), interventions, strategies_field(known), outcomes};
}

}  // namespace micropol
