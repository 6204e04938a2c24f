// A file of results that somebody made on purpose: what it says decides neither what is opened nor what is believed.

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "cli/program.h"
#include "store/seal.h"
#include "store/stored_study.h"

namespace micropol::cli {
namespace {

using testing::AllOf, testing::HasSubstr, testing::Not;

class HostileResults : public testing::Test {
  protected:
    // Edited as the words say, with checksums that fit.
    static void edit(std::string const& file, std::string const& sql) {
        Database(file, Database::Access::write).execute(sql);
        stored::seal(file);
    }
    std::string imported(std::string const& more = "") {
        std::string people = "id,name,department,manager\n";
        for (int k = 0; k < 30; ++k)
            people += "E" + std::to_string(k) + ",Given" + std::to_string(k) + "," + (k % 2 ? "Sales" : "IT") + "," +
                      (k ? "E" + std::to_string((k - 1) / 4) : "") + "\n";
        (void)folder_.write("people.csv", people);
        return folder_.write("mine.yaml", R"(micropol: 1
name: Ours
organisation: {people: people.csv)" + more + R"(}
transformation: {initiatives: [{name: CRM}]}
strategies:
  train: {interventions: [{lever: training, intensity: 0.5, target: {people: [E7, E11]}}]}
runs: {weeks: 4, histories: 32, seed: 7}
)");
    }

