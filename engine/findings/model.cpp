#include "findings/model.h"

#include <algorithm>
#include <set>

#include "base/overloaded.h"
#include "base/source.h"
#include "findings/limits.h"

namespace micropol {

namespace {

std::vector<Assumption> each_once(std::vector<Assumption> const& numbers) {
    std::vector<Assumption> found;
    std::set<std::pair<std::string, std::string>> seen;
    for (Assumption const& number : numbers)
        if (seen.emplace(number.path, to_string(number.value)).second) found.push_back(number);
    return found;
}

// Works that these numbers rest on, in the order of the literature.
List works_of(std::vector<Assumption> const& numbers) {
    std::set<std::string, std::less<>> cited;
    for (Assumption const& number : numbers) cited.insert(number.source);
    List list{.items = {}, .in_english = true, .folded_under = "Works cited"};
    for (Source const& source : sources())
        if (cited.contains(source.key)) list.items.push_back(name(std::string(source.key) + ": " + std::string(source.citation)));
    return list;
}

Section begun_assumptions() {
    return {.id = "assumptions", .heading = "What is assumed, and what it rests on", .elements = {}, .is_background = true};
}

Phrase or_dash(std::string const& text) { return name(text.empty() ? "–" : text); }

}  // namespace

Phrase describe(Distribution const& distribution) {
    return std::visit(Overloaded{
                          [](double fixed) -> Phrase { return exact(fixed); },
                          [](UniformDistribution const& d) -> Phrase {
                              return Message("uniform {0} to {1}", {exact(d.low), exact(d.high)});
                          },
                          [](NormalDistribution const& d) -> Phrase {
                              return Message("normal, mean {0}, sd {1}", {exact(d.mean), exact(d.sd)});
                          },
                          [](TriangularDistribution const& d) -> Phrase {
                              return Message("triangular {0} to {1}, mode {2}", {exact(d.low), exact(d.high), exact(d.mode)});
                          },
                          [](BetaDistribution const& d) -> Phrase {
                              return Message("beta, mean {0}, sd {1}", {exact(d.mean), exact(d.sd)});
                          },
                          [](ChoiceDistribution const& d) -> Phrase {
                              Listing values{.items = {}, .joined = Listing::Joined::by_semicolons};
                              for (std::size_t k = 0; k < d.values.size(); ++k)
                                  values.items.push_back(Message("{0} ({1})", {exact(d.values[k]), exact(d.weights[k])}));
                              return Message("one of {0}", {values});
                          },
                      },
                      distribution);
}

Section assumption_section(std::vector<Assumption> const& all) {
    std::vector<Assumption> const numbers = each_once(all);
    auto const how_many = [&](auto const& which) { return Count{std::uint64_t(std::ranges::count_if(numbers, which))}; };
    Count const total{numbers.size()}, without_source = how_many([](Assumption const&one) { return one.source == assumed; }),
                                       uncertain = how_many([](Assumption const&one) { return is_uncertain(one); });
    Section section = begun_assumptions();
    section.add({Paragraph{
        uncertain.value > 0
            ? Message("{0} numbers, of which {1} rest on no source and are marked “assumed”. {2} are uncertain: each simulated "
                      "organisation draws its own.",
                      {total, without_source, uncertain})
            : Message(
                  "{0} numbers, of which {1} rest on no source and are marked “assumed”. None is treated as uncertain, so the "
                  "intervals leave out not knowing them.",
                  {total, without_source})}});
    Table table{.caption = "What is assumed, and what it rests on",
                .columns = {"Parameter", "Value", "Unit", "Source", "Set by"},
                .rows = {},
                .folded = true};
    for (Assumption const& number : numbers)
        table.rows.push_back({name(number.path), describe(number.value), in_context("unit", name_of(number.unit)),
                              number.source == assumed ? Phrase("assumed") : name(number.source),
                              number.given ? "scenario" : "model"});
    section.add({table});
    if (List works = works_of(numbers); !works.items.empty()) section.add({std::move(works)});
    return section;
}

Section money_section(std::vector<Assumption> const& all) {
    Table table{
        .caption = "Amounts of money", .columns = {"Parameter", "Value, thousand euros", "Whose"}, .rows = {}, .folded = true};
    std::size_t own = 0;
    for (Assumption const& number : each_once(all)) {
        if (number.unit != Unit::money) continue;
        own += number.given ? 1 : 0;
        table.rows.push_back(
            {name(number.path), describe(number.value), number.given ? "the scenario's own" : "default of micropol"});
    }
    Section section{.id = "money", .heading = "What money rests on", .elements = {}};
    if (table.rows.empty()) return section;
    std::vector<Paragraph> lines;
    on_money(lines, table.rows.size(), own);
    for (Paragraph& line : lines) section.add({std::move(line)});
    section.add({Paragraph{
        "Each of these can be given in the scenario, under the name it has here. The value of one unit of work "
        "(performance.value_of_work) is what a person brings in about four weeks: revenue or salary of a year, by thirteen, which "
        "money.revenue or money.salary gives. What a lead is worth follows from it and from the share of Marketing's value that comes "
        "only through leads (mechanisms.performance.lead_share), which money.leads and money.lead_value give."}});
    section.add({std::move(table)});
    return section;
}

Section missing_assumptions(Phrase why) {
    Section section = begun_assumptions();
    section.add({Paragraph{Message("The list is missing: {0}", {std::move(why)})}});
    return section;
}

Section limit_section() {
    List list;
    for (Limit const& limit : limits_of_the_model())
        list.items.push_back(Listing{{limit.head, limit.text}, Listing::Joined::by_spaces});
    return {.id = "limits", .heading = "What the model cannot say", .elements = {{list}}, .is_background = true};
}

Section provenance_section(std::vector<ResultsOrigin> const& files) {
    Section section{.id = "provenance", .heading = "Where these results come from", .elements = {}};
    section.add(
        {Paragraph{"The same command, version and scenario give the same bytes on any machine. Titles, names and descriptions "
                   "come from the scenario, and so do the names of assumptions."}});
    Table table{.caption = "Where these results come from",
                .columns = {"File", "Kind", "Command", "Version", "Compiler", "Seed"},
                .rows = {}};
    for (ResultsOrigin const& file : files)
        table.rows.push_back({name(file.file), in_context("study", file.kind), or_dash(file.command), or_dash(file.version),
                              or_dash(file.compiler), or_dash(file.seed ? std::to_string(*file.seed) : "")});
    section.add({table});
    return section;
}

Paragraph unfinished(std::string const& file, std::size_t blocks) {
    return {Message("{0} is not finished: it holds {1} blocks so far.", {name(file), Count{blocks}}), Paragraph::Tone::caution};
}

Phrase names_stamp() { return "CONFIDENTIAL: this report shows the names of real people."; }

}  // namespace micropol
