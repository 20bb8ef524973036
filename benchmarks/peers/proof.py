"""Looks whether what a tool made tells the facts: otherwise its time would say nothing."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from benchmarks.peers.facts import SECTIONS, Article, Facts

_SAMPLE = 12
_FEED = 20
_TAG = re.compile(r"<[^>]*>")
_ARTICLE = re.compile(r"""href=["']?[^"' >]*?/?artikelen/([^/"' >]+)/""")
_LOC = re.compile(r"<loc>[^<]*/artikelen/[^</]+/?</loc>")
_RELATED = "<h2>Gerelateerd</h2>"
_ENTRY = re.compile(r"<(?:entry|item)[ >]")


def missing(output: Path, facts: Facts, related: bool, one_folder: str = "") -> list[str]:
    """What is not there of what every tool should make, in words."""
    pages = [f"{one.slug}: no page" for one in facts.articles if not _page(output, one).exists()]
    if pages:
        return pages
    chosen = facts.articles[:: max(len(facts.articles) // _SAMPLE, 1)]
    return [
        *(told for one in chosen for told in _of_article(output, one, facts)),
        *(told for one in chosen for told in _of_lists(output, one, one_folder)),
        *([] if not related or _relates(output, chosen) else ["no related articles"]),
        *_of_feeds(output, facts),
    ]


def words_on(output: Path, address: str, words: str) -> bool:
    """Whether the words stand on a page."""
    page = output / address.strip("/") / "index.html"
    return page.exists() and plain(words) in plain(page.read_text())


def plain(text: str) -> str:
    """Letters and digits alone: what is typographic, or a tag, does not count."""
    return "".join(filter(str.isalnum, unescape(_TAG.sub("", text)).lower()))


def _page(output: Path, article: Article) -> Path:
    return output / "artikelen" / article.slug / "index.html"


def _of_article(output: Path, article: Article, facts: Facts) -> Iterator[str]:
    html = _page(output, article).read_text()
    text = plain(html)
    sentences = [line for line in article.body.splitlines() if line and line[0].isalpha()]
    for words in (article.title, article.summary, sentences[-1]):
        if plain(re.sub(r"\]\([^)]*\)|\[\^\d\]", "", words)) not in text:
            yield f"{article.slug} lacks: {words}"
    for section, slugs in _about(article):
        for slug in slugs:
            named = plain(facts.titles(section)[slug]) in text
            if not named or f"/{slug}/" not in html:
                yield f"{article.slug} does not lead to {slug}"
    year, month, day = map(int, article.day.split("-"))
    if (month, day) != (1, 1) and str(year) not in text:
        yield f"{article.slug} lacks its year"


def _about(article: Article) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("regions", article.regions),
        ("themes", article.themes),
        ("koplopers", article.koplopers),
    )


def _of_lists(output: Path, article: Article, one_folder: str) -> Iterator[str]:
    lists = [
        (one_folder or SECTIONS[section], slug)
        for section, slugs in _about(article)
        for slug in slugs
    ]
    if article.day[5:] != "01-01":
        lists.append(("archief", article.year))
    for folder, slug in lists:
        if article.slug not in linked(output / folder / slug):
            yield f"/{folder}/{slug}/ does not list {article.slug}"


def linked(folder: Path) -> set[str]:
    """The articles that a list, or the parts of one, lead to."""
    texts = (page.read_text() for page in folder.rglob("*.html"))
    return {unquote(slug) for text in texts for slug in _ARTICLE.findall(text)}


def _relates(output: Path, chosen: Iterable[Article]) -> bool:
    return any(_RELATED in _page(output, one).read_text() for one in chosen)


def _of_feeds(output: Path, facts: Facts) -> Iterator[str]:
    forms = ("*.xml", "*.atom", "*.rss")
    files = [path.read_text() for form in forms for path in output.rglob(form)]
    if max((len(_ENTRY.findall(text)) for text in files), default=0) < min(
        _FEED, len(facts.articles)
    ):
        yield f"no feed of {_FEED} articles"
    if sum(len(_LOC.findall(text)) for text in files if "<urlset" in text) < len(facts.articles):
        yield "no sitemap of all articles"
