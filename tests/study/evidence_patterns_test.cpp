// What of evidence is looked at together where a model does not fit, and what it is called.

#include "study/calibrate/evidence_patterns.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "findings/evidence_words.h"
#include "words/text.h"

namespace micropol {
namespace {

// Log-ins of two departments in weeks 3 to 6, then two items asked of both in week 5.
Evidence two_departments() {
    Evidence evidence{.departments = {"IT", "Sales"}, .cells = {}};
    for (int week = 3; week < 7; ++week)
        for (std::size_t const group : {0u, 1u})
            evidence.cells.push_back({.seen = Seen::logged_in, .week = week, .group = group, .people = 20});
    for (std::size_t const item : {0u, 2u})
        for (std::size_t const group : {0u, 1u})
            evidence.cells.push_back({.seen = Seen::answer, .week = 5, .group = group, .item = item, .people = 12, .steps = 5});
    return evidence;
}

std::vector<std::string> called(Evidence const& evidence, std::vector<bool> const& taught, Language language) {
    std::vector<std::string> names;
    for (auto const& pattern : evidence_patterns(evidence, taught))
        names.push_back(to_text(name_of_pattern(evidence, pattern), language));
    return names;
}

TEST(EvidencePatterns, are_departments_weeks_and_questions) {
    Evidence const evidence = two_departments();
    std::vector<std::string> const names = called(evidence, std::vector<bool>(evidence.cells.size(), true), Language::english);
    for (char const* wanted :
         {"log-ins, IT, from week 3 on", "log-ins, Sales, from week 5 on", "log-ins, all departments, week 4",
          "log-ins, all departments, weeks 3 to 4", "log-ins, all departments, from week 5 on", "mean answers, Sales, week 5",
          "strain, all departments, week 5"})
        EXPECT_EQ(std::ranges::count(names, wanted), 1) << wanted;
    EXPECT_EQ(std::ranges::count(names, "log-ins, IT, from week 6 on"), 0) << "a single number is none";
    std::vector<std::string> unlike = names;
    std::ranges::sort(unlike);
    EXPECT_TRUE(std::ranges::unique(unlike).empty());
}

TEST(EvidencePatterns, have_german_names) {
    Evidence const evidence = two_departments();
    std::vector<std::string> const names = called(evidence, std::vector<bool>(evidence.cells.size(), true), Language::german);
    for (char const* wanted :
         {"Anmeldungen, IT, ab Woche 3", "Anmeldungen, alle Abteilungen, Wochen 3 bis 4", "mittlere Antworten, Sales, Woche 5"})
        EXPECT_EQ(std::ranges::count(names, wanted), 1) << wanted;
}

TEST(EvidencePatterns, leave_out_what_judges) {
    Evidence const evidence = two_departments();
    std::vector<bool> taught;
    for (EvidenceCell const& cell : evidence.cells) taught.push_back(cell.week < 5);
    for (auto const& pattern : evidence_patterns(evidence, taught))
        for (std::size_t const cell : pattern) EXPECT_LT(evidence.cells[cell].week, 5);
}

}  // namespace
}  // namespace micropol
