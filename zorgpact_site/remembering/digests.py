"""Digests of all that a result follows from: the inputs, our code, the libraries, Python."""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import zorgpact_site
from zorgpact_site.libraries import installed

if TYPE_CHECKING:
    from zorgpact_site.inputs import Inputs

_NOT_CODE = ("__pycache__",)


_SIZE = 16  # bytes: enough that no two inputs ever share one


def key_of(inputs: "Inputs") -> str:
    """The name of what follows from these inputs, in hexadecimal.

    The whole of `Inputs` counts, whatever fields it has or gets: what a build can see and this
    does not would be a mistake that nobody notices.
    """
    return digest(program(), *_pieces(inputs)).hex()


def digest_of(value: Any) -> bytes:
    """A digest of a value and of all in it. Raises TypeError for kinds that no input has."""
    return digest(*_pieces(value))


def digest(*parts: bytes) -> bytes:
    """A digest of these parts, each told apart from the next so that none run together."""
    found = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.digest()


def _pieces(value: Any) -> Iterator[bytes]:
    """The bytes of a value and of all in it, with their kinds. Raises TypeError for others."""
    match value:
        case bytes():
            yield b"bytes"
            yield value
        case str() | int() | float() | None | date() | Path():
            yield f"{type(value).__name__} {value}".encode("utf-8", "surrogateescape")
        case tuple():
            yield b"tuple %d" % len(value)
            for one in value:
                yield from _pieces(one)
        case Mapping():
            yield b"mapping %d" % len(value)
            for name, one in value.items():
                yield from _pieces(name)
                yield from _pieces(one)
        case _ if is_dataclass(value):
            yield type(value).__name__.encode()
            for field in fields(value):
                yield from _pieces(getattr(value, field.name))
        case _:
            raise TypeError(f"no digest of {type(value).__name__}")


@cache
def program() -> bytes:
    """What stands for the program: its bytes and templates, and versions of all it can import."""
    found = hashlib.sha256(sys.version.encode())
    for library in sorted(installed().items()):
        found.update(repr(library).encode())
    root = os.path.dirname(zorgpact_site.__file__)  # noqa: PTH120 - as `_files` is
    inside, beside = f"{root}/_templates", f"{root}/../templates"  # as `scan` looks for them
    templates = inside if os.path.isdir(inside) else beside  # noqa: PTH112 - likewise
    for path in (*_files(root, ".py"), *_files(templates, "")):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - some hundred, plainly
            found.update(repr((path[len(root) :], hashlib.sha256(file.read()).digest())).encode())
    return found.digest()


def _files(folder: str, ending: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.is_dir() and entry.name not in _NOT_CODE:
                yield from _files(entry.path, ending)
            elif entry.is_file() and entry.name.endswith(ending):
                yield entry.path
