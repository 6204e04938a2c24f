#include "report/engine_said.h"

#include <gmock/gmock.h>

#include "mechanisms/mechanism.h"
#include "model/model.h"
#include "study/explain/causes.h"
#include "study/sweep/sweep_design.h"
#include "support/paths.h"

namespace micropol {
namespace {

TEST(ReportInGerman, names_causes_with_those_they_are_for) {
    EXPECT_EQ(cause_said(Language::german, "executive mandate"), "Vorgabe von oben");
    EXPECT_EQ(cause_said(Language::german, "loss compensation (Sales, level 3, losers)"),
              "Verlustausgleich (Sales, Ebene 3, wer zu verlieren hat)");
    EXPECT_EQ(cause_said(Language::german, "guiding coalition (top 10 by opposition)"),
              "Führungskoalition (die 10 Menschen mit der stärksten Ablehnung)");
    EXPECT_EQ(cause_said(Language::german, "training (top 1 by power, 5 people)"),
              "Schulung (die Person mit der meisten Macht, 5 Menschen)");
    EXPECT_EQ(cause_said(Language::english, "training (losers)"), "training (losers)");
    EXPECT_EQ(group_said(Language::german, "Sales, no reports"), "Sales, ohne Unterstellte");
}

TEST(ReportInGerman, names_departments_as_they_are) {
    for (std::string const name :
         {"level x", "people", "top floor", "by", "Data & Analytics", "a, b", "power", "status", "run", ""})
        EXPECT_EQ(group_said(Language::german, name), name);
}

TEST(ReportInGerman, knows_every_cause_mechanism_group_and_design) {
    Model const model(read_scenario(paths::source_folder() / "scenarios/marketing_sales.yaml", known_plugins(), {}), "pressure");
    std::vector<std::string> names = known_causes();
    for (PluginSpec const* plugin : known_plugins().mechanisms)
        if (plugin->key != "levers") names.emplace_back(plugin->key);
    for (std::string const& name : names) {
        std::string const label = causes_named(model, {name}).front().label;
        EXPECT_NE(cause_said(Language::german, label), label);
    }
    for (std::string_view const who : who_names)
        EXPECT_EQ(group_said(Language::german, who) == who, who == who_names[std::size_t(Who::all)]) << who;
    for (std::string_view const by : ranking_names)
        EXPECT_THAT(group_said(Language::german, "top 3 by " + std::string(by)), testing::StartsWith("die 3 Menschen mit de"))
            << by;
    for (std::string_view const shock : shock_names())
        EXPECT_NE(wish_said(Language::german, "add " + std::string(shock)), "zusätzlich " + spaced(shock));
    for (std::string_view const design : design_names)
        EXPECT_NE(said(Language::german, spaced(design), "design"), spaced(design));
    for (int unit = 1; unit <= int(Unit::code); ++unit)
        EXPECT_NE(said(Language::german, name_of(Unit(unit)), "unit"), name_of(Unit(unit)));
}

TEST(ReportInGerman, says_what_a_fork_does) {
    EXPECT_EQ(wish_said(Language::german, "add training target=losers intensity=0.6"),
              "zusätzlich Schulung (target=losers intensity=0.6)");
    EXPECT_EQ(wish_said(Language::german, "drop executive_mandate"), "ohne Vorgabe von oben");
    EXPECT_EQ(wish_said(Language::german, "add budget_cut size=0.5"), "zusätzlich Budgetkürzung (size=0.5)");
    EXPECT_EQ(wish_said(Language::english, "drop executive_mandate"), "executive mandate is dropped");
}

TEST(ReportInGerman, writes_what_is_assumed) {
    EXPECT_EQ(distribution_said(Language::german, to_string(Distribution{0.25})), "0,25");
    EXPECT_EQ(distribution_said(Language::german, to_string(Distribution{UniformDistribution{0.1, 0.3}})),
              "gleichverteilt 0,1 bis 0,3");
    EXPECT_EQ(distribution_said(Language::german, to_string(Distribution{TriangularDistribution{0.1, 0.2, 0.3}})),
              distribution_said(Language::german, "triangular 0.1 to 0.3, mode 0.2"));
    EXPECT_EQ(distribution_said(Language::german, "triangular 0.1 to 0.3, mode 0.2"), "dreieckig 0,1 bis 0,3; Gipfel 0,2");
    EXPECT_EQ(restriction_said(Language::german, "1,200.5 or less"), "1.200,5 oder weniger");
    EXPECT_EQ(restriction_said(Language::german, "−0.2 to 0.4"), "−0,2 bis 0,4");
    EXPECT_EQ(restriction_said(Language::german, "committee or ceo"), "committee oder ceo");
}

}  // namespace
}  // namespace micropol
