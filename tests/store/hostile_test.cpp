// A file of results that somebody has changed on purpose, checksums and all: a clear refusal, never a crash or a guess.

#include "micropol/show.h"
#include "store/seal.h"
#include "store/store_file.h"
#include "store_folder.h"
#include "stored_studies.h"

namespace micropol {
namespace {

using app::Format;
using app::show;

using namespace stored;
using testing::HasSubstr, testing::AnyOf;
namespace fs = std::filesystem;

// What is said when everything is read; "" if nothing is wrong.
std::string refusal(fs::path const& file) try {
    StoredStudy const study(file);
    for (std::string const& table : table_names()) study.read_table(table, [](auto const&) {});
    for (auto const& [unit, kept] : study.blocks()) (void)study.load(unit);
    if (study.finished()) (void)show(study, Format::text, {});
    return "";
} catch (InvalidInput const& refused) {
    return refused.what();
}

struct Edit {
    char const *kind, *sql, *complaint;
};

class HostileStore : public StoreFolder {
  protected:
    void try_all(std::vector<Edit> const& edits, bool sealed) {
        std::map<std::string, std::string> originals;
        for (auto const& [kind, write] : every_kind) {
            write(file_, true);
            originals[kind] = content(file_);
            fs::remove(file_);
        }
        for (Edit const& edit : edits) {
            SCOPED_TRACE(edit.sql);
            std::ofstream(file_, std::ios::binary) << originals.at(edit.kind);
            seal(file_);
            ASSERT_EQ(refusal(file_), "") << "a seal over the file as it was";
            change(file_, edit.sql);
            if (sealed) seal(file_);
            EXPECT_THAT(refusal(file_), testing::AllOf(HasSubstr(edit.complaint), HasSubstr(file_.string())));
            fs::remove(file_);
        }
    }
};

// Whoever changes a number and not its checksum.
TEST_F(HostileStore, every_table_is_under_a_checksum) {
    try_all(
        {{"run", "UPDATE provenance SET value = 'another command' WHERE key = 'command'", "table provenance"},
         {"run", "UPDATE outcome SET label = 'x' WHERE row = 1", "table outcome"},
         {"compare", "UPDATE variant SET meaning = 'x' WHERE number = 1", "table variant: its rows"},
         {"sweep", "UPDATE change SET value = '0.5' WHERE row = 131072", "table change: its rows"},
         {"run", "UPDATE block SET key = 'x' WHERE unit = 1", "table block, block 1 of variant 0"},
         {"run", "UPDATE block SET state_hash = '0000000000000000' WHERE unit = 1", "table block, block 1 of variant 0"},
         {"run", "UPDATE parameter SET value = value + 1e-9 WHERE block = 1", "table parameter, block 1 of variant 0"},
         {"run", "UPDATE history SET substantive = 1 - substantive", "table history, block 0 of variant 0"},
         {"run", "UPDATE department_power SET before = -before WHERE row = 50", "table department_power, block 1"},
         {"run", "UPDATE person_power SET after = after * 2 WHERE block = 1", "table person_power, block 1"},
         {"run", "UPDATE weekly SET value = zeroblob(length(value)) WHERE outcome = 'attitude'", "table weekly, block 0"},
         {"run", "UPDATE department_weekly SET value = zeroblob(length(value)) WHERE row = 3",
          "table department_weekly, block 0"},
         {"compare", "UPDATE department_weekly SET measure = 'x' WHERE row = 15",
          "table department_weekly, block 0 of variant 1"},
         {"run", "UPDATE person_state SET strain = strain / 2 WHERE block = 1", "table person_state, block 1 of variant 0"},
         {"compare", "UPDATE department_week SET attitude_sd = 0 WHERE variant = 1", "table department_week: its rows"},
         {"run", "UPDATE weekly_band SET q95 = 1 WHERE row = 3", "table weekly_band"},
         {"explain", "UPDATE document SET content = replace(content, 'Sales', 'Sale')", "table document"},
         {"explain", "UPDATE event SET after = 7 WHERE row = 2", "table event"},
         {"explain", "UPDATE person_week SET attitude = -attitude", "table person_week"},
         {"run", "UPDATE checksum SET value = '0' WHERE name = 'event'", "not those of one finished study"},
         {"run", "DELETE FROM checksum WHERE name = 'weekly_band'", "table checksum"},
         {"run", "INSERT INTO checksum (name, value) VALUES ('mine', '0')", "table checksum"},
         {"run", "UPDATE checksum SET row = 0 WHERE row = 1", "table checksum"},
         {"run", "DELETE FROM history WHERE row = 31", "table history, block 1"},
         {"run", "INSERT INTO history (row, variant, block, history) VALUES (1600, 0, 100, 0)", "table history: it has 33 rows"},
         {"run", "INSERT INTO weekly VALUES (-5, 0, 0, 'x', x'00')", "table weekly: it has"},
         {"compare", "DELETE FROM block WHERE unit = 3", "table block: it has 3 of 4 blocks"},
         {"compare", "DELETE FROM variant WHERE number = 1", "table variant: its rows"}},
        false);
}

// Whoever makes new checksums, too.
TEST_F(HostileStore, blocks_that_cannot_be_are_refused_whatever_their_checksum) {
    try_all({{"run", "UPDATE block SET drawn = x'00' WHERE unit = 1", "drawn has a wrong length"},
             {"run", "UPDATE block SET drawn = CAST(drawn || x'0000000000000000' AS BLOB) WHERE unit = 1",
              "other numbers than the study draws"},
             {"run", "UPDATE block SET drawn = CAST(x'000000000000f07f' || substr(drawn, 9) AS BLOB) WHERE unit = 0",
              "a number drawn is none"},
             {"compare", "UPDATE block SET horizon = substr(horizon, 2) WHERE unit = 1", "horizon has a wrong length"},
             {"run", "UPDATE block SET horizon = x'00000000' WHERE unit = 1", "horizon has a wrong length"},
             {"run", "UPDATE block SET department = zeroblob(10) WHERE unit = 0", "department has a wrong length"},
             {"run", "UPDATE block SET department = CAST(x'0000c07f' || substr(department, 5) AS BLOB) WHERE unit = 0",
              "is no share"},
             {"run", "UPDATE block SET person = zeroblob(2000000) WHERE unit = 0", "person has a wrong length"},
             {"run", "UPDATE block SET person = CAST(x'000080bf' || substr(person, 5) AS BLOB) WHERE unit = 0",
              "somebody's power is no power"},
             {"run", "UPDATE block SET state_hash = 'none' WHERE unit = 0", "state_hash is no hash"},
             {"run", "UPDATE block SET variant = 7 WHERE unit = 1", "there is no such variant"},
             {"run", "UPDATE block SET variant = -1 WHERE unit = 1", "there is no such block"},
             {"run", "UPDATE block SET variant = 4294967296 WHERE unit = 1", "there is no such block"},
             {"run", "UPDATE block SET block = 0 WHERE unit = 1", "another row has the same block"},
             {"run", "UPDATE block SET unit = 9223372036854775807 WHERE unit = 1", "there is no such block"},
             {"run", "UPDATE block SET unit = 5 WHERE unit = 1", "blocks are not numbered as they should be"},
             {"run", "UPDATE block SET block = 'one' WHERE unit = 1", "another row has the same block"},
             {"run", "UPDATE weekly SET value = substr(value, 5) WHERE row = 4", "value has a wrong length"},
             {"run", "UPDATE weekly SET value = x'' WHERE row = 4", "value has a wrong length"},
             {"run", "UPDATE weekly SET value = CAST(x'0000807f' || substr(value, 5) AS BLOB) WHERE outcome = 'substantive'",
              "substantive cannot be so much, or so little"},
             {"run", "UPDATE weekly SET value = CAST(x'00000dc7' || substr(value, 5) AS BLOB) WHERE outcome = 'substantive'",
              "substantive cannot be so much, or so little"},
             {"compare", "UPDATE block SET horizon = CAST(x'00000dc7' || substr(horizon, 5) AS BLOB) WHERE unit = 2",
              "cannot be so much, or so little"},
             {"run", "DELETE FROM weekly WHERE row = 4", "a row is missing"},
             {"run", "UPDATE department_weekly SET value = substr(value, 5) WHERE row = 0", "value has a wrong length"},
             {"compare", "UPDATE department_weekly SET value = zeroblob(2000000) WHERE row = 17", "value has a wrong length"},
             {"compare", "DELETE FROM department_weekly WHERE row = 17", "a row is missing"},
             {"run", "UPDATE department_weekly SET value = CAST(x'0000a0c1' || substr(value, 5) AS BLOB) WHERE row = 0",
              "the people of a department cannot be like this"},
             {"run", "UPDATE department_weekly SET value = CAST(x'0000c07f' || substr(value, 5) AS BLOB) WHERE row = 1",
              "the people of a department cannot be like this"},
             {"run", "UPDATE department_weekly SET value = CAST(x'0000807f' || substr(value, 5) AS BLOB) WHERE row = 16",
              "the people of a department cannot be like this"},
             {"compare", "UPDATE department_weekly SET value = CAST(x'0000a040' || substr(value, 5) AS BLOB) WHERE row = 2",
              "the people of a department cannot be like this"},
             {"run", "UPDATE person_state SET attitude = 1e300 WHERE row = 3", "somebody cannot be like this"},
             {"run", "UPDATE person_state SET strain = -0.5 WHERE row = 3", "somebody cannot be like this"},
             {"run", "UPDATE person_state SET id = 'Nobody' WHERE row = 3", "its people are not those of person_power"},
             {"run", "DELETE FROM person_state WHERE row = 16", "its people are not those of person_power"},
             {"run", "DELETE FROM parameter WHERE block = 1", "other numbers than were drawn"},
             {"run", "UPDATE person_power SET department = 'Nowhere' WHERE block = 1", "no department of the study"},
             {"run", "UPDATE person_power SET level = 256 WHERE block = 1", "there is no such level"},
             {"run", "UPDATE person_power SET level = -1 WHERE block = 1", "there is no such level"},
             {"run", "DELETE FROM person_power WHERE block = 1", "person has a wrong length"},
             {"run",
              "INSERT INTO person_power SELECT row + 17, variant, block, id, department, level, before, after FROM person_power",
              "there are more people than the study has"}},
            true);
}

TEST_F(HostileStore, rows_of_another_kind_are_refused) {
    try_all({{"run", "UPDATE person_power SET id = CAST(x'ff' AS TEXT) WHERE row = 0",
              "table person_power, block 0 of variant 0, row 0: id"},
             {"run", "UPDATE history SET substantive = 'much' WHERE row = 3",
              "table history, block 0 of variant 0, row 3: substantive"},
             {"run", "UPDATE history SET substantive = x'00' WHERE row = 3", "row 3: substantive is of another kind"},
             {"run", "UPDATE history SET history = 'x' WHERE row = 3", "row 3: history is of another kind"},
             {"run", "UPDATE parameter SET variant = 1 WHERE block = 1", "is about something else"},
             {"run", "UPDATE provenance SET value = CAST(x'c328' AS TEXT) WHERE key = 'command'", "value is of another kind"},
             {"explain", "UPDATE event SET who = x'00' WHERE row = 0", "table event, row 0: who is of another kind"},
             {"sweep", "UPDATE change SET variant = variant + 1 WHERE row = 65536",
              "table change, row 65536: there is no such variant"},
             {"sweep", "INSERT INTO change VALUES (655360000, 10000, 'a', 'b')",
              "table change, row 655360000: there is no such variant"},
             {"compare", "UPDATE variant SET name = CAST(x'ff' AS TEXT) WHERE number = 1",
              "table variant, row 1: name is of another kind"},
             {"run", "UPDATE block SET drawn = 'text' WHERE unit = 1", "table block, row 1: drawn is of another kind"},
             {"compare", "UPDATE variant SET number = 5 WHERE number = 1", "variants are not numbered as they should be"}},
            true);
}

TEST_F(HostileStore, what_the_file_says_of_its_study_is_checked) {
    std::string const about = "UPDATE provenance SET value = json_set(value, ";
    auto const set = [&](std::string const& what) { return about + what + ") WHERE key = 'about'"; };
    std::string const people = set("'$.headcount', 1000000000000"), below = set("'$.headcount', -5"),
                      half = set("'$.headcount', 2.5"), places = set("'$.departments', 'Sales'"),
                      missing = "UPDATE provenance SET value = json_remove(value, '$.title') WHERE key = 'about'";
    auto const fact = [](std::string const& key, std::string const& value) {
        return "UPDATE provenance SET value = '" + value + "' WHERE key = '" + key + "'";
    };
    std::string const weeks = fact("weeks", "0"), many_weeks = fact("weeks", "2147483648"), seed = fact("seed", "-1"),
                      twice = fact("outcomes", "substantive, substantive"), unknown = fact("outcomes", "substantive, luck"),
                      kind = fact("kind", "song"), kept = fact("kept", "nothing"), no_json = fact("about", "{"),
                      groups = set("'$.department_groups', json('[\"a\",\"b\",\"c\",\"d\"]')"),
                      one_group = set("'$.department_groups', json('[\"all\"]')"), more = fact("units", "3"),
                      no_units = fact("units", "two");
    std::string const deep = "UPDATE provenance SET value = replace(hex(zeroblob(50000)), '0', '[') WHERE key = 'about'";
    try_all({{"run", people.c_str(), "about.headcount: not a number of this size"},
             {"run", below.c_str(), "about.headcount"},
             {"run", half.c_str(), "about.headcount"},
             {"run", places.c_str(), "about.departments: not an array"},
             {"run", groups.c_str(), "about.department_groups: too many"},
             {"run", one_group.c_str(), "value has a wrong length"},
             {"run", missing.c_str(), "about: without 'title'"},
             {"run", weeks.c_str(), "weeks cannot be this"},
             {"run", many_weeks.c_str(), "weeks cannot be this"},
             {"run", seed.c_str(), "seed cannot be this"},
             {"run", twice.c_str(), "the outcome 'substantive' is there twice"},
             {"run", unknown.c_str(), "this version knows no outcome 'luck'"},
             {"run", kind.c_str(), "kind is unknown"},
             {"run", kept.c_str(), "kept is unknown"},
             {"run", no_json.c_str(), "it does not say what its study is"},
             {"run", deep.c_str(), "levels deep"},
             {"run", more.c_str(), "table block: it has 2 of 3 blocks"},
             {"run", no_units.c_str(), "units cannot be this"},
             {"run", "DELETE FROM provenance WHERE key = 'seed'", "without 'seed'"},
             {"run", "INSERT INTO provenance (key, value) VALUES ('seed', '8')", "'seed' is there twice"},
             {"run", "DELETE FROM provenance", "without 'kind'"}},
            true);
}

TEST_F(HostileStore, what_a_study_concludes_on_is_checked) {
    auto const set = [](std::string const& key, std::string const& what) {
        return "UPDATE provenance SET value = json_set(value, " + what + ") WHERE key = '" + key + "'";
    };
    std::string const rule = set("definition", "'$.rule', 'until_tea'"),
                      aim = set("definition", "'$.rule', 'until_decided', '$.aim', 0"), by = set("view", "'$.by', 'luck'"),
                      size = set("definition", "'$.size', 1000000000000"),
                      levels = set("definition", "'$.design', 'grid', '$.levels', 1000000000"),
                      sd = set("definition", "'$.factors[0]', json('{\"normal\":[0.5,-1],\"path\":\"a\",\"range\":[0,1]}')"),
                      words = set("definition", "'$.factors[1].words', json('[]')"),
                      listed = set("definition", "'$.design', 'list', '$.listed', json('[[0.5,2],[0,0],[0,0],[0,0]]')"),
                      blocks = set("definition", "'$.blocks', 0"), none = set("view", "'$.outcomes', json('[]')"),
                      told = "UPDATE document SET content = json_set(content, '$.told.network.ties[0][0]', 500)",
                      moment = "UPDATE document SET content = json_set(content, '$.told.chronicle[0].moment.is', 'song')";
    try_all({{"compare", rule.c_str(), "rule: 'until_tea' is not known"},
             {"compare", aim.c_str(), "aim: nothing to aim at"},
             {"compare", by.c_str(), "by: 'luck' is not known"},
             {"compare", "UPDATE provenance SET value = '[]' WHERE key = 'view'", "it does not say what was compared"},
             {"sweep", size.c_str(), "its blocks are not those that its design asks for"},
             {"sweep", levels.c_str(), "its blocks are not those that its design asks for"},
             {"sweep", sd.c_str(), "factors[0].normal"},
             {"sweep", words.c_str(), "factors[1].words: no words"},
             {"sweep", listed.c_str(), "listed[0]: no point"},
             {"sweep", blocks.c_str(), "blocks: not a number of this size"},
             {"sweep", none.c_str(), "outcomes: it is empty"},
             {"explain", "DELETE FROM document", "table document: it does not have what the study concludes"},
             {"explain", "UPDATE document SET format = 'text'", "table document: it does not have what the study concludes"},
             {"explain", "UPDATE document SET content = '{'", "table document: parse error"},
             {"explain", told.c_str(), "table document: told.network.ties[0][0]: not a number of this size"},
             {"explain", moment.c_str(), "table document: told.chronicle[0].moment.is: 'song' is not known"}},
            true);
}

// The tables are those of the format to the letter; nothing in a file is run.
TEST_F(HostileStore, nothing_but_the_tables_of_the_format) {
    std::string const defined = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, ";
    std::string const less = defined + "'REAL', 'TEXT') WHERE name = 'history'", rows = defined +
                                                                                        "'value\" TEXT NOT NULL)', "
                                                                                        "'value\" TEXT NOT NULL) WITHOUT ROWID') "
                                                                                        "WHERE name = 'provenance'";
    try_all({{"run", "CREATE VIEW mine AS SELECT * FROM history", "more than the tables of a file of results"},
             {"run", "CREATE TRIGGER mine AFTER INSERT ON block BEGIN DELETE FROM history; END", "more than the tables"},
             {"run", "CREATE INDEX mine ON history (block)", "more than the tables"},
             {"run", "CREATE TABLE mine (a)", "more than the tables"},
             {"run", "ALTER TABLE history ADD COLUMN mine REAL", "table history is defined otherwise"},
             {"run", "ALTER TABLE provenance ADD COLUMN mine AS (upper(value))", "table provenance is defined otherwise"},
             {"run", "DROP TABLE event", "table event is not in its place"},
             {"run", "DROP TABLE provenance; CREATE VIEW provenance AS SELECT 1 AS row, 'kind' AS key, 'run' AS value",
              "table provenance is not in its place"},
             {"run", less.c_str(), "table history is defined otherwise"},
             {"run", rows.c_str(), "table provenance is defined otherwise"},
             {"run", "PRAGMA application_id = 1", "the database of another program"}},
            false);
}

}  // namespace
}  // namespace micropol
