#include "outcomes/person_measure.h"

#include "state/settings.h"

namespace micropol {

namespace {

// For substance or for show: whom reports of adoption count.
Worlds logs_in(Worlds const& stage) { return only(stage >= float(Stage::symbolic), 1.0f); }

constexpr PersonMeasure in_order_of_tables[] = {
    {"attitude", Column::attitude},
    {"belief", Column::belief},
    {"perceived_politics", Column::perceived_politics},
    {"strain", Column::strain},
    {"satisfaction", Column::satisfaction},
    {"commitment", Column::commitment},
    {"contacts", Column::contacts},
    {"sought_by", Column::sought_by},
    {"use", Column::use},
    {"log_ins", Column::stage, logs_in, Range{0, 1}},
    {"pursuit", Column::pursuit},
    {"load", Column::load},
    {"fatigue", Column::fatigue},
};

}  // namespace

Range PersonMeasure::range() const { return range_made.value_or(spec_of(column).range); }

std::span<PersonMeasure const> person_measures() { return in_order_of_tables; }

}  // namespace micropol
