"""A small site with something of everything, and the edits that editors lay upon it at random."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from tests.small_site import BASE, DOT
from zorgpact_site.inputs import Options
from zorgpact_site.scan import default_templates
from zorgpact_site.web_addresses import FROM_DISK

ARTICLES, MEDIA, SETTINGS = "content/articles/", "content/media/", "content/site.yaml"
REGIONS = ("Zwolle", "Landelijk")
THEMES = ("Zorg en technologie", "Leren in de praktijk")
KOPLOPERS = ("Sparkcentres", "De Zeeuwse Huiskamer")
_THINGS = ("content/koplopers/", "content/themes/", "content/regions/", "content/tools/")
_FREE = ("mentioned-not-listed", "listed-not-mentioned", "orphan", "unused-media")
_SETTINGS = (
    "title: Proef\nbase_url: https://proef.example/\n"
    f"rules: {{{', '.join(f'{rule}: off' for rule in _FREE)}}}\n"
)
_DAYS = (date(2018, 6, 1), date(2018, 6, 2), date(2018, 9, 2), date(2019, 1, 1), date(2017, 5, 1))
_ADDRESSES = ("", "", "https://anders.example/pad/", FROM_DISK)
# What an editor may add to a text: each sees another part of the house.
_SENTENCES = (
    "De bijeenkomst was goed bezocht.",
    "Op dinsdag 27 maart 2018 kwamen wij bijeen in Zwolle.",
    "Op maandag 27 maart 2018 kwam niemand.",
    "Sparkcentres en De Zeeuwse Huiskamer deden mee aan Zorgtechnologie.",
    "Zie [[Sparkcentres]] en ook [[Zorg en technologie|de techniek]].",
    "Lees [het tweede verslag](dag-2.md) of [[Dag 3]].",
    "Zie <https://voorbeeld.nl/pad> of www.voorbeeld.nl en mail naar info@voorbeeld.nl.",
    "## Een kop erbij",
    "### Een kop eronder",
    "Een noot[^1] bij de tekst.\n\n[^1]: Met een [[Zwolle|bron]].",
    "![Een groene punt](../media/punt.svg)",
    "| Kop | Nog een |\n|---|---|\n| “een” | [[Leren in de praktijk]] |",
    "> “Een uitspraak” van de *voorzitter*\n\n- een\n- [[Huiskamer]]\n- twee",
    "Dit is is dubbel, en de Kopgroep telt 73 koplopers.",
    "### Slot\n\nOver [het slot](#slot) & <3.",
    "Een wachtwoord met “aanhalings'tekens\" door elkaar.",
)
_FILLER = " ".join(["Dit is een zin die de tekst wat langer maakt."] * 6)
_WORDS = (
    "Dat ging goed.",
    "Iedereen ging *tevreden* naar huis, en er was soep.",
    "- een\n- twee\n\n> Soep was er ook.",
    "Een tabel:\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    'Met `tekens` als <b> & "aanhaling", en ~~een fout~~.',
)
_ASSETS = ("assets/site.css", "assets/eigen.css")
_MISTAKES = (
    ("---\n", "---\ntitle: [open\n"),
    ("---\n", "---\nthemes: [Geen bestaand thema]\n"),
    ("---\n", "---\nonbekend: waarde\n"),
    ("\n", "\n\nZie [[Bestaat niet]].\n"),
    ("title:", "titel:"),
)

# Keys of things with what they may become; empty is gone.
_OF_KOPLOPERS = (
    ("mention", ("false", "")),
    ("region", ("Zwolle", "")),
    ("themes", ("[Zorg en technologie]", "")),
    ("joined", ("2016", "2017-03", "")),
    ("left", ("2018-02", "")),
    ("website", ("https://voorbeeld.nl/", "")),
)
_OF_THEMES = (
    ("color", ('"#0f4c5c"', '"#7a1f3d"', "")),
    ("since", ("2015", "")),
    ("order", ("1", "2", "")),
    ("sign", ("groei", "")),
)
_OF_REGIONS = (
    ("place", ("Zwolle", "Assen", "")),
    ("partners", ("[Hogeschool Noord]", "[Techniek, Spark]", "")),
    ("website", ("https://voorbeeld.nl/", "")),
)

Files = dict[str, bytes]


def first_files() -> Files:
    """Twenty articles in two series, with pictures, tools, pages and an announcement."""
    texts = {**BASE, SETTINGS: _SETTINGS}
    for number in range(1, 21):
        month, kind = (number - 1) % 9 + 1, number % 3
        front = [f"title: Dag {number}", f"region: {REGIONS[number % 2]}"]
        front += [f"themes: [{THEMES[kind % 2]}]"] if kind else []
        front += [f"event: Kopgroepdag {number}"] if number % 4 else []
        front += [f"date: 201{6 + number % 3}-{month:02}-{number:02}"]
        front += ["series: Kopgroepdagen", f"koplopers: [{KOPLOPERS[kind % 2]}]"] if kind else []
        front += [f"follows: dag-{number - 1}"] if number in {5, 10} else []
        front += ["redirect_from: [/oud/acht/]"] if number == 8 else []
        front += ["status: cancelled"] if number == 7 else []
        front += ["image: {src: ../media/foto.png, alt: Een vlak}"] if number in {2, 9} else []
        front += ["draft: true"] if number == 13 else []
        body = [_SENTENCES[(number * step) % len(_SENTENCES)] for step in (1, 5, 7)]
        texts[f"{ARTICLES}dag-{number}.md"] = _text(front, [f"Verslag {number}.", *body])
    texts[f"{ARTICLES}straks.md"] = _text(
        ["title: Straks", "event: Najaarsdag", "date: 2018-09-01", "region: Zwolle"],
        ["Wij komen bij Sparkcentres."],
    )
    texts["content/tools/wijzer.md"] = _text(
        ["title: Wijzer", "kind: handreiking", "themes: [Leren in de praktijk]"], ["Zie [[Dag 2]]."]
    )
    texts["content/pages/over.md"] = _text(["title: Over ons"], ["Wij zijn [[Zwolle]]."])
    return {name: text.encode() for name, text in texts.items()} | {
        f"{MEDIA}punt.svg": DOT.encode(),
        f"{MEDIA}foto.png": _picture(40, 30, 7),
    }


def _text(front: list[str], paragraphs: list[str]) -> str:
    fields, body = "\n".join(front), "\n\n".join(paragraphs)
    return f"---\n{fields}\n---\n{body}\n"


def _long(text: str) -> str:
    """The text with so much of it that its end is in no summary."""
    front, mark, body = text.rstrip().rpartition("---\n")
    return text.rstrip() if _FILLER in text else f"{front}{mark}{_FILLER}\n\n{body}"


def _picture(width: int, height: int, seed: int) -> bytes:
    from PIL import Image  # noqa: PLC0415 - only those who make a site need it

    from tests.made_pictures import saved  # noqa: PLC0415 - likewise

    return saved(Image.new("RGB", (width, height), (seed * 7 % 256, 90, seed % 256)), "PNG")


@dataclass(slots=True)
class Edited:
    """A site under edit: its files, what a build is asked, and how it was without mistakes."""

    files: Files = field(default_factory=first_files)
    today: date = _DAYS[0]
    options: Options = field(default_factory=Options)
    _sound: tuple[Files, date, Options] = field(init=False)

    def __post_init__(self) -> None:
        self.settle()

    def settle(self) -> None:
        """Take the site as it is now for one without mistakes."""
        self._sound = (dict(self.files), self.today, self.options)

    @property
    def unsettled(self) -> bool:
        """Whether it is another than the last one without mistakes."""
        return self._sound != (self.files, self.today, self.options)

    def edit(self, random: Random) -> str:
        """Lay one random edit upon the site; gives what it was, so that people can follow."""
        before = dict(self.files)
        kind = random.choices(_EDITS, _WEIGHTS)[0]
        kind(self, random)
        changed = {
            name
            for name in before.keys() | self.files.keys()
            if before.get(name) != self.files.get(name)
        }
        return f"{kind.__name__.strip('_')} {', '.join(sorted(changed))}".rstrip()

    def reword(self, random: Random) -> str:
        """Change words of one text that nothing else tells of, as most edits do."""
        names = self.names("content/")
        longer = [name for name in names if _FILLER.encode() in self.files[name]]
        name = random.choice(longer if longer and random.random() < 0.8 else names)
        self.change(name, lambda text: f"{_long(text)}\n\n{random.choice(_WORDS)}\n")
        return f"words {name}"

    def undo(self) -> str:
        """Take back all that was done since there was no mistake."""
        files, self.today, self.options = self._sound
        self.files = dict(files)
        return "undone up to the last site without mistakes"

    def names(self, *folders: str) -> list[str]:
        """The texts in these folders, in order."""
        return sorted(one for one in self.files if one.startswith(folders) and one.endswith(".md"))

    def change(self, name: str, change: Callable[[str], str]) -> None:
        """Change a text."""
        self.files[name] = change(self.files[name].decode()).encode()

    def write(self, root: Path, at: float | None = None) -> None:
        """Bring the files in a folder up to date, as if `at` a time, and only those that differ."""
        there = {
            path.relative_to(root).as_posix(): path
            for folder in ("content", "templates")
            for path in (root / folder).rglob("*")
            if path.is_file()
        }
        for name in there.keys() - self.files.keys():
            there[name].unlink()
        for name, data in self.files.items():
            if name not in there or there[name].read_bytes() != data:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(data)
                if at is not None:
                    os.utime(root / name, (at, at))


def _one(site: Edited, random: Random, *folders: str) -> Iterator[str]:
    """One of the texts in these folders; none when all are gone."""
    names = site.names(*folders)
    if names:
        yield random.choice(names)


def _set(key: str, value: str) -> Callable[[str], str]:
    """Give a field of the front matter another value; without a value it goes."""
    line = f"{key}: {value}\n" if value else ""

    def change(text: str) -> str:
        bare = re.sub(rf"^{key}:.*\n", "", text, count=1, flags=re.MULTILINE)
        return bare.replace("---\n", f"---\n{line}", 1)

    return change


def _sentence_added(site: Edited, random: Random) -> None:
    for name in _one(site, random, "content/"):
        site.files[name] = site.files[name].rstrip() + f"\n\n{random.choice(_SENTENCES)}\n".encode()


def _paragraph_gone(site: Edited, random: Random) -> None:
    for name in _one(site, random, "content/"):
        front, mark, body = site.files[name].decode().rpartition("---\n")
        paragraphs = body.split("\n\n")
        paragraphs.pop(random.randrange(len(paragraphs)))
        site.files[name] = (front + mark + "\n\n".join(paragraphs)).encode()


def _title(site: Edited, random: Random) -> None:
    for name in _one(site, random, ARTICLES, "content/pages/", "content/tools/"):
        site.change(name, _set("title", f"Dag {random.randrange(1, 99)}"))


def _date(site: Edited, random: Random) -> None:
    for name in _one(site, random, ARTICLES):
        day = date(random.choice((2016, 2017, 2018)), random.randrange(1, 13), 9)
        key = random.choice(("date", "updated", "published", "end"))
        site.change(name, _set(key, random.choice((str(day), str(day)[:7], ""))))


def _lists(site: Edited, random: Random) -> None:
    for name in _one(site, random, ARTICLES, "content/tools/"):
        key, known = random.choice(
            (("region", REGIONS), ("themes", THEMES), ("koplopers", KOPLOPERS))
        )
        key = "regions" if key == "region" and "tools" in name else key
        chosen = random.sample(known, random.randrange(3))
        site.change(name, _set(key, f"[{', '.join(chosen)}]" if chosen else ""))


def _about(site: Edited, random: Random) -> None:
    for name in _one(site, random, ARTICLES):
        key, values = random.choice(
            (
                ("series", ("Kopgroepdagen", "Themadagen", "")),
                ("follows", ("dag-1", "dag-12", "")),
                ("status", ("cancelled", "moved", "")),
                ("redirect_from", ("[/oud/een/]", "[/oud/twee/, /artikelen/weg/]", "")),
                ("image", ("{src: ../media/foto.png, alt: Anders}", "")),
                ("event", ("Kopgroepdag", "")),
                ("draft", ("true", "")),
                ("summary", ("Een samenvatting.", "")),
                ("membership", ("73", "")),
                ("contact", ("{name: A, mail: a@voorbeeld.nl, until: 2018-12-31}", "")),
            )
        )
        site.change(name, _set(key, random.choice(values)))


def _moved(site: Edited, random: Random) -> None:
    for name in _one(site, random, "content/"):
        folder, _, slug = name.removesuffix(".md").rpartition("/")
        new = f"{folder}/{slug.rpartition('--')[0] or slug}--{random.randrange(9)}.md"
        site.files[new] = site.files.pop(name)
        if random.random() < 0.5 and name.startswith(ARTICLES):
            site.change(new, _set("redirect_from", f"[/artikelen/{slug}/]"))


def _deleted(site: Edited, random: Random) -> None:
    for name in _one(site, random, ARTICLES, ARTICLES, *_THINGS):
        del site.files[name]


def _new(site: Edited, random: Random) -> None:
    number = random.randrange(30, 99)
    front = [f"title: Dag {number}", f"region: {random.choice(REGIONS)}", "date: 2018-05-04"]
    body = [random.choice(_SENTENCES), random.choice(_SENTENCES)]
    site.files[f"{ARTICLES}nieuw-{number}.md"] = _text(front, body).encode()


def _thing_renamed(site: Edited, random: Random) -> None:
    """Another title; mostly all that names the thing goes along, as `zorgpact rename` does it."""
    for name in _one(site, random, *_THINGS):
        found = re.search(r"^title: (.*)$", site.files[name].decode(), re.MULTILINE)
        if found is None:
            continue
        new = f"{found[1].rstrip('0123456789 ')} {random.randrange(9)}"
        for one in site.names("content/") if random.random() < 0.8 else [name]:
            site.change(one, partial(re.sub, rf"{re.escape(found[1])}\b", new))


def _thing_changed(site: Edited, random: Random) -> None:
    for name in _one(site, random, *_THINGS):
        key, values = random.choice(
            (
                ("aliases", ("[Spark]", "[Dag, Verslag]", "[Techniek]", "")),
                ("summary", ("Kort gezegd.", "")),
                *(_OF_KOPLOPERS if "koplopers" in name else ()),
                *(_OF_THEMES if "themes" in name else ()),
                *(_OF_REGIONS if "regions" in name else ()),
            )
        )
        site.change(name, _set(key, random.choice(values)))


def _template(site: Edited, random: Random) -> None:
    name = random.choice(("article.html", "base.html", "parts/cards.html", "theme.html", *_ASSETS))
    own = f"templates/{name}"
    if own in site.files and random.random() < 0.6:
        del site.files[own]
    elif name in _ASSETS:
        site.files[own] = random.choice((b"body { color: red }", b"body { color: blue }"))
    elif random.random() < 0.2:
        site.files[own] = random.choice((b"{{ page.niets }}", b"{% if %}"))
    else:
        text = (default_templates() / name).read_text("utf-8")
        site.files[own] = f"{text}<!-- {random.randrange(9)} -->\n".encode()


def _settings(site: Edited, random: Random) -> None:
    line = random.choice(
        (
            "title: Proef\n",
            "title: Andere naam\n",
            "slogan: Samen\n",
            "link_names: true\n",
            "sections: {themes: {address: /onderwerpen/, label: Onderwerpen}}\n",
            "publication: {host: netlify}\n",
            "publication: {host: nginx}\n",
            "license: {name: CC0, url: https://voorbeeld.nl/cc0}\n",
            "rules: {doubled-word: off}\n",
            "navigation: [{label: Over, to: /over/}]\n",
        )
    )
    key = line.partition(":")[0]
    text = re.sub(rf"^{key}:.*\n", "", site.files[SETTINGS].decode(), flags=re.MULTILINE)
    gone = random.random() < 0.4 and key != "title"
    site.files[SETTINGS] = (text if gone else text + line).encode()


def _pictures(site: Edited, random: Random) -> None:
    name, size = random.choice(("foto.png", "foto.png", "nieuw.png")), random.choice((20, 40))
    if random.random() < 0.2:
        site.files.pop(f"{MEDIA}{name}", None)
    elif random.random() < 0.3:
        colour = random.choice(("M0 0h9v9z", "M0 0h8v8z"))
        site.files[f"{MEDIA}punt.svg"] = DOT.replace("M0 0h9v9z", colour).encode()
    else:
        site.files[f"{MEDIA}{name}"] = _picture(size, 30, random.randrange(40))


def _mistake(site: Edited, random: Random) -> None:
    for name in _one(site, random, "content/"):
        right, wrong = random.choice(_MISTAKES)
        site.files[name] = site.files[name].replace(right.encode(), wrong.encode(), 1)


def _other_day(site: Edited, random: Random) -> None:
    site.today = random.choice(_DAYS)


def _other_options(site: Edited, random: Random) -> None:
    site.options = Options(random.choice(_ADDRESSES), drafts=random.random() < 0.3)


_EDITS: tuple[Callable[[Edited, Random], None], ...] = (
    *(_sentence_added, _paragraph_gone, _title, _date, _lists, _about, _moved, _deleted, _new),
    *(_thing_renamed, _thing_changed, _template, _settings, _pictures, _mistake, _other_day),
    _other_options,
)
_WEIGHTS = (8, 4, 4, 4, 4, 6, 3, 1, 3, 2, 3, 1, 2, 2, 1, 2, 1)
