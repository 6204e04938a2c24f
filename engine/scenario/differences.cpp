#include "scenario/differences.h"

#include <algorithm>

#include "scenario/read_yaml.h"

namespace micropol {

namespace {

void compare(Node const& one, Node const& other, std::string const& path, std::vector<std::string>& found) {
    if (one.kind == other.kind && one.kind == Node::Kind::map) {
        auto const below = [&](std::string const& key) { return path.empty() ? key : path + '.' + key; };
        for (std::size_t k = 0; k < one.items.size(); ++k) {
            std::string const& key = one.keys[k].text;
            if (Node const* const its = other.find(key))
                compare(one.items[k], *its, below(key), found);
            else
                found.push_back(below(key));
        }
        for (Key const& key : other.keys)
            if (one.find(key.text) == nullptr) found.push_back(below(key.text));
        return;
    }
    if (to_line(one) != to_line(other)) found.push_back(path);
}

Node without(std::string_view text, std::span<std::string_view const> ignored) {
    std::vector<Problem> problems;
    Node const whole = read_yaml(text, "scenario", problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    Node kept = map();
    for (std::size_t k = 0; k < whole.keys.size(); ++k)
        if (std::ranges::find(ignored, whole.keys[k].text) == ignored.end()) kept.add(whole.keys[k].text, whole.items[k]);
    return kept;
}

}  // namespace

std::vector<std::string> differing_paths(std::string_view one, std::string_view other,
                                         std::span<std::string_view const> ignored) {
    std::vector<std::string> found;
    compare(without(one, ignored), without(other, ignored), "", found);
    return found;
}

}  // namespace micropol
