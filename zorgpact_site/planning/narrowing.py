"""Which lists offer a script to narrow them and to put them in another order."""

from collections.abc import Sized

_AT_A_GLANCE = 5
_SCRIPT = "lists.js"


def worth_narrowing(items: Sized) -> bool:
    """Whether the list is longer than what is seen at a glance."""
    return len(items) > _AT_A_GLANCE


def narrowing_scripts(items: Sized) -> tuple[str, ...]:
    """What a page with the list asks for: nothing when it is short."""
    return (_SCRIPT,) if worth_narrowing(items) else ()
