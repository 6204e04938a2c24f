#include "store/calibrated_json.h"

#include <algorithm>
#include <cmath>

#include "scenario/format.h"
#include "store/json_members.h"
#include "store/store_file.h"
#include "study/sweep/sweep_text.h"

namespace micropol {

static std::vector<std::string_view> names_of(Seen) { return {std::begin(seen_names), std::end(seen_names)}; }

inline void members(auto& io, Either<EvidenceCell> auto& cell) {
    io("seen", cell.seen), io("week", cell.week), io("group", cell.group), io("item", cell.item), io("value", cell.value);
    io("people", cell.people), io("steps", cell.steps);
    io.where_named("wave", cell.wave);
}

inline void members(auto& io, Either<Evidence> auto& evidence) {
    io("departments", evidence.departments), io("cells", evidence.cells);
}

inline void members(auto& io, Either<CalibrationWave> auto& wave) {
    io("matching", wave.matching), io("settings", wave.settings), io("volume_left", wave.volume_left);
    io("tolerance", wave.tolerance), io("effective", wave.effective);
}

inline void members(auto& io, Either<NumberLearned> auto& number) {
    io("low", number.low), io("middle", number.middle), io("high", number.high), io("width", number.width);
    io("told", number.told), io("by_chance", number.by_chance), io("moved", number.moved);
}

inline void members(auto& io, Either<PairLearned> auto& pair) {
    io("first", pair.first), io("second", pair.second), io("correlation", pair.correlation);
}

inline void members(auto& io, Either<DirectionLearned> auto& direction) {
    io("variance_left", direction.variance_left), io("identified", direction.identified), io("loading", direction.loading);
}

inline void members(auto& io, Either<CellProduced> auto& cell) {
    io("low", cell.low), io("middle", cell.middle), io("high", cell.high), io("by_chance", cell.by_chance);
    io("reached", cell.reached);
}

inline void members(auto& io, Either<ModelMisfit> auto& misfit) {
    io("by_chance", misfit.by_chance), io("flagged", misfit.flagged), io("settings", misfit.settings);
    io("unreached", misfit.unreached), io("pattern", misfit.pattern), io("deviations", misfit.deviations);
    io("pattern_by_chance", misfit.pattern_by_chance);
}

inline void members(auto& io, Either<Posterior> auto& posterior) {
    io("numbers", posterior.numbers), io("cells", posterior.cells), io("where", posterior.where);
    io("effective", posterior.effective), io("waves", posterior.waves), io("learned", posterior.learned);
    io("pairs", posterior.pairs), io("directions", posterior.directions), io("check", posterior.check);
    io("misfit", posterior.misfit);
}

inline void members(auto& io, Either<Forecaster> auto& forecaster) {
    io("name", forecaster.name), io("score", forecaster.score), io("covered", forecaster.covered);
    io("numbers", forecaster.numbers);
}

inline void members(auto& io, Either<Retrodiction> auto& retrodiction) {
    io("seen", retrodiction.seen), io("forecasters", retrodiction.forecasters);
}

namespace {

void require(bool fits, char const* part) {
    if (!fits) throw WrongJson(Message("{0} does not fit", {name(part)}));
}

void require_sound(Calibrated const& calibrated) {
    Posterior const& posterior = calibrated.posterior;
    Evidence const& evidence = calibrated.evidence;
    std::size_t const numbers = calibrated.numbers.size(), cells = evidence.cells.size();
    require(numbers > 0 && posterior.numbers == numbers && posterior.learned.size() == numbers, "numbers");
    require(posterior.cells == cells && posterior.check.size() == cells, "cells");
    require(!posterior.where.empty() && posterior.where.size() % numbers == 0 &&
                std::ranges::all_of(posterior.where, [](double place) { return place > 0 && place < 1; }),
            "where");
    for (EvidenceCell const& cell : evidence.cells)
        require((cell.group == everybody || cell.group < evidence.departments.size()) && cell.item < survey_items().size() &&
                    cell.week >= 0 && double(cell.week) < longest_horizon && std::isfinite(cell.value),
                "evidence");
    for (PairLearned const& pair : posterior.pairs) require(pair.first < numbers && pair.second < numbers, "pairs");
    for (DirectionLearned const& direction : posterior.directions) require(direction.loading.size() == numbers, "directions");
    for (std::size_t const cell : posterior.misfit.unreached) require(cell < cells, "unreached");
    for (std::size_t const cell : posterior.misfit.pattern) require(cell < cells, "pattern");
}

}  // namespace

Json stored_json_of(Calibrated const& calibrated) {
    Json numbers = Json::array();
    for (Factor const& number : calibrated.numbers) numbers.push_back(json_of(number));
    Json json{{"settings", calibrated.settings},
              {"numbers", numbers},
              {"evidence", written(calibrated.evidence)},
              {"hold_out_from", calibrated.hold_out_from ? Json(*calibrated.hold_out_from) : Json()},
              {"posterior", written(calibrated.posterior)},
              {"retrodictions", written(calibrated.retrodictions)}};
    if (calibrated.hold_out_wave) json["hold_out_wave"] = *calibrated.hold_out_wave;
    return json;
}

Calibrated calibrated_in(StoredStudy const& study) {
    std::string const file = study.file().string();
    if (study.record().kind != "calibrate")
        throw InvalidInput({{file},
                            Message("it holds a study of the kind '{0}'", {name(study.record().kind)}),
                            "a posterior is what calibrate keeps",
                            "make one: micropol calibrate SCENARIO --evidence FILE… --output posterior.db"});
    if (!study.finished())
        throw InvalidInput({{file},
                            "the calibration is not finished",
                            "a posterior follows from all of it",
                            Message("go on with {0}", {name(study.record().provenance.command)})});
    try {
        Json const json = Json::parse(study.conclusion());
        JsonReader const said(json);
        Calibrated calibrated{.facts = study.record().facts,
                              .settings = said.at("settings").list<std::string>(),
                              .numbers = {},
                              .evidence = {},
                              .hold_out_from = {},
                              .hold_out_wave = {},
                              .posterior = {}};
        for (JsonReader const& number : said.at("numbers").items()) calibrated.numbers.push_back(factor_in(number));
        read_into(said.at("evidence"), calibrated.evidence);
        if (auto const week = said.find("hold_out_from")) calibrated.hold_out_from = week->whole<int>(0, int(longest_horizon));
        if (auto const wave = said.find("hold_out_wave")) read_into(*wave, calibrated.hold_out_wave.emplace());
        read_into(said.at("posterior"), calibrated.posterior);
        read_into(said.at("retrodictions"), calibrated.retrodictions);
        require_sound(calibrated);
        return calibrated;
    } catch (WrongJson const& wrong) {
        throw InvalidInput(damage(file, place_in("document"), wrong.problem()));
    }
}

}  // namespace micropol
