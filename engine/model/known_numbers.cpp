#include "model/known_numbers.h"

#include "model/model.h"

namespace micropol {

std::vector<KnownNumber> known_numbers() {
    std::vector<KnownNumber> numbers;
    auto const add = [&](std::string_view group, ParameterSpec const& spec) {
        numbers.push_back({std::string(group) + '.' + std::string(spec.name), spec});
    };
    for (OrganisationSpec const& spec : organisation_specs()) add("organisation.ties", spec.parameter);
    for (SettingSpec const& spec : setting_specs()) add(spec.group, spec.parameter);
    for (InitiativeSpec const& spec : initiative_specs()) add("transformation.initiatives.0", spec.parameter);
    for (ShockSpec const& spec : shock_specs()) add("shocks.0", spec.parameter);
    for (PluginSpec const* plugin : known_plugins().mechanisms)
        for (ParameterSpec const& spec : plugin->parameters) add("mechanisms." + std::string(plugin->key), spec);
    for (LeverNumbers const& of : known_plugins().lever_numbers)
        for (ParameterSpec const& spec : of.parameters) add(of.key.empty() ? "levers" : "levers." + std::string(of.key), spec);
    return numbers;
}

std::optional<ParameterSpec> known_number(std::string_view path) {
    static std::vector<KnownNumber> const all = known_numbers();
    constexpr std::string_view first = ".0.";
    for (KnownNumber const& number : all) {
        if (number.path == path) return number.spec;
        std::size_t const at = number.path.find(first);
        if (at == std::string::npos) continue;
        std::string_view const before = std::string_view(number.path).substr(0, at + 1),
                               after = std::string_view(number.path).substr(at + first.size() - 1);
        if (path.starts_with(before) && path.ends_with(after) && path.size() > before.size() + after.size()) return number.spec;
    }
    return std::nullopt;
}

}  // namespace micropol
