#pragma once
// Reads a real organisation: people.csv, ties.csv, GraphML, or the short lists of a scenario.

#include <bitset>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "organisation/generate.h"
#include "words/problem.h"

namespace micropol {

// A person or tie as given, before any check; numbers are still text so that problems can show what was written.
struct PersonRow {
    std::map<std::string, std::string> fields;  // known column -> text
    Place place;
};
struct TieRow {
    std::string from, to;  // ids
    double strength = 1;   // any positive weight; scaled so that the largest of its kind is 1 where one exceeds 1
    std::string kind;      // "advice", "friendship", …; "reports-to" makes `to` the manager of `from`
    std::optional<double> trust;
    Place place;
};

struct ImportPlan {
    std::filesystem::path people;                // CSV or GraphML; empty: the rows below
    std::vector<std::filesystem::path> ties;     // CSV; the kind is a column, or the file's name (edges_advice -> advice)
    std::filesystem::path reports_to;            // CSV source,target: reporting lines, if not a column of people
    std::map<std::string, std::string> columns;  // known column -> column of the file (--map)
    bool undirected = false;                     // every tie holds in both directions alike
    std::vector<PersonRow> person_rows;          // listed in the scenario
    std::vector<TieRow> tie_rows;
};

// What was found, for people to judge: shown by `new` and `validate`.
struct DataQuality {
    std::size_t people = 0, departments = 0, levels = 0, ties = 0, formal_ties = 0, isolated = 0, without_manager = 0;
    double density = 0, reciprocity = 0, mean_degree = 0;
    std::map<std::string, std::string> columns;  // known column -> column of the file that was taken for it
    std::map<std::string, std::size_t> missing;  // known column -> rows without a value
    std::vector<std::string> ignored_columns;
    std::vector<Phrase> remarks;  // what a careful reader should know
};

struct ImportedOrganisation {
    Organisation base;                                 // traits not given are 0 until they are drawn
    std::array<std::vector<bool>, trait_count> known;  // [trait][employee]
    std::vector<bool> tenure_known;                    // [employee]
    std::vector<bool> trust_known;                     // [tie]
    DataQuality quality;
};

// Throws InvalidInput with every problem at once, each with file, row and column.
[[nodiscard]] ImportedOrganisation import_organisation(ImportPlan const& plan, float unreciprocated);

// Draws what the data do not say (traits, tenure, trust) from the plan's departments of the same name, else from the usual spreads.
[[nodiscard]] Organisation fill(ImportedOrganisation const& imported, OrganisationPlan const& assumptions, Stream stream);

}  // namespace micropol
