#pragma once
// What every verb that simulates has: the named scenario, a runner for its variants, a progress line, and the file that
// keeps the results.

#include <optional>
#include <string>

#include "micropol/progress.h"
#include "micropol/scenario_options.h"
#include "micropol/verb.h"
#include "store/store.h"

namespace micropol::app {

// What the file says of the study besides its scenario; see StudyRecord.
struct Plan {
    std::string kind = {};
    std::string definition = "{}", view = "{}";
    std::optional<std::uint64_t> planned = {};  // blocks of all variants; nothing where a rule decides
};

class Session {
  public:
    // Throws WrongUsage or InvalidInput.
    Session(Call const& call, ScenarioSource source, Retention retention);

    [[nodiscard]] Scenario const& scenario() const { return scenario_; }
    [[nodiscard]] StudyRunner& runner() { return runner_; }
    [[nodiscard]] int threads() const { return threads_; }
    [[nodiscard]] bool is_part() const { return shard_.of > 1; }  // of the study: --shard

    // Call when it is certain what will be simulated: opens the file of --output, and watches for signals.
    void begin(Plan const& plan);
    // Everything was simulated: the file is finished. False if this was one part of the study (--shard), and says what to do
    // with it: then there is nothing to conclude yet.
    [[nodiscard]] bool complete(Conclusion const& conclusion = {});
    // Stopped by a signal: says what was kept, and how to go on.
    [[nodiscard]] ExitCode stopped();

  private:
    [[nodiscard]] std::string so_far() const;  // "12 of 64 blocks": what the file has

    Call const& call_;
    int threads_;
    Shard shard_;
    Scenario scenario_;
    Retention retention_;
    Progress progress_;
    StudyRunner runner_;
    std::optional<Store> store_;
    Plan plan_;
};

inline constexpr Option output_option{
    "output", "FILE.db", "keep the results in this file (SQLite); after an interruption the same command resumes the study"};
inline constexpr Option shard_option{
    "shard", "I/N", "simulate only part I of N, on one machine of several; 'micropol results merge' joins the parts"};

}  // namespace micropol::app
