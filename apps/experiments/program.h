#pragma once
// What every program of experiments does with its command line, and how it ends.

#include <functional>

namespace boost::program_options {
class options_description;
class variables_map;
}  // namespace boost::program_options

namespace micropol::experiments {

// Adds --help and --threads (0: all processors) to the options. run: whether all came out as it should. The program then ends with 0, or
// with 1 where something did not or failed, and with 2 for what cannot be asked: run throws boost::program_options::error for that.
[[nodiscard]] int program(int count, char** words, boost::program_options::options_description& options,
                          std::function<bool(boost::program_options::variables_map const& given, int threads)> const& run);

}  // namespace micropol::experiments
