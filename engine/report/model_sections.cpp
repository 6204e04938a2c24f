#include <algorithm>
#include <map>
#include <set>

#include "base/source.h"
#include "model/model.h"
#include "report/limits.h"
#include "report/sections.h"
#include "results/wording.h"

namespace micropol {

namespace {

// Of all variants that change nothing but the strategy, each number once, in the order in which the model has them.
std::vector<Assumption> assumptions_of(StudyRecord const& record, std::vector<Variant> const& variants,
                                       std::string const& folder) {
    std::vector<Assumption> found;
    std::set<std::string> seen;
    ReadOptions options;
    options.allow_outside = true;
    Scenario const scenario = parse_scenario(record.provenance.scenario, "scenario", folder, known_plugins(), options);
    for (Variant const& variant : variants) {
        if (!variant.changes.empty()) continue;
        for (Assumption const& number : Model(scenario, variant.strategy).assumptions())
            if (seen.insert(number.path).second) found.push_back(number);
    }
    return found;
}

std::string value_of(Language language, Assumption const& assumption) {
    std::string const text = to_string(assumption.value);
    return language == Language::german && std::holds_alternative<double>(assumption.value) ? localised(language, text) : text;
}

std::string no_backticks(std::string_view text) {
    std::string result(text);
    std::erase(result, '`');
    return result;
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

void add_assumptions(Page& page, StudyRecord const& record, std::vector<Variant> const& variants, std::string const& folder) {
    page.begin_section("assumptions", page.word("assumptions"));
    StudyFacts const& facts = record.facts;
    page.say(phrase(page.language(), "assumptions_note",
                    {count_said(page.language(), facts.numbers), count_said(page.language(), facts.assumed_numbers),
                     count_said(page.language(), facts.uncertain.size())}));
    std::vector<Assumption> numbers;
    try {
        numbers = assumptions_of(record, variants, folder);
    } catch (InvalidInput const& why) {
        page.say(phrase(page.language(), "assumptions_missing", {to_string(why.problems().front())}));
        return;
    }
    PageTable table{page.word("assumptions"),
                    {page.word("number"), page.word("value"), page.word("unit"), page.word("source"), page.word("set_by")},
                    {}};
    for (Assumption const& number : numbers)
        table.rows.push_back({number.path, value_of(page.language(), number), std::string(name_of(number.unit)),
                              number.source == assumed ? page.word("assumed") : number.source,
                              page.word(number.given ? "given" : "usual")});
    page.folded_table(table);
    if (std::vector<std::string> const cited = works(numbers); !cited.empty()) {
        page.say(page.word("works") + ":");
        page.list(cited, true);
    }
}

void add_limits(Page& page) {
    page.begin_section("limits", page.word("cannot_say"));
    bool const german = page.language() == Language::german;
    std::vector<std::string> items;
    for (Limit const& limit : limits_of_the_model())
        items.push_back(no_backticks(german ? limit.german_head : limit.english_head) + ' ' +
                        no_backticks(german ? limit.german : limit.english));
    page.list(items);
}

void add_provenance(Page& page, std::vector<std::pair<std::string, StudyRecord>> const& studies,
                    std::vector<std::string> const& other_files) {
    page.begin_section("provenance", page.word("provenance"));
    page.say(page.word("provenance_note"));
    PageTable table{page.word("provenance"),
                    {page.word("file"), page.word("kind"), page.word("command"), page.word("version"), page.word("compiler"),
                     page.word("seed")},
                    {}};
    for (auto const& [file, record] : studies)
        table.rows.push_back({file, said(page.language(), record.kind), record.provenance.command, record.provenance.version,
                              record.provenance.compiler, std::to_string(record.facts.seed)});
    for (std::string const& file : other_files) table.rows.push_back({file, "JSON", "–", "–", "–", "–"});
    page.table(table);
}

}  // namespace micropol
