// From a file to typed results: the public JSON of run, compare and sweep says again what it said, and what is none of it is
// refused with file and path.

#include "store/read_results.h"

#include <gmock/gmock.h>

#include "../study/small_contest.h"
#include "../study/small_sweep.h"
#include "findings/explanation.h"
#include "micropol/show.h"
#include "store/read_json.h"
#include "store_folder.h"
#include "stored_studies.h"

namespace micropol {
namespace {

using app::Format;
using app::show;

using namespace stored;
using testing::AllOf, testing::HasSubstr, testing::ThrowsMessage;
namespace fs = std::filesystem;

class ReadResults : public StoreFolder {
  protected:
    fs::path write(std::string const& text) const {
        fs::path const json = folder_ / "shown.json";
        std::ofstream(json, std::ios::binary) << text;
        return json;
    }
    std::string refusal(std::string const& text) const {
        try {
            (void)read_results(write(text));
        } catch (InvalidInput const& refused) {
            return refused.what();
        }
        return "";
    }
};

std::string shown(Results const& results, Format format) {
    return std::visit([&](auto const& one) { return show(one, format, {.everything = true}); }, results);
}

TEST_F(ReadResults, json_of_a_run_says_again_what_it_said) {
    write_run(file_);
    Results const stored = read_results(file_).results;
    std::string const json = shown(stored, Format::json);
    Results const again = read_results(write(json)).results;
    EXPECT_EQ(shown(again, Format::json), json);
    EXPECT_EQ(shown(again, Format::text), shown(stored, Format::text));
    EXPECT_EQ(shown(again, Format::csv), shown(stored, Format::csv));
}

TEST_F(ReadResults, json_of_a_comparison_says_again_what_it_said) {
    write_comparison(file_);
    Results const stored = read_results(file_).results;
    std::string const json = shown(stored, Format::json);
    Results const again = read_results(write(json)).results;
    EXPECT_EQ(shown(again, Format::json), json);
    EXPECT_EQ(shown(again, Format::text), shown(stored, Format::text));
    auto const& comparison = std::get<Comparison>(again);
    EXPECT_EQ(comparison.standings[comparison.none].name, "none");
    EXPECT_EQ(comparison.facts.outcomes, tiny_facts().outcomes);
}

// Its points are found again by what is written of them, and its blocks all have the mean.
TEST_F(ReadResults, json_of_a_sweep_says_again_what_it_said) {
    for (Design const design : {Design::grid, Design::one_at_a_time, Design::latin_hypercube, Design::sobol_sequence,
                                Design::morris, Design::sobol, Design::list}) {
        SCOPED_TRACE(design_names[std::size_t(design)]);
        SweepDefinition made;
        made.design = design, made.size = design == Design::latin_hypercube ? 64 : 32, made.levels = 4, made.outcomes = {0};
        made.second_order = design == Design::sobol, made.question = "What decides?", made.claim = "Rivalry.";
        made.factors = {small::share_factor("culture.rivalry", 0.1, 0.6),
                        {"a", Distribution{NormalDistribution{0.5, 0.1}}, {-10, 10}},
                        {"whole", WholeNumbers{-1, 6}, {-1, 6}},
                        {"governance.rule", Words{"ceo", "committee"}, {}}};
        if (design == Design::list) made.listed = {{0.1, 0.5, 0.2, 0.3}, {0.5, 0.6, 0.8, 0.9}, {0.9, 0.2, 0.5, 0.1}};
        auto const result = [](std::vector<double> const& x) { return 0.9 - x[0] - 0.2 * x[3] + 0.01 * x[2]; };
        StudyFacts facts = small::sweep_facts(*outcome_catalogue()[*position_of("substantive", outcome_catalogue())]);
        facts.question = made.question;
        Sweep const sweep = conclude(facts, made, small::values(made, result));
        std::string const json = show(sweep, Format::json);
        Sweep const again = std::get<Sweep>(read_results(write(json)).results);
        ASSERT_EQ(again.points.size(), sweep.points.size());
        for (std::size_t point = 0; point < sweep.points.size(); ++point)
            for (std::size_t k = 0; k < made.factors.size(); ++k)
                EXPECT_NEAR(coordinate_at(made.factors[k], again.points[point][k]),
                            coordinate_at(made.factors[k], sweep.points[point][k]), 1e-9);
        Json was = Json::parse(json), is = Json::parse(show(again, Format::json));
        was["points"] = is["points"] = Json();
        EXPECT_EQ(is.dump(2), was.dump(2));
        EXPECT_EQ(show(again, Format::text, {.everything = true}), show(sweep, Format::text, {.everything = true}));
    }
}

TEST_F(ReadResults, distributions_are_read_from_their_words) {
    for (Distribution const& distribution :
         {Distribution{0.25}, Distribution{UniformDistribution{-0.5, 1e-7}}, Distribution{NormalDistribution{0.5, 0.125}},
          Distribution{TriangularDistribution{0, 0.25, 1}}, Distribution{BetaDistribution{0.25, 0.125}},
          Distribution{ChoiceDistribution{{1, 2, 4}, {0.5, 0.25, 0.25}}}}) {
        SweepDefinition made;
        made.factors = {{"a", distribution, {-10, 10}}};
        made.design = Design::sobol_sequence, made.size = 8, made.outcomes = {0};
        StudyFacts const facts = small::sweep_facts(*outcome_catalogue()[*position_of("substantive", outcome_catalogue())]);
        Sweep const sweep = conclude(facts, made, small::values(made, [](auto const& x) { return x[0]; }));
        Sweep const again = std::get<Sweep>(read_results(write(show(sweep, Format::json))).results);
        EXPECT_EQ(to_string(std::get<Distribution>(again.definition.factors[0].values)), to_string(distribution));
    }
}

TEST_F(ReadResults, files_of_every_kind_are_read) {
    for (auto const& [kind, write] : every_kind) {
        write(file_, true);
        StoredResults const found = read_results(file_);
        EXPECT_TRUE(found.finished);
        EXPECT_EQ(found.study->kind, kind);
        EXPECT_EQ(found.blocks, StoredStudy(file_).blocks().size());
        constexpr std::string_view order[] = {"run", "compare", "sweep", "explain"};
        EXPECT_EQ(order[found.results.index()], kind);
        fs::remove(file_);
    }
}

TEST_F(ReadResults, what_is_wrong_is_said_with_file_and_path) {
    write_run(file_);
    std::string const json = shown(read_results(file_).results, Format::json);
    auto const changed = [&](auto const& change) {
        Json document = Json::parse(json);
        change(document);
        return refusal(document.dump());
    };
    EXPECT_THAT(changed([](Json& run) { run["title"] = 7; }), AllOf(HasSubstr("shown.json"), HasSubstr("title: not text")));
    EXPECT_THAT(changed([](Json& run) { run["success"]["mean"] = "much"; }), HasSubstr("success.mean: not a number"));
    EXPECT_THAT(changed([](Json& run) { run["success"]["blocks"] = -1; }), HasSubstr("success.blocks"));
    EXPECT_THAT(changed([](Json& run) { run["weeks"] = 1'000'000; }), HasSubstr("weeks"));
    EXPECT_THAT(changed([](Json& run) { run["weeks"] = 7; }), HasSubstr("outcomes[0].weekly: not a value for each week"));
    EXPECT_THAT(changed([](Json& run) { run["headcount"] = 1e15; }), HasSubstr("headcount"));
    EXPECT_THAT(changed([](Json& run) { run["state_hash"] = "none"; }), HasSubstr("state_hash: not a hash"));
    EXPECT_THAT(changed([](Json& run) { run["outcomes"] = Json::object(); }), HasSubstr("outcomes: not an array"));
    EXPECT_THAT(changed([](Json& run) { run["outcomes"].push_back(Json{{"key", "luck"}}); }), HasSubstr("no outcome 'luck'"));
    EXPECT_THAT(refusal("{}"), HasSubstr("no results that are known here"));
    EXPECT_THAT(refusal("[1, 2]"), HasSubstr("no results that are known here"));
    EXPECT_THAT(refusal("{\"a\""), AllOf(HasSubstr("shown.json"), HasSubstr("line 1")));
    EXPECT_THAT(refusal(json.substr(0, json.size() / 2)), HasSubstr("parse error"));
    EXPECT_THAT(refusal("{\"told\": \xff}"), HasSubstr("not UTF-8"));
    EXPECT_THAT([&] { (void)read_results(folder_ / "none.json"); }, ThrowsMessage<InvalidInput>(HasSubstr("none.json")));
}

// Every member of a document, changed into something else: read or refused.
TEST_F(ReadResults, whatever_is_changed_is_read_or_refused) {
    std::size_t tried = 0, refused = 0;
    for (auto const& [kind, write] : every_kind) {
        if (kind == "explain") continue;  // explanation_json_test
        write(file_, true);
        Json const whole = Json::parse(shown(read_results(file_).results, Format::json));
        for (auto const& [key, value] : whole.members())
            for (Json const& instead :
                 {Json(), Json(-3), Json(1e300), Json("?"), Json::array(), Json::object(), Json(true), Json(4'000'000'000u),
                  value.is_array() && value.size() > 0 ? Json::array({value.items()[0]}) : Json(0),
                  value.is_array() && value.size() > 0 ? Json::array({value.items()[0], value.items()[0]}) : Json(1)}) {
                Json changed = whole;
                changed[key] = instead;
                ++tried;
                try {
                    Results const found = kind == "run"       ? Results(run_of(changed, "x"))
                                          : kind == "compare" ? Results(comparison_of(changed, "x"))
                                                              : Results(sweep_of(changed, "x"));
                    for (Format const format : {Format::text, Format::markdown, Format::csv}) (void)shown(found, format);
                } catch (WrongJson const&) {
                    ++refused;
                } catch (InvalidInput const&) {
                    ++refused;
                }
            }
        fs::remove(file_);
    }
    EXPECT_GT(refused, tried / 2);
}

}  // namespace
}  // namespace micropol
