#include "store/swept_strategies.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/plausible.h"
#include "base/random.h"
#include "model/known_numbers.h"
#include "store/stored_sweep.h"

namespace micropol {

namespace {

// Where one strategy of a point stands among the variants.
struct Arm {
    std::size_t point = 0, arm = 0;
};
// Points that differ in their strategy alone: [strategy].
struct Cell {
    std::vector<Arm> arms;
};
// One observation: a cell, and those of its blocks that count.
struct Observed {
    std::size_t cell = 0, first_block = 0, blocks = 1;
};

class SweptStrategies {
  public:
    explicit SweptStrategies(StoredStudy const& study)
        : study_(study), definition_(sweep_definition_in(study)), points_(points_of(definition_)) {
        require_side_by_side();
        name_strategies();
        find_cells();
        observe();
    }

    [[nodiscard]] Undecided undecided() const {
        Undecided all{.contenders = {}, .drawn = factors(), .swept = true};
        for (std::size_t k = 0; k < names_.size(); ++k) all.contenders.push_back({names_[k], "", values_of(k)});
        std::ranges::move(drawn(), std::back_inserter(all.drawn));
        return all;
    }

  private:
    [[noreturn]] void refuse(char const* what, char const* why, char const* suggestion) const {
        throw InvalidInput({{study_.file().string()}, what, why, suggestion});
    }

    [[nodiscard]] std::optional<std::size_t> swept() const {
        auto const found = std::ranges::find(definition_.factors, strategy_path, &Factor::path);
        if (found == definition_.factors.end()) return std::nullopt;
        return std::size_t(found - definition_.factors.begin());
    }

    void require_side_by_side() const {
        if (!swept() && !definition_.against)
            refuse("it has one strategy", "a decision is between several",
                   "sweep with --against STRATEGY, or with the strategy among the factors of a grid");
        if (definition_.design == Design::one_at_a_time)
            refuse("its points are changed one at a time", "such points are no sample of what is not known",
                   "sweep with another --design");
        if (swept() && !shares_blocks(definition_.design))
            refuse("each of its points has blocks of its own", "strategies are held against each other in the same blocks",
                   "sweep with --against STRATEGY, or with --design grid");
    }

    // Doing nothing first, where it is among them.
    void name_strategies() {
        if (auto const factor = swept())
            names_ = std::get<Words>(definition_.factors.at(*factor).values);
        else
            names_ = {definition_.strategy};
        if (definition_.against) names_.push_back(*definition_.against);
        for (std::string& one : names_)
            if (one.empty()) one = no_strategy;
        std::vector<std::string> each;
        for (std::string const& one : names_)
            if (std::ranges::find(each, one) == each.end()) each.push_back(one);
        names_ = std::move(each);
        if (auto const none = std::ranges::find(names_, no_strategy); none != names_.end())
            std::rotate(names_.begin(), none, none + 1);
        else if (definition_.against)
            std::rotate(names_.begin(), names_.end() - 1, names_.end());
    }

    [[nodiscard]] std::string strategy_at(Arm const& at) const {
        std::string own = definition_.strategy;
        if (auto const factor = swept()) own = written_at(definition_.factors[*factor], points_[at.point][*factor]);
        std::string const& strategy = at.arm == 1 ? *definition_.against : own;
        return strategy.empty() ? std::string(no_strategy) : strategy;
    }

    void find_cells() {
        std::map<Point, std::size_t> known;
        for (std::size_t point = 0; point < points_.size(); ++point) {
            Point others = points_[point];
            if (auto const factor = swept()) others.erase(others.begin() + std::ptrdiff_t(*factor));
            // Without a strategy among the factors every point is a cell of its own, equal to another or not.
            if (!swept()) others.push_back(double(point));
            auto const [found, is_new] = known.emplace(std::move(others), cells_.size());
            if (is_new) cells_.push_back({std::vector<Arm>(names_.size(), Arm{points_.size(), 0})});
            for (std::size_t arm = 0; arm < definition_.arms(); ++arm) {
                auto const strategy = std::ranges::find(names_, strategy_at({point, arm})) - names_.begin();
                cells_[found->second].arms.at(std::size_t(strategy)) = {point, arm};
            }
        }
        for (Cell const& cell : cells_)
            for (Arm const& arm : cell.arms)
                if (arm.point == points_.size())
                    refuse("not every strategy was tried at every point", "a decision holds them against each other there",
                           "sweep with --design grid");
    }

