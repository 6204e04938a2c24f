#include "organisation/organisation.h"

namespace micropol {

namespace {

enum class Shape : std::uint8_t { fixed, beta, normal };

// All there is to say about one trait: its record, and how it spreads over people where nothing else is known.
struct TraitRecord {
    ParameterSpec spec;
    Shape shape;
    double sd;
};

constexpr Range shares{0, 1};

constexpr std::array<TraitRecord, trait_count> records = {{
    {{"political_skill", Unit::share, 0.5, shares, "how well political effort works; scales effect, not virtue", assumed},
     Shape::beta,
     0.18},
    {{"relationship_skill", Unit::share, 0.5, shares, "coping with what is settled through relationships and intuition", assumed},
     Shape::beta,
     0.18},
    {{"data_skill", Unit::share, 0.35, shares, "coping with what is settled by reading data, at the start; grows", assumed},
     Shape::beta,
     0.18},
    {{"data_access", Unit::share, 0.2, shares, "part of the relevant data within reach at the start; spreads", assumed},
     Shape::beta,
     0.1},
    {{"susceptibility", Unit::share, 0.5, shares, "weight of colleagues' voiced attitudes against one's own stake", assumed},
     Shape::normal,
     0.15},
    {{"threshold",
      Unit::share,
      0.3,
      {-1, 2},
      "share of adopting contacts at which one follows: at or below 0 one starts alone, above 1 one never follows",
      assumed},
     Shape::normal,
     0.15},
    {{"self_weight",
      Unit::one,
      0,
      {0, 10},
      "weight of one's own opinion among those listened to, in ties of full strength",
      assumed},
     Shape::fixed,
     0},
    {{"attitude",
      Unit::attitude,
      0,
      {-1, 1},
      "private attitude to the transformation at the start; left out, it follows from the stake",
      assumed},
     Shape::fixed,
     0},
    {{"individuality",
      Unit::one,
      0,
      {-4, 4},
      "what of the attitude no stake explains, in standard deviations (mechanisms.attitude.individuality)",
      assumed},
     Shape::normal,
     1},
    {{"career", Unit::share, 0.25, shares, "weight of the goal career; the five goals are scaled to sum 1", assumed},
     Shape::beta,
     0.08},
    {{"pay", Unit::share, 0.2, shares, "weight of the goal pay", assumed}, Shape::beta, 0.08},
    {{"status", Unit::share, 0.2, shares, "weight of the goal status", assumed}, Shape::beta, 0.08},
    {{"security", Unit::share, 0.2, shares, "weight of the goal security", assumed}, Shape::beta, 0.08},
    {{"company", Unit::share, 0.15, shares, "weight of the company's own goals", assumed}, Shape::beta, 0.08},
}};

constexpr auto specs = [] {
    std::array<ParameterSpec, trait_count> found{};
    for (std::size_t k = 0; k < trait_count; ++k) found[k] = records[k].spec;
    return found;
}();

}  // namespace

std::span<ParameterSpec const, trait_count> trait_specs() { return specs; }

Distribution default_spread(Trait trait) {
    TraitRecord const& record = records[std::size_t(trait)];
    switch (record.shape) {
        case Shape::beta: return BetaDistribution{record.spec.default_value, record.sd};
        case Shape::normal: return NormalDistribution{record.spec.default_value, record.sd};
        case Shape::fixed: break;
    }
    return record.spec.default_value;
}

}  // namespace micropol
