"""A judge of JSON-LD by the vocabulary of schema.org, as msgspec-schemaorg carries it.

What it knows besides, each with its source:

- EventSeries is an Event too; the library keeps one parent of each type. https://schema.org/EventSeries
- A Role may stand between a thing and the value of a property, and then has that property itself.
  https://schema.org/Role
- `<property>-input` tells what an action asks for. https://schema.org/docs/actions.html
- ISO 8601 allows dates without a day, or without a month (reduced precision).
"""

import importlib
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec_schemaorg

_ROOT = Path(msgspec_schemaorg.__file__).parent
_MORE_PARENTS = {"EventSeries": ("Event",)}
_KEYWORDS = {"@type", "@id"}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
Document = Mapping[str, Any]


@cache
def parents_of(name: str) -> frozenset[str]:
    """A type with all that it is a kind of; empty for a type that does not exist."""
    found = _load("models", name)
    if found is None:
        return frozenset()
    own = {one.__name__ for one in found.__mro__}
    return frozenset(own.union(*(parents_of(more) for more in _MORE_PARENTS.get(name, ()))))


@cache
def properties_of(name: str) -> Mapping[str, frozenset[str]]:
    """The properties a thing of a type may have, each with the types of its values."""
    found: dict[str, frozenset[str]] = {}
    for parent in parents_of(name) - {"Struct", "SchemaOrgBase", "object"}:
        kind = _load("models", parent)
        for key, expected in (vars(kind).get("__annotations__", {}) if kind else {}).items():
            words = frozenset(re.findall(r"\w+", expected))
            found[key] = found.get(key, frozenset()) | words
    return found


@cache
def _load(folder: str, name: str) -> type | None:
    if not name.isidentifier():
        return None
    for file in _ROOT.glob(f"{folder}/*/{name}.py"):
        module = f"msgspec_schemaorg.{folder}.{file.parent.name}.{name}"
        kind: type = getattr(importlib.import_module(module), name)
        return kind
    return None


def nodes_of(value: Any) -> Iterator[dict[str, Any]]:
    """Every node in a document, also those within others."""
    if isinstance(value, list):
        for one in value:
            yield from nodes_of(one)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes_of(one)


def mistakes(pages: Mapping[str, Document]) -> list[str]:
    """What is wrong with the documents of a site; `pages` are by the address of the page."""
    types: dict[str, set[str]] = {}
    for document in pages.values():
        for one in nodes_of(document["@graph"]):
            if "@id" in one and "@type" in one:
                types.setdefault(one["@id"], set()).add(one["@type"])
    wrong = [f"{identity}: is {kinds}" for identity, kinds in types.items() if len(kinds) > 1]
    known = {identity: next(iter(kinds)) for identity, kinds in types.items()}
    for page, document in pages.items():
        if set(document) != {"@context", "@graph"} or document["@context"] != "https://schema.org":
            wrong.append(f"{page}: no document of schema.org")
        for one in nodes_of(document["@graph"]):
            wrong += [f"{page}: {told}" for told in _node(one, known)]
    return wrong


def _node(one: dict[str, Any], known: Mapping[str, str]) -> Iterator[str]:
    if set(one) == {"@id"}:
        if one["@id"] not in known:
            yield f"nothing is known of {one['@id']}"
        return
    name = one.get("@type", "")
    if not parents_of(name):
        yield f"no type {name!r}"
        return
    for key in one.keys() - _KEYWORDS:
        yield from _property(one, key, known)


def _property(one: dict[str, Any], key: str, known: Mapping[str, str]) -> Iterator[str]:
    name, value = one["@type"], one[key]
    base = key.removesuffix("-input")
    expected = properties_of(name).get(base)
    if "Role" in parents_of(name) and expected is None:
        return  # the property it stands for, which is judged where the role is the value
    if expected is None:
        yield f"{name} has no property {key}"
    elif value in ("", [], {}, None):
        yield f"{name}.{key} is empty"
    else:
        words = expected if key == base else frozenset({"str"})
        for each in value if isinstance(value, list) else [value]:
            if not _fits(key, each, words, known):
                yield f"{name}.{key} cannot be {each!r}"


def _fits(key: str, value: Any, expected: frozenset[str], known: Mapping[str, str]) -> bool:
    if isinstance(value, dict):
        if set(value) == {"@id"} and value["@id"] not in known:
            return True  # which is told of where the reference stands
        kind = value.get("@type") or known.get(value.get("@id", ""), "")
        if "Role" in parents_of(kind):
            return _fits(key, value.get(key), expected, known)
        return bool(parents_of(kind) & expected)
    if isinstance(value, bool) or value is None:
        return "bool" in expected and value is not None
    if isinstance(value, int | float):
        return type(value).__name__ in expected or (isinstance(value, int) and "float" in expected)
    return isinstance(value, str) and _text_fits(value, expected)


def _text_fits(value: str, expected: frozenset[str]) -> bool:
    enumerations = [found for name in expected if (found := _load("enums", name))]
    if enumerations:
        last = value.removeprefix("https://schema.org/")
        return last != value and any(last in one.__members__ for one in enumerations)
    if "str" in expected:
        return True
    return (
        ("URL" in expected and is_absolute(value))
        or ("date" in expected and _is_date(value))
        or ("datetime" in expected and _is_moment(value))
    )


def is_absolute(url: str) -> bool:
    """Whether an address names its scheme and its host."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[: len("2018-03-27")])
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    try:
        return "T" in text and bool(datetime.fromisoformat(text))
    except ValueError:
        return False
