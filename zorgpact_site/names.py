"""Names as people type them: comparing, sorting, guessing, and turning into addresses."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

# Signs that are typed for one another; each stands for one sign.
SAME_SIGN = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
)
_ARTICLE = re.compile(r"^(?:de|het|een|'t)\s+")
_GUESSES = 3
_MANY = 500


def words(text: str) -> frozenset[str]:
    """The words of a list that is easier to read as a text."""
    return frozenset(text.split())


def fold(name: str) -> str:
    """The form in which names are compared: no accents, capitals or double spaces."""
    if name.isascii():
        return " ".join(name.replace("`", "'").lower().split())
    plain = unicodedata.normalize("NFKD", name.translate(SAME_SIGN))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())


def slug(name: str) -> str:
    """The form in which a name stands in an address: letters and digits, joined by dashes.

    Letters of other scripts stay; what is neither letter nor digit becomes a dash.
    """
    composed = unicodedata.normalize("NFC", fold(name).replace("'", ""))
    kept = (sign if sign.isalnum() else " " for sign in composed)
    return "-".join("".join(kept).split())


def sort_key(name: str) -> tuple[str, str]:
    """Order as in a Dutch library: the article does not count, ij sorts as i and j.

    The name itself breaks ties, so that the order never depends on the input's.
    """
    return _ARTICLE.sub("", fold(name)), name


def nearest(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that were perhaps meant by what was typed, best first, at most three."""
    wanted = fold(typed)
    by_fold = {fold(name): name for name in sorted(known, reverse=True)}
    if len(by_fold) > _MANY:
        # Comparing with every name takes a millisecond for each; slips seldom hit the start.
        by_fold = {name: shown for name, shown in by_fold.items() if name[:1] == wanted[:1]}
    close = difflib.get_close_matches(wanted, sorted(by_fold), n=_GUESSES, cutoff=0.75)
    if not close and len(wanted) > _GUESSES:
        close = sorted(name for name in by_fold if wanted in name)[:_GUESSES]
    return tuple(by_fold[name] for name in close)
