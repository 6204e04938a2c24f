#include "report/csv.h"
#include "report/write_csv.h"

namespace micropol {

std::string write_csv(Workshop const& workshop) {
    std::string text = "what,who,name,statistic,value\n";
    auto const row = [&](std::string_view what, std::string_view who, std::string_view name, std::string_view statistic,
                         double value) {
        text += std::string(what) + ',' + csv_field(who) + ',' + csv_field(name) + ',' + std::string(statistic) + ',' +
                csv_number(value) + '\n';
    };
    auto const& asked = workshop.questions.assumptions;
    auto const stance = [&](std::string_view what, std::string_view who, Stance const& one) {
        for (std::size_t k = 0; k < asked.size(); ++k)
            if (one.beliefs[k]) row(what, who, asked[k].path, "mean", mean_of(*one.beliefs[k], asked[k]));
        for (std::size_t k = 0; k < one.dots.size(); ++k)
            if (one.dots[k] > 0) row(what, who, workshop.questions.levers[k], "dots", one.dots[k]);
    };
    auto const choice = [&](std::string_view what, std::string_view who, Preference const& one) {
        for (Standing const& standing : one.comparison.standings) {
            row(what, who, standing.name, "level", standing.level.front().mean);
            row(what, who, standing.name, "level_low", standing.level.front().low);
            row(what, who, standing.name, "level_high", standing.level.front().high);
            row(what, who, standing.name, "chosen", standing.name == one.strategy() ? 1 : 0);
        }
    };
    for (Participant const& one : workshop.participants) {
        stance("answer", one.name, one.stance), choice("choice", one.name, one.stance.choice);
        if (!one.before) continue;
        stance("answer_before", one.name, *one.before), choice("choice_before", one.name, one.before->choice);
    }
    choice("pooled", "", workshop.pooled), choice("without_answers", "", workshop.without);
    for (std::size_t k = 0; k < asked.size(); ++k) {
        Opinions const& opinions = workshop.opinions[k];
        row("assumption", "", asked[k].path, "touched", double(opinions.touched_by.size()));
        row("assumption", "", asked[k].path, "least", opinions.least),
            row("assumption", "", asked[k].path, "mean", opinions.mean);
        row("assumption", "", asked[k].path, "most", opinions.most);
    }
    for (Disagreement const& one : workshop.disagreements) {
        auto const called = [&](Disagreement::Side const& side) {
            return side.participants.size() == 1 ? workshop.participants[side.participants.front()].name : side.choice;
        };
        std::string const who = called(one.one) + " and " + called(one.other);
        for (Disagreement::Cause const& cause : one.causes) {
            row("cause", who, asked[cause.assumption].path, "change", cause.change.mean);
            row("cause", who, asked[cause.assumption].path, "change_low", cause.change.low);
            row("cause", who, asked[cause.assumption].path, "change_high", cause.change.high);
            if (cause.share) row("cause", who, asked[cause.assumption].path, "share", *cause.share);
        }
    }
    return text;
}

}  // namespace micropol
