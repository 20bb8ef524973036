"""Of reworded texts their pages are made and nothing else, as a whole build would."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.edited_site import Edited
from tests.remembered_builds import difference, plain_tree, published
from tests.small_site import TODAY, write_site
from zorgpact_site.build import build, examine
from zorgpact_site.cli import main
from zorgpact_site.inputs import Options
from zorgpact_site.maker import Maker
from zorgpact_site.model.body import NO_TEXT, Laid
from zorgpact_site.planning.page import Page
from zorgpact_site.remembering.memory import from_memory
from zorgpact_site.remembering.seeing import drawn_again, seen
from zorgpact_site.remembering.texts import Aside
from zorgpact_site.remembering.unchanged import MEMORY
from zorgpact_site.scan import scan

LONG = "Er waren in Zwolle veel mensen, en zij spraken lang over wat beter kan. " * 4
ARTICLE, OTHER = "content/articles/a.md", "content/articles/b.md"
FILES = {
    ARTICLE: f"---\ntitle: A\ndate: 2018-05-01\nregion: Zwolle\n---\n{LONG}\n\nSlot.\n",
    OTHER: "---\ntitle: B\nevent: Dag\ndate: 2018-05-02\nregion: Zwolle\n---\n"
    f"{LONG}\n\n## Kop\n\nZie [[A]].\n",
    "content/site.yaml": "title: Proef\nbase_url: https://voorbeeld.nl/pad/\n",
}
PAGE = "artikelen/a/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built."""
    root = write_site(tmp_path / "site", FILES)
    assert run(root).exit_code == 0
    return root


