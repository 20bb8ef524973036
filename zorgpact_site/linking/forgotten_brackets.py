"""Names one after the other where a list in brackets was meant."""

import re
from collections.abc import Iterator, Sequence

from zorgpact_site.fields.types import LINE_END, Named
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import Catalogue

_BETWEEN_NAMES = re.compile(r"[,;]|\s/\s|(?:^|\s)-(?=\S)")
_BEHIND_A_DASH = 7  # columns; behind a key such as `region: ` stand more
# The last sign stands for the end of a line, too: names below each other without dashes.
_BETWEEN_TWO = re.compile(r"\s+(?:en|&)\s+|/|\s+")


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
    bare = text.strip("[]{} ")  # the other bracket was forgotten, or it is of another kind
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    for piece in filter(None, map(str.strip, _BETWEEN_NAMES.split(bare))):
        yield from _beside(piece, kind, catalogue)


def _beside(text: str, kind: Kind, catalogue: Catalogue) -> tuple[str, ...]:
    """`A en B` is two names when both are: some names hold that word, or a space, themselves."""
    if catalogue.find(text, (kind,)):
        return (text,)
    for match in _BETWEEN_TWO.finditer(text):
        if not catalogue.find(text[: match.start()], (kind,)):
            continue
        others = _beside(text[match.end() :], kind, catalogue)
        if all(catalogue.find(one, (kind,)) for one in others):
            return (text[: match.start()], *others)
    return (text,)
