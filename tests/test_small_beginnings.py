"""A site that has only begun: its pages promise nothing that is not there."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.small_site import build_site, pages_of, write_site

SETTINGS = {"content/site.yaml": "title: Begin\nbase_url: https://begin.example/\n"}
ARTICLE = {"content/articles/een.md": "---\ntitle: Een bericht\ndate: 2018-05-01\n---\nTekst.\n"}
REGION = {"content/regions/zwolle.md": "---\ntitle: Zwolle\n---\nOver Zwolle.\n"}
MEETING = {
    "content/articles/dag.md": (
        "---\ntitle: Dag\nevent: Werkdag\ndate: 2018-05-02\nregion: Zwolle\n---\nTekst.\n"
    )
}


def _pages(folder: Path, *files: Mapping[str, str]) -> dict[str, str]:
    every = {name: text for some in (SETTINGS, *files) for name, text in some.items()}
    return pages_of(build_site(write_site(folder, every, base=False)))


@pytest.mark.parametrize("article", [{}, ARTICLE])
def test_the_first_page_counts_nothing_that_is_not_there(
    article: Mapping[str, str], tmp_path: Path
) -> None:
    assert '<ul class="figures">' not in _pages(tmp_path, article)[""]


def test_what_is_there_is_counted(tmp_path: Path) -> None:
    home = _pages(tmp_path, ARTICLE, REGION)[""]
    assert "<strong>1</strong> regio</a>" in home
    assert "<strong>0</strong>" not in home


def test_searching_has_no_heading_above_nothing(tmp_path: Path) -> None:
    empty = _pages(tmp_path / "empty")["zoeken/"]
    assert not [one for one in ("Per onderwerp", "an A tot Z", "#_van-a-tot-z") if one in empty]
    page = _pages(tmp_path / "named", ARTICLE, REGION)["zoeken/"]
    assert '<h2 id="_van-a-tot-z">Van A tot Z</h2>' in page
    assert "<h2>Per onderwerp</h2>" in page


def test_an_article_leads_back_to_regions_that_are_there(tmp_path: Path) -> None:
    way = "Terug naar alle regionale pacten"
    assert way not in _pages(tmp_path / "none", ARTICLE)["artikelen/een/"]
    assert way in _pages(tmp_path / "some", ARTICLE, REGION)["artikelen/een/"]


def test_the_agenda_promises_what_is_below_it(tmp_path: Path) -> None:
    promise = "Hieronder leest u wat er eerder gebeurde."
    assert promise not in _pages(tmp_path / "none", ARTICLE)["bijeenkomsten/"]
    assert promise in _pages(tmp_path / "some", MEETING, REGION)["bijeenkomsten/"]


def test_a_list_that_is_seen_at_a_glance_asks_for_nothing_to_narrow_it(tmp_path: Path) -> None:
    offers = ('<div class="list-room">', "data-list=", "/lists-")
    some = {
        f"content/{folder}/k{at}.md": f"---\ntitle: Huis {at}\n---\nTekst.\n"
        for folder in ("koplopers", "tools")
        for at in range(5)
    }
    more = {
        f"content/{folder}/k5.md": "---\ntitle: Huis 5\n---\nTekst.\n"
        for folder in ("koplopers", "tools")
    }
    few = _pages(tmp_path / "few", some)
    many = _pages(tmp_path / "many", some, more)
    for address in ("kopgroep/", "hulpmiddelen/"):
        assert not [one for one in offers if one in few[address]]
        assert not [one for one in offers if one not in many[address]]


def test_another_network_has_words_of_its_own(tmp_path: Path) -> None:
    own = {
        "content/site.yaml": (
            f"{SETTINGS['content/site.yaml']}sections:\n"
            "  regions: {intro: Wat er in elke wijk gebeurt., back: Terug naar alle wijken}\n"
            "  koplopers: {label: Voorlopers}\n"
        )
    }
    koploper = {"content/koplopers/huis.md": "---\ntitle: Huis\n---\nTekst.\n"}
    pages = _pages(tmp_path, own, ARTICLE, REGION, koploper)
    assert '<p class="lead">Wat er in elke wijk gebeurt.</p>' in pages["regios/"]
    assert "Terug naar alle wijken" in pages["regios/zwolle/"]
    assert "Terug naar alle wijken" in pages["artikelen/een/"]
    assert "Terug naar Voorlopers" in pages["kopgroep/huis/"]
