#include "scenario/ready_packages.h"

#include <gmock/gmock.h>

#include "model/model.h"
#include "scenario/sight.h"
#include "words/text.h"

namespace micropol {
namespace {

Scenario scenario_with(std::vector<Override> const& packages, std::string const& departments, int weeks) {
    ReadOptions options;
    options.overrides = packages;
    return parse_scenario("micropol: 1\norganisation: {departments: [" + departments +
                              "]}\ntransformation: {initiatives: [{name: CRM}]}\nruns: {weeks: " + std::to_string(weeks) + "}\n",
                          "packages.yaml", ".", known_plugins(), options);
}

TEST(ReadyPackages, can_all_be_simulated_and_are_aimed_at_what_can_be_seen) {
    Scenario const scenario = scenario_with(add_ready_packages({{"Marketing"},
                                                                {"Vertrieb Nord",
                                                                 "Vertrieb S\xc3\xbc"
                                                                 "d"}}),
                                            "{name: Marketing, headcount: 5}, {name: Vertrieb Nord, headcount: 5}, "
                                            "{name: Vertrieb S\xc3\xbc"
                                            "d, headcount: 6}",
                                            104);
    ASSERT_EQ(scenario.strategies.size(), 8u);
    for (Strategy const& strategy : scenario.strategies) {
        EXPECT_NO_THROW(Model(scenario, strategy.name)) << strategy.name;
        EXPECT_TRUE(is_meaning_of_package(strategy.meaning));
        EXPECT_NE(to_text(Message(strategy.meaning), Language::german), strategy.meaning);
        for (InterventionSection const& section : strategy.interventions) {
            EXPECT_EQ(section.target.sight, Sight::voiced);
            EXPECT_TRUE(section.target.who == Who::all || section.target.who == Who::opponents ||
                        section.target.who == Who::supporters)
                << "what people stand to lose cannot be seen";
            EXPECT_TRUE(section.target.top.number == 0 || section.target.top.by == Ranking::level);
        }
    }
    Strategy const& quality = scenario.strategies[2];
    EXPECT_THAT(quality.interventions[0].target.departments, testing::ElementsAre("Marketing", "Vertrieb Nord",
                                                                                  "Vertrieb S\xc3\xbc"
                                                                                  "d"));
}

TEST(ReadyPackages, leave_out_departments_that_are_not_there_and_weeks_after_the_end) {
    for (int const weeks : {1, 5, 20, 30}) {
        Scenario const scenario = scenario_with(add_ready_packages({{}, {}, weeks}), "{name: Care, headcount: 9}", weeks);
        for (Strategy const& strategy : scenario.strategies) {
            EXPECT_NO_THROW(Model(scenario, strategy.name)) << strategy.name << ", " << weeks;
            for (InterventionSection const& section : strategy.interventions) EXPECT_TRUE(section.target.departments.empty());
        }
        EXPECT_EQ(std::ranges::count(scenario.strategies, "pay_for_quality_first", &Strategy::name), weeks > 26);
    }
}

}  // namespace
}  // namespace micropol
