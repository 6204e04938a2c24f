#include "organisation/department_roles.h"

#include <algorithm>

#include "base/trimmed.h"
#include "organisation/column_names.h"

namespace micropol {

namespace {

bool holds(std::string const& name, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

bool does_marketing(std::string const& name) {
    return holds(name, {"marketing", "marktbearbeitung", "markenfuehrung", "werbung", "brand"});
}
bool does_sales(std::string const& name) {
    bool const is_support = holds(name, {"salesforce", "aftersales", "presales"});
    return !is_support && holds(name, {"sales", "vertrieb", "verkauf", "commercial", "businessdevelopment", "keyaccount",
                                       "aussendienst", "innendienst"});
}

}  // namespace

void name_roles(Organisation const& organisation, DataQuality& quality) {
    std::vector<std::size_t> people(organisation.departments.size());
    for (std::uint16_t const d : organisation.department) ++people[d];
    std::vector<std::size_t> order;
    for (std::size_t d = 0; d < people.size(); ++d) order.push_back(d);
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t d) { return people[d]; });
    for (std::size_t const d : order) {
        std::string const name = compared_heading(organisation.departments[d].name);
        // "Marketing & Sales" is one department, and cannot be both.
        if (does_marketing(name))
            quality.marketing.push_back(organisation.departments[d].name);
        else if (does_sales(name))
            quality.sales.push_back(organisation.departments[d].name);
    }
}

std::vector<std::string> departments_in(std::string const& text, std::vector<std::string> const& known) {
    if (text.find(';') == std::string::npos || std::ranges::find(known, text) != known.end()) return {text};
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t const end = std::min(text.find(';', at), text.size());
        names.emplace_back(trimmed(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
    return names;
}

}  // namespace micropol
