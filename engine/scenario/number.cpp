#include "scenario/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace micropol {

namespace {

using Arguments = std::span<double const>;

bool inside(double value, Range range) { return value >= range.low && value <= range.high; }

Message outside(double value, Range range) { return {"{0} lies outside {1}", {as_written(value), limits(range)}}; }

Message object_to_bounds(double low, double high, Range range) {
    if (!inside(low, range)) return outside(low, range);
    if (!inside(high, range)) return outside(high, range);
    return low < high ? "" : "the low end must lie below the high end";
}

constexpr DistributionShape all_shapes[] = {
    {"uniform", "[low, high]", 2,
     [](Arguments a) -> Distribution {
         return UniformDistribution{a[0], a[1]};
     },
     [](Arguments a, Range range) { return object_to_bounds(a[0], a[1], range); }},
    {"normal", "[mean, sd]", 2,
     [](Arguments a) -> Distribution {
         return NormalDistribution{a[0], a[1]};
     },
     [](Arguments a, Range range) -> Message {
         if (!inside(a[0], range)) return {"the mean {0} lies outside {1}", {as_written(a[0]), limits(range)}};
         return a[1] > 0 ? "" : "the standard deviation must be above 0";
     }},
    {"triangular", "[low, mode, high]", 3,
     [](Arguments a) -> Distribution {
         return TriangularDistribution{a[0], a[1], a[2]};
     },
     [](Arguments a, Range range) -> Message {
         if (Message objection = object_to_bounds(a[0], a[2], range); !objection.empty()) return objection;
         return a[1] >= a[0] && a[1] <= a[2] ? "" : "the mode must lie between low and high";
     }},
    {"beta", "[mean, sd]", 2,
     [](Arguments a) -> Distribution {
         return BetaDistribution{a[0], a[1]};
     },
     [](Arguments a, Range range) -> Message {
         if (range.low > 0 || range.high < 1)
             return {"a beta lies between 0 and 1, this number between {0} and {1}", {limit(range.low), limit(range.high)}};
         if (!(a[0] > 0 && a[0] < 1)) return "the mean must lie between 0 and 1";
         if (!(a[1] > 0)) return "the standard deviation must be above 0";
         bool const feasible = a[1] * a[1] < a[0] * (1 - a[0]);
         if (feasible) return {};
         return {"with mean {0} the standard deviation must lie below {1}",
                 {as_written(a[0]), limit(std::floor(100 * std::sqrt(a[0] * (1 - a[0]))) / 100)}};
     }},
};

constexpr std::string_view choice_key = "choice", value_key = "value", source_key = "source";

// "write 0.3" for '30 %', '0,3' and '0.3 weeks'; "" where nothing can be guessed.
Message rewritten(std::string_view text, Unit unit) {
    std::string with_point(text);
    std::ranges::replace(with_point, ',', '.');
    double value = 0;
    auto const [end, error] = std::from_chars(with_point.data(), with_point.data() + with_point.size(), value);
    if (error != std::errc{} || !std::isfinite(value)) return "";
    std::string_view rest(end, std::size_t(with_point.data() + with_point.size() - end));
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(' ')));
    if (rest == "%") return {"write {0}", {name(to_node(value / 100).text)}};
    if (rest.find_first_of(".0123456789") != std::string_view::npos) return "";
    if (unit == Unit::one || rest.empty()) return {"write {0}", {name(to_node(value).text)}};
    return {"write {0} alone: the unit is {1}", {name(to_node(value).text), in_context("unit", name_of(unit))}};
}

Message wanted(Field const& field) {
    return {field.kind == Kind::whole ? "it must be a whole number from {0}" : "it must be a number from {0}",
            {limits(field.range, field.unit)}};
}

void refuse_distribution(Node const& at, Field const& field, Phrase why, std::vector<Problem>& problems, Phrase suggestion = {}) {
    problems.push_back({at.place, Message("the distribution of '{0}' is not possible", {name(field.key)}), std::move(why),
                        std::move(suggestion)});
}

// Every item of a list as a finite number; nothing and a problem if any is not.
std::optional<std::vector<double>> read_numbers(Node const& raw, Field const& field, std::vector<Problem>& problems) {
    std::vector<double> numbers;
    for (Node const& item : raw.items)
        if (auto const number = read_finite(item, field, problems)) numbers.push_back(*number);
    if (numbers.size() < raw.items.size()) return std::nullopt;
    return numbers;
}

