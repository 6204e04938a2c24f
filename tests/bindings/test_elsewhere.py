"""What engine/documentation/elsewhere.md shows is executed: every block of code, in the order of the page, by the tool it is for."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(os.environ["MICROPOL_SCENARIOS"]).parent
PROGRAM = Path(os.environ["MICROPOL_PROGRAM"])
PAGE = (SOURCES / "engine/documentation/elsewhere.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def blocks(language):
    found = [text for name, text in BLOCKS if name == language]
    assert found, f"the page has no {language}"
    return found


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "scenarios").symlink_to(SOURCES / "scenarios")
    return tmp_path


def environment(**more):
    return {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", **more}


def test_the_page_has_no_other_code():
    assert {name for name, _ in BLOCKS} == {"python", "r", "sql", "sh", "snakemake"}


def test_python(folder):
    pytest.importorskip("pandas")
    pytest.importorskip("xarray")
    subprocess.run([PROGRAM, "run", "scenarios/marketing_sales.yaml", "--runs", "32", "--weeks", "8", "--output", "run.db", "--quiet"], cwd=folder,
                   check=True, env=environment())
    script = "\n".join(blocks("python")) + "\nprint(data.sizes['week'], gain.shape, len(table), ours.headcount, adoption.shape, len(drawn) > 0)\n"
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "104 (4,) 192 4 (2, 8, 16) True\n"


def test_r(folder):
    library = os.environ.get("MICROPOL_R_LIBRARY", "")
    if not shutil.which("Rscript") or not Path(library, "micropol").exists():
        pytest.skip("the package for R was not installed by its test")
    done = subprocess.run(["Rscript", "-e", "\n".join(blocks("r"))], cwd=folder, env=environment(R_LIBS=library), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "[1] 104   4  16" in done.stdout and "bundle" in done.stdout


def test_pipelines(folder):
    pipeline = next(text for text in blocks("sh") if "jsonl" in text)
    done = subprocess.run(["sh", "-ec", pipeline], cwd=folder, env=environment(), capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["0.1", "0.35", "0.6"]


def test_slurm_parts_are_what_the_page_says(folder):
    script = next(text for text in blocks("sh") if "SBATCH" in text).replace("65536", "32").replace("/8", "/2")
    script = script.replace("micropol compare", "micropol compare --weeks 8 --strategy bundle")
    for part in ("1", "2"):
        subprocess.run(["sh", "-ec", script], cwd=folder, env=environment(SLURM_ARRAY_TASK_ID=part, SLURM_CPUS_PER_TASK="1"), check=True,
                       capture_output=True)
    subprocess.run("micropol results merge whole.db part*.db", shell=True, cwd=folder, env=environment(), check=True, capture_output=True)
    subprocess.run(["micropol", "compare", "scenarios/marketing_sales.yaml", "--weeks", "8", "--strategy", "bundle", "--runs", "32", "--output", "one.db",
                    "--quiet"], cwd=folder, env=environment(), check=True)
    shown = [subprocess.run(["micropol", "results", "show", name, "--format", "json"], cwd=folder, env=environment(), check=True,
                            capture_output=True, text=True).stdout for name in ("whole.db", "one.db")]
    assert shown[0] == shown[1]


def test_snakemake(folder):
    if not shutil.which("snakemake"):
        pytest.skip("needs snakemake")
    (folder / "Snakefile").write_text("\n".join(blocks("snakemake")), encoding="utf-8")
    done = subprocess.run(["snakemake", "--cores", "2", "--quiet"], cwd=folder, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert {json.loads((folder / f"{name}.json").read_text())["strategy"] for name in ("pressure", "bundle")} == {"pressure", "bundle"}


def test_networks(folder):
    networkx = pytest.importorskip("networkx")
    subprocess.run(["micropol", "explain", "scenarios/marketing_sales.yaml", "--history", "median", "--runs", "16", "--weeks", "20", "--network",
                    "median.graphml", "--quiet"], cwd=folder, env=environment(), check=True, capture_output=True)
    graph = networkx.read_graphml(folder / "median.graphml")
    assert graph.number_of_nodes() == 240 and {"attitude_12", "attitude_19", "department"} <= set(graph.nodes["n0"])
