"""What diagnostics say, in Dutch or English, from gettext catalogues.

The English texts are the keys of the catalogue, so English needs none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

    from zorgpact_site.diagnostics import Diagnostic, Severity

LANGUAGES = ("nl", "en")
_FOLDER = Path(__file__).parent.parent / "messages"
# Holes that are filled with words of ours; all others are filled with words of the editor.
OUR_WORDS = frozenset({"actual", "cause", "expected", "kind", "part"})


@dataclass(frozen=True, slots=True)
class Messages:
    """Texts in one language."""

    language: str

    @property
    def _catalogue(self) -> NullTranslations:
        return _catalogue_of(self.language)

    def text(self, english: str, **values: str | int) -> str:
        """A text in this language, with its holes filled."""
        shown = self._catalogue.gettext(english) if english else ""
        return shown.format(**values) if values else shown

    def count(self, one: str, more: str, number: int) -> str:
        """A text about a number of things, such as `2 errors`."""
        return self._catalogue.ngettext(one, more, number).format(number=number)

    def message(self, diagnostic: Diagnostic) -> str:
        """What is wrong."""
        return self._fill(diagnostic.rule.message, diagnostic)

    def hint(self, diagnostic: Diagnostic) -> str:
        """What to do: a question when something near exists, else the advice of the rule."""
        if not diagnostic.near:
            file = f" ({diagnostic.file})" if diagnostic.file else ""
            return self._fill(diagnostic.rule.hint, diagnostic) + file
        file = f" ({diagnostic.file})" if diagnostic.file else ""
        names = self._quoted(diagnostic.near)
        return self._fill(diagnostic.rule.guess, diagnostic, names=names) + file

    def did_you_mean(self, names: Sequence[str]) -> str:
        """The question whether one of these names was meant; there must be one."""
        return self.text("did you mean {names}?", names=self._quoted(names))

    def _quoted(self, names: Sequence[str]) -> str:
        quoted = [f"“{name}”" for name in names]
        joined = quoted[0]
        if len(quoted) > 1:
            joined = self.text("{names} or {last}", names=", ".join(quoted[:-1]), last=quoted[-1])
        return joined

    def advice(self, diagnostic: Diagnostic) -> str:
        """The hint, and that a command does it when that can: what people read everywhere."""
        hint = self.hint(diagnostic)
        if not diagnostic.fix:
            return hint
        mends = self.text("zorgpact fix does this for you")
        return f"{hint} – {mends}" if hint else mends

    def severity(self, severity: Severity) -> str:
        """The word for a severity."""
        return self.text(severity.value)

    def _fill(self, english: str, diagnostic: Diagnostic, **more: str) -> str:
        values = {
            name: self.text(value) if name in OUR_WORDS else value
            for name, value in diagnostic.values
        }
        return self._catalogue.gettext(english).format(**values, **more) if english else ""


def messages_in(language: str) -> Messages:
    """The texts in `nl` or `en`."""
    return Messages(language)


@cache
def _catalogue_of(language: str) -> NullTranslations:
    # Here, as who tells again what was told before can do without.
    from gettext import GNUTranslations, NullTranslations  # noqa: PLC0415

    file = _FOLDER / f"{language}.mo"
    if not file.is_file():
        return NullTranslations()
    with file.open("rb") as opened:
        return GNUTranslations(opened)
