#include "organisation/import.h"

#include <algorithm>
#include <set>

#include "organisation/csv.h"
#include "organisation/graphml.h"
#include "organisation/import_ties.h"
#include "organisation/reporting.h"

namespace micropol {

namespace {

bool is_graphml(std::filesystem::path const& file) { return file.extension() == ".graphml" || file.extension() == ".xml"; }

// "advice" for edges_advice.csv; "" for ties.csv, edges.csv and the like.
std::string kind_of(std::filesystem::path const& file) {
    std::string stem = file.stem().string();
    for (std::string_view const prefix : {"edges", "ties"})
        if (stem.starts_with(prefix)) stem.erase(0, prefix.size());
    return stem.starts_with('_') || stem.starts_with('-') ? stem.substr(1) : stem;
}

class Importer {
  public:
    Importer(ImportPlan const& plan, float unreciprocated) : plan_(plan), unreciprocated_(unreciprocated) {}

    ImportedOrganisation import() {
        check_known(plan_.columns, problems_);
        read_people();
        read_ties();
        if (people_.rows.empty() && problems_.empty())
            add_problem(problems_, {people_file()}, "nobody works here", "there is no row with a person");
        if (!names_people()) stop_on_problems();  // everything after it would be a problem, too
        IdIndex const index = take_people(people_, made_, problems_);
        ReportingLines lines(people_.rows.size());
        take_managers(index, lines);
        std::vector<Arc> const arcs = take_ties(ties_, index, plan_.undirected, lines, made_, problems_);
        lines.check_circles(made_.base.id, people_file(), problems_);
        made_.base.manager = lines.manager();
        take_level(lines);
        stop_on_problems();
        join(arcs);
        judge(arcs, lines);
        return std::move(made_);
    }

  private:
    [[nodiscard]] bool names_people() const {
        return !people_.rows.empty() &&
               (plan_.people.empty() || people_.column.contains("id") || people_.column.contains("name"));
    }
    [[nodiscard]] std::string people_file() const { return plan_.people.string(); }

    void stop_on_problems() {
        constexpr std::size_t most_shown = 100;
        if (problems_.empty()) return;
        if (problems_.size() > most_shown) {
            std::size_t const more = problems_.size() - most_shown;
            problems_.resize(most_shown);
            add_problem(problems_, {}, Message("{0} more problems", {Count{more}}),
                        Message("the first {0} are shown", {Count{most_shown}}));
        }
        throw InvalidInput(std::move(problems_));
    }

    void read_people() {
        if (plan_.people.empty()) {
            people_ = people_in(plan_.person_rows, problems_);
            return;
        }
        std::string const text = read_text(plan_.people, problems_);
        if (text.empty() && !problems_.empty()) return;
        if (is_graphml(plan_.people)) {
            Graph const graph = parse_graphml(text, people_file(), problems_);
            people_ = people_in(graph.nodes, plan_.columns, problems_);
            if (!graph.edges.rows.empty()) add_ties(graph.edges, "");
        } else {
            people_ = people_in(parse_csv(text, people_file(), problems_), plan_.columns, problems_);
        }
        made_.quality.columns = people_.column;
        made_.quality.ignored_columns = people_.ignored;
        for (std::string const& column : people_.ignored)
            if (std::string const known(known_name(column, people_columns())); people_.column.contains(known))
                made_.quality.remarks.push_back(
                    Message("The column '{0}' was taken as {1}; '{2}' could be it too: {3}.",
                            {name(people_.column[known]), name(known), name(column), name("--map " + known + "=" + column)}));
    }

    void read_ties() {
        for (std::filesystem::path const& file : plan_.ties) {
            std::size_t const before = problems_.size();
            std::string const text = read_text(file, problems_);
            if (problems_.size() > before) continue;
            if (is_graphml(file))
                add_ties(parse_graphml(text, file.string(), problems_).edges, kind_of(file));
            else
                add_ties(parse_csv(text, file.string(), problems_), kind_of(file));
        }
        if (!plan_.tie_rows.empty()) ties_.push_back({plan_.tie_rows, {}, {}});
        if (plan_.reports_to.empty()) return;
        std::size_t const before = problems_.size();
        std::string const text = read_text(plan_.reports_to, problems_);
        if (problems_.size() > before) return;
        ties_.push_back(ties_in(parse_csv(text, plan_.reports_to.string(), problems_), "reports-to", {}, problems_));
        for (TieRow& row : ties_.back().rows) row.kind = "reports-to";
    }

