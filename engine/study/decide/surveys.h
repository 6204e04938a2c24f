#pragma once
// What it would be worth to ask the organisation before choosing: the expected value of sample information, by regression of what
// strategies bring on simulated answers: M. Strong, J. E. Oakley, A. Brennan, P. Breeze (2015), Medical Decision Making 35.

#include <cstdint>
#include <span>
#include <vector>

#include "study/decide/decision.h"

namespace micropol {

// Numbers of the instruments: how many people they reach, and what they cost. Drawn from what is plausible, block by block.
struct InstrumentNumbers {
    float interview_cost = 0.5f, pulse_cost = 3, pulse_cost_per_head = 0.01f, pulse_answers = 0.5f, log_in_cost = 5,
          item_spread = 0.2f;

    static MemberSpec<InstrumentNumbers> const parameters[6];
};
[[nodiscard]] std::span<ParameterSpec const> instrument_specs();

inline constexpr std::string_view survey_keys[] = {"interviews", "pulse", "log_ins"};

// Twenty interviews; a pulse survey, which those answer more readily who are in favour; eight weeks of log-ins, department by
// department: each as a company would see them of one history of doing nothing. benefits: [strategy][block].
[[nodiscard]] std::vector<Survey> surveys_worth(SeenWeeks const& seen, std::uint64_t seed, std::size_t headcount,
                                                std::span<Sample const> benefits);

}  // namespace micropol
