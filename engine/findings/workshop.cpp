#include "findings/workshop.h"

#include <algorithm>
#include <optional>

#include "findings/workshop_parts.h"

namespace micropol {

namespace {

constexpr std::size_t most_told = 3;  // disagreements

// Each choice with who would make it.
std::vector<Phrase> camps_of(Workshop const& workshop) {
    std::vector<std::string> choices;
    for (Participant const& one : workshop.participants)
        if (std::ranges::find(choices, one.stance.choice.strategy()) == choices.end())
            choices.push_back(one.stance.choice.strategy());
    std::vector<Phrase> camps;
    for (std::string const& choice : choices) {
        std::vector<std::size_t> its;
        for (std::size_t i = 0; i < workshop.participants.size(); ++i)
            if (workshop.participants[i].stance.choice.strategy() == choice) its.push_back(i);
        camps.push_back(Message("{0} for {1}", {names_of(workshop, its), strategy_within(choice)}));
    }
    return camps;
}

Phrase who_chooses_what(Workshop const& workshop) {
    if (!workshop.all_agree())
        return Message("They would not choose the same: {0}.", {Listing{camps_of(workshop), Listing::Joined::by_semicolons}});
    Participant const& first = workshop.participants.front();
    if (workshop.participants.size() == 1)
        return Message("{0} would choose {1}.", {name(first.name), strategy_within(first.stance.choice.strategy())});
    bool const any_clear = std::ranges::any_of(workshop.participants,
                                               [](Participant const& one) { return one.stance.choice.is_clear(); });
    return Message(any_clear ? "All {0} would choose the same, whatever else they believe: {1}."
                             : "Under the answers of all {0} the same comes first, but under none of them beyond chance: {1}.",
                   {Count{workshop.participants.size()}, strategy_within(first.stance.choice.strategy())});
}

// Under whose answers another strategy cannot be told apart from the choice.
Phrase whose_choice_is_open(Workshop const& workshop) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < workshop.participants.size(); ++i)
        if (!workshop.participants[i].stance.choice.is_clear()) open.push_back(i);
    if (open.empty() || workshop.blocks < 2) return {};
    return Message("Under the answers of {0}, no strategy is ahead of all others beyond chance.", {names_of(workshop, open)});
}

Phrase what_makes_it(Workshop const& workshop, Disagreement const& one) {
    std::vector<Phrase> const labels = labels_of(workshop.questions);
    Phrase const first = side_called(workshop, one.one), second = side_called(workshop, one.other);
    std::vector<std::size_t> const main = one.main_causes();
    Listing answers;
    std::optional<double> share = 0.0;
    for (std::size_t const cause : main) {
        answers.items.push_back(labels[one.causes[cause].assumption]);
        share = share && one.causes[cause].share ? std::optional(*share + *one.causes[cause].share) : std::nullopt;
    }
    if (main.empty())
        return Message("Between {0} and {1}, no single answer makes the difference beyond chance.", {first, second});
    if (!share)
        return Message(
            "{0} and {1} are divided above all by their answers on {2}; what all answers do together is within chance, so that no share "
            "of it can be named.",
            {first, second, answers});
    if (*share >= 0.995)
        return Message("{0} and {1} are divided by their answers on {2}: the others make no difference, or the opposite.",
                       {first, second, answers});
    return Message("{0} and {1} are divided above all by their answers on {2}: {3} of the difference.",
                   {first, second, answers, percent(*share)});
}

Phrase untouched(Workshop const& workshop) {
    auto const count = std::size_t(
        std::ranges::count_if(workshop.opinions, [](Opinions const& one) { return one.touched_by.empty(); }));
    if (count == 0) return {};
    return Message(workshop.learned.empty() ? "{0} of {1} assumptions were touched by nobody: there the scenario alone speaks."
                                            : "{0} of {1} assumptions were touched by nobody: there the evidence alone speaks.",
                   {Count{count}, Count{workshop.opinions.size()}});
}

}  // namespace

std::vector<Phrase> verdict_on(Workshop const& workshop) {
    std::vector<Phrase> lines{who_chooses_what(workshop)};
    for (std::size_t k = 0; k < std::min(most_told, workshop.disagreements.size()); ++k) {
        Disagreement const& one = workshop.disagreements[k];
        Listing sentences{{what_makes_it(workshop, one)}, Listing::Joined::by_spaces};
        if (!one.clear)
            sentences.items.push_back("Under the answers of at least one of them, the two choices cannot be told apart.");
        lines.push_back(sentences);
    }
    for (Phrase sentence : {whose_choice_is_open(workshop), untouched(workshop)})
        if (!sentence.empty()) lines.push_back(std::move(sentence));
    return lines;
}

Document findings_of(Workshop const& workshop, Detail detail) {
    StudyFacts const& facts = workshop.facts;
    Document document{.title = title_of(facts), .question = name(facts.question), .currency = facts.currency};
    document.opening.push_back({Message("{0} with their own assumptions; {1} each, in {2}, seed {3}",
                                        {Message("{0} participants", {Count{workshop.participants.size()}}),
                                         Message("{0} strategies", {Count{workshop.without.comparison.standings.size()}}),
                                         histories_of(workshop.blocks, facts.by_person), Verbatim{std::to_string(facts.seed)}})});
    for (Phrase& line : verdict_on(workshop)) document.verdict.push_back({std::move(line)});
    document.sections.push_back(choice_section(workshop));
    for (Disagreement const& one : workshop.disagreements)
        document.sections.push_back(disagreement_section(workshop, one, detail));
    for (auto const& section :
         {opinion_section(workshop), distribution_section(workshop), moved_section(workshop), dots_section(workshop)})
        if (!section.elements.empty()) document.sections.push_back(section);
    if (workshop.blocks == 1) document.closing.push_back(no_interval());
    document.closing.push_back(
        {"All are simulated in the same organisations with the same chance, and what is believed alike is drawn alike: a difference "
         "between two people comes of their answers. What was not asked or not touched is as the scenario has it."});
    if (!workshop.learned.empty())
        document.closing.push_back(
            {"Where the evidence tells of a number, the scenario has what it left (--posterior). An answer takes its place for that "
             "number alone: what the evidence says of it and others together is then lost."});
    document.closing.push_back(
        {"Together: the linear pool, in which everybody who touched an assumption has the same say. It settles nothing: where people "
         "differ, their reasons are worth more than their mean."});
    if (facts.sees_all) document.closing.push_back(upper_bound());
    document.closing.push_back(no_forecast());
    return document;
}

}  // namespace micropol
