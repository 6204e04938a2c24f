#include "results/explanation_account.h"

#include "results/account.h"
#include "results/wording.h"

namespace micropol {

ExplanationAccount account_of(Explanation const& explanation) {
    StudyFacts const& facts = explanation.facts;
    ExplanationAccount account;
    account.title = title_in_words(facts.title, facts.headcount, facts.weeks);
    if (!facts.question.empty()) account.opening.push_back(plain(facts.question));
    account.opening.push_back(histories_in_words(explanation.blocks, facts.by_person) + ", seed " + std::to_string(facts.seed) +
                              (facts.strategy.empty() ? ", no strategy" : ", strategy " + plain(facts.strategy)));
    if (explanation.told) account.parts.push_back(part_of(explanation, *explanation.told));
    if (explanation.why) account.parts.push_back(part_of(explanation, *explanation.why));
    if (explanation.pivotal) account.parts.push_back(part_of(explanation, *explanation.pivotal));
    if (explanation.ledger) account.parts.push_back(part_of(explanation, *explanation.ledger));
    if (explanation.fork) account.parts.push_back(part_of(explanation, *explanation.fork));
    if (facts.by_person)
        account.closing.push_back(on_names_text(facts.privacy, explanation.ledger ? explanation.ledger->groups_hidden : 0));
    account.closing.emplace_back(no_forecast_text);
    return account;
}

}  // namespace micropol
