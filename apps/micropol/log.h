#pragma once
// What the program says besides its results: messages on standard error, and under them one line that is drawn anew.

#include <string>
#include <string_view>

namespace micropol::app::log {

void start();        // once, before the first message; colours only for a terminal whose user has not set NO_COLOR
void only_errors();  // --quiet
void silence();      // for processes that only work for another one

void info(std::string_view text);
void warning(std::string_view text);
void error(std::string_view text);

// The line under the messages, for a terminal: no wider than it is. keep_status leaves it standing as one more message.
void show_status(std::string line);
void keep_status();

}  // namespace micropol::app::log
