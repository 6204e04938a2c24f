#include "organisation/import.h"

#include <algorithm>
#include <set>

#include "organisation/department_roles.h"
#include "organisation/import_ties.h"
#include "organisation/reporting.h"

namespace micropol {

namespace {

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
        if (people_.rows.empty() && problems_.empty())
            add_problem(problems_, {people_file()}, "nobody works here", "there is no row with a person");
        if (!names_people()) stop_on_problems();  // everything after it would be a problem, too
        take_people(people_, made_, misfits_, problems_);
        PeopleIndex const index(made_.base.id, names_of(people_), people_.others);
        FoundWays ways;
        References references{index, misfits_, ways};
        read_ties(index);
        ReportingLines lines(people_.rows.size());
        take_managers(references, lines);
        std::vector<Arc> const arcs = take_ties(ties_, references, plan_, lines, made_);
        lines.check_circles(made_.base.id, people_file(), problems_);
        made_.base.manager = lines.manager();
        take_level(lines);
        stop_on_problems();
        for (Phrase const& remark : ways.remarks()) made_.quality.remarks.push_back(remark);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> const dotted = dotted_ties(arcs, lines);
        join(arcs, dotted);
        made_.some_ties = plan_.ties_are_some && arcs.size() + dotted.size() > 0;
        judge(arcs, dotted.size(), lines);
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
        bool const fits_otherwise = problems_.empty();
        Misfits const refused = misfits_.report(made_.quality.remarks, problems_);
        misfits_ = MisfitRows(plan_.drop);  // said now
        if (problems_.empty()) return;
        if (problems_.size() > most_shown) {
            std::size_t const more = problems_.size() - most_shown;
            problems_.resize(most_shown);
            add_problem(problems_, {}, Message("{0} more problems", {Count{more}}),
                        Message("the first {0} are shown", {Count{most_shown}}));
        }
        std::map<std::string, std::string> const& columns = made_.quality.columns_to_name;
        if (fits_otherwise || (!columns.empty() && problems_.size() == columns.size()))
            throw Correctable(std::move(problems_), refused, columns);
        throw InvalidInput(std::move(problems_));
    }

    // Of workbooks: for the people, then for each file of ties, then for the reporting lines.
    [[nodiscard]] std::string sheet(std::size_t file) const { return file < plan_.sheets.size() ? plan_.sheets[file] : ""; }

    void read_people() {
        if (plan_.people.empty()) {
            people_ = people_in(plan_.person_rows, problems_);
            return;
        }
        DataQuality& quality = made_.quality;
        std::size_t const before = problems_.size();
        DataFile file = read_data_file(plan_.people, sheet(0), quality.remarks, problems_);
        if (problems_.size() > before && file.rows.rows.empty()) return;
        if (file.is_graph) graph_ = file;
        people_ = people_in(std::move(file.rows), plan_, misfits_, quality, problems_);
        quality.columns = people_.column;
        for (std::string const& column : people_.ignored)  // a graph may declare one column for people and ties
            if (std::ranges::find(file.edges.columns, column) == file.edges.columns.end())
                quality.ignored_columns.push_back(column);
        for (std::string const& column : people_.ignored)
            if (std::string const known(known_name(column, people_columns()));
                known != "id" && known != "name" && people_.column.contains(known))
                quality.remarks.push_back(
                    Message("The column '{0}' was taken as {1}; '{2}' could be it too: {3}.",
                            {name(people_.column[known]), name(known), name(column), name(map_option(known, column))}));
    }

    void read_ties(PeopleIndex const& index) {
        auto const mapped = plan_.columns.find("id");
        std::string const attribute = mapped == plan_.columns.end() ? "" : mapped->second;
        if (graph_ && !graph_->edges.rows.empty()) add_ties(*graph_, {}, attribute, index);
        for (std::size_t k = 0; k < plan_.ties.size(); ++k) {
            std::size_t const before = problems_.size();
            DataFile const file = read_data_file(plan_.ties[k], sheet(k + 1), made_.quality.remarks, problems_);
            if (problems_.size() == before) add_ties(file, {kind_of(plan_.ties[k]), false}, attribute, index);
        }
        if (!plan_.tie_rows.empty()) ties_.push_back({plan_.tie_rows, {}, {}, true});
        if (plan_.reports_to.empty()) return;
        std::size_t const before = problems_.size();
        DataFile const file = read_data_file(plan_.reports_to, sheet(plan_.ties.size() + 1), made_.quality.remarks, problems_);
        if (problems_.size() == before) add_ties(file, {"", true}, attribute, index);
    }

