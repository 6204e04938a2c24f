"""Results of studies: numbers without a copy, tables, and what they say."""

from __future__ import annotations

import html
import io
import json
import os
from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, Mapping, Optional, Sequence, Tuple, Union

import numpy

from . import _library
from ._library import Column
from .problems import Failure, Problem

if TYPE_CHECKING:
    import pandas
    import xarray

__all__ = ["Calibration", "Comparison", "Decision", "Explanation", "Result", "Run", "Sweep"]


class Result(Mapping[str, numpy.ndarray]):
    """What a study found. ``result["substantive"]`` is a read-only array that looks at the library's own memory: nothing is copied,
    and the memory lives as long as the result or any array of it.

    columns: what each array is: label, unit, kind, dims, shape and names along the dimensions.
    plan: what was asked for.

    A result is pickled as its scenario, with seed, and its plan, and simulated again when it is read: the same to the bit.
    """

    def __init__(self, handle: _library.Handle, model: Any, plan: Mapping[str, Any]):
        self._handle = handle
        self._model = model
        self.plan: Dict[str, Any] = {key: value for key, value in plan.items() if value is not None}
        found = handle.columns()
        self.columns: Dict[str, Column] = {about.name: about for about, _ in found}
        self._arrays: Dict[str, numpy.ndarray] = {about.name: array for about, array in found}
        self._json: Optional[Dict[str, Any]] = None

    # ------------------------------------------------------------------------------------------------ numbers

    def __getitem__(self, name: str) -> numpy.ndarray:
        return self._arrays[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__

    def to_xarray(self) -> "xarray.Dataset":
        """Every column with its dimensions, unit and label, without a copy. Needs xarray."""
        import xarray

        coordinates: Dict[str, Any] = {}
        for about in self.columns.values():
            for dimension, size, names in zip(about.dims, about.shape, about.names):
                coordinates.setdefault(dimension, names if names is not None else numpy.arange(size))
        variables = {name: (about.dims, self[name], {"long_name": about.label, "units": about.unit, "kind": about.kind})
                     for name, about in self.columns.items()}
        return xarray.Dataset(variables, coordinates, {"title": str(self.json.get("title", "")), "model": _library.model_hash(),
                                                        "seed": self.json.get("seed", 0)})

    def to_pandas(self, columns: Optional[Iterable[str]] = None) -> "pandas.DataFrame":
        """A tidy table: a row for each observation (of a run: week, block, history), a column for each dimension and each outcome, or
        for those that are named, numbers of blocks and factors of points included. Needs pandas."""
        import pandas

        wanted = list(columns) if columns is not None else [name for name, about in self.columns.items() if about.kind in ("outcome", "factor", "posterior")]
        unknown = [name for name in wanted if name not in self.columns]
        if unknown:
            raise KeyError(f"no column {', '.join(unknown)}; there are {', '.join(self.columns)}")
        if not wanted:
            raise TypeError(f"a result of the kind {type(self).__name__.lower()} is no table")
        widest = max((self.columns[name] for name in wanted), key=lambda about: len(about.dims))
        table: Dict[str, Any] = {}
        for axis, (dimension, names) in enumerate(zip(widest.dims, widest.names)):
            along = numpy.arange(widest.shape[axis], dtype=numpy.int32).reshape([-1 if k == axis else 1 for k in range(len(widest.dims))])
            codes = numpy.broadcast_to(along, widest.shape).reshape(-1)
            table[dimension] = pandas.Categorical.from_codes(codes, names) if names is not None else codes
        for name in wanted:
            table[name] = self._spread(name, widest)
        return pandas.DataFrame(table, copy=False)

    def _spread(self, name: str, widest: Column) -> numpy.ndarray:
        """Over the dimensions that it does not have."""
        own = self.columns[name].dims
        if own == widest.dims:
            return self[name].reshape(-1)
        position = [own.index(dimension) if dimension in own else None for dimension in widest.dims]
        view = self[name][tuple(slice(None) if at is not None else None for at in position)]
        return numpy.broadcast_to(view, widest.shape).reshape(-1)

    # -------------------------------------------------------------------------------------------- what it says

    @property
    def json(self) -> Dict[str, Any]:
        """What ``micropol … --format json`` prints, read."""
        if self._json is None:
            self._json = json.loads(self.write("json"))
        return self._json

    def write(self, format: str, language: str = "en") -> str:
        """The result as "json", "csv" (a table), "text", "markdown", "html" (a page that needs no network), "gexf" or "graphml" (of an
        explanation: who knows whom in the history told, for Gephi); language: "en" or "de"."""
        return self._handle.write(format, language)

    def save(self, file: Union[str, "os.PathLike[str]"], language: str = "en") -> None:
        """Writes it to a file: what its name ends in says how (.html, .json, .csv, .md, .txt, .gexf, .graphml)."""
        formats = {".html": "html", ".json": "json", ".csv": "csv", ".md": "markdown", ".txt": "text", ".gexf": "gexf",
                   ".graphml": "graphml"}
        ending = os.path.splitext(os.fspath(file))[1]
        if ending not in formats:
            raise ValueError(f"a result is saved as {', '.join(formats)}, not as '{ending}'")
        with open(file, "w", encoding="utf-8", newline="") as stream:
            stream.write(self.write(formats[ending], language))

    def __str__(self) -> str:
        return self.write("text")

    def __repr__(self) -> str:
        return f"<micropol {type(self).__name__}: {self.json.get('title', '')}, {len(self)} columns>"

    def _repr_html_(self) -> str:
        # A frame of its own: the page brings its style and the script of its figures.
        page = html.escape(self.write("html"), quote=True)
        return f'<iframe srcdoc="{page}" sandbox="allow-scripts allow-downloads" style="width:100%;height:40em;border:0"></iframe>'

    # ------------------------------------------------------------------------------------------------- pickling

    def __reduce__(self) -> Tuple[Any, ...]:
        return _simulated_again, (self._model, type(self).__name__.lower(), self.plan, _library.model_hash())


class Run(Result):
    """A run. Each outcome: float32, week × block × history. Each uncertain number: float64, block. "state_hash": uint64, block."""

    @property
    def state_hash(self) -> str:
        """Over all blocks: two runs with the same one have simulated the same."""
        return str(self.json["state_hash"])


class Comparison(Result):
    """A comparison. Each outcome: float32, variant × block × history, in the last week; with ``weekly``: variant × week × block ×
    history. Variants that share a block share organisation, assumptions and chance, so that their differences are paired."""

    @property
    def variants(self) -> Sequence[str]:
        """Names, in the order of the dimension "variant"; "none" is doing nothing."""
        return list(self.columns["state_hash"].names[0] or [])

    @property
    def best(self) -> str:
        """The one with most (or least) of the criterion; whether it is to be told from the others, ``str(result)`` says."""
        return str(self.json["strategies"][0]["name"])

    def table(self) -> "pandas.DataFrame":
        """Every strategy and outcome with level, differences and intervals, as CSV has them. Needs pandas."""
        import pandas

        return pandas.read_csv(io.StringIO(self.write("csv")))

    def decide(self, *, by: Optional[str] = None, less_is_better: Optional[bool] = None, good_enough: Optional[float] = None,
               money_per: Optional[float] = None) -> "Decision":
        """Which strategy to choose although assumptions are not known. The scenario must have ``assumptions: drawn`` and at least 1,024
        histories (64 blocks). by: an outcome; without, "success" and "net_value" side by side. good_enough: in its unit. money_per: what one of
        it is worth, in thousand euros."""
        plan = {"by": by, "less_is_better": less_is_better, "good_enough": good_enough, "money_per": money_per}
        return Decision(_library.decide(self._handle, plan), self, plan)


class Sweep(Result):
    """A sweep. Each outcome: float64, point × block, mean of sixteen histories. Each factor: float64, point; of words, which of them."""

    def table(self) -> "pandas.DataFrame":
        """A row for each point: factors, in words where they are words, and means of outcomes. Needs pandas."""
        import pandas

        return pandas.read_csv(io.StringIO(self.write("csv")))


class Explanation(Result):
    """An explanation: ``json`` and ``str()`` have it; it has no columns."""


class Calibration(Result):
    """What evidence leaves of the numbers that were not known. Each of them: float64, particle, in its unit; particles are equally likely
    settings, so that a row of :meth:`to_pandas` is one of them. Whether the model can produce the evidence at all, ``str(result)`` says."""

    evidence: Sequence[Tuple[str, bytes]] = ()  # the files that it was learned from: name and content

    @property
    def moved(self) -> Sequence[str]:
        """Paths of the numbers that the evidence says something of."""
        return [one["path"] for one in self.json["numbers"] if one["moved"]]

    def __reduce__(self) -> Tuple[Any, ...]:
        return _calibrated_again, (self._model, self.plan, self.evidence, _library.model_hash())


class Decision(Result):
    """A decision: ``json``, ``str()`` and ``table()`` have it; it has no columns."""

    def table(self) -> "pandas.DataFrame":
        """Its tables below each other, as CSV has them. Needs pandas."""
        import pandas

        return pandas.read_csv(io.StringIO(self.write("csv")))

    def __reduce__(self) -> Tuple[Any, ...]:
        return _decided_again, (self._model, self.plan)


def _require_model(made_by: str) -> None:
    if made_by != _library.model_hash():
        raise Failure([Problem(f"it was simulated by the model {made_by}, and this is {_library.model_hash()}: numbers would differ")])


def _simulated_again(model: Any, kind: str, plan: Mapping[str, Any], made_by: str) -> Result:
    _require_model(made_by)
    return model._study({"comparison": "compare", "explanation": "explain"}.get(kind, kind), plan)


def _calibrated_again(model: Any, plan: Mapping[str, Any], evidence: Sequence[Tuple[str, bytes]], made_by: str) -> Result:
    _require_model(made_by)
    return model._calibrated_again(plan, evidence)


def _decided_again(comparison: Comparison, plan: Mapping[str, Any]) -> Decision:
    return comparison.decide(**plan)
