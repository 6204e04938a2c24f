#pragma once
// The strict reader. One table of fields generates parser, defaults, schema and documentation.

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/change.h"
#include "state/plugin.h"

namespace micropol {

// What `levers` of a scenario says of one lever, of a sort of levers, or of all.
struct LeverNumbers {
    std::string_view key;  // empty: of all levers
    std::string_view description;
    std::span<ParameterSpec const> parameters;
};

// What mechanisms, interventions and outcomes exist, seen from here: their records.
struct KnownPlugins {
    std::vector<PluginSpec const*> mechanisms, interventions, outcomes;
    std::vector<LeverNumbers> lever_numbers;
};

struct ReadOptions {
    std::vector<Override> overrides;
    bool allow_outside = false;  // files named by the scenario may lie outside its folder
    Privacy privacy = {};        // of imported people, in all that is said of them
};

// What a path of --set leads to.
struct FieldAt {
    bool number = false;  // else words, or parts of its own
    bool whole = false;   // a whole number
    Unit unit = Unit::one;
    Range range{0, 0};
};

struct ReadBefore;

// A scenario as it was written, which can be understood again and again with changes.
class ScenarioSource {
  public:
    // Reads the file once. Throws InvalidInput if that cannot be done; mistakes in it come with every `read`.
    ScenarioSource(std::filesystem::path file, KnownPlugins const& known, ReadOptions options = {});

    // Text that is not in a file; `name` stands for the file in problems, relative files lie below its folder.
    ScenarioSource(std::string_view text, std::filesystem::path name, KnownPlugins const& known, ReadOptions options = {});

    // changes: after the overrides of the options, in their order. Throws InvalidInput with every problem at once. Safe to call
    // from several threads. Quick again and again, with other changes, where these are no text.
    [[nodiscard]] Scenario read(std::vector<Change> const& changes = {}) const;
    // Nothing where the format has no such path.
    [[nodiscard]] std::optional<FieldAt> field_at(std::string const& path) const;

  private:
    struct Parsed;
    [[nodiscard]] Scenario read_all(std::vector<Override> const& overrides, ReadBefore* base) const;
    // absent: numbers that have no place in it yet. Nothing if it was read with others before, or cannot be.
    [[nodiscard]] std::shared_ptr<ReadBefore const> read_before(std::vector<Override> overrides,
                                                                std::vector<Override> const& absent) const;
    std::filesystem::path file_;
    ReadOptions options_;
    std::shared_ptr<Parsed> parsed_;
};

// Throws InvalidInput with every problem at once.
[[nodiscard]] Scenario read_scenario(std::filesystem::path const& file, KnownPlugins const& known,
                                     ReadOptions const& options = {});
// What a file of a scenario holds, if it is small enough for one. Throws InvalidInput if it cannot be read.
[[nodiscard]] std::string scenario_text(std::filesystem::path const& file);

// The same for text that is not in a file; `name` stands for the file in problems, relative files lie below `folder`.
[[nodiscard]] Scenario parse_scenario(std::string_view text, std::string const& name, std::filesystem::path const& folder,
                                      KnownPlugins const& known, ReadOptions const& options = {});

// JSON Schema (draft 2020-12) of the format, for editors.
[[nodiscard]] std::string scenario_schema(KnownPlugins const& known);

// Every field of the format: path, type, unit, default, range, description, source. For `describe`.
struct FieldDescription {
    std::string path, type, unit, default_value, range, description, source;
};
[[nodiscard]] std::vector<FieldDescription> describe_fields(KnownPlugins const& known);

// A commented scenario for an imported organisation, ready to run; `people`, `ties`, `reports_to` as the scenario shall name them.
[[nodiscard]] std::string new_scenario(ImportPlan const& plan, DataQuality const& quality, KnownPlugins const& known);

}  // namespace micropol
