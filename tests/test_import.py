"""`zorgpact import` makes drafts of old texts, loses no sentence, and overwrites nothing."""

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.import_command import (
    SAMPLES,
    YEARS,
    drafts_of,
    import_,
    lost_sentences,
    refused,
    words_in,
)
from tests.small_site import build_site, tree_of, write_site
from zorgpact_site.diagnostics import Severity
from zorgpact_site.editing.importing.decoding import decoded
from zorgpact_site.editing.importing.meetings import meeting_in
from zorgpact_site.editing.importing.scraped import read_scraped
from zorgpact_site.inputs import Options
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source

SOURCES = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in {".txt", ".html"}]
TITLED = "Een werkdag\n\nWij kwamen bij elkaar. Het was {day}.\n\nEr is veel besproken.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {})


def old(folder: Path, text: str | bytes, name: str = "oud.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize("sample", SOURCES, ids=lambda path: path.name)
def test_an_old_text_becomes_the_draft_beside_it(sample: Path, site: Path) -> None:
    result = import_(site, sample, *YEARS, "--dry-run")
    assert (result.exit_code, result.stdout) == (0, sample.with_suffix(".md").read_text("utf-8"))


def test_drafts_stand_in_the_site_without_errors_and_unpublished(site: Path) -> None:
    texts = drafts_of(site, *SOURCES, *YEARS)
    assert list(texts) == [
        "content/articles/2018-04-19-leerzame-werkdag-in-zwolle.md",
        "content/articles/2018-06-12-themabijeenkomst-over-leren.md",
        "content/articles/wat-heb-je-aan-een-netwerk.md",
        "content/articles/zonder-titel-zonder-titel.md",
    ]
    with_drafts = build_site(site, Options(drafts=True))
    assert with_drafts.errors == 0
    assert with_drafts.site is not None
    assert len(with_drafts.site.articles) == len(texts)
    published = build_site(site).site
    assert published is not None
    assert published.articles == ()


def test_a_picture_beside_the_page_comes_along(site: Path) -> None:
    text = "".join(drafts_of(site, SAMPLES / "oude-pagina.html", *YEARS).values())
    assert "![Drie mensen bij een bord](../media/foto.svg " in text
    picture = tree_of(site)["content/media/foto.svg"]
    assert picture == (SAMPLES / "foto.svg").read_bytes()


def test_a_picture_elsewhere_on_the_disk_does_not(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "oud"
    folder.mkdir()
    old(tmp_path, "geheim", "geheim.png")
    (folder / "link.png").symlink_to(tmp_path / "geheim.png")
    page = (
        "<h1>Titel</h1><p>Tekst.</p><img src='../geheim.png' alt='a'><img src='link.png'>"
        f"<img src='{tmp_path}/geheim.png'>"
    )
    drafts_of(site, old(folder, page, "p.html"))
    assert "geheim" not in "".join(name for name in tree_of(site))


def test_a_picture_is_found_as_browsers_find_it(site: Path, tmp_path: Path) -> None:
    picture = (SAMPLES / "foto.svg").read_bytes()
    old(tmp_path, picture, "De foto.svg")
    page = "<h1>Titel</h1><p>Tekst.</p><img src=' De%20fo\nto.svg?w=640#a' alt='Een bord'>"
    (text,) = drafts_of(site, old(tmp_path, page, "p.html")).values()
    assert "![Een bord](../media/de-foto.svg)" in text
    assert tree_of(site)["content/media/de-foto.svg"] == picture


@pytest.mark.parametrize("src", ["a\nregion: Zwolle.png", f"{'a' * 300}.png", "a%00b.png"])
def test_an_address_that_no_file_can_have_is_a_picture_to_fetch(
    src: str, site: Path, tmp_path: Path
) -> None:
    page = old(tmp_path, f"<h1>Titel</h1><p>Tekst.</p><img src='{src}' alt='Een bord'>", "p.html")
    (text,) = drafts_of(site, page).values()
    assert text.count("\n# afbeelding ophalen: a") == 1
    assert "\nregion:" not in text


def test_all_words_of_figures_and_quotes_are_kept_once(site: Path, tmp_path: Path) -> None:
    page = (
        "<h1>Titel</h1><p>Tekst.</p>"
        "<figure><figure><img src='a.png' alt='A'><figcaption>Het eerste</figcaption></figure>"
        "<figure><img src='b.png' alt='B'><figcaption>Het tweede</figcaption></figure></figure>"
        "<figure><img src='c.png' alt='C'><p>Los</p><figcaption>Het derde</figcaption></figure>"
        "<blockquote><p>Zo is het.</p><footer>Iemand in <cite>Het boek</cite></footer></blockquote>"
    )
    (text,) = drafts_of(site, old(tmp_path, page, "p.html")).values()
    assert "# afbeelding ophalen: b.png; B; Het tweede\n" in text
    assert text.endswith("\n\nLos\n\nHet derde\n\n> Zo is het.\n> — Iemand in Het boek\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found(encoding: str, site: Path, tmp_path: Path) -> None:
    text = "Cliënten aan zet\r\n\r\nIdeeën voor ‘thuis’ kosten € 5.\r\n\r\nEinde van het stuk.\r\n"
    made = drafts_of(site, old(tmp_path, text.encode(encoding)))
    assert list(made) == ["content/articles/clienten-aan-zet.md"]
    assert "summary: Ideeën voor ‘thuis’ kosten € 5.\n" in "".join(made.values())


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (
            "dinsdag 27 maart",
            "2014-2021",
            "date: 2018-03-27  # jaar berekend uit “",
        ),
        ("27 maart 2018", "2014-2021", "date: 2018-03-27\n"),
        (
            "dinsdag 27 maart",
            "2010-2020",
            "# date: 2012-03-27  # of 2018-03-27: “",
        ),
        ("27 maart", "2014-2021", "# date: jaar onbekend, de tekst zegt “27 maart”"),
        ("dinsdag 27 maart", "2019", "# date: jaar onbekend, de tekst zegt “dinsdag 27 maart”"),
    ],
)
def test_the_year_follows_from_the_weekday_when_one_fits(
    day: str, years: str, expected: str, site: Path, tmp_path: Path
) -> None:
    (text,) = drafts_of(site, old(tmp_path, TITLED.format(day=day)), "--years", years).values()
    assert expected in text
    assert ("\n# event: Werkdag\n" in text) == expected.startswith("#")


def test_the_years_are_those_around_the_articles_of_the_site(site: Path, tmp_path: Path) -> None:
    source = old(tmp_path, TITLED.format(day="dinsdag 27 maart"))
    assert "year of “dinsdag 27 maart” cannot be told" in import_(site, source, "--dry-run").stderr
    write_site(site, {"content/articles/a.md": "---\ntitle: A\ndate: 2017\n---\nTekst.\n"})
    assert "date: 2018-03-27" in import_(site, source, "--dry-run").stdout


def test_what_is_doubtful_is_told_with_its_place_in_the_draft(site: Path) -> None:
    told = import_(site, SAMPLES / "verslag-werkdag.txt", *YEARS).stderr
    path = "content/articles/2018-04-19-leerzame-werkdag-in-zwolle.md"
    assert f"{path}:4:1  warning  import-year\n  4 | date: 2018-04-19" in told
    assert "| Twee studenten laten zien hoe de tilhulp werkt." in told
    assert "left out of verslag-werkdag.txt, as navigation: “Kopgroep”\n" in told


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("groot.txt", b"woord " * 200_000, "this file is larger than 1000 kB"),
        ("beeld.html", bytes(range(256)) * 40, "this is no text"),
        ("leeg.txt", b" \n\n ", "there are no words in this file"),
        ("leeg.html", b"<script>alert('x')</script>", "there are no words in this file"),
        ("diep.html", b"<div>" * 100_000 + b"x", "the HTML is nested too deep"),
        ("half.html", b"<ul><li>" * 100 + b"x", "the HTML is nested too deep"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(
    name: str, data: bytes, reason: str, site: Path, tmp_path: Path
) -> None:
    good = SAMPLES / "vraaggesprek.txt"
    assert f"{name}: {reason}" in refused(site, good, old(tmp_path, data, name))


def test_nothing_is_ever_overwritten(site: Path, tmp_path: Path) -> None:
    sample = SAMPLES / "oude-pagina.html"
    drafts_of(site, sample, *YEARS)
    assert "there is a file content/articles/2018-06-12" in refused(
        site, SAMPLES / "vraaggesprek.txt", sample, *YEARS
    )
    twin = old(tmp_path, (SAMPLES / "vraaggesprek.txt").read_bytes())
    assert "there is a file" in refused(site, SAMPLES / "vraaggesprek.txt", twin)


def test_another_picture_of_the_same_name_stays(site: Path) -> None:
    write_site(site, {"content/media/foto.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    told = refused(site, SAMPLES / "oude-pagina.html", *YEARS)
    assert "there is a file content/media/foto.svg already" in told


def test_an_address_makes_links_whole(site: Path, tmp_path: Path) -> None:
    page = old(tmp_path, "<h1>Titel</h1><p>Lees <a href='plan'>het plan</a>.</p>", "p.html")
    base = ("--base-url", "https://voorbeeld.nl/nieuws/")
    (text,) = drafts_of(site, page, *base).values()
    assert "Lees [het plan](https://voorbeeld.nl/nieuws/plan).\n" in text


def test_what_nobody_sees_stays_behind_also_when_html_names_it(site: Path, tmp_path: Path) -> None:
    page = (
        "<title>x</title><h1>Samen&shy;werken&#8203; in&#1;zorg</h1><p>De eer&shy;ste zin.</p>"
        "<p>De twee<wbr>de.<img src='a&#13;b.jpg' alt='een&shy;tje'></p>"
    )
    (text,) = drafts_of(site, old(tmp_path, page, "oud.html")).values()
    assert text.startswith("---\ntitle: Samenwerken in zorg\n")
    assert "De eerste zin." in text
    assert "# afbeelding ophalen: ab.jpg; eentje\n" in text


def test_lines_of_code_end_as_all_lines_do(site: Path, tmp_path: Path) -> None:
    page = "<h1>Kop</h1><p>Zin.</p><pre>een&#13;twee&#x2028;drie</pre>"
    (text,) = drafts_of(site, old(tmp_path, page, "oud.html")).values()
    assert text.endswith("```\neen\ntwee\ndrie\n```\n")


def test_who_said_a_quote_is_named_in_plain_words(site: Path, tmp_path: Path) -> None:
    quote = "<blockquote>Mooi.<cite>Jan *de* Vries [^1] &lt;b></cite></blockquote>"
    (text,) = drafts_of(site, old(tmp_path, f"<h1>Kop</h1>{quote}", "oud.html")).values()
    assert words_in(text) == "Kop Mooi. — Jan *de* Vries [^1] <b>"


@pytest.mark.parametrize("base", ["http://[", "//["])
def test_a_base_that_is_no_address_is_passed_over(base: str, site: Path, tmp_path: Path) -> None:
    page = (
        f"<base href='{base}'><link rel=canonical href='https://oud.nl/a/'>"
        "<h1>Kop</h1><p>Een <a href='b'>link</a>.</p>"
    )
    (text,) = drafts_of(site, old(tmp_path, page, "oud.html")).values()
    assert "[link](https://oud.nl/a/b)" in text


@pytest.mark.parametrize(
    ("name", "title"), [("een\n twee.txt", "een twee"), (os.fsdecode(b"caf\xe9.txt"), "caf")]
)
def test_a_draft_can_be_called_after_any_file(
    name: str, title: str, site: Path, tmp_path: Path
) -> None:
    ((path, text),) = drafts_of(site, old(tmp_path, "Een zin, en nog een.\nEen.", name)).items()
    assert f'title: "Zonder titel: {title}"\n' in text
    assert read_source(Source(path, text.encode())).reading.diagnostics == ()


def test_comments_before_the_markup_do_not_hide_that_it_is_html(site: Path, tmp_path: Path) -> None:
    before = "<?xml version='1.0'?>\n<!-- bewaard\nvan oud.nl -->\n" + "<!---->" * 200
    (text,) = drafts_of(site, old(tmp_path, f"{before}<html><h1>Kop</h1><p>Zin.</p>")).values()
    assert "title: Kop\n" in text
    drafts_of(site, old(tmp_path, f"{before}Geen HTML\n\nEen zin.", "twee.txt"))


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("1.234.567 bezoekers", "1.234.567"),
        ("een opkomst van ruim 40.", "ruim 40"),
        ("12.5 deelnemers", ""),
        (f"{'111.' * 5000}1 gasten", ""),
    ],
)
def test_how_many_came_is_read_in_time_of_the_length(told: str, count: str) -> None:
    lead = "De werkdag van dinsdag 27 maart 2018."
    assert meeting_in("Werkdag", lead, told, range(0)).attendance == count


def test_a_picture_that_two_pages_share_comes_along_once(site: Path, tmp_path: Path) -> None:
    pages = []
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "foto.svg").write_bytes((SAMPLES / "foto.svg").read_bytes())
        page = f"<h1>Kop {name}</h1><p>Zin.</p><img src='foto.svg' alt='Een foto'>"
        pages.append(old(tmp_path / name, page, "oud.html"))
    drafts_of(site, *pages)
    assert (site / "content/media/foto.svg").is_file()


def test_a_title_of_hundreds_of_signs_is_cut(site: Path, tmp_path: Path) -> None:
    page = old(tmp_path, f"<h1>{'Lange kop ' * 60}</h1><p>Tekst van de pagina.</p>", "p.html")
    result = import_(site, page, "--dry-run")
    assert "too-long" not in result.stderr
    assert f"title: {('Lange kop ' * 30).strip()}…\n" in result.stdout
    assert f"\n\n{('Lange kop ' * 60).strip()}\n" in result.stdout


def test_the_checks_of_the_site_look_at_the_draft(site: Path, tmp_path: Path) -> None:
    text = "Titel\n\nTekst met de de woorden erin.\n\nMeer tekst.\n"
    told = import_(site, old(tmp_path, f"Kop\n\n{text}")).stderr
    assert "doubled-word" in told


SEEDS = ROOT.parent / "shared" / "seeds"
SEED_DATES = {"000": "2018-03-27", "001": "2017-03-07", "002": "", "003": "", "004": "2017-03-02"}


def test_old_pages_of_the_zorgpact_can_be_imported(tmp_path: Path) -> None:
    seeds = sorted(SEEDS.glob("*.txt"))
    if not seeds:
        pytest.skip("no ../shared/seeds: the old pages themselves were not imported")
    content = {
        name: data
        for name, data in tree_of(ROOT / "content").items()
        if not name.startswith("articles/")
    }
    files = {f"content/{name}": data for name, data in content.items()}
    site = write_site(tmp_path / "site", files, base=False)
    drafts = set()
    for seed in seeds:
        ((path, text),) = drafts_of(site, seed, "--years", "2014-2021").items()
        date, old_text = SEED_DATES[seed.name[:3]], decoded(seed.read_bytes())
        drafts.add(path)
        assert lost_sentences(old_text, text, read_scraped(old_text).left_out) == []
        assert (f"\ndate: {date}" in text) == bool(date), path
        assert ("\ndate:" in text) == bool(date)
    built = build_site(site, Options(drafts=True))
    errors = [one for one in built.diagnostics if one.weight is Severity.ERROR]
    # Without their articles, other texts of the site have links that lead nowhere.
    assert [one for one in errors if one.where.path in drafts] == []
