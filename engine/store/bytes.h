#pragma once
// Numbers as a file of results keeps them to the bit. Within the store alone.

#include <bit>
#include <cstddef>
#include <cstring>
#include <span>
#include <vector>

namespace micropol {

static_assert(std::endian::native == std::endian::little, "files of results hold numbers with the lowest byte first");

template <class Value>
std::span<std::byte const> bytes_of(std::vector<Value> const& values) {
    return std::as_bytes(std::span(values));
}

template <class Value>
std::vector<Value> values_of(std::span<std::byte const> bytes) {
    std::vector<Value> values(bytes.size() / sizeof(Value));
    if (!values.empty()) std::memcpy(static_cast<void*>(values.data()), bytes.data(), values.size() * sizeof(Value));
    return values;
}

}  // namespace micropol