    void add_ties(RowTable const& table, std::string const& kind) {
        ties_.push_back(ties_in(table, kind, plan_.columns, problems_));
        made_.quality.columns.insert(ties_.back().column.begin(), ties_.back().column.end());
    }

    void take_managers(IdIndex const& index, ReportingLines& lines) {
        for (std::uint32_t i = 0; i < people_.rows.size(); ++i) {
            PersonRow const& row = people_.rows[i];
            auto const manager = row.fields.find("manager");
            if (manager == row.fields.end() || is_missing(manager->second)) continue;
            Place const place = people_.place(row, "manager");
            if (auto const boss = find_person(manager->second, index, place, Role::manager, problems_))
                lines.add(i, *boss, place, made_.base.id, problems_);
        }
    }

    void take_level(ReportingLines const& lines) {
        if (lines.count() == 0) return take_levels(people_, made_, problems_);
        made_.base.level = levels_of(lines.manager());
        auto const given = people_.column.find("level");
        if (given == people_.column.end()) return;
        made_.quality.remarks.push_back(
            Message("Levels follow from the reporting lines; the column '{0}' was not used for them.", {name(given->second)}));
    }

    // A reporting line between people of whom nobody names the other is an acquaintance whose strength is yet to be drawn: 0.
    void join(std::vector<Arc> const& arcs) {
        std::vector<Tie> list;
        for (Arc const& arc : arcs) {
            bool const formal = made_.base.manager[arc.from] == arc.to || made_.base.manager[arc.to] == arc.from;
            list.push_back({arc.from, arc.to, float(arc.strength), float(arc.trust.value_or(0)), formal});
        }
        auto const named = [&](std::uint32_t i, std::uint32_t j) {
            return std::ranges::binary_search(arcs, std::pair(i, j), {},
                                              [](Arc const& arc) { return std::pair(arc.from, arc.to); });
        };
        for (std::uint32_t i = 0; i < made_.base.headcount(); ++i)
            if (std::uint32_t const boss = made_.base.manager[i]; boss != nobody && !named(i, boss) && !named(boss, i))
                list.push_back({i, boss, 0, 0, true});
        made_.base.ties = build_ties(made_.base.headcount(), list, unreciprocated_);

        // Arcs and ties ascend alike.
        made_.trust_known.assign(made_.base.ties.count(), false);
        std::size_t tie = 0;
        for (Arc const& arc : arcs) {
            while (tie < made_.base.ties.first[arc.from] || made_.base.ties.other[tie] != arc.to) ++tie;
            made_.trust_known[tie] = arc.trust.has_value();
        }
    }

    void judge(std::vector<Arc> const& arcs, ReportingLines const& lines) {
        DataQuality& quality = made_.quality;
        Organisation const& base = made_.base;
        double const n = base.headcount();
        quality.people = base.headcount();
        quality.departments = base.departments.size();
        quality.levels = std::set(base.level.begin(), base.level.end()).size();
        quality.ties = arcs.size();
        quality.formal_ties = lines.count();
        quality.without_manager = quality.people - lines.count();
        for (std::uint32_t i = 0; i < base.headcount(); ++i) quality.isolated += base.ties.degree(i) == 0;
        quality.density = n > 1 ? double(arcs.size()) / (n * (n - 1)) : 0;
        quality.mean_degree = double(base.ties.count()) / n;
        auto const returned = std::size_t(std::ranges::count_if(arcs, [&](Arc const& arc) {
            return std::ranges::binary_search(arcs, std::pair(arc.to, arc.from), {},
                                              [](Arc const& other) { return std::pair(other.from, other.to); });
        }));
        quality.reciprocity = arcs.empty() ? 0 : double(returned) / double(arcs.size());
        if (quality.isolated > 0)
            quality.remarks.push_back(
                Message("{0} of {1} people have no tie to anybody.", {Count{quality.isolated}, Count{quality.people}}));
        if (lines.count() > 0 && quality.without_manager > 1)
            quality.remarks.push_back(Message("{0} people have no manager.", {Count{quality.without_manager}}));
        if (arcs.empty()) quality.remarks.emplace_back("No ties are known beside the reporting lines.");
    }

    ImportPlan const& plan_;
    float unreciprocated_;
    std::vector<Problem> problems_;
    GivenPeople people_;
    std::vector<GivenTies> ties_;
    ImportedOrganisation made_;
};

}  // namespace

ImportedOrganisation import_organisation(ImportPlan const& plan, float unreciprocated) {
    return Importer(plan, unreciprocated).import();
}

}  // namespace micropol
