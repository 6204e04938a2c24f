#pragma once
// Results of one study or several as one HTML page that works offline: what `micropol report` writes.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "findings/document.h"
#include "study/compare/comparison.h"
#include "study/decide/decision.h"
#include "words/language.h"

namespace micropol::app {

struct PageOptions {
    Language language = Language::english;
    bool show_names = false;  // of imported people; the page is stamped
    // Groups of fewer imported people are not shown singly; without, those are not shown that the results do not show.
    std::optional<std::size_t> smallest_group = {};
    bool people = true;               // else what tells of single people is left out
    bool summary = false;             // one sheet: what it says, and the first figures
    bool full = false;                // everything on paper, too
    bool live = false;                // and a last section in which the scenario of the first file of results is simulated anew
    int threads = 1;                  // for what is simulated: people on a map, and which assumptions matter most
    std::string version = {};         // of the program
    std::uint32_t blocks_of_map = 0;  // by which people on a map are followed; 0: as many as suit the organisation's size
    std::map<std::filesystem::path, Decision> decisions = {};  // by comparison: those that are made already
    std::optional<Comparison> before = {};                     // the evidence, for comparisons under what it leaves
};

// files: files of results, and what run, compare, sweep or explain print with --format json; each has its part, in the order given.
// Throws InvalidInput with every file that cannot be read, or that names imported people while names are not to be shown.
[[nodiscard]] std::string page_of(std::vector<std::filesystem::path> const& files, PageOptions const& options);

// Whether a file of that name is one of slides: .pptx.
[[nodiscard]] bool is_for_slides(std::filesystem::path const& file);

// The same results as slides (.pptx): eight at most. Of the options those count that a deck can follow: language, names, smallest
// group, people.
[[nodiscard]] std::string slides_of(std::vector<std::filesystem::path> const& files, PageOptions const& options);

}  // namespace micropol::app
