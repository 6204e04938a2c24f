#include <algorithm>
#include <variant>

#include "base/json.h"
#include "report/assets.h"
#include "report/figure_json.h"
#include "report/html.h"
#include "report/write.h"
#include "words/text.h"

namespace micropol {

namespace {

std::string tagged(std::string_view tag, std::string const& text, std::string_view attributes = "") {
    return '<' + std::string(tag) + std::string(attributes) + '>' + html_escaped(text) + "</" + std::string(tag) + ">\n";
}

std::string policy(LivePart const* live) {
    std::string script = page_script().empty() ? "'none'" : "'" + policy_hash(page_script_hash) + "'";
    std::string style = "'" + policy_hash(page_style_hash) + "'";
    if (live) {
        script = "'" + policy_hash(live->script_hash) + "' 'wasm-unsafe-eval'; worker-src blob:";
        style += " '" + policy_hash(live->style_hash) + "'";
    }
    // Pictures: those that a figure is saved by.
    return "default-src 'none'; img-src data:; script-src " + script + "; style-src " + style +
           "; base-uri 'none'; form-action 'none'";
}

std::string with_breaks(std::string_view tag, std::string const& text, std::string_view attributes) {
    return '<' + std::string(tag) + std::string(attributes) + '>' + html_breakable(text) + "</" + std::string(tag) + ">\n";
}

class HtmlWriter {
  public:
    HtmlWriter(std::vector<Document> const& documents, Language language, Paper paper, LivePart const* live)
        : documents_(documents), language_(language), paper_(paper), live_(live) {
        for (Document const& document : documents) {
            currency_ = document.currency;
            for (Section const& section : document.sections)
                if (section.medium != Medium::terminal) add(section);
        }
        end_section();
        if (live) add(*live);
    }

    [[nodiscard]] std::string page(std::string const& version) {
        std::string const title = documents_.empty() ? "" : text_of(documents_.front().title);
        std::string text =
            "<!doctype html>\n<html lang=\"" + std::string(code_of(language_)) +
            (paper_ == Paper::full      ? "\" class=\"full"
             : paper_ == Paper::summary ? "\" class=\"summary"
                                        : "") +
            "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy(live_) +
            "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
            "<meta name=\"color-scheme\" content=\"light dark\">\n" + tagged("title", title + " – micropol") + "<style>" +
            std::string(page_style()) + "</style>" + (live_ ? "<style>" + std::string(live_->style) + "</style>" : "") +
            "\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">" + html_escaped(text_of("Skip to the findings")) + "</a>\n" +
            header(title) + contents() + "<main id=\"main\">\n" + body_ + "</main>\n<footer>" +
            tagged("p",
                   text_of(Message("Made by micropol {0}. This file holds everything it shows; it asks no server for anything.",
                                   {Verbatim{version}}))) +
            (paper_ != Paper::brief ? ""
                                    : tagged("p", text_of("On paper this is in brief; micropol report --full prints everything."),
                                             " class=\"on-paper\"")) +
            "</footer>\n";
        if (!page_script().empty()) text += script();
        return text + "</body>\n</html>\n";
    }

  private:
    [[nodiscard]] std::string text_of(Phrase const& phrase) const { return to_text(phrase, {language_, currency_}); }

    [[nodiscard]] std::string header(std::string const& title) {
        std::string text, cautions;
        for (Document const& document : documents_)
            if (!document.stamp.empty() && text.empty())
                text = tagged("p", text_of(document.stamp), " class=\"stamp\" role=\"note\"");
        text += tagged("p", "micropol", " class=\"brand\"") + tagged("h1", title);
        if (!documents_.empty() && !documents_.front().question.empty())
            text += tagged("p", text_of(documents_.front().question), " class=\"question\"");
        if (page_script().empty() && !figures_.empty())
            text += tagged("p",
                           text_of("The figures are missing here: the micropol that made this page was built without them. The "
                                   "tables hold the same numbers."),
                           " class=\"caution\" role=\"note\"");
        for (Document const& document : documents_) {
            currency_ = document.currency;
            for (Paragraph const& one : document.verdict) text += with_breaks("p", text_of(one.text), " class=\"headline\"");
            for (Paragraph const& one : document.opening) text += with_breaks("p", text_of(one.text), " class=\"detail\"");
            for (Paragraph const& one : document.closing)
                if (one.tone == Paragraph::Tone::caution) {
                    std::string const caution = tagged("p", text_of(one.text), " class=\"caution\"");
                    if (cautions.find(caution) == std::string::npos) cautions += caution;
                }
        }
        if (!documents_.empty())
            text += tagged(
                "p",
                text_of("Each history is a simulated, possible course of events; sixteen at a time share an organisation "
                        "and differ by chance alone."),
                " class=\"detail\"");
        return "<header>\n" + text + cautions + "</header>\n";
    }

