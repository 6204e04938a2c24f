#pragma once
// A file of people or ties in whatever format it is.

#include "organisation/graphml.h"

namespace micropol {

struct DataFile {
    RowTable rows;   // of people or ties; of a graph, its nodes
    RowTable edges;  // of a graph
    bool is_graph = false;
};

// What the file is, its content says: a workbook, GraphML, GEXF, a network of Pajek, else CSV. sheet: of a workbook; empty: the first.
[[nodiscard]] DataFile read_data_file(std::filesystem::path const& path, std::string const& sheet, std::vector<Phrase>& remarks,
                                      std::vector<Problem>& problems);

}  // namespace micropol
