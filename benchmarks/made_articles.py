"""Made-up articles with all that real ones have: names, dates, links, pictures, documents."""

from dataclasses import dataclass
from datetime import date, timedelta
from posixpath import dirname, relpath
from random import Random

import words
from made_text import Links, Writer
from world import Thing, World, front, joined, titles

from zorgpact_site import wording
from zorgpact_site.names import slug

TODAY = date(2021, 11, 1)
_FIRST = date(2014, 1, 6)
_WORDS = 800
_AHEAD = 24  # an agenda has an end: more articles do not mean more meetings to come


@dataclass(frozen=True, slots=True)
class Planned:
    """An article before its text; `typed` is its date as precise as it is known, or empty."""

    path: str
    title: str
    event: str
    day: date
    typed: str
    number: int

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.typed == str(self.day)


def plan(size: int, rng: Random) -> list[Planned]:
    """Titles, days and files of all articles, so that their texts can refer to each other."""
    return [_planned(number, min(max(size // 50, 2), _AHEAD), rng) for number in range(size)]


def _planned(number: int, ahead: int, rng: Random) -> Planned:
    event = f"{rng.choice(words.MEETINGS)} {rng.choice(words.TOWNS)}"
    subject = rng.choice(words.SUBJECTS)
    day = _FIRST + timedelta(days=rng.randrange((TODAY - _FIRST).days))
    typed, chance = str(day), rng.random()
    if number < ahead:
        day = TODAY + timedelta(days=rng.randint(3, 240))
        typed = str(day)
    elif chance < 0.04:
        event = typed = ""
    elif chance < 0.10:
        typed = typed[:4] if chance < 0.06 else typed[:7]
    elif chance < 0.25:
        event = ""
    title = f"{event}: {subject}" if event and chance < 0.6 else f"{subject.capitalize()} in beeld"
    name = f"{typed}-{slug(title)}-{number}".lstrip("-")
    folder = f"content/articles/{day.year}" if typed else "content/articles"
    return Planned(f"{folder}/{name}.md", title, event, day, typed, number)


def article(planned: Planned, others: list[Planned], world: World, rng: Random) -> str:
    """The file of an article: properties and text."""
    members = tuple(one for one in world.koplopers if joined(one) <= f"{planned.day:%Y-%m}")
    koplopers = _some(members, rng.choice((0, 1, 1, 2, 3)), rng) if members else []
    themes = _some(world.themes, rng.choice((1, 1, 2)), rng)
    regions = _some(world.regions, 2 if rng.random() < 0.1 else 1, rng)
    values: dict[str, object] = {
        "title": planned.title,
        "event": planned.event,
        "date": planned.typed,
        **_announced(planned),
        "region": titles(regions),
        "koplopers": titles(koplopers),
        "themes": titles(themes),
        **(_meeting(planned, rng) if planned.event else {}),
        **_membership(planned, len(world.koplopers)),
        **_details(planned, world, rng),
    }
    links = [f"[[{one.title}]]" for one in koplopers]
    links.append(f"[[{themes[0].title.lower()}|dit thema]]")
    links += [f"[[{one.title}]]" for one in regions]
    links += _more_links(planned, others, world, rng)
    picture = ""
    if rng.random() < 0.15:
        picture = (
            f'![Gekleurde cirkels]({_picture(planned, world, rng)} "Tekening bij dit verslag.")'
        )
    return front(values) + Writer(rng).report(
        _WORDS, Links(tuple(links), picture), _opening(planned)
    )


def _opening(planned: Planned) -> str:
    when = wording.day(planned.day) if planned.exact else "een doordeweekse middag"
    return f"Op {when} kwamen in het congrescentrum veel mensen bijeen."


def _meeting(planned: Planned, rng: Random) -> dict[str, object]:
    """The properties that meetings have."""
    found: dict[str, object] = {
        "location": {"name": "Congrescentrum", "place": rng.choice(words.TOWNS)},
        "attendance": f"ruim {rng.randint(20, 90)}",
    }
    if rng.random() < 0.5:
        found["series"] = f"Reeks {planned.event.split()[0].lower()}"
    if planned.exact and rng.random() < 0.6:
        found |= {"starts": "13:30", "ends": "17:00"}
    if planned.exact and rng.random() < 0.05:
        found["end"] = str(planned.day + timedelta(days=1))
        found.pop("ends", None)
    return found | _fate(planned)


def _fate(planned: Planned) -> dict[str, object]:
    """Of the meetings ahead one in four was moved by a week, and one in four is off."""
    if planned.day <= TODAY:
        return {}
    if planned.number % 4 == 1:
        return {"status": "cancelled"}
    if planned.number % 4:
        return {}
    return {"status": "moved", "moved_from": str(planned.day - timedelta(days=7))}


def _announced(planned: Planned) -> dict[str, object]:
    """Since when a meeting that may lie ahead stands on the site: some two months before it."""
    is_over = planned.day.year < TODAY.year or (planned.exact and planned.day <= TODAY)
    if is_over:
        return {}
    return {"published": str(min(planned.day - timedelta(days=60), TODAY))}


def _membership(planned: Planned, koplopers: int) -> dict[str, object]:
    """Now and then, how many koplopers there were: more each year, and more than have a page."""
    if not planned.exact or planned.day.day != 15 or planned.day.month % 4:
        return {}
    gone_by = (planned.day - _FIRST).days / (TODAY - _FIRST).days
    return {"membership": 20 + int(1.5 * koplopers * gone_by)}


def _details(planned: Planned, world: World, rng: Random) -> dict[str, object]:
    """What only some articles have."""
    found: dict[str, object] = {}
    if rng.random() < 0.7:
        found["summary"] = Writer(rng).sentence()
    if rng.random() < 0.2:
        picture = _picture(planned, world, rng)
        found["image"] = {"src": picture, "alt": "Cirkels op een lichte achtergrond"}
    if rng.random() < 0.2:
        found["documents"] = ["Presentatie van de middag"]
    if rng.random() < 0.2:
        found["redirect_from"] = [f"/oud/{planned.path.rpartition('-')[2].removesuffix('.md')}/"]
    return found


def _picture(planned: Planned, world: World, rng: Random) -> str:
    return relpath(rng.choice(world.pictures), dirname(planned.path))


def _more_links(planned: Planned, others: list[Planned], world: World, rng: Random) -> list[str]:
    """Links by path, to other articles and to a heading, and by name with a kind."""
    here = dirname(planned.path)
    house = rng.choice(world.koplopers)
    links = [f"[de aanpak van {house.title}]({relpath(house.path, here)}#aanpak)"]
    links += [
        f"[een ander verslag]({relpath(other.path, here)})"
        for other in rng.sample(others, min(2, len(others)))
        if other is not planned
    ]
    if rng.random() < 0.5:
        links.append(f"[[hulpmiddel:{rng.choice(world.tools).title}]]")
    return links


def _some(things: tuple[Thing, ...], count: int, rng: Random) -> list[Thing]:
    """Different things, the first ones of the list more often than the last."""
    weights = [1 / (place + 3) for place in range(len(things))]
    chosen = dict.fromkeys(rng.choices(things, weights, k=3 * count))
    return list(chosen)[:count]
