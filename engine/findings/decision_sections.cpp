#include <algorithm>
#include <cmath>
#include <set>

#include "findings/decision_figures.h"
#include "findings/decision_parts.h"

namespace micropol {

namespace {

constexpr std::size_t most_rows = 10, fewest_rows = 5;

Phrase where(Decision const& decision, Answer const& answer, BestWhere const& best, std::vector<CalledNumber> const& names) {
    Phrase const who = strategy_within(answer.choices[best.choice].name);
    Listing bounds;
    for (RegionBound const& bound : best.region->bounds) {
        Phrase const chance = bound.by_chance < 0.001
                                  ? Phrase("by chance in less than 0.1 %")
                                  : Message("by chance in {0}",
                                            {Quantity{.mean = bound.by_chance, .unit = Unit::share, .decimals = 1}});
        bounds.items.push_back(
            Message("{0} is {1} ({2}; {3})", {names[bound.number].label, values_inside(decision.drawn[bound.number], bound.range),
                                              names[bound.number].basis, chance}));
    }
    return Message(
        "{0} is the best where {1}: there in {2} of {3} blocks that did not seek it, which are {4} of all in which it is best.",
        {who, bounds, percent(best.region->density), Count{best.region->blocks}, percent(best.region->coverage)});
}

Table worth_table(Decision const& decision, Answer const& answer, std::vector<Unknown> const& unknowns, Detail detail,
                  Phrase caption) {
    Table table{.caption = std::move(caption), .columns = {"Assumption", "Worth knowing", "Changes the choice in", "Explains"}};
    std::vector<CalledNumber> const names = called(decision.drawn);
    for (std::size_t k = 0; k < rows_shown(unknowns, detail); ++k) {
        Unknown const& unknown = unknowns[k];
        table.rows.push_back({unknown.numbers.size() == 1 ? names[unknown.numbers.front()].described : group_called(unknown.key),
                              bounded(unknown.worth, answer), percent(unknown.worth.choice_changes), percent(unknown.moves)});
    }
    return table;
}

// Boxes in the plane of two assumptions; the table has how many blocks each strategy is best in.
Figure regions_drawn(DecisiveTwo const& two, List const& found) {
    Table table{.columns = {"Strategy", "Alone the best in"}, .folded = true};
    std::vector<std::pair<Phrase, Phrase>> described;
    for (RegionsFigure::Group const& group : two.figure.groups) {
        Phrase const count = Message("{0} blocks", {Count{group.points.size()}});
        table.rows.push_back({group.name, count});
        described.emplace_back(group.name, count);
    }
    Phrase const points = Message(
        "Each point is a block, by {0} across and {1} up, in the colour of the strategy that alone is best there: {2}.",
        {two.figure.across, two.figure.up, bars_described(described)});
    table.note = points;
    if (found.items.empty()) return {two.figure, points, table};
    return {two.figure, sentences({points, Listing{found.items, Listing::Joined::by_spaces}}), table};
}

}  // namespace

Phrase sentences(std::vector<Phrase> some) { return Listing{std::move(some), Listing::Joined::by_spaces}; }

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

Phrase bounded(InformationValue const& worth, Answer const& answer) {
    Quantity shown = value(std::max(0.0, worth.value), answer.unit);
    shown.form = Quantity::Form::size, shown.low = worth.low, shown.high = worth.high;
    if (worth.clear()) return shown;
    return sentences({Verbatim{"≈"}, shown});
}

std::size_t rows_shown(std::vector<Unknown> const& unknowns, Detail detail) {
    if (detail == Detail::full) return unknowns.size();
    auto const clear = std::size_t(std::ranges::count_if(unknowns, [](Unknown const& one) { return one.worth.clear(); }));
    return std::min(std::clamp(clear, fewest_rows, most_rows), unknowns.size());
}

Section regret_section(Decision const& decision, Answer const& answer) {
    Table table{
        .note =
            "regret: how far a strategy falls short of the best one in the same block, where eight histories choose the best "
            "and the other eight pay; the points below which 90 and 98 % of the blocks lie",
        .columns = {"Strategy", "Mean", "Mean regret", "90 % below", "98 % below",
                    answer.question.good_enough ? Phrase("Good enough in")
                                                : Message("As good as {0} in", {strategy(answer.reference)}),
                    "Best in"},
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
    Section section{.id = "regret", .heading = Message("{0}: how far each may fall short", {heading_subject(decision, answer)})};
    std::vector<std::pair<Phrase, Phrase>> described;
    for (Choice const& choice : answer.choices) described.emplace_back(strategy(choice.name), size_of(choice.regret_98, answer));
    section.add(
        {Paragraph{
             "Each line is a strategy: how far it falls short of the best, from the blocks where that is least to those where "
             "it is most. The lower and the later a line rises, the safer the choice."},
         Medium::page});
    section.add(
        {Figure{regret_curves(answer),
                Message("Curves of regret; 98 % of the blocks lie below: {0}.", {bars_described(described)}), table, true}});
    return section;
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
    std::vector<CalledNumber> const names = called(decision.drawn);
    List found;
    Listing others;
    for (BestWhere const& best : answer.best_where)
        if (best.region)
            found.items.push_back(where(decision, answer, best, names));
        else
            others.items.push_back(strategy_within(answer.choices[best.choice].name));
    if (auto const two = decisive_two(decision, answer)) section.add({regions_drawn(*two, found), Medium::page});
    if (!found.items.empty()) section.add({found});
    if (!others.items.empty())
        section.add(
            {Paragraph{Message("No region of assumptions was found that held in blocks which did not seek it: {0}.", {others})}});
    return section;
}

Section worth_section(Decision const& decision, Answer const& answer, Detail detail) {
    Section section{.id = "worth-knowing",
                    .heading = Message("{0}: what would be worth knowing", {heading_subject(decision, answer)}),
                    .is_background = true};
    section.add({Paragraph{Message("Knowing everything but chance: {0}. What a question costs is to be set against these.",
                                   {bounded(answer.everything, answer)})}});
    section.add({Paragraph{
        "Worth knowing is the mean gain of choosing by what is known over the one choice that is best without; ≈ cannot be told from nothing; "
        "the upper bounds hold for 95 % each, the lower ones for 95 % of all rows together. What an assumption explains is its share of the variance of the best strategy's result."}});
    section.add({Paragraph{"Single assumptions"}, Medium::page});
    PairsFigure const pairs = worth_beside_moves(decision, answer, rows_shown(answer.numbers, Detail::brief));
    std::vector<std::pair<Phrase, Phrase>> described;
    for (PairsFigure::Row const& row : pairs.rows) described.emplace_back(row.name, row.left_shown);
    section.add({Figure{
        pairs,
        Message("Bars of what each assumption is worth knowing, beside what it explains: {0}.", {bars_described(described)}),
        worth_table(decision, answer, answer.numbers, detail, "Single assumptions"), true}});
    if (!answer.groups.empty()) {
        section.add({Paragraph{"Assumptions together"}, Medium::page});
        section.add({worth_table(decision, answer, answer.groups, detail, "Assumptions together")});
    }
    return section;
}

Section named_numbers_section(Decision const& decision) {
    std::set<std::size_t> named;
    for (Answer const& answer : decision.answers) {
        for (std::size_t k = 0; k < rows_shown(answer.numbers, Detail::brief); ++k)
            named.insert(answer.numbers[k].numbers.front());
        for (BestWhere const& best : answer.best_where)
            if (best.region)
                for (RegionBound const& bound : best.region->bounds) named.insert(bound.number);
    }
    Table table{.caption = "The assumptions that are named here",
                .note = "paths are in English, as scenarios take them",
                .columns = {"Assumption", "Path", "Meaning", "Unit", "Rests on", "Drawn from"},
                .rows = {},
                .folded = true};
    std::vector<CalledNumber> const names = called(decision.drawn);
    for (std::size_t const k : named) {
        DrawnNumber const& number = decision.drawn[k];
        auto const [low, high] = std::ranges::minmax(number.values);
        Phrase const unit = unit_of(number);
        table.rows.push_back({names[k].label, name(number.path),
                              number.record ? Phrase(Message(number.record->description)) : name("–"),
                              unit.empty() ? name("–") : unit, grade_of(number), values_inside(number, {low, high})});
    }
    return {.id = "named-assumptions",
            .heading = "The assumptions that are named here",
            .elements = {{table}},
            .medium = Medium::page,
            .is_background = true};
}

}  // namespace micropol
