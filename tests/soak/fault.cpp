// Preloaded into the program: lets one call of a kind fail, or every one from there on. MICROPOL_FAULT is KIND:NUMBER or
// KIND:NUMBER+, kinds are write, sync, rename, open and memory, calls count from 1 once main has begun; MICROPOL_FAULT_COUNT names
// a file that is told how many there were. What goes to standard output and error never fails.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
}

namespace {

enum Kind { write_kind, sync_kind, rename_kind, open_kind, memory_kind, kinds };
constexpr char const* names[] = {"write", "sync", "rename", "open", "memory"};

std::atomic<bool> begun = false;
std::atomic<long> calls[kinds];
int failing = kinds;  // the kind that fails; none at first
long failing_call = 0;
bool and_all_after = false;

bool fails(Kind kind) {
    if (!begun) return false;
    long const call = ++calls[kind];
    return kind == failing && (call == failing_call || (and_all_after && call > failing_call));
}

int refuse(int error) {
    errno = error;
    return -1;
}

template <class Function>
Function* next(char const* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

void read_orders() {
    char const* const order = std::getenv("MICROPOL_FAULT");
    if (order == nullptr) return;
    for (int kind = 0; kind < kinds; ++kind)
        if (std::size_t const length = std::strlen(names[kind]);
            std::strncmp(order, names[kind], length) == 0 && order[length] == ':') {
            failing = kind;
            char* rest = nullptr;
            failing_call = std::strtol(order + length + 1, &rest, 10);
            and_all_after = *rest == '+';
        }
}

void tell_count() {
    begun = false;
    char const* const file = std::getenv("MICROPOL_FAULT_COUNT");
    if (file == nullptr) return;
    if (std::FILE* const stream = std::fopen(file, "w"); stream != nullptr) {
        for (int kind = 0; kind < kinds; ++kind) std::fprintf(stream, "%ld\n", calls[kind].load());
        std::fclose(stream);
    }
}

using Main = int(int, char**, char**);
Main* real_main = nullptr;

int wrapped_main(int count, char** words, char** environment) {
    read_orders();
    std::atexit(tell_count);
    begun = true;
    return real_main(count, words, environment);
}

}  // namespace

extern "C" {

int __libc_start_main(Main* main, int count, char** words, void (*init)(), void (*fini)(), void (*last)(), void* stack) {
    real_main = main;
    return next<int(Main*, int, char**, void (*)(), void (*)(), void (*)(), void*)>("__libc_start_main")(
        wrapped_main, count, words, init, fini, last, stack);
}

ssize_t write(int file, void const* bytes, size_t length) {
    static auto* const real = next<ssize_t(int, void const*, size_t)>("write");
    return file > 2 && fails(write_kind) ? refuse(ENOSPC) : real(file, bytes, length);
}
ssize_t writev(int file, iovec const* pieces, int count) {
    static auto* const real = next<ssize_t(int, iovec const*, int)>("writev");
    return file > 2 && fails(write_kind) ? refuse(ENOSPC) : real(file, pieces, count);
}
ssize_t pwrite(int file, void const* bytes, size_t length, off_t at) {
    static auto* const real = next<ssize_t(int, void const*, size_t, off_t)>("pwrite");
    return fails(write_kind) ? refuse(ENOSPC) : real(file, bytes, length, at);
}
ssize_t pwrite64(int file, void const* bytes, size_t length, off64_t at) {
    static auto* const real = next<ssize_t(int, void const*, size_t, off64_t)>("pwrite64");
    return fails(write_kind) ? refuse(ENOSPC) : real(file, bytes, length, at);
}
int ftruncate(int file, off_t length) noexcept {
    static auto* const real = next<int(int, off_t)>("ftruncate");
    return fails(write_kind) ? refuse(ENOSPC) : real(file, length);
}
int ftruncate64(int file, off64_t length) noexcept {
    static auto* const real = next<int(int, off64_t)>("ftruncate64");
    return fails(write_kind) ? refuse(ENOSPC) : real(file, length);
}
int fsync(int file) {
    static auto* const real = next<int(int)>("fsync");
    return fails(sync_kind) ? refuse(EIO) : real(file);
}
int fdatasync(int file) {
    static auto* const real = next<int(int)>("fdatasync");
    return fails(sync_kind) ? refuse(EIO) : real(file);
}
int rename(char const* from, char const* to) noexcept {
    static auto* const real = next<int(char const*, char const*)>("rename");
    return fails(rename_kind) ? refuse(EACCES) : real(from, to);
}
int open64(char const* name, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    mode_t const mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    static auto* const real = next<int(char const*, int, ...)>("open64");
    return (flags & O_ACCMODE) != O_RDONLY && fails(open_kind) ? refuse(EACCES) : real(name, flags, mode);
}
int open(char const* name, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    mode_t const mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    static auto* const real = next<int(char const*, int, ...)>("open");
    return (flags & O_ACCMODE) != O_RDONLY && fails(open_kind) ? refuse(EACCES) : real(name, flags, mode);
}

void* malloc(std::size_t size) {
    if (!fails(memory_kind)) return __libc_malloc(size);
    errno = ENOMEM;
    return nullptr;
}
void* calloc(std::size_t count, std::size_t size) {
    if (!fails(memory_kind)) return __libc_calloc(count, size);
    errno = ENOMEM;
    return nullptr;
}
void* realloc(void* old, std::size_t size) {
    if (!fails(memory_kind)) return __libc_realloc(old, size);
    errno = ENOMEM;
    return nullptr;
}

}  // extern "C"
