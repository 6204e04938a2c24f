#pragma once
// What every verb that simulates has: a runner for the named scenario, a progress line, and the file that keeps the results.

#include <optional>
#include <string>

#include "micropol/progress.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "store/extension.h"
#include "study/study_runner.h"
#include "study/weekly_table.h"

namespace micropol::app {

class Session {
  public:
    // Throws WrongUsage or InvalidInput.
    Session(Call const& call, ScenarioSource source, bool reports_rounding = true);

    [[nodiscard]] StudyRunner& runner() { return runner_; }
    [[nodiscard]] int threads() const { return threads_; }
    // Says so, once, if histories are rounded up to whole blocks. Throws InvalidInput if this machine has not the memory.
    void check(Forecast const& forecast);

    // The study's function has returned, with a result or without. True: the file is finished, and there is something to show. Else
    // it says what was kept and how to go on: the study was stopped by a signal, or is one part of it (--shard).
    [[nodiscard]] bool complete(bool concluded, Conclusion const& conclusion = {});
    [[nodiscard]] ExitCode code() const { return code_; }  // of the program, where there is nothing to show

  private:
    [[nodiscard]] Archive* begin(StudyIdentity const& study, Forecast const& forecast);
    [[nodiscard]] Phrase what_was_kept(std::string const& output) const;

    Call const& call_;
    std::shared_ptr<GivenNumbers const> given_;  // by --posterior
    int threads_;
    bool reports_rounding_;
    Shard shard_;
    Progress progress_;
    StudyRunner runner_;
    std::optional<Store> store_;
    std::optional<Extension> extension_;    // of a study that the file held with fewer histories
    std::optional<std::uint64_t> planned_;  // blocks
    ExitCode code_ = done;
};

// --weekly. Throws WrongUsage.
[[nodiscard]] std::optional<std::string> parse_weekly(Arguments const& arguments);
void write_weekly(std::string const& file, WeeklyTable const& series, StudyFacts const& facts, std::size_t blocks);

inline constexpr Option output_option{
    "output", "FILE.db", "keep the results in this file (SQLite); after an interruption the same command resumes the study"};
inline constexpr Option weekly_option{
    "weekly", "FILE.csv",
    "write every outcome of every variant, week by week, to this file: mean, 95 % interval, spread over histories"};
inline constexpr Option shard_option{
    "shard", "I/N", "simulate only part I of N, on one machine of several; 'micropol results merge' joins the parts"};

}  // namespace micropol::app
