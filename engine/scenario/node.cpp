#include "scenario/node.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace micropol {

namespace {

constexpr std::size_t short_line = 100;  // characters; longer maps and lists get a line for each item

constexpr bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// [byte]: whether it may stand in plain YAML text. A table, since sweeps write a whole scenario for each of their points.
constexpr auto plain = [] {
    std::array<bool, 256> allowed{};
    for (std::size_t c = 0; c < allowed.size(); ++c) allowed[c] = is_letter_or_digit(char(c));
    for (char const c : std::string_view(" _-+./")) allowed[static_cast<unsigned char>(c)] = true;
    return allowed;
}();

// Plain YAML text needs no quotes if nothing in it could be punctuation or one of YAML's words for nothing.
bool reads_back_plain(std::string_view text) {
    if (text.empty() || text.back() == ' ' || text == "null" || text == "Null" || text == "NULL") return false;
    bool const signed_number = text.size() > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9';
    return (is_letter_or_digit(text[0]) || signed_number) &&
           std::ranges::all_of(text, [](char c) { return plain[static_cast<unsigned char>(c)]; });
}

// "\\u202e", which a terminal does not obey.
std::string escape(char32_t control) {
    std::string text = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) text += "0123456789abcdef"[(control >> shift) & 15];
    return text;
}

void spell(std::string_view text, std::string& quoted) {
    if (reads_back_plain(text)) return void(quoted += text);
    quoted += '"';
    for (; !text.empty(); text.remove_prefix(std::max<std::size_t>(1, first_character(text).bytes))) {
        CodePoint const point = first_character(text);
        char const c = text.front();
        if (c == '\n')
            quoted += "\\n";
        else if (c == '\t')
            quoted += "\\t";
        else if (c == '"' || c == '\\')
            (quoted += '\\') += c;
        else if (point.bytes > 1 && is_control(point.value))
            quoted += escape(point.value);
        else
            quoted += text.substr(0, std::max<std::size_t>(1, point.bytes));
    }
    quoted += '"';
}

class Writer {
  public:
    explicit Writer(std::span<Patch const> patches) : patches_(patches) {}

    // On a single line. Gives up, false, once there are more than `most` characters in all.
    bool line(Node const& written, std::size_t most = std::string::npos) {
        auto const [node, more] = patched(written);
        if (node->kind == Node::Kind::nothing) text_ += '~';
        if (node->kind == Node::Kind::scalar) spell(node->text, text_);
        if (!holds_items(*node)) return text_.size() <= most;
        bool const is_list = node->kind == Node::Kind::list;
        text_ += is_list ? '[' : '{';
        std::string_view separator;
        for (Node const* part : {node, more})
            for (std::size_t k = 0; part && k < part->items.size(); ++k) {
                text_ += std::exchange(separator, ", ");
                if (!is_list) spell(part->keys[k].text, text_), text_ += ": ";
                if (!line(part->items[k], most)) return false;
            }
        text_ += is_list ? ']' : '}';
        return text_.size() <= most;
    }

    void block(Node const& written, std::size_t indent) {
        auto const [node, more] = patched(written);
        bool const is_list = node->kind == Node::Kind::list;
        for (Node const* part : {node, more})
            for (std::size_t k = 0; part && k < part->items.size(); ++k) {
                // The first line of a list's item stands behind its dash, which the caller's indent has room for.
                if (text_.empty() || text_.back() == '\n') text_.append(indent, ' ');
                if (!is_list) spell(part->keys[k].text, text_);
                text_ += is_list ? "- " : ":";
                item(part->items[k], indent, is_list);
            }
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    static bool holds_items(Node const& node) { return node.kind == Node::Kind::list || node.kind == Node::Kind::map; }

    // The node that stands there, and items behind its own.
    [[nodiscard]] std::pair<Node const*, Node const*> patched(Node const& written) const {
        for (Patch const& patch : patches_)
            if (patch.at == &written) return {patch.instead ? &*patch.instead : &written, &patch.more};
        return {&written, nullptr};
    }

    void item(Node const& written, std::size_t indent, bool of_list) {
        auto const [node, more] = patched(written);
        bool const is_empty = node->items.empty() && (!more || more->items.empty());
        bool const is_section = indent == 0 && node->kind == Node::Kind::map && !is_empty;
        std::size_t const start = text_.size();
        if (!of_list) text_ += ' ';
        std::size_t const most = holds_items(*node) ? text_.size() + short_line - std::min(indent, short_line)
                                                    : std::string::npos;
        if (!is_section && line(written, most)) {
            text_ += '\n';
            return;
        }
        text_.resize(start);
        if (!of_list) text_ += '\n';
        block(written, indent + 2);
    }

    std::span<Patch const> patches_;
    std::string text_;
};

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

void move_to(Node& node, Place const& place) {
    node.place = place;
    for (Key& key : node.keys) key.place = place;
    for (Node& item : node.items) move_to(item, place);
}

std::string to_line(Node const& node) {
    Writer writer({});
    writer.line(node);
    return writer.take();
}

std::string to_yaml(Node const& node, std::span<Patch const> patches) {
    Writer writer(patches);
    writer.block(node, 0);
    return writer.take();
}

Phrase shortened(std::string_view text) {
    constexpr std::size_t longest = 60;  // bytes
    if (text.size() <= longest) return name(text);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u) --end;  // never cuts a character in two
    return name(std::string(text.substr(0, end)) + "…");
}

Message kind_of(Node const& node, std::string const& key) {
    switch (node.kind) {
        case Node::Kind::nothing: return key.empty() ? "the file has no value" : Message("'{0}' has no value", {name(key)});
        case Node::Kind::scalar:
            return key.empty() ? "the file is a single value" : Message("'{0}' is a single value", {name(key)});
        case Node::Kind::list: return key.empty() ? "the file is a list" : Message("'{0}' is a list", {name(key)});
        case Node::Kind::map: break;
    }
    return key.empty() ? "the file is a group of keys" : Message("'{0}' is a group of keys", {name(key)});
}

}  // namespace micropol
