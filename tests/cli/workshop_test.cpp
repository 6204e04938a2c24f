// Workshops from the command line: what is asked, answers to it, and what comes of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "cli/program.h"
#include "cli/workshop_answers.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string const company = tiny_company + R"(culture: {rivalry: {uniform: [0.1, 0.6]}}
outcomes: [substantive, cost]
strategies:
  teach: {interventions: [{lever: training, intensity: 0.4}]}
runs: {weeks: 4, histories: 32, seed: 7}
)";

// Asked once: screening takes a second or two.
Json const& asked() {
    static Json const questions = [] {
        Folder const folder;
        return questions_about(folder.write("a.yaml", company));
    }();
    return questions;
}

std::string answers(std::string const& participant, std::string const& chips, std::string const& round = "1") {
    return answers_to(asked(), participant, chips, round);
}
constexpr char const *low = low_chips, *high = high_chips;

TEST(WorkshopVerb, prints_what_is_asked) {
    std::size_t const count = asked().at("assumptions").size();
    EXPECT_GE(count, 8u);
    EXPECT_LE(count, 12u);
    for (Json const& one : asked().at("assumptions").items()) {
        auto const edges = one.at("edges").items();
        ASSERT_EQ(edges.size(), 11u);
        for (std::size_t k = 1; k < edges.size(); ++k) EXPECT_LT(edges[k - 1].number(), edges[k].number());
        EXPECT_FALSE(one.at("meaning").text().empty());
        EXPECT_FALSE(one.at("grade").text().empty());
    }
    EXPECT_EQ(asked().at("fingerprint").text().size(), 16u);
}

TEST(WorkshopVerb, holds_answers_against_each_other_in_every_format) {
    Folder const folder;
    std::vector<std::string> const command{"workshop",
                                           folder.write("anna.yaml", answers("Anna", low)),
                                           folder.write("ben.yaml", answers("Ben", high)),
                                           folder.write("ben2.yaml", answers("Ben", low, "2")),
                                           "--scenario",
                                           folder.write("a.yaml", company)};
    Outcome const text = run(with(command, {"--output", (folder / "page.html").string()}));
    EXPECT_EQ(text.code, 0) << text.errors;
    EXPECT_THAT(text.output, HasSubstr("Who would choose what"));
    EXPECT_THAT(text.output,
                HasSubstr("Under the answers of all 2 the same comes first"));  // by the second round they believe the same
    EXPECT_THAT(text.output, HasSubstr("What moved between the rounds"));
    EXPECT_THAT(content_of(folder / "page.html"), HasSubstr("<!doctype html>"));
    Outcome const json = run(with(command, {"--format", "json", "--threads", "2"}));
    Json const result = Json::parse(json.output);
    EXPECT_EQ(result.at("participants").size(), 2u);
    EXPECT_TRUE(result.at("all_agree").boolean());
    EXPECT_EQ(result.at("dots").at("training").natural(), 4u);
    EXPECT_EQ(run(with(command, {"--format", "json", "--threads", "1"})).output, json.output);
    EXPECT_THAT(run(with(command, {"--format", "csv"})).output, HasSubstr("answer_before,Ben,"));
    Outcome const german = run(with(command, {"--language", "de"}));
    EXPECT_THAT(german.output, HasSubstr("Nach den Antworten aller 2 liegt dasselbe vorn"));
    EXPECT_THAT(german.output, Not(HasSubstr("would")));
}

TEST(WorkshopVerb, refuses_with_file_place_and_word) {
    Folder const folder;
    std::string const scenario = folder.write("a.yaml", company), good = folder.write("anna.yaml", answers("Anna", low));
    auto const refused = [&](std::vector<std::string> const& files, int code, std::string const& word) {
        Outcome const said = run(with({"workshop", "--scenario", scenario}, files));
        EXPECT_EQ(said.code, code) << said.errors;
        EXPECT_THAT(said.errors, HasSubstr(word));
        EXPECT_EQ(said.output, "");
    };
    refused({}, 2, "a file of answers");
    refused({(folder / "nobody.yaml").string()}, 3, "nobody.yaml");
    refused({good, good}, 3, "twice");
    refused({folder.write("b.yaml", answers("B", "[1, 2]"))}, 3, "b.yaml:5:");
    refused({folder.write("c.yaml", "micropol_answers: 7\n")}, 3, "answers of version 7");
    refused({scenario}, 3, "these are no answers");
    refused({good, "--output", (folder / "a.db").string()}, 2, ".html");
    Outcome const without = run({"workshop", good});
    EXPECT_EQ(without.code, 2);
    EXPECT_THAT(without.errors, HasSubstr("--scenario"));
    Outcome const other = run({"workshop", good, "--scenario", scenario, "--set", "name=Another"});
    EXPECT_EQ(other.code, 3);
    EXPECT_THAT(other.errors, HasSubstr("answers to another scenario"));
}

