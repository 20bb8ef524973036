"""What is remembered changes no byte: after any edits, any damage and any kill."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import pytest
from click.testing import CliRunner, Result

from tests.conftest import ROOT
from tests.remembered_builds import (
    ALONE,
    Outcome,
    Story,
    both,
    difference,
    plain_tree,
    published,
    rebuild,
)
from tests.small_site import TODAY, write_site
from zorgpact_site.build import Built, build
from zorgpact_site.cli import main
from zorgpact_site.inputs import Inputs
from zorgpact_site.parallel import Spread
from zorgpact_site.publishing.publish import publish
from zorgpact_site.remembering import database
from zorgpact_site.remembering.digests import key_of
from zorgpact_site.remembering.memory import from_memory
from zorgpact_site.remembering.standing import Standing
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.remembering.unchanged import MEMORY
from zorgpact_site.scan import scan

A = TypeVar("A")
B = TypeVar("B")
FILE = MEMORY / "site.sqlite"
ARTICLE = "content/articles/a.md"
THEME = "content/themes/leren.md"
FILES = {
    ARTICLE: "---\ntitle: A\nthemes: [Leren in de praktijk]\n---\nOver **Sparkcentres**.\n",
    "content/articles/b.md": "---\ntitle: B\n---\nZie [[A]] en [leren](../themes/leren.md).\n",
    "content/articles/c.md": "---\ntitle: C\n---\nNiets bijzonders.\n",
}
OWN_TEMPLATE = {"templates/404.html": "<title>Niet gevonden</title>"}
TEXTS = 9  # files above and those of the base
_PLAIN: dict[str, Built] = {}


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_memory_gives_what_a_plain_build_gives(seed: int, tmp_path: Path) -> None:
    Story(tmp_path, seed).play(12)


# What is remembered


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that was built once from memory."""
    root = write_site(tmp_path_factory.mktemp("first") / "site", FILES)
    assert remembering(root).fresh == (TEXTS, plain(scan(root, TODAY)).made)
    return root


@pytest.fixture
def site(first: Path, tmp_path: Path) -> Path:
    """A copy of it, with all that was remembered and published."""
    return shutil.copytree(first, tmp_path / "site")


def remembering(root: Path, spread: Spread = ALONE, output: Path | None = None) -> Outcome:
    """Build from memory, and hold it against a plain build."""
    output, inputs = output or root / "output", scan(root, TODAY)
    wanted, outcome = plain(inputs), rebuild(root, inputs, output, spread)
    assert outcome.built.diagnostics == wanted.diagnostics
    assert difference(published(output), plain_tree(wanted)) == ""
    return outcome


def plain(inputs: Inputs) -> Built:
    """A plain build, once for each state of the site: many tests have the same."""
    key = key_of(inputs)
    if key not in _PLAIN:
        _PLAIN[key] = build(inputs)
    return _PLAIN[key]


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def test_nothing_is_read_or_made_twice(site: Path) -> None:
    assert remembering(site).fresh == (0, 0)


def test_of_an_edited_body_one_text_is_read_and_only_pages_that_show_it_are_made(
    site: Path,
) -> None:
    before = published(site / "output")
    edit(site, "content/articles/c.md", "Niets bijzonders.", "Niets bijzonders\\.")
    assert remembering(site).fresh[0] == 1
    edit(site, "content/articles/c.md", "Niets bijzonders\\.", "Iets nieuws.")
    outcome = remembering(site)
    after = published(site / "output")
    changed = {path for path in after if after[path] != before.get(path)}
    assert "artikelen/c/index.html" in changed
    assert "artikelen/a/index.html" not in changed
    assert outcome.fresh == (1, len(changed))


def test_a_thing_with_another_name_is_looked_for_in_every_text(site: Path) -> None:
    edit(site, THEME, "title: Leren in de praktijk", "title: Leren")
    edit(site, ARTICLE, "Leren in de praktijk", "Leren")
    assert remembering(site).fresh[0] == TEXTS


def test_the_text_of_a_thing_is_read_alone(site: Path) -> None:
    edit(site, THEME, "Over leren.", "Over leren en werken.")
    assert remembering(site).fresh[0] == 1


@pytest.mark.parametrize(
    ("thing", "lines"),
    [
        ("themes/leren", ["summary: Kort", "color: '#123456'", "since: 2011", "sign: groei"]),
        ("koplopers/huiskamer", ["joined: 2016-03", "themes: [Leren in de praktijk]"]),
        ("tools/wijzer", ["koplopers: [Sparkcentres]", "themes: [Leren in de praktijk]"]),
    ],
)
def test_a_thing_is_read_alone_while_others_know_it_by_the_same_names(
    site: Path, thing: str, lines: list[str]
) -> None:
    file = f"content/{thing}.md"
    if not (site / file).exists():
        write_site(site, {file: "---\ntitle: Wijzer\nkind: handreiking\n---\n"}, base=False)
        remembering(site)
    for line in lines:
        edit(site, file, "title: ", f"{line}\ntitle: ")
        assert remembering(site).fresh[0] == 1, line


