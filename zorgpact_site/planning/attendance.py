"""How many were present at meetings: numbers read from the words of reports, and their range."""

import re
from collections.abc import Iterable
from dataclasses import replace

from zorgpact_site import wording
from zorgpact_site.model.entries import Article
from zorgpact_site.planning.charts import Row, bar_chart, spread_chart
from zorgpact_site.planning.parts import Parts, when
from zorgpact_site.planning.pieces import When
from zorgpact_site.planning.views.reviews import AttendanceView

# A point groups thousands in Dutch: 1.000 is a thousand. Longer runs of digits are no attendance.
_NUMBER = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{3})+|\d{1,7})(?!\d)")
_CAPTION = "Aanwezigen per bijeenkomst"
_HEADS = ("Bijeenkomst", "Aanwezig")
_BARS = 12  # more meetings than this are shown by their spread
_BOTH = 2


def number_in(words: str) -> int | None:
    """The first whole number in what a report says: 35 in `ruim 35`; None when it has none."""
    found = _NUMBER.search(words)
    return int(found[1].replace(".", "")) if found else None


def attendance_view(meetings: Iterable[Article], parts: Parts) -> AttendanceView:
    """The attendance of past meetings: the range, and each meeting as a bar or a dash."""
    meetings = tuple(meetings)
    stated = [(number_in(one.attendance), one) for one in meetings if one.attendance]
    stated.sort(key=lambda pair: -1 if pair[0] is None else pair[0], reverse=True)
    numbered = [pair for pair in stated if pair[0] is not None]
    rows = [Row(parts.link(one), number, one.attendance, when=_day(one)) for number, one in stated]
    spread = len(rows) > _BARS and bool(numbered)
    return AttendanceView(
        span=_span([one.attendance for _number, one in numbered], [n for n, _one in numbered]),
        told=_told(len(stated), len(meetings)),
        chart=None if spread else bar_chart(_CAPTION, _HEADS, rows),
        spread=spread_chart(_CAPTION, _HEADS, rows) if spread else None,
    )


def _span(words: list[str], numbers: list[int | None]) -> str:
    """`Van 17 koplopers tot ongeveer 250`, in the words of the reports; one when all agree."""
    if not words:
        return ""
    if numbers[0] == numbers[-1]:
        return words[0][:1].upper() + words[0][1:]
    return f"Van {words[-1]} tot {words[0]}"


def _told(stated: int, meetings: int) -> str:
    """How many of the meetings say how many were present."""
    if meetings == 1:
        return "Het verslag noemt hoeveel mensen er waren." if stated else ""
    if stated == meetings:
        all_of_them = "Beide" if meetings == _BOTH else f"Alle {wording.number(meetings)}"
        return f"{all_of_them} verslagen noemen hoeveel mensen er waren."
    verb = "noemt" if stated == 1 else "noemen"
    return (
        f"{wording.number(stated)} van de {wording.number(meetings)} verslagen "
        f"{verb} hoeveel mensen er waren."
    )


def _day(article: Article) -> When | None:
    found = when(article)
    if found is None or article.date is None:
        return None
    return replace(found, text=wording.date_range(article.date, article.end))
