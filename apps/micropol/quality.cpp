#include "micropol/quality.h"

#include "findings/common.h"
#include "micropol/wording.h"
#include "words/problem.h"

namespace micropol::app {

std::vector<Phrase> describe(DataQuality const& quality) {
    std::vector<Phrase> lines{
        Message("People    {0} in {1} on {2}",
                {counted("{0} people", quality.people), counted("{0} departments", quality.departments),
                 counted("{0} levels", quality.levels)}),
        Message("Ties      {0}, of which {1} along reporting lines; {2} contacts a person, density {3}, {4} returned",
                {Count{quality.ties}, Count{quality.formal_ties}, Decimal{quality.mean_degree, 1}, percent(quality.density),
                 percent(quality.reciprocity)}),
        Message("Alone     {0} without any tie, {1} without a manager",
                {counted("{0} people", quality.isolated), counted("{0} people", quality.without_manager)})};
    std::vector<std::string> taken;
    Listing missing;
    for (auto const& [column, of_file] : quality.columns)
        taken.push_back(column == of_file ? column : column + " (" + of_file + ")");
    for (auto const& [column, rows] : quality.missing)
        if (rows > 0) missing.items.push_back(Message("{1} of {0} people", {Count{rows}, name(column)}));
    if (!taken.empty()) lines.push_back(Message("Columns   {0}", {listed(std::span<std::string const>(taken))}));
    if (!missing.items.empty()) lines.push_back(Message("Missing   {0}; drawn from the scenario's assumptions", {missing}));
    if (!quality.ignored_columns.empty())
        lines.push_back(Message("Ignored   columns {0}", {listed(std::span<std::string const>(quality.ignored_columns))}));
    for (Phrase const& remark : quality.remarks) lines.push_back(Message("Note      {0}", {remark}));
    return lines;
}

}  // namespace micropol::app
