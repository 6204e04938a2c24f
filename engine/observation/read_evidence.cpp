#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "observation/evidence.h"
#include "observation/scale.h"
#include "observation/tidy_evidence.h"
#include "organisation/cell_values.h"
#include "organisation/column_names.h"
#include "organisation/data_file.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

constexpr std::size_t most_problems = 20;  // then reading ends

class TableReader {
  public:
    TableReader(RowTable const& table, EvidenceScope const& scope, std::vector<Problem>& problems)
        : table_(table), scope_(scope), problems_(problems), before_(problems.size()) {
        std::vector<std::string> numbers;
        for (RowTable::Row const& row : table.rows) numbers.insert(numbers.end(), row.fields.begin(), row.fields.end());
        mark_ = decimal_mark_of(numbers, table.separator);
    }

    std::vector<EvidenceCell> read() {
        auto const kind = kind_of_table();
        if (!kind || !take_columns(*kind)) return {};
        for (RowTable::Row const& row : table_.rows) {
            if (problems_.size() >= before_ + most_problems) break;
            row_ = &row;
            switch (*kind) {
                case EvidenceTable::log_ins: read_log_ins(); break;
                case EvidenceTable::survey: read_survey(); break;
                case EvidenceTable::moves: read_moves(); break;
                case EvidenceTable::decisions: read_decision(); break;
            }
        }
        return std::move(cells_);
    }

  private:
    // By the columns that only one of them has.
    std::optional<EvidenceTable> kind_of_table() {
        std::vector<EvidenceTable> const kinds = tables_with(table_.columns);
        if (kinds.size() == 1) return kinds.front();
        if (table_.columns.empty()) return std::nullopt;  // said already
        add_problem(
            problems_, {table_.file, 1, 0},
            kinds.empty() ? "its columns are those of no evidence" : "its columns are those of more than one kind of evidence",
            columns_of(table_, ""), Message("see {0}", {name("micropol describe evidence")}));
        return std::nullopt;
    }

    bool take_columns(EvidenceTable kind) {
        std::size_t const before = problems_.size();
        std::vector<std::string_view> known;
        for (EvidenceColumn const& column : columns_of(kind)) known.push_back(column.name);
        RowTable::Row const first{{}, 1};
        for (std::size_t k = 0; k < table_.columns.size(); ++k) {
            std::string const& heading = table_.columns[k];
            auto const found = std::ranges::find_if(
                known, [&](std::string_view one) { return compared_heading(one) == compared_heading(heading); });
            auto const answer = kind == EvidenceTable::survey ? answer_in(heading) : std::nullopt;
            if (answer)
                counts_.emplace(*answer, k);
            else if (found == known.end() || !at_.emplace(*found, k).second)
                add_problem(problems_, table_.place(first, k), Message("unknown column '{0}'", {name(heading)}),
                            Message("a table of {0} knows {1}", {name(evidence_table_names[std::size_t(kind)]), listed(known)}),
                            did_you_mean(heading, std::span<std::string_view const>(known)));
        }
        for (EvidenceColumn const& column : columns_of(kind))
            if (column.needed && !at_.contains(column.name))
                add_problem(problems_, {table_.file, 1, 0}, Message("column '{0}' is missing", {name(column.name)}),
                            Message("a table of {0} has it", {name(evidence_table_names[std::size_t(kind)])}));
        if (kind == EvidenceTable::survey && at_.contains("mean") == !counts_.empty())
            add_problem(problems_, {table_.file, 1, 0}, "a survey has either a column 'mean' or one for each answer",
                        at_.contains("mean") ? "both are there" : "neither is there");
        if (kind == EvidenceTable::decisions && at_.contains("for") != at_.contains("against"))
            add_problem(problems_, {table_.file, 1, 0}, "votes need both columns, 'for' and 'against'");
        return problems_.size() == before;
    }

