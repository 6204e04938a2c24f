#include "scenario/node.h"

#include <algorithm>
#include <utility>

namespace micropol {

namespace {

constexpr std::size_t short_line = 100;  // characters; longer maps and lists get a line for each item

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Plain YAML text needs no quotes if nothing in it could be punctuation or one of YAML's words for nothing.
bool reads_back_plain(std::string_view text) {
    if (text.empty() || text.back() == ' ' || text == "null" || text == "Null" || text == "NULL") return false;
    bool const signed_number = text.size() > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9';
    return (is_letter_or_digit(text[0]) || signed_number) && std::ranges::all_of(text, [](char c) {
               return is_letter_or_digit(c) || std::string_view(" _-+./").find(c) != std::string_view::npos;
           });
}

std::string spelled(std::string_view text) {
    if (reads_back_plain(text)) return std::string(text);
    std::string quoted = "\"";
    for (char const c : text) {
        if (c == '\n')
            quoted += "\\n";
        else if (c == '\t')
            quoted += "\\t";
        else if (c == '"' || c == '\\')
            (quoted += '\\') += c;
        else
            quoted += c;
    }
    return quoted + '"';
}

bool holds_items(Node const& node) { return node.kind == Node::Kind::list || node.kind == Node::Kind::map; }

void write_block(Node const& node, std::size_t indent, std::string& text) {
    bool const is_list = node.kind == Node::Kind::list;
    for (std::size_t k = 0; k < node.items.size(); ++k) {
        Node const& item = node.items[k];
        // The first line of a list's item stands behind its dash, which the caller's indent has room for.
        if (k > 0 || text.empty() || text.back() == '\n') text.append(indent, ' ');
        text += is_list ? "- " : spelled(node.keys[k].text) + ":";
        std::string const line = to_line(item);
        bool const is_section = indent == 0 && item.kind == Node::Kind::map && !item.items.empty();
        if (!holds_items(item) || (indent + line.size() <= short_line && !is_section)) {
            text += is_list ? line + '\n' : ' ' + line + '\n';
        } else {
            if (!is_list) text += '\n';
            write_block(item, indent + 2, text);
        }
    }
}

}  // namespace

Node const* Node::find(std::string_view key) const {
    auto const found = std::ranges::find(keys, key, &Key::text);
    return found == keys.end() ? nullptr : &items[std::size_t(found - keys.begin())];
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

Node& Node::add(std::string key, Node item) {
    keys.push_back({std::move(key), item.place});
    return items.emplace_back(std::move(item));
}

Node scalar(std::string text, Place place) {
    return {.kind = Node::Kind::scalar, .text = std::move(text), .place = std::move(place)};
}

Node list(std::vector<Node> items, Place place) {
    return {.kind = Node::Kind::list, .items = std::move(items), .place = std::move(place)};
}

Node map(Place place) { return {.kind = Node::Kind::map, .place = std::move(place)}; }

std::string to_line(Node const& node) {
    if (node.kind == Node::Kind::nothing) return "~";
    if (node.kind == Node::Kind::scalar) return spelled(node.text);
    bool const is_list = node.kind == Node::Kind::list;
    std::string text(1, is_list ? '[' : '{');
    for (std::size_t k = 0; k < node.items.size(); ++k) {
        if (k > 0) text += ", ";
        if (!is_list) text += spelled(node.keys[k].text) + ": ";
        text += to_line(node.items[k]);
    }
    return text + (is_list ? ']' : '}');
}

std::string to_yaml(Node const& node) {
    std::string text;
    write_block(node, 0, text);
    return text;
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 60;  // bytes
    if (text.size() <= longest) return "'" + std::string(text) + "'";
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u) --end;  // never cuts a character in two
    return "'" + std::string(text.substr(0, end)) + "…'";
}

}  // namespace micropol
