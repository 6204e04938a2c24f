// The smallest offers that would have kept it from failing, broken the coalitions that block it, or turned those who stand against it.

#include "findings/explanation_parts.h"
#include "findings/who.h"
#include "study/run/failures.h"
#include "words/number_text.h"

namespace micropol {

namespace {

Phrase levers_of(SmallestOffer const& offer) {
    Listing levers{.items = {}, .joined = Listing::Joined::by_plus};
    for (std::string const& one : offer.levers) levers.items.push_back(lever(one));
    return levers;
}

Phrase strength_of(SmallestOffer const& offer) {
    if (!offer.intensity) return "not even in full";
    return percent(*offer.intensity);
}

// With as many decimals as the share that it is to come down from.
Quantity wanted_of(Relief const& relief) {
    Quantity wanted = value(relief.wanted, Unit::share);
    wanted.decimals = decimals_of(mean(relief.share, Unit::share));
    return wanted;
}

// A row for each offer, to many people. A page has room for the change it makes besides.
Table table_of(Phrase caption, Phrase remaining, Relief const& relief, Medium medium) {
    bool const effect = medium == Medium::page;
    Table table{.caption = std::move(caption),
                .note = Message("The weakest offer that brings them from {0} down to {1}, sought on other organisations and with "
                                "other random numbers; the table shows what it does here. Strength: share of full strength. "
                                "Cost: additional, in thousand euros.",
                                {mean(relief.share, Unit::share), wanted_of(relief)}),
                .columns = {"Offer", "Strength", std::move(remaining)},
                .rows = {}};
    if (effect) table.columns.emplace_back("Change (95 % interval)");
    table.columns.emplace_back("Cost");
    for (SmallestOffer const& offer : relief.offers) {
        auto& row = table.rows.emplace_back();
        row = {for_whom(levers_of(offer), offer.target), strength_of(offer), level(offer.remaining, Unit::share)};
        if (effect) row.push_back(uncertain(offer.effect, Unit::share));
        row.push_back(offer.cost.blocks > 0 ? Phrase(level(offer.cost, Unit::money)) : name("–"));
    }
    return table;
}

// A row for each offer to one person, the first row of a person without any.
Table table_of(std::vector<Blocker> const& blockers, bool one_organisation) {
    Table table{
        .caption = "Who stands against it with most power, and what would turn them",
        .note = one_organisation
                    ? "The weakest offer with which they oppose in half as many histories, by their private attitude (−1 to "
                      "1) at the end; sought in these very sixteen histories. Cost: additional, in thousand euros."
                    : "The weakest offer with which they oppose in half as many histories, by their private attitude (−1 to "
                      "1) at the end. Cost: additional, in thousand euros.",
        .columns = {"Who", "Offer", "Strength", "Opposes in", "Attitude", "Cost"},
        .rows = {}};
    for (Blocker const& blocker : blockers) {
        Phrase const who = ranked(blocker.id, blocker.level);
        table.rows.push_back({who, "as it is", name("–"), level(blocker.opposes.share, Unit::share),
                              mean(blocker.opposes.attitude, Unit::attitude), name("–")});
        for (SmallestOffer const& offer : blocker.opposes.offers)
            table.rows.push_back({who, offer.levers.size() > 1 ? Phrase("all of these") : levers_of(offer), strength_of(offer),
                                  level(offer.remaining, Unit::share), mean(offer.attitude, Unit::attitude),
                                  offer.cost.blocks > 0 ? Phrase(Decimal{offer.cost.mean}) : name("–")});
    }
    return table;
}

Phrase failures(Explanation const& explanation, Ledger const& ledger) {
    OutcomeKind const& kind = *explanation.facts.outcomes[ledger.outcome];
    Phrase const share = level(ledger.failing.share, Unit::share), label = label_within(kind);
    bool const less = explanation.less_is_better;
    if (kind.unit == Unit::flag)
        return Message(less ? "Failures: {0} of histories, those that end with “{1}”."
                            : "Failures: {0} of histories, those that end without “{1}”.",
                       {share, label});
    return Message(less ? "Failures: {0} of histories, those in which {1} ends above {2}."
                        : "Failures: {0} of histories, those in which {1} ends below {2}.",
                   {share, label, with_money(value(ledger.threshold, kind.unit))});
}

}  // namespace

Message describe(Relief const& relief, SmallestOffer const& offer) {
    Phrase const what = Message("{0} ({1})", {levers_of(offer), whom(offer.target)}), from = mean(relief.share, Unit::share),
                 to = level(offer.remaining, Unit::share), cost = level(offer.cost, Unit::money);
    bool const costs = offer.cost.blocks > 0;
    if (!offer.intensity)
        return costs ? Message("{0}: even in full it is not enough: from {1} to {2}; it costs {3} thousand euros more.",
                               {what, from, to, cost})
                     : Message("{0}: even in full it is not enough: from {1} to {2}.", {what, from, to});
    Phrase const strength = strength_of(offer);
    return costs ? Message("{0}: at {1} of its strength from {2} to {3}; it costs {4} thousand euros more.",
                           {what, strength, from, to, cost})
                 : Message("{0}: at {1} of its strength from {2} to {3}.", {what, strength, from, to});
}

void add_offers(Document& document, Explanation const& explanation, Ledger const& ledger) {
    Section section{.id = "smallest",
                    .heading = naming_strategy("The smallest offer that would do", explanation.facts),
                    .is_background = true};
    section.add({Paragraph{failures(explanation, ledger)}});
    auto const add = [&](char const* caption, char const* remaining, Relief const& relief) {
        for (Medium const medium : {Medium::terminal, Medium::page})
            if (!relief.offers.empty()) section.add({table_of(caption, remaining, relief, medium), medium});
    };
    if (ledger.failing.share.mean <= 0)
        section.add({Paragraph{"No history fails: there is nothing that an offer would have to prevent."}});
    else
        add("What would have kept it from failing", "Still failing with it", ledger.failing);
    if (ledger.blocked) {
        section.add({Paragraph{Message("A coalition against it holds at least {0} of all power at the end of {1} of histories.",
                                       {percent(blocking_share), level(ledger.blocked->share, Unit::share)})}});
        if (ledger.blocked->share.mean > 0)
            add("What would have broken the coalitions that block it", "Still blocked with it", *ledger.blocked);
    }
    if (ledger.blockers.empty()) {
        section.add({Paragraph{"Nobody stands against it at the end."}});
    } else {
        section.add({not_against_persons(), Medium::everywhere, true});
        section.add({table_of(ledger.blockers, ledger.block.has_value()), Medium::everywhere, true});
    }
    document.sections.push_back(std::move(section));
}

}  // namespace micropol
