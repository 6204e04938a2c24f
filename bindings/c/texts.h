#pragma once
// Texts that belong to a handle: each is made once, and stays where it is.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace micropol::c {

class Texts {
  public:
    [[nodiscard]] std::string const& get(std::string const& key, std::function<std::string()> const& make) {
        std::scoped_lock const lock(mutex_);
        auto const found = texts_.find(key);
        return found != texts_.end() ? found->second : texts_.emplace(key, make()).first->second;
    }

  private:
    std::mutex mutex_;
    std::map<std::string, std::string> texts_;  // a map's values do not move
};

}  // namespace micropol::c
