#pragma once
// What `answer` learns from: evidence that is named, or lies beside the file that it answers for.

#include <filesystem>
#include <string>
#include <vector>

#include "micropol/arguments.h"
#include "study/calibrate/calibrated.h"

namespace micropol::app {

inline constexpr Option evidence_of_answer_option{
    "evidence", "FILE.csv",
    "what the company has seen of itself: the answer is given from what this leaves of the assumptions; 'micropol describe "
    "evidence' says what that can be",
    "tables of evidence beside FILE", true};
inline constexpr Option no_evidence_option{"no-evidence", "", "leave evidence beside FILE unread"};

// Files of evidence for the one that is answered for, by name. Says which lie beside it, and which look like evidence and are not read.
// Throws WrongUsage or InvalidInput.
[[nodiscard]] std::vector<std::string> evidence_for(Arguments const& arguments, std::filesystem::path const& given);

// "Learned   from log_ins.csv: 48 observations …", and what they say.
void say_what_was_learned(Calibrated const& calibrated, std::vector<std::string> const& evidence,
                          std::filesystem::path const& posterior);

}  // namespace micropol::app
