"""Content in the shape that other systems leave: it becomes a page, or a mistake with its place.

Under `foreign/pages/` lie files that become a page with every word of their text, under
`foreign/refused/<rule>/` files that are refused with that rule. All were written for this
project, in the forms of Hugo, Jekyll, Docusaurus, Eleventy, WordPress, Obsidian and others.
"""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from tests.foreign.words import body_of, lost_words
from tests.small_site import build_site, pages_of, write_site
from zorgpact_site.build import Built
from zorgpact_site.diagnostics import Severity
from zorgpact_site.reporting.messages import LANGUAGES, messages_in
from zorgpact_site.reporting.text import TextReport, texts_of
from zorgpact_site.source import Source

FOLDER = Path(__file__).parent / "foreign"
PAGES = sorted((FOLDER / "pages").glob("*.md"))
REFUSED = sorted((FOLDER / "refused").glob("*/*.md"))
HANGS = 20  # seconds: far more than any of these takes, far less than patience lasts
OURS = "---\ntitle: Elders geschreven\n---\n"
PLAIN = f"{OURS}\nEen merkwaardige zin.\n"
SAME_TEXT = (
    "bom-and-crlf",
    "byte-order-mark",
    "cr",
    "crlf",
    "mixed-line-ends",
    "no-final-newline",
    "spaces-after-dashes",
)


