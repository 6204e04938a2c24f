#include <algorithm>

#include "model/model.h"
#include "organisation/privacy.h"

namespace micropol {

std::vector<double> Model::draw_numbers(std::uint32_t block) const {
    std::vector<double> values;
    values.reserve(numbers_.size());
    for (Assumption const& number : numbers_) {
        Stream stream(scenario_.seed, block, purpose(number.path));
        values.push_back(sample(number.value, number.range, stream));
    }
    return values;
}

Organisation Model::make_organisation(std::uint32_t block, std::vector<double> const& numbers) const {
    OrganisationPlan plan = scenario_.plan;
    std::size_t at = first_organisation_;
    for (OrganisationSpec const& spec : organisation_specs()) plan.*spec.member = numbers[at++];
    Stream const stream(scenario_.seed, block, purpose("organisation"));
    Organisation made = imported_ ? fill(*imported_, plan, stream) : generate(plan, stream);
    if (imported_ && !scenario_.privacy.names_shown) hide_names(made, scenario_.privacy.smallest_group);
    if (!scenario_.silenced.empty()) silence(made, scenario_.silenced);
    return made;
}

Settings Model::make_settings(std::vector<double> const& numbers) const {
    Settings settings;
    std::size_t at = first_setting_;
    for (SettingSpec const& spec : setting_specs()) settings.*spec.member = float(numbers[at++]);
    for (InitiativeSection const& section : scenario_.initiatives) {
        Initiative initiative{.name = section.name};
        for (InitiativeSpec const& spec : initiative_specs()) initiative.*spec.member = float(numbers[at++]);
        settings.initiatives.push_back(std::move(initiative));
    }
    for (ShockSection const& section : scenario_.shocks) {
        Shock shock{.kind = section.kind, .week = section.week};
        for (ShockSpec const& spec : shock_specs()) shock.*spec.member = float(numbers[at++]);
        settings.shocks.push_back(shock);
    }
    std::ranges::stable_sort(settings.initiatives, {}, &Initiative::start_week);
    settings.rule = scenario_.rule;
    settings.start_stage = scenario_.start_stage;
    settings.marketing = marketing_;
    settings.sales = sales_;
    return settings;
}

std::vector<float> Model::intensity_of(InterventionUse const& use, Organisation const& organisation, double targeted) const {
    Target const& target = use.section.target;
    auto const listed_in = [](auto const& list, auto const& value) {
        return list.empty() || std::ranges::find(list, value) != list.end();
    };
    auto const is_named = [&](std::uint32_t i) {
        return target.people.empty() ||
               std::ranges::any_of(target.people, [&](std::string const& name) { return organisation.answers_to(i, name); });
    };
    std::vector<float> intensity(organisation.headcount());
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i)
        if (listed_in(target.departments, organisation.departments[organisation.department[i]].name) &&
            listed_in(target.levels, int(organisation.level[i])) && is_named(i))
            intensity[i] = float(targeted);
    return intensity;
}

Watch Model::watch_of(InterventionSection const& section) const {
    Trigger const& when = *section.when;
    auto const catalogue = outcome_catalogue();
    Watch watch{.outcome = *std::ranges::find(catalogue, when.outcome, [](OutcomeKind const* kind) { return kind->plugin.key; }),
                .above = when.above.has_value(),
                .level = float(when.above ? *when.above : *when.below),
                .for_weeks = when.for_weeks};
    // What is seen at the end of one week is acted on in the next.
    watch.first_check = when.at_week.value_or(std::max(when.from_week.value_or(0), section.from_week - 1));
    watch.last_check = when.at_week.value_or(scenario_.weeks);
    return watch;
}

Step Model::make_step(InterventionUse const& use, Organisation const& organisation, Parameters const& given,
                      double intensity) const {
    InterventionSection const& section = use.section;
    Step step{.name = "intervention " + section.key,
              .access = use.kind->plugin.access,
              .intervention = use.kind->make(given),
              .intensity = intensity_of(use, organisation, intensity),
              .who = section.target.who,
              .top = section.target.top,
              .from_week = section.from_week,
              .until_week = section.until_week > 0 ? section.until_week : scenario_.weeks,
              .weekly_cost = given["weekly_cost"],
              .cost_per_head = given["cost_per_head"],
              .credibility = given["credibility"] * float(intensity),
              .timing = use.kind->timing};
    if (step.timing) step.mistiming_cost = given["mistiming_cost"] * float(intensity);
    if (section.when) step.watch = watch_of(section);
    return step;
}

Block Model::block(std::uint32_t number) const {
    std::vector<double> const numbers = draw_numbers(number);
    Block block;
    block.number = number;
    block.organisation = std::make_shared<Organisation const>(make_organisation(number, numbers));
    block.settings = make_settings(numbers);
    for (std::size_t k = 0; k < numbers_.size(); ++k)
        if (is_uncertain(numbers_[k])) block.drawn.push_back(numbers[k]);

    auto const parameters_from = [&](std::span<ParameterSpec const> specs, std::size_t first) {
        Parameters given(specs);
        for (std::size_t k = 0; k < specs.size(); ++k) given.set(specs[k].name, numbers[first + k]);
        return given;
    };
    for (auto const& [kind, first] : mechanisms_) {
        block.steps.push_back({.name = std::string(kind->plugin.key),
                               .access = kind->plugin.access,
                               .mechanism = kind->make(parameters_from(kind->plugin.parameters, first))});
        if (kind->phase != Phase::levers) continue;
        // Interventions act on levers right after these were set back.
        for (InterventionUse const& use : interventions_) {
            if (!use.section.on) continue;
            block.steps.push_back(make_step(use, *block.organisation,
                                            parameters_from(use.kind->plugin.parameters, use.first_parameter),
                                            numbers[use.intensity]));
        }
    }
    return block;
}

}  // namespace micropol
