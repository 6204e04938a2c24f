#include "study/explain/ledger.h"

#include <algorithm>
#include <array>
#include <map>

namespace micropol {

namespace {

constexpr Column goal_columns[] = {Column::stake_career, Column::stake_pay, Column::stake_status, Column::stake_security,
                                   Column::stake_company};

// Sums over the sixteen histories of those who are there, in the last week.
struct Sums {
    std::array<double, ledger_goal_count> by_goal{};
    double total = 0, losing = 0, there = 0;

    void add(Sums const& other) {
        for (std::size_t g = 0; g < by_goal.size(); ++g) by_goal[g] += other.by_goal[g];
        total += other.total, losing += other.losing, there += other.there;
    }
};

class LastStakes final : public Observer {
  public:
    explicit LastStakes(int weeks) : last_(weeks - 1) {}
    void see(int week, History const& history, std::span<Deployment const>) override {
        if (week != last_) return;
        auto const present = history[Column::present], stake = history[Column::stake];
        people.resize(present.size());
        for (std::size_t i = 0; i < people.size(); ++i) {
            for (std::size_t g = 0; g < ledger_goal_count; ++g)
                people[i].by_goal[g] = sum_of(history[goal_columns[g]][i] * present[i]);
            people[i].total = sum_of(stake[i] * present[i]);
            people[i].losing = sum_of(only(stake[i] < 0.0f, present[i]));
            people[i].there = sum_of(present[i]);
        }
    }
    std::vector<Sums> people;  // [employee]

  private:
    int last_;
};

// One value of a group a block, for blocks in which somebody of it is there.
struct Group {
    std::string name, department;
    std::optional<int> level = {};
    std::size_t people = 0;
    std::array<std::vector<double>, ledger_goal_count> by_goal;
    std::vector<double> total, losers;

    void add(Sums const& sums) {
        if (sums.there <= 0) return;
        for (std::size_t g = 0; g < by_goal.size(); ++g) by_goal[g].push_back(sums.by_goal[g] / sums.there);
        total.push_back(sums.total / sums.there), losers.push_back(sums.losing / sums.there);
    }
    [[nodiscard]] GroupStake concluded() const {
        GroupStake stake{.name = name,
                         .department = department,
                         .level = level,
                         .people = people,
                         .total = estimate_of_blocks(total),
                         .losers = estimate_of_blocks(losers, ends_of_shares)};
        for (auto const& values : by_goal) stake.by_goal.push_back(estimate_of_blocks(values));
        return stake;
    }
};

using Role = std::pair<std::uint16_t, std::uint8_t>;  // department, level

// What groups came to in one block.
struct BlockSums {
    std::map<std::uint16_t, Sums> departments;
    std::map<Role, Sums> roles;
};

BlockSums grouped(BlockResult const& who, std::vector<Sums> const& people) {
    BlockSums sums;
    for (std::size_t i = 0; i < people.size(); ++i) {
        sums.departments[who.person_department[i]].add(people[i]);
        sums.roles[{who.person_department[i], who.person_level[i]}].add(people[i]);
    }
    return sums;
}

template <class Key>
std::vector<GroupStake> concluded(std::map<Key, Group> const& groups) {
    std::vector<GroupStake> stakes;
    for (auto const& [key, group] : groups)
        if (!group.total.empty()) stakes.push_back(group.concluded());
    return stakes;
}

// People who left in all histories have nothing at stake any more.
std::vector<PersonStake> listed_people(BlockResult const& who, std::vector<Sums> const& people,
                                       std::vector<std::string> const& departments) {
    std::vector<PersonStake> stakes;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i].there <= 0) continue;
        PersonStake stake{
            who.person[i], departments[who.person_department[i]], who.person_level[i], {}, people[i].total / people[i].there};
        for (double const sum : people[i].by_goal) stake.by_goal.push_back(sum / people[i].there);
        stakes.push_back(std::move(stake));
    }
    std::ranges::stable_sort(stakes, {}, &PersonStake::total);
    return stakes;
}

