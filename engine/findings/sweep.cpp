#include "findings/sweep.h"

#include <algorithm>
#include <cmath>

#include "findings/sweep_sections.h"
#include "findings/sweep_words.h"

namespace micropol {

namespace {

Phrase how_varied(SweepDefinition const& definition) {
    Count const size{definition.size};
    switch (definition.design) {
        case Design::grid: return in_context("design", "on a grid");
        case Design::one_at_a_time: return in_context("design", "one at a time");
        case Design::latin_hypercube: return in_context("design", "by a Latin hypercube");
        case Design::sobol_sequence: return in_context("design", "along a Sobol' sequence");
        case Design::morris: return Message("by elementary effects (Morris), {0} trajectories", {size});
        case Design::sobol: return Message("for Sobol' indices, {0} rows (Saltelli)", {size});
        case Design::list: break;
    }
    return in_context("design", "as listed");
}

std::vector<Paragraph> opening(Sweep const& sweep) {
    SweepDefinition const& definition = sweep.definition;
    std::vector<Paragraph> lines;
    if (!definition.claim.empty())
        lines.push_back({definition.source.empty()
                             ? Message("Claim: {0}", {name(definition.claim)})
                             : Message("Claim: {0} ({1})", {name(definition.claim), name(definition.source)})});
    Listing sentences{.items = {}, .joined = Listing::Joined::by_spaces};
    if (!varies_strategy(definition))
        sentences.items.push_back(definition.against ? Message("Strategy {0} against {1}.",
                                                               {strategy(definition.strategy), strategy(*definition.against)})
                                                     : Message("Strategy {0}.", {strategy(definition.strategy)}));
    Count const points{sweep.points.size()}, histories{definition.blocks * std::uint64_t(histories_per_block)};
    sentences.items.push_back(Message("{0} assumptions varied {1}: {2}, seed {3}",
                                      {Count{definition.factors.size()}, how_varied(definition),
                                       definition.against ? Message("{0} points × {1} histories of each", {points, histories})
                                                          : Message("{0} points × {1} histories", {points, histories}),
                                       Verbatim{std::to_string(definition.seed)}}));
    lines.push_back({sentences});
    return lines;
}

Paragraph intervals_hold(Design design) {
    if (shares_blocks(design))
        return {"≈ may be chance alone. Intervals are 95 %, with blocks as observations; all points share the same blocks."};
    if (design == Design::morris)
        return {"≈ may be chance alone. Intervals are 95 %, with trajectories as observations, each in blocks of its own."};
    if (design == Design::sobol)
        return {"≈ may be chance alone. Intervals are 95 %, with rows as observations, each in blocks of its own."};
    return {"≈ may be chance alone. Intervals are 95 %, with points as observations, each in blocks of its own."};
}

}  // namespace

Document findings_of(Sweep const& sweep, Detail detail) {
    SweepDefinition const& definition = sweep.definition;
    Document document{.title = title_of(sweep.facts),
                      .question = name(definition.question.empty() ? sweep.facts.question : definition.question),
                      .opening = opening(sweep),
                      .verdict_in_terminal = VerdictPlace::before_sections,
                      .currency = sweep.facts.currency};
    for (Phrase& line : verdict_on(sweep)) document.verdict.push_back({std::move(line), Paragraph::Tone::verdict});
    Paragraph const intervals = intervals_hold(definition.design);
    for (ResponseConclusion const& response : sweep.responses) {
        if (response.unknown_values > 0 || does_not_vary(response)) continue;
        document.sections.push_back(effect_section(sweep, response, {document.opening.back(), intervals}, detail));
        document.sections.push_back(cross_section(sweep, response));
        document.sections.push_back(pair_section(sweep, response, detail));
        document.sections.push_back(curve_section(sweep, response, detail));
    }
    document.sections.push_back(factor_section(sweep, detail));
    std::erase_if(document.sections, [](Section const& section) { return section.elements.empty(); });
    document.closing = {intervals};
    std::size_t const left_out = definition.factors.size() - effects_shown(sweep.responses.front(), detail).size();
    if (left_out > 0)
        document.closing.push_back(
            {Message("Not shown: {0} assumptions that matter less; with their response curves: --verbose.", {Count{left_out}})});
    if (detail == Detail::brief)
        document.closing.push_back({"Every point: --format csv; everything: --format json; another outcome: --by OUTCOME."});
    if (sweep.facts.by_person) document.closing.push_back(not_against_persons());
    on_money(document.closing, sweep.facts.amounts, sweep.facts.own_amounts);
    if (sweep.facts.sees_all) document.closing.push_back(upper_bound());
    document.closing.push_back(no_forecast());
    return document;
}

}  // namespace micropol
