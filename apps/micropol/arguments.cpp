#include "micropol/arguments.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <cmath>
#include <set>

#include "words/problem.h"

namespace micropol::app {

namespace po = boost::program_options;

namespace {

po::options_description registered(std::span<Option const> options) {
    po::options_description all;
    for (Option const& option : options) {
        std::string const name(option.name);
        if (option.value.empty())
            all.add_options()(name.c_str(), "");
        else
            all.add_options()(name.c_str(), po::value<std::string>(), "");
    }
    return all;
}

Phrase complain_of_unknown(std::string const& word, std::span<Option const> options) {
    std::string const given = word.substr(word.find_first_not_of('-') == std::string::npos ? 0 : word.find_first_not_of('-'));
    std::vector<std::string> known;
    for (Option const& option : options) known.push_back("--" + std::string(option.name));
    return sentence_of(
        {.what = Message("unknown option '{0}'", {name(word)}),
         .suggestion = did_you_mean("--" + given.substr(0, given.find('=')), std::span<std::string const>(known))});
}

Phrase syntax_complaint(po::invalid_command_line_syntax const& wrong) {
    using Kind = po::invalid_syntax;
    Phrase const option = name(wrong.get_option_name());
    switch (wrong.kind()) {
        case Kind::missing_parameter: return Message("the required argument for option '{0}' is missing", {option});
        case Kind::extra_parameter: return Message("option '{0}' does not take any arguments", {option});
        case Kind::empty_adjacent_parameter:
            return Message("the argument for option '{0}' should follow immediately after the equal sign", {option});
        default: return name(wrong.what());
    }
}

po::parsed_options parse(std::vector<std::string> const& words, po::options_description const& all) {
    using namespace po::command_line_style;
    try {
        return po::command_line_parser(words).options(all).style(unix_style & ~allow_guessing).allow_unregistered().run();
    } catch (po::invalid_command_line_syntax const& wrong) {
        throw WrongUsage(syntax_complaint(wrong));
    } catch (po::error const& wrong) {
        throw WrongUsage(name(wrong.what()));
    }
}

std::optional<double> finite_number(std::string const& text) {
    double number = 0;
    char const* const past = text.data() + text.size();
    auto const [end, error] = std::from_chars(text.data(), past, number);
    if (error != std::errc{} || end != past || !std::isfinite(number)) return std::nullopt;
    return number;
}

}  // namespace

Phrase lines(Phrase first, Phrase second) { return Message("{0}\n{1}", {std::move(first), std::move(second)}); }

Arguments::Arguments(std::vector<std::string> const& words, std::span<Option const> options) {
    Phrase complaints;
    auto const complain = [&](Phrase complaint) {
        complaints = complaints.empty() ? std::move(complaint) : lines(std::move(complaints), std::move(complaint));
    };
    po::options_description const all = registered(options);
    for (auto const& written : parse(words, all).options) {
        if (written.position_key >= 0) {
            positional_.insert(positional_.end(), written.value.begin(), written.value.end());
        } else if (written.unregistered) {
            complain(complain_of_unknown(written.original_tokens.front(), options));
        } else {
            auto& values = given_[written.string_key];
            bool const switch_again = written.value.empty();
            values.insert(values.end(), written.value.begin(), written.value.end());
            auto const option = std::ranges::find(options, written.string_key, &Option::name);
            if (values.size() > 1 && !option->repeatable && !switch_again)
                complain(Message("--{0} is given more than once", {name(written.string_key)}));
        }
    }
    if (has("quiet") && has("verbose")) complain("--quiet and --verbose exclude each other");
    if (!complaints.empty()) throw WrongUsage(std::move(complaints));
}

std::optional<std::string> Arguments::value(std::string_view option) const {
    auto const found = given_.find(option);
    if (found == given_.end() || found->second.empty()) return std::nullopt;
    return found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    auto const found = given_.find(option);
    return found == given_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<long long> Arguments::whole_number(std::string_view option, long long low, long long high) const {
    auto const text = value(option);
    if (!text) return std::nullopt;
    long long number = 0;
    auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc{} || end != text->data() + text->size() || number < low || number > high)
        throw WrongUsage(Message("--{0} takes a whole number from {1} to {2}, not '{3}'",
                                 {name(option), name(std::to_string(low)), name(std::to_string(high)), name(*text)}));
    return number;
}

std::optional<double> Arguments::number(std::string_view option) const {
    auto const text = value(option);
    if (!text) return std::nullopt;
    auto const number = finite_number(*text);
    if (!number) throw WrongUsage(Message("--{0} takes a number, not '{1}'", {name(option), name(*text)}));
    return number;
}

std::optional<double> Arguments::positive_number(std::string_view option) const {
    auto const text = value(option);
    if (!text) return std::nullopt;
    auto const number = finite_number(*text);
    if (!number || *number <= 0)
        throw WrongUsage(Message("--{0} takes a number above 0, not '{1}'", {name(option), name(*text)}));
    return number;
}

std::vector<std::string> Arguments::list(std::string_view option) const {
    std::vector<std::string> words;
    auto const text = value(option);
    if (!text) return words;
    for (std::size_t start = 0; start <= text->size();) {
        std::size_t const end = std::min(text->find(',', start), text->size());
        words.push_back(text->substr(start, end - start));
        start = end + 1;
    }
    return words;
}

std::vector<std::string> const& Arguments::positional(std::size_t fewest, std::size_t most, Phrase const& what) const {
    if (positional_.size() < fewest) throw WrongUsage(Message("missing {0}", {what}));
    if (positional_.size() > most) throw WrongUsage(Message("unexpected '{0}'", {name(positional_[most])}));
    return positional_;
}

Arguments Arguments::without(std::string_view option) const {
    Arguments others = *this;
    if (auto const found = others.given_.find(option); found != others.given_.end()) others.given_.erase(found);
    return others;
}

std::vector<std::string> Arguments::words_without(std::span<std::string_view const> options) const {
    std::vector<std::string> words = positional_;
    for (auto const& [name, values] : given_) {
        if (std::ranges::find(options, name) != options.end()) continue;
        if (values.empty()) words.push_back("--" + name);
        for (std::string const& value : values) words.insert(words.end(), {"--" + name, value});
    }
    return words;
}

}  // namespace micropol::app
