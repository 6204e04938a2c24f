#include "micropol/help.h"
#include "words/plain_text.h"

#include <algorithm>
#include <cctype>

namespace micropol::app {

namespace {

constexpr Option common[] = {
    {"quiet", "", "print errors and the result only; not even the result where --output keeps it"},
    {"verbose", "", "print everything instead of a selection"},
    {"language", "en|de", "language of text, Markdown, pages and messages", "that of LC_ALL, LC_MESSAGES or LANG"},
    {"help", "", "print this help"},
};

constexpr int widest = 100, widest_name = 26, narrowest_text = 30;

// Two columns: names on the left, what they are on the right, under a name that is too long for its column.
class Entries {
  public:
    void add(std::string name, std::string text) { rows_.push_back({std::move(name), std::move(text)}); }

    [[nodiscard]] std::string lines(int width) const {
        constexpr int margin = 2, gap = 2;
        int column = 0;
        for (auto const& [name, text] : rows_)
            if (int const columns = columns_of(name); columns <= widest_name) column = std::max(column, columns);
        bool const narrow = width - column < narrowest_text;
        int const indent = narrow ? 3 * margin : margin + column + gap;
        std::string all;
        for (auto const& [name, text] : rows_) {
            bool const fits = !narrow && columns_of(name) <= column;
            if (!fits) all += std::string(margin, ' ') + name + '\n';
            all += wrapped_lines(
                fits ? std::string(margin, ' ') + fitted(name, column + gap) : std::string(std::size_t(indent), ' '), text,
                indent, width);
        }
        return all;
    }

  private:
    std::vector<std::pair<std::string, std::string>> rows_;
};

// A command on as many lines as it needs, such that a shell takes them for one.
std::string command_lines(std::string command, int width) {
    std::string lines, indent = "  ";
    while (columns_of(indent + command) > width) {
        std::size_t const room = std::size_t(width) - indent.size() - 2;
        std::size_t end = command.rfind(" --", room);
        if (end == std::string::npos || end == 0) end = command.find(" --", room);  // too long a word: break behind it
        if (end == std::string::npos) break;
        lines += indent + command.substr(0, end) + " \\\n";
        command.erase(0, end + 1);
        indent = "      ";
    }
    return lines + indent + command + '\n';
}

std::string summary_of(Verb const& verb) {
    std::string text(verb.summary);
    text.front() = char(std::toupper(static_cast<unsigned char>(text.front())));
    return text + '.';
}

}  // namespace

std::span<Option const> common_options() { return common; }

std::string name_of(Option const& option) { return "--" + std::string(option.name); }

std::string description_of(Option const& option) {
    std::string text(option.description);
    if (!option.default_value.empty()) text += " (default: " + std::string(option.default_value) + ")";
    if (option.repeatable) text += " (repeatable)";
    return text;
}

std::string call_of(Verb const& verb) {
    return "micropol " + std::string(verb.name) + (verb.usage.empty() ? "" : " " + std::string(verb.usage));
}

std::string help_on_everything(int width) {
    width = std::min(width, widest);
    auto const paragraph = [&](std::string_view words) { return wrapped_lines("", words, 0, width) + '\n'; };
    Entries all, more, codes;
    for (Verb const* verb : verbs()) all.add(std::string(verb->name), std::string(verb->summary));
    more.add("micropol VERB --help", "options and examples of a verb");
    more.add("micropol --version, -V", "version, and the sources it was built from");
    for (auto const& [code, meaning] : exit_codes) codes.add(std::to_string(code), std::string(meaning));
    return paragraph(about_the_program) + "Usage: micropol VERB [ARGUMENTS] [OPTIONS]\n\nVerbs:\n" + all.lines(width) + '\n' +
           more.lines(width) + '\n' + paragraph(about_output) + "Exit status:\n" + codes.lines(width);
}

std::string help_on(Verb const& verb, int width) {
    width = std::min(width, widest);
    Entries options;
    for (std::span<Option const> const some : {verb.options, std::span<Option const>(common)})
        for (Option const& option : some)
            options.add(name_of(option) + (option.value.empty() ? "" : " " + std::string(option.value)), description_of(option));
    std::string text = wrapped_lines("", "Usage: " + call_of(verb) + " [OPTIONS]", 7, width) + '\n' +
                       wrapped_lines("", summary_of(verb), 0, width) + "\nOptions:\n" + options.lines(width) + "\nExamples:\n";
    for (std::size_t k = 0; k + 1 < verb.examples.size(); k += 2)
        text += (k > 0 ? "\n" : "") + command_lines("micropol " + std::string(verb.examples[k]), width) +
                wrapped_lines("      ", verb.examples[k + 1], 6, width);
    return text;
}

}  // namespace micropol::app
