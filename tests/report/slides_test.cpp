// Slides hold together as a package, whatever is in them, and their charts say what their workbooks say.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "organisation/zip_writer.h"
#include "report/chart.h"
#include "report/package_reader.h"
#include "report/write.h"
#include "report/xml_writer.h"

namespace micropol {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> hostile_names() {
    return {"Sales",
            "",
            "]]>",
            "</a:t><script>&amp;\"'",
            std::string("\x01\x02\x1b[31m\0\x7f", 9),
            "\xff\xfe broken",
            "\xef\xbf\xbe\xef\xbf\xbf",  // no characters of XML
            "\xe2\x80\xae"
            "gnirts \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",  // from right to left
            std::string(10'000, 'x'),
            [] {
                std::string words;
                for (int k = 0; k < 2'000; ++k) words += "w\xc3\xb6rter ";
                return words;
            }()};
}

// A section of each kind of figure, table and text, under the ids that slides look for.
Document document_with(std::string_view text) {
    Phrase const name = Verbatim{std::string(text)};
    Table const table{.caption = name, .note = name, .columns = {name, name}, .rows = {{name, name}, {name, name}}};
    auto const section = [&](std::string const& id, FigureData const& data) {
        Section made{.id = id, .heading = name};
        made.add({Paragraph{name}});
        made.add({Figure{data, name, table}});
        return made;
    };
    Interval const some{0.25, 0.125, 0.5}, other{-0.5, unknown, unknown};
    std::vector<float> const weeks{0.0f, 0.25f, 0.5f};
    std::vector<Series> const series{{name, "a", {0.25, 0.5, unknown}}, {name, "b", {0.75, 0.5, 0.25}}};
    Document document;
    document.title = name, document.question = name, document.stamp = name;
    document.opening = document.verdict = document.closing = {{name, Paragraph::Tone::caution}};
    document.sections = {
        section("adoption", FanFigure{name, Scale::share, weeks, weeks, weeks, weeks, weeks}),
        section("stages", AreasFigure{series, Scale::share}),
        section("difference", IntervalsFigure{{{name, some, 1, name}, {name, other, -1, name}}, Scale::share, true, true}),
        section("regret", QuantilesFigure{{{name, {0, 0.5, 1}}, {name, {0, 1}}}, 0.5, name, name, Scale::share, true}),
        section("value-cost", ScatterFigure{{{name, some, some, name, name, true}, {name, other, some, name, name}}, {}, name}),
        section("power", SlopeFigure{{{name, 0.5, 0.25, -1, name, name}}, Scale::share}),
        section("ledger", LinesFigure{series, Scale::money, name, 2}),
        section("worth-knowing", PairsFigure{{{name, some, 0.5, true, name, name}}, name, name, Scale::money}),
        section("learned", RidgesFigure{{{name, {1, 2}, true, name}}, name})};
    Section told{.id = "failures", .heading = name};
    told.add({Facts{name, {{name, name, "▲", name}}}});
    Section limits{.id = "limits", .heading = name};
    limits.add({List{{name, name}}});
    document.sections.push_back(told);
    document.sections.push_back(limits);
    return document;
}

Deck deck_with(std::string_view text) {
    Document const document = document_with(text);
    ResultsOrigin origin;
    origin.file = origin.command = origin.version = origin.compiler = origin.scenario = origin.state = std::string(text);
    origin.kind = "run", origin.seed = 1;
    return deck_of({{document, origin}, {document, origin}}, document);
}

package::Parts parts_with(std::string_view text, Language language = Language::english) {
    return package::parts_of(write_pptx(deck_with(text), language));
}

TEST(Slides, hold_together_whatever_the_names) {
    for (std::string const& name : hostile_names())
        for (Language const language : all_languages)
            EXPECT_THAT(package::faults_of(write_pptx(deck_with(name), language)), IsEmpty()) << name.substr(0, 40);
}

TEST(Slides, notice_a_package_that_does_not_hold_together) {
    package::Parts parts = parts_with("Sales");
    auto const faults = [&] {
        std::vector<ZipEntry> entries;
        for (auto const& [path, bytes] : parts) entries.push_back({path, bytes});
        return package::faults_of(zip_of(entries));
    };
    EXPECT_THAT(faults(), IsEmpty());
    parts["ppt/slides/slide1.xml"] += "<";
    parts.erase("ppt/charts/chart1.xml");
    parts["ppt/odd.bin"] = "?";
    EXPECT_GE(faults().size(), 4u);  // not well-formed, a relationship and a type of nothing, a part of no type
}

TEST(Slides, are_the_same_bytes_for_the_same_results) {
    std::string const once = write_pptx(deck_with("Sales")), again = write_pptx(deck_with("Sales"));
    EXPECT_TRUE(once == again);
    EXPECT_FALSE(once == write_pptx(deck_with("Sale")));
    EXPECT_EQ(once.substr(10, 4), std::string("\0\0\x21\0", 4));  // midnight of 1 January 1980
}

TEST(Slides, keep_long_names_short_and_text_on_the_slide) {
    std::size_t seen = 0;
    for (auto const& [path, bytes] : parts_with(std::string(10'000, 'x')))
        if (path.starts_with("ppt/slides/slide"))
            for (package::Element const& one : package::elements_of(bytes)) {
                EXPECT_LT(one.text.size(), 3'000u) << path;
                if (one.name != "a:off" && one.name != "a:ext") continue;
                ++seen;
                for (auto const& [name, value] : one.attributes) {
                    EXPECT_GE(std::stoll(value), 0) << path;
                    EXPECT_LE(std::stoll(value), (name.ends_with('x') ? 960 : 540) * 12'700) << path;
                }
            }
    EXPECT_GT(seen, 100u);
}

// Column and row, from 0, of "$B$2".
std::pair<std::size_t, std::size_t> place_of(std::string const& reference) {
    std::size_t const second = reference.find('$', 1);
    return {std::size_t(reference[1] - 'A'), std::stoul(reference.substr(second + 1)) - 1};
}

std::map<std::pair<std::size_t, std::size_t>, std::string> cells_of(std::string const& workbook) {
    std::map<std::pair<std::size_t, std::size_t>, std::string> cells;
    std::pair<std::size_t, std::size_t> at;
    for (package::Element const& one : package::elements_of(package::parts_of(workbook).at("xl/worksheets/sheet1.xml"))) {
        if (one.name == "c")
            at = {std::size_t(one.attributes.at("r")[0] - 'A'), std::stoul(one.attributes.at("r").substr(1)) - 1};
        if (one.name == "v" || one.name == "t") cells[at] = one.text;
    }
    return cells;
}

TEST(Slides, have_charts_that_say_what_their_workbooks_say) {
    package::Parts const parts = parts_with("Sales & Service");
    std::size_t charts = 0, points = 0;
    for (auto const& [path, bytes] : parts) {
        if (!path.starts_with("ppt/charts/chart")) continue;
        ++charts;
        std::string const number = path.substr(16, path.size() - 20);
        auto const cells = cells_of(parts.at("ppt/embeddings/workbook" + number + ".xlsx"));
        std::pair<std::size_t, std::size_t> first;
        std::size_t index = 0;
        for (package::Element const& one : package::elements_of(bytes)) {
            if (one.name == "c:f") {
                ASSERT_TRUE(one.text.starts_with("Sheet1!$")) << one.text;
                first = place_of(one.text.substr(7, one.text.find(':') - 7));
            }
            if (one.name == "c:pt") index = std::stoul(one.attributes.at("idx"));
            if (one.name != "c:v") continue;
            auto const cell = cells.find({first.first, first.second + index});
            ASSERT_NE(cell, cells.end()) << path;
            EXPECT_EQ(cell->second, one.text) << path;
            ++points;
        }
    }
    EXPECT_GE(charts, 8u);
    EXPECT_GT(points, 100u);
}

TEST(Slides, say_where_numbers_come_from) {
    package::Parts const parts = parts_with("Sales.db");
    EXPECT_THAT(parts.at("ppt/notesSlides/notesSlide2.xml"), HasSubstr("Numbers of “Sales.db” come from Sales.db (run)."));
    EXPECT_THAT(parts.at("ppt/notesSlides/notesSlide2.xml"), HasSubstr("Hash of the state: Sales.db"));
}

// --------------------------------------------------------------------------------------------------- which slides

std::vector<std::string> ids_of(Deck const& deck) {
    std::vector<std::string> headings;
    for (Slide const& slide : deck.slides) headings.push_back(std::get<Message>(slide.heading.what).id);
    return headings;
}

TEST(Slides, are_eight_where_results_fill_them) {
    EXPECT_THAT(ids_of(deck_with("Sales")),
                testing::ElementsAre("Question and answer", "How adoption spreads", "Strategies against each other",
                                     "Value and cost", "Who wins and loses", "Why it fails and who can turn it",
                                     "What is assumed and what to ask first", "What next"));
}

TEST(Slides, are_left_out_with_what_to_run_where_results_do_not_fill_them) {
    Document document = document_with("Sales");
    document.sections.erase(document.sections.begin() + 1, document.sections.end());
    Deck const deck = deck_of({{document, {}}}, {});
    EXPECT_THAT(ids_of(deck), testing::ElementsAre("Question and answer", "How adoption spreads", "What next"));
    auto const& commands = std::get<Table>(deck.slides.back().parts.front().shows);
    ASSERT_EQ(commands.rows.size(), 5u);
    EXPECT_EQ(std::get<Verbatim>(commands.rows.front()[1].what).text, "micropol compare SCENARIO --output compare.db");
}

TEST(Slides, leave_out_what_terminals_alone_show) {
    Document document = document_with("Sales");
    for (Section& section : document.sections) section.medium = Medium::terminal;
    EXPECT_EQ(deck_of({{document, {}}}, {}).slides.size(), 2u);
}

// ---------------------------------------------------------------------------------------------------------- parts

TEST(SlideText, is_cut_at_a_word) {
    EXPECT_EQ(shortened("all of it", 9), "all of it");
    EXPECT_EQ(shortened("all of it and more", 12), "all of it…");
    EXPECT_EQ(shortened("überlanges", 5), "über…");
    EXPECT_EQ(shortened("", 5), "");
}

TEST(SlideText, is_well_formed_whatever_it_is) {
    EXPECT_EQ(xml_escaped("a<b>&\"c]]>"), "a&lt;b&gt;&amp;&quot;c]]&gt;");
    EXPECT_EQ(xml_escaped(std::string("\x01\n\0", 3)), "   ");
    EXPECT_EQ(xml_escaped("\xff"), "\xef\xbf\xbd");
}

TEST(SlideChart, has_an_axis_that_holds_everything) {
    auto const range = round_range({0.13, 0.41});
    ASSERT_TRUE(range);
    EXPECT_EQ(range->from, 0);
    EXPECT_GE(range->to, 0.41);
    auto const apart = round_range({-3.5, 12.25});
    ASSERT_TRUE(apart);
    EXPECT_LE(apart->from, -3.5);
    EXPECT_GE(apart->to, 12.25);
    EXPECT_FALSE(round_range({}));
    EXPECT_FALSE(round_range({unknown, INFINITY}));
    EXPECT_FALSE(round_range({0, 0}));
}

TEST(SlideChart, shows_points_where_the_page_does) {
    IntervalsFigure const figure{{{"Mean", {0.25, 0.125, 0.5}, 1, {}}}, Scale::share, true, true};
    auto const chart = chart_of(figure, Language::english);
    ASSERT_TRUE(chart);
    EXPECT_EQ(std::get<double>(chart->sheet[1][1]), 25);
    EXPECT_EQ(chart->up, "points");
    EXPECT_FALSE(chart_of(RidgesFigure{}, Language::english));
}

TEST(SlideChart, keeps_numbers_behind_names_that_run_from_right_to_left) {
    auto const label_of = [](char const* who) {
        IntervalsFigure const figure{{{Verbatim{who}, {0.25, 0, 0.5}, 1, "Mean"}}};
        return std::get<std::string>(chart_of(figure, Language::english)->sheet[1][0]);
    };
    EXPECT_EQ(label_of("Sales"), "Sales: Mean");
    EXPECT_EQ(label_of("\xd7\xa9\xd7\x9c"), "\xd7\xa9\xd7\x9c\xe2\x80\x8e: Mean");
    EXPECT_EQ(xml_escaped("\xe2\x80\x8e\xe2\x80\xae"), "\xe2\x80\x8e ");
}

TEST(SlideChart, leaves_out_rows_that_have_no_room_and_says_so) {
    IntervalsFigure figure{.rows = {}, .bars = true};
    for (int k = 0; k < 40; ++k) figure.rows.push_back({"Mean", {1.0 * k, 0, 50}, 1, {}});
    auto const chart = chart_of(figure, Language::english);
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->sheet.size() - 1 + chart->left_out, 40u);
    Document document;
    document.sections = {{.id = "adoption", .heading = "Mean", .elements = {{Figure{figure, "Mean", {}}}}}};
    auto const parts = package::parts_of(write_pptx(deck_of({{document, {}}}, {}), Language::german));
    EXPECT_THAT(parts.at("ppt/slides/slide2.xml"),
                HasSubstr(std::to_string(chart->left_out) + " weitere Zeilen stehen auf der Seite."));
}

}  // namespace
}  // namespace micropol
