// A program of someone else's: reads a scenario, simulates it and prints what came of it.

#include <iostream>

#include "micropol/show.h"
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
    std::cout << micropol::show(micropol::summarise(model, results), micropol::Format::text);
} catch (std::exception const& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
}