std::optional<Distribution> read_shape(DistributionShape const& shape, Node const& raw, Field const& field,
                                       std::vector<Problem>& problems) {
    if (raw.kind != Node::Kind::list || raw.items.size() != shape.arguments) {
        std::string const form = std::string(shape.key) + ": " + std::string(shape.form);
        refuse_distribution(raw, field, Message("it takes {0} numbers", {Count{shape.arguments}}), problems,
                            Message("write {0}", {name("{" + form + "}")}));
        return std::nullopt;
    }
    auto const arguments = read_numbers(raw, field, problems);
    if (!arguments) return std::nullopt;
    Message objection = shape.objection(*arguments, field.range);
    if (objection.empty()) return shape.make(*arguments);
    refuse_distribution(raw, field, std::move(objection), problems);
    return std::nullopt;
}

Message object_to(ChoiceDistribution const& choice, Range range) {
    if (choice.values.empty()) return "it has no values";
    for (double const value : choice.values)
        if (!inside(value, range)) return outside(value, range);
    if (choice.values.size() != choice.weights.size())
        return {"{0} but {1}",
                {Message("{0} values", {Count{choice.values.size()}}), Message("{0} weights", {Count{choice.weights.size()}})}};
    double sum = 0;
    for (double const weight : choice.weights) {
        if (weight < 0) return {"the weight {0} is negative", {as_written(weight)}};
        sum += weight;
    }
    constexpr double rounding = 1e-6;  // of weights written with six digits
    if (std::abs(sum - 1) <= rounding) return {};
    return {"the weights sum to {0}, not to 1", {limit(sum)}};
}

std::optional<Distribution> read_choice(Node const& raw, Field const& field, std::vector<Problem>& problems) {
    Node const* const values = raw.find("values");
    Node const* const weights = raw.find("weights");
    bool const well_formed = values && weights && raw.items.size() == 2 && values->kind == Node::Kind::list &&
                             weights->kind == Node::Kind::list;
    if (!well_formed) {
        refuse_distribution(raw, field, "a choice has values and weights", problems,
                            Message("write {0}", {name("{choice: {values: [a, b], weights: [0.5, 0.5]}}")}));
        return std::nullopt;
    }
    auto const known_values = read_numbers(*values, field, problems), known_weights = read_numbers(*weights, field, problems);
    if (!known_values || !known_weights) return std::nullopt;
    ChoiceDistribution choice{*known_values, *known_weights};
    Message objection = object_to(choice, field.range);
    if (objection.empty()) return choice;
    refuse_distribution(raw, field, std::move(objection), problems);
    return std::nullopt;
}

std::vector<std::string_view> known_keys() {
    std::vector<std::string_view> keys{value_key, source_key};
    for (DistributionShape const& shape : all_shapes) keys.push_back(shape.key);
    keys.push_back(choice_key);
    return keys;
}

std::optional<Distribution> read_one(std::string_view key, Node const& raw, Field const& field, std::vector<Problem>& problems) {
    if (key == choice_key) return read_choice(raw, field, problems);
    if (key == value_key) {
        auto const value = read_amount(raw, field, problems);
        return value ? std::optional<Distribution>(*value) : std::nullopt;
    }
    return read_shape(*std::ranges::find(all_shapes, key, &DistributionShape::key), raw, field, problems);
}

}  // namespace

std::span<DistributionShape const> distribution_shapes() { return all_shapes; }

std::optional<double> read_finite(Node const& raw, Field const& field, std::vector<Problem>& problems) {
    if (raw.kind != Node::Kind::scalar) {
        problems.push_back({raw.place, kind_of(raw, field.key), wanted(field), ""});
        return std::nullopt;
    }
    std::string_view text = raw.text;
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const read_whole = end == text.data() + text.size() && !text.empty();
    std::string_view const infinite_words[] = {".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN"};
    bool const beyond = read_whole &&
                        (error == std::errc::result_out_of_range || (error == std::errc{} && !std::isfinite(value)));
    if (beyond || std::ranges::count(infinite_words, text) > 0) {
        problems.push_back({raw.place, Message("'{0}' is '{1}'", {name(field.key), shortened(raw.text)}),
                            Message("not a finite number; its range is {0}", {limits(field.range, field.unit)}), ""});
        return std::nullopt;
    }
    if (error == std::errc{} && read_whole) return value == 0 ? 0 : value;  // no negative zero
    problems.push_back({raw.place, Message("'{0}' is '{1}'", {name(field.key), shortened(raw.text)}), wanted(field),
                        rewritten(text, field.unit)});
    return std::nullopt;
}

