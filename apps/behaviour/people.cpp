#include "behaviour/people.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "statistics/correlation.h"

namespace micropol::behaviour {

namespace {

constexpr double nothing_to_say = std::numeric_limits<double>::quiet_NaN();

std::uint16_t number_of(Organisation const& organisation, std::string_view department) {
    auto const found = std::ranges::find(organisation.departments, department, &Department::name);
    if (found == organisation.departments.end()) throw std::invalid_argument("no department '" + std::string(department) + '\'');
    return std::uint16_t(found - organisation.departments.begin());
}

float lowest_stage(Use use) { return float(use == Use::in_earnest ? Stage::substantive : Stage::symbolic); }

// One person in one history.
bool uses(People const& people, std::uint32_t i, int history, Use use) {
    return people.present[i][history] > 0 && people.stage[i][history] >= lowest_stage(use);
}

// Standardised slope of y on x, z held.
double partial_slope(std::vector<double> const& y, std::vector<double> const& x, std::vector<double> const& z) {
    if (y.size() < 4) return nothing_to_say;
    double const xz = pearson(x, z), unexplained = 1 - xz * xz;
    if (!(unexplained > 1e-9)) return nothing_to_say;
    return (pearson(y, x) - pearson(y, z) * xz) / unexplained;
}

struct UseAndTies {
    std::vector<double> use, toward, beyond;  // [member]
};
UseAndTies use_and_ties(People const& people, std::string_view department, std::string_view toward) {
    Organisation const& organisation = people.organisation;
    std::uint16_t const own = number_of(organisation, department), other = number_of(organisation, toward);
    UseAndTies found;
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        if (organisation.department[i] != own) continue;
        int logs_in = 0;
        for (int h = 0; h < histories_per_block; ++h) logs_in += uses(people, i, h, Use::any) ? 1 : 0;
        int there = 0, elsewhere = 0;  // a tie without strength is one that may yet form
        for (std::uint32_t t = organisation.ties.first[i]; t < organisation.ties.first[i + 1]; ++t)
            if (organisation.ties.strength[t] > 0)
                ++(organisation.department[organisation.ties.other[t]] == other ? there : elsewhere);
        found.use.push_back(double(logs_in) / histories_per_block);
        found.toward.push_back(there);
        found.beyond.push_back(elsewhere);
    }
    return found;
}

struct UseAndUsers {
    std::vector<double> use, superior, coworkers;  // [report]
};
UseAndUsers use_and_users(People const& people, std::string_view department, int history) {
    Organisation const& organisation = people.organisation;
    std::uint16_t const own = number_of(organisation, department);
    auto const is_report = [&](std::uint32_t i) {
        return organisation.department[i] == own && organisation.level[i] == 0 && organisation.manager[i] != nobody;
    };
    std::vector<int> reports(organisation.headcount()), users(organisation.headcount());  // [superior]
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        if (!is_report(i)) continue;
        ++reports[organisation.manager[i]];
        users[organisation.manager[i]] += uses(people, i, history, Use::in_earnest) ? 1 : 0;
    }
    UseAndUsers found;
    for (std::uint32_t i = 0; i < organisation.headcount(); ++i) {
        if (!is_report(i) || reports[organisation.manager[i]] < 2) continue;
        std::uint32_t const superior = organisation.manager[i];
        int const own_use = uses(people, i, history, Use::in_earnest) ? 1 : 0;
        found.use.push_back(own_use);
        found.superior.push_back(uses(people, superior, history, Use::in_earnest) ? 1 : 0);
        found.coworkers.push_back(double(users[superior] - own_use) / (reports[superior] - 1));
    }
    return found;
}

double mean_over_histories(std::function<double(int history)> const& slope) {
    double sum = 0;
    int count = 0;
    for (int h = 0; h < histories_per_block; ++h)
        if (double const found = slope(h); !std::isnan(found)) sum += found, ++count;
    return count > 0 ? sum / count : nothing_to_say;
}

}  // namespace

double share_of_users(People const& people, std::string_view department, Use use) {
    std::uint16_t const own = number_of(people.organisation, department);
    double users = 0, there = 0;
    for (std::uint32_t i = 0; i < people.organisation.headcount(); ++i) {
        if (people.organisation.department[i] != own) continue;
        there += sum_of(people.present[i]);
        for (int h = 0; h < histories_per_block; ++h) users += uses(people, i, h, use) ? 1 : 0;
    }
    return there > 0 ? users / there : nothing_to_say;
}

double slope_on_ties_to(People const& people, std::string_view department, std::string_view toward) {
    UseAndTies const found = use_and_ties(people, department, toward);
    return partial_slope(found.use, found.toward, found.beyond);
}

double slope_on_ties_beyond(People const& people, std::string_view department, std::string_view toward) {
    UseAndTies const found = use_and_ties(people, department, toward);
    return partial_slope(found.use, found.beyond, found.toward);
}

double slope_on_superior(People const& people, std::string_view department) {
    return mean_over_histories([&](int h) {
        UseAndUsers const found = use_and_users(people, department, h);
        return partial_slope(found.use, found.superior, found.coworkers);
    });
}

double slope_on_coworkers(People const& people, std::string_view department) {
    return mean_over_histories([&](int h) {
        UseAndUsers const found = use_and_users(people, department, h);
        return partial_slope(found.use, found.coworkers, found.superior);
    });
}

}  // namespace micropol::behaviour
