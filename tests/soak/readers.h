#pragma once
// Everything that reads what others have written, each with bytes for a file: for soak/readers_test.cpp and, under sanitizers,
// libFuzzer (soak/fuzz.cpp).

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace micropol::soak {

struct Reader {
    std::string_view name;
    // Whether the bytes were taken. Throws for what no reader may do: anything but taking them or saying what is wrong with them.
    bool (*takes)(std::string_view bytes);
    std::vector<std::string> (*examples)();    // that it takes, to begin with
    std::vector<std::string_view> words = {};  // that mean something to it
};

[[nodiscard]] std::span<Reader const> readers();

// One step from an example to something worse.
[[nodiscard]] std::string changed(Reader const& reader, std::string bytes, std::string_view other, std::uint64_t chance);

}  // namespace micropol::soak
