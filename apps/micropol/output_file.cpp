#include "micropol/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "micropol/arguments.h"
#include "micropol/interruption.h"
#include "store/store_file.h"
#include "words/problem.h"

namespace micropol::app {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(fs::path const& file, int error) {
    throw InvalidInput({{file.string()},
                        "cannot be written",
                        error == 0 ? Phrase{} : reported(std::generic_category().message(error)),
                        "choose a folder that you may write to, with room"});
}

// A name that nobody has, in the same folder.
struct Beside {
    explicit Beside(fs::path const& file) : name(file.string() + ".XXXXXX") {
        descriptor = mkstemp(name.data());
        if (descriptor < 0) refuse(file, errno);
        set_half_written(name.c_str());
    }
    ~Beside() {
        set_half_written(nullptr);
        close(descriptor);
        if (!name.empty()) unlink(name.c_str());
    }
    Beside(Beside const&) = delete;
    Beside& operator=(Beside const&) = delete;

    std::string name;
    int descriptor;
};

// Those of the file that it replaces; of a new one those that the user wants for new files.
mode_t permissions_of(fs::path const& file) {
    struct stat old {};
    if (stat(file.c_str(), &old) == 0) return old.st_mode & 07777;
    mode_t const closed = umask(0);
    umask(closed);
    return 0666 & ~closed;
}

// The file itself, which need not be there yet.
fs::path behind_links(fs::path file) {
    std::error_code none;
    for (int steps = 0; steps < 40 && fs::is_symlink(file, none); ++steps)
        file = file.parent_path() / fs::read_symlink(file, none);
    return file;
}

void write_to(fs::path const& place, fs::path const& file, std::function<void(std::ostream&)> const& write) {
    errno = 0;
    std::ofstream stream(place, std::ios::binary);
    if (stream) write(stream);
    stream.close();
    if (!stream) refuse(file, errno);
}

}  // namespace

void write_file(fs::path const& file, std::function<void(std::ostream&)> const& write) {
    std::error_code none;
    if (fs::exists(file, none) && !fs::is_regular_file(file, none)) return write_to(file, file, write);
    fs::path const target = behind_links(file);
    Beside beside(target);
    write_to(beside.name, file, write);
    if (fchmod(beside.descriptor, permissions_of(target)) != 0 || fsync(beside.descriptor) != 0) refuse(file, errno);
    if (rename(beside.name.c_str(), target.c_str()) != 0) refuse(file, errno);
    beside.name.clear();
}

void write_file(fs::path const& file, std::string const& text) {
    write_file(file, [&](std::ostream& to) { to << text; });
}

void refuse_standard_output(std::string_view option, std::string const& file) {
    if (file == "-")
        throw WrongUsage(
            Message("--{0} takes a file: '-' would be standard output, where the results are shown", {name(option)}));
}

}  // namespace micropol::app
