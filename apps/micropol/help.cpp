#include <algorithm>

#include "micropol/verb.h"

namespace micropol::app {

namespace {

constexpr Option common[] = {
    {"quiet", "", "say nothing but errors"},
    {"verbose", "", "say more"},
    {"help", "", "this text"},
};

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

std::string written(Option const& option) {
    return "--" + std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
}

std::string lines_of(std::span<Option const> options) {
    std::string text;
    for (Option const& option : options)
        text += "  " + padded(written(option), 22) + std::string(option.meaning) + (option.repeatable ? " (repeatable)" : "") +
                '\n';
    return text;
}

}  // namespace

std::span<Option const> common_options() { return common; }

std::string help_on_everything() {
    std::string text =
        "micropol simulates the micropolitics of a data-driven transformation: who wins and who loses power, how people\n"
        "play, whether the change takes root, and which interventions help.\n\n"
        "Usage: micropol VERB [options]\n\n";
    for (Verb const* verb : verbs())
        text += "  " + padded(std::string(verb->name), 10) + padded(std::string(verb->usage), 12) + std::string(verb->summary) +
                '\n';
    text +=
        "\n"
        "  micropol VERB --help    options and examples of one verb\n"
        "  micropol --version\n\n"
        "Results go to standard output, everything else to standard error. Exit codes: 0 done; 1 failed while running;\n"
        "2 wrong usage; 3 invalid input, nothing was simulated; 130 interrupted; 143 terminated.\n";
    return text;
}

std::string help_on(Verb const& verb) {
    std::string const call = "micropol " + std::string(verb.name) + (verb.usage.empty() ? "" : " " + std::string(verb.usage));
    std::string text = call + "\n" + std::string(verb.summary) + "\n\nOptions:\n" + lines_of(verb.options) + lines_of(common);
    text += "\nExamples:\n";
    for (std::size_t k = 0; k + 1 < verb.examples.size(); k += 2)
        text += "  micropol " + std::string(verb.examples[k]) + "\n      " + std::string(verb.examples[k + 1]) + '\n';
    return text;
}

}  // namespace micropol::app
