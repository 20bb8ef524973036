"""What is written for programs and people: words come out as they went in."""

import json
import re
from unicodedata import category
from urllib.parse import unquote, urljoin

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.properties import often, seldom
from tests.yaml_values import as_typed
from zorgpact_site.diagnostics import Location, Rule, Severity, problem
from zorgpact_site.editing.yaml_writer import Value, property_lines, quoted_in_flow
from zorgpact_site.outputs.characters import allowed, one_line
from zorgpact_site.outputs.icalendar.lines import encoded
from zorgpact_site.outputs.icalendar.lines import text as calendar_text
from zorgpact_site.outputs.nginx import pattern
from zorgpact_site.outputs.search_words import number_key, words_of
from zorgpact_site.outputs.xml import leaf
from zorgpact_site.placed_yaml import Mapping, parse
from zorgpact_site.planning.addresses import Here
from zorgpact_site.planning.dataset.csv_text import harmless
from zorgpact_site.planning.structured.nodes import data_block
from zorgpact_site.reporting.machine import as_github, as_json
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.reporting.visible import visible

ANY = st.text(max_size=30)
SIGNS = st.text("ab<>&\"'\\;,:\r\n\t=+-@|]{}/?#%é\u2028\u202e\x00\x85😀", max_size=30)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | SIGNS
# What an editor can type on one line, as the writer of properties is promised.
LINES = TEXTS.filter(str.isprintable)
PARTS = st.lists(st.text("ab é?#%:", min_size=1, max_size=4), max_size=3)
NL = messages_in("nl")
RULE = Rule("proef", Severity.ERROR, "{value} is wrong", "write something else", "")


@often
@given(st.lists(TEXTS, max_size=3))
def test_lines_of_a_calendar_are_short_and_whole(values: list[str]) -> None:
    lines = [f"SUMMARY:{calendar_text(one)}" for one in values]
    written = encoded(lines)
    assert all(len(one) <= 75 for one in written.split(b"\r\n"))
    assert all(one.decode() is not None for one in written.split(b"\r\n"))
    assert written.decode().replace("\r\n ", "").split("\r\n")[:-1] == lines


@often
@given(TEXTS)
def test_a_text_in_a_calendar_stays_one_value_with_all_its_letters(value: str) -> None:
    written = calendar_text(value)
    assert not re.search(r"[\x00-\x08\n-\x1f]|(?<!\\)(?:\\\\)*[;,]", written)
    plain = re.sub(r"\\(.)", lambda one: "\n" if one[1] == "n" else one[1], written)
    assert [one for one in plain if one.isalnum()] == [one for one in value if one.isalnum()]


@often
@given(ANY | SIGNS)
def test_an_element_gives_its_text_back_to_a_reader_of_xml(value: str) -> None:
    node = etree.fromstring(leaf("a", allowed(value)).encode())
    # A reader of XML takes each line end for one sign. Source: XML 1.0, 2.11.
    assert (node.text or "") == allowed(value).replace("\r\n", "\n").replace("\r", "\n")
    assert len(node) == 0


@often
@given(ANY | SIGNS)
def test_a_title_for_programs_is_on_one_line(value: str) -> None:
    line = one_line(value)
    assert not re.search(r"[\t\n\r]|^ | $", line)
    assert one_line(line) == line


@often
@given(TEXTS)
def test_what_a_page_tells_programs_cannot_end_its_block(value: str) -> None:
    block = data_block([{"@type": "Thing", "name": value}]).encode().decode()
    inner = block.strip().removeprefix('<script type="application/ld+json">')
    inner = inner.removesuffix("</script>")
    assert "<" not in inner
    told = json.dumps(json.loads(inner), ensure_ascii=False)
    assert json.dumps(value, ensure_ascii=False) in told


@often
@given(TEXTS | st.from_regex(r"'{0,2}[=+@-].?", fullmatch=True))
def test_a_cell_is_no_formula_and_gives_its_text_back(value: str) -> None:
    cell = harmless(value)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell in {value, f"'{value}"}
    # One mark is taken away again by whoever wants the text itself, and never a mark of its own.
    assert cell == value or harmless(cell) != cell


@often
@given(PARTS, PARTS, st.sampled_from(["", "/pad"]))
def test_a_link_leads_from_any_page_to_any_other(
    one: list[str], other: list[str], path: str
) -> None:
    here, there = ("".join(f"{part.strip() or 'x'}/" for part in parts) for parts in (one, other))
    root = f"https://proef.example{path}/"
    link = Here(here, root).to(there)
    start = Here(here, root).canonical
    assert urljoin(start, link) == Here(there, root).canonical
    assert unquote(urljoin(start, link)) == f"{root}{there}"


@often
@given(TEXTS.filter(lambda one: "\n" not in one))
def test_a_pattern_for_nginx_is_of_harmless_signs_and_fits_its_path_alone(path: str) -> None:
    written = pattern(path)
    assert re.fullmatch(r"[A-Za-z0-9/_\\]*", written)
    assert re.fullmatch(written.encode(), path.encode())
    assert not re.fullmatch(written.encode(), path.encode() + b"x")


@seldom
@given(LINES, LINES)
def test_a_property_that_we_write_is_read_as_it_was(one: str, other: str) -> None:
    pairs: list[tuple[str, Value]] = [("a", one), ("b", (one, other))]
    mapping, found = parse("a.md", "".join(property_lines(*pair) for pair in pairs), 1)
    assert found == ()
    assert isinstance(mapping, Mapping)
    assert as_typed(mapping) == {"a": one, "b": [one, other]}


@seldom
@given(LINES, LINES)
def test_an_item_that_we_write_between_brackets_is_read_as_it_was(one: str, other: str) -> None:
    mapping, found = parse("a.md", f"a: [{quoted_in_flow(one)}, {quoted_in_flow(other)}]\n", 1)
    assert found == ()
    assert isinstance(mapping, Mapping)
    assert as_typed(mapping) == {"a": [one, other]}


@often
@given(ANY | SIGNS, ANY | SIGNS)
def test_a_mistake_for_programs_is_data_and_for_github_one_line(value: str, path: str) -> None:
    found = (problem(RULE, Location(path, 2, 3, 4), value=value),)
    assert json.loads(as_json(found, NL))
    (line,) = [one for one in as_github(found, NL).split("\n") if one]
    assert line.startswith("::error ")
    assert "\r" not in line


@often
@given(ANY | SIGNS)
def test_what_is_shown_commands_no_terminal(value: str) -> None:
    shown = visible(value)
    assert len(shown) == len(value)
    assert all(one in "\t\n" or category(one) not in {"Cc", "Cf", "Cn", "Cs"} for one in shown)
    assert visible(shown) == shown


@often
@given(st.text("aeiounrstfvzéë -'’", max_size=24))
def test_words_to_search_for_are_of_the_text(value: str) -> None:
    for word in words_of(value):
        assert word.isalpha()
        assert number_key(word) == number_key(word.casefold())
