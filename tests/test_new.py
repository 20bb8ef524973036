"""`zorgpact new` writes one file that a check has nothing against, and touches nothing else."""

from pathlib import Path

import pytest

from tests.new_command import MEETING, MORE, OLD, SPARK, TEXT, made_by, new, properties, refused
from tests.small_site import build_site, write_site
from zorgpact_site.diagnostics.literal_rules import GAP
from zorgpact_site.inputs import Options


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", MORE)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("articles/los-stuk.md", "article 'Los stuk'"),
        ("articles/los-stuk.md", "article 'Los stuk' --publish --date 2018"),
        ("articles/2018-03-27-verslag.md", f"article Verslag {MEETING}"),
        ("articles/2018-03-27-verslag.md", f"article Verslag {MEETING} --publish"),
        ("articles/maart.md", f"article Maart {MEETING} --date 2018-03 --publish"),
        ("articles/2019-01-01-straks.md", f"article Straks {MEETING} --date 2019-01-01 --publish"),
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
        told = build_site(site, Options(drafts=drafts)).diagnostics
        # The first words are to be written over, which nobody did here.
        assert {one.rule for one in told} <= {GAP}


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
    assert {one.rule for one in build_site(site).diagnostics} <= {GAP}


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
        ("--date: “2018-02-30” does not exist", "--date 2018-02-30"),
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
    assert {one.rule for one in build_site(site).diagnostics} <= {GAP}


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
