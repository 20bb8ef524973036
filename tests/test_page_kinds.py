"""The list of page kinds leaves no template out, and its addresses are what it says they are."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT, generated
from tests.page_kinds import KINDS, MADE, MADE_SIZE, MADE_TODAY, NO_PAGES, REAL, REAL_TODAY
from zorgpact_site.build import build
from zorgpact_site.scan import scan


def templates_of(site: Path, today: date) -> dict[str, str]:
    """The template of each page of a site, by address."""
    return {page.address: page.template for page in build(scan(site, today)).pages}


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    made = generated(tmp_path_factory.mktemp("made") / "site", "--size", str(MADE_SIZE))
    return {REAL: templates_of(ROOT, REAL_TODAY), MADE: templates_of(made, MADE_TODAY)}


def test_every_template_is_on_the_list_or_makes_no_pages() -> None:
    templates = {path.name for path in (ROOT / "templates").glob("*.html")}
    assert {kind.template for kind in KINDS} == templates - NO_PAGES.keys()
    assert NO_PAGES.keys() <= templates


def test_each_address_is_a_page_of_its_template(templates: dict[str, dict[str, str]]) -> None:
    for kind in KINDS:
        assert templates[kind.site].get(kind.address) == kind.template, kind.name


def test_every_template_of_the_real_site_is_seen_there(
    templates: dict[str, dict[str, str]],
) -> None:
    seen = {kind.template for kind in KINDS if kind.site == REAL}
    assert set(templates[REAL].values()) - NO_PAGES.keys() == seen
