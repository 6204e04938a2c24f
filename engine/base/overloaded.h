#pragma once
// One function object of several lambdas, for std::visit.

namespace micropol {

template <class... Case>
struct Overloaded : Case... {
    using Case::operator()...;
};
template <class... Case>
Overloaded(Case...) -> Overloaded<Case...>;  // clang 14 does not deduce it

}  // namespace micropol
