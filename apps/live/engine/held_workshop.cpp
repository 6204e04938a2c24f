#include "live/engine/held_workshop.h"

#include <cstring>
#include <memory>

#include "base/json_reader.h"
#include "findings/workshop.h"
#include "live/engine/section_json.h"
#include "live/engine/tell.h"
#include "report/write_json.h"
#include "simulation/simulate.h"
#include "words/text.h"

namespace micropol::live {

namespace {

std::vector<std::string> texts_in(JsonReader const& list) {
    std::vector<std::string> texts;
    for (JsonReader const& one : list.items()) texts.push_back(one.text());
    return texts;
}

}  // namespace

HeldWorkshop::HeldWorkshop(ScenarioSource const& source, std::string_view order) : source_(source) {
    Json const json = Json::parse(order);
    JsonReader const reader(json);
    plan_.questions = questions_for(source, texts_in(reader.at("asked")));
    plan_.strategies = texts_in(reader.at("strategies"));
    plan_.blocks = reader.at("blocks").whole<std::uint32_t>(1);
    for (JsonReader const& one : reader.at("answers").items())
        if (auto answers = read_answers(one.at("text").text(), one.at("file").text(), plan_.questions, problems_))
            plan_.answers.push_back(std::move(*answers));
    check_together(plan_.answers, problems_);
}

Json HeldWorkshop::step(Language language) {
    if (!problems_.empty()) {
        Json all = Json::array();
        for (Problem const& problem : problems_) all.push_back(to_text(problem, language));
        return {{"problems", all}};
    }
    std::size_t asked = 0;
    auto const workshop = hold_workshop(
        source_, plan_,
        [&](std::vector<Variant> const& variants, std::span<Task const> tasks) -> std::optional<std::vector<FinalValues>> {
            if (asked < known_.size()) return known_[asked++];
            variants_ = variants, tasks_.assign(tasks.begin(), tasks.end());
            return std::nullopt;
        });
    if (!workshop) return {{"tasks", tasks_.size()}};
    Document const document = findings_of(*workshop);
    Wording const wording(language, document.currency);
    Json headline = Json::array(), sections = Json::array();
    for (Paragraph const& one : document.verdict) headline.push_back(to_text(one.text, wording));
    for (Section const& section : document.sections)
        if (!section.elements.empty() && section.medium != Medium::terminal) sections.push_back(json_of(section, wording));
    return {{"headline", headline}, {"sections", sections}, {"result", Json::parse(write_json(*workshop))}};
}

Bytes HeldWorkshop::simulate(std::size_t first, std::size_t count) const {
    Bytes bytes;
    std::unique_ptr<Model const> model;
    for (std::size_t k = first; k < std::min(first + count, tasks_.size()); ++k) {
        // Tasks of a variant follow one another.
        if (!model || tasks_[k].variant != tasks_[k - 1].variant) {
            Variant const& variant = variants_.at(tasks_[k].variant);
            model = std::make_unique<Model const>(source_.read(variant.changes), variant.strategy, variant.given);
        }
        for (Worlds const& last : last_week_of(simulate_block(*model, tasks_[k].block), model->scenario().weeks)) {
            auto const* const raw = reinterpret_cast<std::byte const*>(&last);
            bytes.insert(bytes.end(), raw, raw + sizeof last);
        }
    }
    return bytes;
}

void HeldWorkshop::keep(Bytes const& found) {
    std::size_t const outcomes = found.size() / sizeof(Worlds) / tasks_.size();
    if (found.size() != outcomes * sizeof(Worlds) * tasks_.size() || outcomes == 0) throw Failure({{}, "a result is cut off"});
    std::vector<FinalValues>& kept = known_.emplace_back(tasks_.size(), FinalValues(outcomes));
    std::size_t at = 0;
    for (FinalValues& values : kept)
        for (Worlds& last : values) std::memcpy(static_cast<void*>(&last), found.data() + at, sizeof last), at += sizeof last;
}

}  // namespace micropol::live
