#include "study/calibrate/calibrate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "base/json.h"
#include "base/plausible.h"
#include "observation/look.h"
#include "study/calibrate/evidence_patterns.h"
#include "study/calibrate/retrodiction.h"

namespace micropol {

namespace {

constexpr std::size_t most_matching_waves = 3;

bool depends_on(Evidence const& evidence, std::string_view number) {
    bool const of_log_ins = number.starts_with("log_in");
    return std::ranges::any_of(evidence.cells, [&](EvidenceCell const& cell) {
        return of_log_ins ? cell.seen == Seen::logged_in : cell.seen == Seen::answer || cell.seen == Seen::spread;
    });
}

// Something is held out, and something is left.
void require_judges(CalibratePlan const& plan) {
    std::vector<EvidenceCell> const& cells = plan.evidence.cells;
    if (plan.hold_out_from && plan.hold_out_wave)
        throw InvalidPlan("hold-out-wave", "either weeks or a wave can be held out, and not both");
    if (auto const from = plan.hold_out_from) {
        if (std::ranges::none_of(cells, [&](EvidenceCell const& cell) { return cell.week < *from; }))
            throw InvalidPlan("hold-out-from", "nothing is left to learn from",
                              Message("all evidence is of week {0} and later", {name(std::to_string(*from))}));
        if (std::ranges::none_of(cells, [&](EvidenceCell const& cell) { return cell.week >= *from; }))
            throw InvalidPlan("hold-out-from", "nothing is held out",
                              Message("all evidence is of weeks before {0}", {name(std::to_string(*from))}));
    }
    if (auto const& wave = plan.hold_out_wave) {
        std::vector<std::string> const waves = plan.evidence.waves();
        if (std::ranges::find(waves, *wave) == waves.end())
            throw InvalidPlan("hold-out-wave", Message("no survey is called '{0}'", {name(*wave)}),
                              waves.empty() ? Phrase("the evidence has none") : Phrase(Message("there are {0}", {listed(waves)})),
                              did_you_mean(*wave, waves));
        if (std::ranges::all_of(cells, [&](EvidenceCell const& cell) { return wave_of(cell) == *wave; }))
            throw InvalidPlan("hold-out-wave", "nothing is left to learn from", "all evidence is of this survey");
    }
}

void require_possible(CalibratePlan const& plan) {
    if (plan.evidence.cells.empty()) throw InvalidPlan("evidence", "there is none");
    if (plan.table < smallest_table)
        throw InvalidPlan("draws", Message("at least {0} settings are needed", {name(std::to_string(smallest_table))}));
    if (plan.particles < smallest_table)
        throw InvalidPlan("particles", Message("at least {0} are needed", {name(std::to_string(smallest_table))}));
    require_judges(plan);
}

std::string definition_text(CalibratePlan const& plan) {
    Json json{{"strategy", plan.strategy},
              {"evidence", plan.evidence.hash()},
              {"hold_out_from", plan.hold_out_from ? Json(*plan.hold_out_from) : Json()},
              {"table", plan.table},
              {"particles", plan.particles},
              {"waves", plan.waves},
              {"settings_each", plan.settings_each}};
    if (plan.hold_out_wave) json["hold_out_wave"] = *plan.hold_out_wave;
    return json.dump();
}

Forecast forecast_of(CalibratePlan const& plan, std::shared_ptr<Model const> model) {
    std::size_t const further = plan.waves == 0 ? 0 : (plan.waves + most_matching_waves) * plan.settings_each;
    std::size_t const cells = plan.evidence.cells.size() * sizeof(Worlds);
    return {.models = {std::move(model)},
            .blocks = plan.table,
            .open = further > 0,
            .more = further,
            .kept = 3 * (plan.table + further) * cells + plan.particles * plan.evidence.cells.size() * sizeof(float)};
}

// Simulates settings as they are asked for, wave after wave, each in blocks of its own.
class Company {
  public:
    Company(StudyRunner& runner, CalibratePlan const& plan, std::vector<Factor> const& numbers)
        : runner_(runner), plan_(plan), numbers_(numbers) {
        for (Factor const& number : numbers) paths_.push_back(number.path);
    }

    [[nodiscard]] Variant variant(std::string name, std::span<double const> where) const {
        std::size_t const rows = where.size() / numbers_.size();
        std::vector<double> values;
        values.reserve(where.size());
        for (std::size_t k = 0; k < where.size(); ++k) values.push_back(believed_at(numbers_[k % numbers_.size()], where[k]));
        std::size_t const first = (rows - next_block_ % rows) % rows;  // of block 0, so that the next block takes the first row
        return {.name = std::move(name),
                .strategy = plan_.strategy,
                .given = std::make_shared<GivenNumbers const>(paths_, std::move(values), first)};
    }

    // [(setting * histories + history) * cells + cell]; nothing if it was stopped, or is part of a study.
    std::vector<float> look(std::uint32_t variant, std::size_t settings) {
        std::size_t const cells = plan_.evidence.cells.size();
        std::vector<Task> tasks;
        for (std::size_t k = 0; k < settings; ++k) tasks.push_back({variant, std::uint32_t(next_block_ + k)});
        next_block_ += settings;
        std::vector<float> values(settings * SimulatedSettings::histories * cells);
        bool const all = runner_.perform(tasks, [&](std::size_t task, BlockResult const& result) {
            if (result.weekly.size() != cells) throw std::invalid_argument("a block was seen by other evidence");
            for (std::size_t cell = 0; cell < cells; ++cell)
                for (int history = 0; history < histories_per_block; ++history)
                    values[(task * SimulatedSettings::histories + std::size_t(history)) * cells + cell] = result.weekly[cell]
                                                                                                                       [history];
        });
        return all && !runner_.is_part() ? std::move(values) : std::vector<float>{};
    }