    [[nodiscard]] std::string const& text(std::string_view column) const { return row_->fields[at_.at(column)]; }
    [[nodiscard]] bool has(std::string_view column) const { return at_.contains(column) && !is_missing(text(column)); }
    [[nodiscard]] Place place(std::string_view column) const { return table_.place(*row_, at_.at(column)); }
    void refuse(std::string_view column, Phrase what, Phrase why = {}, Phrase suggestion = {}) {
        add_problem(problems_, place(column), std::move(what), std::move(why), std::move(suggestion));
    }

    std::optional<std::uint32_t> whole(std::string_view column) {
        auto value = whole_in(text(column));
        // "86.0", "1,200"
        if (auto const number = value ? std::nullopt : number_in(text(column), mark_); number && *number == std::floor(*number))
            if (*number >= 0 && *number <= 1e8) value = std::uint32_t(*number);
        if (!value) refuse(column, Message("'{0}' is no whole number", {name(text(column))}), Message("of {0}", {name(column)}));
        return value;
    }

    // The week and the department of the row; nothing where they do not fit.
    std::optional<EvidenceCell> begin() {
        auto const week = whole("week");
        if (!week) return std::nullopt;
        if (std::int64_t(*week) >= scope_.weeks) {
            refuse("week", Message("week {0} is beyond the end", {name(text("week"))}),
                   Message("the scenario has {0} weeks, and the first is 0", {Count{std::uint64_t(scope_.weeks)}}),
                   "simulate more with --weeks");
            return std::nullopt;
        }
        EvidenceCell cell{.week = int(*week)};
        if (!at_.contains("department")) return cell;
        std::string const& department = text("department");
        auto const is_it = [&](std::string const& known) { return known == department; };
        auto const alike = [&](std::string const& known) { return folded(known) == folded(department); };
        if (std::ranges::none_of(scope_.departments, is_it) && means_everybody(department)) return cell;
        if (std::ranges::any_of(scope_.too_small, alike)) {
            refuse_few("department", department);
            return std::nullopt;
        }
        auto found = std::ranges::find(scope_.departments, department);
        if (found == scope_.departments.end() && std::ranges::count_if(scope_.departments, alike) == 1)
            found = std::ranges::find_if(scope_.departments, alike);
        if (found == scope_.departments.end()) {
            refuse("department", Message("there is no department '{0}'", {name(department)}),
                   Message("the scenario has {0}", {listed(scope_.departments)}), did_you_mean(department, scope_.departments));
            return std::nullopt;
        }
        cell.group = std::size_t(found - scope_.departments.begin());
        return cell;
    }

    [[nodiscard]] std::size_t seats_in(std::size_t group) const {
        return group == everybody ? std::accumulate(scope_.seats.begin(), scope_.seats.end(), std::size_t{0})
                                  : scope_.seats[group];
    }

    void refuse_few(std::string_view column, std::string_view what) {
        refuse(column, Message("{0}: too few people to be told of", {name(what)}),
               Message("a group has at least {0}, so that no number tells of persons",
                       {name(std::to_string(scope_.smallest_group))}),
               "put it together with others, or choose another size with --group-size");
    }

    bool add(EvidenceCell cell, std::string_view column) {
        cell.place = place(column);
        cells_.push_back(std::move(cell));
        return true;
    }

    void read_log_ins() {
        auto cell = begin();
        if (!cell || !has("active") || !has("logged_in")) return;
        auto const active = whole("active"), logged_in = whole("logged_in");
        if (!active || !logged_in) return;
        if (*active < scope_.smallest_group || *active == 0) return refuse_few("active", text("active"));
        if (*logged_in > *active)
            return refuse("logged_in",
                          Message("{0} logged in, of {1} who could", {name(text("logged_in")), name(text("active"))}));
        cell->seen = Seen::logged_in, cell->people = *active, cell->value = double(*logged_in) / double(*active);
        add(*cell, "logged_in");
    }

