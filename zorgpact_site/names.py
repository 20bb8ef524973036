"""Names as people type them: comparing, sorting, guessing, and turning into addresses."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

# Signs that are typed for one another; each stands for one sign.
SAME_SIGN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
)
_ASCII = bytes(range(128))
# What does not count in the order of names: an article, and signs around it.
_BEGINNING = re.compile(r"^(?:[\W_]*?(?:de|het|een|'t)\s+)?[\W_]*")
_WORD = re.compile(r"\w+")
_PARTED = str.maketrans({code: " " for code in range(128) if not _WORD.match(chr(code))})
_NO_LETTERS = re.compile(r"[\W_]+")
_SIGNS_AROUND = " .:!?"
_GUESSES = 3
_MANY = 500


class _Signs(dict[int, str]):
    """What each sign becomes; found out once for each sign."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self._become = become

    def __missing__(self, code: int) -> str:
        # Of an accent that stands alone comes an apostrophe, as of the one on keyboards.
        self[code] = self._become(chr(code).translate(SAME_SIGN)).replace("`", "'")
        return self[code]


def _bare(sign: str) -> str:
    plain = unicodedata.normalize("NFKD", sign)
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


_EVEN = _Signs(lambda sign: unicodedata.normalize("NFD", sign)[0])
_FOLDED = _Signs(_bare)


def words(text: str) -> frozenset[str]:
    """The words of a list that is easier to read as a text."""
    return frozenset(text.split())


def fold(name: str) -> str:
    """The form in which names are compared: no accents, capitals or double spaces."""
    # Each sign has its form whatever stands around it, and few are not of ASCII.
    name = name.replace("’", "'").replace("`", "'")
    for sign in _beyond_ascii(name):
        name = name.replace(sign, _FOLDED[ord(sign)])
    return " ".join(name.casefold().split())


def say_the_same(one: str, other: str) -> bool:
    """Whether two texts differ in accents, capitals and the sign at their end alone."""
    plain = fold(one).strip(_SIGNS_AROUND)
    return bool(plain) and plain == fold(other).strip(_SIGNS_AROUND)


def even(text: str) -> str:
    """The text with plain signs and letters without accents, each sign for one sign."""
    if text.isascii():
        return text
    text = text.replace("’", "'").replace("`", "'")
    for sign in _beyond_ascii(text):
        text = text.replace(sign, _EVEN[ord(sign)])
    return text


def _beyond_ascii(text: str) -> Sequence[str]:
    """The signs of a text that are not of ASCII; few, and found much faster than by a pattern.

    What a sign becomes, such as the letters of Æ, becomes nothing else again.
    """
    if text.isascii():
        return ()
    signs = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return sorted(set(signs.decode("utf-8", "surrogatepass")))


def words_in(text: str) -> list[str]:
    """The runs of letters, digits and underscores; without a pattern when these are of ASCII."""
    for sign in _beyond_ascii(text):
        if not _is_letter(sign):
            text = text.replace(sign, " ")
    return text.translate(_PARTED).split() if text.isascii() else _WORD.findall(text)


def whole_words(text: str, wanted: str) -> Iterator[int]:
    """Where words stand in a text that are no part of longer ones; much faster than a pattern."""
    for start in places(text, wanted):
        end = start + len(wanted)
        if not (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1])):
            yield start


def places(text: str, wanted: str) -> Iterator[int]:
    """Where these signs stand in a text."""
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def slug(name: str) -> str:
    """The form in which a name stands in an address: letters and digits, joined by dashes.

    Letters of other scripts stay; what is neither letter nor digit becomes a dash.
    """
    return slug_of(fold(name))


def series_slug(title: str) -> str:
    """What a series is known by: spellings with the same slug are one series."""
    return slug(title) or "serie"


def slug_of(folded: str) -> str:
    """The form in which a folded name stands in an address."""
    plain = unicodedata.normalize("NFC", folded.replace("'", ""))
    return "-".join(_NO_LETTERS.sub(" ", plain).split())


def sort_key(name: str) -> tuple[str, str]:
    """Order as in a Dutch library: article and signs do not count, ij sorts as i and j.

    The name itself breaks ties, so that the order never depends on the input's.
    """
    return _BEGINNING.sub("", fold(name)), name


def nearest(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known names that were perhaps meant by what was typed, best first, at most three."""
    wanted = fold(typed)
    by_fold = {fold(name): name for name in sorted(known, reverse=True)}
    within = [name for name in by_fold if name and f" {name} " in f" {wanted} "]
    likely = sorted(by_fold)
    if len(likely) > _MANY:
        # Comparing with every name takes a millisecond for each; slips seldom hit the start.
        likely = [name for name in likely if name[:1] == wanted[:1]]
    close = difflib.get_close_matches(wanted, likely, n=_GUESSES, cutoff=0.75)
    if not close and len(wanted) > _GUESSES:
        close = [name for name in likely if wanted in name][:_GUESSES]
    # “Provincie Flevoland” is “Flevoland”; the longest of such names says most.
    close = close or sorted(within, key=len, reverse=True)[:1]
    return tuple(by_fold[name] for name in close)


def one_slip_apart(typed: str, name: str) -> bool:
    """Whether two names differ in one letter: another, one more, one less, or two swapped.

    Digits are no slips: a name with another number is another name.
    """
    one, two = fold(typed), fold(name)
    if abs(len(one) - len(two)) > 1:
        return False
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    end = 0
    while end < min(len(one), len(two)) - start and one[-1 - end] == two[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], two[start : len(two) - end]
    if any(sign.isdigit() for sign in left + right):
        return False
    return max(len(left), len(right)) == 1 or (len(left) == len(right) == 2 and left == right[::-1])  # noqa: PLR2004 - two letters swapped


def sure_name(typed: str, known: Iterable[str], letters: int = 6) -> str:
    """The one name of all that is a slip away from what was typed; empty when not just one is.

    A name of fewer `letters` is never sure: short names are too like other words.
    """
    close = {fold(name): name for name in known if one_slip_apart(typed, name)}
    short = any(len(name) < letters for name in close)
    return next(iter(close.values())) if len(close) == 1 and not short else ""
