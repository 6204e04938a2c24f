#include "micropol/session.h"

#include <charconv>
#include <utility>

#include "base/hash.h"
#include "micropol/before_running.h"
#include "micropol/executor.h"
#include "micropol/interruption.h"
#include "micropol/log.h"
#include "micropol/output_file.h"
#include "micropol/posterior_option.h"
#include "micropol/provenance.h"
#include "micropol/wording.h"
#include "report/write_csv.h"

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
        throw WrongUsage(Message("--shard takes a part and how many there are, as in --shard 2/7, not '{0}'", {name(*text)}));
    if (!arguments.has("output")) throw WrongUsage("--shard needs --output FILE.db, a file for each part");
    return shard;
}

}  // namespace

Session::Session(Call const& call, ScenarioSource source, bool reports_rounding)
    : call_(call), given_(numbers_given(call, source)), threads_(parse_threads(call.arguments)),
      reports_rounding_(reports_rounding), shard_(parse_shard(call.arguments)),
      progress_(threads_, shows_progress(call.arguments)),
      runner_(std::move(source),
              {.threads = threads_,
               .shard = shard_,
               .given = given_,
               .executor = executor(),
               .stop = &interruption(),
               .expected = [this](std::size_t blocks) { progress_.expect(blocks); },
               .finished_block = [this] { progress_.finish_block(); },
               .begin = [this](StudyIdentity const& study, Forecast const& forecast) { return begin(study, forecast); }}) {}

void Session::check(Forecast const& forecast) {
    if (std::exchange(reports_rounding_, false)) report_rounding(*forecast.models.front());
    report_without_effect(forecast.models.front()->scenario());
    check_memory(forecast, threads_);
}

Archive* Session::begin(StudyIdentity const& study, Forecast const& forecast) {
    check(forecast);
    planned_ = study.planned;
    watch_for_interruption();
    auto const output = call_.arguments.value("output");
    if (!output || !is_first_process()) return nullptr;
    refuse_standard_output("output", *output);
    StudyRecord record{.kind = study.kind,
                       .definition = study.definition,
                       .view = study.view,
                       .facts = study.facts,
                       .retention = study.retention,
                       .planned = study.planned,
                       .shard = shard_,
                       .provenance = provenance_of(runner_.source().read(), call_)};
    if (given_) record.provenance.posterior = in_hexadecimal(given_->hash());
    auto const histories = set_aside(*output, record);
    store_.emplace(*output, record);
    if (histories) {
        log::info(Message("{0} has {1} histories already; only the others are simulated", {name(*output), Count{*histories}}));
        return &extension_.emplace(*store_, *output);
    }
    if (std::uint64_t const blocks = store_->blocks(); blocks > 0)
        log::info(planned_ ? Message("{1} of {0} blocks are there already", {Count{*planned_}, Count{blocks}})
                           : counted("{0} blocks are there already", blocks));
    return &*store_;
}

bool Session::complete(bool concluded, Conclusion const& conclusion) {
    progress_.close();
    std::string const output = call_.arguments.value("output").value_or("");
    if (concluded) {
        if (!store_) return true;
        store_->finish(runner_.asked(), conclusion);
        if (extension_) {
            extension_.reset();
            remove_set_aside(output);
        }
        log::info(Message("saved {0}", {name(output)}));
    } else if (!interruption()) {
        log::info(Message(
            "saved part {0} of {1} in {2}; when all parts are there: {3}",
            {number(shard_.number), number(shard_.of), name(output), name("micropol results merge FILE.db " + output + " …")}));
    } else {
        log::warning(store_ ? what_was_kept(output)
                            : "stopped; nothing was saved. With --output FILE.db, finished blocks are kept and the same command "
                              "goes on");
        code_ = ExitCode(128 + interrupting_signal());
    }
    return concluded;
}

Phrase Session::what_was_kept(std::string const& output) const {
    Count const blocks{store_->blocks()};
    if (planned_)
        return Message("stopped after {1} of {0} blocks; they are kept in {2}. To go on: {3}",
                       {Count{*planned_}, blocks, name(output), name(call_.command_line)});
    return Message("stopped after {0} blocks; they are kept in {1}. To go on: {2}",
                   {blocks, name(output), name(call_.command_line)});
}

std::optional<std::string> parse_weekly(Arguments const& arguments) {
    auto file = arguments.value("weekly");
    if (!file) return std::nullopt;
    refuse_standard_output("weekly", *file);
    if (arguments.has("shard")) throw WrongUsage("--weekly and --shard exclude each other: a part is no whole");
    return file;
}

void write_weekly(std::string const& file, WeeklyTable const& series, StudyFacts const& facts, std::size_t blocks) {
    if (!is_first_process()) return;
    write_file(file, write_csv(series, facts, blocks));
    log::info(Message("saved {0}", {name(file)}));
}

}  // namespace micropol::app
