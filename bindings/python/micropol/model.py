"""Scenarios, and the studies of them."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from . import _library
from .problems import Stopped
from .results import Calibration, Comparison, Decision, Explanation, Run, Sweep
from .watching import ProgressOption, Watching

if TYPE_CHECKING:
    import pandas

__all__ = ["Model", "load", "new"]

Value = Union[str, int, float, bool, Sequence[Any], Mapping[str, Any]]
_RESULTS = {"run": Run, "compare": Comparison, "sweep": Sweep, "explain": Explanation, "calibrate": Calibration}


class Model:
    """A scenario, read and found good. It never changes: ``set`` gives another one. Made by :func:`load` and :func:`new`.

    All studies take ``threads`` (all processors without), ``progress`` (None: shown in notebooks and terminals; True, False, or a function of
    finished and expected blocks) and ``stop`` (a threading.Event, such as :class:`micropol.Interrupt`, that ends the study with :class:`micropol.Stopped`). Ctrl-C ends a study
    with KeyboardInterrupt, and nothing else is lost.
    """

    def __init__(self, handle: _library.Handle, name: str, options: Mapping[str, Any], folder: Optional["_Folder"] = None):
        self._handle = handle
        self._name = name
        self._options = dict(options)
        self._folder = folder  # of our own, for as long as the files are needed
        self._facts: Dict[str, Any] = json.loads(handle.describe("facts"))

    # ----------------------------------------------------------------------------------------------- what it is

    @property
    def title(self) -> str:
        return str(self._facts["title"])

    @property
    def headcount(self) -> int:
        return int(self._facts["headcount"])

    @property
    def weeks(self) -> int:
        return int(self._facts["weeks"])

    @property
    def histories(self) -> int:
        """As they are simulated: whole blocks of sixteen."""
        return int(self._facts["histories"])

    @property
    def seed(self) -> int:
        return int(self._facts["seed"])

    @property
    def strategies(self) -> List[str]:
        """Its own; without any, studies take the ready packages."""
        return [one["name"] for one in self._facts["strategies"]]

    @property
    def departments(self) -> List[str]:
        """As tables tell of them."""
        return list(self._facts["departments"])

    @property
    def outcomes(self) -> Dict[str, Dict[str, str]]:
        """By key: label and unit."""
        return {one["key"]: {"label": one["label"], "unit": one["unit"]} for one in self._facts["outcomes"]}

    @property
    def uncertain(self) -> List[str]:
        """Paths of the numbers that are drawn once a block."""
        return list(self._facts["uncertain"])

    @property
    def text(self) -> str:
        """As it was written."""
        return self._handle.describe("text")

    @property
    def resolved(self) -> str:
        """The whole of it as YAML, every default filled in."""
        return self._handle.describe("resolved")

    def set(self, path: str, value: Value) -> "Model":
        """Another model with one field changed: ``model.set("culture.rivalry", 0.8)``; a value may be a distribution,
        ``{"uniform": [0.1, 0.8]}``. "runs.histories", "runs.weeks" and "runs.seed" are fields like any other."""
        options = {**self._options, "set": {**self._options.get("set", {}), path: value}}
        return Model(_library.load_text(self.text, self._name, options), self._name, options, self._folder)

    def __repr__(self) -> str:
        return f"<micropol Model: {self.title}, {self.headcount} employees, {self.weeks} weeks, {self.histories} histories, seed {self.seed}>"

    # -------------------------------------------------------------------------------------------------- studies

    def run(self, strategy: Optional[str] = None, *, threads: Optional[int] = None, progress: ProgressOption = None,
            stop: Optional[threading.Event] = None) -> Run:
        """What happens: every history under one of the strategies, or under none.

        ``model.run("bundle")["substantive"]``: float32, week × block × history, a share of people.
        """
        return self._study("run", {"strategy": strategy, "threads": threads}, progress, stop)

    def compare(self, strategies: Optional[Sequence[str]] = None, *, variants: Optional[Mapping[str, Mapping[str, Value]]] = None,
                by: Optional[str] = None, less_is_better: Optional[bool] = None, until_ci: Optional[float] = None,
                until_decided: Optional[bool] = None, indifference: Optional[float] = None, capped: Optional[bool] = None,
                weekly: Optional[bool] = None, threads: Optional[int] = None, progress: ProgressOption = None,
                stop: Optional[threading.Event] = None) -> Comparison:
        """Strategies (all of the scenario without) and doing nothing, in the same organisations and under the same chance.

        variants: the scenario with other settings besides, by name: ``{"no tactics": {"strategy": "bundle", "mechanisms.tactics": "off"}}``.
        by: the outcome that the best has most of (substantive adoption). until_ci: until every interval against the best is narrower,
        in its unit; until_decided: until the best is selected with 95 %, strategies within `indifference` being as good as each other;
        capped: at most the histories of the scenario. weekly: keep every week, not the last alone.

        ``result["substantive"]``: float32, variant × block × history, or variant × week × block × history.
        """
        listed = [{"name": name, "strategy": str(settings.get("strategy", "")),
                   "set": {path: value for path, value in settings.items() if path != "strategy"}}
                  for name, settings in (variants or {}).items()]
        plan = {"strategies": list(strategies) if strategies is not None else None, "variants": listed or None, "by": by,
                "less_is_better": less_is_better, "until_ci": until_ci, "until_decided": until_decided, "indifference": indifference,
                "capped": capped, "weekly": weekly, "threads": threads}
        return self._study("compare", plan, progress, stop)

    def sweep(self, factors: Optional[Mapping[str, Any]] = None, *, design: Optional[str] = None, points: Optional[int] = None,
              levels: Optional[int] = None, second_order: Optional[bool] = None, all_assumptions: Optional[bool] = None,
              table: Optional["pandas.DataFrame"] = None, by: Union[None, str, Sequence[str]] = None, strategy: Optional[str] = None,
              against: Optional[str] = None, fails_below: Optional[float] = None, fails_above: Optional[float] = None,
              threads: Optional[int] = None, progress: ProgressOption = None, stop: Optional[threading.Event] = None) -> Sweep:
        """Which assumptions decide. factors: paths with their values, ``{"culture.rivalry": (0.1, 0.6), "governance.rule": ["committee", "ceo"]}``:
        a pair of numbers is a range, a list are words, a mapping a distribution; without, every uncertain number. design: "morris" (without),
        "grid", "one_at_a_time", "latin_hypercube", "sobol_sequence", "sobol" or "list", whose points are the rows of `table`.

        ``result["substantive"]``: float64, point × block, mean of the sixteen histories; ``result["culture.rivalry"]``: float64, point.
        Points have 32 histories each (256 where they share blocks), unless "runs.histories" was set.
        """
        plan = {"factors": {path: _factor(values) for path, values in factors.items()} if factors is not None else None, "design": design,
                "points": points, "levels": levels, "second_order": second_order, "all_assumptions": all_assumptions,
                "list": _csv(table) if table is not None else None, "by": [by] if isinstance(by, str) else list(by) if by else None,
                "strategy": strategy, "against": against, "fails_below": fails_below, "fails_above": fails_above, "threads": threads}
        return self._study("sweep", plan, progress, stop)

    def explain(self, strategy: Optional[str] = None, *, by: Optional[str] = None, less_is_better: Optional[bool] = None,
                history: Union[None, str, Tuple[int, int]] = None, why: Optional[bool] = None, factors: Optional[Sequence[str]] = None,
                pivotal: Optional[bool] = None, threshold: Optional[float] = None, ledger: Optional[bool] = None,
                failing: Optional[float] = None, at_week: Optional[int] = None, then: Optional[Sequence[str]] = None,
                threads: Optional[int] = None, progress: ProgressOption = None, stop: Optional[threading.Event] = None) -> Explanation:
        """Why it came out so: one history told ("median", "best", "worst", or a block and a history of it), what it is due to (why),
        who and what could have turned it (pivotal), who loses what (ledger), and what if (at_week, then: ``["add status_moderation"]``). Asked for
        nothing by name: all but the last."""
        plan = {"strategy": strategy, "by": by, "less_is_better": less_is_better,
                "history": history if history is None or isinstance(history, str) else list(history), "why": why,
                "factors": list(factors) if factors is not None else None, "pivotal": pivotal, "threshold": threshold, "ledger": ledger,
                "failing": failing, "at_week": at_week, "then": list(then) if then is not None else None, "threads": threads}
        return self._study("explain", plan, progress, stop)

    def calibrate(self, evidence: Any, *, strategy: Optional[str] = None, factors: Optional[Mapping[str, Any]] = None,
                  assumptions: Optional[str] = None, hold_out_from: Optional[int] = None, hold_out_wave: Optional[str] = None,
                  draws: Optional[int] = None, particles: Optional[int] = None, waves: Optional[int] = None, draws_each: Optional[int] = None,
                  threads: Optional[int] = None, progress: ProgressOption = None, stop: Optional[threading.Event] = None) -> Calibration:
        """What a company's own log-ins, surveys and moves say of the numbers that are not known of it.

        evidence: tables, as files, DataFrames or mappings of columns, one or a list of them (``micropol describe evidence`` says which there
        are). strategy: what the company did. factors: numbers with what is believed of them, ``{"culture.rivalry": (0.1, 0.6)}``, None for what
        is plausible; without factors, every number that is not known. hold_out_from (a week), hold_out_wave (a survey): what judges the
        forecast instead of teaching. draws settings are simulated first, then draws_each in each of the waves.

        ``result["culture.rivalry"]``: float64, particle.
        """
        tables = evidence if isinstance(evidence, (list, tuple)) else [evidence]
        folder = _Folder()  # of tables that are in no file
        paths: List[str] = []
        for number, table in enumerate(tables, 1):
            paths.append(os.fspath(table) if isinstance(table, (str, os.PathLike)) else str(folder.path / f"table_{number}.csv"))
            if not isinstance(table, (str, os.PathLike)):
                Path(paths[-1]).write_text(_csv(table), encoding="utf-8")
        plan = {"strategy": strategy, "factors": {path: _factor(values) for path, values in factors.items()} if factors is not None else None,
                "assumptions": assumptions, "hold_out_from": hold_out_from, "hold_out_wave": hold_out_wave, "draws": draws,
                "particles": particles, "waves": waves, "draws_each": draws_each, "threads": threads}
        return self._calibrate(plan, paths, progress, stop)

    def _calibrate(self, plan: Mapping[str, Any], paths: Sequence[str], progress: ProgressOption = None,
                   stop: Optional[threading.Event] = None) -> Calibration:
        result = self._study("calibrate", {**plan, "evidence": list(paths)}, progress, stop)
        result.plan.pop("evidence")
        result.evidence = [(Path(path).name, Path(path).read_bytes()) for path in paths]
        return result

    def _calibrated_again(self, plan: Mapping[str, Any], evidence: Sequence[Tuple[str, bytes]]) -> Calibration:
        folder = _Folder()
        paths = [folder.path / f"{number}_{name}" for number, (name, _) in enumerate(evidence, 1)]
        for path, (_, content) in zip(paths, evidence):
            path.write_bytes(content)
        return self._calibrate(plan, [str(path) for path in paths])

    def decide(self, strategies: Optional[Sequence[str]] = None, *, by: Optional[str] = None, less_is_better: Optional[bool] = None,
               good_enough: Optional[float] = None, money_per: Optional[float] = None, threads: Optional[int] = None,
               progress: ProgressOption = None, stop: Optional[threading.Event] = None) -> Decision:
        """Which strategy to choose although assumptions are not known: compares them, and decides (see Comparison.decide)."""
        comparison = self.compare(strategies, threads=threads, progress=progress, stop=stop)
        return comparison.decide(by=by, less_is_better=less_is_better, good_enough=good_enough, money_per=money_per)

    def _study(self, kind: str, plan: Mapping[str, Any], progress: ProgressOption = None, stop: Optional[threading.Event] = None) -> Any:
        handle: Optional[_library.Handle] = None
        with Watching(progress, stop) as watching:
            try:
                handle = _library.study(kind, self._handle, plan, watching.watch)
            except Stopped:
                if stop is not None and stop.is_set():
                    raise
        assert handle is not None  # whatever else stopped it was raised at the end of `with`
        return _RESULTS[kind](handle, self, plan)

    # ------------------------------------------------------------------------------------------------- pickling

    def __reduce__(self) -> Tuple[Any, ...]:
        files = self._folder.files() if self._folder else None
        return _loaded_again, (self.text, self._name, self._options, files)


class _Folder:
    """Files that a scenario names, where nobody else keeps them."""

    def __init__(self) -> None:
        self._kept = tempfile.TemporaryDirectory(prefix="micropol-")
        self.path = Path(self._kept.name)

    def files(self) -> Dict[str, bytes]:
        return {file.name: file.read_bytes() for file in sorted(self.path.iterdir())}


def _loaded_again(text: str, name: str, options: Mapping[str, Any], files: Optional[Mapping[str, bytes]]) -> Model:
    folder: Optional[_Folder] = None
    if files is not None:
        folder = _Folder()
        for file, content in files.items():
            (folder.path / file).write_bytes(content)
        name = str(folder.path / Path(name).name)
    return Model(_library.load_text(text, name, options), name, options, folder)


def _factor(values: Any) -> Any:
    if isinstance(values, tuple):
        low, high = values
        return f"{low!r}..{high!r}" if isinstance(low, (int, float)) else list(values)
    return values


def _csv(table: Any) -> str:
    """A DataFrame, or a mapping of columns."""
    if hasattr(table, "to_csv"):
        return str(table.to_csv(index=False))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table)
    writer.writerows(zip(*table.values()))
    return text.getvalue()


def _options(set: Optional[Mapping[str, Value]], runs: Optional[int], weeks: Optional[int], seed: Optional[int], assumptions: Optional[str],
             **others: Any) -> Dict[str, Any]:
    named = {"assumptions": assumptions, "runs.histories": runs, "runs.seed": seed, "runs.weeks": weeks}
    settings = {**(set or {}), **{path: value for path, value in named.items() if value is not None}}
    return {"set": settings, **{key: value for key, value in others.items() if value}}


def load(source: Union[str, "os.PathLike[str]"], *, set: Optional[Mapping[str, Value]] = None, runs: Optional[int] = None,
         weeks: Optional[int] = None, seed: Optional[int] = None, assumptions: Optional[str] = None, allow_outside: bool = False,
         show_names: bool = False, group_size: Optional[int] = None) -> Model:
    """A scenario from a file, or from its text (a string of several lines).

    set: fields with other values, ``{"culture.rivalry": 0.8}``; runs, weeks, seed and assumptions ("default" or "drawn") as in the program.
    allow_outside: it may name files outside its folder. show_names, group_size: of imported people.

    Raises InvalidInput with every problem of it.
    """
    options = _options(set, runs, weeks, seed, assumptions, allow_outside=allow_outside, show_names=show_names, group_size=group_size)
    if isinstance(source, str) and "\n" in source:
        return Model(_library.load_text(source, "scenario", options), "scenario", options)
    name = os.fspath(source)
    return Model(_library.load_file(name, options), name, options)


def new(people: Any, ties: Any = None, *, reports_to: Any = None, folder: Union[None, str, "os.PathLike[str]"] = None,
        columns: Optional[Mapping[str, str]] = None, drop: Sequence[str] = (), undirected: bool = False, as_of: Optional[str] = None,
        set: Optional[Mapping[str, Value]] = None, runs: Optional[int] = None, weeks: Optional[int] = None, seed: Optional[int] = None,
        assumptions: Optional[str] = None, show_names: bool = False, group_size: Optional[int] = None) -> Model:
    """A scenario of a real organisation: DataFrames (or mappings of columns) of people, of ties (columns source, target and perhaps weight)
    and of reporting lines. What they do not say is drawn from what is plausible; people get pseudonyms unless names are to be shown.

    columns: known column → column of the table, ``{"department": "unit"}``. drop: what is left out instead of refused, such as "self-ties".
    folder: where to keep the files and scenario.yaml; without, they go with the model.
    """
    kept = _Folder() if folder is None else None
    path = kept.path if kept else Path(os.fspath(folder))  # type: ignore[arg-type]
    named: Dict[str, str] = {}
    for name, table in (("people", people), ("ties", ties), ("reports_to", reports_to)):
        if table is not None:
            named[name] = str(path / f"{name}.csv")
            Path(named[name]).write_text(_csv(table), encoding="utf-8")
    options = _options(set, runs, weeks, seed, assumptions, show_names=show_names, group_size=group_size)
    asked = {"ties": [named["ties"]] if ties is not None else None, "reports_to": named.get("reports_to"), "columns": columns,
             "drop": list(drop) or None, "undirected": undirected or None, "as_of": as_of}
    handle = _library.new(named["people"], {**options, **asked})
    scenario = path / "scenario.yaml"
    if kept is None:
        scenario.write_text(handle.describe("text"), encoding="utf-8")
    return Model(handle, str(scenario), options, kept)