    void read_survey() {
        auto cell = begin();
        if (!cell || !has("item") || !has("n")) return;
        auto const item = std::ranges::find(survey_items(), evidence_item(text("item")), &SurveyItem::key);
        if (item == survey_items().end()) {
            std::vector<std::string_view> keys;
            for (SurveyItem const& one : survey_items()) keys.push_back(one.key);
            return refuse("item", Message("unknown item '{0}'", {name(text("item"))}), listed(keys),
                          did_you_mean(text("item"), std::span<std::string_view const>(keys)));
        }
        auto const people = whole("n");
        if (!people) return;
        auto const scale = scale_in(text("scale"));
        if (!scale)
            return refuse(
                "scale", Message("'{0}' is no scale", {name(text("scale"))}),
                "lowest and highest answer, as in 1-5; turned round, 5-1, where the highest stands for least of the item");
        if (*people < scope_.smallest_group || *people == 0) return refuse_few("n", text("n"));
        std::size_t const seats = seats_in(cell->group);
        if (*people > seats)
            return refuse("n", Message("{0} answers of {1} people", {name(text("n")), name(std::to_string(seats))}),
                          "so many does the scenario have there");
        cell->item = std::size_t(item - survey_items().begin()), cell->people = *people, cell->steps = scale->steps();
        if (has("wave")) cell->wave = text("wave");
        counts_.empty() ? read_mean(*cell, *scale) : read_counts(*cell, *scale);
    }

    void read_mean(EvidenceCell cell, Scale const& scale) {
        if (!has("mean")) return;
        auto const mean = number_in(text("mean"), mark_);
        if (!mean || !std::isfinite(*mean) || *mean < std::min(scale.least, scale.most) ||
            *mean > std::max(scale.least, scale.most))
            return refuse("mean", Message("'{0}' is no mean on the scale {1}", {name(text("mean")), name(text("scale"))}));
        cell.seen = Seen::answer, cell.value = scale.place_of(*mean);
        add(cell, "mean");
    }

    void read_counts(EvidenceCell cell, Scale const& scale) {
        double sum = 0, squares = 0;
        std::uint64_t answers = 0;
        for (auto const& [answer, column] : counts_) {
            std::string const& written = row_->fields[column];
            if (is_missing(written)) continue;
            auto const count = whole_in(written);
            Place const at = table_.place(*row_, column);
            if (!count) return add_problem(problems_, at, Message("'{0}' is no whole number", {name(written)}));
            double const place_on_scale = scale.place_of(answer);
            if (*count > 0 && (place_on_scale < 0 || place_on_scale > 1))
                return add_problem(
                    problems_, at,
                    Message("the answer {0} is not on the scale {1}", {name(std::to_string(answer)), name(text("scale"))}));
            answers += *count, sum += *count * place_on_scale, squares += *count * place_on_scale * place_on_scale;
        }
        if (answers == 0) return;
        if (answers != cell.people)
            return refuse("n",
                          Message("{0} answers are counted, of {1} people", {name(std::to_string(answers)), name(text("n"))}),
                          "each gives one");
        double const mean = sum / double(answers);
        cell.seen = Seen::answer, cell.value = mean;
        add(cell, "n");
        cell.seen = Seen::spread, cell.value = std::sqrt(std::max(0.0, squares / double(answers) - mean * mean));
        add(cell, "n");
    }

    void read_moves() {
        auto const cell = begin();
        if (!cell) return;
        std::size_t const seats = seats_in(cell->group);
        for (auto const& [column, seen] : {std::pair{"left", Seen::left}, std::pair{"joined", Seen::joined}}) {
            if (!has(column)) continue;
            auto const people = whole(column);
            if (!people) continue;
            if (*people > seats) {
                refuse(column, Message("{0} of {1} people", {name(text(column)), name(std::to_string(seats))}),
                       "so many does the scenario have there");
                continue;
            }
            EvidenceCell moved = *cell;
            moved.seen = seen, moved.people = std::uint32_t(seats), moved.value = double(*people) / double(seats);
            add(moved, column);
        }
    }

