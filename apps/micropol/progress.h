#pragma once
// One line on standard error that says how far a run is; nothing where that is no terminal.

#include <chrono>
#include <string>

namespace micropol::app {

class Progress {
  public:
    // label: "1,024 histories (64 blocks of 16), 2 threads"
    Progress(std::string label, std::size_t blocks, bool shown);
    ~Progress();  // leaves the line as it is and goes to the next
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    void expect(std::size_t more_blocks);
    void finish_block();

  private:
    void draw();
    std::string label_;
    std::size_t blocks_, finished_ = 0;
    bool shown_;
    std::chrono::steady_clock::time_point start_, last_drawn_;
};

}  // namespace micropol::app
