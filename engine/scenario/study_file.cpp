#include "scenario/study_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

#include "base/trimmed.h"
#include "organisation/table.h"
#include "scenario/field.h"
#include "scenario/read_yaml.h"

namespace micropol {

namespace {

constexpr std::string_view version_key = "micropol_study";

Message beginning() { return {"begin with {0}", {Verbatim{"micropol_study: 1"}}}; }
Message example(char const* text) { return {"for example {0}", {name(text)}}; }

class Reading {
  public:
    Reading(std::filesystem::path const& file, Node const& root, bool allow_outside, std::vector<Problem>& problems)
        : root_(root), allow_outside_(allow_outside), problems_(problems) {
        study_.file = file;
    }

    StudyFile read() {
        if (root_.kind != Node::Kind::map) {
            complain(Place{study_.file.string(), 1, 1}, "is no study", "a study is keys and values", beginning());
            return study_;
        }
        refuse_unknown(root_, keys(), "a study knows {0}");
        if (Node const* version = root_.find(version_key); !version || version->text != "1")
            complain(version ? version->place : root_.place, "not a version that this program reads", "it reads version 1",
                     beginning());
        scenario();
        for (auto const& [key, into] :
             {std::pair{"question", &study_.question}, {"claim", &study_.claim}, {"source", &study_.source}})
            if (auto const said = text(key)) *into = said->text;
        study_.strategy = text("strategy"), study_.against = text("against");
        study_.design = text("design"), study_.list = text("list");
        outcomes(), factors(), sizes(), fails_when();
        if (Node const* second = root_.find("second_order")) study_.second_order = flag("second_order", *second);
        if (Node const* all = root_.find("all_assumptions")) study_.all_assumptions = flag("all_assumptions", *all);
        return study_;
    }

    static std::vector<std::string_view> keys() {
        return {version_key,    "scenario", "question",  "claim",  "source",     "strategy",       "against",
                "outcomes",     "factors",  "design",    "points", "rows",       "trajectories",   "levels",
                "second_order", "list",     "histories", "seed",   "fails_when", "all_assumptions"};
    }

  private:
    void complain(Place place, Phrase what, Phrase why, Phrase suggestion = {}) {
        problems_.push_back({std::move(place), std::move(what), std::move(why), std::move(suggestion)});
    }

    // who: "a study knows {0}"
    void refuse_unknown(Node const& map, std::vector<std::string_view> const& known, char const* who) {
        for (Key const& key : map.keys)
            if (std::ranges::find(known, key.text) == known.end())
                complain(key.place, Message("unknown key '{0}'", {shortened(key.text)}), Message(who, {listed(known)}),
                         did_you_mean(key.text, known));
    }

    std::optional<StudyFile::Text> text(std::string_view key) {
        Node const* const node = root_.find(key);
        if (!node) return std::nullopt;
        if (node->kind == Node::Kind::scalar && !node->text.empty()) return StudyFile::Text{node->text, node->place};
        complain(node->place, Message("'{0}' is not text", {name(key)}), "");
        return std::nullopt;
    }

    bool flag(std::string const& key, Node const& node) {
        bool const yes = node.text == "yes" || node.text == "on" || node.text == "true";
        if (!yes && node.text != "no" && node.text != "off" && node.text != "false")
            complain(node.place, Message("'{0}' must be on or off", {name(key)}), "");
        return yes;
    }

    std::optional<StudyFile::Count> whole(std::string_view key, std::int64_t least, std::int64_t most) {
        Node const* const node = root_.find(key);
        if (!node) return std::nullopt;
        std::int64_t value = 0;
        std::string const& said = node->text;
        auto const [end, error] = std::from_chars(said.data(), said.data() + said.size(), value);
        bool const good = node->kind == Node::Kind::scalar && error == std::errc{} && end == said.data() + said.size();
        if (good && value >= least && value <= most) return StudyFile::Count{value, node->place};
        complain(node->place,
                 Message("'{0}' must be a whole number from {1}", {name(key), limits({double(least), double(most)})}), "");
        return std::nullopt;
    }

