#include "model/model.h"

#include <algorithm>

#include "base/plausible.h"
#include "model/money.h"
#include "outcomes/person_measure.h"
#include "scenario/sight.h"
#include "state/numbers_of_all_levers.h"

namespace micropol {

namespace {

Number const* find(std::vector<NamedNumber> const& numbers, std::string_view name) {
    auto const found = std::ranges::find(numbers, name, &NamedNumber::name);
    return found == numbers.end() ? nullptr : &found->number;
}

template <class Kind>
Kind const* find_kind(std::span<Kind const* const> catalogue, std::string_view key) {
    auto const found = std::ranges::find_if(catalogue, [&](Kind const* kind) { return kind->plugin.key == key; });
    return found == catalogue.end() ? nullptr : *found;
}

}  // namespace

Model::Model(Scenario scenario, std::string_view strategy, std::shared_ptr<GivenNumbers const> given)
    : scenario_(std::move(scenario)), strategy_(strategy), given_(std::move(given)) {
    std::vector<Problem> problems;
    add_organisation(problems);
    add_settings();
    add_mechanisms();
    add_interventions(scenario_.interventions, "interventions", problems);
    if (!strategy_.empty()) {
        auto const chosen = std::ranges::find(scenario_.strategies, strategy_, &Strategy::name);
        if (chosen == scenario_.strategies.end()) {
            std::vector<std::string> names;
            for (Strategy const& known : scenario_.strategies) names.push_back(known.name);
            problems.push_back(
                {{scenario_.file.string()},
                 Message("there is no strategy '{0}'", {name(strategy_)}),
                 names.empty() ? Message("the scenario has no strategies") : Message("the scenario has {0}", {listed(names)}),
                 did_you_mean(strategy_, names)});
        } else {
            add_interventions(chosen->interventions, "strategies." + strategy_, problems);
        }
    }
    if (problems.empty()) give_worth(scenario_, imported_.get(), numbers_, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    for (Assumption const& number : numbers_) {
        if (is_uncertain(number)) uncertain_.push_back(number.path);
        given_as_.push_back(given_ && is_uncertain(number) ? given_->find(number.path) : std::nullopt);
    }
    check_against_people(problems);  // draws the posts of a first block
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    choose_outcomes();
}

std::vector<Assumption> Model::assumptions() const {
    std::vector<Assumption> all = numbers_;
    auto const listed_already = [&](std::string const& path) {
        return std::ranges::find(all, path, &Assumption::path) != all.end();
    };
    for (NamedNumber const& of_people : scenario_.organisation_numbers)
        if (!listed_already(of_people.name))
            all.push_back({.path = of_people.name,
                           .value = of_people.number.value,
                           .range = {},
                           .unit = Unit::one,
                           .source = of_people.number.source.empty() ? std::string(assumed) : of_people.number.source,
                           .given = true});
    return all;
}

std::size_t Model::add(std::string path, ParameterSpec const& spec, Number const* given) {
    bool const drawn = scenario_.assumptions == Assumptions::drawn;
    Assumption number{.path = std::move(path),
                      .value = drawn ? plausible_distribution(spec) : spec.default_value,
                      .range = spec.range,
                      .unit = spec.unit,
                      .source = std::string(spec.source)};
    if (given != nullptr) {
        number.value = given->value;
        number.source = given->source.empty() ? std::string(assumed) : given->source;
        number.given = true;
    }
    numbers_.push_back(std::move(number));
    return numbers_.size() - 1;
}

void Model::add_organisation(std::vector<Problem>& problems) {
    for (OrganisationSpec const& spec : organisation_specs()) {
        std::string const path = "organisation.ties." + std::string(spec.parameter.name);
        Number const* const given = find(scenario_.organisation_numbers, path);
        plan_numbers_.emplace_back(add(path, spec.parameter, given), spec.member);
        bool const of_network = spec.member == &OrganisationPlan::unreciprocated;
        if (scenario_.import && of_network && given == nullptr) numbers_.back().value = spec.parameter.default_value;
    }
    if (!scenario_.import) return;
    double const* const unreciprocated = std::get_if<double>(&scenario_.plan.unreciprocated);
    if (unreciprocated == nullptr) {
        problems.push_back({{scenario_.file.string()},
                            "organisation.unreciprocated must be a fixed number for imported ties",
                            "the network is the same in every block",
                            "choose one value"});
        return;
    }
    try {
        imported_ = std::make_shared<ImportedOrganisation>(import_organisation(*scenario_.import, float(*unreciprocated)));
    } catch (InvalidInput const& invalid) {
        problems.insert(problems.end(), invalid.problems().begin(), invalid.problems().end());
    }
}

void Model::add_settings() {
    auto const put = [&](std::string path, ParameterSpec const& spec, Number const* given,
                         std::function<float&(Settings&)> member) {
        setting_numbers_.emplace_back(add(std::move(path), spec, given), std::move(member));
    };
    for (SettingSpec const& spec : setting_specs()) {
        std::string const path = std::string(spec.group) + '.' + std::string(spec.parameter.name);
        put(path, spec.parameter, find(scenario_.settings, path),
            [member = spec.member](Settings& settings) -> float& { return settings.*member; });
    }
    for (std::size_t k = 0; k < scenario_.initiatives.size(); ++k)
        for (InitiativeSpec const& spec : initiative_specs())
            put("transformation.initiatives." + scenario_.initiatives[k].name + '.' + std::string(spec.parameter.name),
                spec.parameter, find(scenario_.initiatives[k].numbers, spec.parameter.name),
                [k, member = spec.member](Settings& settings) -> float& { return settings.initiatives[k].*member; });
    for (std::size_t k = 0; k < scenario_.shocks.size(); ++k)
        for (ShockSpec const& spec : shock_specs()) {
            ShockSection const& shock = scenario_.shocks[k];
            put("shocks." + std::to_string(k) + '.' + std::string(spec.parameter.name), spec.parameter,
                find(shock.numbers, spec.parameter.name),
                [k, member = spec.member](Settings& settings) -> float& { return settings.shocks[k].*member; });
            bool const of_no_meaning = spec.member == &Shock::hazard ? shock.week >= 0
                                                                     : shock.kind == ShockKind::key_person_leaves;
            if (of_no_meaning) numbers_.back().value = spec.parameter.default_value;
        }
}

void Model::add_mechanisms() {
    for (MechanismKind const* kind : mechanism_catalogue()) {
        auto const section = std::ranges::find(scenario_.mechanisms, kind->plugin.key, &MechanismSection::key);
        bool const mentioned = section != scenario_.mechanisms.end();
        if (mentioned && !section->on) continue;
        mechanisms_.emplace_back(kind, numbers_.size());
        for (ParameterSpec const& spec : kind->plugin.parameters)
            add("mechanisms." + std::string(kind->plugin.key) + '.' + std::string(spec.name), spec,
                mentioned ? find(section->parameters, spec.name) : nullptr);
    }
}

bool Model::is_on(std::string_view mechanism) const {
    return std::ranges::any_of(mechanisms_, [&](auto const& on) { return on.first->plugin.key == mechanism; });
}

void Model::add_interventions(std::vector<InterventionSection> const& sections, std::string const& path,
                              std::vector<Problem>& problems) {
    bool const levers_on = is_on("levers");
    for (std::size_t k = 0; k < sections.size(); ++k) {
        InterventionSection const& section = sections[k];
        std::string const prefix = path + '.' + std::to_string(k) + '.';
        InterventionUse use{.kind = find_kind(intervention_catalogue(), section.key), .section = section};
        check(use.kind != nullptr, "the reader lets only known interventions through");
        if (!levers_on && section.on)
            problems.push_back({section.place, Message("intervention '{0}' cannot act", {name(section.key)}),
                                "mechanism 'levers' is off", "switch it on, or remove the intervention"});
        use.intensity = add(prefix + "intensity", intensity_spec, &section.intensity);
        for (ParameterSpec const& spec : use.kind->plugin.parameters) use.parameters.push_back(add_of_use(use, prefix, spec));
        interventions_.push_back(std::move(use));
    }
    bool const drawn = scenario_.assumptions == Assumptions::drawn;
    if (!sections.empty() && (drawn || find(scenario_.settings, "levers.optimism") != nullptr))
        optimism_ = add_of_lever("levers.optimism", optimism_spec);
}

// A number of one use of a lever, or else what all uses of the lever, or of its sort, have: what is believed of it, strategies share.
std::size_t Model::add_of_use(InterventionUse const& use, std::string const& path, ParameterSpec const& spec) {
    std::string const own = path + std::string(spec.name), shared = use.kind->place_of(spec) + std::string(spec.name);
    if (Number const* const given = find(use.section.parameters, spec.name)) return add(own, spec, given);
    bool const drawn = scenario_.assumptions == Assumptions::drawn;
    return drawn || find(scenario_.settings, shared) != nullptr ? add_of_lever(shared, spec) : add(own, spec, nullptr);
}

// Once, however many interventions use it.
std::size_t Model::add_of_lever(std::string path, ParameterSpec const& spec) {
    auto const known = std::ranges::find(numbers_, path, &Assumption::path);
    if (known != numbers_.end()) return std::size_t(known - numbers_.begin());
    Number const* const given = find(scenario_.settings, path);
    return add(std::move(path), spec, given);
}

bool Model::sees_all() const {
    return std::ranges::any_of(
        interventions_, [](InterventionUse const& use) { return use.section.on && micropol::sees_all(use.section.target); });
}

// What tells of Marketing or Sales alone tells of persons where that is a handful of people whose names are hidden.
void Model::choose_outcomes() {
    auto const are_few = [&](DepartmentSet const& departments) {
        if (!imported_ || scenario_.privacy.names_shown || departments.empty()) return false;
        auto const people = std::ranges::count_if(imported_->base.department,
                                                  [&](std::uint16_t d) { return departments.has(d); });
        return std::size_t(people) < scenario_.privacy.smallest_group;
    };
    bool const few_in_marketing = are_few(marketing_), few_in_sales = are_few(sales_);
    auto const tells_of_few = [&](OutcomeKind const& kind) {
        auto const reads = [&](Column column) {
            return std::ranges::find(kind.plugin.access.reads, column) != kind.plugin.access.reads.end();
        };
        return (few_in_marketing && reads(Column::lead_quality)) || (few_in_sales && reads(Column::lead_followup)) ||
               ((few_in_marketing || few_in_sales) && reads(Column::marketing_sales_trust));
    };
    for (OutcomeKind const* kind : outcome_catalogue())
        if (scenario_.outcomes.empty() || std::ranges::find(scenario_.outcomes, kind->plugin.key) != scenario_.outcomes.end())
            if (!tells_of_few(*kind)) outcomes_.push_back(kind);
    if (outcomes_.empty())
        throw InvalidInput({{scenario_.file.string()},
                            "the outcomes asked for tell of too few people",
                            "Marketing or Sales are a handful, and people have pseudonyms",
                            "ask for other outcomes, or show names with --show-names"});
}

std::size_t Model::memory_needed(int threads, std::uint32_t results) const {
    Organisation const first = make_organisation(0, draw_numbers(0));
    std::size_t const block = History::bytes(headcount_, first.ties.count()) + first.ties.count() * 24;
    std::size_t const measures = person_measures().size(), weeks = std::size_t(scenario_.weeks);
    std::size_t const of_people = headcount_ * (64 + measures * sizeof(float)),
                      of_departments = weeks * department_groups_.size() * (1 + 2 * measures) * sizeof(float),
                      result = outcomes_.size() * weeks * sizeof(Worlds) + of_people + of_departments;
    return block * std::size_t(threads) + result * results;
}

KnownPlugins known_plugins() {
    KnownPlugins known;
    for (MechanismKind const* kind : mechanism_catalogue()) known.mechanisms.push_back(&kind->plugin);
    static constexpr ParameterSpec of_all_levers[] = {optimism_spec, mistiming_spec};
    known.lever_numbers.push_back({"", "", of_all_levers});
    for (SortSpec const& sort : sort_specs()) known.lever_numbers.push_back({sort.key, sort.description, sort.parameters});
    for (InterventionKind const* kind : intervention_catalogue()) {
        known.interventions.push_back(&kind->plugin);
        known.lever_numbers.push_back({kind->plugin.key, kind->plugin.description, kind->own()});
    }
    for (OutcomeKind const* kind : outcome_catalogue()) known.outcomes.push_back(&kind->plugin);
    return known;
}

}  // namespace micropol
