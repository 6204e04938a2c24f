#include "organisation/data_file.h"

#include <algorithm>
#include <optional>

#include "base/trimmed.h"
#include "organisation/csv.h"
#include "organisation/encoding.h"
#include "organisation/gexf.h"
#include "organisation/tidy_text.h"
#include "organisation/xlsx.h"

namespace micropol {

namespace {

struct OtherFormat {
    Phrase what, suggestion;
};
// How a file begins, in small letters and without blanks.
std::string beginning_of(std::string_view text) {
    constexpr std::size_t looked_at = 1000;
    std::string begin = folded(text.substr(0, looked_at));
    std::erase_if(begin, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return begin;
}

// What other programs write that is not read here; by how it begins.
std::optional<OtherFormat> other_format(std::string const& begin) {
    auto const begins = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [&](std::string_view word) { return begin.starts_with(word); });
    };
    Phrase const as_graph = "save it as GraphML, or as CSV with the columns source, target and weight",
                 as_table = "save it as .xlsx or CSV, with one row for each person or tie";
    if (begins({"*matrix"})) return OtherFormat{Message("a graph in the format {0}", {name("Pajek")}), as_graph};
    if (begins({"dln=", "dlformat", "dlnr="}))
        return OtherFormat{Message("a graph in the format {0}", {name("UCINET")}), as_graph};
    if (begins({"graph[", "creator\""})) return OtherFormat{Message("a graph in the format {0}", {name("GML")}), as_graph};
    if (begins({"graph{", "digraph", "strictdigraph", "strictgraph"}))
        return OtherFormat{Message("a graph in the format {0}", {name("DOT")}), as_graph};
    if (begins({"<html", "<!doctypehtml", "<table", "<meta", "<div"}))
        return OtherFormat{Message("a table in the format {0}", {name("HTML")}), as_table};
    if (begin.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos)
        return OtherFormat{Message("a table in the format {0}", {name("SpreadsheetML")}), as_table};
    if (begins({"[{", "[[", "{\""})) return OtherFormat{Message("a table in the format {0}", {name("JSON")}), as_table};
    if (begins({"%pdf"})) return OtherFormat{Message("a table in the format {0}", {name("PDF")}), as_table};
    return {};
}

}  // namespace

DataFile read_data_file(std::filesystem::path const& path, std::string const& sheet, std::vector<Phrase>& remarks,
                        std::vector<Problem>& problems) {
    std::size_t const before = problems.size();
    std::string const file = path.string();
    std::string bytes = read_bytes(path, problems);
    DataFile read;
    read.rows.file = read.edges.file = file;
    if (problems.size() > before) return read;
    if (bytes.starts_with("PK\x03\x04")) {
        read.rows = parse_xlsx(bytes, file, sheet, remarks, problems);
        return read;
    }
    if (bytes.starts_with("\xd0\xcf\x11\xe0")) {
        add_problem(problems, {file}, "an old or encrypted workbook", "its format is not known here",
                    "save it as .xlsx without a password, or as CSV");
        return read;
    }
    bool const is_pdf = bytes.starts_with("%PDF");
    std::string const text = is_pdf ? std::move(bytes) : in_utf8(std::move(bytes), file, remarks, problems);
    if (problems.size() > before) return read;
    std::string const begin = beginning_of(text);
    if (auto const other = other_format(begin)) {
        add_problem(problems, {file}, other->what, "it is not read here", other->suggestion);
        return read;
    }
    auto const take = [&](Graph graph) {
        read.rows = std::move(graph.nodes), read.edges = std::move(graph.edges), read.is_graph = true;
    };
    bool const is_pajek = std::ranges::any_of(std::initializer_list<std::string_view>{"*vertices", "*network", "*arcs", "*edges"},
                                              [&](std::string_view word) { return begin.starts_with(word); });
    if (begin.find("<gexf") != std::string::npos) {
        take(parse_gexf(text, file, remarks, problems));
    } else if (is_pajek) {
        take(parse_pajek(text, file, remarks, problems));
    } else if (path.extension() == ".graphml" || path.extension() == ".xml" || trimmed(text).starts_with("<?xml") ||
               trimmed(text).starts_with("<graphml")) {
        take(parse_graphml(text, file, remarks, problems));
    } else {
        read.rows = parse_spreadsheet_csv(text, file, remarks, problems);
    }
    return read;
}

}  // namespace micropol
