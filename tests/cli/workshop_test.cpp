// Workshops from the command line: what is asked, answers to it, and what comes of them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "cli/program.h"

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
        Outcome const said = run({"workshop", "--questions", "--scenario", folder.write("a.yaml", company)});
        EXPECT_EQ(said.code, 0) << said.errors;
        return Json::parse(said.output);
    }();
    return questions;
}

std::string answers(std::string const& participant, std::string const& chips, std::string const& round = "1") {
    return "micropol_answers: 1\nparticipant: '" + participant + "'\nround: " + round + "\nscenario: {title: '" +
           asked().at("title").text() + "', fingerprint: '" + asked().at("fingerprint").text() + "'}\nassumptions: {" +
           asked().at("assumptions").items()[0].at("path").text() + ": " + chips + "}\nlevers: {training: 2}\n";
}
constexpr char const *low = "[9, 9, 2, 0, 0, 0, 0, 0, 0, 0]", *high = "[0, 0, 0, 0, 0, 0, 0, 2, 9, 9]";

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
    EXPECT_THAT(text.output, HasSubstr("All 2 would choose the same"));  // by the second round they believe the same
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
    EXPECT_THAT(german.output, HasSubstr("Alle 2 würden dasselbe wählen"));
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

}  // namespace
}  // namespace micropol::cli
