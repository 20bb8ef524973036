"""What diagnostics say, in Dutch or English, from gettext catalogues.

The English texts are the keys of the catalogue, so English needs none.
"""

from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from importlib import resources

from zorgpact_site.diagnostics import Diagnostic, Severity

LANGUAGES = ("nl", "en")
# Holes that are filled with words of ours; all others are filled with words of the editor.
OUR_WORDS = frozenset({"actual", "cause", "expected", "kind", "part"})


@dataclass(frozen=True, slots=True)
class Messages:
    """Texts in one language."""

    language: str
    _catalogue: NullTranslations

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
        quoted = [f"“{name}”" for name in diagnostic.near]
        joined = quoted[0]
        if len(quoted) > 1:
            joined = self.text("{names} or {last}", names=", ".join(quoted[:-1]), last=quoted[-1])
        file = f" ({diagnostic.file})" if diagnostic.file else ""
        return self._fill(diagnostic.rule.guess, diagnostic, names=joined) + file

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
    file = resources.files("zorgpact_site") / "messages" / f"{language}.mo"
    if not file.is_file():
        return Messages(language, NullTranslations())
    with file.open("rb") as opened:
        return Messages(language, GNUTranslations(opened))
