#include "results/show_explanation.h"

#include <stdexcept>

#include "findings/chronicle.h"
#include "findings/explanation.h"
#include "findings/who.h"
#include "report/write.h"
#include "words/text.h"

namespace micropol {

namespace {

std::string english(Phrase const& phrase) { return to_text(phrase, Language::english); }

}  // namespace

ExplanationTexts explanation_texts() {
    return {.moment = [](Moment const& moment, StudyFacts const& facts) { return english(describe(moment, facts, 0)); },
            .offer = [](Relief const& relief, SmallestOffer const& offer) { return english(describe(relief, offer)); },
            .week = [](PivotalWeek const& week, OutcomeKind const& outcome) { return english(describe(week, outcome)); },
            .cause = [](CauseName const& cause) { return english(describe(cause)); },
            .whom = [](Target const& target) { return english(whom(target)); }};
}

std::string show(Explanation const& explanation, Format format, ShowOptions const& options) {
    Detail const detail = options.everything ? Detail::full : Detail::brief;
    switch (format) {
        case Format::json: return json_of(explanation, explanation_texts()).dump(2) + '\n';
        case Format::markdown: return write_markdown(findings_of(explanation, detail), options.language);
        case Format::csv: throw std::invalid_argument("an explanation is no table");
        case Format::text: break;
    }
    return write_text(findings_of(explanation, detail),
                      {.language = options.language, .colour = options.colour, .width = options.width});
}

}  // namespace micropol
