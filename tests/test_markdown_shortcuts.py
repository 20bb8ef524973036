"""The law of the shortcuts: with them a text reads as the plain parser of markdown-it reads it.

For a long run set MARKDOWN_EXAMPLES to the number of texts that each law must try; published
examples are then tried in every place.
"""

import json
import os
import string
from collections.abc import Callable
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from tests.hostile_markdown import paragraphs, signs, texts
from zorgpact_site.reading.markdown import body as body_module
from zorgpact_site.reading.markdown.parser import parser, plain_parser
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source

ROOT = Path(__file__).parent.parent
EXAMPLES = Path(__file__).parent / "markdown_examples"
LONG = "MARKDOWN_EXAMPLES" in os.environ
TRIES = int(os.environ.get("MARKDOWN_EXAMPLES", "100"))
FRONT_MATTER = "---\ntitle: Een tekst\n---\n"
oracle = cache(plain_parser)

# Ways to lay a text within something else.
PLACES: list[Callable[[str], str]] = [
    str,
    lambda text: f"Tekst\n{text}",
    lambda text: "".join(f"> {line}" for line in text.splitlines(keepends=True)),
    lambda text: "- " + text.replace("\n", "\n  "),
    lambda text: f"::: inzicht\n{text}\n:::\n\n[^n]: {text}",
]


def parsed(md: MarkdownIt, text: str) -> object:
    """All that the parser tells: the tokens with all they hold, and the link definitions.

    The plugin for footnotes takes a note that is explained within a note apart, and cannot
    be relied on for more than failing in the same way.
    """
    env: dict[str, object] = {}
    try:
        return md.parse(text, env), [env.get(key) for key in ("references", "duplicate_refs")]
    except IndexError as error:
        return str(error)


def read(text: str) -> object:
    """All that reading tells: the page, its references and words, and the mistakes."""
    source = Source("content/pages/x.md", f"{FRONT_MATTER}{text}".encode())
    try:
        return read_source(source)
    except IndexError as error:
        return str(error)


def assert_same(text: str) -> None:
    """The same tokens, and the same reading made of them."""
    assert parsed(parser(), text) == parsed(oracle(), text), repr(text)
    quick = read(text)
    with patch.object(body_module, "parser", oracle):
        assert quick == read(text), repr(text)


@settings(max_examples=TRIES)
@given(texts)
def test_blocks_read_as_the_plain_parser_reads_them(text: str) -> None:
    """Lines that can begin, go on with or end any block, in each other's company."""
    assert_same(text)


@settings(max_examples=TRIES)
@given(paragraphs)
def test_paragraphs_read_as_the_plain_parser_reads_them(text: str) -> None:
    """Signs that mean something within a paragraph, in any order."""
    assert_same(text)


@settings(max_examples=TRIES)
@given(signs)
def test_signs_read_as_the_plain_parser_reads_them(text: str) -> None:
    """Texts of little else than signs."""
    assert_same(text)


def test_each_sign_reads_as_the_plain_parser_reads_it() -> None:
    """Each sign at the start of a text and of a line, alone, thrice and as that of a list."""
    forms = ("{0} a", "{0}. a", "{0}{0}{0}", "a\n{0} a", "a\n{0}. a", "a\n{0}{0}{0}", "a{0}b{0}c")
    for sign in string.digits + string.punctuation:
        for form in forms:
            text = form.format(sign)
            assert parsed(parser(), text) == parsed(oracle(), text), text


@pytest.mark.parametrize("name", ["commonmark", "gfm", "markdown-it"])
def test_published_examples_read_as_the_plain_parser_reads_them(name: str) -> None:
    """Each example of the specifications: as it is, right after text or within another block."""
    examples: list[str] = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    assert examples
    for number, example in enumerate(examples):
        for place in PLACES if LONG else [PLACES[number % len(PLACES)]]:
            assert_same(place(example))


def test_own_texts_read_as_the_plain_parser_reads_them() -> None:
    """All texts of this site."""
    found = sorted((ROOT / "content").rglob("*.md"))
    assert found
    for path in found:
        assert_same(path.read_text("utf-8"))
