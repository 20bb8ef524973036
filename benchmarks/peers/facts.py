"""What a generated site says, without any generator's own manners: what all peers are given."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any

import yaml

# Folders of our content, and the addresses under which all peers publish them.
SECTIONS = {
    "articles": "artikelen",
    "regions": "regios",
    "themes": "themas",
    "koplopers": "kopgroep",
    "tools": "hulpmiddelen",
}
_KINDS = {"regio": "regions", "thema": "themes", "koploper": "koplopers", "hulpmiddel": "tools"}
_DAY = re.compile(r"^\d{4}(-\d\d){0,2}-")
_NAMED = re.compile(r"\[\[(?:(regio|thema|koploper|hulpmiddel):)?([^\]|]+)(?:\|([^\]]+))?\]\]")
_PATH = re.compile(r"\]\(((?:\.\.?/)*[^():# ]+\.(md|svg|txt))")
_NOTE = re.compile(r"^::: [\w-]+\n(.*?)\n:::$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Thing:
    """A region, theme, koploper or tool."""

    section: str
    slug: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article; what it is about as slugs. A date known by month or year has its first day."""

    path: str
    slug: str
    title: str
    day: str
    summary: str
    regions: tuple[str, ...]
    themes: tuple[str, ...]
    koplopers: tuple[str, ...]
    body: str

    @property
    def year(self) -> str:
        """The year of the archive that it stands in."""
        return self.day[:4]


@dataclass(frozen=True, slots=True)
class Facts:
    """A whole site: articles newest first, things by section, media by address."""

    articles: tuple[Article, ...]
    things: Mapping[str, tuple[Thing, ...]]
    media: Mapping[str, str]

    def titles(self, section: str) -> dict[str, str]:
        """The title of each thing of a section by slug."""
        return {thing.slug: thing.title for thing in self.things[section]}


def facts_of(source: Mapping[str, str]) -> Facts:
    """Read the files of a generated site; KeyError when a text names what is not there."""
    parts = {path: _parts(text) for path, text in source.items() if path.endswith(".md")}
    addresses = {path: _address(path) for path in parts}
    names = {
        (folder, name.lower()): addresses[path]
        for path, (values, _) in parts.items()
        if (folder := PurePosixPath(path).parts[1]) in SECTIONS
        for name in filter(None, (values["title"], values.get("aliases")))
    }
    plain = _Plain(addresses, names)
    things: dict[str, list[Thing]] = {folder: [] for folder in SECTIONS if folder != "articles"}
    articles = []
    for path, (values, body) in parts.items():
        folder = PurePosixPath(path).parts[1]
        if folder == "articles":
            articles.append(_article(path, values, plain.text(path, body), names))
        elif folder in things:
            text = plain.text(path, body)
            things[folder].append(Thing(SECTIONS[folder], _slug(path), values["title"], text))
    return Facts(
        tuple(sorted(articles, key=lambda one: (one.day, one.slug), reverse=True)),
        {folder: tuple(of) for folder, of in things.items()},
        {
            path.removeprefix("content/"): text
            for path, text in source.items()
            if path.startswith("content/media/")
        },
    )


@dataclass(frozen=True, slots=True)
class _Plain:
    """Makes texts plain Markdown: links by address, notes as quotes."""

    addresses: Mapping[str, str]
    names: Mapping[tuple[str, str], str]

    def text(self, path: str, body: str) -> str:
        here = PurePosixPath(path).parent
        body = _NAMED.sub(self._named, body)
        body = _PATH.sub(lambda found: self._by_path(str(here / found[1])), body)
        return _NOTE.sub(lambda found: "> " + found[1].replace("\n", "\n> "), body)

    def _named(self, found: re.Match[str]) -> str:
        kind, name, label = found.groups()
        folders = [_KINDS[kind]] if kind else list(SECTIONS)
        address = next(
            self.names[folder, name.lower()]
            for folder in folders
            if (folder, name.lower()) in self.names
        )
        return f"[{label or name}]({address})"

    def _by_path(self, path: str) -> str:
        path = normpath(path)
        return "](" + (self.addresses.get(path) or f"/{path.removeprefix('content/')}")


@cache  # an edit leaves all other texts as they were
def _parts(text: str) -> tuple[dict[str, Any], str]:
    _, front, body = text.split("---\n", 2)
    return yaml.load(front, yaml.CSafeLoader), body.lstrip("\n")


def _article(
    path: str, values: Mapping[str, Any], body: str, names: Mapping[tuple[str, str], str]
) -> Article:
    day = str(values.get("date", "2014"))
    return Article(
        path=path,
        slug=_slug(path),
        title=values["title"],
        day=f"{day}-01-01"[:10],
        summary=values.get("summary", ""),
        regions=_slugs("regions", values.get("region", ()), names),
        themes=_slugs("themes", values.get("themes", ()), names),
        koplopers=_slugs("koplopers", values.get("koplopers", ()), names),
        body=body,
    )


def _slugs(
    folder: str, titles: Iterable[str], names: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    return tuple(names[folder, title.lower()].split("/")[2] for title in titles)


def _slug(path: str) -> str:
    return _DAY.sub("", PurePosixPath(path).stem)


def _address(path: str) -> str:
    section = SECTIONS.get(PurePosixPath(path).parts[1])
    return f"/{section}/{_slug(path)}/" if section else f"/{_slug(path)}/"
