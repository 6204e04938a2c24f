#include "organisation/column_names.h"

#include <algorithm>
#include <set>

#include "organisation/level_words.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

constexpr std::string_view goal_names[] = {"career", "pay", "status", "security", "company"};

class Chooser {
  public:
    Chooser(RowTable const& table, std::span<KnownColumn const> known, std::map<std::string, std::string> const& given,
            std::vector<Problem>& problems)
        : table_(table), known_(known), given_(given), problems_(problems) {
        for (std::string const& column : table.columns) {
            normal_.push_back(compared_heading(column));
            stem_.push_back(heading_stem(column));
        }
    }

    ChosenColumns choose() {
        for (KnownColumn const& column : known_)
            if (auto const mapped = given_.find(std::string(column.name)); mapped != given_.end())
                take_mapped(column, mapped->second);
        for (KnownColumn const& column : known_)
            if (is_open(column) && column.name != "manager" && !is_lonely_goal(column.name)) take_by_its_name(column);
        for (KnownColumn const& column : known_)
            if (is_open(column)) take(column, best_of(column, by_synonym(column)));
        for (KnownColumn const& column : known_)
            if (is_open(column)) take(column, best_of(column, by_stem(column)));
        take_name_parts();
        for (KnownColumn const& column : known_)
            if (is_open(column)) warn_of(column);
        return std::move(chosen_);
    }

  private:
    static constexpr auto none = std::size_t(-1);

    [[nodiscard]] bool is_open(KnownColumn const& column) const {
        return !given_.contains(std::string(column.name)) && !chosen_.contains(std::string(column.name));
    }
    [[nodiscard]] std::size_t find(std::string_view name) const {
        auto const found = std::ranges::find(normal_, compared_heading(name));
        return found == normal_.end() ? none : std::size_t(found - normal_.begin());
    }
    void take(KnownColumn const& known, std::size_t column) {
        if (column == none || taken_.contains(column)) return;
        taken_.insert(column);
        chosen_.index[std::string(known.name)] = column;
        names_.clear();
    }
    void take_by_its_name(KnownColumn const& known) {
        std::size_t const column = find(known.name);
        if (column == none || (known.numeric && !is_trait(known.name) && !fits(known, column))) return;
        if (is_trait(known.name) && !mostly_in_range(known.name, column)) {
            Range const range = range_of(known.name);
            chosen_.warnings.push_back(
                Message("The column '{0}' is not used as {1}: too many of its values are not numbers from {2} to {3}.",
                        {name(table_.columns[column]), name(known.name), as_written(range.low), as_written(range.high)}));
            return;
        }
        take(known, column);
    }
    void take_mapped(KnownColumn const& known, std::string name) {
        if (known.name == "level" && !name.empty() && (name[0] == '-' || name[0] == '+')) {
            (name[0] == '-' ? chosen_.level_descends : chosen_.level_ascends) = true;
            name.erase(0, 1);
        }
        auto found = std::ranges::find(table_.columns, tidy(name));
        if (found == table_.columns.end())  // a heading of several lines can hardly be typed
            found = std::ranges::find(table_.columns, heading_words(name),
                                      [](std::string const& column) { return heading_words(column); });
        if (found != table_.columns.end()) {
            std::size_t const column = std::size_t(found - table_.columns.begin());
            chosen_.index[std::string(known.name)] = column;
            taken_.insert(column);
            return;
        }
        add_problem(problems_, {table_.file, 1, 0},
                    Message("no column '{0}' to take as {1}", {Verbatim{name}, Verbatim{std::string(known.name)}}),
                    columns_of(table_, name), did_you_mean(name, table_.columns));
    }

