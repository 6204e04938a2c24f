#include <algorithm>
#include <set>

#include "study/run/summary.h"

namespace micropol {

namespace {

void add_amounts(Model const& model, std::set<std::string>& all, std::set<std::string>& own) {
    for (Assumption const& number : model.assumptions()) {
        if (number.unit != Unit::money) continue;
        all.insert(number.path);
        if (number.given) own.insert(number.path);
    }
}

}  // namespace

void count_amounts(StudyFacts& facts, std::span<std::shared_ptr<Model const> const> models) {
    std::set<std::string> all, own;
    for (auto const& model : models) add_amounts(*model, all, own);
    facts.amounts = all.size(), facts.own_amounts = own.size();
}

StudyFacts facts_of(Model const& model) {
    Scenario const& scenario = model.scenario();
    StudyFacts facts;
    facts.title = scenario.name, facts.question = scenario.question, facts.strategy = model.strategy();
    facts.headcount = model.headcount();
    facts.weeks = scenario.weeks, facts.seed = scenario.seed;
    facts.outcomes = model.outcomes();
    facts.departments = model.departments(), facts.department_groups = model.department_groups();
    facts.uncertain = model.uncertain();
    facts.numbers = model.assumptions().size();
    facts.assumed_numbers = std::size_t(std::ranges::count(model.assumptions(), assumed, &Assumption::source));
    facts.by_person = model.data_quality() != nullptr;
    facts.privacy = scenario.privacy;
    facts.currency = scenario.currency;
    std::set<std::string> all, own;
    add_amounts(model, all, own);
    facts.amounts = all.size(), facts.own_amounts = own.size();
    facts.sees_all = model.sees_all();
    return facts;
}

RunSummary summarise(Model const& model, std::vector<BlockResult> const& results) { return summarise(facts_of(model), results); }

}  // namespace micropol