    [[nodiscard]] std::string contents() const {
        return "<nav aria-label=\"" + html_escaped(text_of("Contents")) + "\"><ol>\n" + contents_ + "</ol></nav>\n";
    }

    [[nodiscard]] std::string script() const {
        Json const data{{"language", code_of(language_)}, {"words", words_of_figures(language_)}, {"figures", figures_}};
        return "<script type=\"application/json\" id=\"data\">" + script_escaped(data.dump()) + "</script>\n<script>" +
               std::string(live_ ? live_->script : page_script()) + "</script>\n";
    }

    void add(LivePart const& live) {
        std::string const heading = text_of(live.heading);
        contents_ += "<li><a href=\"#live-section\">" + html_escaped(heading) + "</a></li>\n";
        body_ +=
            "<section id=\"live-section\" class=\"live-section\" aria-labelledby=\"live-section-h\">\n<h2 id=\"live-section-h\">" +
            html_escaped(heading) + "</h2>\n" + live.body + "</section>\n";
    }

    void add(Section const& section) {
        std::string const heading = text_of(section.heading);
        if (!heading.empty()) heading_ = heading;
        bool const is_background = section.is_background ||
                                   (paper_ == Paper::brief && figures_on_paper_ >= most_figures_on_paper());
        if (!section.subsection) above_is_background_ = is_background;
        if (!is_background && !above_is_background_) figures_on_paper_ += figures_in(section);
        bool const apart = section.subsection && is_background;
        if (apart) body_ += "<div class=\"background\">\n";
        if (section.subsection) {
            if (!heading.empty()) body_ += tagged("h3", heading);
        } else if (!heading.empty()) {
            end_section();
            open_ = true;
            std::string const id = section.id + '-' + std::to_string(++sections_);
            contents_ += "<li><a href=\"#" + id + "\">" + html_escaped(heading) + "</a></li>\n";
            body_ += "<section id=\"" + id + (is_background ? "\" class=\"background" : "") + "\" aria-labelledby=\"" + id +
                     "-h\">\n<h2 id=\"" + id + "-h\">" + html_escaped(heading) + "</h2>\n";
        }
        for (Element const& element : section.elements) {
            if (element.medium == Medium::terminal) continue;
            if (element.of_persons) body_ += "<div class=\"background\">\n";
            std::visit([&](auto const& one) { add(one); }, element.what);
            if (element.of_persons) body_ += "</div>\n";
        }
        if (apart) body_ += "</div>\n";
    }
    static std::size_t figures_in(Section const& section) {
        return std::size_t(std::ranges::count_if(section.elements, [](Element const& element) {
            return !element.of_persons && std::holds_alternative<Figure>(element.what);
        }));
    }
    void end_section() {
        if (open_) body_ += "</section>\n";
        open_ = false;
    }

    void add(Paragraph const& paragraph) { body_ += with_breaks("p", text_of(paragraph.text), ""); }

    void add(List const& list) {
        std::vector<std::string> items;
        for (Phrase const& item : list.items) items.push_back(text_of(item));
        bool const foreign = list.in_english && language_ != Language::english;
        std::string const text = foreign ? "<div lang=\"en\">" + html_list(items) + "</div>\n" : html_list(items);
        body_ += list.folded_under.empty() ? text : folded(text_of(list.folded_under), text);
    }

