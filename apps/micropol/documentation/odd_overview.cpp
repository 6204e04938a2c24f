#include "micropol/documentation/odd_text.h"

namespace micropol::app {

std::string_view const odd_overview = R"(# The model, described by ODD+D

This follows the ODD protocol ({grimm_2006}; {grimm_2010}; {grimm_2020}) and its extension to human decisions, ODD+D ({muller_2013}).
The tables are made from the same records that the program runs on, so that they cannot lag behind it; `./dev document` writes them
anew. Numbers marked `assumed` have no source. Equations stand on the [pages of the mechanisms](README.md#mechanisms).

## 1. Purpose and patterns

### Purpose

Someone wants to make Marketing and Sales of an organisation data-driven. The model asks who wins and who loses power, how people play,
whether the change takes root, and which interventions help. It is made for comparing: *does A beat B here, and why*. It does not
forecast what adoption will be. It is meant for those who lead such changes and for those who study or teach organisational politics.

### Patterns

Whether the model is of use is judged by patterns of four kinds:

1. **Exact cases.** With all mechanisms off but a few it reproduces the numbers of the classic models it is built from, from
   {degroot_1974} and {granovetter_1978} to {axelrod_bennett_1993}: `scenarios/verification`.
2. **Laws** that hold in every organisation and for every number within its range: people relabelled, power scaled, nobody with ties,
   full audits, seats counted: `tests/laws`.
3. **What the literature has seen**, as paired experiments decided by an interval: `scenarios/behaviour`.
   - Digitalisation does not by itself give power to Marketing, which in repeated surveys lost influence ({homburg_2015}); what carries
     influence there is accountability ({verhoef_leeflang_2009}). So no trend is built in: data give power through scarcity only.
   - Adoption for show and in earnest are two things ({westphal_zajac_1994}).
   - Relationship conflict harms groups ({de_wit_2012}); politics is harmful on balance, and any good it does is a region, not the rule.
   - Perceived politics goes with strain, the wish to leave, dissatisfaction and lack of commitment ({chang_2009}).
   - Most of Marketing's leads are never pursued by Sales ({sabnis_2013}).
   - Paid figures are gamed ({larkin_2014}), and easily gamed ones should not be paid for ({baker_2002}).
   - Deciding by data raises output by about 5 to 6 percent and no more ({brynjolfsson_2011}).
   - Resistance follows what people stand to lose, not how good the system is ({markus_1983}).
4. **Shape of networks** in real organisations: density, reciprocity and preference for the own department ({krackhardt_1987};
   {lazega_2001}), recomputed from the published data and used for generated ones.

Patterns of the third kind served partly as targets when numbers were set. A target that was met is not a finding; see
[what the model cannot say](#what-the-model-cannot-say).

## 2. Entities, state variables and scales

### Entities

- **Employees** are seats. A seat has a place (department, level, manager), traits that stay, and a state. Whoever comes after someone
  who left takes the seat with its traits.
- **Ties** lead from one employee to another, one for each direction. Who knows whom is fixed; strength and trust live.
- **Coalitions** have a number like an employee; everyone is in one, if only alone.
- **Departments** group seats and say how easily outsiders replace what they do with relationships and with data.
- **The organisation** carries what is common to all: reliance on data, funding, pressure, data quality, decisions.
- **The sponsor's plan**: interventions with target, window or trigger, and cost. It is part of the scenario, not of the state.

Customers, competitors and the market are not entities.

### Scales

One step is a **week**; a scenario says how many there are (the flagship has 104). What changes slowly is looked at every fourth week, a
quarter of the people each week ("a month" below). There is no space but the network of acquaintances. An organisation may have any
number of people (the flagship has 240). Sixteen **histories** of one organisation run side by side as a **block**: they share
organisation and numbers and differ by chance alone. Blocks differ in the organisation drawn and in every number that is uncertain.

### State variables

*Neutral* is the value where nothing writes the column; a history may start elsewhere (see [Initialisation](#5-initialisation)).
*Written by* and *read by* name mechanisms; one that updates a column reads it as well. Levers are set back by
[levers](mechanisms/levers.md) and raised by [interventions](interventions.md). Cost is booked by the week itself, and so is what
interventions in force do to credibility.

#### Of the organisation

{organisation_columns}
#### Of an employee: levers

Each week begins with every lever at its usual value; interventions in force then raise it for those they are for.

{lever_columns}
#### Of an employee: state

{employee_columns}
#### Of a coalition

{coalition_columns}
#### Of a tie

{tie_columns}
Stages of adoption, from −1: {stages}. Tactics, from 0: work, persuade, network, ally, hide, resist, game.

### What stays

Each employee has a department, a level (0 is nobody's manager), a manager, years with the organisation (which only decide how many
turn to a person in a generated network), a centrality ({bonacich_1987}, of the starting network) and these traits. *Spread* is what is
drawn where a scenario says nothing.

{traits}
Each department has two numbers from 0 to 1, `relation_substitutability` and `data_substitutability`: how easily outsiders replace it.

### Settings of a scenario

Every number may be a distribution; it is then drawn once a block. With `assumptions: drawn` so is every number that a scenario
does not give, from what is plausible; effects of levers then share one factor, `levers.optimism`.

{settings}
Each initiative of the transformation, such as a CRM system, has a name and

{initiatives}
Shocks are of the kinds {shocks}. Each has a week, or a hazard, and

{shock_numbers}
A deciding body follows one of the rules {rules}.

### Notation

In equations a name is a parameter of the mechanism, a column or a setting. Besides:

| symbol | meaning |
| --- | --- |
| x, y | private and voiced attitude (`attitude`, `voiced_attitude`) |
| u, w, Δ | stake, goal weights, expected change for one goal |
| p, C | power, control of zones of uncertainty |
| δ | reliance on data (`data_reliance`) |
| τ, W | trust along a tie; weights with which others are heard, scaled to sum to 1 |
| s, q | status, and what earns it; in [power](mechanisms/power.md) s is substitutability, in [performance](mechanisms/performance.md) q is effort on quality, in [tactics](mechanisms/tactics.md) q is a propensity |
| χ, H | susceptibility, compliance |
| ω | in [performance](mechanisms/performance.md) the weight of quality in pay, in [status](mechanisms/status.md) deference |
| κ, n, g | ease of gaming for a person; effort on quantity; effort on figures |
| ρ, b | how informative a report is; half the distance of two stakes |
| [condition] | 1 where it holds, 0 where it does not |
| ← | the value of next week |
| logistic, clamp | 1 / (1 + e⁻ᶻ); limited to the two bounds given |

## 3. Process overview and scheduling

A week runs through the mechanisms in this order. Right after the first, interventions in force raise their levers, in the order in which
the scenario lists them. A mechanism that is off is left out, and what it writes stays as it was at the start.

{schedule}
At the end of a week every outcome is measured. An intervention that waits for an outcome looks at it then, and comes into force with
the next week at the earliest.

**Who sees what of whom.** A column that a mechanism both reads and writes is double-buffered: everybody acts on the values at the start
of the step, so that nobody is first. A column that it updates changes in place, each employee's own entry, after what earlier mechanisms
of the week have done. Where people act one after the other (coalitions, status, ties, turnover, all once a month) they do so in the order
of their draw numbers, which belong to the person and not to the place in a list: relabelling an organisation permutes its results and
changes nothing else.

**Interventions** are in force from their first week to their last, or for some weeks after a trigger. Whom they reach may depend on the
state of each history ({who}), and of those on a rank (the first so many by {rankings}). What people feel is told by what they voice and
can do, by a survey, or, as an upper bound, by what is true ([levers](mechanisms/levers.md)). They begin with those found in the first
week, and every fourth week add those who have come to belong; nobody is dropped again but by leaving, and the first by rank are chosen once. Each
week in force costs money and earns or spends the sponsor's credibility.

**Meetings** are held every few weeks by [governance](mechanisms/governance.md). A transformation that was stopped stays stopped: levers
rest, and people live on to the last week.

A value that is infinite or not a number stops the run and names mechanism, column, employee and week.

)";

}  // namespace micropol::app
