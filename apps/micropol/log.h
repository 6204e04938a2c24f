#pragma once
// What the program says besides its results, in one language: messages on standard error and under them one line that is drawn
// anew; what was asked for, on standard output.

#include <exception>
#include <iosfwd>
#include <string>

#include "words/problem.h"

namespace micropol::app::log {

// Once, before the first message; colours only for a terminal whose user has not set NO_COLOR.
void start(Language language);
[[nodiscard]] Language language();
void only_errors();  // --quiet
void silence();      // for processes that only work for another one

void info(Phrase const& text);
void warning(Phrase const& text);
void error(Phrase const& text);
void problem(Problem const& problem);

// A line on standard output, or another stream.
void print(Phrase const& line);
void print(Phrase const& line, std::ostream& to);

// What went wrong, in that language where its thrower knew it.
[[nodiscard]] Phrase reason_of(std::exception const& failure);

// The line under the messages, for a terminal: no wider than it is. keep_status leaves it standing as one more message.
void show_status(std::string line);
void keep_status();

}  // namespace micropol::app::log
