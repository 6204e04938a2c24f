#pragma once
// A file of results as a file: whether it is one, whole, and in its place.

#include <filesystem>
#include <string>

#include "store/database.h"
#include "store/study_record.h"

namespace micropol {

[[nodiscard]] bool is_empty(Database& database);
// Its program was killed while making it: there is a rollback journal, which only a writer may play back, and no results yet.
[[nodiscard]] bool is_half_made(std::filesystem::path const& file);
// Marks a new file as one of results.
void mark_as_results(Database& database, std::string const& schema);
// Throw InvalidInput if it is none, or damaged; the second reads the whole file.
void require_results(Database& database, std::filesystem::path const& file);
void require_undamaged(Database& database, std::filesystem::path const& file);

[[nodiscard]] Facts read_facts(Database& database);
void write_facts(Database& database, std::string const& schema, Facts const& facts);
[[nodiscard]] inline bool is_finished(Facts const& facts) { return facts.contains("units"); }

// Names of the copy while it is made, and when it is complete; then it takes the file's place.
[[nodiscard]] std::filesystem::path copy_of(std::filesystem::path const& file);
[[nodiscard]] std::filesystem::path finished_copy_of(std::filesystem::path const& file);
// The copy is on the disk and has its second name.
void complete_copy(std::filesystem::path const& file);
// The last steps of finishing, also for a study that was killed between them.
void take_place(std::filesystem::path const& file);

}  // namespace micropol
