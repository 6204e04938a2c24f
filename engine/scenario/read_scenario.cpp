#include "scenario/read_scenario.h"

#include <algorithm>
#include <fstream>
#include <tuple>

#include "scenario/cross_check.h"
#include "scenario/format.h"
#include "scenario/override.h"
#include "scenario/read_yaml.h"
#include "scenario/scenario_reader.h"

namespace micropol {

namespace {

// By place, the file before the options; too many to read are counted only.
[[noreturn]] void refuse(std::vector<Problem> problems, std::string const& name) {
    constexpr std::size_t most = 200;
    auto const position = [&](Problem const& problem) {
        return std::tuple(problem.place.file != name, problem.place.file, problem.place.line, problem.place.column);
    };
    std::ranges::stable_sort(problems, {}, position);
    if (problems.size() > most) {
        std::size_t const more = problems.size() - most;
        problems.resize(most);
        problems.push_back({{name}, "and " + shown(double(more)) + " more problems", "", ""});
    }
    throw InvalidInput(std::move(problems));
}

Field format_of(std::string const& name, KnownPlugins const& known) {
    Field format = scenario_format(known);
    auto const title = std::ranges::find(format.fields, "name", &Field::key);
    title->default_value = scalar(std::filesystem::path(name).stem().string());
    return format;
}

struct Tree {
    Node root;
    std::vector<Problem> problems;
    bool readable = true;  // else nothing after the mistake would make sense
};

Tree parse(std::string_view text, std::string const& name) {
    Tree tree;
    try {
        tree.root = read_yaml(text, name, tree.problems);
        if (tree.root.place.line == 0) tree.root.place = {name, 1, 1};
    } catch (InvalidInput const& unreadable) {
        tree.problems = unreadable.problems(), tree.readable = false;
    }
    return tree;
}

Scenario read_tree(Tree tree, std::string const& name, std::filesystem::path const& folder, Field const& format,
                   ReadOptions const& options) {
    if (!tree.readable) refuse(std::move(tree.problems), name);
    std::vector<Problem>& problems = tree.problems;
    for (Override const& change : options.overrides) graft(tree.root, format, change, problems);
    Scenario scenario;
    scenario.privacy = options.privacy;
    ScenarioReader reader(folder, options.allow_outside, problems);
    Node const understood = reader.read(format, tree.root, scenario);
    cross_check(scenario, understood, reader.references(), problems);
    if (!problems.empty()) refuse(std::move(problems), name);
    // A mechanism that is on and has its usual numbers needs no mention.
    std::erase_if(scenario.mechanisms,
                  [](MechanismSection const& mechanism) { return mechanism.on && mechanism.parameters.empty(); });
    scenario.resolved = to_yaml(understood);
    return scenario;
}

std::string text_of(std::filesystem::path const& file) {
    std::string const name = file.string();
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        throw InvalidInput(Problem{
            {name}, "cannot be read", std::filesystem::exists(file, failed) ? "it is not a file" : "there is no such file", ""});
    std::ifstream stream(file, std::ios::binary);
    // One byte more than allowed tells a file that is too large without reading all of it.
    std::string text(largest_scenario + 1, '\0');
    stream.read(text.data(), std::streamsize(text.size()));
    if (!stream && !stream.eof())
        throw InvalidInput(Problem{{name}, "cannot be read", "the file does not open", "check its permissions"});
    text.resize(std::size_t(stream.gcount()));
    return text;
}

}  // namespace

struct ScenarioSource::Parsed {
    Tree tree;
    Field format;
};

Scenario parse_scenario(std::string_view text, std::string const& name, std::filesystem::path const& folder,
                        KnownPlugins const& known, ReadOptions const& options) {
    return read_tree(parse(text, name), name, folder, format_of(name, known), options);
}

ScenarioSource::ScenarioSource(std::filesystem::path file, KnownPlugins const& known, ReadOptions options)
    : ScenarioSource(text_of(file), file, known, std::move(options)) {}

ScenarioSource::ScenarioSource(std::string_view text, std::filesystem::path name, KnownPlugins const& known, ReadOptions options)
    : file_(std::move(name)), options_(std::move(options)),
      parsed_(std::make_shared<Parsed const>(Parsed{parse(text, file_.string()), format_of(file_.string(), known)})) {}

Scenario ScenarioSource::read(std::vector<Override> const& changes) const {
    ReadOptions options = options_;
    options.overrides.insert(options.overrides.end(), changes.begin(), changes.end());
    Scenario scenario = read_tree(parsed_->tree, file_.string(), file_.parent_path(), parsed_->format, options);
    scenario.file = file_;
    return scenario;
}

std::optional<FieldAt> ScenarioSource::field_at(std::string const& path) const {
    std::vector<Problem> ignored;  // the reader says them when the scenario is read
    Node raw = parsed_->tree.root;
    for (Override const& change : options_.overrides) graft(raw, parsed_->format, change, ignored);
    Field const* const field = graft(raw, parsed_->format, {path, "0"}, ignored);
    if (!field) return std::nullopt;
    return FieldAt{field->is_numeric(), field->kind == Kind::whole, field->unit, field->range};
}

Scenario read_scenario(std::filesystem::path const& file, KnownPlugins const& known, ReadOptions const& options) {
    return ScenarioSource(file, known, options).read();
}

}  // namespace micropol
