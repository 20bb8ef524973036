"""Gives the entries of folders in another order, as other file systems do; loaded by Python itself.

`ZORGPACT_ORDER` is `reversed`, or a seed to shuffle by.
"""

import os
import random
from collections.abc import Iterator
from typing import Any

_ORDER = os.environ.get("ZORGPACT_ORDER", "")
_listdir, _scandir = os.listdir, os.scandir


def _ordered(entries: list[Any]) -> list[Any]:
    entries.sort(key=os.fsdecode)
    if _ORDER == "reversed":
        entries.reverse()
    else:
        random.Random(_ORDER).shuffle(entries)  # noqa: S311 - the order, not a secret
    return entries


class _Scan:
    """What `os.scandir` gives, in another order."""

    def __init__(self, *where: Any) -> None:
        with _scandir(*where) as entries:
            self._entries = iter(_ordered(list(entries)))

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> "_Scan":
        return self

    def __exit__(self, *_: object) -> None: ...

    def close(self) -> None: ...


if _ORDER:
    os.scandir = _Scan  # type: ignore[assignment]
    os.listdir = lambda *where: _ordered(_listdir(*where))
