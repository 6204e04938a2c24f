#include "micropol/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <iostream>

namespace micropol::app::log {

namespace {

constexpr std::string_view erase_line = "\r\x1b[K";

std::string status;

void write(spdlog::level::level_enum level, std::string_view text) {
    if (!status.empty()) std::cerr << erase_line << std::flush;
    spdlog::log(level, "{}", text);
    if (!status.empty()) std::cerr << status << std::flush;
}

}  // namespace

void start() {
    char const* const no_colour = std::getenv("NO_COLOR");  // https://no-color.org
    bool const plain = no_colour != nullptr && *no_colour != '\0';
    auto const logger = spdlog::stderr_color_st("micropol", plain ? spdlog::color_mode::never : spdlog::color_mode::automatic);
    logger->set_pattern("%^%l%$: %v");
    spdlog::set_default_logger(logger);
}

void only_errors() { spdlog::set_level(spdlog::level::err); }
void silence() { spdlog::set_level(spdlog::level::off); }

void info(std::string_view text) { write(spdlog::level::info, text); }
void warning(std::string_view text) { write(spdlog::level::warn, text); }
void error(std::string_view text) { write(spdlog::level::err, text); }

void show_status(std::string line) {
    status = std::move(line);
    std::cerr << erase_line << status << std::flush;
}

void keep_status() {
    if (!status.empty()) std::cerr << '\n';
    status.clear();
}

}  // namespace micropol::app::log
