// Files that are made at the user's word, through the real program.

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "cli/program.h"

namespace micropol::cli {
namespace {

class OutputFile : public testing::Test {
  protected:
    void SetUp() override {
        std::string const scenario = folder_.write("tiny.yaml", tiny_company + "runs: {weeks: 2, histories: 16, seed: 7}\n");
        ASSERT_EQ(run({"run", scenario, "--output", results_}).code, 0);
    }
    Outcome report_to(std::string const& page) const { return run({"report", results_, "--output", page}); }

    Folder const folder_;
    std::string const results_ = (folder_ / "results.db").string(), page_ = (folder_ / "page.html").string(),
                      link_ = (folder_ / "link.html").string();
};

TEST_F(OutputFile, keeps_links_and_permissions) {
    fs::create_symlink("page.html", link_);
    ASSERT_EQ(report_to(link_).code, 0);
    EXPECT_TRUE(fs::is_symlink(link_));
    EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(page_)));
    ASSERT_EQ(chmod(page_.c_str(), 0600), 0);
    ASSERT_EQ(report_to(link_).code, 0);
    EXPECT_EQ(fs::status(page_).permissions(), fs::perms(0600));
}

TEST_F(OutputFile, stays_what_it_was_where_it_cannot_be_written) {
    (void)folder_.write("page.html", "the page of last week");
    Folder const said_in;
    std::vector<std::string> const words{
        "-c", "ulimit -f 4; exec \"$0\" \"$@\"", paths::program(), "report", results_, "--output", page_};
    Outcome const said = Running(said_in, words, "/bin/bash").wait();
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.errors, testing::HasSubstr("cannot be written (File too large)"));
    EXPECT_EQ(content_of(page_), "the page of last week");
    EXPECT_EQ(report_to("/dev/full").code, 3);
    std::size_t files = 0;
    for (auto const& entry : fs::directory_iterator(fs::path(page_).parent_path())) files += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(files, 3u) << "nothing is left beside it";
}

// Whatever a verb is at: here it waits for somebody to read its pipe. One that has not come so far is ended by the signal itself.
TEST_F(OutputFile, says_that_it_was_interrupted) {
    std::string const pipe = (folder_ / "pipe.html").string();
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    Outcome said;
    for (int milliseconds = 200; milliseconds < 60'000 && said.code <= 0; milliseconds *= 4) {
        Folder const said_in;
        Running const program(said_in, {"report", results_, "--output", pipe, "--language", "de"});
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
        program.send(SIGINT);
        said = program.wait();
    }
    EXPECT_EQ(said.code, 130);
    EXPECT_EQ(said.errors, "abgebrochen\n");
    EXPECT_EQ(said.output, "");
}

TEST_F(OutputFile, that_cannot_be_is_said_with_its_name) {
    fs::create_symlink("loop.db", folder_ / "loop.db");
    std::string const scenario = (folder_ / "tiny.yaml").string();
    for (std::string const& name : {(folder_ / "loop.db").string(), (folder_ / (std::string(300, 'n') + ".db")).string()}) {
        Outcome const said = run({"run", scenario, "--output", name});
        EXPECT_EQ(said.code, 3);
        EXPECT_THAT(said.errors, testing::AllOf(testing::StartsWith(name), testing::Not(testing::HasSubstr("filesystem error"))));
    }
}

}  // namespace
}  // namespace micropol::cli
