#pragma once
// What a company has seen of itself: log-ins, answers to surveys, people who left or came, decisions. Numbers with their places, of
// departments that are large enough to be told of.

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/parameter.h"
#include "organisation/table.h"
#include "state/column.h"

namespace micropol {

class Model;

// The tables that evidence comes in; a file's columns say which it is.
enum class EvidenceTable : std::uint8_t { log_ins, survey, moves, decisions };
inline constexpr std::string_view evidence_table_names[] = {"log_ins", "survey", "moves", "decisions"};

struct EvidenceColumn {
    std::string_view name, meaning;
    bool needed = true;
};
[[nodiscard]] std::span<EvidenceColumn const> columns_of(EvidenceTable table);
// Which of them a file is by these headings: the tables of which it has a column that no other has.
[[nodiscard]] std::vector<EvidenceTable> tables_with(std::span<std::string const> headings);

// What a survey asks for: the column of the model that people answer by, of attitude the one they voice; and the answer that looks
// good to those who ask.
struct SurveyItem {
    std::string_view key;
    Column column;
    double desired;  // 0: the low end of the column's range, 1: the high end
};
[[nodiscard]] std::span<SurveyItem const> survey_items();

// What a cell is a number of.
enum class Seen : std::uint8_t {
    logged_in,  // share of those who may
    answer,     // mean answer to an item, 0 the lowest and 1 the highest on its scale
    spread,     // standard deviation of these answers
    left,       // in a week, as a share of the department's seats
    joined,
    support,  // in a decision, votes for minus against, of all
    stopped,  // 1: the transformation was stopped by then
};
inline constexpr std::string_view seen_names[] = {"logged_in", "answer", "spread", "left", "joined", "support", "stopped"};

inline constexpr std::size_t everybody = std::numeric_limits<std::size_t>::max();  // instead of a department

struct EvidenceCell {
    Seen seen = Seen::logged_in;
    int week = 0;                   // at its end; the first is 0
    std::size_t group = everybody;  // department, as department_groups.h has them
    std::size_t item = 0;           // of survey_items()
    double value = 0;
    std::uint32_t people = 0;  // who may log in; who answered; who voted
    int steps = 0;             // answers that the scale has
    std::string wave = {};     // of a survey: its name, which may be empty
    Place place = {};          // where it was written
};

struct Evidence {
    std::vector<std::string> departments;  // [group]
    std::vector<EvidenceCell> cells;       // by table, week, department, item: whatever the order of files and rows
    [[nodiscard]] std::uint64_t hash() const;
    [[nodiscard]] int weeks() const;  // that have to be simulated to see all of it
    // "log_ins 12 Sales", "attitude 13 everybody": for keys of chance and for programs.
    [[nodiscard]] std::string key_of(std::size_t cell) const;
    [[nodiscard]] std::vector<std::string> waves() const;  // wave_of the answers, in the order of weeks; each once
};

// A survey by its name, else by the week in which it was answered; "" of what is no answer.
[[nodiscard]] std::string wave_of(EvidenceCell const& cell);

// Whose evidence it can be.
struct EvidenceScope {
    std::vector<std::string> departments;  // [group]
    std::vector<std::size_t> seats;        // [group]
    std::vector<std::string> too_small;    // departments that are not told of singly
    int weeks = 0;
    std::size_t smallest_group = 0;
};
// smallest_group: people that a number is at least of.
[[nodiscard]] EvidenceScope scope_of(Model const& model, std::size_t smallest_group);

// Adds a problem with its place for whatever does not fit: files that are no evidence, unknown columns and departments, weeks beyond
// the scenario's, more log-ins than people, what was said twice, groups of too few people.
// Remarks say how tables were read.
[[nodiscard]] Evidence read_evidence(std::span<std::string const> files, EvidenceScope const& scope, std::vector<Phrase>& remarks,
                                     std::vector<Problem>& problems);
// The same of tables that are there already.
[[nodiscard]] Evidence evidence_of(std::span<RowTable const> tables, EvidenceScope const& scope, std::vector<Problem>& problems);

inline constexpr std::size_t most_evidence_cells = 5000;

// An empty table of that kind, a row for each department and week or so, to be filled in: CSV.
[[nodiscard]] std::string empty_table(EvidenceTable table, EvidenceScope const& scope);

}  // namespace micropol
