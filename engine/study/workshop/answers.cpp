#include "study/workshop/answers.h"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "base/hash.h"
#include "base/trimmed.h"
#include "base/utf8.h"
#include "scenario/field.h"
#include "scenario/read_yaml.h"

namespace micropol {

namespace {

constexpr std::string_view version_key = "micropol_answers";
constexpr std::size_t most_problems = 20;  // of a file

class Reading {
  public:
    Reading(Node const& root, std::string const& file, Questions const& questions, std::vector<Problem>& problems)
        : root_(root), questions_(questions), problems_(problems), before_(problems.size()) {
        answers_.file = file;
        answers_.chips.resize(questions.assumptions.size()), answers_.dots.resize(questions.levers.size());
    }

    // Of another version, or to other questions, nothing else would make sense.
    std::optional<ParticipantAnswers> read() {
        if (root_.kind != Node::Kind::map) {
            complain(root_, "these are no answers", "a participant's answers are keys and values",
                     Message("begin with {0}", {Verbatim{"micropol_answers: 1"}}));
            return std::nullopt;
        }
        if (!version() || !scenario()) return std::nullopt;
        refuse_unknown(root_, {version_key, "participant", "round", "scenario", "assumptions", "levers"});
        participant();
        round();
        assumptions();
        levers();
        if (problems_.size() > before_) return std::nullopt;
        return std::move(answers_);
    }

  private:
    void complain(Node const& at, Phrase what, Phrase why = {}, Phrase suggestion = {}) {
        complain(at.place, std::move(what), std::move(why), std::move(suggestion));
    }
    void complain(Place place, Phrase what, Phrase why = {}, Phrase suggestion = {}) {
        if (problems_.size() - before_ >= most_problems) return;
        if (place.file.empty()) place.file = answers_.file;
        problems_.push_back({std::move(place), std::move(what), std::move(why), std::move(suggestion)});
    }
    void complain_missing(char const* key) {
        complain(Place{answers_.file}, Message("'{0}' is missing", {name(key)}),
                 "answers name their participant and their scenario");
    }

    void refuse_unknown(Node const& map, std::vector<std::string_view> const& known) {
        for (Key const& key : map.keys)
            if (std::ranges::find(known, key.text) == known.end())
                complain(key.place, Message("unknown key '{0}'", {shortened(key.text)}), listed(known),
                         did_you_mean(key.text, known));
    }

    [[nodiscard]] static std::optional<int> whole(Node const& node) {
        int value = 0;
        std::string const& said = node.text;
        auto const [end, error] = std::from_chars(said.data(), said.data() + said.size(), value);
        if (node.kind != Node::Kind::scalar || error != std::errc{} || end != said.data() + said.size()) return std::nullopt;
        return value;
    }

    bool version() {
        Node const* const node = root_.find(version_key);
        if (node && whole(*node) == version_of_answers) return true;
        if (!node)
            complain(root_, "these are no answers",
                     Message("a participant's answers begin with {0}", {Verbatim{"micropol_answers: 1"}}));
        else
            complain(*node, Message("answers of version {0}", {shortened(node->text)}),
                     Message("this program reads version {0}", {name(std::to_string(version_of_answers))}),
                     "make the page anew with this program, and answer there");
        return false;
    }

    bool scenario() {
        Node const* const node = root_.find("scenario");
        Node const* const fingerprint = node ? node->find("fingerprint") : nullptr;
        if (!fingerprint || fingerprint->kind != Node::Kind::scalar) {
            if (node)
                complain(*node, Message("'{0}' is missing", {name("fingerprint")}), "it says which questions were answered");
            else
                complain_missing("scenario");
            return false;
        }
        refuse_unknown(*node, {"title", "fingerprint"});
        if (fingerprint->text == in_hexadecimal(questions_.fingerprint())) return true;
        Node const* const title = node->find("title");
        bool const other = title && title->kind == Node::Kind::scalar && title->text != questions_.title;
        complain(*fingerprint,
                 other ? Message("answers to another scenario: {0}", {shortened(title->text)})
                       : Message("answers to other questions of this scenario"),
                 Message("asked here is {0}, {1}", {name(questions_.title), name(in_hexadecimal(questions_.fingerprint()))}),
                 "the questions are the same where scenario, --set, --assumptions and --from are those of the page");
        return false;
    }

    void participant() {
        Node const* const node = root_.find("participant");
        if (!node) return complain_missing("participant");
        std::string_view const said = trimmed(node->text);
        if (node->kind != Node::Kind::scalar || said.empty())
            return complain(*node, "a participant without a name", "a name or a nickname tells answers apart");
        std::size_t characters = 0;
        for (std::size_t at = 0; at < said.size(); ++characters) {
            CodePoint const point = first_character(said.substr(at));
            if (point.bytes == 0 || is_control(point.value) || is_invisible(point.value))
                return complain(*node, "a control character in the name of a participant",
                                "a name is made of characters that can be seen");
            at += point.bytes;
        }
        if (characters > longest_participant)
            return complain(*node, Message("the name '{0}' is too long", {shortened(said)}),
                            Message("at most {0} characters", {Count{longest_participant}}));
        answers_.participant = std::string(said);
    }

