#pragma once
// What is said to a reader, apart from any language: a sentence with gaps, and what fills them. The English sentence is its own
// name in the catalogue of engine/words, where translations stand.

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/unit.h"

namespace micropol {

struct Phrase;

// "{0} histories of {1} employees" and two counts. A sentence whose form depends on a number takes that of its first Count.
struct Message {
    std::string id;
    std::vector<Phrase> arguments;
    bool is_label_within = false;  // a label inside of a sentence: English begins it with a small letter

    // Defined where Phrase is complete.
    inline Message();
    inline Message(char const* sentence);
    inline Message(std::string sentence);
    inline Message(std::string_view sentence);
    inline Message(std::string sentence, std::vector<Phrase> fills);

    [[nodiscard]] bool empty() const { return id.empty(); }
};

// What users have written, and everything else that no language changes: names, paths, commands.
struct Verbatim {
    std::string text;
};

// How many: "1,024".
struct Count {
    std::uint64_t value = 0;
};

// A number with its unit. Digits follow the interval where there is one: the last one shown is the first digit of its half-width.
struct Quantity {
    enum class Form {
        value,      // "41 %"
        interval,   // "37–45"; nothing where there is none
        level,      // "41 % (37–45)"
        change,     // "+3 points"
        uncertain,  // "▲ +3 points (1 to 5)": a change with its mark and interval; "≈ no difference"
        bounds,     // "1 to 5": the interval of a change
        size,       // "3 points (1–5)": of a change, without a sign
        exact,      // "0.125": as many digits as the number has, without scale and unit
    };
    double mean = 0, low = std::numeric_limits<double>::quiet_NaN(), high = std::numeric_limits<double>::quiet_NaN();
    Unit unit = Unit::one;
    Form form = Form::value;
    bool names_money = false;          // "12 thousand euros", where no heading says so
    std::optional<int> decimals = {};  // instead of those that the interval asks for
};

// A plain number of so many decimals, or of a fixed scale: "0.35"; negative decimals: tens, hundreds, …
struct Decimal {
    double value = 0;
    int decimals = 0;
    bool signs = false;  // a plus before what is above 0
};

// Several in a row: "a, b and c".
struct Listing {
    enum class Joined { by_and, by_or, by_commas, by_semicolons, by_plus, by_spaces };
    std::vector<Phrase> items;
    Joined joined = Joined::by_and;
};

struct Phrase {
    std::variant<Verbatim, Message, Count, Quantity, Decimal, Listing> what;

    Phrase() = default;
    Phrase(Verbatim text) : what(std::move(text)) {}
    Phrase(Message message) : what(std::move(message)) {}
    Phrase(char const* sentence) : what(Message(sentence)) {}
    Phrase(Count count) : what(count) {}
    Phrase(Quantity quantity) : what(quantity) {}
    Phrase(Decimal number) : what(number) {}
    Phrase(Listing listing) : what(std::move(listing)) {}

    [[nodiscard]] bool empty() const {
        if (auto const* text = std::get_if<Verbatim>(&what)) return text->text.empty();
        if (auto const* message = std::get_if<Message>(&what)) return message->empty();
        auto const* listing = std::get_if<Listing>(&what);
        return listing && listing->items.empty();
    }
};

inline Message::Message() = default;
inline Message::Message(char const* sentence) : id(sentence) {}
inline Message::Message(std::string sentence) : id(std::move(sentence)) {}
inline Message::Message(std::string_view sentence) : id(sentence) {}
inline Message::Message(std::string sentence, std::vector<Phrase> fills) : id(std::move(sentence)), arguments(std::move(fills)) {}

// Names, paths, commands, keys: shown as they are, in one line.
[[nodiscard]] inline Phrase name(std::string_view text) { return Verbatim{std::string(text)}; }

// The same English word with another meaning: in_context("unit", "share").
[[nodiscard]] inline Message in_context(std::string_view context, std::string_view sentence) {
    return std::string(context) + '\x04' + std::string(sentence);
}

}  // namespace micropol
