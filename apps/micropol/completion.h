#pragma once
// What a shell needs to complete commands, made from the records of the verbs.

#include <string>

namespace micropol::app {

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace micropol::app
