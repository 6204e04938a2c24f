#include "scenario/read_scenario.h"

#include <algorithm>
#include <mutex>
#include <tuple>

#include "scenario/as_written.h"
#include "scenario/cross_check.h"
#include "scenario/format.h"
#include "scenario/horizon.h"
#include "scenario/override.h"
#include "scenario/read_again.h"
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
        problems.push_back({{name}, Message("and {0} more problems", {Count{more}}), "", ""});
    }
    throw InvalidInput(std::move(problems));
}

constexpr std::string_view path_of_weeks = "runs.weeks";

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

void change_tree(Tree& tree, std::string const& name, Field const& format, std::vector<Override> const& overrides) {
    if (!tree.readable) refuse(std::move(tree.problems), name);
    for (Override const& change : overrides) {
        graft(tree.root, format, change, tree.problems);
        if (change.path == path_of_weeks) cut_to_horizon(tree.root);  // what is planned later than that is a mistake
    }
}

// base: notes there what it takes to read it again with changes.
Scenario read_tree(Tree tree, std::string const& name, std::filesystem::path const& folder, Field const& format,
                   ReadOptions const& options, ReadBefore* base = nullptr) {
    change_tree(tree, name, format, options.overrides);
    std::vector<Problem>& problems = tree.problems;
    Scenario scenario;
    scenario.privacy = options.privacy;
    ScenarioReader reader(folder, options.allow_outside, problems);
    if (base) reader.record_in(base->recording);
    Node understood = reader.read(format, tree.root, scenario);
    cross_check(scenario, understood, reader.references(), problems);
    if (!problems.empty()) refuse(std::move(problems), name);
    leave_out_defaults(scenario);
    scenario.resolved = to_yaml(understood);
    if (base) base->understood = std::move(understood), base->references = reader.references();
    return scenario;
}

}  // namespace

Node as_written(std::string_view text, std::string const& name, KnownPlugins const& known,
                std::vector<Override> const& overrides) {
    Tree tree = parse(text, name);
    change_tree(tree, name, format_of(name, known), overrides);
    if (!tree.problems.empty()) refuse(std::move(tree.problems), name);
    return std::move(tree.root);
}

struct ScenarioSource::Parsed {
    Tree tree;
    Field format;
    std::mutex mutex = {};
    // For changes that are values, read once: with the overrides that stood before the first of them, and once more with the
    // numbers that were not there yet.
    struct Base {
        std::vector<Override> overrides = {};  // besides those of the options
        std::vector<std::string> added = {};   // paths
        std::shared_ptr<ReadBefore const> before = {};
    };
    Base as_written = {}, spelled_out = {};
};

Scenario parse_scenario(std::string_view text, std::string const& name, std::filesystem::path const& folder,
                        KnownPlugins const& known, ReadOptions const& options) {
    return read_tree(parse(text, name), name, folder, format_of(name, known), options);
}

ScenarioSource::ScenarioSource(std::filesystem::path file, KnownPlugins const& known, ReadOptions options)
    : ScenarioSource(scenario_text(file), file, known, std::move(options)) {}

ScenarioSource::ScenarioSource(std::string_view text, std::filesystem::path name, KnownPlugins const& known, ReadOptions options)
    : file_(std::move(name)), options_(std::move(options)),
      parsed_(new Parsed{parse(text, file_.string()), format_of(file_.string(), known)}) {}

Scenario ScenarioSource::read(std::vector<Change> const& changes) const {
    // Other weeks cut plans short, in the text.
    auto const is_text = [](Change const& change) {
        auto const* const number = std::get_if<SetNumber>(&change);
        return std::holds_alternative<Override>(change) || (number && number->path == path_of_weeks);
    };
    auto const values = std::find_if(changes.rbegin(), changes.rend(), is_text).base();  // behind the last text
    std::vector<Override> first;
    for (auto change = changes.begin(); change != values; ++change) first.push_back(as_override(*change));
    if (values != changes.end()) {
        auto before = read_before(first, {});
        std::vector<Override> absent;
        for (auto change = values; before && change != changes.end(); ++change)
            if (auto const* number = std::get_if<SetNumber>(&*change);
                number && !before->recording.by_path.contains(number->path))
                absent.push_back(as_override(*number));
        if (!absent.empty()) before = read_before(first, absent);
        if (before)
            if (auto changed = read_again(*before, parsed_->format, {values, changes.end()})) return std::move(*changed);
    }
    for (auto change = values; change != changes.end(); ++change) first.push_back(as_override(*change));
    return read_all(first, nullptr);
}

Scenario ScenarioSource::read_all(std::vector<Override> const& overrides, ReadBefore* base) const {
    ReadOptions options = options_;
    options.overrides.insert(options.overrides.end(), overrides.begin(), overrides.end());
    Scenario scenario = read_tree(parsed_->tree, file_.string(), file_.parent_path(), parsed_->format, options, base);
    scenario.file = file_;
    return scenario;
}

std::shared_ptr<ReadBefore const> ScenarioSource::read_before(std::vector<Override> overrides,
                                                              std::vector<Override> const& absent) const {
    std::scoped_lock const lock(parsed_->mutex);
    Parsed::Base& base = absent.empty() ? parsed_->as_written : parsed_->spelled_out;
    std::vector<std::string> added;
    for (Override const& number : absent) added.push_back(number.path);
    if (!base.before) try {
            auto made = std::make_shared<ReadBefore>();
            base.overrides = overrides, base.added = added;
            overrides.insert(overrides.end(), absent.begin(), absent.end());
            made->scenario = read_all(overrides, made.get());
            made->folder = file_.parent_path(), made->allow_outside = options_.allow_outside;
            base.before = std::move(made);
            return base.before;
        } catch (InvalidInput const&) {
            return nullptr;  // the changes may mend it
        }
    return base.overrides == overrides && base.added == added ? base.before : nullptr;
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
