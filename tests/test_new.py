"""`zorgpact new` writes one file that a check has nothing against, and touches nothing else."""

import errno
import os
import pty
import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_site import TODAY, build_site, tree_of, write_site
from zorgpact_site.cli import main
from zorgpact_site.dates import parse_date
from zorgpact_site.editing.creating import create
from zorgpact_site.editing.new import NewFile, Request, make
from zorgpact_site.fields import table
from zorgpact_site.inputs import Options
from zorgpact_site.kinds import Kind
from zorgpact_site.model.draft import Draft
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source

MEETING = "--event Werkdag --date 2018-03-27 --region zwolle"
OLD = "content/articles/2017-03-07-kopgroepdag.md"
SPARK = "content/koplopers/sparkcentres.md"
TEXT = "---\ntitle: Er al\n---\nTekst.\n"
MORE = {
    "content/koplopers/carriere-switchers.md": "---\ntitle: Carrière Switchers\n---\nTekst.\n",
    "content/koplopers/later.md": "---\ntitle: Later\ndraft: true\n---\nNog niet.\n",
    "content/themes/zilver.md": "---\ntitle: Zilver\norder: 7\n---\nOver zilver.\n",
    OLD: "---\ntitle: Kopgroepdag\nseries: Kopgroepdagen\ndraft: true\n---\nMet [[Spark]].\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", MORE)


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zorgpact_site.cli.new.on_terminal", lambda: True)


def new(site: Path, line: str, *typed: str) -> Result:
    """Run the command as typed on a command line, with lines of input."""
    common = ["--site", str(site), "--today", TODAY.isoformat(), "--lang", "en"]
    arguments = ["new", *shlex.split(line), *common]
    lines = "".join(f"{one}\n" for one in typed)
    return CliRunner().invoke(main, arguments, input=lines, catch_exceptions=False)


def made_by(site: Path, line: str, *typed: str) -> tuple[str, str]:
    """The path below `content/` and the text of the one file that is made."""
    before = tree_of(site)
    result = new(site, line, *typed)
    assert result.exit_code == 0, result.output
    after = tree_of(site)
    (path,) = set(after) - set(before)
    assert {name: after[name] for name in before} == before
    assert result.stdout.splitlines()[-1] == str(site / path)
    return path.removeprefix("content/"), after[path].decode()


def refused(site: Path, line: str, *typed: str) -> str:
    """What is said when nothing is made."""
    before = tree_of(site)
    result = new(site, line, *typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert tree_of(site) == before
    assert result.stderr.endswith("zorgpact: nothing was made\n")
    return result.stderr


def properties(text: str) -> str:
    return text.split("---\n")[1]


def draft_of(made: NewFile) -> Draft:
    reading = read_source(Source(made.path, made.text.encode()))
    assert reading.diagnostics == ()
    assert reading.draft is not None
    return reading.draft


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("articles/los-stuk.md", "article 'Los stuk'"),
        ("articles/los-stuk.md", "article 'Los stuk' --publish --date 2018"),
        ("articles/2018-03-27-verslag.md", f"article Verslag {MEETING}"),
        ("articles/2018-03-27-verslag.md", f"article Verslag {MEETING} --publish"),
        ("articles/maart.md", f"article Maart {MEETING} --date 2018-03 --publish"),
        ("articles/2030-01-01-straks.md", f"article Straks {MEETING} --date 2030-01-01 --publish"),
        ("articles/2018-03-27-goes.md", "article Dag --date 2018-03-27 --slug '2018-03-27 Goes'"),
        ("articles/2018-03-27-2017-kopgroepdag.md", "article '2017 Kopgroepdag' --date 2018-03-27"),
        ("koplopers/lab.md", "koploper Lab"),
        (
            "koplopers/lab.md",
            "koploper Lab --region Zwolle --region landelijk --theme zilver --joined 2018-03 "
            "--website https://lab.example/ --alias 'Het Lab'",
        ),
        ("regions/goes.md", "region Goes --place Goes"),
        ("themes/rood.md", "theme Rood --color '#A00000' --order 3"),
        (
            "tools/kaart.md",
            "tool Kaart --kind kaart --url https://kaart.example/?a=b#c --theme zilver "
            "--region zwolle --koploper spark",
        ),
        ("tools/hulpmiddel.md", "tool '???'"),
        ("pages/colofon.md", "page Colofon"),
        (f"pages/lange{'-woorden' * 24}.md", f"page 'Lange{' woorden' * 30}'"),
    ],
)
def test_a_check_has_nothing_against_what_is_made(path: str, line: str, site: Path) -> None:
    assert made_by(site, line)[0] == path
    for drafts in (False, True):
        assert build_site(site, Options(drafts=drafts)).diagnostics == ()


