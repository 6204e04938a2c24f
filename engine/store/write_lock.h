#pragma once
// One writer for one file of results. A lock of its own beside the file: readers stay free, and a writer that is killed
// leaves nothing locked.

#include <filesystem>

namespace micropol {

class WriteLock {
  public:
    // Throws InvalidInput if another writer holds it or the folder cannot be written.
    explicit WriteLock(std::filesystem::path const& file);
    ~WriteLock();
    WriteLock(WriteLock const&) = delete;
    WriteLock& operator=(WriteLock const&) = delete;

  private:
    std::filesystem::path lock_;  // the file's name with ".lock"; removed at the end
    int descriptor_ = -1;
};

}  // namespace micropol
