#include "evidence/screen.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>

#include "base/plausible.h"
#include "behaviour/study.h"
#include "model/known_numbers.h"
#include "model/model.h"

namespace micropol::evidence {

namespace {

using behaviour::Arm;

// Different enough for every mechanism to have something to do.
struct Situation {
    std::string_view file, strategy;
};
constexpr Situation situations[] = {{"marketing_sales.yaml", ""},
                                    {"marketing_sales.yaml", "bundle"},
                                    {"marketing_sales.yaml", "kpi_first"},
                                    {"reorganisation.yaml", "talk_and_look_after"},
                                    {"ai_assistant.yaml", "answers_not_log_ins"},
                                    {"new_manager.yaml", "spread_and_listen"}};

// Of one outcome over all histories.
struct Level {
    double half_way = 0, at_end = 0;  // means
    double spread = 0;                // standard deviation at the end
};

std::map<std::string_view, Level> levels(Arm const& arm, std::filesystem::path const& scenarios, int histories, int threads) {
    Model const model = behaviour::model_of(arm, scenarios, histories);
    std::vector<BlockResult> blocks(model.blocks());
    int const weeks = model.scenario().weeks;
    in_parallel(threads, blocks.size(), [&](std::size_t b) {
        blocks[b] = simulate_block(model.block(std::uint32_t(b)), model.outcomes(), weeks, model.scenario().seed);
    });
    std::map<std::string_view, Level> found;
    double const each = 1.0 / double(blocks.size() * histories_per_block);
    for (std::size_t k = 0; k < model.outcomes().size(); ++k) {
        Level& level = found[model.outcomes()[k]->plugin.key];
        double squares = 0;
        for (BlockResult const& block : blocks) {
            auto const week = [&](int number) { return block.weekly[k * std::size_t(weeks) + std::size_t(number)]; };
            level.half_way += sum_of(week(weeks / 2)) * each;
            for (int h = 0; h < histories_per_block; ++h) {
                double const value = double(week(weeks - 1)[h]);
                level.at_end += value * each, squares += value * value * each;
            }
        }
        level.spread = std::sqrt(std::max(squares - level.at_end * level.at_end, 0.0));
    }
    return found;
}

// The most that an outcome moves in any situation, in standard deviations of histories; adoption in its own unit.
struct Moved {
    std::string path;
    double adoption = 0;
    std::map<std::string_view, double> outcomes;

    [[nodiscard]] auto most() const {
        return std::ranges::max_element(outcomes, {}, [](auto const& one) { return one.second; });
    }
};

}  // namespace

void screen(std::filesystem::path const& scenarios, int histories, int threads) {
    std::vector<Moved> all;
    for (Situation const& situation : situations) {
        auto const at = [&](std::vector<Override> changes) {
            changes.push_back({"assumptions", "default"});
            return levels({"", situation.file, situation.strategy, std::move(changes)}, scenarios, histories, threads);
        };
        auto const usual = at({});
        std::size_t place = 0;
        for (KnownNumber const& number : known_numbers()) {
            Range const plausible = plausible_range(number.spec);
            if (!number.path.starts_with("mechanisms.") || plausible.low == plausible.high) continue;
            if (place == all.size()) all.push_back({number.path, 0, {}});
            Moved& moved = all[place++];
            auto const low = at({{number.path, std::to_string(plausible.low)}}),
                       high = at({{number.path, std::to_string(plausible.high)}});
            for (auto const& [key, level] : usual) {
                if (level.spread == 0) continue;
                Level const &less = low.at(key), &more = high.at(key);
                double const by = std::max(std::abs(more.half_way - less.half_way), std::abs(more.at_end - less.at_end));
                moved.outcomes[key] = std::max(moved.outcomes[key], by / level.spread);
                if (key == "substantive") moved.adoption = std::max(moved.adoption, std::abs(more.at_end - less.at_end));
            }
        }
    }
    std::ranges::sort(all, {}, [](Moved const& one) { return one.most()->second; });
    std::cout
        << "| number | adoption, points | moves most | by, standard deviations | outcomes moved by more than a quarter of one |\n"
           "|---|---|---|---|---|\n";
    for (Moved const& one : all) {
        char text[120];
        auto const clearly = std::ranges::count_if(one.outcomes, [](auto const& outcome) { return outcome.second > 0.25; });
        static_cast<void>(std::snprintf(text, sizeof text, "%.1f | %s | %.2f | %d", one.adoption * 100,
                                        std::string(one.most()->first).c_str(), one.most()->second, int(clearly)));
        std::cout << "| `" << one.path.substr(one.path.find('.') + 1) << "` | " << text << " |\n";
    }
}

}  // namespace micropol::evidence
