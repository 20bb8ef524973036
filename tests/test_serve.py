"""The preview: a real server that follows saves, and shows mistakes where the pages were."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest
from click.testing import CliRunner

from tests.running_preview import (
    ARTICLE,
    BROKEN,
    GOOD,
    PAGE,
    PATIENCE,
    preview,
    stamp_of,
    until,
)
from tests.small_site import TODAY, tree_of, write_site
from zorgpact_site.artifact import Artifact
from zorgpact_site.cli import main
from zorgpact_site.model.site import Site
from zorgpact_site.publishing.place import Place
from zorgpact_site.scan import scan
from zorgpact_site.searching import IndexingFailed, Reason
from zorgpact_site.serving.looking import Looker
from zorgpact_site.serving.rebuilding import Rebuilder, Rebuilt
from zorgpact_site.serving.server import Preview
from zorgpact_site.serving.tree import Stopped, Tree


def test_a_page_comes_with_the_script_of_livereload(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, GOOD)) as running:
        page = running.get(PAGE)
        html = page.body.decode()
        assert page.code == 200
        assert "Eerste titel" in html
        assert html.index("/livereload.js?port=") < html.index("</head>")
        script = running.get("/livereload.js")
        assert script.headers["Content-Type"].startswith("application/javascript")
        assert b"LiveReload" in script.body
        assert b"livereload" not in (running.folder / "artikelen/spark/index.html").read_bytes()
    assert not (tmp_path / "output").exists()


def test_a_save_changes_the_page_and_reloads_browsers(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, GOOD)) as running:
        told = running.reloads(
            lambda: running.save({ARTICLE: "---\ntitle: Tweede titel\n---\nTekst.\n"})
        )
        assert (told["command"], told["path"]) == ("reload", "*")
        assert "Tweede titel" in running.text(PAGE)
        until(lambda: len(running.said) == 3, "a line for the rebuild")
        assert re.search(r"\d\d:\d\d:\d\d .*\d+", running.said[-1])


def test_a_page_that_a_rebuild_overtook_reloads_at_once(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, GOOD)) as running:
        stamp = stamp_of(running.text(PAGE))
        running.save({ARTICLE: "---\ntitle: Tweede titel\n---\nTekst.\n"})
        until(lambda: "Tweede titel" in running.text(PAGE), "the rebuilt page")
        assert running.reloads(lambda: None, stamp)["command"] == "reload"


OTHER = {"content/pages/over.md": "---\ntitle: Over ons\n---\nWie wij zijn.\n"}
DRAWING = "content/media/kaart.svg"
DRAWN = {"content/pages/kaart.md": "---\ntitle: Kaart\n---\n![Een kaart](../media/kaart.svg)\n"}


def test_only_pages_that_differ_are_loaded_anew_and_once(tmp_path: Path) -> None:
    def other_title(number: int) -> None:
        running.save({ARTICLE: f"---\ntitle: Titel {number}\n---\nTekst.\n"})

    with preview(write_site(tmp_path, GOOD | OTHER)) as running:
        running.wait_for_index()
        assert running.loads(PAGE, lambda: other_title(2)) == 1
        assert running.loads("/artikelen/", lambda: other_title(3)) == 1
        assert running.loads("/over/", lambda: other_title(4)) == 0
        assert "Titel 4" in running.text(PAGE)
        assert running.loads("/over/", lambda: running.save(BROKEN)) == 1
        assert running.loads("/over/", lambda: running.save(GOOD)) == 1


def test_a_page_that_shows_another_drawing_is_loaded_anew(tmp_path: Path) -> None:
    first = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
    with preview(write_site(tmp_path, OTHER | DRAWN | {DRAWING: first})) as running:
        second, third = first.replace(b"h9", b"v9"), first.replace(b"h9", b"v5")
        assert running.loads("/kaart/", lambda: running.save({DRAWING: second})) == 1
        assert running.get("/media/kaart.svg").body == second
        assert running.loads("/over/", lambda: running.save({DRAWING: third})) == 0


def test_a_mistake_stands_in_for_every_page_until_it_is_mended(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, GOOD)) as running:
        running.wait_for_index()
        before = tree_of(running.folder)
        style = next(path for path in before if path.endswith(".css"))
        assert running.reloads(lambda: running.save(BROKEN))["command"] == "reload"

        for path in (PAGE, "/", "/nieuw/"):
            shown = running.get(path)
            html = shown.body.decode()
            assert shown.code == 500
            assert str(tmp_path.resolve()) in html
            assert ARTICLE in html
            assert "regel 3, teken 9" in html
            assert "deze regio bestaat niet: “Zwole”" in html
            assert "region: <mark>Zwole</mark>" in html
            assert "bedoelde u “Zwolle”?" in html
            assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
            assert "<script>alert" not in html
            assert "/livereload.js?port=" in html
        assert running.get(f"/{style}").code == 200
        assert tree_of(running.folder) == before
        assert f"{ARTICLE}:3:9" in "".join(running.said)

        assert running.reloads(lambda: running.save(GOOD))["command"] == "reload"
        assert running.get(PAGE).code == 200
        assert "Eerste titel" in running.text(PAGE)


def test_a_preview_that_starts_with_a_mistake_waits_for_it(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, BROKEN)) as running:
        assert "Zwole" in running.text("/")
        running.reloads(lambda: running.save(GOOD))
        assert running.get("/").code == 200


def test_warnings_are_counted_at_the_corner_and_told_on_a_page(tmp_path: Path) -> None:
    warned = {ARTICLE: "---\ntitle: Eerste titel\n---\nDit is <b>vet<br>.\n"}
    with preview(write_site(tmp_path, warned)) as running:
        html = running.text(PAGE)
        assert "raw-html" in "".join(running.said)
        assert "raw-html" not in html
        assert (
            '<a class="zorgpact-warnings" href="/.zorgpact/warnings">2 waarschuwingen</a>' in html
        )
        assert running.get("/.zorgpact/badge.css").headers["Content-Type"].startswith("text/css")
        assert b"zorgpact-warnings" not in (running.folder / PAGE[1:] / "index.html").read_bytes()

        told = running.get("/.zorgpact/warnings")
        assert told.code == 200
        assert "Dit is <mark>&lt;b&gt;</mark>" in told.body.decode()
        assert "script-src 'self'" in told.headers["Content-Security-Policy"]
        assert running.get("/.zorgpact/warnings", Host="elders.example").code == 403

        running.save(GOOD)
        until(lambda: "zorgpact-warnings" not in running.text(PAGE), "the page without them")
        assert running.get("/.zorgpact/warnings").headers["Location"] == "/"


def test_drafts_are_shown_unless_asked_otherwise(tmp_path: Path) -> None:
    write_site(tmp_path, {ARTICLE: "---\ntitle: Concept\ndraft: true\n---\nTekst.\n"})
    with preview(tmp_path) as running:
        assert running.get(PAGE).code == 200
    with preview(tmp_path, "--no-drafts") as running:
        assert running.get(PAGE).code == 404


def test_a_template_is_followed_too_and_its_mistake_shown(tmp_path: Path) -> None:
    own = "templates/404.html"
    with preview(write_site(tmp_path, {**GOOD, own: "<p>Eigen pagina"})) as running:
        assert "<p>Eigen pagina<script" in running.text("/weg/")
        running.reloads(lambda: running.save({own: "<p>{{ page.onbekend }}"}))
        assert running.get("/weg/").code == 500
        assert own in running.text("/weg/")


def test_after_any_edits_the_preview_is_what_a_build_would_make(tmp_path: Path) -> None:
    with preview(write_site(tmp_path / "site", GOOD)) as running:
        for files in (
            {"content/articles/b.md": "---\ntitle: Later\n---\nOver [[Sparkcentres]].\n"},
            {"content/koplopers/sparkcentres.md": "---\ntitle: Spark\n---\nNieuw.\n"},
            {"content/articles/b.md": "", ARTICLE: "---\ntitle: Anders\n---\n[[Spark]]\n"},
        ):
            running.reloads(lambda files=files: running.save(files))  # type: ignore[misc]
        until(lambda: "Anders" in running.text(PAGE), "the last edit")
        asked = ["--site", tmp_path / "site", "--output", tmp_path / "fresh", "--drafts"]
        asked += ["--today", "2018-06-01", "--base-url", f"http://127.0.0.1:{running.port}/"]
        built = CliRunner().invoke(main, ["build", *map(str, asked)])
        assert built.exit_code == 0
        entry = "zoeken/index/pagefind-entry.json"
        wanted = (tmp_path / "fresh" / entry).read_bytes()
        until(lambda: (running.folder / entry).read_bytes() == wanted, "the index of the last edit")
        assert tree_of(running.folder) == tree_of(tmp_path / "fresh")


def test_trouble_of_the_machine_is_shown_and_passes(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, GOOD)) as running:
        (tmp_path / ".zorgpact").rename(tmp_path / ".weg")
        (tmp_path / ".zorgpact").write_text("in de weg")
        running.reloads(lambda: running.save({ARTICLE: "---\ntitle: Tweede\n---\nTekst.\n"}))
        until(lambda: running.get("/").code == 500, "the page that tells of trouble")
        assert str(tmp_path / ".zorgpact") in running.text("/")
        (tmp_path / ".zorgpact").unlink()
        running.reloads(lambda: running.save(GOOD))
        until(lambda: "Eerste titel" in running.text(PAGE), "the page")


def no_index(_site: Site) -> tuple[Artifact, ...]:
    return ()


def test_pages_do_not_wait_for_the_search_index(tmp_path: Path) -> None:
    may_end = Event()

    def slow(_site: Site) -> tuple[Artifact, ...]:
        assert may_end.wait(PATIENCE)
        return (Artifact("zoeken/index/nieuw", b"nieuw"),)

    def earlier(_site: Site) -> tuple[Artifact, ...]:
        return (Artifact("zoeken/index/oud", b"oud"),)

    write_site(tmp_path, GOOD)
    place = Place.of(tmp_path / "output")
    tree = Tree(tmp_path, place, slow, earlier)
    rebuilder = Rebuilder(Looker(lambda: scan(tmp_path, TODAY), tmp_path), tree)
    assert isinstance(rebuilder.rebuild(), Rebuilt)
    indexing = Thread(target=tree.index_again)
    indexing.start()
    write_site(tmp_path, {ARTICLE: "---\ntitle: Tweede titel\n---\nTekst.\n"}, base=False)
    assert isinstance(rebuilder.rebuild(), Rebuilt)
    assert "Tweede titel" in (tmp_path / "output/artikelen/spark/index.html").read_text("utf-8")
    assert (tmp_path / "output/zoeken/index/oud").exists()
    may_end.set()
    indexing.join(PATIENCE)
    assert (tmp_path / "output/zoeken/index/nieuw").exists()
    assert not (tmp_path / "output/zoeken/index/oud").exists()
    assert "Tweede titel" in (tmp_path / "output/artikelen/spark/index.html").read_text("utf-8")


def test_trouble_with_the_index_is_told_and_the_pages_stay(tmp_path: Path) -> None:
    def failing(_site: Site) -> tuple[Artifact, ...]:
        raise IndexingFailed(Reason.STOPPED)

    write_site(tmp_path, GOOD)
    place = Place.of(tmp_path / "output")
    tree = Tree(tmp_path, place, failing, no_index)
    Rebuilder(Looker(lambda: scan(tmp_path, TODAY), tmp_path), tree).rebuild()
    before = tree_of(tmp_path / "output")
    assert isinstance(tree.index_again(), IndexingFailed)
    assert tree_of(tmp_path / "output") == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_stopping_is_quiet_and_leaves_the_preview_whole(
    tmp_path: Path, number: int, code: int
) -> None:
    with preview(write_site(tmp_path, GOOD)) as running:
        running.wait_for_index()
        before, lines = tree_of(running.folder), len(running.said)
        assert running.stop(number) == code
    assert running.said[lines:] == []
    assert tree_of(running.folder) == before


def test_a_build_under_way_ends_with_the_preview(tmp_path: Path) -> None:
    tree = Tree(tmp_path, Place.of(tmp_path / "output"), no_index, no_index)
    rebuilder = Rebuilder(Looker(lambda: scan(tmp_path, TODAY), tmp_path), tree)
    write_site(tmp_path, GOOD)
    tree.stop()
    with pytest.raises(Stopped):
        rebuilder.rebuild()
    assert not (tmp_path / "output").exists()


def test_a_taken_port_names_a_free_one_that_works(tmp_path: Path) -> None:
    write_site(tmp_path, GOOD)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = CliRunner().invoke(main, ["serve", "--site", str(tmp_path), "--port", str(port)])
    assert told.exit_code == 3
    assert len(told.output.splitlines()) == 1
    assert str(port) in told.output
    found = re.search(r"zorgpact serve --port (\d+)", told.output)
    assert found
    with preview(tmp_path, "--port", found[1]) as running:
        assert running.port == int(found[1])


def test_two_previews_of_a_site_do_not_write_in_one_folder(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, GOOD)):
        second = CliRunner().invoke(main, ["serve", "--site", str(tmp_path), "--port", "0"])
    assert second.exit_code == 4
    assert "Traceback" not in second.output


def test_a_folder_with_files_of_others_is_left_alone(tmp_path: Path) -> None:
    write_site(tmp_path, GOOD)
    before = tree_of(tmp_path)
    asked = ["serve", "--site", str(tmp_path), "--port", "0", "--output", str(tmp_path)]
    assert CliRunner().invoke(main, asked).exit_code == 2
    assert tree_of(tmp_path) == before


def test_the_browser_opens_when_asked(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.new && mv {opened}.new {opened}\n')
    browser.chmod(0o755)
    environment = {"BROWSER": f"{browser} %s"}
    with preview(write_site(tmp_path, GOOD), "--open", environment=environment) as running:
        until(opened.exists, "an opened browser")
        assert opened.read_text() == f"http://127.0.0.1:{running.port}/\n"


@pytest.mark.parametrize(
    "wrong",
    [
        ("--base-url", "https://voorbeeld.nl/"),
        ("--port", "70000"),
        ("--editor-url", "vscode://file/"),
        ("--editor-url", "javascript:alert('{path}')"),
        ("--editor-url", "vscode://{path}:{regel}"),
        ("--editor-url", "vscode://{path"),
    ],
)
def test_wrong_options_are_refused(tmp_path: Path, wrong: tuple[str, str]) -> None:
    refused = CliRunner().invoke(main, ["serve", "--site", str(tmp_path), *wrong])
    assert refused.exit_code == 2
    assert wrong[0] in refused.output


@pytest.mark.parametrize(
    ("asked", "days"),
    [((), ["2018-06-01", "2018-06-02"]), (("--today", "2018-05-05"), ["2018-05-05"] * 2)],
)
def test_a_preview_that_stays_open_sees_each_new_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], days: list[str]
) -> None:
    looked: list[str] = []

    def look(preview: Preview, listening: socket.socket) -> None:
        listening.close()
        for day in ("1527854400", "1527940800"):
            monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
            looked.append(str(preview.scan().today))

    monkeypatch.setattr("zorgpact_site.serving.server.serve", look)
    command = ["serve", "--site", str(write_site(tmp_path, GOOD)), "--port", "0", *asked]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert looked == days


def test_other_commands_do_not_wait_for_the_server_to_load() -> None:
    code = "import sys, zorgpact_site.cli; print({'tornado', 'livereload'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
