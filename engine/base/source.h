#pragma once
// The literature the model rests on. Records cite it by key.

#include <span>
#include <string_view>

namespace micropol {

struct Source {
    std::string_view key;       // "friedkin_johnsen_1990"
    std::string_view citation;  // authors, year, title, place
};

[[nodiscard]] std::span<Source const> sources();
// nullptr if nothing has that key.
[[nodiscard]] Source const* find_source(std::string_view key);

}  // namespace micropol
