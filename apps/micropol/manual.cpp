#include "micropol/manual.h"

#include "micropol/help.h"

namespace micropol::app {

namespace {

// Hyphens that are typed, backslashes, and a point or quote at the beginning, which would be a request to roff.
std::string plain_roff(std::string_view text) {
    std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (char const c : text) result += c == '\\' ? std::string("\\e") : c == '-' ? std::string("\\-") : std::string(1, c);
    return result;
}

std::string bold(std::string_view text) { return "\\fB" + plain_roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + plain_roff(text) + "\\fR"; }

std::string entry(std::string const& name, std::string_view text) { return ".TP\n" + name + '\n' + plain_roff(text) + '\n'; }

std::string entry(Option const& option) {
    return entry(bold(name_of(option)) + (option.value.empty() ? "" : ' ' + italic(option.value)), description_of(option));
}

std::string section_of(Verb const& verb) {
    std::string text = ".SS " + plain_roff(call_of(verb)) + '\n' + plain_roff(verb.summary) + ".\n";
    for (Option const& option : verb.options) text += entry(option);
    for (std::size_t k = 0; k + 1 < verb.examples.size(); k += 2)
        text += std::string(k == 0 ? ".PP\nExamples:\n" : "") + ".PP\n" + plain_roff(verb.examples[k + 1]) +
                ":\n.PP\n.in +4n\n.nf\n" + plain_roff("micropol " + std::string(verb.examples[k])) + "\n.fi\n.in\n";
    return text;
}

}  // namespace

std::string manual_page() {
    std::string text = ".TH MICROPOL 1 \"\" \"micropol " MICROPOL_VERSION
                       "\" \"User Commands\"\n.SH NAME\n"
                       "micropol \\- simulate the micropolitics of a data\\-driven transformation\n.SH SYNOPSIS\n" +
                       bold("micropol") + ' ' + italic("VERB") + " [" + italic("ARGUMENTS") + "] [" + italic("OPTIONS") +
                       "]\n.SH DESCRIPTION\n" + plain_roff(about_the_program) + "\n.PP\n" + plain_roff(about_output) +
                       "\n.SH VERBS\n";
    for (Verb const* verb : verbs()) text += section_of(*verb);
    text += ".SH OPTIONS OF EVERY VERB\n";
    for (Option const& option : common_options()) text += entry(option);
    text += entry(bold("--version"), "without a verb: print the version, and the sources the program was built from");
    text += ".SH EXIT STATUS\n";
    for (auto const& [code, meaning] : exit_codes) text += entry(bold(std::to_string(code)), meaning);
    text += ".SH ENVIRONMENT\n" + entry(bold("NO_COLOR"), "not empty: print without colours");
    return text;
}

}  // namespace micropol::app
