#include "micropol/quality.h"

#include <algorithm>

#include "findings/common.h"
#include "micropol/wording.h"
#include "words/problem.h"
#include "words/text.h"

namespace micropol::app {

namespace {

Phrase usual_contacts() { return Decimal{std::get<double>(OrganisationPlan{}.contacts), 0}; }

// Where nearly everybody lies, by the spread that is assumed.
std::optional<Range> usual_range(Trait trait) {
    Distribution const spread = default_spread(trait);
    Range const possible = trait_specs()[std::size_t(trait)].range;
    auto const around = [&](double mean, double sd) {
        return Range{std::max(possible.low, mean - 2 * sd), std::min(possible.high, mean + 2 * sd)};
    };
    if (auto const* beta = std::get_if<BetaDistribution>(&spread)) return around(beta->mean, beta->sd);
    if (auto const* normal = std::get_if<NormalDistribution>(&spread)) return around(normal->mean, normal->sd);
    return {};
}

// What no column says of anybody, with what is believed of it instead.
Phrase what_is_drawn(DataQuality const& quality) {
    Listing drawn{{}, Listing::Joined::by_commas};
    if (!quality.columns.contains("tenure")) drawn.items.emplace_back("tenure (7 years on average)");
    for (std::size_t k = 0; k < trait_count; ++k) {
        std::string const trait(trait_specs()[k].name);
        std::optional<Range> const range = usual_range(Trait(k));
        if (quality.columns.contains(trait) || !range) continue;
        drawn.items.push_back(Message("{0} ({1} to {2})", {name(trait), Decimal{range->low, 1}, Decimal{range->high, 1}}));
    }
    return drawn;
}

// What decides most and is not there yet: whom one turns to, then who leads, then what people think.
Phrase most_gain(DataQuality const& quality) {
    if (quality.ties == 0) return "tell who turns to whom (--ties): it decides whom people hear";
    if (quality.formal_ties == 0) return "tell who reports to whom (a column manager, or --reports-to)";
    if (!quality.columns.contains("attitude"))
        return "tell what people think of it (a column attitude, from -1 to 1), even of a few";
    return {};
}

}  // namespace

std::vector<Phrase> describe(DataQuality const& quality) {
    std::size_t const tied = quality.people - quality.isolated;
    std::vector<Phrase> lines{
        Message("People    {0} in {1} on {2}",
                {counted("{0} people", quality.people), counted("{0} departments", quality.departments),
                 counted("{0} levels", quality.levels)}),
        Message("Managers  {0}; {1} without a manager",
                {counted("{0} reporting lines", quality.formal_ties), counted("{0} people", quality.without_manager)}),
        quality.ties > 0
            ? Message("Ties      {0}, {1} returned; {2} with contacts, {3} without; {4} contacts a person, density {5}",
                      {counted("{0} ties", quality.ties), percent(quality.reciprocity), counted("{0} people", tied),
                       Count{quality.isolated}, Decimal{quality.mean_degree, 1}, percent(quality.density)})
            : Message(
                  "Ties      none known: drawn anew in every organisation, {0} contacts a person or what organisation.ties.contacts says",
                  {usual_contacts()})};
    std::vector<std::string> taken;
    Listing missing;
    for (auto const& [column, of_file] : quality.columns)
        taken.push_back(column == of_file ? column : column + " (" + of_file + ")");
    for (auto const& [column, rows] : quality.missing)
        if (rows > 0)
            missing.items.push_back(
                Message("{1} of {0} people ({2})", {Count{rows}, name(column), what_follows_from_missing(column)}));
    if (!taken.empty()) lines.push_back(Message("Columns   {0}", {listed(std::span<std::string const>(taken))}));
    if (!quality.ignored_columns.empty())
        lines.push_back(Message("Not used  {0}", {listed(std::span<std::string const>(quality.ignored_columns))}));
    if (!missing.items.empty()) lines.push_back(Message("Missing   {0}", {missing}));
    if (Phrase drawn = what_is_drawn(quality); !drawn.empty()) lines.push_back(Message("Drawn     {0}", {drawn}));
    for (Phrase const& warning : quality.warnings) lines.push_back(Message("Warning   {0}", {warning}));
    for (Phrase const& remark : quality.remarks) lines.push_back(Message("Note      {0}", {remark}));
    if (Phrase gain = most_gain(quality); !gain.empty()) lines.push_back(Message("Next      {0}", {gain}));
    return lines;
}

Json in_json(DataQuality const& quality) {
    auto const texts = [](std::vector<Phrase> const& phrases) {
        Json list = Json::array();
        for (Phrase const& phrase : phrases) list.push_back(to_text(phrase, Language::english));
        return list;
    };
    auto const object = [](auto const& entries) {
        Json made = Json::object();
        for (auto const& [known, value] : entries) made[known] = value;
        return made;
    };
    return {{"people", quality.people},
            {"departments", quality.departments},
            {"levels", quality.levels},
            {"reporting_lines", quality.formal_ties},
            {"dotted_lines", quality.dotted_lines},
            {"without_manager", quality.without_manager},
            {"ties", quality.ties},
            {"without_ties", quality.isolated},
            {"reciprocity", quality.reciprocity},
            {"density", quality.density},
            {"contacts", quality.mean_degree},
            {"columns", object(quality.columns)},
            {"not_used", quality.ignored_columns},
            {"missing", object(quality.missing)},
            {"marketing", quality.marketing},
            {"sales", quality.sales},
            {"warnings", texts(quality.warnings)},
            {"notes", texts(quality.remarks)}};
}

}  // namespace micropol::app
