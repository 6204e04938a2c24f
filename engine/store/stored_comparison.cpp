#include "store/stored_comparison.h"

#include <algorithm>

#include "base/json_reader.h"
#include "store/store_file.h"

namespace micropol {

namespace {

Json json_of(Criterion const& criterion, StudyFacts const& facts) {
    return {{"by", facts.outcomes.at(criterion.outcome)->plugin.key}, {"less_is_better", criterion.less_is_better}};
}

Criterion criterion_in(JsonReader const& json, StudyFacts const& facts) {
    return {json.at("by").one_of(keys_of(facts.outcomes)), json.at("less_is_better").flag()};
}

StoppingRule rule_in(JsonReader const& json) {
    auto const rule = Stopped::Rule(json.at("rule").one_of(rule_names()));
    double const aim = json.at("aim").number();
    if (!(aim >= 0) || (rule != Stopped::Rule::all_blocks && aim == 0)) json.at("aim").refuse("nothing to aim at");
    return {rule, aim, json.at("blocks").whole<std::uint32_t>()};
}

// The last weeks of each variant's blocks, as many as every one of them has.
std::vector<Contender> contenders_in(StoredStudy const& study) {
    std::vector<Contender> contenders;
    auto blocks = study.final_values();
    std::size_t complete = blocks.empty() ? 0 : blocks.front().size();
    for (auto const& of_one : blocks) complete = std::min(complete, of_one.size());
    if (complete == 0)
        throw InvalidInput({{study.file().string()},
                            "no block of every strategy is finished yet",
                            "a comparison needs one",
                            "wait, or go on with the study"});
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        blocks[k].resize(complete);
        contenders.push_back({study.variants()[k].name, study.variants()[k].meaning, std::move(blocks[k])});
    }
    return contenders;
}

}  // namespace

std::vector<std::string_view> rule_names() {
    return {key_of(Stopped::Rule::all_blocks), key_of(Stopped::Rule::narrow), key_of(Stopped::Rule::selected)};
}

std::string definition_of(StoppingRule const& rule, Criterion const& criterion, StudyFacts const& facts) {
    Json json{{"rule", key_of(rule.rule)}, {"aim", rule.aim}, {"blocks", rule.most}};
    if (rule.rule != Stopped::Rule::all_blocks) json["criterion"] = json_of(criterion, facts);
    return json.dump();
}

std::string view_of(Criterion const& criterion, StudyFacts const& facts) { return json_of(criterion, facts).dump(); }

Comparison comparison_in(StoredStudy const& study, std::optional<Criterion> const& asked) {
    StudyRecord const& record = study.record();
    try {
        Json const definition = Json::parse(record.definition), view = Json::parse(record.view);
        StoppingRule const rule = rule_in(JsonReader(definition));
        Criterion const criterion = asked ? *asked : criterion_in(JsonReader(view), record.facts);
        if (study.variants().size() < 2) throw WrongJson("a comparison is of at least two strategies");
        std::vector<Contender> contenders = contenders_in(study);
        Stopped const stopped = look(rule, contenders, criterion);
        Comparison comparison = compare(record.facts, contenders, criterion);
        comparison.stopped = stopped;
        return comparison;
    } catch (InvalidInput const&) {
        throw;
    } catch (std::exception const& unreadable) {
        throw InvalidInput(damage(study.file(), std::string("it does not say what was compared: ") + unreadable.what()));
    }
}

}  // namespace micropol
