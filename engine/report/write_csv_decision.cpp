#include "report/csv.h"
#include "report/write_csv.h"

namespace micropol {

std::string write_csv(Decision const& decision) {
    std::string text = "by,what,name,statistic,value\n";
    for (Answer const& answer : decision.answers) {
        std::string const by{decision.facts.outcomes[answer.question.criterion.outcome]->plugin.key};
        auto const row = [&](std::string_view what, std::string_view name, std::string_view statistic, double value) {
            text += by + ',' + std::string(what) + ',' + csv_field(name) + ',' + std::string(statistic) + ',' +
                    csv_number(value) + '\n';
        };
        auto const estimate = [&](std::string_view name, std::string const& statistic, Estimate const& of) {
            row("strategy", name, statistic + "_mean", of.mean);
            row("strategy", name, statistic + "_low", of.low);
            row("strategy", name, statistic + "_high", of.high);
        };
        auto const worth = [&](std::string_view what, std::string_view name, InformationValue const& of) {
            row(what, name, "value", of.value), row(what, name, "held_out", of.held_out),
                row(what, name, "promised", of.promised);
            row(what, name, "low", of.low), row(what, name, "high", of.high),
                row(what, name, "choice_changes", of.choice_changes);
        };
        for (Choice const& choice : answer.choices) {
            estimate(choice.name, "level", choice.level);
            row("strategy", choice.name, "mean_regret", choice.mean_regret);
            row("strategy", choice.name, "regret_90", choice.regret_90),
                row("strategy", choice.name, "regret_98", choice.regret_98);
            estimate(choice.name, "good_enough", choice.good_enough), estimate(choice.name, "best_in", choice.best_in);
        }
        for (BestWhere const& best : answer.best_where) {
            if (!best.region) continue;
            std::string const& strategy = answer.choices[best.choice].name;
            row("region", strategy, "density", best.region->density), row("region", strategy, "coverage", best.region->coverage);
            for (RegionBound const& bound : best.region->bounds) {
                std::string const& number = decision.drawn[bound.number].path;
                row("region", strategy, number + "_low", bound.range.low),
                    row("region", strategy, number + "_high", bound.range.high);
            }
        }
        worth("everything", "", answer.everything);
        for (Unknown const& unknown : answer.numbers)
            worth("number", unknown.key, unknown.worth), row("number", unknown.key, "explains", unknown.moves);
        for (Unknown const& unknown : answer.groups)
            worth("group", unknown.key, unknown.worth), row("group", unknown.key, "explains", unknown.moves);
        for (Survey const& survey : answer.surveys)
            worth("survey", survey.key, survey.worth), row("survey", survey.key, "cost", survey.cost_mean);
        for (Signpost const& signpost : answer.signposts)
            worth("week " + std::to_string(signpost.week), decision.seen->observables[signpost.observable]->plugin.key,
                  signpost.worth);
    }
    return text;
}

}  // namespace micropol
