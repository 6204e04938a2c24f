// Whatever people file is accepted, the scenario that `new` writes for it can be read, built and simulated.

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "model/model.h"
#include "scenario/read_scenario.h"
#include "simulation/simulate.h"

namespace micropol {
namespace {

namespace fs = std::filesystem;

// Files as people write them, of few people: headings, separators, references, gaps and mistakes at random.
class RandomFiles {
  public:
    explicit RandomFiles(std::uint32_t seed) : random_(seed) {}

    std::string people() {
        separator_ = pick<char const*>({",", ";", "\t", "|"});
        int const headcount = chance(10) ? 1 : 1 + int(random_() % 30);
        bool const has_ids = !chance(4);
        std::vector<std::string> columns;
        if (has_ids) columns.push_back(pick<std::string>({"id", "PersonId", "Employee #", "Personalnummer", "email"}));
        if (!has_ids || chance(2)) columns.push_back(pick<std::string>({"name", "Full Name", "Mitarbeiter"}));
        for (std::string const& column :
             {pick<std::string>({"department", "Abteilung", "Org Unit", "team"}),
              pick<std::string>({"manager", "ManagerID", "Vorgesetzte", "Reports To"}),
              pick<std::string>({"level", "Job Level", "Ebene"}), pick<std::string>({"tenure", "HireDate", "Eintritt"}),
              std::string("attitude"), std::string("data_skill"), std::string("notes")})
            if (chance(2)) columns.push_back(column);
        std::ranges::shuffle(columns, random_);
        std::string text = chance(6) ? "A title\n\n" : "";
        for (std::size_t k = 0; k < columns.size(); ++k) text += (k ? separator_ : "") + columns[k];
        text += '\n';
        for (int i = 0; i < headcount; ++i) {
            for (std::size_t k = 0; k < columns.size(); ++k) text += (k ? separator_ : "") + cell(columns[k], i, headcount);
            text += chance(20) ? separator_ + std::string("more\n") : "\n";
        }
        return text;
    }

    std::string ties() {
        std::string text = "from,to,weight\n";
        for (auto k = random_() % 60; k > 0; --k)
            text += id(int(random_() % 30)) + "," + id(int(random_() % 30)) + "," +
                    pick<std::string>({"1", "3", "0", "0.2", "1e5", "35%", "", "x"}) + "\n";
        return text;
    }
    bool chance(std::uint32_t one_in) { return random_() % one_in == 0; }

  private:
    template <class T>
    T pick(std::vector<T> const& of) {
        return of[random_() % of.size()];
    }
    static std::string id(int i) { return "P" + std::to_string(i); }
    std::string cell(std::string const& column, int i, int headcount) {
        if (column == "notes") return pick<std::string>({"", "x", "a b", "\"q\"", "mechanisms: {x: 1}"});
        bool const is_id = column == "id" || column == "PersonId" || column == "Employee #" || column == "Personalnummer" ||
                           column == "email";
        if (is_id) return chance(60) ? id(0) : id(i);
        if (column.find("ame") != std::string::npos || column == "Mitarbeiter")
            return chance(40) ? "" : "Given" + std::to_string(i) + " Family";
        if (chance(12)) return pick<std::string>({"", "NA", "-", "None"});
        if (column == "department" || column == "Abteilung" || column == "Org Unit" || column == "team")
            return pick<std::string>(
                {"Sales", "Vertrieb", "Marketing", "IT", "NA", "3", "R&D", "Zo\xc3\xab", std::string("x: {y}"), "#"});
        if (column == "manager" || column == "ManagerID" || column == "Vorgesetzte" || column == "Reports To") {
            if (chance(40)) return pick<std::string>({"VACANT", "nobody known", "P0; P1"});
            return i == 0 ? (chance(2) ? "" : id(0)) : id(int(random_() % std::uint32_t(chance(30) ? headcount : i)));
        }
        if (column == "level" || column == "Job Level" || column == "Ebene") return pick<std::string>({"0", "1", "2", "3", "7"});
        if (column == "tenure" || column == "HireDate" || column == "Eintritt")
            return pick<std::string>({"3", "2015-03-01", "1.3.2019", "5 years", "12"});
        return pick<std::string>({"0", "0.5", "1", "0.25"});
    }

    std::mt19937 random_;
    std::string separator_ = ",";
};

TEST(PeopleFiles, that_are_accepted_are_simulated) {
    fs::path const folder = fs::path(testing::TempDir()) / "micropol_people_files";
    fs::create_directories(folder);
    auto const write = [&](std::string const& name, std::string const& text) {
        std::ofstream(folder / name, std::ios::binary) << text;
        return folder / name;
    };
    int accepted = 0, rounds = 300;
    for (int round = 0; round < rounds; ++round) {
        RandomFiles files{std::uint32_t(round)};
        ImportPlan plan, seen;
        std::string const people = files.people();
        plan.people = write("people.csv", people), seen.people = "people.csv";
        if (files.chance(2)) plan.ties = {write("ties.csv", files.ties())}, seen.ties = {"ties.csv"};
        if (files.chance(2)) plan.drop.set(), seen.drop.set();
        DataQuality quality;
        try {
            quality = import_organisation(plan, 0.5f).quality;
        } catch (InvalidInput const& invalid) {
            EXPECT_FALSE(invalid.problems().empty());
            continue;
        }
        ++accepted;
        try {
            Scenario const scenario = parse_scenario(new_scenario(seen, quality, known_plugins()), "new.yaml", folder,
                                                     known_plugins());
            Model const model(scenario, "");
            BlockResult const result = simulate_block(model.block(0), model.outcomes(), 3, scenario.seed);
            EXPECT_EQ(result.person.size(), quality.people);
        } catch (std::exception const& failure) {
            ADD_FAILURE() << failure.what() << "\nin round " << round << ":\n" << people;
        }
    }
    EXPECT_GT(accepted, rounds / 3) << "else this shows little";
    fs::remove_all(folder);
}

}  // namespace
}  // namespace micropol
