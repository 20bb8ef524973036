"""`zorgpact rename` and `merge`: a name changes everywhere, nothing is lost, nothing gets worse."""

import errno
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mending import AROUND, ARTICLE, ENDS, FORMS, MARKS, listed, plain_site, run
from tests.small_site import build_site, pages_of, tree_of, write_site
from zorgpact_site.checks import near_miss_name
from zorgpact_site.diagnostics import Location
from zorgpact_site.editing.judging import Judge
from zorgpact_site.editing.links import relinked
from zorgpact_site.editing.original import Splice, original_of
from zorgpact_site.editing.renaming import Naming, rename
from zorgpact_site.editing.things import Refused
from zorgpact_site.inputs import Inputs
from zorgpact_site.kinds import Kind
from zorgpact_site.reading.read import MAX_SLUG
from zorgpact_site.source import Source

SPARK = "content/koplopers/sparkcentres.md"
VONK = "content/koplopers/vonkhuizen.md"
TEXT = """---
title: Kijken bij Sparkcentres
koplopers: [Sparkcentres, 'De Zeeuwse Huiskamer']  # twee
---
Zie [[Sparkcentres#aanpak|de centra]], [[Spark]] en [het lab](../koplopers/sparkcentres.md#aanpak).

Ook Sparkcentres doet mee, en `[[Sparkcentres]]` blijft. Kijk [bij hen](/kopgroep/sparkcentres/).

> Sparkcentres is mooi

| a | b |
|---|---|
| [[Sparkcentres\\|x]] | [een][twee] |

[twee]: ../koplopers/sparkcentres.md
"""
AFTER = """---
title: Kijken bij Sparkcentres
koplopers: [Vonkhuizen, 'De Zeeuwse Huiskamer']  # twee
---
Zie [[Vonkhuizen#aanpak|de centra]], [[Spark]] en [het lab](../koplopers/vonkhuizen.md#aanpak).

Ook Sparkcentres doet mee, en `[[Sparkcentres]]` blijft. Kijk [bij hen](/kopgroep/vonkhuizen/).

> Sparkcentres is mooi

| a | b |
|---|---|
| [[Vonkhuizen\\|x]] | [een][twee] |

[twee]: ../koplopers/vonkhuizen.md
"""
MENU = (
    "title: Proef\nbase_url: https://proef.example/\n"
    "navigation:\n  - {label: Spark, to: /kopgroep/sparkcentres/}\n"
    "rules: {mentioned-not-listed: off, listed-not-mentioned: off, orphan: off}\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {ARTICLE: TEXT, "content/site.yaml": MENU, "content/koplopers/later.md": LATER}
    return write_site(tmp_path / "site", files)


LATER = "---\ntitle: Later\ndraft: true\n---\nSamen met [[Sparkcentres]].\n"


def text_of(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def test_a_koploper_gets_another_name_wherever_it_is_named(site: Path) -> None:
    result = run(site, "rename koploper spark Vonkhuizen --yes")
    assert result.exit_code == 0
    assert text_of(site, ARTICLE) == AFTER
    assert text_of(site, VONK) == (
        "---\ntitle: Vonkhuizen\naliases: [Spark, Sparkcentres]\nregion: Zwolle\n"
        "redirect_from: [/kopgroep/sparkcentres/]\n---\nEen koploper.\n\n"
        "## Aanpak\n\nZo werkt het.\n"
    )
    assert "to: /kopgroep/vonkhuizen/}" in text_of(site, "content/site.yaml")
    assert "[[Vonkhuizen]]" in text_of(site, "content/koplopers/later.md")
    assert not (site / SPARK).exists()
    built = build_site(site)
    assert built.diagnostics == ()
    assert "kopgroep/sparkcentres/" in pages_of(built)


def test_the_editor_sees_what_changes_and_where_the_old_name_still_stands(site: Path) -> None:
    result = run(site, "rename koploper Sparkcentres Vonkhuizen --yes")
    assert f"rename from {SPARK}\nrename to {VONK}\n" in result.stdout
    assert "-title: Sparkcentres\n-aliases: [Spark]\n+title: Vonkhuizen\n" in result.stdout
    assert result.stderr == (
        "in lopende tekst staat de oude naam nog hier:\n"
        f"  {ARTICLE}:2:19\n  {ARTICLE}:7:5\n  {ARTICLE}:9:3\n"
        "4 bestanden gewijzigd; de pagina staat op /kopgroep/vonkhuizen/\n"
    )


def test_running_text_changes_when_that_is_asked_but_not_what_somebody_said(site: Path) -> None:
    run(site, "rename koploper Sparkcentres Vonkhuizen --yes --text")
    assert text_of(site, ARTICLE) == AFTER.replace("Ook Sparkcentres", "Ook Vonkhuizen")


@pytest.mark.parametrize(("answer", "changes"), [("j", True), ("", False), ("nee", False)])
def test_on_a_terminal_there_is_a_question(
    answer: str, changes: bool, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree_of(site)
    monkeypatch.setattr("zorgpact_site.cli.rename.on_terminal", lambda: True)
    result = run(site, "rename koploper Sparkcentres Vonkhuizen", f"{answer}\n")
    assert "deze wijzigingen doorvoeren? (j/n)" in result.stderr
    assert result.exit_code == (0 if changes else 2)
    assert (tree_of(site) != before) is changes


def test_elsewhere_nothing_is_written_without_a_yes(site: Path) -> None:
    before = tree_of(site)
    result = run(site, "rename koploper Sparkcentres Vonkhuizen")
    assert result.exit_code == 2
    assert "+title: Vonkhuizen" in result.stdout
    assert result.stderr.endswith("zet --yes erachter om dit door te voeren\n")
    assert tree_of(site) == before


def test_a_second_time_there_is_nothing_to_change(site: Path) -> None:
    run(site, "rename koploper Sparkcentres Vonkhuizen --yes")
    before = tree_of(site)
    result = run(site, "rename koploper Sparkcentres Vonkhuizen --yes")
    assert (result.exit_code, result.stderr) == (0, "er is niets te veranderen\n")
    assert tree_of(site) == before


def test_there_and_back_all_references_are_what_they_were(site: Path) -> None:
    before = tree_of(site)
    run(site, "rename koploper Sparkcentres Vonkhuizen --yes --text")
    run(site, "rename koploper Vonkhuizen Sparkcentres --yes --text")
    after = tree_of(site)
    assert {path for path in before if before[path] != after.get(path)} == {SPARK}
    own = after[SPARK].decode()
    assert "aliases: [Spark, Vonkhuizen]\n" in own
    assert "redirect_from: [/kopgroep/vonkhuizen/]\n" in own


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("koploper Sparkcentrum X", 2, "deze koploper bestaat niet: “Sparkcentrum”"),
        ("koploper Sparkcentres ''", 2, "de nieuwe titel is leeg"),
        ("koploper Sparkcentres ?!", 2, "van “?!” is geen adres te maken"),
        ("koploper Sparkcentres Later", 2, "er is al een bestand content/koplopers/later.md"),
        ("koploper Sparkcentres Later --slug vonk", 1, "name-clash"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    line: str, code: int, told: str, site: Path
) -> None:
    before = tree_of(site)
    result = run(site, f"rename {line} --yes")
    assert result.exit_code == code
    assert told in result.stderr
    assert tree_of(site) == before


def test_a_name_that_links_cannot_hold_gives_links_by_file_name(site: Path) -> None:
    run(site, "rename koploper Sparkcentres 'Vonk #1' --yes")
    assert "[[vonk-1#aanpak|de centra]]" in text_of(site, ARTICLE)
    assert build_site(site).diagnostics == ()


def test_a_name_that_something_else_has_gets_its_kind_in_links(site: Path) -> None:
    write_site(site, {"content/pages/vonk.md": "---\ntitle: Vonk\n---\nTekst.\n"}, base=False)
    assert run(site, "rename koploper Sparkcentres Vonk --yes").exit_code == 0
    assert "[[koploper:Vonk#aanpak|de centra]]" in text_of(site, ARTICLE)


def test_an_article_keeps_its_date_and_who_follows_it(site: Path) -> None:
    files = {
        "content/articles/b.md": "---\ntitle: B\ndate: 2018-05-01\nfollows: a\n"
        "---\nNa [[kijken bij sparkcentres]].\n",
        ARTICLE: TEXT.replace("title:", "date: 2018-03-27\ntitle:"),
    }
    write_site(site, files, base=False)
    assert run(site, "rename article 2018-03-27-a.md 'Nieuwe dag' --yes").exit_code == 0
    assert "redirect_from:" in text_of(site, "content/articles/2018-03-27-nieuwe-dag.md")
    assert text_of(site, "content/articles/b.md") == (
        "---\ntitle: B\ndate: 2018-05-01\nfollows: nieuwe-dag\n---\nNa [[Nieuwe dag]].\n"
    )
    assert build_site(site).diagnostics == ()


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("2018-Terugblik", "2018-het-jaar"),
        ("2018-03-27-lang-café", "2018-03-27-het-jaar"),
        ("2018-03-27", "het-jaar"),
        ("Terugblik", "het-jaar"),
    ],
)
def test_of_the_name_of_a_file_the_date_stays_alone(site: Path, name: str, new: str) -> None:
    write_site(site, {f"content/articles/{name}.md": "---\ntitle: Terug\n---\nT.\n"}, base=False)
    assert run(site, "rename article Terug 'Het jaar' --yes").exit_code == 0
    assert (site / f"content/articles/{new}.md").is_file()


@pytest.mark.parametrize(
    ("name", "title", "new", "address"),
    [
        ("terug", "2018 in beeld", "2018-in-beeld", "in-beeld"),
        ("2018-03-27-terug", "2018-03-27 De dag", "2018-03-27-de-dag", "de-dag"),
        ("2018-03-27-terug", "2018 in beeld", "2018-03-27-2018-in-beeld", "2018-in-beeld"),
        ("2018-terug", "2018: terug", "2018-terug", "terug"),
    ],
)
def test_a_date_at_the_start_of_a_title_counts_as_in_a_file_name(
    site: Path, name: str, title: str, new: str, address: str
) -> None:
    write_site(
        site,
        {
            f"content/articles/{name}.md": "---\ntitle: Terug\n---\nT.\n",
            "content/articles/b.md": "---\ntitle: B\n---\nLees [dit](/artikelen/terug/) na.\n",
        },
        base=False,
    )
    result = run(site, f'rename article Terug "{title}" --yes')
    assert result.exit_code == 0
    assert f"/artikelen/{address}/" in result.stderr
    assert (site / f"content/articles/{new}.md").is_file()
    assert f"(/artikelen/{address}/)" in text_of(site, "content/articles/b.md")
    assert build_site(site).errors == 0


def test_a_file_gets_as_much_of_a_long_title_as_its_name_can_hold(site: Path) -> None:
    title = "Heel lange naam " * 15
    assert run(site, f'rename koploper Sparkcentres "{title}" --yes').exit_code == 0
    (path,) = (site / "content/koplopers").glob("heel-*")
    assert title.strip() in path.read_text("utf-8")
    assert len(path.stem) <= MAX_SLUG
    assert path.stem.endswith(("-heel", "-lange", "-naam"))


def test_a_region_and_a_theme_are_renamed_in_properties(site: Path) -> None:
    write_site(
        site,
        {ARTICLE: "---\ntitle: A\nregion: zwolle\nthemes:\n- leren\n- Zorgtechnologie\n---\nT.\n"},
        base=False,
    )
    assert run(site, "rename region Zwolle 'IJssel: Vecht' --yes").exit_code == 0
    assert run(site, "rename theme leren.md 'Leren op de plek' --yes").exit_code == 0
    assert text_of(site, ARTICLE) == (
        '---\ntitle: A\nregion: "IJssel: Vecht"\nthemes:\n- leren-op-de-plek\n- Zorgtechnologie\n'
        "---\nT.\n"
    )


def test_two_koplopers_become_one_and_nothing_is_lost(site: Path) -> None:
    house = "content/koplopers/huiskamer.md"
    write_site(
        site,
        {
            house: "---\ntitle: De Zeeuwse Huiskamer\n# let op\nwebsite: https://voorbeeld.nl/\n"
            "region: Zwolle\naliases: [Huiskamer]\n---\nEen koploper.\n\n## Aanpak\n\n"
            "Tekst [terug](#aanpak).\n",
            "content/articles/b.md": "---\ntitle: B\n---\nBij [[Huiskamer#aanpak]].\n",
        },
        base=False,
    )
    result = run(site, "merge koploper huiskamer.md Sparkcentres --yes")
    assert result.exit_code == 0
    assert not (site / house).exists()
    assert text_of(site, SPARK) == (
        "---\ntitle: Sparkcentres\naliases: [Spark, De Zeeuwse Huiskamer, Huiskamer]\n"
        "region: Zwolle\nredirect_from: [/kopgroep/huiskamer/]\n"
        f"# Uit {house}: zet over wat u wilt houden, en haal deze regels weg.\n"
        "# # let op\n# website: https://voorbeeld.nl/\n---\nEen koploper.\n\n"
        "## Aanpak\n\nZo werkt het.\n\n## De Zeeuwse Huiskamer\n\nEen koploper.\n\n"
        "## Aanpak\n\nTekst [terug](#aanpak-2).\n"
    )
    assert "koplopers: [Sparkcentres]  # twee\n" in text_of(site, ARTICLE)
    assert text_of(site, "content/articles/b.md").endswith("Bij [[Sparkcentres#aanpak-2]].\n")
    assert build_site(site).diagnostics == ()


def test_properties_that_no_edit_is_sure_of_are_no_reason_to_crash(site: Path) -> None:
    house = "content/koplopers/huiskamer.md"
    text = "---\ntitle: Huis\nregion: Zwolle\nsummary: Een\u2028regel.\n---\nEen.\n"
    write_site(site, {house: text}, base=False)
    before = tree_of(site)
    result = run(site, "merge koploper huiskamer.md Sparkcentres --yes")
    assert result.exit_code == 2
    assert f"{house} is niet met zekerheid te veranderen" in result.stderr
    assert tree_of(site) == before


@pytest.mark.parametrize(
    ("own", "theirs"),
    [
        ("[Een][w].\n\n[w]: https://een.example/\n", "[Twee][w].\n\n[w]: https://twee.example/\n"),
        ("```\nopen\n", "Bij [[Sparkcentres]].\n"),
        ("```\nopen\n", "Tekst.\n\n## Aanpak\n\nZo.\n"),
    ],
)
def test_a_text_that_would_mean_something_else_below_another_stays(
    own: str, theirs: str, site: Path
) -> None:
    texts = {"een": ("Eén huis", own), "twee": ("Twee huizen", theirs)}
    write_site(
        site,
        {
            f"content/koplopers/{name}.md": f"---\ntitle: {title}\nregion: Zwolle\n---\n{text}"
            for name, (title, text) in texts.items()
        },
        base=False,
    )
    before = tree_of(site)
    result = run(site, "merge koploper twee.md een.md --yes")
    assert result.exit_code == 2
    assert (
        "content/koplopers/twee.md zouden onder content/koplopers/een.md verloren" in result.stderr
    )
    assert tree_of(site) == before


def test_the_title_of_what_goes_is_words_and_no_markup(site: Path) -> None:
    house = "content/koplopers/huiskamer.md"
    write_site(
        site, {house: '---\ntitle: "Huis [x](y) #"\nregion: Zwolle\n---\nEen.\n'}, base=False
    )
    assert run(site, "merge koploper huiskamer.md Sparkcentres --yes").exit_code == 0
    assert "\n## Huis \\[x\\](y) \\#\n" in text_of(site, SPARK)


def test_a_text_does_not_merge_with_itself(site: Path) -> None:
    result = run(site, "merge koploper Spark sparkcentres --yes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "dit is een en dezelfde tekst" in result.stderr


def test_a_file_whose_name_is_too_long_gets_one_that_fits(site: Path) -> None:
    long = site / f"content/articles/{'a' * 252}.md"
    long.write_text("---\ntitle: Lang verhaal\n---\nTekst.\n", "utf-8")
    result = run(site, "rename article 'Lang verhaal' 'Kort verhaal' --yes")
    assert result.exit_code == 0, result.stderr
    assert not long.exists()
    short = site / "content/articles/kort-verhaal.md"
    assert short.read_bytes() == b"---\ntitle: Kort verhaal\n---\nTekst.\n"


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ("[a](b.md)", "[a](map%20%28x%29/c.md)"),
        ("[a](<b.md>)", "[a](<map (x)/c.md>)"),
        ("[`]` en \\] en [x]](b.md#kop)", "[`]` en \\] en [x]](map%20%28x%29/c.md#kop)"),
        ("[``]`]``](b.md)", "[``]`]``](map%20%28x%29/c.md)"),
    ],
)
def test_a_link_leads_to_a_path_with_signs_of_its_own(link: str, becomes: str) -> None:
    original = original_of(Source("a.md", link.encode()))
    splice = relinked(original, Location("a.md", 1, 1, len(link)), "b.md", "map (x)/c.md")
    assert original.spliced([splice]).decode() == becomes
    splice = relinked(original, Location("a.md", 1, 1, len(link)), "b.md", "x)/c.md")
    assert ("x)" in original.spliced([splice]).decode()) is ("<" in link)


