"""When a machine may mend a weekday, and when the date may be the slip instead."""

from pathlib import Path

import pytest

from tests.small_site import build_site, write_site
from zorgpact_site.checks import weekday_mismatch
from zorgpact_site.diagnostics import Diagnostic, Location, Replace

PATH = "content/articles/a.md"


def mismatches(root: Path, text: str, day: str = "2018-03-27") -> list[Diagnostic]:
    front = f"---\ntitle: Verslag\nevent: Kopgroepdag\ndate: {day}\nregion: Zwolle\n---\n"
    found = build_site(write_site(root, {PATH: front + text + "\n"})).diagnostics
    return [one for one in found if one.rule == weekday_mismatch.RULE]


def test_a_full_date_that_stands_at_date_too_keeps_its_part_of_the_day(tmp_path: Path) -> None:
    (found,) = mismatches(tmp_path, "Zaterdagavond 27 maart 2018 was het druk.")
    assert found.fix == (Replace(Location(PATH, 7, 1, 13), "Dinsdagavond"),)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Op zaterdag 27 maart was het druk.", "2018-03-27"),  # the text gives no year
        ("Op zaterdag 24 februari 2019 was het druk.", "2018-03-27"),  # another day
        ("Op maandag 27 maart 2018 was het druk.", "2018-03-27"),  # it fits the year before
        ("Op woensdag 27 maart 2018 was het druk.", "2018-03-27"),  # it fits the year after
        ("Op za*ter*dag 27 maart 2018 was het druk.", "2018-03-27"),  # markup inside the word
        ("Op zaterdag 27 maart 2018 was het druk.", "2018-03"),  # a date known in part
    ],
)
def test_else_the_date_may_be_the_slip(text: str, day: str, tmp_path: Path) -> None:
    (found,) = mismatches(tmp_path, text, day)
    assert found.fix == ()


def test_a_weekday_that_the_text_repeats_may_be_right(tmp_path: Path) -> None:
    found = mismatches(tmp_path, "Op zaterdag 27 maart 2018, en dus zaterdag 27 maart.")
    assert [one.fix for one in found] == [(), ()]
