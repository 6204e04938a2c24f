// engine/documentation is what the program writes now, and nothing of the model is missing from it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <span>

#include "base/source.h"
#include "cli/program.h"
#include "interventions/intervention.h"
#include "mechanisms/mechanism.h"
#include "model/model.h"
#include "organisation/generate.h"
#include "outcomes/outcome.h"
#include "state/settings.h"
#include "support/paths.h"

namespace micropol {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

fs::path const sources_of_all = paths::source_folder();
fs::path const documentation = sources_of_all / "engine/documentation";

// Not made from records.
bool is_by_hand(std::string const& page) {
    return page == "calibration.md" || page == "model.md" || page == "statistics.md" || page == "reliability.md" ||
           page == "works_councils.md" || page == "elsewhere.md" || page == "stakeholder_map.md" || page.starts_with("examples/");
}

// By path below the folder.
std::map<std::string, std::string> pages_below(fs::path const& folder) {
    std::map<std::string, std::string> pages;
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".md")
            pages[entry.path().lexically_relative(folder).generic_string()] = cli::content_of(entry.path());
    return pages;
}

std::string page(std::string const& name) { return cli::content_of(documentation / name); }
std::string page_of(MechanismKind const& kind) { return page("mechanisms/" + std::string(kind.plugin.key) + ".md"); }

TEST(Documentation, is_what_the_program_writes_now) {
    cli::Folder const folder;
    cli::Outcome const said = cli::run({"describe", "--pages", (folder / "pages").string()});
    ASSERT_EQ(said.code, 0) << said.errors;
    auto const now = pages_below(folder / "pages"), kept = pages_below(documentation);
    for (auto const& [name, text] : now) {
        bool const same = kept.contains(name) && kept.at(name) == text;
        EXPECT_TRUE(same) << "engine/documentation/" << name << " is not of today: run ./dev document";
    }
    for (auto const& [name, text] : kept)
        EXPECT_TRUE(now.contains(name) || is_by_hand(name))
            << "engine/documentation/" << name << " is of nothing: run ./dev document";
}

// A page is long: a failure names what is missing from it.
void expect_on(std::string const& page, std::string const& part) {
    EXPECT_TRUE(page.find(part) != std::string::npos) << "nothing on " << part << ": run ./dev document";
}

// Some row of a table begins with the name and holds the meaning: a column and a trait may share a name.
void expect_row(std::string const& text, std::string const& name, std::string const& meaning) {
    std::string const begin = "| `" + name + "` |";
    for (std::size_t row = text.find(begin); row != std::string::npos; row = text.find(begin, row + 1))
        if (text.substr(row, text.find('\n', row) - row).find("| " + meaning + " |") != std::string::npos) return;
    ADD_FAILURE() << "nothing on " << name << ", " << meaning << ": run ./dev document";
}

void expect_row(std::string const& text, ParameterSpec const& spec, std::string const& group = "") {
    expect_row(text, group + std::string(spec.name), std::string(spec.description));
}

TEST(Documentation, has_every_column) {
    std::string const odd = page("odd.md");
    for (ColumnSpec const& spec : column_specs()) expect_row(odd, std::string(spec.name), std::string(spec.description));
}

TEST(Documentation, says_who_reads_and_who_changes_each_column) {
    for (MechanismKind const* kind : mechanism_catalogue()) {
        std::string const text = page_of(*kind);
        auto const expect_one_of = [&](std::span<Column const> columns, std::string const& accesses) {
            for (Column const column : columns) {
                std::string const name(spec_of(column).name);
                EXPECT_TRUE(std::regex_search(text, std::regex("\\| `" + name + "` \\| (" + accesses + ") \\|")))
                    << kind->plugin.key << ' ' << name;
            }
        };
        expect_one_of(kind->plugin.access.reads, "reads|reads and writes|updates");
        expect_one_of(kind->plugin.access.writes, "writes|reads and writes");
        expect_one_of(kind->plugin.access.updates, "updates");
    }
}

TEST(Documentation, has_every_number_trait_and_setting) {
    std::string const odd = page("odd.md");
    for (SettingSpec const& spec : setting_specs()) expect_row(odd, spec.parameter, std::string(spec.group) + '.');
    for (InitiativeSpec const& spec : initiative_specs()) expect_row(odd, spec.parameter);
    for (ShockSpec const& spec : shock_specs()) expect_row(odd, spec.parameter);
    for (ParameterSpec const& spec : trait_specs()) expect_on(odd, std::string(spec.description));
    for (OrganisationSpec const& spec : organisation_specs()) expect_on(odd, std::string(spec.parameter.description));
    for (MechanismKind const* kind : mechanism_catalogue())
        for (ParameterSpec const& spec : kind->plugin.parameters)
            expect_on(page_of(*kind), "| `" + std::string(spec.name) + "` | " + std::string(name_of(spec.unit)) + " | ");
}

// From a heading to the next of its rank, or of a higher one.
std::string part_of(std::string const& page, std::string const& rank, std::string const& heading) {
    std::size_t const begin = page.find(rank + heading + '\n');
    if (begin == std::string::npos) return "";
    return page.substr(begin, std::min(page.find("\n## ", begin + 1), page.find(rank, begin + 1)) - begin);
}

