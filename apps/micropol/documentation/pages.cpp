#include "micropol/documentation/pages.h"

#include "micropol/documentation/markdown.h"

namespace micropol::app {

std::string index_page() {
    std::string text =
        "# How the model works\n\n" +
        paragraph(
            "Made from the records of the model by `./dev document`; do not edit. `micropol describe NAME` shows the same in the "
            "terminal.") +
        bullet("[How micropol thinks of an organisation](model.md): one page without equations, with the loop drawn.") +
        bullet(
            "[The model, described by ODD+D](odd.md): purpose, state, order of the week, design concepts, start, input, submodels.") +
        bullet("[What the model cannot say](odd.md#what-the-model-cannot-say)") +
        bullet("[Interventions](interventions.md): which levers they raise, what they cost, what is known, how people answer.") +
        bullet(
            "[How figures are made](statistics.md): intervals, comparisons, selection, sensitivity, and how often they are right.") +
        bullet("[How reliable it is](reliability.md): what was tried to break it, how often, and what was found.") +
        bullet("[For works councils](works_councils.md): what is read about people, what is shown, what is kept.") +
        bullet("[From Python, R and other programs](elsewhere.md): the library, pipelines, other tools.") +
        bullet("[Examples](examples/README.md): what the main commands print, and how to read it.") +
        bullet(
            "[From a stakeholder map](stakeholder_map.md): an organisation around the people that a map names, and a page in one command.") +
        bullet("[What is known exactly](../../scenarios/verification/README.md): classic results that the engine reproduces.") +
        bullet("[Published cases](../../scenarios/cases/README.md): do they come out as they did?") +
        "\n## Mechanisms\n\nIn the order of a week; each with its equations, numbers, sources and limits.\n\n";
    for (MechanismKind const* kind : mechanism_catalogue()) {
        std::string const key(kind->plugin.key);
        text += bullet('[' + key + "](mechanisms/" + key + ".md): " + std::string(kind->plugin.description));
    }
    return text;
}

std::string interventions_page() {
    std::string text = "# Interventions\n\n" +
                       paragraph(
                           "Each raises levers for those it is for, while it is in force; mechanisms answer to the levers. How "
                           "they are aimed and timed: [order of a week](odd.md#3-process-overview-and-scheduling). Works cited "
                           "are among the [references](odd.md#references).");
    text += "## Sorts\n\n" +
            paragraph(
                "What levers of one sort have in common, unless an intervention says otherwise: how fast they take "
                "hold and wear out, what they ask of people, and how they are taken. First what all have in common.");
    text += parameter_table(known_plugins().lever_numbers.front().parameters) + "\n";
    for (SortSpec const& sort : sort_specs())
        text += "### " + std::string(sort.key) + "\n\n" + paragraph(sort.description) + parameter_table(sort.parameters) + '\n';
    for (InterventionKind const* kind : intervention_catalogue()) {
        text += "## " + std::string(kind->plugin.key) + "\n\n" + paragraph(kind->plugin.description);
        std::string const sort(spec_of(kind->sort).key);
        text += bullet("**Sort** [" + sort + "](#" + sort + ')');
        text += bullet("**Raises** " + code_of(kind->plugin.access.updates));
        if (kind->timing)
            text += bullet("**At the wrong time** while " + code(spec_of(kind->timing->column).name) + " is not above " +
                           in_short(kind->timing->wrong_up_to) + ": " + std::string(kind->timing->why));
        text += bullet("**Evidence:** " + std::string(kind->evidence));
        text += bullet("**Counter-move:** " + std::string(kind->counter_move));
        text += '\n' + parameter_table(kind->own()) + '\n';
    }
    return text;
}

std::vector<Page> documentation() {
    std::vector<Page> pages{{"README.md", index_page()}, {"odd.md", odd_page()}, {"interventions.md", interventions_page()}};
    auto const mechanisms = mechanism_catalogue();
    for (std::size_t place = 0; place < mechanisms.size(); ++place)
        pages.push_back({"mechanisms/" + std::string(mechanisms[place]->plugin.key) + ".md", mechanism_page(place)});
    return pages;
}

}  // namespace micropol::app
