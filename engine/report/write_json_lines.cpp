#include "base/json.h"
#include "report/write_json.h"

namespace micropol {

namespace {

// The study without the list on the first line, then what the list has.
std::string in_lines(std::string const& document, std::string_view list, std::string_view kind) {
    Json study = {{"record", "study"}};
    std::string lines;
    Json const whole = Json::parse(document);
    for (auto const& [key, value] : whole.members()) {
        if (key != list) {
            study[key] = value;
            continue;
        }
        for (Json const& item : value.items()) {
            Json line = {{"record", kind}};
            for (auto const& [name, its] : item.members()) line[name] = its;
            lines += line.dump() + '\n';
        }
    }
    return study.dump() + '\n' + lines;
}

}  // namespace

std::string write_json_lines(RunSummary const& run) { return in_lines(write_json(run), "outcomes", "outcome"); }
std::string write_json_lines(Comparison const& comparison) { return in_lines(write_json(comparison), "strategies", "strategy"); }
std::string write_json_lines(Sweep const& sweep) { return in_lines(write_json(sweep), "points", "point"); }

}  // namespace micropol
