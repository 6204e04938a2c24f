#include "simulation/simulate.h"

#include "base/long_sum.h"
#include "simulation/people_record.h"
#include "simulation/week_loop.h"

namespace micropol {

namespace {

// A value that is not a number does not go away; the search for its origin looks at every step from the first week on.
constexpr int weeks_between_checks = 16;

std::vector<Worlds> department_shares(Organisation const& organisation, std::span<Worlds const> power) {
    std::vector<LongSum> sums(organisation.departments.size());
    for (std::size_t i = 0; i < power.size(); ++i) sums[organisation.department[i]].add(power[i]);
    std::vector<Worlds> share;
    for (LongSum const& sum : sums) share.push_back(sum.total() * (1.0f / float(power.size())));
    return share;
}

std::vector<float> person_means(std::span<Worlds const> power) {
    std::vector<float> means;
    means.reserve(power.size());
    for (Worlds const& p : power) means.push_back(float(sum_of(p) / histories_per_block));
    return means;
}

}  // namespace

BlockResult simulate_block(Block const& block, std::vector<OutcomeKind const*> const& outcomes, int weeks, std::uint64_t seed,
                           Observer* observer) {
    Organisation const& organisation = *block.organisation;
    Chance const chance(seed, block.number);
    History history(organisation, block.settings);
    std::vector<Column> const changing = changing_columns(block.steps);
    ColumnSet const pulled = pulled_levers(block.steps, outcomes);
    std::vector<Deployment> progress(block.steps.size());
    auto const power = [&] { return std::as_const(history)[Column::power]; };

    BlockResult result;
    PeopleRecord people(organisation, weeks);
    result.block = block.number;
    result.weekly.resize(outcomes.size() * std::size_t(weeks));
    for (int number = 0; number < weeks; ++number) {
        Week week(organisation, block.settings, chance, history, number, pulled);
        run_week(block.steps, progress, week, history);
        bool const checks = number % weeks_between_checks == 0 || number + 1 == weeks;
        if (checks && !all_finite(history, changing)) throw NonFinite(find_culprit(block, chance, pulled, number));
        for (std::size_t k = 0; k < outcomes.size(); ++k) {
            week.begin(outcomes[k]->plugin.access);
            result.weekly[k * std::size_t(weeks) + std::size_t(number)] = outcomes[k]->measure(week);
        }
        people.see(number, history);
        if (observer != nullptr) observer->see(number, history, progress);
        if (number == 0) {
            result.department_before = department_shares(organisation, power());
            result.person_before = person_means(power());
        }
    }
    result.department_after = department_shares(organisation, power());
    result.person_after = person_means(power());
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) result.person.push_back(organisation.called(i));
    result.person_department = organisation.department;
    result.person_level = organisation.level;
    result.person_state = people.at_the_end(history);
    result.of_departments = std::move(people).departments();
    result.drawn = block.drawn;
    spread_unpulled(pulled, history);
    result.state_hash = history.hash();
    return result;
}

BlockResult simulate_block(Model const& model, std::uint32_t block) {
    return simulate_block(model.block(block), model.outcomes(), model.scenario().weeks, model.scenario().seed);
}

}  // namespace micropol
