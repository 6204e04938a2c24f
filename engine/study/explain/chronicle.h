#pragma once
// The turning points of one history, chosen by how much they moved what matters. Every reason is one of the model's own quantities.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "simulation/trace.h"

namespace micropol {

// Somebody as they were in a week.
struct Portrait {
    std::uint32_t employee = 0;
    std::string id, department;  // id: the name to show
    int reports = 0;             // people who report to them
    float power = 0;             // 1 is the average
    std::size_t rank = 0;        // by power, from 1
    bool newcomer = false;       // somebody else had the seat at the start
};

// Why, in the person's own terms, in that week.
struct Motive {
    std::array<float, 5>
        felt{};       // [career, pay, status, security, company] goal weight · what the change seems to bring, −1 to 1
    float stake = 0;  // all goals together, losses weighing more, minus the effort of changing
    float attitude = 0, voiced = 0;
    float rent = 0;                           // share: control of what others need, above the average
    float data_share = 0;                     // share of that control which rests on data; the rest on relationships
    std::array<float, tactic_count> worth{};  // [Tactic]; zeros where tactics are off
    Tactic tactic = Tactic::work;
};

// At least three who side with one another.
struct Bloc {
    std::uint32_t number = nobody;
    int members = 0;
    float power = 0;          // share of the organisation's
    float stance = 0;         // power-weighted mean attitude
    std::string department;   // of most members
    int from_department = 0;  // how many
    Portrait leader;          // its most powerful member
    Motive motive;            // the leader's
};

namespace moment {
struct LeverChange {
    struct One {
        std::string lever;
        bool begins = false, waited = false;
        int reached = 0;      // people
        float intensity = 0;  // share
        float cost = 0;       // thousand euros, so far
    };
    std::vector<One> levers;
    float cost = 0;  // thousand euros, of everything so far
};
struct ShockStrikes {
    EventKind what{};
    float size = 0;  // share
};
struct Decision {
    bool first = false, passed = false, stopped = false;
    DecisionRule rule{};
    float in_favour = 0;  // share of the voting weight; at the rule "customer" what reports show, 0 to 1
    float momentum_before = 0, momentum_after = 0;  // share
    std::vector<std::string> tipped;                // ids of those without whom it would have fallen the other way; at most three
    std::size_t tipped_in_all = 0;
    std::optional<Bloc> against, in_support;     // the most powerful ones
    int in_favour_since = 0, against_since = 0;  // decisions since the last one that is told, this one aside
};
struct BlocGathers {
    Bloc bloc;
    bool falls_apart = false;
    float most = 0;  // share of power it had at most
};
struct PersonTurns {
    EventKind what{};  // hides, resists, pays lip service
    Portrait person;
    Motive motive;
};
struct DepartmentCloses {
    std::string department;
    bool opens = false;
    float before = 0, now = 0;  // share who share what they know, mean of four weeks
    int weeks = 0;              // between the two
};
struct WordSpreads {
    float knows = 0;                                        // share of everyone
    std::size_t learned = 0, from_contacts = 0;             // people who learned of it; of them those with a contact who knew
    std::vector<std::pair<Portrait, std::size_t>> through;  // the most frequent of these contacts; at most three
    std::string last_department;  // the last one in which somebody learned of it; "" if all knew at once
    int last_week = 0;
    std::optional<Portrait> last_through;  // the most powerful contact who knew; nothing if there was none
    int departments_without = 0;           // departments in which nobody knows
};
struct Adoption {
    std::string department;  // "" for everyone
    float share = 0;         // of users in earnest
    bool falling = false;
    std::optional<Portrait> first;
    float for_show = 0;                       // share of users for show
    float attitude = 0, attitude_before = 0;  // private, mean; and a quarter of a year before
};
struct PowerMoves {
    Portrait person;
    float at_start = 0, at_end = 0;  // power
    Motive motive;
};
struct PersonLeaves {
    Portrait person;
    int so_far = 0;  // people who have left
};
struct End {
    float substantive = 0, symbolic = 0, rejecting = 0, momentum = 0;  // share
    int left = 0;                                                      // people
    bool stopped = false;
    int in_favour_since = 0, against_since = 0;             // decisions since the last one that is told
    std::vector<std::pair<std::string, float>> costs = {};  // lever, thousand euros; of those that cost anything
};
}  // namespace moment

struct Moment {
    int week = 0;  // the first is 0; the end is the number of weeks
    std::variant<moment::LeverChange, moment::ShockStrikes, moment::Decision, moment::BlocGathers, moment::PersonTurns,
                 moment::DepartmentCloses, moment::WordSpreads, moment::Adoption, moment::PowerMoves, moment::PersonLeaves,
                 moment::End>
        what;
    double weight = 0;  // how much it moved what matters
};
[[nodiscard]] std::string_view kind_of(Moment const& moment);  // "lever", "vote", …
inline constexpr double told_for_certain = 1;                  // of weight, and more

// by: position of the outcome that matters. In the order of weeks.
[[nodiscard]] std::vector<Moment> chronicle_of(Trace const& trace, std::size_t by);

// What happens in one branch of a fork from that week on, and not likewise in the same week of the other; shorter. Empty where
// nothing differs.
[[nodiscard]] std::vector<Moment> chronicle_of_branch(Trace const& as_it_was, Trace const& otherwise, std::size_t by,
                                                      int from_week);

// The pieces it is made of.
struct Moments {
    std::vector<Moment> moments;  // all that could be told
    std::map<int, bool> passed;   // every decision, by week
};
[[nodiscard]] Moments moments_of(Trace const& trace, std::size_t by);
// All that is told for certain, then the weightiest, rather where little else is told, and not too many of one kind. most: what can
// be read aloud in a few minutes. (assumed)
inline constexpr std::size_t most_moments = 20;
[[nodiscard]] std::vector<Moment> choose_moments(Moments all, std::size_t most = most_moments);
[[nodiscard]] Portrait portrait_of(Trace const& trace, int week, std::uint32_t employee);
[[nodiscard]] Motive motive_of(Trace const& trace, int week, std::uint32_t employee);
// The most powerful coalition of three or more whose stance is below 0 (or above).
[[nodiscard]] std::optional<Bloc> leading_bloc(Trace const& trace, int week, bool against);
// Contacts who knew, of those who learned of the transformation up to a week.
[[nodiscard]] moment::WordSpreads word_spread(Trace const& trace, std::vector<Event> const& events, int week);

}  // namespace micropol
