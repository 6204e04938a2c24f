#include "state/history.h"

#include <algorithm>

#include "state/marketing_and_sales.h"

namespace micropol {

namespace {

std::size_t size_of(Shape shape, std::size_t employees, std::size_t ties) {
    switch (shape) {
        case Shape::organisation: return 1;
        case Shape::employee:
        case Shape::coalition: return employees;
        case Shape::tie: return ties;
    }
    return 0;
}

void start_from(std::span<Worlds> column, std::span<float const> values) {
    std::ranges::transform(values, column.begin(), [](float value) { return Worlds(value); });
}

int started_at_first(std::span<Initiative const> initiatives) {
    return int(std::ranges::count_if(initiatives, [](Initiative const& initiative) { return initiative.start_week <= 0; }));
}

// What follows from traits and starting ties; where no mechanism changes it, it stays.
void start_person(History& history, Organisation const& organisation, Settings const& settings, std::uint32_t i) {
    Ties const& ties = organisation.ties;
    float reach = 0, sought = 0, named = 0, named_by = 0, known = 0, trust = 0, within = 0, contacts_within = 0, across = 0,
          contacts_across = 0;
    for (std::uint32_t t = ties.first[i]; t < ties.first[i + 1]; ++t) {
        reach += ties.strength[t];
        sought += ties.strength[ties.reverse[t]];
        named += ties.strength[t] >= Ties::named_strength ? 1.0f : 0.0f;
        named_by += ties.strength[ties.reverse[t]] >= Ties::named_strength ? 1.0f : 0.0f;
        if (!ties.is_known(t)) continue;
        ++known;
        trust += ties.trust[t];
        float const own = organisation.department[i] == organisation.department[ties.other[t]] ? 1.0f : 0.0f;
        within += own * ties.trust[t];
        contacts_within += own;
        float const counts = crosses(organisation, settings, i, ties.other[t]) ? 1.0f : 0.0f;
        across += counts * ties.trust[t];
        contacts_across += counts;
    }
    history[Column::reach][i] = reach;
    history[Column::sought][i] = sought;
    history[Column::contacts][i] = named;
    history[Column::sought_by][i] = named_by;
    if (known > 0) history[Column::mean_trust][i] = trust / known;
    if (contacts_within > 0) history[Column::trust_within][i] = within / contacts_within;
    if (contacts_across > 0) history[Column::trust_across][i] = across / contacts_across;
    float const record = organisation.of(Trait::relationship_skill)[i], data = organisation.of(Trait::data_skill)[i];
    history[Column::status][i] = history[Column::status_at_start][i] = record + (data - record) * settings.data_reliance_start;
    history[Column::coalition][i] = float(i);  // everyone alone
}

}  // namespace

History::History(Organisation const& organisation, Settings const& settings) {
    std::size_t const employees = organisation.headcount(), ties = organisation.ties.count();
    for (ColumnSpec const& spec : column_specs())
        columns_[std::size_t(spec.column)].assign(size_of(spec.shape, employees, ties), Worlds(spec.neutral));

    History& self = *this;
    self[Column::data_reliance][0] = settings.data_reliance_start;
    self[Column::momentum][0] = settings.start_momentum;
    self[Column::executive_pressure][0] = settings.executive_pressure;
    self[Column::initiatives][0] = float(started_at_first(settings.initiatives));
    self[Column::aware_share][0] = settings.start_stage == Stage::unaware ? 0.0f : 1.0f;
    self[Column::credibility][0] = settings.credibility;
    self[Column::rivalry][0] = settings.rivalry;
    std::ranges::fill(self[Column::moderation], Worlds(settings.moderation));
    std::ranges::fill(self[Column::pressure], Worlds(settings.executive_pressure));
    std::ranges::fill(self[Column::quality_pay], Worlds(settings.quality_weight));
    std::ranges::fill(self[Column::audit], Worlds(settings.audit));
    std::ranges::fill(self[Column::belief], Worlds(settings.start_belief));
    std::ranges::fill(self[Column::stage], Worlds(float(settings.start_stage)));
    start_from(self[Column::data_access], organisation.of(Trait::data_access));
    start_from(self[Column::data_skill], organisation.of(Trait::data_skill));
    start_from(self[Column::attitude], organisation.of(Trait::attitude));
    start_from(self[Column::voiced_attitude], organisation.of(Trait::attitude));
    start_from(self[Column::apparent_attitude], organisation.of(Trait::attitude));
    // The stake anchors the attitude; where nothing computes it, people stay true to where they started.
    start_from(self[Column::stake], organisation.of(Trait::attitude));
    start_from(self[Column::strength], organisation.ties.strength);
    start_from(self[Column::trust], organisation.ties.trust);
    for (std::size_t t = 0; t < ties; ++t)
        self[Column::influence][t] = organisation.ties.strength[t] * organisation.ties.trust[t];
    for (std::uint32_t i = 0; i < employees; ++i) start_person(self, organisation, settings, i);
    self[Column::mean_status][0] = mean_of(self[Column::status]);
    self[Column::marketing_sales_trust][0] = trust_between_marketing_and_sales(self[Column::trust_across], organisation,
                                                                               settings);
}

std::span<Worlds> History::next(Column column) {
    auto& buffer = next_[std::size_t(column)];
    if (buffer.empty()) buffer = columns_[std::size_t(column)];
    return buffer;
}

void History::commit(Column column) { columns_[std::size_t(column)].swap(next_[std::size_t(column)]); }

std::uint64_t History::hash() const {
    std::uint64_t hash = 1469598103934665603u;  // FNV-1a over 32-bit words
    for (auto const& column : columns_)
        for (Worlds const& value : column) {
            std::uint32_t words[histories_per_block];
            std::memcpy(words, &value, sizeof words);
            for (std::uint32_t const word : words) hash = (hash ^ word) * 1099511628211u;
        }
    return hash;
}

std::size_t History::bytes(std::size_t employees, std::size_t ties) {
    std::size_t columns = 0;
    for (ColumnSpec const& spec : column_specs()) columns += size_of(spec.shape, employees, ties);
    constexpr std::size_t double_buffered = 8;  // employee columns with a second buffer, generously
    return (columns + double_buffered * employees) * sizeof(Worlds);
}

}  // namespace micropol