    void add_ties(DataFile const& file, TieRules const& rules, std::string const& attribute, PeopleIndex const& index) {
        DataQuality& quality = made_.quality;
        bool const has_attribute = std::ranges::find(file.rows.columns, attribute) != file.rows.columns.end();
        RowTable const table = file.is_graph ? edges_between_people(file, has_attribute ? attribute : "", index, quality.remarks)
                                             : file.rows;
        // In a file of lines the user's columns of ties are meant only if they are there.
        std::map<std::string, std::string> given = plan_.columns;
        if (plan_.ties.size() + !plan_.reports_to.empty() > 1)
            std::erase_if(
                given, [&](auto const& entry) { return std::ranges::find(table.columns, entry.second) == table.columns.end(); });
        ties_.push_back(ties_in(table, rules, given, index, misfits_, quality, problems_));
        quality.columns.insert(ties_.back().column.begin(), ties_.back().column.end());
    }

    void take_managers(References& references, ReportingLines& lines) {
        for (std::uint32_t i = 0; i < people_.rows.size(); ++i) {
            PersonRow const& row = people_.rows[i];
            auto const manager = row.fields.find("manager");
            if (manager == row.fields.end() || is_blank_mark(manager->second)) continue;
            take_manager(i, manager->second, people_.place(row, "manager"), references, lines);
        }
    }

    void take_level(ReportingLines const& lines) {
        std::vector<Phrase>& remarks = made_.quality.remarks;
        if (lines.to_themselves() > 0)
            remarks.push_back(Message("{0} people report to themselves: they are at the top.", {Count{lines.to_themselves()}}));
        if (lines.count() == 0) {
            take_levels(people_, made_, misfits_);
        } else {
            made_.base.level = levels_of(lines.manager());
            if (auto const given = people_.column.find("level"); given != people_.column.end())
                remarks.push_back(Message("Levels follow from the reporting lines; the column '{0}' was not used for them.",
                                          {name(given->second)}));
        }
        made_.quality.has_levels = std::ranges::any_of(made_.base.level, [](std::uint8_t level) { return level > 0; });
        if (!made_.quality.has_levels)
            remarks.emplace_back("Neither managers nor levels are known: everyone stands on one level.");
    }

