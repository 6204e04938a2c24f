#include "scenario/scenario_reader.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "scenario/former_keys.h"

namespace micropol {

namespace {

constexpr std::string_view everything = "all";

bool is_all(Field const& field, Node const& raw) {
    return field.all_allowed && raw.kind == Node::Kind::scalar && raw.text == everything;
}

// What an entry of a list is called; "" where they have no names.
std::string name_in(Field const& entry, Node const& raw) {
    auto const identifying = std::ranges::find(entry.fields, true, &Field::identifies);
    Node const* const name = identifying == entry.fields.end() ? nullptr : raw.find(identifying->key);
    return name ? name->text : "";
}

}  // namespace

ScenarioReader::Step::Step(ScenarioReader& reader, std::size_t position, std::string const& key, std::string const& name)
    : reader_(reader), path_(reader.path_.size()), named_path_(reader.named_path_.size()) {
    reader.route_.push_back(position);
    for (auto const& [path, step] : {std::pair(&reader.path_, &key), {&reader.named_path_, name.empty() ? &key : &name}})
        (path->empty() ? * path : * path += '.') += *step;
}

ScenarioReader::Step::~Step() {
    reader_.route_.pop_back();
    reader_.path_.resize(path_), reader_.named_path_.resize(named_path_);
}

void ScenarioReader::store(Field const& field, Scenario& scenario, Value const& value) {
    if (field.store) field.store(scenario, value);
    if (!recording_ || !field.store) return;
    if (field.is_single())
        for (std::string const& path : {path_, named_path_}) recording_->by_path.emplace(path, recording_->stored.size());
    recording_->stored.push_back({&field, value, field.is_single() ? route_ : std::vector<std::size_t>{}});
}

Node ScenarioReader::read(Field const& field, Node const& raw, Scenario& scenario, bool given) {
    switch (field.kind) {
        case Kind::group: return read_group(field, spelled_out(field, raw), scenario, given);
        case Kind::list: return read_list(field, raw, scenario, given);
        case Kind::named: return read_named(field, raw, scenario, given);
        default: return read_single(field, raw, scenario, given);
    }
}

Node ScenarioReader::read_group(Field const& field, Node const& raw, Scenario& scenario, bool given) {
    Node understood = map(raw.place);
    if (!refuse_wrong_kind(field, raw, Node::Kind::map)) return understood;
    std::vector<Field const*> const fields = fields_of(field, raw);
    refuse_unknown_keys(field, fields, raw);
    store(field, scenario, value_at(raw, given));
    for (Field const* child : fields) {
        Step const step(*this, understood.items.size(), child->key);
        if (Node const* const written = raw.find(child->key)) {
            understood.add(child->key, read(*child, *written, scenario, given));
        } else if (child->required) {
            complain(raw.place, Message("missing key '{0}'", {name(child->key)}), Message(child->description));
        } else if (child->default_value) {
            understood.add(child->key, read(*child, *child->default_value, scenario, false));
        } else if (child->kind == Kind::group && !child->only_if_given) {
            understood.add(child->key, read(*child, map(raw.place), scenario, false));
        }
    }
    return understood;
}

Node ScenarioReader::read_list(Field const& field, Node const& raw, Scenario& scenario, bool given) {
    if (is_all(field, raw)) return raw;
    Node const alone = list({raw}, raw.place);
    bool const stands_alone = raw.kind == Node::Kind::scalar && field.fields.front().is_single();
    bool const empty = raw.kind == Node::Kind::nothing;
    Node const none = list({}, raw.place);
    Node const& items = stands_alone ? alone : empty ? none : raw;
    Node understood = list({}, raw.place);
    if (!refuse_wrong_kind(field, items, Node::Kind::list)) return understood;
    if (items.items.empty() && field.all_allowed)
        complain(raw.place, Message("'{0}' is empty", {name(field.key)}), "it stands for nobody and nothing",
                 "write all, or leave it out");
    else
        refuse_wrong_count(field, items);
    if (double(items.items.size()) > field.range.high) return understood;
    store(field, scenario, value_at(raw, given));
    for (Node const& item : items.items) {
        std::size_t const position = understood.items.size();
        Step const step(*this, position, std::to_string(position), name_in(field.fields.front(), item));
        understood.items.push_back(read(field.fields.front(), item, scenario, given));
    }
    refuse_repeated_entries(field, understood);
    return understood;
}

Node ScenarioReader::read_named(Field const& field, Node const& raw, Scenario& scenario, bool given) {
    Node understood = map(raw.place);
    if (raw.kind == Node::Kind::nothing) return understood;
    if (!refuse_wrong_kind(field, raw, Node::Kind::map)) return understood;
    refuse_wrong_count(field, raw);
    if (double(raw.items.size()) > field.range.high) return understood;
    store(field, scenario, value_at(raw, given));
    constexpr std::size_t longest_name = 200;  // bytes
    for (std::size_t k = 0; k < raw.items.size(); ++k) {
        std::string const& name = raw.keys[k].text;
        if (name.empty() || name.size() > longest_name)
            complain(raw.keys[k].place,
                     name.empty() ? "a name is empty" : Message("the name '{0}' is too long", {shortened(name)}),
                     "a name has 1 to 200 bytes");
        else
            (void)refuse_as_name(name, raw.keys[k].place);
        entry_name_ = name;
        Step const step(*this, k, name);
        understood.add(name, read(field.fields.front(), raw.items[k], scenario, given));
    }
    return understood;
}

Node ScenarioReader::read_single(Field const& field, Node const& raw, Scenario& scenario, bool given) {
    Value value = value_at(raw, given);
    Node understood = raw;
    if (!reread(field, raw, value, understood)) return raw;
    store(field, scenario, value);
    return understood;
}

bool ScenarioReader::reread(Field const& field, Node const& raw, Value& value, Node& understood) {
    if (!read_value(field, raw, value, understood)) return false;
    if (field.kind == Kind::number && field.default_value) value.given &= to_line(understood) != to_line(*field.default_value);
    understood.place = raw.place;
    return true;
}

Value ScenarioReader::value_at(Node const& raw, bool given) const {
    Value value;
    value.name = entry_name_;
    value.given = given;
    value.place = raw.place;
    return value;
}

void ScenarioReader::refuse_unknown_keys(Field const& group, std::vector<Field const*> const& fields, Node const& raw) {
    // Which keys belong to a variant is only known where the variant is.
    bool const variant_unknown = !group.variants.empty() && fields.size() == group.fields.size() &&
                                 std::ranges::none_of(group.variants, [&](Field::Variant const& variant) {
                                     Node const* const chosen = raw.find(group.fields.front().key);
                                     return chosen && chosen->text == variant.choice;
                                 });
    if (variant_unknown) return;
    std::vector<std::string> known;
    std::ranges::transform(fields, std::back_inserter(known), &Field::key);
    for (Key const& key : raw.keys) {
        if (std::ranges::count(known, key.text) > 0 || key.text == "<<") continue;  // merge keys are refused before
        Message const what = group.key.empty() ? Message("a scenario knows {0}", {listed(known)})
                                               : Message("'{0}' knows {1}", {name(group.key), listed(known)});
        complain(key.place, Message("unknown key '{0}'", {shortened(key.text)}), what,
                 was_known(group.key, key.text) ? Phrase(Message("an earlier version had it: see micropol upgrade"))
                                                : did_you_mean(key.text, known));
    }
}

void ScenarioReader::refuse_repeated_entries(Field const& list_field, Node const& understood) {
    Field const& entry = list_field.fields.front();
    auto const identifying = std::ranges::find(entry.fields, true, &Field::identifies);
    if (!entry.identifies && identifying == entry.fields.end()) return;
    std::map<std::string, int> line_of;
    for (Node const& item : understood.items) {
        Node const* const called = entry.identifies ? &item : item.find(identifying->key);
        if (!called || called->kind != Node::Kind::scalar) continue;
        auto const [first, is_new] = line_of.try_emplace(called->text, called->place.line);
        if (is_new) continue;
        complain(called->place,
                 Message("repeated {0} '{1}'", {name(entry.identifies ? entry.key : identifying->key), shortened(called->text)}),
                 first_in_line(first->second), Message("give every entry of '{0}' its own", {name(list_field.key)}));
    }
}

void ScenarioReader::refuse_wrong_count(Field const& field, Node const& raw) {
    auto const count = double(raw.items.size());
    if (count >= field.range.low && count <= field.range.high) return;
    complain(raw.place,
             raw.items.empty() ? Message("'{0}' is empty", {name(field.key)})
                               : Message("'{0}' has {1} entries", {name(field.key), Count{raw.items.size()}}),
             Message(field.range.high == 1 ? "it takes {0} entry" : "it takes {0} entries", {limits(field.range)}));
}

bool ScenarioReader::refuse_wrong_kind(Field const& field, Node const& raw, Node::Kind wanted) {
    if (raw.kind == wanted) return true;
    if (wanted == Node::Kind::list) {
        complain(raw.place, kind_of(raw, field.key), "it must be a list", "begin each entry with '- '");
        return false;
    }
    std::vector<std::string> known;
    for (Field const& child : field.fields)
        if (field.kind == Kind::group) known.push_back(child.key);
    complain(raw.place, kind_of(raw, field.key),
             known.empty() ? "it must be a group of keys" : Message("it must be a group of keys: {0}", {listed(known)}));
    return false;
}

void ScenarioReader::complain(Place place, Phrase what, Phrase why, Phrase suggestion) {
    problems_.push_back({std::move(place), std::move(what), std::move(why), std::move(suggestion)});
}

}  // namespace micropol
