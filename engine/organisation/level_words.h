#pragma once
// Which of two levels is the more senior, where they are numbers, codes such as "L5" or words such as "Director".

#include <map>
#include <optional>
#include <span>
#include <string>

namespace micropol {

struct LevelOrder {
    std::map<std::string, double> code;  // text -> the number that stands for it
    bool by_words = false;               // larger numbers are more senior; of numbers and codes that is not known
};

// Of a column's texts; nothing if their order is not known. Missing ones have none.
[[nodiscard]] std::optional<LevelOrder> level_order(std::span<std::string const> texts, char separator);

}  // namespace micropol
