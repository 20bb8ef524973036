"""Taking stock: who went quiet, what is missing and what waits, on the day that is asked."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.small_site import build_site, write_site
from zorgpact_site.cli import main
from zorgpact_site.stocktaking import Topic, take_stock
from zorgpact_site.stocktaking.quiet import months_before

TODAY = "2018-06-01"


def article(*lines: str, text: str = "Tekst.") -> str:
    return "\n".join(["---", *lines, "---", text, ""])


def run(site: Path, *arguments: str) -> Result:
    command = ["report", "--site", str(site), "--today", TODAY, *arguments]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def chapters(site: Path, *arguments: str) -> dict[str, list[str]]:
    """What each chapter says of which text, in words for an editor."""
    made = json.loads(run(site, "--format", "json", *arguments).stdout)
    assert made["version"] == 1
    return {
        topic: [f"{one['title']}: {one['text']}".removesuffix(": ") for one in found]
        for topic, found in made["chapters"].items()
    }


def test_every_topic_is_there_also_when_nothing_was_found(tmp_path: Path) -> None:
    assert list(chapters(write_site(tmp_path, {}))) == [topic.value for topic in Topic]


def test_a_koploper_is_quiet_without_an_article_for_so_long(tmp_path: Path) -> None:
    site = write_site(
        tmp_path,
        {
            "content/koplopers/nieuw.md": article("title: Nieuw", "joined: 2018-05"),
            "content/koplopers/weg.md": article("title: Weg", "left: 2018-01"),
            "content/koplopers/gelinkt.md": article("title: Gelinkt"),
            "content/koplopers/dagloos.md": article("title: Dagloos"),
            "content/articles/oud.md": article(
                "title: Oud", "date: 2017-05-31", "koplopers: Sparkcentres"
            ),
            "content/articles/jaar.md": article("title: Jaar", "date: 2017", text="[[Gelinkt]]"),
            "content/articles/los.md": article("title: Los", "koplopers: Dagloos"),
        },
    )
    assert chapters(site)["quiet-koplopers"] == [
        "De Zeeuwse Huiskamer: nog nooit",
        "Dagloos: alleen in artikelen zonder datum",
        "Sparkcentres: voor het laatst: 31 mei 2017",
    ]
    assert chapters(site, "--months", "13")["quiet-koplopers"] == [
        "De Zeeuwse Huiskamer: nog nooit",
        "Dagloos: alleen in artikelen zonder datum",
    ]
    assert "Gelinkt: voor het laatst: 2017" in chapters(site, "--months", "4")["quiet-koplopers"]


def test_a_theme_or_region_is_quiet_without_a_meeting(tmp_path: Path) -> None:
    meeting = ("event: Dag", "region: Zwolle", "themes: Leren in de praktijk")
    site = write_site(
        tmp_path,
        {
            "content/articles/dag.md": article("title: Dag", "date: 2017-01-01", *meeting),
            "content/articles/stuk.md": article(
                "title: Stuk", "date: 2018-05-01", "region: Landelijk"
            ),
            "content/themes/vers.md": article("title: Vers", "since: 2018-05"),
        },
    )
    told = chapters(site)
    assert told["quiet-regions"] == [
        "Landelijk: nog nooit",
        "Zwolle: voor het laatst: 1 januari 2017",
    ]
    assert told["quiet-themes"] == [
        "Zorg en technologie: nog nooit",
        "Leren in de praktijk: voor het laatst: 1 januari 2017",
    ]
    assert chapters(site, "--today", "2017-06-01")["quiet-regions"] == ["Landelijk: nog nooit"]


def test_meetings_around_today_until_something_was_noted(tmp_path: Path) -> None:
    days = {
        "over": ["date: 2018-04-01"],
        "net": ["date: 2018-05-22"],
        "gezien": ["date: 2018-05-22", "published: 2018-05-24"],
        "dagen": ["date: 2018-05-30", "end: 2018-06-01"],
        "straks": ["date: 2018-06-02"],
        "later": ["date: 2018-08-01"],
        "maand": ["date: 2018-06"],
    }
    files = {
        f"content/articles/{name}.md": article(
            f"title: {name.title()}", "event: Dag", "region: Zwolle", *lines
        )
        for name, lines in days.items()
    }
    assert chapters(write_site(tmp_path, files))["around-now"] == [
        "Net: 22 mei 2018, 10 dagen geleden",
        "Dagen: 1 juni 2018, dat is vandaag",
        "Straks: 2 juni 2018, over 1 dag",
    ]


def test_what_is_missing_and_what_waits(tmp_path: Path) -> None:
    files = {
        "content/articles/kaal.md": article("title: Kaal"),
        "content/articles/vol.md": article(
            "title: Vol",
            "date: 2018-05",
            "summary: In het kort.",
            "image: {src: ../media/a.svg, alt: Een punt}",
        ),
        "content/articles/klad.md": article("title: Klad", "date: 2018-07", "draft: true"),
        "content/articles/html.md": article("title: Html", "date: 2018", text="<b>a</b>\n" * 4),
        "content/media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    }
    told = chapters(write_site(tmp_path, files))
    assert told["undated"] == ["Kaal"]
    assert told["without-picture"] == ["Html: 2018", "Kaal"]
    assert "Kaal" in told["without-summary"]
    assert "Vol" not in told["without-summary"]
    assert told["drafts"] == ["Klad: juli 2018"]
    assert told["warned"] == ["Html: 4 waarschuwingen"]


def test_contacts_that_end_within_sixty_days_or_have_ended(tmp_path: Path) -> None:
    days = ("2018-07-31", "2018-08-01", "2018-05-30", "2018-06")
    people = "".join(f"  - {{name: Jo, mail: jo@voorbeeld.nl, until: {day}}}\n" for day in days)
    region = f"---\ntitle: Zwolle\ncontact:\n{people}---\nOver Zwolle.\n"
    built = build_site(write_site(tmp_path, {"content/regions/zwolle.md": region}))
    assert built.site
    (chapter,) = (
        one for one in take_stock(built, built.site, 12).chapters if one.topic is Topic.CONTACTS
    )
    assert [(str(one.date), one.number, one.line) for one in chapter.findings] == [
        ("2018-05-30", -2, 6),
        ("2018-06", 29, 7),
        ("2018-07-31", 60, 4),
    ]


def test_the_text_names_each_chapter_with_what_to_do(tmp_path: Path) -> None:
    result = run(write_site(tmp_path, {"content/articles/kaal.md": article("title: Kaal")}))
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"\d+ punten vragen aandacht", lines[0])
    assert lines[1] == "Stil betekent: 12 maanden niets."
    at = lines.index("Artikelen zonder datum (1)")
    assert lines[at + 1 : at + 3] == [
        "  Zij staan apart in het archief. Alleen een jaar mag ook: date: 2018.",
        "  - Kaal  content/articles/kaal.md",
    ]
    assert "Concepten die wachten" not in result.stdout


def test_a_long_chapter_is_cut_in_the_text_and_whole_on_the_page(tmp_path: Path) -> None:
    files = {f"content/articles/a{at}.md": article(f"title: Los {at}") for at in range(40)}
    page = tmp_path / "redactie.html"
    result = run(write_site(tmp_path / "site", files), "--html", str(page))
    assert "en nog 25; met --html ziet u ze allemaal" in result.stdout
    assert str(page) in result.stderr
    assert page.read_text("utf-8").count(">Los ") == 3 * 40


def test_the_page_for_editors_escapes_and_asks_nothing_of_others(tmp_path: Path) -> None:
    files = {"content/articles/a.md": article('title: "A <b>&</b> B"')}
    page = tmp_path / "redactie.html"
    site = write_site(tmp_path / "site", files)
    assert run(site, "--html", str(page), "-q").stderr == ""
    html = page.read_text("utf-8")
    assert "A &lt;b&gt;&amp;&lt;/b&gt; B" in html
    assert 'href="https://proef.example/artikelen/a/"' in html
    assert re.findall(r"(?:src|srcset)=|@import|url\(|<script", html) == []
    assert "Niets gevonden: " in html
    again = tmp_path / "weer.html"
    run(site, "--html", str(again))
    assert again.read_bytes() == page.read_bytes()
    assert not (site / "output").exists()


def test_without_an_address_the_page_has_no_links_to_the_site(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": "title: Proef\n",
        "content/articles/a.md": article("title: A"),
    }
    page = tmp_path / "redactie.html"
    run(write_site(tmp_path / "site", files), "--html", str(page))
    assert re.findall('href="(?!#|data:)', page.read_text("utf-8")) == []


def test_mistakes_are_told_first_and_hide_nothing_else(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/a.md": article("title: A", "region: Zwole")})
    result = run(site)
    assert result.exit_code == 0
    assert "Er zitten fouten in de teksten (1)" in result.stdout
    assert "Artikelen zonder datum (1)" in result.stdout


def test_without_a_site_there_is_nothing_to_take_stock_of(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "content/site.yaml" in result.stderr


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2018, 6, 1), 12, date(2017, 6, 1)),
        (date(2018, 3, 31), 1, date(2018, 2, 28)),
        (date(2020, 2, 29), 12, date(2019, 2, 28)),
        (date(2018, 1, 15), 1, date(2017, 12, 15)),
    ],
)
def test_months_ago_is_the_same_day_or_the_last_of_that_month(
    day: date, months: int, then: date
) -> None:
    assert months_before(day, months) == then