def test_another_template_makes_all_pages_and_reads_nothing(site: Path) -> None:
    write_site(site, OWN_TEMPLATE, base=False)
    outcome = remembering(site)
    assert outcome.fresh == (0, outcome.built.made)


def test_a_text_that_comes_back_is_read_again_and_no_more(site: Path) -> None:
    text = (site / ARTICLE).read_bytes()
    edit(site, "content/articles/b.md", "[[A]]", "niets")
    (site / ARTICLE).unlink()
    assert remembering(site).fresh[0] == 1
    (site / ARTICLE).write_bytes(text)
    assert remembering(site).fresh[0] == 1


def test_a_build_with_mistakes_forgets_nothing_of_what_stands(site: Path) -> None:
    edit(site, ARTICLE, "title: A", "titel: A")
    assert rebuild(site, scan(site, TODAY), site / "output").built.errors
    edit(site, ARTICLE, "titel: A", "title: A")
    assert remembering(site).fresh == (1, 0)


@pytest.mark.skipif(sys.platform == "darwin", reason="its disks take no such names")
def test_names_that_are_no_text_can_be_told_of_and_published_into(site: Path) -> None:
    odd = Path(os.fsdecode(b"\xff.md"))
    assert remembering(site, output=site / odd).fresh[0] == 0
    assert remembering(site, output=site / odd).fresh == (0, 0)
    for folder in ("articles", "media"):
        (site / "content" / folder).mkdir(exist_ok=True)
        (site / "content" / folder / odd).write_text("---\ntitle: Odd\n---\nTekst.\n")
    inputs = scan(site, TODAY)
    outcome, wanted = rebuild(site, inputs, site / "output"), build(inputs)
    assert wanted.errors
    assert outcome.built.diagnostics == wanted.diagnostics


def test_another_default_template_is_another_program(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "zorgpact_site", tmp_path / "zorgpact_site")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    told = "from zorgpact_site.remembering.digests import program; print(program().hex())"
    found = set()
    for text in ("<title>Een</title>", "<title>Twee</title>"):
        (tmp_path / "templates" / "404.html").write_text(text)
        found.add(subprocess.check_output([sys.executable, "-c", told], cwd=tmp_path))
    assert len(found) == 2


# What is damaged


def rows_of(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def telling(*statements: str) -> Callable[[Path], None]:
    return lambda file: rows_of(file, *statements)


def noise(seed: int, start: int) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        head, rest = file.read_bytes()[:start], file.read_bytes()[start:]
        file.write_bytes(head + random.Random(seed).randbytes(len(rest)))  # noqa: S311 - no secret

    return damage


def a_folder(file: Path) -> None:
    file.unlink()
    (file / "in the way").mkdir(parents=True)


def a_file_for_the_folder(file: Path) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_text("in the way")


def nowhere_to_write(file: Path) -> None:
    shutil.rmtree(file.parent)
    file.parent.symlink_to("/proc/self")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "gone": lambda file: file.unlink(),
    "half": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "noise": noise(1, 0),
    "noise after the head": noise(2, 100),
    "noise after a page": noise(3, 4096),
    "noise at the end": noise(4, -9_000),
    "another program": telling("UPDATE program SET digest = x'00'"),
    "an older form": telling(
        "UPDATE program SET digest = x'00'", "DROP TABLE html", "CREATE TABLE html (path)"
    ),
    "no tables": telling("DROP TABLE text", "DROP TABLE page"),
    "no HTML": telling("DROP TABLE html"),
    "a folder": a_folder,
    "a file for the folder": a_file_for_the_folder,
    "nowhere to write": nowhere_to_write,
    "told cut short": telling("UPDATE text SET told = substr(told, 1, 20)"),
    "told of others": telling("UPDATE text SET told = (SELECT max(told) FROM text)"),
    "told is no bytes": telling("UPDATE text SET told = 'words', digest = 7"),
    "HTML cut short": telling("UPDATE html SET pieces = substr(pieces, 1, 9)"),
    "HTML of others": telling("UPDATE html SET pieces = (SELECT max(pieces) FROM html)"),
    "HTML is no bytes": telling("UPDATE html SET pieces = 'words'"),
    "HTML rows gone": telling("DELETE FROM html"),
    "pages of other bytes": telling("UPDATE page SET digest = (SELECT max(digest) FROM page)"),
    "pages of other sizes": telling("UPDATE page SET size = size + 1"),
    "pages are no bytes": telling("UPDATE page SET digest = 'words', size = 'many'"),
    "pages of other keys": telling("UPDATE page SET key = (SELECT max(key) FROM page)"),
    "pages of other paths": telling("UPDATE page SET path = path || 'x'"),
}


