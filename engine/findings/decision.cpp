#include "findings/decision.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "findings/decision_parts.h"

namespace micropol {

namespace {

Phrase who_is_best(Decision const& decision, Answer const& answer) {
    Choice const &best = answer.choices.front(), &cautious = answer.choices[answer.most_cautious];
    Phrase const subject = subject_of(decision, answer);
    Phrase const first = Message(
        "By '{0}', {1} is best on average ({2}) and best in {3} of the organisations and assumptions drawn.",
        {subject, strategy_within(best.name), with_money(mean(best.level, answer.unit)), percent(best.best_in.mean)});
    if (&best == &cautious)
        return sentences(
            {first,
             Message("It is also the most cautious choice: in 98 % of them it falls short of the best there by at most {0}.",
                     {size_of(cautious.regret_98, answer)})});
    return sentences(
        {first,
         Message("The most cautious choice is {0}: in 98 % of them it falls short of the best there by at most {1}; {2} by {3}.",
                 {strategy_within(cautious.name), size_of(cautious.regret_98, answer), strategy_within(best.name),
                  size_of(best.regret_98, answer)})});
}

Phrase worth_asking(Decision const& decision, Answer const& answer) {
    std::vector<CalledNumber> const names = called(decision.drawn);
    Listing clear{.items = {}, .joined = Listing::Joined::by_semicolons};
    for (Unknown const& number : answer.numbers)
        if (number.worth.clear() && clear.items.size() < 3) clear.items.push_back(names[number.numbers.front()].explained);
    Phrase const everything = size_of(std::max(0.0, answer.everything.value), answer);
    if (!answer.everything.clear())
        return Message("By '{0}', no knowledge of the assumptions would clearly improve the choice.",
                       {subject_of(decision, answer)});
    if (clear.items.empty())
        return Message(
            "Knowing everything but chance would be worth {0}, but no single assumption is clearly worth asking about.",
            {everything});
    return Message("Knowing everything but chance would be worth {0}; worth asking about before choosing: {1}.",
                   {everything, clear});
}

Phrase do_they_agree(Decision const& decision) {
    Answer const &first = decision.answers.front(), &second = decision.answers.back();
    std::vector<Phrase> const gaps{subject_of(decision, first), strategy_within(first.choices.front().name),
                                   subject_of(decision, second), strategy_within(second.choices.front().name)};
    if (first.choices.front().name == second.choices.front().name)
        return Message("By '{0}' and by '{2}' the best on average is the same: {1}.", gaps);
    return Message(
        "The two criteria disagree: by '{0}' the best on average is {1}, by '{2}' it is {3}. Say which counts before you choose.",
        gaps);
}

// "3 strategies, each in the same 4,096 histories …", and what was drawn or varied there.
std::vector<Paragraph> opening_of(Decision const& decision) {
    StudyFacts const& facts = decision.facts;
    Count const strategies{decision.answers.front().choices.size()}, numbers{decision.drawn.size()};
    Verbatim const seed{std::to_string(facts.seed)};
    if (decision.swept)
        return {
            {Message("{0} strategies, each at the same {1} points of a sweep, seed {2}",
                     {strategies, Count{decision.blocks}, seed})},
            {Message("{0} assumptions that are not known differ between these points. A block is one of them here.", {numbers})}};
    return {{Message("{0} strategies, each in the same {1}, seed {2}",
                     {strategies, histories_of(decision.blocks, facts.by_person), seed})},
            {Message("{0} assumptions that are not known were drawn once a block, from what is plausible.", {numbers})}};
}

Section decision_section() { return {.id = "decision", .heading = "Which strategy, although assumptions are not known"}; }

}  // namespace

std::vector<Phrase> verdict_on(Decision const& decision) {
    std::vector<Phrase> lines;
    if (decision.answers.size() > 1) lines.push_back(do_they_agree(decision));
    for (Answer const& answer : decision.answers)
        lines.push_back(sentences({who_is_best(decision, answer), worth_asking(decision, answer)}));
    return lines;
}

Phrase standing_of(Decision const& decision, Answer const& answer) {
    Choice const& best = answer.choices.front();
    std::vector<Phrase> const gaps{strategy_within(best.name), level(best.best_in, Unit::share)};
    auto const telling = std::ranges::find_if(answer.numbers, [](Unknown const& one) { return one.worth.clear(); });
    if (telling == answer.numbers.end())
        return Message(
            "{0} is the best in {1} of the organisations and assumptions drawn, and no single assumption clearly overturns that.",
            gaps);
    return Message(
        "{0} is the best in {1} of the organisations and assumptions drawn; what could overturn that first is {2}: knowing it "
        "would change the choice in {3}.",
        {gaps[0], gaps[1], called(decision.drawn)[telling->numbers.front()].explained, percent(telling->worth.choice_changes)});
}

void append_undecided(Document& document, Phrase why) {
    Section said = decision_section();
    said.add({Paragraph{Message("That cannot be said here: {0}", {std::move(why)})}});
    document.sections.push_back(std::move(said));
}

void append(Document& document, Decision const& decision, Detail detail) {
    Document own = findings_of(decision, detail);
    Section said = decision_section();
    for (Paragraph const& paragraph : own.verdict) said.add({Paragraph{paragraph.text}});
    document.sections.push_back(std::move(said));
    for (Section& section : own.sections) section.subsection = true;
    std::ranges::move(own.sections, std::back_inserter(document.sections));
}

Document findings_of(Decision const& decision, Detail detail) {
    StudyFacts const& facts = decision.facts;
    Document document{.title = title_of(facts), .question = name(facts.question), .currency = facts.currency};
    document.opening = opening_of(decision);
    if (facts.sees_all) document.opening.push_back(upper_bound());
    for (Phrase& sentence : verdict_on(decision)) document.verdict.push_back({std::move(sentence), Paragraph::Tone::verdict});
    for (Answer const& answer : decision.answers) {
        document.sections.push_back(regret_section(decision, answer));
        document.sections.push_back(region_section(decision, answer));
        document.sections.push_back(worth_section(decision, answer, detail));
        document.sections.push_back(survey_section(decision, answer));
        document.sections.push_back(signpost_section(decision, answer));
    }
    document.sections.push_back(named_numbers_section(decision));
    document.sections.push_back(survey_cost_section(decision));
    std::erase_if(document.sections, [](Section const& section) { return section.elements.empty(); });
    if (!decision.seen && !decision.swept)
        document.closing.push_back(
            {Message("What a survey would be worth and what to watch later: compare with {0} and {1}, and decide on that file.",
                     {name("--weekly"), name("--output")})});
    document.closing.push_back(no_forecast());
    return document;
}

}  // namespace micropol
