"""How many koplopers the Kopgroep had over time, reckoned from what the texts say.

The rules:

- A koploper counts from the first day that its `joined` can mean until the first day that its
  `left` can mean; one without `joined` is not known to have joined.
- A `membership` in a dated article is an anchor: on (the first day of) that date the number is
  what the article says, after the changes of that day.
- After an anchor the number follows the changes that are known. Where the next anchor says
  otherwise, the number leaps there, and the step tells by how much.
- Before the first anchor the changes are undone, backwards. Without any anchor the number is
  that of the koplopers who are known to have joined and not left.
- No number is below zero: where the texts contradict each other, the lowest that fits is taken.
- What lies after today does not count yet. A `membership` without a date is no anchor.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from zorgpact_site.dates import PartialDate
from zorgpact_site.model.entries import Article, Koploper


@dataclass(frozen=True, slots=True)
class Step:
    """A date on which the number changed or was stated; `members` is the number from then on.

    `leap` is what the stated number differs from what was reckoned until then.
    """

    when: PartialDate
    members: int = 0
    joined: tuple[Koploper, ...] = ()
    left: tuple[Koploper, ...] = ()
    stated: Article | None = None
    leap: int = 0


@dataclass(frozen=True, slots=True)
class Growth:
    """The number `before` the first step, and the steps, earliest first.

    `undated` are the articles that state a number and have no date.
    """

    before: int
    steps: tuple[Step, ...]
    undated: tuple[Article, ...]

    @property
    def anchored(self) -> bool:
        """Whether any dated article states a number."""
        return any(step.stated for step in self.steps)


def reckon(koplopers: Iterable[Koploper], articles: Iterable[Article], today: date) -> Growth:
    """Reckon the growth until today by the rules above."""
    stating = [one for one in articles if one.membership is not None]
    steps = [*_changes(koplopers), *_anchors(stating)]
    past = sorted((one for one in steps if one.when.first_day <= today), key=_order)
    before = _before(past)
    undated = tuple(one for one in stating if one.date is None)
    return Growth(before, tuple(_counted(before, past)), undated)


def _changes(koplopers: Iterable[Koploper]) -> Iterable[Step]:
    """One step for each date on which koplopers joined or left."""
    joined: dict[PartialDate, list[Koploper]] = defaultdict(list)
    left: dict[PartialDate, list[Koploper]] = defaultdict(list)
    for one in koplopers:
        if one.joined:
            joined[one.joined].append(one)
        if one.left:
            left[one.left].append(one)
    for when in {**joined, **left}:
        yield Step(when, joined=tuple(joined[when]), left=tuple(left[when]))


def _anchors(stating: Iterable[Article]) -> Iterable[Step]:
    return (Step(one.date, stated=one) for one in stating if one.date)


def _order(step: Step) -> tuple[date, bool, str, int, str]:
    """By day; on one day changes come before what is stated, and low numbers before high ones."""
    article = step.stated
    number = (article.membership or 0) if article else 0
    path = article.path if article else ""
    return step.when.first_day, article is not None, str(step.when), number, path


def _before(steps: Sequence[Step]) -> int:
    """The number before all steps: what the first anchor says without the changes before it."""
    change = lowest = 0
    for step in steps:
        if step.stated and step.stated.membership is not None:
            return max(step.stated.membership - change, -lowest)
        change += _change(step)
        lowest = min(lowest, change)
    return -lowest


def _counted(before: int, steps: Iterable[Step]) -> Iterable[Step]:
    members = before
    for step in steps:
        reckoned = max(members + _change(step), 0)
        stated = step.stated.membership if step.stated else None
        members = reckoned if stated is None else stated
        yield replace(step, members=members, leap=members - reckoned)


def _change(step: Step) -> int:
    return len(step.joined) - len(step.left)
