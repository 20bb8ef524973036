"""What is to be said of links to other sites, after visits to them."""

from collections.abc import Iterable, Mapping
from urllib.parse import SplitResult, urlsplit

from zorgpact_site.diagnostics import Diagnostic, Replace, problem
from zorgpact_site.diagnostics.outside_rules import DEAD_LINK, MOVED_LINK, UNREACHABLE_LINK
from zorgpact_site.fields.types import shown
from zorgpact_site.outside.answers import Answer, Cause, Outcome
from zorgpact_site.outside.gathering import Outside


def judge(links: Iterable[Outside], answers: Mapping[str, Answer]) -> Iterable[Diagnostic]:
    """Tell at each link what its visit told; of those that nobody visited nothing is known."""
    for link in links:
        match answers.get(link.page):
            case Answer(Outcome.DEAD, cause):
                yield problem(DEAD_LINK, link.where, url=shown(link.url), cause=cause or "")
            case Answer(Outcome.UNREACHABLE | Outcome.OFFLINE, cause):
                yield problem(UNREACHABLE_LINK, link.where, url=shown(link.url), cause=cause or "")
            case Answer(Outcome.FINE, _, moved) if moved:
                yield _moved(link, moved)


def _moved(link: Outside, moved: str) -> Diagnostic:
    _page, mark, anchor = link.url.partition("#")
    new = moved if "#" in moved else f"{moved}{mark}{anchor}"
    sure = link.exact and is_same_page(link.page, moved)
    fix = (Replace(link.where, new),) if sure else ()
    return problem(MOVED_LINK, link.where, near=(new,), fix=fix, url=shown(link.url))


def is_offline(answers: Iterable[Answer]) -> bool:
    """Whether none of these visits, to hosts beyond the own network, got there.

    Some machines without a network say of every name that it does not exist. Of one name that
    can be true; when nothing else answered, two are taken for a sign.
    """
    told = [(one.outcome, one.cause) for one in answers]
    away = [outcome is Outcome.OFFLINE or cause is Cause.NO_HOST for outcome, cause in told]
    certain = any(outcome is Outcome.OFFLINE for outcome, _cause in told)
    return bool(told) and all(away) and (certain or len(told) > 1)


def is_same_page(old: str, new: str) -> bool:
    """Whether two addresses differ in nothing but https, www or a slash at the end."""
    before, after = urlsplit(old), urlsplit(new)
    return after.scheme in {before.scheme, "https"} and _core(before) == _core(after)


def _core(parts: SplitResult) -> tuple[str, int | None, str, str]:
    host = (parts.hostname or "").removeprefix("www.")
    return host, parts.port, parts.path.rstrip("/"), parts.query
