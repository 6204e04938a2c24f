#include "organisation/import_ties.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "organisation/edge_list.h"
#include "organisation/tidy_text.h"
#include "organisation/tie_matrix.h"
#include "organisation/tie_strengths.h"
#include "words/number_text.h"
#include "words/text.h"

namespace micropol {

namespace {

Place place_of(GivenTies const& given, TieRow const& row, std::string const& known) {
    Place place = row.place;
    if (auto const found = given.field.find(known); found != given.field.end()) place.column = found->second;
    return place;
}

Phrase quoted(std::string const& id) { return name("'" + id + "'"); }

bool is_one_of(std::string_view kind, std::initializer_list<std::string_view> kinds) {
    return std::ranges::find(kinds, compared_heading(kind)) != kinds.end();
}
bool is_reporting_line(std::string_view kind) {
    return is_one_of(kind, {"reportsto", "reportto", "reportingline", "formal", "solidline", "berichtetan", "unterstellt"});
}
bool is_dotted_line(std::string_view kind) {
    return is_one_of(
        kind, {"dotted", "dottedline", "matrix", "functional", "secondary", "indirect", "project", "fachlich", "gestrichelt"});
}

// In ascending order; an acquaintance named several times has the larger strength and the largest trust named.
std::vector<Arc> merge(std::vector<Arc> arcs) {
    std::ranges::stable_sort(arcs, {}, [](Arc const& arc) { return std::pair(arc.from, arc.to); });
    std::vector<Arc> merged;
    for (Arc const& arc : arcs) {
        if (merged.empty() || merged.back().from != arc.from || merged.back().to != arc.to) {
            merged.push_back(arc);
            continue;
        }
        merged.back().strength = std::max(merged.back().strength, arc.strength);
        if (arc.trust) merged.back().trust = std::max(merged.back().trust.value_or(0), *arc.trust);
    }
    return merged;
}

// Of one kind: who is named every week is no stronger an acquaintance for that.
void merge(std::vector<WeightedTie>& ties) {
    auto const key = [](WeightedTie const& tie) { return std::tie(tie.listed, tie.kind, tie.from, tie.to); };
    std::ranges::stable_sort(ties, [&](WeightedTie const& a, WeightedTie const& b) { return key(a) < key(b); });
    std::size_t kept = 0;
    for (std::size_t k = 0; k < ties.size(); ++k) {
        if (kept > 0 && key(ties[kept - 1]) == key(ties[k])) {
            WeightedTie& first = ties[kept - 1];
            first.weight = std::max(first.weight, ties[k].weight);
            if (ties[k].trust) first.trust = std::max(first.trust.value_or(0), *ties[k].trust);
        } else if (kept++ != k) {
            ties[kept - 1] = std::move(ties[k]);
        }
    }
    ties.resize(kept);
}

void remark_on(std::vector<Arc> const& arcs, std::size_t zero, std::size_t repeated, bool undirected,
               ImportedOrganisation& into) {
    auto& remarks = into.quality.remarks;
    if (zero > 0) remarks.push_back(Message("{0} ties of weight 0 were left out.", {Count{zero}}));
    if (repeated > 0)
        remarks.push_back(Message("{0} ties are named more than once: the largest strength counts.", {Count{repeated}}));
    bool const returned = std::ranges::any_of(arcs, [&](Arc const& arc) {
        return std::ranges::binary_search(arcs, std::pair(arc.to, arc.from), {},
                                          [](Arc const& other) { return std::pair(other.from, other.to); });
    });
    if (!arcs.empty() && !returned && !undirected)
        remarks.emplace_back("No tie is named from both sides: if ties mean both directions alike, say --undirected.");
}

// Where headings say nothing, the two columns in which people are named: of mail statistics, for example.
void take_columns_with_people(RowTable const& table, std::map<std::string, std::string> const& given, PeopleIndex const& index,
                              ChosenColumns& chosen, DataQuality& quality) {
    std::vector<std::size_t> open;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        if (std::ranges::any_of(chosen.index, [&](auto const& entry) { return entry.second == k; })) continue;
        constexpr std::size_t looked_at = 200;
        std::size_t const rows = std::min(table.rows.size(), looked_at);
        std::size_t people = 0;
        for (std::size_t row = 0; row < rows; ++row) people += index.has(table.rows[row].fields[k]);
        if (people * 2 > rows) open.push_back(k);
    }
    std::vector<std::string> ends;
    for (char const* const end : {"source", "target"})
        if (!chosen.contains(end) && !given.contains(end)) ends.emplace_back(end);
    if (ends.empty() || open.size() != ends.size()) return;
    for (std::size_t k = 0; k < ends.size(); ++k) {
        chosen.index[ends[k]] = open[k];
        quality.warnings.push_back(
            Message("The column '{0}' is taken as the {1} of ties because people are named in it; else: {2}.",
                    {name(table.columns[open[k]]), in_context("column", ends[k]), name("--map " + ends[k] + "=COLUMN")}));
    }
}

// "Nominee 1", "Nominee 2": who is named in columns beside the target's that are called alike, but for their numbers.
std::vector<std::size_t> further_targets(RowTable const& table, ChosenColumns const& chosen, std::vector<Phrase>& remarks) {
    auto const without_number = [&](std::size_t column) {
        std::string heading = compared_heading(table.columns[column]);
        while (!heading.empty() && heading.back() >= '0' && heading.back() <= '9') heading.pop_back();
        return heading;
    };
    std::string const called = without_number(chosen.index.at("target"));
    std::vector<std::size_t> further;
    std::vector<std::string> named;
    for (std::size_t k = 0; k < table.columns.size() && !called.empty(); ++k) {
        bool const taken = std::ranges::any_of(chosen.index, [&](auto const& entry) { return entry.second == k; });
        if (taken || without_number(k) != called) continue;
        further.push_back(k), named.push_back(table.columns[k]);
    }
    if (!named.empty()) remarks.push_back(Message("{0} name targets of ties, too.", {listed(named)}));
    return further;
}

// One person, or several whom a field names: "ben@x.example; cy@x.example".
std::vector<std::uint32_t> people_addressed(std::string const& word, References& references, Place const& place,
                                            std::size_t& several) {
    if (references.index.find(word).people.empty())
        if (std::vector<std::uint32_t> people = references.index.find_several(word); people.size() > 1) return ++several, people;
    auto const one = find_person(word, references, place, Misfit::outsiders);
    return one ? std::vector{*one} : std::vector<std::uint32_t>{};
}

}  // namespace

