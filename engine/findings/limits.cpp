#include "findings/limits.h"

namespace micropol {

std::vector<Limit> const& limits_of_the_model() {
    static std::vector<Limit> const limits{
        {"How high adoption will be.",
         "Results compare strategies within one set of assumptions. They are not forecasts, and the intervals cover what the scenario calls uncertain and chance, not that the model may be wrong."},
        {"Whether the whole is right.",
         "No study has calibrated the joint system. Parts rest on studies of parts; how they work together is our construction."},
        {"Sizes that nobody has measured.",
         "How strong reactance, knowledge hiding and status loss are is hardly known: the forms follow the literature, the magnitudes are assumed. So are the scales on which the five goals are compared."},
        {"Causes where the literature has correlations.",
         "Most of the evidence is what people say of themselves at one point in time."},
        {"How often such projects fail.",
         "The rates that circulate come from the trade press and from practitioners. They served only as a range of plausible values."},
        {"What calibration has put in.",
         "Where numbers were set so that a known pattern appears, the pattern is no result of the model. This holds for the correlations of perceived politics, for the share of leads pursued, for the rate of failure and for the effect on output; scenarios/behaviour keeps targets and experiments apart. That pressure and moderation need each other follows from the forms assumed for reactance and for what unmoderated compliance costs conviction: a hypothesis, not evidence."},
        {"Anything about a market.", "There are no customers, competitors or business cycle; the worth of work is fixed."},
        {"Anything about new contacts.",
         "People come to know only those whom they could know from the start (organisation.ties.latent), and where that is 0 nobody; whoever joins takes over the ties of the seat."},
        {"Anything about selecting people.",
         "Employees are seats: a newcomer has the predecessor's traits. Departments, levels and jobs do not change with the transformation."},
        {"Which tool.", "One tool stands for all initiatives, and use is one number."},
        {"What is said.", "There are no arguments, rumours, lies or media; people share all they know in a week or nothing."},
        {"Agendas and bargains.",
         "One body decides one question, whether to go on. Nothing is traded, nobody is bound or punished."},
        {"Whether politics is good or bad in general.",
         "That it harms on balance is the default, after the literature; a scenario can set other numbers, with which it helps."},
    };
    return limits;
}

}  // namespace micropol
