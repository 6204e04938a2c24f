#include "results/store.h"

namespace micropol {

StudyLayout layout_of(Model const& model) {
    return {model.strategy(), model.blocks(), model.scenario().weeks, model.outcomes(), model.departments(), model.uncertain()};
}

Store::Store(std::filesystem::path const& file, Model const& model, Provenance const& provenance)
    : Store(file, layout_of(model), provenance) {}

}  // namespace micropol
