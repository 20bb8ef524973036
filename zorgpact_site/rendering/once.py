"""A filter for templates: what many pages have in common is drawn once."""

from collections.abc import Callable

from markupsafe import Markup

_MOST = 256  # texts: few are shared by many pages, and a preview runs for days


def once() -> Callable[..., Markup]:
    """Make the filter, which calls a macro with values, or knows what that gave.

    In a template `{{ head | once(menu) }}` shows what `{{ head(menu) }}` does. It is drawn again
    for values that are not the very same ones. So it is for macros that show nothing but what they
    are given, and for values that do not change, as those of views.
    """
    known: dict[tuple[int, ...], tuple[object, Markup]] = {}

    def draw(macro: Callable[..., Markup], *given: object) -> Markup:
        key = (id(macro), *map(id, given))
        found = known.get(key)
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            # All are held on to, as others might get their numbers.
            found = known[key] = (macro, given), macro(*given)
        return found[1]

    return draw
