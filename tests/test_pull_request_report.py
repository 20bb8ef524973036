"""The report for a pull request: what comes, changes and goes, and what is wrong.

What it looks like stands in tests/reports/; a report that was made better is written there anew
with `ZORGPACT_RENEW=1`.
"""

import os
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.conftest import ROOT
from tests.small_site import TODAY, write_site
from zorgpact_site.cli import main
from zorgpact_site.diagnostics import Location, Replace, Rule, Severity, problem
from zorgpact_site.reporting.markdown_text import escaped
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.reporting.pull_request import (
    LONGEST,
    PullRequestReport,
    ShownPage,
    SiteChanges,
)
from zorgpact_site.reporting.visible import visible

GITHUB = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "naam/site",
    "GITHUB_SHA": "0123abc",
}
NOWHERE = {"GITHUB_REPOSITORY": None, "CI_PROJECT_URL": None}
FIRST = {
    "content/articles/2018-05-15-kijkje.md": "---\ntitle: Kijkje\ndate: 2018-05-15\n---\nTekst.\n",
    "content/articles/weg.md": "---\ntitle: Straks weg\n---\nTekst.\n",
}
THEN = {
    "content/articles/weg.md": "",
    "content/articles/2018-05-15-kijkje.md": "---\ntitle: Kijkje\ndate: 2018-05-15\n---\nMeer.\n",
    "content/articles/nieuw.md": "---\ntitle: '*Nieuw* & <b>stuk</b> @iemand'\n---\nEen <b>.\n",
}
BROKEN = {
    "content/articles/nieuw.md": "---\ntitle: Nieuw\nregion: Zwole | [x](y)\n---\n[[Niets]] <b>\n",
    "content/themes/leren.md": "---\ntitel: Leren\n---\nTekst.\n",
}
SOURCE_URL = "https://code.example/{path}#L{line}"
WARNING = Rule("dubbel-woord", Severity.WARNING, "twice “{value}”", "take one away", "")
ERROR = Rule("fout-adres", Severity.ERROR, "{value} is no address", "", "")
WORD = Location("content/articles/2018-kijkje.md", 12, 8, 4)
FOUND = (
    problem(WARNING, WORD, value="de | het", fix=(Replace(WORD, ""),)),
    problem(ERROR, Location("content/é x.md", 3, 1, 5), value="<a href=x>"),
)
CHANGES = SiteChanges(
    added=(
        ShownPage("artikelen/nieuw/", "*Nieuw* & <b>stuk</b> van @iemand, zie #12 en www.x.nl"),
    ),
    changed=tuple(
        ShownPage(f"archief/{year}/", f"Artikelen uit {year}") for year in range(2008, 2019)
    ),
    removed=(ShownPage("artikelen/weg/", "Straks weg"), ShownPage("oud.html", "")),
    files=(5, 1, 4),
)


def build(site: Path, report: Path, *more: str, **environment: str) -> Result:
    arguments = ["build", "--site", str(site), "--today", str(TODAY), "--report", str(report)]
    runner = CliRunner(env={**NOWHERE, **environment})
    return runner.invoke(main, [*arguments, *more], catch_exceptions=False)


@pytest.mark.parametrize(
    ("name", "language", "changes", "source_url", "base_url"),
    [
        ("change.md", "nl", CHANGES, "", ""),
        ("change-with-links.md", "en", CHANGES, SOURCE_URL, "https://proef.example/pr/12/"),
        ("failed.md", "nl", None, SOURCE_URL, ""),
    ],
)
def test_a_report_looks_like_this(
    name: str, language: str, changes: SiteChanges | None, source_url: str, base_url: str
) -> None:
    report = PullRequestReport(messages_in(language), source_url, base_url, "docs/")
    told = report.of(FOUND if changes is None else FOUND[:1], changes)
    golden = ROOT / "tests" / "reports" / name
    if os.environ.get("ZORGPACT_RENEW"):
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


def test_a_change_is_told(tmp_path: Path) -> None:
    site, report = write_site(tmp_path / "site", FIRST), tmp_path / "verslag.md"
    assert build(site, report).exit_code == 0
    assert "Straks weg" in report.read_text("utf-8")
    write_site(site, THEN)
    assert build(site, report).exit_code == 0
    told = report.read_text("utf-8")
    new, _, rest = told.partition("gewijzigde pagina’s")
    changed, _, gone = rest.partition("1 pagina verdwijnt")
    assert "### 1 nieuwe pagina\n\n- \\*Nieuw\\*" in new
    assert "- Kijkje · /artikelen/kijkje/" in changed
    assert "- Straks weg · /artikelen/weg/" in gone
    assert "| content/articles/nieuw.md:4 | **waarschuwing** " in gone
    assert build(site, report).exit_code == 0
    assert "Geen enkele pagina verandert." in report.read_text("utf-8")


