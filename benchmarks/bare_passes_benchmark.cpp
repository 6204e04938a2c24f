// The week against the sum of its bare passes: loops over people that do nothing but one kind of work each. The architecture
// allows the week 1.7 times their sum. Run with --benchmark_filter='bare|whole_week/240' and see `ratio` of bare_sum.

#include <benchmark/benchmark.h>

#include <chrono>

#include "base/worlds_math.h"
#include "company.h"

namespace micropol {

namespace {

using Clock = std::chrono::steady_clock;

struct Columns {
    explicit Columns(Organisation const& organisation)
        : ties(organisation.ties), a(organisation.headcount(), 0.3f), b(a), c(a), out(a), tie(ties.count(), 0.5f) {}
    Ties const& ties;
    std::vector<Worlds> a, b, c, out, tie;
};

void rule(Columns& x, Chance const&) {  // three columns read, one written
    for (std::size_t i = 0; i < x.out.size(); ++i) x.out[i] = x.a[i] + x.b[i] * (x.c[i] - x.a[i]);
}
void logit(Columns& x, Chance const&) {
    for (std::size_t i = 0; i < x.out.size(); ++i) x.out[i] = logistic(x.a[i]);
}
void draw(Columns& x, Chance const& chance) {  // one keyed draw a person, four people a call
    Uniforms u;
    for (std::uint32_t i = 0; i < x.out.size(); ++i) {
        if (i % 4 == 0) u = chance.four(1, 2, i / 4);
        x.out[i] = only(u.of[i % 4] < x.a[i], x.b[i]);
    }
}
void contacts(Columns& x, Chance const&) {  // one column of the contacts
    for (std::size_t i = 0; i < x.out.size(); ++i) {
        Worlds sum = 0.0f;
        for (std::uint32_t t = x.ties.first[i]; t < x.ties.first[i + 1]; ++t) sum += x.a[x.ties.other[t]];
        x.out[i] = sum;
    }
}
void weighted(Columns& x, Chance const&) {  // one column of the contacts, weighted by one of the tie
    for (std::size_t i = 0; i < x.out.size(); ++i) {
        Worlds sum = 0.0f;
        for (std::uint32_t t = x.ties.first[i]; t < x.ties.first[i + 1]; ++t) sum += x.tie[t] * x.a[x.ties.other[t]];
        x.out[i] = sum;
    }
}

struct Kind {
    void (*pass)(Columns&, Chance const&);
    double times_a_week;  // how many such passes the mechanisms make in a week
    char const* where;
};
// Counted from the mechanisms' loops: every column of a contact that is read counts as a pass over contacts, and what a quarter of
// the people do each week as a quarter of a pass. Levers that nobody pulls cost nothing.
constexpr Kind kinds[] = {
    {rule, 64,
     "power 8, stakes 11, information 6, attitude 9, tactics 28 / 4 and 1, ties 8 / 4, coalitions 3, performance 14 / 4 and 1, "
     "status 2 / 4 and 1, adoption 8, climate 8 / 4, turnover 2 / 4, governance 1"},
    {logit, 5, "information 1, tactics 7 / 4, adoption 2, turnover 1 / 4"},
    {draw, 4, "information 1, tactics 1 / 4, coalitions 1 / 4, adoption 1, climate 5 / 4, turnover 1 / 4"},
    {contacts, 1.25, "coalitions: the side to consider, 1 / 4; adoption: stages 1"},
    {weighted, 7.75,
     "information 5 / 4: shared, stake, belief, access, coalition; attitude 2: voice, power; ties 9 / 4: four of the other and five "
     "of the tie, both ways; coalitions 4 / 4; status 1 / 4; climate 4 / 4: voiced, disclosed, coalition, tactic"},
};

double seconds_of(void (*pass)(Columns&, Chance const&), Columns& columns, Chance const& chance) {
    auto const start = Clock::now();
    constexpr int times = 20;
    for (int k = 0; k < times; ++k) {
        pass(columns, chance);
        benchmark::ClobberMemory();
    }
    return std::chrono::duration<double>(Clock::now() - start).count() / times;
}

// Week and passes in turn, so that a noisy machine disturbs both alike.
void bare_sum(benchmark::State& state) {
    Company company(int(state.range(0)));
    Columns columns(company.organisation());
    double week = 0, bare = 0;
    for (auto _ : state) {
        auto const start = Clock::now();
        company.run_week();
        week += std::chrono::duration<double>(Clock::now() - start).count();
        for (Kind const& kind : kinds) bare += kind.times_a_week * seconds_of(kind.pass, columns, company.chance());
    }
    state.counters["week_ns"] = week / double(state.iterations()) / company.work() * 1e9;
    state.counters["bare_ns"] = bare / double(state.iterations()) / company.work() * 1e9;
    state.counters["ratio"] = week / bare;
}
BENCHMARK(bare_sum)->Arg(240)->Arg(1000)->Iterations(300);

}  // namespace

}  // namespace micropol
