#include "micropol/session.h"

#include <charconv>

#include "micropol/executor.h"
#include "micropol/interruption.h"
#include "micropol/log.h"
#include "micropol/provenance.h"
#include "micropol/wording.h"

namespace micropol::app {

namespace {

constexpr std::uint32_t most_shards = 100'000;

Shard parse_shard(Arguments const& arguments) {
    auto const text = arguments.value("shard");
    if (!text) return {};
    Shard shard;
    char const* const end = text->data() + text->size();
    auto const number = std::from_chars(text->data(), end, shard.number);
    auto const of = number.ec == std::errc{} && number.ptr != end && *number.ptr == '/'
                        ? std::from_chars(number.ptr + 1, end, shard.of)
                        : std::from_chars_result{text->data(), std::errc::invalid_argument};
    if (of.ec != std::errc{} || of.ptr != end || shard.number < 1 || shard.number > shard.of || shard.of > most_shards)
        throw WrongUsage("--shard takes a part and how many there are, as in --shard 2/7, not '" + *text + "'");
    if (!arguments.has("output")) throw WrongUsage("--shard needs --output FILE.db, a file for each part");
    return shard;
}

}  // namespace

Session::Session(Call const& call, ScenarioSource source, Retention retention)
    : call_(call), threads_(parse_threads(call.arguments)), shard_(parse_shard(call.arguments)), scenario_(source.read()),
      retention_(retention), progress_(threads_, shows_progress(call.arguments)),
      runner_(std::move(source), {.threads = threads_,
                                  .retention = retention_,
                                  .shard = shard_,
                                  .executor = executor(),
                                  .stop = &interruption(),
                                  .expected = [this](std::size_t blocks) { progress_.expect(blocks); },
                                  .finished_block = [this] { progress_.finish_block(); }}) {}

void Session::begin(Plan const& plan) {
    if (shard_.of > 1 && !plan.planned)
        throw WrongUsage(
            "--shard needs to know how many blocks there will be: it goes with --runs, not with a rule that decides");
    plan_ = plan;
    watch_for_interruption();
    auto const output = call_.arguments.value("output");
    if (!output || !is_first_process()) return;
    store_.emplace(*output, StudyRecord{.kind = plan.kind,
                                        .definition = plan.definition,
                                        .view = plan.view,
                                        .facts = facts_of(*runner_.model(0)),
                                        .retention = retention_,
                                        .planned = plan.planned,
                                        .shard = shard_,
                                        .provenance = provenance_of(scenario_, command_of(call_))});
    runner_.keep_in(*store_);
    if (store_->blocks() > 0) log::info(so_far() + " are there already");
}

bool Session::complete(Conclusion const& conclusion) {
    progress_.close();
    if (!store_) return true;
    std::string const output = *call_.arguments.value("output");
    if (store_->blocks() == runner_.asked()) {
        store_->finish(runner_.asked(), conclusion);
        log::info("saved " + output);
        return true;
    }
    log::info("saved part " + std::to_string(shard_.number) + " of " + std::to_string(shard_.of) + " in " + output +
              "; when all parts are there: micropol results merge FILE.db " + output + " …");
    return false;
}

std::string Session::so_far() const {
    std::uint64_t const blocks = store_->blocks();
    return grouped(blocks) + (plan_.planned ? " of " + counted(*plan_.planned, "block") : blocks == 1 ? " block" : " blocks");
}

ExitCode Session::stopped() {
    progress_.close();
    if (store_)
        log::warning("stopped after " + so_far() + "; they are kept in " + *call_.arguments.value("output") +
                     ". To go on: " + call_.command_line);
    else
        log::warning("stopped; nothing was saved. With --output FILE.db, finished blocks are kept and the same command goes on");
    return ExitCode(128 + interrupting_signal());
}

}  // namespace micropol::app