    [[nodiscard]] std::vector<std::size_t> by_synonym(KnownColumn const& known) const {
        std::vector<std::size_t> columns;
        if (known.name == "manager") add_free(columns, known, find(known.name));
        for (std::string_view const synonym : known.synonyms) add_free(columns, known, find(synonym));
        return columns;
    }
    // "Supervisor employee number" is a manager; of "id" it takes a word for people before "number".
    [[nodiscard]] std::vector<std::size_t> by_stem(KnownColumn const& known) const {
        constexpr std::string_view people[] = {"employee", "person", "worker", "user",    "staff",     "member",    "mitarbeiter",
                                               "personal", "node",   "badge",  "payroll", "associate", "colleague", "emp"};
        std::vector<std::size_t> columns;
        if (known.numeric || known.name == "name" || known.name == "kind") return columns;
        for (std::size_t k = 0; k < stem_.size(); ++k) {
            auto const is_it = [&](std::string_view word) { return compared_heading(word) == stem_[k]; };
            bool const fitting = known.name == "id" ? stem_[k] != normal_[k] && std::ranges::any_of(people, is_it)
                                                    : is_it(known.name) || std::ranges::any_of(known.synonyms, is_it);
            if (fitting) add_free(columns, known, k);
        }
        return columns;
    }
    void add_free(std::vector<std::size_t>& columns, KnownColumn const& known, std::size_t column) const {
        if (column != none && !taken_.contains(column) && (!known.numeric || fits(known, column))) columns.push_back(column);
    }
    [[nodiscard]] std::size_t best_of(KnownColumn const& known, std::vector<std::size_t> const& columns) {
        if (columns.empty()) return none;
        if (columns.size() == 1 || (known.name != "manager" && known.name != "department")) return columns.front();
        auto const merit = [&](std::size_t column) {
            return known.name == "manager" ? people_named_in(column) : tells_apart(column);
        };
        return *std::ranges::max_element(columns, {}, merit);
    }
    // How many of a column's texts are what some person is called in the columns taken for that.
    [[nodiscard]] std::size_t people_named_in(std::size_t column) {
        if (names_.empty())
            for (char const* const known : {"id", "name"})
                if (auto const found = chosen_.index.find(known); found != chosen_.index.end())
                    for (RowTable::Row const& row : table_.rows) names_.insert(folded(row.fields[found->second]));
        return std::size_t(std::ranges::count_if(table_.rows, [&](RowTable::Row const& row) {
            return !is_missing(row.fields[column]) && names_.contains(folded(row.fields[column]));
        }));
    }
    // 0 where all texts are alike, 1 for codes, 2 for names.
    [[nodiscard]] std::size_t tells_apart(std::size_t column) const {
        bool const differ = std::ranges::any_of(
            table_.rows, [&](RowTable::Row const& row) { return row.fields[column] != table_.rows.front().fields[column]; });
        bool const named = std::ranges::any_of(table_.rows, [&](RowTable::Row const& row) {
            return !is_missing(row.fields[column]) && !number_in(row.fields[column]);
        });
        return !differ ? 0 : named ? 2 : 1;
    }

    static bool is_trait(std::string_view known) {
        return std::ranges::find(trait_specs(), known, &ParameterSpec::name) != trait_specs().end();
    }
    static Range range_of(std::string_view trait) { return std::ranges::find(trait_specs(), trait, &ParameterSpec::name)->range; }
    static Phrase as_written(double number) { return Quantity{.mean = number, .form = Quantity::Form::exact}; }
    [[nodiscard]] bool mostly_in_range(std::string_view trait, std::size_t column) const {
        std::vector<std::string> const texts = column_texts(table_, column);
        DecimalMark const mark = decimal_mark_of(texts, table_.separator);
        Range const range = range_of(trait);
        std::size_t given = 0, in_range = 0;
        for (std::string const& text : texts) {
            if (is_missing(text)) continue;
            auto const number = number_in(text, mark);
            ++given, in_range += range_in(text, range) || (number && *number >= range.low && *number <= range.high);
        }
        return in_range * 5 >= given * 4;
    }
    // Whether a column's texts are what it would hold.
    [[nodiscard]] bool fits(KnownColumn const& known, std::size_t column) const {
        std::vector<std::string> const texts = column_texts(table_, column);
        if (known.name == "level") return level_order(texts, table_.separator).has_value();
        DecimalMark const mark = decimal_mark_of(texts, table_.separator);
        std::size_t given = 0, fitting = 0;
        for (std::string const& text : texts) {
            if (is_missing(text)) continue;
            bool const is_time = known.name == "tenure" && (date_in(text) || years_in(text, mark));
            ++given, fitting += is_time || number_in(text, mark) || (known.name == influence_column && range_in(text, {0, 1}));
        }
        return known.name == "tenure" || known.name == "weight" ? fitting * 2 >= given : fitting == given;
    }
    [[nodiscard]] bool is_lonely_goal(std::string_view known) const {
        bool const is_goal = std::ranges::find(goal_names, known) != std::end(goal_names);
        return is_goal && std::ranges::count_if(goal_names, [&](std::string_view goal) { return find(goal) != none; }) < 2;
    }

