#pragma once
// A workshop held in a page: the same study as the program's.

#include <string>
#include <string_view>
#include <vector>

#include "scenario/read_scenario.h"
#include "words/language.h"

namespace micropol::live {

struct WorkshopAsked {
    struct File {
        std::string name, text;
    };
    std::vector<std::string> paths;  // of the assumptions that were asked for, in their order
    std::vector<File> files;         // of answers, in the form of JSON
    std::vector<std::string> strategies = {};
    std::string by = "substantive";
    std::uint32_t blocks = 1;
};

// text: the scenario. JSON: {"problems": […]} in that language where something is wrong with a file of answers, or {"result": …} as the
// program writes it, with its verdict and sections in that language.
[[nodiscard]] std::string hold_workshop(std::string const& text, std::string const& name, WorkshopAsked const& asked,
                                        Language language);

}  // namespace micropol::live
