#include "words/problem.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "words/text.h"

namespace micropol {

namespace {

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each count one.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

Message in_problem(std::string_view sentence, std::vector<Phrase> parts) {
    Message message = in_context("problem", sentence);
    message.arguments = std::move(parts);
    return message;
}

std::string joined(std::span<Problem const> problems) {
    std::string text;
    for (Problem const& problem : problems) {
        if (!text.empty()) text += '\n';
        text += to_text(problem, Language::english);
    }
    return text;
}

// Names are anybody's, and may be as long as a file.
Phrase with_short_names(Phrase phrase) {
    constexpr std::size_t longest = 200;  // bytes
    if (auto* const name = std::get_if<Verbatim>(&phrase.what); name && name->text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (std::uint8_t(name->text[end]) & 0xc0u) == 0x80u) --end;  // never cuts a character in two
        name->text.resize(end), name->text += "…";
    }
    if (auto* const message = std::get_if<Message>(&phrase.what))
        for (Phrase& argument : message->arguments) argument = with_short_names(std::move(argument));
    if (auto* const listing = std::get_if<Listing>(&phrase.what))
        for (Phrase& item : listing->items) item = with_short_names(std::move(item));
    return phrase;
}

template <class Name>
Message nearest(std::string_view given, std::span<Name const> known) {
    constexpr std::size_t farthest = 2, longest = 100, most_known = 20'000;  // bytes, names: nobody waits for more
    std::size_t best = farthest + 1;
    std::string_view found;
    if (given.size() > longest || known.size() > most_known) return {};
    for (std::string_view const candidate : known) {
        if (candidate.size() > given.size() + farthest || given.size() > candidate.size() + farthest) continue;
        std::size_t const distance = edit_distance(given, candidate);
        // Two edits turn any two letters into any other two: a short name must share more than that.
        if (distance < best && distance < std::max(candidate.size(), given.size()) - (candidate.size() > 1 ? 1 : 0)) {
            best = distance;
            found = candidate;
        }
    }
    return found.empty() ? Message() : Message("did you mean '{0}'?", {name(found)});
}

template <class Name>
Listing enumerated(std::span<Name const> names) {
    Listing listing;
    for (Name const& one : names) listing.items.push_back(name(one));
    return listing;
}

}  // namespace

Phrase sentence_of(Problem const& problem) {
    auto const& [place, whole_what, whole_why, suggestion] = problem;
    Phrase const what = with_short_names(whole_what), why = with_short_names(whole_why);
    Phrase sentence = what;
    if (!suggestion.empty())
        sentence = why.empty() ? in_problem("{0}; {1}", {what, suggestion})
                               : in_problem("{0} ({1}); {2}", {what, why, suggestion});
    else if (!why.empty())
        sentence = in_problem("{0} ({1})", {what, why});
    std::string where = place.file;
    if (place.line > 0) where += ':' + std::to_string(place.line);
    if (place.line > 0 && place.column > 0) where += ':' + std::to_string(place.column);
    return where.empty() ? sentence : in_problem("{0}: {1}", {name(where), sentence});
}

std::string to_text(Problem const& problem, Language language) { return to_text(sentence_of(problem), language); }

InvalidInput::InvalidInput(std::vector<Problem> problems) : problems_(std::move(problems)), text_(joined(problems_)) {}
InvalidInput::InvalidInput(Problem problem) : InvalidInput(std::vector<Problem>{std::move(problem)}) {}

Failure::Failure(Problem problem) : std::runtime_error(to_text(problem, Language::english)), problem_(std::move(problem)) {}

Message did_you_mean(std::string_view given, std::span<std::string_view const> known) { return nearest(given, known); }
Message did_you_mean(std::string_view given, std::span<std::string const> known) { return nearest(given, known); }

Message first_in_line(int line) { return line > 0 ? Message("first in line {0}", {name(std::to_string(line))}) : Message(); }

Listing listed(std::span<std::string_view const> names) { return enumerated(names); }
Listing listed(std::span<std::string const> names) { return enumerated(names); }

}  // namespace micropol
