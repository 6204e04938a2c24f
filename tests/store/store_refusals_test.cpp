#include "store/stored_study.h"
#include "store_folder.h"

namespace micropol {
namespace {

using namespace stored;
namespace fs = std::filesystem;

class StoreRefusals : public StoreFolder {};

using testing::HasSubstr;

TEST_F(StoreRefusals, another_study_is_refused_and_left_alone) {
    write_all({0, 1, 2, 3, 4, 5});
    std::string const bytes = content(file_);
    StudyRecord other = record();
    other.facts.seed = 8, other.provenance.version = "0.2.0", other.provenance.scenario = "name: a\nseed: 8\n";
    std::string const why = complaint(other);
    EXPECT_THAT(why, HasSubstr("this file holds another study: its seed differs ('7' there, '8' here)"));
    EXPECT_THAT(why, HasSubstr("its version differs ('0.1.0' there, '0.2.0' here)"));
    EXPECT_THAT(why, HasSubstr("its scenario differs (line 2: 'seed: 7' there, 'seed: 8' here)"));
    StudyRecord longer = record();
    longer.facts.weeks = 9, longer.definition = "b", longer.provenance.inputs = "c";
    EXPECT_THAT(complaint(longer), HasSubstr("its weeks differs"));
    EXPECT_THAT(complaint(longer), HasSubstr("its definition differs"));
    EXPECT_THAT(complaint(longer), HasSubstr("its inputs differs ('' there, 'c' here)"));
    EXPECT_EQ(content(file_), bytes);
}

TEST_F(StoreRefusals, a_program_with_another_model_goes_on_with_nothing) {
    StudyRecord begun = record();
    begun.provenance.model = "0123456789abcdef";
    {
        Store store(file_, begun);
        write(store, {0, 1});
    }
    StudyRecord other = begun;
    other.provenance.model = "fedcba9876543210";
    EXPECT_THAT(complaint(other), HasSubstr("these results come from another model"));
    EXPECT_THAT(complaint(other), HasSubstr("made by model '0123456789abcdef', this program is 'fedcba9876543210'"));
    EXPECT_THAT(complaint(record()), HasSubstr("these results come from another model"));
    EXPECT_EQ(ask(file_, "SELECT value FROM provenance WHERE key = 'model'"), "0123456789abcdef\n");
    other = begun;
    other.provenance.commit = "of another page of the documentation";
    EXPECT_EQ(complaint(other), "");
}

TEST_F(StoreRefusals, one_writer_at_a_time) {
    {
        Store first(file_, record());
        EXPECT_THAT(complaint(), HasSubstr("another run is writing these results"));
        write(first, {0});
    }
    EXPECT_EQ(complaint(), "");
}

TEST_F(StoreRefusals, files_that_are_not_results) {
    std::ofstream(file_) << std::string(5000, 'x');
    EXPECT_THAT(complaint(), HasSubstr("this file does not hold results"));
    EXPECT_EQ(content(file_), std::string(5000, 'x'));
    EXPECT_THAT(files(), testing::ElementsAre(file_.filename().string()));
    EXPECT_THROW(StoredStudy{file_}, InvalidInput);

    fs::remove(file_);
    sqlite3* connection = nullptr;
    sqlite3_open(file_.c_str(), &connection);
    sqlite3_exec(connection, "CREATE TABLE recipes (name)", nullptr, nullptr, nullptr);
    sqlite3_close(connection);
    EXPECT_THAT(complaint(), HasSubstr("the database of another program"));
    EXPECT_EQ(ask(file_, "SELECT name FROM sqlite_schema"), "recipes\n");
    std::ofstream(file_.string() + "-journal") << "not a journal";  // as if that program had been killed
    EXPECT_THAT(complaint(), HasSubstr("the database of another program"));
    EXPECT_EQ(ask(file_, "PRAGMA journal_mode"), "delete\n");
    fs::remove(file_.string() + "-journal");

    fs::remove(file_);
    std::ofstream(file_).close();
    EXPECT_EQ(complaint(), "") << "an empty file is a new one";
}

TEST_F(StoreRefusals, folders_and_missing_folders) {
    fs::create_directory(file_);
    EXPECT_THAT(complaint(), HasSubstr("results c"));
    file_ = folder_ / "missing" / "results.db";
    EXPECT_THAT(complaint(), HasSubstr("results cannot be written here"));
    EXPECT_THROW(StoredStudy{file_}, InvalidInput);
}

TEST_F(StoreRefusals, folders_that_cannot_be_written) {
    fs::permissions(folder_, fs::perms(0555));
    std::string const why = complaint_of_a_stranger();
    EXPECT_THAT(why, HasSubstr("results cannot be written here"));
    fs::permissions(folder_, fs::perms::owner_all);
    EXPECT_TRUE(files().empty());
}

TEST_F(StoreRefusals, a_finished_study_is_read_where_nothing_can_be_written) {
    write_all({0, 1, 2, 3, 4, 5});
    fs::permissions(file_, fs::perms(0444));
    fs::permissions(folder_, fs::perms(0555));
    std::string const why = complaint_of_a_stranger();
    EXPECT_EQ(why, "");
    fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(StoreRefusals, damage_is_noticed_and_nothing_changed) {
    write_all({0, 1, 2, 3, 4, 5});
    std::string bytes = content(file_);
    std::string const half = bytes.substr(0, bytes.size() / 2);
    std::ofstream(file_, std::ios::binary) << half;
    EXPECT_THAT(complaint(), HasSubstr("damaged"));
    EXPECT_EQ(content(file_), half);
    std::fill(bytes.begin() + 16384, bytes.begin() + 3 * 16384, '\x5a');
    std::ofstream(file_, std::ios::binary) << bytes;
    EXPECT_THAT(complaint(), HasSubstr("damaged"));
    EXPECT_EQ(content(file_), bytes);
}

}  // namespace
}  // namespace micropol
