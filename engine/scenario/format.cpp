#include "scenario/format.h"

#include <utility>

namespace micropol {

namespace {

constexpr double longest_text = 5000, longest_name = 200;  // bytes

Field version_field() {
    return {.key = "micropol",
            .kind = Kind::whole,
            .description = "version of the scenario format",
            .required = true,
            .range = {format_version, format_version}};
}

Field runs_field() {
    Field weeks{.key = "weeks",
                .kind = Kind::whole,
                .description = "how long each history lasts",
                .default_value = scalar("104"),
                .unit = Unit::weeks,
                .range = {1, longest_horizon},
                .source = std::string(assumed),
                .store = [](Scenario& s, Value const& v) { s.weeks = int(v.whole); }};
    Field histories{
        .key = "histories",
        .kind = Kind::whole,
        .description =
            "how many histories are simulated; every sixteen share one drawing of the organisation and of what is uncertain",
        .default_value = scalar("1024"),
        .range = {1, 1000000},
        .source = std::string(assumed),
        .store = [](Scenario& s, Value const& v) { s.histories = int(v.whole); }};
    Field seed{.key = "seed",
               .kind = Kind::whole,
               .description = "chooses the chance that all strategies live through",
               .default_value = scalar("1"),
               .range = {0, 9007199254740992.0},
               .source = std::string(assumed),  // the largest that every JSON reader keeps exactly
               .store = [](Scenario& s, Value const& v) { s.seed = std::uint64_t(v.whole); }};
    return {.key = "runs", .description = "how long and how often", .fields = {weeks, histories, seed}};
}

Field money_field() {
    Field money{.key = "money",
                .description = "what work and leads are worth, from figures of a year that a company has, in thousands",
                .fields = {},
                .only_if_given = true};
    auto const add = [&](std::string const& key, std::string description, Unit unit) {
        money.fields.push_back({.key = key,
                                .kind = Kind::amount,
                                .description = std::move(description),
                                .unit = unit,
                                .range = {0, 1e9},
                                .store = [path = "money." + key](Scenario& s, Value const& v) {
                                    s.settings.push_back({path, v.number});
                                }});
    };
    add("revenue", "revenue of all people together: gives performance.value_of_work, by headcount and thirteen", Unit::money);
    add("salary",
        "salary of the mean person and what goes with it: gives performance.value_of_work where there is no revenue, by thirteen",
        Unit::money);
    add("leads", "leads that Sales get from Marketing, if they pursue them all", Unit::one);
    add("lead_value",
        "what a pursued lead brings on average: with leads it gives mechanisms.performance.lead_share, against what all of Marketing's "
        "work is worth",
        Unit::money);
    return money;
}

}  // namespace

Field text_field(std::string key, std::string description, double longest, std::function<void(Scenario&, Value const&)> store) {
    return {.key = std::move(key),
            .kind = Kind::text,
            .description = std::move(description),
            .range = {0, longest},
            .store = std::move(store)};
}

Field name_field(std::string description, std::function<void(Scenario&, Value const&)> store) {
    return {.key = "name",
            .kind = Kind::text,
            .description = std::move(description),
            .required = true,
            .range = {1, longest_name},
            .identifies = true,
            .is_name = true,
            .store = std::move(store)};
}

Field choice_field(std::string key, std::string description, std::span<std::string_view const> choices, std::string default_value,
                   std::function<void(Scenario&, Value const&)> store) {
    return {.key = std::move(key),
            .kind = Kind::choice,
            .description = std::move(description),
            .default_value = scalar(std::move(default_value)),
            .source = std::string(assumed),
            .choices = {choices.begin(), choices.end()},
            .store = std::move(store)};
}

Field scenario_format(KnownPlugins const& known) {
    Field format{.description = "A scenario: an organisation, the transformation it wants, and what may help"};
    auto& fields = format.fields;
    fields.push_back(version_field());
    Field title = text_field("name", "title of the scenario; without one, the file's name", longest_name,
                             [](Scenario& s, Value const& v) { s.name = v.text; });
    title.is_name = true;
    fields.push_back(std::move(title));
    fields.push_back(text_field("question", "what the scenario shall answer", longest_text,
                                [](Scenario& s, Value const& v) { s.question = v.text; }));
    fields.push_back(text_field("claim", "the claim it puts to the test", longest_text,
                                [](Scenario& s, Value const& v) { s.claim = v.text; }));
    fields.push_back(text_field("source", "where claim and numbers come from", longest_text,
                                [](Scenario& s, Value const& v) { s.source = v.text; }));
    fields.push_back(organisation_format());
    for (Field& field : situation_format()) fields.push_back(std::move(field));
    for (Field& field : plugin_format(known)) fields.push_back(std::move(field));
    fields.push_back(choice_field(
        "assumptions",
        "the numbers that the scenario does not give: their usual values, or drawn once a block from what is plausible",
        assumptions_names, "default", [](Scenario& s, Value const& v) { s.assumptions = Assumptions(v.choice); }));
    Field currency = text_field(
        "currency", "what money is called that the scenario gives and results show, in thousands: CHF, Franken; left out, euros",
        20, [](Scenario& s, Value const& v) { s.currency = v.text == "EUR" ? "" : v.text; });
    currency.range.low = 1, currency.is_name = true;
    fields.push_back(std::move(currency));
    fields.push_back(money_field());
    fields.push_back(runs_field());
    return format;
}

}  // namespace micropol