GivenTies ties_in(RowTable const& table, TieRules const& rules, std::map<std::string, std::string> const& given,
                  PeopleIndex const& index, MisfitRows& misfits, DataQuality& quality, std::vector<Problem>& problems) {
    ChosenColumns chosen = choose_columns(table, tie_columns(), given, problems);
    if (!chosen.contains("source") || !chosen.contains("target")) {
        if (auto const headed = given.empty() ? with_headings(table, index, quality.remarks) : std::nullopt)
            return ties_in(*headed, rules, given, index, misfits, quality, problems);
        if (given.empty() && is_tie_matrix(table, index)) return ties_in_matrix(table, rules.kind, misfits, quality, problems);
        take_columns_with_people(table, given, index, chosen, quality);
    }
    GivenTies ties;
    std::map<std::string, DecimalMark> mark;
    for (auto const& [known, column] : chosen.index) {
        ties.field[known] = int(column) + 1;
        ties.column[known] = table.columns[column];
        mark[known] = decimal_mark_of(column_texts(table, column), table.separator);
    }
    for (std::string const& end : {std::string("source"), std::string("target")})
        if (!chosen.contains(end) && !table.columns.empty() && !given.contains(end))
            add_problem(problems, {table.file, 1, 0},
                        end == "source" ? "no column with the source of ties" : "no column with the target of ties",
                        columns_of(table, end), name_it_with(end));
    if (!chosen.contains("source") || !chosen.contains("target")) return ties;
    auto const column = [&](char const* known) { return chosen.index.at(known); };
    std::vector<std::size_t> const further = further_targets(table, chosen, quality.remarks);
    quality.warnings.insert(quality.warnings.end(), chosen.warnings.begin(), chosen.warnings.end());
    // A graph may declare one column for people and ties.
    auto const is_of_people = [&](std::string const& name) {
        return std::ranges::any_of(quality.columns, [&](auto const& taken) { return taken.second == name; });
    };
    for (std::size_t k = 0; k < table.columns.size(); ++k)
        if (!table.columns[k].empty() && !is_of_people(table.columns[k]) && std::ranges::find(further, k) == further.end() &&
            std::ranges::none_of(chosen.index, [&](auto const& entry) { return entry.second == k; }) &&
            std::ranges::find(quality.ignored_columns, table.columns[k]) == quality.ignored_columns.end())
            quality.ignored_columns.push_back(table.columns[k]);
    std::size_t without_weight = 0;
    constexpr Range any{-1e308, 1e308}, shares{0, 1};
    for (RowTable::Row const& row : table.rows) {
        TieRow tie{.from = row.fields[column("source")],
                   .to = row.fields[column("target")],
                   .kind = rules.kind,
                   .trust = {},
                   .place = {table.file, row.line, 0}};
        if (chosen.contains("weight")) without_weight += is_missing(row.fields[column("weight")]);
        if (chosen.contains("weight"))
            tie.strength = tie_number(table, row, column("weight"), mark["weight"], any, misfits).value_or(1);
        if (chosen.contains("kind") && !is_missing(row.fields[column("kind")])) tie.kind = row.fields[column("kind")];
        if (chosen.contains("trust")) tie.trust = tie_number(table, row, column("trust"), mark["trust"], shares, misfits);
        // Some programs write here which way a tie goes.
        bool const both_ways = is_one_of(tie.kind, {"undirected", "mutual", "bidirectional"});
        if (both_ways || is_one_of(tie.kind, {"directed"})) tie.kind = rules.kind;
        if (rules.reporting_lines && !is_dotted_line(tie.kind)) tie.kind = "reports-to";
        auto const add = [&](TieRow const& one) {
            if (both_ways) ties.rows.push_back(one), std::swap(ties.rows.back().from, ties.rows.back().to);
            ties.rows.push_back(one);
        };
        add(tie);
        for (std::size_t const k : further)
            if (!is_missing(row.fields[k])) tie.to = row.fields[k], add(tie);
    }
    if (without_weight > 0)
        quality.remarks.push_back(Message("{0} ties have no weight: it counts as 1.", {Count{without_weight}}));
    return ties;
}

