#pragma once
// One HTML file: no request leaves it, nothing in it runs but its own script.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/privacy.h"
#include "report/html.h"
#include "report/words.h"

namespace micropol {

struct ReportOptions {
    Language language = Language::english;
    bool show_names = false;  // of imported people
    // Groups of fewer imported people are not shown singly; without, those are not shown that the results do not show.
    std::optional<std::size_t> group_size = {};
    std::string version = {};  // of the program
};

// Sections are added in the order in which they are read. Texts are plain and are escaped here.
class Page {
  public:
    explicit Page(ReportOptions options) : options_(std::move(options)) {}

    [[nodiscard]] ReportOptions const& options() const { return options_; }
    [[nodiscard]] Language language() const { return options_.language; }
    [[nodiscard]] std::string word(std::string_view key) const { return micropol::word(options_.language, key); }

    void set_title(std::string_view title, std::string_view question);  // the first one counts
    void add_headline(std::string_view sentence, std::string_view detail);
    void stamp(std::string_view warning);  // on top of the page, once

    void begin_section(std::string_view key, std::string_view heading);
    void subheading(std::string_view text);
    void say(std::string_view text);
    void list(std::vector<std::string> const& items, bool in_english = false);
    void folded_list(std::string_view title, std::vector<std::string> const& items);  // in English
    void table(PageTable const& table);                                               // to be read at once
    void folded_table(PageTable const& table);                                        // one click away
    // Drawn by the page's script from `data` (JSON); the table says the same and is one click away, or in its place where
    // nothing is drawn. description: for who cannot see it.
    void figure(std::string_view kind, std::string_view data, std::string_view description, PageTable const& table);

    [[nodiscard]] std::string html() const;

  private:
    struct Section {
        std::string id, heading, body;
    };
    [[nodiscard]] std::string header() const;
    [[nodiscard]] std::string contents() const;

    ReportOptions options_;
    std::string title_, question_, headlines_, stamp_;
    std::vector<Section> sections_;
    std::vector<std::string> figures_;  // JSON
};

}  // namespace micropol
