#include "watched.h"

#include <chrono>
#include <csignal>
#include <exception>
#include <thread>

namespace micropol::c {

namespace {

constexpr std::chrono::milliseconds between_calls{100};

// Of this thread, while it lives: threads that it starts begin with the same.
class SignalsBlocked {
  public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsBlocked(SignalsBlocked const&) = delete;
    SignalsBlocked& operator=(SignalsBlocked const&) = delete;

  private:
    sigset_t before_{};
};

}  // namespace

void Watched::tell() {
    if (watch_.progress != nullptr) watch_.progress(watch_.context, finished_, expected_);
    if (watch_.interrupted != nullptr && !stop_ && watch_.interrupted(watch_.context) != 0) stop_ = true;
}

void Watched::perform(std::function<void()> const& work) {
    std::exception_ptr thrown;
    auto const in_its_thread = [&] {
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
        }
        std::scoped_lock const lock(mutex_);
        over_ = true;
        ended_.notify_one();
    };
    std::thread thread = [&] {
        SignalsBlocked const blocked;
        return std::thread(in_its_thread);
    }();
    for (std::unique_lock lock(mutex_); !ended_.wait_for(lock, between_calls, [&] { return over_; });) {
        lock.unlock();
        tell();
        lock.lock();
    }
    thread.join();
    if (thrown) std::rethrow_exception(thrown);
    if (watch_.progress != nullptr) watch_.progress(watch_.context, finished_, expected_);
}

}  // namespace micropol::c