    void take_name_parts() {
        if (!std::ranges::any_of(known_, [](KnownColumn const& known) { return known.name == "name"; }) ||
            given_.contains("name"))
            return;
        auto const first_of = [&](std::initializer_list<std::string_view> headings) {
            for (std::string_view const heading : headings)
                if (std::size_t const column = find(heading); column != none) return std::vector{column};
            return std::vector<std::size_t>{};
        };
        chosen_.given_name = first_of({"first_name", "given_name", "forename", "vorname", "rufname", "firstname", "prenom",
                                       "imie", "nome", "nombre", "voornaam"});
        chosen_.family_name = first_of({"last_name", "surname", "family_name", "nachname", "familienname", "lastname",
                                        "nom_de_famille", "nazwisko", "cognome", "apellidos", "apellido", "achternaam"});
        if (chosen_.given_name.empty()) return chosen_.family_name.clear();
        auto const whole = chosen_.index.find("name");
        // Beside "Vorname" the column "Name" is the family's, as "Nom" is beside "Prénom".
        if (chosen_.family_name.empty() && whole != chosen_.index.end() &&
            (normal_[whole->second] == "name" || normal_[whole->second] == "nom"))
            chosen_.family_name = {whole->second};
        if (chosen_.family_name.empty()) return chosen_.given_name.clear();
        if (whole != chosen_.index.end() && whole->second != chosen_.family_name[0])
            return chosen_.given_name.clear(), chosen_.family_name.clear();
        chosen_.index["name"] = chosen_.family_name[0];
        taken_.insert(chosen_.family_name[0]), taken_.insert(chosen_.given_name[0]);
    }

    // A heading that speaks of it, or texts that are people's ids.
    void warn_of(KnownColumn const& known) {
        if (known.name == "level" || known.name == "tenure" || known.name == "weight") return warn_of_values(known);
        bool const of_managers = known.name == "manager";
        if (!of_managers && known.name != "department") return;
        constexpr std::string_view of_manager[] = {"manager",        "supervisor", "boss",        "vorgesetzt",
                                                   "fuehrungskraft", "reportsto",  "reportingto", "berichtet"},
                                   of_department[] = {"depart",       "division", "abteilung", "team",
                                                      "businessunit", "organi",   "bereich",   "orgunit"};
        auto const speaks_of_it = [&](std::string const& heading) {
            auto const is_in = [&](std::string_view word) { return heading.find(word) != std::string::npos; };
            return of_managers ? std::ranges::any_of(of_manager, is_in)
                               : std::ranges::any_of(of_department, is_in) || heading.starts_with("org");
        };
        for (std::size_t k = 0; k < normal_.size(); ++k) {
            if (taken_.contains(k) || normal_[k].empty()) continue;
            bool const names_people = of_managers && ids_are_no_codes() && people_named_in(k) >= 2 &&
                                      people_named_in(k) * 2 > table_.rows.size();
            if (!speaks_of_it(normal_[k]) && !names_people) continue;
            if (!of_managers && tells_apart(k) < 2) continue;  // "Team chat message count"
            chosen_.warnings.push_back(Message(
                "The column '{0}' looks like the {1} and is not used: {2}.",
                {name(table_.columns[k]), in_context("column", known.name), name(map_option(known.name, table_.columns[k]))}));
        }
    }