def test_names_are_written_as_the_site_writes_them(site: Path) -> None:
    names = "--koploper SPARK --koploper 'carriere  switchers' --theme zorgtechnologie"
    more = "--series kopgroepDAGEN --location 'De Hal'"
    assert properties(made_by(site, f"article 'Samen: #1' {MEETING} {names} {more}")[1]) == (
        'title: "Samen: #1"\nevent: Werkdag\ndate: 2018-03-27\nregion: Zwolle\n'
        "koplopers:\n  - Sparkcentres\n  - Carrière Switchers\nthemes:\n  - Zorg en technologie\n"
        "location: De Hal\nseries: Kopgroepdagen\ndraft: true\n"
    )


def test_a_title_that_leads_elsewhere_is_named_by_its_file(site: Path) -> None:
    for name, title in (("veld", "Op 't Veld"), ("les", "'Thema: les'")):
        write_site(site, {f"content/koplopers/{name}.md": f"---\ntitle: {title}\n---\nTekst.\n"})
    line = "article Een --publish --koploper 'OP ’T VELD' --koploper les"
    assert "\n  - Op 't Veld\n  - les\n" in made_by(site, line)[1]
    assert build_site(site).diagnostics == ()


def test_only_articles_that_may_be_published_appear(site: Path) -> None:
    assert "draft: true\n" in properties(made_by(site, "article Een")[1])
    assert "draft" not in properties(made_by(site, "article Twee --publish")[1])
    built = build_site(site)
    assert built.site is not None
    assert [article.title for article in built.site.articles] == ["Twee"]


def test_a_report_a_plan_and_another_piece_have_their_own_headings(site: Path) -> None:
    assert "## Wat het opleverde\n" in made_by(site, f"article Geweest {MEETING}")[1]
    assert "## Aanmelden\n" in made_by(site, f"article Straks {MEETING} --date 2018-07-01")[1]
    assert "## Meer weten\n" in made_by(site, "article 'Los stuk'")[1]


def test_a_theme_comes_last_unless_it_is_told_where(site: Path) -> None:
    assert "order: 8\n" in properties(made_by(site, "theme Goud")[1])
    assert "order: 2\n" in properties(made_by(site, "theme Brons --order 02")[1])
    write_site(site, {"content/themes/zilver.md": "---\ntitle: Zilver\norder: 999\n---\nLaatst.\n"})
    assert "order: 999\n" in properties(made_by(site, "theme Koper")[1])


def test_the_way_on_is_told(site: Path) -> None:
    told = new(site, f"article Een {MEETING} --series Kopgroepdage").stderr
    assert f"zorgpact serve --site {site}" in told
    assert "remove the line draft: true" in told
    assert "did you mean “Kopgroepdagen”" in told
    assert "draft" not in new(site, "page Twee").stderr


