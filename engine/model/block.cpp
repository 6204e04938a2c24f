#include <algorithm>

#include "base/scalar_math.h"
#include "model/model.h"
#include "organisation/privacy.h"

namespace micropol {

std::vector<double> Model::draw_numbers(std::uint32_t block) const {
    std::vector<double> values;
    values.reserve(numbers_.size());
    std::span<double const> const given = given_ ? given_->of_block(block) : std::span<double const>{};
    for (std::size_t k = 0; k < numbers_.size(); ++k) {
        Assumption const& number = numbers_[k];
        if (given_as_[k]) {
            values.push_back(std::clamp(given[*given_as_[k]], number.range.low, number.range.high));
            continue;
        }
        Stream stream(scenario_.seed, block, purpose(number.path));
        values.push_back(sample(number.value, number.range, stream));
    }
    return values;
}

OrganisationPlan Model::plan_with(std::vector<double> const& numbers) const {
    OrganisationPlan plan = scenario_.plan;
    for (auto const& [position, member] : plan_numbers_) plan.*member = numbers[position];
    return plan;
}

Stream Model::chance_of_organisation(std::uint32_t block) const { return Stream(scenario_.seed, block, purpose("organisation")); }

Organisation Model::make_posts(std::uint32_t block, std::vector<double> const& numbers) const {
    return imported_ ? make_organisation(block, numbers) : generate_posts(plan_with(numbers), chance_of_organisation(block));
}

Organisation Model::make_organisation(std::uint32_t block, std::vector<double> const& numbers) const {
    OrganisationPlan const plan = plan_with(numbers);
    Stream const stream = chance_of_organisation(block);
    Organisation made = imported_ ? fill(*imported_, plan, stream) : generate(plan, stream);
    if (imported_ && !scenario_.privacy.names_shown) hide_names(made, scenario_.privacy.smallest_group);
    if (!scenario_.silenced.empty()) silence(made, scenario_.silenced);
    return made;
}

Settings Model::make_settings(std::vector<double> const& numbers) const {
    Settings settings;
    for (InitiativeSection const& section : scenario_.initiatives) settings.initiatives.push_back({.name = section.name});
    for (ShockSection const& section : scenario_.shocks) settings.shocks.push_back({.kind = section.kind, .week = section.week});
    for (auto const& [position, member] : setting_numbers_) member(settings) = float(numbers[position]);
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

std::vector<double> Model::values_of(InterventionUse const& use, std::vector<double> const& numbers) const {
    std::vector<double> values;
    for (std::size_t const position : use.parameters) values.push_back(numbers[position]);
    // The effects come first, one for each lever that is raised.
    for (std::size_t k = 0; optimism_ && k < use.kind->plugin.access.updates.size(); ++k) {
        Range const range = use.kind->plugin.parameters[k].range;
        if (!numbers_[use.parameters[k]].given) values[k] = std::clamp(values[k] * numbers[*optimism_], range.low, range.high);
    }
    return values;
}

Step Model::make_step(InterventionUse const& use, Organisation const& organisation, std::vector<double> const& numbers) const {
    InterventionSection const& section = use.section;
    std::vector<double> const values = values_of(use, numbers);
    double const intensity = numbers[use.intensity];
    Costs const costs = use.kind->costs_in(values);
    auto const survey = [&](std::string_view what) {
        auto const path = "mechanisms.levers.survey_" + std::string(what);
        return float(numbers[std::size_t(std::ranges::find(numbers_, path, &Assumption::path) - numbers_.begin())]);
    };
    Manner const manner = use.kind->manner_in(values);
    Step step{.name = "intervention " + section.key,
              .access = use.kind->plugin.access,
              .intervention = use.kind->make(values),
              .intensity = intensity_of(use, organisation, intensity),
              .who = section.target.who,
              .top = section.target.top,
              .sight = section.target.sight,
              .survey_error = survey("error"),
              .survey_cost = survey("cost"),
              .from_week = section.from_week,
              .until_week = section.until_week > 0 ? section.until_week : scenario_.weeks,
              .build_up = float(pace_of(manner.build_up)),
              .fade = float(pace_of(manner.fade)),
              .burden = float(manner.burden),
              .working_time = float(costs.working_time),
              .weekly_cost = float(costs.weekly_cost),
              .cost_per_head = float(costs.cost_per_head),
              .credibility = float(manner.credibility) * float(intensity),
              .mistiming_cost = float(use.kind->mistiming_cost_in(values)) * float(intensity),
              .timing = use.kind->timing};
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

    for (auto const& [kind, first] : mechanisms_) {
        block.steps.push_back({.name = std::string(kind->plugin.key),
                               .access = kind->plugin.access,
                               .mechanism = kind->make(std::span(numbers).subspan(first, kind->plugin.parameters.size()))});
        if (!kind->interventions_follow) continue;
        for (InterventionUse const& use : interventions_)
            if (use.section.on) block.steps.push_back(make_step(use, *block.organisation, numbers));
    }
    return block;
}

}  // namespace micropol
