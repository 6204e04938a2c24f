#pragma once
// Makes an organisation from a plan: departments with headcounts and spreads of traits, a reporting tree, and an
// acquaintance graph with same-department preference, reciprocity and closure.

#include <optional>
#include <string>
#include <vector>

#include "organisation/organisation.h"

namespace micropol {

struct DepartmentPlan {
    std::string name;
    std::uint32_t headcount = 0;
    Distribution relation_substitutability = 0.0, data_substitutability = 0.0;  // share
    std::array<std::optional<Distribution>, trait_count> trait;                 // [trait]; empty: default_spread
    std::optional<Distribution> tenure_years;
};

// How far people of one department trust those of another at the start.
struct TrustBetween {
    std::string of, toward;    // names of departments
    Distribution trust = 0.0;  // share
};

enum class TieShape { acquaintances, complete, ring, none };  // the last three: null models of network research

struct OrganisationPlan {
    std::string name;
    std::vector<DepartmentPlan> departments;
    std::vector<TrustBetween> trust_between_departments;
    TieShape shape = TieShape::acquaintances;

    // Numbers of organisation_specs(): spans, contacts, preference, reciprocity, closure, strengths and trust at the start.
    Distribution span = 8.0;             // employees who report to one manager
    Distribution contacts = 14.0;        // employees: mean acquaintances of one person
    Distribution same_department = 1.0;  // log-odds of an acquaintance inside the department against outside
    Distribution reciprocity = 0.35;     // share of acquaintances in which both turn to each other
    Distribution closure = 0.3;          // share of informal acquaintances made through a common acquaintance
    Distribution embeddedness = 0.7;     // share: how far starting strength follows the acquaintances that two have in common
    Distribution strength = 0.5;         // share: mean starting strength of an informal tie
    Distribution strength_formal = 0.6;  // share: of a reporting line
    Distribution trust = 0.5;            // share: between departments
    Distribution trust_within = 0.6;     // share: within a department
    Distribution trust_manager = 0.6;    // share: between a person and the manager
    Distribution unreciprocated = 0.5;   // share: strength of the direction that nobody named, against the other
    Distribution latent = 0.0;           // employees: whom one person could come to know, on average
};

using OrganisationSpec = MemberSpec<OrganisationPlan, Distribution>;
[[nodiscard]] std::span<OrganisationSpec const> organisation_specs();
[[nodiscard]] std::span<std::string_view const> tie_shape_names();  // [TieShape]

// An organisation drawn from the plan; the same stream gives the same organisation on every machine.
[[nodiscard]] Organisation generate(OrganisationPlan const& plan, Stream stream);
// Only its departments, ids, reporting lines and levels: no traits, no ties. For who only asks where people are.
[[nodiscard]] Organisation generate_posts(OrganisationPlan const& plan, Stream stream);

}  // namespace micropol
