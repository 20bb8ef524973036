"""What a save costs the preview, and that whatever is saved when, it ends as a build would."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.running_preview import ARTICLE, GOOD, PAGE, preview, until
from tests.small_site import BASE, TODAY, pages_of, tree_of, write_site
from zorgpact_site.artifact import Artifact
from zorgpact_site.build import build
from zorgpact_site.inputs import Inputs, Options
from zorgpact_site.model.site import Site
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.publishing.place import Place
from zorgpact_site.publishing.publish import publish
from zorgpact_site.remembering.memory import Means, from_memory, without_memory
from zorgpact_site.rendering import Rendered
from zorgpact_site.scan import scan
from zorgpact_site.serving.looking import Looker
from zorgpact_site.serving.rebuilding import Overtaken, Rebuilder, Rebuilt
from zorgpact_site.serving.tree import Tree

PATH = "artikelen/spark/index.html"
OPTIONS = Options(drafts=True)
# Without an address there are no social cards, which take longer than all else.
SITE = {"content/site.yaml": BASE["content/site.yaml"].replace("base_url", "# base_url")}
OTHER = "content/articles/anders.md"
# So long that what comes after its first sentences is of no summary.
TEXT = f"---\ntitle: Eerste titel\nregion: Zwolle\n---\nTekst over Zwolle. {'Nog een zin. ' * 20}\n"


def no_index(_site: Site) -> tuple[Artifact, ...]:
    return ()


@dataclass
class InProcess:
    """A preview without its server; `scans` and `made` count, `during` is done at each page."""

    root: Path
    scans: int = 0
    made: int = 0
    during: Callable[[], None] = lambda: None
    looker: Looker = field(init=False)
    rebuilder: Rebuilder = field(init=False)

    def __post_init__(self) -> None:
        self.looker = Looker(self._scan, self.root)
        tree = Tree(self.root, Place.of(self.output), no_index, no_index)
        self.rebuilder = Rebuilder(self.looker, tree, remembering=self._remembering)

    @property
    def output(self) -> Path:
        return self.root / "preview"

    def _scan(self) -> Inputs:
        self.scans += 1
        return scan(self.root, TODAY, OPTIONS)

    @contextmanager
    def _remembering(self) -> Iterator[Means]:
        with from_memory(self.root, self.output, map) as means:

            def make(
                templates: Mapping[str, bytes], wanted: Sequence[Page | DataFile], site: Site
            ) -> Iterator[Rendered]:
                for one in means.make(templates, wanted, site):
                    self.made += 1
                    self.during()
                    yield one

            yield replace(means, make=make)

    def save(self, files: Mapping[str, str]) -> None:
        write_site(self.root, files, base=False)
        self.looker.save(files)

    def shown(self, path: str = PATH) -> str:
        assert self.looker.live
        return (self.looker.live.get(path) or b"").decode()


def started(root: Path, files: Mapping[str, str]) -> InProcess:
    running = InProcess(write_site(root, {**SITE, **files}))
    assert isinstance(running.rebuilder.rebuild(), Rebuilt)
    running.scans = running.made = 0
    return running


def test_a_saved_text_is_shown_before_anything_else_is_looked_at_or_made(tmp_path: Path) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    before = running.looker.live
    running.save({ARTICLE: f"{TEXT}\nNog een alinea.\n"})
    assert "Nog een alinea." in running.shown()
    assert running.looker.live is before
    assert (running.scans, running.made) == (0, 0)


def sites_in_memory() -> int:
    return sum(type(one) is Site for one in gc.get_objects())


def test_a_site_that_was_looked_at_before_is_let_go_of(tmp_path: Path) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    gc.collect()
    gc.disable()  # as good as for a preview, which freezes what there is
    before = sites_in_memory()
    try:
        for title in ("Tweede", "Derde", "Vierde"):
            running.save({ARTICLE: TEXT.replace("Eerste", title)})
            running.rebuilder.rebuild()
        assert sites_in_memory() == before
    finally:
        gc.enable()


def test_a_new_title_is_shown_on_its_page_first_and_then_everywhere(tmp_path: Path) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    running.save({ARTICLE: TEXT.replace("Eerste", "Tweede")})
    assert "Tweede titel" in running.shown()
    assert "Eerste titel" in running.shown("artikelen/index.html")
    assert (running.scans, running.made) == (0, 0)
    running.rebuilder.rebuild()
    assert "Tweede titel" in running.shown("artikelen/index.html")


# Articles of different days, as those of one day stand in the order of their titles.
MEETINGS = {
    f"content/articles/m{month}.md": (
        f"---\ntitle: Titel {month}\nevent: Bijeenkomst\ndate: 2018-0{month}-08\nseries: Reeks\n"
        f"region: Zwolle\nkoplopers: [Spark]\nthemes: [Leren in de praktijk]\n---\n"
        f"Over [[Spark]] en [de vorige keer](m{max(month - 1, 1)}.md).\n"
    )
    for month in range(1, 9)
}


def test_where_a_look_takes_long_a_save_is_shown_everywhere_before_it(tmp_path: Path) -> None:
    running = started(tmp_path, MEETINGS)
    running.looker.patience = 0
    for month, status in ((3, ""), (7, "status: cancelled\n")):
        path = f"content/articles/m{month}.md"
        text = MEETINGS[path].replace("Titel", "Anders").replace("series", f"{status}series")
        running.save({path: text})
        assert f"Titel {month}" in running.shown("regios/zwolle/index.html")
        running.looker.spread()
    assert (running.scans, running.made) == (0, 0)
    pages = pages_of(build(scan(running.root, TODAY, OPTIONS)))
    files = [path if path.endswith(".html") else f"{path}index.html" for path in pages]
    ahead = {file: running.shown(file) for file in files}
    assert sum("Anders 3" in html for html in ahead.values()) > 7
    running.rebuilder.rebuild()
    assert ahead == {file: running.shown(file) for file in files}


def test_what_was_shown_everywhere_is_taken_back_when_it_is_again_what_it_was(
    tmp_path: Path,
) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    running.looker.patience = 0
    for text, shown in ((TEXT.replace("Eerste", "Tweede"), "Tweede"), (TEXT, "Eerste")):
        running.save({ARTICLE: text})
        running.looker.spread()
        assert f"{shown} titel" in running.shown()
        assert f"{shown} titel" in running.shown("artikelen/index.html")
        assert f"{shown} titel" in running.shown("regios/zwolle/index.html")


def test_a_save_that_is_not_spread_yet_shows_no_older_form_anywhere(tmp_path: Path) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    running.looker.patience = 0
    running.save({ARTICLE: TEXT.replace("Eerste", "Tweede")})
    running.looker.spread()
    running.save({ARTICLE: TEXT.replace("Eerste", "Derde")})
    assert "Derde titel" in running.shown()
    assert "Tweede titel" in running.shown("artikelen/index.html")
    running.looker.spread()
    assert "Derde titel" in running.shown("artikelen/index.html")


def test_a_text_that_is_again_what_it_was_is_shown_so(tmp_path: Path) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    running.save({ARTICLE: TEXT.replace("Eerste", "Tweede")})
    running.save({ARTICLE: TEXT})
    assert "Eerste titel" in running.shown()
    running.rebuilder.rebuild()
    assert "Eerste titel" in running.shown()


def test_a_look_that_ends_while_a_text_is_saved_stays_what_is_shown(tmp_path: Path) -> None:
    running = started(tmp_path, {ARTICLE: TEXT, OTHER: TEXT})
    looker, scan_all = running.looker, running.looker.scan
    scanned, go_on = Event(), Event()

    def scan_and_wait() -> Inputs:
        inputs = scan_all()
        scanned.set()
        assert go_on.wait(60)
        return inputs

    looker.scan = scan_and_wait
    write_site(running.root, {OTHER: TEXT.replace("Eerste", "Andere")}, base=False)
    look = Thread(target=looker.look, args=[without_memory(map)])
    look.start()
    assert scanned.wait(60)
    running.save({ARTICLE: TEXT.replace("Eerste", "Tweede")})

    class Lock(AbstractContextManager[None]):
        """One that is had only once the look has ended."""

        def __exit__(self, *_error: object) -> None:
            pass

        def __enter__(self) -> None:
            if not go_on.is_set():
                go_on.set()
                look.join(60)

    looker._lock = Lock()  # type: ignore[assignment]
    running.save({ARTICLE: TEXT})
    assert "Eerste titel" in running.shown()
    assert "Andere titel" in running.shown("artikelen/anders/index.html")


@pytest.mark.parametrize("halfway", ["", "---\ntitle: Eer", TEXT.replace("Zwolle", "Zwole")])
def test_what_cannot_be_read_or_linked_does_not_go_ahead(tmp_path: Path, halfway: str) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    (tmp_path / ARTICLE).write_text(halfway, encoding="utf-8")
    running.looker.save([ARTICLE])
    assert "Eerste titel" in running.shown()
    running.save({ARTICLE: f"{TEXT}\nNog een alinea.\n"})
    assert "Nog een alinea." in running.shown()
    assert running.scans == 0


def test_with_mistakes_hardly_a_page_is_made(tmp_path: Path) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    write_site(tmp_path, {ARTICLE: TEXT.replace("Zwolle", "Zwole")}, base=False)
    outcome = running.rebuilder.rebuild()
    assert isinstance(outcome, Rebuilt)
    assert outcome.built.errors
    assert running.made == 0
    assert "Eerste titel" in (running.output / PATH).read_text("utf-8")


@pytest.mark.parametrize("told", [True, False])
def test_a_save_while_pages_are_made_is_for_the_next_rebuild(tmp_path: Path, told: bool) -> None:
    running = started(tmp_path, {ARTICLE: TEXT})
    write_site(tmp_path, {ARTICLE: f"{TEXT}\nEen.\n"}, base=False)

    def save() -> None:
        running.during = lambda: None
        running.save({ARTICLE: f"{TEXT}\nTwee.\n"})
        if told:
            running.rebuilder.overtaken.set()

    running.during = save
    with pytest.raises(Overtaken):
        running.rebuilder.rebuild()
    assert "Twee." in running.shown()
    assert "Tekst over" in (running.output / PATH).read_text("utf-8")
    assert "Twee." not in (running.output / PATH).read_text("utf-8")
    running.rebuilder.rebuild()
    assert "Twee." in (running.output / PATH).read_text("utf-8")


def test_a_memory_that_another_build_wrote_over_is_done_without(tmp_path: Path) -> None:
    many = {f"content/articles/a{n}.md": f"---\ntitle: Tekst {n}\n---\nIn.\n" for n in range(60)}
    running = started(tmp_path, many)
    with from_memory(tmp_path, tmp_path / "output", map) as means:
        inputs = scan(tmp_path, TODAY, Options(base_url="https://elders.example/"))
        write_site(
            tmp_path, {"content/themes/leren.md": "---\ntitle: Anders\n---\nA.\n"}, base=False
        )
        build(scan(tmp_path, TODAY, inputs.options), means.read, means.make)
    write_site(tmp_path, {"content/articles/a0.md": "---\ntitle: Tekst 0\n---\nUit.\n"}, base=False)
    running.rebuilder.rebuild()
    assert tree_of(running.output) == as_built(tmp_path)


def test_a_preview_reads_nothing_that_a_build_has_read(tmp_path: Path) -> None:
    write_site(
        tmp_path, {ARTICLE: TEXT, "content/articles/b.md": f"{TEXT[:4]}draft: true\n{TEXT[4:]}"}
    )
    read = []
    for options in (Options(base_url="https://elders.example/"), OPTIONS):
        with from_memory(tmp_path, tmp_path / "output", map) as means:
            build(scan(tmp_path, TODAY, options), means.read, means.make)
            read.append((means.fresh() or (0, 0))[0])
    assert read == [len(scan(tmp_path, TODAY).sources), 0]


WORDS = st.sampled_from(
    ["Tekst.", "Over Zwolle.", "Over [[Spark]].", "# Kop\n\nTekst.", "x [a](b)"]
)
EDITS = st.one_of(
    st.builds(
        lambda name, title, words, more: {
            f"content/articles/{name}.md": f"---\ntitle: {title}\n---\n{words}\n\n{more}\n"
        },
        st.sampled_from("ab"),
        st.sampled_from(["Een", "Twee"]),
        WORDS,
        st.sampled_from(["", "Meer.", "Nog *meer*."]),
    ),
    st.sampled_from(
        [
            {"content/articles/b.md": ""},
            {"content/koplopers/sparkcentres.md": "---\ntitle: Spark\n---\nNieuw.\n"},
            {"content/themes/leren.md": "---\ntitle: Leren in de praktijk\n---\nAnders.\n"},
            {"templates/404.html": "<html><head></head><body>Weg.</body></html>"},
        ]
    ),
)
HOW = st.sampled_from(["told", "seen", "both"])


def as_built(root: Path) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        built = build(scan(root, TODAY, OPTIONS))
        publish(built.artifacts, Path(folder) / "output")
        return tree_of(Path(folder) / "output")


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(EDITS, HOW), min_size=1, max_size=5))
def test_whatever_is_saved_the_preview_ends_as_a_build_would(
    edits: list[tuple[dict[str, str], str]],
) -> None:
    with TemporaryDirectory() as folder:
        running = started(Path(folder), {"content/articles/a.md": "---\ntitle: Een\n---\nTekst.\n"})
        running.looker.patience = 0
        for files, how in edits:
            write_site(running.root, files, base=False)
            if how != "seen":
                running.looker.save(files)
            if how == "both":
                running.looker.spread()
            if how != "told":
                running.rebuilder.rebuild()
        last = running.rebuilder.rebuild()
        assert isinstance(last, Rebuilt)
        inputs = scan(running.root, TODAY, OPTIONS)
        plain = build(inputs)
        assert last.built.diagnostics == plain.diagnostics
        if not plain.errors:
            assert tree_of(running.output) == as_built(running.root)
            assert running.looker.live
            for path, html in pages_of(plain).items():
                file = path if path.endswith(".html") else f"{path}index.html"
                assert running.shown(file) == html


# The first look at the site takes so long that no list waits for the next, which never ends.
SLOW = """
import time
from zorgpact_site.__main__ import run
from zorgpact_site.cli.options import Common
scan, waits = Common.scan, iter([0.4])
Common.scan = lambda common: (time.sleep(next(waits, 3600)), scan(common))[1]
run()
"""


def test_a_running_preview_of_a_large_site_shows_a_save_everywhere_before_it_looks(
    tmp_path: Path,
) -> None:
    with preview(write_site(tmp_path, GOOD), program=("-c", SLOW)) as running:
        running.save({ARTICLE: GOOD[ARTICLE].replace("Eerste", "Tweede")})
        until(lambda: "Tweede titel" in running.text("/artikelen/"), "the new title in a list")


def test_a_running_preview_shows_a_save_and_publishes_it_after(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, GOOD)) as running:
        text = f"{GOOD[ARTICLE]}\nNog een alinea.\n"
        running.reloads(lambda: running.save({ARTICLE: text}))
        assert "Nog een alinea." in running.text(PAGE)
        stands = running.folder / PATH
        until(lambda: "Nog een alinea." in stands.read_text("utf-8"), "the published page")
