"""libmicropol.so as ctypes sees it. Everything else in the package goes through here."""

from __future__ import annotations

import ctypes
import json
import os
import weakref
from pathlib import Path
from typing import Any, List, Mapping, NamedTuple, Optional, Tuple

import numpy

from .problems import error_of

_ABI_VERSION = 1
_MOST_DIMENSIONS = 4
_TYPES = {1: "<f4", 2: "<f8", 3: "<u8"}

Progress = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64)
Interrupted = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)


class Watch(ctypes.Structure):
    _fields_ = [("context", ctypes.c_void_p), ("progress", Progress), ("interrupted", Interrupted)]


class _Column(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_char_p),
        ("label", ctypes.c_char_p),
        ("kind", ctypes.c_char_p),
        ("unit", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("type", ctypes.c_int32),
        ("dimensions", ctypes.c_int32),
        ("dimension", ctypes.c_char_p * _MOST_DIMENSIONS),
        ("shape", ctypes.c_size_t * _MOST_DIMENSIONS),
        ("stride", ctypes.c_ssize_t * _MOST_DIMENSIONS),
        ("names", ctypes.POINTER(ctypes.c_char_p) * _MOST_DIMENSIONS),
    ]


def _find() -> str:
    """MICROPOL_LIBRARY, else beside this file (in a wheel), else where the system looks."""
    asked = os.environ.get("MICROPOL_LIBRARY")
    beside = Path(__file__).with_name("libmicropol.so")
    return asked or (str(beside) if beside.exists() else f"libmicropol.so.{_ABI_VERSION}")


def _load() -> ctypes.CDLL:
    library = ctypes.CDLL(_find())
    library.micropol_abi_version.restype = ctypes.c_uint32
    if library.micropol_abi_version() != _ABI_VERSION:
        raise ImportError(f"libmicropol.so has ABI version {library.micropol_abi_version()}, this package needs {_ABI_VERSION}")
    text, handle = ctypes.c_char_p, ctypes.c_void_p
    out_handle, out_text, size = ctypes.POINTER(handle), ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(ctypes.c_size_t)
    for name in ("version", "model_hash", "problems"):
        getattr(library, f"micropol_{name}").restype = text
    arguments = {
        "load_file": [text, text, out_handle],
        "load_text": [text, text, text, out_handle],
        "new": [text, text, out_handle],
        "describe": [handle, text, out_text, size],
        "decide": [handle, text, out_handle],
        "column_count": [handle, size],
        "column_at": [handle, ctypes.c_size_t, ctypes.POINTER(_Column)],
        "write": [handle, text, text, out_text, size],
        "free_scenario": [handle],
        "free_result": [handle],
    }
    for study in ("run", "compare", "sweep", "explain", "calibrate"):
        arguments[study] = [handle, text, ctypes.POINTER(Watch), out_handle]
    for name, types in arguments.items():
        getattr(library, f"micropol_{name}").argtypes = types
    library.micropol_free_scenario.restype = library.micropol_free_result.restype = None
    return library


_library = _load()


def version() -> str:
    return _library.micropol_version().decode()


def model_hash() -> str:
    return _library.micropol_model_hash().decode()


def _bytes(text: str) -> bytes:
    encoded = text.encode()
    if b"\0" in encoded:
        raise ValueError("a text for micropol has no zero byte")
    return encoded


def _path(path: str) -> bytes:
    encoded = os.fsencode(path)
    if b"\0" in encoded:
        raise ValueError("a path has no zero byte")
    return encoded


def _plan(plan: Mapping[str, Any]) -> bytes:
    """JSON without what was left open."""
    return json.dumps({key: value for key, value in plan.items() if value is not None}, allow_nan=False).encode()


def _check(code: int) -> None:
    if code != 0:
        raise error_of(json.loads(_library.micropol_problems().decode()))


class Column(NamedTuple):
    """What a column is. names: along each dimension, None where it counts from 0."""

    name: str
    label: str
    unit: str
    kind: str
    dims: Tuple[str, ...]
    shape: Tuple[int, ...]
    names: Tuple[Optional[List[str]], ...]


class _Memory:
    """Numbers of the library for numpy, which keeps this, and with it the result, as long as an array looks at them."""

    def __init__(self, owner: "Handle", column: _Column):
        rank = column.dimensions
        self._owner = owner
        self.__array_interface__ = {
            "version": 3,
            "typestr": _TYPES[column.type],
            "data": (column.data or 0, True),
            "shape": tuple(column.shape[:rank]),
            "strides": tuple(column.stride[:rank]),
        }


class Handle:
    """A scenario or a result of the library, freed when nobody has it any more."""

    def __init__(self, kind: str, address: int):
        self.address = address
        weakref.finalize(self, getattr(_library, f"micropol_free_{kind}"), address)

    def describe(self, what: str) -> str:
        return self._text(lambda text, size: _library.micropol_describe(self.address, what.encode(), text, size))

    def write(self, format: str, language: str) -> str:
        return self._text(lambda text, size: _library.micropol_write(self.address, _bytes(format), _bytes(language), text, size))

    @staticmethod
    def _text(call: Any) -> str:
        text, size = ctypes.c_void_p(), ctypes.c_size_t()
        _check(call(ctypes.byref(text), ctypes.byref(size)))
        return ctypes.string_at(text.value or 0, size.value).decode()

    def columns(self) -> List[Tuple[Column, numpy.ndarray]]:
        count, found = ctypes.c_size_t(), []
        _check(_library.micropol_column_count(self.address, ctypes.byref(count)))
        for number in range(count.value):
            raw = _Column()
            _check(_library.micropol_column_at(self.address, number, ctypes.byref(raw)))
            rank = raw.dimensions
            names = tuple([raw.names[k][j].decode() for j in range(raw.shape[k])] if raw.names[k] else None for k in range(rank))
            about = Column(raw.name.decode(), raw.label.decode(), raw.unit.decode(), raw.kind.decode(),
                           tuple(raw.dimension[k].decode() for k in range(rank)), tuple(raw.shape[:rank]), names)
            found.append((about, numpy.asarray(_Memory(self, raw))))
        return found


def load_text(text: str, name: str, options: Mapping[str, Any]) -> Handle:
    address = ctypes.c_void_p()
    _check(_library.micropol_load_text(_bytes(text), _path(name), _plan(options), ctypes.byref(address)))
    return Handle("scenario", address.value or 0)


def load_file(name: str, options: Mapping[str, Any]) -> Handle:
    address = ctypes.c_void_p()
    _check(_library.micropol_load_file(_path(name), _plan(options), ctypes.byref(address)))
    return Handle("scenario", address.value or 0)


def new(people: str, options: Mapping[str, Any]) -> Handle:
    address = ctypes.c_void_p()
    _check(_library.micropol_new(_path(people), _plan(options), ctypes.byref(address)))
    return Handle("scenario", address.value or 0)


def study(kind: str, scenario: Handle, plan: Mapping[str, Any], watch: Watch) -> Handle:
    address = ctypes.c_void_p()
    function = getattr(_library, f"micropol_{kind}")
    _check(function(scenario.address, _plan(plan), ctypes.byref(watch), ctypes.byref(address)))
    return Handle("result", address.value or 0)


def decide(comparison: Handle, plan: Mapping[str, Any]) -> Handle:
    address = ctypes.c_void_p()
    _check(_library.micropol_decide(comparison.address, _plan(plan), ctypes.byref(address)))
    return Handle("result", address.value or 0)
