"""Turning `link_names` on changes nothing in an article but links around names."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.small_site import BASE
from zorgpact_site.linking import link
from zorgpact_site.model.body import Pieces, Slot
from zorgpact_site.model.settings import Settings
from zorgpact_site.noticing import Reader, by_key, things_in
from zorgpact_site.source import Source

FILES = {
    **BASE,
    "content/koplopers/zorg-en-welzijn.md": "---\ntitle: Zorg & Welzijn\n---\nEen koploper.\n",
    "content/koplopers/amp.md": "---\ntitle: amp\n---\nEen koploper.\n",
}
THINGS = [Source(path, text.encode()) for path, text in FILES.items() if path.endswith(".md")]
PIECES = st.sampled_from(
    [
        *("Sparkcentres", "*Spark*", "`Spark`", "[[Zwolle]]", "Zwolle", "## Zwolle\n\n", "\n\n"),
        *("\n> ", "Zorgtechnologie & <b>", "“De Zeeuwse Huiskamer”", "[Spark](https://x.nl/)"),
        *(
            "en",
            "&amp;",
            "Zorg & Welzijn",
            '"Zorg &amp; Welzijn" <',
            "&amp;amp;",
            "[^1]",
            "\n\n[^1]: Noot van Spark.\n\n",
        ),
    ]
)
LINK = re.compile(r"<a [^>]*>|</a>")


def html_of(body: str, *, link_names: bool) -> str:
    article = Source("content/articles/a.md", f"---\ntitle: A\n---\n{body}\n".encode())
    settings = Settings("Proef", link_names=link_names)
    sources = [*THINGS, article]
    noted = [*map(Reader(things_in(sources, settings)), sources)]
    readings = [one.reading for one in noted]
    site, _problems = link(readings, settings, {}, date(2018, 6, 1), by_key(noted))
    (made,) = site.articles
    assert len(made.text.targets) == len(made.text.body.references)
    return shown(made.text.body.html, len(made.text.targets))


def shown(html: Pieces, targets: int) -> str:
    assert all(piece.index < targets for piece in html if isinstance(piece, Slot))
    return "".join(
        piece if isinstance(piece, str) else f"{piece.fill}-{piece.index}" for piece in html
    )


@given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join))
def test_only_links_are_added(body: str) -> None:
    plain, linked = html_of(body, link_names=False), html_of(body, link_names=True)
    assert LINK.sub("", plain) == LINK.sub("", linked)
    assert linked.count("<a ") >= plain.count("<a ")
    assert len(re.findall(r"<a [^>]*>[^<]*(?:<(?!/?a\b)[^<]*)*</a>", linked)) == linked.count("<a ")


def test_the_first_plain_naming_is_linked() -> None:
    assert html_of("`Spark` en Spark en Spark.", link_names=True) == (
        '<p><code>Spark</code> en <a href="href-0">Spark</a> en Spark.</p>\n'
    )


def test_names_with_signs_that_html_writes_otherwise_are_linked() -> None:
    assert html_of("Zorg & Welzijn, R&amp;D <3 amp", link_names=True) == (
        '<p><a href="href-0">Zorg &amp; Welzijn</a>, R&amp;D &lt;3 <a href="href-1">amp</a></p>\n'
    )
