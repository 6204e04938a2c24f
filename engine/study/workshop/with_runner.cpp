#include "study/study_runner.h"
#include "study/workshop/workshop.h"

namespace micropol {

std::optional<Workshop> hold_workshop(StudyRunner& runner, WorkshopPlan const& plan) {
    return hold_workshop(runner.source(), plan, [&](std::vector<Variant> const& variants, std::span<Task const> tasks) {
        std::uint32_t const first = runner.add(variants);
        std::vector<Task> numbered(tasks.begin(), tasks.end());
        for (Task& task : numbered) task.variant += first;
        return runner.final_values(numbered);
    });
}

}  // namespace micropol
