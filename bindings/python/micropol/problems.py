"""What goes wrong, as exceptions that carry every problem with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable, Mapping, Optional, Tuple

__all__ = ["Failure", "InvalidInput", "MicropolError", "Place", "Problem", "Stopped", "WrongUse"]


@dataclass(frozen=True)
class Place:
    """Where something was written; line and column count from 1, None where they are not known. Of a plan, file is its field."""

    file: str
    line: Optional[int] = None
    column: Optional[int] = None


@dataclass(frozen=True)
class Problem:
    """message: all of it in a line. what, why, hint: its parts, "" where there is none."""

    message: str
    what: str = ""
    why: str = ""
    hint: str = ""
    place: Optional[Place] = None


class MicropolError(Exception):
    """problems: at least one Problem."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems: Tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)  # what pickle makes it from again

    def __str__(self) -> str:
        return "\n".join(problem.message for problem in self.problems)


class InvalidInput(MicropolError, ValueError):
    """The scenario, its data or what is asked for cannot be used: every problem at once."""


class WrongUse(MicropolError, ValueError):
    """The library was called as it cannot be."""


class Failure(MicropolError, RuntimeError):
    """Something went wrong on the way, such as memory that ran out."""


class Stopped(MicropolError):
    """A study was stopped by its `stop` event."""


_KINDS = {"invalid": InvalidInput, "misuse": WrongUse, "stopped": Stopped, "failed": Failure}


def error_of(document: Mapping[str, Any]) -> MicropolError:
    """The exception for what micropol_problems() says."""

    def problem(entry: Mapping[str, Any]) -> Problem:
        place = entry.get("place")
        where = Place(place["file"], place.get("line"), place.get("column")) if place else None
        return Problem(entry["message"], entry.get("what", ""), entry.get("why", ""), entry.get("hint", ""), where)

    return _KINDS[document["kind"]](problem(entry) for entry in document["problems"])
