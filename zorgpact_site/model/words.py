"""All words of a text, as rules about language need them: much more than a site has to know."""

from dataclasses import dataclass

from zorgpact_site.model.body import Pieces
from zorgpact_site.model.passages import Passage


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a body: block by block as typed, and sentence by sentence for readers.

    Sentences have slots for the references of the body.
    """

    passages: tuple[Passage, ...] = ()
    sentences: tuple[Pieces, ...] = ()
