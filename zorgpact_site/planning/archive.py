"""The archive: the years with their counts, and a list for each."""

from collections import Counter
from collections.abc import Iterator, Sequence

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
UNDATED_TITLE = "Zonder datum"
_DESCRIPTION = "Alle artikelen per jaar."


def archive_pages(site: Site, frame: Frame) -> Iterator[Page]:
    """The archive, and the lists it leads to."""
    years = Counter(article.date.year for article in site.articles if article.date)
    undated = [article for article in site.articles if article.date is None]
    start = frame.addresses.section("archive")
    apart = f"{start}{UNDATED}/"
    here = frame.at(start)
    reviewed = set(reviewed_years(site))
    rows = [
        Row(
            Link(str(year), here.to(frame.addresses.year(year))),
            years[year],
            wording.number(years[year]),
            more=Link(review_title(year), here.to(frame.addresses.review(year)))
            if year in reviewed
            else None,
        )
        for year in sorted(years, reverse=True)
    ]
    if undated:
        number = wording.number(len(undated))
        rows.append(Row(Link(UNDATED_TITLE, here.to(apart)), len(undated), number))
    label = frame.settings.sections["archive"].label
    view = ArchiveView(
        chrome=frame.chrome(here, label, description=_DESCRIPTION, styles=("charts.css",)),
        years=bar_chart("Artikelen per jaar", ("Jaar", "Artikelen"), rows),
    )
    yield Page(start, "archive.html", view, changed=known_change(site.articles, site.today))
    for year in years:
        articles = [one for one in site.articles if one.date and one.date.year == year]
        onward = (review_title(year), frame.addresses.review(year)) if year in reviewed else None
        listed = _listed(frame.addresses.year(year), str(year), articles, onward)
        yield from listed_pages(listed, articles, frame, site.today)
    if undated:
        listed = _listed(apart, UNDATED_TITLE.lower(), undated)
        yield from listed_pages(listed, undated, frame, site.today)


def _listed(
    start: str, words: str, articles: Sequence[Article], onward: tuple[str, str] | None = None
) -> Listed:
    count = wording.count(len(articles), "artikel", "artikelen")
    heading = f"Artikelen uit {words}" if words.isdigit() else f"Artikelen {words}"
    return Listed(start, heading, f"{count}.".capitalize(), "archive", "year", onward)
