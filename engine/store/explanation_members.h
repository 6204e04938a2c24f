#pragma once
// Members of the parts of an explanation, by their names in JSON; see json_members.h. Within the store alone.

#include "scenario/scenario.h"
#include "store/json_members.h"
#include "study/explain/explanation.h"

namespace micropol {

inline std::vector<std::string_view> names_of(Turn) { return {"silenced", "won over"}; }
inline std::vector<std::string_view> names_of(Who) { return {std::begin(who_names), std::end(who_names)}; }
inline std::vector<std::string_view> names_of(Ranking) { return {std::begin(ranking_names), std::end(ranking_names)}; }

inline void members(auto& io, Either<Network::Person> auto& person) {
    io("id", person.id), io("department", person.department), io("level", person.level);
}

inline void members(auto& io, Either<PivotalPerson> auto& person) {
    io("id", person.id), io("department", person.department), io("level", person.level), io("what", person.turn);
    io("flips", person.flips), io("change", person.change);
}

inline void members(auto& io, Either<GroupStake> auto& group) {
    io("name", group.name), io("department", group.department), io("people", group.people), io("by_goal", group.by_goal);
    io("total", group.total), io("losers", group.losers);
}

inline void members(auto& io, Either<PersonStake> auto& person) {
    io("id", person.id), io("department", person.department), io("level", person.level), io("by_goal", person.by_goal);
    io("total", person.total);
}

inline void members(auto& io, Either<Top> auto& top) { io("number", top.number), io("by", top.by); }
inline void members(auto& io, Either<Target> auto& target) {
    io("departments", target.departments), io("levels", target.levels), io("people", target.people), io("who", target.who);
    io("top", target.top);
}

}  // namespace micropol
