#pragma once
// The machine and the terminal that the program runs on.

#include <cstddef>
#include <optional>

namespace micropol::app {

[[nodiscard]] int processors();
// Bytes that can be had without swapping, within the limit of a container; nothing where the system does not say.
[[nodiscard]] std::optional<std::size_t> available_memory();

[[nodiscard]] bool standard_error_is_terminal();
// A terminal, and NO_COLOR is not set.
[[nodiscard]] bool wants_colour();
// Columns of the terminal on standard output, but no fewer than can be filled; 100 where it is none.
[[nodiscard]] int output_width(int min_width = 60);
// The same of standard error, as it is at this moment.
[[nodiscard]] int error_width();

}  // namespace micropol::app
