#include "store/study_record.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include "base/hash.h"
#include "base/json_reader.h"
#include "outcomes/outcome.h"
#include "scenario/format.h"
#include "store/store_file.h"
#include "store/tables.h"
#include "study/money_json.h"

namespace micropol {

namespace {

// What makes it this study and no other.
constexpr std::string_view identity[] = {"version", "model", "scenario", "inputs", "kind",    "definition",
                                         "seed",    "weeks", "outcomes", "kept",   "privacy", "posterior"};

constexpr std::string_view kinds[] = {"run", "compare", "sweep", "optimise", "explain", "calibrate"};
// By Retention.
constexpr std::string_view retentions[] = {"everything", "departments", "horizon", "seen"};

std::string joined(std::vector<OutcomeKind const*> const& outcomes) {
    std::string keys;
    for (OutcomeKind const* kind : outcomes) keys += (keys.empty() ? "" : ", ") + std::string(kind->plugin.key);
    return keys;
}

std::vector<std::string> parted(std::string_view keys) {
    std::vector<std::string> parts;
    while (!keys.empty()) {
        parts.emplace_back(keys.substr(0, keys.find(", ")));
        keys.remove_prefix(std::min(keys.size(), parts.back().size() + 2));
    }
    return parts;
}

// Where two texts part: "line 12: 'seed: 1' there, 'seed: 2' here".
Message first_difference(std::string_view stored, std::string_view wanted) {
    for (int line = 1;; ++line) {
        std::string_view const there = stored.substr(0, stored.find('\n')), here = wanted.substr(0, wanted.find('\n'));
        if (there != here || stored.size() == there.size() || wanted.size() == here.size())
            return Message("line {0}: '{1}' there, '{2}' here", {name(std::to_string(line)), name(there), name(here)});
        stored.remove_prefix(there.size() + 1), wanted.remove_prefix(here.size() + 1);
    }
}

std::string text_of(Shard const& shard) { return std::to_string(shard.number) + '/' + std::to_string(shard.of); }

std::string in_words(Privacy const& privacy) {
    return privacy.names_shown ? "names shown"
                               : "names hidden, and groups of fewer than " + std::to_string(privacy.smallest_group);
}

// The facts of a file, each as what it should be. Throws WrongJson for one that is not.
class FactReader {
  public:
    explicit FactReader(ProvenanceRows const& facts) : facts_(facts) {}

    [[nodiscard]] std::string const* find(std::string const& key) const {
        auto const found = facts_.find(key);
        return found == facts_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] std::string const& text(std::string const& key) const {
        if (std::string const* found = find(key)) return *found;
        throw WrongJson(Message("without '{0}'", {name(key)}));
    }
    [[nodiscard]] std::string text_if_any(std::string const& key) const {
        std::string const* const found = find(key);
        return found ? *found : std::string{};
    }
    [[nodiscard]] std::uint64_t whole(std::string const& key, std::uint64_t low, std::uint64_t high) const {
        return whole_in(key, text(key), low, high);
    }
    [[nodiscard]] std::string const& one_of(std::string const& key, std::span<std::string_view const> words) const {
        if (std::ranges::find(words, text(key)) == words.end()) throw WrongJson(Message("{0} is unknown", {name(key)}));
        return text(key);
    }
    [[nodiscard]] Shard shard() const {
        std::string const* const text = find("shard");
        if (text == nullptr) return {};
        std::size_t const slash = std::min(text->find('/'), text->size());
        constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
        Shard shard;
        shard.number = std::uint32_t(whole_in("shard", text->substr(0, slash), 1, most));
        shard.of = std::uint32_t(whole_in("shard", text->substr(std::min(slash + 1, text->size())), shard.number, most));
        return shard;
    }

  private:
    static std::uint64_t whole_in(std::string const& key, std::string const& text, std::uint64_t low, std::uint64_t high) {
        std::uint64_t value = 0;
        char const* const end = text.data() + text.size();
        auto const [stopped, fault] = std::from_chars(text.data(), end, value);
        if (fault != std::errc{} || stopped != end || value < low || value > high)
            throw WrongJson(Message("{0} cannot be this", {name(key)}));
        return value;
    }

