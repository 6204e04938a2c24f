#include "micropol/provenance.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <map>

#include "base/build_identity.h"
#include "base/hash.h"
#include "micropol/people_called.h"
#include "micropol/source_commit.h"
#include "micropol/wording.h"
#include "organisation/table.h"
#include "scenario/call_people.h"

namespace micropol::app {

namespace {

std::string now_in_utc() {
    std::time_t const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text;
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

// They decide how results are got and shown, not what they are.
constexpr std::string_view of_the_occasion[] = {"output", "before", "threads", "shard",      "format",
                                                "weekly", "quiet",  "verbose", "no-progress"};

constexpr char const* compiler =
#if defined(__clang__)
    "clang " __clang_version__;
#else
    "gcc " __VERSION__;
#endif

// Whether results call people otherwise than the scenario does.
bool hides_people(Scenario const& scenario) { return scenario.import && !scenario.privacy.names_shown && names_people(scenario); }

// "interventions.0.target.people=[…]" says who it is about.
void hide_people(std::string& setting) {
    auto const equals = setting.find('=');
    constexpr std::string_view about_people[] = {"people", "silenced", "interventions", "strategies", "ties"};
    if (equals != std::string::npos &&
        std::ranges::any_of(about_people, [&](std::string_view part) { return setting.find(part) < equals; }))
        setting.replace(equals + 1, std::string::npos, "…");
}

}  // namespace

std::string command_of(Call const& call, Scenario const& scenario) {
    std::vector<std::string> words = call.arguments.words_without(of_the_occasion);
    if (hides_people(scenario)) std::ranges::for_each(words, hide_people);
    words.insert(words.begin(), {"micropol", std::string(call.verb)});
    return quoted_for_shell(words);
}

std::string inputs_of(Scenario const& scenario) {
    if (!scenario.import) return "";
    std::vector<std::filesystem::path> files = scenario.import->ties;
    files.insert(files.end(), {scenario.import->people, scenario.import->reports_to});
    Hash hash;
    for (std::filesystem::path const& file : files) {
        std::vector<Problem> said_elsewhere;
        hash.add(file.empty() ? std::string() : read_bytes(file, said_elsewhere));
    }
    return in_hexadecimal(hash.value());
}

std::string version_text() {
    std::string text = "micropol " MICROPOL_VERSION "\nmodel " + std::string(model_hash()) + '\n';
    if (!source_commit().empty()) text += "commit " + std::string(source_commit()) + '\n';
    return text + "compiler " + compiler + '\n';
}

Provenance provenance_of(Scenario const& scenario, Call const& call) {
    std::map<std::string, std::string> called;
    if (hides_people(scenario))
        for (Called const& one : people_called(scenario)) called[one.id] = called[one.name] = one.in_results;
    return {.version = MICROPOL_VERSION,
            .compiler = compiler,
            .command = command_of(call, scenario),
            .scenario = called.empty() ? scenario.resolved : with_people_called(scenario.resolved, called),
            .inputs = inputs_of(scenario),
            .started = now_in_utc(),
            .model = std::string(model_hash()),
            .commit = std::string(source_commit())};
}

}  // namespace micropol::app
