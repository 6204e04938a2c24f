#include "micropol/progress.h"

#include <iostream>

#include "base/worlds.h"
#include "micropol/wording.h"

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
    std::cerr << '\n';
    shown_ = false;
}

void Progress::draw() {
    constexpr std::size_t width = 20;
    last_drawn_ = std::chrono::steady_clock::now();
    double const seconds = std::chrono::duration<double>(last_drawn_ - start_).count();
    std::size_t const full = blocks_ > 0 ? finished_ * width / blocks_ : 0;
    std::string bar;
    for (std::size_t k = 0; k < width; ++k) bar += k < full ? "█" : "░";
    std::string text = "\r\x1b[K" + grouped(blocks_ * std::size_t(histories_per_block)) + " histories (" +
                       counted(blocks_, "block") + " of 16), " + counted(std::uint64_t(threads_), "thread") + "  " + bar + "  " +
                       in_words(seconds);
    if (finished_ > 0 && finished_ < blocks_) {
        double const each = seconds / double(finished_);
        text += ", " + in_words(each * double(blocks_ - finished_)) + " left, " +
                grouped(std::uint64_t(histories_per_block / each)) + " histories/s";
    }
    std::cerr << text << std::flush;
}

}  // namespace micropol::app