    void read_decision() {
        auto const cell = begin();
        if (!cell) return;
        if (has("for") && has("against")) {
            auto const votes_for = whole("for"), against = whole("against");
            if (!votes_for || !against) return;
            if (*votes_for + *against == 0) return refuse("for", "a decision without a vote");
            EvidenceCell decided = *cell;
            decided.seen = Seen::support, decided.people = *votes_for + *against;
            decided.value = (double(*votes_for) - double(*against)) / double(decided.people);
            add(decided, "for");
        }
        if (!has("stopped")) return;
        std::string const& word = text("stopped");
        bool const yes = word == "yes" || word == "1" || word == "true", no = word == "no" || word == "0" || word == "false";
        if (!yes && !no) return refuse("stopped", Message("'{0}' is neither yes nor no", {name(word)}));
        EvidenceCell stopped = *cell;
        stopped.seen = Seen::stopped, stopped.value = yes;
        add(stopped, "stopped");
    }

    RowTable const& table_;
    EvidenceScope const& scope_;
    std::vector<Problem>& problems_;
    std::size_t before_;
    DecimalMark mark_ = DecimalMark::point;
    std::map<std::string_view, std::size_t> at_;  // known column -> column
    std::map<int, std::size_t> counts_;           // answer -> column
    RowTable::Row const* row_ = nullptr;
    std::vector<EvidenceCell> cells_;
};

auto order_of(EvidenceCell const& cell) { return std::tuple(cell.seen, cell.week, cell.group, cell.item); }

}  // namespace

std::vector<EvidenceTable> tables_with(std::span<std::string const> headings) {
    constexpr std::pair<std::string_view, EvidenceTable> marks[] = {
        {"logged_in", EvidenceTable::log_ins}, {"item", EvidenceTable::survey},   {"left", EvidenceTable::moves},
        {"joined", EvidenceTable::moves},      {"for", EvidenceTable::decisions}, {"against", EvidenceTable::decisions},
        {"stopped", EvidenceTable::decisions}};
    std::set<EvidenceTable> kinds;
    for (std::string const& heading : headings)
        for (auto const& [mark, kind] : marks)
            if (compared_heading(heading) == compared_heading(mark)) kinds.insert(kind);
    return {kinds.begin(), kinds.end()};
}

Evidence evidence_of(std::span<RowTable const> tables, EvidenceScope const& scope, std::vector<Problem>& problems) {
    Evidence evidence{.departments = scope.departments, .cells = {}};
    for (RowTable const& table : tables) {
        std::vector<EvidenceCell> const cells = TableReader(table, scope, problems).read();
        evidence.cells.insert(evidence.cells.end(), cells.begin(), cells.end());
    }
    auto& cells = evidence.cells;
    std::ranges::stable_sort(cells, {}, order_of);
    for (std::size_t k = 1; k < cells.size() && problems.size() < most_problems; ++k)
        if (order_of(cells[k]) == order_of(cells[k - 1]))
            add_problem(
                problems, cells[k].place, Message("{0} is there twice", {name(evidence.key_of(k))}),
                Message("first in {0}, line {1}", {name(cells[k - 1].place.file), name(std::to_string(cells[k - 1].place.line))}),
                "leave one of them out");
    if (cells.size() > most_evidence_cells)
        add_problem(problems, {tables.front().file}, Message("the evidence has {0} numbers", {Count{cells.size()}}),
                    Message("at most {0} are taken", {name(std::to_string(most_evidence_cells))}),
                    "put weeks or departments together");
    if (cells.empty() && problems.empty() && !tables.empty())
        add_problem(problems, {tables.front().file}, "the evidence has no number");
    return evidence;
}

Evidence read_evidence(std::span<std::string const> files, EvidenceScope const& scope, std::vector<Phrase>& remarks,
                       std::vector<Problem>& problems) {
    std::vector<RowTable> tables;
    for (std::string const& file : files) {
        std::size_t const before = problems.size();
        DataFile read = read_data_file(file, "", remarks, problems);
        if (read.is_graph) add_problem(problems, {file}, "a graph is no evidence", "", "give a CSV or a workbook");
        if (problems.size() == before) tables.push_back(std::move(read.rows));
    }
    if (problems.empty()) tidy_evidence(tables, remarks, problems);
    if (problems.empty()) return evidence_of(tables, scope, problems);
    return {};
}

}  // namespace micropol
