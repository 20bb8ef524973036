"""Everything in the texts of a site that leads to one of them, and what it must say instead."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zorgpact_site.diagnostics import Write
from zorgpact_site.editing.edits import splice_of
from zorgpact_site.editing.links import relinked, with_anchor
from zorgpact_site.editing.original import Original, Splice
from zorgpact_site.editing.things import Thing, has_aliases
from zorgpact_site.fields import Field, table
from zorgpact_site.fields.types import Named
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.catalogue import Catalogue, split_prefix
from zorgpact_site.model.body import Manner, Reference
from zorgpact_site.model.draft import Draft
from zorgpact_site.names import fold

LISTS: Mapping[Kind, tuple[Field[tuple[Named, ...]], ...]] = {
    Kind.REGION: (table.REGION, table.REGIONS),
    Kind.KOPLOPER: (table.KOPLOPERS,),
    Kind.THEME: (table.THEMES,),
}
_THINGS = (Kind.REGION, Kind.THEME, Kind.KOPLOPER, Kind.TOOL, Kind.PAGE)
_ORDINARY = frozenset({Kind.THEME, Kind.TOOL})  # named by words that get no capital in a sentence
_NOT_IN_LINK = frozenset("[]|#")


@dataclass(frozen=True, slots=True)
class Redirection:
    """What leads to `old` must lead to `new`; `anchors` are those that are called otherwise."""

    catalogue: Catalogue
    old: Thing
    new: Thing
    anchors: Mapping[str, str] = field(default_factory=dict)

    def splices(self, draft: Draft, original: Original) -> tuple[Splice, ...]:
        """The splices in one text; Unsafe when something that must change cannot be found."""
        found = [*self._in_properties(draft, original), *self._in_text(draft, original)]
        return tuple(dict.fromkeys(found))

    def leads_to_old(self, name: Named, kind: Kind) -> bool:
        """Whether a name in the properties means the old text."""
        prefix, bare = split_prefix(name.text)
        return prefix in {None, kind} and self._means(bare, (kind,))

    def leads_to_new(self, name: Named, kind: Kind) -> bool:
        """Whether a name in the properties means the new text already."""
        prefix, bare = split_prefix(name.text)
        return prefix in {None, kind} and self.catalogue.find(bare, (kind,))[:1] == (self.new.key,)

    def _in_properties(self, draft: Draft, original: Original) -> Iterator[Splice]:
        kind = self.old.key.kind
        names = [one for row in LISTS.get(kind, ()) for one in draft.values.get(row) or ()]
        follows = draft.values.get(table.FOLLOWS)
        names += [follows] if follows and kind is Kind.ARTICLE else []
        for name in names:
            _prefix, bare = split_prefix(name.text)
            if self.leads_to_old(name, kind) and not self._stays(bare):
                start = name.text.removesuffix(bare)
                yield splice_of(original, Write(name.where, f"{start}{self._name(bare, kind)}"))

    def _in_text(self, draft: Draft, original: Original) -> Iterator[Splice]:
        for one in draft.body.references:
            target = self._target(one, draft)
            if target is None:
                continue
            splice = relinked(original, one.where, one.target, target)
            if one.anchor in self.anchors:
                splice = with_anchor(original, splice, self.anchors[one.anchor])
            yield splice

    def _target(self, one: Reference, draft: Draft) -> str | None:
        """What a reference must say; None when it can stay as it is."""
        if one.manner is Manner.WIKI and one.target:
            return self._wiki_target(one)
        if one.manner is not Manner.LINK or not one.target:
            return None
        if one.target.startswith("/"):
            slash = "/" if one.target.endswith("/") else ""
            same = one.target.strip("/") == self.old.address.strip("/") != ""
            return f"/{self.new.address.strip('/')}{slash}" if same and self._moves else None
        folder = posixpath.dirname(draft.path)
        if posixpath.normpath(posixpath.join(folder, one.target)) != self.old.path:
            return None
        if posixpath.dirname(self.old.path) == posixpath.dirname(self.new.path):
            start = one.target.removesuffix(posixpath.basename(one.target))
            return f"{start}{posixpath.basename(self.new.path)}" if self._moves else None
        return posixpath.relpath(self.new.path, folder)

    def _wiki_target(self, one: Reference) -> str | None:
        kind, name = split_prefix(one.target)
        kinds = (kind,) if kind else _THINGS
        means = self._means(name, kinds)
        if not kind and not self.catalogue.find(name, _THINGS):
            means = self._means(name, (Kind.ARTICLE,))
        if not means or (self._stays(name) and one.anchor not in self.anchors):
            return None
        if self._stays(name):
            return one.target
        new = self._name(name, *(kinds if kind else Kind), in_link=True)
        start = one.target.removesuffix(name)
        return f"{start}{new}"

    def _means(self, name: str, kinds: tuple[Kind, ...]) -> bool:
        return bool(name) and self.catalogue.find(name, kinds)[:1] == (self.old.key,)

    def _stays(self, name: str) -> bool:
        """Whether a name will lead to the new text all the same, being an alias of its own."""
        if not has_aliases(self.old.key.kind) or self.old.key not in self.catalogue.drafts:
            return False
        aliases = self.catalogue.drafts[self.old.key].values.get(table.ALIASES) or ()
        own = {fold(self.old.title), fold(self.old.key.slug)}
        same = fold(name) == fold(self.new.title)
        return same or (fold(name) in {fold(alias) for alias in aliases} - own)

    def _name(self, typed: str, *kinds: Kind, in_link: bool = False) -> str:
        """The new name in the form of the old one: a title, or a slug where that was typed."""
        kind, new = self.new.key.kind, self.new
        if typed == self.old.key.slug and fold(typed) != fold(self.old.title):
            name = new.key.slug
        else:
            name = new.title
            if kind in _ORDINARY and typed[:1].islower() and self.old.title[:1].isupper():
                name = name[:1].lower() + name[1:]
        others = set(self.catalogue.find(name, kinds)) - {self.old.key, new.key}
        unfit = in_link and not _NOT_IN_LINK.isdisjoint(name)
        unfit = unfit or split_prefix(name)[0] is not None
        name = new.key.slug if unfit else name
        return f"{kind.singular}:{name}" if others and len(kinds) > 1 else name

    @property
    def _moves(self) -> bool:
        return self.old.path != self.new.path


def in_settings(original: Original, old: Thing, new: Thing) -> tuple[Splice, ...]:
    """The splices in `site.yaml`, where menus lead to addresses."""
    if old.address == new.address:
        return ()
    address = re.escape(old.address.strip("/"))
    form = re.compile(rf"\bto:[ \t]*[\"']?/({address})(?=/?(?:[\"'\s,}}]|$))")
    places = [match.span(1) for match in form.finditer(original.content)]
    return tuple(Splice(start, end, new.address.strip("/")) for start, end in places)
