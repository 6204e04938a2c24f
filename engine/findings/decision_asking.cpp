#include <algorithm>
#include <cmath>

#include "base/plausible.h"
#include "findings/decision_figures.h"
#include "findings/decision_parts.h"
#include "findings/model.h"
#include "study/decide/surveys.h"

namespace micropol {

namespace {

Phrase survey_called(std::string_view key) {
    if (key == "interviews") return "Twenty interviews";
    if (key == "pulse") return "A pulse survey with response bias";
    return "Eight weeks of log-ins, by department";
}

Quantity bare(double amount, Answer const& answer) {
    Quantity size = size_of(amount, answer);
    size.names_money = false;
    return size;
}

Phrase sign_of(Decision const& decision, Signpost const& signpost) {
    OutcomeKind const& observable = *decision.seen->observables[signpost.observable];
    Quantity level = value(signpost.change->level, observable.unit);
    if (observable.unit == Unit::share) level.decimals = 1;
    return Message(signpost.change->above ? "above {0}" : "below {0}", {level});
}

Table signpost_table(Decision const& decision, Answer const& answer) {
    Phrase const none = name("–");
    Table table{.caption = "Signposts",
                .columns = {"Week", "Watch", "Worth knowing", "Switch where it is", "To", "So in", "Would have brought more",
                            "After that week"}};
    for (Signpost const& one : answer.signposts) {
        OutcomeKind const& observable = *decision.seen->observables[one.observable];
        std::vector<Phrase> row{name(std::to_string(one.week)), label_of(observable), bounded(one.worth, answer)};
        if (!one.change) {
            row.insert(row.end(), 5, none);
        } else {
            Signpost::Switch const& change = *one.change;
            row.insert(row.end(),
                       {sign_of(decision, one), strategy_within(answer.choices[change.to].name), percent(change.share),
                        bare(change.gain, answer), change.gain_after ? Phrase(bare(*change.gain_after, answer)) : none});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

Section survey_section(Decision const& decision, Answer const& answer) {
    Section section{.id = "asking",
                    .heading = Message("{0}: what asking the organisation would be worth", {heading_subject(decision, answer)}),
                    .is_background = true};
    if (answer.surveys.empty()) return section;
    bool const in_money = answer.unit == Unit::money;
    Table table{.caption = "Surveys", .columns = {"Survey", "Worth", "Costs, thousand euros"}};
    if (in_money) table.columns.emplace_back("Worth less cost");
    for (Survey const& survey : answer.surveys) {
        table.rows.push_back({survey_called(survey.key), bounded(survey.worth, answer), value(survey.cost_mean, Unit::money)});
        if (in_money) table.rows.back().push_back(value(std::max(0.0, survey.worth.value) - survey.cost_mean, Unit::money));
    }
    section.add({Paragraph{
        "Worth: the mean gain of choosing by the answers over the one choice that is best without; ≈ cannot be told from nothing. The "
        "answers are those that people would give at the start, of log-ins in the first eight weeks, of one history in each block, seen "
        "through who answers and how; that the strategies then begin later is not counted."}});
    section.add({std::move(table)});
    return section;
}

Section survey_cost_section(Decision const& decision) {
    Section section{.id = "survey-costs",
                    .heading = "What surveys cost, and what that rests on",
                    .medium = Medium::page,
                    .is_background = true};
    if (std::ranges::all_of(decision.answers, [](Answer const& one) { return one.surveys.empty(); })) return section;
    Table table{.caption = "What surveys cost, and what that rests on",
                .columns = {"Meaning", "Value", "Unit", "Drawn from", "Rests on", "Source"},
                .folded = true};
    for (ParameterSpec const& spec : instrument_specs()) {
        DrawnNumber const number{.path = std::string(spec.name), .values = {}, .record = spec};
        Phrase const unit = unit_of(number);
        table.rows.push_back({Message(spec.description), exact(spec.default_value), unit.empty() ? name("–") : unit,
                              describe(plausible_distribution(spec)), grade_of(number),
                              spec.source == assumed ? Phrase("assumed") : name(spec.source)});
    }
    section.add({std::move(table)});
    return section;
}

Section signpost_section(Decision const& decision, Answer const& answer) {
    Section section{.id = "signposts",
                    .heading = Message("{0}: what to watch under {1}",
                                       {heading_subject(decision, answer), strategy_within(answer.choices.front().name)}),
                    .is_background = true};
    if (answer.signposts.empty()) return section;
    section.add({Paragraph{
        "Of what a company can see, that which tells best at the end of a week which strategy will have been best. It is counted as if the "
        "other one had run from the start, an upper limit: forks from that week are not simulated. What it would have brought before "
        "cannot be had any more; a switch then comes to about the last column, and to more only where beginning late helps."}});
    auto const clear = std::ranges::find_if(answer.signposts, [](Signpost const& one) { return one.change.has_value(); });
    Table table = signpost_table(decision, answer);
    if (clear == answer.signposts.end()) {
        section.add({std::move(table)});
        return section;
    }
    LinesFigure figure = signpost_over_time(decision, answer, *clear);
    Phrase const described = Message(
        "Lines of {0} over the weeks under {1}: its mean over the blocks in which that one will have been best, and over those in which {2} "
        "will have been.",
        {figure.label, strategy_within(answer.choices.front().name), strategy_within(answer.choices[clear->change->to].name)});
    section.add({Paragraph{described}, Medium::page});
    section.add({Figure{std::move(figure), described, std::move(table), true}});
    return section;
}

}  // namespace micropol
