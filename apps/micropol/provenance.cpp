#include "micropol/provenance.h"

#include <array>
#include <chrono>
#include <ctime>
#include <iomanip>
#include <sstream>

namespace micropol::app {

namespace {

std::string now_in_utc() {
    std::time_t const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text;
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string hash_of(std::string const& text) {  // FNV-1a, 64 bits
    std::uint64_t hash = 14695981039346656037u;
    for (char const c : text) hash = (hash ^ std::uint8_t(c)) * 1099511628211u;
    std::ostringstream digits;
    digits << std::hex << std::setw(16) << std::setfill('0') << hash;
    return digits.str();
}

constexpr char const* compiler =
#if defined(__clang__)
    "clang " __clang_version__;
#else
    "gcc " __VERSION__;
#endif

}  // namespace

Provenance provenance_of(Model const& model, std::string const& command_line) {
    std::string const& resolved = model.scenario().resolved;
    return {.version = MICROPOL_VERSION,
            .compiler = compiler,
            .command_line = command_line,
            .scenario = resolved,
            .scenario_hash = hash_of(resolved),
            .started = now_in_utc(),
            .seed = model.scenario().seed};
}

}  // namespace micropol::app
