#include <algorithm>
#include <cmath>

#include "results/explanation_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

constexpr Precision percent{100, 0, " %", false}, one_decimal{1, 1, "", false}, two_decimals{1, 2, "", false};

std::string share(float value) { return figure(double(value), percent); }
std::string to_two(float value) { return number(double(value), two_decimals); }
std::string people(std::size_t number) { return number == 1 ? "one person" : count(number) + " people"; }

std::string spoken(std::string_view key) {
    std::string text(key);
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string with_capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = char(text[0] - 'a' + 'A');
    return text;
}

std::string listed_plainly(std::vector<std::string> const& parts) { return listed(std::span<std::string const>(parts)); }

// "Sales-3 (leads 8 people, 2.1 times the average power)"; the department too where the id does not say it.
std::string named(Portrait const& person) { return (person.newcomer ? "whoever came after " : "") + plain(person.id); }

std::string introduced(Portrait const& person) {
    bool const says_where = person.id.starts_with(person.department);
    std::string text = named(person) + " (" + (says_where ? "" : plain(person.department) + ", ");
    if (person.reports > 0) text += "leads " + people(std::size_t(person.reports)) + ", ";
    constexpr float clearly_more = 1.05f;  // where all are equal, nobody is the most powerful
    text += person.rank == 1 && person.power > clearly_more
                ? "the most powerful of all"
                : number(double(person.power), one_decimal) + " times the average power";
    return text + ")";
}

// ------------------------------------------------------------------------------------------ reasons

constexpr std::string_view losses[] = {"power", "pay", "standing", "job security"};

// All goals together, and the goal with most of it.
std::string what_is_at_stake(Motive const& motive) {
    std::size_t goal = 0;
    for (std::size_t k = 1; k < motive.felt.size(); ++k)
        if (motive.stake < 0 ? motive.felt[k] < motive.felt[goal] : motive.felt[k] > motive.felt[goal]) goal = k;
    std::string const stake = "stake " + to_two(motive.stake);
    if (std::abs(motive.stake) < 0.05f) return "they see about as much to win as to lose";
    if (motive.stake < 0) {
        if (goal < std::size(losses) && motive.felt[goal] < -0.01f)
            return "they see more to lose than to win, most of it " + std::string(losses[goal]) + " (" + stake + ")";
        if (goal >= std::size(losses) && motive.felt[goal] < -0.01f)
            return "they do not believe that it helps the company (" + stake + ")";
        return "to them the effort of changing outweighs what there is to win (" + stake + ")";
    }
    std::string const gain = goal < std::size(losses) ? std::string(losses[goal]) : "the company's benefit";
    return "they see more to win than to lose, most of it " + gain + " (" + stake + ")";
}

std::string what_they_hold(Motive const& motive) {
    if (motive.rent < 0.1f) return "";
    std::string const by = motive.data_share > 0.67f   ? "data"
                           : motive.data_share < 0.33f ? "relationships"
                                                       : "relationships and data";
    return "what they control through " + by + " is " +
           (motive.rent >= 0.995f ? "at least twice the average" : share(motive.rent) + " above the average");
}

constexpr std::string_view tactic_words[] = {"just working",          "persuading", "networking",        "seeking allies",
                                             "hiding what they know", "resisting",  "gaming the figures"};

std::string what_it_is_worth(Motive const& motive, Tactic chosen) {
    float const worth = motive.worth[std::size_t(chosen)], work = motive.worth[0];
    if (worth <= 0) return "";
    std::size_t best = 0;
    for (std::size_t k = 1; k < tactic_count; ++k)
        if (motive.worth[k] > motive.worth[best]) best = k;
    constexpr float close = 0.05f;
    std::string const figures = "(" + to_two(worth) + " against " + to_two(work) + ")";
    std::string text = with_capital(std::string(tactic_words[std::size_t(chosen)]));
    text += worth > work + close ? " is worth more to them than just working " + figures
                                 : " is worth as much to them as just working " + figures + ", so that chance had a say";
    if (best != std::size_t(chosen) && motive.worth[best] > worth + close)
        text += "; " + std::string(tactic_words[best]) + " would be worth " + to_two(motive.worth[best]);
    return text;
}

std::string joined_by_and(std::string const& first, std::string const& second) {
    if (first.empty() || second.empty()) return first + second;
    return first + ", and " + second;
}

std::string bloc_in_words(Bloc const& bloc) {
    std::string const text = people(std::size_t(bloc.members)) + " with " + share(bloc.power) + " of all power, ";
    if (bloc.from_department == bloc.members) return text + "all from " + plain(bloc.department);
    if (bloc.from_department * 2 > bloc.members)
        return text + std::to_string(bloc.from_department) + " of them from " + plain(bloc.department);
    return text + "from several departments";
}

std::string decisions(int number) { return number == 1 ? "one decision" : std::to_string(number) + " decisions"; }

