#include "micropol/scenario_options.h"

#include <algorithm>

#include "micropol/executor.h"
#include "micropol/log.h"
#include "micropol/machine.h"
#include "micropol/posterior_option.h"
#include "model/ready_strategies.h"
#include "scenario/as_written.h"
#include "scenario/horizon.h"

namespace micropol::app {

namespace {

Override override_of(std::string const& text) {
    auto const equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw WrongUsage(Message("--set takes a path and a value, as in --set culture.rivalry=0.4, not '{0}'", {name(text)}));
    return {text.substr(0, equals), text.substr(equals + 1)};
}

// Fewer weeks than the scenario was written for, by --weeks or --set: what that leaves out.
void say_what_is_cut(std::filesystem::path const& file, ReadOptions const& options) {
    ReadOptions as_written = options;
    bool const asked = std::erase_if(as_written.overrides, [](Override const& one) { return one.path == "runs.weeks"; }) > 0;
    if (!asked) return;
    try {
        int const weeks = ScenarioSource(file, known_plugins(), options).read().weeks;
        for (Phrase const& cut : cut_by_horizon(ScenarioSource(file, known_plugins(), as_written).read(), weeks)) log::info(cut);
    } catch (InvalidInput const&) {
        return;  // said when it is read to be simulated
    }
}

}  // namespace

std::vector<Override> overrides_in(Arguments const& arguments) {
    std::vector<Override> overrides;
    for (std::string const& text : arguments.values("set")) overrides.push_back(override_of(text));
    if (auto const asked = arguments.value("assumptions")) {
        std::span<std::string_view const> const known(assumptions_names);
        if (std::ranges::find(known, *asked) == known.end()) refuse_value("assumptions", *asked, known);
        overrides.push_back({"assumptions", *asked});
    }
    // Overrides too, so that the resolved scenario in the results says what was simulated.
    constexpr long long most = 1'000'000'000;
    if (auto const runs = arguments.whole_number("runs", 1, most)) overrides.push_back({"runs.histories", std::to_string(*runs)});
    if (auto const seed = arguments.whole_number("seed", 0, 1ll << 53)) overrides.push_back({"runs.seed", std::to_string(*seed)});
    if (auto const weeks = arguments.whole_number("weeks", 1, most)) overrides.push_back({"runs.weeks", std::to_string(*weeks)});
    return overrides;
}

ScenarioSource named_scenario(Arguments const& arguments) {
    return scenario_with_options(arguments.positional(1, 1, "a scenario file").front(), arguments);
}

ScenarioSource scenario_with_options(std::filesystem::path const& file, Arguments const& arguments,
                                     std::vector<Override> before) {
    std::ranges::move(settings_of_calibration(arguments), std::back_inserter(before));
    ReadOptions options{
        .overrides = std::move(before), .allow_outside = arguments.has("allow-outside"), .privacy = parse_privacy(arguments)};
    for (Override& one : overrides_in(arguments)) options.overrides.push_back(std::move(one));
    (void)parse_threads(arguments);  // the command line is checked before any file is read
    say_what_is_cut(file, options);
    return {file, known_plugins(), std::move(options)};
}

ScenarioSource scenario_with_strategies(std::filesystem::path const& file, Arguments const& arguments,
                                        std::vector<Override> const& before) {
    ScenarioSource source = scenario_with_options(file, arguments, before);
    std::vector<Override> packages = packages_for(source.read());
    if (packages.empty()) return source;
    log::info(Message("the scenario has no strategies of its own: {0} ready packages stand in for them; see {1}",
                      {Count{packages.size()}, name("micropol describe packages")}));
    packages.insert(packages.begin(), before.begin(), before.end());
    return scenario_with_options(file, arguments, std::move(packages));
}

Node written_with_options(std::string const& file, Arguments const& arguments) {
    std::vector<Override> changes = packages_for(scenario_with_options(file, arguments).read());
    for (Override& one : overrides_in(arguments)) changes.push_back(std::move(one));
    return as_written(scenario_text(file), file, known_plugins(), changes);
}

Privacy parse_privacy(Arguments const& arguments) {
    Privacy privacy{.names_shown = arguments.has("show-names")};
    if (auto const size = arguments.whole_number("group-size", 1, 1'000'000)) privacy.smallest_group = std::size_t(*size);
    return privacy;
}

int parse_threads(Arguments const& arguments) {
    return int(arguments.whole_number("threads", 1, 4096).value_or(default_threads()));
}

bool prints_result(Arguments const& arguments) { return !(arguments.has("quiet") && arguments.has("output")); }

bool shows_progress(Arguments const& arguments) {
    return standard_error_is_terminal() && !arguments.has("no-progress") && !arguments.has("quiet");
}

Format parse_format(Arguments const& arguments, std::span<std::string_view const> allowed) {
    std::string const asked = arguments.value("format").value_or("text");
    if (std::ranges::find(allowed, asked) != allowed.end())
        if (auto const format = format_named(asked)) return *format;
    refuse_value("format", asked, allowed);
}

void refuse_value(std::string_view option, std::string const& given, std::span<std::string_view const> known) {
    throw WrongUsage(sentence_of({.what = Message("--{0} takes {1}, not '{2}'", {name(option), listed(known), name(given)}),
                                  .suggestion = did_you_mean(given, known)}));
}

Language parse_language(Arguments const& arguments) {
    auto const asked = arguments.value("language");
    if (!asked) return language_of_environment();
    if (auto const language = language_named(*asked)) return *language;
    throw WrongUsage(Message("--language takes en or de, not '{0}'", {name(*asked)}));
}

ShowOptions parse_show_options(Arguments const& arguments) {
    return {.colour = wants_colour(),
            .width = output_width(),
            .language = parse_language(arguments),
            .everything = arguments.has("verbose")};
}

}  // namespace micropol::app
