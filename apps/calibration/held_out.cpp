// What the table alone yields, of settings that it does not have; and the same after waves of further simulations.

#include <array>
#include <atomic>
#include <fstream>
#include <iostream>
#include <sstream>

#include "calibration/experiment.h"
#include "simulation/simulate.h"
#include "statistics/estimate.h"
#include "study/calibrate/evidence_patterns.h"

namespace micropol::calibration {

namespace {

std::vector<std::string> names_of(MadeCompanies const& companies) {
    std::vector<std::string> names;
    for (Factor const& number : companies.numbers()) names.push_back(number.path.substr(number.path.rfind('.') + 1));
    return names;
}

CalibrationPlan plan_of(Ground const& ground, std::vector<bool> const& seen) {
    CalibrationPlan plan;
    plan.particles = 1'000;
    plan.patterns = evidence_patterns(ground.companies.evidence(), seen);
    plan.matching_waves = 2, plan.settings_matched = 250;
    plan.sampling_waves = 4, plan.settings_sampled = 250;
    plan.in_parallel = [threads = ground.scale.threads](std::size_t tasks, std::function<void(std::size_t)> const& task) {
        in_parallel(threads, tasks, task);
    };
    return plan;
}

void print_learned(std::vector<std::string> const& names, std::vector<Posterior> const& posteriors, Print const& print) {
    double identified = 0;
    std::vector<std::size_t> moved(names.size(), 0);
    std::vector<double> width(names.size(), 0.0);
    std::size_t flagged = 0;
    for (Posterior const& posterior : posteriors) {
        for (DirectionLearned const& direction : posterior.directions)
            identified += direction.identified ? 1 / double(posteriors.size()) : 0;
        for (std::size_t j = 0; j < names.size(); ++j) {
            moved[j] += posterior.learned[j].moved ? 1 : 0;
            width[j] += posterior.learned[j].width / double(posteriors.size());
        }
        flagged += posterior.misfit.flagged ? 1 : 0;
    }
    std::string text;
    for (std::size_t j = 0; j < names.size(); ++j)
        text += (j > 0 ? ", " : "") + names[j] + ' ' + number(posteriors.front().learned[j].told) + '/' + number(width[j]) + '/' +
                percent(double(moved[j]) / double(posteriors.size()));
    print({"held out", "told by the cells / posterior over prior width / called moved", "reported", text});
    print({"held out", "identified directions of " + std::to_string(names.size()), "reported", number(identified)});
    print({"misfit", "false alarms on the model's own companies", "at most 5 %", share_of(flagged, posteriors.size()),
           estimate_independent_share(flagged, posteriors.size()).low <= 0.05 ? Row::Verdict::holds : Row::Verdict::fails});
}

// "rank covered50 covered80 covered95" of every number: a line a company.
std::string line_of(Judgement::Company const& company) {
    std::ostringstream line;
    line.precision(10);
    for (std::size_t j = 0; j < company.ranks.size(); ++j)
        line << company.ranks[j] << ' ' << company.covered[j][0] << ' ' << company.covered[j][1] << ' ' << company.covered[j][2]
             << ' ';
    return line.str();
}
std::vector<Judgement::Company> read_lines(std::filesystem::path const& file, std::size_t numbers) {
    std::vector<Judgement::Company> companies;
    std::ifstream text(file);
    for (std::string line; std::getline(text, line);) {
        std::istringstream words(line);
        Judgement::Company company;
        for (std::size_t j = 0; j < numbers; ++j) {
            double rank = 0;
            std::array<bool, 3> covered{};
            words >> rank >> covered[0] >> covered[1] >> covered[2];
            company.ranks.push_back(rank), company.covered.push_back(covered);
        }
        if (words) companies.push_back(std::move(company));
    }
    return companies;
}

}  // namespace

void judge_held_out(Ground const& ground, Print const& print) {
    std::vector<bool> const seen = ground.companies.seen_before(weeks);
    Calibration const calibration(ground.table, seen, plan_of(ground, seen));
    std::size_t const count = ground.held_out.count();
    std::vector<Posterior> posteriors(count);
    std::vector<Judgement::Company> companies(count);
    std::atomic<std::size_t> done = 0;
    in_parallel(ground.scale.threads, count, [&](std::size_t k) {
        posteriors[k] = calibration.from_table(observed_in(ground.held_out.values_of(k, 0), seen));
        companies[k] = Judgement::look_at(posteriors[k], ground.held_out.where_of(k));
        posteriors[k].where.clear(), posteriors[k].produced.clear(), posteriors[k].produced.shrink_to_fit();
        if (++done % 20 == 0) std::cerr << "\rheld out: " << done << " of " << count << std::flush;
    });
    std::cerr << '\n';
    Judgement judgement(names_of(ground.companies));
    for (Judgement::Company const& company : companies) judgement.add(company);
    judgement.print("held out", print);
    print_learned(names_of(ground.companies), posteriors, print);
}

void judge_waves(Ground const& ground, Print const& print) {
    std::vector<bool> const seen = ground.companies.seen_before(weeks);
    std::size_t const numbers = ground.companies.numbers().size();
    Calibration const calibration(ground.table, seen, plan_of(ground, seen));
    std::filesystem::path const file = ground.scale.folder / "waves.txt";
    std::vector<Judgement::Company> companies = read_lines(file, numbers);
    std::ofstream kept(file, std::ios::app);
    for (std::size_t k = companies.size(); k < ground.scale.companies; ++k) {
        auto const first = std::uint32_t(10'000'000 + 100'000 * k);
        std::vector<double> const truth = ground.companies.draw(first, 1);
        std::vector<float> const values = ground.companies.simulate(truth, first, ground.scale.threads);
        auto const posterior = calibration.by_waves(
            observed_in(std::span(values).first(seen.size()), seen), [&](std::size_t wave, std::span<double const> where) {
                return ground.companies.simulate(where, first + 10'000 * std::uint32_t(wave), ground.scale.threads);
            });
        companies.push_back(Judgement::look_at(*posterior, truth));
        kept << line_of(companies.back()) << '\n' << std::flush;
        std::cerr << "\rwaves: " << k + 1 << " of " << ground.scale.companies << " companies" << std::flush;
    }
    std::cerr << '\n';
    Judgement judgement(names_of(ground.companies));
    for (std::size_t k = 0; k < std::min(companies.size(), ground.scale.companies); ++k) judgement.add(companies[k]);
    judgement.print("waves", print);
}

}  // namespace micropol::calibration
