#include "micropol/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "micropol/machine.h"
#include "words/plain_text.h"
#include "words/text.h"

namespace micropol::app::log {

namespace {

constexpr std::string_view erase_line = "\r\x1b[K";

Language spoken = Language::english;
std::string status;

// A terminal that has become narrower since shows the status on two lines, or cuts it off: what is there is left alone.
void leave_status() {
    if (status.empty()) return;
    std::cerr << (columns_of(status) < error_width() ? erase_line : std::string_view("\n"));
}

// kind: "error", which begins the line in the colour of the level.
void write(spdlog::level::level_enum level, Message const& kind, Phrase const& text) {
    leave_status();
    std::cerr << std::flush;
    spdlog::set_pattern("%^" + to_text(kind, spoken) + "%$: %v");
    spdlog::log(level, "{}", to_text(text, spoken));
    if (!status.empty()) std::cerr << fitted(status, std::min(columns_of(status), error_width() - 1)) << std::flush;
}

}  // namespace

void start(Language language) {
    char const* const no_colour = std::getenv("NO_COLOR");  // https://no-color.org
    bool const plain = no_colour != nullptr && *no_colour != '\0';
    spdlog::set_default_logger(
        spdlog::stderr_color_st("micropol", plain ? spdlog::color_mode::never : spdlog::color_mode::automatic));
    spoken = language;
}

Language language() { return spoken; }
void only_errors() { spdlog::set_level(spdlog::level::err); }
void silence() { spdlog::set_level(spdlog::level::off); }

void info(Phrase const& text) { write(spdlog::level::info, in_context("log", "info"), text); }
void warning(Phrase const& text) { write(spdlog::level::warn, in_context("log", "warning"), text); }
void error(Phrase const& text) { write(spdlog::level::err, in_context("log", "error"), text); }
void problem(Problem const& problem) { std::cerr << to_text(problem, spoken) << '\n'; }

void print(Phrase const& line) { print(line, std::cout); }
void print(Phrase const& line, std::ostream& to) { to << to_text(line, spoken) << '\n'; }

Phrase reason_of(std::exception const& failure) {
    if (auto const* known = dynamic_cast<Failure const*>(&failure)) return sentence_of(known->problem());
    if (auto const* input = dynamic_cast<InvalidInput const*>(&failure)) return sentence_of(input->problems().front());
    return name(failure.what());
}

void show_status(std::string line) {
    leave_status();
    status = std::move(line);
    std::cerr << erase_line << status << std::flush;
}

void keep_status() {
    if (!status.empty()) std::cerr << '\n';
    status.clear();
}

}  // namespace micropol::app::log
