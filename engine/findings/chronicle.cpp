#include "findings/chronicle.h"

#include "findings/motives.h"
#include "findings/who.h"

namespace micropol {

namespace {

constexpr float bloc_worth_mentioning = 0.04f;  // of all power (assumed)

using Sentences = std::vector<Phrase>;

Quantity share(float value) { return percent(double(value)); }
Decimal to_one(float value) { return {double(value), 1}; }
Decimal to_two(float value) { return {double(value), 2}; }
Decimal thousands(float value) { return {double(value)}; }
Count count(auto number) { return {std::uint64_t(number)}; }

Listing names_of(std::vector<std::string> const& names) {
    Listing listing;
    for (std::string const& one : names) listing.items.push_back(name(one));
    return listing;
}

// "12 people with 5 % of all power, 9 of them from Sales"
Message bloc_of(Bloc const& bloc) {
    if (bloc.from_department == bloc.members)
        return {"{0} people with {1} of all power, all from {2}",
                {count(bloc.members), share(bloc.power), in_department(bloc.department)}};
    if (bloc.from_department * 2 > bloc.members)
        return {"{0} people with {1} of all power, {2} of them from {3}",
                {count(bloc.members), share(bloc.power), count(bloc.from_department), in_department(bloc.department)}};
    return {"{0} people with {1} of all power, from several departments", {count(bloc.members), share(bloc.power)}};
}

// "3 decisions in favour and one against"
Message decisions(int in_favour, int against) {
    if (in_favour == 0)
        return against == 1 ? Message("one decision against") : Message("{0} decisions against", {count(against)});
    if (against == 0)
        return in_favour == 1 ? Message("one decision in favour") : Message("{0} decisions in favour", {count(in_favour)});
    if (in_favour == 1)
        return against == 1 ? Message("one decision in favour and one against")
                            : Message("one decision in favour and {0} against", {count(against)});
    return against == 1 ? Message("{0} decisions in favour and one against", {count(in_favour)})
                        : Message("{0} decisions in favour and {1} against", {count(in_favour), count(against)});
}

class Describer {
  public:
    Describer(StudyFacts const& facts, int first_week) : facts_(facts), first_week_(first_week) {}

    Sentences operator()(moment::LeverChange const& change) const {
        Listing begin, triggered, end;
        for (moment::LeverChange::One const& one : change.levers) {
            Phrase const its_name = lever(one.lever);
            if (one.begins) {
                Phrase const whom = std::size_t(one.reached) == facts_.headcount ? Phrase("everyone")
                                                                                 : people(std::size_t(one.reached));
                (one.waited ? triggered : begin)
                    .items.push_back(Message("{0} ({1}, {2} of full intensity)", {its_name, whom, share(one.intensity)}));
            } else {
                end.items.push_back(
                    one.cost > 0 ? Phrase(Message("{0} (cost {1} thousand euros)", {its_name, thousands(one.cost)})) : its_name);
            }
        }
        Sentences all;
        if (!begin.items.empty()) all.push_back(Message("Begins: {0}.", {begin}));
        if (!triggered.items.empty())
            all.push_back(Message("What they waited for has come about, so now begins: {0}.", {triggered}));
        if (!end.items.empty()) all.push_back(Message("Ends: {0}.", {end}));
        if (!end.items.empty() && change.cost > 0)
            all.push_back(Message("All interventions have cost {0} thousand euros so far.", {thousands(change.cost)}));
        return all;
    }

    Sentences operator()(moment::ShockStrikes const& shock) const {
        switch (shock.what) {
            case EventKind::sponsor_left:
                return {Message("The sponsor leaves, and with them {0} of the pressure from the top.", {share(shock.size)})};
            case EventKind::sponsor_follows:
                return {
                    Message("Somebody takes over from the sponsor who left: the transformation now has {0} of the full backing.",
                            {share(shock.size)})};
            case EventKind::budget_cut: return {Message("The budget is cut: {0} of the funding is gone.", {share(shock.size)})};
            default: return {Message("The organisation is rearranged: ties lose {0} of their strength.", {share(shock.size)})};
        }
    }

