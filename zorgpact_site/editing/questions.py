"""What is asked about a new text of each kind, and the flags that answer beforehand."""

from collections.abc import Mapping

from zorgpact_site.kinds import Kind

# Keys of the field table, in the order in which they are asked; the title comes before all.
ASKED: Mapping[Kind, tuple[str, ...]] = {
    Kind.ARTICLE: ("event", "date", "region", "koplopers", "themes", "series", "location"),
    Kind.KOPLOPER: ("region", "themes", "joined", "website", "aliases"),
    Kind.REGION: ("place",),
    Kind.THEME: ("color", "order"),
    Kind.TOOL: ("kind", "themes", "regions", "koplopers", "url"),
    Kind.PAGE: (),
}
SEVERAL = frozenset({"region", "regions", "koplopers", "themes", "aliases"})
# A meeting must have these, and only a meeting is asked for those.
NEEDED_FOR_EVENT = frozenset({"date", "region"})
ASKED_OF_EVENT = frozenset({"series", "location"})
NAMED: Mapping[str, Kind] = {
    "region": Kind.REGION,
    "regions": Kind.REGION,
    "koplopers": Kind.KOPLOPER,
    "themes": Kind.THEME,
}
_FLAGS = {
    "title": "TITEL",
    "regions": "--region",
    "koplopers": "--koploper",
    "themes": "--theme",
    "aliases": "--alias",
}


def flag(key: str) -> str:
    """The flag that gives one value for a key, or what help calls the argument."""
    return _FLAGS.get(key, f"--{key}")
