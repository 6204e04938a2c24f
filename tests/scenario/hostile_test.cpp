// Whatever the bytes: a scenario or InvalidInput, never anything else.

#include <gtest/gtest.h>

#include "base/random.h"
#include "example.h"

namespace micropol {
namespace {

// True if it was a scenario; one that is must also read back. Any other exception fails the test.
bool survives(std::string const& text) {
    try {
        Scenario const scenario = example::parse(text);
        EXPECT_EQ(parse_scenario(scenario.resolved, "again.yaml", ".", example::plugins()).resolved, scenario.resolved) << text;
        return true;
    } catch (InvalidInput const& invalid) {
        EXPECT_FALSE(invalid.problems().empty());
        for (Problem const& problem : invalid.problems()) EXPECT_FALSE(problem.what.empty());
        return false;
    }
}

TEST(Hostile, cut_at_every_byte) {
    int readable = 0;
    for (std::size_t length = 0; length <= example::rich.size(); ++length) readable += survives(example::rich.substr(0, length));
    EXPECT_GT(readable, 1);
    EXPECT_LT(readable, int(example::rich.size()) / 2);
}

TEST(Hostile, byte_flips) {
    Stream stream(20240501, 0, purpose("byte flips"));
    int readable = 0;
    constexpr int attempts = 3000;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::string text = example::rich;
        for (std::uint32_t flips = 1 + stream.below(4); flips > 0; --flips)
            text[stream.below(std::uint32_t(text.size()))] = char(stream.below(256));
        readable += survives(text);
    }
    EXPECT_GT(readable, 0);
    EXPECT_LT(readable, attempts);
}

TEST(Hostile, lines_in_any_order) {
    Stream stream(20240502, 0, purpose("lines"));
    std::vector<std::string> lines(1);
    for (char const c : example::rich) {
        lines.back() += c;
        if (c == '\n') lines.emplace_back();
    }
    for (int attempt = 0; attempt < 1000; ++attempt) {
        std::string text;
        for (std::size_t k = 0; k < lines.size(); ++k)
            text += lines[stream.below(3) > 0 ? k : stream.below(std::uint32_t(lines.size()))];
        (void)survives(text);
    }
}

std::string first_problem(std::string const& text) {
    std::string const all = example::problems_of(text);
    return all.substr(0, all.find('\n'));
}

TEST(Hostile, deep_nesting) {
    EXPECT_EQ(first_problem("culture: " + std::string(1000, '[') + std::string(1000, ']')),
              "plan.yaml:1:73: nested too deep (a scenario has at most 64 levels)");
    EXPECT_EQ(
        first_problem(std::string(8000000, '[')),
        "plan.yaml: too many brackets (a scenario has at most 200,000 values); lists of people and ties belong into CSV files");
    std::string dashes;
    for (int k = 0; k < 100000; ++k) dashes += "- ";
    EXPECT_EQ(first_problem(dashes), "plan.yaml:1:129: nested too deep (a scenario has at most 64 levels)");
}

TEST(Hostile, alias_bomb) {
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int k = 1; k < 60; ++k) {
        std::string const before = "*a" + std::to_string(k - 1);
        bomb += "a" + std::to_string(k) + ": &a" + std::to_string(k) + " [" + before + ", " + before + "]\n";
    }
    std::string const problems = example::problems_of(bomb);
    EXPECT_NE(problems.find("plan.yaml:1:1: missing key 'micropol'"), std::string::npos);
    EXPECT_NE(problems.find("plan.yaml:2:10: an alias (not part of the scenario format)"), std::string::npos);
    EXPECT_LT(problems.size(), 100000u);  // nothing was expanded
}

TEST(Hostile, size) {
    EXPECT_EQ(first_problem("name: " + std::string(10000000, 'x')),
              "plan.yaml: larger than 8 MB (lists of people and ties belong into CSV files)");
    EXPECT_EQ(first_problem(example::smallest + "name: " + std::string(7000000, 'x')),
              "plan.yaml:7:7: 'name' is too long (7,000,000 bytes, at most 200)");
    std::string many = "name: [";
    for (int k = 0; k < 300000; ++k) many += "1,";
    EXPECT_NE(example::problems_of(many + "]").find("too many values"), std::string::npos);
    std::string keys;
    for (int k = 0; k < 50000; ++k) keys += "key" + std::to_string(k) + ": 1\n";
    EXPECT_NE(example::problems_of(keys).find("more problems"), std::string::npos);
}

}  // namespace
}  // namespace micropol
