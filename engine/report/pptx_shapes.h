#pragma once
// What lies on a slide: boxes of text, tables and charts. Lengths are points, 72 to an inch.

#include <string>
#include <string_view>
#include <vector>

#include "report/xml_writer.h"
#include "words/language.h"

namespace micropol {

inline constexpr int slide_width = 960, slide_height = 540;  // points: 16 to 9

struct Box {
    int left = 0, top = 0, width = 0, height = 0;
};

struct TextRun {
    std::string text;
    double size = 12;                 // points
    std::string_view colour = "tx1";  // of the theme
    bool bold = false, bullet = false;
    bool is_number = false;  // of its slide, which office programs count anew
};

// Lines that a text of that size takes in that width, at most; letters of unknown fonts are guessed wide.
[[nodiscard]] int lines_of(std::string_view text, double size, int width);
// Points that paragraphs take from top to bottom.
[[nodiscard]] int height_of(std::vector<TextRun> const& paragraphs, int width);
// Of paragraphs, those that fit; the last one cut at a word, where only its beginning does.
[[nodiscard]] std::vector<TextRun> fitting(std::vector<TextRun> paragraphs, int width, int height);

struct SlideTable {
    std::vector<std::string> heads;  // none where all are empty
    std::vector<std::vector<std::string>> rows;
    double size = 11;  // of its text; points
    std::size_t rows_left_out = 0, columns_left_out = 0;
};
// As many rows as fit, in a smaller size first, and as many columns as need break no word.
[[nodiscard]] SlideTable fitting(SlideTable table, Box const& box);

class SlideShapes {
  public:
    SlideShapes(XmlWriter& xml, Language language) : xml_(xml), language_(language) {}

    // placeholder: "title", "body"; empty: a box of its own.
    void text(Box const& box, std::string_view name, std::vector<TextRun> const& paragraphs, std::string_view placeholder = {});
    void table(Box const& box, std::string_view name, SlideTable const& table);
    // description: for those who cannot see it.
    void chart(Box const& box, std::string_view name, std::string_view description, std::string_view relationship);

  private:
    void properties(std::string_view name, std::string_view description = {});
    void place(std::string_view element, Box const& box);
    void paragraph(TextRun const& run);

    XmlWriter& xml_;
    Language language_;
    int shapes_ = 1;  // the slide itself is the first
};

}  // namespace micropol
