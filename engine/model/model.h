#pragma once
// A scenario made ready to simulate: names resolved against the catalogues, every number with its distribution and source.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "interventions/intervention.h"
#include "mechanisms/mechanism.h"
#include "model/given_numbers.h"
#include "outcomes/outcome.h"
#include "scenario/read_scenario.h"

namespace micropol {

// A number of the model and where it comes from.
struct Assumption {
    std::string path;  // "mechanisms.attitude.susceptibility"
    Distribution value;
    Range range;
    Unit unit;
    std::string source;  // citation key, the user's words, or "assumed"
    bool given = false;  // by the scenario; else the model's default
};

// Drawn once a block.
[[nodiscard]] inline bool is_uncertain(Assumption const& number) { return !std::holds_alternative<double>(number.value); }

// What an intervention waits for in each history: the outcome at the end of a week from first_check to last_check.
struct Watch {
    OutcomeKind const* outcome = nullptr;
    bool above = false;  // else below
    float level = 0;     // in the outcome's unit
    int first_check = 0, last_check = 0;
    int for_weeks = 0;  // in force, once seen; 0: to the end of the window
};

// One entry of the ordered list that a week runs through.
struct Step {
    std::string name;  // "attitude", "intervention 2: executive_mandate"
    Access access;
    std::shared_ptr<Mechanism const> mechanism = {};
    // of an intervention; otherwise empty
    std::shared_ptr<Intervention const> intervention = {};
    std::vector<float> intensity = {};   // [employee] share; 0 but for those in the lists of its target
    Who who = Who::all;                  // of them those, in each history
    Top top = {};                        // and of these the first
    Sight sight = Sight::truth;          // by what both are chosen
    float survey_error = 0;              // attitude: standard deviation of what a survey tells
    float survey_cost = 0;               // thousand euros a person and asking
    int from_week = 0, until_week = 0;   // in force while from_week <= week < until_week
    std::optional<Watch> watch = {};     // and only once this was seen
    float build_up = 1, fade = 1;        // share of the way to what is intended, and of what is left, that a week takes
    float burden = 0, working_time = 0;  // of each person, at full intensity
    float weekly_cost = 0;               // thousand euros
    float cost_per_head = 0;             // thousand euros a week, at full intensity
    float credibility = 0;               // a week, at this intensity
    float mistiming_cost = 0;            // the same, in a week with wrong timing
    std::optional<Timing> timing = {};
};

// Everything the sixteen histories of one block share.
struct Block {
    std::uint32_t number = 0;
    std::shared_ptr<Organisation const> organisation;
    Settings settings;
    std::vector<Step> steps;
    std::vector<double> drawn;  // [uncertain number], in the order of Model::uncertain
};

// An intervention in use, and where its numbers stand in Model::numbers.
struct InterventionUse {
    InterventionKind const* kind = nullptr;
    InterventionSection section;
    std::size_t intensity = 0;
    std::vector<std::size_t> parameters = {};  // [parameter]
};

class Model {
  public:
    // Throws InvalidInput with every problem at once. strategy: a name from the scenario, or "" for its interventions alone.
    // given: what blocks take instead of drawing, for those numbers that they would draw.
    Model(Scenario scenario, std::string_view strategy, std::shared_ptr<GivenNumbers const> given = nullptr);

    // Organisation and uncertain numbers of one block; each number has a stream of its own, so that making one uncertain
    // leaves the others alone.
    [[nodiscard]] Block block(std::uint32_t number) const;

