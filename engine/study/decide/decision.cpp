#include "study/decide/decision.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "statistics/quantile.h"
#include "study/decide/best_where.h"
#include "study/decide/signposts.h"
#include "study/decide/surveys.h"
#include "study/ends_of_unit.h"

namespace micropol {

namespace {

constexpr std::size_t lanes = std::size_t(histories_per_block), half = lanes / 2;

// What a strategy brings, by the question: more is better.
struct Benefits {
    std::vector<Sample> first, second, whole;  // [strategy][block] means over eight histories, the other eight, and all
};

double scale_of(DecisionQuestion const& question) { return question.money_per.value_or(1); }

Benefits benefits_of(std::vector<Contender> const& contenders, DecisionQuestion const& question) {
    Benefits benefits;
    double const sign = question.criterion.less_is_better ? -1 : 1, scale = sign * scale_of(question);
    for (Contender const& contender : contenders) {
        std::vector<double> const histories = histories_of(contender, question.criterion.outcome);
        std::size_t const blocks = histories.size() / lanes;
        Sample first(blocks), second(blocks), whole(blocks);
        for (std::size_t block = 0; block < blocks; ++block) {
            double early = 0, late = 0;
            for (std::size_t k = 0; k < half; ++k)
                early += histories[block * lanes + k], late += histories[block * lanes + half + k];
            first[block] = scale * early / double(half), second[block] = scale * late / double(half);
            whole[block] = (first[block] + second[block]) / 2;
        }
        benefits.first.push_back(std::move(first)), benefits.second.push_back(std::move(second));
        benefits.whole.push_back(std::move(whole));
    }
    return benefits;
}

std::size_t best_in(std::vector<Sample> const& benefits, std::size_t block) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < benefits.size(); ++k)
        if (benefits[k][block] > benefits[best][block]) best = k;
    return best;
}

// 1 for the only best of a block, an even part where several are as good, 0 for the others.
double part_of_best(std::vector<Sample> const& benefits, std::size_t strategy, std::size_t block) {
    double const most = benefits[best_in(benefits, block)][block];
    if (benefits[strategy][block] < most) return 0;
    return 1 / double(std::ranges::count(benefits, most, [&](Sample const& one) { return one[block]; }));
}

// [block] what the best of the block, chosen by one half, has more of the other half than the strategy; both ways.
Sample regret_of(Benefits const& benefits, std::size_t strategy) {
    Sample regret(benefits.whole.front().size());
    for (std::size_t block = 0; block < regret.size(); ++block) {
        std::size_t const by_first = best_in(benefits.first, block), by_second = best_in(benefits.second, block);
        regret[block] = (benefits.second[by_first][block] - benefits.second[strategy][block] + benefits.first[by_second][block] -
                         benefits.first[strategy][block]) /
                        2;
    }
    return regret;
}

double point_of(Sample const& values, double share) {
    std::vector<float> ascending(values.begin(), values.end());
    std::ranges::sort(ascending);
    return double(quantile(ascending, share));
}

Estimate level_of(Contender const& contender, DecisionQuestion const& question, Unit unit) {
    std::vector<double> values = histories_of(contender, question.criterion.outcome);
    // A point of a sweep may be the mean of several blocks.
    bool const yes_or_no = unit == Unit::flag && std::ranges::all_of(values, [](double one) { return one == 0 || one == 1; });
    if (!question.money_per) return yes_or_no ? estimate_share(values) : estimate(values, ends_of(unit));
    for (double& value : values) value *= *question.money_per;
    return estimate(values);
}

