"""A series whose name is nearly that of another: a slip that makes two of one."""

from collections.abc import Iterable
from itertools import zip_longest

from zorgpact_site.checks.near_names import one_slip
from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Series, Site

RULE = Rule(
    "near-series",
    Severity.WARNING,
    "the name of this series is nearly that of another, so that each has a page of its own",
    "write it as the other articles do, when it is one series",
    "Articles are one series when they give it the same name; capitals, accents and signs make no "
    "difference. Names that are written as one word or as two, or that differ by one letter, are "
    "told of in the series with the fewest articles. Names with other figures, short names and "
    "other short words are passed over.",
)
_SHORTEST = 8  # letters of a name that one of them does not tell apart
_SHORT_WORD = 4


def check(site: Site) -> Iterable[Diagnostic]:
    """Look for each series among those with more articles, by what is left without one letter."""
    known: dict[str, Series] = {}
    for one in sorted(site.series, key=lambda one: (-len(one.articles), one.slug)):
        forms = _forms(one.slug.replace("-", ""))
        alike = (known[form] for form in sorted(forms & known.keys()))
        near = next((other for other in alike if _is_near(one.slug, other.slug)), None)
        if near:
            for article in one.articles:
                yield problem(RULE, article.place_of("series"), near=(near.title,))
        known |= dict.fromkeys(forms - known.keys(), one)


def _forms(letters: str) -> set[str]:
    """The letters of a name, and these with one of them left out."""
    without = range(len(letters) if len(letters) >= _SHORTEST else 0)
    return {letters, *[letters[:at] + letters[at + 1 :] for at in without]}


def _is_near(one: str, other: str) -> bool:
    """Whether a slip tells two names apart, and no short word, as in “deel a” and “deel b”."""
    ours, theirs = one.replace("-", ""), other.replace("-", "")
    if ours == theirs:
        return True
    pairs = [*zip_longest(one.split("-"), other.split("-"), fillvalue="")]
    are_long = all(min(map(len, pair)) >= _SHORT_WORD for pair in pairs if pair[0] != pair[1])
    return are_long and one_slip(ours, theirs)
