#pragma once
// Reads a tree by the format: checks every value, fills in the usual ones and stores them in the scenario.

#include <filesystem>
#include <vector>

#include "scenario/field.h"

namespace micropol {

// A text that must name a department of the organisation.
struct DepartmentReference {
    std::string name;
    Place place;
};

class ScenarioReader {
  public:
    ScenarioReader(std::filesystem::path folder, bool allow_outside, std::vector<Problem>& problems)
        : folder_(folder.empty() ? "." : std::move(folder)), allow_outside_(allow_outside), problems_(problems) {}

    // The tree as understood: every usual value filled in, short forms spelled out, in the order of the format.
    Node read(Field const& field, Node const& raw, Scenario& scenario, bool given = true);

    [[nodiscard]] std::vector<DepartmentReference> const& references() const { return references_; }

  private:
    Node read_group(Field const& field, Node const& raw, Scenario& scenario, bool given);
    Node read_list(Field const& field, Node const& raw, Scenario& scenario, bool given);
    Node read_named(Field const& field, Node const& raw, Scenario& scenario, bool given);
    Node read_single(Field const& field, Node const& raw, Scenario& scenario, bool given);
    [[nodiscard]] Value value_at(Node const& raw, bool given) const;
    // One single value; false, and a problem, where it is none.
    bool read_value(Field const& field, Node const& raw, Value& value, Node& understood);
    bool read_text(Field const& field, Node const& raw, Value& value);
    bool read_file(Field const& field, Node const& raw, Value& value);
    bool read_choice(Field const& field, Node const& raw, Value& value);
    bool read_flag(Field const& field, Node const& raw, Value& value, Node& understood);
    bool read_number(Field const& field, Node const& raw, Value& value, Node& understood);

    void refuse_unknown_keys(Field const& group, std::vector<Field const*> const& fields, Node const& raw);
    void refuse_repeated_entries(Field const& list_field, Node const& understood);
    void refuse_wrong_count(Field const& field, Node const& raw);
    bool refuse_wrong_kind(Field const& field, Node const& raw, Node::Kind wanted);
    void complain(Place place, std::string what, std::string why = {}, std::string suggestion = {});

    std::filesystem::path folder_;
    bool allow_outside_;
    std::vector<Problem>& problems_;
    std::vector<DepartmentReference> references_;
    std::string entry_name_;  // of the named entry that is being read
};

}  // namespace micropol
