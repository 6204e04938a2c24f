#include "micropol/resimulate.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <random>

#include "base/build_identity.h"
#include "micropol/recorded_scenario.h"
#include "study/study_runner.h"

namespace micropol::app {

namespace {

using Unit = std::pair<std::uint64_t, Task>;

// Not always the same: whoever changed the file must not know which are looked at.
std::vector<Unit> some_of(StoredStudy const& study, std::size_t blocks) {
    std::vector<Unit> all, chosen;
    for (auto const& [unit, kept] : study.blocks()) all.emplace_back(unit, kept.task);
    std::ranges::sample(all, std::back_inserter(chosen), std::ptrdiff_t(blocks), std::random_device());
    return chosen;
}

template <class Value>
bool same(std::vector<Value> const& a, std::vector<Value> const& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Value)) == 0);
}

bool same(BlockResult const& a, BlockResult const& b) {
    return a.state_hash == b.state_hash && same(a.weekly, b.weekly) && same(a.department_before, b.department_before) &&
           same(a.department_after, b.department_after) && same(a.person_before, b.person_before) &&
           same(a.person_after, b.person_after) && a.person == b.person && same(a.person_department, b.person_department) &&
           same(a.person_level, b.person_level) && same(a.person_state, b.person_state) &&
           same(a.of_departments.people, b.of_departments.people) && same(a.of_departments.mean, b.of_departments.mean) &&
           same(a.of_departments.sd, b.of_departments.sd) && same(a.drawn, b.drawn);
}

void require_same_model(StoredStudy const& study) {
    Provenance const& from = study.record().provenance;
    if (from.model != model_hash())
        throw InvalidInput(
            {{study.file().string()},
             "its blocks cannot be simulated again here",
             Message("they were simulated by model {0}, this is model {1}", {name(from.model), name(model_hash())}),
             "use the program that made the file: micropol --version says which model it has"});
}

void require_drawn(StoredStudy const& study) {
    if (study.record().provenance.posterior.empty() && study.record().kind != "calibrate") return;
    throw InvalidInput({{study.file().string()},
                        "its blocks cannot be simulated again here",
                        "they took numbers from elsewhere, which this file does not keep",
                        "rerun its command with another --output: the same study is the same bytes"});
}

void require_people(StoredStudy const& study, Scenario const& scenario) {
    if (scenario.import && scenario.import->people.empty() && !scenario.privacy.names_shown)
        throw InvalidInput({{study.file().string()},
                            "its blocks cannot be simulated again here",
                            "the scenario listed its people itself, and results keep no names",
                            "rerun its command with another --output: the same study is the same bytes"});
}

}  // namespace

std::vector<Problem> simulated_otherwise(StoredStudy const& study, std::size_t blocks, int threads) {
    require_same_model(study);
    require_drawn(study);
    std::vector<Unit> const units = some_of(study, blocks);
    ScenarioSource const source = recorded_scenario(study.record(), study.file());
    require_people(study, source.read());
    StudyRunner runner(source, {.threads = threads, .retention = study.record().retention});
    std::vector<Variant> variants;  // of these alone: a sweep has many
    std::map<std::uint32_t, std::uint32_t> number;
    for (auto const& [unit, task] : units)
        if (number.emplace(task.variant, std::uint32_t(variants.size())).second)
            variants.push_back(study.variants().at(task.variant));
    runner.add(variants);
    std::vector<Problem> wrong;
    std::vector<BlockResult> again(units.size());
    in_parallel(threads, units.size(), [&](std::size_t k) {
        Task const& task = units[k].second;
        again[k] = runner.simulate({number.at(task.variant), task.block});
    });
    for (std::size_t k = 0; k < units.size(); ++k)
        if (auto const& [unit, task] = units[k]; !same(again[k], study.load(unit)))
            wrong.push_back({{study.file().string()},
                             Message("block {0} of variant {1} is not what this model comes to",
                                     {name(std::to_string(task.block)), name(std::to_string(task.variant))}),
                             "it was simulated again, and other numbers came out",
                             "the file was changed; simulate the study again into another file"});
    return wrong;
}

}  // namespace micropol::app
