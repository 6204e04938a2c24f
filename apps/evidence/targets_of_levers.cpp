// The odd rows of the evidence on levers in engine/documentation/calibration.md.

#include <array>

#include "evidence/measures.h"

namespace micropol::evidence {

namespace {

Estimate adoption_in_weeks_26_to_52(Study& s, std::string_view arm) { return of(more(s, arm, "substantive", week_26, week_52)); }

Estimate more_where_work_hangs_together(Study& s, std::string_view arm) {
    auto const reported = [&](std::string_view of) { return s.outcome_in_weeks(of, "reported_adoption", week_26, week_52); };
    return of(minus(minus(reported(arm), reported("work hangs together")),
                    minus(reported("executive_mandate, everyone"), reported(nothing))));
}

// What is left, 26 weeks after the training, of the skill above that of before it; the share is that of the same week. Over
// everybody who has been there since.
Estimate kept_and_contacts(Study& s, std::string_view arm) {
    return of(s.of_blocks(arm, [](Model const& model, Block const& block) {
        Record const record(
            model, block,
            {{Column::data_skill, week_4}, {Column::data_skill, week_38}, {Column::strength, week_38}, {Column::stage, week_38}});
        auto const before = record.of(Column::data_skill, week_4), after = record.of(Column::data_skill, week_38);
        std::vector<Worlds> kept(after.begin(), after.end());
        for (std::size_t i = 0; i < kept.size(); ++i) kept[i] -= before[i];
        return correlation_over_people(
            kept,
            adopting_contacts(record.organisation(), record.of(Column::strength, week_38), record.of(Column::stage, week_38)),
            record.stayed(week_4, week_38));
    }));
}

// Over those whom the levers are for.
template <Column column>
Spread in_sales_and_marketing(Model const& model, Block const& block) {
    constexpr std::array<std::string_view, 2> paid_by_figures{"Sales", "Marketing"};
    Record const record(model, block, {{column, week_52}});
    return over_people(record.of(column, week_52),
                       in_departments(record.organisation(), paid_by_figures, record.of(Column::present, week_52)));
}
template <Column column>
BlockValues effort(Study const& s, std::string_view arm, std::string_view against) {
    return standardised(s, arm, against, in_sales_and_marketing<column>);
}

constexpr std::string_view the_other_way = "training and communication";

}  // namespace

std::vector<Experiment> targets_of_levers() {
    return {
        {.row = "E1",
         .text = "Champions among the twenty most sought: substantive adoption, weeks 26 to 52",
         .simulate = adoption_in_weeks_26_to_52,
         .low = 0.04,
         .high = 0.15,
         .arm = "champions, most sought",
         .shown_times = points,
         .unit = "points"},
        {.row = "E1",
         .text = "Guiding coalition of the twenty most sought: the same",
         .simulate = adoption_in_weeks_26_to_52,
         .low = 0.04,
         .high = 0.15,
         .arm = "guiding coalition, most sought",
         .shown_times = points,
         .unit = "points"},
        {.row = "E3",
         .text =
             "Training of everyone: skill above that of before, kept 26 weeks later, and the share of contacts who have adopted",
         .simulate = kept_and_contacts,
         .low = 0.2,
         .high = 0.4,
         .arm = "training of everyone"},
        {.row = "E5",
         .text = "How much more an executive mandate adds to reported adoption, weeks 26 to 52, where work hangs together",
         .simulate = more_where_work_hangs_together,
         .low = 0,
         .high = far,
         .arm = "mandate, work hangs together",
         .shown_times = points,
         .unit = "points"},
        {.row = "E7",
         .text = "Quality metrics and joint goals in Sales and Marketing: effort on quantity in week 52, d",
         .simulate = [](Study& s, std::string_view arm) { return of(effort<Column::effort_quantity>(s, arm, nothing)); },
         .low = 0.3,
         .high = 0.7,
         .arm = "quality metrics and joint goals"},
        {.row = "E7",
         .text = "… on quality, d",
         .simulate = [](Study& s, std::string_view arm) { return of(effort<Column::effort_quality>(s, arm, nothing)); },
         .low = 0,
         .high = far,
         .arm = "quality metrics and joint goals"},
        {.row = "E7",
         .text = "… on quality more than on quantity, d",
         .simulate =
             [](Study& s, std::string_view arm) {
                 return of(
                     minus(effort<Column::effort_quality>(s, arm, nothing), effort<Column::effort_quantity>(s, arm, nothing)));
             },
         .low = -far,
         .high = 0,
         .arm = "quality metrics and joint goals"},
        {.row = "E7",
         .text = "… gaming, where else quantity alone is paid, d",
         .simulate = [](Study& s, std::string_view arm) { return of(effort<Column::gaming>(s, arm, "quantity paid")); },
         .low = 0,
         .high = far,
         .arm = "quantity paid, quality metrics and joint goals"},
        {.row = "E9",
         .text =
             "Compensation of the twenty best connected of Sales who seem to lose, against training and talks in Sales at the same "
             "cost: substantive adoption in week 104",
         .simulate = [](Study& s, std::string_view arm) { return of(s.difference(arm, the_other_way, "substantive")); },
         .low = 0,
         .high = far,
         .arm = "compensation of the few",
         .shown_times = points,
         .unit = "points"},
        {.row = "E9",
         .text = "… people who hide what they know",
         .simulate = [](Study& s, std::string_view arm) { return of(s.difference(arm, the_other_way, "hiding")); },
         .low = -far,
         .high = 0,
         .arm = "compensation of the few",
         .shown_times = points,
         .unit = "points"},
        {.row = "E11",
         .text = "Communication: attitude in week 52, in standard deviations",
         .simulate = [](Study& s, std::string_view arm) { return of(attitude_moved(s, arm, week_52)); },
         .low = 0.1,
         .high = 0.5,
         .arm = "communication"},
        {.row = "E11",
         .text = "… and substantive adoption in week 52",
         .simulate = adoption_in_week_52,
         .low = -0.05,
         .high = 0.05,
         .arm = "communication",
         .shown_times = points,
         .unit = "points"},
    };
}

}  // namespace micropol::evidence
