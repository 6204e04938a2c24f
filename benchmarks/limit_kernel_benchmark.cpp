// Attitude and adoption against their limit: the same equations written by hand for this case, in one sweep over people and
// contacts, with parameters as constants and no records. Both start from the same state and must end in the same bits, or the
// benchmark reports an error; `ratio` is the engine's time over the limit's, taken in turns.

#include <benchmark/benchmark.h>

#include <chrono>

#include "base/worlds_math.h"
#include "company.h"

namespace micropol {

namespace {

using Clock = std::chrono::steady_clock;

struct Values {  // parameters of the two mechanisms as the model uses them
    explicit Values(std::span<ParameterSpec const> specs) : given(specs) {}
    Parameters given;
    float operator[](std::string_view name) const { return given[name]; }
};

MechanismKind const& kind_of(std::string_view key) {
    for (MechanismKind const* kind : mechanism_catalogue())
        if (kind->plugin.key == key) return *kind;
    throw std::out_of_range("no such mechanism");
}

// What one person finds among the contacts, in one sweep.
struct Sweep {
    Worlds weight, heard, aware, adopted;
};

class Limit {
  public:
    Limit(Company& company, History& history)
        : organisation_(company.organisation()), settings_(company.block().settings), chance_(company.chance()),
          history_(history) {}

    void run_week(int week) {
        Ties const& ties = organisation_.ties;
        std::size_t const n = organisation_.headcount();
        Worlds const* const stake = history_[Column::stake].data();
        Worlds const* const pressure = history_[Column::pressure].data();
        Worlds const* const moderation = history_[Column::moderation].data();
        Worlds const* const power = history_[Column::power].data();
        Worlds const* const strength = history_[Column::strength].data();
        Worlds const* const trust = history_[Column::trust].data();
        Worlds const* const before = history_[Column::attitude].data();
        Worlds const* const voiced_before = history_[Column::voiced_attitude].data();
        Worlds const* const stage = history_[Column::stage].data();
        Worlds const* const access = history_[Column::data_access].data();
        Worlds const* const training = history_[Column::training].data();
        Worlds* const attitude = history_.next(Column::attitude).data();
        Worlds* const voiced = history_.next(Column::voiced_attitude).data();
        Worlds* const compliance_next = history_.next(Column::compliance).data();
        Worlds const* const compliance_then = history_[Column::compliance].data();
        Worlds* const stage_next = history_.next(Column::stage).data();
        Worlds* const use = history_[Column::use].data();
        Worlds* const skill = history_[Column::data_skill].data();
        Worlds const aware_before = history_[Column::aware_share][0], adopted_before = history_[Column::reported_adoption][0];
        Worlds const momentum = history_[Column::momentum][0];
        Worlds const usefulness = history_[Column::worth][0] * d_["usefulness_weight"];
        Mask const alive = (history_[Column::stopped][0] == 0.0f) & (history_[Column::initiatives][0] > 0.0f);
        float required = 0.01f;
        for (Initiative const& initiative : settings_.initiatives) required = std::max(required, initiative.required_skill);
        float const per_required = 1.0f / required;

        float const farthest = 2.0f * a_["confidence_bound"], factor = a_["susceptibility"], reactance = a_["reactance"],
                    tolerance = a_["tolerance"], by_trust = a_["tolerance_by_trust"], half = a_["half_compliance"],
                    expected = a_["expected_attitude"], discernment = a_["discernment"];
        float const announcement = d_["announcement"], word_of_mouth = d_["word_of_mouth"], visibility = d_["visibility"],
                    pace = d_["pace"], precision = d_["precision"], constant = d_["constant"],
                    by_attitude = d_["attitude_weight"], by_compliance = d_["compliance_weight"], by_peers = d_["peer_weight"],
                    by_support = d_["support_weight"], ability = d_["ability_weight"], rejection = d_["rejection"],
                    rejection_point = d_["rejection_point"], conversion = d_["conversion"], relapse = d_["relapse"],
                    relapse_point = d_["relapse_point"], habit = d_["habit"], learning = d_["learning"],
                    training_effect = d_["training_effect"];
        Worlds aware_sum = 0.0f, adopted_sum = 0.0f, use_sum = 0.0f;
        Uniforms u;
        for (std::uint32_t i = 0; i < n; ++i) {
            if (i % 4 == 0) u = chance_.four(purpose("adoption"), std::uint32_t(week), i / 4);
            Worlds const own = before[i];
            Sweep s{power[i] * organisation_.of(Trait::self_weight)[i], 0.0f, 0.0f, 0.0f};
            s.heard = s.weight * own;
            for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
                std::uint32_t const j = ties.other[t];
                Worlds const voice = voiced_before[j], other = stage[j];
                Worlds const w = only(magnitude(voice - own) <= farthest, strength[t] * trust[t] * power[j]);
                s.weight += w;
                s.heard += w * voice;
                s.aware += only(other != 0.0f, 1.0f);
                s.adopted += only(other >= 4.0f, 1.0f);
            }
            Worlds const said = select(s.weight > 0.0f, s.heard / max_of(s.weight, 1e-12f), own);
            Worlds const bent = compliance_then[i] * positive_part(Worlds(expected) - said) / (Worlds(1.0f) - compliance_then[i]);
            Worlds const others = max_of(said - bent * discernment, -1.0f);
            Worlds const chi = clamp(Worlds(organisation_.of(Trait::susceptibility)[i] * factor), 0.0f, 1.0f);
            Worlds const boss = organisation_.manager_tie[i] == nobody ? Worlds(1.0f) : trust[organisation_.manager_tie[i]];
            Worlds const beyond = positive_part(pressure[i] * (Worlds(1.0f) - moderation[i] * 0.5f) - tolerance -
                                                boss * by_trust);
            Worlds const x = clamp(stake[i] + (others - stake[i]) * chi - beyond * positive_part(-stake[i]) * reactance, -1.0f,
                                   1.0f);
            Worlds const square = pressure[i] * pressure[i], comply = square / (square + half * half);
            attitude[i] = x;
            compliance_next[i] = comply;
            voiced[i] = x + comply * positive_part(Worlds(expected) - x);

            float const degree = float(ties.degree(i)), each = (1.0f - visibility) / degree;
            Worlds const aware = degree > 0 ? s.aware * each + aware_before * visibility : aware_before * visibility;
            Worlds const adopted = degree > 0 ? s.adopted * each + adopted_before * visibility : adopted_before * visibility;
            Worlds const competence = min_of(skill[i] * per_required, 1.0f),
                         facilities = (access[i] + competence) * 0.5f * momentum;
            Worlds const hear = aware * word_of_mouth + announcement;
            Worlds const step = logistic((x * by_attitude + comply * by_compliance +
                                          (adopted - organisation_.of(Trait::threshold)[i]) * by_peers + facilities * by_support +
                                          constant) *
                                         precision) *
                                pace;
            Worlds const reject = logistic((Worlds(rejection_point) - x) * precision) * (Worlds(1.0f) - comply) * rejection;
            Worlds const conviction = x + (facilities - 0.5f) * ability + usefulness;

            Worlds const now = stage[i];
            Mask const unaware = now == 0.0f, symbolic = now == 4.0f, substantive = now == 5.0f, rejecting = now == -1.0f,
                       convinced = conviction > 0.0f;
            Worlds const ahead = select(rejecting, 1.0f,
                                        select((now == 3.0f) | symbolic, select(convinced, 5.0f, 4.0f), now + 1.0f));
            Worlds const forward = only(alive & ~substantive,
                                        select(symbolic | rejecting, only(convinced, conversion), select(unaware, hear, step)));
            Worlds const doubt = select(alive, only(conviction < relapse_point, relapse), relapse);
            Worlds const back = select(unaware | rejecting, 0.0f, select(substantive, doubt, reject));
            Worlds const draw = u.of[i % 4];
            Worlds const after = select(draw < forward, ahead,
                                        select(draw >= Worlds(1.0f) - back, select(substantive, 4.0f, -1.0f), now));
            stage_next[i] = after;
            Worlds const depth = only(after == 5.0f, competence * access[i] * Worlds(settings_.tool_quality));
            use[i] = clamp(use[i] + (depth - use[i]) * habit, 0.0f, 1.0f);
            skill[i] = skill[i] +
                       (Worlds(1.0f) - skill[i]) * clamp(use[i] * learning + training[i] * training_effect, 0.0f, 1.0f);
            aware_sum += only(after != 0.0f, 1.0f);
            adopted_sum += only(after >= 4.0f, 1.0f);
            use_sum += use[i];
        }
        float const each = 1.0f / float(n);
        history_[Column::aware_share][0] = aware_sum * each;
        history_[Column::reported_adoption][0] = adopted_sum * each;
        history_[Column::mean_use][0] = use_sum * each;
        for (Column const column : {Column::attitude, Column::voiced_attitude, Column::compliance, Column::stage})
            history_.commit(column);
    }

