"""How pages open: with what an editor wrote, never with the beginning of the text twice."""

from pathlib import Path

import pytest

from tests.small_site import build_site, pages_of, write_site

FIRST = "De eerste zin van deze tekst."
TABLE = "| Onderwerp | Aantal |\n|---|---|\n| Stages | 12 |\n"
KINDS = {
    "articles/een": ("date: 2018-05-01\n", "artikelen/een/"),
    "regions/een": ("", "regios/een/"),
    "themes/een": ("", "themas/een/"),
    "koplopers/een": ("", "kopgroep/een/"),
    "tools/een": ("", "hulpmiddelen/een/"),
    "pages/een": ("", "een/"),
}


@pytest.mark.parametrize("name", KINDS)
def test_the_text_does_not_begin_twice(name: str, tmp_path: Path) -> None:
    properties, address = KINDS[name]
    text = f"---\ntitle: Een titel\n{properties}---\n{FIRST}\n"
    page = pages_of(build_site(write_site(tmp_path, {f"content/{name}.md": text})))[address]
    assert page.partition("<main")[2].count(FIRST) == 1
    assert f'name="description" content="{FIRST}"' in page


def test_a_written_summary_opens_the_page(tmp_path: Path) -> None:
    text = f"---\ntitle: Een titel\nsummary: In het kort.\ndate: 2018-05-01\n---\n{FIRST}\n"
    pages = pages_of(build_site(write_site(tmp_path, {"content/articles/een.md": text})))
    assert '<p class="lead">In het kort.</p>' in pages["artikelen/een/"]


def test_no_cells_of_a_table_stand_for_a_summary(tmp_path: Path) -> None:
    text = f"---\ntitle: Een titel\ndate: 2018-05-01\n---\n{FIRST}\n\n{TABLE}\nDe tweede zin.\n"
    pages = pages_of(build_site(write_site(tmp_path, {"content/articles/een.md": text})))
    assert f"<p>{FIRST} De tweede zin.</p>" in pages["artikelen/"]
