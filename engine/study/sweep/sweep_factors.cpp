#include "study/sweep/sweep_factors.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "study/compare/comparison.h"
#include "study/sweep/sweep.h"

namespace micropol {

namespace {

// Tries values of factors, each alone, and notes what the scenario or its model has to say against them.
class Trial {
  public:
    Trial(ScenarioSource const& source, SweepDefinition const& definition) : source_(source) {
        strategies_.push_back(definition.strategy);
        if (definition.against && *definition.against != definition.strategy) strategies_.push_back(*definition.against);
        for (Strategy const& strategy : source.read().strategies) known_strategies_.push_back(strategy.name);
        known_strategies_.emplace_back(no_strategy);
    }

    void attempt(std::string const& path, std::string const& value, Place const& place) {
        if (path == strategy_path) {
            if (std::ranges::find(known_strategies_, value) == known_strategies_.end())
                note({place, Message("there is no strategy '{0}'", {name(value)}),
                      Message("the scenario has {0}", {listed(known_strategies_)}), did_you_mean(value, known_strategies_)});
            return;
        }
        try {
            Scenario const scenario = source_.read({Override{path, value}});
            for (std::string const& strategy : strategies_) (void)Model(scenario, strategy);
        } catch (InvalidInput const& invalid) {
            std::string const option = "--set " + path + "=" + value;
            for (Problem problem : invalid.problems()) {
                if (problem.place.file == option) problem.place = place;
                note(std::move(problem));
            }
        }
    }

    void note(Problem problem) {
        auto const same = [&](Problem const& other) {
            return to_text(other, Language::english) == to_text(problem, Language::english);
        };
        if (std::ranges::none_of(problems, same)) problems.push_back(std::move(problem));
    }

    void refuse_if_any() {
        if (!problems.empty()) throw InvalidInput(std::move(problems));
    }

    std::vector<Problem> problems;

  private:
    ScenarioSource const& source_;
    std::vector<std::string> strategies_, known_strategies_;
};

// A model calls the interventions of a strategy by their place in it: strategies.bundle.0.intensity.
std::string settable(std::string const& path, std::string const& strategy) {
    std::string const prefix = "strategies." + strategy + ".";
    return !strategy.empty() && path.starts_with(prefix) ? prefix + "interventions." + path.substr(prefix.size()) : path;
}

// Every uncertain number, with the distribution it has, or of them those that the scenario gives.
std::vector<Factor> uncertain_factors(ScenarioSource const& source, SweepDefinition const& definition, bool all) {
    std::vector<Factor> factors;
    Scenario const scenario = source.read();
    auto const add = [&](std::string const& strategy) {
        Model const model(scenario, strategy);
        for (Assumption const& number : model.assumptions()) {
            std::string const path = settable(number.path, strategy);
            if (!is_uncertain(number) || (!all && !number.given) || std::ranges::count(model.uncertain(), number.path) == 0)
                continue;
            if (std::ranges::find(factors, path, &Factor::path) == factors.end() && source.field_at(path))
                factors.push_back({path, number.value, number.range, {scenario.file.string()}});
        }
    };
    add(definition.strategy);
    if (definition.against) add(*definition.against);
    if (factors.empty() && !all) return uncertain_factors(source, definition, true);
    if (factors.empty())
        throw InvalidInput(Problem{{scenario.file.string()},
                                   "there is nothing to sweep",
                                   "the scenario has no uncertain number",
                                   "name factors, for example --factor culture.rivalry=0.1..0.6"});
    return factors;
}

std::optional<double> number_in(std::string const& text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

// One column of a list: its different values, ascending where they are numbers, and which of them each row has.
class ListedColumn {
  public:
    ListedColumn(RowTable const& table, std::size_t column, std::optional<FieldAt> const& field, Trial& trial) {
        factor_.path = table.columns[column], factor_.place = {table.file, 1, int(column) + 1};
        factor_.range = field ? field->range : Range{0, 0};
        std::map<std::string, std::pair<double, std::size_t>> known;  // its number, and where it stands
        bool const numeric = field && field->number;
        Words words;
        std::vector<double> numbers;
        for (RowTable::Row const& row : table.rows) {
            std::string const& text = row.fields[column];
            if (known.contains(text)) continue;
            auto const value = number_in(text);
            if (text.empty() || (numeric && !value))
                trial.note({table.place(row, column), text.empty() ? "has no value" : Message("'{0}' is no number", {name(text)}),
                            Message("'{0}' needs one in every row", {name(factor_.path)}), ""});
            else
                trial.attempt(factor_.path, text, table.place(row, column));
            known[text] = {value.value_or(0), words.size()};
            words.push_back(text), numbers.push_back(value.value_or(0));
        }
        if (numeric) {
            std::ranges::sort(numbers);
            numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
            factor_.values = Distribution{ChoiceDistribution{numbers, std::vector(numbers.size(), 1 / double(numbers.size()))}};
        } else {
            numbers.clear();
            factor_.values = words;
        }
        for (RowTable::Row const& row : table.rows) {
            auto const& [value, place] = known[row.fields[column]];
            std::size_t const which = numeric ? std::size_t(std::ranges::lower_bound(numbers, value) - numbers.begin()) : place;
            shares_.push_back((double(which) + 0.5) / double(numeric ? numbers.size() : words.size()));
        }
    }
    [[nodiscard]] Factor const& factor() const { return factor_; }
    [[nodiscard]] double share(std::size_t row) const { return shares_[row]; }

  private:
    Factor factor_;
    std::vector<double> shares_;  // [row]
};

}  // namespace

std::optional<FieldAt> swept_field(ScenarioSource const& source, std::string const& path) {
    return path == strategy_path ? FieldAt{} : source.field_at(path);
}

std::vector<Factor> swept_factors(SweepPlan const& plan, ScenarioSource const& source, SweepDefinition const& definition) {
    std::vector<Factor> const& asked = plan.factors;
    if (asked.empty()) return uncertain_factors(source, definition, plan.all_assumptions);
    Trial trial(source, definition);
    for (std::size_t k = 0; k < asked.size(); ++k) {
        Factor const& factor = asked[k];
        if (std::find_if(asked.begin(), asked.begin() + std::ptrdiff_t(k),
                         [&](Factor const& other) { return other.path == factor.path; }) != asked.begin() + std::ptrdiff_t(k))
            trial.note({factor.place, Message("'{0}' is a factor twice", {name(factor.path)}), "", ""});
        std::size_t const values = count_of_values(factor);
        bool const all = std::holds_alternative<Words>(factor.values);
        for (std::size_t value = 0; all && value < values; ++value)
            trial.attempt(factor.path, written_at(factor, (double(value) + 0.5) / double(values)), factor.place);
        for (double const end : {0.0, 1.0})
            if (!all) trial.attempt(factor.path, written_at(factor, end), factor.place);
    }
    trial.refuse_if_any();
    return asked;
}

PointList listed_points(RowTable const& table, ScenarioSource const& source, SweepDefinition const& definition) {
    Trial trial(source, definition);
    if (table.rows.empty())
        trial.note({{table.file, 1, 1}, "lists no points", "the first row names paths, every other row is a point", ""});
    trial.refuse_if_any();
    std::vector<ListedColumn> columns;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        std::string const& path = table.columns[k];
        columns.emplace_back(table, k, swept_field(source, path), trial);
    }
    trial.refuse_if_any();
    PointList listed;
    for (ListedColumn const& column : columns) listed.factors.push_back(column.factor());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        Point& point = listed.points.emplace_back();
        for (ListedColumn const& column : columns) point.push_back(column.share(row));
    }
    return listed;
}

}  // namespace micropol
