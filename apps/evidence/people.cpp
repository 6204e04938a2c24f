#include "evidence/people.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "mechanisms/known_contacts.h"
#include "simulation/simulate.h"
#include "simulation/week_loop.h"
#include "statistics/correlation.h"

namespace micropol::evidence {

namespace {

constexpr double nothing_to_say = std::numeric_limits<double>::quiet_NaN();

// Keeps what is looked at.
class Looking final : public Observer {
  public:
    Looking(std::map<Look, std::vector<Worlds>>& seen, ColumnSet const& pulled) : seen_(seen), pulled_(pulled) {}

    void see(int week, History const& history, std::span<Deployment const>) override {
        for (auto& [look, values] : seen_) {
            if (look.week != week) continue;
            auto const column = history[look.column];
            values.assign(column.begin(), column.end());
            if (is_lever(look.column) && !pulled_[std::size_t(look.column)]) std::ranges::fill(values, column[0]);
        }
    }

  private:
    std::map<Look, std::vector<Worlds>>& seen_;
    ColumnSet pulled_;
};

// Mean over the histories in which there is a number.
double mean_over_histories(auto&& number_in) {
    double sum = 0;
    int count = 0;
    for (int h = 0; h < histories_per_block; ++h)
        if (double const number = number_in(h); !std::isnan(number)) sum += number, ++count;
    return count > 0 ? sum / count : nothing_to_say;
}

std::vector<double> in_history(std::span<Worlds const> values, std::span<Worlds const> counted, int history) {
    std::vector<double> chosen;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (counted[i][history] > 0) chosen.push_back(double(values[i][history]));
    return chosen;
}

double mean(std::vector<double> const& values) {
    double sum = 0;
    for (double const value : values) sum += value;
    return values.empty() ? nothing_to_say : sum / double(values.size());
}

// Each person's arcs, in one history.
std::vector<std::vector<bool>> arcs_in(Ties const& ties, std::span<Worlds const> strength, std::span<Worlds const> present,
                                       int history) {
    std::size_t const people = present.size();
    std::vector<std::vector<bool>> arcs(people, std::vector<bool>(people));
    for (std::size_t i = 0; i < people; ++i)
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t)
            arcs[i][ties.other[t]] = strength[t][history] >= Ties::named_strength && present[i][history] > 0 &&
                                     present[ties.other[t]][history] > 0;
    return arcs;
}

NetworkShape shape_in(std::vector<std::vector<bool>> const& arcs, double people) {
    double all = 0, returned = 0, paths = 0, closed = 0;
    for (std::size_t i = 0; i < arcs.size(); ++i)
        for (std::size_t j = 0; j < arcs.size(); ++j) {
            if (!arcs[i][j]) continue;
            ++all;
            if (arcs[j][i]) ++returned;
            for (std::size_t k = 0; k < arcs.size(); ++k) {
                if (k == i || !arcs[j][k]) continue;
                ++paths;
                if (arcs[i][k]) ++closed;
            }
        }
    return {all / (people * (people - 1)), returned / all, closed / paths};
}

}  // namespace

Record::Record(Model const& model, Block const& block, std::vector<Look> const& looks) : organisation_(*block.organisation) {
    int last = 0;
    for (Look const& look : looks) seen_[look], last = std::max(last, look.week);
    for (int week = 0; week <= last; ++week) seen_[{Column::present, week}];
    Looking looking(seen_, pulled_levers(block.steps, {}));
    static_cast<void>(simulate_block(block, {}, last + 1, model.scenario().seed, &looking));
}

std::vector<Worlds> Record::stayed(int first, int last) const {
    auto const at_first = of(Column::present, first);
    std::vector<Worlds> there(at_first.begin(), at_first.end());
    for (int week = first + 1; week <= last; ++week) {
        auto const present = of(Column::present, week);
        for (std::size_t i = 0; i < there.size(); ++i) there[i] = min_of(there[i], present[i]);
    }
    return there;
}

double correlation_over_people(std::span<Worlds const> a, std::span<Worlds const> b, std::span<Worlds const> counted) {
    return mean_over_histories([&](int h) {
        std::vector<double> const x = in_history(a, counted, h), y = in_history(b, counted, h);
        return x.empty() ? nothing_to_say : pearson(x, y);
    });
}

Spread over_people(std::span<Worlds const> values, std::span<Worlds const> counted) {
    auto const spread = [&](int h) {
        std::vector<double> const chosen = in_history(values, counted, h);
        double const centre = mean(chosen);
        double squares = 0;
        for (double const value : chosen) squares += (value - centre) * (value - centre);
        return std::sqrt(squares / double(chosen.size()));
    };
    return {mean_over_histories([&](int h) { return mean(in_history(values, counted, h)); }), mean_over_histories(spread)};
}

std::vector<Worlds> in_departments(Organisation const& organisation, std::span<std::string_view const> departments,
                                   std::span<Worlds const> counted) {
    std::vector<Worlds> members(counted.begin(), counted.end());
    for (std::size_t i = 0; i < members.size(); ++i)
        if (std::ranges::find(departments, organisation.departments[organisation.department[i]].name) == departments.end())
            members[i] = 0.0f;
    return members;
}

std::vector<Worlds> adopting_contacts(Organisation const& organisation, std::span<Worlds const> strength,
                                      std::span<Worlds const> stage) {
    Ties const& ties = organisation.ties;
    std::vector<Worlds> share;
    for (std::uint32_t i = 0; i < stage.size(); ++i) {
        Worlds adopted = 0.0f;
        for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t)
            adopted += only(is_known(ties, t, strength) & (stage[ties.other[t]] >= float(Stage::symbolic)), 1.0f);
        share.push_back(adopted / max_of(known_contacts(ties, i, strength), 1.0f));
    }
    return share;
}

std::vector<Worlds> steps_taken(std::span<std::span<Worlds const> const> stages) {
    std::vector<Worlds> steps(stages.front().size(), Worlds(0.0f));
    for (std::size_t week = 1; week < stages.size(); ++week)
        for (std::size_t i = 0; i < steps.size(); ++i) steps[i] += only(stages[week][i] > stages[week - 1][i], 1.0f);
    return steps;
}

NetworkShape shape_of(Ties const& ties, std::span<Worlds const> strength, std::span<Worlds const> present) {
    std::vector<NetworkShape> shapes;
    for (int h = 0; h < histories_per_block; ++h) {
        double people = 0;
        for (Worlds const& there : present) people += double(there[h]);
        shapes.push_back(shape_in(arcs_in(ties, strength, present, h), people));
    }
    auto const mean_of = [&](double NetworkShape::*which) {
        return mean_over_histories([&](int h) { return shapes[std::size_t(h)].*which; });
    };
    return {mean_of(&NetworkShape::density), mean_of(&NetworkShape::reciprocity), mean_of(&NetworkShape::transitivity)};
}

double weeks_until_half(std::span<double const> course) {
    auto const highest = std::ranges::max_element(course);
    auto const below = std::find_if(highest, course.end(), [&](double value) { return value <= *highest / 2; });
    if (highest == course.end() || below == course.end() || below == highest) return nothing_to_say;
    double const before = *(below - 1), within = (before - *highest / 2) / (before - *below);
    return double(below - 1 - highest) + within;
}

}  // namespace micropol::evidence
