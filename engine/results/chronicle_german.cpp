#include "results/chronicle_words.h"
#include "results/wording.h"

namespace micropol {

namespace {

std::string department_said(std::string const& name) { return name == small_department ? "(kleine Abteilung)" : plain(name); }

std::string in_figures(double value, Precision const& precision) { return localised(Language::german, figure(value, precision)); }
std::string share(float value) { return in_figures(double(value), {100, 0, " %", false}); }
std::string to_one(float value) { return in_figures(double(value), {1, 1, "", false}); }
std::string to_two(float value) { return in_figures(double(value), {1, 2, "", false}); }
std::string thousands(float value) { return in_figures(double(value), {1, 0, "", false}); }
std::string counted(std::size_t number) { return localised(Language::german, count(number)); }
std::string people(std::size_t number) { return number == 1 ? "eine Person" : counted(number) + " Menschen"; }

std::string joined(std::vector<std::string> const& parts) {
    std::string text;
    for (std::size_t k = 0; k < parts.size(); ++k) text += (k == 0 ? "" : k + 1 == parts.size() ? " und " : ", ") + parts[k];
    return text;
}

// "Sales-3 (führt 8 Menschen, hat 2,1-mal so viel Macht wie der Durchschnitt)". No name has a grammatical gender: what follows
// speaks of the person, "sie".
std::string introduced(Portrait const& person) {
    std::string text = plain(person.id) + " (" + (person.newcomer ? "neu besetzt, " : "") +
                       (id_says_department(person) ? "" : department_said(person.department) + ", ");
    if (person.reports > 0) text += "führt " + people(std::size_t(person.reports)) + ", ";
    return text +
           (is_most_powerful(person) ? "hat die meiste Macht von allen"
                                     : "hat " + to_one(person.power) + "-mal so viel Macht wie der Durchschnitt") +
           ")";
}

// ------------------------------------------------------------------------------------------ reasons

constexpr std::string_view goals[] = {"Macht", "Entgelt", "Ansehen", "einen sicheren Arbeitsplatz", "Nutzen für das Unternehmen"};

std::string what_is_at_stake(Motive const& motive) {
    auto const [balance, goal] = read_stake(motive);
    std::string const stake = " (Interesse " + to_two(motive.stake) + ")";
    switch (balance) {
        case Balance::even: break;
        case Balance::loses:
            return "Diese Person sieht mehr zu verlieren als zu gewinnen, vor allem " + std::string(goals[goal]) + stake;
        case Balance::does_not_believe: return "Diese Person glaubt nicht, dass es dem Unternehmen nützt" + stake;
        case Balance::effort_outweighs:
            return "Für diese Person wiegt die Mühe der Umstellung schwerer als das, was zu gewinnen ist" + stake;
        case Balance::wins:
            return "Diese Person sieht mehr zu gewinnen als zu verlieren, vor allem " + std::string(goals[goal]) + stake;
    }
    return "Diese Person sieht etwa so viel zu gewinnen wie zu verlieren";
}

constexpr std::string_view bases[] = {"Beziehungen", "Beziehungen und Daten", "Daten"};  // [Basis]

std::string what_they_hold(Motive const& motive) {
    auto const control = read_control(motive);
    if (!control) return "";
    return ", und was sie über " + std::string(bases[std::size_t(control->basis)]) + " kontrolliert, " +
           (control->twice ? "ist mindestens doppelt so viel wie im Durchschnitt"
                           : "liegt " + share(motive.rent) + " über dem Durchschnitt");
}

constexpr std::string_view tactic_words[] = {"einfach zu arbeiten",  "andere zu überzeugen",  "sich zu vernetzen",
                                             "Verbündete zu suchen", "Wissen zurückzuhalten", "Widerstand zu leisten",
                                             "Kennzahlen zu schönen"};

std::string what_it_is_worth(Motive const& motive, Tactic chosen) {
    auto const reading = read_worth(motive, chosen);
    if (!reading) return "";
    std::string const figures = " (" + to_two(reading->worth) + " gegen " + to_two(reading->of_work) + ")";
    std::string text = ' ' + with_capital(std::string(tactic_words[std::size_t(chosen)]));
    text += reading->clearly_more
                ? " ist ihr mehr wert, als einfach zu arbeiten" + figures
                : " ist ihr so viel wert, wie einfach zu arbeiten" + figures + ", sodass der Zufall mitentschied";
    if (reading->better)
        text += "; " + std::string(tactic_words[std::size_t(*reading->better)]) + " wäre ihr " + to_two(reading->of_better) +
                " wert";
    return text + '.';
}

std::string bloc_in_words(Bloc const& bloc) {
    std::string const text = people(std::size_t(bloc.members)) + " mit " + share(bloc.power) + " aller Macht, ";
    switch (origin_of(bloc)) {
        case Origin::one_department: return text + "alle aus " + department_said(bloc.department);
        case Origin::mostly_one:
            return text + std::to_string(bloc.from_department) + " davon aus " + department_said(bloc.department);
        case Origin::several: break;
    }
    return text + "aus mehreren Abteilungen";
}

// "3 Entscheidungen dafür und eine dagegen"; one: "eine", or "einer" after "nach".
std::string decisions_between(int in_favour, int against, std::string const& one) {
    auto const decisions = [&](int number) {
        return number == 1 ? one + " Entscheidung" : std::to_string(number) + " Entscheidungen";
    };
    if (in_favour == 0) return decisions(against) + " dagegen";
    return decisions(in_favour) + " dafür" +
           (against == 0 ? "" : " und " + (against == 1 ? one : std::to_string(against)) + " dagegen");
}

// ------------------------------------------------------------------------------------------ moments

using namespace moment;

std::string in_words(LeverChange const& change, StudyFacts const& facts) {
    std::vector<std::string> begin, triggered, end;
    for (LeverChange::One const& one : change.levers) {
        std::string const lever = lever_said(Language::german, one.lever);
        if (!one.begins) {
            end.push_back(lever + (one.cost > 0 ? " (Kosten: " + thousands(one.cost) + " Tausend Euro)" : ""));
            continue;
        }
        std::string const whom = std::size_t(one.reached) == facts.headcount ? "alle" : people(std::size_t(one.reached));
        (one.waited ? triggered : begin).push_back(lever + " (" + whom + ", " + share(one.intensity) + " der vollen Stärke)");
    }
    std::string text;
    auto const sentence = [&](std::string_view one, std::string_view several, std::vector<std::string> const& levers) {
        if (!levers.empty())
            text += (text.empty() ? "" : " ") + std::string(levers.size() == 1 ? one : several) + joined(levers) + '.';
    };
    sentence("Es beginnt: ", "Es beginnen: ", begin);
    constexpr std::string_view awaited = "Worauf gewartet wurde, ist eingetreten. Daher jetzt: ";
    sentence(awaited, awaited, triggered);
    sentence("Es endet: ", "Es enden: ", end);
    if (!end.empty() && change.cost > 0)
        text += " Alle Maßnahmen zusammen haben bisher " + thousands(change.cost) + " Tausend Euro gekostet.";
    return text;
}

std::string in_words(ShockStrikes const& shock, StudyFacts const&) {
    switch (shock.what) {
        case EventKind::sponsor_left:
            return "Die Person, die das Vorhaben an der Spitze trägt, geht, und mit ihr gehen " + share(shock.size) +
                   " des Drucks von oben.";
        case EventKind::budget_cut: return "Das Budget wird gekürzt: " + share(shock.size) + " der Mittel fallen weg.";
        default: return "Die Organisation wird umgebaut: Beziehungen verlieren " + share(shock.size) + " ihrer Stärke.";
    }
}

std::string who_decides(DecisionRule rule) {
    switch (rule) {
        case DecisionRule::marketing: return "Das Marketing";
        case DecisionRule::sales: return "Der Vertrieb";
        case DecisionRule::ceo: return "Die Spitze";
        case DecisionRule::committee: return "Das Gremium";
        case DecisionRule::customer: break;
    }
    return "Der Bedarf der Kundschaft";
}

std::string who_could_have_turned_it(Decision const& decision) {
    if (decision.tipped_in_all == 0) return "";
    std::vector<std::string> names;
    for (std::string const& name : decision.tipped) names.push_back(plain(name));
    if (decision.tipped_in_all == 1) return ' ' + names.front() + " hätte das Ergebnis allein wenden können.";
    if (decision.tipped_in_all == 2) return ' ' + joined(names) + " hätten das Ergebnis jeweils allein wenden können.";
    return " Jede von " + counted(decision.tipped_in_all) + " Personen hätte das Ergebnis allein wenden können" +
           (decision.tipped_in_all > names.size() ? ", darunter " : ": ") + joined(names) + '.';
}

std::string in_words(Decision const& decision, StudyFacts const&) {
    std::string text = who_decides(decision.rule);
    text += decision.passed ? (decision.first ? " beschließt weiterzumachen" : " entscheidet dafür") : " entscheidet dagegen";
    if (decision.rule != DecisionRule::customer) text += ", mit " + share(decision.in_favour) + " des Stimmgewichts dafür";
    if (decision.in_favour_since + decision.against_since > 0)
        text += ", nach " + decisions_between(decision.in_favour_since, decision.against_since, "einer");
    if (decision.stopped)
        text += ". Die Mittel waren zweimal in Folge zu gering: Die Transformation wird abgebrochen.";
    else
        text += "; Mittel und Aufmerksamkeit " + std::string(decision.passed ? "steigen" : "sinken") + " von " +
                share(decision.momentum_before) + " auf " + share(decision.momentum_after) + " des vollen Umfangs.";
    if (Bloc const* const side = carried_by(decision))
        text += " Die größte Koalition " + std::string(decision.passed ? "für" : "gegen") +
                " den Wandel: " + bloc_in_words(*side) + '.';
    return text + who_could_have_turned_it(decision);
}

std::string in_words(BlocGathers const& gathers, StudyFacts const&) {
    Bloc const& bloc = gathers.bloc;
    std::string const side = bloc.stance < 0 ? "gegen" : "für";
    if (gathers.falls_apart)
        return "Die größte Koalition " + side +
               " den Wandel hat mehr als die Hälfte ihres Gewichts verloren: " + share(bloc.power) +
               " aller Macht, nach höchstens " + share(gathers.most) + '.';
    return "Eine Koalition " + side + " den Wandel wächst auf " + bloc_in_words(bloc) + " (mittlere Haltung " +
           to_two(bloc.stance) + "). Die meiste Macht in ihr hat " + introduced(bloc.leader) + ": " +
           what_is_at_stake(bloc.motive) + '.';
}

std::string in_words(PersonTurns const& turns, StudyFacts const&) {
    std::string const who = introduced(turns.person);
    Motive const& motive = turns.motive;
    if (turns.what == EventKind::starts_lip_service)
        return who + " sagt von nun an, was erwünscht ist: geäußerte Haltung " + to_two(motive.voiced) + ", private " +
               to_two(motive.attitude) + ". " + what_is_at_stake(motive) + '.';
    bool const hides = turns.what == EventKind::starts_hiding;
    return who + (hides ? " hält von nun an Wissen zurück: " : " leistet von nun an offen Widerstand: ") +
           what_is_at_stake(motive) + (hides ? what_they_hold(motive) : "") + '.' +
           what_it_is_worth(motive, hides ? Tactic::hide : Tactic::resist);
}

std::string in_words(DepartmentCloses const& change, StudyFacts const&) {
    return "In der Abteilung " + department_said(change.department) + " teilen " + (change.opens ? "mehr" : "weniger") +
           " Menschen, was sie wissen: in einer Woche " + share(change.now) + ", " + std::to_string(change.weeks) +
           " Wochen zuvor " + share(change.before) + '.';
}

std::string in_words(WordSpreads const& spread, StudyFacts const&) {
    std::string text = "Inzwischen wissen " + share(spread.knows) + " vom Wandel. Seit Beginn " +
                       (spread.learned == 1 ? "erfuhr " : "erfuhren ") + people(spread.learned) + " davon; " +
                       (spread.from_contacts == 1 ? "eine Person hatte" : counted(spread.from_contacts) + " Menschen hatten") +
                       " einen Kontakt, der schon Bescheid wusste";
    std::vector<std::string> through;
    for (auto const& [person, times] : spread.through)
        through.push_back(plain(person.id) + (through.empty() ? " war ein solcher Kontakt für " : " für ") + counted(times));
    text += (through.empty() ? "" : ": " + joined(through)) + '.';
    if (spread.departments_without > 0)
        return text + " In " +
               (spread.departments_without == 1 ? std::string("einer Abteilung")
                                                : counted(std::size_t(spread.departments_without)) + " Abteilungen") +
               " weiß noch niemand davon.";
    if (!came_late(spread)) return text;
    return text + " Die Abteilung, die es als letzte erreichte, war " + department_said(spread.last_department) + ", in Woche " +
           std::to_string(spread.last_week) +
           (spread.last_through ? "; dort war " + plain(spread.last_through->id) + " ein solcher Kontakt." : ".");
}

std::string in_words(Adoption const& adoption, StudyFacts const&) {
    if (adoption.first) return introduced(*adoption.first) + " entscheidet als erste Person auf der Grundlage von Daten.";
    std::string text = !adoption.department.empty() ? "In der Abteilung " + department_said(adoption.department) +
                                                          " entscheidet die Hälfte der Menschen nach Daten"
                       : adoption.falling
                           ? "Die Zahl derer, die nach Daten entscheiden, sinkt: Es sind noch " + share(adoption.share)
                           : share(adoption.share) + " aller Menschen entscheiden nach Daten";
    if (adoption.department.empty()) text += ", während " + share(adoption.for_show) + " das Werkzeug nur zum Schein nutzen";
    return text + ". Im Mittel aller Menschen liegt die private Haltung bei " + to_two(adoption.attitude) +
           ", ein Vierteljahr zuvor bei " + to_two(adoption.attitude_before) + '.';
}

std::string in_words(PowerMoves const& moves, StudyFacts const&) {
    return plain(moves.person.id) + " aus " + department_said(moves.person.department) +
           (moves.at_end > moves.at_start ? " gewinnt" : " verliert") + " mehr Macht als alle anderen, die bleiben: vom " +
           to_one(moves.at_start) + "-Fachen des Durchschnitts zu Beginn auf das " + to_one(moves.person.power) +
           "-Fache jetzt und das " + to_one(moves.at_end) + "-Fache am Ende. Was diese Person kontrolliert, beruht zu " +
           share(larger_part(moves.motive)) + " auf " + (rests_on_data(moves.motive) ? "Daten." : "Beziehungen.");
}

std::string in_words(PersonLeaves const& leaves, StudyFacts const&) {
    return introduced(leaves.person) +
           (leaves.so_far > 1 ? " verlässt die Organisation; " + people(std::size_t(leaves.so_far)) + " sind inzwischen gegangen."
                              : " verlässt als erste Person die Organisation.");
}

std::string in_words(End const& end, StudyFacts const&) {
    std::string text = "Am Ende entscheiden " + share(end.substantive) + " nach Daten, " + share(end.symbolic) +
                       " nutzen das Werkzeug nur zum Schein, und " + share(end.rejecting) + " lehnen es ab; ";
    text += end.stopped ? "die Transformation ist abgebrochen."
                        : "Mittel und Aufmerksamkeit stehen bei " + share(end.momentum) + " des vollen Umfangs.";
    if (end.in_favour_since + end.against_since > 0)
        text += " Danach nicht mehr erzählt: " + decisions_between(end.in_favour_since, end.against_since, "eine") + '.';
    if (end.left > 0)
        text += ' ' + std::string(end.left == 1 ? "Eine Person ist" : people(std::size_t(end.left)) + " sind") + " gegangen.";
    if (end.costs.empty()) return text;
    std::vector<std::string> costs;
    for (auto const& [lever, cost] : end.costs) costs.push_back(lever_said(Language::german, lever) + ' ' + thousands(cost));
    return text + " Kosten der Maßnahmen in Tausend Euro: " + joined(costs) + '.';
}

}  // namespace

std::string in_german(Moment const& moment, StudyFacts const& facts) {
    return std::visit([&](auto const& what) { return in_words(what, facts); }, moment.what);
}

}  // namespace micropol
