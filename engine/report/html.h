#pragma once
// Text inside a page, and the parts that every section is made of.

#include <string>
#include <string_view>
#include <vector>

namespace micropol {

// Names stay names: nothing in them starts a tag, an attribute or an entity. Control characters become spaces.
[[nodiscard]] std::string html_escaped(std::string_view text);
// The same as content of an element, where a path such as culture.data_hoarding may go on in the next line.
[[nodiscard]] std::string html_breakable(std::string_view text);
// JSON inside <script type="application/json">: the same value, without a character that could end the element.
[[nodiscard]] std::string script_escaped(std::string_view json);
// "sha256-…" of a content policy, from 64 hexadecimal digits.
[[nodiscard]] std::string policy_hash(std::string_view hexadecimal);

struct PageTable {
    std::string caption;
    std::vector<std::string> heads;              // of columns; the first column names the rows
    std::vector<std::vector<std::string>> rows;  // plain text
};
// shows_caption: unless a heading above it says the same.
[[nodiscard]] std::string html_of(PageTable const& table, bool shows_caption = true);
[[nodiscard]] std::string html_list(std::vector<std::string> const& items);

}  // namespace micropol