@pytest.mark.parametrize(
    ("taken", "line"),
    [
        (OLD, "article Kopgroepdag"),
        (OLD, f"article 'Kópgroepdag!' {MEETING}"),
        ("content/articles/2019/Dag.md", "article dag --date 2018-03-27"),
        ("content/pages/over.md", "page Over --slug 2018-over"),
        ("content/pages/Colofon.MD", "page Colofon"),
        ("content/pages/LINK.md", "page Link"),
        (SPARK, "koploper SPARKCENTRES"),
        (SPARK, "koploper Spark"),
        (SPARK, "koploper Nieuw --alias spárk"),
    ],
)
def test_what_exists_is_named_and_left_alone(taken: str, line: str, site: Path) -> None:
    there = ("articles/2019/Dag.md", "pages/over.md", "pages/Colofon.MD")
    write_site(site, {f"content/{path}": TEXT for path in there}, base=False)
    (site / "content/pages/LINK.md").symlink_to("over.md")
    told = refused(site, line)
    assert taken in told
    assert "[[Spark]]" not in told  # one cause, one complaint


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("did you mean “Zwolle”? (content/regions/zwolle.md)", "--region Zwole"),
        ("--theme: this theme does not exist: “Iets anders”", "--theme 'Iets anders'"),
        ("“Zwolle” is not a koploper but a region", "--koploper Zwolle"),
        ("--koploper: “spark”", "--koploper Sparkcentres --koploper spark"),
        ("“Later” is a draft", "--koploper later --publish"),
        ("--date: “2018-02-30” is not a date", "--date 2018-02-30"),
        ("--region: “region” has no value", "--region ' '"),
        ("--slug: no address can be made", "--slug '!'"),
        ("--event: this value is longer than 300 characters", f"--event {'x' * 301}"),
        ("control character here (U+FEFF)", "--event \ufeffDag"),
        ("control character here (U+DC80)", "--location \udc80"),
    ],
)
def test_a_wrong_answer_is_refused(told: str, line: str, site: Path) -> None:
    assert told in refused(site, f"article Titel {line}")


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_asked(site: Path) -> None:
    told = refused(site, "article --event Dag --koploper Sprak --theme niets", "Titel", "2018")
    assert [line.partition(": ")[2] for line in told.splitlines() if line[0] != " "] == [
        'the title is missing; write it last: zorgpact new article "…"',
        "a meeting needs --date too",
        "a meeting needs --region too",
        "--koploper: this koploper does not exist: “Sprak”",
        "--theme: this theme does not exist: “niets”",
        "nothing was made",
    ]


def test_what_a_check_would_refuse_is_refused_before(site: Path) -> None:
    assert "contrast of 1.4 : 1" in refused(site, "theme Goud --color '#ffd700'")
    assert "the same address as /zoeken/" in refused(site, "page Zoeken")


def test_no_link_loses_its_one_meaning(site: Path) -> None:
    in_a_draft = f"{OLD}: [[Spark]] would no longer lead to one page"
    assert in_a_draft in refused(site, "region Spark")
    write_site(site, {"content/articles/a.md": "---\ntitle: Groeten\n---\nUit [[zwolle]].\n"})
    assert "content/articles/a.md: [[zwolle]] would no longer" in refused(site, "page Zwolle")
    write_site(site, {"content/pages/b.md": "---\ntitle: Twee\n---\nZie [[Groeten]].\n"})
    told = refused(site, "article Groeten --slug goes")
    assert "content/pages/b.md: [[Groeten]] would no longer" in told
    made_by(site, "page Landelijk")
    assert build_site(site).diagnostics == ()


def test_a_text_is_only_made_in_a_site_itself(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    assert "content/site.yaml" in refused(tmp_path / "elsewhere", "page Colofon")
    (site / "content/pages").symlink_to(tmp_path / "elsewhere")
    assert "content/pages" in refused(site, "page Colofon")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    (site / "content/tools").write_text("geen map", "utf-8")
    assert f"there is a file {site}/content/tools already" in refused(site, "tool Kaart")


def test_a_first_meeting_needs_a_first_region(tmp_path: Path) -> None:
    write_site(tmp_path, {"content/site.yaml": "title: Leeg\n"}, base=False)
    told = refused(tmp_path, "article Een --event Dag --date 2018")
    assert "first make one: zorgpact new region" in told


def test_who_sits_at_a_terminal_is_asked(site: Path, at_terminal: None) -> None:
    answers = ["", "Samen", "Werkdag", "", "2018-02-30", "2018-03-27", "", "Zwole", "zwolle"]
    answers += ["ZWOLLE", "landelijk", "", "spark", "", "", "kopgroepdagen", ""]
    path, text = made_by(site, "article", *answers)
    assert path == "articles/2018-03-27-samen.md"
    assert properties(text) == (
        "title: Samen\nevent: Werkdag\ndate: 2018-03-27\nregion:\n  - Zwolle\n  - Landelijk\n"
        "koplopers:\n  - Sparkcentres\nseries: Kopgroepdagen\ndraft: true\n"
    )


def test_a_wrong_answer_is_asked_again_and_says_why(site: Path, at_terminal: None) -> None:
    told = new(site, "article Een", "Dag", "", "2018", "Zwole", "Zwolle", *[""] * 5).output
    assert "this cannot be left out\nDate" in told
    assert "this region does not exist: “Zwole”\n  did you mean “Zwolle”?" in told


def test_enter_skips_what_is_not_needed(site: Path, at_terminal: None) -> None:
    text = made_by(site, "theme Goud", "#ffd700", "#0f4c5c", "")[1]
    assert properties(text) == 'title: Goud\ncolor: "#0f4c5c"\norder: 8\n'
    text = made_by(site, "article --date gisteren", "Kopgroepdag", "Een", "", "2018", *[""] * 3)[1]
    assert properties(text) == "title: Een\ndate: 2018\ndraft: true\n"


def test_who_stops_halfway_leaves_nothing(site: Path, at_terminal: None) -> None:
    before = tree_of(site)
    assert new(site, "article Een", "Werkdag").exit_code == 130
    assert new(site, "article Een --slug kopgroepdag").exit_code == 2
    assert tree_of(site) == before


def test_a_real_terminal(site: Path) -> None:
    child, terminal = pty.fork()
    if child == 0:
        command = [sys.executable, "-m", "zorgpact_site", "new", "region", "--site", str(site)]
        os.execv(sys.executable, command)  # noqa: S606 - our own command
    os.write(terminal, b"Goes\nGoes\n")
    shown = b""
    try:
        while piece := os.read(terminal, 1000):
            shown += piece
    except OSError:  # how Linux tells that nobody is left at the other end
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown
    made = (site / "content/regions/goes.md").read_text("utf-8")
    assert properties(made) == "title: Goes\nplace: Goes\n"


TEXTS = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"))
    | st.text(st.sampled_from("ab1: #-'\"\\[]{}&*!|>%@`,?~.=\xa0é"))
    | st.sampled_from(
        ["~", "null", "yes", "0x1", "---", "...", "- a", "a: b", "a:", "a #b", "<<", "="]
    )
).filter(str.strip)


