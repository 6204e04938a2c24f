#include "micropol/description.h"

#include <algorithm>

#include "base/json.h"

namespace micropol::app {

namespace {

// Columns on a screen: bytes that begin a character of UTF-8.
std::size_t screen_width(std::string const& text) {
    return std::size_t(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u; }));
}

std::string padded(std::string const& text, std::size_t width) {
    std::size_t const now = screen_width(text);
    return text + std::string(width > now ? width - now : 0, ' ');
}

std::string table_in_text(Table const& table, std::size_t width) {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        std::size_t widest = screen_width(table.columns[c]);
        for (auto const& row : table.rows) widest = std::max(widest, screen_width(row[c]));
        widths.push_back(widest);
    }
    auto const line = [&](std::vector<std::string> const& cells) {
        std::string text;
        std::size_t indent = 0;
        for (std::size_t c = 0; c + 1 < cells.size(); ++c) {
            text += padded(cells[c], widths[c]) + "  ";
            indent += widths[c] + 2;
        }
        text += wrapped(cells.back(), indent, width);
        text.erase(text.find_last_not_of(' ') + 1);
        return text + '\n';
    };
    std::string text = line(table.columns);
    for (auto const& row : table.rows) text += line(row);
    return text;
}

std::string in_text(Description const& description, std::size_t width) {
    std::string text = description.heading + '\n';
    if (!description.meaning.empty()) text += wrapped(description.meaning, 0, width) + '\n';
    if (!description.facts.empty()) text += '\n';
    std::size_t widest = 0;
    for (auto const& [name, value] : description.facts) widest = std::max(widest, screen_width(name));
    for (auto const& [name, value] : description.facts)
        text += padded(name, widest + 2) + wrapped(value, widest + 2, width) + '\n';
    for (Table const& table : description.tables) text += '\n' + table_in_text(table, width);
    return text;
}

std::string escaped(std::string const& cell) {
    std::string text;
    for (char const c : cell) text += c == '|' ? std::string("\\|") : std::string(1, c);
    return text;
}

std::string in_markdown(Description const& description) {
    std::string text = "# " + description.heading + "\n\n";
    if (!description.meaning.empty()) text += description.meaning + "\n\n";
    for (auto const& [name, value] : description.facts) text += "- **" + name + "**: " + value + '\n';
    for (Table const& table : description.tables) text += "\n## " + table.title + "\n\n" + markdown_table(table);
    return text;
}

// As RFC 4180 wants it. What records say is ours: -0.2 is no formula that somebody smuggles in.
std::string in_quotes(std::string const& cell) {
    if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (char const c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

// The tables, with an empty line between two.
std::string in_csv(Description const& description) {
    std::string text;
    auto const add = [&](std::vector<std::string> const& cells) {
        for (std::size_t c = 0; c < cells.size(); ++c) text += (c ? "," : "") + in_quotes(cells[c]);
        text += '\n';
    };
    for (Table const& table : description.tables) {
        if (!text.empty()) text += '\n';
        add(table.columns);
        for (auto const& row : table.rows) add(row);
    }
    return text;
}

Json in_json(Description const& description) {
    Json json{{"heading", description.heading}, {"meaning", description.meaning}};
    for (auto const& [name, value] : description.facts) json[name] = value;
    for (Table const& table : description.tables) {
        auto rows = Json::array();
        for (auto const& row : table.rows) {
            Json object;
            for (std::size_t c = 0; c < row.size(); ++c) object[table.columns[c]] = row[c];
            rows.push_back(std::move(object));
        }
        json[table.title] = std::move(rows);
    }
    return json;
}

}  // namespace

std::string wrapped(std::string const& text, std::size_t indent, std::size_t width) {
    std::size_t const room = width > indent + 20 ? width - indent : 20;
    std::string result, line;
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t const end = std::min(text.find(' ', begin), text.size());
        std::string const word = text.substr(begin, end - begin);
        if (!line.empty() && screen_width(line) + 1 + screen_width(word) > room) {
            result += line + '\n' + std::string(indent, ' ');
            line = word;
        } else {
            line += (line.empty() ? "" : " ") + word;
        }
        begin = end + 1;
    }
    return result + line;
}

std::string markdown_table(Table const& table) {
    auto const line = [](std::vector<std::string> const& cells) {
        std::string row = "|";
        for (std::string const& cell : cells) row += ' ' + escaped(cell) + " |";
        return row + '\n';
    };
    std::string text = line(table.columns) + line(std::vector<std::string>(table.columns.size(), "---"));
    for (auto const& row : table.rows) text += line(row);
    return text;
}

std::string tell(std::vector<Description> const& descriptions, Format format, int width) {
    if (format == Format::json) {
        auto list = Json::array();
        for (Description const& description : descriptions) list.push_back(in_json(description));
        return (list.size() == 1 ? list.items().front() : list).dump(2) + '\n';
    }
    auto const told = [&](Description const& description) {
        if (format == Format::csv) return in_csv(description);
        return format == Format::markdown ? in_markdown(description) : in_text(description, std::size_t(width));
    };
    std::string text;
    for (Description const& description : descriptions) text += (text.empty() ? "" : "\n") + told(description);
    return text;
}

}  // namespace micropol::app
