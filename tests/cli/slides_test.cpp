// The real program makes slides of what it has simulated, and they say what its page says.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <regex>

#include "cli/program.h"
#include "report/package_reader.h"

namespace micropol::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string const scenario = tiny_company + R"(runs: {weeks: 12, histories: 64, seed: 7}
strategies:
  patient:
    interventions:
      - {lever: training, intensity: 0.4}
  harsh:
    interventions:
      - {lever: executive_mandate, intensity: 0.8}
)";

// A run, a comparison, a sweep and an explanation of one organisation, simulated once.
class SlidesVerb : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        folder = std::make_unique<Folder>();
        std::string const file = folder->write("a.yaml", scenario);
        auto const make = [&](std::vector<std::string> const& words, std::string const& name) {
            results.push_back((*folder / name).string());
            Outcome const made = run(
                with({words.front(), file, "--quiet", "--output", results.back()}, {words.begin() + 1, words.end()}));
            EXPECT_EQ(made.code, 0) << made.errors;
        };
        make({"run"}, "run.db");
        make({"compare"}, "compare.db");
        make({"explain", "--strategy", "harsh", "--why", "--pivotal", "--ledger"}, "why.db");
        make({"sweep", "--factor", "culture.rivalry=0.1..0.6", "--design", "latin_hypercube", "--points", "4"}, "sweep.db");
        make({"compare", "--assumptions", "drawn", "--runs", "1024", "--weeks", "8"}, "decide.db");
        std::string log_ins = "week,department,active,logged_in\n";
        for (int week = 0; week < 8; ++week) log_ins += std::to_string(week) + ",Sales,8," + std::to_string(week) + '\n';
        make({"calibrate", "--evidence", folder->write("log_ins.csv", log_ins), "--factor", "culture.rivalry", "--factor",
              "mechanisms.adoption.pace", "--draws", "200", "--particles", "200", "--waves", "0", "--group-size", "5"},
             "posterior.db");
    }
    static void TearDownTestSuite() {
        folder.reset();
        results.clear();
    }
    static std::string report(std::string const& name, std::vector<std::string> const& files,
                              std::vector<std::string> const& options = {}) {
        std::string const output = (*folder / name).string();
        Outcome const said = run(with(with(with({"report"}, files), {"--output", output, "--quiet"}), options));
        EXPECT_EQ(said.code, 0) << said.errors;
        return content_of(output);
    }

    static inline std::unique_ptr<Folder> folder;
    static inline std::vector<std::string> results;
};