// What is said beforehand is what is then simulated; at most so many blocks, for what divides people is not known yet.
TEST(WorkshopVerb, a_dry_run_says_what_would_be_simulated) {
    Folder const folder;
    std::vector<std::string> const command{"workshop",
                                           folder.write("anna.yaml", answers("Anna", low)),
                                           folder.write("ben.yaml", answers("Ben", high)),
                                           folder.write("ben2.yaml", answers("Ben", low, "2")),
                                           "--scenario",
                                           folder.write("a.yaml", company)};
    Outcome const said = run(with(command, {"--dry-run", "--output", (folder / "a.json").string()}));
    EXPECT_EQ(said.code, 0) << said.errors;
    // Low, high, and nobody's: the pool is low, for both believe that by the second round. Two strategies, two blocks.
    EXPECT_THAT(said.output, HasSubstr("2 participants with their own assumptions; 2 strategies each"));
    EXPECT_THAT(said.output, HasSubstr("12 blocks of sixteen histories in all, and at most 0 blocks more"));
    EXPECT_THAT(said.output, HasSubstr("Memory"));
    EXPECT_FALSE(fs::exists(folder / "a.json"));
    EXPECT_THAT(run(with(command, {"--dry-run", "--language", "de"})).output, HasSubstr("dazu höchstens"));
    EXPECT_EQ(run(with(command, {"--dry-run", "--strategy", "no such"})).code, 3);
}

// Whoever answers nothing of what the evidence tells has what the evidence left; questions are those of the page, which knows of none.
TEST(WorkshopVerb, answers_stand_on_what_evidence_leaves) {
    Folder const folder;
    std::string const scenario = folder.write("a.yaml", company), posterior = (folder / "posterior.db").string(),
                      observed = (folder / "observed").string();
    ASSERT_EQ(run({"new", "--evidence", scenario, "--invented", "4", "--group-size", "3", "--output", observed}).code, 0);
    Outcome const learned = run({"calibrate", scenario, "--evidence", observed + "/log_ins.csv", "--group-size", "3", "--factor",
                                 "mechanisms.adoption.pace", "--factor", "culture.rivalry", "--draws", "250", "--particles",
                                 "250", "--waves", "0", "--output", posterior, "--quiet"});
    ASSERT_EQ(learned.code, 0) << learned.errors;
    std::string const of_another = [&] {
        for (Json const& one : asked().at("assumptions").items())
            if (!one.at("path").text().ends_with(".pace") && one.at("path").text() != "culture.rivalry")
                return one.at("path").text();
        return std::string();
    }();
    std::vector<std::string> const command{"workshop",
                                           folder.write("anna.yaml", answers_to(asked(), "Anna", low, "1", "culture.rivalry")),
                                           folder.write("ben.yaml", answers_to(asked(), "Ben", low, "1", of_another)),
                                           "--scenario",
                                           scenario,
                                           "--format",
                                           "json"};
    Outcome const with_it = run(with(command, {"--posterior", posterior}));
    ASSERT_EQ(with_it.code, 0) << with_it.errors;
    Json const result = Json::parse(with_it.output), before = Json::parse(run(command).output);
    EXPECT_EQ(result.at("fingerprint").text(), before.at("fingerprint").text());
    Json const compared = Json::parse(run({"compare", scenario, "--posterior", posterior, "--format", "json"}).output);
    for (Json const& one : result.at("without_answers").at("strategies").items())
        for (Json const& other : compared.at("strategies").items()) {
            if (other.at("name").text() != one.at("name").text()) continue;
            Json const first = other.at("outcomes").items()[0];
            EXPECT_EQ(first.at("key").text(), "substantive");
            EXPECT_EQ(one.at("level").at("mean").number(), first.at("level").at("mean").number());
        }
    for (Json const& one : result.at("assumptions").items()) {
        bool const known = one.at("path").text() == "culture.rivalry" || one.at("path").text().ends_with("adoption.pace");
        EXPECT_EQ(one.at("learned").is_null(), !known) << one.at("path").text();
    }
    EXPECT_EQ(before.at("assumptions").items()[0].find("learned"), nullptr);
    Outcome const other = run(with(command, {"--posterior", scenario}));
    EXPECT_EQ(other.code, 3);
    EXPECT_THAT(other.errors, HasSubstr("does not hold results"));
}

}  // namespace
}  // namespace micropol::cli
