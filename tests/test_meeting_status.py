"""Meetings that were moved or called off, where no page shows it: search, cards, explanations."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.small_site import build_site, pages_of, write_site
from zorgpact_site.cli import main
from zorgpact_site.outputs.search import searchables
from zorgpact_site.planning.addresses import Addresses
from zorgpact_site.stocktaking.gaps import meetings_around

PATH = "content/articles/zomerdag.md"


def article(properties: str) -> str:
    """The file of a meeting."""
    return f"---\ntitle: Zomerdag\nevent: Zomerdag\nregion: Zwolle\n{properties}\n---\nTekst.\n"


@pytest.mark.parametrize(
    ("properties", "label", "facet"),
    [
        ("date: 2018-06-05\nstatus: cancelled", "Afgelast", "Aankondiging"),
        ("date: 2018-05-05\nstatus: cancelled", "Afgelast", "Artikel"),
        ("date: 2018-06-05\nstatus: moved", "Verplaatst", "Aankondiging"),
        ("date: 2018-05-05\nstatus: moved", "Verslag", "Verslag"),
    ],
)
def test_search_and_cards_tell_what_became_of_a_meeting(
    properties: str, label: str, facet: str, tmp_path: Path
) -> None:
    built = build_site(write_site(tmp_path, {PATH: article(properties)}))
    assert built.site
    (found,) = (one.about for one in searchables(built.site) if one.about.title == "Zomerdag")
    assert found.kind == label
    assert dict(found.facets)["soort"] == (facet,)
    assert (
        f'property="og:image:alt" content="{label}: Zomerdag'
        in (pages_of(built)["artikelen/zomerdag/"])
    )


def test_nobody_waits_for_a_meeting_that_is_off(tmp_path: Path) -> None:
    for status, awaited in (("moved", 1), ("cancelled", 0)):
        properties = f"date: 2018-06-05\nstatus: {status}"
        site = build_site(write_site(tmp_path, {PATH: article(properties)})).site
        assert site
        assert len(list(meetings_around(site, Addresses(site.settings.sections)))) == awaited


def test_an_explanation_calls_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_site(tmp_path, {PATH: article("date: 2018-07-05\nstatus: cancelled")}))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1527854400")  # 2018-06-01
    done = CliRunner().invoke(main, ["explain", "artikelen/zomerdag"], catch_exceptions=False)
    assert "afgelaste bijeenkomst" in done.output
