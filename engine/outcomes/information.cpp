#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

extern constinit OutcomeKind const disclosure{
    {"disclosure", {reads_people<Column::disclosed>, {}, {}}, {}, "People who share what they know, in the week."},
    Unit::share,
    "Sharing of knowledge",
    mean_of<Column::disclosed>,
    Prominence{OutcomeSection::politics, 3}};
extern constinit OutcomeKind const report_truth{
    {"report_truth",
     {reads_only<Column::report_truth>, {}, {}},
     {},
     "What reports tell of what people know: sharing, made coarser by conflicts of interest."},
    Unit::share,
    "Truth of reports",
    of_organisation<Column::report_truth>};
extern constinit OutcomeKind const data_quality{
    {"data_quality", {reads_only<Column::data_quality>, {}, {}}, {}, "Customer knowledge that is in the system."},
    Unit::share,
    "Customer knowledge in the system",
    of_organisation<Column::data_quality>,
    Prominence{OutcomeSection::performance, 5}};
extern constinit OutcomeKind const data_access{
    {"data_access", {reads_people<Column::data_access>, {}, {}}, {}, "Mean data access."},
    Unit::share,
    "Data access",
    mean_of<Column::data_access>};
extern constinit OutcomeKind const worth{
    {"worth", {reads_only<Column::worth>, {}, {}}, {}, "What using the tool shows: realised benefit against its effort."},
    Unit::attitude,
    "Worth of using the tool",
    of_organisation<Column::worth>};

}  // namespace micropol
