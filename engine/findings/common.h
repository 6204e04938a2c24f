#pragma once
// What the findings of every kind of study say alike.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/document.h"
#include "statistics/estimate.h"
#include "study/finished.h"
#include "words/number_text.h"

namespace micropol {

// Of the outcomes beyond the headlines: those that tell the story, or all.
enum class Detail { brief, full };

// --------------------------------------------------------------------------------------- phrases

// A strategy; what doing nothing is called depends on the language. Empty: doing nothing, too.
[[nodiscard]] Phrase strategy(std::string_view key);
// The same inside of a sentence, where "none" would deny what it says: "doing nothing".
[[nodiscard]] Phrase strategy_within(std::string_view key);
// Labels of the catalogues (outcomes, goals, …) are sentences of the catalogue of words themselves.
[[nodiscard]] Phrase label_of(OutcomeKind const& kind);
// The same inside of a sentence: "symbolic adoption"; "Symbolische Nutzung".
[[nodiscard]] Phrase label_within(OutcomeKind const& kind);
// "executive mandate" for executive_mandate.
[[nodiscard]] Phrase lever(std::string_view key);

[[nodiscard]] Quantity quantity(Estimate const& estimate, Unit unit, Quantity::Form form);
[[nodiscard]] Quantity level(Estimate const& estimate, Unit unit);      // "41 % (37–45)"
[[nodiscard]] Quantity mean(Estimate const& estimate, Unit unit);       // "41 %"
[[nodiscard]] Quantity uncertain(Estimate const& estimate, Unit unit);  // "▲ +3 points (1 to 5)"
[[nodiscard]] Phrase change_of(Estimate const& change, Unit unit);      // "+3 points (+1 to +5)"
[[nodiscard]] Quantity value(double value, Unit unit);                  // "41 %"
[[nodiscard]] Quantity percent(double share);                           // whole percentages: "41 %"
// Whole percentages of shares that sum to one: rounded so that they sum to 100 (largest remainder). As they are, where they sum to
// something else.
[[nodiscard]] std::vector<Phrase> percentages(std::vector<double> const& shares);
// The same naming thousand euros where its unit is money.
[[nodiscard]] Quantity with_money(Quantity quantity);

[[nodiscard]] Interval interval(Estimate const& estimate);
[[nodiscard]] Scale scale_of(Unit unit);
[[nodiscard]] int sign_of(Estimate const& change);  // 1 or −1 where the interval excludes 0

// ------------------------------------------------------------------------------- opening and closing

// "Alpstein Instruments: 240 employees, 104 weeks"
[[nodiscard]] Phrase title_of(std::string_view title, std::size_t headcount, int weeks);
[[nodiscard]] inline Phrase title_of(StudyFacts const& facts) { return title_of(facts.title, facts.headcount, facts.weeks); }
// "1,024 histories (64 organisations × 16)"
[[nodiscard]] Phrase histories_of(std::size_t blocks, bool imported);
[[nodiscard]] Paragraph no_interval();
// Adds what is to be said where intervals rest on few observations; with one there is none (no_interval).
void warn_of_few(std::vector<Paragraph>& lines, std::size_t observations);
[[nodiscard]] Paragraph no_forecast();
// What is to be said where somebody is chosen by what nobody can see.
[[nodiscard]] Paragraph upper_bound();
// Adds whose amounts of money these are, where there are any.
void on_money(std::vector<Paragraph>& lines, std::size_t amounts, std::size_t own);
// What is to be said where single people are listed, and of every study of people who exist.
[[nodiscard]] Paragraph not_against_persons();
// What is to be said where people were imported.
[[nodiscard]] Paragraph on_names(Privacy const& privacy, std::size_t groups_hidden);

// ----------------------------------------------------------------------------------------- figures

// "A 41 %; B 12 %": what an interval figure says to those who cannot see it.
[[nodiscard]] Phrase bars_described(std::vector<std::pair<Phrase, Phrase>> const& bars);

}  // namespace micropol
