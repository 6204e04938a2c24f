#include "report/csv.h"
#include "report/write_csv.h"

namespace micropol {

std::string write_csv(Sweep const& sweep) {
    SweepDefinition const& definition = sweep.definition;
    std::string text = "point,group";
    for (Factor const& factor : definition.factors) text += ',' + csv_field(factor.path);
    for (std::size_t arm = 0; arm < definition.arms(); ++arm)
        for (std::size_t outcome = 0; outcome < sweep.facts.outcomes.size(); ++outcome) text += ',' + key_of(sweep, arm, outcome);
    text += '\n';
    for (std::size_t point = 0; point < sweep.points.size(); ++point) {
        text += std::to_string(point) + ',' + std::to_string(group_of(definition, point));
        for (std::size_t k = 0; k < definition.factors.size(); ++k) {
            Factor const& factor = definition.factors[k];
            double const share = sweep.points[point][k];
            bool const word = std::holds_alternative<Words>(factor.values);
            text += ',' + (word ? csv_field(written_at(factor, share)) : csv_number(coordinate_at(factor, share)));
        }
        for (std::size_t arm = 0; arm < definition.arms(); ++arm)
            for (std::size_t outcome = 0; outcome < sweep.facts.outcomes.size(); ++outcome)
                text += ',' + csv_number(mean_at(sweep, point, arm, outcome));
        text += '\n';
    }
    return text;
}

}  // namespace micropol
