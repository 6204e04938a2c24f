#include <algorithm>
#include <iterator>
#include <set>

#include "base/source.h"
#include "findings/limits.h"
#include "model/model.h"
#include "report/engine_said.h"
#include "report/sections.h"
#include "results/wording.h"
#include "words/text.h"

namespace micropol {

namespace {

// Of the variants that change nothing but the strategy.
std::vector<Assumption> assumptions_of(ReportedStudy const& study) {
    std::vector<Assumption> found;
    ReadOptions options;
    options.allow_outside = true;
    Scenario const scenario = parse_scenario(study.record.provenance.scenario, "scenario", study.file.parent_path(),
                                             known_plugins(), options);
    for (Variant const& variant : study.variants)
        if (variant.changes.empty())
            std::ranges::move(Model(scenario, variant.strategy).assumptions(), std::back_inserter(found));
    return found;
}

// Of all studies, in the order in which the model has them; each once, unless studies differ in its value.
std::vector<Assumption> assumptions_of(std::vector<ReportedStudy> const& studies) {
    std::vector<Assumption> found;
    std::set<std::pair<std::string, std::string>> seen;
    for (ReportedStudy const& study : studies)
        for (Assumption const& number : assumptions_of(study))
            if (seen.emplace(number.path, to_string(number.value)).second) found.push_back(number);
    return found;
}

// Works that these numbers rest on, in the order of the literature.
std::vector<std::string> works(std::vector<Assumption> const& numbers) {
    std::set<std::string, std::less<>> cited;
    for (Assumption const& number : numbers) cited.insert(number.source);
    std::vector<std::string> result;
    for (Source const& source : sources())
        if (cited.contains(source.key)) result.push_back(std::string(source.key) + ": " + std::string(source.citation));
    return result;
}

}  // namespace

void add_assumptions(Page& page, std::vector<ReportedStudy> const& studies) {
    page.begin_section("assumptions", page.word("assumptions"));
    std::vector<Assumption> numbers;
    try {
        numbers = assumptions_of(studies);
    } catch (InvalidInput const& why) {
        page.say(phrase(page.language(), "assumptions_missing", {to_string(why.problems().front())}));
        return;
    }
    auto const how_many = [&](auto const& which) {
        return count_said(page.language(), std::size_t(std::ranges::count_if(numbers, which)));
    };
    page.say(phrase(
        page.language(), "assumptions_note",
        {count_said(page.language(), numbers.size()), how_many([](Assumption const& number) { return number.source == assumed; }),
         how_many([](Assumption const& number) { return is_uncertain(number); })}));
    PageTable table{page.word("assumptions"),
                    {page.word("number"), page.word("value"), page.word("unit"), page.word("source"), page.word("set_by")},
                    {}};
    for (Assumption const& number : numbers)
        table.rows.push_back({number.path, distribution_said(page.language(), to_string(number.value)),
                              said(page.language(), name_of(number.unit), "unit"),
                              number.source == assumed ? page.word("assumed") : number.source,
                              page.word(number.given ? "given" : "usual")});
    page.folded_table(table);
    if (std::vector<std::string> const cited = works(numbers); !cited.empty()) page.folded_list(page.word("works"), cited);
}

void add_limits(Page& page) {
    page.begin_section("limits", page.word("cannot_say"));
    std::vector<std::string> items;
    for (Limit const& limit : limits_of_the_model())
        items.push_back(to_text(limit.head, page.language()) + ' ' + to_text(limit.text, page.language()));
    page.list(items);
}

void add_provenance(Page& page, std::vector<ReportedStudy> const& studies,
                    std::vector<std::filesystem::path> const& other_files) {
    page.begin_section("provenance", page.word("provenance"));
    page.say(page.word("provenance_note"));
    PageTable table{page.word("provenance"),
                    {page.word("file"), page.word("kind"), page.word("command"), page.word("version"), page.word("compiler"),
                     page.word("seed")},
                    {}};
    for (ReportedStudy const& study : studies)
        table.rows.push_back({study.file.filename().string(), said(page.language(), study.record.kind),
                              study.record.provenance.command, study.record.provenance.version, study.record.provenance.compiler,
                              std::to_string(study.record.facts.seed)});
    for (std::filesystem::path const& file : other_files)
        table.rows.push_back({file.filename().string(), "JSON", "–", "–", "–", "–"});
    page.table(table);
}

}  // namespace micropol
