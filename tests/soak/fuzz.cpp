// libFuzzer's way in: MICROPOL_READER says which reader, MICROPOL_EXAMPLES a folder into which its examples are written first.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "soak/readers.h"

namespace {

using micropol::soak::Reader;

Reader const& reader() {
    static Reader const& chosen = []() -> Reader const& {
        char const* const asked = std::getenv("MICROPOL_READER");
        for (Reader const& one : micropol::soak::readers())
            if (asked != nullptr && one.name == asked) return one;
        std::cerr << "MICROPOL_READER is one of:";
        for (Reader const& one : micropol::soak::readers()) std::cerr << ' ' << one.name;
        std::cerr << '\n';
        std::exit(2);
    }();
    return chosen;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    if (char const* const folder = std::getenv("MICROPOL_EXAMPLES"); folder != nullptr) {
        int number = 0;
        for (std::string const& example : reader().examples())
            std::ofstream(std::filesystem::path(folder) / ("example" + std::to_string(++number)), std::ios::binary) << example;
        std::ofstream words(std::filesystem::path(folder) / "../words");
        for (std::string_view const word : reader().words) {
            words << '"';
            constexpr char digits[] = "0123456789abcdef";
            for (char const c : word) words << "\\x" << digits[std::uint8_t(c) >> 4] << digits[std::uint8_t(c) & 15];
            words << "\"\n";
        }
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    (void)reader().takes({reinterpret_cast<char const*>(data), size});
    return 0;
}
