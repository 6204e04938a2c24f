// One example of every kind of moment, in both languages: what is missing in one of them shows here.

#include "results/chronicle_words.h"

#include <gmock/gmock.h>

#include <array>

#include "interventions/intervention.h"
#include "study/small_study.h"

namespace micropol {
namespace {

using testing::HasSubstr;
using testing::Not;

Portrait const kim{0, "Sales-3", "Sales", 8, 2.14f, 4, false}, bob{9, "Bob", "Young", 0, 1.5f, 1, true};

Motive loses_standing() {
    Motive motive;
    motive.felt = {-0.02f, 0.0f, -0.2f, 0.0f, 0.05f};
    motive.stake = -0.42f, motive.rent = 0.8f, motive.data_share = 0.1f, motive.tactic = Tactic::hide;
    motive.worth = {0.5f, 0.1f, 0.2f, 0.3f, 0.61f, 0.2f, 0.0f};
    motive.attitude = -0.3f, motive.voiced = 0.2f;
    return motive;
}

Bloc bloc() { return {1, 12, 0.05f, -0.44f, "Sales", 9, kim, loses_standing()}; }

moment::LeverChange levers() {
    return {{{"executive_mandate", true, false, 4, 0.6f, 0.5f}, {"training", false, false, 2, 1, 1'250.4f}}, 1'300};
}

moment::Decision decision() {
    moment::Decision decision;
    decision.rule = DecisionRule::committee;
    decision.in_favour = 0.48f, decision.momentum_before = 0.75f, decision.momentum_after = 0.69f;
    decision.against_since = 1, decision.in_favour_since = 3;
    decision.tipped = {"A", "B"}, decision.tipped_in_all = 2;
    decision.against = bloc();
    return decision;
}

moment::WordSpreads word() {
    moment::WordSpreads word;
    word.knows = 0.54f, word.learned = 11, word.from_contacts = 10;
    word.through = {{bob, 4}, {kim, 3}};
    word.last_department = "Spanish", word.last_week = 5, word.last_through = bob;
    return word;
}

moment::Adoption adoption() { return {"", 0.131f, false, std::nullopt, 0.24f, -0.14f, -0.15f}; }

moment::End end_of_it() {
    return {0.34f, 0.3f, 0.28f, 0.49f, 53, false, 0, 1, {{"executive_mandate", 52.0f}, {"e_mail", 1'111.4f}}};
}

struct Example {
    Moment moment;
    std::string_view german;
};

std::vector<Example> examples() {
    return {
        {{3, levers()},
         "Es beginnt: Vorgabe von oben (alle, 60 % der vollen Stärke). Es endet: Schulung (Kosten: 1.250 Tausend Euro). Alle Maßnahmen "
         "zusammen haben bisher 1.300 Tausend Euro gekostet."},
        {{3, moment::ShockStrikes{EventKind::budget_cut, 0.3f}}, "Das Budget wird gekürzt: 30 % der Mittel fallen weg."},
        {{3, decision()},
         "Das Gremium entscheidet dagegen, mit 48 % des Stimmgewichts dafür, nach 3 Entscheidungen dafür und einer dagegen; Mittel und "
         "Aufmerksamkeit sinken von 75 % auf 69 % des vollen Umfangs. Die größte Koalition gegen den Wandel: 12 Menschen mit 5 % aller "
         "Macht, 9 davon aus Sales. A und B hätten das Ergebnis jeweils allein wenden können."},
        {{3, moment::BlocGathers{bloc(), false, 0.05f}},
         "Eine Koalition gegen den Wandel wächst auf 12 Menschen mit 5 % aller Macht, 9 davon aus Sales (mittlere Haltung −0,44). Die "
         "meiste Macht in ihr hat Sales-3 (führt 8 Menschen, hat 2,1-mal so viel Macht wie der Durchschnitt): Diese Person sieht mehr zu "
         "verlieren als zu gewinnen, vor allem Ansehen (Interesse −0,42)."},
        {{3, moment::PersonTurns{EventKind::starts_hiding, kim, loses_standing()}},
         "Sales-3 (führt 8 Menschen, hat 2,1-mal so viel Macht wie der Durchschnitt) hält von nun an Wissen zurück: Diese Person sieht "
         "mehr zu verlieren als zu gewinnen, vor allem Ansehen (Interesse −0,42), und was sie über Beziehungen kontrolliert, liegt 80 % "
         "über dem Durchschnitt. Wissen zurückzuhalten ist ihr mehr wert, als einfach zu arbeiten (0,61 gegen 0,50)."},
        {{3, moment::DepartmentCloses{"Sales", false, 0.4f, 0.2f, 13}},
         "In der Abteilung Sales teilen weniger Menschen, was sie wissen: in einer Woche 20 %, 13 Wochen zuvor 40 %."},
        {{3, word()},
         "Inzwischen wissen 54 % vom Wandel. Seit Beginn erfuhren 11 Menschen davon; 10 Menschen hatten einen Kontakt, der schon "
         "Bescheid wusste: Bob war ein solcher Kontakt für 4 und Sales-3 für 3. Die Abteilung, die es als letzte erreichte, war Spanish, "
         "in Woche 5; dort war Bob ein solcher Kontakt."},
        {{3, adoption()},
         "13 % aller Menschen entscheiden nach Daten, während 24 % das Werkzeug nur zum Schein nutzen. Im Mittel aller Menschen liegt "
         "die private Haltung bei −0,14, ein Vierteljahr zuvor bei −0,15."},
        {{3, moment::PowerMoves{kim, 1.2f, 2.8f, loses_standing()}},
         "Sales-3 aus Sales gewinnt mehr Macht als alle anderen, die bleiben: vom 1,2-Fachen des Durchschnitts zu Beginn auf das "
         "2,1-Fache jetzt und das 2,8-Fache am Ende. Was diese Person kontrolliert, beruht zu 90 % auf Beziehungen."},
        {{3, moment::PersonLeaves{bob, 3}},
         "Bob (neu besetzt, Young, hat die meiste Macht von allen) verlässt die Organisation; 3 Menschen sind inzwischen gegangen."},
        {{3, end_of_it()},
         "Am Ende entscheiden 34 % nach Daten, 30 % nutzen das Werkzeug nur zum Schein, und 28 % lehnen es ab; Mittel und Aufmerksamkeit "
         "stehen bei 49 % des vollen Umfangs. Danach nicht mehr erzählt: eine Entscheidung dagegen. 53 Menschen sind gegangen. Kosten der "
         "Maßnahmen in Tausend Euro: Vorgabe von oben 52 und E-Mail 1.111."},
    };
}

TEST(ChronicleInGerman, SaysEveryKindOfMoment) {
    std::vector<bool> seen(std::variant_size_v<decltype(Moment::what)>);
    for (auto const& [moment, german] : examples()) {
        EXPECT_EQ(in_words(moment, small::facts(), Language::german), german);
        seen[moment.what.index()] = true;
    }
    EXPECT_THAT(seen, testing::Each(true));
}

// Everything that a sentence may turn on, both ways.
std::vector<Moment> variations() {
    std::vector<Moment> all;
    auto const add = [&](auto what) { all.push_back({3, std::move(what)}); };
    for (Example const& example : examples()) all.push_back(example.moment);
    for (EventKind const what : {EventKind::sponsor_left, EventKind::reorganised}) add(moment::ShockStrikes{what, 0.3f});
    for (InterventionKind const* kind : intervention_catalogue())
        add(moment::LeverChange{{{std::string(kind->plugin.key), true, true, 1, 1, 0}}});
    for (int rule = 0; rule <= int(DecisionRule::customer); ++rule)
        for (std::size_t const tipped : {0u, 1u, 3u, 18u}) {
            moment::Decision one = decision();
            one.rule = DecisionRule(rule), one.passed = tipped < 2, one.first = tipped == 0, one.stopped = tipped == 3;
            one.tipped.assign(std::min<std::size_t>(tipped, 3), "A"), one.tipped_in_all = tipped;
            one.in_favour_since = tipped == 1, one.in_support = bloc();
            add(one);
        }
    for (int const from : {12, 3}) {
        Bloc one = bloc();
        one.from_department = from, one.stance = 0.3f;
        add(moment::BlocGathers{one, from == 3, 0.2f});
    }
    constexpr std::array<float, 5> felt[] = {
        {-0.2f, 0, 0, 0, 0}, {0, -0.2f, 0, 0, 0}, {0, 0, 0, -0.2f, 0}, {0, 0, 0, 0, -0.2f}, {}};
    for (auto const& each : felt)
        for (float const stake : {-0.3f, 0.0f, 0.3f})
            for (auto const what : {EventKind::starts_hiding, EventKind::starts_resisting, EventKind::starts_lip_service}) {
                Motive motive = loses_standing();
                motive.felt = each, motive.stake = stake, motive.data_share = 0.5f + stake, motive.rent = stake < 0 ? 1.0f : 0.3f;
                for (std::size_t best = 0; best < tactic_count; ++best) {
                    motive.worth.fill(0.5f), motive.worth[best] = 0.9f;
                    add(moment::PersonTurns{what, best % 2 ? kim : bob, motive});
                }
            }
    add(moment::DepartmentCloses{"Sales", true, 0.2f, 0.4f, 13});
    moment::WordSpreads few = word();
    few.learned = 1, few.from_contacts = 1, few.through.clear(), few.departments_without = 1;
    add(few);
    few.departments_without = 2, few.from_contacts = 0;
    add(few);
    for (int k = 0; k < 3; ++k) {
        moment::Adoption one = adoption();
        if (k == 0) one.department = "Sales";
        if (k == 1) one.falling = true;
        if (k == 2) one.first = bob;
        add(one);
    }
    add(moment::PowerMoves{kim, 2.8f, 1.2f, loses_standing()});
    add(moment::PersonLeaves{kim, 1});
    moment::End stopped = end_of_it();
    stopped.stopped = true, stopped.left = 1, stopped.in_favour_since = 2;
    add(stopped);
    return all;
}

// Words that no German sentence has, by themselves.
TEST(ChronicleInGerman, LeavesNoEnglishOver) {
    for (Moment const& one : variations()) {
        std::string const german = in_words(one, small::facts(), Language::german);
        EXPECT_FALSE(german.empty());
        for (std::string_view const english : {" the ", " of ", " and ", " people", "one person", " to ", " is ", " with ",
                                               " they ", "Begins", "In the", "_", "unknown", "  "})
            EXPECT_THAT(german, Not(HasSubstr(english))) << english;
        EXPECT_THAT(german, Not(testing::ContainsRegex("[0-9]\\.[0-9]{1,2}([^0-9]|$)"))) << "a decimal point";
        EXPECT_NE(german, in_words(one, small::facts(), Language::english));
        EXPECT_EQ(german.back(), '.');
    }
}

TEST(ChronicleInEnglish, LeavesNoGermanOver) {
    for (Moment const& one : variations()) {
        std::string const english = in_words(one, small::facts(), Language::english);
        for (std::string_view const german : {" der ", " die ", " und ", "ä", "ö", "ü", " Menschen", "_"})
            EXPECT_THAT(english, Not(HasSubstr(german))) << german;
        EXPECT_EQ(english.back(), '.');
    }
}

TEST(Levers, HaveAGermanName) {
    for (InterventionKind const* kind : intervention_catalogue()) {
        std::string const key(kind->plugin.key), german = lever_said(Language::german, key);
        bool const same_in_both = key == "champions" || key == "workshop" || key == "e_mail";
        EXPECT_TRUE(same_in_both || german != lever_said(Language::english, key)) << key;
        EXPECT_THAT(german, Not(HasSubstr("_"))) << key;
        EXPECT_TRUE(german[0] < 'a' || german[0] > 'z') << key << ": " << german;
    }
}

}  // namespace
}  // namespace micropol
