"""Each case under tests/cases: its diagnostics, its pages, and an old site that stays whole."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.case_files import Case, all_cases
from tests.small_site import BASE, TODAY, build_site, pages_of, tree_of, write_site
from zorgpact_site.cli import main
from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.inputs import Options
from zorgpact_site.weighing import RULES

CASES = list(all_cases())


def told(one: Diagnostic) -> str:
    where = one.where
    sign = "!" if one.weight is Severity.WARNING else ""
    near = f" → {one.near[0]}" if one.near else ""
    return f"{where.path}:{where.line}:{where.column}+{where.length} {one.rule.slug}{sign}{near}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    write_site(tmp_path, case.files)
    built = build_site(tmp_path, Options(drafts=case.drafts), case.today)
    assert [told(one) for one in built.diagnostics] == case.diagnostics
    pages = pages_of(built)
    for address, lines in case.pages:
        assert address in pages
        for line in lines:
            assert squeezed(line) in squeezed(pages[address])
    for address, lines in case.absent:
        for line in lines:
            assert squeezed(line) not in squeezed(pages.get(address, ""))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base of all cases, built and published; what has a mistake must not change that."""
    site = write_site(tmp_path_factory.mktemp("published"), {})
    assert run_build(site, TODAY).exit_code == 0
    return site


def run_build(site: Path, today: date) -> Result:
    words = ["build", "--site", str(site), "--today", today.isoformat()]
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if any("!" not in line for line in case.diagnostics)],
    ids=lambda case: case.name,
)
def test_a_mistake_leaves_the_old_site_as_it_was(case: Case, published: Path) -> None:
    output = published / "output"
    before = tree_of(output)
    for folder in ("content", "templates"):
        shutil.rmtree(published / folder, ignore_errors=True)
    write_site(published, {**BASE, **case.files})
    result = run_build(published, case.today)
    assert result.exit_code == 1
    assert tree_of(output) == before
    assert before
    assert "Traceback" not in result.output
    for line in case.diagnostics:
        place = line.partition("+")[0]
        assert place in result.output


def test_there_is_a_case_for_every_rule() -> None:
    shown = {line.split()[1].rstrip("!") for case in CASES for line in case.diagnostics}
    made_in_python = {
        "file-too-large",  # a megabyte does not belong in a case file
        "file-name-too-long",  # likewise a name of over 200 bytes
        "symlink",  # a case file holds no links
        "picture-too-heavy",  # megabytes likewise
        "too-many-redirects",  # nor do a thousand addresses
        "missing-settings",  # the base always has its settings
        *("dead-link", "moved-link", "unreachable-link"),  # no build visits other sites
    }
    assert {rule.slug for rule in RULES} - shown == made_in_python


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
    assert BASE


def squeezed(text: str) -> str:
    return " ".join(text.split())
