#include "findings/bundle.h"

namespace micropol {

namespace {

Message group_of(Who who) {
    switch (who) {
        case Who::losers: return "those who stand to lose";
        case Who::winners: return "those who stand to gain";
        case Who::opponents: return "opponents";
        case Who::supporters: return "supporters";
        case Who::risen: return "those who have risen";
        case Who::all: break;
    }
    return "everyone";
}

Message first_by(Ranking by, Count number) {
    switch (by) {
        case Ranking::power: return {"the {0} most powerful", {number}};
        case Ranking::level: return {"the {0} highest in the hierarchy", {number}};
        case Ranking::reach: return {"the {0} with the widest reach", {number}};
        case Ranking::status: return {"the {0} with most status", {number}};
        case Ranking::centrality: return {"the {0} best connected", {number}};
        case Ranking::opposition: break;
    }
    return {"the {0} most opposed", {number}};
}

Message describe(Target const& target) {
    Message people = group_of(target.who);
    bool everyone = target.who == Who::all;
    if (target.top.number > 0) {
        Message const first = first_by(target.top.by, {std::uint64_t(target.top.number)});
        people = everyone ? first : Message("{0} of {1}", {first, people});
        everyone = false;
    }
    Listing within;
    for (std::string const& department : target.departments) within.items.push_back(name(department));
    for (int const level : target.levels) within.items.push_back(Message("level {0}", {Verbatim{std::to_string(level)}}));
    if (!within.items.empty()) people = everyone ? Message("{0}", {within}) : Message("{0} in {1}", {people, within});
    if (target.people.empty()) return people;
    return {"{0} among {1} named people", {people, Count{target.people.size()}}};
}

Message when(SearchSpace const& space, Move const& move) {
    auto const week = [](int number) { return Verbatim{std::to_string(number)}; };
    bool const from_start = move.from_week <= space.weeks.front(), to_end = move.until_week >= space.weeks.back();
    if (from_start && to_end) return "throughout";
    if (to_end) return {"from week {0}", {week(move.from_week)}};
    if (from_start) return {"until week {0}", {week(move.until_week)}};
    return {"weeks {0} to {1}", {week(move.from_week), week(move.until_week - 1)}};
}

}  // namespace

Phrase describe(SearchSpace const& space, Bundle const& bundle) {
    Listing moves{.items = {}, .joined = Listing::Joined::by_semicolons};
    for (Move const& move : bundle)
        moves.items.push_back(
            Message("{0} for {1}, {2}, {3}", {lever(space.levers[move.lever]), describe(space.targets[move.target]),
                                              Decimal{move.intensity, 2}, when(space, move)}));
    return moves;
}

}  // namespace micropol
