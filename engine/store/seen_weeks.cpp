#include "store/seen_weeks.h"

#include <limits>

#include "observation/evidence.h"
#include "outcomes/person_measure.h"

namespace micropol {

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

class SeenReader {
  public:
    SeenReader(StoredStudy const& study, std::size_t blocks)
        : study_(study), facts_(study.record().facts), blocks_(blocks), weeks_(std::size_t(facts_.weeks)) {
        for (std::string_view const key : observable_outcomes)
            if (auto const outcome = position_of(key, facts_.outcomes))
                observables_.push_back(*outcome), seen_.observables.push_back(facts_.outcomes[*outcome]);
        std::size_t const strategies = study.variants().size();
        seen_.values.assign(strategies, {observables_.size(), {blocks, std::vector<float>(weeks_)}});
        seen_.means.assign(strategies, {std::size(signpost_weeks), {facts_.outcomes.size(), Sample(blocks, no_number)}});
        seen_.item_mean.assign(survey_items().size(), Sample(blocks, no_number));
        seen_.voiced_spread.assign(blocks, no_number);
    }

    void add(std::uint64_t unit, KeptBlock const& kept) {
        if (kept.task.block >= blocks_) return;
        BlockResult const result = study_.load(unit);
        std::size_t const strategy = kept.task.variant, block = kept.task.block;
        auto const at = [&](std::size_t outcome, std::size_t week) -> Worlds const& {
            return result.weekly.at(outcome * weeks_ + week);
        };
        for (std::size_t k = 0; k < observables_.size(); ++k)
            for (std::size_t week = 0; week < weeks_; ++week)
                seen_.values.at(strategy)[k][block][week] = at(observables_[k], week)[0];
        for (std::size_t k = 0; k < std::size(signpost_weeks); ++k)
            for (std::size_t outcome = 0; std::size_t(signpost_weeks[k]) <= weeks_ && outcome < facts_.outcomes.size(); ++outcome)
                seen_.means[strategy][k][outcome][block] = sum_of(at(outcome, std::size_t(signpost_weeks[k]) - 1)) /
                                                           histories_per_block;
        if (strategy == 0) ask(unit, block, at);
    }

    [[nodiscard]] SeenWeeks seen() && { return std::move(seen_); }

  private:
    template <class At>
    void ask(std::uint64_t unit, std::size_t block, At const& at) {
        for (std::size_t k = 0; k < survey_items().size(); ++k) {
            SurveyItem const& item = survey_items()[k];
            std::string_view const key = item.column == Column::voiced_attitude ? "voiced_attitude" : item.key;
            if (auto const outcome = position_of(key, facts_.outcomes)) seen_.item_mean[k][block] = double(at(*outcome, 0)[0]);
        }
        if (auto const spread = position_of("voiced_spread", facts_.outcomes))
            seen_.voiced_spread[block] = double(at(*spread, 0)[0]);
        DepartmentWeeks weeks = study_.departments(unit);
        std::size_t measure = 0;
        while (measure < person_measures().size() && person_measures()[measure].key != "log_ins") ++measure;
        std::size_t const cells = weeks.people.size();
        if (weeks_ == 0 || cells == 0 || (measure + 1) * cells > weeks.mean.size()) return;
        seen_.departments = cells / weeks_;
        auto const first = weeks.mean.begin() + std::ptrdiff_t(measure * cells);
        seen_.people.resize(blocks_), seen_.users.resize(blocks_);
        seen_.users[block].assign(first, first + std::ptrdiff_t(cells));
        seen_.people[block] = std::move(weeks.people);
    }

    StoredStudy const& study_;
    StudyFacts const& facts_;
    std::size_t blocks_, weeks_;
    std::vector<std::size_t> observables_;  // positions
    SeenWeeks seen_;
};

}  // namespace

std::optional<SeenWeeks> seen_weeks_in(StoredStudy const& study, std::size_t blocks) {
    if (study.record().retention != Retention::everything) return std::nullopt;
    SeenReader reader(study, blocks);
    for (auto const& [unit, kept] : study.blocks()) reader.add(unit, kept);
    return std::move(reader).seen();
}

}  // namespace micropol
