#include "scenario/override.h"

#include <algorithm>
#include <charconv>

#include "scenario/read_yaml.h"

namespace micropol {

namespace {

constexpr char const* path_form = "a path names keys from the top, with dots between";
Message path_example() { return {"for example {0}", {name("culture.rivalry=0.5")}}; }

// One walk along a path; `done` is what lies behind, for messages.
class Walk {
  public:
    Walk(Override const& change, Node value, std::vector<Problem>& problems)
        : place_{"--set " + change.path + "=" + change.value}, value_(std::move(value)), problems_(problems) {
        move_to(value_, place_);
    }

    [[nodiscard]] Field const* found() const { return found_; }

    void go(Node& at, Field const* field, std::string_view rest, std::string const& done) {
        if (rest.empty()) {
            found_ = field;
            at = std::move(value_);
            return;
        }
        if (field && field->is_single())
            return complain(Message("'{0}' is a single value", {name(done)}),
                            Message("it has nothing called '{0}'", {shortened(rest)}));
        if (field) at = spelled_out(*field, at);
        if (field && at.kind == Node::Kind::nothing) at = field->kind == Kind::list ? list({}, place_) : map(place_);
        if (at.kind == Node::Kind::list) return go_into_list(at, field, rest, done);
        if (at.kind == Node::Kind::map) return go_into_map(at, field, rest, done);
        complain(Message("'{0}' is a single value in the file", {name(done)}),
                 Message("it has nothing called '{0}'", {shortened(rest)}));
    }

  private:
    // Takes the next step off the path: the longest known name that it begins with, since names may contain dots.
    static std::string take_step(std::string_view& rest, std::vector<std::string> const& known) {
        std::size_t length = std::min(rest.size(), rest.find('.'));
        std::size_t longest = 0;
        for (std::string const& name : known)
            if (rest.starts_with(name) && (rest.size() == name.size() || rest[name.size()] == '.'))
                longest = std::max(longest, name.size());
        if (longest > 0) length = longest;
        std::string step(rest.substr(0, length));
        rest.remove_prefix(std::min(rest.size(), length + 1));
        return step;
    }

    void go_into_map(Node& at, Field const* field, std::string_view rest, std::string const& done) {
        std::vector<std::string> known;
        for (Key const& key : at.keys) known.push_back(key.text);
        std::string const step = take_step(rest, known);
        if (step.empty()) return complain("not a path", path_form, path_example());
        Field const* const child = child_of(field, at, step);
        Node* item = at.find(step);
        if (!item && child && child->is_single() && !rest.empty()) return go(at, child, rest, joined(done, step));
        if (!item) {
            Node fresh;
            if (child && child->default_value && child->kind == Kind::list) fresh = *child->default_value;
            fresh.place = place_;
            item = &at.add(step, std::move(fresh));
        }
        // An unknown key keeps the value whole: it is refused, once, when the tree is understood.
        go(*item, child, field && !child ? std::string_view{} : rest, joined(done, step));
    }

    static Field const* child_of(Field const* field, Node const& at, std::string const& step) {
        if (!field) return nullptr;
        if (field->kind == Kind::named) return &field->fields.front();
        for (Field const* child : fields_of(*field, at))
            if (child->key == step) return child;
        return nullptr;
    }

    void go_into_list(Node& at, Field const* field, std::string_view rest, std::string const& done) {
        Field const* const entry = field && field->kind == Kind::list ? &field->fields.front() : nullptr;
        if (rest == "+") {
            at.items.push_back(std::move(value_));
            return;
        }
        std::vector<std::string> const names = names_of(at, entry);
        std::string const step = take_step(rest, names);
        auto const named = std::ranges::find(names, step);
        std::size_t index = std::size_t(named - names.begin());
        if (named == names.end()) {
            auto const [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
            if (error != std::errc{} || end != step.data() + step.size() || index >= at.items.size())
                return refuse_step(at, step, names, done);
        }
        go(at.items[index], entry, rest, joined(done, step));
    }

    // What the entries of a list are called; empty where they have no names.
    static std::vector<std::string> names_of(Node const& at, Field const* entry) {
        std::vector<std::string> names;
        if (!entry) return names;
        auto const identifying = std::ranges::find(entry->fields, true, &Field::identifies);
        if (identifying == entry->fields.end()) return names;
        for (Node const& item : at.items) {
            Node const* const called = item.find(identifying->key);
            names.push_back(called ? called->text : "");
        }
        return names;
    }

    void refuse_step(Node const& at, std::string const& step, std::vector<std::string> const& names, std::string const& done) {
        Range const entries{0, double(at.items.size()) - 1};
        complain(Message("'{0}' has no entry '{1}'", {name(done), shortened(step)}),
                 at.items.empty() ? "it is empty"
                 : names.empty()  ? Message("its entries are {0}", {limits(entries)})
                                  : Message("it has {0}", {listed(names)}),
                 did_you_mean(step, names));
    }

    static std::string joined(std::string const& done, std::string const& step) {
        return done.empty() ? step : done + "." + step;
    }
    void complain(Phrase what, Phrase why, Phrase suggestion = {}) {
        problems_.push_back({place_, std::move(what), std::move(why), std::move(suggestion)});
    }

    Place place_;
    Node value_;
    std::vector<Problem>& problems_;
    Field const* found_ = nullptr;
};

// A number of a lever, of whatever intervention: "interventions.training.effect" is "levers.training.effect".
std::string with_lever(Field const& format, std::string const& path) {
    constexpr std::string_view before = "interventions.";
    Field const* const levers = format.find("levers");
    if (!levers || !path.starts_with(before)) return path;
    std::string const rest = path.substr(before.size());
    return levers->find(rest.substr(0, rest.find('.'))) ? "levers." + rest : path;
}

}  // namespace

Field const* graft(Node& root, Field const& format, Override const& change, std::vector<Problem>& problems) {
    std::string const option = "--set " + change.path + "=" + change.value;
    std::vector<Problem> in_value;
    Node value;
    try {
        value = read_yaml(change.value, option, in_value);
    } catch (InvalidInput const& invalid) {
        in_value = invalid.problems();
    }
    for (Problem& problem : in_value) {
        problem.place = {option};
        problems.push_back(std::move(problem));
    }
    if (change.path.empty()) problems.push_back({{option}, "an empty path", path_form, path_example()});
    if (change.path.empty() || !in_value.empty()) return nullptr;
    Walk walk(change, std::move(value), problems);
    walk.go(root, &format, with_lever(format, change.path), "");
    return walk.found();
}

}  // namespace micropol
