#include "findings/decision.h"

#include <algorithm>
#include <cmath>

#include "findings/sweep_words.h"

namespace micropol {

namespace {

constexpr std::size_t most_rows = 10, fewest_rows = 5;

Phrase sentences(std::vector<Phrase> some) { return Listing{std::move(some), Listing::Joined::by_spaces}; }

// A difference of results: "3 points", "120 thousand euros".
Quantity size_of(double amount, Answer const& answer) {
    Quantity size = value(amount, answer.unit);
    size.form = Quantity::Form::size, size.names_money = true;
    return size;
}

Phrase subject_of(Decision const& decision, Answer const& answer) {
    return label_within(*decision.facts.outcomes[answer.question.criterion.outcome]);
}

Phrase heading_subject(Decision const& decision, Answer const& answer) {
    return label_of(*decision.facts.outcomes[answer.question.criterion.outcome]);
}

// As sweeps call what they vary: the drawn numbers with the values that they took.
std::vector<Factor> factors_of(Decision const& decision) {
    std::vector<Factor> factors;
    for (DrawnNumber const& number : decision.drawn) {
        auto const [low, high] = std::ranges::minmax(number.values);
        factors.push_back({.path = number.path, .values = Distribution{UniformDistribution{low, high}}, .range = {low, high}});
    }
    return factors;
}

// ---------------------------------------------------------------------------------------- what to choose

Phrase who_is_best(Decision const& decision, Answer const& answer) {
    Choice const &best = answer.choices.front(), &cautious = answer.choices[answer.most_cautious];
    Phrase const subject = subject_of(decision, answer);
    Phrase const first = Message(
        "By '{0}', {1} is best on average ({2}) and best in {3} of the organisations and assumptions drawn.",
        {subject, strategy(best.name), with_money(mean(best.level, answer.unit)), percent(best.best_in.mean)});
    if (&best == &cautious)
        return sentences(
            {first,
             Message("It is also the most cautious choice: in 98 % of them it falls short of the best there by at most {0}.",
                     {size_of(cautious.regret_98, answer)})});
    return sentences(
        {first,
         Message("The most cautious choice is {0}: in 98 % of them it falls short of the best there by at most {1}; {2} by {3}.",
                 {strategy(cautious.name), size_of(cautious.regret_98, answer), strategy(best.name),
                  size_of(best.regret_98, answer)})});
}

Phrase worth_asking(Decision const& decision, Answer const& answer) {
    std::vector<Phrase> const names = short_names(factors_of(decision));
    Listing clear;
    for (Unknown const& number : answer.numbers)
        if (number.worth.clear() && clear.items.size() < 3) clear.items.push_back(names[number.numbers.front()]);
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
    std::vector<Phrase> const gaps{subject_of(decision, first), strategy(first.choices.front().name),
                                   subject_of(decision, second), strategy(second.choices.front().name)};
    if (first.choices.front().name == second.choices.front().name)
        return Message("By '{0}' and by '{2}' the best on average is the same: {1}.", gaps);
    return Message(
        "The two criteria disagree: by '{0}' the best on average is {1}, by '{2}' it is {3}. Say which counts before you choose.",
        gaps);
}

// ---------------------------------------------------------------------------------------- sections

Section regret_section(Decision const& decision, Answer const& answer) {
    Table table{
        .note =
            "regret: how far a strategy falls short of the best one in the same block, where eight histories choose the best "
            "and the other eight pay; the points below which 90 and 98 % of the blocks lie",
        .columns = {"Strategy", "Mean", "Mean regret", "90 % below", "98 % below",
                    answer.question.good_enough ? "Good enough in" : "As good as none in", "Best in"},
        .rows = {},
        .interval_unit = answer.unit,
        .intervals_are_changes = false};
    for (Choice const& choice : answer.choices) {
        std::vector<Phrase> row{strategy(choice.name), level(choice.level, answer.unit)};
        for (double const regret : {choice.mean_regret, choice.regret_90, choice.regret_98}) {
            Quantity size = size_of(regret, answer);
            size.names_money = false;
            row.push_back(size);
        }
        row.push_back(level(choice.good_enough, Unit::share)), row.push_back(level(choice.best_in, Unit::share));
        table.rows.push_back(std::move(row));
    }
    return {.id = "regret",
            .heading = Message("{0}: how far each may fall short", {heading_subject(decision, answer)}),
            .elements = {{table}}};
}

Phrase where(Answer const& answer, BestWhere const& best, std::vector<Factor> const& factors, std::vector<Phrase> const& names) {
    Phrase const who = strategy(answer.choices[best.choice].name);
    Listing bounds;
    for (RegionBound const& bound : best.region->bounds) {
        Phrase const chance = bound.by_chance < 0.001
                                  ? Phrase("by chance in less than 0.1 %")
                                  : Message("by chance in {0}",
                                            {Quantity{.mean = bound.by_chance, .unit = Unit::share, .decimals = 1}});
        bounds.items.push_back(
            Message("{0} is {1} ({2})", {names[bound.number], describe(factors[bound.number], bound.range), chance}));
    }
    return Message(
        "{0} is the best where {1}: there in {2} of {3} blocks that did not seek it, which are {4} of all in which it is best.",
        {who, bounds, percent(best.region->density), Count{best.region->blocks}, percent(best.region->coverage)});
}

Section region_section(Decision const& decision, Answer const& answer) {
    Section section{.id = "where-best",
                    .heading = Message("{0}: what must be true for each to be the best", {heading_subject(decision, answer)}),
                    .is_background = true};
    if (decision.blocks < blocks_for_regions) {
        section.add({Paragraph{Message("Not sought: that takes at least {0} blocks, and there are {1}.",
                                       {Count{blocks_for_regions}, Count{decision.blocks}})}});
        return section;
    }
    std::vector<Factor> const factors = factors_of(decision);
    std::vector<Phrase> const names = short_names(factors);
    List found;
    Listing others;
    for (BestWhere const& best : answer.best_where)
        if (best.region)
            found.items.push_back(where(answer, best, factors, names));
        else
            others.items.push_back(strategy(answer.choices[best.choice].name));
    if (!found.items.empty()) section.add({found});
    if (!others.items.empty())
        section.add(
            {Paragraph{Message("No region of assumptions was found that held in blocks which did not seek it: {0}.", {others})}});
    return section;
}

Phrase bounded(InformationValue const& worth, Answer const& answer) {
    Quantity shown = value(std::max(0.0, worth.value), answer.unit);
    shown.form = Quantity::Form::size, shown.low = worth.low, shown.high = worth.high;
    if (worth.clear()) return shown;
    return sentences({Verbatim{"≈"}, shown});
}

Table worth_table(Decision const& decision, Answer const& answer, std::vector<Unknown> const& unknowns, Detail detail,
                  Phrase caption) {
    Table table{.caption = std::move(caption), .columns = {"Assumption", "Worth knowing", "Changes the choice in", "Explains"}};
    std::vector<Phrase> const names = short_names(factors_of(decision));
    auto const clear = std::size_t(std::ranges::count_if(unknowns, [](Unknown const& one) { return one.worth.clear(); }));
    std::size_t const wanted = detail == Detail::full ? unknowns.size() : std::clamp(clear, fewest_rows, most_rows);
    std::size_t const rows = std::min(wanted, unknowns.size());
    for (std::size_t k = 0; k < rows; ++k) {
        Unknown const& unknown = unknowns[k];
        table.rows.push_back({unknown.numbers.size() == 1 ? names[unknown.numbers.front()] : name(unknown.key),
                              bounded(unknown.worth, answer), percent(unknown.worth.choice_changes), percent(unknown.moves)});
    }
    return table;
}

Section worth_section(Decision const& decision, Answer const& answer, Detail detail) {
    Section section{.id = "worth-knowing",
                    .heading = Message("{0}: what would be worth knowing", {heading_subject(decision, answer)}),
                    .is_background = true};
    section.add({Paragraph{Message("Knowing everything but chance: {0}. What a question costs is to be set against these.",
                                   {bounded(answer.everything, answer)})}});
    section.add({Paragraph{
        "Worth knowing is the mean gain of choosing by what is known over the one choice that is best without; ≈ cannot be told from nothing; "
        "the bounds are one-sided, 95 % each. What an assumption explains is its share of the variance of the best strategy's result."}});
    section.add({Paragraph{"Single assumptions"}, Medium::page});
    section.add({worth_table(decision, answer, answer.numbers, detail, "Single assumptions")});
    if (!answer.groups.empty()) {
        section.add({Paragraph{"Assumptions together"}, Medium::page});
        section.add({worth_table(decision, answer, answer.groups, detail, "Assumptions together")});
    }
    return section;
}

}  // namespace

std::vector<Phrase> verdict_on(Decision const& decision) {
    std::vector<Phrase> lines;
    if (decision.answers.size() > 1) lines.push_back(do_they_agree(decision));
    for (Answer const& answer : decision.answers)
        lines.push_back(sentences({who_is_best(decision, answer), worth_asking(decision, answer)}));
    return lines;
}

Document findings_of(Decision const& decision, Detail detail) {
    StudyFacts const& facts = decision.facts;
    Document document{.title = title_of(facts), .question = name(facts.question), .currency = facts.currency};
    document.opening.push_back({Message("{0} strategies, each in the same {1}, seed {2}",
                                        {Count{decision.answers.front().choices.size()},
                                         histories_of(decision.blocks, facts.by_person), Verbatim{std::to_string(facts.seed)}})});
    document.opening.push_back({Message("{0} assumptions that are not known were drawn once a block, from what is plausible.",
                                        {Count{decision.drawn.size()}})});
    if (facts.sees_all) document.opening.push_back(upper_bound());
    for (Phrase& sentence : verdict_on(decision)) document.verdict.push_back({std::move(sentence), Paragraph::Tone::verdict});
    for (Answer const& answer : decision.answers) {
        document.sections.push_back(regret_section(decision, answer));
        document.sections.push_back(region_section(decision, answer));
        document.sections.push_back(worth_section(decision, answer, detail));
    }
    document.closing.push_back(no_forecast());
    return document;
}

}  // namespace micropol
