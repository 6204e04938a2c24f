#include "store/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/store_file.h"

namespace micropol {

namespace {

// Whether the name still leads to the file that was locked: its last holder may have removed it meanwhile.
bool same_file(int descriptor, std::filesystem::path const& name) {
    struct stat held {
    }, named{};
    return fstat(descriptor, &held) == 0 && stat(name.c_str(), &named) == 0 && held.st_dev == named.st_dev &&
           held.st_ino == named.st_ino;
}

}  // namespace

WriteLock::WriteLock(std::filesystem::path const& file) : lock_(file.string() + ".lock") {
    for (;;) {
        descriptor_ = open(lock_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor_ < 0)
            throw InvalidInput({{file.string()},
                                "results cannot be written here",
                                reported(std::generic_category().message(errno)),
                                "choose a file in a folder that exists and that you may write to"});
        if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            close(descriptor_);
            throw InvalidInput({{file.string()},
                                "another run is writing these results",
                                "one file takes one writer at a time",
                                "wait until it ends, or choose another file"});
        }
        if (same_file(descriptor_, lock_)) return;
        close(descriptor_);
    }
}

WriteLock::~WriteLock() {
    unlink(lock_.c_str());
    close(descriptor_);
}

}  // namespace micropol
