"""What memory keeps comes back as it was, and what it tells apart is apart."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from tests.case_files import all_cases
from tests.conftest import ROOT
from tests.edited_site import first_files
from tests.small_site import BASE
from zorgpact_site.inputs import Options
from zorgpact_site.kinds import SETTINGS_FILE, Kind
from zorgpact_site.model.body import NO_TEXT, Laid, Open
from zorgpact_site.noticing import Noted, Reader, Things, things_in
from zorgpact_site.packing import Packing
from zorgpact_site.planning.page import DrawnFile, DrawnPage, Form
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.views import FileView, TextFile, View
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.remembering.forms import CLASSES, pack_noted, unpack_html, unpacker
from zorgpact_site.remembering.seeing import seen
from zorgpact_site.source import Source
from zorgpact_site.weighing import RULE_NAMES

FOLDERS = tuple(f"content/{kind.value}/" for kind in Kind)
PACKING = Packing(CLASSES)
NUMBERS = st.integers(-(2**63), 2**63)  # none that a site may hold is larger
LEAVES = (
    st.none()
    | st.booleans()
    | NUMBERS
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates()
    | st.sampled_from([one for kind in CLASSES if issubclass(kind, Enum) for one in kind])
)
PLAIN = {str, int, float, bool, NoneType}
MADE = [kind for kind in CLASSES if not issubclass(kind, Enum)]


def of_plain(hint: Any) -> st.SearchStrategy[Any]:
    """A plain value as a field has it."""
    return st.one_of(NUMBERS if kind is int else st.from_type(kind) for kind in alternatives(hint))


def of_classes(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value of any class that memory knows; fields that hold more than plain values hold any."""
    return st.sampled_from(MADE).flatmap(
        lambda kind: st.builds(
            kind,
            *(
                of_plain(hint) if PLAIN.issuperset(alternatives(hint)) else values
                for hint in get_type_hints(kind).values()
            ),
        )
    )


VALUES = st.recursive(
    LEAVES,
    lambda values: (
        of_classes(values)
        | st.lists(values, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3) | st.dates(), values, max_size=3)
        | st.frozensets(st.text(max_size=3), max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=60)
@given(value=VALUES)
def test_what_is_packed_comes_back(value: object) -> None:
    kept = msgspec.msgpack.encode(PACKING.pack(value))
    assert PACKING.unpack(msgspec.msgpack.decode(kept)) == value


def test_a_class_that_is_not_known_is_not_packed() -> None:
    with pytest.raises(TypeError, match="Path"):
        PACKING.pack((Path(),))


def sites() -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """The files of all sites there are: the real one, the edited one, and every case."""
    real = (ROOT / "content").rglob("*.*")
    yield "real", {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in real}
    yield "edited", first_files()
    for case in all_cases():
        yield case.name, {name: text.encode() for name, text in BASE.items()} | case.files


def test_all_that_is_told_of_any_text_comes_back() -> None:
    for name, files in sites():
        sources = {path: Source(path, data) for path, data in files.items() if data}
        found, _ = read_settings(sources.get(SETTINGS_FILE), Options(), RULE_NAMES)
        texts = [one for path, one in sources.items() if path.startswith(FOLDERS)]
        things = things_in(texts, found) if found else Things()
        for noted in map(Reader(replace(things, link_names=True)), texts):
            assert came_back(noted) == noted, name


def came_back(noted: Noted) -> Noted:
    """What is told of a text, kept and taken out again, with its HTML laid open."""
    told, html = pack_noted(noted)
    laid = Open(unpack_html(html)) if html else NO_TEXT
    return unpacker(lambda _path: laid)(told)


# What views look like


def test_markup_is_seen_apart_from_the_same_text() -> None:
    page = DrawnPage("a", "a.html", TextFile("<b>"), Markup())  # type: ignore[arg-type]
    assert seen(page) != seen(replace(page, view=TextFile(Markup("<b>"))))  # type: ignore[arg-type]
    file = DrawnFile("a", Form.TEXT, TextFile("a"))
    assert seen(file) == seen(DrawnFile("a", Form.TEXT, TextFile("a")))
    assert seen(file) != seen(replace(file, form=Form.LLMS))


def test_no_two_kinds_of_value_in_one_place_of_a_view_look_alike() -> None:
    tops = [*get_args(View), *get_args(FileView)]
    assert len({one.__qualname__ for one in tops}) == len(tops)
    places = [place for top in tops for place in places_of(top, set())]
    assert any(len(kinds) > 1 for _, kinds in places)
    for where, kinds in places:
        looks = [look for kind in kinds for look in looks_of(kind)]
        assert len(looks) == len(set(looks)), f"{where}: {looks}"


def test_kinds_that_look_alike_would_be_noticed() -> None:
    assert looks_of(Link) == {("map", "text", "href", "current")}
    assert looks_of(date) & looks_of(str)
    assert looks_of(tuple[str, ...]) & looks_of(Markup)
    assert looks_of(dict[str, str]) & looks_of(Mapping[str, str])


def places_of(kind: Any, visited: set[Any]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every place in values of a kind, with the kinds of value that may stand there."""
    if kind in visited:
        return
    visited.add(kind)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        assert not kind.__subclasses__(), f"{kind} may be something else"
        for name, hint in get_type_hints(kind).items():
            yield f"{kind.__qualname__}.{name}", alternatives(hint)
            yield from places_of(hint, visited)
    for inner in set(get_args(kind)) - {...}:
        if get_origin(kind) not in {Union, UnionType}:
            yield f"in {kind}", alternatives(inner)
        yield from places_of(inner, visited)


def alternatives(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) in {Union, UnionType}:
        return tuple(one for part in get_args(hint) for one in alternatives(part))
    return (hint,)


def looks_of(kind: Any) -> set[tuple[str, ...]]:
    """What the bytes of a value of this kind begin like; raises LookupError for others."""
    if is_dataclass(kind):
        return {("map", *(one.name for one in fields(kind)))}
    origin = get_origin(kind) or kind
    if isinstance(origin, type) and issubclass(origin, Enum):
        return {("text",)}
    if isinstance(origin, type) and issubclass(origin, tuple):
        return {("array",)}
    return {(look,) for look in LOOKS[origin]}


LOOKS: Mapping[Any, set[str]] = {
    str: {"text"},
    date: {"text"},
    Path: {"text"},
    Markup: {"array"},
    Laid: {"array", "map"},  # aside, or open
    bytes: {"bytes"},
    int: {"integer"},
    float: {"float"},
    bool: {"truth"},
    NoneType: {"none"},
    tuple: {"array"},
    frozenset: {"array"},
    Mapping: {"array", "map"},
    dict: {"map"},
}
