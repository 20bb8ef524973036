"""Backlinks: which texts name a page, in their properties or in a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from zorgpact_site.linking.entries import sentence_text
from zorgpact_site.model.body import Pieces
from zorgpact_site.model.entries import Entry, Koploper, Linked, ToPage
from zorgpact_site.model.keys import Key
from zorgpact_site.model.noticed import NOTHING, Noticed
from zorgpact_site.model.site import Mention
from zorgpact_site.names import fold, whole_words

_TELLING = 4  # words
_PARTED = "\0"  # stands in no text, and folds to itself


def find_mentions(
    entries: Iterable[Linked], noticed: Mapping[Key, Noticed]
) -> Mapping[Key, tuple[Mention, ...]]:
    """For each page the texts that name it, in the order of the texts, each text once.

    The sentence is that of the first link to the page, else the first that names it.
    """
    gathered: dict[Key, list[Mention]] = defaultdict(list)
    for entry in entries:
        linked = _linked_sentences(entry)
        listed = {thing.key for thing in getattr(entry, "named", ())}
        naming = noticed.get(entry.key, NOTHING).sentences
        for key in dict.fromkeys([*(one.key for one in getattr(entry, "named", ())), *linked]):
            if key == entry.key:
                continue
            sentence = linked.get(key, "")
            if not sentence and key in listed:
                sentence = sentence_text(entry.text, naming.get(key, ()))
            gathered[key].append(Mention(entry, sentence, key in listed))
    return {key: tuple(mentions) for key, mentions in gathered.items()}


def _linked_sentences(entry: Linked) -> dict[Key, str]:
    """The pages that the text links to, each with the sentence of the first link."""
    sentences: dict[Key, str] = {}
    for reference, target in zip(entry.text.body.references, entry.text.targets, strict=True):
        if isinstance(target, ToPage) and not sentences.get(target.key):
            sentences[target.key] = _telling(sentence_text(entry.text, reference.sentence))
    return sentences


def _telling(sentence: str) -> str:
    """The sentence, unless it is too short to tell anything, such as a bare name."""
    return sentence if len(sentence.split(maxsplit=_TELLING - 1)) == _TELLING else ""


def naming_sentences(entry: Linked, sentences: Sequence[Pieces]) -> dict[Key, Pieces]:
    """The first sentence with the name or an alias of each thing that the front matter lists."""
    things: tuple[Entry, ...] = getattr(entry, "named", ())
    wanted = [one for one in things if not (isinstance(one, Koploper) and not one.mention)]
    if not wanted:
        return {}
    together = tuple(piece for one in sentences for piece in (*one, _PARTED))
    folded = fold(sentence_text(entry.text, together))
    found: dict[Key, Pieces] = {}
    for thing in wanted:
        names = {fold(name) for name in (thing.title, *thing.aliases)}
        for start in sorted(at for name in names for at in whole_words(folded, name)):
            sentence = sentences[folded.count(_PARTED, 0, start)]
            if _telling(sentence_text(entry.text, sentence)):
                found[thing.key] = sentence
                break
    return found
