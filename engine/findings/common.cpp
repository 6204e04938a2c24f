#include "findings/common.h"

#include <cmath>

#include "study/compare/compare.h"

namespace micropol {

Phrase strategy(std::string_view key) {
    return key.empty() || key == no_strategy ? in_context("strategy", no_strategy) : name(key);
}

Phrase strategy_within(std::string_view key) { return key.empty() || key == no_strategy ? Phrase("doing nothing") : name(key); }

Phrase label_of(OutcomeKind const& kind) { return Message(kind.label); }

Phrase label_within(OutcomeKind const& kind) {
    Message label(kind.label);
    label.is_label_within = true;
    return label;
}

Phrase lever(std::string_view key) {
    std::string text(key == "e_mail" ? "e-mail" : key);  // the only one with a hyphen
    for (char& c : text)
        if (c == '_') c = ' ';
    return in_context("lever", text);
}

Quantity quantity(Estimate const& estimate, Unit unit, Quantity::Form form) {
    return {.mean = estimate.mean, .low = estimate.low, .high = estimate.high, .unit = unit, .form = form};
}
Quantity level(Estimate const& estimate, Unit unit) { return quantity(estimate, unit, Quantity::Form::level); }
Quantity mean(Estimate const& estimate, Unit unit) { return quantity(estimate, unit, Quantity::Form::value); }
Quantity uncertain(Estimate const& estimate, Unit unit) { return quantity(estimate, unit, Quantity::Form::uncertain); }
Phrase change_of(Estimate const& change, Unit unit) {
    Quantity const mean = quantity(change, unit, Quantity::Form::change);
    if (!std::isfinite(change.low)) return mean;
    return Message("{0} ({1})", {mean, quantity(change, unit, Quantity::Form::bounds)});
}
Quantity value(double value, Unit unit) { return {.mean = value, .unit = unit}; }
Quantity percent(double share) { return {.mean = share, .unit = Unit::share, .decimals = 0}; }
std::vector<Phrase> percentages(std::vector<double> const& shares) {
    std::vector<int> const whole = apportioned(shares);
    std::vector<Phrase> shown;
    for (std::size_t k = 0; k < shares.size(); ++k) shown.push_back(percent(double(whole[k]) / 100));
    return shown;
}
Quantity with_money(Quantity quantity) {
    quantity.names_money = true;
    return quantity;
}

Interval interval(Estimate const& estimate) { return {estimate.mean, estimate.low, estimate.high}; }

Scale scale_of(Unit unit) {
    if (unit == Unit::share || unit == Unit::flag) return Scale::share;
    return unit == Unit::money ? Scale::money : Scale::number;
}

int sign_of(Estimate const& change) { return change.low > 0 ? 1 : change.high < 0 ? -1 : 0; }

Phrase title_of(std::string_view title, std::size_t headcount, int weeks) {
    return Message("{0}: {1}, {2}", {name(title), Message("{0} employees", {Count{headcount}}),
                                     Message("{0} weeks", {Count{std::uint64_t(weeks)}})});
}

Phrase histories_of(std::size_t blocks, bool imported) {
    Message const drawn(imported ? "{0} draws of the uncertain parameters" : "{0} organisations", {Count{blocks}});
    return Message("{0} ({1} × {2})", {Message("{0} histories", {Count{blocks * std::size_t(histories_per_block)}}), drawn,
                                       Count{histories_per_block}});
}

Paragraph no_interval() { return {"One block has no interval: ask for more than 16 histories."}; }

void warn_of_few(std::vector<Paragraph>& lines, std::size_t observations) {
    constexpr std::size_t enough = 8;
    if (observations > 1 && observations < enough)
        lines.push_back({Message("Intervals rest on {0} observations only: so few say little of how much results vary. More "
                                 "histories (--runs) tell more.",
                                 {Count{observations}}),
                         Paragraph::Tone::caution});
}

Paragraph no_forecast() {
    return {"These results compare, they do not forecast: they show what works better here, and why, if people act as assumed.",
            Paragraph::Tone::caution};
}

Paragraph upper_bound() {
    return {
        "Some of those whom interventions are for are found by what they feel in private (sight: true). Nobody sees that: what is "
        "shown here is an upper bound.",
        Paragraph::Tone::caution};
}

void on_money(std::vector<Paragraph>& lines, std::size_t amounts, std::size_t own) {
    if (amounts == 0) return;
    if (own == 0)
        lines.push_back({Message(
            "Money: the {0} amounts that decide are defaults of micropol; give your own for costs and the worth of work.",
            {Count{amounts}})});
    else if (own == amounts)
        lines.push_back({Message("Money: the {0} amounts that decide are the scenario's own.", {Count{amounts}})});
    else
        lines.push_back({Message("Money: of {0} amounts that decide, {1} are the scenario's own and {2} defaults of micropol.",
                                 {Count{amounts}, Count{own}, Count{amounts - own}})});
}

Paragraph not_against_persons() {
    return {"This compares measures. It is no ground for decisions about single persons.", Paragraph::Tone::caution};
}

Paragraph on_names(Privacy const& privacy, std::size_t groups_hidden) {
    if (privacy.names_shown) return {"People are named here, as --show-names asks: do not pass this on without need."};
    if (groups_hidden == 0) return {"People have pseudonyms; --show-names names them."};
    return {
        Message("People have pseudonyms, and {0} groups are left out so that no group of fewer than {1} people is shown or can "
                "be worked out; --show-names shows all.",
                {Count{groups_hidden}, Count{privacy.smallest_group}})};
}

Phrase bars_described(std::vector<std::pair<Phrase, Phrase>> const& bars) {
    Listing listing{.items = {}, .joined = Listing::Joined::by_semicolons};
    for (auto const& [bar, its] : bars) listing.items.push_back(Listing{{bar, its}, Listing::Joined::by_spaces});
    return Message("Intervals: {0}.", {listing});
}

}  // namespace micropol
