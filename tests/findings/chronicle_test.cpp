// One example of every kind of moment, in both languages: what is missing in one of them shows here.

#include "findings/chronicle.h"

#include <gmock/gmock.h>

#include <array>

#include "interventions/intervention.h"
#include "organisation/privacy.h"
#include "study/small_study.h"
#include "words/text.h"

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

std::string in(Language language, Moment const& moment) { return to_text(describe(moment, small::facts()), language); }

struct Example {
    Moment moment;
    std::string_view english, german;
};

std::vector<Example> examples() {
    return {
        {{3, levers()},
         "Begins: executive mandate (everyone, 60 % of full intensity). Ends: training (cost 1,250 thousand euros). All interventions "
         "have cost 1,300 thousand euros so far.",
         "Beginn: Vorgabe von oben (alle, 60 % der vollen Stärke). Ende: Schulung (Kosten: 1.250 Tausend Euro). Alle Maßnahmen "
         "zusammen haben bisher 1.300 Tausend Euro gekostet."},
        {{3, moment::ShockStrikes{EventKind::budget_cut, 0.3f}},
         "The budget is cut: 30 % of the funding is gone.",
         "Das Budget wird gekürzt: 30 % der Mittel fallen weg."},
        {{3, decision()},
         "The committee decides against it, with 48 % of the voting weight in favour, after 3 decisions in favour and one against; "
         "funding and attention fall from 75 % to 69 % of the full. The largest coalition against the change: 12 people with 5 % of "
         "all power, 9 of them from Sales. Either of A and B could have turned it.",
         "Das Gremium lehnt ab, bei 48 % der Stimmen dafür, zuvor 3 Zustimmungen und eine Ablehnung; Mittel und "
         "Aufmerksamkeit sinken von 75 % auf 69 % des vollen Umfangs. Die größte Koalition gegen den Wandel: 12 Personen mit 5 % aller "
         "Macht, 9 davon aus der Abteilung Sales. A und B hätten das Ergebnis jeweils allein wenden können."},
        {{3, moment::BlocGathers{bloc(), false, 0.05f}},
         "A coalition against the change has grown to 12 people with 5 % of all power, 9 of them from Sales (mean attitude −0.44). Its "
         "most powerful member is Sales-3 (leads 8 people, 2.1 times the average power): they see more to lose than to win, most of it "
         "standing (stake −0.42).",
         "Eine Koalition gegen den Wandel ist gewachsen: 12 Personen mit 5 % aller Macht, 9 davon aus der Abteilung Sales (mittlere "
         "Haltung −0,44). Die meiste Macht in ihr hat Sales-3 (führt 8 Personen, hat das 2,1-Fache der durchschnittlichen Macht): Diese "
         "Person sieht mehr zu verlieren als zu gewinnen, vor allem Ansehen (Interesse −0,42)."},
        {{3, moment::PersonTurns{EventKind::starts_hiding, kim, loses_standing()}},
         "Sales-3 (leads 8 people, 2.1 times the average power) begins to keep what they know to themselves: they see more to lose "
         "than to win, most of it standing (stake −0.42), and what they control through relationships is 80 % above the average. "
         "Hiding what they know is worth more to them than just working (0.61 against 0.50).",
         "Sales-3 (führt 8 Personen, hat das 2,1-Fache der durchschnittlichen Macht) hält von nun an Wissen zurück: Diese Person sieht "
         "mehr zu verlieren als zu gewinnen, vor allem Ansehen (Interesse −0,42), und was sie über Beziehungen kontrolliert, liegt 80 % "
         "über dem Durchschnitt. Wissen zurückzuhalten ist ihr mehr wert, als einfach zu arbeiten (0,61 gegen 0,50)."},
        {{3, moment::DepartmentCloses{"Sales", false, 0.4f, 0.2f, 13}},
         "In Sales fewer people share what they know: 20 % in a week, after 40 % 13 weeks before.",
         "In der Abteilung Sales geben weniger Beschäftigte ihr Wissen weiter: 20 % in der Woche, 13 Wochen zuvor 40 %."},
        {{3, word()},
         "By now 54 % know of the change. Of the 11 people who learned of it, 10 had a contact who knew: Bob was such a contact for 4 "
         "and Sales-3 for 3. The last department that it reached was Spanish, in week 6, where Bob was such a contact.",
         "Inzwischen wissen 54 % der Beschäftigten vom Wandel. Von den 11 Personen, die davon erfuhren, hatten 10 einen Kontakt, der schon "
         "Bescheid wusste: Bob war ein solcher Kontakt für 4 und Sales-3 für 3. Als letzte Abteilung erreichte die Nachricht Spanish, "
         "in Woche 6; dort war Bob ein solcher Kontakt."},
        {{3, adoption()},
         "13 % of all people work the new way in earnest, while 24 % do so for show. Among all people the mean private attitude is −0.14, after "
         "−0.15 a quarter of a year before.",
         "13 % aller Beschäftigten arbeiten ernsthaft auf die neue Weise, während 24 % es nur zum Schein tun. Die private Haltung liegt im "
         "Mittel aller Beschäftigten bei −0,14, ein Vierteljahr zuvor bei −0,15."},
        {{3, moment::PowerMoves{kim, 1.2f, 2.8f, loses_standing()}},
         "Sales-3 of Sales gains more power than anybody else who stays: from 1.2 times the average at the start to 2.1 now and 2.8 at "
         "the end. 90 % of what they control rests on relationships.",
         "Sales-3 aus der Abteilung Sales gewinnt mehr Macht als alle anderen, die bleiben: vom 1,2-Fachen des Durchschnitts zu Beginn "
         "auf das 2,1-Fache jetzt und das 2,8-Fache am Ende. Was diese Person kontrolliert, beruht zu 90 % auf Beziehungen."},
        {{3, moment::PersonLeaves{bob, 3}},
         "Whoever came after Bob (Young, the most powerful of all) leaves the organisation; 3 people have left by now.",
         "Bob (neu besetzt, Young, hat die meiste Macht von allen) verlässt die Organisation; inzwischen sind 3 Personen gegangen."},
        {{3, end_of_it()},
         "In the end 34 % work the new way in earnest, 30 % do so for show and 28 % refuse; funding and attention stand at 49 % of the full. Not "
         "told after that: one decision against. 53 people have left. Cost of what was done, in thousand euros: executive mandate 52 "
         "and e-mail 1,111.",
         "Am Ende arbeiten 34 % ernsthaft auf die neue Weise, 30 % nur zum Schein, und 28 % lehnen sie ab; Mittel und Aufmerksamkeit "
         "stehen bei 49 % des vollen Umfangs. Danach folgten noch (nicht einzeln erzählt): eine Ablehnung. 53 Personen sind gegangen. "
         "Kosten der Maßnahmen in Tausend Euro: Vorgabe von oben 52 und E-Mail 1.111."},
    };
}

