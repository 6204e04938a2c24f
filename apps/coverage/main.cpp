// Runs the experiments and prints what is promised, what was observed, and whether that keeps the promise.
// See engine/documentation/statistics.md.

#include <atomic>
#include <boost/program_options.hpp>
#include <cstdio>
#include <exception>
#include <iostream>
#include <thread>

#include "coverage/experiment.h"
#include "experiments/program.h"
#include "statistics/estimate.h"

namespace micropol::coverage {

namespace {

struct Scale {
    unsigned threads = 1;
    double studies = 1;        // times as many as usual
    double confidence = 0.95;  // of the intervals that decide
};

// [figure] number of studies in which it was so. Whole numbers: their sums do not depend on who counts what.
std::vector<std::size_t> count(Experiment const& experiment, std::size_t studies, unsigned threads) {
    std::vector<std::vector<std::size_t>> counts(threads, std::vector<std::size_t>(experiment.figures.size(), 0));
    std::vector<std::exception_ptr> failures(threads);
    std::atomic<std::uint32_t> next = 0;
    auto const work = [&](unsigned thread) {
        try {
            for (std::uint32_t study = next++; study < studies; study = next++) {
                std::vector<bool> const so = experiment.study(experiment, study);
                for (std::size_t k = 0; k < so.size(); ++k) counts[thread][k] += so[k] ? 1 : 0;
            }
        } catch (...) {
            failures[thread] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned thread = 0; thread < threads; ++thread) workers.emplace_back(work, thread);
    }
    for (std::exception_ptr const& failure : failures)
        if (failure) std::rethrow_exception(failure);
    std::vector<std::size_t> sums(experiment.figures.size(), 0);
    for (auto const& of_thread : counts)
        for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += of_thread[k];
    return sums;
}

struct Verdict {
    bool fails;
    std::string_view text;
};

// What was observed may be off by the luck of the studies: only an interval that lies wholly outside breaks a promise.
Verdict judge(Estimate const& observed, Figure const& figure) {
    bool const broken = observed.high < figure.promise.low || observed.low > figure.promise.high;
    bool const inside = observed.mean >= figure.promise.low && observed.mean <= figure.promise.high;
    switch (figure.expected) {
        case Expected::broken: return broken ? Verdict{false, "noticed"} : Verdict{true, "FAILS: not noticed"};
        case Expected::short_of:
            if (broken) return {false, "falls short"};
            break;
        case Expected::kept:
            if (broken) return {true, "FAILS"};
            break;
    }
    return {false, inside ? "holds" : "open"};
}

void print(Experiment const& experiment, Figure const& figure, std::size_t studies, Estimate const& observed, Verdict verdict) {
    char figures[64];
    static_cast<void>(std::snprintf(figures, sizeof figures, "%zu | %.1f %% | %.1f–%.1f %%", studies, 100 * observed.mean,
                                    100 * observed.low, 100 * observed.high));
    std::cout << "| " << experiment.group << " | " << experiment.situation << (figure.text.empty() ? "" : ": ") << figure.text
              << " | " << figure.promise.text << " | " << figures << " | " << verdict.text << " |\n"
              << std::flush;
}

// Whether nothing fails.
bool run(Scale const& scale, std::string const& only) {
    std::cout << "| figure | situation | promised | studies | observed | " << 100 * scale.confidence
              << " % interval | verdict |\n|---|---|---|---|---|---|---|\n";
    std::size_t failing = 0, all = 0;
    for (auto const& part : {means(), shares(), differences(), equal_strategies(), selections(), indices(), information()})
        for (Experiment const& experiment : part) {
            if (!only.empty() && experiment.group != only) continue;
            auto const studies = std::size_t(double(experiment.studies) * scale.studies);
            std::vector<std::size_t> const so = count(experiment, studies, scale.threads);
            for (std::size_t k = 0; k < so.size(); ++k, ++all) {
                Estimate const observed = estimate_independent_share(so[k], studies, scale.confidence);
                Verdict const verdict = judge(observed, experiment.figures[k]);
                print(experiment, experiment.figures[k], studies, observed, verdict);
                failing += verdict.fails ? 1 : 0;
            }
        }
    if (all == 0) throw boost::program_options::error("no figure is called '" + only + "'");
    std::cout << '\n' << failing << " of " << all << " fail.\n";
    return failing == 0;
}

}  // namespace

}  // namespace micropol::coverage

int main(int count, char** words) {
    namespace po = boost::program_options;
    using namespace micropol;
    po::options_description options("coverage, whether intervals, comparisons and selections keep what they promise");
    options.add_options()("only", po::value<std::string>()->default_value(""),
                          "the figure to look at, for example mean or 'equal strategies'")(
        "quick", "a twentieth of the studies; 99.9 % intervals decide");
    return experiments::program(count, words, options, [](po::variables_map const& given, int threads) {
        bool const quick = given.count("quick") > 0;
        coverage::Scale const scale{threads > 0 ? unsigned(threads) : std::max(1u, std::thread::hardware_concurrency()),
                                    quick ? 0.05 : 1, quick ? 0.999 : 0.95};
        return coverage::run(scale, given["only"].as<std::string>());
    });
}
