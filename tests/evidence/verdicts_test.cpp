// The code of the verdicts, on an invented study in which what must come out is known. Nothing is simulated of the scenarios that the
// verdicts are about. The seed is fixed; where a bound is not exact, the interval lies at least eight of its standard errors beyond it.

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "evidence/measures.h"
#include "support/tiny_company.h"

namespace micropol::evidence {
namespace {

constexpr std::string_view arms_asked_for[] = {
    "audit",       "workshop", "goals and deadlines, one quarter", "pressure, eight weeks", "four levers", "fifth lever alone",
    "five levers", nothing};

class Invented : public testing::Test {
  protected:
    Invented() {
        std::filesystem::create_directories(folder_);
        std::ofstream(folder_ / "tiny.yaml") << tiny_company << "runs: {weeks: 104, histories: 256, seed: 3}\n";
    }
    ~Invented() override { std::filesystem::remove_all(folder_); }
    Invented(Invented const&) = delete;
    Invented& operator=(Invented const&) = delete;

    // Every arm the same but for the changes of one.
    Estimate found(std::string_view row, std::size_t which, std::string_view changed, std::vector<Override> const& changes,
                   std::vector<Override> const& everywhere = {}) {
        std::vector<Arm> arms;
        for (std::string_view const name : arms_asked_for) {
            arms.push_back({.name = name, .file = "tiny.yaml", .changes = everywhere});
            if (name == changed) arms.back().changes.insert(arms.back().changes.end(), changes.begin(), changes.end());
        }
        Study study(folder_, arms, 256, 1);
        for (Experiment const& one : verdicts())
            if (one.row == row && which-- == 0) return one.simulate(study, one.arm);
        throw std::invalid_argument("no such row");
    }

    std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                    testing::UnitTest::GetInstance()->current_test_info()->name();
};

// Where an arm is doing nothing, nothing comes of it.
TEST_F(Invented, without_any_difference_there_is_none) {
    for (auto const& [row, which] : {std::pair{"E2", 0}, {"E2", 1}, {"E4", 0}, {"E4", 1}, {"E6", 0}, {"E12", 1}}) {
        Estimate const none = found(row, std::size_t(which), "", {});
        EXPECT_EQ(none.mean, 0) << row;
        EXPECT_EQ(none.low, 0) << row;
    }
}

// Twice as fast is faster: d is above 0, and it is a number where chance decides who takes a step.
TEST_F(Invented, steps_of_a_quick_organisation_are_more) {
    EXPECT_GT(found("E6", 0, "goals and deadlines, one quarter", {{"mechanisms.adoption.pace", "0.4"}}).low, 0);
    EXPECT_LT(found("E6", 0, nothing, {{"mechanisms.adoption.pace", "0.4"}}).high, 0);
}

// Stakes alone make the attitude, so that reactance alone makes it fall.
TEST_F(Invented, who_feels_reactance_loses_attitude) {
    std::vector<Override> const stakes_alone{{"mechanisms.attitude.individuality", "0"},
                                             {"mechanisms.attitude.susceptibility", "0"},
                                             {"mechanisms.attitude.responsiveness", "1"},
                                             {"mechanisms.attitude.tolerance_by_trust", "0"},
                                             {"governance.executive_pressure", "0"},
                                             {"mechanisms.information", "off"},
                                             {"mechanisms.environment", "off"},
                                             {"mechanisms.adoption", "off"},
                                             {"mechanisms.fatigue", "off"},
                                             {"mechanisms.ties", "off"},
                                             {"mechanisms.turnover", "off"}};
    Override const pressure{"interventions.+", "{lever: executive_mandate, intensity: 1, from_week: 4, until_week: 12}"};
    EXPECT_GT(found("E8", 0, "pressure, eight weeks", {pressure}, stakes_alone).low, 0.95);
    EXPECT_TRUE(std::isnan(found("E8", 0, "", {}, stakes_alone).mean)) << "nobody feels any";
}

// Strain that follows load and nothing else.
TEST_F(Invented, load_and_strain_go_together_where_nothing_else_strains) {
    std::vector<Override> const load_alone{{"mechanisms.climate.own_life", "0"},
                                           {"mechanisms.climate.strain_by_politics", "0"},
                                           {"mechanisms.climate.strain_by_pressure", "0"}};
    Override const training{"interventions.+", "{lever: training, intensity: 1, target: Sales}"};
    EXPECT_GT(found("E12", 0, "four levers", {training}, load_alone).low, 0.8);
}

// A lever that does more on top of four than alone, and one that does less: the sign is that of the difference.
TEST_F(Invented, a_fifth_lever_is_held_against_the_same_as_the_first) {
    Override const mandate{"interventions.+", "{lever: executive_mandate, intensity: 1}"};
    std::vector<Override> const ready{{"transformation.start_stage", "trial"}};
    double const as_fifth = found("E12", 1, "five levers", {mandate}, ready).mean,
                 as_first = found("E12", 1, "fifth lever alone", {mandate}, ready).mean;
    EXPECT_NE(as_fifth, 0);
    EXPECT_NEAR(as_fifth, -as_first, 1e-12);
}

// Nothing but the fear for the own job makes the place look political, and that takes satisfaction and commitment.
TEST_F(Invented, the_secure_are_satisfied_where_nothing_else_counts) {
    std::vector<Override> fear_alone{{"mechanisms.climate.own_life", "0"},
                                     {"mechanisms.climate.temperament", "0"},
                                     {"mechanisms.climate.politics_by_upheaval", "2"},
                                     {"transformation.start_stage", "trial"},  // they know what it is about
                                     {"mechanisms.adoption", "off"},
                                     {"mechanisms.stakes.switching_cost", "0"},
                                     {"transformation.initiatives.0.required_skill", "0.9"},
                                     {"mechanisms.information", "off"},
                                     {"mechanisms.turnover", "off"}};
    for (std::string const seen :
         {"politics_seen", "politics_by_hiding", "politics_by_distrust", "politics_by_conflict", "politics_by_structure"})
        fear_alone.push_back({"mechanisms.climate." + seen, "0"});
    for (std::string const department : {"Marketing", "Sales", "Data"}) {
        fear_alone.push_back({"organisation.departments." + department + ".traits.security", "1"});
        for (std::string const goal : {"career", "pay", "status", "company"})
            fear_alone.push_back({"organisation.departments." + department + ".traits." + goal, "0"});
    }
    for (std::size_t const which : {0u, 1u}) EXPECT_GT(found("E10", which, "", {}, fear_alone).low, 0.7);
}

}  // namespace
}  // namespace micropol::evidence
