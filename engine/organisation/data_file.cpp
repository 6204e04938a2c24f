#include "organisation/data_file.h"

#include "base/trimmed.h"
#include "organisation/csv.h"
#include "organisation/encoding.h"
#include "organisation/xlsx.h"

namespace micropol {

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
    std::string const text = in_utf8(std::move(bytes), file, remarks, problems);
    if (problems.size() > before) return read;
    if (path.extension() == ".graphml" || path.extension() == ".xml" || trimmed(text).starts_with("<?xml") ||
        trimmed(text).starts_with("<graphml")) {
        Graph graph = parse_graphml(text, file, remarks, problems);
        read.rows = std::move(graph.nodes), read.edges = std::move(graph.edges), read.is_graph = true;
    } else {
        read.rows = parse_spreadsheet_csv(text, file, remarks, problems);
    }
    return read;
}

}  // namespace micropol
