"""The error page: complete, valid, and safe whatever a text may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from tests.conftest import nu_messages
from tests.small_site import TODAY, write_site
from zorgpact_site.build import build
from zorgpact_site.reporting.messages import messages_in
from zorgpact_site.scan import scan
from zorgpact_site.serving.error_page import ErrorPage
from zorgpact_site.serving.folders import Folders
from zorgpact_site.serving.rebuilding import Rebuilt, Refused

ARTICLE = "content/articles/a.md"


def page_of(root: Path, files: Mapping[str, str], *, editor: str = "", language: str = "nl") -> str:
    write_site(root, files)
    inputs = scan(root, TODAY)
    outcome = Rebuilt(inputs, build(inputs), None, 0)
    page = ErrorPage(messages_in(language), Folders(root, root).locate, editor)
    return page.of(outcome).decode()


def test_there_is_no_error_page_when_all_is_well(tmp_path: Path) -> None:
    assert page_of(tmp_path, {}) == ""
    assert page_of(tmp_path, {ARTICLE: "---\ntitle: A\n---\n<b>vet</b>\n"}) == ""


def test_mistakes_stand_under_their_file_in_reading_order(tmp_path: Path) -> None:
    html = page_of(
        tmp_path,
        {
            ARTICLE: "---\ntitle: A\ndate: 2018-02-30\nregion: Zwole\n---\n<b>x</b>\n",
            "content/themes/leren.md": "---\ntitel: Leren\n---\nTekst.\n",
        },
    )
    heads = [unescape(found) for found in re.findall(r"<h[23][^>]*>(.*)</h[23]>", html)]
    assert [re.sub(r"<[^>]*>", "", head) for head in heads] == [
        f"{tmp_path}/{ARTICLE}",
        "“2018-02-30” bestaat niet: februari heeft 28 dagen",
        "deze regio bestaat niet: “Zwole”",
        f"{tmp_path}/content/themes/leren.md",
        "de sleutel “titel” is hier niet bekend",
    ]
    assert "3 fouten in 2 bestanden" in html
    assert "raw-html" not in html


def test_the_page_speaks_english_on_request(tmp_path: Path) -> None:
    html = page_of(tmp_path, {ARTICLE: "---\ntitle: A\ndate: x\n---\nB.\n"}, language="en")
    assert '<html lang="en">' in html
    assert "line 3, column 7" in html


def test_places_are_links_when_an_editor_is_named(tmp_path: Path) -> None:
    root = tmp_path / 'een map & "meer"'
    broken = {ARTICLE: "---\ntitle: A\ndate: x\n---\nB.\n"}
    html = page_of(root, broken, editor="vscode://file/{path}:{line}:{column}")
    link = unescape(re.findall(r'<p class="place"><a href="([^"]*)"', html)[0])
    assert link.startswith(f"vscode://file/{tmp_path}/een%20map%20%26%20%22meer%22/content/")
    assert link.endswith("/a.md:3:7")
    assert "--editor-url" not in html
    assert "--editor-url" in page_of(root, broken)


def test_only_the_neighbourhood_of_a_mistake_in_a_long_line_is_shown(tmp_path: Path) -> None:
    line = f"{'voor ' * 500}[[Niets]]{' na' * 500}"
    html = page_of(tmp_path, {ARTICLE: f"---\ntitle: A\n---\n{line}\n"})
    frame = re.findall(r"<pre><code>(.*)</code></pre>", html)[0]
    assert re.fullmatch(r"…[vor ]{160}<mark>\[\[Niets\]\]</mark>[na ]{160}…", frame)


def test_no_text_can_break_out_of_the_page_or_turn_it_around(tmp_path: Path) -> None:
    nasty = "</pre></style><script>alert(1)</script><!-- \u202e\ufffe\x01\x7f\x85 \" onload='x'"
    html = page_of(
        tmp_path,
        {
            ARTICLE: f"---\ntitle: A\nregion: {nasty}\n---\n[[{nasty}]] {{{{ 7 * 7 }}}}\n",
            "content/articles/b.md": f'---\ntitle: B\n"{nasty[:40]}": "\\ud800"\n---\nB.\n',
            "content/site.yaml": "title: Proef\nbase_url: javascript:alert(1)\n",
            "content/articles/c\u202e<i>.md": "---\ntitel: C\n---\nC.\n",
        },
    )
    assert "<script" not in html
    assert "<i>" not in html
    assert not re.search("[\u202e\ufffe\x01\x7f\x85]", html)
    folder = tmp_path / "shown"
    folder.mkdir()
    (folder / "index.html").write_text(html, "utf-8")
    assert nu_messages(folder) == []


def test_trouble_of_the_machine_is_told_in_a_sentence() -> None:
    page = ErrorPage(messages_in("nl"), Path)
    html = page.of(Refused(OSError(28, "No space left on device", "/een/<map>"))).decode()
    assert "de computer weigert: de schijf is vol" in html
    assert "/een/&lt;map&gt;" in html


def test_the_page_asks_nothing_of_anybody(tmp_path: Path) -> None:
    html = page_of(tmp_path, {ARTICLE: "---\ntitle: A\ndate: x\n---\nB.\n"})
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"|url\(([^)]*)\)|@import', html)
    assert {address for pair in addresses for address in pair if address} == {"data:,"}
    assert "://" not in html.replace("vscode://", "")
