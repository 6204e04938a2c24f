#include "study/study_runner.h"

#include <algorithm>
#include <list>
#include <mutex>

#include "base/hash.h"

namespace micropol {

namespace {

// Models are made anew when they are needed again: a sweep has more points than memory has room.
class Models {
  public:
    explicit Models(ScenarioSource source) : source_(std::move(source)) {}

    [[nodiscard]] ScenarioSource const& source() const { return source_; }

    std::shared_ptr<Model const> get(std::vector<Variant> const& variants, std::uint32_t number) {
        {
            std::scoped_lock const lock(mutex_);
            for (auto const& [known, model] : recent_)
                if (known == number) return model;
        }
        Variant const& variant = variants.at(number);
        auto model = std::make_shared<Model const>(source_.read(variant.changes), variant.strategy, variant.given);
        std::scoped_lock const lock(mutex_);
        recent_.emplace_front(number, model);
        // Imported people are part of each model.
        if (recent_.size() > (model->scenario().import ? most_imported : most)) recent_.pop_back();
        return model;
    }

  private:
    static constexpr std::size_t most = 1024, most_imported = 64;  // assumed: about 130 kB each without people
    ScenarioSource source_;
    std::mutex mutex_;
    std::list<std::pair<std::uint32_t, std::shared_ptr<Model const>>> recent_;
};

std::vector<Worlds> final_week_of(BlockResult const& result, int weeks) {
    std::vector<Worlds> last;
    for (std::size_t end = std::size_t(weeks); end <= result.weekly.size(); end += std::size_t(weeks))
        last.push_back(result.weekly[end - 1]);
    return last;
}

// What BlockResult::drawn has of a block.
std::vector<std::string> drawn_names(Model const& model) {
    std::vector<std::string> names = model.uncertain();
    if (model.given())
        for (std::string const& path : model.given()->paths())
            if (path.starts_with(measurement_prefix)) names.push_back(path);
    return names;
}

void keep_final_week(BlockResult& result, int weeks, bool departments) {
    BlockResult kept;
    kept.block = result.block, kept.state_hash = result.state_hash;
    kept.weekly = final_week_of(result, weeks), kept.drawn = std::move(result.drawn);
    if (departments) kept.of_departments = std::move(result.of_departments);
    result = std::move(kept);
}

}  // namespace

struct StudyRunner::Implementation {
    mutable Models models;
    Options options;
    std::vector<Variant> variants;
    std::vector<std::uint64_t> fingerprints;  // [variant]
    std::vector<ReadyVariant> ready;          // those not yet in the archive
    Archive* archive = nullptr;
    std::uint64_t asked = 0;
    bool is_part = false;
    std::function<BlockResult(Model const&, std::uint32_t)> simulate_block;  // as the study wants it

    Implementation(ScenarioSource source, Options with) : models(std::move(source)), options(std::move(with)) {}

    // Models are tried in parallel; problems come in the order of the variants, each once.
    void make_ready(std::uint32_t first) {
        std::size_t const count = variants.size() - first;
        std::vector<ReadyVariant> made(count);
        std::vector<std::vector<Problem>> wrong(count);
        in_parallel(options.threads, count, [&](std::size_t k) {
            try {
                auto const model = models.get(variants, first + std::uint32_t(k));
                Hash hash;
                hash.add(model->scenario().resolved).add(model->strategy());
                if (model->given()) hash.add(model->given()->hash());
                made[k] = {variants[first + k], hash.value(), drawn_names(*model)};
            } catch (InvalidInput const& invalid) {
                wrong[k] = invalid.problems();
            }
        });
        std::vector<Problem> problems;
        for (std::vector<Problem> const& of_one : wrong)
            for (Problem const& problem : of_one) {
                auto const same = [&](Problem const& other) {
                    return to_text(other, Language::english) == to_text(problem, Language::english);
                };
                if (std::ranges::none_of(problems, same)) problems.push_back(problem);
            }
        if (!problems.empty()) throw InvalidInput(std::move(problems));
        for (ReadyVariant const& one : made) fingerprints.push_back(one.scenario);
        ready.insert(ready.end(), made.begin(), made.end());
    }

