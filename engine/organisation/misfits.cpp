#include "organisation/misfits.h"

#include "organisation/table.h"

namespace micropol {

namespace {

constexpr std::string_view names[] = {"self-ties",        "outsiders", "negative-ties", "vacant-managers",  "second-managers",
                                      "unknown-managers", "old-rows",  "leavers",       "unreadable-values"};
static_assert(std::size(names) == std::size_t(Misfit::count));

constexpr std::string_view scales[] = {"rank", "log", "linear"};

Message said_of(Misfit reason, std::size_t count, std::string const& subject, Phrase const& range) {
    Count const rows{count};
    switch (reason) {
        case Misfit::self_ties: return {"{0} ties lead from somebody to the same person", {rows}};
        case Misfit::outsiders: return {"{0} ties name somebody who is not among the people", {rows}};
        case Misfit::negative_ties: return {"{0} ties have a weight below 0", {rows}};
        case Misfit::vacant_managers:
            return {subject.empty() ? "{0} people report to a place that is vacant" : "{0} rows are places that nobody holds",
                    {rows}};
        case Misfit::second_managers: return {"{0} people report to a second manager, too", {rows}};
        case Misfit::unknown_managers: return {"{0} people report to somebody who cannot be told among the people", {rows}};
        case Misfit::old_rows: return {"{0} rows are about somebody whom another row is about, too", {rows}};
        case Misfit::leavers: return {"{0} people have left", {rows}};
        case Misfit::unreadable_values:
        case Misfit::count: break;
    }
    if (range.empty()) return {"{0} values of '{1}' are not numbers", {rows, name(subject)}};
    return {"{0} values of '{1}' are not numbers from {2}", {rows, name(subject), range}};
}

}  // namespace

std::span<std::string_view const> misfit_names() { return names; }
std::span<std::string_view const> weight_scale_names() { return scales; }

void MisfitRows::add(Misfit reason, Place place, std::string example, std::string subject, Phrase range, Phrase suggestion) {
    constexpr std::size_t most_examples = 3;
    Rows& rows = rows_[{reason, std::move(subject)}];
    if (rows.count++ == 0) rows.range = std::move(range), rows.suggestion = std::move(suggestion);
    if (rows.examples.size() < most_examples) rows.examples.emplace_back(std::move(example), std::move(place));
}

Misfits MisfitRows::report(std::vector<Phrase>& remarks, std::vector<Problem>& problems) const {
    Misfits refused;
    for (auto const& [key, rows] : rows_) {
        auto const& [reason, subject] = key;
        Message const said = said_of(reason, rows.count, subject, rows.range);
        Listing examples{{}, Listing::Joined::by_commas};
        for (auto const& [example, place] : rows.examples)
            examples.items.push_back(place.line > 0
                                         ? Message("'{0}' in line {1}", {name(example), name(std::to_string(place.line))})
                                         : Message("'{0}'", {name(example)}));
        if (rows.count > rows.examples.size())
            examples.items.push_back(Message("{0} more", {Count{rows.count - rows.examples.size()}}));
        if (drops(reason)) {
            remarks.push_back(Message("Left out, as asked: {0} ({1}).", {said, examples}));
            continue;
        }
        refused.set(std::size_t(reason));
        Message const leave_out("correct them, or leave them out with {0} (in a scenario: organisation.people.drop)",
                                {name("--drop " + std::string(names[std::size_t(reason)]))});
        Phrase suggestion = leave_out;
        if (rows.count == 1 && !rows.suggestion.empty()) suggestion = Message("{0} {1}", {rows.suggestion, leave_out});
        add_problem(problems, rows.examples[0].second, said, examples, suggestion);
    }
    return refused;
}

}  // namespace micropol
