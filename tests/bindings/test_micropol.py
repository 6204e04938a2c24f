"""The package for Python, from outside: the program's numbers to the bit, no copies, errors with their places, Ctrl-C, pickles."""

import json
import os
import pickle
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import numpy
import pytest

import micropol

PROGRAM = os.environ["MICROPOL_PROGRAM"]
SCENARIOS = Path(os.environ["MICROPOL_SCENARIOS"])
FLAGSHIP = SCENARIOS / "marketing_sales.yaml"

TINY = """micropol: 1
name: A tiny organisation
organisation:
  departments:
    - {name: Marketing, headcount: 6}
    - {name: Sales, headcount: 8}
    - {name: Data, headcount: 3}
transformation:
  initiatives:
    - {name: CRM}
strategies:
  push: {interventions: [{lever: executive_mandate, intensity: 0.6}]}
runs: {weeks: 6, histories: 48, seed: 3}
"""


@pytest.fixture(scope="module")
def model():
    return micropol.load(FLAGSHIP, runs=48, weeks=20)


@pytest.fixture(scope="module")
def run(model):
    return model.run("bundle")


def program(*words):
    return subprocess.run([PROGRAM, *map(str, words)], check=True, capture_output=True, text=True).stdout


# ------------------------------------------------------------------------------------------- the program's numbers


def test_columns_are_the_bytes_of_a_file_of_results(run, tmp_path):
    file = tmp_path / "run.db"
    printed = program("run", FLAGSHIP, "--strategy", "bundle", "--runs", 48, "--weeks", 20, "--format", "json", "--output", file)
    assert run.write("json") == printed
    with sqlite3.connect(file) as kept:
        hashes = dict(kept.execute("select block, state_hash from block"))
        weekly = kept.execute("select block, outcome, value from weekly").fetchall()
        drawn = kept.execute("select block, name, value from parameter").fetchall()
    assert len(weekly) == 3 * len(run.json["outcomes"]) and len(drawn) > 0
    assert [format(int(one), "016x") for one in run["state_hash"]] == [hashes[block] for block in range(3)]
    for block, outcome, value in weekly:
        assert run[outcome][:, block, :].tobytes() == value
    for block, name, value in drawn:
        assert run[name][block] == value


@pytest.mark.parametrize("threads", [1, 3])
def test_threads_change_nothing(model, run, threads):
    again = model.run("bundle", threads=threads)
    assert again.state_hash == run.state_hash
    for name in run:
        assert run[name].tobytes() == again[name].tobytes()


def test_comparisons_and_decisions_are_the_programs(tmp_path):
    file = tmp_path / "compare.db"
    words = ("--strategy", "bundle", "--strategy", "pressure", "--runs", 1024, "--weeks", 5, "--assumptions", "drawn")
    printed = program("compare", FLAGSHIP, *words, "--by", "net_value", "--format", "json", "--output", file)
    compared = micropol.load(FLAGSHIP, runs=1024, weeks=5, assumptions="drawn").compare(["bundle", "pressure"], by="net_value")
    assert compared.write("json") == printed
    decided = compared.decide(by="net_value")
    assert decided.write("json") == program("decide", file, "--by", "net_value", "--format", "json")


LOG_INS = {"week": list(range(8)), "department": ["Sales"] * 8, "active": [72] * 8, "logged_in": [0, 2, 3, 6, 8, 9, 14, 15]}
SETTINGS = {"factors": {"culture.rivalry": (0.1, 0.6), "mechanisms.adoption.pace": None}, "draws": 200, "particles": 200, "waves": 0}


def test_calibrations_are_the_programs(tmp_path):
    file = tmp_path / "log_ins.csv"
    file.write_text("\n".join(",".join(map(str, row)) for row in [list(LOG_INS), *zip(*LOG_INS.values())]) + "\n")
    printed = program("calibrate", FLAGSHIP, "--evidence", file, "--factor", "culture.rivalry=0.1..0.6", "--factor", "mechanisms.adoption.pace",
                      "--draws", 200, "--particles", 200, "--waves", 0, "--format", "json")
    model = micropol.load(FLAGSHIP)
    learned = model.calibrate(file, **SETTINGS)
    assert learned.write("json") == printed
    assert learned["culture.rivalry"].shape == (200,) and 0.1 <= learned["culture.rivalry"].min() <= learned["culture.rivalry"].max() <= 0.6
    assert learned.columns["culture.rivalry"].dims == ("particle",)
    assert set(learned.moved) <= set(learned)
    again = pickle.loads(pickle.dumps(model.calibrate(LOG_INS, **SETTINGS)))
    assert (again["culture.rivalry"] == learned["culture.rivalry"]).all() and "iframe" in again._repr_html_()
    with pytest.raises(micropol.InvalidInput) as refused:
        model.calibrate([file, tmp_path / "survey.csv"], **SETTINGS)
    assert "survey.csv" in str(refused.value)