TEST(Chronicle, says_every_kind_of_moment_in_both_languages) {
    std::vector<bool> seen(std::variant_size_v<decltype(Moment::what)>);
    for (auto const& [moment, english, german] : examples()) {
        EXPECT_EQ(in(Language::english, moment), english);
        EXPECT_EQ(in(Language::german, moment), german);
        seen[moment.what.index()] = true;
    }
    EXPECT_THAT(seen, testing::Each(true));
}

// Everything that a sentence may turn on, both ways.
std::vector<Moment> variations() {
    std::vector<Moment> all;
    auto const add = [&](auto what) { all.push_back({3, std::move(what)}); };
    for (Example const& example : examples()) all.push_back(example.moment);
    for (EventKind const what : {EventKind::sponsor_left, EventKind::sponsor_follows, EventKind::reorganised})
        add(moment::ShockStrikes{what, 0.3f});
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
TEST(Chronicle, leaves_no_english_over_in_german) {
    for (Moment const& one : variations()) {
        std::string const german = in(Language::german, one);
        EXPECT_FALSE(german.empty());
        for (std::string_view const english : {" the ", " of ", " and ", " people", "one person", " to ", " is ", " with ",
                                               " they ", "Begins", "In the", "_", "unknown", "  ", "{", " Menschen"})
            EXPECT_THAT(german, Not(HasSubstr(english))) << english;
        EXPECT_THAT(german, Not(testing::ContainsRegex("[0-9]\\.[0-9]{1,2}([^0-9]|$)"))) << "a decimal point";
        EXPECT_NE(german, in(Language::english, one));
        EXPECT_EQ(german.back(), '.');
    }
}

TEST(Chronicle, leaves_no_german_over_in_english) {
    for (Moment const& one : variations()) {
        std::string const english = in(Language::english, one);
        for (std::string_view const german : {" der ", " die ", " und ", "ä", "ö", "ü", " Personen", "_", "{", "  "})
            EXPECT_THAT(english, Not(HasSubstr(german))) << german;
        EXPECT_EQ(english.back(), '.');
    }
}

TEST(Chronicle, counts_weeks_from_0_where_json_does) {
    EXPECT_THAT(to_text(describe({3, word()}, small::facts(), 0), Language::english), HasSubstr("Spanish, in week 5, where"));
}

TEST(Chronicle, says_when_chance_had_a_say_and_what_is_voiced_only) {
    Motive motive = loses_standing();
    motive.worth[4] = 0.52f;
    EXPECT_THAT(in(Language::english, {3, moment::PersonTurns{EventKind::starts_hiding, kim, motive}}),
                HasSubstr("worth as much to them as just working (0.52 against 0.50), so that chance had a say"));
    EXPECT_THAT(in(Language::english, {3, moment::PersonTurns{EventKind::starts_lip_service, kim, motive}}),
                HasSubstr("begins to say what is wanted: voiced 0.20, thought −0.30. They see more to lose"));
}

TEST(Chronicle, calls_whoever_is_as_powerful_as_others_average_in_german) {
    Portrait average = kim;
    average.power = 1.02f;
    EXPECT_THAT(in(Language::german, {3, moment::PersonLeaves{average, 1}}),
                HasSubstr("Sales-3 (führt 8 Personen, durchschnittlich mächtig) verlässt als erste"));
    average.power = 1.06f;
    EXPECT_THAT(in(Language::german, {3, moment::PersonLeaves{average, 1}}), HasSubstr("hat das 1,1-Fache"));
}

TEST(Chronicle, leaves_names_as_they_are) {
    Portrait person = kim;
    person.id = "ada\x1b[2J{0}", person.department = small_department;
    EXPECT_EQ(
        in(Language::english, {3, moment::PersonLeaves{person, 1}}),
        "ada [2J{0} (a small department, leads 8 people, 2.1 times the average power) leaves the organisation, as the first.");
    EXPECT_THAT(in(Language::german, {3, moment::DepartmentCloses{small_department, true, 0.1f, 0.3f, 13}}),
                HasSubstr("In einer kleinen Abteilung geben mehr"));
}

}  // namespace
}  // namespace micropol
