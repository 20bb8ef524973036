"""Of what Pagefind wrote, the files that our pages load, the same bytes in every run.

Pagefind 1.5 lists filters, their values and the ways to sort in the order of a hash map, which
differs from run to run. Here they are put in order; as names of files follow from their contents,
and the list of filters names them, those are named anew. All else is the same by itself as long
as documents come in one order. What is rewritten is not compressed: libraries differ in how they
do that, and Pagefind reads it either way.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

import cbor2

from zorgpact_site.searching.errors import IndexingFailed, Reason

_ENTRY = "pagefind-entry.json"
_SCRIPT = "pagefind.js"
_AS_THEY_ARE = ("fragment/", "index/")
_SIGNATURE = b"pagefind_dcd"
_UNKNOWN_FORM = (
    cbor2.CBORError,
    LookupError,
    TypeError,
    ValueError,
    OSError,
    EOFError,
    zlib.error,
)
_FILTERS, _SORTS = 3, 4  # their places in the list that an index starts with


def stable(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Keep what is needed, in order. Raises `IndexingFailed` for files of an unknown form."""
    try:
        return _stable(files)
    except _UNKNOWN_FORM as error:
        raise IndexingFailed(Reason.ODD, repr(error)) from error


def _stable(files: Mapping[str, bytes]) -> dict[str, bytes]:
    entry = json.loads(files[_ENTRY])
    kept = {name: data for name, data in files.items() if name.startswith(_AS_THEY_ARE)}
    for data in kept.values():
        gzip.decompress(data)  # raises when it is not whole
    kept[_SCRIPT] = files[_SCRIPT]
    for language in entry["languages"].values():
        wasm = f"wasm.{language['wasm'] or 'unknown'}.pagefind"
        kept[wasm] = files[wasm]
        listed = _unpacked(files[f"pagefind.{language['hash']}.pf_meta"])
        listed[_FILTERS] = sorted(
            [name, _keep_filter(files[f"filter/{digest}.pf_filter"], kept)]
            for name, digest in listed[_FILTERS]
        )
        listed[_SORTS].sort()
        data = _packed(listed)
        language["hash"] = _digest(data)
        kept[f"pagefind.{language['hash']}.pf_meta"] = data
    kept[_ENTRY] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return kept


def _keep_filter(data: bytes, kept: dict[str, bytes]) -> str:
    """Put the values of a filter in order and keep it; give the name it has now."""
    name, values = _unpacked(data)
    ordered = _packed([name, sorted(values)])
    digest = _digest(ordered)
    kept[f"filter/{digest}.pf_filter"] = ordered
    return digest


def _unpacked(data: bytes) -> list[Any]:
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGNATURE):
        raise ValueError(plain[: len(_SIGNATURE)])
    found = cbor2.loads(plain.removeprefix(_SIGNATURE))
    if not isinstance(found, list):
        raise TypeError(found)
    return found


def _packed(value: list[Any]) -> bytes:
    return _SIGNATURE + cbor2.dumps(value)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