    // Two names that look alike would be two people: marks of width zero.
    static bool is_invisible(char32_t character) {
        return character == 0xad || (character >= 0x200b && character <= 0x200f) ||
               (character >= 0x2060 && character <= 0x2064) || character == 0xfeff;
    }

    void round() {
        Node const* const node = root_.find("round");
        if (!node) return;
        auto const said = whole(*node);
        if (!said || *said < 1 || *said > most_rounds)
            return complain(*node,
                            Message("'{0}' must be a whole number from {1}", {name("round"), limits({1, double(most_rounds)})}));
        answers_.round = *said;
    }

    // Calls `take` with the value of each key that is known; known: [position].
    template <class Take>
    void each(char const* group, std::vector<std::string_view> const& known, Phrase const& unknown, Take take) {
        Node const* const node = root_.find(group);
        if (!node || node->kind == Node::Kind::nothing) return;
        if (node->kind != Node::Kind::map) return complain(*node, Message("'{0}' must be keys and values", {name(group)}));
        for (std::size_t k = 0; k < node->items.size(); ++k) {
            auto const found = std::ranges::find(known, node->keys[k].text);
            if (found == known.end())
                complain(node->keys[k].place, Message("unknown key '{0}'", {shortened(node->keys[k].text)}), unknown,
                         did_you_mean(node->keys[k].text, known));
            else
                take(std::size_t(found - known.begin()), node->items[k]);
        }
    }

    void assumptions() {
        std::vector<std::string_view> paths;
        for (AskedAssumption const& one : questions_.assumptions) paths.push_back(one.path);
        each("assumptions", paths, "it was not asked for", [&](std::size_t assumption, Node const& node) {
            if (node.kind != Node::Kind::list || node.items.size() != Questions::bins)
                return complain(node,
                                Message("'{0}' must be a list of {1} numbers",
                                        {name(paths[assumption]), name(std::to_string(Questions::bins))}),
                                "the chips in each bin, from the lowest to the highest");
            std::vector<int> chips;
            for (Node const& item : node.items) {
                auto const said = whole(item);
                if (!said || *said < 0 || *said > Questions::most_chips)
                    return complain(item, Message("'{0}' is no number of chips", {shortened(item.text)}),
                                    Message("a bin holds whole chips, from {0}", {limits({0, double(Questions::most_chips)})}));
                chips.push_back(*said);
            }
            int const sum = std::accumulate(chips.begin(), chips.end(), 0);
            if (sum == 0)
                return complain(node, Message("'{0}' has no chip", {name(paths[assumption])}),
                                "an assumption that was left alone is left out");
            if (sum > Questions::most_chips)
                return complain(node, Message("'{0}' has {1} chips", {name(paths[assumption]), name(std::to_string(sum))}),
                                Message("at most {0}", {name(std::to_string(Questions::most_chips))}));
            answers_.chips[assumption] = std::move(chips);
        });
    }

    void levers() {
        each("levers", questions_.levers, "'micropol describe interventions' lists them",
             [&](std::size_t lever, Node const& node) {
                 auto const said = whole(node);
                 if (!said || *said < 0 || *said > Questions::most_dots)
                     return complain(node, Message("'{0}' is no number of dots", {shortened(node.text)}),
                                     Message("a lever gets whole dots, from {0}", {limits({0, double(Questions::most_dots)})}));
                 answers_.dots[lever] = *said;
             });
    }

    Node const& root_;
    Questions const& questions_;
    std::vector<Problem>& problems_;
    std::size_t before_;
    ParticipantAnswers answers_;
};

}  // namespace

std::optional<ParticipantAnswers> answers_in(Node const& root, std::string const& file, Questions const& questions,
                                             std::vector<Problem>& problems) {
    return Reading(root, file, questions, problems).read();
}

std::optional<ParticipantAnswers> read_answers(std::string_view text, std::string const& file, Questions const& questions,
                                               std::vector<Problem>& problems) {
    if (text.size() > largest_answers) {
        problems.push_back({{file}, "larger than 64 kB", "answers are a page of text", {}});
        return std::nullopt;
    }
    std::vector<Problem> own;
    std::optional<ParticipantAnswers> answers;
    try {
        Node const root = read_yaml(text, file, own);
        answers = answers_in(root, file, questions, own);
    } catch (InvalidInput const& unreadable) {
        own = unreadable.problems();
    }
    if (own.size() > most_problems) own.resize(most_problems);
    problems.insert(problems.end(), own.begin(), own.end());
    return own.empty() ? std::move(answers) : std::nullopt;
}

void check_together(std::span<ParticipantAnswers const> all, std::vector<Problem>& problems) {
    if (all.empty() && problems.empty()) problems.push_back({{}, "there are no answers", "a workshop has participants", {}});
    for (std::size_t k = 0; k < all.size(); ++k)
        for (std::size_t j = 0; j < k; ++j)
            if (all[k].participant == all[j].participant && all[k].round == all[j].round) {
                problems.push_back(
                    {{all[k].file},
                     Message("{0} has answered round {1} twice", {name(all[k].participant), name(std::to_string(all[k].round))}),
                     Message("first in {0}", {name(all[j].file)}),
                     "leave one of them out, or give one another name"});
                break;
            }
}

}  // namespace micropol