RowTable edges_between_people(DataFile graph, std::string const& wanted, PeopleIndex const& index, std::vector<Phrase>& remarks) {
    RowTable& edges = graph.edges;
    constexpr std::size_t looked_at = 500;
    std::span const nodes(graph.rows.rows.data(), std::min(graph.rows.rows.size(), looked_at));
    auto const named_in = [&](std::size_t column) {
        return std::ranges::count_if(nodes, [&](RowTable::Row const& row) { return index.has(row.fields[column]); });
    };
    std::ptrdiff_t most = graph.rows.columns.empty() ? 0 : named_in(0);
    std::size_t best = 0;
    for (std::size_t k = 1; k < graph.rows.columns.size(); ++k) {
        if (graph.rows.columns[k] == wanted) {
            best = k;
            break;
        }
        std::ptrdiff_t const named = wanted.empty() ? named_in(k) : 0;
        if (named > most) best = k, most = named;
    }
    if (best == 0) return edges;
    std::map<std::string, std::string> called;  // id of a node -> what it says
    for (RowTable::Row const& row : graph.rows.rows) called[row.fields[0]] = row.fields[best];
    for (RowTable::Row& row : edges.rows)
        for (std::size_t const end : {0u, 1u})
            if (auto const found = called.find(row.fields[end]); found != called.end() && !found->second.empty())
                row.fields[end] = found->second;
    remarks.push_back(
        Message("The nodes of {0} are people by their attribute '{1}'.", {name(edges.file), name(graph.rows.columns[best])}));
    return edges;
}

std::optional<std::uint32_t> find_person(std::string const& word, References& references, Place const& place, Misfit reason) {
    PeopleIndex::Found const found = references.index.find(word);
    std::vector<std::string> const& ids = references.index.ids();
    if (found.people.size() == 1) {
        references.ways.note(found.by, word, ids[found.people[0]]);
        return found.people[0];
    }
    // Among thousands the nearest id is rarely what was meant, and slow to find.
    constexpr std::size_t few = 1000, longest = 100;
    Phrase nearest;
    bool const asks = found.people.empty() && !references.misfits.has(reason);  // only the first is shown
    if (asks && ids.size() <= few && word.size() <= longest && !word.empty()) nearest = did_you_mean(word, ids);
    references.misfits.add(reason, place, word, {}, {}, nearest);
    return {};
}

