#pragma once
// A scenario made from somebody's own files: of `new`, and of `answer`, which goes on with it.

#include <filesystem>

#include "micropol/verb.h"
#include "organisation/import.h"
#include "organisation/stakeholder_map.h"

namespace micropol::app {

// What is there already is refused, or kept where it is the same to the byte.
enum class Existing { refused, kept_if_the_same };

struct NewScenario {
    std::string text;
    DataQuality quality;
    bool reaches_outside = false;  // its files lie outside its folder
    std::vector<Phrase> found;     // of a map: what was taken for what
    std::vector<Phrase> remarks;   // of a map
    std::size_t named = 0, others = 0;
};

// --people and what says how to read it; output: where the scenario will stand, empty for standard output. Throws WrongUsage or
// InvalidInput, with the command that reads the files all the same.
[[nodiscard]] NewScenario scenario_from_people(Call const& call, std::filesystem::path const& people,
                                               std::filesystem::path const& output);

// The same of a map of stakeholders; writes the people and ties that the scenario names beside it.
[[nodiscard]] NewScenario scenario_from_map(Call const& call, std::filesystem::path const& map,
                                            std::filesystem::path const& output, Existing existing);

[[noreturn]] void refuse_existing(std::filesystem::path const& file);
void write_new_file(std::filesystem::path const& file, std::string const& text, Existing existing = Existing::refused);

// What was found, on standard output or another stream.
void print_found(NewScenario const& made, std::ostream& to);

inline constexpr Option headcount_option{
    "headcount", "DEPARTMENT=N,…",
    "with a map: how many people work in a department, those named included; +DEPARTMENT=N: nobody of it is on the map",
    "only those named", true};
inline constexpr Option ties_option{"ties", "FILE",
                                    "file with one row for each tie: source, target and, where known, kind and weight", "", true};
inline constexpr Option reports_to_option{"reports-to", "FILE", "file with reporting lines: source reports to target"};
inline constexpr Option map_option_of_files{
    "map", "COLUMN=NAME", "name that a known column has in the file, as in department=dept", "guessed and shown", true};
inline constexpr Option undirected_option{"undirected", "", "every tie holds in both directions"};
inline constexpr Option weights_option{
    "weights", "rank|log|linear",
    "how strong a tie is by its weight: by the rank among those of the same person, its logarithm, or itself", "rank"};
inline constexpr Option drop_option{
    "drop", "REASON,…",
    "leave out rows and values that do not fit, such as outsiders or old-rows; what there is, the refusal says", "refuse them"};
inline constexpr Option as_of_option{"as-of", "DATE", "day on which tenure is counted from dates of entry", "newest in the file"};
inline constexpr Option sheet_option{"sheet", "NAME", "sheet of a workbook with the people; given again, with ties", "the first",
                                     true};

}  // namespace micropol::app