    void observe() {
        if (!shares_blocks(definition_.design)) {
            std::map<std::size_t, std::vector<std::size_t>> groups;  // cells, which are points here
            for (std::size_t cell = 0; cell < cells_.size(); ++cell)
                groups[group_of(definition_, cells_[cell].arms.front().point)].push_back(cell);
            // Points of a row or trajectory are not independent of each other: one of them counts.
            for (auto const& [group, members] : groups) {
                Stream chance(definition_.seed, std::uint32_t(group), purpose("decide: point of a group"));
                observed_.push_back({members[chance.below(std::uint32_t(members.size()))], 0, definition_.blocks});
            }
            return;
        }
        std::vector<std::size_t> turn;
        for (std::size_t block = 0; block < definition_.blocks; ++block) {
            if (turn.empty()) {
                turn.resize(cells_.size());
                std::iota(turn.begin(), turn.end(), 0u);
                Stream chance(definition_.seed, std::uint32_t(block), purpose("decide: points in turn"));
                for (std::size_t k = turn.size(); k > 1; --k) std::swap(turn[k - 1], turn[chance.below(std::uint32_t(k))]);
            }
            observed_.push_back({turn.back(), block, 1});
            turn.pop_back();
        }
    }

    [[nodiscard]] std::uint64_t unit_of(Arm const& at, std::size_t block) const {
        return std::uint64_t((at.point * definition_.arms() + at.arm) * definition_.blocks + block);
    }

    [[nodiscard]] std::vector<FinalValues> values_of(std::size_t strategy) const {
        std::vector<FinalValues> all;
        for (Observed const& one : observed_) {
            FinalValues sum;
            for (std::size_t block = one.first_block; block < one.first_block + one.blocks; ++block) {
                FinalValues const last = study_.load(unit_of(cells_[one.cell].arms[strategy], block)).weekly;
                if (sum.empty()) sum.assign(last.size(), Worlds(0.0f));
                for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += last.at(k);
            }
            if (one.blocks > 1)
                for (Worlds& outcome : sum) outcome *= Worlds(1.0f / float(one.blocks));
            all.push_back(std::move(sum));
        }
        return all;
    }

    [[nodiscard]] std::vector<DrawnNumber> factors() const {
        std::vector<DrawnNumber> numbers;
        for (std::size_t k = 0; k < definition_.factors.size(); ++k) {
            Factor const& factor = definition_.factors[k];
            if (factor.path == strategy_path) continue;
            DrawnNumber& number = numbers.emplace_back(DrawnNumber{.path = factor.path, .values = {}});
            if (auto const* words = std::get_if<Words>(&factor.values))
                number.words = *words;
            else
                number.record = known_number(factor.path);
            auto const* distribution = std::get_if<Distribution>(&factor.values);
            number.given = !number.record || !distribution ||
                           to_string(*distribution) != to_string(plausible_distribution(*number.record));
            for (Observed const& one : observed_)
                number.values.push_back(coordinate_at(factor, points_[cells_[one.cell].arms.front().point][k]));
        }
        return numbers;
    }

    [[nodiscard]] std::vector<DrawnNumber> drawn() const {
        if (definition_.blocks > 1 && !shares_blocks(definition_.design)) return {};
        DrawnNumbers numbers;
        for (std::size_t k = 0; k < observed_.size(); ++k)
            for (Arm const& arm : cells_[observed_[k].cell].arms) {
                std::uint64_t const unit = unit_of(arm, observed_[k].first_block);
                numbers.add(k, study_.uncertain(unit), study_.load(unit).drawn);
            }
        return numbers.of_first(observed_.size());
    }

    StoredStudy const& study_;
    SweepDefinition definition_;
    Points points_;
    std::vector<std::string> names_;
    std::vector<Cell> cells_;
    std::vector<Observed> observed_;
};

}  // namespace

Undecided swept_strategies(StoredStudy const& study) { return SweptStrategies(study).undecided(); }

}  // namespace micropol
