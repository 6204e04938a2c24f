#include "study/workshop/workshop.h"

#include <algorithm>
#include <limits>

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

}  // namespace

bool Preference::is_clear() const { return std::ranges::count_if(comparison.standings, &Standing::level_with_best) == 1; }

std::optional<Workshop> hold_workshop(ScenarioSource const& source, WorkshopPlan const& plan, SimulateTasks const& simulate) {
    std::vector<ParticipantAnswers> const answers = in_order(plan.answers);
    Scenario const scenario = source.read();
    std::vector<Variant> const strategies = strategies_in(scenario, plan.strategies);
    Model const model(scenario, "");
    std::size_t const outcome = outcome_named(plan.by, model.outcomes());
    std::uint32_t const count = plan.blocks.value_or(model.blocks());
    if (count == 0) throw InvalidPlan("blocks", "at least one block is needed");

    Workshop workshop;
    workshop.facts = facts_of(model), workshop.questions = plan.questions, workshop.blocks = count;
    workshop.outcome = model.outcomes()[outcome], workshop.less_is_better = plan.less_is_better;
    workshop.facts.outcomes = {workshop.outcome};
    BelievedNumbers const numbers(source, plan.questions, touched_by_anybody(answers, plan.questions.assumptions.size()));
    BelievedBlocks blocks(numbers, strategies, outcome, count, simulate);
    Choosing const choosing(workshop.facts, strategies, blocks, plan.less_is_better);

    // Of each participant's last round.
    std::vector<Beliefs> last;
    for (std::size_t k = 0; k < answers.size(); ++k) {
        choosing.ask(beliefs_in(answers[k]));
        if (k + 1 == answers.size() || answers[k + 1].participant != answers[k].participant)
            last.push_back(beliefs_in(answers[k]));
    }
    Beliefs const none(plan.questions.assumptions.size());
    workshop.pool = pool_of(last);
    choosing.ask(workshop.pool), choosing.ask(none);
    if (!blocks.simulate()) return std::nullopt;
    workshop.participants = participants_of(answers, choosing);
    workshop.pooled = choosing.choice(workshop.pool), workshop.without = choosing.choice(none);
    workshop.opinions = opinions_of(workshop.participants, plan.questions);
    workshop.dots = dots_of(workshop.participants, plan.questions.levers.size());

    std::vector<Opposed> pairs = opposed_in(workshop, strategies, false);
    workshop.by_camps = pairs.size() > plan.most_pairs;
    if (workshop.by_camps) pairs = opposed_in(workshop, strategies, true);
    std::vector<std::string> names;
    names.reserve(strategies.size());
    for (Variant const& one : strategies) names.push_back(one.name);
    auto found = take_apart(pairs, names, blocks, plan, scenario.seed, workshop.outcome->unit);
    if (!found) return std::nullopt;
    workshop.disagreements = std::move(*found);
    return workshop;
}

}  // namespace micropol