    Sentences operator()(moment::Decision const& decision) const {
        Message decided = decided_by(decision);
        if (decision.in_favour_since + decision.against_since > 0)
            decided = {"{0}, after {1}", {decided, decisions(decision.in_favour_since, decision.against_since)}};
        std::vector<Phrase> const then{decided, share(decision.momentum_before), share(decision.momentum_after)};
        bool const rises = decision.passed && decision.momentum_after >= decision.momentum_before;
        Sentences all{
            decision.stopped ? Message("{0}. Funding has been too low twice running: the transformation is stopped.", {decided})
            : rises          ? Message("{0}; funding and attention rise from {1} to {2} of the full.", then)
            : decision.passed
                ? Message("{0}, yet no sponsor follows it up: funding and attention go from {1} to {2} of the full.", then)
                : Message("{0}; funding and attention fall from {1} to {2} of the full.", then)};
        // The side that carried it, where it is large enough to mention.
        auto const& side = decision.passed ? decision.in_support : decision.against;
        if (side && side->power >= bloc_worth_mentioning)
            all.push_back(Message(
                decision.passed ? "The largest coalition for the change: {0}." : "The largest coalition against the change: {0}.",
                {bloc_of(*side)}));
        if (decision.tipped_in_all > 0) all.push_back(tipped_by(decision));
        return all;
    }

    Sentences operator()(moment::BlocGathers const& gathers) const {
        Bloc const& bloc = gathers.bloc;
        bool const against = bloc.stance < 0;
        if (gathers.falls_apart)
            return {Message(against
                                ? "The largest coalition against the change has lost more than half of its weight: {0} of all "
                                  "power, after {1} at most."
                                : "The largest coalition for the change has lost more than half of its weight: {0} of all "
                                  "power, after {1} at most.",
                            {share(bloc.power), share(gathers.most)})};
        return {Message(against ? "A coalition against the change has grown to {0} (mean attitude {1})."
                                : "A coalition for the change has grown to {0} (mean attitude {1}).",
                        {bloc_of(bloc), to_two(bloc.stance)}),
                Message("Its most powerful member is {0}: {1}.",
                        {introduced(bloc.leader, At::within), at_stake(bloc.motive, At::within)})};
    }

    Sentences operator()(moment::PersonTurns const& turns) const {
        Phrase const who = introduced(turns.person);
        Motive const& motive = turns.motive;
        if (turns.what == EventKind::starts_lip_service)
            return {Message("{0} begins to say what is wanted: voiced {1}, thought {2}.",
                            {who, to_two(motive.voiced), to_two(motive.attitude)}),
                    Message("{0}.", {at_stake(motive, At::start)})};
        bool const hides = turns.what == EventKind::starts_hiding;
        Sentences all{
            hides ? Message("{0} begins to keep what they know to themselves: {1}.", {who, at_stake_and_controlled(motive)})
                  : Message("{0} begins to resist openly: {1}.", {who, at_stake(motive, At::within)})};
        if (Phrase worth = worth_of(motive, hides ? Tactic::hide : Tactic::resist); !worth.empty())
            all.push_back(std::move(worth));
        return all;
    }

    Sentences operator()(moment::DepartmentCloses const& change) const {
        return {Message(change.opens ? "In {0} more people share what they know: {1} in a week, after {2} {3} weeks before."
                                     : "In {0} fewer people share what they know: {1} in a week, after {2} {3} weeks before.",
                        {in_department(change.department), share(change.now), share(change.before), count(change.weeks)})};
    }

    Sentences operator()(moment::WordSpreads const& spread) const {
        Message const had_contacts = spread.learned == 1
                                         ? Message("Of the one person who learned of it, {0} had a contact who knew",
                                                   {count(spread.from_contacts)})
                                         : Message("Of the {1} people who learned of it, {0} had a contact who knew",
                                                   {count(spread.from_contacts), count(spread.learned)});
        Listing through;
        for (auto const& [person, times] : spread.through)
            through.items.push_back(Message(through.items.empty() ? "{0} was such a contact for {1}" : "{0} for {1}",
                                            {name(person.id), count(times)}));
        Sentences all{Message("By now {0} know of the change.", {share(spread.knows)}),
                      through.items.empty() ? Message("{0}.", {had_contacts}) : Message("{0}: {1}.", {had_contacts, through})};
        if (spread.departments_without == 1) {
            all.emplace_back("In one department nobody knows yet.");
        } else if (spread.departments_without > 0) {
            all.push_back(Message("In {0} departments nobody knows yet.", {count(spread.departments_without)}));
        } else if (constexpr int at_once = 1; spread.last_week > at_once) {
            std::vector<Phrase> last{department(spread.last_department), week(spread.last_week)};
            if (spread.last_through) last.push_back(name(spread.last_through->id));
            all.push_back(Message(spread.last_through ? "The last department that it reached was {0}, in week {1}, where {2} was "
                                                        "such a contact."
                                                      : "The last department that it reached was {0}, in week {1}.",
                                  last));
        }
        return all;
    }