    void scenario() {
        auto const named = text("scenario");
        if (!named) {
            if (!root_.find("scenario"))
                complain(root_.place, "'scenario' is missing", "a study asks a scenario", name("scenario: my.yaml"));
            return;
        }
        namespace fs = std::filesystem;
        fs::path const folder = study_.file.parent_path();
        study_.scenario = (folder / named->text).lexically_normal();
        fs::path const around = fs::weakly_canonical(fs::absolute(folder.empty() ? "." : folder)).parent_path();
        auto const inside = fs::weakly_canonical(fs::absolute(study_.scenario)).lexically_relative(around);
        if (!allow_outside_ && (fs::path(named->text).is_absolute() || inside.empty() || *inside.begin() == ".."))
            complain(named->place, Message("the scenario '{0}' lies elsewhere", {shortened(named->text)}),
                     "it must lie in the folder of the study, below it, or in the folder around it", "or say --allow-outside");
    }

    void outcomes() {
        Node const* const node = root_.find("outcomes");
        if (!node) return;
        std::vector<Node> const single{*node};
        std::vector<Node> const& items = node->kind == Node::Kind::list ? node->items : single;
        for (Node const& item : items) {
            if (item.kind == Node::Kind::scalar && !item.text.empty())
                study_.outcomes.push_back({item.text, item.place});
            else
                complain(item.place, "an outcome must be named by its key", "", example("substantive"));
        }
    }

    void factors() {
        Node const* const node = root_.find("factors");
        if (!node) return;
        if (node->kind != Node::Kind::map)
            return complain(node->place, "'factors' must be paths with their values", "",
                            example("culture.rivalry: {uniform: [0.1, 0.6]}"));
        for (std::size_t k = 0; k < node->items.size(); ++k)
            study_.factors.push_back({node->keys[k].text, node->items[k], node->keys[k].place});
    }

    void sizes() {
        constexpr std::int64_t most = 1'000'000;
        for (std::string_view const key : {"points", "rows", "trajectories"}) {
            auto const count = whole(key, 1, most);
            if (count && study_.size)
                complain(count->place, "the size is given twice", "points, rows and trajectories are the same to a design");
            else if (count)
                study_.size = count;
        }
        study_.levels = whole("levels", 2, 1000);
        study_.histories = whole("histories", 1, 1'000'000'000);
        study_.seed = whole("seed", 0, std::int64_t{1} << 53);
    }

    void fails_when() {
        Node const* const node = root_.find("fails_when");
        if (!node) return;
        if (node->kind != Node::Kind::map)
            return complain(node->place, "'fails_when' must say when", "", example("{outcome: success, below: 0.5}"));
        refuse_unknown(*node, {"outcome", "below", "above"}, "fails_when knows {0}");
        Node const *const outcome = node->find("outcome"), *const below = node->find("below"), *const above = node->find("above");
        if ((below != nullptr) == (above != nullptr))
            return complain(node->place, "'fails_when' needs either below or above", "", example("{below: 0.5}"));
        Node const& level = below ? *below : *above;
        double value = 0;
        auto const [end, error] = std::from_chars(level.text.data(), level.text.data() + level.text.size(), value);
        if (error != std::errc{} || end != level.text.data() + level.text.size() || !std::isfinite(value))
            return complain(level.place, "the level of 'fails_when' must be a number", "in the unit of the outcome");
        study_.fails_when = {value, above != nullptr, outcome ? outcome->text : "", node->place};
    }

    Node const& root_;
    bool allow_outside_;
    std::vector<Problem>& problems_;
    StudyFile study_;
};

}  // namespace

bool is_study_file(std::filesystem::path const& file) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed)) return false;
    std::string beginning(1u << 16, '\0');  // long enough for comments; a file may have no end
    std::ifstream in(file, std::ios::binary);
    in.read(beginning.data(), std::streamsize(beginning.size()));
    beginning.resize(std::size_t(in.gcount()));
    std::istringstream stream(std::move(beginning));
    for (std::string line; std::getline(stream, line);) {
        std::string_view const said = trimmed(line);
        if (said.empty() || said.front() == '#' || said.starts_with("---") || said == "\r") continue;
        return line.starts_with(version_key);
    }
    return false;
}

StudyFile read_study_file(std::filesystem::path const& file, bool allow_outside) {
    std::vector<Problem> problems;
    std::string const text = read_text(file, problems);
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    StudyFile study;
    try {
        Node const root = read_yaml(text, file.string(), problems);
        study = Reading(file, root, allow_outside, problems).read();
    } catch (InvalidInput const& unreadable) {
        problems = unreadable.problems();
    }
    std::ranges::stable_sort(problems, [](Problem const& a, Problem const& b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    if (!problems.empty()) throw InvalidInput(std::move(problems));
    return study;
}

}  // namespace micropol
