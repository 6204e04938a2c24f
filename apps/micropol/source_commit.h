#pragma once

#include <string_view>

namespace micropol::app {

// The commit this program was built from, "-dirty" after it if files differed from it; "" where there was no git repository.
[[nodiscard]] std::string_view source_commit();

}  // namespace micropol::app
