#include "organisation/people_index.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/trimmed.h"
#include "organisation/cell_values.h"
#include "organisation/tidy_text.h"

namespace micropol {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What stays of a number when leading zeros are lost or ".0" is added: "00012" and "12.0" are "12"; "" of what is no such number.
std::string bare_digits(std::string_view text) {
    std::size_t const point = text.find_first_of(".,");
    if (point != std::string_view::npos) {
        std::string_view const behind = text.substr(point + 1);
        if (behind.empty() || behind.find_first_not_of('0') != std::string_view::npos) return {};
        text = text.substr(0, point);
    }
    if (text.empty() || !std::ranges::all_of(text, is_digit)) return {};
    std::size_t const first = text.find_first_not_of('0');
    return first == std::string_view::npos ? "0" : std::string(text.substr(first));
}

bool is_title(std::string_view word) {
    constexpr std::string_view titles[] = {"dr", "prof", "herr", "frau", "hr",  "fr",   "mr", "mrs",
                                           "ms", "mx",   "dipl", "ing",  "med", "phil", "mag"};
    return std::ranges::find(titles, word) != std::end(titles);
}

// Words in any order, titles left out: "Kern, Ada" and "Dr. Ada Kern" are "ada kern".
std::string name_key(std::string_view text) {
    std::string low = folded(text);
    std::ranges::replace_if(
        low, [](char c) { return c == ',' || c == '.' || c == '\t' || c == '\n' || c == '\r'; }, ' ');
    std::vector<std::string> words;
    for (std::size_t at = 0; at < low.size();) {
        std::size_t const begin = low.find_first_not_of(' ', at);
        if (begin == std::string::npos) break;
        at = std::min(low.find(' ', begin), low.size());
        words.push_back(low.substr(begin, at - begin));
    }
    if (auto const titles = std::size_t(std::ranges::count_if(words, is_title)); titles < words.size())
        std::erase_if(words, is_title);
    std::ranges::sort(words);
    std::string key;
    for (std::string const& word : words) key += (key.empty() ? "" : " ") + word;
    return key;
}

void add(std::map<std::string, std::vector<std::uint32_t>, std::less<>>& known, std::string key, std::uint32_t i) {
    if (key.empty()) return;
    auto& people = known[std::move(key)];
    if (people.empty() || people.back() != i) people.push_back(i);
}

// "Ada Kern (JAW-1)", "Ada Kern [JAW-1]", "Ada Kern <ada@x.example>".
std::string in_brackets(std::string_view text) {
    constexpr std::string_view opening = "([<", closing = ")]>";
    if (text.empty()) return {};
    std::size_t const kind = closing.find(text.back());
    if (kind == std::string_view::npos) return {};
    std::size_t const open = text.rfind(opening[kind]);
    return open == std::string_view::npos ? "" : std::string(trimmed(text.substr(open + 1, text.size() - open - 2)));
}

// What stands before and behind a dash or colon: "JAW-1 - Ada Kern", "JAW-1: Ada Kern".
std::vector<std::string> around_a_dash(std::string_view text) {
    std::vector<std::string> parts;
    for (std::string_view const mark : {" - ", " – ", ": ", " | "})
        if (std::size_t const at = text.find(mark); at != std::string_view::npos)
            parts.emplace_back(trimmed(text.substr(0, at))), parts.emplace_back(trimmed(text.substr(at + mark.size())));
    return parts;
}

}  // namespace

PeopleIndex::PeopleIndex(std::vector<std::string> const& ids, std::vector<std::string> const& names,
                         std::vector<std::vector<std::string>> const& others)
    : ids_(ids) {
    for (std::uint32_t i = 0; i < ids.size(); ++i) {
        add(exact_, ids[i], i);
        add(folded_, folded(ids[i]), i);
        add(digits_, bare_digits(ids[i]), i);
        if (i < names.size()) add(names_, name_key(names[i]), i);
        for (auto const& column : others) add(others_, folded(column[i]), i);
    }
}

// Of long numbers spreadsheets keep fifteen digits: "9.00719925474099E+15" may be any id that rounds to it.
std::vector<std::uint32_t> PeopleIndex::rounded_to(std::string const& word) const {
    std::string text = word;
    std::ranges::replace(text, ',', '.');
    std::size_t const power = text.find_first_of("eE");
    if (power == std::string::npos || !number_in(text)) return {};
    auto const digits = std::ranges::count_if(text.substr(0, power), is_digit);
    constexpr std::ptrdiff_t most_digits = 17;
    if (digits == 0 || digits > most_digits) return {};
    auto const rounded = [&](double value) {
        char written[40];
        (void)std::snprintf(written, sizeof written, "%.*E", int(digits) - 1, value);
        return std::string(written);
    };
    std::string const wanted = rounded(*number_in(text));
    std::vector<std::uint32_t> people;
    for (auto const& [key, group] : digits_)
        if (rounded(*number_in(key)) == wanted) people.insert(people.end(), group.begin(), group.end());
    return people;
}