def test_a_name_that_stands_in_many_places_is_compared_with_its_neighbours_alone(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "Bij Sparkcentres, of [[Sparkcentres]].\n\n" * 200
    write_site(site, {ARTICLE: f"---\ntitle: A\n---\n{body}"}, base=False)
    compared, overlaps = list[Splice](), Splice.overlaps
    monkeypatch.setattr(
        Splice, "overlaps", lambda one, other: (compared.append(one), overlaps(one, other))[1]
    )
    assert run(site, "rename koploper Sparkcentres Vonk --text --yes").exit_code == 0
    assert text_of(site, ARTICLE).count("Vonk") == 400
    assert len(compared) < 400 * 8


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EIO])
def test_a_folder_that_cannot_be_synced_leaves_all_or_nothing(
    number: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = tree_of(site), os.fsync

    def fail(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        result = run(site, "rename koploper Sparkcentres Vonkhuizen --yes")
    # Not every file system can sync a folder; of others it says that the disk is broken.
    assert result.exit_code == (0 if number == errno.EINVAL else 3)
    assert (tree_of(site) == before) is (number != errno.EINVAL)
    assert not list(site.rglob("*.old"))


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_when_the_machine_refuses_halfway_all_files_are_as_they_were(
    number: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real, calls = tree_of(site), os.replace, list[object]()

    def fail(*arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == number:
            raise OSError(28, os.strerror(28))
        real(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        result = run(site, "rename koploper Sparkcentres Vonkhuizen --yes")
    assert result.exit_code == 3
    assert tree_of(site) == before


REFERENCES = st.lists(
    st.sampled_from(
        [
            "Zie [[Sparkcentres]] en [[sparkcentres#aanpak|zo]].\n",
            "[[koploper:Sparkcentres|x]] of [[Spark]]\n",
            "[a](../koplopers/sparkcentres.md 't') [b](<../koplopers/sparkcentres.md#aanpak>)\n",
            "[een\ntwee](../koplopers/sparkcentres.md)\n",
            "[een][q]\n\n[q]: ../koplopers/sparkcentres.md#aanpak\n",
            "    [[Sparkcentres]] in code\n",
            "- [ ] Sparkcentres\n- `x` [[De Zeeuwse Huiskamer]]\n",
        ]
    ),
    max_size=5,
    unique=True,
).map("\n".join)
NAMES = ["Sparkcentres", "De Zeeuwse Huiskamer"]
TITLES = st.sampled_from(
    ["Vonk", "Vonk: 't lab", "A, B & C", "Vonk [x]", "SPARKcentres", "Vonk #2"]
)


def named(inputs: Inputs, old: str, new: str) -> Inputs:
    """The site after renaming a koploper, in memory."""
    shaped = rename(inputs, Naming(Kind.KOPLOPER, old, new))
    # That running text now nearly has the name is true: it keeps the old spelling.
    assert all(one.rule is near_miss_name.RULE for one in shaped.new)
    changed = {one.path: Source(one.target, one.after or b"") for one in shaped.changes}
    sources = (changed.get(one.path, one) for one in inputs.sources)
    return replace(inputs, sources=tuple(sorted(sources, key=lambda one: one.path)))


def mistakes(inputs: Inputs) -> int:
    """How many there are, but for the old spelling that running text keeps, which is told."""
    return sum(one.rule is not near_miss_name.RULE for one in Judge().of(inputs).diagnostics)


@settings(max_examples=8)
@given(
    properties=st.tuples(AROUND, FORMS).map(
        lambda drawn: f"{drawn[0]}koplopers:{listed(drawn[1], NAMES, '')}"
    ),
    body=REFERENCES,
    signs=st.tuples(ENDS, MARKS),
    title=TITLES,
)
def test_there_and_back_changes_no_other_file(
    properties: str, body: str, signs: tuple[str, bytes], title: str
) -> None:
    text = f"---\ntitle: A\n{properties}---\n{body}"
    data = signs[1] + text.replace("\n", signs[0]).encode()
    inputs = replace(plain_site(), sources=(*plain_site().sources, Source(ARTICLE, data)))
    there = named(inputs, "Sparkcentres", title)
    assert mistakes(there) == mistakes(inputs)
    assert named(there, "Sparkcentres" if title != "SPARKcentres" else title, title) == there
    back = named(there, title, "Sparkcentres")
    assert mistakes(back) == mistakes(inputs)
    article = next(one.data for one in back.sources if one.path == ARTICLE)
    assert loose(article) == loose(data)
    others = {one.path: one.data for one in inputs.sources} | {ARTICLE: article}
    for one in back.sources:
        assert one.data == others[one.path] or one.path == SPARK
    with pytest.raises(Refused):
        rename(back, Naming(Kind.KOPLOPER, "Onbekend", title))


def loose(data: bytes) -> bytes:
    """Without what may come back in another form: capitals, the kind, and marks once needed."""
    return data.lower().replace(b"koploper:", b"").replace(b'"', b"").replace(b"'", b"")
