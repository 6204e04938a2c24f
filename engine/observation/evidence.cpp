#include "observation/evidence.h"

#include <algorithm>

#include "base/hash.h"
#include "model/model.h"
#include "organisation/department_groups.h"

namespace micropol {

namespace {

constexpr EvidenceColumn log_in_columns[] = {
    {"week", "the first is 0"},
    {"department", "its name in the scenario, or 'all'"},
    {"active", "people who could have logged in"},
    {"logged_in", "people of them who did in that week"},
};
constexpr EvidenceColumn survey_columns[] = {
    {"week", "in which it was answered; the first is 0"},
    {"department", "its name in the scenario, or 'all'"},
    {"item", "attitude, perceived_politics, strain, satisfaction or trust"},
    {"n", "people who answered"},
    {"scale", "lowest and highest answer: 1-5; the end that stands for less of the item comes first, as in 5-1"},
    {"mean", "mean answer; or instead a column for each answer", false},
    {"wave", "a name for the survey, by which calibrate can hold it out", false},
};
constexpr EvidenceColumn move_columns[] = {
    {"week", "the first is 0"},
    {"department", "its name in the scenario, or 'all'"},
    {"left", "people who left in that week", false},
    {"joined", "people who came in that week", false},
};
constexpr EvidenceColumn decision_columns[] = {
    {"week", "of the decision; the first is 0"},
    {"for", "votes for going on", false},
    {"against", "votes against", false},
    {"stopped", "yes where the transformation was given up by then, else no", false},
};

constexpr SurveyItem items[] = {
    {"attitude", Column::voiced_attitude, 1},
    {"perceived_politics", Column::perceived_politics, 0},
    {"strain", Column::strain, 0},
    {"satisfaction", Column::satisfaction, 1},
    {"trust", Column::mean_trust, 1},
};

}  // namespace

std::span<EvidenceColumn const> columns_of(EvidenceTable table) {
    switch (table) {
        case EvidenceTable::log_ins: return log_in_columns;
        case EvidenceTable::survey: return survey_columns;
        case EvidenceTable::moves: return move_columns;
        case EvidenceTable::decisions: return decision_columns;
    }
    return {};
}

std::span<SurveyItem const> survey_items() { return items; }

std::uint64_t Evidence::hash() const {
    Hash hash;
    for (std::size_t k = 0; k < cells.size(); ++k) {
        EvidenceCell const& cell = cells[k];
        double const value[] = {cell.value};
        hash.add(key_of(k)).add(std::as_bytes(std::span(value))).add(std::uint64_t(cell.people)).add(std::uint64_t(cell.steps));
        if (!cell.wave.empty()) hash.add(cell.wave);
    }
    return hash.value();
}

int Evidence::weeks() const {
    int last = -1;
    for (EvidenceCell const& cell : cells) last = std::max(last, cell.week);
    return last + 1;
}

std::string wave_of(EvidenceCell const& cell) {
    if (cell.seen != Seen::answer && cell.seen != Seen::spread) return "";
    return cell.wave.empty() ? std::to_string(cell.week) : cell.wave;
}

std::vector<std::string> Evidence::waves() const {
    std::vector<std::string> waves;  // cells are in the order of weeks
    for (EvidenceCell const& cell : cells)
        if (std::string wave = wave_of(cell); !wave.empty() && std::ranges::find(waves, wave) == waves.end())
            waves.push_back(std::move(wave));
    return waves;
}

std::string Evidence::key_of(std::size_t cell) const {
    EvidenceCell const& one = cells.at(cell);
    bool const answers = one.seen == Seen::answer || one.seen == Seen::spread;
    std::string key(answers ? survey_items()[one.item].key : seen_names[std::size_t(one.seen)]);
    if (one.seen == Seen::spread) key += " spread";
    key += ' ' + std::to_string(one.week);
    return one.group == everybody ? key : key + ' ' + departments[one.group];
}

EvidenceScope scope_of(Model const& model, std::size_t smallest_group) {
    std::shared_ptr<Organisation const> const made = model.block(0).organisation;
    Organisation const& organisation = *made;
    DepartmentGroups const groups = department_groups(organisation);
    EvidenceScope scope{.departments = groups.names,
                        .seats = std::vector<std::size_t>(groups.names.size()),
                        .too_small = {},
                        .weeks = model.scenario().weeks,
                        .smallest_group = smallest_group};
    for (std::uint16_t const department : organisation.department) ++scope.seats[groups.of[department]];
    for (std::size_t d = 0; d < groups.of.size(); ++d) {
        std::size_t const group = groups.of[d];
        if (!groups.one_department[group] || scope.seats[group] < smallest_group)
            scope.too_small.push_back(organisation.departments[d].name);
    }
    return scope;
}

std::string empty_table(EvidenceTable table, EvidenceScope const& scope) {
    std::string text;
    for (EvidenceColumn const& column : columns_of(table)) {
        if (table == EvidenceTable::survey && column.name == "wave") continue;
        text += (text.empty() ? "" : ",") + std::string(column.name);
    }
    text += '\n';
    auto const quoted = [](std::string const& name) {
        if (name.find_first_of(",;\"\n\r\t|") == std::string::npos) return name;
        std::string made = "\"";
        for (char const c : name) made += c == '"' ? std::string("\"\"") : std::string(1, c);
        return made + '"';
    };
    if (table == EvidenceTable::decisions) return text + "0,,,\n";
    for (std::string const& department : scope.departments) {
        if (std::ranges::find(scope.too_small, department) != scope.too_small.end() || department == small_department) continue;
        if (table != EvidenceTable::survey) {
            text += "0," + quoted(department) + ",,\n";
            continue;
        }
        for (SurveyItem const& item : items) text += "0," + quoted(department) + ',' + std::string(item.key) + ",,1-5,\n";
    }
    return text;
}

}  // namespace micropol
