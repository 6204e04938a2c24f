#pragma once
// A file of results as a file: whether it is one, whole, and in its place.

#include <filesystem>
#include <string>

#include "store/database.h"
#include "store/study_record.h"

namespace micropol {

// That the file is damaged: what is wrong, and where in it.
[[nodiscard]] Problem damage(std::filesystem::path const& file, Phrase why);
[[nodiscard]] Problem damage(std::filesystem::path const& file, Message place, Phrase why);
// Places: "table block", "table block, row 3".
[[nodiscard]] Message place_in(std::string_view table);
[[nodiscard]] Message row_of(Message place, std::int64_t row);

// The same of what a block has in a table.
[[noreturn]] void refuse_block(std::filesystem::path const& file, std::uint64_t unit, std::string_view table, Phrase why);

// What SQLite or the operating system says: a sentence of ours where it is a common one, else in their words.
[[nodiscard]] Phrase reported(std::string_view text);

[[nodiscard]] bool is_empty(Database& database);
// Its program was killed while making it: there is a rollback journal, which only a writer may play back, and no results yet.
[[nodiscard]] bool is_half_made(std::filesystem::path const& file);
// Marks a new file as one of results.
void mark_as_results(Database& database, std::string const& schema);
// Throws InvalidInput if it is none, or of another format.
void require_results(Database& database, std::filesystem::path const& file);
// What SQLite finds wrong with its own structures, at most so much; reads the whole file.
[[nodiscard]] std::vector<Problem> broken_structures(Database& database, std::filesystem::path const& file, int most);

// Throws InvalidInput if a fact is there twice.
[[nodiscard]] ProvenanceRows read_facts(Database& database, std::filesystem::path const& file);
void write_facts(Database& database, std::string const& schema, ProvenanceRows const& facts);

// Names of the copy while it is made, and when it is complete; then it takes the file's place.
[[nodiscard]] std::filesystem::path copy_of(std::filesystem::path const& file);
[[nodiscard]] std::filesystem::path finished_copy_of(std::filesystem::path const& file);
// The copy is on the disk and has its second name.
void complete_copy(std::filesystem::path const& file);
// The last steps of finishing, also for a study that was killed between them.
void take_place(std::filesystem::path const& file);

}  // namespace micropol
