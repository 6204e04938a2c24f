// From what is asked for to what is swept: names, sizes and values held against the scenario, and what was left open decided.

#include <algorithm>

#include "study/compare/comparison.h"
#include "study/sweep/sweep.h"
#include "study/sweep/sweep_factors.h"

namespace micropol {

namespace {

constexpr double most_points = 1e6;

// Useful within a minute or so for some 240 employees: histories of a point, points (rows, trajectories), levels.
struct Useful {
    int histories;
    std::size_t size, levels;
};
constexpr Useful useful(Design design) {
    switch (design) {
        case Design::morris: return {32, 30, 4};
        case Design::sobol: return {32, 64, 0};
        case Design::latin_hypercube:
        case Design::sobol_sequence: return {32, 512, 0};
        case Design::grid:
        case Design::one_at_a_time: return {256, 0, 5};
        case Design::list: break;
    }
    return {256, 0, 0};
}

class Defining {
  public:
    Defining(ScenarioSource const& source, SweepPlan const& plan) : source_(source), plan_(plan), scenario_(source.read()) {}

    SweepDefinition define() {
        made_.question = plan_.question, made_.claim = plan_.claim, made_.source = plan_.source;
        made_.design = plan_.design, made_.seed = scenario_.seed;
        set_strategies();
        Model const model(scenario_, problems_.empty() ? made_.strategy : "");
        made_.blocks = model.blocks();
        recorded_ = model.outcomes();
        set_outcomes();
        set_failure();
        set_sizes();
        if (!problems_.empty()) throw InvalidInput(std::move(problems_));
        set_factors();
        return std::move(made_);
    }

  private:
    void set_strategies() {
        std::vector<std::string> known{std::string(no_strategy)};
        for (Strategy const& strategy : scenario_.strategies) known.push_back(strategy.name);
        auto const named = [&](Named const& asked, char const* field) -> std::string {
            if (asked.name.empty() || asked.name == no_strategy) return "";
            if (std::ranges::find(known, asked.name) == known.end())
                problems_.push_back({asked.place.file.empty() ? Place{field} : asked.place,
                                     Message("there is no strategy '{0}'", {name(asked.name)}),
                                     Message("the scenario has {0}", {listed(known)}), did_you_mean(asked.name, known)});
            return asked.name;
        };
        made_.strategy = named(plan_.strategy, "strategy");
        if (plan_.against) made_.against = named(*plan_.against, "against");
        if (made_.against == made_.strategy && problems_.empty())
            problems_.push_back({plan_.against->place.file.empty() ? Place{"against"} : plan_.against->place,
                                 "a strategy does not differ from itself", "", "name two"});
    }

    // A problem where it was written; else of the plan.
    std::optional<std::size_t> outcome(Named const& asked) {
        if (auto const outcome = position_of(asked.name, recorded_)) return outcome;
        if (asked.place.file.empty()) return outcome_named(asked.name, recorded_);
        std::vector<std::string_view> const known = keys_of(recorded_);
        problems_.push_back({asked.place, Message("the scenario records no outcome '{0}'", {name(asked.name)}),
                             see("micropol describe outcomes"),
                             did_you_mean(asked.name, std::span<std::string_view const>(known))});
        return std::nullopt;
    }

    void set_outcomes() {
        std::vector<Named> const usual{{"substantive"}};
        for (Named const& asked : plan_.outcomes.empty() ? usual : plan_.outcomes) {
            auto const found = outcome(asked);
            if (found && std::ranges::count(made_.outcomes, *found) == 0) made_.outcomes.push_back(*found);
        }
    }

    void set_failure() {
        if (!plan_.fails_when || made_.outcomes.empty()) return;
        SweepPlan::Fails const& fails = *plan_.fails_when;
        auto const of = fails.outcome.empty() ? std::optional(made_.outcomes.front()) : outcome({fails.outcome, fails.place});
        if (of) made_.fails_when = {*of, fails.level, fails.above};
    }

    void set_sizes() {
        Useful const sizes = useful(made_.design);
        made_.size = plan_.size.value_or(sizes.size), made_.levels = plan_.levels.value_or(sizes.levels);
        made_.second_order = plan_.second_order;
        if (plan_.size && (made_.size == 0 || double(made_.size) > most_points))
            throw InvalidPlan("points", Message("there can be {0} to {1}", {Count{1}, Count{1'000'000}}));
        if (plan_.levels && (made_.levels < 2 || made_.levels > 1000))
            throw InvalidPlan("levels", Message("there can be {0} to {1}", {Count{2}, Count{1000}}));
        if (made_.second_order && made_.design != Design::sobol) throw InvalidPlan("second_order", "goes with the design sobol");
        if (made_.design == Design::morris && made_.levels % 2 != 0)
            throw InvalidPlan("levels", "the design morris needs an even number of them");
        if (made_.design != Design::list && plan_.list) throw InvalidPlan("list", "goes with the design list");
        if (made_.design == Design::list && !plan_.list)
            throw InvalidPlan("list", "the design list needs a CSV file, with a column for each path");
    }

    void set_factors() {
        if (made_.design == Design::list) {
            auto [factors, points] = listed_points(*plan_.list, source_, made_);
            made_.factors = std::move(factors), made_.listed = std::move(points);
        } else {
            made_.factors = swept_factors(plan_, source_, made_);
        }
        if (!plan_.strategy.name.empty() && std::ranges::count(made_.factors, strategy_path, &Factor::path) > 0)
            throw InvalidPlan("strategy", "the strategy is a factor, and cannot be fixed");
        if (double const count = count_of_points(made_) * double(made_.arms()); count > most_points)
            throw InvalidInput(Problem{plan_.place.file.empty() ? Place{scenario_.file.string()} : plan_.place,
                                       "this design has more than a million points",
                                       Message("{0} factors", {Count{made_.factors.size()}}),
                                       "sweep fewer factors with --factor, or take --design morris"});
    }

    ScenarioSource const& source_;
    SweepPlan const& plan_;
    Scenario const scenario_;
    SweepDefinition made_;
    std::vector<OutcomeKind const*> recorded_;
    std::vector<Problem> problems_;
};

}  // namespace

int histories_of_a_point(Design design) { return useful(design).histories; }

SweepDefinition definition_of(ScenarioSource const& source, SweepPlan const& plan) { return Defining(source, plan).define(); }

}  // namespace micropol
