"""Two texts about one thing become one: nothing that either says is lost."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from zorgpact_site.editing.edits import spliced, with_value, without_values
from zorgpact_site.editing.files import Files, certain
from zorgpact_site.editing.importing.markdown import escaped_words, heading
from zorgpact_site.editing.judging import Judge
from zorgpact_site.editing.links import relinked, with_anchor
from zorgpact_site.editing.original import Original, Splice, original_of
from zorgpact_site.editing.references import LISTS, Redirection
from zorgpact_site.editing.renaming import Reshaped, found_new, look, spoken
from zorgpact_site.editing.spans import front_of, values_of
from zorgpact_site.editing.things import Refusal, Refused, Thing, find_draft, has_aliases, thing_of
from zorgpact_site.fields import table
from zorgpact_site.inputs import Inputs
from zorgpact_site.kinds import Kind
from zorgpact_site.model.body import Manner
from zorgpact_site.model.draft import Draft
from zorgpact_site.names import fold
from zorgpact_site.reading.markdown.references import is_external
from zorgpact_site.reading.read import read_source
from zorgpact_site.source import Source

# These go where they belong, or say nothing of the thing itself.
_PLACED = frozenset({"title", "aliases", "redirect_from", "draft", "ignore"})


def merge(inputs: Inputs, kind: Kind, old: str, into: str) -> Reshaped:
    """What it changes to let one text go up in another. Raises Refused when it cannot be done."""
    judge = Judge()
    site = look(judge, inputs)
    gone = find_draft(site.catalogue, kind, old)
    stays = find_draft(site.catalogue, kind, into)
    if gone.key == stays.key:
        raise Refused(Refusal.SAME, path=gone.path)
    _require_one_folder(gone, stays)
    here, there = thing_of(gone, site.settings), thing_of(stays, site.settings)
    files = Files.of(inputs)
    with certain(gone.path):
        anchors = _anchors(files, gone, stays)
    redirection = Redirection(site.catalogue, here, there, anchors)
    files.redirect(redirection, site.catalogue.drafts.values())
    files.gather(gone.path, lambda original: _own_anchors(gone, original, anchors))
    places = spoken(site.namings, here, files, "")
    files.make()
    for draft in site.catalogue.drafts.values():
        _once(files, draft, redirection)
    moved_text = files.after[gone.path]
    files.change(stays.path, lambda source: _with_names(source, gone, here, there.title))
    files.change(stays.path, lambda source: _with_notes(source, moved_text))
    alone = (files.after[stays.path], moved_text)
    files.change(stays.path, lambda source: _with_text(source, moved_text, here.title))
    _require_whole(alone, files.after[stays.path])
    after = files.inputs(inputs, {}, gone.path)
    return Reshaped(
        files.changes({}, gone.path),
        found_new(judge, inputs, after, {gone.path: stays.path}),
        tuple(one for one in places if one.path != gone.path),
        site.unread,
        there.address,
    )


def _require_one_folder(gone: Draft, stays: Draft) -> None:
    """Paths in a text start from its folder, so a text with paths cannot move to another."""
    paths = any(
        one.target and one.manner is not Manner.WIKI and not is_external(one.target)
        for one in gone.body.references
    )
    if paths and posixpath.dirname(gone.path) != posixpath.dirname(stays.path):
        raise Refused(Refusal.FOLDERS, path=gone.path, other=stays.path)


def _require_whole(alone: Sequence[Source], together: Source) -> None:
    """Below one another two texts may mean something else: then what they led to would be lost.

    Of two definitions of one link the first counts, and code that is not closed goes on.
    """
    if sum(map(_led_to, alone), Counter()) - _led_to(together):
        own, other = alone
        raise Refused(Refusal.LOST, path=other.path, other=own.path)


def _led_to(source: Source) -> Counter[tuple[str, str]]:
    """What a text leads to, and the words of its headings, each as often as it does."""
    draft = read_source(source).reading.draft
    if draft is None:
        return Counter()
    headings = (("heading", one.text) for one in draft.body.headings)
    return Counter([*((one.manner, one.target) for one in draft.body.references), *headings])


def _anchors(files: Files, gone: Draft, stays: Draft) -> Mapping[str, str]:
    """The headings of the text that goes which get another anchor below those that are there."""
    joined = _with_text(files.before[stays.path], files.before[gone.path], gone.title)
    draft = read_source(joined).reading.draft
    headings = draft.body.headings if draft else ()
    moved = headings[len(headings) - len(gone.body.headings) :]
    pairs = zip(gone.body.headings, moved, strict=False)
    return {one.anchor: other.anchor for one, other in pairs if one.anchor != other.anchor}


def _own_anchors(gone: Draft, original: Original, anchors: Mapping[str, str]) -> Iterable[Splice]:
    """Links of the text that goes to headings of its own."""
    for one in gone.body.references:
        if not one.target and one.anchor in anchors:
            place = relinked(original, one.where, "", "")
            yield with_anchor(original, place, anchors[one.anchor])


def _once(files: Files, draft: Draft, redirection: Redirection) -> None:
    """A list that now names the text twice names it once, where it came first."""
    kind = redirection.old.key.kind
    for row in LISTS.get(kind, ()):
        names = draft.values.get(row) or ()
        same = [
            at
            for at, name in enumerate(names)
            if redirection.leads_to_old(name, kind) or redirection.leads_to_new(name, kind)
        ]
        if len(same) > 1 and any(redirection.leads_to_old(names[at], kind) for at in same):
            later = tuple(same[1:])
            files.change(draft.path, partial(without_values, key=row.key, gone=later))


def _with_names(source: Source, gone: Draft, here: Thing, title: str) -> Source:
    """The names and addresses of the text that goes lead to the one that stays."""
    if has_aliases(here.key.kind):
        for name in (here.title, *(gone.values.get(table.ALIASES) or ())):
            if fold(name) != fold(title):
                source = with_value(source, "aliases", name)
    published = () if gone.values.get(table.DRAFT) else (f"/{here.address}",)
    for address in (*published, *(gone.values.get(table.REDIRECT_FROM) or ())):
        source = with_value(source, "redirect_from", address)
    return source


def _with_notes(source: Source, gone: Source) -> Source:
    """What the other said in its properties, as notes that an editor goes through."""
    front, own = front_of(original_of(gone), strict=False), front_of(original_of(source))
    theirs, ours = values_of(front.original.text) or {}, values_of(own.original.text) or {}
    done = set[int]()
    for key, value in front.root.entries:
        if key.text in _PLACED or theirs.get(key.text) == ours.get(key.text):
            done |= {*range(front.original.line_of(key.start), front.last_line(value) + 1)}
    kept = [front.original.text.line(at) for at in range(2, front.closing) if at not in done]
    lines = [line for line in kept if line.strip()]
    if not lines:
        return source
    at = own.original.offset(own.closing)
    head = f"# Uit {gone.path}: zet over wat u wilt houden, en haal deze regels weg.\n"
    notes = "".join(f"# {line}\n" for line in lines)
    return spliced(source, [Splice(at, at, f"{head}{notes}")])


def _with_text(source: Source, gone: Source, title: str) -> Source:
    """The text of the other below its name; nothing when it has none."""
    front = front_of(original_of(gone), strict=False)
    text = "\n".join(front.original.text.lines[front.closing :]).strip("\n")
    if not text.strip():
        return source
    own = original_of(source)
    end = len(own.content)
    gap = "\n" if own.content.endswith("\n") else "\n\n"
    named = heading(escaped_words(title), title).markdown
    return spliced(source, [Splice(end, end, f"{gap}{named}\n\n{text}\n")])
