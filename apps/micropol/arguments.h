#pragma once
// What was written on the command line, checked against one table of options; the same table makes the help text.

#include <exception>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace micropol::app {

struct Option {
    std::string_view name;  // "runs", written --runs
    // "N", "FILE", or words to choose from: "text|json". Empty: a switch. Help and completion read it.
    std::string_view value;
    std::string_view description;
    std::string_view default_value = {};  // as help says it: "none", "the scenario's, else 1"
    bool repeatable = false;
};

// The user's command line cannot be understood: exit code 2. One complaint a line.
struct WrongUsage : std::exception {
    explicit WrongUsage(Phrase complaint) : complaints(std::move(complaint)) {}
    Phrase complaints;
};

// One under the other.
[[nodiscard]] Phrase lines(Phrase first, Phrase second);

class Arguments {
  public:
    // words: without the program and the verb. Throws WrongUsage with every unknown option.
    Arguments(std::vector<std::string> const& words, std::span<Option const> options);

    [[nodiscard]] bool has(std::string_view option) const { return given_.contains(option); }
    // The last one where an option was given more than once.
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
    // Throws WrongUsage for anything but a whole number from `low` to `high`.
    [[nodiscard]] std::optional<long long> whole_number(std::string_view option, long long low, long long high) const;
    // Throws WrongUsage for anything but a number; above 0.
    [[nodiscard]] std::optional<double> number(std::string_view option) const;
    [[nodiscard]] std::optional<double> positive_number(std::string_view option) const;
    // What stands between commas, empty words included; nothing where the option was not given.
    [[nodiscard]] std::vector<std::string> list(std::string_view option) const;
    // The words that belong to no option. Throws WrongUsage if there are fewer or more; `what` names them: "a scenario file".
    [[nodiscard]] std::vector<std::string> const& positional(std::size_t fewest, std::size_t most, Phrase const& what) const;

    // As if it had not been given.
    [[nodiscard]] Arguments without(std::string_view option) const;
    // The same words again, options in alphabetical order and without these.
    [[nodiscard]] std::vector<std::string> words_without(std::span<std::string_view const> options) const;

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> given_;
    std::vector<std::string> positional_;
};

}  // namespace micropol::app
