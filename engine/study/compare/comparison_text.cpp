#include "study/compare/comparison_text.h"

#include "base/json_reader.h"
#include "scenario/format.h"

namespace micropol {

namespace {

Json json_of(Criterion const& criterion, StudyFacts const& facts) {
    return {{"by", facts.outcomes.at(criterion.outcome)->plugin.key}, {"less_is_better", criterion.less_is_better}};
}

}  // namespace

std::vector<std::string_view> rule_names() {
    return {key_of(Stopped::Rule::all_blocks), key_of(Stopped::Rule::narrow), key_of(Stopped::Rule::selected)};
}

std::string definition_text(StoppingRule const& rule, Criterion const& criterion, StudyFacts const& facts,
                            std::optional<LaterStart> const& later) {
    Json json{{"rule", key_of(rule.rule)}, {"aim", rule.aim}, {"blocks", rule.most}};
    if (rule.rule != Stopped::Rule::all_blocks) json["criterion"] = json_of(criterion, facts);
    if (later) json["later_start"] = {{"week", later->week}, {"until_then", later->until_then}};
    return json.dump();
}

std::string criterion_text(Criterion const& criterion, StudyFacts const& facts) { return json_of(criterion, facts).dump(); }

StoppingRule rule_in(std::string const& definition) {
    Json const text = Json::parse(definition);
    JsonReader const json(text);
    auto const rule = Stopped::Rule(json.at("rule").one_of(rule_names()));
    double const aim = json.at("aim").number();
    if (!(aim >= 0) || (rule != Stopped::Rule::all_blocks && aim == 0)) json.at("aim").refuse("nothing to aim at");
    return {rule, aim, json.at("blocks").whole<std::uint32_t>()};
}

std::optional<LaterStart> later_start_in(std::string const& definition) {
    Json const text = Json::parse(definition);
    JsonReader const json(text);
    auto const later = json.find("later_start");
    if (!later) return {};
    return LaterStart{later->at("week").whole<int>(1, int(longest_horizon)), later->at("until_then").text()};
}

Criterion criterion_in(std::string const& text, StudyFacts const& facts) {
    Json const json = Json::parse(text);
    JsonReader const reader(json);
    return {reader.at("by").one_of(keys_of(facts.outcomes)), reader.at("less_is_better").flag()};
}

}  // namespace micropol
