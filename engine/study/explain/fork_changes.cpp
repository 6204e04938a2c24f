#include <algorithm>

#include "interventions/intervention.h"
#include "study/explain/fork.h"

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

class Fitter {
  public:
    Fitter(Scenario const& scenario, std::string const& strategy, int week)
        : scenario_(scenario), strategy_(strategy), week_(week) {}

    void fit(std::string const& text) {
        Wish const wish = parse_wish(text);
        if (wish.verb == "set")
            complain(wish, "a setting holds from the first week on", "what can change in the middle of a history is what is done",
                     "'add' and 'drop' interventions; micropol run --set compares settings from the start");
        else if ((wish.verb != "add" && wish.verb != "drop") || wish.what.empty())
            complain(wish, "not understood", "it takes \"add LEVER intensity=0.6 target=losers\" or \"drop LEVER\"", "");
        else if (wish.verb == "add")
            add(wish);
        else
            drop(wish);
    }

    std::vector<Override> take() {
        if (!problems_.empty()) throw InvalidInput(std::move(problems_));
        return std::move(changes_);
    }

  private:
    void add(Wish const& wish) {
        std::vector<std::string_view> known;
        for (InterventionKind const* kind : intervention_catalogue()) known.push_back(kind->plugin.key);
        bool const is_lever = std::ranges::find(known, wish.what) != known.end();
        auto const shocks = shock_names();
        bool const is_shock = std::ranges::find(shocks, wish.what) != shocks.end();
        if (!is_lever && !is_shock) {
            known.insert(known.end(), shocks.begin(), shocks.end());
            std::string const guess = did_you_mean(wish.what, std::span<std::string_view const>(known));
            return complain(wish, "there is no lever and no shock '" + wish.what + "'", "",
                            guess.empty() ? "see micropol describe interventions" : guess);
        }
        std::string entry = (is_lever ? "{lever: " : "{kind: ") + wish.what;
        for (std::string const& setting : wish.settings) {
            auto const equals = setting.find('=');
            std::string const key = setting.substr(0, equals);
            if (equals == std::string::npos || equals == 0)
                return complain(wish, "'" + setting + "' is not understood", "what follows the lever is key=value", "");
            if (key == "from_week" || key == "week")
                return complain(wish, "'" + key + "' has no place here", "it begins in the week of the fork", "use --at-week");
            entry += ", " + key + ": " + setting.substr(equals + 1);
        }
        entry += (is_lever ? ", from_week: " : ", week: ") + std::to_string(week_) + "}";
        changes_.push_back({is_lever ? "interventions.+" : "shocks.+", entry});
    }

    void drop(Wish const& wish) {
        if (!wish.settings.empty())
            return complain(wish, "'" + wish.settings.front() + "' has no place here", "what is dropped ends", "");
        bool found = false, still_open = false;
        drop_from(scenario_.interventions, "interventions", wish.what, found, still_open);
        auto const strategy = std::ranges::find(scenario_.strategies, strategy_, &Strategy::name);
        if (strategy != scenario_.strategies.end())
            drop_from(strategy->interventions, "strategies." + strategy_ + ".interventions", wish.what, found, still_open);
        if (!found)
            complain(wish, "nobody pulls the lever '" + wish.what + "' here", there_is(), "");
        else if (!still_open)
            complain(wish, "'" + wish.what + "' is over by week " + std::to_string(week_), "there is nothing left to drop", "");
    }

    void drop_from(std::vector<InterventionSection> const& sections, std::string const& path, std::string const& lever,
                   bool& found, bool& still_open) {
        for (std::size_t k = 0; k < sections.size(); ++k) {
            InterventionSection const& section = sections[k];
            if (section.key != lever) continue;
            found = true;
            if (section.until_week > 0 && section.until_week <= week_) continue;
            still_open = true;
            std::string const entry = path + "." + std::to_string(k) + ".";
            if (begins_before(section)) {
                changes_.push_back({entry + "until_week", std::to_string(week_)});
            } else {
                // It would have begun later: it does so without force and for nothing.
                changes_.push_back({entry + "intensity", "0"});
                changes_.push_back({entry + "weekly_cost", "0"});
            }
        }
    }

    [[nodiscard]] bool begins_before(InterventionSection const& section) const {
        if (!section.when) return section.from_week < week_;
        int const look = section.when->at_week.value_or(section.when->from_week.value_or(0));
        return std::max(section.from_week, look + 1) < week_;
    }

    [[nodiscard]] std::string there_is() const {
        std::vector<std::string> levers;
        auto const note = [&](std::vector<InterventionSection> const& sections) {
            for (InterventionSection const& section : sections) levers.push_back(section.key);
        };
        note(scenario_.interventions);
        auto const strategy = std::ranges::find(scenario_.strategies, strategy_, &Strategy::name);
        if (strategy != scenario_.strategies.end()) note(strategy->interventions);
        std::string const where = strategy_.empty() ? "the scenario without a strategy" : "strategy '" + strategy_ + "'";
        return levers.empty() ? where + " has no interventions" : where + " has " + listed(std::span<std::string const>(levers));
    }

    void complain(Wish const& wish, std::string what, std::string why, std::string suggestion) {
        problems_.push_back({{"--then \"" + wish.text + '"'}, std::move(what), std::move(why), std::move(suggestion)});
    }

    Scenario const& scenario_;
    std::string const& strategy_;
    int week_;
    std::vector<Override> changes_;
    std::vector<Problem> problems_;
};

}  // namespace

Wish parse_wish(std::string const& text) {
    std::vector<std::string> const words = words_of(text);
    Wish wish{text, words.empty() ? "" : words[0], words.size() < 2 ? "" : words[1], {}};
    if (words.size() > 2) wish.settings.assign(words.begin() + 2, words.end());
    return wish;
}

std::vector<Override> changes_from(Scenario const& scenario, std::string const& strategy, int week,
                                   std::vector<std::string> const& then) {
    Fitter fitter(scenario, strategy, week);
    for (std::string const& wish : then) fitter.fit(wish);
    return fitter.take();
}

}  // namespace micropol
