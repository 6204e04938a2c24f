#pragma once
// FNV-1a, 64 bits: tells things apart that differ by accident, not by intent.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace micropol {

class Hash {
  public:
    Hash& add(std::span<std::byte const> bytes) {
        for (std::byte const byte : bytes) value_ = (value_ ^ std::uint64_t(byte)) * 0x100000001b3u;
        return *this;
    }
    // With its length, so that two texts are not taken for one.
    Hash& add(std::string_view text) { return add(std::uint64_t(text.size())).add(std::as_bytes(std::span(text))); }
    Hash& add(std::uint64_t number) {  // lowest byte first
        for (int byte = 0; byte < 8; ++byte) value_ = (value_ ^ (number >> (8 * byte) & 0xff)) * 0x100000001b3u;
        return *this;
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0xcbf29ce484222325u;
};

[[nodiscard]] inline std::string in_hexadecimal(std::uint64_t number) {  // sixteen digits
    std::string digits(16, '0');
    for (std::size_t k = 0; k < 16; ++k) digits[k] = "0123456789abcdef"[number >> (60 - 4 * k) & 15];
    return digits;
}

}  // namespace micropol