# In these no memory can be kept until somebody takes away what is in the way.
LASTING = {"a folder", "a file for the folder", "nowhere to write"}


@pytest.mark.parametrize("name", DAMAGE)
def test_whatever_happens_to_the_memory_the_site_is_that_of_a_plain_build(
    name: str, site: Path
) -> None:
    DAMAGE[name](site / FILE)
    # So that pages are made of texts that are not read anew.
    write_site(site, OWN_TEMPLATE, base=False)
    remembering(site)
    edit(site, ARTICLE, "Over", "Nogmaals over")
    remembering(site)
    assert remembering(site).fresh == (None if name in LASTING else (0, 0))


def test_a_memory_that_another_build_writes_is_left_to_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT", 0.0)
    other = sqlite3.connect(site / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    edit(site, ARTICLE, "Over", "Nogmaals over")
    assert remembering(site).fresh is None
    other.execute("ROLLBACK")
    other.close()
    assert remembering(site).fresh[0] == 1


@pytest.mark.parametrize("moment", [1, 2], ids=["before reading", "before making"])
@pytest.mark.parametrize("spread", [ALONE, both], ids=["alone", "both"])
def test_a_memory_that_goes_during_the_build_does_not_matter(
    moment: int, spread: Spread, site: Path
) -> None:
    calls = 0

    def losing(function: Callable[[A], B], values: Iterable[A], /) -> Iterable[B]:
        nonlocal calls
        calls += 1
        if calls == moment:
            (site / FILE).unlink()
        return spread(function, values)

    write_site(site, OWN_TEMPLATE, base=False)
    edit(site, ARTICLE, "Over", "Nogmaals over")
    remembering(site, losing)
    remembering(site)


def test_of_builds_that_cross_nothing_is_remembered(site: Path) -> None:
    edit(site, ARTICLE, "title: A", "title: Anders")
    with from_memory(site, site / "output", ALONE) as means:
        built = build(scan(site, TODAY), means.read, means.make)
        first = publish(built.artifacts, site / "output")
        edit(site, "content/articles/b.md", "title: B", "title: Bijzonder")
        assert remembering(site).fresh[0] == 1
        means.keep((), first.site)
    outcome = remembering(site)
    assert outcome.fresh == (0, outcome.built.made)


def test_a_memory_that_cannot_forget_hides_not_what_went_wrong(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Standing) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Standing, "forget", refuse)
    with pytest.raises(OSError, match="vol"), from_memory(site, site / "output", ALONE):
        raise OSError("vol")


def test_what_a_killed_build_left_is_taken_away_when_it_is_old(site: Path) -> None:
    old, new = site / MEMORY / "made-old", site / MEMORY / "made-new"
    for file in (old, new):
        file.touch()
    os.utime(old, (1, 1))
    remembering(site)
    assert not old.exists()
    assert new.exists()


