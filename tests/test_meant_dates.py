"""Which dates editors mean when they write one in other words."""

from datetime import date, timedelta

import pytest

from zorgpact_site.fields.meant_dates import day_and_time, first_and_last, is_sure, meant_date
from zorgpact_site.wording import MONTHS, SHORT_MONTHS, WEEKDAYS

DAYS = tuple(date(2016, 1, 1) + timedelta(days=17 * step) for step in range(65))


@pytest.mark.parametrize(
    "form",
    [
        "{weekday} {day} {month} {year}",
        "{day} {month} {year}",
        "{day} {short} {year}",
        "{day}-{number}-{year}",
        "{day:02}.{number:02}.{year}",
        "{day:02}–{number:02}–{year}",
        "{year}/{number}/{day}",
        "{year}{number:02}{day:02}",
        "{year}-{number:02}-{day:02} 00:00",
        "{year}-{number:02}-{day:02} 10:20:30",
        "{year}-{number:02}-{day:02}T10:20:30.5+02:00",
    ],
)
def test_a_day_in_other_words_is_that_day(form: str) -> None:
    for day in DAYS:
        words = form.format(
            weekday=WEEKDAYS[day.weekday()],
            day=day.day,
            month=MONTHS[day.month - 1],
            short=SHORT_MONTHS[day.month - 1],
            number=day.month,
            year=day.year,
        )
        assert meant_date(words) == day.isoformat(), words


@pytest.mark.parametrize(
    "doubtful",
    ["05-03-2018", "5-3-18", "27-3-18", "5 maart ’18", "maandag 27 maart 2018"],
)
def test_what_can_be_another_day_is_not_sure(doubtful: str) -> None:
    assert meant_date(doubtful)
    assert not is_sure(doubtful)


@pytest.mark.parametrize(
    "vague", ["2 maart", "rond 2 maart 2017", "voorjaar 2018", "2018-2019", "maart/april 2018", ""]
)
def test_vague_words_are_no_date(vague: str) -> None:
    assert meant_date(vague) == ""
    assert first_and_last(vague) == ()
    assert day_and_time(vague) == ()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2 en 3 maart 2017", ("2017-03-02", "2017-03-03")),
        ("2, 3 en 4 maart 2017", ("2017-03-02", "2017-03-04")),
        ("2 t/m 4 maart 2017", ("2017-03-02", "2017-03-04")),
        ("30 december 2017 - 2 januari 2018", ("2017-12-30", "2018-01-02")),
        ("2017-03-02 tot en met 2017-03-03", ("2017-03-02", "2017-03-03")),
        ("27-03-2018 – 28-03-2018", ("2018-03-27", "2018-03-28")),
        ("3 maart 2017 en 2 maart 2017", ()),
    ],
)
def test_several_days_are_a_first_and_a_last(words: str, days: tuple[str, ...]) -> None:
    assert first_and_last(words) == days
    assert not days or meant_date(words) == ""


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("2017-03-02 13:30", ("2017-03-02", "13:30")),
        ("2017-03-02T13:30:00Z", ()),
        ("donderdag 2 maart 2017 om 13.30 uur", ("2017-03-02", "13.30")),
        ("2 maart 2017, 13u30", ("2017-03-02", "13u30")),
    ],
)
def test_a_time_behind_a_day_is_found(words: str, parts: tuple[str, ...]) -> None:
    assert day_and_time(words) == parts
