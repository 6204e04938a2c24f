#pragma once
// GraphML (Brandes et al. 2002), the exchange format of network programs: one table of nodes, one of edges.

#include "organisation/table.h"

namespace micropol {

struct Graph {
    RowTable nodes;  // column "id", then one for each attribute of nodes, by its name
    RowTable edges;  // columns "source" and "target", then one for each attribute of edges; an undirected edge has two rows
};

// Hyperedges, entity declarations and anything deeper than 32 elements are refused. `file` stands in problems.
[[nodiscard]] Graph parse_graphml(std::string_view text, std::string const& file, std::vector<Problem>& problems);

}  // namespace micropol
