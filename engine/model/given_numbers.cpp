#include "model/given_numbers.h"

#include <algorithm>
#include <stdexcept>

#include "base/hash.h"

namespace micropol {

GivenNumbers::GivenNumbers(std::vector<std::string> paths, std::vector<double> values, std::size_t first)
    : paths_(std::move(paths)), values_(std::move(values)), first_(first) {
    if (paths_.empty() || values_.empty() || values_.size() % paths_.size() != 0)
        throw std::invalid_argument("given numbers are whole rows of the same numbers");
    first_ %= rows();
    Hash hash;
    for (std::string const& path : paths_) hash.add(path);
    hash.add(std::as_bytes(std::span(values_))).add(std::uint64_t(first_));
    hash_ = hash.value();
}

std::span<double const> GivenNumbers::of_block(std::uint32_t block) const {
    std::size_t const row = (std::size_t(block) + first_) % rows();
    return std::span(values_).subspan(row * paths_.size(), paths_.size());
}

std::optional<std::size_t> GivenNumbers::find(std::string_view path) const {
    auto const found = std::ranges::find(paths_, path);
    if (found == paths_.end()) return std::nullopt;
    return std::size_t(found - paths_.begin());
}

}  // namespace micropol
