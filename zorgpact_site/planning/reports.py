"""Reports among the texts that name a thing: which those are, and what they are called."""

from collections.abc import Iterable, Sequence

from zorgpact_site import wording
from zorgpact_site.model.entries import Article, ArticleKind, Entry
from zorgpact_site.model.site import Mention


def so_far(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Those of texts that tell of what was: of a meeting to come or called off is no report."""
    return tuple(one for one in mentions if not _is_no_report(one.source))


def _is_no_report(source: Entry) -> bool:
    return isinstance(source, Article) and (
        source.kind is ArticleKind.ANNOUNCEMENT or source.cancelled
    )


def count_reports(mentions: Sequence[Mention]) -> str:
    """`2 verslagen`, or `2 artikelen` when some are not of a meeting."""
    return wording.count(len(mentions), *report_words(mentions))


def report_words(mentions: Iterable[Mention]) -> tuple[str, str]:
    """What one of these texts is called, and what several are."""
    sources = (one.source for one in mentions)
    meetings = all(isinstance(one, Article) and one.event for one in sources)
    return ("verslag", "verslagen") if meetings else ("artikel", "artikelen")
