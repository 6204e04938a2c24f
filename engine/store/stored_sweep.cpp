#include "store/stored_sweep.h"

#include "study/sweep/sweep_text.h"

namespace micropol {

Sweep sweep_in(StoredStudy const& study, std::optional<std::size_t> by) {
    if (!study.finished())
        throw InvalidInput({{study.file().string()},
                            "this sweep is not finished",
                            "a design is concluded on as a whole",
                            "go on with it: " + study.record().provenance.command});
    try {
        SweepDefinition definition = definition_in(study.record().definition, study.record().view, study.record().facts);
        if (by) definition.outcomes = {*by}, definition.fails_when.reset();
        SweepValues values = no_values(definition, study.record().facts.outcomes.size(), points_of(definition).size());
        for (auto const& [unit, kept] : study.blocks()) set_values(definition, values, unit, study.load(unit).weekly);
        return conclude(study.record().facts, definition, values);
    } catch (std::exception const& unreadable) {
        throw InvalidInput({{study.file().string()},
                            "this file is damaged",
                            std::string("it does not say what was swept: ") + unreadable.what(),
                            "restore a copy"});
    }
}

}  // namespace micropol
