"""What browsers are told: another page as soon as there is one, and what came of a rebuild."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from zorgpact_site.serving.live import Live
from zorgpact_site.serving.looking import Looker
from zorgpact_site.serving.rebuilding import Outcome, Rebuilt
from zorgpact_site.serving.reloads import look_at_screens
from zorgpact_site.serving.shown import Shown
from zorgpact_site.serving.warnings import Warnings


@dataclass(slots=True)
class Screen:
    """Keeps `shown` in step with what `looker` saw, and has browsers load their pages anew.

    `answer` is called once, when there is something to be seen.
    """

    shown: Shown
    looker: Looker
    error_page: Callable[[Outcome], bytes]
    warnings: Callable[[Outcome], Warnings]
    answer: Callable[[], None]
    _seen: tuple[Live | None, int] = field(default=(None, 0))
    _answers: bool = False

    def saved(self) -> None:
        """Show a text that was saved and leaves all else as it is."""
        if not self.shown.failure and self._is_new():
            self._reload()

    def show(self, early: Rebuilt) -> None:
        """Show the site in memory, before it is published; mistakes wait until all are known."""
        if self.looker.shown[0] is None:
            return
        warned = self.warnings(early)
        if self._is_new() or self.shown.failure or warned != self.shown.warnings:
            self.shown.failure, self.shown.warnings = b"", warned
            self._reload()

    def tell(self, outcome: Outcome) -> None:
        """Show what came of a rebuild."""
        failure, warned = self.error_page(outcome), self.warnings(outcome)
        moved, touched = self._is_new(), list[str]()
        if isinstance(outcome, Rebuilt) and outcome.changes:
            live = self.shown.live = self.looker.shown[0]
            # Pages that show these were there before they were.
            touched = [path for path in outcome.touched if not live or path not in live]
        told = (failure, warned) != (self.shown.failure, self.shown.warnings)
        if moved or touched or told or not self._answers:
            self.shown.failure, self.shown.warnings = failure, warned
            self.shown.touch(touched)
            self._reload()

    def _is_new(self) -> bool:
        """Whether there is another site in memory than the one that was shown last."""
        before, self._seen = self._seen, self.looker.shown
        if self._seen[0] is None:
            return False
        self.shown.live = self._seen[0]
        return before != self._seen

    def _reload(self) -> None:
        look_at_screens(self.shown)
        if not self._answers:
            self._answers = True
            self.answer()
