// Maps of stakeholders as people draw them: no column is left unused in silence, and no scale is guessed from a slip.

#include "organisation/import_files.h"
#include "organisation/stakeholder_map.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class StrangersMaps : public ImportFiles {
  protected:
    StakeholderFiles read(std::string_view map) const {
        StakeholderPlan plan;
        plan.map = write("map.csv", map);
        return read_stakeholders(plan);
    }
    std::string refused(std::string_view map) const {
        try {
            (void)read(map);
        } catch (InvalidInput const& invalid) {
            EXPECT_THAT(untranslated(invalid.problems()), testing::IsEmpty());
            return invalid.what();
        }
        return "nothing";
    }
    static std::string said(StakeholderFiles const& files) {
        std::string text;
        for (Phrase const& phrase : files.remarks) text += to_text(phrase, Language::english) + '\n';
        EXPECT_THAT(untranslated(files.remarks), testing::IsEmpty());
        return text;
    }
    // What is written of the first on the map behind id, name, department and manager: influence, attitude, interest.
    static std::string first(StakeholderFiles const& files) {
        std::size_t const at = files.people.find("\nS01,");
        return files.people.substr(at + 1, files.people.find('\n', at + 1) - at - 1);
    }
};

TEST_F(StrangersMaps, say_which_columns_are_not_used) {
    EXPECT_THAT(said(read("Name,Group size,Influence\nAnn,4,high\nBen,9,low\n")), HasSubstr("Not used of the map: Group size."));
    EXPECT_THAT(said(read("Name,Influence,Notes\nAnn,high,x\nBen,low,y\n")), Not(HasSubstr("Not used")));
}

TEST_F(StrangersMaps, have_attitudes_under_other_headings) {
    EXPECT_THAT(first(read("Name,Power,Position\nAnn,High,Supporter\nBen,Low,Blocker\n")), HasSubstr(",0.333..0.833,"))
        << "two of three steps for it";
    StakeholderFiles const current = read(
        "Stakeholder,Current commitment,Desired commitment,Power\nAnn,against,for,high\nBen,for,for,low\n");
    EXPECT_THAT(first(current), HasSubstr(",-1..-0.75,"));
    EXPECT_THAT(said(current), AllOf(HasSubstr("The column 'Current commitment' is taken as attitude"),
                                     HasSubstr("Not used of the map: Desired commitment.")));
    EXPECT_THAT(first(read("Name;Macht;Haltung zum neuen CRM (-3 bis +3)\nAnn;5;3\nBen;1;-3\n")), HasSubstr(",0.667..1,"));
    EXPECT_THAT(said(read("Name,Influence,Role\nAnn,high,Sponsor\nBen,low,Analyst\n")), Not(HasSubstr("is taken as")))
        << "roles stay roles";
}

TEST_F(StrangersMaps, have_crosses_and_stars) {
    StakeholderFiles const files = read(
        "Name,Influence,Against,Neutral,For\nAnn,★★★★☆,X,,\nBen,★,,x,\nCy,★★★★★,,,✓\nDi,★★,x,x,\n");
    EXPECT_THAT(first(files), HasSubstr(",-1..-0"));
    EXPECT_THAT(said(files), AllOf(HasSubstr("Crosses below Against, Neutral and For"), Not(HasSubstr("Not used"))));
    EXPECT_THAT(said(read("Name,Influence,For\nAnn,3,x\nBen,2,\n")), Not(HasSubstr("Crosses"))) << "one column is no choice";
}

TEST_F(StrangersMaps, are_in_other_languages) {
    StakeholderFiles const french = read(
        "Nom;Service;Influence;Attitude;Intérêt\nAnne Petit;Ventes;forte;opposée;élevé\nLuc Roy;IT;faible;favorable;faible\n");
    EXPECT_THAT(first(french), AllOf(HasSubstr("Anne Petit,Ventes,"), HasSubstr(",-1..-0")));
    StakeholderFiles const polish = read(
        "Imię i nazwisko;Dział;Wpływ;Postawa\nAnna Nowak;Zarząd;wysoki;za\nPaweł Wójcik;Sprzedaż;niski;przeciw\n");
    EXPECT_THAT(first(polish), HasSubstr("Anna Nowak,Zarząd,"));
}

TEST_F(StrangersMaps, have_fields_of_power_and_interest) {
    StakeholderFiles const files = read("Name,Quadrant\nAnn,Manage closely\nBen,Keep satisfied\nCy,Monitor\n");
    EXPECT_THAT(first(files), AllOf(HasSubstr("0.889..1,"), HasSubstr("0.2..0.4,")));
    EXPECT_THAT(said(files), AllOf(HasSubstr("'Quadrant' is taken as influence and interest"), Not(HasSubstr("Not used"))));
}

TEST_F(StrangersMaps, have_percentages_pictures_and_words_between) {
    EXPECT_THAT(first(read("Name,Influence,Attitude\nAnn,80%,0%\nBen,10%,-40%\nCy,10%,60%\n")), HasSubstr(",-0.1..0.05,"))
        << "in the middle between -100 and 100 per cent";
    EXPECT_THAT(first(read("Name;Einfluss;Haltung\nAnn;eher hoch;👍🏽\nBen;tief;😡\n")),
                AllOf(HasSubstr("0.75..0.972,"), HasSubstr("0.5..1,")));
}

TEST_F(StrangersMaps, are_not_scaled_by_a_slip) {
    EXPECT_THAT(refused("Name,Influence,Attitude\nAnn,1,+2\nBen,2,-2\nCy,3,7\n"), HasSubstr("'7' in line 4"));
    EXPECT_EQ(refused("Name,Influence,Attitude\nAnn,1,+3\nBen,2,-2\nCy,3,1\n"), "nothing");
    EXPECT_EQ(refused("Name,Influence,Attitude (-7 to 7)\nAnn,1,+2\nBen,2,-2\nCy,3,7\n"), "nothing");
}

}  // namespace
}  // namespace micropol
