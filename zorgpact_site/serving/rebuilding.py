"""One try at a rebuild: look, show, make, publish. What goes wrong comes back as a value."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial

from zorgpact_site.build import Built, Make, finish, make_plainly
from zorgpact_site.inputs import Inputs
from zorgpact_site.model.site import Site
from zorgpact_site.planning.page import DataFile, Page
from zorgpact_site.publishing.errors import CannotKeep
from zorgpact_site.publishing.tree import Changes
from zorgpact_site.remembering.memory import Means, without_memory
from zorgpact_site.remembering.texts import MemoryLost
from zorgpact_site.rendering import Rendered
from zorgpact_site.serving.live import one_of_each
from zorgpact_site.serving.looking import Looker
from zorgpact_site.serving.tree import Tree


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A build that ran to its end; no `changes` when the content has errors."""

    inputs: Inputs
    built: Built
    changes: Changes | None
    milliseconds: int

    @property
    def touched(self) -> tuple[str, ...]:
        """The files of the published tree that came, went or changed."""
        one = self.changes
        return (*one.added, *one.changed, *one.removed) if one else ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A build that the machine cut short: a disk that is full, a right that is missing."""

    error: OSError


Outcome = Rebuilt | Refused
Remembering = Callable[[], AbstractContextManager[Means]]


class Overtaken(Exception):
    """Something was saved while pages were made: what is made now is not what is wanted."""


@dataclass(slots=True)
class Rebuilder:
    """Rebuilds what `looker` sees into `tree`.

    `show` is called as soon as the looker has seen the site, with all mistakes so far.
    `remembering` opens the memory on disk. Whoever sets `overtaken` wants the next rebuild before
    the end of this one.
    """

    looker: Looker
    tree: Tree
    show: Callable[[Rebuilt], None] = lambda _early: None
    remembering: Remembering = lambda: nullcontext(without_memory(map))
    overtaken: threading.Event = field(default_factory=threading.Event)

    def rebuild(self) -> Outcome:
        """Build the site as it is now. Raises `Stopped` or `Overtaken`, and publishes nothing."""
        self.overtaken.clear()
        try:
            try:
                with self.remembering() as means:
                    return self._rebuild(means)
            except (CannotKeep, MemoryLost):
                # Somebody was at the tree or the memory; what they hold is not believed.
                self.looker.forget()
                return self._rebuild(without_memory(map))
        except OSError as error:
            return Refused(error)

    def _rebuild(self, means: Means) -> Rebuilt:
        started = time.perf_counter()
        look = self.looker.look(means)
        self.show(Rebuilt(look.inputs, Built((), look.examined.weighed()), None, 0))
        self.looker.prepare()
        # With mistakes nothing will be published: then it is only whether templates are right.
        make = _make_a_few if look.broken else means.make
        built = finish(look.inputs, look.examined, partial(self._make, make))
        if self.looker.texts.ahead:  # some pages may show what was saved since, others not
            raise Overtaken
        changes = None
        if not built.errors:
            changes = self.tree.publish(built)
            means.keep((), changes.site)
        milliseconds = round(1000 * (time.perf_counter() - started))
        return Rebuilt(look.inputs, built, changes, milliseconds)

    def _make(
        self,
        make: Make,
        templates: Mapping[str, bytes],
        wanted: Sequence[Page | DataFile],
        site: Site,
    ) -> Iterator[Rendered]:
        for rendered in make(templates, wanted, site):
            if self.overtaken.is_set():
                raise Overtaken
            yield rendered


def _make_a_few(
    templates: Mapping[str, bytes], wanted: Sequence[Page | DataFile], site: Site
) -> Iterable[Rendered]:
    return make_plainly(templates, tuple(one_of_each(wanted)), site)