    // Dotted lines that no tie stands for already.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> dotted_ties(std::vector<Arc> const& arcs, ReportingLines const& lines) {
        std::set<std::pair<std::uint32_t, std::uint32_t>> dotted;
        if (lines.dotted().empty()) return {};
        if (misfits_.drops(Misfit::second_managers)) {
            made_.quality.remarks.push_back(
                Message("{0} second managers were left out, as asked.", {Count{lines.dotted().size()}}));
            return {};
        }
        made_.quality.remarks.push_back(
            Message("{0} people have a second manager: the first counts, the others are ties.", {Count{lines.dotted().size()}}));
        for (auto const& [employee, boss] : lines.dotted())
            if (employee != boss && lines.manager()[employee] != boss && lines.manager()[boss] != employee &&
                !is_named(arcs, employee, boss) && !is_named(arcs, boss, employee) && !dotted.contains({boss, employee}))
                dotted.emplace(employee, boss);
        return {dotted.begin(), dotted.end()};
    }
    static bool is_named(std::vector<Arc> const& arcs, std::uint32_t i, std::uint32_t j) {
        return std::ranges::binary_search(arcs, std::pair(i, j), {}, [](Arc const& arc) { return std::pair(arc.from, arc.to); });
    }

    // A reporting line between people of whom nobody names the other is an acquaintance whose strength is yet to be drawn: 0.
    void join(std::vector<Arc> const& arcs, std::vector<std::pair<std::uint32_t, std::uint32_t>> const& dotted) {
        std::vector<Tie> list;
        for (Arc const& arc : arcs) {
            bool const formal = made_.base.manager[arc.from] == arc.to || made_.base.manager[arc.to] == arc.from;
            list.push_back({arc.from, arc.to, float(arc.strength), float(arc.trust.value_or(0)), formal});
        }
        for (std::uint32_t i = 0; i < made_.base.headcount(); ++i)
            if (std::uint32_t const boss = made_.base.manager[i];
                boss != nobody && !is_named(arcs, i, boss) && !is_named(arcs, boss, i))
                list.push_back({i, boss, 0, 0, true});
        for (auto const& [employee, boss] : dotted) list.push_back({employee, boss, 0, 0, false});
        made_.base.ties = build_ties(made_.base.headcount(), list, unreciprocated_);

        // Arcs and ties ascend alike.
        made_.trust_known.assign(made_.base.ties.count(), false);
        std::size_t tie = 0;
        for (Arc const& arc : arcs) {
            while (tie < made_.base.ties.first[arc.from] || made_.base.ties.other[tie] != arc.to) ++tie;
            made_.trust_known[tie] = arc.trust.has_value();
        }
    }

    void judge(std::vector<Arc> const& arcs, std::size_t dotted, ReportingLines const& lines) {
        DataQuality& quality = made_.quality;
        Organisation const& base = made_.base;
        double const n = base.headcount();
        quality.people = base.headcount();
        quality.departments = base.departments.size();
        quality.levels = std::set(base.level.begin(), base.level.end()).size();
        quality.ties = arcs.size() + dotted;
        quality.dotted_lines = dotted;
        quality.formal_ties = lines.count();
        quality.without_manager = quality.people - lines.count();
        for (std::uint32_t i = 0; i < base.headcount(); ++i) quality.isolated += base.ties.degree(i) == 0;
        quality.density = n > 1 ? double(quality.ties) / (n * (n - 1)) : 0;
        quality.mean_degree = double(base.ties.count()) / n;
        auto const returned = std::size_t(std::ranges::count_if(arcs, [&](Arc const& arc) {
            return std::ranges::binary_search(arcs, std::pair(arc.to, arc.from), {},
                                              [](Arc const& other) { return std::pair(other.from, other.to); });
        }));
        quality.reciprocity = arcs.empty() ? 0 : double(returned) / double(arcs.size());
        if (quality.isolated > 0 && quality.ties > 0)
            quality.remarks.push_back(
                Message("{0} of {1} people have no tie to anybody.", {Count{quality.isolated}, Count{quality.people}}));
        if (lines.count() > 0 && quality.without_manager > 1)
            quality.remarks.push_back(Message("{0} people have no manager.", {Count{quality.without_manager}}));
        if (quality.ties == 0)
            quality.remarks.emplace_back(
                lines.count() > 0
                    ? "No ties are known beside the reporting lines: acquaintances are drawn anew in every organisation."
                    : "No ties are known: acquaintances are drawn anew in every organisation.");
        name_roles(base, quality);
        auto const remark_on = [&](std::vector<std::string> const& guessed, std::string const& usual, Message const& said) {
            if (guessed.empty() || std::ranges::find(guessed, usual) != guessed.end()) return;
            quality.guesses.push_back(said);
        };
        remark_on(quality.marketing, "Marketing",
                  {"Marketing is taken to be {0}; governance.marketing_department says otherwise.", {listed(quality.marketing)}});
        remark_on(quality.sales, "Sales",
                  {"Sales is taken to be {0}; governance.sales_department says otherwise.", {listed(quality.sales)}});
    }

    ImportPlan const& plan_;
    float unreciprocated_;
    std::vector<Problem> problems_;
    MisfitRows misfits_{plan_.drop};
    GivenPeople people_;
    std::optional<DataFile> graph_;
    std::vector<GivenTies> ties_;
    ImportedOrganisation made_;
};

}  // namespace

Message what_follows_from_missing(std::string_view known) {
    if (known == "manager") return "they report to nobody";
    if (known == "department") return "they are in 'Unassigned'";
    if (known == "level") return "they are on the lowest level";
    return "drawn from the scenario's assumptions";
}

ImportedOrganisation import_organisation(ImportPlan const& plan, float unreciprocated) {
    return Importer(plan, unreciprocated).import();
}

}  // namespace micropol
