"""Calendars: what other programs read of meetings, judged by readers that others wrote."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from tests.small_site import BASE, TODAY, build_site, write_site
from zorgpact_site.artifact import Artifact
from zorgpact_site.build import Built
from zorgpact_site.inputs import Options
from zorgpact_site.model.entries import Article
from zorgpact_site.outputs.icalendar import write_calendar
from zorgpact_site.planning.calendars import has_days
from zorgpact_site.planning.views import CalendarView, EventView

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ZOMERDAG = "content/articles/zomerdag.md"
FILE = "artikelen/zomerdag/bijeenkomst.ics"
HOSTILE = (
    "a;b,c\\d",
    "een\r\nEND:VCALENDAR\nBEGIN:VEVENT",
    "\x00\x07\x1b[31m\x7f\x85\u2028X-EVIL:1",
    "]]></script>=cmd|' /C calc'!A0",
    "😀🧑\u200d🤝\u200d🧑" * 30,
    "\u202bomgekeerd\u202c \u200fמפגש",
    "ë" * 300,
    " begint en eindigt met een spatie ",
    "\\;\\,\\\\",
)
words = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"])))


def meeting(summary: str = "Zomerdag", **other: str) -> EventView:
    """A meeting in the afternoon, with texts that may hold anything."""
    return EventView(
        uid=other.get("uid", "artikelen/zomerdag@proef.example"),
        sequence=0,
        stamp="2018-05-01T12:00:00Z",
        created="2018-05-01T12:00:00Z",
        modified="2018-05-02T12:00:00Z",
        first=date(2018, 7, 5),
        last=date(2018, 7, 5),
        starts="13:30",
        ends="17:00",
        cancelled=False,
        summary=summary,
        description=other.get("description", ""),
        place=other.get("place", ""),
        url="https://proef.example/artikelen/zomerdag/",
        categories=(other["category"],) if "category" in other else (),
    )


def article(properties: str, title: str = "Zomerdag in Zwolle") -> str:
    """The file of a meeting."""
    return (
        f"---\ntitle: {title}\nevent: Zomerdag\nregion: Zwolle\n{properties}\n---\n"
        "Een dag over leren.\n"
    )


def calendars(built: Built) -> dict[str, bytes]:
    """The calendars of a build by address."""
    return dict(_files(built.artifacts))


def _files(artifacts: tuple[Artifact, ...]) -> Iterator[tuple[str, bytes]]:
    for one in artifacts:
        if one.path.endswith(".ics") and isinstance(one.data, bytes):
            yield one.path, one.data


def events(data: bytes) -> list[Event]:
    """The meetings in a calendar, after a look at its form."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line) for line in lines)
    for line in lines:
        line.decode()  # no character is cut in two
    calendar = Calendar.from_ical(data)
    assert [one.name for one in calendar.walk()][:2] == ["VCALENDAR", "VTIMEZONE"]
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert not [error for one in found for error in one.errors]
    assert len({str(one["UID"]) for one in found}) == len(found)
    return list(found)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2018 in the Netherlands."""
    return datetime(2018, month, day, hour, minute, tzinfo=AMSTERDAM)


def only(data: bytes) -> Event:
    (found,) = events(data)
    return found


def as_read(text: str) -> str:
    """A text as it must be read back: all line ends alike, no other control characters."""
    lines = re.split(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", text)
    return "\n".join(re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", line) for line in lines)


@given(summary=words, place=words, description=words, category=words)
@settings(max_examples=80)
@example(*HOSTILE[:4])
@example(*HOSTILE[4:8])
def test_any_text_is_read_back_as_it_was(
    summary: str, place: str, description: str, category: str
) -> None:
    # icalendar takes an escaped backslash before an n for a new line; see the next test for that.
    texts = [re.sub(r"\\(?=[nN])", "/", one) for one in (summary, place, description, category)]
    view = meeting(texts[0], place=texts[1], description=texts[2], category=texts[3])
    found = only(write_calendar(CalendarView((view,), name=texts[0])))
    assert str(found["SUMMARY"]) == as_read(texts[0])
    assert str(found.get("LOCATION", "")) == as_read(texts[1])
    assert str(found.get("DESCRIPTION", "")) == as_read(texts[2])
    assert [str(one) for one in found["CATEGORIES"].cats] == [as_read(texts[3])]
    assert set(found) <= {
        *("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND"),
        *("TRANSP", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "URL"),
    }


def test_a_backslash_stays_one() -> None:
    data = write_calendar(CalendarView((meeting(r"C:\nieuw; D\,"),)))
    assert rb"SUMMARY:C:\\nieuw\; D\\\," in data


def test_lines_are_folded_between_characters() -> None:
    for start in range(4):
        data = write_calendar(CalendarView((meeting("x" * start + "€" * 60 + "😀" * 40),)))
        assert str(only(data)["SUMMARY"]) == "x" * start + "€" * 60 + "😀" * 40


def test_the_time_zone_is_that_of_the_netherlands() -> None:
    """Every hour around every change of the clock, as another library reads the rules."""
    data = write_calendar(CalendarView(())).decode()
    zone = tzical(StringIO(data)).get("Europe/Amsterdam")
    for year in range(2000, 2061):
        for month in (3, 10):
            day = datetime(year, month, 31, tzinfo=UTC)
            sunday = day - timedelta(days=day.isoweekday() % 7)
            for hour in range(-2, 6):
                moment = sunday + timedelta(hours=hour)
                told, true = moment.astimezone(zone), moment.astimezone(AMSTERDAM)
                assert (told.replace(tzinfo=None), told.tzname(), told.utcoffset()) == (
                    true.replace(tzinfo=None),
                    true.tzname(),
                    true.utcoffset(),
                )


@pytest.mark.parametrize(
    ("properties", "start", "end", "words"),
    [
        ("date: 2018-07-05", date(2018, 7, 5), date(2018, 7, 6), ""),
        ("date: 2018-07-05\nend: 2018-07-05", date(2018, 7, 5), date(2018, 7, 6), ""),
        (
            "date: 2018-07-05\nends: 17:00",
            *(date(2018, 7, 5), date(2018, 7, 6), "Eindigt om 17.00 uur."),
        ),
        ("date: 2018-12-31\nend: 2019-01-01", date(2018, 12, 31), date(2019, 1, 2), ""),
        (
            "date: 2018-07-05\nend: 2018-07-06\nstarts: 9:30",
            *(date(2018, 7, 5), date(2018, 7, 7), "Begint om 09.30 uur."),
        ),
        ("date: 2018-07-05\nstarts: 9:30\nends: 17:00", at(7, 5, 9, 30), at(7, 5, 17), ""),
        (
            "date: 2018-10-27\nend: 2018-10-28\nstarts: 13:30\nends: 12:00",
            *(at(10, 27, 13, 30), at(10, 28, 12), ""),
        ),
        (
            "date: 2018-07-05\nstarts: 13:30",
            *(at(7, 5, 13, 30), None, "Hoe laat de bijeenkomst eindigt, is niet bekend."),
        ),
    ],
)
def test_days_and_hours(
    properties: str, start: date, end: date | None, words: str, tmp_path: Path
) -> None:
    built = build_site(write_site(tmp_path, {ZOMERDAG: article(properties)}))
    assert built.errors == 0
    found = only(calendars(built)[FILE])
    assert found["DTSTART"].dt == start
    assert (found["DTEND"].dt if "DTEND" in found else None) == end
    assert str(found["TRANSP"]) == ("OPAQUE" if isinstance(start, datetime) else "TRANSPARENT")
    address = "https://proef.example/artikelen/zomerdag/"
    told = [words, "Een dag over leren.", address]
    assert str(found["DESCRIPTION"]) == "\n\n".join(filter(None, told))


@pytest.mark.parametrize("when", ["date: 2018-07", "date: 2018", "date: 2018-07-05\nend: 2018-08"])
def test_a_meeting_without_its_days_is_in_no_calendar(when: str, tmp_path: Path) -> None:
    found = calendars(build_site(write_site(tmp_path, {ZOMERDAG: article(when)})))
    assert FILE not in found
    assert events(found["agenda.ics"]) == []


@pytest.mark.parametrize(
    ("properties", "status", "sequence", "summary"),
    [
        ("date: 2018-07-05", "CONFIRMED", 0, "Zomerdag in Zwolle"),
        ("date: 2018-07-05\nstatus: moved", "CONFIRMED", 1, "Zomerdag in Zwolle"),
        ("date: 2018-07-05\nstatus: cancelled", "CANCELLED", 1, "Afgelast: Zomerdag in Zwolle"),
        (
            "date: 2018-07-05\nstatus: cancelled\nmoved_from: 2018-06-28",
            *("CANCELLED", 2, "Afgelast: Zomerdag in Zwolle"),
        ),
    ],
)
def test_what_became_of_a_meeting(
    properties: str, status: str, sequence: int, summary: str, tmp_path: Path
) -> None:
    built = build_site(write_site(tmp_path, {ZOMERDAG: article(properties)}))
    for address in (FILE, "agenda.ics", "regios/zwolle/agenda.ics"):
        found = only(calendars(built)[address])
        assert (str(found["STATUS"]), found["SEQUENCE"]) == (status, sequence)
        assert str(found["SUMMARY"]) == summary


def test_when_a_meeting_was_written_down_comes_from_its_text(tmp_path: Path) -> None:
    told = "date: 2018-07-05\npublished: 2018-05-01\nupdated: 2018-05-20"
    found = only(calendars(build_site(write_site(tmp_path, {ZOMERDAG: article(told)})))[FILE])
    first, last = (datetime(2018, 5, day, 12, tzinfo=UTC) for day in (1, 20))
    assert found["CREATED"].dt == first
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == last
    untold = article("date: 2018-07-05")
    found = only(calendars(build_site(write_site(tmp_path, {ZOMERDAG: untold})))[FILE])
    assert "CREATED" not in found
    assert "LAST-MODIFIED" not in found
    assert found["DTSTAMP"].dt < first  # whatever is told later is newer


def test_programs_know_a_meeting_again_after_it_was_changed_or_renamed(tmp_path: Path) -> None:
    before = calendars(
        build_site(write_site(tmp_path / "a", {ZOMERDAG: article("date: 2018-07-05")}))
    )
    renamed = article("date: 2018-08-09\nredirect_from: [/artikelen/zomerdag/]", "Nazomerdag")
    moved = {"content/articles/nazomerdag.md": renamed}
    after = calendars(build_site(write_site(tmp_path / "b", moved)))
    uids = [
        str(only(found[address])["UID"])
        for found, address in ((before, FILE), (after, "artikelen/nazomerdag/bijeenkomst.ics"))
    ]
    assert uids[0] == uids[1] == "artikelen/zomerdag@proef.example"


def test_every_way_to_follow_the_site_has_an_agenda(tmp_path: Path) -> None:
    files = {
        ZOMERDAG: article("date: 2018-07-05\nseries: Zomerdagen\nthemes: [Leren in de praktijk]"),
        "content/articles/lentedag.md": article("date: 2018-04-05", "Lentedag"),
    }
    found = calendars(build_site(write_site(tmp_path, files)))
    counted = {address: len(events(data)) for address, data in found.items()}
    assert counted == {
        "agenda.ics": 1,
        "archief.ics": 1,
        FILE: 1,
        "artikelen/lentedag/bijeenkomst.ics": 1,
        "bijeenkomsten/zomerdagen/agenda.ics": 1,
        "regios/zwolle/agenda.ics": 1,
        "regios/zwolle/archief.ics": 1,
        "regios/landelijk/agenda.ics": 0,
        "themas/leren/agenda.ics": 1,
        "themas/zorg-en-technologie/agenda.ics": 0,
        "kopgroep/sparkcentres/agenda.ics": 0,
        "kopgroep/huiskamer/agenda.ics": 0,
    }
    region = Calendar.from_ical(found["regios/zwolle/agenda.ics"])
    assert str(region["NAME"]) == str(region["X-WR-CALNAME"]) == "Agenda Zwolle – Proef"
    assert str(region["URL"]) == "https://proef.example/regios/zwolle/"
    assert str(region["SOURCE"]) == "https://proef.example/regios/zwolle/agenda.ics"
    assert str(region["METHOD"]) == "PUBLISH"


def test_a_day_changes_only_what_is_ahead(tmp_path: Path) -> None:
    files = {
        ZOMERDAG: article("date: 2018-07-05\nstarts: 13:30"),
        "content/articles/lentedag.md": article("date: 2018-04-05", "Lentedag"),
    }
    root = write_site(tmp_path, files)
    day = date(2018, 7, 5)
    now, itself, later = (
        calendars(build_site(root, today=today)) for today in (TODAY, day, day + timedelta(days=1))
    )
    assert now == itself
    assert now[FILE] == later[FILE]
    changed = {address for address in now if now[address] != later[address]}
    assert changed == {"agenda.ics", "archief.ics", *_of_zwolle("agenda.ics", "archief.ics")}
    assert only(now["agenda.ics"])["UID"] == events(later["archief.ics"])[0]["UID"]
    assert events(later["agenda.ics"]) == []


def _of_zwolle(*names: str) -> list[str]:
    return [f"regios/zwolle/{name}" for name in names]


@pytest.mark.parametrize("address", ["", "file:"])
def test_a_site_without_an_address_has_no_calendars(address: str, tmp_path: Path) -> None:
    without = {
        "content/site.yaml": BASE["content/site.yaml"].replace(
            "base_url: https://proef.example/\n", ""
        ),
        ZOMERDAG: article("date: 2018-07-05"),
    }
    built = build_site(write_site(tmp_path, without), Options(base_url=address or None))
    assert built.errors == 0
    assert calendars(built) == {}


def test_real_meetings_are_read_back(real_build: Built) -> None:
    assert real_build.site
    found = calendars(real_build)
    meetings = [one for one in real_build.site.articles if has_days(one)]
    assert meetings
    held = {str(one["URL"]): one for one in events(found["archief.ics"])}
    assert len(held) + len(events(found["agenda.ics"])) == len(meetings)
    for one in meetings:
        _is_told(one, only(found[f"artikelen/{one.key.slug}/bijeenkomst.ics"]))
        _is_told(one, held[f"https://zorgpact.example/artikelen/{one.key.slug}/"])


def _is_told(article: Article, found: Event) -> None:
    assert article.date
    assert str(found["SUMMARY"]) == article.title
    assert article.summary in found["DESCRIPTION"]
    start = found["DTSTART"].dt
    assert (start.date() if isinstance(start, datetime) else start) == article.date.first_day
    place = article.place
    names = [name for name in (place.name, place.town) if name] if place else []
    assert all(name in found["LOCATION"] for name in names)
    told = found["CATEGORIES"].cats if "CATEGORIES" in found else []
    assert [str(one) for one in told] == [theme.title for theme in article.themes]


def test_the_agenda_of_a_large_site_is_read_back(made_site: Path) -> None:
    ahead = events((made_site / "agenda.ics").read_bytes())
    assert len(ahead) > 1
    days = [one["DTSTART"].dt for one in ahead]
    plain = [one.date() if isinstance(one, datetime) else one for one in days]
    assert plain == sorted(plain)
    past = events((made_site / "archief.ics").read_bytes())
    assert len({str(one["UID"]) for one in (*ahead, *past)}) == len(ahead) + len(past)
    single = list(made_site.glob("artikelen/*/bijeenkomst.ics"))
    assert len(single) == len(ahead) + len(past)
