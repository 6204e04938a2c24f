#include "observation/evidence_beside.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <array>

#include "cli/program.h"
#include "words/problem.h"

namespace micropol {
namespace {

namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;

struct EvidenceBesideTest : testing::Test {
    cli::Folder folder;
    [[nodiscard]] EvidenceBeside found() const {
        std::array const others{folder / "map.csv"};
        return evidence_beside(folder / "", others);
    }
};

TEST_F(EvidenceBesideTest, is_told_by_its_columns_whatever_it_is_called) {
    (void)folder.write("map.csv", "week,logged_in\n");  // what is answered for is no evidence of itself
    (void)folder.write("b.CSV", "\xef\xbb\xbfWeek;Department;Active;Logged In\n0;Sales;20;4\n");
    (void)folder.write("a.csv", "sep=,\nweek,item,nonsense\n");
    (void)folder.write("notes.txt", "week\titem\n");
    (void)folder.write("people.csv", "id,department,joined\nA,Sales,2019-01-01\n");  // a date of entry
    (void)folder.write("weeks.csv", "week,variant,mean\n");
    (void)folder.write("page.html", "week,logged_in\n");
    EvidenceBeside const beside = found();
    EXPECT_THAT(beside.files, ElementsAre(EndsWith("a.csv"), EndsWith("b.CSV"), EndsWith("notes.txt")))
        << "what is wrong with them the reader says";
    EXPECT_THAT(beside.alike, IsEmpty());
}

TEST_F(EvidenceBesideTest, what_looks_like_it_is_not_passed_over) {
    (void)folder.write("Survey 2026.csv", "Frage,Antwort\n1,2\n");
    (void)folder.write("logins.xlsx", "PK");
    (void)folder.write("totals.csv", "department,active,logged_in\nSales,20,4\n");
    (void)folder.write("moves.csv", std::string(200'000, ','));
    (void)folder.write("decisions.csv", std::string("w\0e\0e\0k\0", 8));
    (void)folder.write("log_ins.csv", "");
    (void)folder.write("budget.xlsx", "PK");
    fs::create_directory(folder / "survey.csv");
    ASSERT_EQ(mkfifo((folder / "log_ins_pipe.csv").c_str(), 0600), 0);
    EvidenceBeside const beside = found();
    EXPECT_THAT(beside.files, IsEmpty());
    std::vector<std::string> alike;
    for (auto const& one : beside.alike) alike.push_back(fs::path(one.file).filename());
    EXPECT_THAT(alike, ElementsAre("Survey 2026.csv", "decisions.csv", "log_ins.csv", "logins.xlsx", "moves.csv", "totals.csv"));
}

TEST_F(EvidenceBesideTest, refuses_a_folder_with_too_many_files) {
    for (std::size_t k = 0; k <= most_files_beside; ++k) fs::create_directory(folder / std::to_string(k));
    EXPECT_THROW((void)found(), InvalidInput);
}

}  // namespace
}  // namespace micropol
