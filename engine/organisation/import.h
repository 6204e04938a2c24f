#pragma once
// Reads a real organisation: people.csv, ties.csv, GraphML, or the short lists of a scenario.

#include <bitset>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

// Rows and values that do not fit together with the rest. An import refuses them and names them, unless it is told to leave
// them out (--drop).
enum class Misfit {
    self_ties,          // from somebody to the same person
    outsiders,          // ties with somebody who is not among the people
    negative_ties,      // of a weight below 0
    vacant_managers,    // a manager such as "VACANT" or "TBD": nobody yet
    second_managers,    // all but the first; without being left out they become ties
    unknown_managers,   // nobody among the people, or several of them
    old_rows,           // the same person again: the newest row stays
    leavers,            // people who have left by then, whom the file still lists
    unreadable_values,  // what is no number, or none in its range, counts as not given
    count,
};
using Misfits = std::bitset<std::size_t(Misfit::count)>;
[[nodiscard]] std::span<std::string_view const> misfit_names();  // [Misfit]: "self-ties"

// What a weight says of a tie's strength.
enum class WeightScale {
    rank,    // its place among the weights of the same sender: an outlier counts like any other largest one
    log,     // its logarithm, against the largest of its kind
    linear,  // itself, against the largest of its kind
};
[[nodiscard]] std::span<std::string_view const> weight_scale_names();  // [WeightScale]

struct ImportPlan {
    std::filesystem::path people;             // CSV, workbook (.xlsx) or GraphML; empty: the rows below
    std::filesystem::path made_from;          // the map of stakeholders that people were made from: a scenario is called after it
    std::vector<std::filesystem::path> ties;  // the same; the kind is a column, or the file's name (edges_advice -> advice)
    std::filesystem::path reports_to;         // source, target: reporting lines, if not a column of people
    std::map<std::string, std::string> columns;  // known column -> column of the file (--map)
    bool undirected = false;                     // every tie holds in both directions alike
    bool ties_are_some = false;                  // acquaintances are drawn besides those given
    WeightScale weights = WeightScale::rank;     // of ties in files; those of lists are strengths
    Misfits drop;                                // what is left out instead of refused
    std::string as_of;                           // date on which tenure is counted; empty: the newest date in the file
    std::vector<std::string> sheets;             // of workbooks: for the people, then for each file of ties; else the first
    std::vector<PersonRow> person_rows;          // listed in the scenario
    std::vector<TieRow> tie_rows;
};

// What was found, for people to judge: shown by `new` and `validate`.
struct DataQuality {
    std::size_t people = 0, departments = 0, levels = 0, ties = 0, formal_ties = 0, isolated = 0, without_manager = 0;
    std::size_t dotted_lines = 0;  // to a second manager: ties, of those counted
    double density = 0, reciprocity = 0, mean_degree = 0;
    std::map<std::string, std::string> columns;  // known column -> column of the file that was taken for it
    std::map<std::string, std::size_t> missing;  // known column -> rows without a value
    std::vector<std::string> ignored_columns;
    std::map<std::string, std::string>
        columns_to_name;           // known column -> column of the file that seems to be it: to be confirmed
    std::vector<Phrase> remarks;   // what a careful reader should know
    std::vector<Phrase> warnings;  // what was not used though it looks as if it should have been, each with what to say
    std::vector<Phrase> guesses;   // of a new scenario: which departments are Marketing and Sales
    bool has_levels = false;       // somebody stands above somebody else
    std::vector<std::string> marketing, sales;  // departments that seem to do that work, whatever they are called
};

// What is known of somebody only to lie within a range: drawn anew in every organisation.
struct KnownWithin {
    std::uint32_t employee;
    Range range;
};

struct ImportedOrganisation {
    Organisation base;                                         // traits not given are 0 until they are drawn
    std::array<std::vector<bool>, trait_count> known;          // [trait][employee]
    std::array<std::vector<KnownWithin>, trait_count> within;  // [trait]; none of them is known
    std::vector<KnownWithin> influence;                        // share of all people with less power before the start
    std::vector<bool> tenure_known;                            // [employee]
    std::vector<bool> trust_known;                             // [tie]
    bool some_ties = false;                                    // acquaintances are drawn besides
    DataQuality quality;
};

// What becomes of people who have no value in a known column: "drawn from the scenario's assumptions".
[[nodiscard]] Message what_follows_from_missing(std::string_view known);

// Problems that an import does not have with other options: more left out, columns named.
class Correctable : public InvalidInput {
  public:
    Correctable(std::vector<Problem> problems, Misfits drop, std::map<std::string, std::string> columns)
        : InvalidInput(std::move(problems)), drop_(drop), columns_(std::move(columns)) {}
    [[nodiscard]] Misfits drop() const { return drop_; }
    [[nodiscard]] std::map<std::string, std::string> const& columns() const { return columns_; }

  private:
    Misfits drop_;
    std::map<std::string, std::string> columns_;  // known column -> column of the file
};

// Throws InvalidInput with every problem at once, each with file, row and column; Correctable where other options help.
[[nodiscard]] ImportedOrganisation import_organisation(ImportPlan const& plan, float unreciprocated);

// Draws what the data do not say (traits, tenure, trust) from the plan's departments of the same name, else from the usual spreads.
[[nodiscard]] Organisation fill(ImportedOrganisation const& imported, OrganisationPlan const& assumptions, Stream stream);

}  // namespace micropol
