#pragma once
// One line on standard error that says how far a run is; nothing where that is no terminal.

#include <chrono>
#include <string>

namespace micropol::app {

class Progress {
  public:
    Progress(int threads, bool shown);
    ~Progress() { close(); }
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    void expect(std::size_t more_blocks);
    void finish_block();
    void close();  // leaves the line as it is and goes to the next

  private:
    void draw();
    [[nodiscard]] std::string line(int width) const;  // as much of it as fits into so many columns
    int threads_;
    bool shown_;
    std::size_t blocks_ = 0, finished_ = 0;
    std::chrono::steady_clock::time_point start_, last_drawn_;
};

}  // namespace micropol::app