TEST(Documentation, has_every_outcome_and_intervention) {
    std::string const odd = page("odd.md"), interventions = page("interventions.md");
    for (OutcomeKind const* kind : outcome_catalogue())
        expect_on(odd, "| `" + std::string(kind->plugin.key) + "` | " + std::string(name_of(kind->unit)) + " | " +
                           std::string(kind->label));
    for (InterventionKind const* kind : intervention_catalogue()) {
        std::string const key(kind->plugin.key), part = part_of(interventions, "\n## ", key);
        expect_on(odd, "| [" + key + "](");
        for (Column const lever : kind->plugin.access.updates) expect_on(part, std::string(spec_of(lever).name));
        for (ParameterSpec const& spec : kind->own()) expect_row(part, spec);
        expect_on(part, "[" + std::string(spec_of(kind->sort).key) + "](");
    }
    for (SortSpec const& sort : sort_specs())
        for (ParameterSpec const& spec : sort.parameters)
            expect_row(part_of(interventions, "\n### ", std::string(sort.key)), spec);
    for (ParameterSpec const& spec : known_plugins().lever_numbers.front().parameters) expect_row(interventions, spec);
}

TEST(Documentation, has_every_equation_as_the_record_gives_it) {
    for (MechanismKind const* kind : mechanism_catalogue())
        expect_on(page_of(*kind), "```text\n" + std::string(kind->equations) + "\n```");
}

TEST(Documentation, has_all_elements_of_odd) {
    std::string const odd = page("odd.md");
    std::size_t before = 0;
    for (char const* element :
         {"## 1. Purpose and patterns", "## 2. Entities, state variables and scales", "## 3. Process overview and scheduling",
          "## 4. Design concepts", "### Theoretical and empirical background", "### Individual decision-making", "### Learning",
          "### Individual sensing", "### Individual prediction", "### Interaction", "### Collectives", "### Heterogeneity",
          "### Stochasticity", "### Observation", "## 5. Initialisation", "## 6. Input data", "## 7. Submodels",
          "## What the model cannot say", "## References"}) {
        std::size_t const here = odd.find('\n' + std::string(element) + '\n');
        ASSERT_NE(here, std::string::npos) << element;
        EXPECT_GT(here, before) << element;
        before = here;
    }
}

TEST(Documentation, gives_each_source_in_full_where_it_is_cited) {
    std::string const odd = page("odd.md");
    for (Source const& source : sources()) expect_on(odd, '`' + std::string(source.key) + '`');
    for (MechanismKind const* kind : mechanism_catalogue())
        for (ParameterSpec const& spec : kind->plugin.parameters)
            if (spec.source != assumed) expect_on(page_of(*kind), '`' + std::string(spec.source) + '`');
    for (auto const& [name, text] : pages_below(documentation))
        EXPECT_FALSE(std::regex_search(text, std::regex("\\{[a-z_]+_[0-9]{4}\\}"))) << "a gap was not filled in " << name;
}

// As GitHub makes it of a heading.
std::string anchor_of(std::string const& heading) {
    std::string anchor;
    for (char const c : heading)
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-')
            anchor += char(std::tolower(static_cast<unsigned char>(c)));
        else if (c == ' ')
            anchor += '-';
    return anchor;
}

bool has_anchor(std::string const& text, std::string const& anchor) {
    std::regex const heading("(?:^|\n)#+ ([^\n]*)");
    for (std::sregex_iterator found(text.begin(), text.end(), heading), end; found != end; ++found)
        if (anchor_of((*found)[1]) == anchor) return true;
    return false;
}

TEST(Documentation, links_lead_somewhere) {
    std::regex const link("\\]\\(([^)#]*)#?([^)]*)\\)");
    int links = 0;
    for (auto const& [name, text] : pages_below(documentation))
        for (std::sregex_iterator found(text.begin(), text.end(), link), end; found != end; ++found, ++links) {
            std::string const file = (*found)[1], anchor = (*found)[2];
            fs::path const target = file.empty() ? documentation / name : (documentation / name).parent_path() / file;
            ASSERT_TRUE(fs::is_regular_file(target)) << name << ": " << found->str();
            EXPECT_TRUE(anchor.empty() || has_anchor(cli::content_of(target), anchor)) << name << ": " << found->str();
        }
    EXPECT_GT(links, 100);
}

TEST(Documentation, names_scenarios_in_which_the_mechanism_is_on) {
    std::regex const scenario("scenarios/verification/([a-z_]+\\.yaml)");
    for (MechanismKind const* kind : mechanism_catalogue()) {
        std::string const text = page_of(*kind), key(kind->plugin.key);
        for (std::sregex_iterator found(text.begin(), text.end(), scenario), end; found != end; ++found)
            EXPECT_THAT(cli::content_of(sources_of_all / "scenarios/verification" / (*found)[1].str()),
                        testing::Not(HasSubstr("  " + key + ": off")))
                << key;
    }
}

TEST(Documentation, is_not_written_beside_another_question) {
    cli::Outcome const said = cli::run({"describe", "ties", "--pages", "somewhere"});
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.errors, HasSubstr("--pages goes without"));
}

}  // namespace
}  // namespace micropol
