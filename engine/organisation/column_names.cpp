#include "organisation/column_names.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace micropol {

namespace {

constexpr std::string_view goal_names[] = {"career", "pay", "status", "security", "company"};

std::vector<KnownColumn> make_people_columns() {
    std::vector<KnownColumn> columns = {
        {"id", {"employee_id", "person_id", "node", "node_id", "employee", "key"}},
        {"name", {"label", "full_name", "employee_name", "person"}},
        // A practice says more about whom one works with than the office where one sits.
        {"department", {"dept", "division", "unit", "practice", "function", "team", "group", "office"}},
        {"level", {"rank", "grade", "status", "seniority_level"}, true},
        {"manager", {"manager_id", "boss", "supervisor", "reports_to", "reportsto", "line_manager", "supervisor_id"}},
        {"tenure", {"tenure_years", "seniority_years", "years_of_service", "service_years", "seniority"}, true},
    };
    for (ParameterSpec const& trait : trait_specs()) columns.push_back({trait.name, {}, true});
    return columns;
}

std::string lower(std::string_view text) {
    std::string low(trimmed(text));
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return low;
}

// Lower case, with spaces and hyphens as underscores: "Employee ID" is "employee_id".
std::string normal_form(std::string_view name) {
    std::string normal = lower(name);
    std::ranges::replace_if(
        normal, [](char c) { return c == ' ' || c == '-'; }, '_');
    return normal;
}

class Chooser {
  public:
    Chooser(RowTable const& table, std::span<KnownColumn const> known, std::map<std::string, std::string> const& given,
            std::vector<Problem>& problems)
        : table_(table), known_(known), given_(given), problems_(problems) {
        for (std::string const& column : table.columns) normal_.push_back(normal_form(column));
    }

    ChosenColumns choose() {
        for (KnownColumn const& column : known_)
            if (auto const mapped = given_.find(std::string(column.name)); mapped != given_.end())
                take_mapped(column, mapped->second);
        for (KnownColumn const& column : known_)
            if (!given_.contains(std::string(column.name)) && !is_lonely_goal(column.name)) take(column, find(column.name));
        for (KnownColumn const& column : known_)
            if (!given_.contains(std::string(column.name)) && !chosen_.contains(std::string(column.name))) take_synonym(column);
        return std::move(chosen_);
    }

  private:
    static constexpr auto none = std::size_t(-1);

    [[nodiscard]] std::size_t find(std::string_view name) const {
        auto const found = std::ranges::find(normal_, name);
        return found == normal_.end() ? none : std::size_t(found - normal_.begin());
    }
    void take(KnownColumn const& known, std::size_t column) {
        if (column == none || taken_.contains(column)) return;
        taken_.insert(column);
        chosen_.index[std::string(known.name)] = column;
    }
    void take_mapped(KnownColumn const& known, std::string name) {
        if (known.name == "level" && !name.empty() && (name[0] == '-' || name[0] == '+')) {
            (name[0] == '-' ? chosen_.level_descends : chosen_.level_ascends) = true;
            name.erase(0, 1);
        }
        auto const found = std::ranges::find(table_.columns, name);
        if (found != table_.columns.end()) {
            std::size_t const column = std::size_t(found - table_.columns.begin());
            chosen_.index[std::string(known.name)] = column;
            taken_.insert(column);
            return;
        }
        add_problem(problems_, {table_.file, 1, 0},
                    Message("no column '{0}' to take as {1}", {Verbatim{name}, Verbatim{std::string(known.name)}}),
                    Message("it has {0}", {listed(table_.columns)}), did_you_mean(name, table_.columns));
    }
    void take_synonym(KnownColumn const& known) {
        for (std::string_view const synonym : known.synonyms) {
            std::size_t const column = find(synonym);
            if (column == none || taken_.contains(column) || (known.numeric && !holds_numbers(column))) continue;
            return take(known, column);
        }
    }
    [[nodiscard]] bool holds_numbers(std::size_t column) const {
        return std::ranges::all_of(table_.rows, [&](RowTable::Row const& row) {
            return is_missing(row.fields[column]) || number_in(row.fields[column]);
        });
    }
    [[nodiscard]] bool is_lonely_goal(std::string_view name) const {
        bool const is_goal = std::ranges::find(goal_names, name) != std::end(goal_names);
        return is_goal && std::ranges::count_if(goal_names, [&](std::string_view goal) { return find(goal) != none; }) < 2;
    }

    RowTable const& table_;
    std::span<KnownColumn const> known_;
    std::map<std::string, std::string> const& given_;
    std::vector<Problem>& problems_;
    std::vector<std::string> normal_;  // [column]
    std::set<std::size_t> taken_;
    ChosenColumns chosen_;
};

}  // namespace

std::span<KnownColumn const> people_columns() {
    static std::vector<KnownColumn> const columns = make_people_columns();
    return columns;
}

std::string_view known_name(std::string_view name, std::span<KnownColumn const> columns) {
    for (KnownColumn const& column : columns)
        if (column.name == name) return column.name;
    for (KnownColumn const& column : columns)
        if (std::ranges::find(column.synonyms, name) != column.synonyms.end()) return column.name;
    return {};
}

std::span<KnownColumn const> tie_columns() {
    static std::vector<KnownColumn> const columns = {
        {"source", {"from", "ego", "employee", "source_id", "from_id", "subordinate", "report"}},
        {"target", {"to", "alter", "manager", "target_id", "to_id", "boss", "supervisor"}},
        {"weight", {"strength", "value"}, true},
        {"kind", {"type", "relation"}},
        {"trust", {}, true},
    };
    return columns;
}

ChosenColumns choose_columns(RowTable const& table, std::span<KnownColumn const> known,
                             std::map<std::string, std::string> const& given, std::vector<Problem>& problems) {
    return Chooser(table, known, given, problems).choose();
}

void check_known(std::map<std::string, std::string> const& given, std::vector<Problem>& problems) {
    std::vector<std::string_view> names;
    for (auto const columns : {people_columns(), tie_columns()})
        for (KnownColumn const& column : columns) names.push_back(column.name);
    for (auto const& [known, column] : given)
        if (std::ranges::find(names, known) == names.end())
            add_problem(problems, {}, Message("nothing is known as '{0}'", {name(known)}),
                        Message("columns may be taken as {0}", {listed(names)}), did_you_mean(known, names));
}

Message name_it_with(std::string const& known) { return {"name it with {0}", {name("--map " + known + "=COLUMN")}}; }

bool is_missing(std::string_view text) {
    constexpr std::string_view blanks[] = {"", "na", "n/a", "null", "none", "-"};
    return text.size() <= 4 && std::ranges::find(blanks, lower(text)) != std::end(blanks);
}

std::optional<double> number_in(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

}  // namespace micropol
