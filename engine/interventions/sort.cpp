#include "interventions/sort.h"

#include <algorithm>
#include <array>
#include <vector>

namespace micropol {

namespace {

// What a number of a sort rests on, where that is more than us.
struct Known {
    double Manner::*member;
    Grade grade;
    std::string_view source = assumed;
    std::optional<Range> plausible = {};
};

struct SortRow {
    std::string_view key, description;
    Manner manner;
    Known known[2] = {};  // more room than any needs
};

// clang-format off
constexpr MannerSpec all_manners[] = {
    {{"build_up", Unit::weeks, 0, {0, 520},
      "half-life with which the effect on a person grows towards what is intended; 0: at once", assumed}, &Manner::build_up},
    {{"fade", Unit::weeks, 0, {0, 520}, "half-life of what is left of the effect once it has ended; 0: nothing is left", assumed},
     &Manner::fade},
    {{"burden", Unit::one, 0, {0, 5},
      "what it asks, for good and at full intensity, of what a person can carry of change, as a share of that; 0: nothing", assumed},
     &Manner::burden},
    {{"credibility", Unit::share, 0, {-0.03, 0.03},
      "what each week in force earns of the sponsor's credibility, or spends where negative, at full intensity; in proportion below",
      assumed},
     &Manner::credibility},
};

// In the order of Sort.
constexpr SortRow rows[] = {
    // What is said is said that week. 40 % of what a message does is left after 26 days, half of it after 3 days where it is but a cue.
    {"announcements", "What is said to many at once.", {.build_up = 0, .fade = 2, .burden = 0.03, .credibility = 0.0005},
     {{&Manner::build_up, Grade::identity}, {&Manner::fade, Grade::study, "goldberg_2022", Range{0.43, 2.8}}}},
    {"conversations", "What is talked over in person.", {.build_up = 4, .fade = 13, .burden = 0.06, .credibility = 0.002},
     {{&Manner::fade, Grade::study, "broockman_kalla_2016", Range{6, 26}}}},
    {"demands", "What the top insists on.", {.build_up = 2, .fade = 4, .burden = 0.2, .credibility = -0.003}},
    {"examinations", "Somebody looks into what is done.", {.build_up = 4, .fade = 4, .burden = 0.12, .credibility = -0.0015}},
    // A rule followed every day is a habit in the end: 59-66 (median) to 106-154 days (mean) until it is one, that is to 95 % or 4.3
    // half-lives.
    {"rules", "What counts from now on, in pay, goals or decisions.", {.build_up = 4, .fade = 4, .burden = 0.12, .credibility = 0},
     {{&Manner::build_up, Grade::meta, "singh_2024", Range{2, 5.1}}}},
    {"participation", "People are won over by shaping the change or leading others in it.",
     {.build_up = 4, .fade = 6, .burden = 0.2, .credibility = 0.0015}},
    // What was learnt stays, by adoption.skill_half_life; only the teaching is over at once.
    {"learning", "People are taught, or try it out.", {.build_up = 2, .fade = 0, .burden = 0.2, .credibility = 0.001},
     {{&Manner::fade, Grade::identity}}},
    // Given is given, and taken is taken: how people come to count on it is for stakes to say.
    {"grants", "People are given something: pay, data, a say.", {.build_up = 0, .fade = 0, .burden = 0.06, .credibility = 0.001},
     {{&Manner::build_up, Grade::identity}, {&Manner::fade, Grade::identity}}},
    {"structure", "Work, reporting or places are rearranged.", {.build_up = 3, .fade = 8, .burden = 0.4, .credibility = -0.005}},
    // Software loses 55 (bought) or 33 % (written for the firm) of its worth a year.
    {"tools", "What is built stays for a while.", {.build_up = 8, .fade = 52, .burden = 0.08, .credibility = 0.001},
     {{&Manner::fade, Grade::practice, "bea_2016", Range{45, 90}}}},
};
// clang-format on

class Sorts {
  public:
    Sorts() {
        for (std::size_t k = 0; k < std::size(rows); ++k) {
            SortRow const& row = rows[k];
            for (std::size_t n = 0; n < std::size(all_manners); ++n) {
                ParameterSpec& parameter = parameters_[k][n] = all_manners[n].parameter;
                parameter.default_value = row.manner.*all_manners[n].member;
                auto const known = std::ranges::find(row.known, all_manners[n].member, &Known::member);
                if (known == std::end(row.known)) continue;
                parameter.grade = known->grade;
                parameter.source = known->source;
                parameter.plausible = known->plausible;
            }
            specs_[k] = {Sort(k), row.key, row.description, row.manner, parameters_[k]};
        }
    }
    [[nodiscard]] std::span<SortSpec const> specs() const { return specs_; }

  private:
    std::array<std::array<ParameterSpec, std::size(all_manners)>, std::size(rows)> parameters_;
    std::array<SortSpec, std::size(rows)> specs_;
};

}  // namespace

std::span<MannerSpec const> manner_specs() { return all_manners; }

std::span<SortSpec const> sort_specs() {
    static Sorts const sorts;
    return sorts.specs();
}

SortSpec const& spec_of(Sort sort) { return sort_specs()[std::size_t(sort)]; }

}  // namespace micropol
