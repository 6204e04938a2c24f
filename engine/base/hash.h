#pragma once
// FNV-1a, 64 bits: tells things apart that differ by accident, not by intent.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace micropol {

class Hash {
  public:
    Hash() = default;
    explicit Hash(std::uint64_t value) : value_(value) {}  // goes on from there

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
[[nodiscard]] inline std::optional<std::uint64_t> from_hexadecimal(std::string_view digits) {  // sixteen of them, in lower case
    if (digits.size() != 16) return std::nullopt;
    std::uint64_t number = 0;
    for (char const digit : digits) {
        std::size_t const value = std::string_view("0123456789abcdef").find(digit);
        if (value == std::string_view::npos) return std::nullopt;
        number = number << 4 | value;
    }
    return number;
}

}  // namespace micropol
