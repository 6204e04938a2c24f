#include "store/store_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "words/problem.h"

namespace micropol {

namespace fs = std::filesystem;

namespace {

constexpr int application = 0x6d706f6c, format = 5;  // "mpol"; raise the format when a table changes

// What was written is on the disk, or false with errno.
bool synchronise(fs::path const& path) {
    int const descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    int const error = fsync(descriptor) == 0 ? 0 : errno;
    close(descriptor);
    errno = error;
    return error == 0;
}

[[noreturn]] void refuse(fs::path const& file, Phrase what, std::string const& why, Phrase what_to_do) {
    throw InvalidInput({{file.string()}, std::move(what), reported(why), std::move(what_to_do)});
}

fs::path beside(fs::path const& file, char const* ending) { return file.string() + ending; }

}  // namespace

Problem damage(fs::path const& file, Phrase why) {
    return {{file.string()}, "this file is damaged", std::move(why), "nothing was changed; restore a copy, or simulate it again"};
}

Problem damage(fs::path const& file, Message place, Phrase why) {
    return damage(file, Message("{0}: {1}", {std::move(place), std::move(why)}));
}

Message place_in(std::string_view table) { return Message("table {0}", {name(table)}); }
Message row_of(Message place, std::int64_t row) { return Message("{0}, row {1}", {std::move(place), name(std::to_string(row))}); }

void refuse_block(fs::path const& file, std::uint64_t unit, std::string_view table, Phrase why) {
    throw InvalidInput(
        damage(file, Message("table {0}, block of row {1}", {name(table), name(std::to_string(unit))}), std::move(why)));
}

Phrase reported(std::string_view text) {
    constexpr std::string_view common[] = {"database disk image is malformed",
                                           "database is locked",
                                           "database or disk is full",
                                           "disk I/O error",
                                           "attempt to write a readonly database",
                                           "unable to open database file",
                                           "No such file or directory",
                                           "No space left on device",
                                           "Not a directory",
                                           "Permission denied",
                                           "Read-only file system"};
    return std::ranges::find(common, text) != std::end(common) ? Phrase(Message(text)) : name(text);
}

bool is_empty(Database& database) {
    return database.text_of("PRAGMA application_id") == "0" && database.text_of("SELECT count(*) FROM sqlite_schema") == "0";
}

bool is_half_made(fs::path const& file) { return fs::exists(beside(file, "-journal")); }

void mark_as_results(Database& database, std::string const& schema) {
    database.execute("PRAGMA " + schema + ".application_id = " + std::to_string(application));
    database.execute("PRAGMA " + schema + ".user_version = " + std::to_string(format));
}

namespace {

// Which micropol wrote it, where a file of another format says so as this one would.
Phrase writer_of(Database& database) {
    try {
        Phrase version, commit;
        Statement query(database, "SELECT key, value FROM provenance WHERE key IN ('version', 'commit')");
        query.start();
        while (query.next_row()) (query.text(0) == "commit" ? commit : version) = name(query.text(1).substr(0, 60));
        if (version.empty()) return {};
        return commit.empty()
                   ? Message("use micropol {0}, which wrote them, or choose another file", {version})
                   : Message("use micropol {0}, commit {1}, which wrote them, or choose another file", {version, commit});
    } catch (std::exception const&) {
        return {};
    }
}

}  // namespace

void require_results(Database& database, fs::path const& file) {
    if (database.text_of("PRAGMA application_id") != std::to_string(application))
        throw InvalidInput({{file.string()},
                            "this file does not hold results",
                            "it is the database of another program",
                            "choose another file for the results; this one was left as it is"});
    if (std::string const found = database.text_of("PRAGMA user_version"); found != std::to_string(format)) {
        Phrase const writer = writer_of(database);
        throw InvalidInput({{file.string()},
                            Message("these results have format {0}", {name(found)}),
                            Message("this version reads format {0}", {name(std::to_string(format))}),
                            writer.empty() ? Phrase("use the version that wrote them, or choose another file") : writer});
    }
    if (database.text_of("PRAGMA encoding") != "UTF-8") throw InvalidInput(damage(file, "its text is not UTF-8"));
}

std::vector<Problem> broken_structures(Database& database, fs::path const& file, int most) {
    std::vector<Problem> problems;
    Statement query(database, "PRAGMA integrity_check(" + std::to_string(most) + ')');
    query.start();
    while (query.next_row())
        if (query.text(0) != "ok") problems.push_back(damage(file, reported(query.text(0))));
    return problems;
}

ProvenanceRows read_facts(Database& database, fs::path const& file) {
    ProvenanceRows facts;
    Statement query(database, "SELECT key, value FROM provenance ORDER BY row");
    query.start();
    while (query.next_row())
        if (!facts.emplace(query.text(0), query.text(1)).second)
            throw InvalidInput(damage(file, place_in("provenance"), Message("'{0}' is there twice", {name(query.text(0))})));
    return facts;
}

void write_facts(Database& database, std::string const& schema, ProvenanceRows const& facts) {
    Statement write(database, "INSERT INTO " + schema + ".provenance (key, value) VALUES (?, ?)");
    for (auto const& [key, value] : facts) write.run(std::string_view(key), std::string_view(value));
}

fs::path copy_of(fs::path const& file) { return beside(file, ".copy"); }
fs::path finished_copy_of(fs::path const& file) { return beside(file, ".finished"); }

// Only what is on the disk for certain may take the place of what is there.
void complete_copy(fs::path const& file) {
    constexpr char const* again = "rerun the same command; finished blocks are reused";
    if (!synchronise(copy_of(file)))
        refuse(file, "the finished results file does not reach the disk", std::generic_category().message(errno), again);
    std::error_code failed;
    fs::rename(copy_of(file), finished_copy_of(file), failed);
    if (failed) refuse(file, "cannot rename the finished results file", failed.message(), again);
}

// The finished copy is complete and on the disk, and the log of the unfinished file must never meet it.
void take_place(fs::path const& file) {
    std::error_code failed;
    for (char const* ending : {"", "-wal", "-shm"}) fs::remove(beside(file, ending), failed);
    fs::rename(finished_copy_of(file), file, failed);
    if (failed)
        refuse(file, "cannot rename the finished results file", failed.message(),
               Message("they are complete, in {0}", {name(finished_copy_of(file).string())}));
    (void)synchronise(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

}  // namespace micropol
