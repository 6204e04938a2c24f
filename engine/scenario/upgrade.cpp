#include "scenario/upgrade.h"

#include <algorithm>

#include "scenario/former_keys.h"
#include "scenario/read_yaml.h"

namespace micropol {

namespace {

std::size_t offset_of(std::string_view text, Place const& place) {
    std::size_t at = 0;
    for (int line = 1; line < place.line; ++line) at = text.find('\n', at) + 1;
    return at + std::size_t(place.column) - 1;
}

struct Part {
    std::size_t begin, end;
};

// An entry of a map in braces, and the comma that goes with it.
Part part_in_braces(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    int depth = 0;
    char quote = 0;
    for (; end < text.size(); ++end) {
        char const c = text[end];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '{' || c == '[')
            ++depth;
        else if (depth == 0 && (c == ',' || c == '}'))
            break;
        else if (c == '}' || c == ']')
            --depth;
    }
    if (end < text.size() && text[end] == ',') {
        end = text.find_first_not_of(" \n", end + 1);
        return {begin, std::min(end, text.size())};
    }
    std::size_t const before = text.find_last_not_of(" \n", begin - 1);
    return {before != std::string_view::npos && text[before] == ',' ? before : begin, end};
}

// An entry of a map with a key a line: the line, and those behind it that are set further in.
Part part_of_lines(std::string_view text, std::size_t line, std::size_t column) {
    std::size_t end = line;
    do {
        std::size_t const next = text.find('\n', end);
        end = next == std::string_view::npos ? text.size() : next + 1;
        std::size_t const first = text.find_first_not_of(' ', end);
        if (first == std::string_view::npos || text[first] == '\n' || first - end <= column) break;
    } while (end < text.size());
    return {line, end};
}

// Where the entry with this key stands, from its key to where the next begins.
Part part_of(std::string_view text, Place const& key) {
    std::size_t const begin = offset_of(text, key), line = begin - (std::size_t(key.column) - 1);
    bool const alone = text.substr(line, begin - line).find_first_not_of(' ') == std::string_view::npos;
    return alone ? part_of_lines(text, line, begin - line) : part_in_braces(text, begin);
}

struct Found {
    Place key;
    bool is_only = false;  // of its map
};

// The keys along a path, from the top.
std::vector<Found> keys_along(Node const& root, std::string_view path) {
    std::vector<Found> found;
    Node const* at = &root;
    while (at) {
        std::string_view const step = path.substr(0, path.find('.'));
        auto const key = std::ranges::find(at->keys, step, &Key::text);
        if (key == at->keys.end()) return {};
        found.push_back({key->place, at->keys.size() == 1});
        if (step.size() == path.size()) return found;
        path.remove_prefix(step.size() + 1);
        at = &at->items[std::size_t(key - at->keys.begin())];
    }
    return {};
}

}  // namespace

Upgraded upgrade(std::string_view text, std::string const& name, KnownPlugins const& known) {
    Upgraded upgraded{std::string(text), {}};
    std::vector<Problem> ignored;  // said when the scenario is read
    Node const old = read_yaml(text, name, ignored);
    Node root = old;
    for (FormerKey const& former : former_keys(known)) {
        std::vector<Found> const keys = keys_along(root, former.path);
        if (keys.empty()) continue;
        std::size_t const group = former.path.rfind('.') + 1;
        std::string const last = former.path.substr(group),
                          today = former.renamed.empty() ? "" : former.path.substr(0, group) + std::string(former.renamed);
        Place const key = keys.back().key, place = keys_along(old, former.path).back().key;
        if (!today.empty() && keys_along(root, today).empty()) {
            upgraded.text.replace(offset_of(upgraded.text, key), last.size(), former.renamed);
            upgraded.changes.push_back(
                {place, Message("'{0}' is called '{1}' now", {micropol::name(former.path), micropol::name(former.renamed)}),
                 Message(former.why)});
            root = read_yaml(upgraded.text, name, ignored);
            continue;
        }
        auto whole = keys.end() - 1;
        while (whole != keys.begin() && whole->is_only) --whole;
        Part const part = part_of(upgraded.text, whole->key);
        upgraded.text.erase(part.begin, part.end - part.begin);
        upgraded.changes.push_back({place, Message("'{0}' is left out", {micropol::name(former.path)}), Message(former.why)});
        root = read_yaml(upgraded.text, name, ignored);
    }
    return upgraded;
}

}  // namespace micropol
