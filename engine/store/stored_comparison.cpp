#include "store/stored_comparison.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(Criterion const& criterion, StudyFacts const& facts) {
    return {{"by", facts.outcomes.at(criterion.outcome)->plugin.key}, {"less_is_better", criterion.less_is_better}};
}

Criterion criterion_in(Json const& json, StudyFacts const& facts) {
    auto const key = json.at("by").get<std::string>();
    auto const outcome = position_of(key, facts.outcomes);
    if (!outcome) throw std::out_of_range("no outcome " + key);
    return {*outcome, json.at("less_is_better").get<bool>()};
}

constexpr std::pair<std::string_view, Stopped::Rule> rules[] = {
    {"runs", Stopped::Rule::all_blocks}, {"until_ci", Stopped::Rule::narrow}, {"until_decided", Stopped::Rule::selected}};

StoppingRule rule_in(Json const& json) {
    auto const word = json.at("rule").get<std::string>();
    auto const found = std::ranges::find(rules, word, [](auto const& rule) { return rule.first; });
    if (found == std::end(rules)) throw std::out_of_range("no rule " + word);
    return {found->second, json.at("aim").get<double>(), json.at("blocks").get<std::uint32_t>()};
}

}  // namespace

std::string definition_of(StoppingRule const& rule, Criterion const& criterion, StudyFacts const& facts) {
    auto const found = std::ranges::find(rules, rule.rule, [](auto const& known) { return known.second; });
    Json json{{"rule", found->first}, {"aim", rule.aim}, {"blocks", rule.most}};
    if (rule.rule != Stopped::Rule::all_blocks) json["criterion"] = json_of(criterion, facts);
    return json.dump();
}

std::string view_of(Criterion const& criterion, StudyFacts const& facts) { return json_of(criterion, facts).dump(); }

Comparison comparison_in(StoredStudy const& study, std::optional<Criterion> const& asked) {
    StudyRecord const& record = study.record();
    try {
        StoppingRule const rule = rule_in(Json::parse(record.definition));
        Criterion const criterion = asked ? *asked : criterion_in(Json::parse(record.view), record.facts);
        std::vector<Contender> contenders;
        auto blocks = study.final_values();
        std::size_t complete = blocks.empty() ? 0 : blocks.front().size();
        for (auto const& of_one : blocks) complete = std::min(complete, of_one.size());
        for (std::size_t k = 0; k < blocks.size(); ++k) {
            blocks[k].resize(complete);
            contenders.push_back({study.variants()[k].name, study.variants()[k].meaning, std::move(blocks[k])});
        }
        if (complete == 0)
            throw InvalidInput({{study.file().string()},
                                "no block of every strategy is finished yet",
                                "a comparison needs one",
                                "wait, or go on with the study"});
        Stopped const stopped = look(rule, contenders, criterion);
        Comparison comparison = compare(record.facts, contenders, criterion);
        comparison.stopped = stopped;
        return comparison;
    } catch (InvalidInput const&) {
        throw;
    } catch (std::exception const& unreadable) {
        throw InvalidInput({{study.file().string()},
                            "this file is damaged",
                            std::string("it does not say what was compared: ") + unreadable.what(),
                            "restore a copy"});
    }
}

}  // namespace micropol
