#include "report/write.h"
#include "words/text.h"

namespace micropol {

namespace {

// Names stay names: nothing in them starts a cell, a tag, a link or emphasis.
std::string escaped(std::string_view text) {
    std::string result;
    for (char const c : text) {
        if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

class MarkdownWriter {
  public:
    MarkdownWriter(Document const& document, Language language) : document_(document), language_(language) {}

    std::string write() {
        if (!document_.stamp.empty()) text_ += "**" + text_of(document_.stamp) + "**\n\n";
        text_ += "# " + text_of(document_.title) + "\n\n";
        if (!document_.question.empty()) text_ += text_of(document_.question) + "\n\n";
        for (Paragraph const& one : document_.opening) text_ += text_of(one.text) + "\n\n";
        if (document_.verdict_in_terminal != VerdictPlace::nowhere)
            for (Paragraph const& one : document_.verdict) text_ += "**" + text_of(one.text) + "**\n\n";
        for (Section const& section : document_.sections)
            if (section.medium != Medium::page) add(section);
        for (std::size_t k = 0; k < document_.closing.size(); ++k)
            text_ += (k > 0 ? "\n" : "") + text_of(document_.closing[k].text) + '\n';
        return std::move(text_);
    }

  private:
    [[nodiscard]] std::string text_of(Phrase const& phrase) const {
        return escaped(to_text(phrase, {language_, document_.currency}));
    }

    void add(Section const& section) {
        headed_ = !section.heading.empty();
        if (headed_) text_ += (section.subsection ? "### " : "## ") + text_of(section.heading) + "\n\n";
        for (Element const& element : section.elements)
            if (element.medium != Medium::page) std::visit([&](auto const& one) { add(one); }, element.what);
    }

    void add(Paragraph const& paragraph) { text_ += text_of(paragraph.text) + "\n\n"; }
    void add(List const& list) {
        for (Phrase const& item : list.items) text_ += "- " + text_of(item) + '\n';
        text_ += '\n';
    }
    void add(Facts const& facts) {
        text_ += "| | " + text_of(facts.note) + " | |\n|---|---:|---|\n";
        for (Fact const& line : facts.lines)
            text_ += "| " + text_of(line.label) + " | " + text_of(line.value) +
                     (line.mark.empty() ? "" : " " + std::string(line.mark)) + " | " + text_of(line.detail) + " |\n";
        text_ += '\n';
    }
    void add(Entries const& entries) {
        for (Entry const& entry : entries.entries) text_ += "- **" + text_of(entry.label) + ":** " + text_of(entry.text) + '\n';
        text_ += '\n';
    }
    void add(Table const& table) {
        if (!table.caption.empty()) text_ += (headed_ ? "### " : "## ") + text_of(table.caption) + "\n\n";
        if (!table.note.empty()) text_ += text_of(table.note) + "\n\n";
        row(table.columns);
        text_ += '|';
        for (std::size_t k = 0; k < table.columns.size(); ++k) text_ += "---|";
        text_ += '\n';
        for (auto const& cells : table.rows) row(cells);
        text_ += '\n';
    }
    void add(Figure const& figure) {
        if (figure.in_terminal) add(figure.table);
    }
    void add(Code const& code) {
        if (!code.heading.empty()) text_ += text_of(code.heading) + "\n\n";
        text_ += "```" + code.language + '\n' + code.text + "```\n\n";
    }
    void row(std::vector<Phrase> const& cells) {
        text_ += '|';
        for (Phrase const& cell : cells) text_ += " " + text_of(cell) + " |";
        text_ += '\n';
    }

    Document const& document_;
    Language language_;
    bool headed_ = false;
    std::string text_;
};

}  // namespace

std::string write_markdown(Document const& document, Language language) { return MarkdownWriter(document, language).write(); }

}  // namespace micropol
