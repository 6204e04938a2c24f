#pragma once
// What a participant of a workshop has written down: a small file of YAML, of which no line is taken on trust.
// tests/study/answers/anna.yaml is an example.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/node.h"
#include "study/workshop/asked.h"

namespace micropol {

inline constexpr int version_of_answers = 1;
inline constexpr int most_rounds = 2;
inline constexpr std::size_t largest_answers = std::size_t{64} << 10;  // bytes of a file
inline constexpr std::size_t longest_participant = 60;                 // characters of a name
inline constexpr std::size_t most_answers = 200;                       // files

struct ParticipantAnswers {
    std::string file;  // or what it was called where there is none
    std::string participant;
    int round = 1;
    std::vector<std::optional<std::vector<int>>> chips;  // [assumption][bin]; nothing: untouched
    std::vector<int> dots;                               // [lever]
};

// Of a text in YAML, or in JSON, which is YAML, too. Nothing, and a problem for everything that is wrong, where it is none.
[[nodiscard]] std::optional<ParticipantAnswers> read_answers(std::string_view text, std::string const& file,
                                                             Questions const& questions, std::vector<Problem>& problems);
// The same of a tree that was read already.
[[nodiscard]] std::optional<ParticipantAnswers> answers_in(Node const& root, std::string const& file, Questions const& questions,
                                                           std::vector<Problem>& problems);

// Adds a problem where there are none or too many, and for the second of two by the same participant in the same round.
void check_together(std::span<ParticipantAnswers const> all, std::vector<Problem>& problems);

}  // namespace micropol
