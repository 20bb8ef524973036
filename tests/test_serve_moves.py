"""A page that was on screen when its file got another name leads to where it is now."""

from __future__ import annotations

from pathlib import Path

from tests.running_preview import GOOD, PAGE, preview, until
from tests.small_site import write_site
from tests.test_serve_saving import InProcess, started

A, B, C = (f"content/articles/{name}.md" for name in "abc")
TEXT = "---\ntitle: Titel\n---\nTekst.\n"
LINK = "---\ntitle: Ander\n---\nZie [hier](a.md).\n"


def page_of(path: str) -> str:
    return f"artikelen/{Path(path).stem}/index.html"


def rename(running: InProcess, before: str, now: str) -> None:
    (running.root / before).rename(running.root / now)
    running.rebuilder.rebuild()


def test_a_renamed_file_leads_from_its_old_page_to_its_new_one(tmp_path: Path) -> None:
    with preview(write_site(tmp_path, GOOD)) as running:
        before = running.site / "content/articles/spark.md"
        before.rename(before.with_name("2018-vonk.md"))
        until((running.folder / "artikelen/vonk/index.html").exists, "the new page")
        answer = running.get(PAGE)
        assert (answer.code, answer.headers["Location"]) == (302, "/artikelen/vonk/")
        assert running.get("/artikelen/vonk/").code == 200
        assert running.get("/artikelen/nooit/").code == 404


def test_a_file_that_was_renamed_twice_and_back_is_found_each_time(tmp_path: Path) -> None:
    running = started(tmp_path, {A: TEXT})
    moves = running.looker.moves
    rename(running, A, B)
    assert (moves.of(page_of(A)), moves.of(page_of(B))) == (page_of(B), None)
    rename(running, B, C)
    assert [moves.of(page_of(one)) for one in (A, B, C)] == [page_of(C), page_of(C), None]
    rename(running, C, A)
    assert [moves.of(page_of(one)) for one in (B, C)] == [page_of(A), page_of(A)]
    assert running.shown(page_of(A))


def test_a_name_that_breaks_links_leads_on_once_those_are_mended(tmp_path: Path) -> None:
    running = started(tmp_path, {A: TEXT, C: LINK})
    rename(running, A, B)
    assert running.looker.live is None
    write_site(tmp_path, {C: LINK.replace("a.md", "b.md")}, base=False)
    running.rebuilder.rebuild()
    assert running.looker.moves.of(page_of(A)) == page_of(B)


def test_a_file_that_went_or_was_rewritten_leads_nowhere(tmp_path: Path) -> None:
    running = started(tmp_path, {A: TEXT, C: f"{TEXT}Meer.\n"})
    write_site(tmp_path, {A: "", B: f"{TEXT}Anders.\n", C: ""}, base=False)
    running.rebuilder.rebuild()
    assert [running.looker.moves.of(page_of(one)) for one in (A, C)] == [None, None]
