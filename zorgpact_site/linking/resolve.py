"""References of texts become targets: pages, headings, pictures, documents, other sites."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from zorgpact_site.diagnostics import Diagnostic, Location, Rule, Write, problem
from zorgpact_site.diagnostics import reference_rules as rules
from zorgpact_site.fields.types import Named, shown
from zorgpact_site.kinds import Kind
from zorgpact_site.linking.absent_files import (
    MARKS,
    KnownFiles,
    absence,
    known_files,
    told_elsewhere,
    trouble_of,
)
from zorgpact_site.linking.catalogue import Catalogue, in_sentence, split_prefix
from zorgpact_site.linking.forgotten_brackets import as_list, shown_list
from zorgpact_site.linking.meant_pages import (
    file_called,
    page_of_file,
    page_of_name,
    page_of_path,
)
from zorgpact_site.linking.unknown_links import unknown_link
from zorgpact_site.media import DOCUMENTS, INSTEAD, PICTURES, Media, extension
from zorgpact_site.model.body import Manner, Reference
from zorgpact_site.model.entries import (
    Target,
    ToAddress,
    ToHeading,
    ToMedia,
    ToPage,
    ToWeb,
)
from zorgpact_site.model.keys import Key
from zorgpact_site.names import nearest, slug, sure_name
from zorgpact_site.reading.markdown.references import is_external

# Mistakes of a site; nobody reads guesses at more, and each looks through all names.
_GUESSED = 200
_THINGS = (Kind.REGION, Kind.THEME, Kind.KOPLOPER, Kind.TOOL, Kind.PAGE)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Finds what references lead to, and says in `found` which lead nowhere.

    `asked` gathers the paths of all files that references name, or perhaps mean. A `quiet` one
    does not look for what was perhaps meant, which costs much, and leaves mistakes unsaid.
    """

    catalogue: Catalogue
    media: Mapping[str, Media]
    found: list[Diagnostic] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    quiet: bool = False
    # What went may be named by many texts, and is looked for among all there is.
    _meant: dict[tuple[str, Kind], tuple[Key, ...]] = field(default_factory=dict)
    _known: dict[bool, KnownFiles] = field(default_factory=dict)

    def names(self, named: Iterable[Named], kind: Kind) -> tuple[Key, ...]:
        """The keys for names in front matter, each once, in their order."""
        keys: list[Key] = []
        several = tuple(named)
        for name in several:
            key = self._name(name, kind, alone=len(several) == 1)
            if key is None:
                continue
            if key in keys:
                self._say(rules.REPEATED_TERM, name.where, name.text)
            else:
                keys.append(key)
        return tuple(keys)

    def _name(self, name: Named, kind: Kind, *, alone: bool) -> Key | None:
        """The key for one name, None when there is no such page (and that has been said)."""
        prefix, bare = split_prefix(name.text)
        keys = self.catalogue.find(bare, (prefix or kind,)) if prefix in {None, kind} else ()
        if keys:
            return self._published(keys[0], name.where)
        if self.quiet:
            return None
        others = tuple(other for other in _THINGS if other is not kind)
        elsewhere = self.catalogue.find(bare, others)
        if elsewhere:
            actual, expected = elsewhere[0].kind.a_one, kind.a_one
            self.found.append(
                problem(
                    rules.WRONG_KIND, name.where, value=name.text, actual=actual, expected=expected
                )
            )
            return None
        parts, known = as_list(bare, kind, self.catalogue)
        shown_names = self.catalogue.shown.get(kind, ())
        typed = _without_path(name.text)
        near = (shown_list(parts, name, alone),) if parts else self._near(typed, shown_names)
        meant = (known and parts) or self._sure(typed, shown_names)
        if typed != name.text and self.catalogue.find(typed, (kind,)):
            near, meant = (typed,), typed
        is_on_a_line = name.where.length > 0  # over more there is no room for a list
        file = file_called(near[0], (kind,), self.catalogue) if near else ""
        example = f"content/{kind.value}/{slug(name.text) or 'naam'}.md"
        self.found.append(
            problem(
                rules.UNKNOWN_TERM,
                name.where,
                near=near,
                file=file,
                fix=(Write(name.where, meant),) if meant and is_on_a_line else (),
                kind=kind.this_one,
                value=shown(name.text),
                example=example,
            )
        )
        return None

    def meant(self, name: Named, kind: Kind) -> tuple[Key, ...]:
        """The keys that a name leads to, else those it is perhaps a slip for; says nothing."""
        bare = split_prefix(name.text)[1]
        keys = self.catalogue.find(bare, (kind,))
        if keys:
            return keys
        if (bare, kind) not in self._meant:
            near = nearest(bare, self.catalogue.shown.get(kind, ()))
            found = (key for one in near for key in self.catalogue.find(one, (kind,)))
            self._meant[bare, kind] = tuple(found)
        return self._meant[bare, kind]

    def _near(self, typed: str, names: Iterable[str]) -> tuple[str, ...]:
        return nearest(typed, names) if len(self.found) < _GUESSED else ()

    def _sure(self, typed: str, names: Iterable[str]) -> str:
        return sure_name(typed, names) if len(self.found) < _GUESSED else ""

    def references(
        self, references: Iterable[Reference], path: str, own: frozenset[str]
    ) -> tuple[Target, ...]:
        """A target for each reference of the text in `path`, whose own anchors are `own`.

        A reference that leads nowhere gets a stand-in; the error in `found` stops publication.
        """
        return tuple(self._reference(one, path, own) for one in references)

    def _reference(self, one: Reference, path: str, own: frozenset[str]) -> Target:
        if one.manner is Manner.IMAGE:
            return self._image(one, path)
        if not one.target and one.anchor:
            return self._own_heading(one, path, own)
        if one.manner is Manner.WIKI:
            return self._wiki(one) or ToWeb("")
        if one.manner is Manner.NAME:
            # It has been looked up; what readers see are the words as they stand there.
            return ToPage(Key.of(one.target), one.title)
        return self._plain(one, path)

    def _plain(self, one: Reference, path: str) -> Target:
        if is_external(one.target) or not one.target:
            return ToWeb(one.target)
        if one.target.startswith("/"):
            return ToAddress(one.target.strip("/"), one.where, one.anchor)
        return self._path(one, path)

    def _image(self, one: Reference, path: str) -> Target:
        if is_external(one.target) or not one.target:
            return ToWeb("")  # reading has said so
        return self.file(one.target, path, one.where, PICTURES) or ToWeb("")

    def _path(self, one: Reference, path: str) -> Target:
        if one.target.strip(MARKS).lower().endswith(".md"):
            return self._markdown(one, path) or ToWeb("")
        return self.file(one.target, path, one.where, PICTURES + DOCUMENTS) or ToWeb("")

    def _own_heading(self, one: Reference, path: str, own: frozenset[str]) -> ToHeading:
        if one.anchor not in own:
            self._unknown_anchor(one, path, sorted(own))
        return ToHeading(one.anchor)

    def _wiki(self, one: Reference) -> ToPage | None:
        kind, name = split_prefix(one.target)
        if not name:
            return None  # reading has said so
        keys = self.catalogue.find(name, (kind,) if kind else _THINGS)
        keys = keys or (() if kind else self.catalogue.find(name, (Kind.ARTICLE,)))
        if len(keys) > 1:
            choices = ", ".join(f"[[{key.kind.singular}:{key.slug}]]" for key in keys)
            self.found.append(
                problem(rules.AMBIGUOUS_LINK, one.where, value=one.target, choices=choices)
            )
            return None
        if keys:
            return self._page(keys[0], one)
        if self.quiet:
            return None
        kinds, guessing = (kind,) if kind else tuple(Kind), len(self.found) < _GUESSED
        self.found.append(unknown_link(one, name, kinds, self.catalogue, guessing=guessing))
        return None

    def _markdown(self, one: Reference, path: str) -> ToPage | None:
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), one.target))
        key = self.catalogue.by_path.get(wanted)
        if key is None:
            self._unknown_file(one.target, wanted, one.where, path, is_text=True)
            return None
        return self._page(key, one)

    def _page(self, key: Key, one: Reference) -> ToPage | None:
        if self._published(key, one.where) is None:
            return None
        draft = self.catalogue.drafts.get(key)
        if draft and one.anchor:
            anchors = [heading.anchor for heading in draft.body.headings]
            if one.anchor not in anchors:
                self._unknown_anchor(one, draft.title, anchors)
        return ToPage(key, in_sentence(one.target, self.catalogue.title(key), key), one.anchor)

    def file(
        self, target: str, path: str, where: Location, kinds: tuple[str, ...]
    ) -> ToMedia | None:
        """The picture or document that a path leads to, None when there is none to publish."""
        if is_external(target):
            self.found.append(told_elsewhere(target, where, kinds))
            return None
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        self.asked.add(wanted)
        media = self.media.get(wanted)
        if media is None:
            self._unknown_file(target, wanted, where, path, is_text=False)
            return None
        if extension(wanted) not in kinds:
            value = extension(wanted) or "?"
            instead = [one for one in INSTEAD.get(value, ()) if one in kinds]
            choices = ", ".join(instead or kinds)
            self.found.append(problem(rules.NOT_PUBLISHABLE, where, value=value, choices=choices))
            return None
        if media.look.trouble:
            self.found.append(trouble_of(media, media.look.trouble, target, where))
            return None
        return ToMedia(media)

    def _published(self, key: Key, where: Location) -> Key | None:
        if key not in self.catalogue.held:
            return key
        self._say(rules.LINK_TO_DRAFT, where, self.catalogue.title(key))
        return None

    def _unknown_file(
        self, target: str, wanted: str, where: Location, path: str, *, is_text: bool
    ) -> None:
        if not self.quiet:
            if is_text not in self._known:
                known = self.catalogue.by_path if is_text else self.media
                self._known[is_text] = known_files(known)
            page = page_of_file(wanted, self.catalogue) or page_of_name(target, self.catalogue)
            is_sure = page is not None
            if page is None and not extension(target):
                page = page_of_path(target, self.catalogue)
            meant = posixpath.relpath(page.path, posixpath.dirname(path)) if page else ""
            told, near = absence(
                target,
                wanted,
                where,
                self._known[is_text],
                path,
                meant=meant,
                is_sure=is_sure,
                guessing=len(self.found) < _GUESSED,
            )
            self.found.append(told)
            self.asked.update(near)

    def _unknown_anchor(self, one: Reference, page: str, anchors: Iterable[str]) -> None:
        if self.quiet:
            return
        near = tuple(f"#{anchor}" for anchor in self._near(one.anchor, anchors))
        value = shown(one.anchor)
        self.found.append(
            problem(rules.UNKNOWN_ANCHOR, one.where, near=near, page=page, value=value)
        )

    def _say(self, rule: Rule, where: Location, value: str) -> None:
        self.found.append(problem(rule, where, value=value))


def _without_path(name: str) -> str:
    """A name that was typed as a file, as links in the text have it."""
    return PurePosixPath(name).stem if name.lower().endswith(".md") else name
