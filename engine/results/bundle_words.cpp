// A bundle as a person says it.

#include "results/optimum_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

std::string group_of(Who who) {
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

std::string quality_of(Ranking by) {
    switch (by) {
        case Ranking::power: return "most powerful";
        case Ranking::level: return "highest in the hierarchy";
        case Ranking::reach: return "with the widest reach";
        case Ranking::status: return "with most status";
        case Ranking::centrality: return "best connected";
        case Ranking::opposition: break;
    }
    return "most opposed";
}

std::string listed_plainly(std::vector<std::string> const& names) {
    std::string text;
    for (std::size_t k = 0; k < names.size(); ++k)
        text += (k == 0 ? "" : k + 1 == names.size() ? " and " : ", ") + plain(names[k]);
    return text;
}

std::string in_words(Target const& target) {
    std::string text = group_of(target.who);
    if (target.top.number > 0)
        text = "the " + count(std::size_t(target.top.number)) + " " + quality_of(target.top.by) +
               (target.who == Who::all ? "" : " of " + text);
    std::vector<std::string> within = target.departments;
    for (int const level : target.levels) within.push_back("level " + std::to_string(level));
    if (!within.empty()) text = text == "everyone" ? listed_plainly(within) : text + " in " + listed_plainly(within);
    if (!target.people.empty()) text += " among " + count(target.people.size()) + " named people";
    return text;
}

std::string in_words(SearchSpace const& space, Move const& move) {
    std::string lever = space.levers[move.lever];
    for (char& letter : lever) letter = letter == '_' ? ' ' : letter;
    bool const from_start = move.from_week <= space.weeks.front(), to_end = move.until_week >= space.weeks.back();
    std::string const when = from_start && to_end ? "throughout"
                             : to_end             ? "from week " + std::to_string(move.from_week)
                             : from_start
                                 ? "until week " + std::to_string(move.until_week)
                                 : "weeks " + std::to_string(move.from_week) + " to " + std::to_string(move.until_week - 1);
    return lever + " for " + in_words(space.targets[move.target]) + ", " + number(move.intensity, {1, 2, "", false}) + ", " +
           when;
}

}  // namespace

std::string in_words(SearchSpace const& space, Bundle const& bundle) {
    std::string text;
    for (Move const& move : bundle) text += (text.empty() ? "" : "; ") + in_words(space, move);
    return text;
}

}  // namespace micropol
