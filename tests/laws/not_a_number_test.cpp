// A value that is not a number stops the run and is traced to its maker.

#include <gtest/gtest.h>

#include <cmath>

#include "laws/situation.h"
#include "simulation/simulate.h"

namespace micropol::laws {
namespace {

constexpr Column broken_updates[] = {Column::belief};

// Divides nothing by nothing: in one week, for one employee, in one history.
class Broken final : public Mechanism {
  public:
    Broken(std::uint32_t employee, int history, float value) : employee_{employee}, history_{history}, value_{value} {}
    void step(Week& week) const override {
        if (week.number == 7) week.update(Column::belief)[employee_].set(history_, value_);
    }

  private:
    std::uint32_t employee_;
    int history_;
    float value_;
};

// Broken runs after stakes, so that information, attitude and adoption carry its value on in the same week.
Situation broken(std::uint32_t employee, int history, float value) {
    Situation situation = make_situation(17, TieShape::acquaintances, Numbers::usual, 3);
    Step const step{.name = "broken",
                    .access = {{}, {}, broken_updates},
                    .mechanism = std::make_shared<Broken const>(employee, history, value)};
    auto& steps = situation.block.steps;
    steps.insert(std::ranges::find(steps, std::string_view("stakes"), &Step::name) + 1, step);
    return situation;
}

std::string said_by(Situation const& situation, int weeks) {
    try {
        (void)simulate_block(situation.block, {}, weeks, situation.seed);
    } catch (NonFinite const& defect) {
        return defect.what();
    }
    return "";
}

TEST(NotANumber, is_traced_to_mechanism_column_employee_history_and_week) {
    for (float const value : {std::nanf(""), INFINITY, -INFINITY}) {
        Situation const situation = broken(3, 5, value);
        std::string const history = std::to_string(situation.block.number * histories_per_block + 5);
        EXPECT_EQ(said_by(situation, 20), "mechanism 'broken' made a value that is not a number: column 'belief' of employee " +
                                              situation.block.organisation->id[3] + ", history " + history + ", week 7");
    }
}

TEST(NotANumber, is_not_seen_where_there_is_none) {
    EXPECT_EQ(said_by(broken(3, 5, 0.5f), 20), "");
    EXPECT_EQ(said_by(broken(3, 5, std::nanf("")), 7), "") << "before it happens";
}

}  // namespace
}  // namespace micropol::laws
