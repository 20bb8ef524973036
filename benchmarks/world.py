"""What made-up articles are about: regions, themes, koplopers, tools and pictures."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, relpath
from random import Random

import words
from made_text import NO_LINKS, Writer

from zorgpact_site.names import slug

_DOCUMENT = "content/media/verslag.txt"


@dataclass(frozen=True, slots=True)
class Thing:
    """A region, theme, koploper or tool: its file and its title."""

    path: str
    title: str


def joined(koploper: Thing) -> str:
    """When a koploper joined, such as `2016-04`: the same wherever it is asked."""
    rng = Random(koploper.title)
    return f"{rng.randint(2014, 2021)}-{rng.randint(1, 9):02}"


@dataclass(frozen=True, slots=True)
class World:
    """Everything that articles can be about; the pictures by path."""

    regions: tuple[Thing, ...]
    themes: tuple[Thing, ...]
    koplopers: tuple[Thing, ...]
    tools: tuple[Thing, ...]
    pictures: tuple[str, ...]


def make_world(size: int) -> World:
    """The things of a site with `size` articles: more articles, more koplopers and tools."""
    houses = [f"{house} {name}" for name in words.HOUSE_NAMES for house in words.HOUSES]
    tools = [f"{kind} {subject}" for subject in words.SUBJECTS for kind in words.TOOL_KINDS]
    return World(
        _things("regions", words.REGIONS),
        _things("themes", [title for title, _color in words.THEMES]),
        _things("koplopers", houses[: min(max(size // 20, 10), 300)]),
        _things("tools", tools[: min(max(size // 30, 5), len(tools))]),
        tuple(f"content/media/tekening-{number}.svg" for number in range(1, 13)),
    )


def _things(folder: str, titles: Sequence[str]) -> tuple[Thing, ...]:
    return tuple(Thing(f"content/{folder}/{slug(title)}.md", title) for title in titles)


def files_of(world: World, rng: Random) -> dict[str, str]:
    """The files of a site without its articles, by path."""
    writer = Writer(rng)
    files = {**_settings(), **_media(world)}
    for region, town in zip(world.regions, words.TOWNS, strict=True):
        text = writer.report(120, NO_LINKS)
        files[region.path] = front({"title": region.title, "place": town}) + text
    for order, (theme, (_, color)) in enumerate(zip(world.themes, words.THEMES, strict=True), 1):
        values = {"title": theme.title, "color": color, "order": str(order)}
        files[theme.path] = front(values) + writer.report(300, NO_LINKS)
    for koploper in world.koplopers:
        files[koploper.path] = _koploper(koploper, world, rng)
    for tool in world.tools:
        files[tool.path] = _tool(tool, world, rng)
    return files


def _settings() -> dict[str, str]:
    sections = (("Artikelen", "artikelen"), ("Thema’s", "themas"), ("Regio’s", "regios"))
    menu = "".join(f"  - {{label: {label}, to: /{to}/}}\n" for label, to in sections)
    text = (
        "title: Proefsite\nbase_url: https://proef.example/\nlanguage: nl\n"
        "description: Een site met gemaakte teksten om te meten.\n"
        f"navigation:\n{menu}footer:\n  - {{label: Over, to: /over/}}\n"
    )
    about = f"{front({'title': 'Over deze site'})}Deze site is gemaakt om te meten.\n"
    return {"content/site.yaml": text, "content/pages/over.md": about}


def _media(world: World) -> dict[str, str]:
    """Simple drawings, and a document to download."""
    files = {_DOCUMENT: "Een document om te downloaden.\n"}
    for number, path in enumerate(world.pictures, 1):
        circles = "".join(
            f'<circle cx="{100 * place}" cy="300" r="{20 + 5 * place}" fill="#e36414"/>'
            for place in range(1, number + 2)
        )
        files[path] = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675" '
            f'viewBox="0 0 1200 675"><path d="M0 0h1200v675H0z" fill="#f6efe3"/>{circles}</svg>\n'
        )
    return files


def _koploper(koploper: Thing, world: World, rng: Random) -> str:
    writer = Writer(rng)
    values = {
        "title": koploper.title,
        "region": rng.choice(world.regions).title,
        "themes": titles(rng.sample(world.themes, 2)),
        "joined": joined(koploper),
    }
    text = writer.report(150, NO_LINKS)
    return f"{front(values)}{text}\n## Aanpak\n\n{writer.paragraph([])}\n"


def _tool(tool: Thing, world: World, rng: Random) -> str:
    values = {
        "title": tool.title,
        "kind": tool.title.split()[0].lower(),
        "themes": titles(rng.sample(world.themes, 1)),
        "koplopers": titles(rng.sample(world.koplopers, 1)),
        "file": relpath(_DOCUMENT, dirname(tool.path)),
    }
    return f"{front(values)}{Writer(rng).paragraph([])}\n"


def titles(things: Sequence[Thing]) -> list[str]:
    """The names of things as front matter lists them."""
    return [thing.title for thing in things]


def front(values: Mapping[str, object]) -> str:
    """A block of properties without the empty ones."""
    lines = [f"{key}:{_yaml(value)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])


def _yaml(value: object) -> str:
    match value:
        case list():
            return "".join(f"\n  -{_yaml(item)}" for item in value)
        case dict():
            return "".join(f"\n  {key}:{_yaml(item)}" for key, item in value.items())
    text = str(value)
    plain = text[0].isalnum() and not {":", "#"} & set(text)
    return f" {text if plain else json.dumps(text, ensure_ascii=False)}"