// Of these groups, which together are one that is known, those that may be shown singly; returns how many are not.
std::size_t keep_large(std::vector<GroupStake>& groups, std::size_t smallest) {
    std::vector<std::size_t> sizes;
    for (GroupStake const& group : groups) sizes.push_back(group.people);
    std::vector<bool> const shown = shown_singly(sizes, smallest);
    std::vector<GroupStake> kept;
    for (std::size_t k = 0; k < groups.size(); ++k)
        if (shown[k]) kept.push_back(std::move(groups[k]));
    std::size_t const hidden = groups.size() - kept.size();
    groups = std::move(kept);
    return hidden;
}

// Roles of a department that is not shown are not shown either; the others sum to their department. In the order of departments and
// levels, so that the same ones are left out here as everywhere.
void hide_small_groups(Ledger& ledger, std::size_t smallest) {
    std::size_t const roles = ledger.roles.size();
    ledger.groups_hidden = keep_large(ledger.departments, smallest);
    std::vector<GroupStake> kept;
    for (GroupStake const& department : ledger.departments) {
        std::vector<GroupStake> its;
        for (GroupStake& role : ledger.roles)
            if (role.department == department.name) its.push_back(role);
        (void)keep_large(its, smallest);
        std::ranges::move(its, std::back_inserter(kept));
    }
    ledger.roles = std::move(kept);
    ledger.groups_hidden += roles - ledger.roles.size();
}

}  // namespace

std::optional<Ledger> stakes_of(StudyRunner const& runner, std::uint32_t variant, LedgerPlan const& plan) {
    auto const model = runner.model(variant);
    Scenario const& scenario = model->scenario();
    bool const everywhere = model->data_quality() != nullptr;  // the same people in every block
    Ledger ledger{.blocks = plan.blocks, .outcome = plan.outcome, .threshold = plan.threshold};
    if (!everywhere) ledger.block = plan.block;

    std::vector<std::vector<Sums>> people(plan.blocks);
    std::vector<BlockSums> sums(plan.blocks);
    BlockResult known;  // the organisation whose people are listed
    auto const& options = runner.options();
    bool const all = run_pieces(
        plan.blocks, options.threads, options.stop,
        [&](std::size_t block) {
            LastStakes stakes(scenario.weeks);
            BlockResult result = simulate_block(model->block(std::uint32_t(block)), {}, scenario.weeks, scenario.seed, &stakes);
            people[block] = std::move(stakes.people);
            return result;
        },
        [&](std::size_t block, BlockResult const& result) {
            sums[block] = grouped(result, people[block]);
            if (block == (everywhere ? 0 : plan.block)) known = result;
        });
    if (!all) return std::nullopt;

    std::map<std::uint16_t, Group> departments;
    std::map<Role, Group> roles;
    for (BlockSums const& block : sums) {
        for (auto const& [d, one] : block.departments) {
            departments[d].name = departments[d].department = model->departments()[d];
            departments[d].add(one);
        }
        for (auto const& [role, one] : block.roles) {
            roles[role].department = model->departments()[role.first];
            roles[role].level = role.second;
            roles[role].name = roles[role].department + ", level " + std::to_string(role.second);
            roles[role].add(one);
        }
    }
    for (std::size_t i = 0; i < known.person.size(); ++i) {
        ++departments[known.person_department[i]].people;
        ++roles[{known.person_department[i], known.person_level[i]}].people;
    }
    ledger.departments = concluded(departments), ledger.roles = concluded(roles);
    Block const of_those_listed = model->block(everywhere ? 0 : plan.block);
    Organisation const& organisation = *of_those_listed.organisation;
    if (organisation.names_hidden) hide_small_groups(ledger, organisation.smallest_group);
    for (auto* const groups : {&ledger.departments, &ledger.roles})
        std::ranges::stable_sort(*groups, {}, [](GroupStake const& stake) { return stake.total.mean; });
    std::vector<Sums> listed = people.at(everywhere ? 0 : plan.block);
    if (everywhere)
        for (std::size_t block = 1; block < people.size(); ++block)
            for (std::size_t i = 0; i < listed.size(); ++i) listed[i].add(people[block][i]);
    ledger.people = listed_people(known, listed, departments_as_shown(organisation));
    return ledger;
}

}  // namespace micropol
