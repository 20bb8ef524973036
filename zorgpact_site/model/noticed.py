"""What was noticed in the words of one text, for rules that judge it once texts have met."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

from zorgpact_site.diagnostics import Rule
from zorgpact_site.model.body import Pieces
from zorgpact_site.model.keys import Key
from zorgpact_site.model.prose import Prose
from zorgpact_site.model.vocabulary import Vocabulary

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Noticed:
    """What the rules noticed by their names, and the sentence in which each thing is named.

    Only things that the front matter lists have a sentence. All of it follows from one file and
    the vocabulary, and is small beside the words of the file.
    """

    facts: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    sentences: Mapping[Key, Pieces] = field(default_factory=dict)


NOTHING = Noticed()
NOTHING_AT_ALL: Mapping[Key, Noticed] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Notice(Generic[F]):
    """How a rule looks at the words of one text: `prepare` gives the function that does it.

    What it gives must be small: it is kept for each text, and remembered. So the classes it is
    made of are named in `facts`, besides those of diagnostics, places and keys.
    """

    rule: str
    prepare: Callable[[Vocabulary], Callable[[Prose], Iterable[F]]]
    facts: tuple[type, ...] = ()

    @classmethod
    def alone(cls, rule: Rule, look: Callable[[Prose], Iterable[F]], *facts: type) -> "Notice[F]":
        """For a rule that needs no names of things."""
        return cls(rule.slug, lambda _vocabulary: look, facts)

    def of(self, noticed: Noticed) -> tuple[F, ...]:
        """What was noticed in a text."""
        return cast("tuple[F, ...]", noticed.facts.get(self.rule, ()))
