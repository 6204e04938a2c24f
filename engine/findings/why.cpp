// What it is due to.

#include <algorithm>
#include <cmath>

#include "findings/explanation_parts.h"
#include "findings/who.h"

namespace micropol {

namespace {

constexpr std::pair<std::string_view, char const*> obstacles[] = {
    {"status_loss", "fear for one's standing"},
    {"hiding", "hiding of what one knows"},
    {"blocking", "coalitions that people form"},
    {"skill_gap", "skills that people lack"},
    {"pressure", "pressure from the top itself"},
    {"politics", "politics instead of work"},
    {"shocks", "shocks from outside"},
    {"gaming", "gaming of figures"},
};

bool is_intervention(CauseShare const& cause) { return cause.name.kind == CauseName::Kind::intervention; }

// In no block.
bool adds_nothing(CauseShare const& cause) {
    auto const is_nothing = [](Estimate const& share) { return share.smallest == 0 && share.largest == 0; };
    return is_nothing(cause.share) && is_nothing(cause.alone);
}

// causes: whose share is largest, first.
std::vector<Phrase> verdict_on(Attribution const& why, std::vector<CauseShare> const& causes, OutcomeKind const& kind,
                               StudyFacts const& facts) {
    auto const interventions = std::size_t(std::ranges::count_if(causes, is_intervention));
    std::vector<Phrase> const levels{with_strategy(label_of(kind), facts), with_money(level(why.with_all, kind.unit)),
                                     with_money(level(why.with_none, kind.unit))};
    std::vector<Phrase> sentences{
        interventions == 0 ? Message("{0}: {1}; without the obstacles examined it would be {2}.", levels)
        : interventions == causes.size()
            ? Message("{0}: {1}; without the interventions examined it would be {2}.", levels)
            : Message("{0}: {1}; with neither the interventions nor the obstacles examined it would be {2}.", levels)};
    if (auto const most = std::ranges::find_if_not(causes, is_intervention); most != causes.end() && !adds_nothing(*most))
        sentences.push_back(Message("Of the obstacles, most is due to {0}: {1}.",
                                    {describe(most->name), with_money(uncertain(most->share, kind.unit))}));
    if (interventions == 1) {
        CauseShare const& only = *std::ranges::find_if(causes, is_intervention);
        sentences.push_back(Message("The intervention examined, {0}, contributes {1}.",
                                    {describe(only.name), with_money(uncertain(only.share, kind.unit))}));
    }
    if (interventions > 1) {
        Quantity sum{.unit = kind.unit, .form = Quantity::Form::change};
        for (CauseShare const& cause : causes)
            if (is_intervention(cause)) sum.mean += cause.share.mean;
        sentences.push_back(Message("The interventions examined contribute {0} together.", {with_money(sum)}));
    }
    return sentences;
}

}  // namespace

Phrase describe(CauseName const& cause) {
    switch (cause.kind) {
        case CauseName::Kind::intervention: return for_whom(lever(cause.key), cause.target);
        case CauseName::Kind::mechanism: return Message("mechanism " + cause.key);
        case CauseName::Kind::obstacle: break;
    }
    for (auto const& [key, label] : obstacles)
        if (key == cause.key) return label;
    return name(cause.key);
}

void add_why(Document& document, Explanation const& explanation, Attribution const& why) {
    StudyFacts const& facts = explanation.facts;
    OutcomeKind const& kind = *facts.outcomes[why.outcome];
    std::vector<CauseShare> causes = why.causes;
    std::ranges::stable_sort(causes, {}, [](CauseShare const& cause) { return -std::abs(cause.share.mean); });
    IntervalsFigure figure{.rows = {}, .scale = scale_of(kind.unit), .bars = true, .change = true};
    Table table{.caption = "What each cause adds", .columns = {"Cause", "Share", "Added last"}, .rows = {}};
    std::vector<std::pair<Phrase, Phrase>> bars;
    for (CauseShare const& cause : causes) {
        Quantity const share = with_money(uncertain(cause.share, kind.unit));
        figure.rows.push_back({describe(cause.name), interval(cause.share), sign_of(cause.share), share});
        table.rows.push_back({describe(cause.name), share, with_money(uncertain(cause.alone, kind.unit))});
        bars.emplace_back(describe(cause.name), share);
    }
    Section section{.id = "why", .heading = naming_strategy(Message("What it is due to: {0}", {label_within(kind)}), facts)};
    section.add({Paragraph{Message(
        "Shapley values: what each cause adds, averaged over all orders in which the causes could be added. They sum to {0}, "
        "the difference between {1} as it is and {2} without any of them. Added last: what a cause adds where all the "
        "others are present.",
        {with_money(uncertain(why.total, kind.unit)), with_money(level(why.with_all, kind.unit)),
         with_money(level(why.with_none, kind.unit))})}});
    Listing examined{.items = {}, .joined = Listing::Joined::by_commas};
    for (CauseShare const& cause : causes) examined.items.push_back(describe(cause.name));
    if (std::ranges::all_of(causes, adds_nothing))
        section.add({Paragraph{
            Message("None of the causes examined makes a difference, in whatever order they are added: {0}.", {examined})}});
    else
        section.add({Figure{std::move(figure), bars_described(bars), std::move(table), true}});
    section.add({Paragraph{Message("Each combination of causes was simulated with the same random numbers, in {0}.",
                                   {histories_of(why.blocks, facts.by_person)})}});
    document.sections.push_back(std::move(section));
    document.verdict.push_back(
        {Listing{verdict_on(why, causes, kind, facts), Listing::Joined::by_spaces}, Paragraph::Tone::verdict});
}

}  // namespace micropol
