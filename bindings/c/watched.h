#pragma once
// A study in a thread of its own, while the caller's thread tells how far it is and hears whether it is to stop. Callbacks thus come
// in the thread of the interpreter that made the call, which alone may run its code.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>

#include "micropol.h"

namespace micropol::c {

class Watched {
  public:
    // watch: may be nullptr.
    explicit Watched(micropol_watch const* watch) : watch_(watch != nullptr ? *watch : micropol_watch{}) {}

    // Throws what the work throws.
    void perform(std::function<void()> const& work);

    // For the study.
    [[nodiscard]] std::atomic<bool> const& stop() const { return stop_; }
    void expect(std::uint64_t blocks) { expected_ += blocks; }
    void finish_block() { ++finished_; }

  private:
    void tell();
    micropol_watch watch_;
    std::atomic<bool> stop_ = false;
    std::atomic<std::uint64_t> finished_ = 0, expected_ = 0;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool over_ = false;
};

}  // namespace micropol::c
