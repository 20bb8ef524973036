"""Edits of one file: what they name changes, every other byte stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mending import ARTICLE, files
from zorgpact_site.diagnostics import Add, Edit, Location, Relink, Replace, Write
from zorgpact_site.editing.edits import edited, without_value, without_values
from zorgpact_site.editing.original import Doubt, Unsafe, original_of
from zorgpact_site.editing.spans import values_of
from zorgpact_site.source import Source

NAMES = ["Sparkcentres", "De Zeeuwse Huiskamer"]
NEW = st.sampled_from(
    ["Timul", "Lab: zorg", "A, B & c", "'t Gooi", 'Het "lab"', "#1", "[x]", "Vraag?", "- a", "één"]
)


def source(text: str | bytes) -> Source:
    return Source(ARTICLE, text.encode() if isinstance(text, str) else text)


def at(line: int, column: int, length: int) -> Location:
    return Location(ARTICLE, line, column, length)


def after(properties: str, *edits: Edit, body: str = "Tekst.\n") -> str:
    text = f"---\ntitle: A\n{properties}---\n{body}"
    done = edited(source(text), edits).data.decode()
    return done.removeprefix("---\ntitle: A\n").removesuffix(f"---\n{body}")


def values(data: bytes) -> dict[str, object]:
    found = values_of(original_of(source(data)).text)
    assert found is not None
    return found


def added(key: str, value: str) -> Add:
    return Add(ARTICLE, key, value)


@given(files("koplopers", NAMES), NEW)
def test_what_is_added_to_a_list_is_all_that_changes(data: bytes, name: str) -> None:
    done = edited(source(data), [added("koplopers", name)]).data
    assert values(done) == {**values(data), "koplopers": [*NAMES, name]}
    assert is_within(data, done)
    assert edited(source(done), [added("koplopers", name)]).data == done


@given(files("koplopers", []), NEW)
def test_a_key_that_is_absent_comes_on_lines_of_its_own(data: bytes, name: str) -> None:
    done = edited(source(data), [added("koplopers", name)]).data
    assert values(done) == {**values(data), "koplopers": [name]}
    assert is_one_insertion(data, done)


def is_one_insertion(data: bytes, done: bytes) -> bool:
    """Whether the bytes before and after one place are all there were."""
    start = next(at for at in range(len(done)) if data[at : at + 1] != done[at : at + 1])
    return data[start:] == done[len(done) - len(data) + start :]


@given(files("koplopers", NAMES), NEW)
def test_what_is_added_and_taken_away_leaves_the_values_as_they_were(
    data: bytes, name: str
) -> None:
    done = edited(source(data), [added("koplopers", name)])
    assert values(without_value(done, "koplopers", name).data) == values(data)


@given(files("koplopers", NAMES), NEW)
def test_a_value_is_written_between_the_marks_it_needs(data: bytes, name: str) -> None:
    text = original_of(source(data)).text
    line, column = next(
        (number, shown.index("Sparkcentres") + 1)
        for number, shown in enumerate(text.lines, 1)
        if "Sparkcentres" in shown
    )
    marked = text.line(line)[column - 2] in "'\""
    done = edited(source(data), [Write(at(line, column - marked, 12), name)]).data
    assert values(done) == {**values(data), "koplopers": [name, NAMES[1]]}
    old, new = data.splitlines(keepends=True), done.splitlines(keepends=True)
    assert [one for one in zip(old, new, strict=True) if len(set(one)) > 1] == [
        (old[line - 1], new[line - 1])
    ]


@given(files("koplopers", NAMES), st.data())
def test_a_replacement_keeps_every_byte_around_it(data: bytes, choose: st.DataObject) -> None:
    original = original_of(source(data))
    body = original.content.index("\n---\n") + len("\n---\n")
    start = choose.draw(st.integers(body, len(original.content)))
    end = choose.draw(st.integers(start, len(original.content)))
    line = original.line_of(start)
    where = at(line, start - original.starts[line - 1] + 1, end - start)
    done = edited(source(data), [Replace(where, "nieuw\nwoord")]).data
    content = original_of(source(done)).content
    assert content == f"{original.content[:start]}nieuw\nwoord{original.content[end:]}"
    ends = set(re.findall(rb"\r\n|\r|\n", data))
    assert set(re.findall(rb"\r\n|\r|\n", done)) == ends
    assert done.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")


def is_within(data: bytes, done: bytes) -> bool:
    """Whether all bytes are there yet, in their order."""
    rest = iter(done)
    return all(byte in rest for byte in data)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("region: Zwolle\n", "region: [Zwolle, Breda]\n"),
        ("region: Zwolle  # stad\n", "region: [Zwolle, Breda]  # stad\n"),
        ("region: 'a, b'\n", "region: ['a, b', Breda]\n"),
        ("region: []\n", "region: [Breda]\n"),
        ("region: [\n  Zwolle\n]\n", "region: [\n  Zwolle,\n  Breda\n]\n"),
        ("region: [Zwolle,\n  Limburg]\n", "region: [Zwolle,\n  Limburg, Breda]\n"),
        ("region:\n", "region: Breda\n"),
        ("region: ~\n", "region: Breda\n"),
        (
            "region:\n- Zwolle\n# thema\nthemes: []\n",
            "region:\n- Zwolle\n- Breda\n# thema\nthemes: []\n",
        ),
        ("draft: true\nevent: Dag\n", "draft: true\nevent: Dag\nregion: Breda\n"),
        ("themes: [a]\n", "region: Breda\nthemes: [a]\n"),
        ("", "region: Breda\n"),
        ("region:\n\u00a0 - Zwolle\n", "region:\n\u00a0 - Zwolle\n  - Breda\n"),
    ],
)
def test_a_list_keeps_the_form_it_has(properties: str, expected: str) -> None:
    assert after(properties, added("region", "Breda")) == expected


@pytest.mark.parametrize(
    ("properties", "edit", "expected"),
    [
        ("region: a, b\n", Write(at(3, 9, 4), ("a", "b")), "region: [a, b]\n"),
        ("region: [a; b, c]\n", Write(at(3, 10, 4), ("a", "b")), "region: [a, b, c]\n"),
        (
            "region:\n  - a, b\n  - c\n",
            Write(at(4, 5, 4), ("a", "b")),
            "region:\n  - a\n  - b\n  - c\n",
        ),
        ("region:\n- 'a, b'\n", Write(at(4, 3, 6), ("a", "b")), "region:\n- 'a'\n- 'b'\n"),
    ],
)
def test_several_values_take_the_place_of_one(properties: str, edit: Edit, expected: str) -> None:
    assert after(properties, edit) == expected


def test_a_new_list_looks_like_the_others() -> None:
    new = added("koplopers", "Timul")
    assert after("themes: [a]\n", new) == "koplopers: [Timul]\nthemes: [a]\n"
    assert after("themes:\n- a\n", new) == "koplopers:\n- Timul\nthemes:\n- a\n"
    assert after("event: Dag\n", new) == "event: Dag\nkoplopers:\n  - Timul\n"


@pytest.mark.parametrize(
    ("properties", "edit", "doubt"),
    [
        ("location: {name: a}\n", added("location", "b"), Doubt.GROUP),
        ("region: Een\n  twee\n", added("region", "b"), Doubt.SEVERAL_LINES),
        ("region: 'x\n", added("region", "b"), Doubt.NO_PROPERTIES),
        ("region: a\n", Replace(at(99, 1, 1), "x"), Doubt.NO_PLACE),
        ("region: a\n", Replace(at(3, 1, 999), "x"), Doubt.NO_PLACE),
        ("region: a\n", Replace(at(3, 9, 1), "'x"), Doubt.WOULD_BREAK),
        ("region: a\n", Write(at(3, 2, 1), "x"), Doubt.NO_VALUE),
        ("region:\n  - - a, b\n", Write(at(4, 7, 4), ("a", "b")), Doubt.NO_ROOM),
        ("region: a\n", Relink(at(5, 1, 5), "spark", "x"), Doubt.NO_LINK),
    ],
)
def test_an_edit_that_is_not_sure_is_not_made(properties: str, edit: Edit, doubt: Doubt) -> None:
    with pytest.raises(Unsafe) as caught:
        after(properties, edit)
    assert caught.value.reason is doubt


def test_what_goes_from_a_list_takes_no_note_of_others_along() -> None:
    text = "---\ntitle: A\nthemes: [\n  a, # een\n  b, # twee\n  c # drie\n  ]\n---\n"
    for at, sign in enumerate("abc"):
        line = next(one for one in text.split("\n") if one.startswith(f"  {sign}"))
        done = without_values(source(text), "themes", [at]).data.decode()
        assert done == text.replace(f"{line}\n", "")


def test_a_file_in_another_encoding_is_left_alone() -> None:
    with pytest.raises(Unsafe) as caught:
        edited(source("é".encode("latin-1")), [Replace(at(1, 1, 1), "e")])
    assert caught.value.reason is Doubt.NOT_UTF8


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("[[a#b|c]]", "[[z#b|c]]"),
        ("[[ a ]]", "[[ z ]]"),
        ("[x `]` [y]](a#b 'c')", "[x `]` [y]](z#b 'c')"),
        ("[x\ny](<a>)", "[x\ny](<z>)"),
        ("[x][y] [q](a)\n\n[y]: a#b", "[x][y] [q](a)\n\n[y]: z#b"),
    ],
)
def test_a_link_leads_elsewhere_and_keeps_the_rest(typed: str, expected: str) -> None:
    text = f"---\ntitle: A\n---\n{typed}\n"
    done = edited(source(text), [Relink(at(4, 1, 1), "a", "z")])
    assert done.data.decode() == text.replace(typed, expected)
