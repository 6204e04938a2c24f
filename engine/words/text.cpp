#include "words/text.h"

#include "words/catalogue.h"
#include "words/number_text.h"
#include "words/plain_text.h"

namespace micropol {

namespace {

std::optional<std::uint64_t> first_count_in(Message const& message) {
    for (Phrase const& argument : message.arguments)
        if (auto const* count = std::get_if<Count>(&argument.what)) return count->value;
    return std::nullopt;
}

std::string listing_text(Listing const& listing, Wording wording) {
    using Joined = Listing::Joined;
    auto const between = [&](bool last) -> std::string {
        switch (listing.joined) {
            case Joined::by_and: return last ? ' ' + to_text(Message("and"), wording) + ' ' : ", ";
            case Joined::by_or: return last ? ' ' + to_text(Message("or"), wording) + ' ' : ", ";
            case Joined::by_commas: return ", ";
            case Joined::by_semicolons: return "; ";
            case Joined::by_plus: return " + ";
            case Joined::by_spaces: break;
        }
        return " ";
    };
    std::string text;
    for (std::size_t k = 0; k < listing.items.size(); ++k)
        text += (k == 0 ? "" : between(k + 1 == listing.items.size())) + to_text(listing.items[k], wording);
    return text;
}

// Not that of an abbreviation, such as CRM.
std::string with_small_letter(std::string text) {
    auto const is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (text.size() > 1 && is_small(text[1]) && text[0] >= 'A' && text[0] <= 'Z') text[0] = char(text[0] - 'A' + 'a');
    return text;
}

// Sentences of the catalogue count in thousand euros; nothing that a user has written passes here.
std::string in_currency(std::string_view sentence, Wording wording) {
    std::string text(sentence);
    if (wording.currency.empty()) return text;
    bool const german = wording.language == Language::german;
    std::string_view const euros = german ? "Tausend Euro" : "thousand euros";
    std::string const instead = (german ? "Tausend " : "thousand ") + plain(wording.currency);
    for (std::size_t at = text.find(euros); at != std::string::npos; at = text.find(euros, at + instead.size()))
        text.replace(at, euros.size(), instead);
    return text;
}

}  // namespace

// Gaps are {0} to {9}; a brace that begins none stays.
std::string to_text(Message const& message, Wording wording) {
    std::string const sentence = in_currency(sentence_in(wording.language, message.id, first_count_in(message)), wording);
    std::string text;
    for (std::size_t k = 0; k < sentence.size(); ++k) {
        bool const gap = sentence[k] == '{' && k + 2 < sentence.size() && sentence[k + 2] == '}' && sentence[k + 1] >= '0' &&
                         sentence[k + 1] <= '9' && std::size_t(sentence[k + 1] - '0') < message.arguments.size();
        if (!gap) {
            text += sentence[k];
            continue;
        }
        text += to_text(message.arguments[std::size_t(sentence[k + 1] - '0')], wording);
        k += 2;
    }
    return message.is_label_within && wording.language == Language::english ? with_small_letter(std::move(text)) : text;
}

std::string to_text(Phrase const& phrase, Wording wording) {
    struct Visitor {
        Wording wording;
        std::string operator()(Verbatim const& verbatim) const { return plain(verbatim.text); }
        std::string operator()(Message const& message) const { return to_text(message, wording); }
        std::string operator()(Count const& count) const { return count_text(count.value, wording.language); }
        std::string operator()(Quantity const& quantity) const { return quantity_text(quantity, wording); }
        std::string operator()(Decimal const& number) const {
            return number_text(number.value, number.decimals, number.signs, wording.language);
        }
        std::string operator()(Listing const& listing) const { return listing_text(listing, wording); }
    };
    return std::visit(Visitor{wording}, phrase.what);
}

}  // namespace micropol
