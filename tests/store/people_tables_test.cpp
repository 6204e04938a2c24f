// What a file of results says of people: departments week by week, and everybody at the end.

#include "store/stored_study.h"
#include "store_folder.h"
#include "support/paths.h"

namespace micropol {
namespace {

using namespace stored;
using testing::HasSubstr;
namespace fs = std::filesystem;

class PeopleTablesTest : public StoreFolder {
  protected:
    std::string departments_in_week_one() const {
        return ask(file_,
                   "SELECT variant, week, department, people, round(strain, 6), round(strain_sd, 6) FROM department_week "
                   "WHERE week = 1 ORDER BY row");
    }
    // Everywhere the same mean.
    static BlockResult block_of(std::uint32_t number, float mean) {
        BlockResult block = small::block(small::facts(), number);
        std::ranges::fill(block.of_departments.mean, mean);
        return block;
    }
};

TEST_F(PeopleTablesTest, departments_week_by_week_over_all_blocks) {
    Store store(file_, record());
    store.add(0, variant());
    for (std::uint32_t number = 0; number < 6; ++number)
        store.write(number, {0, number}, block_of(number, number < 3 ? 0.25f : 0.75f));
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM department_week"), "0\n") << "that is known at the end";
    store.finish(6);
    // The spread within blocks and that between them: the root of 1/64 + 1/16.
    EXPECT_EQ(departments_in_week_one(), "0|1|Sales|3.0|0.5|0.279508\n0|1|Data|1.0|0.5|0.279508\n");
    EXPECT_EQ(ask(file_, "SELECT count(*), max(week) FROM department_week"), "6|2\n");
    EXPECT_EQ(ask(file_, "SELECT count(*), min(strain), max(fatigue) FROM person_state WHERE id LIKE 'Sales%'"),
              "18|0.25|0.25\n");
}

TEST_F(PeopleTablesTest, where_nobody_is_there_the_value_is_null) {
    Store store(file_, record());
    write(store, {0, 1, 2, 3, 4, 5});
    store.finish(6);
    EXPECT_EQ(ask(file_, "SELECT department, people, belief, belief_sd FROM department_week WHERE week = 2 AND belief IS NULL"),
              "Data|0.0|NULL|NULL\n");
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM person_state WHERE id = 'Data-1' AND belief IS NULL"), "6\n");
}

// Two strategies, of which the last week and the departments are kept.
TEST_F(PeopleTablesTest, a_comparison_has_the_departments_of_each_strategy_whatever_it_is_put_together_from) {
    StudyRecord study = record();
    study.kind = "compare", study.retention = Retention::departments, study.planned = 4;
    auto const write_units = [](Store& store, std::vector<std::uint32_t> const& units) {
        store.add(0, {{"none", ""}, 1, small::facts().uncertain});
        store.add(1, {{"a", "a"}, 2, small::facts().uncertain});
        for (std::uint32_t const unit : units) {
            BlockResult const whole = block_of(unit, unit % 2 == 0 ? 0.25f : 0.75f);
            BlockResult last;
            last.block = unit / 2, last.drawn = whole.drawn, last.of_departments = whole.of_departments;
            for (std::size_t k = 2; k < whole.weekly.size(); k += 3) last.weekly.push_back(whole.weekly[k]);
            store.write(unit, {unit % 2, unit / 2}, last);
        }
    };
    fs::path const part = folder_ / "part.db", whole = folder_ / "whole.db";
    {
        Store all(whole, study), first(part, study);
        write_units(all, {0, 1, 2, 3});
        all.finish(4);
        write_units(first, {3, 0});
    }
    Store merged(file_, study);
    write_units(merged, {2, 1});
    merged.take(part);
    merged.finish(4);
    EXPECT_TRUE(content(file_) == content(whole));
    EXPECT_EQ(departments_in_week_one(),
              "0|1|Sales|3.0|0.25|0.125\n0|1|Data|1.0|0.25|0.125\n1|1|Sales|3.0|0.75|0.125\n1|1|Data|1.0|0.75|0.125\n");
    EXPECT_EQ(ask(file_, "SELECT count(*) FROM person_state"), "0\n");
    EXPECT_TRUE(StoredStudy(file_).check().empty());
}

// The page that describes the tables names every one of them, and whatever a person is asked.
TEST_F(PeopleTablesTest, the_schema_names_every_table_and_measure) {
    std::string const page = content(paths::source_folder() / "engine/store/schema.md");
    for (std::string const& table : table_names()) EXPECT_THAT(page, HasSubstr('`' + table + '`'));
    for (PersonMeasure const& measure : person_measures()) EXPECT_THAT(page, HasSubstr('`' + std::string(measure.key) + '`'));
    write_all({0, 1, 2, 3, 4, 5});
    std::string const format = ask(file_, "PRAGMA user_version");
    EXPECT_THAT(page, HasSubstr("is the format, now " + format.substr(0, format.size() - 1) + ','));
}

}  // namespace
}  // namespace micropol
