#include <algorithm>

#include "base/overloaded.h"
#include "model/model.h"
#include "scenario/read_part.h"
#include "study/explain/extra.h"
#include "study/explain/fork.h"
#include "study/plan.h"

namespace micropol {

namespace {

// At spaces, except within brackets and quotes.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    int depth = 0;
    char quote = 0;
    for (char const c : text) {
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        if (c == ' ' && depth == 0 && quote == 0)
            words.emplace_back();
        else
            words.back() += c;
    }
    std::erase(words, "");
    return words;
}

Place place_of(std::string const& text) { return {"--then \"" + text + '"'}; }

class Parser {
  public:
    Parser(int week, std::vector<Problem>& problems) : week_(week), problems_(problems) {}

    std::optional<ForkPlan::Step> parse(std::string const& text) {
        text_ = text;
        Wish const wish = parse_wish(text);
        if (wish.verb == "set")
            return complain("a setting holds from the first week on",
                            "what can change in the middle of a history is what is done",
                            "'add' and 'drop' interventions; micropol run --set compares settings from the start");
        if ((wish.verb != "add" && wish.verb != "drop") || wish.what.empty())
            return complain("not understood",
                            Message("it takes {0} or {1}",
                                    {name("\"add LEVER intensity=0.6 target={who: losers}\""), name("\"drop LEVER\"")}));
        if (wish.verb == "add") return add(wish);
        if (!wish.settings.empty())
            return complain(Message("'{0}' has no place here", {name(wish.settings.front())}), "what is dropped ends");
        return ForkPlan::Step{text, DropLever{wish.what}};
    }

  private:
    std::optional<ForkPlan::Step> add(Wish const& wish) {
        std::vector<std::string_view> known;
        for (InterventionKind const* kind : intervention_catalogue()) known.push_back(kind->plugin.key);
        auto const shocks = shock_names();
        bool const is_lever = std::ranges::find(known, wish.what) != known.end();
        if (!is_lever && std::ranges::find(shocks, wish.what) == shocks.end()) {
            known.insert(known.end(), shocks.begin(), shocks.end());
            Message const guess = did_you_mean(wish.what, std::span<std::string_view const>(known));
            return complain(Message("there is no lever and no shock '{0}'", {name(wish.what)}), "",
                            guess.empty() ? see("micropol describe interventions") : guess);
        }
        std::string entry = (is_lever ? "{lever: " : "{kind: ") + wish.what;
        for (std::string const& setting : wish.settings) {
            auto const equals = setting.find('=');
            std::string const key = setting.substr(0, equals);
            if (equals == std::string::npos || equals == 0)
                return complain(Message("'{0}' is not understood", {name(setting)}), "what follows the lever is key=value");
            if (key == "from_week" || key == "week")
                return complain(Message("'{0}' has no place here", {name(key)}), "it begins in the week of the fork",
                                "use --at-week");
            entry += ", " + key + ": " + setting.substr(equals + 1);
        }
        entry += (is_lever ? ", from_week: " : ", week: ") + std::to_string(week_) + "}";
        if (is_lever) {
            if (auto section = read_intervention(entry, place_of(text_), known_plugins(), problems_))
                return ForkPlan::Step{text_, AddIntervention{std::move(*section), entry}};
        } else if (auto section = read_shock(entry, place_of(text_), known_plugins(), problems_)) {
            return ForkPlan::Step{text_, AddShock{std::move(*section), entry}};
        }
        return std::nullopt;
    }

    std::nullopt_t complain(Phrase what, Phrase why, Phrase suggestion = {}) {
        problems_.push_back({place_of(text_), std::move(what), std::move(why), std::move(suggestion)});
        return std::nullopt;
    }

    int week_;
    std::vector<Problem>& problems_;
    std::string text_;
};

// Ends what pulls a lever.
class Dropping {
  public:
    Dropping(Scenario const& scenario, std::string const& strategy, int week)
        : scenario_(scenario), strategy_(std::ranges::find(scenario.strategies, strategy, &Strategy::name)), week_(week) {}

