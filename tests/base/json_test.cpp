// JSON as a value: what goes in comes out, and what is no JSON, or too much of it, does not come in.

#include "base/json.h"

#include <gmock/gmock.h>

namespace micropol {
namespace {

using testing::HasSubstr, testing::ThrowsMessage;

void expect_refused(std::string const& text, std::string const& why) {
    EXPECT_THAT([&] { (void)Json::parse(text); }, ThrowsMessage<WrongJson>(HasSubstr(why))) << text.substr(0, 80);
}

std::string again(std::string const& text) { return Json::parse(text).dump(); }

TEST(Json, keeps_order_and_kinds) {
    std::string const text = R"({"z":[1,-2,2.5,null,true,"ä\u0001\""],"a":{"b":{}},"c":[]})";
    EXPECT_EQ(again(text), text);
    EXPECT_EQ(Json::parse(text), Json::parse(text));
    EXPECT_EQ(Json::parse(text).at("a").at("b").size(), 0u);
    EXPECT_EQ(Json(Json{{"one", 1}, {"list", std::vector<int>{1, 2}}}).dump(2),
              "{\n  \"one\": 1,\n  \"list\": [\n    1,\n    2\n  ]\n}");
}

TEST(Json, keeps_numbers_to_the_bit) {
    for (std::string const text : {"9223372036854775807", "-9223372036854775808", "18446744073709551615", "0", "0.1", "-0.0",
                                   "5e-324", "1.7976931348623157e+308", "0.30000001192092896", "1.0"})
        EXPECT_EQ(again(text), text);
    EXPECT_EQ(Json::parse("18446744073709551615").natural(), 18446744073709551615u);
    EXPECT_EQ(Json::parse("-9223372036854775808").integer(), std::numeric_limits<std::int64_t>::min());
    EXPECT_TRUE(std::signbit(Json::parse("-0.0").number()));
    EXPECT_EQ(Json(5), Json::parse("5"));
    EXPECT_EQ(Json(-5), Json::parse("-5"));
    EXPECT_EQ(Json(0.1f).dump(), "0.10000000149011612");
    expect_refused("1e999", "1e999");
}

TEST(Json, not_a_number_is_null) {
    EXPECT_EQ(Json(std::nan("")).dump(), "null");
    EXPECT_EQ(Json(std::numeric_limits<double>::infinity()).dump(), "null");
    EXPECT_TRUE(std::isnan(Json::parse("null").number()));
}

TEST(Json, is_asked_for_one_kind_only) {
    Json const json = Json::parse(
        R"({"text": "a", "real": 1.5, "whole": 2, "below": -2, "large": 18446744073709551615, "yes": true})");
    EXPECT_EQ(json.at("real").number(), 1.5);
    EXPECT_EQ(json.at("whole").number(), 2);
    EXPECT_EQ(json.at("below").integer(), -2);
    EXPECT_TRUE(json.at("yes").boolean());
    EXPECT_THROW((void)json.at("real").integer(), WrongJson);
    EXPECT_THROW((void)json.at("large").integer(), WrongJson);
    EXPECT_THROW((void)json.at("below").natural(), WrongJson);
    EXPECT_THROW((void)json.at("text").number(), WrongJson);
    EXPECT_THROW((void)json.at("whole").text(), WrongJson);
    EXPECT_THROW((void)json.at("whole").at("x"), WrongJson);
    EXPECT_THROW((void)json.items(), WrongJson);
    EXPECT_THAT([&] { (void)json.at("none"); }, ThrowsMessage<WrongJson>(HasSubstr("'none'")));
    EXPECT_EQ(json.find("none"), nullptr);
}

TEST(Json, refuses_what_is_none) {
    expect_refused("", "line 1");
    expect_refused("{", "line 1");
    expect_refused("[1,]", "line 1");
    expect_refused("{}\n x", "line 2");
    expect_refused("1 2", "line 1");
    expect_refused("NaN", "line 1");
    expect_refused("\"\xff\"", "UTF-8");
    expect_refused("\"\xed\xa0\x80\"", "UTF-8");
    expect_refused(R"({"a": 1, "b": 2, "a": 3})", "'a' is there twice");
    EXPECT_EQ(Json("\xff").dump(), "\"\xef\xbf\xbd\"") << "text from elsewhere is written with a replacement";
}

// They would be obeyed by a terminal; whoever reads the text again has them back.
TEST(Json, escapes_control_characters_of_every_kind) {
    std::string const evil = "a\x1b\xc2\x9b\xe2\x80\xae\xe2\x81\xa6\xe2\x80\xa8ü李";
    EXPECT_EQ(Json(evil).dump(), R"("a\u001b\u009b\u202e\u2066\u2028ü李")");
    EXPECT_EQ(Json::parse(Json(evil).dump()).text(), evil);
}

TEST(Json, refuses_what_is_too_deep_or_too_much) {
    std::string const deepest = std::string(Json::max_depth, '[') + std::string(Json::max_depth, ']');
    EXPECT_EQ(again(deepest), deepest);
    expect_refused('[' + deepest + ']', "levels deep");
    expect_refused(std::string(10'000'000, '['), "levels deep");
    expect_refused(std::string(1'000'000, '{'), "line 1");
    std::string nested;
    for (int k = 0; k < 100'000; ++k) nested += "{\"a\":";
    expect_refused(nested, "levels deep");
    std::string many = "[0";
    for (std::size_t k = 0; k <= Json::max_values; ++k) many += ",0";
    expect_refused(many + ']', "values");
}

}  // namespace
}  // namespace micropol