    // Where people are 1, 2, 3, a column of codes looks as if it named them.
    [[nodiscard]] bool ids_are_no_codes() const {
        constexpr std::size_t length_of_codes = 2;
        auto const id = chosen_.index.find(chosen_.contains("id") ? "id" : "name");
        return id != chosen_.index.end() &&
               std::ranges::count_if(table_.rows,
                                     [&](RowTable::Row const& row) { return row.fields[id->second].size() > length_of_codes; }) *
                       2 >
                   std::ptrdiff_t(table_.rows.size());
    }
    void warn_of_values(KnownColumn const& known) {
        std::vector<std::string_view> headings = {known.name};
        if (known.name == "weight") headings.insert(headings.end(), known.synonyms.begin(), known.synonyms.end());
        for (std::string_view const heading : headings)
            if (std::size_t const column = find(heading); column != none && !taken_.contains(column))
                chosen_.warnings.push_back(Message(
                    known.name == "level"    ? "The column '{0}' is not used: the order of its words is not known."
                    : known.name == "weight" ? "The column '{0}' is not used: most of its texts are not numbers."
                                             : "The column '{0}' is not used: most of its texts are neither years nor dates.",
                    {name(table_.columns[column])}));
    }

    RowTable const& table_;
    std::span<KnownColumn const> known_;
    std::map<std::string, std::string> const& given_;
    std::vector<Problem>& problems_;
    std::vector<std::string> normal_, stem_;  // [column]
    std::set<std::size_t> taken_;
    std::set<std::string> names_;  // of people, by the columns taken so far
    ChosenColumns chosen_;
};

}  // namespace

std::string_view known_name(std::string_view given, std::span<KnownColumn const> columns) {
    std::string const normal = compared_heading(given);
    auto const is_it = [&](std::string_view known) { return compared_heading(known) == normal; };
    for (KnownColumn const& column : columns)
        if (is_it(column.name)) return column.name;
    for (KnownColumn const& column : columns)
        if (std::ranges::any_of(column.synonyms, is_it)) return column.name;
    return {};
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

std::string map_option(std::string_view known, std::string_view column) {
    std::string mapped = std::string(known) + '=' + std::string(column);
    bool const plain = std::ranges::all_of(mapped, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '=' ||
               c == '.';
    });
    if (plain) return "--map " + mapped;
    for (std::size_t at = mapped.find('\''); at != std::string::npos; at = mapped.find('\'', at + 4))
        mapped.replace(at, 1, "'\\''");
    std::ranges::replace_if(
        mapped, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return "--map '" + mapped + "'";
}

Message columns_of(RowTable const& table, std::string_view wanted) {
    constexpr std::size_t few = 12;
    std::vector<std::string> columns;
    std::ranges::copy_if(table.columns, std::back_inserter(columns), [](std::string const& column) { return !column.empty(); });
    if (columns.size() <= few) return {"it has {0}", {listed(columns)}};
    std::string const sought = compared_heading(wanted);
    std::stable_partition(columns.begin(), columns.end(),  // clang 14 cannot compile the ranges of libstdc++ 12 here
                          [&](std::string const& column) { return compared_heading(column).find(sought) != std::string::npos; });
    std::size_t const all = columns.size();
    columns.resize(few);
    return {"it has {0} columns, among them {1}", {Count{all}, listed(columns)}};
}

std::vector<std::string> column_texts(RowTable const& table, std::size_t column) {
    std::vector<std::string> texts;
    for (RowTable::Row const& row : table.rows) texts.push_back(row.fields[column]);
    return texts;
}

bool is_blank_mark(std::string_view text) {
    constexpr std::string_view marks[] = {"", "-", "--", "–", "—", "?", "n/a", "#n/a", "#ref!", "(blank)", "(leer)", "(null)"};
    return text.size() <= 8 && std::ranges::find(marks, folded(text)) != std::end(marks);
}

bool is_missing(std::string_view text) {
    constexpr std::string_view words[] = {"na", "null", "none", "nan", "nil", "<na>", "k.a.", "unknown", "unbekannt"};
    if (is_blank_mark(text)) return true;
    constexpr std::size_t longest = 9;
    std::string low = text.size() <= longest ? folded(text) : "";
    std::erase(low, ' ');
    return std::ranges::find(words, low) != std::end(words);
}

}  // namespace micropol
