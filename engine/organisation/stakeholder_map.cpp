#include "organisation/stakeholder_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "organisation/import_ties.h"
#include "organisation/map_scales.h"
#include "organisation/map_words.h"
#include "organisation/stakeholder_columns.h"
#include "organisation/stakeholder_others.h"
#include "organisation/tidy_text.h"
#include "words/number_text.h"

namespace micropol {

namespace {

constexpr std::array<std::string_view, 5> goals{"career", "pay", "status", "security", "company"};

// Places among all by power: few people are powerful, and a map names those who matter. The lowest of five steps is the lower third of
// all people, the highest the top twenty-fifth (assumed).
double place_among_all(double share) { return 1 - (1 - share) * (1 - share); }

// Interest is how much the own stake weighs against what colleagues say: 0.2 to 0.8, two standard deviations of the usual spread.
constexpr double least_own_weight = 0.2, most_own_weight = 0.8;

// Weights of goals that somebody is said to have, and of the others (assumed; scaled to sum 1 later).
constexpr Range cared_for{0.3, 0.5}, other_goal{0.05, 0.15};

std::string digits(double number) {
    std::string text = std::to_string(std::round(number * 1000) / 1000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}
std::string written(Range const& range) { return digits(range.low) + ".." + digits(range.high); }

class Reader {
  public:
    explicit Reader(StakeholderPlan const& plan) : plan_(plan) {}

    StakeholderFiles read() {
        map_ = stakeholder_table(plan_.map, plan_.sheet, plan_.columns, files_.remarks, problems_);
        if (problems_.empty()) check_shape();
        stop_on_problems();
        take_names();
        take_scales();
        take_goals();
        take_people_named();
        std::vector<std::uint32_t> const managers = lines_->manager();
        std::vector<OtherPerson> const others = other_people({plan_.headcounts, departments_, managers, strength_}, problems_);
        stop_on_problems();
        write(managers, others);
        files_.named = map_.table.rows.size(), files_.others = others.size();
        return std::move(files_);
    }

  private:
    [[nodiscard]] std::string file() const { return plan_.map.string(); }
    [[nodiscard]] std::size_t size() const { return map_.table.rows.size(); }

    void stop_on_problems() {
        bool const fits_otherwise = problems_.empty();
        Misfits refused = misfits_.report(files_.remarks, problems_);
        misfits_ = MisfitRows(plan_.drop);
        report_unreadable(refused);
        if (problems_.empty()) return;
        if (fits_otherwise) throw Correctable(std::move(problems_), refused, {});
        throw InvalidInput(std::move(problems_));
    }

    void check_shape() {
        constexpr std::size_t most = 5'000;
        if (!map_.has("name"))
            add_problem(problems_, {file(), 1, 0}, "no column with the names of stakeholders", columns_of(map_.table, "name"),
                        name_it_with("name"));
        else if (size() == 0)
            add_problem(problems_, {file()}, "nobody is on the map", "there is no row with a person");
        else if (size() > most)
            add_problem(problems_, {file()}, Message("the map names {0} people", {Count{size()}}),
                        Message("at most {0} are read as a map", {Count{most}}), "a list of all employees is read by --people");
        else if (!map_.has("influence") && !map_.has("attitude"))
            add_problem(problems_, {file(), 1, 0}, "no column with influence or attitude", columns_of(map_.table, "influence"),
                        name_it_with("influence"));
    }

    void take_names() {
        std::map<std::string, std::size_t> seen;
        std::vector<std::string> firsts, lasts, roles;
        for (std::size_t i = 0; i < size(); ++i) {
            std::string const name = map_.name(i);
            names_.push_back(name);
            std::string const number = std::to_string(i + 1);
            ids_.push_back("S" + std::string(number.size() < 2 ? 1 : 0, '0') + number);
            std::size_t const first = name.find_first_of(" ,"), last = name.find_last_of(' ');
            firsts.push_back(name.substr(0, first));
            lasts.push_back(last == std::string::npos ? "" : name.substr(last + 1));
            roles.push_back(map_.text(i, "role"));
            if (is_blank_mark(name)) {
                add_problem(problems_, map_.place(i, "name"), "a row without a name", "", "name the person, or delete the row");
            } else if (auto const [found, is_new] = seen.try_emplace(folded(name), i); !is_new) {
                add_problem(problems_, map_.place(i, "name"), Message("'{0}' is on the map twice", {micropol::name(name)}),
                            Message("first in line {0}", {micropol::name(std::to_string(map_.table.rows[found->second].line))}),
                            "keep one row for each person");
            }
        }
        index_.emplace(names_, names_, std::vector{firsts, lasts, roles});
        departments_ = map_.texts("department");
        for (std::string& department : departments_)
            if (is_blank_mark(department)) department.clear();
        if (std::ranges::count(departments_, std::string()) > 0 && map_.has("department"))
            files_.remarks.push_back(Message("{0} people named have no department.",
                                             {Count{std::size_t(std::ranges::count(departments_, std::string()))}}));
    }

    void note_scale(std::string const& known, ReadScale const& scale) {
        for (std::size_t const row : scale.unreadable) unreadable_[known].push_back(row);
        if (scale.scale.empty()) return;
        auto const given = std::size_t(
            std::ranges::count_if(scale.within, [](auto const& within) { return within.has_value(); }));
        files_.found.push_back(Message(
            given == size() ? "'{0}' is read as {1}, of {2}." : "'{0}' is read as {1}, of {2}; it is drawn for the others.",
            {micropol::name(map_.heading(known)), scale.scale, Message("{0} people", {Count{given}})}));
    }

    void take_scales() {
        influence_ = amounts_in(map_.texts("influence"), map_.heading("influence"));
        interest_ = amounts_in(map_.texts("interest"), map_.heading("interest"));
        std::vector<bool> voiced;
        for (std::size_t i = 0; i < size(); ++i) {
            std::optional<bool> const secret = yes_or_no(map_.text(i, "private"));
            if (!secret && !is_missing(map_.text(i, "private"))) unreadable_["private"].push_back(i);
            voiced.push_back(!secret.value_or(false));
        }
        attitude_ = attitudes_in(map_.texts("attitude"), map_.heading("attitude"), voiced);
        note_scale("influence", influence_), note_scale("attitude", attitude_), note_scale("interest", interest_);
        for (std::size_t i = 0; i < size(); ++i)
            strength_.push_back(influence_.within[i] ? influence_.within[i]->low + influence_.within[i]->high : 0);
    }

    void take_goals() {
        std::set<std::string> strange;
        std::size_t known = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            std::array<bool, goals.size()> cares{};
            std::string text = map_.text(i, "goals");
            for (std::string_view const between : {" and ", " und "})
                for (std::size_t at = text.find(between); at != std::string::npos; at = text.find(between, at + 1))
                    text.replace(at, between.size(), ",");
            for (std::string const& part : parts_of(text)) {
                if (is_missing(part)) continue;
                if (auto const goal = goal_word(part))
                    cares[*goal] = true;
                else
                    strange.insert(part);
            }
            known += std::ranges::count(cares, true) > 0;
            cares_.push_back(cares);
        }
        if (known > 0)
            files_.found.push_back(Message(known == size() ? "'{0}' names goals of {1}."
                                                           : "'{0}' names goals of {1}; their weights are drawn for the others.",
                                           {micropol::name(map_.heading("goals")), Message("{0} people", {Count{known}})}));
        if (strange.empty()) return;
        std::vector<std::string> few(strange.begin(), strange.end());
        constexpr std::size_t most_said = 5;
        few.resize(std::min(few.size(), most_said));
        files_.remarks.push_back(
            Message("{0} words of '{1}' are none of the five goals (career, pay, status, security, company) and "
                    "are not used: {2}.",
                    {Count{strange.size()}, micropol::name(map_.heading("goals")), listed(few)}));
    }

    // What stands between commas and the like.
    static std::vector<std::string> parts_of(std::string const& text) {
        std::vector<std::string> parts;
        std::string_view const marks = text.find_first_of(";|\n") != std::string::npos ? ";|\n" : ",/&+";
        for (std::size_t at = 0; at <= text.size();) {
            std::size_t const end = std::min(text.find_first_of(marks, at), text.size());
            if (std::string part = tidy(text.substr(at, end - at)); !part.empty()) parts.push_back(std::move(part));
            at = end + 1;
        }
        return parts;
    }

    // Those meant by a field; who cannot be told becomes a misfit.
    std::vector<std::uint32_t> people_meant(std::size_t row, std::string const& known, Misfit reason) {
        std::string const text = map_.text(row, known);
        if (is_missing(text)) return {};
        if (auto const one = index_->find(text); one.people.size() == 1) return note(text, one), one.people;
        if (auto several = index_->find_several(text); several.size() > 1) return several;
        std::vector<std::uint32_t> people;
        for (std::string const& part : parts_of(text)) {
            auto const found = index_->find(part);
            if (found.people.size() == 1)
                note(part, found), people.push_back(found.people[0]);
            else if (!is_missing(part))
                misfits_.add(reason, map_.place(row, known), part, {}, {}, did_you_mean(part, names_));
        }
        return people;
    }
    void note(std::string const& text, PeopleIndex::Found const& found) {
        if (found.by == PeopleIndex::By::other_column && in_short_++ == 0) short_ = {text, names_[found.people[0]]};
    }

    void take_people_named() {
        lines_.emplace(size());
        for (std::uint32_t i = 0; i < size(); ++i) {
            bool first = true;
            for (std::uint32_t const boss : people_meant(i, "manager", Misfit::unknown_managers)) {
                if (first)
                    lines_->add(i, boss);
                else if (boss != i)
                    heard_.emplace(i, boss);
                first = false;
            }
            for (std::uint32_t const other : people_meant(i, "listens_to", Misfit::outsiders))
                if (other != i) heard_.emplace(i, other);
        }
        if (in_short_ > 0)
            files_.remarks.push_back(Message("{0} references are part of a name or a role: '{1}' is '{2}'.",
                                             {Count{in_short_}, micropol::name(short_.first), micropol::name(short_.second)}));
        lines_->check_circles(names_, file(), problems_);
        if (lines_->count() > 0)
            files_.found.push_back(Message("'{0}' gives {1}.", {micropol::name(map_.heading("manager")),
                                                                Message("{0} reporting lines", {Count{lines_->count()}})}));
        if (!heard_.empty())
            files_.found.push_back(Message(
                "'{0}' gives {1}.", {micropol::name(map_.heading("listens_to")), Message("{0} ties", {Count{heard_.size()}})}));
    }

    void report_unreadable(Misfits& refused) {
        for (auto const& [known, rows] : unreadable_) {
            Listing examples{{}, Listing::Joined::by_commas};
            constexpr std::size_t most = 3;
            for (std::size_t k = 0; k < std::min(most, rows.size()); ++k)
                examples.items.push_back(Message(
                    "'{0}' in line {1}",
                    {micropol::name(map_.text(rows[k], known)), micropol::name(std::to_string(map_.table.rows[rows[k]].line))}));
            Message const said("{0} values of '{1}' cannot be understood",
                               {Count{rows.size()}, micropol::name(map_.heading(known))});
            if (misfits_.drops(Misfit::unreadable_values)) {
                files_.remarks.push_back(Message("Left out, as asked: {0} ({1}).", {said, examples}));
                continue;
            }
            refused.set(std::size_t(Misfit::unreadable_values));
            add_problem(problems_, map_.place(rows[0], known), said, examples, understood(known));
        }
        unreadable_.clear();
    }
    static Phrase understood(std::string const& known) {
        if (known == "attitude")
            return "write a number from -2 to 2, signs from -- to ++, or words such as against, rather against, neutral, rather for, for; "
                   "leave it blank where it is not known";
        if (known == "private") return "write yes or no";
        return "write a number from 1 to 5, or low, medium, high; leave it blank where it is not known";
    }

    static std::string field(std::string const& text) {
        if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
        std::string quoted = "\"";
        for (char const c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        return quoted + '"';
    }

    void write(std::vector<std::uint32_t> const& managers, std::vector<OtherPerson> const& others) {
        std::string& people = files_.people;
        people =
            "id,name,department,manager,influence_rank,attitude,susceptibility,career,pay,status,security,company,role,notes\n";
        for (std::size_t i = 0; i < size(); ++i) {
            auto const& [place, interest] = std::pair(influence_.within[i], interest_.within[i]);
            std::uint32_t const boss = managers[i];
            people += ids_[i] + ',' + field(names_[i]) + ',' + field(departments_[i]) + ',' + (boss == nobody ? "" : ids_[boss]) +
                      ',';
            people += place ? written({place_among_all(place->low), place_among_all(place->high)}) : "";
            // Where attitudes are asked about, a blank is somebody who may think anything.
            std::optional<Range> const attitude = attitude_.within[i]    ? attitude_.within[i]
                                                  : map_.has("attitude") ? std::optional(Range{-1, 1})
                                                                         : std::nullopt;
            people += ',' + (attitude ? written(*attitude) : "") + ',';
            double const wide = most_own_weight - least_own_weight;
            people += interest ? written({most_own_weight - wide * interest->high, most_own_weight - wide * interest->low}) : "";
            bool const any = std::ranges::count(cares_[i], true) > 0;
            for (bool const cares : cares_[i]) people += ',' + (any ? written(cares ? cared_for : other_goal) : "");
            people += ',' + field(map_.text(i, "role")) + ',' + field(map_.text(i, "notes")) + '\n';
        }
        for (OtherPerson const& other : others) {
            std::string const boss = other.manager_is_named    ? ids_[other.manager]
                                     : other.manager == nobody ? ""
                                                               : others[other.manager].id;
            people += field(other.id) + ",," + field(other.department) + ',' + field(boss) + ",,,,,,,,,,\n";
        }
        if (heard_.empty()) return;
        files_.ties = "source,target\n";
        for (auto const& [from, to] : heard_) files_.ties += ids_[from] + ',' + ids_[to] + '\n';
    }

    StakeholderPlan const& plan_;
    std::vector<Problem> problems_;
    MisfitRows misfits_{plan_.drop};
    StakeholderFiles files_;
    StakeholderTable map_;
    std::vector<std::string> names_, ids_, departments_;  // [row]
    std::optional<PeopleIndex> index_;
    ReadScale influence_, attitude_, interest_;
    std::vector<double> strength_;                       // [row] of influence, to compare
    std::vector<std::array<bool, goals.size()>> cares_;  // [row][goal]
    std::optional<ReportingLines> lines_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> heard_;  // who listens to whom
    std::map<std::string, std::vector<std::size_t>> unreadable_;
    std::size_t in_short_ = 0;
    std::pair<std::string, std::string> short_;
};

}  // namespace

StakeholderFiles read_stakeholders(StakeholderPlan const& plan) { return Reader(plan).read(); }

bool is_stakeholder_map(std::filesystem::path const& file, std::string const& sheet) {
    std::vector<Phrase> remarks;
    std::vector<Problem> problems;
    DataFile const data = read_data_file(file, sheet, remarks, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    if (data.is_graph) return false;
    StakeholderTable const map = stakeholder_table(file, sheet, {}, remarks, problems);
    return map.has("name") && (map.has("influence") || map.has("attitude"));
}

}  // namespace micropol
