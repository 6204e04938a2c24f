#include "study/compare/comparison_text.h"

#include <algorithm>

#include "base/json.h"

namespace micropol {

namespace {

constexpr Stopped::Rule rules[] = {Stopped::Rule::all_blocks, Stopped::Rule::narrow, Stopped::Rule::selected};

Json json_of(Criterion const& criterion, StudyFacts const& facts) {
    return {{"by", facts.outcomes.at(criterion.outcome)->plugin.key}, {"less_is_better", criterion.less_is_better}};
}

}  // namespace

std::string definition_text(StoppingRule const& rule, Criterion const& criterion, StudyFacts const& facts) {
    Json json{{"rule", key_of(rule.rule)}, {"aim", rule.aim}, {"blocks", rule.most}};
    if (rule.rule != Stopped::Rule::all_blocks) json["criterion"] = json_of(criterion, facts);
    return json.dump();
}

std::string criterion_text(Criterion const& criterion, StudyFacts const& facts) { return json_of(criterion, facts).dump(); }

StoppingRule rule_in(std::string const& definition) {
    Json const json = Json::parse(definition);
    std::string const word = json.at("rule").text();
    auto const found = std::ranges::find(rules, word, [](Stopped::Rule rule) { return key_of(rule); });
    if (found == std::end(rules)) throw std::out_of_range("no rule " + word);
    std::uint64_t const blocks = json.at("blocks").natural();
    if (blocks > std::numeric_limits<std::uint32_t>::max()) throw std::out_of_range("too many blocks");
    return {*found, json.at("aim").number(), std::uint32_t(blocks)};
}

Criterion criterion_in(std::string const& text, StudyFacts const& facts) {
    Json const json = Json::parse(text);
    std::string const key = json.at("by").text();
    auto const outcome = position_of(key, facts.outcomes);
    if (!outcome) throw std::out_of_range("no outcome " + key);
    return {*outcome, json.at("less_is_better").boolean()};
}

}  // namespace micropol
