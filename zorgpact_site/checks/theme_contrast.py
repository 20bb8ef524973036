"""The colour of a theme must be readable."""

from collections.abc import Iterable

from zorgpact_site.diagnostics import Diagnostic, Rule, Severity, problem
from zorgpact_site.model.site import Site

READABLE = 4.5
RULE = Rule(
    "theme-contrast",
    Severity.WARNING,
    "white letters on the colour {value} have a contrast of {contrast} : 1; 4.5 is needed",
    "choose a darker colour",
    "The name of a theme stands in white on its colour. Readers with less sight need enough "
    "contrast. Source: WCAG 2.2, 1.4.3.",
)


def check(site: Site) -> Iterable[Diagnostic]:
    """Measure each theme's colour against white."""
    for theme in site.themes:
        if not theme.color:
            continue
        contrast = contrast_with_white(theme.color)
        if contrast < READABLE:
            where = theme.place_of("color")
            yield problem(RULE, where, value=theme.color, contrast=f"{contrast:.1f}")


def contrast_with_white(color: str) -> float:
    """The contrast of `#rrggbb` with white, from 1 to 21. Source: WCAG 2.2, contrast ratio."""
    return 1.05 / (luminance(color) + 0.05)


def luminance(color: str) -> float:
    """The relative luminance of `#rrggbb`, 0 for black and 1 for white, as WCAG defines it."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (_linear(part) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    if part <= 0.04045:  # noqa: PLR2004 - the constants of sRGB
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)
