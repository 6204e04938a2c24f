#include "micropol/quality.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "micropol/wording.h"
#include "words/problem.h"
#include "words/text.h"

namespace micropol::app {

namespace {

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

std::string one_decimal(double number) {
    std::array<char, 32> text;
    return {text.data(), std::size_t(std::snprintf(text.data(), text.size(), "%.1f", number))};
}

std::string people(std::size_t count) { return counted(count, "person", "people"); }

}  // namespace

std::string describe(DataQuality const& quality) {
    std::string text = "People    " + people(quality.people) + " in " + counted(quality.departments, "department") + " on " +
                       counted(quality.levels, "level") + '\n';
    text += "Ties      " + grouped(quality.ties) + ", of which " + grouped(quality.formal_ties) + " along reporting lines; " +
            one_decimal(quality.mean_degree) + " contacts a person, density " + percent(quality.density) + ", " +
            percent(quality.reciprocity) + " returned\n";
    text += "Alone     " + people(quality.isolated) + " without any tie, " + people(quality.without_manager) +
            " without a manager\n";
    std::vector<std::string> taken, missing;
    for (auto const& [column, of_file] : quality.columns)
        taken.push_back(column == of_file ? column : column + " (" + of_file + ")");
    for (auto const& [column, rows] : quality.missing)
        if (rows > 0) missing.push_back(column + " of " + people(rows));
    if (!taken.empty()) text += "Columns   " + to_text(listed(taken), Language::english) + '\n';
    if (!missing.empty())
        text += "Missing   " + to_text(listed(missing), Language::english) + "; drawn from the scenario's assumptions\n";
    if (!quality.ignored_columns.empty())
        text += "Ignored   columns " + to_text(listed(quality.ignored_columns), Language::english) + '\n';
    for (Phrase const& remark : quality.remarks) text += "Note      " + to_text(remark, Language::english) + '\n';
    return text;
}

}  // namespace micropol::app
