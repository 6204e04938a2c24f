#include "findings/calibrated.h"
#include "report/json_in_english.h"
#include "report/write_json.h"
#include "study/sweep/sweep_points.h"

namespace micropol {

namespace {

Json numbers_of(Calibrated const& calibrated) {
    Json numbers = Json::array();
    for (std::size_t k = 0; k < calibrated.numbers.size(); ++k) {
        NumberLearned const& learned = calibrated.posterior.learned[k];
        Factor const& number = calibrated.numbers[k];
        auto const at = [&](double place) { return coordinate_at(number, place); };
        numbers.push_back({{"path", number.path},
                           {"before", Json{{"low", at(0.1)}, {"middle", at(0.5)}, {"high", at(0.9)}}},
                           {"after", Json{{"low", at(learned.low)}, {"middle", at(learned.middle)}, {"high", at(learned.high)}}},
                           {"width_left", learned.width},
                           {"told", learned.told},
                           {"by_chance", learned.by_chance},
                           {"moved", learned.moved}});
    }
    return numbers;
}

Json cells_of(Calibrated const& calibrated) {
    Json cells = Json::array();
    Evidence const& evidence = calibrated.evidence;
    for (std::size_t k = 0; k < evidence.cells.size(); ++k) {
        EvidenceCell const& cell = evidence.cells[k];
        CellProduced const& check = calibrated.posterior.check[k];
        bool const answers = cell.seen == Seen::answer || cell.seen == Seen::spread;
        cells.push_back({{"seen", seen_names[std::size_t(cell.seen)]},
                         {"item", answers ? Json(survey_items()[cell.item].key) : Json()},
                         {"week", cell.week},
                         {"department", cell.group == everybody ? Json() : Json(evidence.departments[cell.group])},
                         {"observed", cell.value},
                         {"held_out", calibrated.is_held_out(cell)},
                         {"low", check.low},
                         {"middle", check.middle},
                         {"high", check.high},
                         {"by_chance", check.by_chance},
                         {"reached", check.reached}});
    }
    return cells;
}

Json misfit_of(Calibrated const& calibrated) {
    ModelMisfit const& misfit = calibrated.posterior.misfit;
    Json unreached = Json::array();
    for (std::size_t const cell : misfit.unreached) unreached.push_back(calibrated.evidence.key_of(cell));
    Json pattern = Json::array();
    for (std::size_t const cell : misfit.pattern) pattern.push_back(calibrated.evidence.key_of(cell));
    return {{"flagged", misfit.flagged},
            {"by_chance", misfit.by_chance},
            {"settings", misfit.settings},
            {"unreached", unreached},
            {"pattern", pattern},
            {"deviations", misfit.deviations},
            {"pattern_by_chance", misfit.pattern_by_chance}};
}

}  // namespace

std::string write_json(Calibrated const& calibrated) {
    StudyFacts const& facts = calibrated.facts;
    Json pairs = Json::array(), waves = Json::array(), directions = Json::array(), retrodictions = Json::array();
    for (PairLearned const& pair : calibrated.posterior.pairs)
        pairs.push_back({{"first", calibrated.numbers[pair.first].path},
                         {"second", calibrated.numbers[pair.second].path},
                         {"correlation", pair.correlation}});
    for (CalibrationWave const& wave : calibrated.posterior.waves)
        waves.push_back({{"matching", wave.matching},
                         {"settings", wave.settings},
                         {"volume_left", wave.volume_left},
                         {"effective", wave.effective}});
    for (DirectionLearned const& direction : calibrated.posterior.directions)
        if (direction.identified)
            directions.push_back({{"variance_left", direction.variance_left}, {"loading", direction.loading}});
    for (Retrodiction const& one : calibrated.retrodictions) {
        Json forecasts = Json::array();
        for (Forecaster const& by : one.forecasters)
            forecasts.push_back({{"name", by.name}, {"crps", by.score}, {"covered_80", by.covered}, {"numbers", by.numbers}});
        retrodictions.push_back({{"seen", seen_names[std::size_t(one.seen)]}, {"forecasts", forecasts}});
    }
    Json const json{{"title", facts.title},
                    {"question", facts.question},
                    {"strategy", facts.strategy},
                    {"headcount", facts.headcount},
                    {"imported", facts.by_person},
                    {"names_shown", facts.privacy.names_shown},
                    {"seed", facts.seed},
                    {"verdict", json_in_english(verdict_on(calibrated))},
                    {"misfit", misfit_of(calibrated)},
                    {"numbers", numbers_of(calibrated)},
                    {"confounded", pairs},
                    {"identified", directions},
                    {"observations", cells_of(calibrated)},
                    {"hold_out_from", calibrated.hold_out_from ? Json(*calibrated.hold_out_from) : Json()},
                    {"hold_out_wave", calibrated.hold_out_wave ? Json(*calibrated.hold_out_wave) : Json()},
                    {"retrodiction", retrodictions},
                    {"particles", calibrated.posterior.count()},
                    {"effective", calibrated.posterior.effective},
                    {"waves", waves}};
    return json.dump(2) + '\n';
}

}  // namespace micropol
