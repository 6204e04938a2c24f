#include "scenario/read_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "base/utf8.h"

namespace micropol {

namespace {

constexpr std::size_t deepest = 64;          // levels of nesting
constexpr std::size_t most_values = 200000;  // keeps a hostile file from filling the memory

constexpr char const* use_tables = "lists of people and ties belong into CSV files";

// Builds the tree from the parser's events, noting what the subset leaves out.
class TreeBuilder final : public YAML::EventHandler {
  public:
    TreeBuilder(std::string const& name, std::vector<Problem>& problems) : name_(name), problems_(problems) {}
    Node take() { return std::move(root_); }

    void OnDocumentStart(YAML::Mark const& mark) override {
        if (++documents_ > 1)
            stop({place_of(mark), "a second document starts here", "a scenario is one document", "remove the line '---'"});
    }
    void OnDocumentEnd() override {}
    void OnNull(YAML::Mark const& mark, YAML::anchor_t) override {
        Node nothing;
        // The parser notices a missing value only at the next line.
        nothing.place = !open_.empty() && open_.back().node->kind == Node::Kind::map && !open_.back().wants_key
                            ? open_.back().node->keys.back().place
                            : place_of(mark);
        add(std::move(nothing));
    }
    void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override {
        note(mark, "an alias", "write the values out");
        add({.kind = Node::Kind::nothing, .place = place_of(mark)});
    }
    void OnAnchor(YAML::Mark const& mark, std::string const&) override { note(mark, "an anchor", "write the values out"); }
    void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t, std::string const& text) override {
        refuse_tag(mark, tag);
        if (std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == '\x7f'; }))
            problems_.push_back(
                {place_of(mark), "a control character", "text is made of characters that can be read", "remove it"});
        add(scalar(text, place_of(mark)));
    }
    void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
        start(mark, tag, list({}, place_of(mark)));
    }
    void OnSequenceEnd() override { finish(); }
    void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
        start(mark, tag, map(place_of(mark)));
    }
    void OnMapEnd() override { finish(); }

    [[nodiscard]] Place place_of(YAML::Mark const& mark) const {
        return mark.line < 0 ? Place{name_} : Place{name_, mark.line + 1, mark.column + 1};
    }
    [[noreturn]] void stop(Problem problem) {
        problems_.push_back(std::move(problem));
        throw InvalidInput(problems_);
    }

  private:
    struct Open {
        Node* node;
        bool wants_key;  // of a map: whether a key or its value comes next
        std::map<std::string, int> line_of_key;
    };

    void note(YAML::Mark const& mark, char const* what, char const* suggestion) {
        problems_.push_back({place_of(mark), what, "not part of the scenario format", suggestion});
    }
    // "?" and "!" are the parser's own: plain and quoted text.
    void refuse_tag(YAML::Mark const& mark, std::string const& tag) {
        if (!tag.empty() && tag != "?" && tag != "!") note(mark, "a tag", "remove it: the format knows each value's type");
    }

    void start(YAML::Mark const& mark, std::string const& tag, Node node) {
        refuse_tag(mark, tag);
        if (open_.size() == deepest) stop({place_of(mark), "nested too deep", "a scenario has at most 64 levels", ""});
        bool const is_map = node.kind == Node::Kind::map;
        open_.push_back({add(std::move(node)), is_map, {}});
    }
    void finish() { open_.pop_back(); }

    // Puts the node where it belongs: as the root, an item, a key or a key's value. Pointers to open nodes stay good, since
    // only the innermost one grows.
    Node* add(Node node) {
        if (++values_ > most_values) stop({node.place, "too many values", "a scenario has at most 200,000", use_tables});
        if (open_.empty()) return &(root_ = std::move(node));
        Open& parent = open_.back();
        if (parent.wants_key) {
            add_key(parent, std::move(node));
            return nullptr;
        }
        parent.wants_key = parent.node->kind == Node::Kind::map;
        return &parent.node->items.emplace_back(std::move(node));
    }

    void add_key(Open& parent, Node node) {
        if (node.kind == Node::Kind::nothing && node.text.empty())
            stop({node.place, "a key without a name", "a key is a word before a colon",
                  "put it in quotes if it is meant as text"});
        if (node.kind != Node::Kind::scalar)
            stop({node.place, "a list or a group stands where a key belongs", "a key is a word before a colon",
                  "perhaps a bracket is not closed"});
        if (node.text == "<<")
            problems_.push_back({node.place, "a merge key", "not part of the scenario format", "write the values out"});
        auto const [known, is_new] = parent.line_of_key.try_emplace(node.text, node.place.line);
        if (!is_new)
            problems_.push_back({node.place, Message("repeated key '{0}'", {shortened(node.text)}), first_in_line(known->second),
                                 "keep one of them"});
        parent.node->keys.push_back({std::move(node.text), std::move(node.place)});
        parent.wants_key = false;
    }

    std::string const& name_;
    std::vector<Problem>& problems_;
    Node root_;
    std::vector<Open> open_;
    std::size_t values_ = 0;
    int documents_ = 0;
};

void refuse_bytes(std::string_view text, std::string const& name) {
    if (text.size() > largest_scenario) throw InvalidInput(Problem{{name}, "larger than 8 MB", use_tables, ""});
    int line = 1, column = 1;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const length = first_character(text.substr(at)).bytes;
        if (length == 0)
            throw InvalidInput(Problem{{name, line, column}, "not UTF-8", "this byte is no character", "save the file as UTF-8"});
        if (text[at] == '\0') throw InvalidInput(Problem{{name, line, column}, "a NUL byte", "this is not a text file", ""});
        bool const ends_line = text[at] == '\n';
        line += ends_line;
        column = ends_line ? 1 : column + 1;
        at += length;
    }
    // The scanner holds unfinished brackets of a line in memory before the first event.
    if (std::size_t(std::ranges::count_if(text, [](char c) { return c == '[' || c == '{'; })) > most_values)
        throw InvalidInput(Problem{{name}, "too many brackets", "a scenario has at most 200,000 values", use_tables});
}

bool has_tab(std::string_view text, int line) {
    for (int k = 0; k < line && !text.empty(); ++k) text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
    return text.substr(0, text.find('\n')).find('\t') != std::string_view::npos;
}

}  // namespace

Node read_yaml(std::string_view text, std::string const& name, std::vector<Problem>& problems) {
    refuse_bytes(text, name);
    TreeBuilder builder(name, problems);
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) continue;
    } catch (YAML::Exception const& mistake) {
        builder.stop({builder.place_of(mistake.mark), "not valid YAML", Verbatim{mistake.msg},
                      has_tab(text, mistake.mark.line) ? "indent with spaces, never with tabs" : ""});
    }
    return builder.take();
}

}  // namespace micropol
