#include <algorithm>
#include <set>

#include "base/overloaded.h"
#include "report/chart.h"
#include "report/pptx_package.h"
#include "report/pptx_shapes.h"
#include "report/write.h"
#include "words/text.h"

namespace micropol {

namespace {

// Points.
constexpr int margin = 40, gap = 24, top = 78, bottom = 496, foot = 508;
constexpr std::size_t longest_heading = 90, longest_note = 600, most_notes = 60;

class DeckWriter {
  public:
    DeckWriter(Deck const& deck, Language language) : deck_(deck), language_(language) {}

    std::string write() {
        std::vector<std::string> paths;
        for (std::size_t k = 1; k <= deck_.slides.size(); ++k) paths.push_back("ppt/slides/slide" + std::to_string(k) + ".xml");
        add_templates(package_, shortened(text_of(deck_.title, deck_.currency), longest_heading), paths);
        for (std::size_t k = 0; k < paths.size(); ++k) add(deck_.slides[k], paths[k], k + 1);
        return package_.bytes();
    }

  private:
    [[nodiscard]] std::string text_of(Phrase const& phrase, std::string_view currency) const {
        return to_text(phrase, {language_, currency});
    }
    [[nodiscard]] std::string text_of(Message const& message) const { return to_text(message, {language_, deck_.currency}); }

    // The same sentence is said once on a slide.
    [[nodiscard]] std::vector<TextRun> runs_of(std::vector<Paragraph> const& paragraphs, std::string_view currency,
                                               double size) const {
        std::vector<TextRun> runs;
        std::set<std::string> said;
        for (Paragraph const& one : paragraphs) {
            std::string text = text_of(one.text, currency);
            if (!said.insert(text).second) continue;
            bool const is_caution = one.tone == Paragraph::Tone::caution, is_verdict = one.tone == Paragraph::Tone::verdict;
            runs.push_back({std::move(text), is_verdict ? size + 2 : size, is_caution ? "accent2" : "tx1", is_verdict});
        }
        return runs;
    }

    void add(Slide const& slide, std::string const& path, std::size_t number) {
        XmlWriter xml;
        xml.open("p:sld", {{"xmlns:a", drawing_names}, {"xmlns:r", relationship_names}, {"xmlns:p", slide_names}});
        xml.open("p:cSld").open("p:spTree").open("p:nvGrpSpPr");
        xml.empty("p:cNvPr", {{"id", 1}, {"name", ""}}).empty("p:cNvGrpSpPr").empty("p:nvPr").close().empty("p:grpSpPr");
        package_.relate(path, "slideLayout", layout_part);
        notes_.clear();
        SlideShapes shapes(xml, language_);
        std::string const heading = text_of(slide.heading, deck_.currency);
        shapes.text({margin, 26, slide_width - 2 * margin, 40}, heading, {{heading, 26, "tx2", true}}, "title");
        if (!deck_.stamp.empty())
            shapes.text({margin, 8, slide_width - 2 * margin, 16}, "stamp",
                        {{shortened(text_of(deck_.stamp, deck_.currency), longest_heading), 10, "accent2", true}});
        int from = top;
        if (!slide.lead.empty()) {
            bool const is_first = number == 1;
            std::vector<TextRun> const lead = fitting(runs_of(slide.lead, deck_.currency, is_first ? 18 : 12),
                                                      slide_width - 2 * margin, 80);
            int const height = height_of(lead, slide_width - 2 * margin);
            shapes.text({margin, from, slide_width - 2 * margin, height}, "lead", lead);
            from += height + 8;
        }
        int const parts = int(slide.parts.size()), width = (slide_width - 2 * margin - (parts - 1) * gap) / std::max(1, parts);
        std::vector<TextRun> const cautions = fitting(runs_of(slide.cautions, deck_.currency, 11), slide_width - 2 * margin, 64);
        int const height_of_cautions = height_of(cautions, slide_width - 2 * margin);
        if (!cautions.empty())
            shapes.text({margin, bottom - height_of_cautions, slide_width - 2 * margin, height_of_cautions}, "cautions",
                        cautions);
        int const until = bottom - height_of_cautions - (slide.no_room_for.empty() ? 0 : 16);
        for (int k = 0; k < parts; ++k)
            add(slide.parts[std::size_t(k)], shapes, path, {margin + k * (width + gap), from, width, until - from}, number == 1);
        if (!slide.no_room_for.empty()) {
            Listing const all{slide.no_room_for, Listing::Joined::by_semicolons};
            std::string const said = text_of(Message("On the page, not here: {0}", {all}));
            shapes.text({margin, bottom - 12, slide_width - 2 * margin, 14}, "left-out", {{shortened(said, 170), 9, "accent6"}});
            note(said);
        }
        shapes.text({margin, foot, 800, 14}, "footer",
                    {{shortened(text_of(deck_.title, deck_.currency), longest_heading), 9, "accent6"}});
        shapes.text({slide_width - margin - 40, foot, 40, 14}, "number",
                    {{std::to_string(number), 9, "accent6", false, false, true}});
        xml.close().close().open("p:clrMapOvr").empty("a:masterClrMapping").close();
        package_.add(path, "presentationml.slide+xml", xml.document());
        add_notes(path, number);
    }

