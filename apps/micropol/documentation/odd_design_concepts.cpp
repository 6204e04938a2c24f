#include "micropol/documentation/odd_text.h"

namespace micropol::app {

std::string_view const odd_design_concepts = R"(## 4. Design concepts

### Theoretical and empirical background

Power comes from coping with what is uncertain for others and from being hard to replace ({hickson_1971}). Data move the uncertainty that
matters from relationships to figures, and so move power; teaching many to read data takes it away again. People weigh what they
stand to win and to lose, losses more than gains ({brown_2024}), and resist what takes power from them ({markus_1983};
{lapointe_rivard_2005}; {kim_kankanhalli_2009}). Opinions follow trusted others and the own anchor ({degroot_1974};
{friedkin_johnsen_1990}; {hegselmann_krause_2002}); pressure beyond what people can bear turns them away ({brehm_1966}). People tell as
much as their interests agree ({crawford_sobel_1982}) and hide knowledge where they distrust ({connelly_2012}; {pettigrew_1972}).
Coalitions form among those who gain by standing together ({bogomolnaia_jackson_2002}; {axelrod_bennett_1993}). Adoption spreads by news
and by example ({bass_1969}; {granovetter_1978}; {venkatesh_2003}), effort follows what is paid for ({baker_2002}), standing is lent by
others ({gould_2002}).

Of the numbers, loss aversion rests on a meta-analysis, some on single studies, and most are assumed. No data set was used to estimate the
model as a whole.

### Individual decision-making

People decide on five things:

- **what to do for their own goals**, once a month: one of seven tactics by a logit on its worth and on what has paid before
  ({mcfadden_1974}; {roth_erev_1995}) ([tactics](mechanisms/tactics.md));
- **whether to share what they know**, each week, with a probability ([information](mechanisms/information.md));
- **whom to side with**, when it is their turn: a move to what is worth more than the present coalition
  ([coalitions](mechanisms/coalitions.md));
- **whether to take the next step with the tool**, and whether in earnest or for show ([adoption](mechanisms/adoption.md));
- **whether to leave**, once a month ([turnover](mechanisms/turnover.md)).

Effort follows pay in a closed form, that of a risk-neutral person ([performance](mechanisms/performance.md)). Rationality is bounded:
people have five goals with weights of their own (career, pay, status, security, the company), compare only what is at hand, and choose
with error. Nobody optimises over time. Those who decide for the organisation vote by their coalition's stance or their own voiced
attitude, or by the customer's need, as the scenario's rule has it ([governance](mechanisms/governance.md)). Norms enter as settings of
the culture: power distance, rivalry, hoarding.

### Learning

Propensities to tactics grow with the power gained since they were last chosen and fade with time. Beliefs about the benefit to the
company move with reports, official communication and own experience. Data skill grows with use and training. Nobody learns from
watching what others' tactics bring.

### Individual sensing

People know their own state without error, the power and standing of their contacts, and which contacts shared with them last week.
Of attitudes they take what is voiced, less a share that they see through. How far interests agree is known exactly (assumed), both in
coalitions and in how coarse a report is. Nobody hears anybody who is not a contact, but the share of adopters in the whole
organisation is partly visible. Committees see the worth of the tool as far as reports are true, and otherwise what people believe and
what is put on for show. Sensing costs nothing.

### Individual prediction

People compare their power, pay, standing and security today with what each would be once reliance on data has reached its ceiling, all
else as today ([stakes](mechanisms/stakes.md)). Nobody foresees how others will play, that skills will spread, or that the transformation
may be stopped.

### Interaction

Direct: along ties people voice attitudes, report or hide, lend standing, trust or envy, and set examples. Indirect: powers sum to the
headcount, so that one person's gain is another's loss; all share the system's data, the sponsor's credibility and the decisions. The
network of acquaintances is fixed; reporting lines are part of it.

### Collectives

Departments are given. Coalitions emerge, grow and dissolve, vote as blocs and keep no contract. The deciding body follows from rule and
level.

### Heterogeneity

People differ in department, level, place in the network, and in every trait; in what they do and believe as the weeks go by; and in
five lasting dispositions that colour how political they find the place, their strain, satisfaction, commitment and wish to leave.
All follow the same rules. Departments differ in how replaceable they are, organisations of different blocks in everything drawn.

### Stochasticity

Chance is keyed, never in sequence: a draw is a function of seed, block, history, week, employee and purpose (Philox4x32-10), on a grid of
2⁻²⁴. So two strategies on one seed live through the same chance, adding a mechanism leaves every other draw alone, and threads change
nothing. Drawn each week are sharing, steps of adoption and shocks; once a month tactics, moves between coalitions, leaving and
refilling; for good the five dispositions. Attitudes, power, stakes, ties, performance, status and decisions follow without chance from
what is there. Organisation, traits and uncertain numbers are drawn once a block. The same scenario and seed give the same bytes with
every compiler, processor and number of threads.

Chance among people averages out: most of the spread of results comes from what is uncertain, from shocks and from pivotal people.

### Observation

What emerges, and is not put in: who wins and loses power, the size and stance of coalitions, how far voiced and private attitudes part,
how figures and true value part, whether the transformation is stopped. What is put in more directly: that sharing falls with distrust,
that perceived politics strains people, that pressure turns losers away.

Each outcome is one number for each history and week. Reports give means over histories with intervals that take the block as their
unit: sixteen histories of one block never stand in for sixteen organisations. Besides, power of departments and persons is kept at the
start and at the end, and a hash of the whole last state.

{outcomes}
)";

}  // namespace micropol::app
