#include "live/engine/tell.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "findings/comparison.h"
#include "findings/run_sections.h"
#include "live/engine/section_json.h"
#include "report/figure_json.h"
#include "study/compare/comparison.h"
#include "study/run/summary.h"
#include "words/text.h"

namespace micropol::live {

namespace {

Contender contender(std::string name, Part const& part) {
    Contender made{std::move(name), "", {}};
    for (BlockResult const& block : part.results) made.blocks.push_back(last_week_of(block, part.model->scenario().weeks));
    return made;
}

// As `micropol compare` does it.
Comparison compared(Part const& with, Part const& without) {
    StudyFacts const facts = facts_of(*with.model);
    return compare(facts, {contender(std::string(no_strategy), without), contender("with", with)},
                   {*position_of("substantive", facts.outcomes)});
}

Standing const& standing(Comparison const& comparison, std::string_view name) {
    return *std::ranges::find(comparison.standings, name, &Standing::name);
}

// ------------------------------------------------------------------------------------- sentences

Phrase headline(Comparison const& comparison) {
    std::size_t const outcome = comparison.criterion.outcome;
    Unit const unit = comparison.facts.outcomes[outcome]->unit;
    Count const week{std::uint64_t(comparison.facts.weeks)};
    Estimate const& change = standing(comparison, "with").against_none[outcome];
    if (comparison.facts.strategy.empty())
        return Message("Without any measure, {0} of people have adopted it in substance by week {1}.",
                       {level(standing(comparison, "with").level[outcome], unit), week});
    if (comparison.blocks == 1)
        return Message(
            "In this first block of sixteen histories, adoption in substance at week {0} differs by {1} from doing nothing; one "
            "block has no interval.",
            {week, quantity(change, unit, Quantity::Form::change)});
    Quantity size = quantity(change, unit, Quantity::Form::size);
    int const sign = sign_of(change);
    if (sign > 0)
        return Message("This helps: by week {0}, adoption in substance is {1} higher than with doing nothing.", {week, size});
    if (sign < 0) {
        size.mean = -change.mean, size.low = -change.high, size.high = -change.low;
        return Message("This does harm: by week {0}, adoption in substance is {1} lower than with doing nothing.", {week, size});
    }
    return Message("No clear effect: by week {0}, adoption in substance differs by {1} from doing nothing.",
                   {week, change_of(change, unit)});
}

// Both and their difference, an outcome a row.
Section outcome_section(Comparison const& comparison) {
    Standing const &with = standing(comparison, "with"), &without = standing(comparison, no_strategy);
    Table table{.caption = Message("Outcomes at week {0}", {Count{std::uint64_t(comparison.facts.weeks)}}),
                .columns = {"Outcome", "Doing nothing", "This strategy", "Difference (95 % interval)"},
                .rows = {}};
    for (std::string_view const key : {"substantive", "success", "symbolic", "stopped", "cost", "net_value"}) {
        auto const outcome = comparison.outcome(key);
        if (!outcome) continue;
        OutcomeKind const& kind = *comparison.facts.outcomes[*outcome];
        Phrase const label = kind.unit == Unit::money ? Phrase(Message("{0}, thousand euros", {label_of(kind)})) : label_of(kind);
        table.rows.push_back({label, mean(without.level[*outcome], kind.unit), mean(with.level[*outcome], kind.unit),
                              uncertain(with.against_none[*outcome], kind.unit)});
    }
    Section section{.id = "outcomes", .heading = table.caption, .elements = {}};
    section.add({std::move(table)});
    return section;
}

// --------------------------------------------------------------------------------------- figures

FanFigure fan_of(Finished const& finished, std::size_t outcome) {
    std::vector<std::span<Worlds const>> blocks;
    for (BlockResult const* block : finished.blocks()) blocks.push_back(finished.weekly(*block, outcome));
    OutcomeKind const& kind = *finished.facts().outcomes[outcome];
    WeeklyBand const band = weekly_band(blocks);
    return {label_of(kind), scale_of(kind.unit), band.q05, band.q25, band.median, band.q75, band.q95};
}

Json fans(StudyFacts const& facts, Part const& with, Part const& without, Wording wording) {
    Finished const of_strategy(facts, with.results), of_nothing(facts, without.results);
    Json all = Json::array();
    for (std::string_view const key : {"substantive", "symbolic"})
        if (auto const outcome = of_strategy.outcome(key))
            all.push_back({{"key", key},
                           {"with", json_of(fan_of(of_strategy, *outcome), wording)},
                           {"without", json_of(fan_of(of_nothing, *outcome), wording)}});
    return all;
}

// As a summary has it.
std::uint64_t state_of(Part const& part) {
    Hash hash;
    for (BlockResult const& block : part.results) hash.add(block.state_hash);
    return hash.value();
}

// A panel for each moment.
Json map_of(Part const& part, Wording wording) {
    std::vector<int> const moments = moments_of(part.model->scenario().weeks);
    std::vector<Role> all;
    for (std::vector<Role> const& block : part.roles)
        for (Role const& role : block) {
            auto known = std::ranges::find_if(
                all, [&](Role const& one) { return one.department == role.department && one.leads == role.leads; });
            if (known == all.end()) {
                all.push_back(role);
                continue;
            }
            for (std::size_t moment = 0; moment < moments.size(); ++moment) {
                RoleSum& sum = known->at[moment];
                RoleSum const& more = role.at[moment];
                sum.people += more.people, sum.influence += more.influence, sum.influence_squares += more.influence_squares;
                sum.attitude += more.attitude, sum.attitude_squares += more.attitude_squares;
            }
        }
    std::ranges::sort(all, {}, [](Role const& role) { return std::pair(role.department, role.leads); });
    GridFigure grid{.panels = {}, .across = "People with less power", .up = "Attitude"};
    for (std::size_t moment = 0; moment < moments.size(); ++moment) {
        GridFigure::Panel panel{Message("week {0}", {Count{std::uint64_t(moments[moment] + 1)}}), {}};
        for (Role const& role : all) {
            RoleSum const& sum = role.at[moment];
            if (sum.people == 0) continue;
            auto const sd = [&](double squares, double mean) {
                return std::sqrt(std::max(0.0, squares / sum.people - mean * mean));
            };
            double const influence = sum.influence / sum.people, attitude = sum.attitude / sum.people;
            Phrase const department = name(part.model->departments()[role.department]);
            panel.points.push_back({role.leads ? Phrase(Message("{0}, managers", {department})) : department, influence, attitude,
                                    sd(sum.influence_squares, influence), sd(sum.attitude_squares, attitude)});
        }
        grid.panels.push_back(std::move(panel));
    }
    return json_of(grid, wording);
}

}  // namespace

std::vector<Worlds> last_week_of(BlockResult const& block, int weeks) {
    std::vector<Worlds> last;
    for (std::size_t end = std::size_t(weeks); end <= block.weekly.size(); end += std::size_t(weeks))
        last.push_back(block.weekly[end - 1]);
    return last;
}

Json tell(Part const& with, Part const& without, Language language) {
    StudyFacts facts = facts_of(*with.model);
    facts.uncertain.clear();  // what they are to the outcome takes longest to tell, and nothing here does
    Wording const wording(language, facts.currency);
    RunSummary const run = summarise(facts, with.results);
    Comparison const comparison = compared(with, without);
    Json sections = Json::array();
    for (Section const& section :
         {outcome_section(comparison), department_section(run), people_section("Who loses most", run.losers),
          people_section("Who gains most", run.winners), failure_section(run)})
        if (!section.elements.empty()) sections.push_back(json_of(section, wording));
    return {{"blocks", comparison.blocks},
            {"histories", comparison.histories()},
            {"weeks", facts.weeks},
            {"state_hash", in_hexadecimal(run.state_hash)},
            {"baseline_hash", in_hexadecimal(state_of(without))},
            {"headline", to_text(headline(comparison), wording)},
            {"fans", fans(facts, with, without, wording)},
            {"map", map_of(with, wording)},
            {"sections", sections}};
}

}  // namespace micropol::live
