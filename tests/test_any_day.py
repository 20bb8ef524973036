"""The same content gives the same bytes on any day, but for what tells of days to come."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.page_kinds import REAL_TODAY
from tests.small_site import write_site
from zorgpact_site.build import Built, build
from zorgpact_site.scan import scan

MEETING = date(2018, 7, 5)
SITE = {
    "content/articles/kopgroepdag.md": (
        "---\ntitle: Kopgroepdag\nevent: Kopgroepdag\ndate: 2018-03-27\nregion: Zwolle\n"
        "series: Kopgroepdagen\n---\nHet was een mooie dag.\n"
    ),
    "content/articles/zomerdag.md": (
        f"---\ntitle: Zomerdag\nevent: Zomerdag\ndate: {MEETING}\npublished: 2018-05-20\n"
        "region: Zwolle\nthemes: [Leren in de praktijk]\nseries: Kopgroepdagen\n---\nKomt allen.\n"
    ),
}
# A year that is not over tells up to which day it counts.
REVIEW = "jaaroverzicht/2018/index.html"
FOLLOWED = ("", "regios/zwolle/", "themas/leren/", "bijeenkomsten/kopgroepdagen/")
# What tells what is ahead or how much there is: agendas, lists, counts, the page of the meeting.
TELLING = {
    *(f"{place}{name}" for place in FOLLOWED for name in ("agenda.ics", "archief.ics")),
    *(f"{place}index.html" for place in FOLLOWED),
    *(f"{place}/index.html" for place in ("artikelen", "artikelen/zomerdag", "bijeenkomsten")),
    *(f"{place}/index.html" for place in ("archief/2018", "regios", "themas", "zoeken")),
    "jaaroverzicht/index.html",
    REVIEW,
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path, SITE)


def bytes_on(day: date, site: Path) -> dict[str, object]:
    return _bytes(build(scan(site, day)))


def _bytes(built: Built) -> dict[str, object]:
    assert built.errors == 0
    return {one.path: one.data for one in built.artifacts}


def changed(one: dict[str, object], other: dict[str, object]) -> set[str]:
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def test_years_later_the_real_site_has_the_same_bytes(real_build: Built) -> None:
    later = REAL_TODAY + timedelta(days=1500)
    assert changed(_bytes(real_build), bytes_on(later, ROOT)) == set()


def test_while_a_meeting_is_ahead_days_change_nothing_else(site: Path) -> None:
    before = bytes_on(date(2018, 5, 21), site)
    assert changed(before, bytes_on(MEETING, site)) == {REVIEW}


def test_when_its_day_is_over_only_what_tells_of_it_changes(site: Path) -> None:
    before, after = bytes_on(MEETING, site), bytes_on(MEETING + timedelta(days=1), site)
    assert changed(before, after) == TELLING
