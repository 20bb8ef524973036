"""The same edits for everybody: they change the content, and each tool is laid what differs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.peers.facts import facts_of

_DATED = re.compile(r"content/articles/\d{4}/\d{4}-\d\d-\d\d-")
_THEME = "content/themes/zorg-en-technologie.md"


@dataclass(frozen=True, slots=True)
class Edit:
    """Content as it is after an edit, and the words by which one sees that it has been done.

    `seen_on` are two addresses: of the page itself, and of a list that names it.
    """

    source: Mapping[str, str]
    words: str
    seen_on: tuple[str, str]


def edited_article(source: Mapping[str, str]) -> str:
    """The path of the article that is edited: the newest, as all lists begin with it.

    Meetings to come stand on the agenda; those have the day on which they were announced.
    """
    return max(
        path for path, text in source.items() if _DATED.match(path) and "\npublished:" not in text
    )


def edit_body(source: Mapping[str, str], mark: str) -> Edit:
    """One more paragraph in an article."""
    path, words = edited_article(source), f"Deze alinea kwam erbij: {mark}."
    changed = {**source, path: f"{source[path]}\n{words}\n"}
    return Edit(changed, words, _seen_on(source, path))


def edit_title(source: Mapping[str, str], mark: str) -> Edit:
    """Another title for an article."""
    path, words = edited_article(source), f"Verslag {mark}"
    changed = {**source, path: _titled(source[path], words)}
    return Edit(changed, words, _seen_on(source, path))


def rename_theme(source: Mapping[str, str], mark: str) -> Edit:
    """Another title for a theme; articles still name it by the old one, or by its address."""
    words = f"Zorg en techniek {mark}"
    text = _titled(source[_THEME], f"{words}\naliases: Zorg en technologie")
    about = next(one for one in facts_of(source).articles if "zorg-en-technologie" in one.themes)
    seen_on = "/themas/zorg-en-technologie/", f"/artikelen/{about.slug}/"
    return Edit({**source, _THEME: text}, words, seen_on)


def changed_files(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The files to write so that a folder laid with the one holds the other."""
    return {path: text for path, text in after.items() if before.get(path) != text}


def _seen_on(source: Mapping[str, str], path: str) -> tuple[str, str]:
    article = next(one for one in facts_of(source).articles if one.path == path)
    return f"/artikelen/{article.slug}/", f"/themas/{article.themes[0]}/"


def _titled(text: str, title: str) -> str:
    head, rest = text.split("title:", 1)
    return f"{head}title: {title}\n{rest.split(chr(10), 1)[1]}"
