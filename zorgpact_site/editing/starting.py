"""A new site as files: settings, first texts, what editors' programs read, and how to publish."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from zorgpact_site import __version__
from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.editing.yaml_writer import quoted
from zorgpact_site.inputs import Options
from zorgpact_site.kinds import SETTINGS_FILE
from zorgpact_site.reading.settings import read_settings
from zorgpact_site.source import Source
from zorgpact_site.weighing import RULE_NAMES

HOSTS = ("github", "gitlab", "netlify", "cloudflare", "nginx")
_STARTER = "starter"
# Names with a dot in front are hidden, and some of them would steer Git and the making of a
# wheel where the starter itself lies. So there they are called otherwise.
_DOT = "dot-"
# Dutch because it is content, whatever the language of the messages.
_DESCRIPTION = "Verslagen, thema’s en hulpmiddelen van {title}."
# Each host reads redirects and headers in a form of its own.
_PUBLICATION = """
# De host leest verhuizingen en koppen (headers) in een eigen vorm.
publication:
  host: {host}
"""
_NO_ADDRESS = (
    "# Het adres waar de site komt te staan. Zet het hier, en haal het hekje weg:\n"
    "# base_url: https://voorbeeld.nl/"
)


@dataclass(frozen=True, slots=True)
class Start:
    """What is to be known of a new site.

    `base_url` and `host` may be empty; `host` is one of `HOSTS` otherwise. Without `example`
    the site has its pages about itself only.
    """

    title: str
    base_url: str = ""
    description: str = ""
    host: str = ""
    example: bool = True


def files_of(start: Start) -> Mapping[str, bytes]:
    """The bytes of every file by its path from the folder of the site, in order of path."""
    parts = ["base", *(["example"] if start.example else []), *([start.host] if start.host else [])]
    starter = resources.files("zorgpact_site") / _STARTER
    found = {path: data for part in parts for path, data in _tree(starter / part)}
    return {path: _filled(data, start) for path, data in sorted(found.items())}


def wrong_with(start: Start) -> tuple[Diagnostic, ...]:
    """What a check would say of the settings that follow from these answers."""
    data = _filled((resources.files("zorgpact_site") / _SETTINGS).read_bytes(), start)
    return read_settings(Source(SETTINGS_FILE, data), Options(), RULE_NAMES)[1]


_SETTINGS = f"{_STARTER}/base/{SETTINGS_FILE}"


def _tree(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f".{entry.name[len(_DOT) :]}" if entry.name.startswith(_DOT) else entry.name
        if entry.is_dir():
            yield from _tree(entry, f"{prefix}{name}/")
        else:
            yield f"{prefix}{name}", entry.read_bytes()


def _filled(data: bytes, start: Start) -> bytes:
    """The file with its holes filled, which are names between ‹ and ›."""
    description = start.description or _DESCRIPTION.format(title=start.title)
    title = f"title: {quoted(start.title)}"
    holes = {
        "title: ‹title›": title,
        "‹title›": start.title,
        "‹base_url›": f"base_url: {quoted(start.base_url)}" if start.base_url else _NO_ADDRESS,
        "‹description›": quoted(description),
        "‹publication›": _PUBLICATION.format(host=start.host) if start.host else "",
        "‹version›": __version__,
    }
    text = data.decode()
    for hole, value in holes.items():
        text = text.replace(hole, value)
    return text.encode("utf-8", "surrogatepass")
