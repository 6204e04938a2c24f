// Files of answers as strangers write them: every one is read, or refused with its file and a word why.

#include "study/workshop/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "base/random.h"
#include "support/tiny_company.h"
#include "words/problem.h"

namespace micropol {
namespace {

Questions const& questions() {
    static Questions const asked = questions_for(ScenarioSource(tiny_company, "company.yaml", known_plugins()),
                                                 std::vector<std::string>{"culture.rivalry", "mechanisms.attitude.reactance"});
    return asked;
}

std::string fingerprint() { return in_hexadecimal(questions().fingerprint()); }

std::string with(std::string const& participant, std::string const& assumptions, std::string const& more = "") {
    return "micropol_answers: 1\nparticipant: " + participant + "\nscenario: {title: A tiny organisation, fingerprint: '" +
           fingerprint() + "'}\nassumptions: " + assumptions + "\n" + more;
}
std::string const good_chips = "{culture.rivalry: [0, 0, 2, 6, 8, 4, 0, 0, 0, 0]}";

// What is said of it; "" for a file that is read.
std::string said_of(std::string const& text, std::string const& file = "anna.yaml") {
    std::vector<Problem> problems;
    auto const answers = read_answers(text, file, questions(), problems);
    EXPECT_EQ(answers.has_value(), problems.empty()) << text;
    std::string said;
    for (Problem const& one : problems) {
        EXPECT_TRUE(one.place.file.starts_with(file)) << text;
        said += to_text(one, Language::english) + '\n';
    }
    return said;
}

TEST(Answers, are_read) {
    std::vector<Problem> problems;
    auto const answers = read_answers(with("' Anna '", good_chips, "round: 2\nlevers: {training: 3, executive_mandate: 0}\n"), "anna.yaml",
                                      questions(), problems);
    if (!problems.empty()) FAIL() << to_text(problems.front(), Language::english);
    ASSERT_TRUE(answers);
    EXPECT_EQ(answers->participant, "Anna");
    EXPECT_EQ(answers->round, 2);
    EXPECT_EQ(answers->chips[0], (std::vector<int>{0, 0, 2, 6, 8, 4, 0, 0, 0, 0}));
    EXPECT_FALSE(answers->chips[1]);
    auto const training = std::ranges::find(questions().levers, "training") - questions().levers.begin();
    EXPECT_EQ(answers->dots[std::size_t(training)], 3);
}

TEST(Answers, may_be_json) {
    EXPECT_EQ(
        said_of(
            R"({"micropol_answers": 1, "participant": "Anna", "round": 1, "scenario": {"title": "A tiny organisation", "fingerprint": ")" +
            fingerprint() + R"("}, "assumptions": {"culture.rivalry": [0,0,0,0,0,0,0,0,0,20]}, "levers": {}})"),
        "");
}

TEST(Answers, of_another_version_or_to_other_questions_are_refused_with_a_word_why) {
    using testing::HasSubstr;
    EXPECT_THAT(said_of("micropol_answers: 2\nparticipant: Anna\n"), HasSubstr("this program reads version 1"));
    EXPECT_THAT(said_of("micropol: 1\nname: a scenario\n"), HasSubstr("these are no answers"));
    std::string other = with("Anna", good_chips);
    other.replace(other.find(fingerprint()), 16, "0123456789abcdef");
    EXPECT_THAT(said_of(other), HasSubstr("answers to other questions of this scenario"));
    other.replace(other.find("A tiny"), 6, "A huge");
    EXPECT_THAT(said_of(other), HasSubstr("answers to another scenario: A huge organisation"));
    EXPECT_THAT(said_of("micropol_answers: 1\nparticipant: Anna\n"), HasSubstr("'scenario' is missing"));
}

struct Wrong {
    std::string text, said;
};

TEST(Answers, each_mistake_is_named) {
    std::vector<Wrong> const all{
        {with("''", good_chips), "a participant without a name"},
        {with("[Anna]", good_chips), "a participant without a name"},
        {with("\"An\\u202Ena\"", good_chips), "a control character"},
        {with("\"An\\u200Bna\"", good_chips), "a control character"},
        {with("\"An\\nna\"", good_chips), "a control character"},
        {with("\"An\\ena\"", good_chips), "a control character"},
        {with(std::string(61, 'a'), good_chips), "is too long"},
        {with("Anna", good_chips, "round: 3\n"), "'round' must be a whole number from 1 to 2"},
        {with("Anna", good_chips, "round: 1.5\n"), "'round' must be"},
        {with("Anna", good_chips, "rounds: 1\n"), "unknown key 'rounds'"},
        {with("Anna", "{culture.rivalri: [0, 0, 2, 6, 8, 4, 0, 0, 0, 0]}"), "did you mean 'culture.rivalry'"},
        {with("Anna", "{culture.rivalry: [1, 2, 3]}"), "must be a list of 10 numbers"},
        {with("Anna", "{culture.rivalry: 20}"), "must be a list of 10 numbers"},
        {with("Anna", "{culture.rivalry: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}"), "has no chip"},
        {with("Anna", "{culture.rivalry: [9, 9, 9, 0, 0, 0, 0, 0, 0, 0]}"), "has 27 chips"},
        {with("Anna", "{culture.rivalry: [-1, 5, 0, 0, 0, 0, 0, 0, 0, 0]}"), "'-1' is no number of chips"},
        {with("Anna", "{culture.rivalry: [.nan, 5, 0, 0, 0, 0, 0, 0, 0, 0]}"), "'.nan' is no number of chips"},
        {with("Anna", "{culture.rivalry: [1e9, 5, 0, 0, 0, 0, 0, 0, 0, 0]}"), "'1e9' is no number of chips"},
        {with("Anna", "{culture.rivalry: [99999999999999999999, 5, 0, 0, 0, 0, 0, 0, 0, 0]}"), "is no number of chips"},
        {with("Anna", "{culture.rivalry: [0.5, 5, 0, 0, 0, 0, 0, 0, 0, 0]}"), "'0.5' is no number of chips"},
        {with("Anna", "[1]"), "'assumptions' must be keys and values"},
        {with("Anna", good_chips, "levers: {training: 4}\n"), "'4' is no number of dots"},
        {with("Anna", good_chips, "levers: {bribery: 1}\n"), "unknown key 'bribery'"},
        {with("Anna", good_chips, "levers: {training: 1, training: 2}\n"), "repeated key 'training'"},
        {with("&a Anna", good_chips), "an anchor"},
        {with("Anna", good_chips) + std::string(largest_answers, '#'), "larger than 64 kB"},
        {"", "these are no answers"},
        {"- 1\n- 2\n", "these are no answers"},
        {"\xff\xfe", "not UTF-8"},
        {std::string(60000, '['), "a list or a group stands where a key belongs"},
        {with("Anna", good_chips) + "---\nmicropol_answers: 1\n", "a second document"},
    };
    for (Wrong const& one : all) EXPECT_THAT(said_of(one.text), testing::HasSubstr(one.said)) << one.text.substr(0, 200);
}

