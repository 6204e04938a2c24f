#include "micropol/people_called.h"

#include "organisation/privacy.h"

namespace micropol::app {

std::vector<Called> people_called(Scenario const& scenario) {
    auto const unreciprocated = float(std::get<double>(OrganisationPlan{}.unreciprocated));  // decides no name
    Organisation const named = import_organisation(*scenario.import, unreciprocated).base;
    Organisation hidden = named;
    hide_names(hidden, scenario.privacy.smallest_group);
    std::vector<Called> people;
    for (std::uint32_t i = 0; i < named.headcount(); ++i) people.push_back({named.id[i], named.called(i), hidden.person[i]});
    return people;
}

}  // namespace micropol::app
