#include "micropol/provenance.h"

#include <array>
#include <chrono>
#include <ctime>
#include <fstream>

#include "base/build_identity.h"
#include "base/hash.h"
#include "micropol/source_commit.h"
#include "micropol/wording.h"

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
constexpr std::string_view of_the_occasion[] = {"output", "threads", "shard",   "format",
                                                "weekly", "quiet",   "verbose", "no-progress"};

constexpr char const* compiler =
#if defined(__clang__)
    "clang " __clang_version__;
#else
    "gcc " __VERSION__;
#endif

}  // namespace

std::string command_of(Call const& call) {
    std::vector<std::string> words = call.arguments.words_without(of_the_occasion);
    words.insert(words.begin(), {"micropol", std::string(call.verb)});
    return quoted_for_shell(words);
}

std::string inputs_of(Scenario const& scenario) {
    if (!scenario.import) return "";
    std::vector<std::filesystem::path> files = scenario.import->ties;
    files.insert(files.end(), {scenario.import->people, scenario.import->reports_to});
    Hash hash;
    for (std::filesystem::path const& file : files) {
        std::ifstream stream(file, std::ios::binary);
        hash.add(std::string(std::istreambuf_iterator<char>(stream), {}));
    }
    return in_hexadecimal(hash.value());
}

std::string version_text() {
    std::string text = "micropol " MICROPOL_VERSION "\nmodel " + std::string(model_hash()) + '\n';
    if (!source_commit().empty()) text += "commit " + std::string(source_commit()) + '\n';
    return text + "compiler " + compiler + '\n';
}

Provenance provenance_of(Scenario const& scenario, std::string const& command) {
    return {.version = MICROPOL_VERSION,
            .compiler = compiler,
            .command = command,
            .scenario = scenario.resolved,
            .inputs = inputs_of(scenario),
            .started = now_in_utc(),
            .model = std::string(model_hash()),
            .commit = std::string(source_commit())};
}

}  // namespace micropol::app