// "after 3 decisions in favour and 2 against"
std::string decisions_between(int in_favour, int against) {
    if (in_favour == 0) return decisions(against) + " against";
    return decisions(in_favour) + " in favour" +
           (against == 0 ? "" : " and " + (against == 1 ? std::string("one") : std::to_string(against)) + " against");
}

// ------------------------------------------------------------------------------------------ moments

using namespace moment;

std::string in_words(LeverChange const& change, StudyFacts const& facts) {
    std::vector<std::string> begin, triggered, end;
    for (LeverChange::One const& one : change.levers) {
        if (!one.begins) {
            end.push_back(spoken(one.lever));
            continue;
        }
        std::string const whom = std::size_t(one.reached) == facts.headcount ? "everyone" : people(std::size_t(one.reached));
        (one.waited ? triggered : begin)
            .push_back(spoken(one.lever) + " (" + whom + ", " + share(one.intensity) + " of full intensity)");
    }
    std::string text;
    auto const sentence = [&](std::string_view start, std::vector<std::string> const& levers) {
        if (!levers.empty()) text += (text.empty() ? "" : " ") + std::string(start) + listed_plainly(levers) + '.';
    };
    sentence("Begins: ", begin);
    sentence("What they waited for has come about, so now begins: ", triggered);
    sentence("Ends: ", end);
    if (!end.empty() && change.cost > 0)
        text += " All interventions have cost " + number(double(change.cost), {1, 0, "", false}) + " thousand euros so far.";
    return text;
}

std::string in_words(ShockStrikes const& shock, StudyFacts const&) {
    switch (shock.what) {
        case Happening::sponsor_left:
            return "The sponsor leaves, and with them " + share(shock.size) + " of the pressure from the top.";
        case Happening::budget_cut: return "The budget is cut: " + share(shock.size) + " of the funding is gone.";
        default: return "The organisation is rearranged: ties lose " + share(shock.size) + " of their strength.";
    }
}

std::string who_decides(DecisionRule rule) {
    switch (rule) {
        case DecisionRule::marketing: return "Marketing";
        case DecisionRule::sales: return "Sales";
        case DecisionRule::ceo: return "The top";
        case DecisionRule::committee: return "The committee";
        case DecisionRule::customer: break;
    }
    return "The customer's need";
}

std::string in_words(Decision const& decision, StudyFacts const&) {
    std::string text = who_decides(decision.rule);
    text += decision.passed ? (decision.first ? " decides to go on" : " decides in favour") : " decides against it";
    text += decision.rule == DecisionRule::customer ? ""
                                                    : ", with " + share(decision.in_favour) + " of the voting weight in favour";
    if (decision.in_favour_since + decision.against_since > 0)
        text += ", after " + decisions_between(decision.in_favour_since, decision.against_since);
    if (decision.stopped)
        text += ". Funding has been too low twice running: the transformation is stopped";
    else
        text += "; funding and attention " + std::string(decision.passed ? "rise" : "fall") + " from " +
                share(decision.momentum_before) + " to " + share(decision.momentum_after) + " of the full";
    text += '.';
    auto const& other_side = decision.passed ? decision.in_support : decision.against;
    constexpr float worth_mentioning = 0.04f;  // of all power
    if (other_side && other_side->power >= worth_mentioning)
        text += " The largest coalition " + std::string(decision.passed ? "for" : "against") +
                " the change: " + bloc_in_words(*other_side) + '.';
    if (decision.tipped_in_all == 1) text += " " + plain(decision.tipped.front()) + " alone could have turned it.";
    if (decision.tipped_in_all == 2)
        text += " Either of " + listed_plainly({plain(decision.tipped[0]), plain(decision.tipped[1])}) + " could have turned it.";
    if (decision.tipped_in_all > 2) {
        std::vector<std::string> names;
        for (std::string const& name : decision.tipped) names.push_back(plain(name));
        text += " Any one of " + people(decision.tipped_in_all) + " could have turned it" +
                (decision.tipped_in_all > names.size() ? ", among them " : ": ") + listed_plainly(names) + '.';
    }
    return text;
}

std::string in_words(BlocGathers const& gathers, StudyFacts const&) {
    Bloc const& bloc = gathers.bloc;
    std::string const side = bloc.stance < 0 ? "against" : "for";
    if (gathers.falls_apart)
        return "The largest coalition " + side + " the change has lost more than half of its weight: " + share(bloc.power) +
               " of all power, after " + share(gathers.most) + " at most.";
    return "A coalition " + side + " the change has grown to " + bloc_in_words(bloc) + " (mean attitude " + to_two(bloc.stance) +
           "). Its most powerful member is " + introduced(bloc.leader) + ": " + what_is_at_stake(bloc.motive) + '.';
}

