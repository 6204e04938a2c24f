#include "micropol/documentation/odd_text.h"

namespace micropol::app {

std::string_view const odd_details = R"(## 5. Initialisation

**The organisation** is drawn from a plan or read from files. A plan gives departments with headcounts, from which follow a tree of
reporting lines and acquaintances drawn with a preference for the own department, for people of higher level and longer tenure, and for
contacts of contacts. What files say of people and ties is kept; what they do not say is drawn anew for each block, so that ignorance
shows as spread. These numbers belong to it, under `organisation.ties` of a scenario:

{organisation_numbers}
**The state** of week 0: everybody is alone in coalition, has the traits' data skill, access and attitude, and is at the scenario's
starting stage, usually unaware. Voiced attitude equals private attitude, and so does the stake until it is first computed. Strength and
trust are those of the starting network. Status is relationship skill, moved toward data skill by the reliance on data at the start;
[status](mechanisms/status.md) then settles it among colleagues in the first week. Reliance on data, momentum, pressure, credibility,
belief, moderation, rivalry, quality weight and audit are those of the [settings](#settings-of-a-scenario). Initiatives planned for week 0
have started. Everything else is at its neutral value. All sixteen histories of a block start alike.

## 6. Input data

No series of outside data drives the model. What comes from outside in time is written in the scenario: weeks of initiatives, windows of
interventions, planned shocks. People, ties and reporting lines may be read from CSV or GraphML files before the start
(`micropol new --help`); `micropol describe fields` lists every field.

## 7. Submodels

Each mechanism has a page with its equations, what it reads and writes, its numbers with their sources, and its limits.

{submodels}
### Interventions

What each raises, and what it usually costs, in thousand euros for each week and for each person reached and week; *credibility* is what
it earns or spends at full intensity in a week. Evidence, how people answer, and all numbers: [interventions](interventions.md).

{interventions}

What levers of one sort have in common:

{sorts}
Several on one lever never exceed 1: lever ← lever + (1 − lever) · effect · intensity. `intensity` is set for each use of an
intervention; usual are {intensity}. An intervention never touches a mechanism's parameters.

## What the model cannot say

{cannot_say}
The limits of each mechanism, as its page says them:

{limits}
## References

All works that records or this description rest on; `micropol describe KEY` shows one. Records that rest on no work say `assumed`.

{references})";

}  // namespace micropol::app
