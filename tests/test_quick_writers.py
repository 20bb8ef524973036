"""Quick writers give the bytes that those of the standard library would."""

import json
import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hypothesis import given, settings
from hypothesis import strategies as st

from zorgpact_site.outputs.characters import allowed
from zorgpact_site.outputs.xml import branch, facts, leaf, xml
from zorgpact_site.planning.dataset import TABLES
from zorgpact_site.planning.dataset.json_text import dataset_text, row_writer
from zorgpact_site.planning.structured.nodes import data_block, decimal

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("&<>\"'\r\n\t\\\x00\x7f")
)
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3))
def test_elements_are_written_as_a_tree_of_them_is(fact: str, text: str, more: list[str]) -> None:
    root = Element("root", {"xml:lang": fact, "other": text})
    for one in more:
        SubElement(root, "leaf", {"fact": fact}).text = one
    indent(root, space="")
    tree = f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(root, encoding='unicode')}\n"
    leaves = (leaf("leaf", one, facts(fact=fact)) for one in more)
    assert xml(branch("root", leaves, facts(xml_lang=fact, other=text))) == tree.encode()


@given(st.text())
def test_exactly_the_characters_that_xml_cannot_hold_are_left_out(text: str) -> None:
    assert allowed(text) == FORBIDDEN.sub("", text)


CELLS = TEXTS | st.integers() | st.none() | st.lists(TEXTS, max_size=2)


@given(st.lists(st.dictionaries(TEXTS, CELLS, max_size=3), max_size=2))
@settings(max_examples=50)
def test_rows_are_written_as_json_has_them(
    rows: list[dict[str, str | int | list[str] | None]],
) -> None:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    for table in TABLES:
        written = [row_writer(table)(row) for row in rows]  # type: ignore[arg-type]
        text = dataset_text({"versie": 1}, {"rijen": written, "geen": []}).decode()
        told = f"[\n{lines}\n]" if rows else "[]"
        assert text == f'{{\n"versie": 1,\n"rijen": {told},\n"geen": []\n}}\n'


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_of_graphs_are_written_as_python_has_them(number: float) -> None:
    assert f'"latitude":{number!r}' in data_block([{"latitude": decimal(number)}])
