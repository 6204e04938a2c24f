#include <algorithm>
#include <random>

#include "soak/readers.h"

namespace micropol::soak {

std::string changed(Reader const& reader, std::string bytes, std::string_view other, std::uint64_t chance) {
    std::mt19937_64 next(chance);
    auto const below = [&](std::size_t bound) { return bound == 0 ? 0 : std::size_t(next() % bound); };
    for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
        std::size_t const at = below(bytes.size() + 1), length = below(std::min<std::size_t>(bytes.size() - at, 40) + 1);
        switch (below(9)) {
            case 6:
            case 7: {  // another number often is one, too
                std::size_t const digit = bytes.find_first_of("0123456789", at);
                if (digit < bytes.size()) bytes[digit] = char('0' + below(10));
                break;
            }
            case 0:
                if (at < bytes.size()) bytes[at] = char(below(256));
                break;
            case 1: bytes.erase(at, length); break;
            case 2: bytes.insert(at, bytes.substr(at, length)); break;
            case 3: bytes.insert(at, reader.words[below(reader.words.size())]); break;
            case 4: bytes.replace(at, length, reader.words[below(reader.words.size())]); break;
            case 5: {
                std::size_t const from = below(other.size());
                bytes.insert(at, other.substr(from, below(80)));
                break;
            }
            default: bytes.resize(at);
        }
    }
    return bytes;
}

}  // namespace micropol::soak
