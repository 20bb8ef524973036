"""Dutch words and dates, with Babel as the judge."""

from datetime import date

import pytest
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

from zorgpact_site import wording
from zorgpact_site.dates import PartialDate, parse_date
from zorgpact_site.names import fold, nearest, slug, sort_key
from zorgpact_site.reading.markdown.sentences import split_sentences
from zorgpact_site.wording import educated


@given(st.dates())
def test_days_are_written_as_babel_does(day: date) -> None:
    assert wording.day(day) == format_date(day, "full", locale="nl").replace(
        f" {day.year:04}", f" {day.year}"
    )


@given(st.integers(0, 10**9))
def test_numbers_are_grouped_as_babel_does(number: int) -> None:
    assert wording.number(number) == format_decimal(number, locale="nl")


@given(st.lists(st.sampled_from(["Zwolle", "Breda", "Lelystad", "Ede"]), max_size=4))
def test_lists_are_joined_as_babel_does(names: list[str]) -> None:
    assert wording.listing(names) == format_list(names, locale="nl")


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_date_reads_back_as_it_prints(day: date) -> None:
    full = PartialDate(day.year, day.month, day.day)
    assert parse_date(str(full)) == full
    month = PartialDate(day.year, day.month)
    assert parse_date(str(month)) == month
    assert month.first_day <= day <= month.last_day


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2017-03-07", "2017-03-09", "7–9 maart 2017"),
        ("2018-03-30", "2018-04-02", "30 maart – 2 april 2018"),
        ("2018-12-31", "2019-01-01", "31 december 2018 – 1 januari 2019"),
        ("2018-03", None, "maart 2018"),
        ("2018", None, "2018"),
        ("2018", "2019", "2018 – 2019"),
    ],
)
def test_ranges(start: str, end: str | None, text: str) -> None:
    first = parse_date(start)
    assert first is not None
    assert wording.date_range(first, parse_date(end) if end else None) == text


@pytest.mark.parametrize(
    "text",
    ["20180327", "2018-W13-2", "2018-3-7", "2018-00", "2018-13", "0000", "٢٠١٨", "2018-02-29"],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("'s avonds in 't Gooi", "’s avonds in ’t Gooi"),
        ("'s-Hertogenbosch", "’s-Hertogenbosch"),
        ("de foto's van '17", "de foto’s van ’17"),
        ('"Zo," zei zij, "gaat het \'goed\'."', "“Zo,” zei zij, “gaat het ‘goed’.”"),
        ("'sommige' mensen", "‘sommige’ mensen"),
        ('("zo")', "(“zo”)"),
        ("zij -- en hij...", "zij – en hij…"),
        ("'k zag 'm met z'n fiets", "’k zag ’m met z’n fiets"),
        ('"\'t Gaat goed", zei hij', "“’t Gaat goed”, zei hij"),
        ('("\'s Avonds")', "(“’s Avonds”)"),
    ],
)
def test_dutch_signs(typed: str, shown: str) -> None:
    assert educated(typed) == shown


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Zorg en technologie", "zorg-en-technologie"),
        ("Carrière Switchers", "carriere-switchers"),
        ("Hoe lerend werkt de zorg?", "hoe-lerend-werkt-de-zorg"),
        ("’s-Hertogenbosch", "s-hertogenbosch"),
        ("Stedendriehoek/Noord-Veluwe", "stedendriehoek-noord-veluwe"),
        ("Straße", "strasse"),
        ("../..", ""),
        ("Привет мир", "привет-мир"),
    ],
)
def test_addresses_of_names(name: str, address: str) -> None:
    assert slug(name) == address


def test_dutch_order() -> None:
    names = [
        "IJssel",
        "De Zeeuwse Huiskamer",
        "Ijs",
        "Ikazia",
        "het Actie Leer Netwerk",
        "Éénhoorn",
        "’s-Hertogenbosch",
        "“De Waarden”",
        "’t Gooi",
    ]
    assert sorted(names, key=sort_key) == [
        "het Actie Leer Netwerk",
        "Éénhoorn",
        "’t Gooi",
        "Ijs",
        "IJssel",
        "Ikazia",
        "’s-Hertogenbosch",
        "“De Waarden”",
        "De Zeeuwse Huiskamer",
    ]


def test_guesses_are_near() -> None:
    known = ["Zorg en technologie", "Leren in de praktijk", "Permanent leren"]
    assert nearest("zorg & technologie", known) == ("Zorg en technologie",)
    assert nearest("xyz", known) == ()
    assert nearest("technologie", known) == ("Zorg en technologie",)


def test_guesses_are_near_among_very_many_too() -> None:
    known = ["Zwolle", *(f"Koploper {number}" for number in range(600))]
    assert nearest("Zwole", known) == ("Zwolle",)
    assert nearest("regio Zwolle", known) == ("Zwolle",)


@given(st.text())
@example("\u1fef")  # an accent of Greek, of which the one on keyboards comes
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert slug(slug(name)) == slug(name)


def test_sentences() -> None:
    text = "Dit is er één, o.a. bij dr. Jansen en H. de Vries. Is dit de tweede? “Ja!” En vier…"
    assert split_sentences(text) == [
        "Dit is er één, o.a. bij dr. Jansen en H. de Vries.",
        "Is dit de tweede?",
        "“Ja!”",
        "En vier…",
    ]


@pytest.mark.parametrize(
    ("size", "shown"),
    [(999, "999 bytes"), (34_200, "34 kB"), (999_704, "1,0 MB"), (1_200_000, "1,2 MB")],
)
def test_sizes(size: int, shown: str) -> None:
    assert wording.file_size(size) == shown.replace(" ", "\u00a0")


def test_day_and_month_stay_on_one_line() -> None:
    assert wording.whole("donderdag 5 januari 2017") == "donderdag 5\u00a0januari 2017"
    assert wording.whole("30 maart – 2 april 2017") == "30\u00a0maart – 2\u00a0april 2017"
    assert wording.whole("maart 2017") == "maart 2017"
