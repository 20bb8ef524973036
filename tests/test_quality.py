"""What `docs/quality.md` says is so: its judges exist, its table is of the pinned Lighthouse."""

import json
import re
from pathlib import Path

from benchmarks.lighthouse.run import HERE, LEAST, REPORT, SAMPLE, Scores, table
from docs.screenshots import FOLDER, MOST, SHOTS
from tests.conftest import ROOT
from tests.page_kinds import KINDS, kind_named

PAGE = REPORT.read_text("utf-8")
ENOUGH = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}


def scores(**points: int) -> Scores:
    return Scores(KINDS[0], "mobile", {**ENOUGH, **points}, ())


def test_every_judge_is_there_and_every_judge_is_told_of() -> None:
    told = set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE))
    assert all((ROOT / path).is_file() for path in told)
    judges = {str(path.relative_to(ROOT)) for path in (ROOT / "tests/browser").glob("test_*.py")}
    # Those are about links, and about a page that is not for readers.
    others = {"tests/browser/test_from_disk.py", "tests/browser/test_report_page.py"}
    assert judges - told == others


def test_lighthouse_judges_ten_kinds_of_page() -> None:
    assert len({kind_named(name).template for name in SAMPLE}) == 10
    rows = re.findall(r"^\| ([\w ]+) \(`/", PAGE, re.MULTILINE)
    assert tuple(rows) == SAMPLE


def test_the_table_shows_scores_that_are_enough() -> None:
    for row in re.findall(r"^\| [\w ]+ \(`/.*?\) \| (.*) \|$", PAGE, re.MULTILINE):
        points = [int(cell) for cell in row.split(" | ")]
        assert all(one >= least for one, least in zip(points, [*LEAST.values()] * 2, strict=True))


def test_a_score_that_is_too_low_is_not_enough() -> None:
    assert scores().enough
    assert not scores(performance=98).enough
    assert not scores(seo=99).enough
    assert table([scores(), scores(seo=99)]).endswith(
        "| 99 | 100 | 100 | 100 | 99 | 100 | 100 | 99 |"
    )


def test_lighthouse_is_pinned_without_a_place_to_get_it_from() -> None:
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    assert wanted == {"lighthouse": lock["node_modules/lighthouse"]["version"]}
    assert f"Lighthouse {wanted['lighthouse']}, " in PAGE
    assert not [name for name, package in lock.items() if "resolved" in package]
    assert all("integrity" in package for name, package in lock.items() if name)


def test_pictures_are_those_on_the_list_and_small() -> None:
    pictures = {path.stem: path.read_bytes() for path in FOLDER.iterdir()}
    assert pictures.keys() == {shot.name for shot in SHOTS}
    assert all(data[8:12] == b"WEBP" and len(data) <= MOST for data in pictures.values())


def test_documents_show_pictures_that_exist() -> None:
    for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for name in re.findall(r"!\[[^\]]+\]\(((?:docs/)?images/[^)]+)\)", path.read_text("utf-8")):
            assert Path(path.parent, name).is_file(), name
