"""Which drawn sign each theme carries through the site."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from zorgpact_site.diagnostics import Diagnostic, problem
from zorgpact_site.diagnostics.reference_rules import UNKNOWN_SIGN
from zorgpact_site.model.entries import Theme
from zorgpact_site.model.keys import Key
from zorgpact_site.names import nearest
from zorgpact_site.planning.pieces import Sign


def signs_of(themes: Iterable[Theme], drawn: Iterable[str]) -> Mapping[Key, str]:
    """The name of a sign for each theme: the one it chose, else the next that nobody chose.

    Where there are more themes than signs, signs come back; without any drawing there are none.
    """
    themes, drawn = tuple(themes), tuple(drawn)
    chosen = {theme.key: theme.sign for theme in themes if theme.sign in drawn}
    free = [name for name in drawn if name not in chosen.values()] or list(drawn)
    rest = [theme.key for theme in themes if theme.key not in chosen]
    given = {key: free[at % len(free)] for at, key in enumerate(rest)} if free else {}
    return chosen | given


def sprite(signs: Mapping[Key, str], drawings: Mapping[str, str]) -> tuple[Sign, ...]:
    """The drawings of the signs that themes carry, each once: the same for every page."""
    # Drawings come from the templates, whose makers are trusted as those of templates are.
    return tuple(Sign(name, Markup(drawings[name])) for name in sorted(set(signs.values())))  # noqa: S704


def unknown_signs(themes: Iterable[Theme], drawn: Iterable[str]) -> Iterator[Diagnostic]:
    """Themes that choose a sign that is not there."""
    drawn = tuple(drawn)
    for theme in themes:
        if theme.sign and theme.sign not in drawn:
            near, choices = nearest(theme.sign, drawn), ", ".join(drawn)
            where = theme.place_of("sign")
            yield problem(UNKNOWN_SIGN, where, near=near, value=theme.sign, choices=choices)