// A good file in which bytes were exchanged, cut, doubled: read or refused, and what is read is what could have been written.
TEST(Answers, two_thousand_damaged_files_are_read_or_refused) {
    std::string const good = with("Anna", good_chips, "round: 2\nlevers: {training: 3}\n");
    ASSERT_EQ(said_of(good), "");
    int refused = 0;
    for (std::uint32_t k = 0; k < 2000; ++k) {
        Stream stream(5, k, purpose("damage"));
        std::string text = good;
        for (std::uint32_t n = 1 + stream.below(4); n > 0; --n) {
            std::size_t const at = stream.below(std::uint32_t(text.size()));
            switch (stream.below(4)) {
                case 0: text[at] = char(stream.below(256)); break;
                case 1: text.erase(at, 1 + stream.below(20)); break;
                case 2: text.insert(at, text.substr(stream.below(std::uint32_t(text.size())), stream.below(30))); break;
                default: text.insert(at, 1, "[]{}:,-'\"\n\t#&*!"[stream.below(15)]); break;
            }
            if (text.empty()) text = " ";
        }
        std::vector<Problem> problems;
        auto const answers = read_answers(text, "damaged.yaml", questions(), problems);
        ASSERT_EQ(answers.has_value(), problems.empty()) << text;
        if (!answers) {
            ++refused;
            for (Problem const& one : problems) ASSERT_FALSE(to_text(one, Language::german).empty());
            continue;
        }
        ASSERT_FALSE(answers->participant.empty());
        for (auto const& chips : answers->chips) ASSERT_TRUE(!chips || chips->size() == Questions::bins);
    }
    EXPECT_GT(refused, 1000);
    EXPECT_LT(refused, 2000);  // a changed name is a good file
}

// Two hundred names as somebody would choose them who wants to do harm: shown as they are, or refused.
TEST(Answers, two_hundred_hostile_names_are_names_or_refused) {
    std::vector<std::string> const parts{
        "<script>", "\"",      "=HYPERLINK(1)", "../../etc", "\\u0000", "\\u202e", "\\u200d", "null", "💥", "é",
        "&amp;",    "{{7*7}}", "%s%n",          "' OR 1=1",  "\\r\\n",  "-1",      "~",       "A",    " ", "]]>"};
    int taken = 0;
    for (std::uint32_t k = 0; k < 200; ++k) {
        Stream stream(6, k, purpose("names"));
        std::string name;
        for (std::uint32_t n = 1 + stream.below(5); n > 0; --n) {
            std::string part = parts[stream.below(std::uint32_t(parts.size()))];
            if (part == "\"") part = "\\\"";
            name += part;
        }
        std::vector<Problem> problems;
        auto const answers = read_answers(with('"' + name + '"', good_chips), "name.yaml", questions(), problems);
        ASSERT_EQ(answers.has_value(), problems.empty()) << name;
        if (!answers) continue;
        ++taken;
        EXPECT_EQ(answers->participant.find_first_of(std::string("\0\r\n\x1b", 4)), std::string::npos);
        EXPECT_EQ(answers->participant.find("\u202e"), std::string::npos);
    }
    EXPECT_GT(taken, 20);
    EXPECT_LT(taken, 180);
}

TEST(Answers, by_the_same_person_in_the_same_round_are_refused) {
    std::vector<ParticipantAnswers> all(3);
    all[0].file = "a.yaml", all[0].participant = "Anna";
    all[1].file = "b.yaml", all[1].participant = "Anna", all[1].round = 2;
    std::vector<Problem> problems;
    all[2].file = "c.yaml", all[2].participant = "Ben";
    check_together(all, problems);
    EXPECT_TRUE(problems.empty());
    all[2].participant = "Anna";
    check_together(all, problems);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(to_text(problems[0], Language::english),
              "c.yaml: Anna has answered round 1 twice (first in a.yaml); leave one of them out, or give one another name");
    problems.clear();
    check_together({}, problems);
    EXPECT_EQ(problems.size(), 1u);
}

}  // namespace
}  // namespace micropol
