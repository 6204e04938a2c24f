#pragma once
// Files of answers to what `workshop --questions` asks of a scenario.

#include "base/json.h"
#include "cli/program.h"

namespace micropol::cli {

inline constexpr char const *low_chips = "[9, 9, 2, 0, 0, 0, 0, 0, 0, 0]", *high_chips = "[0, 0, 0, 0, 0, 0, 0, 2, 9, 9]";

inline Json questions_about(std::string const& scenario, std::vector<std::string> const& more = {}) {
    return Json::parse(run(with({"workshop", "--questions", "--scenario", scenario}, more)).output);
}

// Of one assumption: the first, or that of the path.
inline std::string answers_to(Json const& asked, std::string const& participant, std::string const& chips,
                              std::string const& round = "1", std::string path = "") {
    if (path.empty()) path = asked.at("assumptions").items()[0].at("path").text();
    return "micropol_answers: 1\nparticipant: '" + participant + "'\nround: " + round + "\nscenario: {title: '" +
           asked.at("title").text() + "', fingerprint: '" + asked.at("fingerprint").text() + "'}\nassumptions: {" + path + ": " +
           chips + "}\nlevers: {training: 2}\n";
}

}  // namespace micropol::cli
