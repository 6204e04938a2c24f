#pragma once
// What libc++ 19 for WASI leaves out and the engine names, included before everything else: there is one thread and no file
// system here, and numbers are read by strtod, which rounds as from_chars does.

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace std {

struct mutex {
    void lock() {}
    void unlock() {}
};
template <class Mutex>
struct scoped_lock {
    explicit scoped_lock(Mutex&) {}
};

// Of what from_chars takes and strtod does not refuse: no blanks or plus ahead, no hexadecimal numbers.
inline from_chars_result from_chars(char const* first, char const* last, double& value) {
    string_view const text(first, size_t(last - first));
    string_view const digits = text.substr(text.starts_with('-'));
    if (digits.empty() || digits[0] == ' ' || digits[0] == '+' || digits[0] == '-' || (digits[0] >= '\t' && digits[0] <= '\r'))
        return {first, errc::invalid_argument};
    bool const hexadecimal = digits.size() > 1 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X');
    string const ended(hexadecimal ? text.substr(0, text.find_first_of("xX")) : text);
    char* end = nullptr;
    double const read = strtod(ended.c_str(), &end);
    if (end == ended.c_str()) return {first, errc::invalid_argument};
    char const* const stopped = first + (end - ended.c_str());
    if (read - read != 0 && digits[0] >= '0' && digits[0] <= '9') return {stopped, errc::result_out_of_range};
    value = read;
    return {stopped, errc{}};
}

namespace filesystem {

// There are names of files, and no files.
inline bool exists(path const&, error_code&) { return false; }
inline bool is_regular_file(path const&, error_code&) { return false; }
inline path weakly_canonical(path const& name, error_code&) { return name; }
struct directory_entry {
    [[nodiscard]] filesystem::path path() const { return {}; }
};
struct directory_iterator {
    directory_iterator() = default;
    directory_iterator(path const&, error_code&) {}
    void increment(error_code&) {}
    directory_entry const* operator->() const { return nullptr; }
    friend bool operator==(directory_iterator const&, directory_iterator const&) { return true; }
};

}  // namespace filesystem
}  // namespace std
