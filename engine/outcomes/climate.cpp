#include "outcomes/outcome.h"
#include "outcomes/over_people.h"

namespace micropol {

extern constinit OutcomeKind const conflict{
    {"conflict", {reads_people<Column::conflict>, {}, {}}, {}, "Mean relationship conflict with contacts."},
    Unit::share,
    "Relationship conflict",
    mean_of<Column::conflict>,
    Prominence{OutcomeSection::climate, 3}};
extern constinit OutcomeKind const rivalry{
    {"rivalry", {reads_only<Column::rivalry>, {}, {}}, {}, "How far colleagues compete with one another."},
    Unit::share,
    "Rivalry",
    of_organisation<Column::rivalry>};
extern constinit OutcomeKind const ideas{
    {"ideas", {reads_only<Column::ideas>, {}, {}}, {}, "How many ideas people bring forward, against the most they could."},
    Unit::share,
    "Ideas",
    of_organisation<Column::ideas>,
    Prominence{OutcomeSection::climate, 6}};
extern constinit OutcomeKind const perceived_politics{{"perceived_politics",
                                                       {reads_people<Column::perceived_politics>, {}, {}},
                                                       {},
                                                       "Mean of how political people find the place."},
                                                      Unit::share,
                                                      "Perceived politics",
                                                      mean_of<Column::perceived_politics>,
                                                      Prominence{OutcomeSection::climate, 4}};
extern constinit OutcomeKind const strain{{"strain", {reads_people<Column::strain>, {}, {}}, {}, "Mean strain."},
                                          Unit::share,
                                          "Strain",
                                          mean_of<Column::strain>,
                                          Prominence{OutcomeSection::climate, 5}};
extern constinit OutcomeKind const load{
    {"load", {reads_people<Column::load>, {}, {}}, {}, "Mean change that a person has to carry."},
    Unit::one,
    "Load of change",
    mean_of<Column::load>};
extern constinit OutcomeKind const fatigue_outcome{
    {"fatigue",
     {reads_people<Column::fatigue>, {}, {}},
     {},
     "Mean of how far the change that people have to carry exceeds what they can carry."},
    Unit::share,
    "Fatigue with change",
    mean_of<Column::fatigue>};
extern constinit OutcomeKind const satisfaction{
    {"satisfaction", {reads_people<Column::satisfaction>, {}, {}}, {}, "Mean satisfaction with the job."},
    Unit::share,
    "Satisfaction with the job",
    mean_of<Column::satisfaction>};
extern constinit OutcomeKind const commitment{
    {"commitment", {reads_people<Column::commitment>, {}, {}}, {}, "Mean commitment to the organisation."},
    Unit::share,
    "Commitment",
    mean_of<Column::commitment>};
extern constinit OutcomeKind const turnover_intention{
    {"turnover_intention", {reads_people<Column::turnover_intention>, {}, {}}, {}, "Mean intention to quit."},
    Unit::share,
    "Intention to quit",
    mean_of<Column::turnover_intention>};
extern constinit OutcomeKind const politics_and_strain{
    {"politics_and_strain",
     {reads_pair<Column::perceived_politics, Column::strain>, {}, {}},
     {},
     "Correlation across people of perceived politics and strain; 0 where all are alike."},
    Unit::correlation,
    "Politics and strain (correlation)",
    correlation_of<Column::perceived_politics, Column::strain>};
extern constinit OutcomeKind const politics_and_leaving{
    {"politics_and_leaving",
     {reads_pair<Column::perceived_politics, Column::turnover_intention>, {}, {}},
     {},
     "Correlation across people of perceived politics and intention to quit; 0 where all are alike."},
    Unit::correlation,
    "Politics and intention to quit (correlation)",
    correlation_of<Column::perceived_politics, Column::turnover_intention>};
extern constinit OutcomeKind const politics_and_satisfaction{
    {"politics_and_satisfaction",
     {reads_pair<Column::perceived_politics, Column::satisfaction>, {}, {}},
     {},
     "Correlation across people of perceived politics and satisfaction; 0 where all are alike."},
    Unit::correlation,
    "Politics and satisfaction (correlation)",
    correlation_of<Column::perceived_politics, Column::satisfaction>};
extern constinit OutcomeKind const politics_and_commitment{
    {"politics_and_commitment",
     {reads_pair<Column::perceived_politics, Column::commitment>, {}, {}},
     {},
     "Correlation across people of perceived politics and commitment; 0 where all are alike."},
    Unit::correlation,
    "Politics and commitment (correlation)",
    correlation_of<Column::perceived_politics, Column::commitment>};
extern constinit OutcomeKind const politics_and_performance{
    {"politics_and_performance",
     {reads_pair<Column::perceived_politics, Column::task_performance>, {}, {}},
     {},
     "Correlation across people of perceived politics and task performance, what they make of their ability; 0 where all are alike."},
    Unit::correlation,
    "Politics and performance (correlation)",
    correlation_of<Column::perceived_politics, Column::task_performance>};

}  // namespace micropol