// What a reader of the page reads.
std::string text_of_page(std::string const& html) {
    std::string text = html.substr(0, html.find("<script type=\"application/json\""));
    text = std::regex_replace(text, std::regex("<wbr>"), "");
    text = std::regex_replace(text, std::regex("<[^>]*>"), "\n");
    for (auto const& [escaped, plain] : std::initializer_list<std::pair<char const*, char const*>>{
             {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        text = std::regex_replace(text, std::regex(escaped), plain);
    return text + html;  // descriptions of figures are attributes
}

nlohmann::json figures_of_page(std::string const& html) {
    std::string const start = "<script type=\"application/json\" id=\"data\">";
    std::size_t const from = html.find(start) + start.size();
    return nlohmann::json::parse(html.substr(from, html.find("</script>", from) - from)).at("figures");
}

void gather(nlohmann::json const& json, std::vector<double>& numbers) {
    if (json.is_number()) numbers.push_back(json.get<double>());
    if (json.is_structured())
        for (auto const& inner : json) gather(inner, numbers);
}

std::vector<std::string> texts_on_slides(package::Parts const& parts) {
    std::vector<std::string> texts;
    for (auto const& [path, bytes] : parts)
        if (path.starts_with("ppt/slides/slide") || path.starts_with("ppt/charts/chart"))
            for (package::Element const& one : package::elements_of(bytes))
                if (one.name == "a:t" || (one.name == "c:v" && one.is_within("c:cat") && one.is_within("c:strCache")))
                    texts.push_back(one.text);
    return texts;
}

// A heading and its subheading, a name and its number stand apart on the page, and what is long goes on there.
bool stands_on(std::string const& page, std::string text) {
    if (text.ends_with("…")) text.resize(text.size() - 3);
    if (page.find(text) != std::string::npos) return true;
    for (std::size_t at = text.find(": "); at != std::string::npos; at = text.find(": ", at + 1)) {
        std::string before = text.substr(0, at);
        if (before.ends_with("…")) before.resize(before.size() - 3);
        if (page.find(before) != std::string::npos && stands_on(page, text.substr(at + 2))) return true;
    }
    return false;
}

bool has_digit(std::string const& text) { return text.find_first_of("0123456789") != std::string::npos; }

TEST_F(SlidesVerb, say_no_number_that_the_page_does_not_say) {
    for (std::string const language : {"en", "de"}) {
        std::string const html = report("a.html", results, {"--language", language}), page = text_of_page(html);
        package::Parts const parts = package::parts_of(report("a.pptx", results, {"--language", language}));
        std::size_t seen = 0;
        for (std::string const& text : texts_on_slides(parts)) {
            bool const is_of_the_deck = text.size() == 1 || text.starts_with("micropol ") ||
                                        text.find("more row") != std::string::npos ||
                                        text.find("weitere Zeile") != std::string::npos ||
                                        text.find("more column") != std::string::npos ||
                                        text.find("weitere Spalte") != std::string::npos || text.starts_with("On the page") ||
                                        text.starts_with("Auf der Seite");
            if (is_of_the_deck || !has_digit(text)) continue;
            EXPECT_TRUE(stands_on(page, text)) << text;
            ++seen;
        }
        EXPECT_GT(seen, 60u);
        EXPECT_FALSE(stands_on(page, "123.456 %"));
    }
}

// [row][column] of a workbook; a formula as its value.
using Cells = std::map<std::pair<int, char>, std::string>;
Cells cells_of(std::string const& workbook, std::map<std::pair<int, char>, std::string>& formulas) {
    Cells cells;
    std::pair<int, char> at;
    for (package::Element const& one : package::elements_of(package::parts_of(workbook).at("xl/worksheets/sheet1.xml"))) {
        if (one.name == "c") at = {std::stoi(one.attributes.at("r").substr(1)), one.attributes.at("r")[0]};
        if (one.name == "f") formulas[at] = one.text;
        if (one.name == "v" || one.name == "t") cells[at] = one.text;
    }
    return cells;
}

TEST_F(SlidesVerb, chart_the_numbers_that_the_page_draws) {
    std::string const html = report("b.html", results);
    package::Parts const parts = package::parts_of(report("b.pptx", results));
    std::vector<double> drawn;
    gather(figures_of_page(html), drawn);
    // The page rounds what it draws to six digits; points are shares times 100.
    auto const is_drawn = [&](double number) {
        return std::ranges::any_of(drawn, [&](double one) {
            return std::abs(one - number) < 1e-6 * std::max(1.0, std::abs(number)) || std::abs(one * 100 - number) < 1e-4;
        });
    };
    std::size_t charts = 0, numbers = 0;
    for (auto const& [path, bytes] : parts) {
        if (!path.ends_with(".xlsx")) continue;
        ++charts;
        Cells formulas;
        Cells const cells = cells_of(bytes, formulas);
        auto const number = [&](int row, char column) {
            auto const found = cells.find({row, column});
            return found == cells.end() ? NAN : std::stod(found->second);
        };
        auto const head = [&](char column) { return cells.contains({1, column}) ? cells.at({1, column}) : std::string(); };
        for (auto const& [at, text] : cells) {
            auto const& [row, column] = at;
            if (row == 1 || column == 'A') continue;
            double const value = std::stod(text);
            if (formulas.contains(at)) {  // "C2-B2": how far it is from one quantile to another
                std::string const formula = formulas.at(at);
                EXPECT_EQ(value, number(row, formula[0]) - number(row, formula[formula.find('-') + 1])) << path << ' ' << formula;
                continue;
            }
            double shown = value;
            bool const is_down = head(column).ends_with("−"), is_up = head(column).ends_with("+");
            if (is_down || is_up) {
                // B is the mean; of a point in a plane B is x and C is y.
                double const middle = number(row, head(column).starts_with("y") ? 'C' : 'B');
                shown = is_down ? middle - value : middle + value;
            }
            EXPECT_TRUE(is_drawn(shown)) << path << ' ' << column << row << ": " << shown;
            ++numbers;
        }
    }
    EXPECT_GE(charts, 6u);
    EXPECT_GT(numbers, 150u);
    EXPECT_FALSE(is_drawn(0.123456789));
}

TEST_F(SlidesVerb, speak_german) {
    auto const all = [&](std::string const& language) {
        std::string text;
        for (std::string const& one : texts_on_slides(package::parts_of(report("c.pptx", results, {"--language", language}))))
            text += one + '\n';
        return text;
    };
    std::string const german = all("de"), english = all("en");
    for (char const* heading :
         {"Frage und Antwort", "Strategien im Vergleich", "Wer gewinnt und wer verliert", "Wie es weitergeht"})
        EXPECT_THAT(german, HasSubstr(heading));
    for (char const* word : {"Question", "Strategies", "points", "Week", "histories", "more row", "What "}) {
        EXPECT_THAT(german, Not(HasSubstr(word)));
        if (std::string(word) != "Week" && std::string(word) != "more row") {
            EXPECT_THAT(english, HasSubstr(word));
        }
    }
}

TEST_F(SlidesVerb, take_every_kind_of_study_alone_and_json) {
    std::string const json = (*folder / "run.json").string();
    std::ofstream(json) << run({"run", (*folder / "a.yaml").string(), "--quiet", "--format", "json"}).output;
    for (std::string const& file : with(results, {json})) {
        std::string const bytes = report("d.pptx", {file});
        EXPECT_THAT(package::faults_of(bytes), IsEmpty()) << file;
        auto const slides = std::ranges::count_if(package::parts_of(bytes),
                                                  [](auto const& part) { return part.first.starts_with("ppt/slides/slide"); });
        EXPECT_GE(slides, 3) << file;
        EXPECT_LE(slides, 8) << file;
    }
}

TEST_F(SlidesVerb, are_the_same_bytes_and_say_whence) {
    std::string const once = report("e.pptx", results), again = report("f.pptx", results);
    EXPECT_TRUE(once == again);
    std::string const hash = nlohmann::json::parse(run({"results", "show", results.front(), "--format", "json"}).output)
                                 .at("state_hash");
    std::string const notes = package::parts_of(once).at("ppt/notesSlides/notesSlide2.xml");
    for (std::string const& part :
         {hash, std::string("run.db"), std::string("A tiny organisation"), std::string("Command: micropol run /")})
        EXPECT_THAT(notes, HasSubstr(part));
}

TEST_F(SlidesVerb, refuse_what_only_pages_do) {
    for (char const* option : {"--summary", "--full", "--live"}) {
        Outcome const said = run({"report", results.front(), "--output", (*folder / "g.pptx").string(), option});
        EXPECT_EQ(said.code, 2) << option;
        EXPECT_THAT(said.errors, HasSubstr("is for pages")) << option;
    }
}

// Hidden people stay hidden: of single people nothing is said where that is asked.
TEST_F(SlidesVerb, leave_out_single_people) {
    auto const text = [&](std::vector<std::string> const& options) {
        std::string all;
        for (auto const& [path, bytes] : package::parts_of(report("h.pptx", results, options)))
            if (!path.ends_with(".xlsx")) all += bytes;
        return all;
    };
    EXPECT_THAT(text({}), HasSubstr("Sales-00"));
    EXPECT_THAT(text({"--no-people"}), Not(HasSubstr("Sales-00")));
}

// Only where it is installed: LibreOffice opens them, and every slide becomes a page of paper.
TEST_F(SlidesVerb, open_in_libreoffice) {
    if (std::system("command -v soffice >/dev/null 2>&1") != 0) GTEST_SKIP() << "needs LibreOffice (libreoffice-impress)";
    (void)report("i.pptx", results);
    std::string const home = (*folder / "home").string(), file = (*folder / "i.pptx").string();
    std::string const command = "timeout 120 soffice -env:UserInstallation=file://" + home +
                                " --headless --convert-to pdf --outdir " + std::filesystem::path(file).parent_path().string() +
                                ' ' + file + " >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0);
    std::string const paper = content_of(*folder / "i.pdf");
    std::regex const page("/Type/Page[^s]");
    EXPECT_EQ(std::distance(std::sregex_iterator(paper.begin(), paper.end(), page), {}), 8);
}

}  // namespace
}  // namespace micropol::cli
