#include "report/html.h"

#include <cstdint>

#include "words/plain_text.h"

namespace micropol {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
int digit(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string result;
    for (char const c : plain(text)) switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += c;
        }
    return result;
}

std::string script_escaped(std::string_view json) {
    std::string result;
    for (char const c : json) switch (c) {
            case '<': result += "\\u003c"; break;
            case '>': result += "\\u003e"; break;
            case '&': result += "\\u0026"; break;
            default: result += c;
        }
    return result;
}

std::string policy_hash(std::string_view hexadecimal) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::vector<std::uint32_t> bytes;
    for (std::size_t k = 0; k + 1 < hexadecimal.size(); k += 2)
        bytes.push_back(std::uint32_t(digit(hexadecimal[k]) * 16 + digit(hexadecimal[k + 1])));
    std::string text = "sha256-";
    for (std::size_t k = 0; k < bytes.size(); k += 3) {
        std::uint32_t group = bytes[k] << 16;
        if (k + 1 < bytes.size()) group |= bytes[k + 1] << 8;
        if (k + 2 < bytes.size()) group |= bytes[k + 2];
        for (std::size_t j = 0; j < 4; ++j) text += k + j > bytes.size() ? '=' : letters[group >> (18 - 6 * j) & 63];
    }
    return text;
}

std::string html_breakable(std::string_view text) {
    std::string const escaped = html_escaped(text);
    std::string result;
    for (std::size_t k = 0; k < escaped.size(); ++k) {
        result += escaped[k];
        bool const joint = escaped[k] == '_' || escaped[k] == '.';
        if (joint && k + 1 < escaped.size() && is_letter(escaped[k + 1])) result += "<wbr>";
    }
    return result;
}

std::string html_of(PageTable const& table, bool shows_caption) {
    std::string text = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + html_escaped(table.caption) +
                       "\"><table" + (table.heads.size() > 3 ? " class=\"wide\"" : "") + ">" +
                       (shows_caption ? "<caption>" + html_escaped(table.caption) + "</caption>" : "") + "<thead><tr>";
    for (std::string const& head : table.heads) text += "<th scope=\"col\">" + html_escaped(head) + "</th>";
    text += "</tr></thead><tbody>\n";
    for (auto const& row : table.rows) {
        text += "<tr>";
        for (std::size_t k = 0; k < row.size(); ++k)
            text += (k == 0 ? "<th scope=\"row\">" : "<td>") + html_breakable(row[k]) + (k == 0 ? "</th>" : "</td>");
        text += "</tr>\n";
    }
    return text + "</tbody></table></div>\n";
}

std::string html_list(std::vector<std::string> const& items) {
    std::string text = "<ul>\n";
    for (std::string const& item : items) text += "<li>" + html_escaped(item) + "</li>\n";
    return text + "</ul>\n";
}

}  // namespace micropol
