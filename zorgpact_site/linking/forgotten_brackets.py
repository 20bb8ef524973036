"""Names one after the other where a list in brackets was meant."""

import re
from collections.abc import Iterator, Sequence

from zorgpact_site.fields.types import LINE_END, Named
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import Catalogue

_BETWEEN_NAMES = re.compile(r"[,;]|\s/\s|(?:^|\s)-(?=\S)")
_BEHIND_A_DASH = 7  # columns; behind a key such as `region: ` stand more
_AND = re.compile(r"\s+(?:en|&)\s+")


def as_list(text: str, kind: Kind, catalogue: Catalogue) -> tuple[tuple[str, ...], bool]:
    """`A, B` without brackets is one name; when a part is one, a list was meant.

    And whether all parts are names.
    """
    parts = tuple(_names(text, kind, catalogue))
    known = [bool(catalogue.find(part, (kind,))) for part in parts]
    return (parts if len(parts) > 1 and any(known) else ()), all(known)


def shown_list(parts: Sequence[str], typed: Named, alone: bool) -> str:
    """The names as they should be typed: as items of the list that they stand in, if any."""
    if typed.where.column <= _BEHIND_A_DASH:
        return LINE_END.join(f"- {part}" for part in parts)
    names = ", ".join(parts)
    return f"[{names}]" if alone else names


def _names(text: str, kind: Kind, catalogue: Catalogue) -> Iterator[str]:
    for piece in filter(None, map(str.strip, _BETWEEN_NAMES.split(text))):
        yield from _beside_and(piece, kind, catalogue)


def _beside_and(text: str, kind: Kind, catalogue: Catalogue) -> tuple[str, ...]:
    """`A en B` is two names when both are: some names hold that word themselves."""
    for match in _AND.finditer(text):
        sides = text[: match.start()], text[match.end() :]
        if all(catalogue.find(side, (kind,)) for side in sides):
            return sides
    return (text,)