    ProvenanceRows const& facts_;
};

void read_about(JsonReader const& about, StudyFacts& study) {
    constexpr auto most_people = std::size_t(most_employees),
                   most_departments = std::size_t{std::numeric_limits<std::uint16_t>::max()};
    study.title = about.at("title").text(), study.question = about.at("question").text();
    study.strategy = about.at("strategy").text();
    study.headcount = about.at("headcount").whole<std::size_t>(0, most_people);
    study.departments = about.at("departments").list<std::string>(), study.uncertain = about.at("uncertain").list<std::string>();
    if (study.departments.size() > most_departments) about.at("departments").refuse("too many");
    study.department_groups = about.at("department_groups").list<std::string>();
    if (study.department_groups.size() > study.departments.size()) about.at("department_groups").refuse("too many");
    study.numbers = about.at("numbers").whole<std::size_t>();
    study.assumed_numbers = about.at("assumed_numbers").whole<std::size_t>();
    study.by_person = about.at("imported").flag();
    study.privacy.names_shown = about.at("names_shown").flag();
    study.privacy.smallest_group = about.at("smallest_group").whole<std::size_t>();
    study.sees_all = about.at("upper_bound").flag();
    read_money(about, study);
}

// What a file says of itself, read by `reading`.
auto said_by(std::string const& file, auto const& reading) try { return reading(); } catch (WrongJson const& unreadable) {
    throw InvalidInput(damage(file, Message("it does not say what its study is: {0}", {unreadable.problem()})));
}

}  // namespace

std::vector<OutcomeKind const*> outcomes_named(std::vector<std::string> const& keys, std::string const& file) {
    std::vector<OutcomeKind const*> outcomes;
    for (std::string const& key : keys) {
        auto const found = position_of(key, outcome_catalogue());
        if (!found)
            throw InvalidInput({{file},
                                Message("this version knows no outcome '{0}'", {name(key)}),
                                "another version of micropol wrote these results",
                                "use that version"});
        OutcomeKind const* const kind = outcome_catalogue()[*found];
        if (std::ranges::find(outcomes, kind) != outcomes.end())
            throw InvalidInput(damage(file, Message("the outcome '{0}' is there twice", {name(key)})));
        outcomes.push_back(kind);
    }
    return outcomes;
}

ProvenanceRows facts_of(StudyRecord const& record) {
    StudyFacts const& study = record.facts;
    Provenance const& from = record.provenance;
    Json const about{{"title", study.title},
                     {"question", study.question},
                     {"strategy", study.strategy},
                     {"headcount", study.headcount},
                     {"departments", study.departments},
                     {"department_groups", study.department_groups},
                     {"uncertain", study.uncertain},
                     {"numbers", study.numbers},
                     {"assumed_numbers", study.assumed_numbers},
                     {"imported", study.by_person},
                     {"names_shown", study.privacy.names_shown},
                     {"smallest_group", study.privacy.smallest_group},
                     {"upper_bound", study.sees_all},
                     {"money", json_of_money(study)}};
    ProvenanceRows facts{{"version", from.version},
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
                         {"kept", std::string(retentions[std::size_t(record.retention)])},
                         {"about", about.dump()}};
    if (study.by_person) facts["privacy"] = in_words(study.privacy);
    if (record.planned) facts["planned"] = std::to_string(*record.planned);
    if (!from.model.empty()) facts["model"] = from.model;
    if (!from.commit.empty()) facts["commit"] = from.commit;
    if (!from.posterior.empty()) facts["posterior"] = from.posterior;
    if (!from.started.empty()) facts["started"] = from.started;
    if (record.shard.of > 1) facts["shard"] = text_of(record.shard);
    return facts;
}

StudyRecord record_of(ProvenanceRows const& facts, std::string const& file) {
    return said_by(file, [&] {
        FactReader const said(facts);
        StudyRecord record{.kind = said.one_of("kind", kinds),
                           .definition = said.text("definition"),
                           .view = said.text("view"),
                           .facts = {},
                           .planned = {},
                           .shard = said.shard(),
                           .provenance = {said.text("version"), said.text("compiler"), said.text("command"),
                                          said.text("scenario"), said.text("inputs"), said.text_if_any("started"),
                                          said.text_if_any("model"), said.text_if_any("commit"), said.text_if_any("posterior")}};
        StudyFacts& study = record.facts;
        Json const about = Json::parse(said.text("about"));
        read_about(JsonReader(about, "about"), study);
        study.weeks = int(said.whole("weeks", 1, std::uint64_t(longest_horizon)));
        study.seed = said.whole("seed", 0, std::numeric_limits<std::uint64_t>::max());
        study.outcomes = outcomes_named(parted(said.text("outcomes")), file);
        record.retention = Retention(std::ranges::find(retentions, said.one_of("kept", retentions)) - std::begin(retentions));
        if (said.find("planned")) record.planned = said.whole("planned", 0, max_units);
        return record;
    });
}

std::uint64_t units_of(ProvenanceRows const& facts, std::string const& file) {
    return said_by(file, [&] { return FactReader(facts).whole("units", 0, max_units); });
}

std::vector<Problem> differences(std::string const& file, ProvenanceRows const& stored, ProvenanceRows const& wanted) {
    std::vector<Problem> problems;
    auto const at = [](ProvenanceRows const& facts, std::string_view key) {
        auto const found = facts.find(std::string(key));
        return found == facts.end() ? std::string{} : found->second;
    };
    for (std::string_view const key : identity) {
        std::string const there = at(stored, key), here = at(wanted, key);
        if (there == here) continue;
        if (key == "model") {
            problems.push_back(
                {{file},
                 "these results come from another model",
                 Message("made by model '{0}', this program is '{1}' (micropol --version)", {name(there), name(here)}),
                 "go on with the program that began them, or choose another file for the results"});
            continue;
        }
        problems.push_back(
            {{file},
             Message("this file holds another study: its {0} differs", {name(key)}),
             key == "scenario" ? first_difference(there, here) : Message("'{0}' there, '{1}' here", {name(there), name(here)}),
             "choose another file for the results, or remove this one"});
    }
    return problems;
}

}  // namespace micropol
