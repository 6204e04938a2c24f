// Whatever the bytes: every reader takes them or says what is wrong, and does neither for long. Under sanitizers, and for as long as
// asked: ./dev soak fuzz READER.

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "soak/readers.h"
#include "soak/soak.h"
#include "support/paths.h"

namespace micropol::soak {
namespace {

namespace fs = std::filesystem;

TEST(Readers, take_their_examples) {
    for (Reader const& reader : readers())
        for (std::string const& example : reader.examples()) {
            bool const taken = reader.takes(example);
            EXPECT_TRUE(taken || reader.name == "results") << reader.name << ":\n" << example.substr(0, 500);
        }
}

// What was once found to break one.
TEST(Readers, survive_what_was_found) {
    for (Reader const& reader : readers()) {
        fs::path const found = paths::source_folder() / "tests/soak/corpus" / reader.name;
        if (!fs::is_directory(found)) continue;
        for (fs::directory_entry const& entry : fs::directory_iterator(found)) {
            SCOPED_TRACE(entry.path());
            std::ifstream stream(entry.path(), std::ios::binary);
            EXPECT_NO_THROW((void)reader.takes(std::move(std::ostringstream() << stream.rdbuf()).str()));
        }
    }
}

TEST(Readers, survive_changed_examples) {
    using namespace std::chrono;
    Chance chance(seed());
    int const times = tries(150);
    for (Reader const& reader : readers()) {
        std::vector<std::string> const examples = reader.examples();
        int taken = 0;
        double slowest = 0;
        for (int k = 0; k < times; ++k) {
            std::uint64_t const step = chance();
            std::string const bytes = changed(reader, one_of(chance, examples), one_of(chance, examples), step);
            auto const start = steady_clock::now();
            EXPECT_NO_THROW(taken += reader.takes(bytes)) << reader.name << ", " << step << ":\n" << bytes.substr(0, 2000);
            slowest = std::max(slowest, duration<double>(steady_clock::now() - start).count());
        }
        EXPECT_LT(slowest, 20) << reader.name;
        EXPECT_TRUE(taken < times || times < 50) << reader.name << " took everything";
        tell("readers: " + std::string(reader.name) + ", " + std::to_string(times) + " changed examples, " +
             std::to_string(taken) + " taken, the others refused; the slowest took " + std::to_string(slowest) + " s");
    }
}

}  // namespace
}  // namespace micropol::soak