    void add(SlidePart const& part, SlideShapes& shapes, std::string const& slide, Box box, bool is_first) {
        if (!is_first && !part.heading.empty()) {
            std::string const heading = text_of(part.heading, part.currency);
            std::vector<TextRun> const head = fitting({{heading, 14, "tx2", true}}, box.width, 40);
            int const height = height_of(head, box.width);
            shapes.text({box.left, box.top, box.width, height}, shortened(heading, longest_heading), head);
            box.top += height + 2, box.height -= height + 2;
        }
        bool const shows_something = part.shows.index() != 0;
        std::vector<TextRun> const said = is_first ? largest_fitting(part, box)
                                                   : fitting(runs_of(part.sentences, part.currency, 11), box.width,
                                                             shows_something ? std::min(box.height / 3, 76) : box.height);
        if (!said.empty()) {
            int const height = height_of(said, box.width);
            shapes.text({box.left, box.top, box.width, height}, "text", said);
            box.top += height + 6, box.height -= height + 6;
        }
        for (Paragraph const& one : part.sentences) note(text_of(one.text, part.currency));
        std::visit(Overloaded{[](std::monostate) {}, [&](Figure const& one) { add(one, part, shapes, slide, box); },
                              [&](Table const& one) { add(one, part, shapes, box); },
                              [&](List const& one) { add(one, part, shapes, box); }},
                   part.shows);
        for (Phrase const& line : part.origin) note(text_of(line, part.currency));
    }

    // The answer may be long where there are many files.
    [[nodiscard]] std::vector<TextRun> largest_fitting(SlidePart const& part, Box const& box) const {
        for (double const size : {15.0, 14.0, 13.0, 12.0, 11.0})
            if (std::vector<TextRun> runs = runs_of(part.sentences, part.currency, size);
                height_of(runs, box.width) <= box.height)
                return runs;
        return fitting(runs_of(part.sentences, part.currency, 11), box.width, box.height);
    }

    // Beside the chart stands its table where it has the slide for itself.
    void add(Figure const& figure, SlidePart const& part, SlideShapes& shapes, std::string const& slide, Box box) {
        auto const chart = chart_of(figure.data, {language_, part.currency});
        std::string const description = text_of(figure.description, part.currency);
        note(description);
        if (!chart) return add(figure.table, part, shapes, box);
        if (box.width > slide_width / 2) {
            int const width = (box.width - gap) / 2;
            add(figure.table, part, shapes, {box.left + width + gap, box.top, box.width - width - gap, box.height});
            box.width = width;
        }
        if (chart->left_out > 0) {
            box.height -= 16;
            say_left_out(chart->left_out, 0, shapes, box);
        }
        std::string const number = std::to_string(++charts_), path = "ppt/charts/chart" + number + ".xml",
                          workbook = "ppt/embeddings/workbook" + number + ".xlsx";
        std::string const relationship = package_.relate(slide, "chart", path);
        shapes.chart(box, shortened(text_of(part.heading, part.currency), longest_heading), shortened(description, longest_note),
                     relationship);
        std::string const book = package_.relate(path, "package", workbook);
        package_.add(path, "drawingml.chart+xml", chart_part(*chart, book, language_));
        package_.add(workbook, {}, workbook_of(chart->sheet));
    }

