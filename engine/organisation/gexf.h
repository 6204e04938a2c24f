#pragma once
// GEXF (gexf.net, 1.1 to 1.3), which Gephi writes, and Pajek's networks (.net), which many programs write: as GraphML is read.

#include "organisation/graphml.h"

namespace micropol {

// Of an attribute that changes over time, the last value counts. Nodes that hold others are groups. `file` stands in problems.
[[nodiscard]] Graph parse_gexf(std::string_view text, std::string const& file, std::vector<Phrase>& remarks,
                               std::vector<Problem>& problems);

// *Vertices, *Arcs, *Edges, *Arcslist and *Edgeslist; columns "id" and "label", and of ties "weight". What else the file has is not
// read, with a remark.
[[nodiscard]] Graph parse_pajek(std::string_view text, std::string const& file, std::vector<Phrase>& remarks,
                                std::vector<Problem>& problems);

}  // namespace micropol