    [[nodiscard]] Scenario const& scenario() const { return scenario_; }
    [[nodiscard]] std::string const& strategy() const { return strategy_; }
    [[nodiscard]] std::uint32_t blocks() const {
        return std::uint32_t((scenario_.histories + histories_per_block - 1) / histories_per_block);
    }
    // Every number the model uses: those drawn once a block, then what the scenario says of people and departments.
    [[nodiscard]] std::vector<Assumption> assumptions() const;
    [[nodiscard]] std::vector<std::string> const& uncertain() const {
        return uncertain_;
    }  // paths of the numbers drawn once a block
    [[nodiscard]] std::vector<OutcomeKind const*> const& outcomes() const { return outcomes_; }
    [[nodiscard]] std::vector<std::string> const& departments() const { return departments_; }
    // As tables tell of them: department_groups.h.
    [[nodiscard]] std::vector<std::string> const& department_groups() const { return department_groups_; }
    [[nodiscard]] std::shared_ptr<GivenNumbers const> const& given() const { return given_; }
    [[nodiscard]] DataQuality const* data_quality() const { return imported_ ? &imported_->quality : nullptr; }
    [[nodiscard]] std::uint32_t headcount() const { return headcount_; }
    // Some intervention is for people who are chosen by what nobody sees.
    [[nodiscard]] bool sees_all() const;
    // Forecast of the memory that `threads` threads and so many results of a block need, bytes.
    [[nodiscard]] std::size_t memory_needed(int threads, std::uint32_t results) const;

  private:
    // Returns the number's position in numbers_.
    std::size_t add(std::string path, ParameterSpec const& spec, Number const* given);
    void add_settings();
    void add_mechanisms();
    void add_interventions(std::vector<InterventionSection> const& sections, std::string const& path,
                           std::vector<Problem>& problems);
    std::size_t add_of_use(InterventionUse const& use, std::string const& path, ParameterSpec const& spec);
    std::size_t add_of_lever(std::string path, ParameterSpec const& spec);
    void add_organisation(std::vector<Problem>& problems);
    void choose_outcomes();
    void check_against_people(std::vector<Problem>& problems);
    [[nodiscard]] DepartmentSet departments_asked(std::string const& asked, DecisionRule rule,
                                                  std::vector<Problem>& problems) const;
    void check_committee(Organisation const& first, Settings const& settings, std::vector<Problem>& problems) const;
    void check_target(InterventionUse const& use, Organisation const& first, std::vector<Problem>& problems) const;

    [[nodiscard]] bool is_on(std::string_view mechanism) const;
    [[nodiscard]] std::vector<double> draw_numbers(std::uint32_t block) const;
    [[nodiscard]] OrganisationPlan plan_with(std::vector<double> const& numbers) const;
    [[nodiscard]] Stream chance_of_organisation(std::uint32_t block) const;
    // As much of it as tells who is where: of generated people without traits and ties.
    [[nodiscard]] Organisation make_posts(std::uint32_t block, std::vector<double> const& numbers) const;
    [[nodiscard]] Organisation make_organisation(std::uint32_t block, std::vector<double> const& numbers) const;
    [[nodiscard]] Settings make_settings(std::vector<double> const& numbers) const;
    [[nodiscard]] std::vector<float> intensity_of(InterventionUse const& use, Organisation const& organisation,
                                                  double targeted) const;
    [[nodiscard]] Watch watch_of(InterventionSection const& section) const;
    [[nodiscard]] std::vector<double> values_of(InterventionUse const& use, std::vector<double> const& numbers) const;
    [[nodiscard]] Step make_step(InterventionUse const& use, Organisation const& organisation,
                                 std::vector<double> const& numbers) const;

    Scenario scenario_;
    std::string strategy_;
    std::shared_ptr<ImportedOrganisation const> imported_;
    std::vector<Assumption> numbers_;  // drawn once a block
    std::shared_ptr<GivenNumbers const> given_;
    std::vector<std::optional<std::size_t>> given_as_;  // [number] which of the given numbers it takes
    // Positions in numbers_, and what each fills.
    std::vector<std::pair<std::size_t, Distribution OrganisationPlan::*>> plan_numbers_;
    std::vector<std::pair<std::size_t, std::function<float&(Settings&)>>> setting_numbers_;
    std::vector<std::pair<MechanismKind const*, std::size_t>> mechanisms_;  // those that are on; position of the first parameter
    std::vector<InterventionUse> interventions_;
    std::optional<std::size_t> optimism_;  // position in numbers_; without, effects are what their numbers say
    std::vector<std::string> uncertain_;
    std::vector<OutcomeKind const*> outcomes_;
    std::vector<std::string> departments_, department_groups_;
    DepartmentSet marketing_, sales_;
    std::uint32_t headcount_ = 0;
};

// What a scenario file may name: for the reader, `describe` and the schema.
[[nodiscard]] KnownPlugins known_plugins();

}  // namespace micropol
