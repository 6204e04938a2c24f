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

HeldWorkshop::HeldWorkshop(ScenarioSource const& source, KnownBlocks& known, std::string_view order)
    : source_(source), known_(known) {
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
    auto const workshop = hold_workshop(
        source_, plan_,
        [&](std::vector<Variant> const& variants, std::span<Task const> tasks) -> std::optional<std::vector<FinalValues>> {
            std::vector<FinalValues> all;
            tasks_.clear();
            for (Task const& task : tasks) {
                auto const found = known_.find(key_of(variants.at(task.variant), task.block));
                if (found == known_.end())
                    tasks_.push_back(task);
                else
                    all.push_back({found->second});
            }
            if (tasks_.empty()) return all;
            variants_ = variants;
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
        // One outcome is measured: that by which one chooses.
        Worlds const last = last_week_of(simulate_block(*model, tasks_[k].block), model->scenario().weeks).at(0);
        auto const* const raw = reinterpret_cast<std::byte const*>(&last);
        bytes.insert(bytes.end(), raw, raw + sizeof last);
    }
    return bytes;
}

void HeldWorkshop::keep(Bytes const& found) {
    if (found.size() != sizeof(Worlds) * tasks_.size()) throw Failure({{}, "a result is cut off"});
    for (std::size_t k = 0; k < tasks_.size(); ++k) {
        Worlds& last = known_[key_of(variants_.at(tasks_[k].variant), tasks_[k].block)];
        std::memcpy(static_cast<void*>(&last), found.data() + k * sizeof last, sizeof last);
    }
}

KnownBlocks::key_type HeldWorkshop::key_of(Variant const& variant, std::uint32_t block) {
    std::string changes;
    for (Change const& one : variant.changes) {
        Override const change = as_override(one);
        changes += change.path + '=' + change.value + '\n';
    }
    std::vector<double> numbers;
    if (variant.given) {
        auto const row = variant.given->of_block(block);
        numbers.assign(row.begin(), row.end());
    }
    return {variant.strategy, std::move(changes), block, std::move(numbers)};
}

}  // namespace micropol::live
