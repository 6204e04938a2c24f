#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/trimmed.h"
#include "scenario/factor.h"
#include "scenario/number.h"
#include "scenario/read_yaml.h"

namespace micropol {

namespace {

constexpr char const* forms = "values are 0.1..0.8, {uniform: [0.1, 0.8]} or another distribution, or words: on, off";

std::optional<double> number_in(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

class Reading {
  public:
    Reading(std::string const& path, Node const& values, std::optional<FieldAt> const& field, std::vector<Problem>& problems)
        : path_(path), raw_(values), field_(field), problems_(problems) {}

    std::optional<Factor> read() {
        if (raw_.kind == Node::Kind::list) return words_of_list();
        if (raw_.kind == Node::Kind::map) return raw_.find("from") || raw_.find("to") ? bounds_of_map() : distribution();
        auto const dots = raw_.text.find("..");
        if (dots == std::string::npos) return words_of_text();
        auto const low = number_in(std::string_view(raw_.text).substr(0, dots)),
                   high = number_in(std::string_view(raw_.text).substr(dots + 2));
        if (low && high) return between(*low, *high, field_ && field_->whole);
        return refuse("'{0}' is no range of numbers", "a range is written 0.1..0.8");
    }

  private:
    // what: of the factor's path, {0}, and perhaps one more gap.
    std::optional<Factor> refuse(char const* what, Phrase why, Phrase suggestion = {}, Phrase more = {}) {
        problems_.push_back(
            {raw_.place, Message(what, {shortened(path_), std::move(more)}), std::move(why), std::move(suggestion)});
        return std::nullopt;
    }

    Factor made(decltype(Factor::values) values) const {
        double const most = std::numeric_limits<double>::max();
        return {path_, std::move(values), field_ && field_->number ? field_->range : Range{-most, most}, raw_.place};
    }

    std::optional<Factor> between(double low, double high, bool whole) {
        if (field_ && !field_->number) return refuse("'{0}' takes words, not numbers", forms);
        if (!(low < high)) return refuse("'{0}' has an empty range", "the low end must lie below the high end");
        if (field_ && (low < field_->range.low || high > field_->range.high))
            return refuse("'{0}' leaves its range", Message("it lies from {0}", {limits(field_->range, field_->unit)}));
        if (!whole) return made(Distribution{UniformDistribution{low, high}});
        bool const fits = std::floor(low) == low && std::floor(high) == high && high - low < 1e6 && std::abs(low) < 1e9;
        if (!fits) return refuse("'{0}' takes whole numbers", "at most a million of them");
        return made(WholeNumbers{int(low), int(high)});
    }

    std::optional<Factor> bounds_of_map() {
        constexpr std::string_view known[] = {"from", "to", "whole"};
        std::size_t const before = problems_.size();
        for (Key const& key : raw_.keys)
            if (std::ranges::find(known, key.text) == std::end(known))
                problems_.push_back({key.place, Message("unknown key '{0}'", {shortened(key.text)}),
                                     Message("a range knows {0}", {listed(known)}), did_you_mean(key.text, known)});
        Node const *const from = raw_.find("from"), *const to = raw_.find("to"), *const whole = raw_.find("whole");
        auto const low = from ? number_in(from->text) : std::nullopt, high = to ? number_in(to->text) : std::nullopt;
        if (!low || !high) return refuse("'{0}' has no full range", "it needs both from and to, as numbers");
        bool const yes = whole && (whole->text == "yes" || whole->text == "on" || whole->text == "true");
        bool const no = whole && (whole->text == "no" || whole->text == "off" || whole->text == "false");
        if (whole && !yes && !no) return refuse("'{0}' says neither yes nor no to whole", "whole: yes, or leave it out");
        if (problems_.size() > before) return std::nullopt;
        return between(*low, *high, yes || (field_ && field_->whole));
    }

    std::optional<Factor> distribution() {
        if (field_ && (field_->whole || !field_->number))
            return refuse("'{0}' takes no distribution", field_->whole ? "it is a whole number" : "it takes words",
                          field_->whole ? "write a range: 2..6" : "write them with commas between");
        Field like{.key = path_, .kind = Kind::number};
        double const most = std::numeric_limits<double>::max();
        like.unit = field_ ? field_->unit : Unit::one, like.range = field_ ? field_->range : Range{-most, most};
        auto const number = read_number(raw_, like, problems_);
        if (!number) return std::nullopt;
        if (std::holds_alternative<double>(number->value))
            return refuse("'{0}' has one value only", "a factor takes at least two", forms);
        return made(number->value);
    }

    std::optional<Factor> words(Words found) {
        if (found.size() < 2) return refuse("'{0}' has one value only", "a factor takes at least two", forms);
        for (auto word = found.begin(); word != found.end(); ++word)
            if (word->empty() || std::find(found.begin(), word, *word) != word)
                return refuse(word->empty() ? "'{0}' has an empty value" : "'{0}' has the value '{1}' twice", "", {},
                              shortened(*word));
        return made(std::move(found));
    }

    std::optional<Factor> words_of_list() {
        Words found;
        for (Node const& item : raw_.items) found.push_back(to_line(item));
        return words(std::move(found));
    }

    std::optional<Factor> words_of_text() {
        Words found;
        for (std::string_view rest = raw_.text; !rest.empty();) {
            std::string_view const word = rest.substr(0, rest.find(','));
            found.emplace_back(trimmed(word));
            rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        }
        return words(std::move(found));
    }

    std::string const& path_;
    Node const& raw_;
    std::optional<FieldAt> const& field_;
    std::vector<Problem>& problems_;
};

}  // namespace

std::optional<Factor> read_factor(std::string const& path, Node const& values, std::optional<FieldAt> const& field,
                                  std::vector<Problem>& problems) {
    return Reading(path, values, field, problems).read();
}

std::optional<Factor> read_factor(std::string const& path, std::string_view values, std::string const& option,
                                  std::optional<FieldAt> const& field, std::vector<Problem>& problems) {
    std::vector<Problem> found;
    std::optional<Factor> factor;
    try {
        Node const node = read_yaml(values, option, found);
        factor = read_factor(path, node, field, found);
    } catch (InvalidInput const& unreadable) {
        found = unreadable.problems();
    }
    for (Problem& problem : found) {
        problem.place = {option};
        problems.push_back(std::move(problem));
    }
    if (!found.empty()) return std::nullopt;
    factor->place = {option};
    return factor;
}

}  // namespace micropol
