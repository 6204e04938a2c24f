#pragma once
// One step of one mechanism in the middle of a life: the state it found, and the state it left.

#include <gmock/gmock.h>

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "laws/situation.h"
#include "mechanisms/figures.h"

namespace micropol::equations {

inline double positive(double x) { return std::max(x, 0.0); }
inline double between(double low, double x, double high) { return std::clamp(x, low, high); }

// The record says so.
inline void expect_record(std::string_view key, std::vector<std::string> const& lines) {
    MechanismKind const& kind = **std::ranges::find(mechanism_catalogue(), key, [](auto const* k) { return k->plugin.key; });
    for (std::string const& line : lines) EXPECT_THAT(std::string(kind.equations), testing::HasSubstr(line)) << key;
}

class Tried {
  public:
    Tried(laws::Situation const& situation, MechanismKind const& kind, std::vector<double> parameters, int week, int history)
        : kind_(kind), parameters_(std::move(parameters)), history_(history), week_(week),
          chance_(situation.seed, situation.block.number), before_(laws::start(situation)), after_(before_),
          organisation(*situation.block.organisation), settings(situation.block.settings) {
        std::vector<Step> const& steps = situation.block.steps;
        auto const at = std::ranges::find(steps, kind.plugin.key, &Step::name) - steps.begin();
        std::vector<Step> const earlier(steps.begin(), steps.begin() + at);
        std::vector<Step> const alone{
            {.name = std::string(kind.plugin.key), .access = kind.plugin.access, .mechanism = kind.make(parameters_)}};
        laws::live(situation, steps, before_, 0, week);
        laws::live(situation, earlier, before_, week, week + 1);
        after_ = before_;
        laws::live(situation, alone, after_, week, week + 1);
    }

    // As the mechanism has it: in single precision.
    [[nodiscard]] double number(std::string_view name) const {
        auto const found = std::ranges::find(kind_.plugin.parameters, name, &ParameterSpec::name);
        if (found == kind_.plugin.parameters.end()) throw std::out_of_range("no parameter " + std::string(name));
        return double(float(parameters_[std::size_t(found - kind_.plugin.parameters.begin())]));
    }
    [[nodiscard]] double was(Column column, std::size_t i = 0) const { return double(before_[column][i][history_]); }
    [[nodiscard]] double is(Column column, std::size_t i = 0) const { return double(after_[column][i][history_]); }
    [[nodiscard]] double trait(Trait trait, std::size_t i) const { return double(organisation.of(trait)[i]); }
    [[nodiscard]] double mean_was(Column column) const {
        double sum = 0;
        for (std::size_t i = 0; i < organisation.headcount(); ++i) sum += was(column, i);
        return sum / double(organisation.headcount());
    }
    [[nodiscard]] bool is_under_way() const { return was(Column::initiatives) > 0 && was(Column::stopped) == 0; }
    // How little somebody knows of what the change means for them: a record's `ambiguity`.
    [[nodiscard]] double ambiguity(std::size_t i) const {
        if (!is_under_way()) return 0;
        auto const stage = Stage(int(was(Column::stage, i)));
        bool const has_tried = stage == Stage::trial || stage == Stage::symbolic || stage == Stage::substantive;
        double const known = stage == Stage::unaware ? 0 : has_tried ? 1 : 0.5;
        return (1 - known) * (1 - was(Column::communication, i)) * (1 - was(Column::participation, i));
    }
    // What a false unit costs a conscience that has lost nothing yet.
    [[nodiscard]] double conscience(std::size_t i) const {
        History seen = before_;
        Week const week(organisation, settings, chance_, seen, week_);
        return double(Consciences(week).cost(std::uint32_t(i), 1.0f)[history_]);
    }

    // Single precision against double.
    void expect(Column column, std::size_t i, double expected) const {
        EXPECT_NEAR(is(column, i), expected, 3e-5 * std::max(1.0, std::abs(expected))) << spec_of(column).name << " of " << i;
    }

  private:
    MechanismKind const& kind_;
    std::vector<double> parameters_;
    int history_, week_;
    Chance chance_;
    History before_, after_;

  public:
    Organisation const& organisation;
    Settings const& settings;
};

// In organisations of all kinds, with numbers from anywhere; week: one in which everybody's turn has come already.
inline void in_all_situations(std::string_view key, int week, auto&& expect) {
    MechanismKind const& kind = **std::ranges::find(mechanism_catalogue(), key, [](auto const* k) { return k->plugin.key; });
    int tried = 0;
    for (laws::Situation const& situation : laws::situations()) {
        if (situation.block.organisation->headcount() < 5 || situation.seed % 3 == 0) continue;
        SCOPED_TRACE(situation.name);
        Stream stream(situation.seed, 0, purpose("test: equations"));
        laws::Numbers const numbers = situation.seed <= 2 ? laws::Numbers::usual : laws::Numbers::anywhere;
        expect(Tried(situation, kind, laws::pick_parameters(kind.plugin, numbers, stream), week, int(situation.seed)));
        if (testing::Test::HasFailure()) return;
        ++tried;
    }
    EXPECT_GT(tried, 50);
}

}  // namespace micropol::equations
