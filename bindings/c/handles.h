#pragma once
// Handles that are numbers and point to nothing: whatever a caller gives is looked up, and refused where it is none.

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>

namespace micropol::c {

// Never given twice, and different for every kind.
[[nodiscard]] inline std::uintptr_t next_handle() {
    static std::atomic<std::uintptr_t> last = 0;
    return ++last;
}

// handle: the type that the header of C names.
template <class Handle, class Object>
class Handles {
  public:
    [[nodiscard]] Handle* add(std::shared_ptr<Object> object) {
        std::scoped_lock const lock(mutex_);
        std::uintptr_t const number = next_handle();
        objects_.emplace(number, std::move(object));
        return reinterpret_cast<Handle*>(number);  // NOLINT(performance-no-int-to-ptr): it is never followed
    }
    // Null where there is none. Whoever has it keeps it, also when it is removed meanwhile.
    [[nodiscard]] std::shared_ptr<Object> find(Handle const* handle) const {
        std::scoped_lock const lock(mutex_);
        auto const found = objects_.find(reinterpret_cast<std::uintptr_t>(handle));
        return found == objects_.end() ? nullptr : found->second;
    }
    void remove(Handle const* handle) {
        std::shared_ptr<Object> last;  // let go outside of the lock
        std::scoped_lock const lock(mutex_);
        if (auto const found = objects_.find(reinterpret_cast<std::uintptr_t>(handle)); found != objects_.end()) {
            last = std::move(found->second);
            objects_.erase(found);
        }
    }

  private:
    mutable std::mutex mutex_;
    std::map<std::uintptr_t, std::shared_ptr<Object>> objects_;
};

}  // namespace micropol::c