PeopleIndex::Found PeopleIndex::find(std::string const& word) const {
    auto const in = [](Known const& known, std::string const& key) {
        auto const found = known.find(key);
        return key.empty() || found == known.end() ? std::vector<std::uint32_t>{} : found->second;
    };
    if (auto people = in(exact_, word); !people.empty()) return {std::move(people), By::id};
    std::string const low = folded(word);
    if (auto people = in(folded_, low); !people.empty()) return {std::move(people), By::case_of_letters};
    if (auto people = in(digits_, bare_digits(word)); !people.empty()) return {std::move(people), By::digits};
    if (auto people = rounded_to(word); !people.empty()) return {std::move(people), By::digits};
    if (auto people = in(names_, name_key(word)); !people.empty()) return {std::move(people), By::name};
    if (auto people = in(others_, low); !people.empty()) return {std::move(people), By::other_column};
    std::vector<std::string> parts = around_a_dash(word);
    if (std::string inside = in_brackets(word); !inside.empty()) {
        parts.insert(parts.begin(), inside);
        parts.emplace_back(trimmed(std::string_view(word).substr(0, word.find_last_of("([<"))));
    }
    for (std::string const& part : parts)
        for (auto const& [known, key] : {std::pair(&folded_, folded(part)), std::pair(&digits_, bare_digits(part)),
                                         std::pair(&others_, folded(part)), std::pair(&names_, name_key(part))})
            if (auto people = in(*known, key); !people.empty()) return {std::move(people), By::id_in_brackets};
    if (auto people = in(others_, name_key(word)); !people.empty()) return {std::move(people), By::other_column};  // "Frau Kern"
    return {};
}

std::vector<std::uint32_t> PeopleIndex::find_several(std::string const& text) const {
    for (std::string_view const mark : {";", "|", "\n", "/", "&", ",", " and ", " und ", " + "}) {
        std::vector<std::uint32_t> people;
        bool all = text.find(mark) != std::string::npos;
        for (std::size_t at = 0; all && at <= text.size();) {
            std::size_t const end = std::min(text.find(mark, at), text.size());
            std::string const part(tidy(text.substr(at, end - at)));
            Found const found = part.empty() ? Found{} : find(part);
            all = found.people.size() == 1 || part.empty();
            if (found.people.size() == 1 && std::ranges::find(people, found.people[0]) == people.end())
                people.push_back(found.people[0]);
            at = end + mark.size();
        }
        if (all && !people.empty()) return people;
    }
    return {};
}

void FoundWays::note(PeopleIndex::By by, std::string const& written, std::string const& meant) {
    if (by == PeopleIndex::By::id || by == PeopleIndex::By::nothing) return;
    Way& way = ways_[by];
    if (way.count++ == 0) way.written = written, way.meant = meant;
}

std::vector<Phrase> FoundWays::remarks() const {
    std::vector<Phrase> remarks;
    for (auto const& [by, way] : ways_) {
        std::vector<Phrase> const fills{Count{way.count}, name(way.written), name(way.meant)};
        switch (by) {
            case PeopleIndex::By::case_of_letters:
                remarks.emplace_back(Message("{0} references differ from an id in capitals only: '{1}' is '{2}'.", fills));
                break;
            case PeopleIndex::By::digits:
                remarks.emplace_back(
                    Message("{0} references are an id that a program has read as a number: '{1}' is '{2}'.", fills));
                break;
            case PeopleIndex::By::name: remarks.emplace_back(Message("{0} references are names: '{1}' is '{2}'.", fills)); break;
            case PeopleIndex::By::id_in_brackets:
                remarks.emplace_back(Message("{0} references hold a name and an id: '{1}' is '{2}'.", fills));
                break;
            case PeopleIndex::By::other_column:
                remarks.emplace_back(
                    Message("{0} references are what another column of the people says: '{1}' is '{2}'.", fills));
                break;
            case PeopleIndex::By::id:
            case PeopleIndex::By::nothing: break;
        }
    }
    return remarks;
}

}  // namespace micropol