std::string in_words(PersonTurns const& turns, StudyFacts const&) {
    std::string const who = introduced(turns.person);
    Motive const& motive = turns.motive;
    if (turns.what == Happening::starts_lip_service)
        return with_capital(who) + " begins to say what is wanted: voiced " + to_two(motive.voiced) + ", thought " +
               to_two(motive.attitude) + ". " + with_capital(what_is_at_stake(motive)) + '.';
    bool const hides = turns.what == Happening::starts_hiding;
    std::string const worth = what_it_is_worth(motive, hides ? Tactic::hide : Tactic::resist);
    return with_capital(who) + (hides ? " begins to keep what they know to themselves: " : " begins to resist openly: ") +
           joined_by_and(what_is_at_stake(motive), hides ? what_they_hold(motive) : "") + '.' +
           (worth.empty() ? "" : " " + worth + '.');
}

std::string in_words(DepartmentCloses const& change, StudyFacts const&) {
    return "In " + plain(change.department) + (change.opens ? " more" : " fewer") +
           " people share what they know: " + share(change.now) + " in a week, after " + share(change.before) + ' ' +
           std::to_string(change.weeks) + " weeks before.";
}

std::string in_words(WordSpreads const& spread, StudyFacts const&) {
    std::string text = "By now " + share(spread.knows) + " know of the change. Of the " + people(spread.learned) +
                       " who learned of it, " + count(spread.from_contacts) + " had a contact who knew";
    std::vector<std::string> through;
    for (auto const& [person, times] : spread.through)
        through.push_back(plain(person.id) + (through.empty() ? " was such a contact for " : " for ") + count(times));
    text += (through.empty() ? "" : ": " + listed_plainly(through)) + '.';
    if (spread.departments_without > 0)
        return text + " In " +
               (spread.departments_without == 1 ? std::string("one department")
                                                : count(std::size_t(spread.departments_without)) + " departments") +
               " nobody knows yet.";
    if (spread.last_department.empty()) return text;
    return text + " The last department that it reached was " + plain(spread.last_department) + ", in week " +
           std::to_string(spread.last_week) +
           (spread.last_through ? ", where " + plain(spread.last_through->id) + " was such a contact." : ".");
}

std::string in_words(Adoption const& adoption, StudyFacts const&) {
    if (adoption.first) return with_capital(introduced(*adoption.first)) + " is the first to decide by data.";
    std::string text = !adoption.department.empty() ? "In " + plain(adoption.department) + " half of the people decide by data"
                       : adoption.falling ? "The number of those who decide by data falls: " + share(adoption.share) + " are left"
                                          : share(adoption.share) + " of all people decide by data";
    if (adoption.department.empty()) text += ", while " + share(adoption.for_show) + " log in for show";
    return text + ". The mean private attitude is " + to_two(adoption.attitude) + ", after " + to_two(adoption.attitude_before) +
           " a quarter of a year before.";
}

std::string in_words(PowerMoves const& moves, StudyFacts const&) {
    bool const rises = moves.at_end > moves.at_start, by_data = moves.motive.data_share > 0.5f;
    float const part = std::max(moves.motive.data_share, 1 - moves.motive.data_share);
    return plain(moves.person.id) + " of " + plain(moves.person.department) + (rises ? " gains" : " loses") +
           " more power than anybody else who stays: from " + number(double(moves.at_start), one_decimal) +
           " times the average at the start to " + number(double(moves.person.power), one_decimal) + " now and " +
           number(double(moves.at_end), one_decimal) + " at the end. " + share(part) + " of what they control rests on " +
           (by_data ? "data." : "relationships.");
}

std::string in_words(PersonLeaves const& leaves, StudyFacts const&) {
    return with_capital(introduced(leaves.person)) + " leaves the organisation" +
           (leaves.so_far > 1 ? "; " + people(std::size_t(leaves.so_far)) + " have left by now." : ", as the first.");
}

std::string in_words(End const& end, StudyFacts const&) {
    std::string text = "In the end " + share(end.substantive) + " decide by data, " + share(end.symbolic) +
                       " log in for show and " + share(end.rejecting) + " refuse";
    text += end.stopped ? "; the transformation has been stopped."
                        : "; funding and attention stand at " + share(end.momentum) + " of the full.";
    if (end.in_favour_since + end.against_since > 0)
        text += " After what is told here there were " + decisions_between(end.in_favour_since, end.against_since) + '.';
    if (end.left > 0) text += ' ' + with_capital(people(std::size_t(end.left))) + (end.left == 1 ? " has left." : " have left.");
    return text;
}

constexpr std::string_view kinds[] = {"lever",       "shock",    "vote",   "coalition", "person", "information",
                                      "information", "adoption", "status", "person",    "outcome"};
static_assert(std::size(kinds) == std::variant_size_v<decltype(Moment::what)>);

}  // namespace

std::string_view kind_of(Moment const& moment) { return kinds[moment.what.index()]; }

std::string in_words(Moment const& moment, StudyFacts const& facts) {
    return std::visit([&](auto const& what) { return in_words(what, facts); }, moment.what);
}

}  // namespace micropol
