// Evidence as files give it, whatever is in them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "model/model.h"
#include "observation/evidence.h"
#include "organisation/csv.h"
#include "support/tiny_company.h"
#include "words/german.h"

namespace micropol {
namespace {

using ::testing::HasSubstr;

EvidenceScope const scope{.departments = {"Marketing", "Sales", "Data"},
                          .seats = {60, 80, 30},
                          .too_small = {"Board"},
                          .weeks = 26,
                          .smallest_group = 10};

struct Read {
    Evidence evidence;
    std::string problems;  // all of them
    std::size_t count = 0;
};

Read read(std::vector<std::string> const& texts) {
    Read read;
    std::vector<Problem> problems;
    std::vector<RowTable> tables;
    for (std::size_t k = 0; k < texts.size(); ++k)
        tables.push_back(parse_csv(texts[k], "file" + std::to_string(k) + ".csv", problems));
    read.evidence = evidence_of(tables, scope, problems);
    for (Problem const& problem : problems) read.problems += to_text(problem, Language::english) + '\n';
    read.count = problems.size();
    return read;
}

// As files give them, and what is said of that.
Read read_files(std::vector<std::string> const& texts, std::string& said) {
    Read read;
    std::vector<Problem> problems;
    std::vector<Phrase> remarks;
    std::vector<std::string> files;
    for (std::string const& text : texts) {
        files.push_back(testing::TempDir() + "micropol_evidence_" + std::to_string(files.size()) + ".csv");
        std::ofstream(files.back(), std::ios::binary) << text;
    }
    read.evidence = read_evidence(files, scope, remarks, problems);
    for (Problem const& problem : problems) read.problems += to_text(problem, Language::english) + '\n';
    EXPECT_THAT(untranslated(problems), testing::IsEmpty());
    EXPECT_THAT(untranslated(remarks), testing::IsEmpty());
    for (Phrase const& remark : remarks) said += to_text(remark, Language::english) + '\n';
    for (std::string const& file : files) std::filesystem::remove(file);
    return read;
}

TEST(Evidence, counts_weeks_that_are_dates_or_calendar_weeks) {
    std::string said;
    Read const iso = read_files({"week,department,active,logged_in\n2025-W02,Sales,80,20\n2025-W01,Sales,80,16\n",
                                 "week;department;item;n;scale;mean\n14.01.2025;Sales;Trust;40;1-5;3,2\n"},
                                said);
    EXPECT_EQ(iso.problems, "");
    ASSERT_EQ(iso.evidence.cells.size(), 3u);
    EXPECT_EQ(iso.evidence.cells[0].week, 0);
    EXPECT_DOUBLE_EQ(iso.evidence.cells[0].value, 0.2);
    EXPECT_EQ(iso.evidence.cells[2].week, 2);
    EXPECT_THAT(said, HasSubstr("begins on 2024-12-30: it is week 0"));
    said.clear();
    EXPECT_THAT(read_files({"week,department,active,logged_in\n2025-W02,Sales,80,20\n3,Sales,80,16\n"}, said).problems,
                HasSubstr("neither a date nor a calendar week"));
    EXPECT_THAT(read_files({"week,department,active,logged_in\n2025-W54,Sales,80,20\n"}, said).problems,
                HasSubstr("no whole number"));
}

TEST(Evidence, is_read_in_german_and_as_programs_write_it) {
    std::string said;
    Read const german = read_files({"Anmeldungen CRM\n\nWoche;Abteilung;aktiv;angemeldet\n0;sales;80,0;20,0\n0;Gesamt;170;17\n"},
                                   said);
    EXPECT_EQ(german.problems, "");
    ASSERT_EQ(german.evidence.cells.size(), 2u);
    EXPECT_THAT(said, HasSubstr("named in line 3"));
    EXPECT_THAT(read_files({"week,department,active,logged_in\n0,Sales,80.5,20\n"}, said).problems,
                HasSubstr("'80.5' is no whole number"));
}

TEST(Evidence, log_ins_are_shares_of_those_who_could) {
    Read const all = read({"week,department,active,logged_in\n3,Sales,80,20\n0,all,170,17\n"});
    EXPECT_EQ(all.problems, "");
    ASSERT_EQ(all.evidence.cells.size(), 2u);
    EXPECT_EQ(all.evidence.cells[0].week, 0);
    EXPECT_EQ(all.evidence.cells[0].group, everybody);
    EXPECT_DOUBLE_EQ(all.evidence.cells[0].value, 0.1);
    EXPECT_EQ(all.evidence.cells[1].group, 1u);
    EXPECT_DOUBLE_EQ(all.evidence.cells[1].value, 0.25);
    EXPECT_EQ(all.evidence.key_of(1), "logged_in 3 Sales");
    EXPECT_EQ(all.evidence.weeks(), 4);
}

TEST(Evidence, a_survey_has_a_mean_or_counts_on_its_scale) {
    Read const mean = read({"week,department,item,n,scale,mean\n8,Sales,attitude,40,1-5,4\n8,all,strain,100,5-1,4\n"});
    EXPECT_EQ(mean.problems, "");
    ASSERT_EQ(mean.evidence.cells.size(), 2u);
    EXPECT_DOUBLE_EQ(mean.evidence.cells[0].value, 0.75);
    EXPECT_EQ(mean.evidence.cells[0].steps, 5);
    EXPECT_DOUBLE_EQ(mean.evidence.cells[1].value, 0.25) << "turned round";
    Read const counts = read({"week,department,item,n,scale,1,2,3,4,5\n8,Sales,trust,40,1-5,10,0,20,0,10\n"});
    EXPECT_EQ(counts.problems, "");
    ASSERT_EQ(counts.evidence.cells.size(), 2u) << "a mean and a spread";
    EXPECT_DOUBLE_EQ(counts.evidence.cells[0].value, 0.5);
    EXPECT_EQ(counts.evidence.cells[1].seen, Seen::spread);
    EXPECT_DOUBLE_EQ(counts.evidence.cells[1].value, std::sqrt(0.125));
}

TEST(Evidence, moves_and_decisions) {
    Read const all = read({"week,department,left,joined\n4,Data,3,0\n", "week,for,against,stopped\n5,6,2,no\n9,,,yes\n"});
    EXPECT_EQ(all.problems, "");
    ASSERT_EQ(all.evidence.cells.size(), 5u);
    EXPECT_DOUBLE_EQ(all.evidence.cells[0].value, 0.1);
    EXPECT_DOUBLE_EQ(all.evidence.cells[2].value, 0.5);
    EXPECT_DOUBLE_EQ(all.evidence.cells[4].value, 1);
}

TEST(Evidence, gaps_are_no_problem) {
    Read const all = read({"week,department,active,logged_in\n3,Sales,80,\n4,Sales,,20\n5,Sales,80,n/a\n6,Sales,80,8\n"});
    EXPECT_EQ(all.problems, "");
    EXPECT_EQ(all.evidence.cells.size(), 1u);
}

TEST(Evidence, order_of_files_and_rows_does_not_matter) {
    std::string const one = "week,department,active,logged_in\n3,Sales,80,20\n1,Sales,80,10\n",
                      other = "week,department,left\n4,Data,3\n";
    EXPECT_EQ(read({one, other}).evidence.hash(),
              read({other, "week,department,active,logged_in\n1,Sales,80,10\n3,Sales,80,20\n"}).evidence.hash());
    EXPECT_NE(read({one, other}).evidence.hash(), read({one}).evidence.hash());
}

struct Wrong {
    char const *text, *said;
};
class EvidenceMistakes : public ::testing::TestWithParam<Wrong> {};

TEST_P(EvidenceMistakes, are_said_with_their_place) {
    Read const wrong = read({GetParam().text});
    EXPECT_THAT(wrong.problems, HasSubstr(GetParam().said)) << GetParam().text;
    EXPECT_THAT(wrong.problems, HasSubstr("file0.csv"));
}

std::string const log_in_head = "week,department,active,logged_in\n";
INSTANTIATE_TEST_SUITE_P(
    All, EvidenceMistakes,
    ::testing::Values(
        Wrong{"", "empty"}, Wrong{"a,b\n1,2\n", "of no evidence"},
        Wrong{"week,department,item,logged_in\n", "more than one kind"},
        Wrong{"week,department,active,logged_in,comment\n", "unknown column 'comment'"},
        Wrong{"week,department,logged_in\n1,Sales,3\n", "column 'active' is missing"},
        Wrong{"week,week,department,active,logged_in\n", "twice"},
        Wrong{"week,department,active,logged_in\n26,Sales,80,20\n", "file0.csv:2:1: week 26 is beyond the end"},
        Wrong{"week,department,active,logged_in\n-1,Sales,80,20\n", "'-1' is no whole number"},
        Wrong{"week,department,active,logged_in\n1.5,Sales,80,20\n", "'1.5' is no whole number"},
        Wrong{"week,department,active,logged_in\n99999999999999999999,Sales,80,20\n", "no whole number"},
        Wrong{"week,department,active,logged_in\n1,Slaes,80,20\n", "did you mean 'Sales'?"},
        Wrong{"week,department,active,logged_in\n1,Board,80,20\n", "Board: too few people"},
        Wrong{"week,department,active,logged_in\n1,Sales,9,5\n", "9: too few people"},
        Wrong{"week,department,active,logged_in\n1,Sales,20,21\n", "21 logged in, of 20 who could"},
        Wrong{"week,department,active,logged_in\n1,Sales,20,2\n1,Sales,20,3\n", "logged_in 1 Sales is there twice"},
        Wrong{"week,department,active,logged_in\n1,Sales\n", "row has 2 fields"},
        Wrong{"week,department,active,logged_in\n", "the evidence has no number"},
        Wrong{"week,department,item,n,scale\n1,Sales,trust,40,1-5\n", "either a column 'mean' or one for each answer"},
        Wrong{"week,department,item,n,scale,mean,1\n", "both are there"},
        Wrong{"week,department,item,n,scale,mean\n1,Sales,joy,40,1-5,3\n", "unknown item 'joy'"},
        Wrong{"week,department,item,n,scale,mean\n1,Sales,trust,81,1-5,3\n", "81 answers of 80 people"},
        Wrong{"week,department,item,n,scale,mean\n1,Sales,trust,40,5,3\n", "'5' is no scale"},
        Wrong{"week,department,item,n,scale,mean\n1,Sales,trust,40,1-1,1\n", "'1-1' is no scale"},
        Wrong{"week,department,item,n,scale,mean\n1,Sales,trust,40,1-999999999999,1\n", "is no scale"},
        Wrong{"week,department,item,n,scale,mean\n1,Sales,trust,40,1-5,5.1\n", "'5.1' is no mean on the scale 1-5"},
        Wrong{"week,department,item,n,scale,mean\n1,Sales,trust,40,1-5,inf\n", "is no mean"},
        Wrong{"week,department,item,n,scale,mean\n1,Sales,trust,40,1-5,nothing\n", "is no mean"},
        Wrong{"week,department,item,n,scale,1,2\n1,Sales,trust,40,1-2,20,21\n", "41 answers are counted, of 40 people"},
        Wrong{"week,department,item,n,scale,1,2,3\n1,Sales,trust,40,1-2,20,19,1\n", "the answer 3 is not on the scale 1-2"},
        Wrong{"week,department,left\n1,Data,31\n", "31 of 30 people"}, Wrong{"week,for\n1,3\n", "both columns"},
        Wrong{"week,for,against\n1,0,0\n", "a decision without a vote"},
        Wrong{"week,stopped\n1,perhaps\n", "'perhaps' is neither yes nor no"}));

TEST(Evidence, a_file_full_of_mistakes_is_not_told_to_the_end) {
    std::string text = log_in_head;
    for (int k = 0; k < 10'000; ++k) text += "x,y,z\n";
    Read const wrong = read({text});
    EXPECT_GT(wrong.count, 0u);
    std::string rows = log_in_head;
    for (int k = 0; k < 10'000; ++k) rows += "x,y,z,0\n";
    EXPECT_LE(read({rows}).count, 20u);
}

TEST(Evidence, empty_tables_are_understood_and_have_no_number) {
    for (EvidenceTable const kind :
         {EvidenceTable::log_ins, EvidenceTable::survey, EvidenceTable::moves, EvidenceTable::decisions})
        EXPECT_THAT(read({empty_table(kind, scope)}).problems, HasSubstr("the evidence has no number"))
            << empty_table(kind, scope);
}

TEST(Evidence, a_made_organisation_has_its_departments) {
    Model const model(parse_scenario(tiny_company, "tiny.yaml", ".", known_plugins()), "");
    EvidenceScope const its = scope_of(model, 5);
    EXPECT_THAT(its.departments, ::testing::ElementsAre("Marketing", "Sales", "Data"));
    EXPECT_THAT(its.seats, ::testing::ElementsAre(6u, 8u, 3u));
    EXPECT_THAT(its.too_small, ::testing::ElementsAre("Data"));
}

}  // namespace
}  // namespace micropol