std::vector<Choice> choices_of(std::vector<Contender> const& contenders, Benefits const& benefits,
                               DecisionQuestion const& question, Unit unit) {
    std::vector<Choice> choices;
    std::size_t const blocks = benefits.whole.front().size();
    double const sign = question.criterion.less_is_better ? -1 : 1;
    for (std::size_t k = 0; k < contenders.size(); ++k) {
        Sample const regret = regret_of(benefits, k);
        std::size_t enough = 0;
        Sample best;
        for (std::size_t block = 0; block < blocks; ++block) {
            double const wanted = question.good_enough ? sign * scale_of(question) * *question.good_enough
                                                       : benefits.whole.front()[block];
            enough += benefits.whole[k][block] >= wanted;
            best.push_back(part_of_best(benefits.whole, k, block));
        }
        choices.push_back({.name = contenders[k].name,
                           .meaning = contenders[k].meaning,
                           .contender = k,
                           .level = level_of(contenders[k], question, unit),
                           .mean_regret = estimate_of_blocks(regret).mean,
                           .regret_90 = point_of(regret, 0.90),
                           .regret_98 = point_of(regret, 0.98),
                           .good_enough = estimate_independent_share(enough, blocks),
                           .best_in = estimate_of_blocks(best, ends_of_shares),
                           .regrets = regret});
    }
    return choices;
}

// "mechanisms.adoption.", "levers.training.", "transformation.": what belongs together.
std::string group_of(std::string const& path) {
    std::size_t const first = path.find('.');
    if (first == std::string::npos) return path;
    std::string room = path.substr(0, first);
    if (room != "mechanisms" && room != "levers") return room;
    return path.substr(0, path.find('.', first + 1));
}

// The worth of each, with bounds that hold for all of them together; the most first.
void value(std::vector<Unknown>& unknowns, std::vector<DrawnNumber> const& drawn, Sample const& result,
           ValueOfKnowing const& value_of) {
    std::vector<OneOfMany> matters(unknowns.size());
    in_parallel(0, unknowns.size(), [&](std::size_t k) {
        std::vector<Sample> known;
        for (std::size_t const number : unknowns[k].numbers) known.push_back(drawn[number].values);
        matters[k] = value_of.among_many(known);
        unknowns[k].moves = explained_share(result, known);
    });
    bound_together(matters);
    for (std::size_t k = 0; k < unknowns.size(); ++k) unknowns[k].worth = matters[k].worth;
    std::ranges::stable_sort(unknowns, [](Unknown const& a, Unknown const& b) {
        return std::pair(a.worth.held_out, a.worth.value) > std::pair(b.worth.held_out, b.worth.value);
    });
}

// [block] position in `order` of the strategy that alone is best.
std::vector<std::optional<std::size_t>> best_of_blocks(std::vector<Sample> const& benefits,
                                                       std::vector<std::size_t> const& order) {
    std::vector<std::optional<std::size_t>> best(benefits.front().size());
    for (std::size_t block = 0; block < best.size(); ++block)
        for (std::size_t k = 0; k < order.size(); ++k)
            if (part_of_best(benefits, order[k], block) == 1) best[block] = k;
    return best;
}

Answer answer_to(DecisionQuestion const& question, StudyFacts const& facts, std::vector<Contender> const& contenders,
                 std::vector<DrawnNumber> const& drawn, std::optional<SeenWeeks> const& seen) {
    Answer answer{.question = question,
                  .unit = question.money_per ? Unit::money : facts.outcomes[question.criterion.outcome]->unit};
    Benefits const benefits = benefits_of(contenders, question);
    std::vector<Choice> const choices = choices_of(contenders, benefits, question, answer.unit);
    std::vector<std::size_t> order(choices.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    double const sign = question.criterion.less_is_better ? -1 : 1;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t k) { return sign * choices[k].level.mean; });
    for (std::size_t const k : order) answer.choices.push_back(choices[k]);
    auto const cautious = std::ranges::min_element(answer.choices, {}, &Choice::regret_98);
    answer.most_cautious = std::size_t(cautious - answer.choices.begin());
    answer.reference = contenders.front().name;
    answer.best_of_block = best_of_blocks(benefits.whole, order);
    answer.everything = value_of_knowing_all(benefits.first, benefits.second);
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t k = 0; k < drawn.size(); ++k) {
        answer.numbers.push_back({.key = drawn[k].path, .numbers = {k}});
        groups[group_of(drawn[k].path)].push_back(k);
    }
    for (auto& [key, members] : groups)
        if (members.size() > 1) answer.groups.push_back({.key = key, .numbers = std::move(members)});
    ValueOfKnowing const value_of(benefits.whole);
    for (std::vector<Unknown>* const unknowns : {&answer.numbers, &answer.groups})
        value(*unknowns, drawn, benefits.whole[order.front()], value_of);
    if (seen) {
        answer.surveys = surveys_worth(*seen, facts.seed, facts.headcount, benefits.whole);
        answer.signposts = signposts_of(*seen, question, scale_of(question), facts, benefits.whole, order);
    }
    if (benefits.whole.front().size() < blocks_for_regions) return answer;
    for (std::size_t k = 0; k < order.size(); ++k) {
        std::vector<std::uint8_t> is_best(benefits.whole.front().size());
        for (std::size_t block = 0; block < is_best.size(); ++block) is_best[block] = answer.best_of_block[block] == k;
        if (std::ranges::count(is_best, 1) > 0) answer.best_where.push_back({k, region_where(is_best, drawn)});
    }
    return answer;
}

}  // namespace

