// An explanation is the same after it was JSON, to the bit; and what is no explanation is refused with its path.

#include "store/explanation_json.h"

#include <gmock/gmock.h>

#include "findings/explanation.h"
#include "micropol/show.h"
#include "store/moment_json.h"
#include "stored_studies.h"

namespace micropol {
namespace {

using app::Format;
using app::show;

using testing::HasSubstr, testing::ThrowsMessage;

// Every number its own, none of them round.
class Numbers {
  public:
    double next() { return double(++number_) / 7.0 + 1e-9; }
    float small() { return float(++number_) / 7.0f; }
    int whole() { return int(++number_); }
    Estimate estimate() {
        return {next(), next(), -next(), next(), std::numeric_limits<double>::quiet_NaN(), next(), -0.0, std::size_t(whole())};
    }
    std::vector<Estimate> estimates(std::size_t count) {
        std::vector<Estimate> all;
        while (all.size() < count) all.push_back(estimate());
        return all;
    }
    std::vector<float> many(std::size_t count) {
        std::vector<float> all;
        while (all.size() < count) all.push_back(small());
        return all;
    }

  private:
    std::uint64_t number_ = 0;
};

Portrait portrait(Numbers& n, std::string id) {
    return {std::uint32_t(n.whole()), std::move(id), "Sales", n.whole(), n.small(), std::size_t(n.whole()), true};
}
Motive motive(Numbers& n) {
    Motive made;
    for (float& felt : made.felt) felt = -n.small();
    for (float& worth : made.worth) worth = n.small();
    made.stake = n.small(), made.attitude = -n.small(), made.voiced = n.small(), made.rent = n.small(),
    made.data_share = n.small();
    made.tactic = Tactic::hide;
    return made;
}
Bloc bloc(Numbers& n) { return {nobody, n.whole(), n.small(), -n.small(), "Data", n.whole(), portrait(n, "leader"), motive(n)}; }

// One of every kind.
std::vector<Moment> chronicle(Numbers& n) {
    using namespace moment;
    std::vector<Moment> all;
    auto const add = [&](auto what) { all.push_back({int(all.size()) % 3, what, n.next()}); };
    add(LeverChange{{{"training", true, false, n.whole(), n.small(), n.small()}, {"champions", false, true, 0, 0, n.small()}},
                    n.small()});
    add(ShockStrikes{EventKind::budget_cut, n.small()});
    moment::Decision decision;
    decision.first = decision.stopped = true, decision.rule = DecisionRule::committee;
    decision.in_favour = n.small(), decision.momentum_before = n.small(), decision.momentum_after = n.small();
    decision.tipped = {"Ann", "B\"ob", "李"}, decision.tipped_in_all = 5, decision.against = bloc(n);
    decision.in_favour_since = n.whole(), decision.against_since = n.whole();
    add(decision);
    add(BlocGathers{bloc(n), true, n.small()});
    add(PersonTurns{EventKind::starts_lip_service, portrait(n, "<script>"), motive(n)});
    add(DepartmentCloses{"Sales", true, n.small(), n.small(), n.whole()});
    WordSpreads word;
    word.knows = n.small(), word.learned = 7, word.from_contacts = 6;
    word.through = {{portrait(n, "a"), 4}, {portrait(n, "b"), 1}};
    word.last_department = "Data", word.last_week = n.whole(), word.last_through = portrait(n, "c");
    add(word);
    add(WordSpreads{});
    add(Adoption{"", n.small(), true, portrait(n, "first"), n.small(), -n.small(), n.small()});
    add(PowerMoves{portrait(n, "d"), n.small(), n.small(), motive(n)});
    add(PersonLeaves{portrait(n, "e"), n.whole()});
    End end{.substantive = n.small(),
            .symbolic = n.small(),
            .rejecting = n.small(),
            .momentum = n.small(),
            .left = 3,
            .stopped = true};
    end.in_favour_since = 2, end.against_since = 1, end.costs = {{"training", n.small()}, {"champions", n.small()}};
    add(end);
    return all;
}

Relief relief(Numbers& n, bool of_one) {
    Relief made{.share = n.estimate(), .wanted = n.next()};
    if (of_one) made.attitude = n.estimate();
    SmallestOffer offer;
    offer.levers = {"training", "champions"}, offer.intensity = n.next();
    offer.remaining = n.estimate(), offer.effect = n.estimate();
    offer.target.departments = {"Sales"}, offer.target.levels = {0, 2}, offer.target.who = Who::losers;
    offer.target.top = {5, Ranking::centrality}, offer.cost = n.estimate();
    SmallestOffer not_enough;
    not_enough.levers = {"loss_compensation"}, not_enough.remaining = n.estimate(), not_enough.effect = n.estimate();
    not_enough.target.people = {"Ann"};
    if (of_one) not_enough.attitude = n.estimate();
    made.offers = {offer, not_enough};
    return made;
}

Explanation everything() {
    Numbers n;
    Explanation made;
    made.facts = stored::tiny_facts(), made.facts.strategy = "patient", made.facts.privacy = {false, 5};
    made.facts.outcomes.resize(3);
    std::size_t const weeks = std::size_t(made.facts.weeks);
    made.blocks = 4, made.outcome = 1, made.less_is_better = true;
    Network network{{{"Ann", "Sales", 1}, {"Bob", "Data", 0}}, {{0, 1, n.small()}}, {}};
    network.frames.push_back({0, {-1, 3}, {n.small(), -n.small()}, {-1, 5}, n.many(2)});
    made.told = Told{{"worst", 2, 15, n.next()}, chronicle(n), {{2, n.many(weeks)}, {0, n.many(weeks)}}, network};
    CauseShare cause{"hiding",
                     {.kind = CauseName::Kind::obstacle, .key = "hiding", .target = {}},
                     n.estimate(),
                     n.estimate(),
                     {n.next(), n.next()}};
    made.why = Attribution{1, 2, n.estimate(), n.estimate(), n.estimate(), {cause, cause}};
    Pivotal& pivotal = made.pivotal.emplace();
    pivotal.outcome = 2, pivotal.threshold = n.next(), pivotal.block = 3, pivotal.can_win_over = false, pivotal.decided = 2;
    pivotal.people = {{"Ann", "Sales", 1, Turn::won_over, n.estimate(), n.estimate()},
                      {"Bob", "Data", 0, Turn::silenced, {}, {}}};
    pivotal.weeks = {{2, n.estimate(), n.estimate()}};
    Ledger& ledger = made.ledger.emplace();
    GroupStake const group{"Sales, level 1", "Sales", 1, 7, n.estimates(ledger_goal_count), n.estimate(), n.estimate()};
    GroupStake whole = group;
    whole.name = "Sales", whole.level.reset();
    ledger.blocks = 3, ledger.block = 1, ledger.departments = {whole}, ledger.roles = {group, group};
    ledger.people = {{"Ann", "Sales", 1, {1, 2, 3, 4, n.next()}, n.next()}};
    ledger.groups_hidden = 2, ledger.outcome = 2, ledger.threshold = n.next();
    ledger.failing = relief(n, false), ledger.blocked = relief(n, false);
    ledger.blockers = {{"Ann", "Sales", 1, relief(n, true)}};
    Fork& fork = made.fork.emplace();
    fork.at_week = 3, fork.then = {"add training"}, fork.as_it_was = n.estimates(3), fork.otherwise = n.estimates(3);
    fork.difference = n.estimates(3), fork.better_in = n.estimate();
    fork.weekly_as_it_was = n.many(weeks), fork.weekly_otherwise = n.many(weeks);
    fork.told_as_it_was = {n.next(), n.next(), n.next()}, fork.told_otherwise = {n.next(), n.next(), n.next()};
    fork.chronicle = chronicle(n);
    return made;
}

Json stored_form(Explanation const& explanation) { return stored_json_of(explanation, explanation_texts()); }
Explanation read(Json const& json) { return explanation_of(Json::parse(json.dump()), "why.json"); }

// The stored form names every member: the same form is the same explanation.
TEST(ExplanationJson, comes_back_to_the_bit) {
    Json const json = stored_form(everything());
    EXPECT_EQ(stored_form(read(json)).dump(), json.dump());
    Explanation const again = read(json), was = everything();
    EXPECT_EQ(again.told->chronicle.size(), was.told->chronicle.size());
    EXPECT_EQ(again.told->chronicle[4].weight, was.told->chronicle[4].weight);
    auto const& turns = std::get<moment::PersonTurns>(again.told->chronicle[4].what);
    EXPECT_EQ(turns.person.id, "<script>");
    EXPECT_EQ(turns.motive.felt, std::get<moment::PersonTurns>(was.told->chronicle[4].what).motive.felt);
    EXPECT_EQ(again.told->chronicle.back().what.index(), std::variant_size_v<decltype(Moment::what)> - 1);
    EXPECT_EQ(again.why->causes[1].blocks, was.why->causes[1].blocks);
    EXPECT_EQ(again.pivotal->people[0].turn, Turn::won_over);
    EXPECT_FALSE(again.pivotal->can_win_over);
    EXPECT_EQ(again.ledger->outcome, 2u);
    EXPECT_EQ(again.ledger->failing.offers[0].target.top.by, Ranking::centrality);
    EXPECT_EQ(again.ledger->failing.offers[1].intensity, std::nullopt);
    EXPECT_EQ(again.ledger->blockers[0].opposes.attitude.mean, was.ledger->blockers[0].opposes.attitude.mean);
    EXPECT_TRUE(std::signbit(again.fork->difference[1].within));
    EXPECT_TRUE(std::isnan(again.fork->difference[1].largest));
    EXPECT_EQ(again.fork->told_otherwise, was.fork->told_otherwise);
    EXPECT_EQ(again.facts.departments, was.facts.departments);
    EXPECT_TRUE(again.less_is_better);
    EXPECT_FALSE(again.facts.privacy.names_shown);
    EXPECT_EQ(show(again, Format::text), show(was, Format::text));
}

TEST(ExplanationJson, a_real_history_comes_back) {
    Model const model(stored::tiny_source().read({Override{"runs.weeks", "60"}}), "patient");
    Explanation explanation;
    explanation.facts = facts_of(model), explanation.blocks = 2;
    for (int history : {0, 7}) {
        Trace const traced = trace(model, 0, history);
        explanation.told = tell(traced, {"named", 0, history, double(traced.outcomes[0].back())}, explanation.facts, 0);
        EXPECT_EQ(stored_form(read(stored_form(explanation))).dump(), stored_form(explanation).dump());
        EXPECT_EQ(show(read(stored_form(explanation)), Format::markdown), show(explanation, Format::markdown));
    }
}

TEST(ExplanationJson, has_no_typed_part_for_the_public) {
    Json const public_form = json_of(everything(), explanation_texts());
    EXPECT_EQ(public_form.dump(2) + '\n', show(everything(), Format::json));
    EXPECT_FALSE(public_form.contains("typed"));
    Json const& moment = public_form.at("told").at("chronicle").items()[4];
    EXPECT_EQ(moment.at("kind").text(), "person");
    EXPECT_EQ(moment.at("moment").at("is").text(), "person_turns");
    EXPECT_THAT(moment.at("text").text(), HasSubstr("<script>"));
    EXPECT_FALSE(moment.contains("text_de"));
}

TEST(ExplanationJson, the_public_form_is_read_as_far_as_it_goes) {
    Explanation const again = read(json_of(everything(), explanation_texts())), was = everything();
    EXPECT_EQ(again.facts.outcomes, was.facts.outcomes);
    EXPECT_EQ(again.outcome, 1u);
    EXPECT_EQ(again.pivotal->outcome, 2u);
    EXPECT_EQ(again.ledger->failing.offers[0].target.departments, was.ledger->failing.offers[0].target.departments);
    EXPECT_EQ(again.ledger->failing.offers[0].target.levels, was.ledger->failing.offers[0].target.levels);
    EXPECT_EQ(again.ledger->failing.offers[0].target.who, Who::losers);
    EXPECT_EQ(again.ledger->failing.offers[0].target.top.number, 5);
    EXPECT_EQ(again.ledger->failing.offers[1].target.people.size(), 1u);
    EXPECT_EQ(json_of(again, explanation_texts()).at("told").dump(), json_of(was, explanation_texts()).at("told").dump());
    EXPECT_EQ(json_of(again, explanation_texts()).at("ledger").dump(), json_of(was, explanation_texts()).at("ledger").dump());
}

// Whatever is changed in it, it is read or refused.
void spoil(Json const& whole, Json& part, std::size_t& refused) {
    auto const look = [&] {
        try {
            Explanation const found = explanation_of(whole, "why.json");
            for (Format const format : {Format::text, Format::markdown, Format::json}) (void)show(found, format);
        } catch (WrongJson const& wrong) {
            ++refused;
            EXPECT_STRNE(wrong.what(), "");
        } catch (InvalidInput const& unknown) {
            ++refused;
        }
    };
    Json const was = part;
    for (Json const& instead :
         {Json(), Json(-3), Json(1e300), Json("?"), Json::array(), Json::object(), Json(true), Json(4'000'000'000u)}) {
        part = instead;
        look();
    }
    part = was;
}

TEST(ExplanationJson, whatever_is_changed_is_read_or_refused) {
    Json whole = stored_form(everything());
    std::size_t refused = 0, tried = 0;
    // Every member of every object, and the first item of every list.
    std::function<void(Json&)> const visit = [&](Json& part) {
        if (part.is_object())
            for (std::size_t k = 0; k < part.size(); ++k) {
                Json& member = part[std::string(part.members()[k].first)];
                spoil(whole, member, refused), ++tried;
                visit(member);
            }
    };
    visit(whole);
    EXPECT_GT(tried, 100u);
    EXPECT_GT(refused, tried * 4);
}

TEST(ExplanationJson, says_where_it_is_wrong) {
    auto const expect = [](auto const& change, std::string const& why) {
        Json json = stored_form(everything());
        change(json);
        EXPECT_THAT([&] { (void)explanation_of(json, "why.json"); }, ThrowsMessage<WrongJson>(HasSubstr(why)));
    };
    expect([](Json& json) { json["weeks"] = 5000; }, "weeks: not a number of this size");
    expect([](Json& json) { json["headcount"] = 1e12; }, "headcount: not a whole number");
    expect([](Json& json) { json["told"]["history"] = 16; }, "told.history: not a number of this size");
    expect([](Json& json) { json["fork"]["outcomes"] = Json::array(); }, "fork.outcomes: 0 items, not 3");
    expect([](Json& json) { json["typed"]["ledger"]["outcome"] = "luck"; }, "typed.ledger.outcome: 'luck' is not known");
    expect([](Json& json) { json["kind"] = "run"; }, "kind: 'run' is not known");
}

}  // namespace
}  // namespace micropol
