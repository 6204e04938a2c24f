#include "store/study_record.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "outcomes/outcome.h"

namespace micropol {

namespace {

using Json = nlohmann::ordered_json;

// What makes it this study and no other.
constexpr std::string_view identity[] = {"version", "model", "scenario", "inputs", "kind",   "definition",
                                         "seed",    "weeks", "outcomes", "kept",   "privacy"};

std::string joined(std::vector<OutcomeKind const*> const& outcomes) {
    std::string keys;
    for (OutcomeKind const* kind : outcomes) keys += (keys.empty() ? "" : ", ") + std::string(kind->plugin.key);
    return keys;
}

std::vector<OutcomeKind const*> outcomes_in(std::string_view keys, std::string const& file) {
    std::vector<OutcomeKind const*> outcomes;
    while (!keys.empty()) {
        std::string_view const key = keys.substr(0, keys.find(", "));
        keys.remove_prefix(std::min(keys.size(), key.size() + 2));
        auto const found = position_of(key, outcome_catalogue());
        if (!found)
            throw InvalidInput({{file},
                                "this version knows no outcome '" + std::string(key) + "'",
                                "another version of micropol wrote these results",
                                "use that version"});
        outcomes.push_back(outcome_catalogue()[*found]);
    }
    return outcomes;
}

// Where two texts part: "line 12: 'seed: 1' there, 'seed: 2' here".
std::string first_difference(std::string_view stored, std::string_view wanted) {
    for (int line = 1;; ++line) {
        std::string_view const there = stored.substr(0, stored.find('\n')), here = wanted.substr(0, wanted.find('\n'));
        if (there != here || stored.size() == there.size() || wanted.size() == here.size())
            return "line " + std::to_string(line) + ": '" + std::string(there) + "' there, '" + std::string(here) + "' here";
        stored.remove_prefix(there.size() + 1), wanted.remove_prefix(here.size() + 1);
    }
}

std::string text_of(Shard const& shard) { return std::to_string(shard.number) + '/' + std::to_string(shard.of); }

std::string in_words(Privacy const& privacy) {
    return privacy.names_shown ? "names shown"
                               : "names hidden, and groups of fewer than " + std::to_string(privacy.smallest_group);
}

}  // namespace

Facts facts_of(StudyRecord const& record) {
    StudyFacts const& study = record.facts;
    Provenance const& from = record.provenance;
    Json const about{{"title", study.title},
                     {"question", study.question},
                     {"strategy", study.strategy},
                     {"headcount", study.headcount},
                     {"departments", study.departments},
                     {"uncertain", study.uncertain},
                     {"numbers", study.numbers},
                     {"assumed_numbers", study.assumed_numbers},
                     {"imported", study.by_person},
                     {"names_shown", study.privacy.names_shown},
                     {"smallest_group", study.privacy.smallest_group}};
    Facts facts{{"version", from.version},
                {"compiler", from.compiler},
                {"command", from.command},
                {"scenario", from.scenario},
                {"scenario_hash", in_hexadecimal(Hash().add(from.scenario).value())},
                {"inputs", from.inputs},
                {"kind", record.kind},
                {"definition", record.definition},
                {"view", record.view},
                {"seed", std::to_string(study.seed)},
                {"weeks", std::to_string(study.weeks)},
                {"outcomes", joined(study.outcomes)},
                {"kept", record.retention == Retention::everything ? "everything" : "horizon"},
                {"about", about.dump(-1, ' ', false, Json::error_handler_t::replace)}};
    if (study.by_person) facts["privacy"] = in_words(study.privacy);
    if (record.planned) facts["planned"] = std::to_string(*record.planned);
    if (!from.model.empty()) facts["model"] = from.model;
    if (!from.commit.empty()) facts["commit"] = from.commit;
    if (!from.started.empty()) facts["started"] = from.started;
    if (record.shard.of > 1) facts["shard"] = text_of(record.shard);
    return facts;
}

StudyRecord record_of(Facts const& facts, std::string const& file) {
    auto const at = [&](char const* key) {
        auto const found = facts.find(key);
        return found == facts.end() ? std::string{} : found->second;
    };
    try {
        StudyRecord record{.kind = at("kind"),
                           .definition = at("definition"),
                           .view = at("view"),
                           .facts = {},
                           .planned = {},
                           .shard = {},
                           .provenance = {at("version"), at("compiler"), at("command"), at("scenario"), at("inputs"),
                                          at("started"), at("model"), at("commit")}};
        StudyFacts& study = record.facts;
        Json const about = Json::parse(at("about"));
        about.at("title").get_to(study.title), about.at("question").get_to(study.question);
        about.at("strategy").get_to(study.strategy), about.at("headcount").get_to(study.headcount);
        about.at("departments").get_to(study.departments), about.at("uncertain").get_to(study.uncertain);
        about.at("numbers").get_to(study.numbers), about.at("assumed_numbers").get_to(study.assumed_numbers);
        about.at("imported").get_to(study.by_person);
        about.at("names_shown").get_to(study.privacy.names_shown);
        about.at("smallest_group").get_to(study.privacy.smallest_group);
        study.weeks = std::stoi(at("weeks")), study.seed = std::stoull(at("seed"));
        study.outcomes = outcomes_in(at("outcomes"), file);
        record.retention = at("kept") == "everything" ? Retention::everything : Retention::final_week;
        if (facts.contains("planned")) record.planned = std::stoull(at("planned"));
        if (std::string const shard = at("shard"); !shard.empty())
            record.shard = {std::uint32_t(std::stoul(shard)), std::uint32_t(std::stoul(shard.substr(shard.find('/') + 1)))};
        return record;
    } catch (InvalidInput const&) {
        throw;
    } catch (std::exception const& unreadable) {
        throw InvalidInput({{file},
                            "this file is damaged",
                            std::string("it does not say what its study is: ") + unreadable.what(),
                            "nothing was changed; restore a copy"});
    }
}

std::vector<Problem> differences(std::string const& file, Facts const& stored, Facts const& wanted) {
    std::vector<Problem> problems;
    auto const at = [](Facts const& facts, std::string_view key) {
        auto const found = facts.find(std::string(key));
        return found == facts.end() ? std::string{} : found->second;
    };
    for (std::string_view const key : identity) {
        std::string const there = at(stored, key), here = at(wanted, key);
        if (there == here) continue;
        if (key == "model") {
            problems.push_back({{file},
                                "these results come from another model",
                                "made by model '" + there + "', this program is '" + here + "' (micropol --version)",
                                "go on with the program that began them, or choose another file for the results"});
            continue;
        }
        problems.push_back({{file},
                            "this file holds another study: its " + std::string(key) + " differs",
                            key == "scenario" ? first_difference(there, here) : "'" + there + "' there, '" + here + "' here",
                            "choose another file for the results, or remove this one"});
    }
    return problems;
}

}  // namespace micropol