std::optional<double> read_amount(Node const& raw, Field const& field, std::vector<Problem>& problems) {
    auto const value = read_finite(raw, field, problems);
    if (!value || inside(*value, field.range)) return value;
    char const* const allowed = field.range.low < field.range.high ? "its range is {0}" : "it must be {0}";
    problems.push_back({raw.place, Message("'{0}' is {1}", {name(field.key), as_written(*value)}),
                        Message(allowed, {limits(field.range, field.unit)}), ""});
    return std::nullopt;
}

std::optional<Number> read_number(Node const& raw, Field const& field, std::vector<Problem>& problems) {
    if (raw.kind != Node::Kind::map) {
        auto const value = read_amount(raw, field, problems);
        return value ? std::optional<Number>({*value, "", raw.place}) : std::nullopt;
    }
    std::vector<std::string_view> const known = known_keys();
    std::optional<Number> number;
    std::size_t values = 0;
    for (std::size_t k = 0; k < raw.keys.size(); ++k) {
        std::string const& key = raw.keys[k].text;
        if (key == source_key) continue;
        ++values;
        if (std::ranges::count(known, key) == 0) {
            problems.push_back({raw.keys[k].place, Message("unknown key '{0}'", {shortened(key)}),
                                Message("a number knows {0}", {listed(known)}), did_you_mean(key, known)});
        } else if (auto const distribution = read_one(key, raw.items[k], field, problems)) {
            number = {*distribution, "", raw.place};
        }
    }
    if (values != 1)
        problems.push_back({raw.place,
                            Message(values == 0 ? "'{0}' has no value" : "'{0}' has more than one value", {name(field.key)}),
                            Message(field.kind == Kind::whole ? "it must be a whole number from {0}, or one distribution"
                                                              : "it must be a number from {0}, or one distribution",
                                    {limits(field.range, field.unit)}),
                            ""});
    Node const* const source = raw.find(source_key);
    if (source && source->kind != Node::Kind::scalar)
        problems.push_back({source->place, Message("the source of '{0}' is not text", {name(field.key)}),
                            "it is a citation key or your own words", ""});
    if (number && source) number->source = source->text;
    return number;
}

Node to_node(double value) {
    std::array<char, 32> text;
    return scalar({text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr});
}

Node to_node(Number const& number) {
    auto const list_of = [](std::span<double const> values) {
        Node node = list({});
        for (double const value : values) node.items.push_back(to_node(value));
        return node;
    };
    Node node = map();
    if (auto const* fixed = std::get_if<double>(&number.value)) {
        if (number.source.empty()) return to_node(*fixed);
        node.add(std::string(value_key), to_node(*fixed));
    } else if (auto const* uniform = std::get_if<UniformDistribution>(&number.value)) {
        node.add("uniform", list_of(std::array{uniform->low, uniform->high}));
    } else if (auto const* normal = std::get_if<NormalDistribution>(&number.value)) {
        node.add("normal", list_of(std::array{normal->mean, normal->sd}));
    } else if (auto const* triangular = std::get_if<TriangularDistribution>(&number.value)) {
        node.add("triangular", list_of(std::array{triangular->low, triangular->mode, triangular->high}));
    } else if (auto const* beta = std::get_if<BetaDistribution>(&number.value)) {
        node.add("beta", list_of(std::array{beta->mean, beta->sd}));
    } else if (auto const* choice = std::get_if<ChoiceDistribution>(&number.value)) {
        Node inner = map();
        inner.add("values", list_of(choice->values));
        inner.add("weights", list_of(choice->weights));
        node.add(std::string(choice_key), std::move(inner));
    }
    if (!number.source.empty()) node.add(std::string(source_key), scalar(number.source));
    return node;
}

}  // namespace micropol
