#include "study/workshop/workshop.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <set>

#include "study/compare/compare.h"
#include "study/workshop/disagreement.h"

namespace micropol {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// Everybody's answers, by name and round.
std::vector<ParticipantAnswers> in_order(std::vector<ParticipantAnswers> answers) {
    std::vector<Problem> problems;
    check_together(answers, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    std::ranges::sort(answers, {}, [](ParticipantAnswers const& one) { return std::pair(one.participant, one.round); });
    return answers;
}

std::vector<Variant> strategies_in(Scenario const& scenario, std::vector<std::string> const& asked) {
    std::vector<Variant> strategies = contenders_in(scenario, asked);
    if (strategies.size() == 1)
        throw InvalidInput(
            Problem{{scenario.file.string()},
                    "there is nothing to choose from",
                    scenario.strategies.empty() ? "the scenario has no strategies" : "only doing nothing is asked for",
                    "add some under 'strategies'; micropol describe interventions shows what can be done"});
    for (Variant const& one : strategies) (void)Model(scenario, one.strategy);  // every problem with it
    return strategies;
}

std::vector<bool> touched_by_anybody(std::vector<ParticipantAnswers> const& answers, std::size_t assumptions) {
    std::vector<bool> touched(assumptions, false);
    for (ParticipantAnswers const& one : answers)
        for (std::size_t k = 0; k < assumptions; ++k)
            if (one.chips.at(k)) touched[k] = true;
    return touched;
}

class Choosing {
  public:
    Choosing(StudyFacts const& facts, std::vector<Variant> const& strategies, BelievedBlocks& blocks, bool less_is_better)
        : facts_(facts), strategies_(strategies), blocks_(blocks), less_is_better_(less_is_better) {}

    void ask(Beliefs const& beliefs) const {
        for (std::size_t k = 0; k < strategies_.size(); ++k) blocks_.ask_for_all_blocks(beliefs, k);
    }
    [[nodiscard]] Preference choice(Beliefs const& beliefs) const {
        std::vector<Contender> contenders;
        for (std::size_t k = 0; k < strategies_.size(); ++k) {
            Contender& contender = contenders.emplace_back(Contender{strategies_[k].name, strategies_[k].meaning, {}});
            for (std::uint32_t block = 0; block < blocks_.blocks(); ++block)
                contender.blocks.push_back({blocks_.of(beliefs, k, block)});
        }
        return {compare(facts_, contenders, {0, less_is_better_})};
    }

  private:
    StudyFacts const& facts_;
    std::vector<Variant> const& strategies_;
    BelievedBlocks& blocks_;
    bool less_is_better_;
};

std::vector<Participant> participants_of(std::vector<ParticipantAnswers> const& answers, Choosing const& choosing) {
    std::vector<Participant> participants;
    for (ParticipantAnswers const& one : answers) {
        Beliefs beliefs = beliefs_in(one);
        Preference choice = choosing.choice(beliefs);
        Stance stance{std::move(beliefs), one.dots, std::move(choice)};
        if (!participants.empty() && participants.back().name == one.participant) {
            Participant& same = participants.back();
            same.before = std::move(same.stance), same.stance = std::move(stance), same.round = one.round;
        } else {
            participants.push_back({one.participant, one.round, std::move(stance)});
        }
    }
    return participants;
}

std::vector<Opinions> opinions_of(std::vector<Participant> const& participants, Questions const& questions) {
    std::vector<Opinions> all;
    for (std::size_t k = 0; k < questions.assumptions.size(); ++k) {
        Opinions& opinions = all.emplace_back();
        std::vector<double> means;
        for (std::size_t i = 0; i < participants.size(); ++i)
            if (auto const& belief = participants[i].stance.beliefs[k]) {
                opinions.touched_by.push_back(i);
                means.push_back(mean_of(*belief, questions.assumptions[k]));
            }
        opinions.least = opinions.mean = opinions.most = unknown;
        if (means.empty()) continue;
        auto const [least, most] = std::ranges::minmax(means);
        double sum = 0;
        for (double const mean : means) sum += mean;
        opinions.least = least, opinions.mean = sum / double(means.size()), opinions.most = most;
    }
    return all;
}

// Of people, or of camps where too many people disagree.
std::vector<Opposed> opposed_in(Workshop const& workshop, std::vector<Variant> const& strategies, bool by_camps) {
    struct Side {
        std::vector<std::size_t> participants;
        std::vector<Beliefs> beliefs;
        std::size_t choice;
    };
    std::vector<Side> sides;
    for (std::size_t i = 0; i < workshop.participants.size(); ++i) {
        Stance const& stance = workshop.participants[i].stance;
        auto const choice = std::size_t(std::ranges::find(strategies, stance.choice.strategy(), &Variant::name) -
                                        strategies.begin());
        auto const camp = std::ranges::find(sides, choice, &Side::choice);
        Side& side = by_camps && camp != sides.end() ? *camp : sides.emplace_back(Side{{}, {}, choice});
        side.participants.push_back(i), side.beliefs.push_back(stance.beliefs);
    }
    std::vector<Opposed> pairs;
    for (std::size_t i = 0; i < sides.size(); ++i)
        for (std::size_t j = i + 1; j < sides.size(); ++j)
            if (sides[i].choice != sides[j].choice)
                pairs.push_back({sides[i].participants, sides[j].participants, pool_of(sides[i].beliefs),
                                 pool_of(sides[j].beliefs), sides[i].choice, sides[j].choice});
    return pairs;
}

std::vector<int> dots_of(std::vector<Participant> const& participants, std::size_t levers) {
    std::vector<int> dots(levers, 0);
    for (Participant const& one : participants)
        for (std::size_t k = 0; k < levers; ++k) dots[k] += one.stance.dots.at(k);
    return dots;
}

// What both the study and its forecast begin with.
struct Ready {
    std::vector<ParticipantAnswers> answers;  // in order
    Scenario scenario;
    std::vector<Variant> strategies;
    Model model;  // without a strategy
    OutcomeKind const* outcome;
    std::uint32_t blocks;
    std::vector<Beliefs> beliefs;  // [answers]
    std::vector<Beliefs> last;     // of each participant's last round
    Beliefs pool, none;

    Ready(ScenarioSource const& source, WorkshopPlan const& plan)
        : answers(in_order(plan.answers)), scenario(source.read()), strategies(strategies_in(scenario, plan.strategies)),
          model(scenario, ""), outcome(model.outcomes()[outcome_named(plan.by, model.outcomes())]),
          blocks(plan.blocks.value_or(model.blocks())), none(plan.questions.assumptions.size()) {
        if (blocks == 0) throw InvalidPlan("blocks", "at least one block is needed");
        // Only that is measured by which one chooses: it changes no history, and takes less time.
        for (Variant& one : strategies)
            one.changes.emplace_back(Override{"outcomes", "[\"" + std::string(outcome->plugin.key) + "\"]"});
        for (std::size_t k = 0; k < answers.size(); ++k) {
            beliefs.push_back(beliefs_in(answers[k]));
            if (k + 1 == answers.size() || answers[k + 1].participant != answers[k].participant) last.push_back(beliefs[k]);
        }
        pool = pool_of(last);
    }
    [[nodiscard]] std::vector<bool> touched() const { return touched_by_anybody(answers, none.size()); }
    // Everything that somebody may choose by, each once.
    [[nodiscard]] std::set<Beliefs> stances() const {
        std::set<Beliefs> all(beliefs.begin(), beliefs.end());
        all.insert(pool), all.insert(none);
        return all;
    }
};

// Blocks that it takes at most to find out which of so many answers divide two sides, besides those under what each believes.
std::uint64_t blocks_to_take_apart(std::size_t answers, WorkshopPlan const& plan, std::uint32_t blocks) {
    if (answers < 2) return 0;
    std::uint64_t const between = answers <= plan.exact_up_to ? (std::uint64_t{1} << answers) - 2 : 2 * (answers - 1);
    return 2 * between * blocks;  // of two strategies
}

std::uint64_t most_to_take_apart(Ready const& ready, WorkshopPlan const& plan) {
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i < ready.last.size(); ++i)
        for (std::size_t j = i + 1; j < ready.last.size(); ++j) {
            std::size_t differ = 0;
            for (std::size_t k = 0; k < ready.none.size(); ++k) differ += ready.last[i][k] != ready.last[j][k] ? 1 : 0;
            pairs.push_back(blocks_to_take_apart(differ, plan, ready.blocks));
        }
    std::ranges::sort(pairs, std::greater{});
    bool const camps_are_possible = pairs.size() > plan.most_pairs;
    if (camps_are_possible) pairs.resize(plan.most_pairs);
    std::uint64_t const by_pairs = std::accumulate(pairs.begin(), pairs.end(), std::uint64_t{0});
    if (!camps_are_possible) return by_pairs;
    std::uint64_t const camps = std::min(ready.strategies.size(), ready.last.size());
    std::vector<bool> const touched = ready.touched();
    return std::max(by_pairs, camps * (camps - 1) / 2 *
                                  blocks_to_take_apart(std::size_t(std::ranges::count(touched, true)), plan, ready.blocks));
}

// [assumption]
std::vector<std::optional<double>> means_in(GivenNumbers const& given, Questions const& questions) {
    std::vector<std::optional<double>> means;
    for (AskedAssumption const& asked : questions.assumptions) {
        auto& mean = means.emplace_back();
        auto const position = given.find(asked.path);
        if (!position) continue;
        mean = 0;
        for (std::uint32_t row = 0; row < given.rows(); ++row) *mean += given.of_block(row)[*position] / double(given.rows());
    }
    return means;
}

}  // namespace

