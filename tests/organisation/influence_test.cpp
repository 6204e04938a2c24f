// What a map says of influence holds in every organisation that is drawn, and what it leaves open is drawn anew.

#include "organisation/influence.h"

#include <set>

#include "organisation/import_files.h"

namespace micropol {
namespace {

class Influence : public ImportFiles {
  protected:
    // Forty people below a head; three of them are judged.
    std::string people(std::string const& first, std::string const& second, std::string const& third) const {
        std::string text = "id,department,manager,influence_rank,attitude\nhead,Sales,,,\n";
        for (int i = 0; i < 40; ++i) {
            std::string const rank = i == 10 ? first : i == 20 ? second : i == 30 ? third : "";
            text += "p" + std::to_string(i) + ",Sales,head," + rank + ",\n";
        }
        return text;
    }
    Organisation drawn(ImportPlan const& plan, std::uint32_t block) const {
        return fill(import_organisation(plan, 0.5f), OrganisationPlan{}, Stream(7, block, purpose("organisation")));
    }
    // How many others turn to somebody, and how well that works.
    static double reach(Organisation const& made, std::string const& id) {
        std::uint32_t const i = made.find(id);
        double sought = 0;
        for (std::uint32_t tie = made.ties.first[i]; tie < made.ties.first[i + 1]; ++tie)
            sought += double(made.ties.strength[made.ties.reverse[tie]]);
        return sought * double(made.of(Trait::relationship_skill)[i]);
    }
};

TEST_F(Influence, orders_people_in_every_organisation) {
    ImportPlan const plan = plan_of(people("0.95..1", "0.4..0.6", "0..0.05"));
    for (std::uint32_t block = 0; block < 20; ++block) {
        Organisation const made = drawn(plan, block);
        EXPECT_GT(reach(made, "p10"), reach(made, "p20")) << block;
        EXPECT_GT(reach(made, "p20"), reach(made, "p30")) << block;
    }
}

TEST_F(Influence, is_drawn_anew_within_its_range_and_leaves_the_others_alone) {
    ImportPlan const judged = plan_of(people("0.1..0.9", "", ""));
    std::set<float> skills;
    for (std::uint32_t block = 0; block < 10; ++block) {
        Organisation const made = drawn(judged, block);
        skills.insert(made.of(Trait::relationship_skill)[made.find("p10")]);
    }
    EXPECT_EQ(skills.size(), 10u);
    Organisation const with = drawn(judged, 3);
    Organisation const without = drawn(plan_of(people("", "", "")), 3);
    for (std::uint32_t i = 0; i < with.headcount(); ++i)
        if (with.id[i] != "p10") {
            EXPECT_EQ(with.of(Trait::relationship_skill)[i], without.of(Trait::relationship_skill)[i]);
        }
}

TEST_F(Influence, of_what_is_no_share_is_refused) {
    EXPECT_THAT(problems_of(plan_of(people("0.2..0.4", "7", "0.1"))), testing::HasSubstr("influence_rank"));
}

TEST_F(Influence, of_traits_within_ranges_too) {
    ImportPlan const plan = plan_of("id,department,attitude\na,Sales,0.5..1\nb,Sales,\nc,Sales,-1\n");
    std::set<float> attitudes;
    for (std::uint32_t block = 0; block < 30; ++block) {
        Organisation const made = drawn(plan, block);
        float const a = made.of(Trait::attitude)[0];
        EXPECT_TRUE(a >= 0.5f && a <= 1) << a;
        EXPECT_EQ(made.of(Trait::attitude)[2], -1);
        EXPECT_TRUE(made.attitude_stated[0] && !made.attitude_stated[1] && made.attitude_stated[2]);
        attitudes.insert(a);
    }
    EXPECT_EQ(attitudes.size(), 30u);
}

}  // namespace
}  // namespace micropol
