// Every record says what it must, and says it once.

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "base/plausible.h"
#include "base/source.h"
#include "laws/situation.h"
#include "model/known_numbers.h"
#include "support/paths.h"

namespace micropol::laws {
namespace {

void expect_complete(ParameterSpec const& spec) {
    SCOPED_TRACE(spec.name);
    EXPECT_TRUE(std::regex_match(std::string(spec.name), std::regex("[a-z]+(_[a-z]+)*"))) << "a name a scenario can hold";
    EXPECT_FALSE(name_of(spec.unit).empty());
    EXPECT_LE(spec.range.low, spec.default_value);
    EXPECT_LE(spec.default_value, spec.range.high);
    EXPECT_LT(spec.range.low, spec.range.high);
    EXPECT_FALSE(spec.description.empty());
    EXPECT_TRUE(spec.source == assumed || find_source(spec.source) != nullptr) << "unknown source " << spec.source;
}

void expect_complete(std::span<ParameterSpec const> specs) {
    std::set<std::string_view> names;
    for (ParameterSpec const& spec : specs) {
        expect_complete(spec);
        EXPECT_TRUE(names.insert(spec.name).second) << spec.name << " twice";
    }
}

void expect_complete(PluginSpec const& plugin) {
    SCOPED_TRACE(plugin.key);
    EXPECT_TRUE(std::regex_match(std::string(plugin.key), std::regex("[a-z]+(_[a-z]+)*")));
    EXPECT_TRUE(plugin.description.ends_with('.')) << "a sentence";
    expect_complete(plugin.parameters);
    std::set<Column> changed;
    for (Column const column : changed_by(plugin.access))
        EXPECT_TRUE(changed.insert(column).second) << spec_of(column).name << " is declared as changed twice";
}

template <class Kind>
void expect_complete_catalogue(std::span<Kind const* const> catalogue) {
    std::set<std::string_view> keys;
    for (Kind const* kind : catalogue) {
        expect_complete(kind->plugin);
        EXPECT_TRUE(keys.insert(kind->plugin.key).second) << kind->plugin.key << " twice";
    }
}

TEST(Records, of_plugins_are_complete_and_their_keys_unique) {
    expect_complete_catalogue(mechanism_catalogue());
    expect_complete_catalogue(intervention_catalogue());
    expect_complete_catalogue(outcome_catalogue());
}

// "Westphal & Zajac 1994", "Brown et al. 2024": each work is in the list of sources.
void expect_known_works(std::string const& text) {
    std::regex const work("([A-Z][A-Za-z-]+)( & [A-Z][A-Za-z-]+| et al\\.)? ([12][0-9]{3})");
    int found_works = 0;
    for (std::sregex_iterator found(text.begin(), text.end(), work), end; found != end; ++found, ++found_works) {
        std::string const name = (*found)[1], year = '(' + std::string((*found)[3]) + ')';
        EXPECT_TRUE(std::ranges::any_of(sources(), [&](Source const& source) {
            return source.citation.find(name) < source.citation.find(year) &&
                   source.citation.find(year) != std::string_view::npos;
        })) << found->str();
    }
    EXPECT_GT(found_works, 0) << text;
}

TEST(Records, of_interventions_say_what_is_known_what_they_cost_and_how_people_answer) {
    for (InterventionKind const* kind : intervention_catalogue()) {
        SCOPED_TRACE(kind->plugin.key);
        EXPECT_TRUE(kind->evidence.ends_with('.') && kind->counter_move.ends_with('.'));
        expect_known_works(std::string(kind->evidence));
        EXPECT_TRUE(std::ranges::any_of(mechanism_catalogue(), [&](MechanismKind const* mechanism) {
            return kind->counter_move.find('(' + std::string(mechanism->plugin.key)) != std::string_view::npos ||
                   kind->counter_move.find(", " + std::string(mechanism->plugin.key) + ')') != std::string_view::npos;
        })) << "the mechanism in which people answer";
        EXPECT_FALSE(kind->plugin.access.updates.empty());
        EXPECT_GT(kind->plugin.parameters.front().default_value, 0);
        EXPECT_GT(kind->costs.weekly_cost + kind->costs.cost_per_head, 0) << "nothing is free";
        EXPECT_TRUE(!kind->timing || spec_of(kind->timing->column).shape == Shape::organisation);
    }
}

TEST(Records, of_interventions_pull_every_lever_there_is) {
    std::set<Column> pulled;
    for (InterventionKind const* kind : intervention_catalogue())
        pulled.insert(kind->plugin.access.updates.begin(), kind->plugin.access.updates.end());
    for (ColumnSpec const& spec : column_specs()) EXPECT_EQ(pulled.contains(spec.column), is_lever(spec.column)) << spec.name;
}

TEST(Records, of_outcomes_change_nothing_and_have_labels_of_their_own) {
    std::set<std::string_view> labels;
    for (OutcomeKind const* kind : outcome_catalogue()) {
        EXPECT_TRUE(changed_by(kind->plugin.access).empty()) << kind->plugin.key;
        EXPECT_TRUE(kind->plugin.parameters.empty()) << kind->plugin.key;
        EXPECT_TRUE(!kind->label.empty() && labels.insert(kind->label).second) << kind->plugin.key;
        EXPECT_NE(kind->measure, nullptr) << kind->plugin.key;
    }
}

template <class Spec>
std::vector<ParameterSpec> parameters_of(std::span<Spec const> specs) {
    std::vector<ParameterSpec> found;
    for (Spec const& spec : specs) found.push_back(spec.parameter);
    return found;
}

TEST(Records, of_people_ties_settings_and_initiatives_are_complete) {
    expect_complete(trait_specs());
    expect_complete(parameters_of(organisation_specs()));
    expect_complete(parameters_of(initiative_specs()));
    std::map<std::string_view, std::vector<ParameterSpec>> groups;
    for (SettingSpec const& spec : setting_specs()) groups[spec.group].push_back(spec.parameter);
    for (auto const& [group, specs] : groups) {
        SCOPED_TRACE(group);
        expect_complete(specs);
    }
}

// Whoever grades a number higher than assumed says where the figure stands.
bool names_a_place(std::string_view citation) {
    for (std::string_view const place : {"doi:", "abstract", "table", "data set", "web page", "press release"})
        if (citation.find(place) != std::string_view::npos) return true;
    return false;
}

TEST(Records, of_numbers_say_what_is_plausible_and_what_that_rests_on) {
    for (KnownNumber const& number : known_numbers()) {
        SCOPED_TRACE(number.path);
        ParameterSpec const& spec = number.spec;
        Range const plausible = plausible_range(spec);
        EXPECT_LE(spec.range.low, plausible.low);
        EXPECT_LE(plausible.low, spec.default_value);
        EXPECT_LE(spec.default_value, plausible.high);
        EXPECT_LE(plausible.high, spec.range.high);
        if (spec.plausible) {
            EXPECT_LE(spec.range.low, spec.plausible->low);
            EXPECT_LT(spec.plausible->low, spec.plausible->high);
            EXPECT_LE(spec.plausible->high, spec.range.high);
            // Outside of what is believed there is only what switches something off.
            bool const limit = spec.default_value == 0 || spec.default_value == spec.range.low ||
                               spec.default_value == spec.range.high;
            EXPECT_TRUE(plausible.low < plausible.high || limit);
        }
        if (spec.grade == Grade::assumption || spec.grade == Grade::identity) continue;
        EXPECT_TRUE(spec.plausible) << "a figure has an interval";
        Source const* const source = find_source(spec.source);
        ASSERT_TRUE(source);
        EXPECT_TRUE(names_a_place(source->citation)) << source->citation;
    }
}

// What is exact of a lever is the scale of its effect, or that it has none of something at all.
TEST(Records, of_levers_call_exact_only_all_or_nothing) {
    int exact = 0, published = 0;
    for (InterventionKind const* kind : intervention_catalogue())
        for (ParameterSpec const& spec : kind->plugin.parameters) {
            SCOPED_TRACE(std::string(kind->plugin.key) + '.' + std::string(spec.name));
            published += spec.grade != Grade::assumption && spec.grade != Grade::identity;
            if (spec.grade != Grade::identity) continue;
            ++exact;
            bool const effect = &spec == &kind->plugin.parameters.front();
            EXPECT_EQ(spec.default_value, effect ? 1 : 0);
            EXPECT_EQ(spec.source, assumed);
            EXPECT_FALSE(spec.plausible);
        }
    EXPECT_GT(exact, 0);
    EXPECT_GT(published, 0);
}

TEST(Records, of_columns_are_complete) {
    std::set<std::string_view> names;
    for (ColumnSpec const& spec : column_specs()) {
        SCOPED_TRACE(spec.name);
        EXPECT_TRUE(!spec.name.empty() && names.insert(spec.name).second);
        EXPECT_FALSE(spec.description.empty());
        EXPECT_LE(spec.range.low, double(spec.neutral));
        EXPECT_LE(double(spec.neutral), spec.range.high);
    }
}

TEST(Records, say_that_no_two_mechanisms_change_one_column) {
    std::map<Column, std::string_view> changed;
    for (MechanismKind const* kind : mechanism_catalogue())
        for (Column const column : changed_by(kind->plugin.access)) {
            auto const [entry, first] = changed.emplace(column, kind->plugin.key);
            EXPECT_TRUE(first) << spec_of(column).name << " is changed by " << entry->second << " and by " << kind->plugin.key;
        }
}

TEST(Records, give_interventions_columns_that_are_set_back_every_week) {
    std::set<Column> levers;
    for (MechanismKind const* kind : mechanism_catalogue())
        if (kind->interventions_follow) levers.insert(kind->plugin.access.writes.begin(), kind->plugin.access.writes.end());
    for (InterventionKind const* kind : intervention_catalogue())
        for (Column const column : changed_by(kind->plugin.access))
            EXPECT_TRUE(levers.contains(column)) << kind->plugin.key << ": " << spec_of(column).name;
}

// A summary shows no two outcomes in one place.
TEST(Records, give_prominent_outcomes_places_of_their_own) {
    std::set<std::pair<OutcomeSection, int>> places;
    for (OutcomeKind const* kind : outcome_catalogue())
        EXPECT_TRUE(!kind->prominent || places.emplace(kind->prominent->section, kind->prominent->order).second)
            << kind->plugin.key;
    for (OutcomeSection const section : all_outcome_sections)
        EXPECT_TRUE(std::ranges::any_of(places, [&](auto const& place) { return place.first == section; }));
}

TEST(Records, have_one_outcome_for_each_stage_of_adoption) {
    std::multiset<Stage> stages;
    for (OutcomeKind const* kind : outcome_catalogue())
        if (kind->stage) stages.insert(*kind->stage);
    EXPECT_THAT(stages, testing::ElementsAre(Stage::rejecting, Stage::unaware, Stage::aware, Stage::interested, Stage::trial,
                                             Stage::symbolic, Stage::substantive));
}

// A draw is named after what it is for. Two mechanisms that shared a name would share their chance.
TEST(Records, no_two_draws_share_a_purpose) {
    std::map<std::uint32_t, std::string> used;
    std::regex const call("purpose\\(\"([^\"]*)\"\\)");
    for (auto const& entry : std::filesystem::recursive_directory_iterator(paths::source_folder() / "engine")) {
        if (entry.path().extension() != ".cpp") continue;
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        std::string const source = text.str();
        for (std::sregex_iterator found(source.begin(), source.end(), call), end; found != end; ++found) {
            std::string const name = (*found)[1];
            auto const [known, first] = used.emplace(purpose(name), name);
            EXPECT_TRUE(first) << entry.path() << " draws for '" << name << "', as is done elsewhere for '" << known->second
                               << '\'';
        }
    }
    EXPECT_GE(used.size(), 4u) << "the draws of the mechanisms were not found";
}

}  // namespace
}  // namespace micropol::laws
