"""Prints every goal of speed and memory with what this machine measures: goal, measured, ratio.

Usage: summary.py BUILD_FOLDER [--with-avx2 BUILD_FOLDER]

Ratios within one run are worth more than seconds: those depend on the machine, and the goals in seconds were set for two quiet
cores at 3.45 GHz with AVX-512. Of each command the best of three counts.
"""

import argparse
import json
import os
import pathlib
import subprocess
import tempfile
import time

FLAGSHIP = pathlib.Path(__file__).parent.parent / "scenarios" / "marketing_sales.yaml"


def benchmarks(build, program, names):
    """Counters and times of the benchmarks whose names match, by name."""
    command = [build / "benchmarks" / program, f"--benchmark_filter={names}", "--benchmark_format=json",
               "--benchmark_repetitions=3", "--benchmark_enable_random_interleaving=true"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {one["run_name"]: one for one in told["benchmarks"] if one.get("aggregate_name") == "median"}


class Command:
    """A micropol command, run three times: seconds and memory of the best."""

    def __init__(self, build, *words, writes=None):
        runs = []
        for _ in range(3):
            if writes is not None:
                writes.unlink(missing_ok=True)
            start = time.monotonic()
            process = subprocess.Popen([build / "apps" / "micropol", *words, "--no-progress"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            if status != 0:
                raise SystemExit(f"micropol {' '.join(map(str, words))} failed")
            runs.append((time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
        self.seconds, self.processor_seconds, self.megabytes = map(min, zip(*runs))


def rows(build, avx2):
    """(what, goal, measured, whether more is better)."""
    week = benchmarks(build, "week_benchmark", "whole_week|whole_run|alone|against")
    study = benchmarks(build, "study_benchmark", ".*")
    rate = {people: week[f"whole_week/{people}"]["employee_weeks"] for people in (240, 1000, 5000, 50000)}
    runs = [week[f"whole_run/{threads}/real_time"]["real_time"] for threads in (1, 2)]

    yield "a run, as a multiple of its weeks alone", 1.15, week["run_against_its_weeks"]["ratio"], False
    yield "a week, as a multiple of its bare passes", 1.25, \
        benchmarks(build, "bare_passes_benchmark", "bare_sum/240")["bare_sum/240/iterations:300"]["ratio"], False
    yield "reference workload, as a multiple of it tuned by hand", 2.2, \
        benchmarks(build, "w1_benchmark", ".*")["reference_workload"]["ratio"], False
    yield "two threads, as a multiple of one", 1.9, runs[0] / runs[1], True
    yield "rate at 5,000 people, as a share of that at 240", 0.6, rate[5000] / rate[240], True
    yield "rate at 50,000 people, as a share of that at 240", 0.35, rate[50000] / rate[240], True
    yield "attitude and adoption alone, million employee-weeks a second", 400, \
        week["attitude_and_adoption_alone"]["employee_weeks"] / 1e6, True
    yield "model of a point of a sweep, milliseconds", 0.2, study["model_of_a_point"]["cpu_time"], False
    yield "sweep of 1,000 points, share of time that is no simulation", 0.02, study["sweep/1000/manual_time"]["loss"], False

    with tempfile.TemporaryDirectory() as folder:
        results = pathlib.Path(folder) / "results.db"
        run = ["run", FLAGSHIP, "--runs", "1024", "--threads", "2"]
        plain, kept = Command(build, *run), Command(build, *run, "--output", results, writes=results)
        yield "flagship, 1,024 histories, seconds on two threads", 0.30, plain.seconds, False
        yield "its memory, MB", 48, plain.megabytes, False
        yield "what keeping its results adds, share of processor time", 0.08, \
            kept.processor_seconds / plain.processor_seconds - 1, False
        yield "memory with results kept, MB", 64, kept.megabytes, False
        yield "file of its results, MB", 15, results.stat().st_size / 2**20, False
        compare = Command(build, "compare", FLAGSHIP, "--runs", "1024", "--threads", "2")
        yield "nine strategies of 1,024 histories, seconds on two threads", 2.5, compare.seconds, False
        explain = Command(build, "explain", FLAGSHIP, "--strategy", "pressure", "--threads", "2")
        yield "an explanation with everything, seconds on two threads", 20, explain.seconds, False

    if avx2:
        narrow = benchmarks(avx2, "week_benchmark", "whole_week/240")["whole_week/240"]["employee_weeks"]
        yield "built for AVX2, as a share of the rate for this machine", 0.65, narrow / rate[240], True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--with-avx2", type=pathlib.Path)
    given = parser.parse_args()
    print(f"{'what':62} {'goal':>9} {'measured':>9} {'ratio':>6}")
    for what, goal, measured, more_is_better in rows(given.build.resolve(), given.with_avx2 and given.with_avx2.resolve()):
        sign = "≥" if more_is_better else "≤"
        print(f"{what:62} {sign} {goal:7.4g} {measured:9.3g} {measured / goal:6.2f}", flush=True)


main()
