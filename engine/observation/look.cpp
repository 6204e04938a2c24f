#include "observation/look.h"

#include <algorithm>
#include <cmath>

#include "outcomes/over_people.h"

namespace micropol {

namespace {

constexpr float no_number = std::numeric_limits<float>::quiet_NaN();

// For substance or for show.
Worlds uses(Worlds const& stage) { return only(stage >= float(Stage::symbolic), 1.0f); }

}  // namespace

Look::Look(Evidence const& evidence, Organisation const& organisation, MeasurementNumbers const& numbers, std::uint64_t seed,
           std::uint32_t block)
    : evidence_(evidence), numbers_(numbers), seed_(seed), block_(block), members_(evidence.departments.size() + 1),
      cells_(evidence.cells.size(), Worlds(no_number)) {
    DepartmentGroups const groups = department_groups(organisation);
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        members_.at(groups.of[organisation.department[i]]).push_back(i);
        members_.back().push_back(i);
    }
    for (std::size_t k = 0; k < cells_.size(); ++k) {
        keys_.push_back("measurement " + evidence.key_of(k));
        Seen const seen = evidence.cells[k].seen;
        follows_moves_ |= seen == Seen::left || seen == Seen::joined;
    }
}

std::vector<std::uint32_t> const& Look::members(std::size_t group) const {
    return group == everybody ? members_.back() : members_.at(group);
}

Stream Look::stream_of(std::string const& key) const { return {seed_, block_, purpose(key)}; }

Worlds Look::users_who_log_in(std::size_t cell, History const& history) const {
    EvidenceCell const& asked = evidence_.cells[cell];
    auto const present = history[Column::present], stage = history[Column::stage];
    auto const& people = members(asked.group);
    Sums const sums = sum_over(people.size(), [&](std::size_t k) {
        return Sums{present[people[k]] * uses(stage[people[k]]), present[people[k]]};
    });
    Stream stream = stream_of(keys_[cell]);
    Worlds seen = no_number;
    for (int h = 0; h < histories_per_block; ++h) {
        if (!(sums.other[h] > 0)) continue;
        double const share = double(sums.one[h]) / double(sums.other[h]);
        auto const users = std::uint32_t(std::floor(share * double(asked.people) + 0.5));
        seen.set(h, float(double(log_ins(users, numbers_, stream)) / double(asked.people)));
    }
    return seen;
}

Worlds Look::moved(std::size_t cell, History const& history) const {
    EvidenceCell const& asked = evidence_.cells[cell];
    auto const present = history[Column::present];
    auto const& people = members(asked.group);
    float const sign = asked.seen == Seen::left ? 1 : -1;
    Worlds const sum = sum_over(people.size(), [&](std::size_t k) {
        Worlds const before = present_before_.empty() ? Worlds(1.0f) : present_before_[people[k]];
        return only((before - present[people[k]]) * sign > 0.0f, 1.0f);
    });
    return sum * (1.0f / float(people.size()));
}

// The same people answer all that is asked of a department in a week, in so far as as many answers are told of.
void Look::ask(std::size_t cell, History const& history) {
    EvidenceCell const& asked = evidence_.cells[cell];
    SurveyItem const& item = survey_items()[asked.item];
    Range const range = spec_of(item.column).range;
    auto const present = history[Column::present], voiced = history[Column::voiced_attitude], column = history[item.column];
    std::string const where = std::to_string(asked.week) +
                              (asked.group == everybody ? "" : ' ' + evidence_.departments[asked.group]);
    Stream who = stream_of("measurement respondents " + where);
    Stream what = stream_of("measurement answers " + std::string(item.key) + ' ' + where);
    for (int h = 0; h < histories_per_block; ++h) {
        std::vector<double> attitudes, values;
        for (std::uint32_t const i : members(asked.group))
            if (present[i][h] > 0)
                attitudes.push_back(double(voiced[i][h])), values.push_back(place_in(double(column[i][h]), range));
        if (attitudes.empty()) continue;
        std::vector<double> told;
        for (std::uint32_t const k : respondents(attitudes, asked.people, numbers_, who)) told.push_back(values[k]);
        Answers const given = answers(told, item, asked.steps, numbers_, what);
        cells_[cell].set(h, float(asked.seen == Seen::answer ? given.mean : given.spread));
    }
}

void Look::see(int week, History const& history, std::span<Deployment const>) {
    for (std::size_t k = 0; k < cells_.size(); ++k) {
        if (evidence_.cells[k].week != week) continue;
        switch (evidence_.cells[k].seen) {
            case Seen::logged_in: cells_[k] = users_who_log_in(k, history); break;
            case Seen::answer:
            case Seen::spread: ask(k, history); break;
            case Seen::left:
            case Seen::joined: cells_[k] = moved(k, history); break;
            case Seen::support: cells_[k] = history[Column::support][0]; break;
            case Seen::stopped: cells_[k] = history[Column::stopped][0]; break;
        }
    }
    if (!follows_moves_) return;
    auto const present = history[Column::present];
    present_before_.assign(present.begin(), present.end());
}

MeasurementNumbers measurement_in(GivenNumbers const* given, std::uint32_t block) {
    MeasurementNumbers numbers;
    for (auto const& row : MeasurementNumbers::parameters) {
        numbers.*row.member = float(row.parameter.default_value);
        if (given == nullptr) continue;
        if (auto const column = given->find(std::string(measurement_prefix) + std::string(row.parameter.name)))
            numbers.*row.member = float(
                std::clamp(given->of_block(block)[*column], row.parameter.range.low, row.parameter.range.high));
    }
    return numbers;
}

BlockResult look_at_block(Model const& model, std::uint32_t number, Evidence const& evidence) {
    Block const block = model.block(number);
    std::uint64_t const seed = model.scenario().seed;
    Look look(evidence, *block.organisation, measurement_in(model.given().get(), number), seed, number);
    BlockResult const simulated = simulate_block(block, {}, std::max(1, evidence.weeks()), seed, &look);
    BlockResult result;
    result.block = number, result.state_hash = simulated.state_hash, result.drawn = simulated.drawn;
    result.weekly = look.cells();
    if (model.given())
        for (std::size_t k = 0; k < model.given()->paths().size(); ++k)
            if (model.given()->paths()[k].starts_with(measurement_prefix))
                result.drawn.push_back(model.given()->of_block(number)[k]);
    return result;
}

}  // namespace micropol
