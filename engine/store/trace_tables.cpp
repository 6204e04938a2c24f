#include "store/trace_tables.h"

#include "study/explain/chronicle.h"
#include "study/explain/ledger.h"

namespace micropol {

namespace {

constexpr Column of_a_week[] = {Column::present,      Column::power,          Column::attitude,      Column::voiced_attitude,
                                Column::belief,       Column::stake,          Column::stake_career,  Column::stake_pay,
                                Column::stake_status, Column::stake_security, Column::stake_company, Column::disclosed,
                                Column::tactic,       Column::coalition,      Column::stage,         Column::use,
                                Column::data_skill,   Column::status,         Column::mean_trust,    Column::perceived_politics,
                                Column::strain,       Column::satisfaction,   Column::commitment,    Column::contacts,
                                Column::sought_by,    Column::pursuit,        Column::load,          Column::fatigue};

std::string placeholders(std::size_t number) {
    std::string text = "?";
    for (std::size_t k = 1; k < number; ++k) text += ", ?";
    return text;
}

// Who an event is about: somebody, a lever, a department, or the organisation.
enum class About { organisation, lever, person, department };
About about(EventKind what) {
    switch (what) {
        case EventKind::lever_pulled:
        case EventKind::lever_released: return About::lever;
        case EventKind::sponsor_left:
        case EventKind::budget_cut:
        case EventKind::reorganised:
        case EventKind::decision:
        case EventKind::stopped: return About::organisation;
        case EventKind::department_begins:
        case EventKind::department_half: return About::department;
        default: return About::person;
    }
}

std::string who(Trace const& trace, Event const& event) {
    switch (about(event.what)) {
        case About::organisation: return "";
        case About::lever: return trace.levers[event.who].lever;
        case About::department: return trace.organisation->departments[event.who].name;
        case About::person: break;
    }
    return trace.organisation->called(event.who);
}

std::string other(Trace const& trace, Event const& event) {
    if (event.other == nobody) return "";
    bool const of_a_coalition = event.what == EventKind::joins || event.what == EventKind::leaves;
    return of_a_coalition ? std::to_string(event.other) : trace.organisation->called(event.other);
}

class EventRow {
  public:
    EventRow(Database& database, std::string const& schema)
        : insert_(database,
                  "INSERT INTO " + schema + ".event VALUES (" + placeholders(first_of_motive + motive_columns - 1) + ")") {}

    void write(Trace const& trace, std::int64_t row, Event const& event) {
        std::string const its_who = who(trace, event), its_other = other(trace, event);  // until the row is written
        insert_.reset();
        insert_.bind(1, row);
        insert_.bind(2, std::int64_t(event.week));
        insert_.bind(3, name_of(event.what));
        insert_.bind(4, std::string_view(its_who));
        insert_.bind(5, std::string_view(its_other));
        insert_.bind(6, double(event.before));
        insert_.bind(7, double(event.after));
        if (about(event.what) == About::person) add(motive_of(trace, event.week, event.who));
        (void)insert_.next_row();
        insert_.reset();
    }

  private:
    static constexpr std::size_t first_of_motive = 8, motive_columns = 6 + ledger_goal_count + std::size(tactic_names);

    void add(Motive const& motive) {
        int place = int(first_of_motive);
        for (float const value : {motive.stake, motive.attitude, motive.voiced, motive.rent, motive.data_share})
            insert_.bind(place++, double(value));
        for (float const felt : motive.felt) insert_.bind(place++, double(felt));
        insert_.bind(place++, tactic_names[std::size_t(motive.tactic)]);
        for (float const worth : motive.worth) insert_.bind(place++, double(worth));
    }

    Statement insert_;
};

}  // namespace

TableColumns columns_of_event() {
    TableColumns columns{{"row", sql::number_of_row}, {"week", sql::whole},  {"what", sql::text}, {"who", sql::text},
                         {"other", sql::text},        {"before", sql::real}, {"after", sql::real}};
    for (char const* of_motive : {"stake", "attitude", "voiced", "rent", "data_share"}) columns.push_back({of_motive, sql::real});
    for (std::string_view const goal : ledger_goals) columns.push_back({"felt_" + std::string(goal), sql::real});
    columns.push_back({"tactic", sql::text_or_null});
    for (std::string_view const tactic : tactic_names) columns.push_back({"worth_" + std::string(tactic), sql::real});
    return columns;
}

TableColumns columns_of_person_week() {
    TableColumns columns{{"row", sql::number_of_row}, {"week", sql::whole}, {"id", sql::text}};
    for (Column const column : of_a_week) columns.push_back({std::string(spec_of(column).name), sql::real});
    return columns;
}

void write_trace(Database& database, std::string const& schema, Trace const& trace) {
    EventRow event_row(database, schema);
    std::int64_t row = 0;
    for (Event const& event : events_of(trace)) event_row.write(trace, row++, event);
    Statement person(database, "INSERT INTO " + schema + ".person_week VALUES (" + placeholders(3 + std::size(of_a_week)) + ")");
    row = 0;
    for (int week = 0; week < trace.weeks; ++week)
        for (std::uint32_t i = 0; i < trace.headcount(); ++i) {
            person.reset();
            person.bind(1, row++);
            person.bind(2, std::int64_t(week));
            person.bind(3, std::string_view(trace.organisation->called(i)));
            int place = 4;
            for (Column const column : of_a_week) person.bind(place++, double(trace.of(column, week, i)));
            (void)person.next_row();
        }
    person.reset();
}

}  // namespace micropol
