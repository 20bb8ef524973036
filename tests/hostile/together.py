"""Many cases in one site, as a browser sees them: each with its own text and its own media."""

from collections.abc import Iterable

from tests.hostile.case import ARTICLE, BASE, Case, Content
from tests.hostile.corpus import corpus

_MEDIA = "content/media/"


def published(kinds: Iterable[str]) -> dict[str, Content]:
    """A site with all cases of these kinds that appear, as articles and drawings of one site."""
    return _together(one for one in _cases(kinds) if not one.exit_code)


def refused(kinds: Iterable[str]) -> dict[str, Content]:
    """A site with all cases of these kinds that stop publication, and all their mistakes."""
    return _together(one for one in _cases(kinds) if one.exit_code)


def _cases(kinds: Iterable[str]) -> list[Case]:
    return [case for kind in kinds for case in corpus()[kind][1] if _fits(case)]


def _fits(case: Case) -> bool:
    """Whether it is an article with drawings; a long one only takes time."""
    apart = [path for path in case.files if path != ARTICLE and not path.endswith(".svg")]
    return not apart and ARTICLE in case.files and len(case.told) < 100 and "long" not in case.name


def _together(cases: Iterable[Case]) -> dict[str, Content]:
    site: dict[str, Content] = dict(BASE)
    for number, case in enumerate(cases):
        own = f"{_MEDIA}{number}/"
        for path, content in case.laid.items():
            if path == ARTICLE:
                site[f"content/articles/geval-{number}.md"] = (
                    content.replace("../media/", f"../media/{number}/")
                    if isinstance(content, str)
                    else content
                )
            elif path not in BASE:
                site[path.replace(_MEDIA, own)] = content
    return site
