#include "store/extension.h"

#include <algorithm>
#include <charconv>

#include "base/json_reader.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

fs::path aside(fs::path const& file) {
    fs::path other = file;
    return other += ".shorter";
}

// Takes the number of histories out of a resolved scenario, where it has a line of its own below `runs:`.
std::optional<std::uint64_t> take_histories(std::string& scenario) {
    constexpr std::string_view runs = "\nruns:\n", key = "  histories: ";
    std::size_t const group = scenario.find(runs);
    std::size_t const at = group == std::string::npos ? group : scenario.find(key, group);
    if (at == std::string::npos) return std::nullopt;
    std::size_t const begin = at + key.size(), end = std::min(scenario.find('\n', begin), scenario.size());
    std::uint64_t number = 0;
    if (std::from_chars(scenario.data() + begin, scenario.data() + end, number).ptr != scenario.data() + end) return std::nullopt;
    scenario.erase(begin, end - begin);
    return number;
}

// How many blocks a study is of follows from its histories.
std::string without_blocks(std::string const& definition) {
    Json const json = Json::parse(definition);
    Json rest = Json::object();
    for (auto const& [key, value] : JsonReader(json).members())
        if (key != "blocks") rest[key] = value.json();
    return rest.dump();
}

bool is_the_same(Variant const& one, Variant const& other) {
    return one.name == other.name && one.strategy == other.strategy &&
           std::ranges::equal(one.changes, other.changes,
                              [](Change const& a, Change const& b) { return as_override(a) == as_override(b); });
}

// How many histories a variant the study in this file has, if it is finished, sound and the same one but for having fewer.
std::optional<std::uint64_t> fewer_histories(fs::path const& file, StudyRecord const& record) try {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed) || record.shard.of > 1) return std::nullopt;
    StoredStudy const there(file);
    if (!there.finished()) return std::nullopt;
    StudyRecord its = there.record(), wanted = record;
    auto const before = take_histories(its.provenance.scenario), now = take_histories(wanted.provenance.scenario);
    if (!before || !now || *before >= *now) return std::nullopt;
    its.definition = without_blocks(its.definition), wanted.definition = without_blocks(wanted.definition);
    if (!differences(file.string(), facts_of(its), facts_of(wanted)).empty() || !there.check().empty()) return std::nullopt;
    return before;
} catch (InvalidInput const&) {
    return std::nullopt;  // said when it is opened
}

}  // namespace

std::optional<std::uint64_t> set_aside(fs::path const& file, StudyRecord const& record) {
    if (fs::exists(aside(file))) return fewer_histories(aside(file), record);
    auto const histories = fewer_histories(file, record);
    if (histories) fs::rename(file, aside(file));
    return histories;
}

void remove_set_aside(fs::path const& file) {
    std::error_code ignored;
    fs::remove(aside(file), ignored);
}

Extension::Extension(Store& store, fs::path const& file) : store_(store), shorter_(aside(file)) {}

void Extension::add(std::uint32_t number, ReadyVariant const& variant) {
    store_.add(number, variant);
    if (number >= shorter_.variants().size() || !is_the_same(shorter_.variants()[number], variant.variant)) return;
    for (auto const& [unit, block] : shorter_.blocks())
        if (block.task.variant == number) units_[{number, block.task.block}] = unit;
}

bool Extension::has(std::uint64_t unit, Task const& task) const {
    if (store_.has(unit, task)) return true;
    auto const found = units_.find({task.variant, task.block});
    if (found == units_.end()) return false;
    store_.write(unit, task, shorter_.load(found->second));
    return true;
}

}  // namespace micropol