def test_two_interpreters_threads_at_once(model, run):
    found = []
    threads = [threading.Thread(target=lambda: found.append(model.run("bundle", progress=False).state_hash)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [run.state_hash] * 4


# ------------------------------------------------------------------------------------------------------ no copies


def test_arrays_look_at_the_librarys_memory(run):
    adoption = run["substantive"]
    assert adoption.shape == (20, 3, 16) and adoption.dtype == numpy.float32
    assert not adoption.flags.owndata and not adoption.flags.writeable and adoption.flags.c_contiguous
    (about, again), = [found for found in run._handle.columns() if found[0].name == "substantive"]
    assert again.__array_interface__["data"][0] == adoption.__array_interface__["data"][0]
    assert about.dims == ("week", "block", "history") and about.unit == "share"
    with pytest.raises(ValueError):
        adoption[0] = 1


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_reading_every_column_takes_no_memory():
    result = micropol.load(TINY, set={"runs.weeks": 104}, runs=4096).run()
    size = sum(result[name].nbytes for name in result)
    before = resident()
    arrays = [result[name] for name in result] + [found[1] for found in result._handle.columns()]
    grown = resident() - before
    assert size > 100e6 and len(arrays) > 100
    assert grown < size / 20, f"{grown} bytes more for {size} bytes of columns"


def test_an_array_outlives_its_result():
    result = micropol.load(TINY).run()
    adoption = result["substantive"]
    expected = adoption.tobytes()
    del result
    for _ in range(20):  # others take the memory that is free
        micropol.load(TINY, seed=9).run()
    assert adoption.tobytes() == expected


def test_results_are_freed():
    heavy = micropol.load(TINY, set={"runs.weeks": 104}, runs=1024)
    size = sum(heavy.run()[name].nbytes for name in heavy.outcomes)
    before = resident()
    for _ in range(8):
        heavy.run()
    assert resident() - before < 4 * size


# ----------------------------------------------------------------------------------------------------- tables


def test_pandas(run):
    pandas = pytest.importorskip("pandas")
    table = run.to_pandas(["substantive", "success"])
    assert list(table.columns) == ["week", "block", "history", "substantive", "success"] and len(table) == 20 * 3 * 16
    row = table[(table.week == 7) & (table.block == 2) & (table.history == 5)].iloc[0]
    assert row.substantive == run["substantive"][7, 2, 5]
    drawn = next(name for name, about in run.columns.items() if about.kind == "drawn")
    table = run.to_pandas(["substantive", drawn])
    assert (table[table.block == 1][drawn] == run[drawn][1]).all()
    with pytest.raises(KeyError):
        run.to_pandas(["nothing"])
    assert isinstance(table, pandas.DataFrame)


def test_xarray(run):
    pytest.importorskip("xarray")
    data = run.to_xarray()
    assert data["substantive"].dims == ("week", "block", "history") and data["substantive"].attrs["units"] == "share"
    assert numpy.shares_memory(data["substantive"].values, run["substantive"])


def test_comparison_tables(model):
    pytest.importorskip("pandas")
    compared = model.compare(["bundle"], weekly=True, variants={"no tactics": {"strategy": "bundle", "mechanisms.tactics": "off"}})
    assert compared.variants == ["none", "bundle", "no tactics"]
    assert compared["success"].shape == (3, 20, 3, 16)
    table = compared.to_pandas(["success"])
    assert list(table.columns) == ["variant", "week", "block", "history", "success"] and set(table.variant) == set(compared.variants)
    last = model.compare(["bundle"])
    assert (last["success"][1] == compared["success"][1, -1]).all()
    assert len(compared.table()) > 10


def test_sweeps(model):
    small = model.set("runs.histories", 16)
    swept = small.sweep({"culture.rivalry": (0.1, 0.6), "governance.rule": ["committee", "ceo"]}, design="grid", levels=2)
    assert swept["substantive"].shape == (4, 1)
    assert sorted(set(swept["culture.rivalry"])) == [0.1, 0.6] and sorted(set(swept["governance.rule"])) == [0, 1]
    listed = small.sweep(table={"culture.rivalry": [0.1, 0.6], "governance.rule": ["committee", "committee"]})
    assert listed["substantive"].shape == (2, 1)


# ------------------------------------------------------------------------------------------------ what it says


def test_pages_and_texts(run, model, tmp_path):
    assert "Substantive adoption" in str(run)
    frame = run._repr_html_()
    assert frame.startswith("<iframe srcdoc=") and "&lt;!doctype html&gt;" in frame and "<html" not in frame
    run.save(tmp_path / "seite.html", language="de")
    assert '<html lang="de"' in (tmp_path / "seite.html").read_text(encoding="utf-8")
    with pytest.raises(ValueError):
        run.save(tmp_path / "page.pdf")
    told = model.explain("pressure", history="worst")
    assert told.json["told"] and len(told) == 0
    with pytest.raises(TypeError):
        told.to_pandas()
    told.save(tmp_path / "worst.gexf")
    assert (tmp_path / "worst.gexf").read_text(encoding="utf-8").endswith("</gexf>\n")
    assert [json.loads(line)["record"] for line in run.write("jsonl").splitlines()][:2] == ["study", "outcome"]
    with pytest.raises(micropol.WrongUse):
        run.write("graphml")


def test_what_a_model_says(model):
    assert model.headcount == 240 and model.weeks == 20 and model.histories == 48 and "bundle" in model.strategies
    assert model.outcomes["substantive"] == {"label": "Substantive adoption", "unit": "share"}
    assert model.set("runs.seed", 7).seed == 7 and model.seed == 1
    assert "headcount" in model.resolved


# ----------------------------------------------------------------------------------------------------- errors


def test_every_problem_comes_with_its_place():
    with pytest.raises(micropol.InvalidInput) as caught:
        micropol.load(TINY.replace("initiatives", "initiative").replace("strategies", "strategie"))
    problems = caught.value.problems
    assert {problem.place.line for problem in problems if problem.place} >= {9, 11}
    assert any("did you mean 'strategies'?" == problem.hint for problem in problems)
    assert pickle.loads(pickle.dumps(caught.value)).problems == problems


@pytest.mark.parametrize("call", [
    lambda model: model.run("nobody"),
    lambda model: model.run(threads=0),
    lambda model: model.compare(by="substantiv"),
    lambda model: model.sweep({"culture.rivalri": (0, 1)}),
    lambda model: model.sweep({"culture.rivalry": "much"}),
    lambda model: model.sweep(design="gird"),
    lambda model: model.explain(history="middling"),
    lambda model: model.explain(history=(0, 99)),
    lambda model: model.set("runs.weeks", "many"),
    lambda model: model.set("runs.weeks", [[]]),
    lambda model: model.compare().decide(),
    lambda model: micropol.new({"name": ["a"]}, {"from": ["a"]}),
])
def test_what_cannot_be_is_refused(call):
    with pytest.raises(micropol.InvalidInput) as caught:
        call(micropol.load(TINY))
    assert all(problem.message for problem in caught.value.problems)


def test_other_mistakes():
    model = micropol.load(TINY)
    with pytest.raises(ValueError):
        micropol.load("a\0b\n")
    with pytest.raises(ValueError):
        model.compare(until_ci=float("nan"))
    with pytest.raises(micropol.WrongUse):
        model.run().write("pdf")
    for file in ("/nowhere/at/all.yaml", "/", "/dev/zero", sys.executable):
        with pytest.raises(micropol.InvalidInput):
            micropol.load(file)


# -------------------------------------------------------------------------------------- progress and interruption


LONG = {"runs.histories": 1_000_000, "runs.weeks": 500}  # minutes


def test_progress_is_told():
    seen = []
    micropol.load(TINY).run(progress=lambda finished, expected: seen.append((finished, expected)))
    assert seen[-1] == (3, 3)


def test_an_event_stops():
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    begun = time.monotonic()
    with pytest.raises(micropol.Stopped):
        micropol.load(TINY, set=LONG).compare(stop=stop)
    assert time.monotonic() - begun < 30


def test_a_block_that_is_left_stops():
    long = micropol.load(TINY, set=LONG)
    begun = time.monotonic()
    with pytest.raises(micropol.Stopped), micropol.Interrupt(after=0.5) as stop:
        long.compare(stop=stop)
    ended = []

    def simulate():
        try:
            long.compare(stop=stop)
        except micropol.Stopped:
            ended.append(True)

    with pytest.raises(KeyError), micropol.Interrupt() as stop:
        other = threading.Thread(target=simulate)
        other.start()
        raise KeyError
    other.join(60)
    assert ended == [True] and time.monotonic() - begun < 60


def test_what_a_progress_function_raises_arrives():
    def refuse(finished, expected):
        raise ZeroDivisionError("as asked")

    with pytest.raises(ZeroDivisionError):
        micropol.load(TINY, set=LONG).compare(progress=refuse)


def test_ctrl_c_interrupts_and_nothing_else_is_lost():
    script = f"""
import micropol, signal, threading, os, time
model = micropol.load({TINY!r})
long = micropol.load({TINY!r}, set={LONG!r})
threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
try:
    long.compare()
except KeyboardInterrupt:
    print("interrupted", model.run()["substantive"].shape, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout == "interrupted (6, 3, 16) True\n" and "ignored" not in done.stderr, done.stderr


# ----------------------------------------------------------------------------------------------------- pickles


def test_pickles_are_scenario_and_seed(run, model):
    text = pickle.dumps(run)
    assert len(text) < 200_000 < sum(run[name].nbytes for name in run)
    again = pickle.loads(text)
    assert again.state_hash == run.state_hash and (again["substantive"] == run["substantive"]).all()
    assert pickle.loads(pickle.dumps(model.set("runs.seed", 5))).seed == 5


def test_a_pickle_of_another_model_is_refused(run):
    rebuild, (model, kind, plan, made_by) = run.__reduce__()
    with pytest.raises(micropol.Failure):
        rebuild(model, kind, plan, "0" * 16)


# ------------------------------------------------------------------------------------------------ organisations


PEOPLE = {"id": [f"p{k}" for k in range(24)], "department": ["Marketing", "Sales", "Data"] * 8, "manager": [""] + ["p0"] * 23}
TIES = {"source": [f"p{k}" for k in range(23)], "target": [f"p{k + 1}" for k in range(23)]}


def test_an_organisation_from_tables(tmp_path):
    model = micropol.new(PEOPLE, TIES, runs=16, weeks=4)
    assert model.headcount == 24
    run = model.run()
    again = pickle.loads(pickle.dumps(run))
    assert again.state_hash == run.state_hash
    kept = micropol.new(PEOPLE, TIES, folder=tmp_path, runs=16, weeks=4)
    assert kept.run().state_hash == run.state_hash
    assert program("run", tmp_path / "scenario.yaml", "--runs", 16, "--weeks", 4, "--format", "json") == run.write("json")


def test_an_organisation_from_data_frames():
    pandas = pytest.importorskip("pandas")
    frames = micropol.new(pandas.DataFrame(PEOPLE), pandas.DataFrame(TIES), runs=16, weeks=4)
    assert frames.run().state_hash == micropol.new(PEOPLE, TIES, runs=16, weeks=4).run().state_hash


# ------------------------------------------------------------------------------------------------------- wheel


def test_the_wheel_is_built_without_a_network_and_works(tmp_path):
    pytest.importorskip("build")
    pytest.importorskip("wheel")
    package = Path(micropol.__file__).parent.parent
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path / "wheel", package], check=True,
                   capture_output=True)
    wheel, = (tmp_path / "wheel").glob("micropol-*-py3-none-*.whl")
    with zipfile.ZipFile(wheel) as content:
        content.extractall(tmp_path / "installed")
    script = f"import micropol; print(micropol.__file__, micropol.load({TINY!r}).run().state_hash)"
    done = subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")}, check=True,
                          capture_output=True, text=True, cwd=tmp_path)
    file, state_hash = done.stdout.split()
    assert Path(file).is_relative_to(tmp_path) and state_hash == micropol.load(TINY).run().state_hash
    assert (tmp_path / "installed/micropol/py.typed").exists()
