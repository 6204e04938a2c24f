#pragma once
// GraphML (Brandes et al. 2002), the exchange format of network programs: one table of nodes, one of edges.

#include "organisation/table.h"

namespace micropol {

struct Graph {
    // Column "id", then one for each attribute of nodes, by its name; "label" for what yEd writes on a node, and "group" for
    // the node around it: a node that holds a graph is a group, and no row.
    RowTable nodes;
    RowTable edges;  // columns "source" and "target", then one for each attribute of edges; an undirected edge has two rows
};

// Hyperedges, entity declarations and anything deeper than 64 elements are refused; attributes that no <key> declares are
// taken by their names, with a remark. `file` stands in problems.
[[nodiscard]] Graph parse_graphml(std::string_view text, std::string const& file, std::vector<Phrase>& remarks,
                                  std::vector<Problem>& problems);

}  // namespace micropol
