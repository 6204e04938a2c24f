// The house keeps its rooms: reads every #include of engine/ and apps/ and refuses one that leads the wrong way.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/paths.h"

namespace micropol {
namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

// Who sees whom, besides itself: from left to right, each what it needs of what stands before it.
std::map<std::string, Rooms> const visible = [] {
    Rooms const foundations{"base", "words", "organisation", "state"};
    Rooms const all_for_a_model{"base", "words", "organisation", "state", "mechanisms", "interventions", "outcomes", "scenario"};
    auto const plus = [](Rooms rooms, Rooms const& more) {
        rooms.insert(more.begin(), more.end());
        return rooms;
    };
    std::map<std::string, Rooms> rooms;
    rooms["base"] = {};
    rooms["words"] = {"base"};
    rooms["organisation"] = {"base", "words"};
    rooms["state"] = {"base", "words", "organisation"};
    rooms["mechanisms"] = rooms["interventions"] = rooms["outcomes"] = rooms["scenario"] = foundations;
    rooms["model"] = all_for_a_model;
    rooms["simulation"] = plus(rooms["model"], {"model"});
    rooms["statistics"] = {"base"};
    rooms["observation"] = plus(rooms["simulation"], {"simulation"});
    rooms["study"] = plus(rooms["observation"], {"observation", "statistics"});
    rooms["store"] = plus(rooms["study"], {"study"});
    rooms["findings"] = plus(rooms["study"], {"study"});
    rooms["report"] = plus(rooms["findings"], {"findings"});
    // What the library offers: engine/include/micropol.
    rooms["include"] = plus(rooms["report"], {"report", "store"});
    // Programs: apps/micropol, apps/behaviour, apps/evidence, apps/coverage, apps/calibration; apps/mpi is the first one on many machines.
    rooms["micropol"] = plus(rooms["report"], {"report", "store"});
    rooms["experiments"] = {};  // how the four of experiments begin and end
    rooms["behaviour"] = rooms["coverage"] = rooms["calibration"] = plus(rooms["micropol"], {"experiments"});
    rooms["evidence"] = plus(rooms["behaviour"], {"behaviour"});
    rooms["mpi"] = plus(rooms["micropol"], {"micropol"});
    rooms["live"] = plus(rooms["report"], {"report", "mpi"});  // the engine in a page: blocks travel as they do between machines
    return rooms;
}();

struct LibraryRule {
    std::string header;  // how the included path begins
    std::string place;   // where it may stand: how the path of the including file begins; in headers only where it is that file
};
// fmt comes with spdlog, which says so nowhere.
std::vector<LibraryRule> const libraries{
    {"yaml-cpp/", "engine/scenario/"},
    {"sqlite3.h", "engine/store/"},
    {"nlohmann/", "engine/base/json.cpp"},
    {"fmt/", "apps/micropol/log.cpp"},
    {"tbb/", "engine/simulation/"},
    {"oneapi/", "engine/simulation/"},
    {"expat.h", "engine/organisation/"},
    {"Eigen/", "engine/base/linear_algebra.h"},
    {"zip.h", "engine/organisation/"},
    {"utf8proc.h", "engine/organisation/"},
    {"iconv.h", "engine/organisation/"},
    {"Random123/", "engine/base/"},
    {"mpi.h", "apps/mpi/"},
    {"spdlog/", "apps/micropol/log.cpp"},
    {"boost/program_options", "apps/"},
};

struct Include {
    std::string file;  // "engine/model/model.cpp"
    int line;
    std::string path;
    bool quoted;
};

std::string room_of(std::string const& file) {
    auto const slash = file.find('/');
    return file.substr(slash + 1, file.find('/', slash + 1) - slash - 1);
}

std::vector<fs::path> source_files() {
    std::vector<fs::path> found;
    for (char const* folder : {"engine", "apps"})
        for (auto const& entry : fs::recursive_directory_iterator(paths::source_folder() / folder))
            if (auto const ending = entry.path().extension(); ending == ".h" || ending == ".cpp") found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

std::vector<Include> includes_of(std::string const& file, std::istream& text) {
    std::vector<Include> found;
    int number = 0;
    for (std::string line; std::getline(text, line);) {
        ++number;
        std::istringstream words(line);
        std::string directive, target;
        words >> directive >> target;
        if (directive == "#" && target == "include")
            words >> target;
        else if (directive != "#include")
            continue;
        if (target.size() < 3) continue;
        found.push_back({file, number, target.substr(1, target.size() - 2), target.front() == '"'});
    }
    return found;
}

// What is wrong with it; "" if nothing is.
std::string fault_of(Include const& include) {
    std::string const where = include.file + ":" + std::to_string(include.line) + " includes " + include.path;
    if (include.quoted) {
        std::string const from = room_of(include.file);
        auto const slash = include.path.find('/');
        if (slash == std::string::npos) return where + ": say the room it is in, for example base/unit.h";
        std::string const to = include.path.substr(0, slash);
        if (!visible.contains(from)) return where + ": nobody has said what " + from + " may see";
        if (from != to && !visible.at(from).contains(to)) return where + ": " + from + " does not see " + to;
        return "";
    }
    for (LibraryRule const& library : libraries)
        if (include.path.starts_with(library.header)) {
            if (!include.file.starts_with(library.place)) return where + ": that library stays in " + library.place;
            if (include.file.ends_with(".h") && include.file != library.place)
                return where + ": that library stays in .cpp files";
        }
    return "";
}

TEST(Structure, every_include_leads_to_a_room_that_is_seen) {
    std::size_t seen = 0;
    for (fs::path const& path : source_files()) {
        std::ifstream text(path);
        for (Include const& include : includes_of(fs::relative(path, paths::source_folder()).generic_string(), text)) {
            EXPECT_EQ(fault_of(include), "");
            ++seen;
        }
    }
    EXPECT_GT(seen, 100u);  // the house was really read
}

TEST(Structure, a_wrong_include_is_noticed) {
    auto const fault = [](std::string const& file, std::string const& line) {
        std::istringstream text(line);
        auto const found = includes_of(file, text);
        EXPECT_EQ(found.size(), 1u) << line;
        return found.empty() ? std::string{} : fault_of(found.front());
    };
    EXPECT_NE(fault("engine/base/unit.h", "#include \"model/model.h\""), "");
    EXPECT_NE(fault("engine/mechanisms/power.cpp", "#include \"outcomes/outcome.h\""), "");
    EXPECT_NE(fault("engine/report/json.cpp", "# include \"micropol/verb.h\""), "");
    EXPECT_NE(fault("engine/model/model.cpp", "#include <yaml-cpp/yaml.h>"), "");
    EXPECT_NE(fault("engine/scenario/scenario.h", "#include <yaml-cpp/yaml.h>"), "");
    EXPECT_NE(fault("engine/study/sweep.cpp", "#include <spdlog/spdlog.h>"), "");
    EXPECT_NE(fault("engine/study/sweep.cpp", "#include <tbb/parallel_for.h>"), "");
    EXPECT_NE(fault("engine/novelties/thing.cpp", "#include \"base/unit.h\""), "");
    EXPECT_EQ(fault("engine/study/sweep.cpp", "#include \"statistics/estimate.h\""), "");
    EXPECT_NE(fault("apps/micropol/main.cpp", "#include <spdlog/spdlog.h>"), "");
    EXPECT_EQ(fault("apps/micropol/log.cpp", "#include <spdlog/spdlog.h>"), "");
}

// Tests are linked with the engine, too.
TEST(Structure, eigen_is_the_same_everywhere) {
    fs::path const one_place = paths::source_folder() / "engine/base/linear_algebra.h";
    std::set<fs::path> including;
    for (char const* folder : {"engine", "apps", "tests"})
        for (auto const& entry : fs::recursive_directory_iterator(paths::source_folder() / folder)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
            std::ifstream file(entry.path());
            std::string const text{std::istreambuf_iterator<char>(file), {}};
            if (text.find("\n#include <Eigen/") != std::string::npos) including.insert(entry.path());
        }
    EXPECT_EQ(including, std::set<fs::path>{one_place});
    std::ifstream file(one_place);
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_LT(text.find("#define EIGEN_DONT_VECTORIZE"), text.find("#include <Eigen/"));
}

TEST(Structure, no_file_outgrows_its_room) {
    constexpr int most_lines = 350;
    for (fs::path const& path : source_files()) {
        std::ifstream text(path);
        int lines = 0;
        for (std::string line; std::getline(text, line);) ++lines;
        EXPECT_LE(lines, most_lines) << path.filename() << " wants to be two files";
    }
}

}  // namespace
}  // namespace micropol
