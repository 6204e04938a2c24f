#include "store/stored_sweep.h"

#include <algorithm>

#include "base/json.h"
#include "store/store_file.h"
#include "study/sweep/sweep_text.h"

namespace micropol {

namespace {

// Every block is one that the design asks for.
bool are_its_blocks(StoredStudy const& study, SweepDefinition const& definition) {
    auto const& blocks = study.blocks();
    double const points = count_of_points(definition);
    if (points * double(definition.arms()) * double(definition.blocks) != double(blocks.size())) return false;
    std::vector<Task> const tasks = tasks_of(definition, std::size_t(points), 0);
    return std::ranges::all_of(blocks, [&](auto const& block) {
        Task const& asked = tasks[block.first];
        return block.second.task.variant == asked.variant && block.second.task.block == asked.block;
    });
}

// What a file says of its sweep may be anything: whatever goes wrong is damage.
template <class Read>
auto undamaged(StoredStudy const& study, Read const& read) {
    if (!study.finished())
        throw InvalidInput({{study.file().string()},
                            "this sweep is not finished",
                            "a design is concluded on as a whole",
                            Message("go on with it: {0}", {name(study.record().provenance.command)})});
    try {
        StudyRecord const& record = study.record();
        SweepDefinition definition = definition_in(record.definition, record.view, record.facts);
        if (!are_its_blocks(study, definition)) throw WrongJson("its blocks are not those that its design asks for");
        return read(std::move(definition));
    } catch (InvalidInput const&) {
        throw;
    } catch (WrongJson const& unreadable) {
        throw InvalidInput(damage(study.file(), Message("it does not say what was swept: {0}", {unreadable.problem()})));
    } catch (std::exception const& unreadable) {
        throw InvalidInput(damage(study.file(), Message("it does not say what was swept: {0}", {name(unreadable.what())})));
    }
}

}  // namespace

SweepDefinition sweep_definition_in(StoredStudy const& study) {
    return undamaged(study, [](SweepDefinition definition) { return definition; });
}

Sweep sweep_in(StoredStudy const& study, std::optional<std::size_t> by) {
    return undamaged(study, [&](SweepDefinition definition) {
        if (by) definition.outcomes = {*by}, definition.fails_when.reset();
        SweepValues values = no_values(definition, study.record().facts.outcomes.size(), points_of(definition).size());
        for (auto const& [unit, kept] : study.blocks()) set_values(definition, values, unit, study.load(unit).weekly);
        return conclude(study.record().facts, definition, values);
    });
}

}  // namespace micropol
