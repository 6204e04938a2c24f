// A file of results that something has happened to: what is read from it is what was written, or nothing.

#include <random>

#include "micropol/show.h"
#include "store_folder.h"
#include "stored_studies.h"

namespace micropol {
namespace {

using app::Format;
using app::show;

using namespace stored;
using testing::HasSubstr;
namespace fs = std::filesystem;

std::string text_of(Cell const& cell) {
    if (auto const* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (auto const* real = std::get_if<double>(&cell)) return Json(*real).dump();
    auto const* text = std::get_if<std::string>(&cell);
    return text ? '"' + *text + '"' : "NULL";
}

// All that the program can say of a file: every row of every table, every block, and what is concluded. "refused: …" if it says
// nothing.
std::string all_of(fs::path const& file) try {
    StoredStudy const study(file);
    std::string all = study.record().provenance.command + (study.finished() ? ", finished\n" : "\n");
    for (std::string const& table : table_names()) {
        all += table + '\n';
        study.read_table(table, [&](std::vector<Cell> const& cells) {
            for (Cell const& cell : cells) all += text_of(cell) + ',';
            all += '\n';
        });
    }
    for (auto const& [unit, kept] : study.blocks()) {
        BlockResult const block = study.load(unit);
        Hash hash;
        hash.add(std::as_bytes(std::span(block.weekly))).add(std::as_bytes(std::span(block.drawn)));
        hash.add(std::as_bytes(std::span(block.person_before))).add(std::as_bytes(std::span(block.department_after)));
        hash.add(std::as_bytes(std::span(block.person_state))).add(std::as_bytes(std::span(block.of_departments.people)));
        hash.add(std::as_bytes(std::span(block.of_departments.mean))).add(std::as_bytes(std::span(block.of_departments.sd)));
        all += std::to_string(unit) + ' ' + std::to_string(hash.value()) + ' ' + std::to_string(block.state_hash) + '\n';
    }
    return study.finished() ? all + show(study, Format::json, {}) : all;
} catch (InvalidInput const& refused) {
    return std::string("refused: ") + refused.what();
}

std::string content_of(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return std::move(std::ostringstream() << in.rdbuf()).str();
}

void write_content(fs::path const& file, std::string const& bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
}

class Damage : public StoreFolder {
  protected:
    // So many single bytes, one at a time, somewhere and somehow.
    template <class Look>
    void flip(std::string const& bytes, int times, unsigned seed, Look const& look) {
        std::mt19937_64 chance(seed);
        std::string damaged = bytes;
        for (int k = 0; k < times; ++k) {
            std::size_t const at = chance() % bytes.size();
            damaged[at] = char(bytes[at] ^ char(1 + chance() % 255));
            write_content(file_, damaged);
            look(at);
            damaged[at] = bytes[at];
        }
    }
};

TEST_F(Damage, a_single_byte_never_changes_what_a_file_says) {
    int refused = 0;
    for (auto const& [kind, write] : every_kind) {
        write(file_, true);
        std::string const bytes = content_of(file_), whole = all_of(file_);
        ASSERT_THAT(whole, HasSubstr("weekly_band"));
        flip(bytes, 250, 1, [&](std::size_t at) {
            std::string const found = all_of(file_);
            bool const is_refused = found.starts_with("refused: ");
            refused += is_refused;
            if (is_refused) {
                EXPECT_THAT(found, HasSubstr(file_.string())) << kind << ", byte " << at;
            } else {
                EXPECT_TRUE(found == whole) << kind << ", byte " << at;
            }
        });
        fs::remove(file_);
    }
    EXPECT_GT(refused, 400) << "the other bytes of these small files are the empty rest of pages";
    RecordProperty("refused", refused);
}

// Of every file that is not finished: what is gone on with is what was written.
TEST_F(Damage, a_study_is_not_gone_on_with_from_a_damaged_file) {
    int refused = 0;
    for (auto const& [kind, write] : every_kind) {
        write(file_, false);
        StudyRecord const record = StoredStudy(file_).record();
        std::string const bytes = content_of(file_);
        std::vector<std::string> whole;
        auto const blocks = [&] {
            std::vector<std::string> found;
            Store const store(file_, record);
            for (std::uint64_t unit = 0; unit < store.blocks(); ++unit) {
                BlockResult const block = store.load(unit);
                auto const weekly = std::as_bytes(std::span(block.weekly));
                found.emplace_back(reinterpret_cast<char const*>(weekly.data()), weekly.size());
            }
            return found;
        };
        whole = blocks();
        write_content(file_, bytes);
        flip(bytes, 100, 2, [&](std::size_t at) {
            std::string const before = content_of(file_);
            try {
                EXPECT_TRUE(blocks() == whole) << kind << ", byte " << at;
            } catch (InvalidInput const& why) {
                ++refused;
                EXPECT_THAT(why.what(), HasSubstr(file_.string()));
                EXPECT_TRUE(content_of(file_) == before) << "it is left as it is: " << kind << ", byte " << at;
            }
            for (char const* ending : {"-wal", "-shm", ".lock"}) fs::remove(file_.string() + ending);
        });
        fs::remove(file_);
    }
    EXPECT_GT(refused, 150);
}

TEST_F(Damage, a_part_that_is_damaged_is_not_merged) {
    fs::path const part = folder_ / "part.db";
    write_comparison(part, false);
    StudyRecord const record = StoredStudy(part).record();
    change(part, "UPDATE history SET substantive = 0.75 WHERE row = 17");
    Store whole(file_, record);
    EXPECT_THAT([&] { whole.take(part); }, testing::ThrowsMessage<InvalidInput>(HasSubstr(
                                               "table history, block 0 of variant 1: its rows do not fit their checksum")));
    EXPECT_EQ(whole.blocks(), 0u);
}

TEST_F(Damage, a_file_that_is_cut_short_is_refused) {
    write_run(file_);
    std::string const bytes = content_of(file_);
    for (std::size_t const size :
         {bytes.size() - 5000, bytes.size() / 2, std::size_t{5000}, std::size_t{100}, std::size_t{17}, std::size_t{1}}) {
        write_content(file_, bytes.substr(0, size));
        EXPECT_TRUE(all_of(file_).starts_with("refused: ")) << size;
    }
}

TEST_F(Damage, files_of_older_formats_are_refused_clearly) {
    write_run(file_);
    change(file_, "PRAGMA user_version = 4");
    EXPECT_THAT(all_of(file_), HasSubstr("these results have format 4 (this version reads format 5)"));
    EXPECT_THAT(complaint(), HasSubstr("these results have format 4"));
}

// Not read until the end of the world.
TEST_F(Damage, only_files_are_read) {
    ASSERT_EQ(mkfifo(file_.c_str(), 0600), 0);
    EXPECT_THAT(all_of(file_), HasSubstr("no file but a folder, a pipe or a device"));
    EXPECT_THAT(complaint(), HasSubstr("no file but a folder, a pipe or a device"));
    EXPECT_THROW((void)read_results(file_), InvalidInput);
    fs::path const json = folder_ / "pipe.json";
    ASSERT_EQ(mkfifo(json.c_str(), 0600), 0);
    EXPECT_THROW((void)read_results(json), InvalidInput);
    EXPECT_THROW((void)read_results("/dev/zero"), InvalidInput);
}

}  // namespace
}  // namespace micropol
