#include "micropol/session.h"

#include <charconv>

#include "micropol/before_running.h"
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

Session::Session(Call const& call, ScenarioSource source, bool reports_rounding)
    : call_(call), threads_(parse_threads(call.arguments)), reports_rounding_(reports_rounding),
      shard_(parse_shard(call.arguments)), progress_(threads_, shows_progress(call.arguments)),
      runner_(std::move(source),
              {.threads = threads_,
               .shard = shard_,
               .executor = executor(),
               .stop = &interruption(),
               .expected = [this](std::size_t blocks) { progress_.expect(blocks); },
               .finished_block = [this] { progress_.finish_block(); },
               .begin = [this](StudyIdentity const& study, Forecast const& forecast) { return begin(study, forecast); }}) {}

void Session::check(Forecast const& forecast) const {
    if (reports_rounding_) report_rounding(*forecast.models.front());
    check_memory(forecast, threads_);
}

Archive* Session::begin(StudyIdentity const& study, Forecast const& forecast) {
    check(forecast);
    planned_ = study.planned;
    watch_for_interruption();
    auto const output = call_.arguments.value("output");
    if (!output || !is_first_process()) return nullptr;
    store_.emplace(*output, StudyRecord{.kind = study.kind,
                                        .definition = study.definition,
                                        .view = study.view,
                                        .facts = study.facts,
                                        .retention = study.retention,
                                        .planned = study.planned,
                                        .shard = shard_,
                                        .provenance = provenance_of(runner_.source().read(), command_of(call_))});
    if (store_->blocks() > 0) log::info(so_far() + " are there already");
    return &*store_;
}

bool Session::complete(bool concluded, Conclusion const& conclusion) {
    progress_.close();
    std::string const output = call_.arguments.value("output").value_or("");
    if (concluded) {
        if (!store_) return true;
        store_->finish(runner_.asked(), conclusion);
        log::info("saved " + output);
    } else if (!interruption()) {
        log::info("saved part " + std::to_string(shard_.number) + " of " + std::to_string(shard_.of) + " in " + output +
                  "; when all parts are there: micropol results merge FILE.db " + output + " …");
    } else {
        log::warning(
            store_ ? "stopped after " + so_far() + "; they are kept in " + output + ". To go on: " + call_.command_line
                   : "stopped; nothing was saved. With --output FILE.db, finished blocks are kept and the same command goes on");
        code_ = ExitCode(128 + interrupting_signal());
    }
    return concluded;
}

std::string Session::so_far() const {
    std::uint64_t const blocks = store_->blocks();
    return grouped(blocks) + (planned_ ? " of " + counted(*planned_, "block") : blocks == 1 ? " block" : " blocks");
}

}  // namespace micropol::app