  private:
    Organisation const& organisation_;
    Settings const& settings_;
    Chance const& chance_;
    History& history_;
    Values a_{kind_of("attitude").plugin.parameters}, d_{kind_of("adoption").plugin.parameters};
};

// The flagship with usual parameters for both mechanisms, so that the constants above are the model's.
Company with_usual_parameters(int employees) {
    Scenario scenario = flagship(employees);
    std::erase_if(scenario.mechanisms,
                  [](MechanismSection const& section) { return section.key == "attitude" || section.key == "adoption"; });
    return Company(Model(std::move(scenario), ""));
}

void attitude_and_adoption(benchmark::State& state) {
    Company company = with_usual_parameters(int(state.range(0)));
    History by_hand = company.history();
    Limit limit(company, by_hand);
    double engine_time = 0, limit_time = 0;
    for (auto _ : state) {
        Week week = company.next_week();
        if (week.number == warm_weeks) by_hand = company.history();
        auto const start = Clock::now();
        for (Step const& step : company.block().steps)
            if (step.name == "attitude" || step.name == "adoption") take(step, week, company.history());
        auto const middle = Clock::now();
        limit.run_week(week.number);
        engine_time += std::chrono::duration<double>(middle - start).count();
        limit_time += std::chrono::duration<double>(Clock::now() - middle).count();
    }
    if (by_hand.hash() != company.history().hash()) state.SkipWithError("the limit kernel does other work than the engine");
    double const work = company.work() * double(state.iterations());
    state.counters["engine"] = work / engine_time;
    state.counters["limit"] = work / limit_time;
    state.counters["ratio"] = engine_time / limit_time;
}
BENCHMARK(attitude_and_adoption)->Arg(240)->Arg(1000)->Iterations(390);  // ends before a new start, to compare the states

}  // namespace

}  // namespace micropol
