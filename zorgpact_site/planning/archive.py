"""The archive: the years with their counts, and a list for each."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from zorgpact_site import wording
from zorgpact_site.model.entries import Article
from zorgpact_site.model.site import Site
from zorgpact_site.planning.article_lists import Listed, listed_pages
from zorgpact_site.planning.charts import Row, bar_chart
from zorgpact_site.planning.chrome import Frame
from zorgpact_site.planning.moments import known_change
from zorgpact_site.planning.page import Page
from zorgpact_site.planning.pieces import Link
from zorgpact_site.planning.reviews import review_title
from zorgpact_site.planning.views.archive import ArchiveView
from zorgpact_site.planning.years import reviewed_years

UNDATED = "zonder-datum"
_NO_YEAR = 0
UNDATED_TITLE = "Zonder datum"
_DESCRIPTION = "Alle artikelen per jaar."


def archive_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The archive, and the lists it leads to."""
    years: dict[int, list[Article]] = defaultdict(list)
    for article in site.articles:
        years[article.date.year if article.date else _NO_YEAR].append(article)
    undated = years.pop(_NO_YEAR, [])
    start = frame.addresses.section("archive")
    reviewed = frozenset(reviewed_years(site))
    counts = {year: len(articles) for year, articles in years.items()}
    draw = partial(_view, counts, len(undated), reviewed, frame)
    yield Page(start, "archive.html", draw, changed=known_change(site.articles, site.today))
    for year, articles in years.items():
        onward = (review_title(year), frame.addresses.review(year)) if year in reviewed else None
        listed = _listed(frame.addresses.year(year), f"uit {year}", articles, onward)
        yield from listed_pages(listed, articles, frame, site.today)
    if undated:
        listed = _listed(f"{start}{UNDATED}/", UNDATED_TITLE.lower(), undated)
        yield from listed_pages(listed, undated, frame, site.today)


def _view(
    counts: Mapping[int, int], undated: int, reviewed: Collection[int], frame: Frame
) -> ArchiveView:
    """The years with how many articles each has; `reviewed` are those with a review."""
    start = frame.addresses.section("archive")
    here = frame.at(start)
    rows = [
        Row(
            Link(str(year), here.to(frame.addresses.year(year))),
            counts[year],
            wording.number(counts[year]),
            more=Link(review_title(year), here.to(frame.addresses.review(year)))
            if year in reviewed
            else None,
        )
        for year in sorted(counts, reverse=True)
    ]
    if undated:
        apart = Link(UNDATED_TITLE, here.to(f"{start}{UNDATED}/"))
        rows.append(Row(apart, undated, wording.number(undated)))
    label = frame.settings.sections["archive"].label
    return ArchiveView(
        chrome=frame.chrome(here, label, description=_DESCRIPTION, styles=("charts.css",)),
        years=bar_chart("Artikelen per jaar", ("Jaar", "Artikelen"), rows),
    )


def _listed(
    start: str, words: str, articles: Sequence[Article], onward: tuple[str, str] | None = None
) -> Listed:
    count = wording.count(len(articles), "artikel", "artikelen").capitalize()
    return Listed(start, f"Artikelen {words}", f"{count}.", "archive", "year", onward)
