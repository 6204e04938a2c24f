#include "micropol/show.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../study/small_study.h"
#include "findings/run.h"
#include "words/plain_text.h"

namespace micropol::app {
namespace {

using small::set;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Twelve organisations: the more susceptible people are, the more adopt; Data wins power.
RunSummary example() {
    StudyFacts const facts = small::facts();
    std::vector<BlockResult> results = small::blocks(facts, 12);
    for (std::uint32_t number = 0; number < 12; ++number) {
        results[number].drawn[1] = double(number * 5 % 12);
        for (int history = 0; history < 16; ++history) {
            set(results[number], facts, "substantive", 2, history, 0.05f * float(number) + 0.01f * float(history));
            if (history < int(number)) set(results[number], facts, "success", 2, history, 1);
            if (history >= int(number) && history % 3 == 0) set(results[number], facts, "stopped", 2, history, 1);
        }
    }
    return summarise(facts, results);
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

TEST(Show, formats_by_name) {
    EXPECT_EQ(format_named("text"), Format::text);
    EXPECT_EQ(format_named("json"), Format::json);
    EXPECT_EQ(format_named("csv"), Format::csv);
    EXPECT_EQ(format_named("markdown"), Format::markdown);
    EXPECT_FALSE(format_named("yaml"));
}

TEST(ShowText, as_a_consultant_reads_it) {
    EXPECT_EQ(show(example(), Format::text), R"(Alpstein Instruments: 4 employees, 3 weeks
Does it take root?
192 histories (12 organisations × 16), seed 7

Substantive adoption at week 3        35 %  (95 % interval of the mean 25–47; histories range 0–70)
Half of the people have adopted       –     (fewer than half of the histories get there)
Transformation takes root             34 %  (22–49)
Only on paper (symbolic)              0 %   (in every history)

Where differences come from           who works there and what is assumed : chance
  Transformation takes root           17 % : 83 %
  Substantive adoption                93 % : 7 %

Power, share of the organisation      before → after; ≈ no clear change
  Sales                               60 % → 45 %  ▼  (−15 points, −15 to −15)
  Data                                40 % → 55 %  ▲  (+15 points, +15 to +15)

Who gains most                        before → after; the average person has 1
  Data, no reports                    1.60 → 2.31  ▲  (+0.71, +0.66 to +0.76)

Who loses most                        before → after; the average person has 1
  Sales, no reports                   0.60 → 0.35    ▼  (−0.26, −0.28 to −0.23)
  Sales, level 1                      1.200 → 1.000  ▼  (−0.200, −0.200 to −0.200)

Why histories failed                  share of those that failed
  too slow                            63 %  (54–72)
  stopped for lack of support         37 %  (28–46)

What the outcome depends on most      rank correlation with success over blocks; 95 % intervals hold
                                      for all 2 uncertain parameters together
  mechanisms.attitude.susceptibility  +1.00  (+1.00 to +1.00)

Politics at week 3                    mean over histories
  Largest opposing coalition          0 %  (in every history)

Performance at week 3
  Quality of customer data            50 %  (in every history)

Decisions at week 3
  Support in the last decision        0     (in every history)
  Stopped                             24 %  (18–31)

14 of 61 numbers have no source.
These results compare, they do not forecast: they show what works better here, and why, if people
act as assumed.
)");
}

TEST(ShowText, outcomes_beyond_the_story_only_when_asked) {
    StudyFacts facts = small::facts();
    OutcomeKind const hires = small::kind("hires", Unit::employees, "People who came");
    OutcomeKind const net_value = small::kind("net_value", Unit::money, "Value created minus cost");
    facts.outcomes.insert(facts.outcomes.end(), {&hires, &net_value});
    RunSummary const summary = summarise(facts, small::blocks(facts, 3));
    std::string const usual = show(summary, Format::text);
    EXPECT_THAT(usual, AllOf(HasSubstr("1 more outcome"), HasSubstr("--verbose"), Not(HasSubstr("People who came")),
                             HasSubstr("Value created minus cost, thousand euros")));
    std::string const everything = show(summary, Format::text, {.everything = true});
    EXPECT_THAT(everything, AllOf(HasSubstr("Also at week 3"), HasSubstr("People who came"), Not(HasSubstr("more outcome"))));
    EXPECT_THAT(show(summary, Format::json), HasSubstr("\"hires\""));
}

// A key that no outcome has would leave a line of the report out for good.
TEST(ShowText, selects_outcomes_that_exist) {
    StudyFacts facts = small::facts();
    auto const catalogue = outcome_catalogue();
    facts.outcomes.assign(catalogue.begin(), catalogue.end());
    Document const document = findings_of(summarise(facts, small::blocks(facts, 2)));
    std::size_t shown = 0;
    for (Section const& section : document.sections)
        if (section.id == "group") shown += std::get<Facts>(section.elements.front().what).lines.size();
    EXPECT_EQ(shown, 29u);
}

TEST(ShowText, fits_the_page) {
    RunSummary summary = example();
    summary.title = "Alpstein Instruments: CRM and marketing automation in two countries and three languages";
    for (int const width : {60, 80, 100})
        for (std::string const& line : lines_of(show(summary, Format::text, {.colour = false, .width = width})))
            EXPECT_LE(columns_of(line), width) << line;
}

TEST(ShowText, colour_only_when_asked) {
    EXPECT_THAT(show(example(), Format::text), Not(HasSubstr("\x1b")));
    std::string const coloured = show(example(), Format::text, {.colour = true, .width = 100});
    EXPECT_THAT(coloured, HasSubstr("\x1b[31m▼\x1b[0m"));
    EXPECT_THAT(coloured, HasSubstr("\x1b[32m▲\x1b[0m"));
}

TEST(ShowText, one_block_has_no_interval) {
    StudyFacts const facts = small::facts();
    std::string const text = show(summarise(facts, small::blocks(facts, 1)), Format::text);
    EXPECT_THAT(text, AllOf(HasSubstr("16 histories (1 organisation × 16)"), HasSubstr("One block has no interval"),
                            HasSubstr("60 % → 45 %")));
    EXPECT_THAT(text, AllOf(Not(HasSubstr("95 %")), Not(HasSubstr("nan")), Not(HasSubstr("unknown")), Not(HasSubstr("luck"))));
}

TEST(ShowText, all_succeed) {
    StudyFacts const facts = small::facts();
    std::vector<BlockResult> results = small::blocks(facts, 3);
    for (BlockResult& block : results)
        for (int history = 0; history < 16; ++history) {
            set(block, facts, "success", 2, history, 1);
            set(block, facts, "substantive", 1, history, 0.8f);
        }
    std::string const text = show(summarise(facts, results), Format::text);
    EXPECT_THAT(text, AllOf(HasSubstr("No history failed"), HasSubstr("week 2")));
    EXPECT_THAT(text, testing::ContainsRegex("Transformation takes root +100 %"));
}

TEST(ShowText, imported_people_and_nothing_uncertain) {
    StudyFacts facts = small::facts();
    facts.by_person = true, facts.uncertain.clear(), facts.strategy = "moderate first";
    std::string const text = show(summarise(facts, small::blocks(facts, 3)), Format::text);
    EXPECT_THAT(text, AllOf(HasSubstr("3 draws of the uncertain parameters × 16"), HasSubstr("strategy moderate first"),
                            HasSubstr("None is treated as uncertain")));
}

TEST(ShowText, names_in_any_script_stay_in_their_column) {
    StudyFacts facts = small::facts();
    facts.departments = {"営業部", "Datenanalyse \x1b[2J\nMüller"};
    std::string found;
    std::size_t before = 0, columns = 0;
    for (std::string const& line : lines_of(show(summarise(facts, small::blocks(facts, 3)), Format::text)))
        if (auto const arrow = line.find(" → "); arrow != std::string::npos && line.find(" points") != std::string::npos) {
            std::size_t const here = std::size_t(columns_of(line.substr(0, arrow)));
            if (++before > 1) {
                EXPECT_EQ(here, columns) << line;
            }
            columns = here;
            found += line;
        }
    EXPECT_EQ(before, 2u);
    EXPECT_THAT(found, AllOf(HasSubstr("営業部"), HasSubstr("Datenanalyse  [2J Müller")));
}

TEST(ShowMarkdown, tables_that_names_cannot_leave) {
    StudyFacts facts = small::facts();
    facts.departments = {"A|B <script>\n# C", "*D*"};
    std::string const text = show(summarise(facts, small::blocks(facts, 3)), Format::markdown);
    EXPECT_THAT(text, AllOf(HasSubstr("| A\\|B \\<script\\> \\# C | 60 % → 45 % ▼ |"), HasSubstr("| \\*D\\* |"),
                            HasSubstr("## Why histories failed")));
    for (std::string const& line : lines_of(text)) {
        if (!line.starts_with("|")) continue;
        int cells = 0;
        for (std::size_t k = 0; k < line.size(); ++k) cells += line[k] == '|' && (k == 0 || line[k - 1] != '\\');
        EXPECT_EQ(cells, 4) << line;
    }
}

TEST(ShowJson, every_number_in_full_and_keys_in_order) {
    RunSummary summary = example();
    summary.seed = std::numeric_limits<std::uint64_t>::max();
    std::string const text = show(summary, Format::json);
    auto const json = nlohmann::ordered_json::parse(text);
    std::vector<std::string> keys;
    for (auto const& [key, value] : json.items()) keys.push_back(key);
    EXPECT_THAT(keys,
                testing::ElementsAre("title", "question", "strategy", "headcount", "imported", "upper_bound", "money", "weeks",
                                     "blocks", "histories", "seed", "state_hash", "success", "week_of_half", "outcomes",
                                     "departments", "names_shown", "departments_hidden", "smallest_group", "winners", "losers",
                                     "failures", "numbers", "assumed_numbers", "uncertain_numbers", "influences"));
    EXPECT_EQ(json["seed"].get<std::uint64_t>(), summary.seed);
    EXPECT_EQ(json["success"]["low"].get<double>(), summary.success.low);
    EXPECT_TRUE(json["week_of_half"].is_null()) << "not-a-number";
    EXPECT_EQ(json["outcomes"][1]["key"], "substantive");
    EXPECT_EQ(json["outcomes"][1]["weekly"]["q95"].size(), 3u);
    EXPECT_EQ(json["outcomes"][1]["weekly"]["q95"][2].get<float>(), summary.outcomes[1].weekly.q95[2]);
    EXPECT_EQ(json["departments"][0]["name"], "Sales");
    EXPECT_EQ(text, show(summary, Format::json));
}

TEST(ShowJson, names_that_are_not_utf8) {
    StudyFacts facts = small::facts();
    facts.title = "M\xfcller \"<b>\"\n";
    auto const json = nlohmann::json::parse(show(summarise(facts, small::blocks(facts, 2)), Format::json));
    EXPECT_EQ(json["title"], "M\ufffdller \"<b>\"\n");
}

TEST(ShowCsv, one_tidy_table) {
    std::vector<std::string> const lines = lines_of(show(example(), Format::csv));
    EXPECT_EQ(lines[0], "kind,name,week,statistic,value");
    for (std::string const& line : lines) {  // a comma in a name is one more, within quotes
        EXPECT_EQ(std::ranges::count(line, ','), line.find('"') == std::string::npos ? 4 : 5) << line;
    }
    EXPECT_THAT(lines, testing::Contains("outcome,success,3,mean,0.34375"));
    EXPECT_THAT(lines, testing::Contains("weekly,data_quality,1,q05,0.5"));
    EXPECT_THAT(lines, testing::Contains("run,,,week_of_half,")) << "not-a-number is empty";
    EXPECT_THAT(lines, testing::Contains(HasSubstr("loser,\"Sales, no reports\",,change_mean,-0.25")));
}

TEST(ShowCsv, names_stay_names) {
    StudyFacts facts = small::facts();
    facts.departments = {"=SUM(A1)", "A \"b\", c\nd"};
    facts.title = "@home", facts.question = "-1+1", facts.strategy = "+x";
    std::string const text = show(summarise(facts, small::blocks(facts, 3)), Format::csv);
    EXPECT_THAT(text, AllOf(HasSubstr("department,'=SUM(A1),,before_mean,0.6"),
                            HasSubstr("department,\"A \"\"b\"\", c\nd\",,before_mean,0.4"), HasSubstr("run,,,title,'@home\n"),
                            HasSubstr("run,,,question,'-1+1\n"), HasSubstr("run,,,strategy,'+x\n")));
    EXPECT_THAT(text, HasSubstr("change_mean,-0.1")) << "a negative number is no formula";
}

}  // namespace
}  // namespace micropol::app
