// The executor of micropol-mpi. Every process runs the same command up to the point where blocks are simulated. There the first
// one hands out work, keeps what comes back and concludes; the others simulate until they are sent home.

#include "micropol/executor.h"

#include <mpi.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <list>
#include <thread>

#include "micropol/log.h"
#include "micropol/machine.h"
#include "mpi/message.h"
#include "words/text.h"

namespace micropol::app {

namespace {

using namespace std::chrono_literals;
using mpi::Bytes, mpi::Order, mpi::Report, mpi::bytes_of, mpi::order_in, mpi::report_in;
using Clock = std::chrono::steady_clock;

constexpr int order_tag = 1, report_tag = 2, home_tag = 3;
constexpr double seconds_of_an_order = 0.1;
constexpr int orders_ahead = 2;  // so that nobody waits while results are being written

int rank = 0, processes = 1;

// Sent home in the middle of a verb.
struct SentHome {};

// What went wrong here, for the first process to show. All processes have one command line, and so one language.
std::string complaint(Phrase const& reason) {
    char host[256] = {};
    gethostname(host, sizeof host - 1);
    return to_text(Message("process {0} on {1}: {2}", {name(std::to_string(rank)), name(host), reason}), log::language());
}

// MPI's own waiting keeps a processor busy.
MPI_Status wait_for_message() {
    for (;;) {
        int arrived = 0;
        MPI_Status status;
        MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &arrived, &status);
        if (arrived != 0) return status;
        std::this_thread::sleep_for(100us);
    }
}

Bytes receive(MPI_Status const& status) {
    int size = 0;
    MPI_Get_count(&status, MPI_BYTE, &size);
    Bytes bytes(static_cast<std::size_t>(size));
    MPI_Recv(bytes.data(), size, MPI_BYTE, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    return bytes;
}

// ------------------------------------------------------------------------------------- the first process

class Foreman {
  public:
    // told: how many variants each process knows.
    Foreman(StudyRunner& runner, std::span<Task const> tasks, std::vector<std::uint32_t>& told,
            std::function<void(std::size_t, BlockResult const&)> const& finished)
        : runner_(runner), tasks_(tasks), told_(told), finished_(finished) {}

    bool hand_out() {
        for (int round = 0; round < orders_ahead; ++round)
            for (int to = 1; to < processes; ++to) send_order(to);
        while (outstanding_ > 0) {
            MPI_Status const status = wait_for_message();
            take(report_in(receive(status)));
            send_order(status.MPI_SOURCE);
            std::erase_if(sent_, [](Sent& sent) {
                int done = 0;
                MPI_Test(&sent.request, &done, MPI_STATUS_IGNORE);
                return done != 0;
            });
        }
        for (Sent& sent : sent_) MPI_Wait(&sent.request, MPI_STATUS_IGNORE);
        if (!failure_.empty()) throw std::runtime_error(failure_);
        return next_ == tasks_.size();
    }

  private:
    struct Sent {
        Bytes bytes;
        MPI_Request request = MPI_REQUEST_NULL;
    };

    bool is_over() const {
        auto const* const stop = runner_.options().stop;
        return next_ == tasks_.size() || (stop != nullptr && *stop) || !failure_.empty();
    }

    // Whole rounds of a process's threads; fewer towards the end, so that all end together.
    std::size_t size_of_an_order() const {
        auto const threads = std::size_t(runner_.options().threads);
        double const seconds_each = finished_count_ > 0 ? std::chrono::duration<double>(Clock::now() - start_).count() *
                                                              double(processes - 1) * double(threads) / double(finished_count_)
                                                        : seconds_of_an_order;
        auto const rounds = std::size_t(std::clamp(seconds_of_an_order / seconds_each, 1.0, 1000.0));
        std::size_t const left = tasks_.size() - next_, fair = left / (2 * std::size_t(processes - 1)) + 1;
        return std::min({left, fair, threads * rounds});
    }

    void send_order(int to) {
        if (is_over()) return;
        auto const& variants = runner_.variants();
        std::uint32_t& known = told_[std::size_t(to)];
        Order order{.first_variant = known};
        order.variants.assign(variants.begin() + known, variants.end());
        known = std::uint32_t(variants.size());
        for (std::size_t const last = next_ + size_of_an_order(); next_ < last; ++next_) {
            order.piece.push_back(std::uint32_t(next_));
            order.tasks.push_back(tasks_[next_]);
            order.fingerprint.push_back(runner_.fingerprint(tasks_[next_].variant));
        }
        Sent& sent = sent_.emplace_back(bytes_of(order));
        MPI_Isend(sent.bytes.data(), int(sent.bytes.size()), MPI_BYTE, to, order_tag, MPI_COMM_WORLD, &sent.request);
        ++outstanding_;
    }

    void take(Report const& report) {
        --outstanding_;
        if (failure_.empty()) failure_ = report.failure;
        for (std::size_t k = 0; k < report.piece.size(); ++k) finished_(report.piece[k], report.results[k]);
        finished_count_ += report.piece.size();
    }

    StudyRunner& runner_;
    std::span<Task const> tasks_;
    std::vector<std::uint32_t>& told_;
    std::function<void(std::size_t, BlockResult const&)> const& finished_;
    std::list<Sent> sent_;
    std::size_t next_ = 0, finished_count_ = 0;
    int outstanding_ = 0;  // orders
    std::string failure_;
    Clock::time_point start_ = Clock::now();
};

// ------------------------------------------------------------------------------------- the others

Report carry_out(Order const& order, StudyRunner& runner) {
    Report report;
    try {
        if (order.first_variant != runner.variants().size()) throw Failure({{}, "it has lost count of the variants", {}, {}});
        if (!order.variants.empty()) runner.add(order.variants);
        for (std::size_t k = 0; k < order.tasks.size(); ++k)
            if (runner.fingerprint(order.tasks[k].variant) != order.fingerprint[k])
                throw Failure(
                    {{}, "it reads another scenario than the first process: all need the same files and version", {}, {}});
        (void)run_pieces(
            order.tasks.size(), runner.options().threads, nullptr, [&](std::size_t k) { return runner.simulate(order.tasks[k]); },
            [&](std::size_t k, BlockResult const& result) {
                report.piece.push_back(order.piece[k]);
                report.results.push_back(result);
            });
    } catch (std::exception const& failed) {
        report = {.failure = complaint(log::reason_of(failed)), .piece = {}, .results = {}};
    }
    return report;
}

void answer(Report const& report) {
    Bytes const bytes = bytes_of(report);
    MPI_Send(bytes.data(), int(bytes.size()), MPI_BYTE, 0, report_tag, MPI_COMM_WORLD);
}

// Answers orders until it is sent home.
void serve(std::function<Report(Order const&)> const& work) {
    for (;;) {
        MPI_Status const status = wait_for_message();
        Bytes const bytes = receive(status);
        if (status.MPI_TAG == home_tag) return;
        answer(work(order_in(bytes)));
    }
}

class MpiCrew final : public Executor {
  public:
    bool simulate(StudyRunner& runner, std::span<Task const> tasks,
                  std::function<void(std::size_t, BlockResult const&)> const& finished) override {
        if (rank > 0) {
            serve([&](Order const& order) { return carry_out(order, runner); });
            throw SentHome();
        }
        // The others came here with the same variants.
        if (told_.empty()) told_.assign(std::size_t(processes), std::uint32_t(runner.variants().size()));
        return Foreman(runner, tasks, told_, finished).hand_out();
    }

  private:
    std::vector<std::uint32_t> told_;
};

// A process that never came to work, for a reason of its own: the same as the first one's, or one to report.
void wait_to_be_sent_home(Phrase const& reason) {
    serve([&](Order const&) { return Report{complaint(reason), {}, {}}; });
}

void say_nothing() {
    log::silence();
    std::cout.setstate(std::ios::failbit);
    std::cerr.setstate(std::ios::failbit);
}

int processors_allowed() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    return sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? CPU_COUNT(&allowed) : processors();
}

int threads_of_a_process = 1;

// Where processes are not bound to processors of their own, those of one machine share them; the first one only schedules.
int fair_share() {
    MPI_Comm here;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here);
    int workers = rank > 0 || processes == 1 ? 1 : 0, workers_here = 0;
    MPI_Allreduce(&workers, &workers_here, 1, MPI_INT, MPI_SUM, here);
    MPI_Comm_free(&here);
    bool const bound = processors_allowed() < int(sysconf(_SC_NPROCESSORS_ONLN));
    return bound ? processors_allowed() : std::max(1, processors_allowed() / std::max(1, workers_here));
}

}  // namespace

int with_executor(int count, char** words, std::function<ExitCode()> const& body) {
    int provided = 0;
    MPI_Init_thread(&count, &words, MPI_THREAD_FUNNELED, &provided);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &processes);
    threads_of_a_process = fair_share();
    int code = done;
    if (rank == 0) {
        code = body();
        for (int to = 1; to < processes; ++to) MPI_Send(nullptr, 0, MPI_BYTE, to, home_tag, MPI_COMM_WORLD);
    } else {
        say_nothing();
        try {
            wait_to_be_sent_home(Message("it ended before the others, with code {0}", {name(std::to_string(body()))}));
        } catch (SentHome const&) {
        }
    }
    MPI_Finalize();
    return code;
}

Executor* executor() {
    static MpiCrew executor;
    return processes > 1 ? &executor : nullptr;
}
bool is_first_process() { return rank == 0; }
int default_threads() { return threads_of_a_process; }

}  // namespace micropol::app
