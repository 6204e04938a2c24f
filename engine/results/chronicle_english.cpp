#include "results/chronicle_words.h"
#include "results/comparison_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

constexpr Precision percent{100, 0, " %", false}, one_decimal{1, 1, "", false}, two_decimals{1, 2, "", false};

std::string share(float value) { return figure(double(value), percent); }
std::string to_two(float value) { return number(double(value), two_decimals); }
std::string thousands(float value) { return number(double(value), {1, 0, "", false}); }
std::string people(std::size_t number) { return number == 1 ? "one person" : count(number) + " people"; }

std::string listed_plainly(std::vector<std::string> const& parts) { return listed(std::span<std::string const>(parts)); }

// "Sales-3 (leads 8 people, 2.1 times the average power)"; the department too where the id does not say it.
std::string named(Portrait const& person) { return (person.newcomer ? "whoever came after " : "") + plain(person.id); }

std::string introduced(Portrait const& person) {
    std::string text = named(person) + " (" + (id_says_department(person) ? "" : plain(person.department) + ", ");
    if (person.reports > 0) text += "leads " + people(std::size_t(person.reports)) + ", ";
    return text +
           (is_most_powerful(person) ? "the most powerful of all"
                                     : number(double(person.power), one_decimal) + " times the average power") +
           ")";
}

// ------------------------------------------------------------------------------------------ reasons

constexpr std::string_view goals[] = {"power", "pay", "standing", "job security", "the company's benefit"};

std::string what_is_at_stake(Motive const& motive) {
    auto const [balance, goal] = read_stake(motive);
    std::string const stake = " (stake " + to_two(motive.stake) + ")";
    switch (balance) {
        case Balance::even: break;
        case Balance::loses: return "they see more to lose than to win, most of it " + std::string(goals[goal]) + stake;
        case Balance::does_not_believe: return "they do not believe that it helps the company" + stake;
        case Balance::effort_outweighs: return "to them the effort of changing outweighs what there is to win" + stake;
        case Balance::wins: return "they see more to win than to lose, most of it " + std::string(goals[goal]) + stake;
    }
    return "they see about as much to win as to lose";
}

constexpr std::string_view bases[] = {"relationships", "relationships and data", "data"};  // [Basis]

std::string what_they_hold(Motive const& motive) {
    auto const control = read_control(motive);
    if (!control) return "";
    return "what they control through " + std::string(bases[std::size_t(control->basis)]) + " is " +
           (control->twice ? "at least twice the average" : share(motive.rent) + " above the average");
}

constexpr std::string_view tactic_words[] = {"just working",          "persuading", "networking",        "seeking allies",
                                             "hiding what they know", "resisting",  "gaming the figures"};

std::string what_it_is_worth(Motive const& motive, Tactic chosen) {
    auto const reading = read_worth(motive, chosen);
    if (!reading) return "";
    std::string const figures = "(" + to_two(reading->worth) + " against " + to_two(reading->of_work) + ")";
    std::string text = with_capital(std::string(tactic_words[std::size_t(chosen)]));
    text += reading->clearly_more ? " is worth more to them than just working " + figures
                                  : " is worth as much to them as just working " + figures + ", so that chance had a say";
    if (reading->better)
        text += "; " + std::string(tactic_words[std::size_t(*reading->better)]) + " would be worth " + to_two(reading->of_better);
    return text;
}

std::string joined_by_and(std::string const& first, std::string const& second) {
    if (first.empty() || second.empty()) return first + second;
    return first + ", and " + second;
}

std::string bloc_in_words(Bloc const& bloc) {
    std::string const text = people(std::size_t(bloc.members)) + " with " + share(bloc.power) + " of all power, ";
    switch (origin_of(bloc)) {
        case Origin::one_department: return text + "all from " + plain(bloc.department);
        case Origin::mostly_one: return text + std::to_string(bloc.from_department) + " of them from " + plain(bloc.department);
        case Origin::several: break;
    }
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
        std::string const lever = lever_said(Language::english, one.lever);
        if (!one.begins) {
            end.push_back(lever + (one.cost > 0 ? " (cost " + thousands(one.cost) + " thousand euros)" : ""));
            continue;
        }
        std::string const whom = std::size_t(one.reached) == facts.headcount ? "everyone" : people(std::size_t(one.reached));
        (one.waited ? triggered : begin).push_back(lever + " (" + whom + ", " + share(one.intensity) + " of full intensity)");
    }
    std::string text;
    auto const sentence = [&](std::string_view start, std::vector<std::string> const& levers) {
        if (!levers.empty()) text += (text.empty() ? "" : " ") + std::string(start) + listed_plainly(levers) + '.';
    };
    sentence("Begins: ", begin);
    sentence("What they waited for has come about, so now begins: ", triggered);
    sentence("Ends: ", end);
    if (!end.empty() && change.cost > 0)
        text += " All interventions have cost " + thousands(change.cost) + " thousand euros so far.";
    return text;
}

std::string in_words(ShockStrikes const& shock, StudyFacts const&) {
    switch (shock.what) {
        case EventKind::sponsor_left:
            return "The sponsor leaves, and with them " + share(shock.size) + " of the pressure from the top.";
        case EventKind::budget_cut: return "The budget is cut: " + share(shock.size) + " of the funding is gone.";
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
    if (Bloc const* const side = carried_by(decision))
        text += " The largest coalition " + std::string(decision.passed ? "for" : "against") +
                " the change: " + bloc_in_words(*side) + '.';
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
    if (turns.what == EventKind::starts_lip_service)
        return with_capital(who) + " begins to say what is wanted: voiced " + to_two(motive.voiced) + ", thought " +
               to_two(motive.attitude) + ". " + with_capital(what_is_at_stake(motive)) + '.';
    bool const hides = turns.what == EventKind::starts_hiding;
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
    if (!came_late(spread)) return text;
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
    return text + ". Among all people the mean private attitude is " + to_two(adoption.attitude) + ", after " +
           to_two(adoption.attitude_before) + " a quarter of a year before.";
}

std::string in_words(PowerMoves const& moves, StudyFacts const&) {
    bool const rises = moves.at_end > moves.at_start;
    return plain(moves.person.id) + " of " + plain(moves.person.department) + (rises ? " gains" : " loses") +
           " more power than anybody else who stays: from " + number(double(moves.at_start), one_decimal) +
           " times the average at the start to " + number(double(moves.person.power), one_decimal) + " now and " +
           number(double(moves.at_end), one_decimal) + " at the end. " + share(larger_part(moves.motive)) +
           " of what they control rests on " + (rests_on_data(moves.motive) ? "data." : "relationships.");
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
        text += " Not told after that: " + decisions_between(end.in_favour_since, end.against_since) + '.';
    if (end.left > 0) text += ' ' + with_capital(people(std::size_t(end.left))) + (end.left == 1 ? " has left." : " have left.");
    if (end.costs.empty()) return text;
    std::vector<std::string> costs;
    for (auto const& [lever, cost] : end.costs) costs.push_back(lever_said(Language::english, lever) + ' ' + thousands(cost));
    return text + " Cost of what was done, in thousand euros: " + listed_plainly(costs) + '.';
}

}  // namespace

std::string in_english(Moment const& moment, StudyFacts const& facts) {
    return std::visit([&](auto const& what) { return in_words(what, facts); }, moment.what);
}

}  // namespace micropol
