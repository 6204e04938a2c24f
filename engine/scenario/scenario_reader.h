#pragma once
// Reads a tree by the format: checks every value, fills in the usual ones and stores them in the scenario.

#include <filesystem>
#include <map>
#include <vector>

#include "scenario/field.h"

namespace micropol {

// A text that must name a department of the organisation.
struct DepartmentReference {
    std::string name;
    Place place;
};

// What was read: the scenario is these values, stored in their order.
struct Recording {
    struct Stored {
        Field const* field;
        Value value;
        std::vector<std::size_t> route;  // to its node in the tree as understood: positions among items
    };
    std::vector<Stored> stored;
    // Of single values, their position: "organisation.departments.1.headcount", and "organisation.departments.Sales.headcount".
    std::map<std::string, std::size_t, std::less<>> by_path;
};

class ScenarioReader {
  public:
    ScenarioReader(std::filesystem::path folder, bool allow_outside, std::vector<Problem>& problems)
        : folder_(folder.empty() ? "." : std::move(folder)), allow_outside_(allow_outside), problems_(problems) {}

    // The tree as understood: every usual value filled in, short forms spelled out, in the order of the format.
    Node read(Field const& field, Node const& raw, Scenario& scenario, bool given = true);

    // Notes what is read from now on.
    void record_in(Recording& recording) { recording_ = &recording; }
    // A value that was stored, with this instead. False, and a problem, where it is none.
    bool reread(Field const& field, Node const& raw, Value& value, Node& understood);

    [[nodiscard]] std::vector<DepartmentReference> const& references() const { return references_; }

  private:
    // A step down the tree, until it goes out of scope.
    class Step {
      public:
        // name: what else the step is called; "" if nothing else.
        Step(ScenarioReader& reader, std::size_t position, std::string const& key, std::string const& name = "");
        ~Step();
        Step(Step const&) = delete;
        Step& operator=(Step const&) = delete;

      private:
        ScenarioReader& reader_;
        std::size_t path_, named_path_;  // how long they were
    };
    void store(Field const& field, Scenario& scenario, Value const& value);
    Node read_group(Field const& field, Node const& raw, Scenario& scenario, bool given);
    Node read_list(Field const& field, Node const& raw, Scenario& scenario, bool given);
    Node read_named(Field const& field, Node const& raw, Scenario& scenario, bool given);
    Node read_single(Field const& field, Node const& raw, Scenario& scenario, bool given);
    [[nodiscard]] Value value_at(Node const& raw, bool given) const;
    // One single value; false, and a problem, where it is none.
    bool read_value(Field const& field, Node const& raw, Value& value, Node& understood);
    bool read_text(Field const& field, Node const& raw, Value& value);
    // Complains and says so where a name is blank or has several lines.
    bool refuse_as_name(std::string const& text, Place const& place);
    bool read_file(Field const& field, Node const& raw, Value& value);
    bool read_choice(Field const& field, Node const& raw, Value& value);
    bool read_flag(Field const& field, Node const& raw, Value& value, Node& understood);
    bool read_number(Field const& field, Node const& raw, Value& value, Node& understood);

    void refuse_unknown_keys(Field const& group, std::vector<Field const*> const& fields, Node const& raw);
    void refuse_repeated_entries(Field const& list_field, Node const& understood);
    void refuse_wrong_count(Field const& field, Node const& raw);
    bool refuse_wrong_kind(Field const& field, Node const& raw, Node::Kind wanted);
    void complain(Place place, Phrase what, Phrase why = {}, Phrase suggestion = {});

    std::filesystem::path folder_;
    bool allow_outside_;
    std::vector<Problem>& problems_;
    std::vector<DepartmentReference> references_;
    std::string entry_name_;  // of the named entry that is being read
    Recording* recording_ = nullptr;
    std::vector<std::size_t> route_;
    std::string path_, named_path_;  // list entries by position, and by name
};

}  // namespace micropol
