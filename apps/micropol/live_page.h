#pragma once
// A page in which the engine itself runs: what `micropol page` writes.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "micropol/screening.h"
#include "report/write.h"
#include "scenario/node.h"
#include "scenario/read_scenario.h"
#include "words/language.h"

namespace micropol::app {

struct LivePageOptions {
    Language language = Language::english;  // that the page begins with
    std::string version = {};               // of the program
    std::string name = {};                  // of the scenario's file
    std::vector<std::string> words =
        {};  // of the command line that said how to read it; none where the page's scenario is another one
    std::vector<Matter> matters = {};  // the strongest first
    bool workshop = false;             // with what participants answer, and what compares their answers
    Node scenario = {};                // as it was written, with what the command line changed
};

// Whether this program has what it takes: else it was built without the compiler for WebAssembly.
[[nodiscard]] bool pages_can_be_live();
void require_live_pages();  // throws Failure otherwise

[[nodiscard]] std::string live_page_of(ScenarioSource const& source, LivePageOptions const& options);
// The same as a section of a report.
[[nodiscard]] LivePart live_part_of(ScenarioSource const& source, LivePageOptions const& options);

// Whoever has a page can read all that is in it: of a scenario with imported people one with invented people of the same shape takes
// its place, which is said on the console. Whether it does.
bool leave_people_at_home(Node& scenario, std::string const& file, ScenarioSource& source);

}  // namespace micropol::app
