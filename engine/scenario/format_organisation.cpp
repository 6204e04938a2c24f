// The organisation: a plan of departments to generate people from, or people and ties from files or lists.

#include "scenario/format.h"

namespace micropol {

namespace {

constexpr Range share{0, 1};
constexpr ParameterSpec substitutability_specs[] = {
    {"relation_substitutability", Unit::share, 0.2, share,
     "how easily others replace what the department does with relationships, before it counts how many can", assumed},
    {"data_substitutability", Unit::share, 0.2, share,
     "how easily others replace what the department does with data, before it counts how many can", assumed},
};
constexpr Distribution DepartmentPlan::*substitutability_members[] = {&DepartmentPlan::relation_substitutability,
                                                                      &DepartmentPlan::data_substitutability};
constexpr ParameterSpec tenure_spec{
    "tenure_years", Unit::years, 7, {0, 60}, "years with the organisation; left out, a gamma distribution of mean 7", assumed};
constexpr ParameterSpec trust_spec{
    "trust", Unit::share, 0.5, share, "how far people of the one trust those of the other at the start", assumed};

ImportPlan& import_of(Scenario& s) { return s.import ? *s.import : s.import.emplace(); }

DepartmentPlan& department_of(Scenario& s) { return s.plan.departments.back(); }

// What was written about the department that is being read.
void note_number(Scenario& s, std::string const& name, Number const& number) {
    s.organisation_numbers.push_back({"organisation.departments." + department_of(s).name + "." + name, number});
}

Field traits_field() {
    Field traits{.key = "traits", .description = "what its people are like at the start: each number is drawn for every person"};
    for (std::size_t k = 0; k < trait_count; ++k) {
        ParameterSpec const& spec = trait_specs()[k];
        Field trait = number_field(spec, [k, name = "traits." + std::string(spec.name)](Scenario& s, Value const& v) {
            if (!v.given) return;
            department_of(s).trait[k] = v.number.value;
            note_number(s, name, v.number);
        });
        trait.default_value = to_default(default_spread(Trait(k)), spec.source);
        traits.fields.push_back(std::move(trait));
    }
    return traits;
}

Field departments_field() {
    Field headcount{.key = "headcount",
                    .kind = Kind::whole,
                    .description = "how many people work there; left out where the people themselves are given",
                    .unit = Unit::employees,
                    .range = {1, most_employees},
                    .store = [](Scenario& s, Value const& v) { department_of(s).headcount = std::uint32_t(v.whole); }};
    Field department{
        .key = "department",
        .description = "a department",
        .fields = {name_field("what it is called", [](Scenario& s, Value const& v) { department_of(s).name = v.text; }),
                   headcount},
        .store = [](Scenario& s, Value const&) { s.plan.departments.emplace_back(); }};
    for (std::size_t k = 0; k < std::size(substitutability_specs); ++k) {
        ParameterSpec const& spec = substitutability_specs[k];
        department.fields.push_back(number_field(spec, [k, name = std::string(spec.name)](Scenario& s, Value const& v) {
            department_of(s).*substitutability_members[k] = v.number.value;
            if (v.given) note_number(s, name, v.number);
        }));
    }
    Field tenure = number_field(tenure_spec, [](Scenario& s, Value const& v) {
        department_of(s).tenure_years = v.number.value;
        note_number(s, std::string(tenure_spec.name), v.number);
    });
    tenure.default_value.reset();  // how tenure spreads over ranks is the generator's own
    department.fields.push_back(tenure);
    department.fields.push_back(traits_field());
    return {.key = "departments",
            .kind = Kind::list,
            .description = "its departments; where people are given, what to assume about those whose data are incomplete",
            .range = {1, 1000},
            .fields = {department}};
}

Field trust_field() {
    auto const side = [](std::string key, std::string description, std::string TrustBetween::*member) {
        Field field = text_field(std::move(key), std::move(description), 200, [member](Scenario& s, Value const& v) {
            s.plan.trust_between_departments.back().*member = v.text;
        });
        field.required = field.is_department = true;
        return field;
    };
    Field trust = number_field(trust_spec, [](Scenario& s, Value const& v) {
        TrustBetween& between = s.plan.trust_between_departments.back();
        between.trust = v.number.value;
        s.organisation_numbers.push_back({"organisation.trust." + between.of + "." + between.toward, v.number});
    });
    trust.default_value.reset();
    trust.required = true;
    Field entry{.key = "trust",
                .description = "trust of one department in another",
                .fields = {side("of", "the department that trusts", &TrustBetween::of),
                           side("toward", "the department it trusts", &TrustBetween::toward), trust},
                .store = [](Scenario& s, Value const&) { s.plan.trust_between_departments.emplace_back(); }};
    return {.key = "trust",
            .kind = Kind::list,
            .description = "trust between departments where it differs from the usual",
            .range = {0, 10000},
            .fields = {entry}};
}

Field file_field(std::string key, std::string description, std::function<void(Scenario&, Value const&)> store) {
    return {.key = std::move(key), .kind = Kind::file, .description = std::move(description), .store = std::move(store)};
}

Field people_field() {
    Field cell = text_field("value", "what is known of the person in that column", 200,
                            [](Scenario& s, Value const& v) { import_of(s).person_rows.back().fields[v.name] = v.text; });
    Field person{.key = "person",
                 .kind = Kind::named,
                 .description = "a person, with the columns that a people file may have",
                 .range = {1, 100},
                 .fields = {cell},
                 .store = [](Scenario& s, Value const& v) {
                     import_of(s).person_rows.push_back({{}, v.place});
                 }};
    Field column = text_field("column", "name of the file's column", 200,
                              [](Scenario& s, Value const& v) { import_of(s).columns[v.name] = v.text; });
    Field misfit = choice_field("misfit", "one kind of them", misfit_names(), "",
                                [](Scenario& s, Value const& v) { import_of(s).drop.set(v.choice); });
    misfit.default_value = {}, misfit.source = {};
    Field sheet = text_field("sheet", "name of a sheet", 200,
                             [](Scenario& s, Value const& v) { import_of(s).sheets.push_back(v.text); });
    return {
        .key = "people",
        .description = "the people themselves instead of headcounts; a bare file name stands for `file`, a bare list for `list`",
        .fields = {file_field("file", "CSV or workbook (.xlsx) with one row for each person, or GraphML",
                              [](Scenario& s, Value const& v) { import_of(s).people = v.file; }),
                   {.key = "list",
                    .kind = Kind::list,
                    .description = "a short list of people in the scenario itself",
                    .range = {1, 10000},
                    .fields = {person}},
                   {.key = "columns",
                    .kind = Kind::named,
                    .description = "which column of the file holds what, where names differ",
                    .range = {0, 100},
                    .fields = {column}},
                   file_field("reports_to",
                              "CSV with columns source and target: who reports to whom, where it is no column of the people file",
                              [](Scenario& s, Value const& v) { import_of(s).reports_to = v.file; }),
                   {.key = "drop",
                    .kind = Kind::list,
                    .description = "rows and values of the files that are left out instead of refused",
                    .range = {0, double(std::size_t(Misfit::count))},
                    .fields = {misfit}},
                   text_field("as_of", "date on which tenure is counted; left out, the newest date in the people's file", 40,
                              [](Scenario& s, Value const& v) { import_of(s).as_of = v.text; }),
                   {.key = "sheets",
                    .kind = Kind::list,
                    .description = "of workbooks: the sheet with the people, then that of each file of ties; else the first",
                    .range = {0, 102},
                    .fields = {sheet}}},
        .only_if_given = true,
        .single_means = "file",
        .list_means = "list",
        .store = [](Scenario& s, Value const&) { import_of(s); }};
}

Field tie_list_field() {
    auto const row = [](Scenario& s) -> TieRow& { return import_of(s).tie_rows.back(); };
    Field from = text_field("from", "id of the person who turns to the other", 200,
                            [row](Scenario& s, Value const& v) { row(s).from = v.text; });
    Field to = text_field("to", "id of the other", 200, [row](Scenario& s, Value const& v) { row(s).to = v.text; });
    from.required = to.required = true;
    Field strength{.key = "strength",
                   .kind = Kind::amount,
                   .description = "how much; any positive weight",
                   .default_value = scalar("1"),
                   .range = {0, 1000000},
                   .source = std::string(assumed),
                   .store = [row](Scenario& s, Value const& v) { row(s).strength = std::get<double>(v.number.value); }};
    Field kind = text_field("kind", "advice, friendship, …; reports-to makes the other the manager", 200,
                            [row](Scenario& s, Value const& v) { row(s).kind = v.text; });
    Field trust{.key = "trust",
                .kind = Kind::amount,
                .description = "trust in the other at the start",
                .unit = Unit::share,
                .range = share,
                .store = [row](Scenario& s, Value const& v) { row(s).trust = std::get<double>(v.number.value); }};
    Field tie{.key = "tie",
              .description = "one direction of an acquaintance",
              .fields = {from, to, strength, kind, trust},
              .store = [](Scenario& s, Value const& v) { import_of(s).tie_rows.emplace_back().place = v.place; }};
    return {.key = "list",
            .kind = Kind::list,
            .description = "a short list of ties in the scenario itself",
            .range = {0, 50000},
            .fields = {tie}};
}

Field ties_field() {
    Field file = file_field("file", "CSV with columns from and to",
                            [](Scenario& s, Value const& v) { import_of(s).ties.push_back(v.file); });
    Field ties{.key = "ties",
               .description = "who knows whom; a bare file name, or a list of them, stands for `files`",
               .single_means = "files",
               .list_means = "files"};
    ties.fields = {
        {.key = "files",
         .kind = Kind::list,
         .description = "files of ties between the people given",
         .range = {0, 100},
         .fields = {file}},
        tie_list_field(),
        {.key = "undirected",
         .kind = Kind::flag,
         .description = "whether every tie given holds in both directions alike",
         .default_value = scalar("off"),
         .store =
             [](Scenario& s, Value const& v) {
                 if (v.flag) import_of(s).undirected = true;
             }},
        {.key = "partial",
         .kind = Kind::flag,
         .description = "whether the ties given are only some of those there are, and acquaintances are drawn besides them",
         .store =
             [](Scenario& s, Value const& v) {
                 if (v.flag) import_of(s).ties_are_some = true;
             }},
        choice_field("shape", "how ties are made where none are given; all but acquaintances are null models", tie_shape_names(),
                     std::string(tie_shape_names().front()),
                     [](Scenario& s, Value const& v) { s.plan.shape = TieShape(v.choice); }),
    };
    Field weights = choice_field(
        "weights",
        "how strong a tie is by its weight in a file: by the rank among those of the same person, as where this is left out, by its logarithm, or by itself",
        weight_scale_names(), "", [](Scenario& s, Value const& v) { import_of(s).weights = WeightScale(v.choice); });
    weights.default_value = {}, weights.source = {};
    ties.fields.push_back(std::move(weights));
    for (OrganisationSpec const& spec : organisation_specs())
        ties.fields.push_back(number_field(
            spec.parameter,
            [member = spec.member, path = "organisation.ties." + std::string(spec.parameter.name)](Scenario& s, Value const& v) {
                s.plan.*member = v.number.value;
                if (v.given) s.organisation_numbers.push_back({path, v.number});
            }));
    return ties;
}

// Who they were is asked afterwards: what would have happened without them.
Field silenced_field() {
    Field person = text_field("person", "id of a person", 200, [](Scenario& s, Value const& v) { s.silenced.push_back(v.text); });
    person.identifies = true;
    return {
        .key = "silenced",
        .kind = Kind::list,
        .description = "people whom nobody hears, sees or asks: without ties and without a vote, though they work on and count",
        .default_value = list({}),
        .range = {0, 10000},
        .fields = {person},
        .store = [](Scenario& s, Value const& v) { s.silenced_place = v.place; }};
}

}  // namespace

Field organisation_format() {
    Field name = text_field("name", "what the organisation is called", 200,
                            [](Scenario& s, Value const& v) { s.plan.name = v.text; });
    name.default_value = scalar("The organisation");
    return {.key = "organisation",
            .description = "who works here: departments to generate people from, or the people themselves",
            .required = true,
            .fields = {name, departments_field(), people_field(), ties_field(), trust_field(), silenced_field()}};
}

}  // namespace micropol