    void add(Facts const& facts) {
        if (!facts.note.empty()) body_ += tagged("p", text_of(facts.note));
        body_ += "<dl>\n";
        for (Fact const& line : facts.lines) {
            std::string text = text_of(line.value);
            if (!line.mark.empty()) text += ' ' + std::string(line.mark);
            if (!line.detail.empty()) text += " (" + text_of(line.detail) + ')';
            body_ += "<dt>" + html_breakable(text_of(line.label)) + "</dt><dd>" + html_breakable(text) + "</dd>\n";
        }
        body_ += "</dl>\n";
    }

    void add(Entries const& entries) {
        std::string text = "<dl>\n";
        for (Entry const& entry : entries.entries)
            text += "<dt>" + html_breakable(text_of(entry.label)) + "</dt><dd>" + html_breakable(text_of(entry.text)) + "</dd>\n";
        body_ += text + "</dl>\n";
    }

    // A table without a caption stands below the heading that says what it is.
    [[nodiscard]] std::string caption_of(Table const& table) const {
        return table.caption.empty() ? heading_ : text_of(table.caption);
    }
    [[nodiscard]] std::string html_of_table(Table const& table) const {
        PageTable page{caption_of(table), {}, {}};
        for (Phrase const& column : table.columns) page.heads.push_back(text_of(column));
        for (auto const& row : table.rows) {
            auto& cells = page.rows.emplace_back();
            for (Phrase const& cell : row) cells.push_back(text_of(cell));
        }
        std::string const note = table.note.empty() ? "" : tagged("p", text_of(table.note), " class=\"note\"");
        return note + html_of(page, !table.caption.empty());
    }
    void add(Table const& table) { body_ += table.folded ? folded_table(table) : html_of_table(table); }
    [[nodiscard]] std::string folded_table(Table const& table) const {
        return folded(text_of(Message("Numbers: {0}", {Verbatim{caption_of(table)}})), html_of_table(table));
    }
    static std::string folded(std::string const& summary, std::string const& text) {
        return "<details class=\"numbers\" open><summary>" + html_escaped(summary) + "</summary>\n" + text + "</details>\n";
    }

    void add(Figure const& figure) {
        std::string const id = "figure-" + std::to_string(figures_.size() + 1), kind(kind_of(figure.data));
        figures_.push_back({{"id", id}, {"kind", kind}, {"data", json_of(figure.data, {language_, currency_})}});
        if (!currency_.empty()) figures_.back()["words"] = words_of_figures({language_, currency_});
        if (!page_script().empty())
            body_ += "<figure id=\"" + id + "\" class=\"drawn " + kind + "\" role=\"img\" aria-label=\"" +
                     html_escaped(text_of(figure.description)) + "\"></figure>\n";
        body_ += folded_table(figure.table);
    }

    void add(Code const& code) {
        if (!code.heading.empty()) body_ += tagged("p", text_of(code.heading));
        body_ += "<pre><code>";
        for (std::size_t from = 0; from < code.text.size();) {  // line by line: escaping makes one line of everything
            std::size_t const to = std::min(code.text.find('\n', from), code.text.size());
            body_ += html_escaped(std::string_view(code.text).substr(from, to - from)) + '\n';
            from = to + 1;
        }
        body_ += "</code></pre>\n";
    }

    // What fits eight sheets, about: of each study some text goes before its figures. Sections behind so many stay on the screen.
    [[nodiscard]] std::size_t most_figures_on_paper() const {
        constexpr std::size_t most = 20, least = 4;
        return std::max(least, most - std::min(most, documents_.size()));
    }

    std::vector<Document> const& documents_;
    Language language_;
    Paper paper_;
    LivePart const* live_;
    std::string_view currency_ = {};
    bool open_ = false, above_is_background_ = false;
    int sections_ = 0;
    std::size_t figures_on_paper_ = 0;
    std::string contents_, body_, heading_;
    Json::Array figures_;
};

}  // namespace

std::string write_html(std::vector<Document> const& documents, Language language, std::string const& version, Paper paper,
                       LivePart const* live) {
    return HtmlWriter(documents, language, paper, live).page(version);
}

bool pages_have_figures() { return !page_script().empty(); }

}  // namespace micropol
