#pragma once
// What is wrong with the user's input: where, what, why and what to do. Problems are gathered and shown together.

#include <exception>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "words/language.h"

namespace micropol {

// Where something was written. line and column count from 1; 0 means unknown. For a table row, column is the
// field's number; for an option given on the command line, file is that option.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
};

// Parts of one sentence, so none begins with a capital letter or ends with a full stop.
struct Problem {
    Place place = {};
    Phrase what = {};        // "unknown key 'suceptibility'"
    Phrase why = {};         // "attitude knows: susceptibility, confidence_bound"; may be empty
    Phrase suggestion = {};  // "did you mean 'susceptibility'?"; may be empty
};

// `file:line:column: what (why); suggestion`; parts that are empty are left out.
[[nodiscard]] Phrase sentence_of(Problem const& problem);
[[nodiscard]] std::string to_text(Problem const& problem, Language language);

// Thrown when input cannot be used; holds at least one problem. what() is all of them in English, one a line.
class InvalidInput : public std::exception {
  public:
    explicit InvalidInput(std::vector<Problem> problems);
    explicit InvalidInput(Problem problem);
    [[nodiscard]] std::vector<Problem> const& problems() const { return problems_; }
    [[nodiscard]] char const* what() const noexcept override { return text_.c_str(); }

  private:
    std::vector<Problem> problems_;
    std::string text_;
};

// Thrown when something goes wrong that is nobody's input, such as a full disk. what(): in English.
class Failure : public std::runtime_error {
  public:
    explicit Failure(Problem problem);
    [[nodiscard]] Problem const& problem() const { return problem_; }

  private:
    Problem problem_;
};

// "did you mean 'x'?" for the known name within edit distance 2 (nearest, then first listed); empty if there is none.
[[nodiscard]] Message did_you_mean(std::string_view given, std::span<std::string_view const> known);
[[nodiscard]] Message did_you_mean(std::string_view given, std::span<std::string const> known);

// "first in line 7", of what is repeated; empty where the line is not known.
[[nodiscard]] Message first_in_line(int line);

// "a, b and c"
[[nodiscard]] Listing listed(std::span<std::string_view const> names);
[[nodiscard]] Listing listed(std::span<std::string const> names);

}  // namespace micropol
