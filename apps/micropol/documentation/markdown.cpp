#include "micropol/documentation/markdown.h"

#include <stdexcept>

#include "micropol/describe_parameters.h"

namespace micropol::app {

namespace {

constexpr std::size_t line_width = 130;

// "R. V. Gould" → "Gould": what stands before are initials.
std::string surname(std::string const& author) {
    std::size_t begin = 0;
    for (std::size_t space = author.find(' '); space != std::string::npos && author[space - 1] == '.';
         space = author.find(' ', begin))
        begin = space + 1;
    return author.substr(begin);
}

std::vector<std::string> authors_of(Source const& source) {
    std::string const all(source.citation.substr(0, source.citation.find(" (")));
    std::vector<std::string> authors;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t const end = std::min(all.find(", ", begin), all.size());
        authors.push_back(surname(all.substr(begin, end - begin)));
        begin = end + 2;
    }
    return authors;
}

}  // namespace

std::string code(std::string_view name) { return '`' + std::string(name) + '`'; }

std::string joined(std::vector<std::string> const& parts) {
    std::string text;
    for (std::string const& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string code_of(std::span<Column const> columns) {
    std::vector<std::string> names;
    for (Column const column : columns) names.push_back(code(spec_of(column).name));
    return joined(names);
}

std::string paragraph(std::string_view text) { return wrapped(std::string(text), 0, line_width) + "\n\n"; }

std::string bullet(std::string const& text) { return "- " + wrapped(text, 2, line_width) + '\n'; }

std::string section(std::string const& heading, std::string const& text) {
    if (text.empty()) return "";
    return "## " + heading + "\n\n" + text + (text.ends_with("\n\n") ? "" : "\n");
}

std::string short_name(Source const& source) {
    std::vector<std::string> const authors = authors_of(source);
    std::string const year(source.key.substr(source.key.rfind('_') + 1));
    if (authors.size() == 1) return authors[0] + ' ' + year;
    if (authors.size() == 2) return authors[0] + " & " + authors[1] + ' ' + year;
    return authors[0] + " et al. " + year;
}

std::string cited(std::string_view key) {
    if (key == assumed) return std::string(key);
    Source const* const source = find_source(key);
    if (source == nullptr) throw std::logic_error("no source is called " + std::string(key));
    return short_name(*source);
}

std::string reference(Source const& source) { return bullet(std::string(source.citation) + ". " + code(source.key)); }

std::vector<std::string> row_of(ParameterSpec const& spec, std::string_view before) {
    return {code(std::string(before) + std::string(spec.name)),
            std::string(name_of(spec.unit)),
            in_short(spec.default_value),
            plausible_in_short(spec),
            in_short(spec.range),
            std::string(spec.description),
            cited(spec.source),
            std::string(name_of(spec.grade))};
}

std::string parameter_table(std::vector<std::vector<std::string>> rows) {
    return markdown_table({"", {"name", "unit", "usual", "plausible", "limits", "meaning", "source", "grade"}, std::move(rows)});
}

std::string parameter_table(std::span<ParameterSpec const> specs) {
    std::vector<std::vector<std::string>> rows;
    for (ParameterSpec const& spec : specs) rows.push_back(row_of(spec));
    return parameter_table(std::move(rows));
}

std::string fill_gaps(std::string_view text, Parts const& parts) {
    std::string filled;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t const open = std::min(text.find('{', begin), text.size());
        filled += text.substr(begin, open - begin);
        if (open == text.size()) break;
        std::size_t const close = text.find('}', open);
        if (close == std::string_view::npos) throw std::logic_error("a gap without an end");
        std::string_view const name = text.substr(open + 1, close - open - 1);
        auto const part = parts.find(name);
        filled += part != parts.end() ? part->second() : cited(name);
        begin = close + 1;
    }
    return filled;
}

}  // namespace micropol::app
