#include "micropol/answer_steps.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "findings/comparison.h"
#include "findings/explanation.h"
#include "micropol/answer_evidence.h"
#include "micropol/explained.h"
#include "micropol/help.h"
#include "micropol/log.h"
#include "micropol/session.h"
#include "micropol/wording.h"
#include "store/calibrated_json.h"
#include "study/calibrate/calibrate.h"
#include "study/explain/explain.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

// The verb as somebody would call it who takes one step after the other.
Call call_of(std::string_view verb, std::vector<std::string> words, Call const& outer) {
    for (char const* passed : {"threads", "language", "seed"})
        if (auto const value = outer.arguments.value(passed)) words.insert(words.end(), {std::string("--") + passed, *value});
    for (char const* passed : {"no-progress", "quiet"})
        if (outer.arguments.has(passed)) words.push_back(std::string("--") + passed);
    Verb const& called = **std::ranges::find(verbs(), verb, &Verb::name);
    std::vector<Option> options(called.options.begin(), called.options.end());
    options.insert(options.end(), common_options().begin(), common_options().end());
    std::vector<std::string> line{"micropol", std::string(verb)};
    line.insert(line.end(), words.begin(), words.end());
    return {Arguments(words, options), quoted_for_shell(line), called.name};
}

ExplainPlan explain_plan(std::string const& strategy, bool everything) {
    ExplainPlan plan{.what = Variant{strategy.empty() ? "none" : strategy, strategy}};
    if (!everything) plan.history = HistoryRank::median, plan.pivotal = true;
    return plan;
}

std::vector<std::string> study_words(Work const& work, fs::path const& results, std::uint32_t blocks) {
    std::vector<std::string> words{work.files.scenario.string(), "--output", results.string(), "--runs",
                                   std::to_string(std::size_t(blocks) * std::size_t(histories_per_block))};
    if (work.outside) words.push_back("--allow-outside");
    return words;
}

std::vector<std::string> words_under_posterior(Work const& work, std::vector<std::string> words) {
    if (!work.evidence.empty()) words.insert(words.end(), {"--posterior", work.files.posterior.string()});
    return words;
}

}  // namespace

Sizes sizes_for(Model const& model, bool quick) {
    constexpr double usual_work = 250.0 * 104;  // people times weeks
    double const work = std::max(1.0, double(model.headcount()) * model.scenario().weeks / usual_work);
    auto const blocks = [&](double usual, double least) { return std::uint32_t(std::max(least, std::floor(usual / work))); };
    constexpr double most_for_everything = 3;
    // A decision needs its blocks, or there is none; up to this size they take less than two minutes on two processors.
    constexpr double most_to_decide = 1.8;
    std::uint32_t const compared = work <= most_to_decide ? blocks(double(blocks_to_decide), double(blocks_to_decide))
                                                          : blocks(48, 8);
    return quick ? Sizes{blocks(16, 4), blocks(4, 2), blocks(8, 2)}
                 : Sizes{compared, blocks(8, 2), blocks(16, 4), work <= most_for_everything, work <= most_to_decide};
}

Files files_beside(fs::path const& page, bool quick, bool learns) {
    std::string const stem = (page.parent_path() / page.stem()).string(), kind = quick ? "_quick" : "";
    if (!learns) return {page, stem + ".yaml", stem + kind + "_compare.db", stem + kind + "_explain.db", {}, {}};
    std::string const after = stem + kind + "_posterior";
    return {page, stem + ".yaml", after + "_compare.db", after + "_explain.db", after + ".db", stem + kind + "_compare.db"};
}

void say_verdict(Document const& document) {
    for (Paragraph const& paragraph : document.verdict)
        log::print(Listing{{"         ", paragraph.text}, Listing::Joined::by_spaces});
}

