"""A small reader of finished pages, for tests that judge what was published."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ASKING = {"src", "srcset", "href", "poster", "data", "action", "formaction", "background"}


@dataclass(slots=True)
class PageFacts:
    """What stands on a page that tests ask for."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    text: str = ""

    @property
    def ids(self) -> set[str]:
        """All ids on the page."""
        return {attributes["id"] for _tag, attributes in self.tags if "id" in attributes}

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of all elements with this tag."""
        return [attributes for name, attributes in self.tags if name == tag]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.facts = PageFacts()
        self._heading: int | None = None
        self._words: list[str] = []
        self._silent = 0
        self._inert = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # What stands in a template is no part of the page until a script copies it.
        self._inert += tag == "template"
        if self._inert:
            return
        self.facts.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in {"script", "style"}:
            self._silent += 1
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = int(tag[1])
            self.facts.headings.append((self._heading, ""))

    def handle_endtag(self, tag: str) -> None:
        if self._inert:
            self._inert -= tag == "template"
            return
        if tag in {"script", "style"}:
            self._silent -= 1
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._silent or self._inert:
            return
        data = data.replace("\u00ad", "")  # a place to break a word, which nobody reads
        self._words.append(data)
        if self._heading is not None:
            level, text = self.facts.headings[-1]
            self.facts.headings[-1] = (level, text + data)

    def close(self) -> None:
        super().close()
        self.facts.text = " ".join("".join(self._words).split())


def read_page(html: str) -> PageFacts:
    """Read one page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.facts


def read_pages(folder: Path) -> dict[str, PageFacts]:
    """Every page below a folder, by path."""
    return {
        str(path.relative_to(folder)): read_page(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def broken_links(folder: Path, *, root: str = "/", index: bool = True) -> list[str]:
    """Links and pictures that lead to no file, or to no id on its page.

    `root` is the path that links from the site's root start with; without `index` a link to
    a folder is broken, as it is on disk.
    """
    pages = read_pages(folder)
    broken: list[str] = []
    for path, facts in pages.items():
        for tag, attributes in facts.tags:
            for name in ASKING & attributes.keys():
                parts = urlsplit(attributes[name])
                if (
                    parts.scheme
                    or parts.netloc
                    or (tag, attributes.get("rel"))
                    == (
                        "link",
                        "canonical",
                    )
                ):
                    continue
                target = _target(folder, path, unquote(parts.path), root, index=index)
                page = pages.get(str(target.relative_to(folder))) if target else None
                missing = parts.fragment and (
                    page is None or unquote(parts.fragment) not in page.ids
                )
                if target is None or missing:
                    broken.append(f"{path}: {attributes[name]}")
    return broken


def _target(folder: Path, page: str, link: str, root: str, *, index: bool) -> Path | None:
    if not link:
        return folder / page
    if link.startswith("/"):
        path = folder / link.removeprefix(root)
    else:
        path = (folder / page).parent / link
    path = Path(path.parent.resolve()) / path.name if path.name != ".." else path.resolve()
    if index and (path.is_dir() or link.endswith("/")):
        path = path.resolve() / "index.html"
    inside = path.resolve().is_relative_to(folder.resolve())
    return path.resolve() if inside and path.is_file() else None
