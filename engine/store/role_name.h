#pragma once
// Roles by their names in JSON: "Sales, level 2", "Sales, no reports". Within the store alone.

#include <charconv>
#include <optional>
#include <string_view>

namespace micropol {

struct RoleName {
    std::string_view department;
    int level = 0;
};

// Nothing for what is no role.
[[nodiscard]] inline std::optional<RoleName> role_named(std::string_view name) {
    constexpr std::string_view lowest = ", no reports", ranked = ", level ";
    if (name.ends_with(lowest)) return RoleName{name.substr(0, name.size() - lowest.size()), 0};
    std::size_t const at = name.rfind(ranked);
    if (at == std::string_view::npos) return std::nullopt;
    RoleName role{name.substr(0, at)};
    char const *const from = name.data() + at + ranked.size(), *const end = name.data() + name.size();
    auto const [stopped, fault] = std::from_chars(from, end, role.level);
    return fault == std::errc() && stopped == end && role.level >= 0 ? std::optional(role) : std::nullopt;
}

}  // namespace micropol
