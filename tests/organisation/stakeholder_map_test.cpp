// Maps of stakeholders become people, ties and a rest by headcount.

#include "organisation/stakeholder_map.h"

#include "organisation/import_files.h"
#include "support/paths.h"
#include "words/text.h"

namespace micropol {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class StakeholderMaps : public ImportFiles {
  protected:
    StakeholderPlan plan(std::string_view map, std::vector<std::pair<std::string, std::string>> headcounts = {}) const {
        StakeholderPlan made;
        made.map = write("map.csv", map);
        made.headcounts = std::move(headcounts);
        return made;
    }
    static std::string said(StakeholderFiles const& files) {
        std::string text;
        for (auto const* const phrases : {&files.found, &files.remarks}) {
            EXPECT_THAT(untranslated(*phrases), IsEmpty());
            for (Phrase const& phrase : *phrases) text += to_text(phrase, Language::english) + '\n';
        }
        return text;
    }
    std::string refused(StakeholderPlan const& plan) const {
        try {
            (void)read_stakeholders(plan);
        } catch (InvalidInput const& invalid) {
            EXPECT_THAT(untranslated(invalid.problems()), IsEmpty());
            return invalid.what();
        }
        return "nothing";
    }
    Organisation base_of(StakeholderFiles const& files) const {
        ImportPlan imported;
        imported.people = write("people.csv", files.people);
        if (!files.ties.empty()) imported.ties = {write("ties.csv", files.ties)}, imported.ties_are_some = true;
        return import_organisation(imported, 0.5f).base;
    }
};

TEST_F(StakeholderMaps, of_two_languages_say_the_same_of_the_same_people) {
    StakeholderPlan english, german;
    english.map = paths::source_folder() / "tests/stakeholders/map_en.csv";
    german.map = paths::source_folder() / "tests/stakeholders/map_de.csv";
    StakeholderFiles const one = read_stakeholders(english), other = read_stakeholders(german);
    EXPECT_EQ(one.named, 15u);
    EXPECT_EQ(other.named, 12u);
    Organisation const left = base_of(one), right = base_of(other);
    auto const manager = [](Organisation const& base, std::string const& who) {
        std::uint32_t const boss = base.manager[base.find(who)];
        return boss == nobody ? "" : base.called(boss);
    };
    for (char const* who : {"Petra Lindqvist", "Beat Kuhn", "Urs Gasser", "Laura Steiner", "Tim Brunner", "Werner Egli"})
        EXPECT_EQ(manager(left, who), manager(right, who)) << who;
    EXPECT_EQ(manager(left, "Laura Steiner"), "Monika Frey");
    EXPECT_THAT(said(one), AllOf(HasSubstr("'Influence' is read as numbers from 1 to 5, of 15 people"),
                                 HasSubstr("'Attitude' is read as numbers from -2 to 2, of 14 people"), HasSubstr("18 ties")));
    EXPECT_THAT(one.people, AllOf(HasSubstr("fears that fairs will be cut"), HasSubstr("\"\"my customers are not a list\"\"")))
        << "notes are kept";
}

TEST_F(StakeholderMaps, are_filled_up_by_headcount_under_those_named) {
    StakeholderFiles const files = read_stakeholders(
        plan("Name,Department,Influence,Reports to\nAnn Lee,Sales,5,\nBob Ray,Sales,3,Ann Lee\nCy Fox,Legal,2,Ann\n",
             {{"sales", "40"}, {"+Production", "30"}}));
    EXPECT_EQ(files.others, 38u + 30u);
    Organisation const base = base_of(files);
    std::size_t tops = 0;
    for (std::uint32_t i = 0; i < base.headcount(); ++i) tops += base.manager[i] == nobody;
    EXPECT_EQ(tops, 1u) << "everybody else has a manager";
    for (std::uint32_t i = 0; i < base.headcount(); ++i)
        if (base.manager[i] != nobody && base.id[i].starts_with("Sales-")) {
            EXPECT_EQ(base.departments[base.department[base.manager[i]]].name, "Sales");
        }
    EXPECT_GT(base.level[base.find("Ann Lee")], base.level[base.find("Cy Fox")]);
    EXPECT_THAT(said(files), HasSubstr("part of a name or a role: 'Ann' is 'Ann Lee'"));
}

TEST_F(StakeholderMaps, find_people_however_they_are_written) {
    StakeholderFiles const files = read_stakeholders(plan(
        "Name;Role;Einfluss;Berichtet an;H\xc3\xb6rt auf\n\"Lee, Ann\";CEO;H;;\nBob Ray;CFO;M;ceo;Lee\nCy Fox;IT;L;\"Lee, Ann\";Ann Lee, Bob "
        "Ray\n"));
    Organisation const base = base_of(files);
    EXPECT_EQ(base.manager[1], 0u);
    EXPECT_EQ(base.manager[2], 0u);
    EXPECT_THAT(files.ties, AllOf(HasSubstr("S02,S01"), HasSubstr("S03,S01"), HasSubstr("S03,S02")));
}

TEST_F(StakeholderMaps, refuse_what_cannot_be_told_with_its_place) {
    std::string const map =
        "Name,Department,Influence,Attitude,Reports to,Listens to\nAnn,Sales,5,purple,Zoe,\nBob,Sales,3,+,Ann,Max\n";
    std::string const why = refused(plan(map));
    EXPECT_THAT(
        why, AllOf(HasSubstr("map.csv:2:5"), HasSubstr("reports to somebody who cannot be told"), HasSubstr("'Zoe' in line 2")));
    EXPECT_THAT(why, AllOf(HasSubstr("map.csv:3:6"), HasSubstr("'Max' in line 3")));
    StakeholderPlan dropping = plan(map);
    for (Misfit const misfit : {Misfit::outsiders, Misfit::unknown_managers, Misfit::unreadable_values})
        dropping.drop.set(std::size_t(misfit));
    EXPECT_THAT(said(read_stakeholders(dropping)), HasSubstr("Left out, as asked: 1 value of 'Attitude' cannot be understood"));
    dropping.drop.reset(std::size_t(Misfit::unreadable_values));
    EXPECT_THAT(refused(dropping), AllOf(HasSubstr("map.csv:2:4"), HasSubstr("'purple'"), HasSubstr("from -2 to 2")));
    EXPECT_THAT(refused(plan("Person,Colour\nAnn,red\n")), HasSubstr("no column with influence or attitude"));
    EXPECT_THAT(refused(plan("Influence\n3\n")), HasSubstr("no column with the names"));
    EXPECT_THAT(refused(plan("Name,Influence\nAnn,3\nann,4\n")), HasSubstr("on the map twice (first in line 2)"));
    EXPECT_THAT(refused(plan("Name,Influence,Reports to\nAnn,3,Bob\nBob,4,Ann\n")), HasSubstr("circle"));
}

TEST_F(StakeholderMaps, refuse_headcounts_that_make_no_sense) {
    std::string const map = "Name,Department,Influence\nAnn,Sales,5\nBob,Sales,3\n";
    EXPECT_THAT(refused(plan(map, {{"Slaes", "40"}})), AllOf(HasSubstr("nobody on the map is in a department 'Slaes'"),
                                                             HasSubstr("did you mean 'Sales'?"), HasSubstr("'+Slaes=40'")));
    EXPECT_THAT(refused(plan(map, {{"Sales", "1"}})), HasSubstr("its headcount is 1"));
    EXPECT_THAT(refused(plan(map, {{"Sales", "many"}})), HasSubstr("'many' is no headcount"));
    EXPECT_THAT(refused(plan(map, {{"Sales", "3"}, {"Sales", "4"}})), HasSubstr("makes no sense"));
    EXPECT_THAT(refused(plan(map, {{"Sales", "-3"}})), HasSubstr("'-3' is no headcount"));
}

TEST_F(StakeholderMaps, are_told_from_lists_of_employees) {
    EXPECT_TRUE(is_stakeholder_map(paths::source_folder() / "tests/stakeholders/map_de.csv", ""));
    EXPECT_FALSE(is_stakeholder_map(paths::source_folder() / "tests/stakeholders/people.csv", ""));
    for (bool const german : {false, true}) {
        auto const file = write("empty.csv", empty_stakeholder_map(german));
        EXPECT_TRUE(is_stakeholder_map(file, ""));
        StakeholderPlan empty;
        empty.map = file;
        EXPECT_THAT(refused(empty), HasSubstr("nobody is on the map"));
    }
}

}  // namespace
}  // namespace micropol
