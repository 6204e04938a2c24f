#include "findings/assumption_words.h"

#include <algorithm>
#include <map>

#include "base/plausible.h"
#include "findings/sweep_words.h"

namespace micropol {

namespace {

// "levers.training.effect": training. Names of initiatives may have dots themselves.
std::string_view owner_in(std::string_view path) {
    std::size_t const last = path.rfind('.'), first = path.find('.');
    if (first == last) return {};
    std::string_view owner = path.substr(first + 1, last - first - 1);
    if (owner.starts_with("initiatives.")) owner.remove_prefix(std::string_view("initiatives.").size());
    return owner;
}

Phrase owner_called(std::string_view path) {
    std::string_view const owner = owner_in(path);
    if (path.starts_with("levers.")) return lever(owner);
    if (path.starts_with("mechanisms.")) return Message("mechanism " + std::string(owner));
    return name(owner);
}

}  // namespace

Phrase grade_of(DrawnNumber const& number) {
    if (number.given || !number.record) return in_context("grade", "the scenario's own");
    switch (number.record->grade) {
        case Grade::assumption: break;
        case Grade::practice: return in_context("grade", "practice");
        case Grade::study: return in_context("grade", "single study");
        case Grade::meta: return in_context("grade", "meta-analysis");
        case Grade::trial: return in_context("grade", "randomised trials");
        case Grade::identity: return in_context("grade", "definition");
    }
    return in_context("grade", "assumed");
}

Phrase unit_of(DrawnNumber const& number) {
    if (!number.record || number.record->unit == Unit::one) return {};
    return in_context("unit", name_of(number.record->unit));
}

std::vector<CalledNumber> called(std::vector<DrawnNumber> const& drawn) {
    auto const end_of = [](std::string const& path) { return path.substr(path.rfind('.') + 1); };
    std::map<std::string, std::size_t> ends;
    for (DrawnNumber const& number : drawn) ++ends[end_of(number.path)];
    std::vector<CalledNumber> all;
    for (DrawnNumber const& number : drawn) {
        std::string const end = end_of(number.path);
        bool const is_own = number.path.starts_with("levers.") || number.path.starts_with("transformation.") || ends[end] > 1;
        bool const names_owner = is_own && !owner_in(number.path).empty();
        Phrase const label = names_owner ? Message(in_context("number", "{0} of {1}").id, {name(end), owner_called(number.path)})
                                         : name(end);
        Listing basis{.items = {}, .joined = Listing::Joined::by_commas};
        if (Phrase unit = unit_of(number); !unit.empty()) basis.items.push_back(std::move(unit));
        basis.items.push_back(grade_of(number));
        Message const described("{0} ({1})", {label, basis});
        all.push_back(
            {label, basis, described,
             number.record ? Message("{0}: {1} ({2})", {label, Message(number.record->description), basis}) : described});
    }
    return all;
}

Phrase group_called(std::string_view group) {
    std::size_t const dot = group.find('.');
    if (dot == std::string_view::npos) return name(std::string(group));
    if (group.starts_with("levers.")) return lever(group.substr(dot + 1));
    return Message("mechanism " + std::string(group.substr(dot + 1)));
}

Phrase values_inside(DrawnNumber const& number, Range inside) {
    Factor factor{.path = number.path, .values = number.words, .range = inside};
    if (number.words.empty()) {
        auto const [low, high] = std::ranges::minmax(number.values);
        factor.values = Distribution{UniformDistribution{low, high}};
    }
    return describe(factor, inside);
}

}  // namespace micropol
