// Transformation, culture, governance, performance, shocks and success: most of it is the table of settings.

#include "scenario/format.h"

namespace micropol {

namespace {

Field setting_group(std::string const& key, std::string description) {
    Field group{.key = key, .description = std::move(description)};
    for (SettingSpec const& spec : setting_specs()) {
        if (spec.group != key) continue;
        std::string path = key + "." + std::string(spec.parameter.name);
        group.fields.push_back(number_field(spec.parameter, [path](Scenario& s, Value const& v) {
            if (v.given) s.settings.push_back({path, v.number});
        }));
    }
    return group;
}

Field initiatives_field() {
    Field initiative{
        .key = "initiative",
        .description = "one step of the transformation, such as a CRM system",
        .fields = {name_field("what people call it", [](Scenario& s, Value const& v) { s.initiatives.back().name = v.text; })},
        .store = [](Scenario& s, Value const& v) {
            s.initiatives.push_back({"", {}, v.place});
        }};
    for (InitiativeSpec const& spec : initiative_specs()) {
        std::string name(spec.parameter.name);
        initiative.fields.push_back(number_field(spec.parameter, [name](Scenario& s, Value const& v) {
            if (v.given) s.initiatives.back().numbers.push_back({name, v.number});
        }));
    }
    Node usual = map();
    usual.add("name", scalar("Transformation"));
    return {.key = "initiatives",
            .kind = Kind::list,
            .description = "what is to be introduced, in the order of the starts",
            .default_value = list({usual}),
            .range = {0, 100},
            .fields = {initiative}};
}

Field shocks_field() {
    Field kind = choice_field("kind", "what happens", shock_names(), "",
                              [](Scenario& s, Value const& v) { s.shocks.back().kind = ShockKind(v.choice); });
    kind.default_value = {};
    kind.source = {};
    kind.required = true;
    Field week{.key = "week",
               .kind = Kind::whole,
               .description = "week in which it happens for certain; left out, it happens by its hazard",
               .unit = Unit::weeks,
               .range = {0, longest_horizon},
               .store = [](Scenario& s, Value const& v) { s.shocks.back().week = int(v.whole); }};
    Field shock{.key = "shock",
                .description = "something that comes from outside",
                .fields = {kind, week},
                .store = [](Scenario& s, Value const& v) { s.shocks.emplace_back().place = v.place; }};
    for (ShockSpec const& spec : shock_specs()) {
        std::string name(spec.parameter.name);
        shock.fields.push_back(number_field(spec.parameter, [name](Scenario& s, Value const& v) {
            if (v.given) s.shocks.back().numbers.push_back({name, v.number});
        }));
    }
    return {.key = "shocks",
            .kind = Kind::list,
            .description = "what may come from outside",
            .default_value = list({}),
            .range = {0, 100},
            .fields = {shock}};
}

Field department_of_rule(std::string key, std::string default_value, std::string Scenario::*member) {
    Field field = text_field(
        std::move(key),
        "the department of that name, or several with semicolons between: it decides where the rule is of that name, and leads pass from "
        "Marketing to Sales",
        1000, [member](Scenario& s, Value const& v) { s.*member = v.text; });
    field.default_value = scalar(std::move(default_value));
    return field;
}

}  // namespace

std::vector<Field> situation_format() {
    Field transformation = setting_group("transformation", "what is to change, and how it is introduced");
    transformation.required = true;
    transformation.fields.push_back(
        choice_field("start_stage", "how far everyone has come with the first initiative when it starts", stage_names(),
                     "unaware", [](Scenario& s, Value const& v) { s.start_stage = Stage(int(v.choice) - 1); }));
    transformation.fields.push_back(initiatives_field());

    Field culture = setting_group("culture", "how people deal with one another here");

    Field governance = setting_group("governance", "who decides, and how hard the top pushes");
    governance.fields.push_back(choice_field("rule", "who decides on funding and the next initiative once the data are in",
                                             decision_rule_names(), "committee",
                                             [](Scenario& s, Value const& v) { s.rule = DecisionRule(v.choice); }));
    Scenario const untouched;
    governance.fields.push_back(department_of_rule("marketing_department", untouched.marketing, &Scenario::marketing));
    governance.fields.push_back(department_of_rule("sales_department", untouched.sales, &Scenario::sales));

    Field performance = setting_group("performance", "what counts in the work, and what is paid for");

    Field success = setting_group("success", "when a history counts as a success");
    return {transformation, culture, governance, performance, shocks_field(), success};
}

}  // namespace micropol
