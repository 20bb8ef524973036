"""Answers from flags, and for the rest questions to whoever sits at the terminal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from zorgpact_site.diagnostics import Diagnostic, Location
from zorgpact_site.editing import telling
from zorgpact_site.editing.answers import read_answer, read_slug
from zorgpact_site.editing.known import Known
from zorgpact_site.editing.new import Request, make, problems
from zorgpact_site.editing.questions import (
    ASKED,
    ASKED_OF_EVENT,
    NAMED,
    NEEDED_FOR_EVENT,
    SEVERAL,
    flag,
)
from zorgpact_site.editing.yaml_writer import Value
from zorgpact_site.fields.table import fields_of
from zorgpact_site.kinds import Kind
from zorgpact_site.reporting.messages import Messages

# These meet other texts or a check: better told at once than after the last question.
_TOLD_AT_ONCE = frozenset({"title", "aliases", "color"})
_LISTED = 30  # names; more would push the question off the screen


@dataclass(frozen=True, slots=True)
class Interview:
    """A round of questions about one new text.

    `ask` puts a question and gives what was typed; without it nothing is ever asked. `say`
    tells what is wrong. `slug` is what was typed for the end of the address, None when nothing.
    """

    kind: Kind
    known: Known
    messages: Messages
    say: Callable[[str], None]
    ask: Callable[[str], str] | None = None
    slug: str | None = None
    draft: bool = False

    def request(self, given: Mapping[str, Sequence[str]]) -> Request | None:
        """What is to be made; None when that cannot be told, and then why has been said.

        `given` holds what was answered beforehand, by key: one text, or several where a key
        takes several.
        """
        values: dict[str, Value] = {}
        _slug, found = read_slug(self.slug)
        self._tell(found)
        complete = not found
        for key in ("title", *ASKED[self.kind]):
            value = self._answer(key, given.get(key, ()), values)
            if value:
                values[key] = value
            complete = complete and value is not None
            if self.ask is not None and not complete:
                break  # further answers would be lost
        return self._wanted(values) if complete else None

    def _wanted(self, values: Mapping[str, Value]) -> Request:
        return Request(self.kind, values, read_slug(self.slug)[0], self.draft)

    def _answer(self, key: str, given: Sequence[str], values: Mapping[str, Value]) -> Value | None:
        """The value of a key, empty when it stays out; None when there is none to go on with."""
        if given:
            value, found = self._judge(key, given, values)
            if not found:
                return value
            self._tell(found)
            # An address of one's own is not asked for, so another title would not help.
            if self.ask is None or (key == "title" and self.slug):
                return None
        return self._unanswered(key, values)

    def _unanswered(self, key: str, values: Mapping[str, Value]) -> Value | None:
        """The value of a key for which nothing was given that fits."""
        event = "event" in values
        needed = key == "title" or (event and key in NEEDED_FOR_EVENT)
        kind = NAMED.get(key)
        if kind is not None and not self.known.titles(kind):
            lacking = telling.nothing_to_choose(kind.singular, self.messages)
        elif self.ask is None:
            lacking = telling.missing(key, self.kind.singular, self.messages)
        elif key in ASKED_OF_EVENT and not event:
            return ""
        else:
            self._list_names(key)
            return self._asked(key, self.ask, values, needed=needed)
        if needed:
            self.say(lacking)
            return None
        return self._default(key)

    def _asked(
        self, key: str, ask: Callable[[str], str], values: Mapping[str, Value], *, needed: bool
    ) -> Value:
        """Ask until the answer fits; a key that takes several is asked until Enter alone."""
        label = telling.labels(self.messages)[key]
        default = self._default(key)
        so_far: tuple[str, ...] = ()
        while True:
            more = bool(so_far)
            typed = ask(
                telling.question(label, self.messages, needed=needed, default=default, more=more)
            )
            if not typed.strip():
                if more or not needed:
                    return so_far or default
                self.say(self.messages.text("this cannot be left out"))
                continue
            value, found = self._judge(key, (*so_far, typed), values)
            if found:
                self._tell(found, asked=key)
            elif key not in SEVERAL:
                return value
            else:
                so_far = tuple(value)

    def _judge(
        self, key: str, typed: Sequence[str], values: Mapping[str, Value]
    ) -> tuple[Value, tuple[Diagnostic, ...]]:
        field = next(one for one in fields_of(self.kind) if one.key == key)
        value, found = read_answer(field, typed, self.known, drafts=self.draft)
        first = {"title": values.get("title", ""), key: value}
        if not found and key in _TOLD_AT_ONCE and first["title"] and self._has_address(value):
            found = self._problems(key, self._wanted(first))
        return value, found

    def _has_address(self, title: Value) -> bool:
        """Whether the address is sure: in an article, digits at its start may count as a date."""
        name = read_slug(self.slug)[0] or str(title)
        return self.kind is not Kind.ARTICLE or not name[:1].isdigit()

    def _problems(self, key: str, wanted: Request) -> tuple[Diagnostic, ...]:
        """What a check would say; what is about the new text itself is about this answer."""
        file = make(wanted, self.known.today)
        answer = Location(flag(key))
        return tuple(
            replace(one, where=answer) if one.where.path == file.path else one
            for one in problems(file, wanted, self.known)
        )

    def _default(self, key: str) -> str:
        return str(self.known.next_order()) if key == "order" else ""

    def _list_names(self, key: str) -> None:
        names = self.known.titles(NAMED[key]) if key in NAMED else ()
        names = self.known.series if key == "series" else names
        if 0 < len(names) <= _LISTED:
            self.say(telling.listed(names, self.messages))

    def _tell(self, found: Sequence[Diagnostic], asked: str = "") -> None:
        """Say what is wrong; who was asked a moment ago need not hear about what."""
        for one in found:
            here = bool(asked) and one.where.path == flag(asked)
            self.say(telling.told(one, self.messages, place=not here))
