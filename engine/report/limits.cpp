#include "report/limits.h"

namespace micropol {

std::vector<Limit> const& limits_of_the_model() {
    static std::vector<Limit> const limits{
        {"How high adoption will be.",
         "Results compare strategies within one set of assumptions. They are not forecasts, and the intervals cover what the scenario calls uncertain and chance, not that the model may be wrong.",
         "Wie hoch die Nutzung sein wird.",
         "Die Ergebnisse vergleichen Strategien unter einem Satz von Annahmen. Sie sind keine Vorhersagen, und die Intervalle erfassen, was das Szenario unsicher nennt, und den Zufall, nicht aber, dass das Modell falsch sein kann."},
        {"Whether the whole is right.",
         "No study has calibrated the joint system. Parts rest on studies of parts; how they work together is our construction.",
         "Ob das Ganze stimmt.",
         "Keine Studie hat das System im Ganzen geeicht. Teile beruhen auf Studien zu Teilen; wie sie zusammenwirken, ist unsere Konstruktion."},
        {"Sizes that nobody has measured.",
         "How strong reactance, hiding and the loss of status are is weakly known: the forms follow the literature, the magnitudes are assumed. So are the scales on which the five goals are compared.",
         "Größen, die niemand gemessen hat.",
         "Wie stark Trotz, Verbergen und Ansehensverlust wirken, ist kaum bekannt: Die Formen folgen der Literatur, die Größen sind angenommen. Das gilt auch für die Skalen, auf denen die fünf Ziele verglichen werden."},
        {"Causes where the literature has correlations.",
         "Most of the evidence is what people say of themselves at one point in time.",
         "Ursachen, wo die Literatur Korrelationen hat.",
         "Die meisten Belege sind, was Menschen zu einem Zeitpunkt über sich selbst sagen."},
        {"How often such projects fail.",
         "The rates that circulate come from the trade press and from practitioners. They served as a band of plausibility only.",
         "Wie oft solche Vorhaben scheitern.",
         "Die Quoten, die umlaufen, stammen aus der Fachpresse und von Praktikern. Sie dienten nur als Band des Plausiblen."},
        {"What calibration has put in.",
         "Where numbers were set so that a known pattern appears, the pattern is no result of the model. This holds for the correlations of perceived politics, for the share of leads pursued, for the rate of failure and for the effect on output; `scenarios/behaviour` is where targets and experiments are told apart. That pressure and moderation need each other follows from the forms assumed for reactance and for what unmoderated compliance costs conviction: a hypothesis, not evidence.",
         "Was die Eichung hineingelegt hat.",
         "Wo Zahlen so gesetzt sind, dass ein bekanntes Muster erscheint, ist das Muster kein Ergebnis des Modells. Das gilt für die Korrelationen der wahrgenommenen Mikropolitik, den Anteil verfolgter Leads, die Quote des Scheiterns und die Wirkung auf die Leistung; `scenarios/behaviour` trennt Zielgrößen von Experimenten. Dass Druck und Moderation einander brauchen, folgt aus den Formen, die für Trotz und für den Preis unmoderierter Folgsamkeit angenommen sind: eine Hypothese, kein Beleg."},
        {"Anything about a market.", "There are no customers, competitors or business cycle; the worth of work is fixed.",
         "Etwas über einen Markt.", "Es gibt keine Kunden, Wettbewerber und keine Konjunktur; der Wert der Arbeit steht fest."},
        {"Anything about new contacts.", "Nobody meets anybody new; networks only strengthen or wither.",
         "Etwas über neue Kontakte.", "Niemand lernt jemanden kennen; Beziehungen werden nur stärker oder verkümmern."},
        {"Anything about selecting people.",
         "Employees are seats: a newcomer has the predecessor's traits. Departments, levels and jobs do not change with the transformation.",
         "Etwas über die Auswahl von Menschen.",
         "Beschäftigte sind Stellen: Wer nachrückt, hat die Eigenschaften des Vorgängers. Abteilungen, Ebenen und Aufgaben ändern sich durch die Transformation nicht."},
        {"Which tool.", "One tool stands for all initiatives, and use is one number.", "Welches Werkzeug.",
         "Ein Werkzeug steht für alle Initiativen, und die Nutzung ist eine Zahl."},
        {"What is said.", "There are no arguments, rumours, lies or media; people share all they know in a week or nothing.",
         "Was gesagt wird.",
         "Es gibt keine Argumente, Gerüchte, Lügen oder Medien; Menschen teilen in einer Woche alles, was sie wissen, oder nichts."},
        {"Agendas and bargains.",
         "One body decides one question, whether to go on. Nothing is traded, nobody is bound or punished.",
         "Tagesordnungen und Tauschgeschäfte.",
         "Ein Gremium entscheidet eine Frage: ob es weitergeht. Nichts wird getauscht, niemand gebunden oder bestraft."},
        {"Whether politics is good or bad in general.",
         "That it harms on balance is the default, after the literature; where it helps is a region of numbers that the scenario can enter.",
         "Ob Mikropolitik im Allgemeinen gut oder schlecht ist.",
         "Dass sie im Ganzen schadet, ist nach der Literatur die Voreinstellung; wo sie hilft, ist ein Bereich von Zahlen, in den das Szenario eintreten kann."},
    };
    return limits;
}

}  // namespace micropol