bool Preference::is_clear() const { return std::ranges::count_if(comparison.standings, &Standing::level_with_best) == 1; }

std::optional<Workshop> hold_workshop(ScenarioSource const& source, WorkshopPlan const& plan, SimulateTasks const& simulate) {
    Ready const ready(source, plan);
    Workshop workshop;
    workshop.facts = facts_of(ready.model), workshop.questions = plan.questions, workshop.blocks = ready.blocks;
    workshop.outcome = ready.outcome, workshop.less_is_better = plan.less_is_better;
    workshop.facts.outcomes = {workshop.outcome};
    BelievedNumbers const numbers(source, plan.questions, ready.touched(), plan.given);
    BelievedBlocks blocks(numbers, ready.strategies, ready.blocks, simulate);
    Choosing const choosing(workshop.facts, ready.strategies, blocks, plan.less_is_better);
    for (Beliefs const& beliefs : ready.stances()) choosing.ask(beliefs);
    if (!blocks.simulate()) return std::nullopt;
    workshop.participants = participants_of(ready.answers, choosing);
    workshop.pool = ready.pool;
    workshop.pooled = choosing.choice(ready.pool), workshop.without = choosing.choice(ready.none);
    workshop.opinions = opinions_of(workshop.participants, plan.questions);
    workshop.dots = dots_of(workshop.participants, plan.questions.levers.size());
    if (plan.given) workshop.learned = means_in(*plan.given, plan.questions);

    std::vector<Opposed> pairs = opposed_in(workshop, ready.strategies, false);
    workshop.by_camps = pairs.size() > plan.most_pairs;
    if (workshop.by_camps) pairs = opposed_in(workshop, ready.strategies, true);
    std::vector<std::string> names;
    names.reserve(ready.strategies.size());
    for (Variant const& one : ready.strategies) names.push_back(one.name);
    auto found = take_apart(pairs, names, blocks, plan, ready.scenario.seed, workshop.outcome->unit);
    if (!found) return std::nullopt;
    workshop.disagreements = std::move(*found);
    return workshop;
}

Forecast forecast(ScenarioSource const& source, WorkshopPlan const& plan) {
    Ready const ready(source, plan);
    Forecast expected{.blocks = std::uint64_t(ready.blocks) * ready.strategies.size() * ready.stances().size(),
                      .more = most_to_take_apart(ready, plan)};
    BelievedNumbers const numbers(source, plan.questions, ready.touched(), plan.given);
    for (Variant const& one : ready.strategies) {
        std::vector<Change> changes = one.changes;
        changes.insert(changes.end(), numbers.changes().begin(), numbers.changes().end());
        expected.models.push_back(
            std::make_shared<Model const>(source.read(changes), one.strategy, numbers.values_of(ready.pool, ready.blocks)));
    }
    // Of each block one outcome twice, and what was believed, by which it is found again.
    std::size_t const belief = sizeof(Beliefs::value_type) + Questions::bins * sizeof(double);
    expected.kept = std::size_t(expected.blocks + expected.more) * (2 * sizeof(Worlds) + ready.none.size() * belief);
    return expected;
}

}  // namespace micropol
