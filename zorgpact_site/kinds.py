"""The kinds of text a site holds, each with its folder."""

from enum import StrEnum


class Kind(StrEnum):
    """What a content file is about; the value is its folder under `content/`."""

    ARTICLE = "articles"
    REGION = "regions"
    THEME = "themes"
    KOPLOPER = "koplopers"
    TOOL = "tools"
    PAGE = "pages"

    @property
    def singular(self) -> str:
        """The English word for one of this kind; also the prefix in `[[koploper:name]]`."""
        return self.value.removesuffix("s")

    @property
    def a_one(self) -> str:
        """The words `a region` or `an article`, as messages use them."""
        return f"{'an' if self.singular[0] in 'aeiou' else 'a'} {self.singular}"

    @property
    def this_one(self) -> str:
        """The words `this region`, as messages use them."""
        return f"this {self.singular}"

    @property
    def prefixes(self) -> tuple[str, ...]:
        """What may stand before the colon of a wikilink: the English or the Dutch word."""
        return (self.singular, *_DUTCH_PREFIX[self.value])


_DUTCH_PREFIX = {
    "articles": ("artikel", "verslag"),
    "regions": ("regio",),
    "themes": ("thema",),
    "koplopers": (),
    "tools": ("hulpmiddel",),
    "pages": ("pagina",),
}
MEDIA_FOLDER = "media"
SETTINGS_FILE = "content/site.yaml"
LEDGER_FILE = "content/addresses.txt"
# In the published folder, where it tells ours from a stranger's.
MARKER_FILE = ".zorgpact"
_TEXT_FOLDERS = frozenset(kind.value for kind in Kind)


def is_text(path: str) -> bool:
    """Whether the file at this path is a text of the site."""
    parts = path.split("/")
    return len(parts) > 2 and parts[1] in _TEXT_FOLDERS and path.endswith(".md")  # noqa: PLR2004
