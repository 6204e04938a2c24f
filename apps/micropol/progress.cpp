#include "micropol/progress.h"

#include "base/worlds.h"
#include "micropol/log.h"
#include "micropol/machine.h"
#include "micropol/wording.h"
#include "words/plain_text.h"
#include "words/text.h"

namespace micropol::app {

using namespace std::chrono_literals;

Progress::Progress(int threads, bool shown) : threads_(threads), shown_(shown), start_(std::chrono::steady_clock::now()) {}

void Progress::expect(std::size_t more_blocks) {
    blocks_ += more_blocks;
    if (shown_ && more_blocks > 0) draw();
}

void Progress::finish_block() {
    ++finished_;
    if (shown_ && std::chrono::steady_clock::now() - last_drawn_ > 100ms) draw();
}

void Progress::close() {
    if (!shown_ || blocks_ == 0) return;
    draw();
    log::keep_status();
    shown_ = false;
}

void Progress::draw() {
    last_drawn_ = std::chrono::steady_clock::now();
    log::show_status(line(error_width() - 1));  // a full line would wrap in some terminals
}

std::string Progress::line(int width) const {
    constexpr std::size_t bar_width = 20;
    std::size_t const full = blocks_ > 0 ? finished_ * bar_width / blocks_ : 0;
    std::string bar;
    for (std::size_t k = 0; k < bar_width; ++k) bar += k < full ? "█" : "░";
    double const seconds = std::chrono::duration<double>(last_drawn_ - start_).count();
    double const each = finished_ > 0 ? seconds / double(finished_) : 0;
    bool const going = finished_ > 0 && finished_ < blocks_;
    auto const said = [](Message const& message) { return to_text(message, log::language()); };
    Message const histories = counted("{0} histories", blocks_ * std::size_t(histories_per_block)), took = in_words(seconds),
                  blocks = counted("{0} blocks of 16", blocks_), threads = counted("{0} threads", std::uint64_t(threads_)),
                  left = in_words(each * double(blocks_ - finished_));
    std::string const work = said(Message("{0} ({1}), {2}", {histories, blocks, threads})),
                      time = said(going ? Message("{0}, {1} left", {took, left}) : took),
                      speed = going ? said(counted(", {0} histories/s", std::uint64_t(histories_per_block / each))) : "";
    for (std::string const& text : {work + "  " + bar + "  " + time + speed, work + "  " + bar + "  " + time,
                                    said(histories) + "  " + bar + "  " + time, bar + "  " + time})
        if (columns_of(text) <= width) return text;
    return fitted(time, width);
}

}  // namespace micropol::app