    Sentences operator()(moment::Adoption const& adoption) const {
        if (adoption.first) return {Message("{0} is the first to work the new way in earnest.", {introduced(*adoption.first)})};
        std::vector<Phrase> const shares{share(adoption.share), share(adoption.for_show)};
        return {
            !adoption.department.empty()
                ? Message("In {0} half of the people work the new way in earnest.", {in_department(adoption.department)})
            : adoption.falling
                ? Message("The number of those who work the new way in earnest falls: {0} are left, while {1} do so for show.",
                          shares)
                : Message("{0} of all people work the new way in earnest, while {1} do so for show.", shares),
            Message("Among all people the mean private attitude is {0}, after {1} a quarter of a year before.",
                    {to_two(adoption.attitude), to_two(adoption.attitude_before)})};
    }

    Sentences operator()(moment::PowerMoves const& moves) const {
        bool const rises = moves.at_end > moves.at_start;
        return {
            Message(rises ? "{0} of {1} gains more power than anybody else who stays: from {2} times the average at the start "
                            "to {3} now and {4} at the end."
                          : "{0} of {1} loses more power than anybody else who stays: from {2} times the average at the start "
                            "to {3} now and {4} at the end.",
                    {name(moves.person.id), in_department(moves.person.department), to_one(moves.at_start),
                     to_one(moves.person.power), to_one(moves.at_end)}),
            Message(rests_on_data(moves.motive) ? "{0} of what they control rests on data."
                                                : "{0} of what they control rests on relationships.",
                    {share(larger_part(moves.motive))})};
    }

    Sentences operator()(moment::PersonLeaves const& leaves) const {
        Phrase const who = introduced(leaves.person);
        if (leaves.so_far <= 1) return {Message("{0} leaves the organisation, as the first.", {who})};
        return {Message("{0} leaves the organisation; {1} people have left by now.", {who, count(leaves.so_far)})};
    }

    Sentences operator()(moment::End const& end) const {
        std::vector<Phrase> shares{share(end.substantive), share(end.symbolic), share(end.rejecting)};
        Sentences all;
        if (end.stopped) {
            all.push_back(Message(
                "In the end {0} work the new way in earnest, {1} do so for show and {2} refuse; the transformation has been "
                "stopped.",
                shares));
        } else {
            shares.push_back(share(end.momentum));
            all.push_back(
                Message("In the end {0} work the new way in earnest, {1} do so for show and {2} refuse; funding and attention "
                        "stand at {3} of the full.",
                        shares));
        }
        if (end.in_favour_since + end.against_since > 0)
            all.push_back(Message("Not told after that: {0}.", {decisions(end.in_favour_since, end.against_since)}));
        if (end.left == 1) all.emplace_back("One person has left.");
        if (end.left > 1) all.push_back(Message("{0} people have left.", {count(end.left)}));
        Listing costs;
        for (auto const& [its_lever, cost] : end.costs)
            costs.items.push_back(Listing{{lever(its_lever), thousands(cost)}, Listing::Joined::by_spaces});
        if (!costs.items.empty()) all.push_back(Message("Cost of what was done, in thousand euros: {0}.", {costs}));
        return all;
    }

  private:
    [[nodiscard]] Phrase week(int number) const { return Verbatim{std::to_string(number + first_week_)}; }

    static Message decided_by(moment::Decision const& decision) {
        bool const goes_on = decision.passed && decision.first;
        if (decision.rule == DecisionRule::customer)
            return goes_on           ? "The customer's need decides to go on"
                   : decision.passed ? "The customer's need decides in favour"
                                     : "The customer's need decides against it";
        return {goes_on           ? "{0} decides to go on, with {1} of the voting weight in favour"
                : decision.passed ? "{0} decides in favour, with {1} of the voting weight in favour"
                                  : "{0} decides against it, with {1} of the voting weight in favour",
                {who_decides(decision.rule), share(decision.in_favour)}};
    }
    static Message who_decides(DecisionRule rule) {
        switch (rule) {
            case DecisionRule::marketing: return in_context("decides", "Marketing");
            case DecisionRule::sales: return in_context("decides", "Sales");
            case DecisionRule::ceo: return in_context("decides", "The top");
            default: return in_context("decides", "The committee");
        }
    }
    static Message tipped_by(moment::Decision const& decision) {
        Listing const names = names_of(decision.tipped);
        if (decision.tipped_in_all == 1) return {"{0} alone could have turned it.", {names}};
        if (decision.tipped_in_all == 2) return {"Either of {0} could have turned it.", {names}};
        return {decision.tipped_in_all > decision.tipped.size() ? "Any one of {0} people could have turned it, among them {1}."
                                                                : "Any one of {0} people could have turned it: {1}.",
                {count(decision.tipped_in_all), names}};
    }

    StudyFacts const& facts_;
    int first_week_;
};

}  // namespace

Phrase describe(Moment const& moment, StudyFacts const& facts, int first_week) {
    return Listing{std::visit(Describer(facts, first_week), moment.what), Listing::Joined::by_spaces};
}

}  // namespace micropol
