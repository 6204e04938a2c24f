#pragma once
// A scenario as a tree of text: still untyped, each part with its place.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "words/problem.h"

namespace micropol {

struct Key {
    std::string text;
    Place place;
};

struct Node {
    enum class Kind { nothing, scalar, list, map };
    Kind kind = Kind::nothing;
    std::string text{};         // of a scalar
    std::vector<Key> keys{};    // of a map: keys[k] names items[k]
    std::vector<Node> items{};  // of a list or a map
    Place place{};

    // The first item of that name in a map; nullptr if there is none.
    [[nodiscard]] Node const* find(std::string_view key) const;
    [[nodiscard]] Node* find(std::string_view key);
    // Adds an item to a map.
    Node& add(std::string key, Node item);
};

[[nodiscard]] Node scalar(std::string text, Place place = {});
[[nodiscard]] Node list(std::vector<Node> items, Place place = {});
[[nodiscard]] Node map(Place place = {});
// Everything in it as if it stood there.
void move_to(Node& node, Place const& place);

// Part of a tree that reads otherwise than it stands there.
struct Patch {
    Node const* at = nullptr;
    std::optional<Node> instead = {};
    Node more = {};  // of a list or map: items behind its own
};

// The tree as YAML that reads back as the same tree: one key a line, what is short on one line.
[[nodiscard]] std::string to_yaml(Node const& node, std::span<Patch const> patches = {});
// The same on a single line: "{uniform: [0.1, 0.8]}".
[[nodiscard]] std::string to_line(Node const& node);

// For messages: what stands there, shortened where long.
[[nodiscard]] Phrase shortened(std::string_view text);
// "'culture' is a list"; the whole file where the key is empty.
[[nodiscard]] Message kind_of(Node const& node, std::string const& key);

}  // namespace micropol
