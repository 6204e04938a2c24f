#pragma once
// What a study says of money, as JSON: what it is called, and how many of the amounts that decide are the scenario's own.

#include "base/json_reader.h"

namespace micropol {

// facts: StudyFacts, RunSummary.
[[nodiscard]] Json json_of_money(auto const& facts) {
    return {{"currency", facts.currency.empty() ? "EUR" : facts.currency},
            {"amounts", facts.amounts},
            {"own_amounts", facts.own_amounts}};
}

// Nothing where it is not there: so it was before.
void read_money(JsonReader const& document, auto& facts) {
    auto const money = document.find("money");
    if (!money) return;
    facts.currency = money->at("currency").text();
    if (facts.currency == "EUR") facts.currency.clear();
    facts.amounts = money->at("amounts").template whole<std::size_t>();
    facts.own_amounts = money->at("own_amounts").template whole<std::size_t>(0, facts.amounts);
}

}  // namespace micropol
