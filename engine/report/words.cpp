#include "report/words.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "outcomes/outcome.h"
#include "report/outcome_words.h"
#include "results/comparison_account.h"
#include "results/wording.h"

namespace micropol {

namespace {

std::string with_money(Language language, std::string figure, Unit unit) {
    return unit == Unit::money ? figure + ' ' + word(language, "thousand_euros") : figure;
}

}  // namespace

std::string word(Language language, std::string_view key) {
    auto const found = std::ranges::find(all_words(), key, &PageWords::key);
    if (found == all_words().end()) throw std::out_of_range("no words for " + std::string(key));
    return std::string(language == Language::german ? found->german : found->english);
}

std::string phrase(Language language, std::string_view key, std::vector<std::string> const& gaps) {
    std::string const pattern = word(language, key);
    std::string text;
    for (std::size_t k = 0; k < pattern.size(); ++k) {
        bool const gap = pattern[k] == '{' && k + 2 < pattern.size() && pattern[k + 2] == '}';
        if (!gap) {
            text += pattern[k];
            continue;
        }
        text += gaps.at(std::size_t(pattern[k + 1] - '0'));
        k += 2;
    }
    return text;
}

std::string outcome_label(Language language, std::string_view key) {
    if (language == Language::german)
        for (PageWords const& label : outcome_words())
            if (label.key == key) return std::string(label.german);
    for (OutcomeKind const* kind : outcome_catalogue())
        if (kind->plugin.key == key) return std::string(kind->label);
    return std::string(key);
}

std::string said(Language language, std::string_view english, std::string_view about) {
    if (language == Language::german)
        for (PageWords const& entry : engine_words())
            if (entry.key == about && entry.english == english) return std::string(entry.german);
    return std::string(english);
}

std::string level_said(Language language, Estimate const& estimate, Unit unit) {
    if (std::isnan(estimate.mean)) return word(language, "unknown");
    return with_money(language, localised(language, level_in_words(estimate, unit)), unit);
}

std::string change_said(Language language, Estimate const& estimate, Unit unit) {
    if (std::isnan(estimate.mean)) return word(language, "unknown");
    return with_money(language, localised(language, change_in_words(estimate, unit)), unit);
}

std::string value_said(Language language, double value, Unit unit) {
    if (std::isnan(value)) return word(language, "unknown");
    Estimate const alone{.mean = value, .low = std::nan(""), .high = std::nan("")};
    return with_money(language, localised(language, figure(value, precision_of(alone, unit))), unit);
}

std::string count_said(Language language, std::size_t value) { return localised(language, count(value)); }

}  // namespace micropol
