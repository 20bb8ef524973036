"""Whether what is told of a text stays the same when the text is saved again."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from zorgpact_site.diagnostics import Location
from zorgpact_site.model.body import Laid
from zorgpact_site.noticing import Things, read_thing
from zorgpact_site.source import Source

_name = attrgetter("name")


def same_but_places(one: Any, other: Any) -> bool:
    """Whether what was told of a text is the same but for where it stands, and for its HTML."""
    if isinstance(one, Laid):
        return isinstance(other, Laid) and bool(one) == bool(other)
    if type(one) is not type(other):
        return False
    match one:
        case tuple():
            return len(one) == len(other) and all(map(same_but_places, one, other))
        case Mapping():
            return [*one] == [*other] and all(map(same_but_places, one.values(), other.values()))
        case _ if is_dataclass(one):
            counts = ("path",) if isinstance(one, Location) else map(_name, fields(one))
            return all(same_but_places(getattr(one, name), getattr(other, name)) for name in counts)
    return bool(one == other)


def same_thing(source: Source, things: Things) -> bool:
    """Whether others know of this text what they did."""
    mine = (one for one in things.readings if one.path == source.path)
    return all(one == read_thing(source) for one in mine)