// Measured on a block of doing nothing; an explanation may need fewer than the most that is counted here.
void say_forecast(ScenarioSource const& source, std::shared_ptr<Model const> const& model, Sizes const& sizes,
                  std::optional<CalibrationAsked> const& learns, int threads) {
    using clock = std::chrono::steady_clock;
    auto const start = clock::now();
    (void)simulate_block(*model, 0);
    double const each = std::chrono::duration<double>(clock::now() - start).count();
    Forecast const most = forecast(source, explain_plan("", sizes.everything));
    std::size_t const strategies = 1 + model->scenario().strategies.size();
    double const comparisons = learns ? 2 : 1;  // before the evidence and after it
    double blocks = comparisons * double(sizes.compared) * double(strategies) + double(sizes.followed) + double(most.blocks) +
                    double(most.more);
    if (learns) {
        Forecast const learned = forecast(learns->source, learns->plan);
        blocks += double(learned.blocks + learned.more) * double(learns->plan.evidence.weeks()) / double(model->scenario().weeks);
    }
    log::print(Message("It takes at most about {0}: {1} of {2}.",
                       {in_words(each * blocks / threads), counted("{0} strategies", strategies),
                        counted("{0} employees", model->headcount())}));
}

Call calibration_call(Work const& work) {
    std::vector<std::string> words{work.files.scenario.string(), "--output", work.files.posterior.string()};
    for (std::string const& file : work.evidence) words.insert(words.end(), {"--evidence", file});
    if (!work.sizes.learns_in_waves) words.push_back("--quick");
    if (work.outside) words.push_back("--allow-outside");
    if (auto const size = work.outer.arguments.value("group-size")) words.insert(words.end(), {"--group-size", *size});
    return call_of("calibrate", std::move(words), work.outer);
}

std::optional<Calibrated> learn(Work const& work, Call const& call, CalibrationAsked asked, ExitCode& code) {
    Session session(call, std::move(asked.source), false);
    auto calibrated = calibrate(session.runner(), asked.plan);
    if (!session.complete(calibrated.has_value(), {.json = calibrated ? stored_json_of(*calibrated).dump() : ""})) {
        code = session.code();
        return {};
    }
    say_what_was_learned(*calibrated, work.evidence, work.files.posterior);
    return calibrated;
}

std::optional<Compared> compare_packages(Work const& work, fs::path const& results, Under under, ExitCode& code) {
    std::vector<std::string> words = study_words(work, results, work.sizes.compared);
    if (under == Under::posterior) words = words_under_posterior(work, std::move(words));
    Call const call = call_of("compare", std::move(words), work.outer);
    Session session(call, scenario_with_options(work.files.scenario, call.arguments, work.packages));
    Undecided undecided;
    ComparePlan plan;
    plan.undecided = &undecided;
    auto comparison = compare(session.runner(), plan);
    if (!session.complete(comparison.has_value())) {
        code = session.code();
        return {};
    }
    log::print(Message("Compared  {0}, {1}: {2}", {counted("{0} strategies", comparison->standings.size()),
                                                   counted("{0} histories", comparison->histories()), name(results.string())}));
    return Compared{std::move(*comparison), std::move(undecided)};
}

std::string best_in(Comparison const& comparison) {
    std::string const& best = comparison.standings.front().name;
    return best == no_strategy ? "" : best;
}

std::optional<Decision> decision_on(Compared compared) {
    Comparison const& comparison = compared.comparison;
    if (comparison.blocks < blocks_to_decide || compared.undecided.drawn.empty()) return {};
    std::vector<DecisionQuestion> const questions = usual_questions(comparison.facts);
    if (questions.empty()) return {};
    return decide(comparison.facts, std::move(compared.undecided), questions);
}

std::optional<Explanation> explain_best(Work const& work, std::string const& strategy, ExitCode& code) {
    std::vector<std::string> words = words_under_posterior(work, study_words(work, work.files.explanation, work.sizes.explained));
    if (!strategy.empty()) words.insert(words.end(), {"--strategy", strategy});
    if (!work.sizes.everything) words.insert(words.end(), {"--history", "median", "--pivotal"});
    if (work.outer.arguments.has("show-names")) words.push_back("--show-names");
    if (auto const size = work.outer.arguments.value("group-size")) words.insert(words.end(), {"--group-size", *size});
    Call const call = call_of("explain", std::move(words), work.outer);
    Session session(call, scenario_with_options(work.files.scenario, call.arguments, work.packages), false);
    auto explanation = explain(session.runner(), explain_plan(strategy, work.sizes.everything));
    if (!session.complete(explanation.has_value(), explanation ? conclusion_of(*explanation) : Conclusion{})) {
        code = session.code();
        return {};
    }
    Document const document = findings_of(*explanation, Detail::brief);
    log::print(Message("Explained {0}: {1}", {micropol::strategy(strategy), name(work.files.explanation.string())}));
    say_verdict(document);
    return explanation;
}

}  // namespace micropol::app