    void add(Table const& table, SlidePart const& part, SlideShapes& shapes, Box box) {
        SlideTable whole;
        for (Phrase const& head : table.columns) whole.heads.push_back(text_of(head, part.currency));
        for (auto const& row : table.rows) {
            auto& cells = whole.rows.emplace_back();
            for (Phrase const& cell : row) cells.push_back(text_of(cell, part.currency));
        }
        if (!table.note.empty()) {
            std::vector<TextRun> const said = fitting({{text_of(table.note, part.currency), 9, "accent6"}}, box.width, 28);
            int const height = height_of(said, box.width);
            shapes.text({box.left, box.top, box.width, height}, "note", said);
            box.top += height + 2, box.height -= height + 2;
        }
        box.height -= 16;  // for what is left out
        SlideTable const fits = fitting(std::move(whole), box);
        if (fits.rows.empty()) return;
        shapes.table(
            box, shortened(text_of(table.caption.empty() ? part.heading : table.caption, part.currency), longest_heading), fits);
        say_left_out(fits.rows_left_out, fits.columns_left_out, shapes, box);
    }

    void add(List const& list, SlidePart const& part, SlideShapes& shapes, Box const& box) const {
        std::vector<TextRun> runs;
        for (Phrase const& item : list.items) runs.push_back({text_of(item, part.currency), 11, "tx1", false, true});
        shapes.text(box, "list", fitting(std::move(runs), box.width, box.height));
    }

    void say_left_out(std::size_t rows, std::size_t columns, SlideShapes& shapes, Box const& box) const {
        std::string said;
        if (rows > 0) said = text_of(Message("{0} more rows are on the page.", {Count{rows}}));
        if (columns > 0)
            said += (said.empty() ? "" : " ") + text_of(Message("{0} more columns are on the page.", {Count{columns}}));
        if (said.empty()) return;
        shapes.text({box.left, box.top + box.height, box.width, 14}, "left-out", {{said, 9, "accent6"}});
    }

    void note(std::string text) {
        text = shortened(text, longest_note);
        if (!text.empty() && notes_.size() < most_notes && std::ranges::find(notes_, text) == notes_.end())
            notes_.push_back(std::move(text));
    }

    void add_notes(std::string const& slide, std::size_t number) {
        std::string const path = "ppt/notesSlides/notesSlide" + std::to_string(number) + ".xml";
        XmlWriter xml;
        xml.open("p:notes", {{"xmlns:a", drawing_names}, {"xmlns:r", relationship_names}, {"xmlns:p", slide_names}});
        xml.open("p:cSld").open("p:spTree").open("p:nvGrpSpPr");
        xml.empty("p:cNvPr", {{"id", 1}, {"name", ""}}).empty("p:cNvGrpSpPr").empty("p:nvPr").close().empty("p:grpSpPr");
        std::vector<TextRun> runs;
        for (std::string const& text : notes_) runs.push_back({text, 12});
        SlideShapes(xml, language_).text({54, 320, 432, 380}, "notes", runs, "body");
        xml.close().close().open("p:clrMapOvr").empty("a:masterClrMapping");
        package_.add(path, "presentationml.notesSlide+xml", xml.document());
        package_.relate(path, "notesMaster", notes_master_part);
        package_.relate(path, "slide", slide);
        package_.relate(slide, "notesSlide", path);
    }

    Deck const& deck_;
    Language language_;
    PptxPackage package_;
    int charts_ = 0;
    std::vector<std::string> notes_;
};

}  // namespace

std::string write_pptx(Deck const& deck, Language language) { return DeckWriter(deck, language).write(); }

}  // namespace micropol