def test_places_and_pages_are_links_where_they_can_be_seen(tmp_path: Path) -> None:
    site, report = write_site(tmp_path / "site", FIRST | THEN), tmp_path / "report.md"
    online = ("--base-url", "https://proef.example/pr/12/", "--lang", "en")
    assert build(site, report, *online, **GITHUB).exit_code == 0
    told = report.read_text("utf-8")
    assert "[Kijkje](https://proef.example/pr/12/artikelen/kijkje/)" in told
    lines = "https://github.com/naam/site/blob/0123abc/content/articles/nieuw.md?plain=1#L4"
    assert f"[content/articles/nieuw.md:4]({lines})" in told


def test_a_build_that_fails_tells_what_is_wrong_and_nothing_else(tmp_path: Path) -> None:
    site, report = write_site(tmp_path / "site", BROKEN), tmp_path / "verslag.md"
    assert build(site, report, **GITHUB).exit_code == 1
    told = report.read_text("utf-8")
    assert told.startswith("## De site is niet gepubliceerd\n\n### 3 fouten en 1 waarschuwing in 2")
    assert "pagina’s" not in told


def test_another_host_is_told_by_an_option(tmp_path: Path) -> None:
    site, report = write_site(tmp_path / "site", BROKEN), tmp_path / "verslag.md"
    build(site, report, "--source-url", "https://code.example/{path}#{line}")
    assert "](https://code.example/content/themes/leren.md#2)" in report.read_text("utf-8")
    gitlab = {"CI_PROJECT_URL": "https://lab.example/a/b", "CI_COMMIT_SHA": "0f"}
    build(site, report, **gitlab)
    place = "https://lab.example/a/b/-/blob/0f/content/themes/leren.md?plain=1#L2"
    assert f"]({place})" in report.read_text("utf-8")


@pytest.mark.parametrize("address", ["https://x.nl/", "javascript:{path}", "https://x.nl/{path})("])
def test_no_other_address_is_taken(address: str, tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    assert build(site, tmp_path / "verslag.md", "--source-url", address).exit_code == 2


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    result = build(site, tmp_path / "nergens" / "verslag.md")
    assert result.exit_code == 3
    assert "nergens" in result.stderr


def test_a_report_of_any_length_fits_in_a_comment() -> None:
    rule = Rule("proef", Severity.WARNING, "“{value}”", "doe *iets*", "")
    long = "*&lang* " * 100
    found = [problem(rule, Location(f"content/{'é' * 200}.md", 1), value=long)] * 1000
    pages = tuple(ShownPage(f"{number}/{'_' * 300}/", long) for number in range(1000))
    for language in ("nl", "en"):
        report = PullRequestReport(messages_in(language), "https://x.nl/{path}", "https://y.nl/")
        told = report.of(found, SiteChanges(pages, pages, pages, (1, 2, 3)))
        assert len(told) <= LONGEST
        assert told.count("<details>") == told.count("</details>") == 4


# GitHub's Markdown as far as a library has it: tables, strikethrough, bare addresses.
GFM = MarkdownIt("gfm-like")


def seen(typed: str) -> str:
    return " ".join(visible(typed).split())


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
MARKUP = st.text("<>&[]()!|*_`~$:/w.@#\\ a1{}", max_size=60)


@given(ANYTHING | MARKUP)
@example("- een")
@example("2018. Een jaar")
def test_an_item_is_only_ever_text_too(typed: str) -> None:
    shown = GFM.render(f"- {escaped(typed)} x\n")
    item = shown.strip().removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>")
    assert unescape(item).replace("\u2060", "") == f"{seen(typed)} x".strip()
    assert "<" not in item


@given(ANYTHING | MARKUP)
def test_what_an_editor_typed_is_only_ever_text(typed: str) -> None:
    shown = GFM.render(f"| a |\n|---|\n| x {escaped(typed)} x |\n")
    (cell,) = shown.split("<td>")[1:]
    text = cell.partition("</td>")[0]
    assert "<" not in text
    assert unescape(text).replace("\u2060", "") == f"x {seen(typed)} x"
