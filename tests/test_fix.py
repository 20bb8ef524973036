"""`zorgpact fix`: sure fixes are made, everything else stays, and nothing gets worse."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case_files import all_cases
from tests.mending import AROUND, ARTICLE, BODIES, ENDS, MARKS, plain_site, run
from tests.small_site import DOT, TODAY, build_site, tree_of, write_site
from zorgpact_site.build import Built
from zorgpact_site.editing.judging import Judge, Judged
from zorgpact_site.editing.mending import Mender
from zorgpact_site.editing.original import Doubt
from zorgpact_site.inputs import Options
from zorgpact_site.scan import scan
from zorgpact_site.source import Source

WRONG = """---
titel: Dag in Zwolle   # zo heet het
date: 27-03-2018
starts: 13.30
region: 'Zwole'
koploper:
  - Sparkcentes
themes: Zorgtechnologie, Leren in de praktijk
---
Zie [[Sparkcentrs#aanpak|de centra]] en [hun aanpak](../koplopers/Sparkcentres.md#aanpak).
"""
RIGHT = """---
title: Dag in Zwolle   # zo heet het
date: 2018-03-27
starts: 13:30
region: 'Zwolle'
koplopers:
  - Sparkcentres
themes: [Zorgtechnologie, Leren in de praktijk]
---
Zie [[Sparkcentres#aanpak|de centra]] en [hun aanpak](../koplopers/sparkcentres.md#aanpak).
"""
UNSURE = "content/articles/b.md"
DOUBTFUL = "---\ntitle: B\ndate: 05-03-2018\n---\nTekst.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {ARTICLE: WRONG})


def text_of(site: Path) -> str:
    return (site / ARTICLE).read_bytes().decode()


def counts(built: Built) -> tuple[int, int]:
    return built.errors, len(built.diagnostics)


def test_what_is_sure_is_mended_and_told(site: Path) -> None:
    result = run(site, "fix")
    assert text_of(site) == RIGHT
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{ARTICLE}\n  regel 2  unknown-key  “titel” werd “title”\n")
    assert "  regel 3  invalid-date  “27-03-2018” werd “2018-03-27”\n" in result.stdout
    assert result.stderr == "9 herstellingen in 1 bestand\n"
    assert build_site(site).diagnostics == ()


def test_what_yaml_cannot_read_is_mended_until_it_can(tmp_path: Path) -> None:
    wrong = """---
title: Dag #1 &amp; **meer**
date:2018-03-27
region: [Zwolle](../regions/zwolle.md)
themes:
  • Zorg en technologie
  • Leren in de praktijk
location:
\u00a0\u00a0name:Hanzeborg
---
Tekst.
"""
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    result = run(site, "fix")
    right = """---
title: "Dag #1 & meer"
date: 2018-03-27
region: Zwolle
themes:
  - Zorg en technologie
  - Leren in de praktijk
location:
  name: Hanzeborg
---
Tekst.
"""
    assert text_of(site) == right
    assert result.exit_code == 0
    assert "  regel 6  list-sign  “•” werd “-”\n  regel 7  list-sign" in result.stdout


GOOD = "---\ntitle: Dag\nsummary: Een dag.\n---\nTekst.\n"


@pytest.mark.parametrize(
    "wrong",
    [
        f"\n \n{GOOD}",
        GOOD.removeprefix("---\n"),
        GOOD.replace("---", "----", 1),
        GOOD.replace("---", "—"),
        GOOD.replace("\n---\n", "\n --\n"),
        GOOD.replace("\n---\n", "\n -----  \n"),
    ],
)
def test_lines_of_dashes_are_put_right(wrong: str, tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == GOOD


def test_lines_of_dashes_are_put_around_properties_that_have_none(tmp_path: Path) -> None:
    block = "title: Dag\nregion: Zwolle\n"
    for text, right in {
        f"{block}\nTekst.\n": f"---\n{block}---\n\nTekst.\n",
        "Van: Redactie\nAan: Web\n\nTekst.\n": None,
        "title: Dag\n\nTekst.\n\ndate: 2018\n": None,
    }.items():
        site = write_site(tmp_path / "site", {ARTICLE: text})
        assert run(site, "fix").exit_code == (0 if right else 1)
        assert text_of(site) == (right or text)


def test_a_path_as_windows_writes_it_or_between_marks_is_put_right(tmp_path: Path) -> None:
    wrong = '---\ntitle: Dag\n---\n[a](..\\regions\\zwolle.md) en [b]("../media/a.pdf").\n'
    files: dict[str, str | bytes] = {ARTICLE: wrong, "content/media/a.pdf": b"%PDF-1.4\n"}
    site = write_site(tmp_path / "site", files)
    assert run(site, "fix").exit_code == 0
    assert text_of(site).endswith("\n[a](../regions/zwolle.md) en [b](../media/a.pdf).\n")


def test_a_dash_below_the_text_ends_no_properties(tmp_path: Path) -> None:
    wrong = "---\ntitle: Dag\n\nTekst van de dag.\n\n--\n\nDe redactie.\n"
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == wrong.replace("\n\nTekst", "\n---\n\nTekst")


def test_a_line_of_dashes_is_put_between_properties_and_text(tmp_path: Path) -> None:
    wrong = "---\ntitle: Dag\nthemes:\n  - Leren in de praktijk\n\nTekst.\n\n---\n\nMeer.\n"
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == wrong.replace("\n\nTekst", "\n---\n\nTekst")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("title: Verslag: dag een", 'title: "Verslag: dag een"'),
        ("title: @zorg op school", 'title: "@zorg op school"'),
        ('title: "Meten" is weten', "title: '\"Meten\" is weten'"),
        ("title: - een", "title: een"),
        ("title: Dag\nauthors: - A\n  - B", "title: Dag\nauthors:\n  - A\n  - B"),
        ("title: 'Samen' leren", "title: \"'Samen' leren\""),
        ("title: 's Avonds en 't Gooi", "title: \"'s Avonds en 't Gooi\""),
        ("title: A\nsummary: 't Is zo", 'title: A\nsummary: "\'t Is zo"'),
        ("title: A\nauthors:\n- 's Heeren Loo", 'title: A\nauthors:\n- "\'s Heeren Loo"'),
        ("title: !Nieuws", 'title: "!Nieuws"'),
        ("title: [Concept] Nieuws", 'title: "[Concept] Nieuws"'),
        ('title: A\nauthors: "B", "C"', 'title: A\nauthors: ["B", "C"]'),
        ("title: A\nauthors:\n- B\n  - C\n  - D", "title: A\nauthors:\n- B\n- C\n- D"),
        ("title: & partners", 'title: "& partners"'),
        ("title: *Let op* nieuws", "title: Let op nieuws"),
        ("title: A\nauthors: [B, C", "title: A\nauthors: [B, C]"),
        ("title: A\nauthors: [B, C)", "title: A\nauthors: [B, C]"),
        ("title: A\n summary: B", "title: A\nsummary: B"),
        ("title: A\n<!-- nog B -->\nsummary: C", "title: A\n# nog B\nsummary: C"),
        ("title = Dag", "title: Dag"),
        ("title: Dag\nregion: [[Zwolle]]", "title: Dag\nregion: Zwolle"),
        ("title: Dag\nregion:\n- [[zwolle|daar]]", "title: Dag\nregion:\n- zwolle"),
        ("TITLE: Dag", "title: Dag"),
        ("title: Dag\nregion:\n\t- Zwolle\nthemes:\n\t- Leren in de praktijk", None),
        ("title: Dag\nsummary: Een zin.\nEn nog een zin.", None),
        ("title: Dag\nmembership: 70 koplopers", None),
        ("title: A\nregion: Zwolle/Landelijk", "title: A\nregion: [Zwolle, Landelijk]"),
        ("title: A\nregion: (Zwolle, Landelijk)", "title: A\nregion: [Zwolle, Landelijk]"),
        ("title: A\nregion: Zwolle, Landelijk]", "title: A\nregion: [Zwolle, Landelijk]"),
        ("title: A\ndate: “3 mei 2018”", "title: A\ndate: 2018-05-03"),
        ("title: A\nstarts: ‘13:30’", "title: A\nstarts: 13:30"),
        ("title: A\nlocation:\nname: B\nplace: C", "title: A\nlocation:\n  name: B\n  place: C"),
    ],
)
def test_values_that_yaml_refuses_get_their_quotation_marks(
    wrong: str, right: str | None, tmp_path: Path
) -> None:
    site = write_site(tmp_path / "site", {ARTICLE: f"---\n{wrong}\n---\nTekst.\n"})
    result = run(site, "fix")
    if right is None:
        right = wrong.replace("\nEn", "\n  En").replace("\t", "  ")
    assert text_of(site) == f"---\n{right}\n---\nTekst.\n"
    assert result.exit_code == ("membership" in wrong)


@pytest.mark.parametrize(
    "unsure",
    [
        "title: Dag\nlocation: name: Hanzeborg",
        "title: 'Wijk's dag'",
        "title: Dag\nsummary: Zo: een zin\n  en nog een",
        "title: 'A \"B': c",
        "title: Verslag: dag een # of twee",
        "title: 's Avonds\n  leren",
        "title: Dag\nsummary: Het was\n  leuk: echt",
        "title: Dag\nthemes: &r Leren",
        "title: Dag\nthemes: !!str Leren",
    ],
)
def test_values_that_may_mean_something_else_are_left_to_the_editor(
    unsure: str, tmp_path: Path
) -> None:
    site = write_site(tmp_path / "site", {ARTICLE: f"---\n{unsure}\n---\nTekst.\n"})
    assert run(site, "fix").exit_code == 1
    assert text_of(site) == f"---\n{unsure}\n---\nTekst.\n"


def test_links_and_pictures_keep_their_path(tmp_path: Path) -> None:
    """Where a group of keys or a path belongs, the name alone would lose half of what was typed."""
    wrong = (
        "---\ntitle: A\nimage: ![Een stip, rood](../media/lab.svg)\ndocuments:\n"
        "  - [Programma](../media/dag.pdf)\n  - [Verslag](https://voorbeeld.nl/b.pdf)\n"
        "koplopers:\n  - [Sparkcentres](../koplopers/sparkcentres.md)\n---\nSparkcentres.\n"
    )
    right = (
        '---\ntitle: A\nimage: {src: ../media/lab.svg, alt: "Een stip, rood"}\ndocuments:\n'
        "  - {title: Programma, file: ../media/dag.pdf}\n"
        "  - {title: Verslag, url: https://voorbeeld.nl/b.pdf}\n"
        "koplopers:\n  - Sparkcentres\n---\nSparkcentres.\n"
    )
    media = {"content/media/lab.svg": DOT, "content/media/dag.pdf": "%PDF-1.7"}
    site = write_site(tmp_path / "site", {ARTICLE: wrong, **media})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == right


def test_an_empty_line_among_the_properties_does_not_end_them(tmp_path: Path) -> None:
    wrong = "---\ntitle: Dag\nsummary: Een zin.\n\nNog een zin hier.\nseries: Dagen\n---\nTekst.\n"
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == wrong.replace("Nog", "  Nog")


def test_what_came_along_from_other_programs_is_mended(tmp_path: Path) -> None:
    front = "---\ntitle: Dag\nsummary: Een dag.\n---\n"
    wrong = (
        f"{front}Wij bespraken reÃ«el:\r\n•\tde stages\r\n• het cafÃ©\r\n\r\n"
        "1.een\r\n2.twee\r\n\r\n"
        "Regio\tAantal\r\nZwolle\t35\r\nA|B\t-\r\n"
    )
    right = (
        f"{front}Wij bespraken reëel:\r\n- de stages\r\n- het café\r\n\r\n"
        "1. een\r\n2. twee\r\n\r\n"
        "| Regio | Aantal |\r\n| --- | --- |\r\n| Zwolle | 35 |\r\n| A\\|B | - |\r\n"
    )
    site = write_site(tmp_path / "site", {ARTICLE: wrong.replace("\n---\n", "\r\n---\r\n")})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == right.replace("\n---\n", "\r\n---\r\n")


def test_what_mail_word_and_chat_programs_leave_in_a_text_is_taken_away(tmp_path: Path) -> None:
    front = "---\ntitle: Dag\nsummary: Een dag.\n---\n"
    wrong = (
        f"{front}Dat klopt【4†source】 [cite: 2], zegt men.[1]<o:p></o:p>\n\n"
        "Lees [het plan van mei](https://x.safelinks.protection.outlook.com/"
        "?url=https%3A%2F%2Fvoorbeeld.nl%2Fa%3Futm_id%3D1&data=z).\n\n"
        "![Een stip](../media/lab.svg “Een tekening.”)\n\n[1] Een noot.\n"
    )
    right = (
        f"{front}Dat klopt, zegt men.[^1]\n\nLees [het plan van mei](https://voorbeeld.nl/a).\n\n"
        '![Een stip](../media/lab.svg "Een tekening.")\n\n[^1]: Een noot.\n'
    )
    site = write_site(tmp_path / "site", {ARTICLE: wrong, "content/media/lab.svg": DOT})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == right


def test_a_list_in_html_becomes_one(tmp_path: Path) -> None:
    front = "---\ntitle: Dag\nsummary: Een dag.\n---\n"
    wrong = f"{front}Dit zijn ze:\n<ul>\n<li>een <b>lab</b></li>\n<li>twee</li>\n</ul>\nKlaar.\n"
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == f"{front}Dit zijn ze:\n- een **lab**\n- twee\n\nKlaar.\n"


def test_empty_cells_at_the_end_of_a_row_stay(tmp_path: Path) -> None:
    front = "---\ntitle: Dag\nsummary: Een dag.\n---\n"
    wrong = f"{front}Regio\t2017\t2018\nZwolle\t35\t\nZeeland\t\t20\nLandelijk\t\t\n"
    right = (
        f"{front}| Regio | 2017 | 2018 |\n| --- | --- | --- |\n| Zwolle | 35 |  |\n"
        "| Zeeland |  | 20 |\n| Landelijk |  |  |\n"
    )
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == right


def test_boxes_of_other_programs_become_ours(tmp_path: Path) -> None:
    front = "---\ntitle: Dag\nsummary: Een dag.\n---\n"
    wrong = f"{front}> [!NOTE]\n> Een.\n>\n> Twee.\n\n::: Let op\nDrie.\n:::\n"
    right = f"{front}::: let-op\nEen.\n\nTwee.\n:::\n\n::: let-op\nDrie.\n:::\n"
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == right


def test_a_folded_summary_gets_its_indent(tmp_path: Path) -> None:
    wrong = "---\ntitle: Dag\nsummary: >\nEen zin op een dag.\nNog een zin hier.\n---\nTekst.\n"
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == wrong.replace("Een", "  Een").replace("Nog", "  Nog")


def test_a_picture_gets_the_path_with_dashes_that_it_has(tmp_path: Path) -> None:
    front = "---\ntitle: Dag\nsummary: Een dag.\n---\n"
    text = f"{front}![Een stip](../media/de stip van_Zwolle.svg)\n"
    site = write_site(
        tmp_path / "site", {ARTICLE: text, "content/media/de-stip-van-zwolle.svg": DOT}
    )
    assert run(site, "fix").exit_code == 0
    assert "de-stip-van-zwolle.svg" in text_of(site)


def test_paths_between_brackets_become_names(tmp_path: Path) -> None:
    front = "---\ntitle: Dag\nsummary: Een dag.\n---\n"
    wrong = f"{front}Zie [[../regions/zwolle.md|de stad]] en [[koplopers/sparkcentres#aanpak]].\n"
    right = f"{front}Zie [[Zwolle|de stad]] en [[Sparkcentres#aanpak]].\n"
    site = write_site(tmp_path / "site", {ARTICLE: wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == right


def test_a_footnote_gets_its_colon(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\nDrie[^1] en vier[^2].\n\n[^1] Noot.\n[^2] Nog een.\n"
    site = write_site(tmp_path / "site", {ARTICLE: text})
    assert run(site, "fix").exit_code == 0
    right = text.replace("\n[^1] ", "\n[^1]: ").replace("\n[^2] ", "\n[^2]: ")
    assert text_of(site) == right


def test_words_and_name_in_the_wrong_order_change_places(tmp_path: Path) -> None:
    text = (
        "---\ntitle: A\n---\nZie [[hun aanpak|Sparkcentres]], [[ stad | Zwolle ]], [ons](Zwolle).\n"
    )
    site = write_site(tmp_path / "site", {ARTICLE: text})
    assert run(site, "fix").exit_code == 1  # the second is for its editor
    right = text.replace("hun aanpak|Sparkcentres", "Sparkcentres|hun aanpak")
    assert text_of(site) == right.replace("(Zwolle)", "(../regions/zwolle.md)")


def test_links_follow_a_file_whose_name_got_another_date(tmp_path: Path) -> None:
    text = "---\ntitle: Lab\n---\nZie [het lab](2018-03-28-lab.md#kop) en [x](lab.md).\n"
    lab = "content/articles/2018-03-29-lab.md"
    site = write_site(tmp_path / "site", {ARTICLE: text, lab: "---\ntitle: B\n---\n## Kop\n\nA.\n"})
    assert run(site, "fix").exit_code == 0
    right = text.replace("2018-03-28-lab.md", "2018-03-29-lab.md")
    assert text_of(site) == right.replace("(lab.md)", "(2018-03-29-lab.md)")


def test_addresses_of_a_preview_become_those_of_the_site(tmp_path: Path) -> None:
    links = "[Zwolle](http://127.0.0.1:8000/regios/zwolle/) of [mail](mailto: a@b.nl)"
    text = f"---\ntitle: A\n---\nZie {links}.\n"
    site = write_site(tmp_path / "site", {ARTICLE: text})
    assert run(site, "fix").exit_code == 0
    right = text.replace("http://127.0.0.1:8000", "").replace("mailto: ", "mailto:")
    assert text_of(site) == right


def test_html_becomes_markdown(tmp_path: Path) -> None:
    front = "---\ntitle: Dag\nsummary: Een dag.\n---\n"
    wrong = """Het was <b>druk</b> en <em>leuk: <s>een <i>uur</i></s></em> 5 m<sup>2</sup>
lang, zegt <a class='x' href="https://zorg.example/?a=1&amp;b=2">de site</a>.
Zorgplein 1<br>1234 AB Zwolle<br />
<BR/> Ingang links.<br>

<div class="kader">

<!-- wp:paragraph -->
<h2>Wat we hoorden</h2>
<p>Een alinea
van <span style="color: red">twee</span> regels.</p>
<p>Nog een.</p>
<!-- /wp:paragraph -->

</div>

- een <strong>woord</strong><br>in een lijst
- <p>een alinea</p>

Niet zeker: <b> wijd </b>, 3<sup>e</sup>, <u>dus</u>, <code>a<b</code>, <b>a*</b>, <b>zo.</b>dan.
"""
    right = """Het was **druk** en *leuk: ~~een *uur*~~* 5 m²
lang, zegt [de site](https://zorg.example/?a=1&b=2).
Zorgplein 1\\
1234 AB Zwolle

Ingang links.




## Wat we hoorden

Een alinea
van twee regels.

Nog een.





- een **woord**<br>in een lijst
- <p>een alinea</p>

Niet zeker: <b> wijd </b>, 3<sup>e</sup>, <u>dus</u>, <code>a<b</code>, <b>a*</b>, <b>zo.</b>dan.
"""
    site = write_site(tmp_path / "site", {ARTICLE: front + wrong})
    assert run(site, "fix").exit_code == 0
    assert text_of(site) == front + right


def test_a_second_time_there_is_nothing_to_mend(site: Path) -> None:
    run(site, "fix")
    before = tree_of(site)
    result = run(site, "fix")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "er is niets dat met zekerheid hersteld kan worden\n"
    assert tree_of(site) == before


def test_a_dry_run_shows_a_diff_and_writes_nothing(site: Path) -> None:
    before = tree_of(site)
    result = run(site, "fix --dry-run")
    assert tree_of(site) == before
    assert f"--- a/{ARTICLE}\n+++ b/{ARTICLE}\n@@ -1,10 +1,10 @@\n" in result.stdout
    assert "-date: 27-03-2018\n" in result.stdout
    assert "+date: 2018-03-27\n" in result.stdout
    assert result.stderr == "9 herstellingen mogelijk; er is niets geschreven\n"


def test_only_what_is_asked_for_is_mended(site: Path) -> None:
    run(site, "fix --rule invalid-date --rule unknown-link")
    changed = [
        new
        for old, new in zip(WRONG.splitlines(), text_of(site).splitlines(), strict=True)
        if old != new
    ]
    assert [one.split()[0] for one in changed] == ["date:", "Zie"]


def test_only_the_files_that_are_named_are_mended(site: Path) -> None:
    other = WRONG.replace("titel", "title")
    write_site(site, {"content/articles/c.md": other}, base=False)
    run(site, f"fix {site / 'content/articles/c.md'}")
    assert text_of(site) == WRONG
    assert (site / "content/articles/c.md").read_text("utf-8") != other


def test_an_unknown_file_or_check_is_wrong_usage(site: Path) -> None:
    result = run(site, "fix content/articles/weg.md")
    assert result.exit_code == 2
    assert "content/articles/weg.md is geen tekst van deze site" in result.stderr
    result = run(site, "fix --rule invalid-dat")
    assert result.exit_code == 2
    assert "invalid-date" in result.stderr


@pytest.mark.parametrize(
    "line",
    [
        "date: 05-03-2018",  # 5 March, or 3 May
        "starts: 13",
        "region: Zol",
        "koplopers: Spar",
        "themes: Zorg 2",
        "x-date: 27-03-2018",
        "endd: 2018-03-27",  # end, or ends
        "themes: [Zwolle]",
    ],
)
def test_what_is_not_sure_stays_for_the_editor(line: str, site: Path) -> None:
    text = f"---\ntitle: A\n{line}\n---\nTekst.\n"
    write_site(site, {ARTICLE: text}, base=False)
    result = run(site, "fix")
    assert text_of(site) == text
    assert result.exit_code == bool(build_site(site).errors)


def test_errors_that_remain_are_counted(site: Path) -> None:
    write_site(site, {UNSURE: DOUBTFUL}, base=False)
    result = run(site, "fix")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[1] == (
        "er blijft 1 fout over; zorgpact check laat zien wat u kunt doen"
    )


def test_what_a_message_promises_is_done(tmp_path: Path) -> None:
    """“zorgpact fix doet dit voor u” holds for every mistake of every small site."""
    made = 0
    for number, case in enumerate(all_cases()):
        root = write_site(tmp_path / f"{number}", case.files)
        options = Options(drafts=case.drafts)
        mended = Mender(scan(root, case.today, options), lambda _one: True).mend()
        assert {one.reason for one in mended.left} <= {Doubt.HARM}, case.name
        made += len(mended.done)
    assert made > 50


def test_settings_are_mended_as_well(site: Path) -> None:
    wrong = (
        "# Onze site\ntitel: Proef\nmenu:\n  - {label: Leren, to: /themas/leren/}\n"
        "controles:\n  orphan: uit  # voorlopig\n  raw-html: 'Fout'\n"
    )
    right = (
        "# Onze site\ntitle: Proef\nnavigation:\n  - {label: Leren, to: /themas/leren/}\n"
        "rules:\n  orphan: off  # voorlopig\n  raw-html: 'error'\n"
    )
    write_site(site, {"content/site.yaml": wrong}, base=False)
    result = run(site, "fix content/site.yaml")
    assert (site / "content/site.yaml").read_text("utf-8") == right
    assert "  regel 6  invalid-choice  “uit” werd “off”\n" in result.stdout


def test_a_fix_that_would_do_harm_is_left_alone(site: Path) -> None:
    # Apart they are two koplopers that the properties do not name.
    text = "---\ntitle: A\n---\nWij bezochten SparkcentresMakeHealth.\n"
    others = {
        "content/koplopers/makehealth.md": "---\ntitle: MakeHealth\n---\nEen koploper.\n",
        "content/site.yaml": "title: Proef\nrules: {listed-not-mentioned: off, orphan: off}\n",
    }
    write_site(site, {ARTICLE: text, **others}, base=False)
    result = run(site, "fix")
    assert text_of(site) == text
    assert result.exit_code == 0
    why = f"{ARTICLE}:4 glued-names is niet hersteld: er zou een andere fout door ontstaan"
    assert why in result.stderr


def test_one_fix_that_does_harm_costs_no_look_at_the_site_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write_site(
        tmp_path,
        {
            "content/articles/a.md": "---\ntitle: A\n---\nWij bezochten SparkcentresMakeHealth.\n",
            "content/koplopers/makehealth.md": "---\ntitle: MakeHealth\n---\nEen koploper.\n",
            "content/site.yaml": "title: Proef\nrules: {listed-not-mentioned: off, orphan: off}\n",
            **{f"content/articles/b{at}.md": WRONG for at in range(40)},
        },
    )
    looked, of = list[object](), Judge.of
    monkeypatch.setattr(Judge, "of", lambda self, inputs: (looked.append(1), of(self, inputs))[1])
    mended = Mender(scan(site, TODAY, Options()), lambda _one: True).mend()
    assert [one.reason for one in mended.left] == [Doubt.HARM]
    assert len(mended.done) > 40
    assert len(looked) < 40


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_mode(mode: int, site: Path) -> None:
    (site / ARTICLE).chmod(mode)
    run(site, "fix")
    assert text_of(site) == RIGHT
    assert (site / ARTICLE).stat().st_mode & 0o777 == mode


def test_a_file_that_changes_meanwhile_is_left_alone(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(site, {UNSURE: DOUBTFUL.replace("05-03", "25-03")}, base=False)
    fsync = os.fsync

    def save_too(descriptor: int) -> None:
        (site / ARTICLE).write_text("van een ander", "utf-8")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", save_too)
    result = run(site, "fix")
    assert text_of(site) == "van een ander"
    assert "date: 2018-03-25" in (site / UNSURE).read_text("utf-8")
    assert f"{ARTICLE} is intussen gewijzigd en daarom niet aangeraakt" in result.stderr
    assert sorted(path.name for path in (site / "content/articles").iterdir()) == [
        "2018-03-27-a.md",
        "b.md",
    ]


def test_a_file_with_a_name_as_long_as_can_be_is_mended(site: Path) -> None:
    names = [f"{'a' * 251}{end}.md" for end in "bc"]
    write_site(site, {f"content/articles/{name}": WRONG for name in names}, base=False)
    run(site, "fix")
    assert {(site / "content/articles" / name).read_text("utf-8") for name in names} == {
        text_of(site)
    }


@pytest.mark.parametrize("call", ["write", "fsync", "replace-1", "replace-2"])
def test_when_the_machine_refuses_all_files_are_as_they_were(
    call: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(site, {UNSURE: DOUBTFUL.replace("05-03", "25-03")}, base=False)
    before = tree_of(site)
    number = int(call[-1]) if call[-1].isdigit() else 1
    replace, calls = os.replace, list[object]()

    def fail(*arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, call.partition("-")[0], fail)
        result = run(site, "fix")
    assert result.exit_code == 3
    assert "alle teksten zijn zoals ze waren" in result.stderr
    assert tree_of(site) == before


LINES = st.lists(
    st.sampled_from(
        [
            "date: 27-03-2018\n",
            "date: 2018-03-27\n",
            "region: Zwole # stad\n",
            "region: [Zwolle, 'Landelik']\n",
            "koploper: Spark\n",
            "themes: Zorgtechnologie, Leren in de praktijk\n",
            "themas:\n- Leren in de practijk\n",
            "starts: 9u30\n",
            "onbekend: ja\n",
            "aliasses: [b]\n",
        ]
    ),
    max_size=6,
    unique_by=lambda line: line[:5],
).map("".join)
TEXTS = st.lists(
    st.sampled_from(
        [
            "Zie [[Sparkcentres]] en [[Sparkcentrs|de centra]].\n",
            "[Hier](../koplopers/Sparkcentres.md) `[[Sparkcentrs]]`\n",
            "| a | b |\n|---|---|\n| [[Sparkcentrs\\|x]] | c |\n",
            "[een][twee]\n\n[twee]: ../koplopers/SPARKCENTRES.md#aanpak\n",
            "> [[De Zeuwse Huiskamer]]\n",
        ]
    ),
    max_size=4,
).map("\n".join)


@given(lines=LINES, around=AROUND, body=TEXTS | BODIES, signs=st.tuples(ENDS, MARKS))
def test_mending_makes_nothing_worse_and_is_done_at_once(
    lines: str, around: str, body: str, signs: tuple[str, bytes]
) -> None:
    end, mark = signs
    text = f"---\ntitle: A\n{around}{lines}---\n{body}"
    data = mark + text.replace("\n", end).encode()
    inputs = replace(plain_site(), sources=(*plain_site().sources, Source(ARTICLE, data)))
    before, mended = Judge().of(inputs), Mender(inputs, lambda _one: True).mend()
    assert scores(mended.judged) <= scores(before)
    assert Mender(mended.inputs, lambda _one: True).mend().inputs == mended.inputs
    assert mended.inputs.sources[:-1] == inputs.sources[:-1]
    done = mended.inputs.sources[-1].data
    assert done.count(end.encode()) == data.count(end.encode())
    assert done.startswith(mark)
    for note in ("# een opmerking", "# geteld", "# nog een", "# stad"):
        assert (note.encode() in done) == (note.encode() in data)


def scores(judged: Judged) -> tuple[int, int]:
    return judged.errors, len(judged.diagnostics)
