#include <algorithm>
#include <cmath>

#include "findings/assumption_words.h"
#include "findings/workshop_parts.h"

namespace micropol {

namespace {

constexpr std::size_t fewest_causes = 4, most_in_columns = 6;

Phrase nothing() { return Verbatim{"–"}; }

Phrase mean_in(Workshop const& workshop, Stance const& stance, std::size_t assumption) {
    auto const& belief = stance.beliefs[assumption];
    AskedAssumption const& asked = workshop.questions.assumptions[assumption];
    return belief ? value_in(asked, mean_of(*belief, asked)) : Phrase("untouched");
}

// What a side believes in the mean.
Phrase mean_of_side(Workshop const& workshop, Disagreement::Side const& side, std::size_t assumption) {
    std::vector<Beliefs> beliefs;
    for (std::size_t const one : side.participants) beliefs.push_back(workshop.participants[one].stance.beliefs);
    return mean_in(workshop, {pool_of(beliefs), {}, {}}, assumption);
}

std::vector<Phrase> row_of(Workshop const& workshop, Phrase who, Preference const& choice) {
    Unit const unit = workshop.outcome->unit;
    Standing const &best = choice.comparison.standings.front(), &next = choice.comparison.standings[1];
    Quantity lead = quantity(next.against_best.front(), unit, Quantity::Form::size);
    if (!workshop.less_is_better) {
        lead.mean = -lead.mean;
        std::swap(lead.low, lead.high);
        lead.low = -lead.low, lead.high = -lead.high;
    }
    return {std::move(who), strategy(best.name), level(best.level.front(), unit), strategy(next.name),
            choice.is_clear() ? Phrase(lead) : Phrase(Message("{0}, within chance", {lead}))};
}

// Where nine in ten of the chips lie, by the middles of their bins, and the mean.
Interval spread_of(Belief const& belief, AskedAssumption const& asked) {
    std::vector<double> const middles = middles_of(asked);
    Interval spread{mean_of(belief, asked), middles.back(), middles.back()};
    double below = 0;
    bool low_found = false;
    for (std::size_t bin = 0; bin < middles.size(); ++bin) {
        below += belief.shares[bin];
        if (!low_found && below >= 0.05) spread.low = middles[bin], low_found = true;
        if (below >= 0.95) {
            spread.high = middles[bin];
            break;
        }
    }
    return spread;
}

}  // namespace

std::string drawn_in_a_line(Belief const& belief) {
    static constexpr char const* bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    double const most = *std::ranges::max_element(belief.shares);
    std::string line;
    for (double const share : belief.shares)
        line += share == 0 ? bars[0] : bars[std::size_t(std::clamp(std::ceil(share / most * 7), 1.0, 7.0))];
    return line;
}

std::vector<Phrase> labels_of(Questions const& questions) {
    std::vector<DrawnNumber> numbers;
    for (AskedAssumption const& one : questions.assumptions) numbers.push_back({.path = one.path, .values = {}});
    std::vector<Phrase> labels;
    for (CalledNumber& one : called(numbers)) labels.push_back(std::move(one.label));
    return labels;
}

Phrase value_in(AskedAssumption const& asked, double value) {
    double const width = (asked.plausible.high - asked.plausible.low) / double(Questions::bins);
    return Decimal{value, int(std::clamp(std::ceil(-std::log10(width)), 0.0, 6.0))};
}

Phrase names_of(Workshop const& workshop, std::vector<std::size_t> const& participants) {
    Listing names;
    for (std::size_t const one : participants) names.items.push_back(name(workshop.participants[one].name));
    return names;
}

Phrase side_called(Workshop const& workshop, Disagreement::Side const& side) {
    if (side.participants.size() == 1) return name(workshop.participants[side.participants.front()].name);
    return Message("those who choose {0}", {strategy_within(side.choice)});
}

Section choice_section(Workshop const& workshop) {
    Section section{.id = "choices", .heading = "Who would choose what"};
    Table table{.note = Message(
                    workshop.less_is_better ? "by least {0} under what each believes" : "by most {0} under what each believes",
                    {label_within(*workshop.outcome)}),
                .columns = {"Under the answers of", "Choice", label_of(*workshop.outcome), "Next", "Ahead of it by"}};
    for (Participant const& one : workshop.participants)
        table.rows.push_back(row_of(workshop, name(one.name), one.stance.choice));
    if (workshop.participants.size() > 1) table.rows.push_back(row_of(workshop, "all together", workshop.pooled));
    table.rows.push_back(row_of(workshop,
                                workshop.learned.empty() ? "nobody: the scenario as it is" : "nobody: as the evidence leaves it",
                                workshop.without));
    section.add({table});
    return section;
}

Section disagreement_section(Workshop const& workshop, Disagreement const& disagreement, Detail detail) {
    Phrase const first = side_called(workshop, disagreement.one), second = side_called(workshop, disagreement.other);
    Unit const unit = workshop.outcome->unit;
    Section section{.id = "disagreement", .heading = Message("What divides {0} and {1}", {first, second})};
    section.add(
        {Paragraph{Message("How far {0} is ahead of {1}: {2} under the answers of {3}, {4} under those of {5}.",
                           {strategy_within(disagreement.one.choice), strategy_within(disagreement.other.choice),
                            change_of(disagreement.one.lead, unit), first, change_of(disagreement.other.lead, unit), second})}});
    bool const shares = std::ranges::all_of(disagreement.causes, [](auto const& cause) { return cause.share.has_value(); });
    if (!shares)
        section.add({Paragraph{Message(
            "All answers that differ move the lead by {0}: that is within chance, so that no share of it is given to any of them.",
            {change_of(disagreement.total, unit)})}});
    std::vector<Phrase> const labels = labels_of(workshop.questions);
    Table table{.caption = "Answers that differ",
                .note = disagreement.exact
                            ? "what each answer does to that lead, exchanged alone or with others: the mean over all orders "
                              "(Shapley value)"
                            : "what each answer does to that lead, exchanged alone or with others: the mean over orders drawn "
                              "at random, a pair in each block (Shapley value); the intervals hold for that, too",
                .columns = {"Answer on", first, second, "Moves the lead by"},
                .interval_unit = unit};
    if (shares) table.columns.push_back("Share");
    std::size_t const shown = detail == Detail::full ? disagreement.causes.size()
                                                     : std::min(disagreement.causes.size(), fewest_causes);
    for (std::size_t k = 0; k < shown; ++k) {
        Disagreement::Cause const& cause = disagreement.causes[k];
        table.rows.push_back({labels[cause.assumption], mean_of_side(workshop, disagreement.one, cause.assumption),
                              mean_of_side(workshop, disagreement.other, cause.assumption), uncertain(cause.change, unit)});
        if (shares) table.rows.back().push_back(percent(*cause.share));
        table.intervals.push_back(interval(cause.change));
    }
    section.add({table});
    // Their names are those of settings: what turns the choice is said in words, too.
    for (std::size_t const cause : disagreement.main_causes()) {
        std::size_t const k = disagreement.causes[cause].assumption;
        section.add({Paragraph{Message("{0}: {1}", {labels[k], Message(workshop.questions.assumptions[k].meaning)})}});
    }
    return section;
}

Section opinion_section(Workshop const& workshop) {
    Section section{.id = "opinions", .heading = "What was believed"};
    Table table{.note = "means of those who touched it; the others left it as the scenario has it",
                .columns = {"Assumption", "Touched by", "Lowest", "Mean", "Highest", "In the scenario"}};
    bool const is_learned = !workshop.learned.empty();
    if (is_learned) table.columns.emplace_back("After the evidence");
    Table meanings{.caption = "What was asked", .columns = {"Assumption", "Meaning", "Unit"}};
    std::vector<Phrase> const labels = labels_of(workshop.questions);
    for (std::size_t k = 0; k < workshop.opinions.size(); ++k) {
        Opinions const& one = workshop.opinions[k];
        AskedAssumption const& asked = workshop.questions.assumptions[k];
        bool const touched = !one.touched_by.empty(), all = one.touched_by.size() == workshop.participants.size();
        auto const value = [&](double number) { return touched ? value_in(asked, number) : nothing(); };
        table.rows.push_back({labels[k],
                              all       ? Phrase("everybody")
                              : touched ? names_of(workshop, one.touched_by)
                                        : Phrase("nobody"),
                              value(one.least), value(one.mean), value(one.most), value_in(asked, asked.usual)});
        if (is_learned) table.rows.back().push_back(workshop.learned[k] ? value_in(asked, *workshop.learned[k]) : nothing());
        meanings.rows.push_back({labels[k], Message(asked.meaning), in_context("unit", name_of(asked.unit))});
    }
    section.add({table});
    section.add({meanings, Medium::page});
    return section;
}

Section distribution_section(Workshop const& workshop) {
    Section section{.id = "distributions", .heading = "How the chips lie"};
    bool const everybody = workshop.participants.size() <= most_in_columns;
    Table table{.note = "from the lowest to the highest of what is plausible", .columns = {"Assumption", "Plausible"}};
    for (Participant const& one : workshop.participants)
        if (everybody) table.columns.push_back(name(one.name));
    table.columns.push_back("Together");
    std::vector<Phrase> const labels = labels_of(workshop.questions);
    for (std::size_t k = 0; k < workshop.opinions.size(); ++k) {
        if (workshop.opinions[k].touched_by.empty()) continue;
        AskedAssumption const& asked = workshop.questions.assumptions[k];
        auto& row = table.rows.emplace_back(std::vector<Phrase>{
            labels[k], Message("{0} to {1}", {value_in(asked, asked.plausible.low), value_in(asked, asked.plausible.high)})});
        IntervalsFigure figure;
        Table numbers{.columns = {"Who", "Mean", "90 % of the chips between"}};
        auto const add = [&](Phrase who, std::optional<Belief> const& belief, bool in_row) {
            if (in_row) row.push_back(belief ? Phrase(Verbatim{drawn_in_a_line(*belief)}) : nothing());
            if (!belief) return;
            Interval const spread = spread_of(*belief, asked);
            Phrase const mean = value_in(asked, spread.mean);
            figure.rows.push_back({.name = who, .value = spread, .shown = mean});
            numbers.rows.push_back(
                {std::move(who), mean, Message("{0} to {1}", {value_in(asked, spread.low), value_in(asked, spread.high)})});
        };
        for (Participant const& one : workshop.participants) add(name(one.name), one.stance.beliefs[k], everybody);
        add("all together", workshop.pool[k], true);
        section.add({Paragraph{Message("{0}: {1}", {labels[k], Message(asked.meaning)})}, Medium::page});
        section.add({Figure{.data = std::move(figure),
                            .description = Message("What each believes of {0}: the mean, and where nine in ten of the chips lie.",
                                                   {labels[k]}),
                            .table = std::move(numbers)},
                     Medium::page});
    }
    if (!table.rows.empty()) section.elements.insert(section.elements.begin(), {table});
    return section;
}

Section moved_section(Workshop const& workshop) {
    Section section{.id = "moved", .heading = "What moved between the rounds"};
    std::vector<Phrase> const labels = labels_of(workshop.questions);
    Table table{.columns = {"Who", "What", "First round", "Second round"}};
    for (Participant const& one : workshop.participants) {
        if (!one.before) continue;
        std::string const &was = one.before->choice.strategy(), &is = one.stance.choice.strategy();
        table.rows.push_back({name(one.name), "Choice", strategy(was), was == is ? Phrase("the same") : strategy(is)});
        for (std::size_t k = 0; k < labels.size(); ++k)
            if (one.before->beliefs[k] != one.stance.beliefs[k])
                table.rows.push_back(
                    {name(one.name), labels[k], mean_in(workshop, *one.before, k), mean_in(workshop, one.stance, k)});
    }
    if (!table.rows.empty()) section.add({table});
    return section;
}

Section dots_section(Workshop const& workshop) {
    Section section{.id = "dots", .heading = "Which levers they would spend on"};
    Table table{.columns = {"Lever", "Dots", "By"}};
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < workshop.dots.size(); ++k)
        if (workshop.dots[k] > 0) order.push_back(k);
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t k) { return workshop.dots[k]; });
    for (std::size_t const k : order) {
        std::vector<std::size_t> givers;
        for (std::size_t i = 0; i < workshop.participants.size(); ++i)
            if (workshop.participants[i].stance.dots[k] > 0) givers.push_back(i);
        table.rows.push_back(
            {lever(workshop.questions.levers[k]), Count{std::uint64_t(workshop.dots[k])}, names_of(workshop, givers)});
    }
    if (!table.rows.empty()) section.add({table});
    return section;
}

}  // namespace micropol
