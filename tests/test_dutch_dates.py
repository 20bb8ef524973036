"""Dates in Dutch text, with Babel as the judge of their forms."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from zorgpact_site.dutch_dates import TextDate, find_dates, fitting_years
from zorgpact_site.wording import WEEKDAYS

FIRST, LAST = date(2014, 1, 1), date(2026, 12, 31)
DAYS = [FIRST + timedelta(days=count) for count in range((LAST - FIRST).days + 1)]
# What Babel writes in full and in short, and how people type it.
FORMS = ("EEEE d MMMM y", "EEE d MMM y", "EEE. d MMM y", "EEEE d-MM-y", "EEE dd/MM/y")
MA, DI, WO, DO, VR, ZA, ZO = range(7)


@pytest.mark.parametrize("form", FORMS)
def test_every_day_is_found_back(form: str) -> None:
    for day in DAYS:
        text = f"Wij zagen elkaar op {format_date(day, form, locale='nl')}, in Zwolle."
        (found,) = find_dates(text)
        assert (found.year, found.month, found.days) == (day.year, day.month, (day.day,)), text
        assert found.weekday == day.weekday(), text


@given(st.sampled_from(DAYS), st.sampled_from(["", "ochtend", "middag", "avond"]))
def test_places_are_those_of_the_words(day: date, part: str) -> None:
    weekday = f"{WEEKDAYS[day.weekday()]}{part}"
    text = f"Hé, op {weekday} {format_date(day, 'd MMMM y', locale='nl')} kwamen 35 mensen."
    (found,) = find_dates(text)
    (named,) = found.named
    assert text[named.start : named.end] == weekday
    assert text[slice(*found.year_at)] == str(day.year)
    assert text[found.start : found.end] == f"{weekday} {day:%-d} " + format_date(
        day, "MMMM y", locale="nl"
    )


@given(st.sampled_from(DAYS))
def test_the_year_of_a_day_fits_its_weekday(day: date) -> None:
    years = fitting_years(day.weekday(), day.month, day.day, range(2014, 2027))
    assert day.year in years
    assert all(date(year, day.month, day.day).weekday() == day.weekday() for year in years)


def told(text: str) -> list[tuple[int, list[tuple[int, int | None]], int | None]]:
    found = find_dates(text)
    return [(one.month, [(day.day, day.weekday) for day in one.named], one.year) for one in found]


@pytest.mark.parametrize(
    ("text", "month", "days", "year"),
    [
        ("Op dinsdag 27 maart was er een bijeenkomst.", 3, [(27, DI)], None),
        ("DINSDAG 27 MAART", 3, [(27, DI)], None),
        ("dinsdagavond 27 maart", 3, [(27, DI)], None),
        ("di 27 mrt", 3, [(27, DI)], None),
        ("di. 27 mrt. 2018", 3, [(27, DI)], 2018),
        ("dinsdag de 27ste maart", 3, [(27, DI)], None),
        ("op\u00a0dinsdag\u00a027\u00a0maart\u00a02018", 3, [(27, DI)], 2018),
        ("27-03-2018", 3, [(27, None)], 2018),
        ("27/3/2018", 3, [(27, None)], 2018),
        ("27.03.2018", 3, [(27, None)], 2018),
        ("2018-03-27", 3, [(27, None)], 2018),
        ("27 maart jl.", 3, [(27, None)], None),
        ("27 maart ’18", 3, [(27, None)], 2018),
        ("27 maart 13.30 uur", 3, [(27, None)], None),
        ("op 1 mei 2017.", 5, [(1, None)], 2017),
        ("de 1e mei", 5, [(1, None)], None),
        ("11 en 12 juni", 6, [(11, None), (12, None)], None),
        ("11, 12 en 13 juni", 6, [(11, None), (12, None), (13, None)], None),
        ("in zaal 3, 4 juni", 6, [(4, None)], None),
        ("dinsdag 11 en woensdag 12 juni", 6, [(11, DI), (12, WO)], None),
        ("zaterdag en zondag 3 en 4 juni", 6, [(3, ZA), (4, ZO)], None),
        ("maandag t/m vrijdag 7–11 mei", 5, [(7, MA), (11, VR)], None),
        ("ma, di en do 3 en 4 mei", 5, [(3, None), (4, None)], None),
        ("de dinsdagen 11 en 18 juni", 6, [(11, DI), (18, DI)], None),
        ("dinsdag, 27 maart 2018", 3, [(27, DI)], 2018),
        ("niet op dinsdag, 27 maart is beter", 3, [(27, None)], None),
        ("zo 3 juni", 6, [(3, None)], None),
        ("zo 3 jun", 6, [(3, ZO)], None),
    ],
)
def test_forms(text: str, month: int, days: list[tuple[int, int | None]], year: int | None) -> None:
    assert told(text) == [(month, days, year)]


@pytest.mark.parametrize(
    "text",
    [
        "de 3 mei-initiatieven",
        "om 13.30 uur",
        "1 op de 2 in mei",
        "versie 2.7 maart",
        "artikel 7 maartregeling",
        "in mei 2017",
        "donderdagavond",
        "in kamer 3 Jan Smit",
        "31 juni",
        "30-02-2018",
        "29 februari 2018",
        "https://voorbeeld.nl/27-03-2018/verslag",
        "0123-27-03-2018",
        "127 maart",
        "kwamen er 27 maarten?",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize("join", ["–", " - ", " t/m ", " tot en met ", " tot "])
def test_stretches_of_days(join: str) -> None:
    (found,) = find_dates(f"van 7{join}9 maart 2017")
    assert found.days == (7, 9)
    assert found.spans


def test_two_months_share_their_year() -> None:
    first, last = find_dates("van 20 december tot en met 3 januari 2019")
    assert (first.year, last.year) == (2018, 2019)
    assert first.runs_on
    assert not last.runs_on
    (leap, day) = find_dates("29 februari en 1 maart 2019")
    assert (leap.year, day.year) == (None, 2019)
    assert told("maandag en dinsdag 30 april en 1 mei 2018") == [
        (4, [(30, MA)], 2018),
        (5, [(1, DI)], 2018),
    ]


@given(st.text(alphabet="dinsdag za27,.-/t mei3e1’—ıſİA \u00a0", max_size=300))
def test_any_text_is_read_and_dates_stand_in_order(text: str) -> None:
    found: tuple[TextDate, ...] = find_dates(text)
    assert all(one.end <= after.start for one, after in pairwise(found))
    assert all(text[one.start : one.end].strip() for one in found)
