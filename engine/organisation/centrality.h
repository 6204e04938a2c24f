#pragma once
// Whose standing rests on whom: Bonacich (1987), c = alpha (I - beta A)^-1 A 1, where A_ij is how much j turns to i. With
// beta > 0 one is central through central others (status), with beta < 0 through others who have nobody else (bargaining).

#include <vector>

#include "organisation/ties.h"

namespace micropol {

// [employee], mean 1, 0 without ties; where nobody turns to anybody everyone has 1. beta is half of what A allows
// (0.5 / largest eigenvalue): assumed. Sums run in a fixed order: the same bits on every machine.
[[nodiscard]] std::vector<float> centrality(Ties const& ties);

// Largest eigenvalue of A, relative error about 1e-4; 0 where nobody turns to anybody.
[[nodiscard]] double largest_eigenvalue(Ties const& ties);

// [employee], scaled to length sqrt(employees); dense and exact, for small graphs. |beta| < 1 / largest eigenvalue.
[[nodiscard]] std::vector<double> exact_centrality(Ties const& ties, double beta);

}  // namespace micropol
