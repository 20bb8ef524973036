"""Tools: where readers get one, and what kind of tool it is, in the same words everywhere."""

import re
from pathlib import Path

import pytest

from tests.small_site import build_site, pages_of, write_site

PAGE = "hulpmiddelen/kaart/"


def tool(properties: str) -> str:
    """The file of a tool."""
    return f"---\ntitle: Kaart\nkind: netwerkkaart\n{properties}---\nEen kaart.\n"


@pytest.mark.parametrize(
    ("properties", "told"),
    [
        ("", "niet online"),
        (
            "url: https://www.voorbeeld.nl/kaart\n",
            '<a href="https://www.voorbeeld.nl/kaart">Bekijk op voorbeeld.nl</a>',
        ),
        ("file: ../media/kaart.pdf\n", '">Download</a> (PDF, '),
    ],
)
def test_its_page_tells_above_the_text_where_it_is(
    properties: str, told: str, tmp_path: Path
) -> None:
    files = {"content/tools/kaart.md": tool(properties), "content/media/kaart.pdf": "%PDF-1.7\n"}
    page = pages_of(build_site(write_site(tmp_path, files)))[PAGE]
    facts = page.partition('<dl class="facts">')[2].partition("</dl>")[0]
    assert "Waar te vinden" in facts
    assert told in facts


def test_its_kind_begins_with_a_capital_in_every_list(tmp_path: Path) -> None:
    article = "---\ntitle: Dag\ndate: 2018-05-01\n---\nOver [[Kaart]].\n"
    files = {
        "content/tools/kaart.md": tool("themes: [Leren in de praktijk]\n"),
        "content/articles/dag.md": article,
    }
    pages = pages_of(build_site(write_site(tmp_path, files)))
    for address in ("", "hulpmiddelen/", "themas/leren/", "artikelen/dag/"):
        assert ">Netwerkkaart</span>" in pages[address], address
        assert ">netwerkkaart</span>" not in pages[address], address


def test_kinds_that_are_spelt_alike_are_one_and_each_has_its_own_anchor(tmp_path: Path) -> None:
    kinds = ("Kaart", "kaart", "Kaart!", "hand-reiking", "Hand reiking", "★", "★", "♥", "♥")
    kinds += ("Andere hulpmiddelen", "andere hulpmiddelen")
    files = {
        f"content/tools/{place}.md": f'---\ntitle: Hulp {place}\nkind: "{kind}"\n---\nEen.\n'
        for place, kind in enumerate(kinds)
    }
    page = pages_of(build_site(write_site(tmp_path, files)))["hulpmiddelen/"]
    groups = re.findall(r'<h2 id="_soort-([^"]*)">([^<]+) <span class="quiet">\((\d+)\)', page)
    assert groups == [
        ("hand-reiking", "Hand-reiking", "2"),
        ("kaart", "Kaart", "3"),
        ("andere-hulpmiddelen", "Andere hulpmiddelen", "6"),
    ]
