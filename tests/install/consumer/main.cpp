// A program of someone else's: reads a scenario, simulates it, prints what came of it and writes it as a page.

#include <fstream>
#include <iostream>

#include "findings/run.h"
#include "report/write.h"
#include "scenario/read_scenario.h"
#include "simulation/simulate.h"
#include "study/run/summary.h"

int main() try {
    char const* const text = R"(
micropol: 1
name: A consumer's organisation
organisation:
  departments:
    - {name: Marketing, headcount: 6}
    - {name: Sales, headcount: 8}
transformation: {}
runs: {weeks: 10, histories: 32}
)";
    micropol::Model const model(micropol::parse_scenario(text, "in the program", ".", micropol::known_plugins()), "");
    auto const results = micropol::run_all(model);
    micropol::Document const findings = micropol::findings_of(micropol::summarise(model, results));
    std::cout << micropol::write_text(findings);
    std::ofstream("page.html") << micropol::write_html({findings}, micropol::Language::german, "0.0.0");
} catch (std::exception const& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
}