    void archive_ready() {
        if (archive == nullptr) return;
        auto const first = std::uint32_t(variants.size() - ready.size());
        for (std::uint32_t k = 0; k < ready.size(); ++k) archive->add(first + k, ready[k]);
        ready.clear();
    }
};

StudyRunner::StudyRunner(ScenarioSource source, Options options)
    : implementation_(std::make_unique<Implementation>(std::move(source), std::move(options))) {}
StudyRunner::~StudyRunner() = default;

std::uint32_t StudyRunner::add(std::vector<Variant> const& variants) {
    auto& all = implementation_->variants;
    auto const first = std::uint32_t(all.size());
    all.insert(all.end(), variants.begin(), variants.end());
    for (std::size_t k = first; k < all.size(); ++k)
        if (!all[k].given) all[k].given = implementation_->options.given;
    implementation_->make_ready(first);
    implementation_->archive_ready();
    return first;
}

std::vector<Variant> const& StudyRunner::variants() const { return implementation_->variants; }

std::shared_ptr<Model const> StudyRunner::model(std::uint32_t variant) const {
    return implementation_->models.get(implementation_->variants, variant);
}

ScenarioSource const& StudyRunner::source() const { return implementation_->models.source(); }

std::uint64_t StudyRunner::fingerprint(std::uint32_t variant) const { return implementation_->fingerprints.at(variant); }

StudyRunner::Options const& StudyRunner::options() const { return implementation_->options; }

BlockResult StudyRunner::simulate(Task const& task) const {
    auto const simulated = model(task.variant);
    if (implementation_->simulate_block) return implementation_->simulate_block(*simulated, task.block);
    BlockResult result = simulate_block(*simulated, task.block);
    if (options().retention != Retention::everything)
        keep_final_week(result, simulated->scenario().weeks, keeps_departments(options().retention));
    return result;
}

void StudyRunner::begin(StudyIdentity const& study, Forecast const& forecast) {
    Options& options = implementation_->options;
    if (options.shard.of > 1 && !study.planned)
        throw InvalidPlan("shard", "the number of blocks must be known beforehand", "here a rule decides, or what is found",
                          "simulate as many histories as the scenario says");
    options.retention = study.retention, implementation_->simulate_block = study.simulate;
    if (!options.begin) return;
    implementation_->archive = options.begin(study, forecast);
    implementation_->archive_ready();
}

std::uint64_t StudyRunner::asked() const { return implementation_->asked; }
bool StudyRunner::is_part() const { return implementation_->is_part; }

bool StudyRunner::perform(std::span<Task const> tasks, std::function<void(std::size_t, BlockResult const&)> const& finished) {
    Implementation& own = *implementation_;
    std::uint64_t const first = own.asked;
    own.asked += tasks.size();
    std::vector<std::size_t> missing;
    for (std::size_t k = 0; k < tasks.size(); ++k) {
        if (own.archive != nullptr && own.archive->has(first + k, tasks[k]))
            finished(k, own.archive->load(first + k));
        else if (own.options.shard.takes(first + k))
            missing.push_back(k);
        else
            own.is_part = true;
    }
    if (own.options.expected) own.options.expected(missing.size());
    std::vector<Task> wanted;
    for (std::size_t const k : missing) wanted.push_back(tasks[k]);
    auto const keep = [&](std::size_t piece, BlockResult const& result) {
        std::size_t const k = missing[piece];
        if (own.archive != nullptr) own.archive->write(first + k, tasks[k], result);
        finished(k, result);
        if (own.options.finished_block) own.options.finished_block();
    };
    if (own.options.executor != nullptr) return own.options.executor->simulate(*this, wanted, keep);
    return run_pieces(
        wanted.size(), own.options.threads, own.options.stop, [&](std::size_t piece) { return simulate(wanted[piece]); }, keep);
}

std::optional<std::vector<FinalValues>> StudyRunner::final_values(
    std::span<Task const> tasks, std::function<void(std::size_t, BlockResult const&)> const& looked_at) {
    std::vector<FinalValues> last(tasks.size());
    bool const whole = options().retention == Retention::everything;
    bool const all = perform(tasks, [&](std::size_t k, BlockResult const& result) {
        if (looked_at) looked_at(k, result);
        last[k] = whole ? final_week_of(result, model(tasks[k].variant)->scenario().weeks) : result.weekly;
    });
    if (!all || is_part()) return std::nullopt;
    return last;
}

}  // namespace micropol
