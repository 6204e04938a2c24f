#include "findings/chronicle.h"
#include "findings/explanation_parts.h"
#include "findings/who.h"
#include "words/text.h"

namespace micropol {

Document findings_of(Explanation const& explanation, Detail detail) {
    StudyFacts const& facts = explanation.facts;
    Document document;
    document.title = title_of(facts), document.currency = facts.currency;
    document.question = name(facts.question);
    Phrase const histories = histories_of(explanation.blocks, facts.by_person), seed = Verbatim{std::to_string(facts.seed)};
    document.opening.push_back({facts.strategy.empty()
                                    ? Message("{0}, seed {1}, no strategy", {histories, seed})
                                    : Message("{0}, seed {1}, strategy {2}", {histories, seed, name(facts.strategy)})});
    if (explanation.blocks == 1) document.opening.push_back(no_interval());
    warn_of_few(document.opening, explanation.blocks);
    if (explanation.told) add_told(document, explanation, *explanation.told);
    if (explanation.why) add_why(document, explanation, *explanation.why);
    if (explanation.pivotal) add_pivotal(document, explanation, *explanation.pivotal, detail);
    if (explanation.ledger) add_ledger(document, explanation, *explanation.ledger, detail);
    if (explanation.fork) add_fork(document, explanation, *explanation.fork, detail);
    if (facts.by_person) {
        document.closing.push_back(on_names(facts.privacy, explanation.ledger ? explanation.ledger->groups_hidden : 0));
        document.closing.push_back(not_against_persons());
    }
    on_money(document.closing, facts.amounts, facts.own_amounts);
    if (facts.sees_all) document.closing.push_back(upper_bound());
    document.closing.push_back(no_forecast());
    return document;
}

ExplanationTexts explanation_texts() {
    auto const english = [](Phrase const& phrase) { return to_text(phrase, Language::english); };
    return {.moment = [=](Moment const& moment, StudyFacts const& facts) { return english(describe(moment, facts, 0)); },
            .offer = [=](Relief const& relief, SmallestOffer const& offer) { return english(describe(relief, offer)); },
            .week = [=](PivotalWeek const& week, OutcomeKind const& outcome) { return english(describe(week, outcome)); },
            .cause = [=](CauseName const& cause) { return english(describe(cause)); },
            .whom = [=](Target const& target) { return english(whom(target)); }};
}

}  // namespace micropol
