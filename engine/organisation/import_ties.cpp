#include "organisation/import_ties.h"

#include <algorithm>
#include <cmath>

#include "words/number_text.h"

namespace micropol {

namespace {

Place place_of(GivenTies const& given, TieRow const& row, std::string const& known) {
    Place place = row.place;
    if (auto const found = given.field.find(known); found != given.field.end()) place.column = found->second;
    return place;
}

Phrase quoted(std::string const& id) { return name("'" + id + "'"); }

bool is_reporting_line(std::string_view kind) {
    constexpr std::string_view names[] = {"reports-to", "reports_to", "reportsto", "reports to", "formal"};
    return std::ranges::find(names, kind) != std::end(names);
}

// A number of a table's field; the usual one where none is written, NaN, and a problem, where it is no number.
double number_at(RowTable const& table, RowTable::Row const& row, std::size_t column, double usual,
                 std::vector<Problem>& problems) {
    std::string text = row.fields[column];
    if (table.separator != ',') std::ranges::replace(text, ',', '.');
    if (is_missing(text)) return usual;
    if (auto const number = number_in(text); number && std::isfinite(*number)) return *number;
    add_problem(problems, table.place(row, column),
                Message("{0} '{1}' is not a number", {name(table.columns[column]), name(text)}));
    return std::nan("");
}

// Rows of one kind share one scale.
std::map<std::string, double> largest_by_kind(std::vector<GivenTies> const& given) {
    std::map<std::string, double> largest;
    for (GivenTies const& ties : given)
        for (TieRow const& row : ties.rows)
            if (double& most = largest[row.kind]; std::isfinite(row.strength)) most = std::max(most, row.strength);
    return largest;
}

bool check_row(GivenTies const& given, TieRow const& row, std::vector<Problem>& problems) {
    std::size_t const before = problems.size();
    if (row.from == row.to)
        add_problem(problems, place_of(given, row, "target"), Message("a tie from '{0}' to the same person", {name(row.from)}),
                    "", "leave the row out");
    if (row.strength < 0 || std::isinf(row.strength))
        add_problem(problems, place_of(given, row, "weight"),
                    Message("weight {0} is out of range", {name(to_string(Distribution(row.strength)))}),
                    "a weight is a number from 0");
    if (std::isnan(row.strength) && !given.field.contains("weight")) add_problem(problems, row.place, "weight is not a number");
    if (row.trust && !(*row.trust >= 0 && *row.trust <= 1))
        add_problem(problems, place_of(given, row, "trust"),
                    Message("trust {0} is out of range", {name(to_string(Distribution(*row.trust)))}),
                    Message("{0} to {1}", {exact(0), exact(1)}));
    return problems.size() == before && !std::isnan(row.strength);
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

Message unnamed(Role role) {
    switch (role) {
        case Role::manager: return "manager is not named";
        case Role::source: return "source is not named";
        case Role::target: break;
    }
    return "target is not named";
}

Message unknown(Role role, std::string const& id) {
    switch (role) {
        case Role::manager: return {"manager '{0}' does not exist", {name(id)}};
        case Role::source: return {"source '{0}' does not exist", {name(id)}};
        case Role::target: break;
    }
    return {"target '{0}' does not exist", {name(id)}};
}

void remark_on(std::vector<Arc> const& arcs, std::size_t zero, std::size_t repeated, std::map<std::string, double> const& largest,
               bool undirected, ImportedOrganisation& into) {
    auto& remarks = into.quality.remarks;
    for (auto const& [kind, most] : largest)
        if (most > 1 && !is_reporting_line(kind))
            remarks.push_back(kind.empty()
                                  ? Message("Weights of ties were divided by {0}, the largest.", {exact(most)})
                                  : Message("Weights of '{0}' were divided by {1}, the largest.", {name(kind), exact(most)}));
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

}  // namespace

GivenTies ties_in(RowTable const& table, std::string const& kind, std::map<std::string, std::string> const& given,
                  std::vector<Problem>& problems) {
    ChosenColumns const chosen = choose_columns(table, tie_columns(), given, problems);
    GivenTies ties;
    for (auto const& [known, column] : chosen.index) {
        ties.field[known] = int(column) + 1;
        ties.column[known] = table.columns[column];
    }
    for (std::string const& end : {std::string("source"), std::string("target")})
        if (!chosen.contains(end) && !table.columns.empty() && !given.contains(end))
            add_problem(problems, {table.file, 1, 0},
                        end == "source" ? "no column with the source of ties" : "no column with the target of ties",
                        Message("it has {0}", {listed(table.columns)}), name_it_with(end));
    if (!chosen.contains("source") || !chosen.contains("target")) return ties;
    auto const column = [&](char const* known) { return chosen.index.at(known); };
    for (RowTable::Row const& row : table.rows) {
        TieRow tie{.from = row.fields[column("source")],
                   .to = row.fields[column("target")],
                   .kind = kind,
                   .trust = {},
                   .place = {table.file, row.line, 0}};
        if (chosen.contains("weight")) tie.strength = number_at(table, row, column("weight"), 1, problems);
        if (chosen.contains("kind") && !is_missing(row.fields[column("kind")])) tie.kind = row.fields[column("kind")];
        if (chosen.contains("trust") && !is_missing(row.fields[column("trust")]))
            if (double const trust = number_at(table, row, column("trust"), 0, problems); !std::isnan(trust)) tie.trust = trust;
        // Some programs write here which way a tie goes.
        bool const both_ways = tie.kind == "Undirected";
        if (both_ways || tie.kind == "Directed") tie.kind = kind;
        if (both_ways) ties.rows.push_back(tie), std::swap(ties.rows.back().from, ties.rows.back().to);
        ties.rows.push_back(std::move(tie));
    }
    return ties;
}

std::optional<std::uint32_t> find_person(std::string const& id, IdIndex const& index, Place const& place, Role role,
                                         std::vector<Problem>& problems) {
    if (auto const found = index.find(id); found != index.end()) return found->second;
    // Among thousands the nearest id is rarely what was meant, and slow to find.
    constexpr std::size_t few = 1000;
    std::vector<std::string> ids;
    if (index.size() <= few)
        for (auto const& entry : index) ids.push_back(entry.first);
    add_problem(problems, place, id.empty() ? unnamed(role) : unknown(role, id), id.empty() ? "" : "no person has that id",
                did_you_mean(id, ids));
    return {};
}

void ReportingLines::add(std::uint32_t employee, std::uint32_t manager, Place const& place, std::vector<std::string> const& id,
                         std::vector<Problem>& problems) {
    if (employee == manager) {
        add_problem(problems, place, Message("'{0}' reports to the same person", {name(id[employee])}), "",
                    "leave the manager of the person at the top empty");
    } else if (manager_[employee] == nobody) {
        manager_[employee] = manager;
        ++count_;
    } else if (manager_[employee] != manager) {
        add_problem(problems, place, Message("'{0}' has two managers", {name(id[employee])}),
                    Message("'{0}' and '{1}'", {name(id[manager_[employee]]), name(id[manager])}), "keep the one who decides");
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

std::vector<Arc> take_ties(std::vector<GivenTies> const& given, IdIndex const& index, bool undirected, ReportingLines& lines,
                           ImportedOrganisation& into, std::vector<Problem>& problems) {
    std::map<std::string, double> const largest = largest_by_kind(given);
    std::size_t zero = 0;
    std::vector<Arc> arcs;
    for (GivenTies const& ties : given)
        for (TieRow const& row : ties.rows) {
            auto const from = find_person(row.from, index, place_of(ties, row, "source"), Role::source, problems);
            auto const to = find_person(row.to, index, place_of(ties, row, "target"), Role::target, problems);
            if (!check_row(ties, row, problems) || !from || !to) continue;
            if (is_reporting_line(row.kind)) {
                lines.add(*from, *to, row.place, into.base.id, problems);
            } else if (row.strength == 0) {
                ++zero;
            } else {
                double const strength = row.strength / std::max(1.0, largest.at(row.kind));
                arcs.push_back({*from, *to, strength, row.trust});
                if (undirected) arcs.push_back({*to, *from, strength, row.trust});
            }
        }
    std::size_t const named = arcs.size();
    arcs = merge(std::move(arcs));
    remark_on(arcs, zero, named - arcs.size(), largest, undirected, into);
    return arcs;
}

}  // namespace micropol