def plain(text: str) -> str:
    return " ".join(text.split())


@settings(deadline=None)
@given(st.sampled_from(Kind), TEXTS)
def test_any_title_reads_back_as_it_was(kind: Kind, title: str) -> None:
    made = make(Request(kind, {"title": title}), TODAY)
    assert draft_of(made).values.get(table.TITLE) == plain(title)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1).map(tuple), TEXTS, st.dates().map(str), st.booleans())
def test_any_value_reads_back_as_it_was(
    names: tuple[str, ...], event: str, day: str, draft: bool
) -> None:
    texts = {"title": "Dag", "event": event, "date": day}
    request = Request(Kind.ARTICLE, {**texts, "region": names, "themes": names}, draft=draft)
    values = draft_of(make(request, TODAY)).values
    assert values.get(table.EVENT) == plain(event)
    assert values.get(table.DATE) == parse_date(day)
    for field in (table.REGION, table.THEMES):
        assert [one.text for one in values.get(field) or ()] == [plain(name) for name in names]
    assert values.get(table.DRAFT) is (draft or None)


def test_only_values_that_need_them_get_quotation_marks() -> None:
    def line(title: str) -> str:
        return make(Request(Kind.PAGE, {"title": title}), TODAY).text.splitlines()[1]

    assert line("12:30 in het lab, 100% 'echt'") == "title: 12:30 in het lab, 100% 'echt'"
    assert line("Samen: leren") == 'title: "Samen: leren"'
    assert line("Een \"lab\": 'echt'") == "title: 'Een \"lab\": ''echt'''"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("open", errno.EACCES),
        ("write", errno.ENOSPC),
        ("fsync", errno.EIO),
        ("close", errno.EDQUOT),
    ],
)
def test_a_full_disk_leaves_no_half_file(
    name: str, number: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, close = tree_of(site), os.close

    def fail(argument: object, *_more: object) -> int:
        if name == "close" and isinstance(argument, int):
            close(argument)  # a descriptor is gone also when closing it fails
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, name, fail)
        result = new(site, "page Colofon")
    assert result.exit_code == 3
    assert f"{os.strerror(number)} ({site}/content/pages/colofon.md)" in result.stderr
    assert tree_of(site) == before
    made_by(site, "page Colofon")


def test_a_file_that_came_in_the_meantime_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"van een ander")
    with pytest.raises(FileExistsError):
        create(tmp_path, NewFile("a.md", "nieuw"))
    assert (tmp_path / "a.md").read_bytes() == b"van een ander"


def test_a_file_comes_whole_however_little_a_call_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, bytes(data[:2])))
    assert create(tmp_path, NewFile("content/a.md", "één\n")).read_bytes() == "één\n".encode()
