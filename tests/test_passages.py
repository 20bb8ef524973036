"""Every word that an editor typed is found back at its own line and column."""

import re

from hypothesis import given
from hypothesis import strategies as st

from zorgpact_site.model.passages import Passage, Role
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source, as_text

PATH = "content/articles/a.md"
MARKDOWN = """---
title: A
---
# Kop met *nadruk* en `code`

Dit is **vet** en [een *link* hier](https://x.nl "titel met een") en [[Sparkcentres|de centra]] en
  [[Zwolle]] met \\*ster\\* en &euro; noot[^1] ![plaatje](x.svg) en https://zorg.nl/pad.

> Citaat regel een
> en regel **twee met
> vet**
> — Jan de Bron

- punt een
  vervolg
  - dieper [zin]{lang=nl}

| Naam | Plaats |
|---|---|
| Zwolle | Zwolle |
| **c** | en `d` e |

::: inzicht Een titel
Tekst in blok
:::

[^1]: De noot zelf.
"""


def passages_of(markdown: str) -> tuple[Passage, ...]:
    return read_source(Source(PATH, markdown.encode())).words.passages


def test_words_come_without_markup_and_with_their_role() -> None:
    told = [(one.role, one.text) for one in passages_of(MARKDOWN)]
    assert told == [
        (Role.HEADING, "Kop met nadruk en \ufffc"),
        (
            Role.TEXT,
            "Dit is vet en een link hier en de centra en Zwolle met *ster* en € noot  en "
            "https://zorg.nl/pad.",
        ),
        (Role.QUOTE, "Citaat regel een en regel twee met vet — Jan de Bron"),
        (Role.ITEM, "punt een vervolg"),
        (Role.ITEM, "dieper zin"),
        (Role.CELL, "Naam"),
        (Role.CELL, "Plaats"),
        (Role.CELL, "Zwolle"),
        (Role.CELL, "Zwolle"),
        (Role.CELL, "c"),
        (Role.CELL, "en \ufffc e"),
        (Role.TEXT, "Tekst in blok"),
        (Role.NOTE, "De noot zelf."),
    ]


def test_links_are_known() -> None:
    text = passages_of(MARKDOWN)[1]
    linked = [text.text[start:stop] for start, stop in text.linked]
    assert linked == ["een link hier", "de centra", "Zwolle", "https://zorg.nl/pad"]
    assert text.is_linked(16, 20)
    assert not text.is_linked(0, 6)


def test_the_same_word_in_two_cells_has_two_places() -> None:
    cells = [one for one in passages_of(MARKDOWN) if one.text == "Zwolle"]
    assert [one.locate(0, 6).column for one in cells] == [3, 12]


def test_words_over_markup_are_not_exact() -> None:
    text = passages_of(MARKDOWN)[1]
    assert text.exact(0, 6)
    assert not text.exact(0, 10)
    where = text.locate(0, 10)
    assert (where.line, where.column, where.length) == (6, 1, 12)


WORDS = st.sampled_from(["zorg", "*techniek*", "**leren**", "[[Zwolle]]", "[de *dag*](a.md)", "en"])
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=4)
STARTS = st.sampled_from(["", "> ", "- ", "## "])


@given(st.lists(st.tuples(STARTS, LINES), min_size=1, max_size=4))
def test_every_word_is_found_back(blocks: list[tuple[str, list[str]]]) -> None:
    body = "\n\n".join(
        start + (" " if start == "## " else f"\n{start if start == '> ' else '  '}").join(lines)
        for start, lines in blocks
    )
    markdown = f"---\ntitle: A\n---\n{body}\n"
    text = as_text(PATH, markdown)
    found = 0
    for passage in passages_of(markdown):
        for match in re.finditer(r"\w+", passage.text):
            where = passage.locate(*match.span())
            line = text.line(where.line)
            assert line[where.column - 1 : where.column - 1 + where.length] == match.group()
            found += 1
    assert found >= sum(len(lines) for _start, lines in blocks)