void take_manager(std::uint32_t employee, std::string const& word, Place const& place, References& references,
                  ReportingLines& lines) {
    PeopleIndex::Found const found = references.index.find(word);
    if (is_missing(word) && found.people.empty()) return;
    std::vector<std::uint32_t> managers = found.people;
    if (managers.size() != 1) managers = references.index.find_several(word);
    if (managers.empty()) {
        std::string const plain = compared_heading(word);
        constexpr std::string_view nobody_above[] = {"nomanager", "nosupervisor", "keinvorgesetzter", "keine", "keiner",
                                                     "brak",      "aucun"};
        if (std::ranges::find(nobody_above, plain) != std::end(nobody_above)) return;
        constexpr std::string_view parts[] = {"vacan",     "vakan",      "unbesetzt",   "nichtbesetzt",
                                              "tobehired", "zubesetzen", "openposition"},
                                   words[] = {"tbd", "tba", "tbh", "open", "offen", "nn", "x", "xx", "xxx"};
        bool const is_vacant = std::ranges::any_of(
                                   parts, [&](std::string_view part) { return plain.find(part) != std::string::npos; }) ||
                               std::ranges::find(words, plain) != std::end(words);
        (void)find_person(word, references, place, is_vacant ? Misfit::vacant_managers : Misfit::unknown_managers);
        return;
    }
    if (managers.size() == 1) references.ways.note(found.by, word, references.index.ids()[managers[0]]);
    lines.add(employee, managers[0]);
    for (std::size_t k = 1; k < managers.size(); ++k)
        if (managers[k] != employee) lines.add_dotted(employee, managers[k]);
}

void ReportingLines::add(std::uint32_t employee, std::uint32_t manager) {
    if (employee == manager) {
        ++to_themselves_;
    } else if (manager_[employee] == nobody) {
        manager_[employee] = manager;
        ++count_;
    } else if (manager_[employee] != manager) {
        add_dotted(employee, manager);
    }
}

void ReportingLines::check_circles(std::vector<std::string> const& id, std::string const& file,
                                   std::vector<Problem>& problems) const {
    std::vector<std::uint32_t> walk(manager_.size(), nobody);  // [employee]: from whom the walk that first came here started
    for (std::uint32_t start = 0; start < manager_.size(); ++start) {
        std::uint32_t i = start;
        for (; i != nobody && walk[i] == nobody; i = manager_[i]) walk[i] = start;
        if (i == nobody || walk[i] != start) continue;
        Listing circle{{quoted(id[i])}, Listing::Joined::by_commas};
        std::size_t length = 1;
        constexpr std::size_t most_shown = 8;
        for (std::uint32_t j = manager_[i]; j != i; j = manager_[j])
            if (++length <= most_shown) circle.items.push_back(quoted(id[j]));
        add_problem(problems, {file}, "managers go round in a circle",
                    Message(length > most_shown ? "{0} and more, back to the first" : "{0}, back to the first", {circle}),
                    "one of them has to report to somebody else, or to nobody");
    }
}

std::vector<Arc> take_ties(std::vector<GivenTies> const& given, References& references, ImportPlan const& plan,
                           ReportingLines& lines, ImportedOrganisation& into) {
    std::size_t zero = 0, several = 0;
    std::vector<WeightedTie> ties;
    for (GivenTies const& group : given)
        for (TieRow const& row : group.rows) {
            bool const is_line = is_reporting_line(row.kind);
            Place const at_source = place_of(group, row, "source"), at_target = place_of(group, row, "target");
            auto const from = find_person(row.from, references, at_source, Misfit::outsiders);
            if (!from) continue;
            if (is_line) {
                take_manager(*from, row.to, at_target, references, lines);
                continue;
            }
            for (std::uint32_t const to : people_addressed(row.to, references, at_target, several)) {
                if (*from == to)
                    references.misfits.add(Misfit::self_ties, at_target, row.from);
                else if (row.strength < 0)
                    references.misfits.add(Misfit::negative_ties, place_of(group, row, "weight"),
                                           to_text(Phrase(exact(row.strength)), Language::english));
                else if (is_dotted_line(row.kind) && !group.field.contains("weight"))
                    lines.add_dotted(*from, to);
                else if (row.strength == 0)
                    ++zero;
                else {
                    ties.push_back({*from, to, row.strength, row.kind, row.trust, group.listed});
                    if (plan.undirected) ties.push_back({to, *from, row.strength, row.kind, row.trust, group.listed});
                }
            }
        }
    if (several > 0)
        into.quality.remarks.push_back(Message("{0} ties name several people: one leads to each of them.", {Count{several}}));
    std::size_t const said = ties.size();
    merge(ties);
    std::vector<double> const strength = strengths_of(ties, plan.weights, into.quality.remarks);
    std::vector<Arc> arcs;
    for (std::size_t k = 0; k < ties.size(); ++k) arcs.push_back({ties[k].from, ties[k].to, strength[k], ties[k].trust});
    arcs = merge(std::move(arcs));
    remark_on(arcs, zero, said - arcs.size(), plan.undirected, into);
    return arcs;
}

}  // namespace micropol