def run(root: Path, *more: str) -> Result:
    asked = ["build", "--site", str(root), "--today", TODAY.isoformat(), "-v", *more]
    return CliRunner().invoke(main, asked, catch_exceptions=False)


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a file as an editor does, some seconds later as clocks are slow at some places."""
    file = root / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    at = time.time() - 1000
    os.utime(file, (at, at))


def is_whole(root: Path, options: Options | None = None) -> bool:
    """Whether what stands is what a plain build gives; pictures and the index aside."""
    plain = plain_tree(build(scan(root, TODAY, options or Options())))
    stands = {path: data for path, data in published(root / "output").items() if path in plain}
    assert not difference(stands, plain)
    return True


def reworded(told: Result) -> bool:
    """Whether the build looked at the reworded texts alone."""
    assert told.exit_code == 0, told.output
    return "link " not in told.stderr


def test_of_a_reworded_text_its_page_and_feeds_are_made_anew(site: Path) -> None:
    before = published(site / "output")
    edit(site, ARTICLE, "Slot.", "Slot, met *een* woord meer, & een < teken.")
    assert reworded(run(site))
    after = published(site / "output")
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    of_pages = {path for path in changed if not path.startswith("zoeken/")}
    feeds = {f"{axis}feed.{form}" for axis in ("", "regios/zwolle/") for form in ("atom", "json")}
    assert of_pages == {PAGE, *feeds}
    assert changed - of_pages  # its words are found by search
    assert is_whole(site)


def test_one_rewording_after_another_and_then_any_edit(site: Path) -> None:
    for number in range(3):
        edit(site, ARTICLE, "Slot", f"Slot {number}")
        assert reworded(run(site))
    edit(site, OTHER, "## Kop", "## Een andere kop")
    assert not reworded(run(site))
    assert is_whole(site)
    edit(site, OTHER, "Zie", "Zie ook")
    assert not reworded(run(site))  # as the sentence of a link is told of where it leads
    assert is_whole(site)
    told = run(site)
    assert reworded(told)
    assert "0 gewijzigd" in told.stderr


def test_several_texts_may_be_reworded_at_once(site: Path) -> None:
    edit(site, ARTICLE, "Slot", "Besluit")
    edit(site, "content/regions/zwolle.md", "title:", "x-eigen: niets\ntitle:")
    run(site)
    edit(site, ARTICLE, "Besluit", "Einde")
    edit(site, OTHER, "## Kop\n", "Nog een zin.\n\n## Kop\n")
    assert reworded(run(site))
    assert is_whole(site)


def test_search_finds_the_words_of_all_texts_after_several_rewordings(site: Path) -> None:
    for name, old, new in [
        (ARTICLE, "Slot", "Besluit"),
        (OTHER, "## Kop\n", "Nog een zin.\n\n## Kop\n"),
        (ARTICLE, "Besluit", "Einde"),
    ]:
        edit(site, name, old, new)
        assert reworded(run(site))
    stands = published(site / "output")
    run(site, "--no-cache")
    assert not difference(stands, published(site / "output"))


def anything(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: edit(root, name, old, new)


def of_template(root: Path) -> None:
    edit(root, ARTICLE, "Slot", "Besluit")
    (root / "templates").mkdir()
    (root / "templates" / "404.html").write_text("<title>Niet gevonden</title>")


def of_output(root: Path) -> None:
    edit(root, ARTICLE, "Slot", "Besluit")
    (root / "output" / PAGE).write_text("van een ander")


def of_memory(root: Path) -> None:
    edit(root, ARTICLE, "Slot", "Besluit")
    (root / MEMORY / "site.sqlite").write_bytes(b"stuk")


@pytest.mark.parametrize(
    "change",
    [
        anything(ARTICLE, "Slot.", "Zie [[B]]."),
        anything(ARTICLE, "Slot.", "Zie [[b|dit]] en [het web](https://voorbeeld.nl/ander)."),
        anything(ARTICLE, "Slot.", "## Slot"),
        anything(ARTICLE, "Slot.", "Slot.[^1]\n\n[^1]: Noot."),
        anything(ARTICLE, "title: A", "title: Aa"),
        anything(ARTICLE, "2018-05-01", "2018-05-03"),
        anything(ARTICLE, "region: Zwolle", "region: Landelijk"),
        anything(ARTICLE, "Er waren in Zwolle", "Er waren daar"),
        anything(OTHER, "## Kop", "## Kopje"),
        anything("content/regions/zwolle.md", "title: Zwolle", "title: Zwolle en omgeving"),
        anything("content/site.yaml", "Proef", "Toets"),
        of_template,
        of_output,
        of_memory,
        lambda root: (root / OTHER).unlink(),
        anything(ARTICLE, f"{LONG}\n\nSlot.\n", ""),
    ],
)
def test_what_may_change_more_than_words_is_looked_at_whole(
    change: Callable[[Path], None], site: Path
) -> None:
    change(site)
    run(site)
    assert is_whole(site)


def test_another_process_looks_at_what_stands_meanwhile(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zorgpact_site.cli.build._FEW", 1)
    edit(site, ARTICLE, "Slot", "Besluit")
    assert reworded(run(site, "--jobs", "2"))
    assert is_whole(site)
    edit(site, ARTICLE, "Besluit", "Einde")
    (site / "output" / PAGE).write_text("van een ander")
    assert not reworded(run(site, "--jobs", "2"))
    assert is_whole(site)
    edit(site, ARTICLE, "Einde", "Slot")
    monkeypatch.setattr("zorgpact_site.publishing.tree.is_whole", lambda *_: pytest.fail("looks"))
    assert reworded(run(site, "--jobs", "2"))
    assert is_whole(site)


def test_a_mistake_keeps_its_place(site: Path) -> None:
    edit(site, ARTICLE, "Slot.", "Dit is de de dubbele.\n\nSlot.")
    first = run(site)
    assert ":8:" in first.stderr
    edit(site, ARTICLE, "Slot.", "Slot, en meer.")
    after = run(site)
    assert reworded(after)
    assert ":8:" in after.stderr
    edit(site, ARTICLE, "Dit is", "Iets vooraf.\n\nDit is")
    moved = run(site)
    assert not reworded(moved)
    assert ":10:" in moved.stderr
    assert is_whole(site)


def test_a_text_that_a_check_saw_in_between_is_not_taken_for_what_stands(site: Path) -> None:
    edit(site, ARTICLE, "title: A", "title: [kapot")
    assert run(site).exit_code == 1
    edit(site, ARTICLE, "title: [kapot", "title: Anders")
    edit(site, OTHER, "title: B", "title: [kapot")
    assert run(site).exit_code == 1
    edit(site, OTHER, "title: [kapot", "title: B")
    edit(site, ARTICLE, "Slot", "Besluit")
    assert not reworded(run(site))
    assert is_whole(site)


def test_what_was_published_without_memory_is_not_taken_for_what_is_remembered(site: Path) -> None:
    edit(site, ARTICLE, "title: A", "title: Anders")
    run(site, "--no-cache")
    edit(site, ARTICLE, "title: Anders", "title: A")
    assert not reworded(run(site))
    assert is_whole(site)


def test_smaller_forms_follow_the_words(site: Path) -> None:
    settings = "base_url: https://voorbeeld.nl/pad/\npublication: {compress: true}\n"
    edit(site, "content/site.yaml", "base_url: https://voorbeeld.nl/pad/\n", settings)
    run(site)
    before = published(site / "output")
    edit(site, ARTICLE, "Slot", "Besluit")
    assert reworded(run(site))
    after = published(site / "output")
    assert all(before[f"{PAGE}{end}"] != after[f"{PAGE}{end}"] for end in (".gz", ".br"))
    run(site, "--no-cache")
    assert not difference(after, published(site / "output"))


def test_what_was_seen_of_any_page_draws_it_again(tmp_path: Path) -> None:
    edited = Edited()
    edited.write(tmp_path)
    found: list[Page] = []

    def make(_templates: object, wanted: object, _site: object) -> Iterator[object]:
        found.extend(wanted)  # type: ignore[arg-type]
        return iter(())

    with from_memory(tmp_path, tmp_path / "output", map) as means:
        build(scan(tmp_path, edited.today, Options("https://voorbeeld.nl/")), means.read, make)  # type: ignore[arg-type]
        texts = 0
        for page in found:
            sight = seen(page.drawn())
            texts += len(sight.texts)
            assert seen(drawn_again(sight.data, laid)) == sight
    assert texts > 40


def test_a_page_is_made_of_what_was_seen_of_it_also_without_a_memory(tmp_path: Path) -> None:
    edited = Edited()
    edited.write(tmp_path)
    inputs = scan(tmp_path, edited.today, Options("https://voorbeeld.nl/"))
    whole = examine(inputs).whole
    assert whole
    make = Maker(inputs.templates)
    for page in (*whole[2].pages, *whole[2].files):
        drawn = page.drawn()
        assert make(seen(drawn).again()) == make(drawn)


def laid(path: str, key: bytes) -> Laid:
    return Aside(Path(), path, key) if path else NO_TEXT


def test_a_rewording_loads_nothing_that_looks_at_the_whole_site(site: Path) -> None:
    edit(site, ARTICLE, "Slot.", "Slot, met een woord meer.")
    program = (
        "import sys\nfrom zorgpact_site.cli import main\n"
        "try: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    asked = ["build", "--site", str(site), "--today", TODAY.isoformat()]
    run = [sys.executable, "-c", program, *asked]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    loaded = set(done.stderr.split())
    assert "zorgpact_site.remembering.rewording" in loaded
    parts = {"planning.plan", "planning.dataset", "remembering.marks", "parallel"}
    heavy = {"PIL.Image", "multiprocessing", "email", "importlib.metadata", "importlib.resources"}
    assert loaded & (heavy | {f"zorgpact_site.{part}" for part in parts}) == set()