    // What cannot be: why; nothing otherwise.
    std::optional<Problem> drop(ForkPlan::Step const& step, std::vector<Change>& changes) const {
        std::string const& lever = std::get<DropLever>(step.what).lever;
        bool found = false, still_open = false;
        each([&](InterventionSection const& section, std::string const& path) {
            if (section.key != lever) return;
            found = true;
            if (section.until_week > 0 && section.until_week <= week_) return;
            still_open = true;
            if (begins_before(section, week_)) {
                changes.emplace_back(SetNumber{path + ".until_week", double(week_)});
            } else {
                // It would have begun later: it does so without force and for nothing.
                changes.emplace_back(SetNumber{path + ".intensity", 0});
                changes.emplace_back(SetNumber{path + ".weekly_cost", 0});
            }
        });
        Place const place = place_of(step.text.empty() ? "drop " + lever : step.text);
        if (!found) return Problem{place, Message("nobody pulls the lever '{0}' here", {name(lever)}), there_is(), ""};
        if (!still_open)
            return Problem{place, Message("'{0}' is over by week {1}", {name(lever), name(std::to_string(week_))}),
                           "there is nothing left to drop", ""};
        return std::nullopt;
    }

  private:
    void each(std::function<void(InterventionSection const&, std::string const&)> const& visit) const {
        for (std::size_t k = 0; k < scenario_.interventions.size(); ++k)
            visit(scenario_.interventions[k], "interventions." + std::to_string(k));
        if (strategy_ == scenario_.strategies.end()) return;
        for (std::size_t k = 0; k < strategy_->interventions.size(); ++k)
            visit(strategy_->interventions[k], "strategies." + strategy_->name + ".interventions." + std::to_string(k));
    }

    [[nodiscard]] Message there_is() const {
        std::vector<std::string> levers;
        each([&](InterventionSection const& section, std::string const&) { levers.push_back(section.key); });
        bool const without = strategy_ == scenario_.strategies.end();
        Listing const all = listed(std::span<std::string const>(levers));
        if (without)
            return levers.empty() ? Message("the scenario without a strategy has no interventions")
                                  : Message("the scenario without a strategy has {0}", {all});
        return levers.empty() ? Message("strategy '{0}' has no interventions", {name(strategy_->name)})
                              : Message("strategy '{0}' has {1}", {name(strategy_->name), all});
    }

    Scenario const& scenario_;
    std::vector<Strategy>::const_iterator strategy_;  // end(): none
    int week_;
};

}  // namespace

Wish parse_wish(std::string const& text) {
    std::vector<std::string> const words = words_of(text);
    Wish wish{text, words.empty() ? "" : words[0], words.size() < 2 ? "" : words[1], {}};
    if (words.size() > 2) wish.settings.assign(words.begin() + 2, words.end());
    return wish;
}

ForkPlan parse_fork(int week, std::vector<std::string> const& then) {
    ForkPlan plan{.week = week};
    std::vector<Problem> problems;
    Parser parser(week, problems);
    for (std::string const& text : then)
        if (auto step = parser.parse(text)) plan.then.push_back(std::move(*step));
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return plan;
}

std::vector<Change> changes_of(ForkPlan const& plan, Scenario const& scenario, std::string const& strategy) {
    if (plan.week < 0 || plan.week >= scenario.weeks)
        throw InvalidPlan("at_week", Message("a history lasts from week 0 to {0}, and has no week {1}",
                                             {name(std::to_string(scenario.weeks - 1)), name(std::to_string(plan.week))}));
    std::vector<Change> changes;
    std::vector<Problem> problems;
    Dropping const dropping(scenario, strategy, plan.week);
    for (ForkPlan::Step const& step : plan.then)
        std::visit(Overloaded{[&](DropLever const&) {
                                  if (auto problem = dropping.drop(step, changes)) problems.push_back(std::move(*problem));
                              },
                              [&](AddIntervention add) {
                                  add.intervention.from_week = plan.week;
                                  changes.emplace_back(std::move(add));
                              },
                              [&](AddShock add) {
                                  add.shock.week = plan.week;
                                  changes.emplace_back(std::move(add));
                              }},
                   step.what);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return changes;
}

}  // namespace micropol
