// money: revenue, salaries and leads of a year

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/model.h"
#include "support/tiny_company.h"
#include "words/german.h"

namespace micropol {
namespace {

using testing::HasSubstr;

Model model(std::string const& more) { return {parse_scenario(tiny_company + more, "plan.yaml", ".", known_plugins()), ""}; }

Assumption number(std::string const& more, std::string const& path) {
    std::vector<Assumption> const all = model(more).assumptions();
    auto const found = std::ranges::find(all, path, &Assumption::path);
    return found == all.end() ? Assumption{} : *found;
}

double value(std::string const& more, std::string const& path) { return std::get<double>(number(more, path).value); }

std::string problems_of(std::string const& more) {
    try {
        (void)model(more);
    } catch (InvalidInput const& invalid) {
        EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
        return invalid.what();
    }
    return "";
}

char const* const work = "performance.value_of_work";
char const* const leads = "mechanisms.performance.lead_share";

// Seventeen people, six of them in Marketing: 17 · 13 · 10 = 2,210; 6 · 13 · 10 = 780.
TEST(Money, of_a_year_says_what_work_and_leads_are_worth) {
    EXPECT_DOUBLE_EQ(value("money: {revenue: 2210}\n", work), 10);
    EXPECT_DOUBLE_EQ(value("money: {salary: 130}\n", work), 10);
    EXPECT_DOUBLE_EQ(value("money: {salary: 130, leads: 78, lead_value: 2}\n", leads), 0.2);
    EXPECT_DOUBLE_EQ(value("performance: {value_of_work: 10}\nmoney: {leads: 78, lead_value: 2}\n", leads), 0.2);
    EXPECT_DOUBLE_EQ(
        value("governance: {marketing_department: Marketing; Data}\nmoney: {salary: 130, leads: 78, lead_value: 3}\n", leads),
        0.2);
    EXPECT_TRUE(number("money: {revenue: 2210}\n", work).given);
    EXPECT_FALSE(number("money: {revenue: 2210}\n", leads).given);
    EXPECT_FALSE(number("", work).given);
    EXPECT_EQ(value("money:\n", work), value("", work));
}

// Also where the other assumptions are drawn; and what is written down about the scenario reads as the same.
TEST(Money, is_certain_where_others_are_drawn) {
    std::string const given = "assumptions: drawn\nmoney: {revenue: 2210, leads: 78, lead_value: 2}\n";
    Model const drawn = model(given);
    for (char const* path : {work, leads}) EXPECT_EQ(std::ranges::count(drawn.uncertain(), path), 0) << path;
    Scenario const again = parse_scenario(drawn.scenario().resolved, "again.yaml", ".", known_plugins());
    EXPECT_EQ(Model(again, "").assumptions().size(), drawn.assumptions().size());
    EXPECT_DOUBLE_EQ(value(given, leads), 0.2);
}

TEST(Money, that_does_not_fit_together_is_refused) {
    EXPECT_THAT(problems_of("money: {revenue: 2210, salary: 80}\n"),
                HasSubstr("plan.yaml:11:18: what work is worth is given twice ('revenue', 'salary' and"));
    EXPECT_THAT(problems_of("performance: {value_of_work: 9}\nmoney: {salary: 80}\n"), HasSubstr("given twice"));
    EXPECT_THAT(problems_of("money: {salary: 80, leads: 3}\n"), HasSubstr("'leads' and 'lead_value' go together"));
    EXPECT_THAT(problems_of("money: {salary: 130, leads: 800, lead_value: 1}\n"),
                HasSubstr("'leads' makes mechanisms.performance.lead_share 1.026 (its range is 0 to 1)"));
    EXPECT_THAT(problems_of("money: {revenue: 900000000}\n"), HasSubstr("'revenue' makes performance.value_of_work"));
    EXPECT_THAT(problems_of("assumptions: drawn\nmoney: {leads: 3, lead_value: 1}\n"),
                HasSubstr("give 'revenue' or 'salary', too"));
    EXPECT_THAT(problems_of("money: {leads: 3, lead_value: 1}\nmechanisms: {performance: off}\n"), HasSubstr("is off"));
    EXPECT_THAT(problems_of("money: {leads: 3, lead_value: 1}\nmechanisms: {performance: {lead_share: 0.1}}\n"),
                HasSubstr("what leads are worth is given twice"));
    EXPECT_THAT(problems_of("money: {salary: 9, leads: 3, lead_value: 1}\ngovernance: {marketing_department: Nobody}\n"),
                HasSubstr("nobody in Marketing"));
    EXPECT_THAT(problems_of("money: {revenue: {uniform: [1, 2]}}\n"), HasSubstr("plan.yaml:11:"));
}

}  // namespace
}  // namespace micropol
