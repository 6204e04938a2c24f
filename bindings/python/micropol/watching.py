"""Progress of a study, and Ctrl-C while it simulates."""

from __future__ import annotations

import signal
import sys
import threading
import time
from types import TracebackType
from typing import Any, Callable, Optional, Type, Union

from . import _library

ProgressOption = Union[None, bool, Callable[[int, int], None]]
_PATIENCE = 0.5  # seconds before a progress line appears


class Interrupt(threading.Event):
    """What studies take as ``stop``. When its block is left, however that happens, or after so many seconds, studies that have it end with
    :class:`micropol.Stopped`, those in other threads too::

        with micropol.Interrupt(after=60) as stop:
            model.compare(stop=stop)
    """

    def __init__(self, after: Optional[float] = None) -> None:
        super().__init__()
        self._timer = threading.Timer(after, self.set) if after is not None else None

    def __enter__(self) -> "Interrupt":
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, _type: Optional[Type[BaseException]], _value: Optional[BaseException], _trace: Optional[TracebackType]) -> None:
        if self._timer:
            self._timer.cancel()
        self.set()


def _is_notebook() -> bool:
    shell = sys.modules.get("IPython")
    current = shell.get_ipython() if shell else None
    return current is not None and hasattr(current, "kernel")


class _Line:
    """In a terminal: a line on standard error that goes again."""

    def show(self, finished: int, expected: int) -> None:
        print(f"\r{finished:,} of {expected:,} blocks", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


class _Bar:
    """In a notebook: a bar that is updated in its place."""

    def __init__(self) -> None:
        from IPython.display import HTML, display

        self._html = HTML
        self._display = display(HTML(""), display_id=True)

    def show(self, finished: int, expected: int) -> None:
        self._display.update(self._html(f'<progress value="{finished}" max="{expected}"></progress> {finished:,} of {expected:,} blocks'))

    def close(self) -> None:
        self._display.update(self._html(""))


class Watching:
    """With it, a study is watched: progress is shown, and SIGINT (in the main thread) or `stop` end it."""

    def __init__(self, progress: ProgressOption, stop: Optional[threading.Event]):
        self._call = progress if callable(progress) else None
        self._shows = progress is True or (progress is None and (_is_notebook() or sys.stderr.isatty()))
        self._shown: Any = None
        self._stop = stop
        self._begun = time.monotonic()
        self._interrupted = False
        self._thrown: Optional[BaseException] = None
        self._before: Any = None
        self.watch = _library.Watch(None, _library.Progress(self._progress), _library.Interrupted(self._asked_to_stop))

    def _progress(self, _context: Any, finished: int, expected: int) -> None:
        try:
            if self._call:
                self._call(finished, expected)
            elif self._shows and time.monotonic() - self._begun > _PATIENCE:
                self._shown = self._shown or (_Bar() if _is_notebook() else _Line())
                self._shown.show(finished, expected)
        except BaseException as thrown:  # ctypes would print it and go on
            self._thrown = self._thrown or thrown

    def _asked_to_stop(self, _context: Any) -> int:
        return self._interrupted or self._thrown is not None or (self._stop is not None and self._stop.is_set())

    def _on_signal(self, _number: int, _frame: Any) -> None:
        self._interrupted = True

    def __enter__(self) -> "Watching":
        # Python's own handler would raise within a callback, where nobody can catch it.
        if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            self._before = signal.signal(signal.SIGINT, self._on_signal)
        return self

    def __exit__(self, *_: Any) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
        if self._shown:
            self._shown.close()
        self.watch = None  # what refers to this object
        if self._thrown is not None:
            raise self._thrown
        if self._interrupted:
            raise KeyboardInterrupt