def name_of(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


@pytest.fixture(autouse=True)
def watchdog() -> Iterator[None]:
    """Let a hang fail with a traceback instead of stopping the whole suite."""

    def bark(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"still busy after {HANGS} seconds")

    before = signal.signal(signal.SIGALRM, bark)
    signal.alarm(HANGS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def build_with(root: Path, name: str, data: bytes) -> Built:
    """Build a small site with one more article; what is wrong is said well and in its place."""
    path = f"content/articles/{name}"
    lay(root, {path: data})
    built = build_site(root)
    texts = texts_of([Source(path, data)], built.diagnostics)
    for language in LANGUAGES:
        TextReport(messages_in(language), texts).all(built.diagnostics)
    for one in built.diagnostics:
        assert one.where.path == path
        assert 1 <= one.where.line <= len(texts[path].lines)
        line = texts[path].line(one.where.line)
        assert one.where.column - 1 + one.where.length <= max(len(line), 1)
    return built


def lay(root: Path, files: dict[str, bytes]) -> Path:
    """Lay files over the small site, empty ones too."""
    write_site(root, {})
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def errors_of(built: Built) -> set[tuple[str, str]]:
    """The file and the rule of every error."""
    return {
        (one.where.path, one.rule.slug) for one in built.diagnostics if one.weight is Severity.ERROR
    }


def article(built: Built, slug: str) -> str:
    return pages_of(built)[f"artikelen/{slug}/"]


@pytest.mark.parametrize("file", PAGES, ids=name_of)
def test_a_file_becomes_a_page_with_every_word(file: Path, tmp_path: Path) -> None:
    built = build_with(tmp_path, file.name, file.read_bytes())
    assert errors_of(built) == set()
    assert lost_words(body_of(file), article(built, file.stem)) == set()


@pytest.mark.parametrize("file", REFUSED, ids=name_of)
def test_a_file_is_refused_for_what_is_wrong_with_it(file: Path, tmp_path: Path) -> None:
    built = build_with(tmp_path, file.name, file.read_bytes())
    assert (f"content/articles/{file.name}", file.parent.name) in errors_of(built)
    assert built.artifacts == ()


def test_below_our_properties_every_text_is_a_page_or_a_mistake(tmp_path: Path) -> None:
    texts = {file.stem: body_of(file) for file in (*PAGES, *REFUSED)}
    files = {
        f"content/articles/{stem}.md": f"{OURS}{text}".encode() for stem, text in texts.items()
    }
    refused = {path for path, _rule in errors_of(build_site(lay(tmp_path / "all", files)))}
    assert refused < files.keys()
    good = {path: data for path, data in files.items() if path not in refused}
    built = build_site(lay(tmp_path / "good", good))
    assert errors_of(built) == set()
    for path in good:
        stem = Path(path).stem
        assert (stem, lost_words(texts[stem], article(built, stem))) == (stem, set())


def test_all_at_once_each_mistake_is_told_and_nothing_else_stops_the_build(tmp_path: Path) -> None:
    good = {f"content/articles/{name_of(file)}.md": file.read_bytes() for file in PAGES}
    bad = {f"content/articles/{name_of(file)}.md": file.read_bytes() for file in REFUSED}

    done = zorgpact("build", lay(tmp_path, {**good, **bad}))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for path in bad:
        rule = path.split("/")[3]
        assert any(
            line.startswith(f"{path}:") and line.endswith(rule) for line in done.stderr.splitlines()
        ), path
    assert not (tmp_path / "output").exists()

    for path in bad:
        (tmp_path / path).unlink()
    assert zorgpact("build", tmp_path).returncode == 0
    for file in PAGES:
        assert (tmp_path / f"output/artikelen/{file.stem}/index.html").is_file()


def zorgpact(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "zorgpact_site", command, "--lang", "en", "--site", str(root)]
    return subprocess.run(asked, capture_output=True, text=True, check=False, timeout=2 * HANGS)


@pytest.mark.parametrize("stem", SAME_TEXT)
def test_line_ends_and_marks_of_an_editor_make_no_difference(stem: str, tmp_path: Path) -> None:
    plain = "---\ntitle: Regels\nsummary: Over regeleinden.\n---\n\nEerste regel\ntweede regel.\n\n"
    plain += "- punt\n- nog een punt\n\n| a | b |\n|---|---|\n| cel | vak |\n"
    data = (FOLDER / "pages" / f"{stem}.md").read_bytes()
    assert data != plain.encode()
    strange = article(build_with(tmp_path / "strange", "same.md", data), "same")
    assert strange == article(build_with(tmp_path / "plain", "same.md", plain.encode()), "same")


def test_a_title_is_text_whatever_signs_it_holds(tmp_path: Path) -> None:
    data = "---\ntitle: Ein <3 für Tiere & <b>mehr</b> {{ nie }} {% nie %}\n---\nHallo.\n"
    page = article(build_with(tmp_path, "tiere.md", data.encode()), "tiere")
    shown = "Ein &lt;3 für Tiere &amp; &lt;b&gt;mehr&lt;/b&gt; {{ nie }} {% nie %}"
    assert f"{shown}</h1>" in page
    assert f"<title>{shown} – Proef</title>" in page


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("naam met spaties.md", "naam-met-spaties"),
        ("  randen  .md", "randen"),
        ("100% zorg.md", "100-zorg"),
        ("a%2Fb.md", "a-2fb"),
        ("\"tussen\" 'tekens'.md", "tussen-tekens"),
        ("vraag?&antwoord=<b>#hek.md", "vraag-antwoord-b-hek"),
        ("naam.met.punten.md", "naam-met-punten"),
        ("twee.md.md", "twee-md"),
        ("back\\slash.md", "back-slash"),
        ("nieuwe\nregel.md", "nieuwe-regel"),
        ("{{ sjabloon }}.md", "sjabloon"),
        ("_index.md", "index"),
        ("index.md", "index"),
        ("2018/03/27/bericht/index.md", "index"),
        ("2018-03-27-bericht.md", "bericht"),
        ("Kópie van Één.MD.md", "kopie-van-een-md"),
        ("Cafe\u0301.md", "cafe"),
        ("حديقة.md", "حديقة"),
        ("小花园.md", "小花园"),
        ("🌱zaad🌱.md", "zaad"),
        ("CON.md", "con"),
        ("pagina.md", "pagina"),
        (f"{'map/' * 60}diep.md", "diep"),
        (f"{'lang' * 50}.md", "lang" * 50),
    ],
)
def test_a_file_name_becomes_an_address(name: str, slug: str, tmp_path: Path) -> None:
    page = article(build_with(tmp_path, name, PLAIN.encode()), slug)
    assert "Een merkwaardige zin." in page


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("🌱.md", "file-name-empty"),
        ("---.md", "file-name-empty"),
        ("%.md", "file-name-empty"),
        (f"{'lang' * 62}.md", "file-name-too-long"),
        (f"{'园' * 80}.md", "file-name-too-long"),
        ("bericht.markdown", "wrong-ending"),
        ("bericht.mdx", "wrong-ending"),
        ("BERICHT.MD", "wrong-ending"),
        ("bericht.html", "unused-file"),
    ],
)
def test_a_file_name_that_gives_no_address_is_told(name: str, rule: str, tmp_path: Path) -> None:
    built = build_with(tmp_path, name, PLAIN.encode())
    assert [one.rule.slug for one in built.diagnostics] == [rule]


