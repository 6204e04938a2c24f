#include "micropol/show.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "findings/small_explanation.h"

namespace micropol::app {
namespace {

nlohmann::json json_of(Explanation const& explanation) { return nlohmann::json::parse(show(explanation, Format::json)); }

TEST(ShowExplanation, says_in_json_what_it_always_said) {
    auto const json = json_of(small::explanation());
    EXPECT_EQ(json["told"]["chronicle"][0]["week"], 0);
    EXPECT_EQ(json["told"]["chronicle"][0]["kind"], "person");
    EXPECT_EQ(json["told"]["chronicle"][0]["text"],
              "Sales-1 (leads 2 people, the most powerful of all) leaves the organisation, as the first.");
    EXPECT_FALSE(json["told"]["chronicle"][0].contains("text_de"));
    EXPECT_EQ(json["why"]["factors"][1]["label"], "loss compensation (Sales, level 3, losers)");
    EXPECT_EQ(json["why"]["factors"][3]["label"], "mechanism ties");
    EXPECT_EQ(json["pivotal"]["people"][0]["what"], "won over");
    EXPECT_EQ(json["pivotal"]["weeks"][1]["week"], 1);
    EXPECT_EQ(json["ledger"]["roles"][1]["name"], "Sales, level 0");
    EXPECT_EQ(json["ledger"]["blocked"]["smallest"][0]["target"], "top 10 by opposition");
    EXPECT_EQ(json["fork"]["then"][0], "add training target=losers intensity=0.6");
}

TEST(ShowExplanation, leaves_names_as_they_are) {
    Explanation explanation = small::explanation();
    explanation.told->network.people[0].id = "<script>\x1b";
    EXPECT_EQ(json_of(explanation)["told"]["network"]["people"][0]["id"], "<script>\x1b");
}

TEST(ShowExplanation, has_only_the_parts_that_are_there) {
    Explanation explanation = small::explanation();
    explanation.told.reset(), explanation.fork.reset();
    EXPECT_FALSE(json_of(explanation).contains("told"));
    EXPECT_FALSE(json_of(explanation).contains("fork"));
    EXPECT_TRUE(json_of(explanation).contains("why"));
    EXPECT_THROW((void)show(explanation, Format::csv), std::invalid_argument);
}

}  // namespace
}  // namespace micropol::app