def test_where_what_is_made_cannot_wait_it_is_published_all_the_same(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(site, ARTICLE, "title: A", "title: Anders")
    full = site / MEMORY / "full"
    full.symlink_to("/dev/full")  # where no byte is ever taken, at closing neither
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", lambda **_asked: full.open("wb"))
    arguments = ["build", "--site", str(site), "--today", TODAY.isoformat()]
    told = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert told.exit_code == 0
    assert f"de schijf is vol ({full})" in told.stderr
    assert b"<h1>Anders" in published(site / "output")["artikelen/a/index.html"]
    assert not full.is_symlink()


def test_what_was_made_and_cannot_be_read_once_it_is_published_is_no_trouble(site: Path) -> None:
    edit(site, ARTICLE, "Over", "Nogmaals over")
    with (
        pytest.raises(MemoryLost),  # so that the build goes on without
        from_memory(site, site / "output", ALONE) as means,
    ):
        built = build(scan(site, TODAY), means.read, means.make)
        changes = publish(built.artifacts, site / "output")
        for made in (site / MEMORY).glob("made-*"):
            os.truncate(made, 1)
        means.keep((), changes.site)
    remembering(site)


def test_the_command_gives_the_same_site_with_a_memory_that_lost_its_half(site: Path) -> None:
    def run(*more: str) -> Result:
        arguments = ["build", "--site", str(site), "--today", TODAY.isoformat(), *more]
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    assert run().exit_code == 0
    rows_of(site / FILE, "DELETE FROM html", "UPDATE page SET size = 1")
    write_site(site, OWN_TEMPLATE, base=False)
    assert run().exit_code == 0
    assert run("--no-cache", "--output", str(site / "plain")).exit_code == 0
    assert difference(published(site / "output"), published(site / "plain")) == ""


# What happens to the output


def changed_in_place(output: Path) -> None:
    page = output / "artikelen" / "a" / "index.html"
    data = page.read_bytes()
    page.write_bytes(data[:-5] + b"XXXX\n")


OUTPUT: dict[str, Callable[[Path], object]] = {
    "a page changed": changed_in_place,
    "a page gone": lambda output: (output / "artikelen" / "a" / "index.html").unlink(),
    "a folder gone": lambda output: shutil.rmtree(output / "artikelen"),
    "a file more": lambda output: (output / "nieuw.html").write_text("nieuw"),
    "all gone": shutil.rmtree,
    "moved away": lambda output: output.rename(output.with_name("elders")),
}


@pytest.mark.parametrize("happens", OUTPUT.values(), ids=OUTPUT.keys())
def test_whatever_happens_to_the_output_it_is_made_whole(
    happens: Callable[[Path], object], site: Path
) -> None:
    happens(site / "output")
    edit(site, "content/articles/c.md", "bijzonders", "nieuws")
    remembering(site)
    assert remembering(site).fresh[0] == 0


def test_a_page_that_is_gone_is_no_trouble_for_its_smaller_forms(site: Path) -> None:
    settings, page = "content/site.yaml", site / "output" / "artikelen" / "a" / "index.html"
    (site / settings).write_text((site / settings).read_text() + "publication: {compress: true}\n")
    for _build in range(2):
        arguments = ["build", "--site", str(site), "--today", TODAY.isoformat()]
        assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
        assert page.with_name("index.html.gz").exists()
        page.unlink()
        edit(site, "content/articles/c.md", ".", " en meer.")


def test_without_the_output_texts_are_remembered_and_pages_made(site: Path) -> None:
    shutil.rmtree(site / "output")
    outcome = remembering(site)
    assert outcome.fresh == (0, outcome.built.made)


def test_two_outputs_are_remembered_side_by_side(site: Path) -> None:
    other = site.parent / "other"
    first = remembering(site, output=other)
    assert first.fresh == (0, first.built.made)
    edit(site, "content/articles/c.md", "bijzonders", "nieuws")
    text, pages = remembering(site).fresh
    assert text == 1
    assert remembering(site, output=other).fresh == (0, pages)
    assert remembering(site).fresh == remembering(site, output=other).fresh == (0, 0)


def test_a_memory_that_is_carried_to_another_folder_is_as_good_there(
    site: Path, tmp_path: Path
) -> None:
    checkout = tmp_path / "elsewhere" / "deep"
    shutil.copytree(site, checkout, ignore=shutil.ignore_patterns("output", ".output*"))
    for path in checkout.rglob("*.md"):
        os.utime(path, (1, 1))
    shutil.rmtree(site)
    outcome = remembering(checkout)
    assert outcome.fresh == (0, outcome.built.made)
    edit(checkout, "content/articles/c.md", "bijzonders", "nieuws")
    assert remembering(checkout).fresh[0] == 1


def test_a_memory_and_an_output_that_are_carried_together_save_all_work(
    site: Path, tmp_path: Path
) -> None:
    checkout = shutil.copytree(site, tmp_path / "elsewhere")
    assert remembering(checkout).fresh == (0, 0)


# What is killed

KILLED = """
import sys
from datetime import date
from pathlib import Path
from tests.remembered_builds import both, rebuild
from zorgpact_site.scan import scan

root = Path(sys.argv[1])
inputs = scan(root, date.fromisoformat(sys.argv[2]))
print("ready", flush=True)
rebuild(root, inputs, root / "output", both)
"""


@pytest.mark.parametrize("seed", range(4))
def test_after_a_kill_at_any_moment_the_next_build_is_that_of_a_plain_one(
    seed: int, site: Path
) -> None:
    write_site(site, OWN_TEMPLATE, base=False)
    edit(
        site, THEME, "title: Leren in de praktijk", "title: Leren\naliases: [Leren in de praktijk]"
    )
    command = [sys.executable, "-c", KILLED, site, TODAY.isoformat()]
    killed = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    with killed:
        assert killed.stdout
        assert killed.stdout.readline() == "ready\n"
        time.sleep(random.Random(seed).uniform(0.0, 0.4))  # noqa: S311 - any moment will do
        killed.kill()
    remembering(site)
    edit(site, ARTICLE, "Over", "Nogmaals over")
    remembering(site)
    assert remembering(site).fresh == (0, 0)
