#include "state/settings.h"

#include <algorithm>

namespace micropol {

namespace {

constexpr Range share{0, 1};
constexpr Range attitude{-1, 1};

// clang-format off
constexpr SettingSpec all_settings[] = {
    {"transformation",
     {"data_reliance_start", Unit::share, 0.15, share,
      "how far decisions rest on data rather than on relationships and experience when the transformation starts", assumed},
     &Settings::data_reliance_start},
    {"transformation",
     {"data_reliance_ceiling", Unit::share, 0.6, share,
      "how far decisions can come to rest on data once everyone decides with them", assumed,
      Grade::assumption, Range{0.2, 0.9}},
     &Settings::data_reliance_ceiling},
    {"transformation",
     {"tool_quality", Unit::share, 0.6, share, "how well the tools serve those who work with them", "venkatesh_2003"},
     &Settings::tool_quality},
    {"transformation",
     {"message", Unit::attitude, 0.7, attitude, "what official communication says about the benefit for the company", assumed},
     &Settings::message},
    {"transformation",
     {"communication", Unit::per_week, 0.03, share, "weight of official communication against one's own belief", assumed},
     &Settings::communication},
    {"transformation",
     {"start_belief", Unit::attitude, 0.15, attitude, "what people believe about the benefit before they hear or see anything",
      assumed},
     &Settings::start_belief},
    {"culture",
     {"power_distance",
      Unit::one,
      1,
      {0, 3},
      "how much rank counts: the exponent on authority in a person's power",
      "hickson_1971"},
     &Settings::power_distance},
    {"culture",
     {"rivalry", Unit::share, 0.3, share, "how far colleagues compete with one another", "connelly_2012"},
     &Settings::rivalry},
    {"culture",
     {"data_hoarding", Unit::share, 0.3, share, "how far it is usual here to keep what one knows to oneself", "connelly_2012"},
     &Settings::data_hoarding},
    {"governance",
     {"executive_pressure", Unit::share, 0.2, share, "how hard the top demands the change when it starts", assumed},
     &Settings::executive_pressure},
    {"governance",
     {"moderation", Unit::share, 0.1, share,
      "how far leaders recognise what people stand to lose, and soften it; interventions can raise it", assumed},
     &Settings::moderation},
    {"governance",
     {"credibility", Unit::share, 0.6, share, "how far people believe the sponsor when the transformation starts", assumed},
     &Settings::credibility},
    {"governance",
     {"start_momentum", Unit::share, 0.7, share, "funding and attention behind the transformation when it starts", assumed},
     &Settings::start_momentum},
    {"governance",
     {"committee_level",
      Unit::code,
      1,
      {0, 20},
      "lowest level that sits in the deciding committee; 0 are people without reports",
      assumed},
     &Settings::committee_level},
    {"performance",
     {"specialisation", Unit::share, 0.7, share,
      "how far the quality of the work counts and not its quantity, as in specialised trade between firms", "baker_2002"},
     &Settings::specialisation},
    {"performance",
     {"quality_weight", Unit::share, 0.3, share, "weight of quality, against quantity, in what is paid for", assumed},
     &Settings::quality_weight},
    {"performance",
     {"piece_rate", Unit::one, 0.5, {0, 2}, "pay for a unit of measured work, against its worth", assumed},
     &Settings::piece_rate},
    {"performance",
     {"audit", Unit::one, 0.2, share, "probability of an audit times the penalty for a unit that was gamed, against its worth", assumed},
     &Settings::audit},
    {"performance",
     {"gaming_ease", Unit::one, 0.6, {0, 5}, "units gamed for each unit of pay beyond the expected penalty, by someone of usual political skill",
      assumed},
     &Settings::gaming_ease},
    {"performance",
     {"value_of_work", Unit::money, 8, {0, 1000}, "worth of one unit of work; a person usually does about a quarter of a unit a week", assumed},
     &Settings::value_of_work},
    {"performance",
     {.name = "figures_elsewhere", .unit = Unit::share, .default_value = 0, .range = share,
      .description = "how far figures decide what people outside Marketing and Sales are paid: at 1 as there; at 0 no figure and no lever of pay "
                     "moves their salary, and they game none; where neither department is named everybody counts as there",
      .source = assumed, .plausible = Range{0, 0.5}},
     &Settings::figures_elsewhere},
    {"performance",
     {.name = "standing", .unit = Unit::one, .default_value = 0.5, .range = {0, 5},
      .description = "what a unit above the colleagues' figures is worth under full rivalry, against the pay for it; 0: colleagues' figures are nothing "
                     "to anybody",
      .source = "lazear_rosen_1981", .plausible = Range{0.2, 1}},
     &Settings::standing},
    {"performance",
     {.name = "incorruptible", .unit = Unit::share, .default_value = 0.4, .range = share,
      .description = "share of people who never produce a false figure, whatever it would bring; 0: everybody would", .source = "fischbacher_2013",
      .grade = Grade::study, .plausible = Range{0.2, 0.6}},
     &Settings::incorruptible},
    {"performance",
     {.name = "scruple", .unit = Unit::one, .default_value = 0.3, .range = {0, 2},
      .description = "what a false unit costs the conscience of those who mind it most, against the pay for it; people lie evenly between 0 and it; "
                     "0: nobody minds",
      .source = "abeler_2019", .plausible = Range{0.1, 0.6}},
     &Settings::scruple},
    {"success",
     {"substantive", Unit::share, 0.5, share,
      "substantive adoption in the last week from which the transformation counts as a success", assumed,
      Grade::identity},
     &Settings::success_substantive},
};
// clang-format on

constexpr std::string_view all_rules[] = {"marketing", "sales", "ceo", "committee", "customer"};

constexpr std::string_view all_stages[] = {"rejecting", "unaware", "aware", "interested", "trial", "symbolic", "substantive"};

// clang-format off
constexpr InitiativeSpec all_initiative_numbers[] = {
    {{"benefit", Unit::share, 0.4, share,
      "how far the organisation's work improves where it is used with perfect data", assumed, Grade::assumption, Range{0.1, 0.8}},
     &Initiative::benefit},
    {{"transparency", Unit::share, 0.5, share, "how far it shows who achieves what", assumed}, &Initiative::transparency},
    {{"required_skill", Unit::share, 0.35, share, "data skill that one needs to decide with it", assumed},
     &Initiative::required_skill},
    {{"interdependence", Unit::attitude, 0, share,
      "how much more using it is worth where everybody whose use one sees uses it, too, in proportion to how many do; 0: use is worth the "
      "same alone",
      "katz_shapiro_1985", Grade::assumption, Range{0, 0.4}},
     &Initiative::interdependence},
    {{"start_week", Unit::weeks, 0, {0, 1040}, "week for which its start is planned; the deciding body starts it", assumed},
     &Initiative::start_week},
};
constexpr std::string_view all_shocks[] = {"sponsor_leaves", "budget_cut", "reorganisation", "key_person_leaves"};

constexpr ShockSpec all_shock_numbers[] = {
    {{"size", Unit::share, 0.5, share,
      "how much is lost: of the pressure from the top, of funding, or of the strength of ties; a key person leaves whole", assumed},
     &Shock::size},
    {{"hazard", Unit::per_week, 0.005, share, "probability in a week, where no week is planned", assumed}, &Shock::hazard},
};
// clang-format on

}  // namespace

std::span<SettingSpec const> setting_specs() { return all_settings; }
std::span<std::string_view const> decision_rule_names() { return all_rules; }
std::span<std::string_view const> stage_names() { return all_stages; }
std::span<std::string_view const> shock_names() { return all_shocks; }
std::span<ShockSpec const> shock_specs() { return all_shock_numbers; }
float most_of(std::span<Initiative const> initiatives, float Initiative::*number) {
    float most = 0;
    for (Initiative const& initiative : initiatives) most = std::max(most, initiative.*number);
    return most;
}

float most_required_skill(std::span<Initiative const> initiatives) {
    return std::max(most_of(initiatives, &Initiative::required_skill), 0.01f);
}

std::span<InitiativeSpec const> initiative_specs() { return all_initiative_numbers; }

}  // namespace micropol
