#include "findings/who.h"

namespace micropol {

namespace {

Message top_by(Ranking ranking, int number) {
    constexpr char const* sentences[] = {"top {0} by power",  "top {0} by level",      "top {0} by reach",
                                         "top {0} by status", "top {0} by centrality", "top {0} by opposition"};
    static_assert(std::size(sentences) == std::size(ranking_names));
    return {sentences[std::size_t(ranking)], {Count{std::uint64_t(number)}}};
}

Message by_now(Who who) {
    constexpr char const* names[] = {"everyone", "losers", "winners", "opponents", "supporters", "risen"};
    static_assert(std::size(names) == std::size(who_names));
    return in_context("group", names[std::size_t(who)]);
}

}  // namespace

Phrase people(std::size_t number) {
    if (number == 1) return "one person";
    return Message("{0} people", {Count{number}});
}

Phrase department(std::string_view its_name) {
    return its_name == small_department ? Phrase("a small department") : name(its_name);
}

Phrase in_department(std::string_view its_name) {
    if (its_name == small_department) return in_context("in", "a small department");
    Message message = in_context("in", "{0}");
    message.arguments = {name(its_name)};
    return message;
}

Phrase ranked(std::string_view its_name, int level) {
    if (level == 0) return Message("{0}, no reports", {name(its_name)});
    return Message("{0}, level {1}", {name(its_name), Count{std::uint64_t(level)}});
}

Phrase whom(Target const& target) {
    Listing parts{.items = {}, .joined = Listing::Joined::by_commas};
    for (std::string const& one : target.departments) parts.items.push_back(name(one));
    for (int const level : target.levels) parts.items.push_back(Message("level {0}", {Count{std::uint64_t(level)}}));
    if (!target.people.empty()) parts.items.push_back(people(target.people.size()));
    if (target.top.number > 0) parts.items.push_back(top_by(target.top.by, target.top.number));
    if (target.who != Who::all) parts.items.push_back(by_now(target.who));
    return parts;
}

Phrase for_whom(Phrase what, Target const& target) {
    Phrase const group = whom(target);
    return group.empty() ? what : Phrase(Message("{0} ({1})", {std::move(what), group}));
}

Phrase with_strategy(Phrase what, StudyFacts const& facts) {
    if (facts.strategy.empty()) return Message("{0} without a strategy", {std::move(what)});
    return Message("{0} with strategy {1}", {std::move(what), name(facts.strategy)});
}

Phrase naming_strategy(Phrase heading, StudyFacts const& facts) { return naming_strategy(std::move(heading), facts.strategy); }

Phrase naming_strategy(Phrase heading, std::string_view strategy) {
    if (strategy.empty()) return Message("{0} (no strategy)", {std::move(heading)});
    return Message("{0} (strategy {1})", {std::move(heading), name(strategy)});
}

}  // namespace micropol
