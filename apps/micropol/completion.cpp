#include "micropol/completion.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "micropol/help.h"

namespace micropol::app {

namespace {

using Words = std::vector<std::string>;

// Of "median|best|BLOCK.HISTORY": median and best. Words in capitals stand for something else.
Words choices_in(std::string_view placeholder) {
    Words choices;
    while (!placeholder.empty()) {
        std::string_view const word = placeholder.substr(0, placeholder.find_first_of("| "));
        if (!word.empty() && std::ranges::none_of(word, [](unsigned char c) { return std::isupper(c) != 0 || c > 127; }))
            choices.emplace_back(word);
        placeholder.remove_prefix(std::min(placeholder.size(), word.size() + 1));
    }
    return choices;
}

bool names_a_file(std::string_view placeholder) {
    return std::ranges::any_of(std::initializer_list<std::string_view>{"FILE", "FOLDER", "SCENARIO", "STUDY"},
                               [&](std::string_view word) { return placeholder.find(word) != std::string_view::npos; });
}

std::vector<Option> options_of(Verb const& verb) {
    std::vector<Option> options(verb.options.begin(), verb.options.end());
    options.insert(options.end(), common_options().begin(), common_options().end());
    return options;
}

std::string joined(Words const& words, std::string_view between = " ") {
    std::string text;
    for (std::string const& word : words) text += (text.empty() ? "" : std::string(between)) + word;
    return text;
}

std::string with_backslashes(std::string_view text, std::string_view before) {
    std::string result;
    for (char const c : text) {
        if (before.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

std::string in_quotes(std::string_view text) {
    std::string result = "'";
    for (char const c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + '\'';
}

Words verb_names() {
    Words names;
    for (Verb const* verb : verbs()) names.emplace_back(verb->name);
    return names;
}

}  // namespace

std::string bash_completion() {
    std::string const names = joined(verb_names());
    std::string text = R"(# Completion of micropol for bash.
_micropol_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_micropol_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
}
_micropol() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
    [ "$current" = = ] && current=
    [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
    COMPREPLY=()
    [ "$COMP_CWORD" -eq 1 ] && verb=
    case "$verb $before" in
)";
    auto const when = [&](std::string const& pattern, std::string const& action, char const* end = ";;") {
        text += "        " + pattern + ")" + (action.empty() ? "" : " " + action) + ' ' + end + '\n';
    };
    for (Verb const* verb : verbs())
        for (Option const& option : options_of(*verb)) {
            if (option.value.empty()) continue;
            Words const values = choices_in(option.value);
            when(in_quotes(std::string(verb->name) + ' ' + name_of(option)), !values.empty()
                                                                                 ? "_micropol_words " + in_quotes(joined(values))
                                                                             : names_a_file(option.value) ? "_micropol_files"
                                                                                                          : "");
        }
    for (Verb const* verb : verbs()) {
        Words options;
        for (Option const& option : options_of(*verb)) options.push_back(name_of(option));
        std::string const name(verb->name);
        when("'" + name + " '*", "case \"$current\" in -*) _micropol_words " + in_quotes(joined(options)) + "; return ;; esac",
             ";;&");
        if (Words const values = choices_in(verb->usage); !values.empty())
            when("'" + name + " " + name + "'", "_micropol_words " + in_quotes(joined(values)));
        if (names_a_file(verb->usage)) when("'" + name + " '*", "_micropol_files");
    }
    when("'help '*", "_micropol_words " + in_quotes(names));
    when("' '*", "_micropol_words " + in_quotes(names + " help --help --version"));
    return text + "    esac\n}\ncomplete -F _micropol micropol\n";
}

std::string zsh_completion() {
    std::string text = "#compdef micropol\n# Completion of micropol for zsh.\n_micropol() {\n    local -a verbs=(\n";
    for (Verb const* verb : verbs())
        text += "        " + in_quotes(std::string(verb->name) + ':' + std::string(verb->summary)) + '\n';
    text += R"(        'help:print the help of a verb'
    )
    if (( CURRENT == 2 )); then
        _describe verb verbs
        return
    fi
    shift words
    (( CURRENT-- ))
    case $words[1] in
        help) _describe verb verbs ;;
)";
    for (Verb const* verb : verbs()) {
        text += "        " + std::string(verb->name) + ")\n            _arguments";
        auto const rule = [&](std::string const& of) { text += " \\\n                " + in_quotes(of); };
        for (Option const& option : options_of(*verb)) {
            Words const values = choices_in(option.value);
            std::string const what = (option.repeatable ? "*" : "") + name_of(option) + (option.value.empty() ? "" : "=") + '[' +
                                     with_backslashes(description_of(option), "[]\\") + ']';
            rule(option.value.empty()         ? what
                 : !values.empty()            ? what + ":value:(" + joined(values) + ')'
                 : names_a_file(option.value) ? what + ":file:_files"
                                              : what + ":value: ");
        }
        if (Words const values = choices_in(verb->usage); !values.empty()) rule("1:what:(" + joined(values) + ')');
        if (names_a_file(verb->usage)) rule("*:file:_files");
        text += " ;;\n";
    }
    return text + "    esac\n}\n_micropol \"$@\"\n";
}

std::string fish_completion() {
    std::string text = "# Completion of micropol for fish.\ncomplete -c micropol -f\n";
    auto const rule = [&](std::string const& condition, std::string const& of) {
        text += "complete -c micropol -n " + in_quotes(condition) + ' ' + of + '\n';
    };
    auto const described = [](std::string_view description) { return " -d " + in_quotes(with_backslashes(description, "\\")); };
    rule("__fish_use_subcommand", "-l version -s V" + described("print the version"));
    rule("__fish_use_subcommand", "-a help" + described("print the help of a verb"));
    for (Verb const* verb : verbs()) {
        std::string const name(verb->name), seen = "__fish_seen_subcommand_from " + name;
        rule("__fish_use_subcommand", "-a " + name + described(verb->summary));
        for (Option const& option : options_of(*verb)) {
            Words const values = choices_in(option.value);
            rule(seen, "-l " + std::string(option.name) +
                           (option.value.empty()         ? ""
                            : !values.empty()            ? " -x -a " + in_quotes(joined(values))
                            : names_a_file(option.value) ? " -r -F"
                                                         : " -x") +
                           described(description_of(option)));
        }
        if (Words const values = choices_in(verb->usage); !values.empty()) rule(seen, "-a " + in_quotes(joined(values)));
        if (names_a_file(verb->usage)) rule(seen, "-F");
    }
    return text;
}

}  // namespace micropol::app