def test_bundles_that_all_are_called_index_are_told_apart(tmp_path: Path) -> None:
    paths = [f"content/articles/{bundle}/index.md" for bundle in ("kas", "tuin")]
    built = build_site(lay(tmp_path, {path: PLAIN.encode() for path in paths}))
    assert errors_of(built) == {(paths[1], "address-clash")}


def paragraphs(of: str, size: int) -> str:
    """A body of `size` characters in paragraphs of a length that is still accepted."""
    return "\n\n".join([of * (5000 // len(of))] * (size // 5000))


HUGE: dict[str, Callable[[], str]] = {
    "90 kB of text": lambda: paragraphs("Een zin van de maker. ", 90_000),
    "90 kB of code": lambda: "```\n" + "regel = 1\n" * 9_000 + "```\n",
    "a line of 90 kB": lambda: "woord " * 15_000,
    "a word of 90 kB": lambda: "a" * 90_000,
    "a line of 90 kB of code": lambda: "    " + "code " * 18_000,
    "a heading of 90 kB": lambda: "## " + "kop " * 22_000,
    "a row of 20,000 cells": lambda: "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n",
    "6,000 rows": lambda: "| a | b |\n|---|---|\n" + "| cel | vak |\n" * 6_000,
    "5,000 quotes deep": lambda: "> " * 5000 + "diep",
    "300 lists deep": lambda: "".join(f"{'  ' * depth}- punt\n" for depth in range(300)),
    "5,000 lists on a line": lambda: "- " * 5000 + "diep",
    "5,000 brackets": lambda: "[" * 5000 + "diep" + "]" * 5000,
    "5,000 stars": lambda: "*" * 5000 + "diep" + "*" * 5000,
    "5,000 emphases": lambda: "*a **b " * 1400,
    "5,000 open links": lambda: "[a](" * 2400,
    "5,000 mail addresses": lambda: paragraphs("a@b.example ", 60_000),
    "5,000 half addresses": lambda: paragraphs("http:// :// www. ", 60_000),
    "3,000 footnotes": lambda: "".join(f"a[^{n}]\n\n[^{n}]: noot\n\n" for n in range(3000)),
    "5,000 missing footnotes": lambda: paragraphs("a[^weg] ", 40_000),
    "5,000 unknown names": lambda: paragraphs("[[Niemand]] ", 60_000),
    "5,000 blocks": lambda: "::: tip\nTekst.\n:::\n" * 5000,
    "400 blocks in blocks": lambda: "".join(":" * (403 - n) + " tip\n" for n in range(400)),
    "5,000 tags": lambda: paragraphs("<b class='x'>a</b> ", 90_000),
    "50,000 empty lines": lambda: "\n" * 50_000 + "einde",
}


@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_text_is_a_page_or_a_mistake(kind: str, tmp_path: Path) -> None:
    body = HUGE[kind]()
    built = build_with(tmp_path, "huge.md", f"{OURS}{body}".encode())
    assert errors_of(built) or lost_words(body, article(built, "huge")) == set()


@pytest.mark.parametrize(
    ("block", "rule"),
    [
        ("title: " + "[" * 90_000, "front-matter-too-large"),
        ("title: " + "[" * 30_000, "front-matter-too-deep"),
        ("title: Kas\nx-diep: " + "{a: " * 10_000, "front-matter-too-deep"),
        ("title: Kas\nx-veel: " + "'" * 50_001, "unclosed-quote"),
        ("title: " + "a" * 60_000, "value-too-long"),
        ("title: Kas\n" + "".join(f"x-{n}: 1\n" for n in range(6000)), ""),
        ("title: Kas\n" + "a: &a [x]\n" + "b: [*a, *a]\n" * 40, "yaml-anchor"),
        ("title: Kas\ndate: " + "9" * 5000, "invalid-date"),
    ],
    ids=lambda value: value[:30],
)
def test_huge_properties_are_read_or_refused(block: str, rule: str, tmp_path: Path) -> None:
    built = build_with(tmp_path, "huge.md", f"---\n{block}\n---\nTekst.\n".encode())
    assert {found for _path, found in errors_of(built)} == ({rule} if rule else set())


def test_a_file_of_two_megabytes_is_refused(tmp_path: Path) -> None:
    built = build_with(tmp_path, "huge.md", PLAIN.encode() + b"a\n\n" * 700_000)
    assert errors_of(built) == {("content/articles/huge.md", "file-too-large")}