Decision decide(StudyFacts facts, Undecided undecided, std::vector<DecisionQuestion> const& questions) {
    std::vector<Contender> const& contenders = undecided.contenders;
    if (contenders.size() < 2) throw std::invalid_argument("a decision is between at least two strategies");
    std::size_t const blocks = contenders.front().blocks.size();
    for (Contender const& contender : contenders)
        if (contender.blocks.size() != blocks || blocks < lanes)
            throw std::invalid_argument("strategies have the same blocks, at least 16");
    for (DrawnNumber const& number : undecided.drawn)
        if (number.values.size() != blocks) throw std::invalid_argument("a number is drawn once a block");
    for (DecisionQuestion const& question : questions)
        if (question.criterion.outcome >= facts.outcomes.size()) throw std::invalid_argument("no such outcome");
    Decision decision{.facts = std::move(facts),
                      .blocks = blocks,
                      .drawn = std::move(undecided.drawn),
                      .answers = {},
                      .swept = undecided.swept,
                      .seen = std::move(undecided.seen)};
    for (DecisionQuestion const& question : questions)
        decision.answers.push_back(answer_to(question, decision.facts, contenders, decision.drawn, decision.seen));
    return decision;
}

Decision decide(Place const& place, StudyFacts facts, Undecided undecided, std::vector<DecisionQuestion> const& questions) {
    std::size_t const blocks = undecided.contenders.front().blocks.size();
    Phrase const least = name(std::to_string(blocks_to_decide));
    if (questions.empty())
        throw InvalidInput({place, "it records neither whether the transformation takes root nor what it brings",
                            "these are what strategies are judged by where nothing else is asked for",
                            "name an outcome with --by"});
    if (blocks < blocks_to_decide && undecided.swept)
        throw InvalidInput(
            {place, Message("it has {0} independent points of each strategy", {Count{blocks}}),
             Message("a decision needs at least {0}; where points share their blocks, each block counts once", {least}),
             "sweep more points, or of a grid more --runs"});
    if (blocks < blocks_to_decide)
        throw InvalidInput(
            {place, Message("it has {0} blocks of each strategy", {Count{blocks}}),
             Message("what is not known is drawn once a block; a decision needs at least {0}", {least}),
             Message("compare again with --runs {0}", {name(std::to_string(blocks_for_regions * histories_per_block))})});
    if (undecided.drawn.empty())
        throw InvalidInput({place, "no number was drawn: every block has the same assumptions",
                            "a decision is about what is not known", "compare again with --assumptions drawn"});
    return decide(std::move(facts), std::move(undecided), questions);
}

std::vector<DecisionQuestion> usual_questions(StudyFacts const& facts) {
    std::vector<DecisionQuestion> questions;
    for (std::string_view const key : {"success", "net_value"})
        if (auto const outcome = position_of(key, facts.outcomes)) questions.push_back({.criterion = {*outcome}});
    return questions;
}

}  // namespace micropol