    Folder const folder_;
    std::string const file_ = (folder_ / "results.db").string();
};

TEST_F(HostileResults, are_found_out_by_simulating_again) {
    std::string const scenario = folder_.write("tiny.yaml", tiny_company + "runs: {weeks: 4, histories: 64, seed: 7}\n");
    ASSERT_EQ(run({"run", scenario, "--output", file_}).code, 0);
    Outcome const honest = run({"results", "check", file_, "--resimulate", "100"});
    EXPECT_EQ(honest.code, 0) << honest.errors;
    EXPECT_THAT(honest.output, HasSubstr("4 blocks simulated again: every number as it was"));
    edit(file_,
         "UPDATE weekly SET value = (SELECT value FROM weekly AS other WHERE other.outcome = weekly.outcome AND other.block = 2) "
         "WHERE block = 1");
    EXPECT_EQ(run({"results", "check", file_}).code, 0) << "new checksums fit the new numbers";
    Outcome const found = run({"results", "check", file_, "--resimulate", "100"});
    EXPECT_EQ(found.code, 3);
    EXPECT_THAT(found.errors, HasSubstr("block 1 of variant 0 is not what this model comes to"));
}

TEST_F(HostileResults, of_every_kind_are_what_is_simulated_again) {
    std::string const scenario = imported();
    for (std::vector<std::string> const& command :
         {std::vector<std::string>{"run", scenario, "--strategy", "train"},
          {"compare", scenario},
          {"explain", scenario, "--strategy", "train"},
          {"sweep", scenario, "--factor", "culture.rivalry=0..1", "--design", "grid", "--points", "2"}}) {
        ASSERT_EQ(run(with(command, {"--output", file_})).code, 0);
        Outcome const again = run({"results", "check", file_, "--resimulate", "3"});
        EXPECT_EQ(again.code, 0) << command.front() << again.errors;
        fs::remove(file_);
    }
}

// Whom a scenario names itself is a person, too.
TEST_F(HostileResults, have_no_names_from_lists_of_the_scenario) {
    std::string const scenario = imported(", silenced: [E21, E22]");
    ASSERT_EQ(run({"run", scenario, "--strategy", "train", "--output", file_, "--set", "organisation.silenced=[E21, E23]"}).code,
              0);
    EXPECT_THAT(content_of(file_), AllOf(Not(HasSubstr("E7")), Not(HasSubstr("Given")), Not(HasSubstr("E21")),
                                         Not(HasSubstr("E22")), Not(HasSubstr("E23"))));
    Outcome const again = run({"results", "check", file_, "--resimulate", "2"});
    EXPECT_EQ(again.code, 0) << "by their pseudonyms they are the same people: " << again.errors;
    EXPECT_EQ(run({"report", file_, "--output", (folder_ / "page.html").string()}).code, 0);
    std::string const listed = folder_.write("listed.yaml", R"(micropol: 1
name: Ours
organisation:
  people: [{id: Adele, name: Adele Secret, department: IT}, {id: Bodo, department: IT, manager: Adele}]
  ties: {list: [{from: Adele, to: Bodo}]}
transformation: {initiatives: [{name: CRM}]}
runs: {weeks: 4, histories: 16, seed: 7}
)");
    std::string const other = (folder_ / "listed.db").string();
    ASSERT_EQ(run({"run", listed, "--output", other}).code, 0);
    EXPECT_THAT(content_of(other), AllOf(Not(HasSubstr("Adele")), Not(HasSubstr("Bodo")), Not(HasSubstr("Secret"))));
    EXPECT_EQ(run({"results", "show", other}).code, 0);
    EXPECT_EQ(run({"results", "show", other, "--show-names"}).code, 3);
    EXPECT_THAT(run({"results", "check", other, "--resimulate", "1"}).errors, HasSubstr("results keep no names"));
}

// Neither a folder above, nor a device, nor a pipe that nobody writes to.
TEST_F(HostileResults, do_not_choose_what_is_opened) {
    std::string const scenario = imported();
    Folder const elsewhere;
    std::string const outside = elsewhere.write("people.csv", content_of(folder_ / "people.csv"));
    ASSERT_EQ(mkfifo((folder_ / "pipe.csv").c_str(), 0600), 0);
    for (std::string const& named : {outside, "../" + fs::path(outside).parent_path().filename().string() + "/people.csv",
                                     std::string("/dev/zero"), std::string("pipe.csv")}) {
        ASSERT_EQ(run({"run", scenario, "--output", file_}).code, 0);
        edit(file_, "UPDATE provenance SET value = replace(value, 'people.csv', '" + named + "') WHERE key = 'scenario'");
        Outcome const said = run({"results", "show", file_, "--show-names"});
        EXPECT_EQ(said.code, 3) << named;
        EXPECT_THAT(said.errors, HasSubstr("the files with their names are not at hand")) << named;
        EXPECT_EQ(run({"report", file_, "--output", (folder_ / "page.html").string()}).code, 0) << named;
        EXPECT_EQ(run({"results", "check", file_, "--resimulate", "1"}).code, 3) << named;
        fs::remove(file_);
    }
    // Nor does the command that it says it was made with.
    ASSERT_EQ(run({"run", scenario, "--output", file_}).code, 0);
    std::string const moved = elsewhere.write("moved.db", content_of(file_));
    fs::remove(outside);
    edit(moved, "UPDATE provenance SET value = 'micropol run " + (folder_ / "mine.yaml").string() + "' WHERE key = 'command'");
    EXPECT_EQ(run({"results", "show", moved, "--show-names"}).code, 3);
}

// What Marketing does as a whole is what its two people do.
TEST_F(HostileResults, tell_no_outcome_of_a_handful_of_people) {
    std::string people = "id,department\n";
    for (int k = 0; k < 40; ++k) people += "P" + std::to_string(k) + (k < 2 ? ",Marketing\n" : k < 20 ? ",Sales\n" : ",IT\n");
    std::string const made = (folder_ / "made.yaml").string();
    ASSERT_EQ(run({"new", "--people", folder_.write("few.csv", people), "--output", made}).code, 0);
    for (std::string const format : {"json", "csv", "markdown"}) {
        Outcome const said = run(
            {"run", made, "--runs", "16", "--weeks", "4", "--format", format, "--output", file_, "--verbose"});
        ASSERT_EQ(said.code, 0) << said.errors;
        EXPECT_THAT(said.output, AllOf(Not(HasSubstr("lead_quality")), Not(HasSubstr("marketing_sales_trust")),
                                       Not(HasSubstr("Quality of leads"))));
        EXPECT_THAT(run({"results", "export", file_, "--table", "history"}).output,
                    AllOf(Not(HasSubstr("lead_quality")), HasSubstr("lead_followup")));
        fs::remove(file_);
    }
    EXPECT_THAT(run({"run", made, "--runs", "16", "--weeks", "4", "--format", "json", "--show-names"}).output,
                HasSubstr("lead_quality"));
    EXPECT_THAT(run({"run", made, "--set", "outcomes=[lead_quality]"}).errors,
                HasSubstr("the outcomes asked for tell of too few people"));
}

}  // namespace
}  // namespace micropol::cli