    std::vector<float> wave(std::size_t number, std::span<double const> where) {
        std::uint32_t const added = runner_.add({variant("wave " + std::to_string(number), where)});
        return look(added, where.size() / numbers_.size());
    }

  private:
    StudyRunner& runner_;
    CalibratePlan const& plan_;
    std::vector<Factor> const& numbers_;
    std::vector<std::string> paths_;
    std::size_t next_block_ = 0;
};

// Strictly between 0 and 1, each number in a stream of its own: evidence that needs one more leaves the others alone.
std::vector<double> drawn_places(std::size_t settings, std::vector<Factor> const& numbers, std::uint64_t seed) {
    std::vector<double> where(settings * numbers.size());
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        std::uint32_t const what = purpose("prior of " + numbers[k].path);
        for (std::size_t row = 0; row < settings; ++row)
            where[row * numbers.size() + k] = std::max(0x1p-53, Stream(seed, std::uint32_t(row), what).uniform());
    }
    return where;
}

Observed observed_in(Calibrated const& calibrated) {
    Observed observed;
    for (EvidenceCell const& cell : calibrated.evidence.cells)
        observed.push_back(calibrated.is_held_out(cell) ? std::numeric_limits<double>::quiet_NaN() : cell.value);
    return observed;
}

}  // namespace

std::vector<Factor> believed_numbers(Model const& model, Evidence const& evidence) {
    std::vector<Factor> numbers;
    std::vector<std::string> const& uncertain = model.uncertain();
    for (Assumption const& number : model.assumptions())
        if (is_uncertain(number) && std::ranges::find(uncertain, number.path) != uncertain.end())
            numbers.push_back({number.path, number.value, number.range});
    for (ParameterSpec const& spec : measurement_specs())
        if (depends_on(evidence, spec.name))
            numbers.push_back(
                {std::string(measurement_prefix) + std::string(spec.name), plausible_distribution(spec), spec.range});
    return numbers;
}

Forecast forecast(ScenarioSource const& source, CalibratePlan const& plan) {
    require_possible(plan);
    return forecast_of(plan, std::make_shared<Model const>(source.read(), plan.strategy));
}

std::optional<Calibrated> calibrate(StudyRunner& runner, CalibratePlan const& plan) {
    require_possible(plan);
    Model const model(runner.source().read(), plan.strategy);
    Calibrated calibrated{.facts = facts_of(model),
                          .settings = plan.settings,
                          .numbers = believed_numbers(model, plan.evidence),
                          .evidence = plan.evidence,
                          .hold_out_from = plan.hold_out_from,
                          .hold_out_wave = plan.hold_out_wave,
                          .posterior = {}};
    calibrated.facts.outcomes = {};  // nothing but what is seen
    Company company(runner, plan, calibrated.numbers);
    SimulatedSettings table{.numbers = calibrated.numbers.size(),
                            .cells = plan.evidence.cells.size(),
                            .where = drawn_places(plan.table, calibrated.numbers, calibrated.facts.seed),
                            .values = {}};
    std::uint32_t const prior = runner.add({company.variant("prior", table.where)});
    bool const is_shared = runner.options().shard.of > 1;
    runner.begin({.kind = "calibrate",
                  .definition = definition_text(plan),
                  .facts = calibrated.facts,
                  .retention = Retention::seen,
                  .planned = is_shared || plan.waves == 0 ? std::optional(std::uint64_t(plan.table)) : std::nullopt,
                  .simulate = [&](Model const& its, std::uint32_t block) { return look_at_block(its, block, plan.evidence); }},
                 forecast_of(plan, runner.model(prior)));
    table.values = company.look(prior, plan.table);
    if (table.values.empty()) return std::nullopt;
    CalibrationPlan how;
    how.seed = calibrated.facts.seed, how.particles = plan.particles;
    how.matching_waves = most_matching_waves, how.sampling_waves = plan.waves;
    how.settings_matched = how.settings_sampled = plan.settings_each;
    how.in_parallel = [&](std::size_t tasks, std::function<void(std::size_t)> const& task) {
        in_parallel(runner.options().threads, tasks, task);
    };
    Observed const observed = observed_in(calibrated);
    std::vector<bool> seen;
    for (double const value : observed) seen.push_back(std::isfinite(value));
    how.patterns = evidence_patterns(plan.evidence, seen);
    if (plan.waves == 0) {
        calibrated.posterior = Calibration(table, seen, how).from_table(observed);
    } else {
        auto posterior = calibrate(
            table, observed, [&](std::size_t wave, std::span<double const> where) { return company.wave(wave, where); }, how);
        if (!posterior) return std::nullopt;
        calibrated.posterior = std::move(*posterior);
    }
    calibrated.retrodictions = retrodict(calibrated, table);
    calibrated.posterior.produced.clear();
    return calibrated;
}

}  // namespace micropol
