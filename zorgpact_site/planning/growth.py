"""The growth of the Kopgroep in words and as a chart."""

from collections.abc import Sequence

from zorgpact_site import wording
from zorgpact_site.model.entries import Entry
from zorgpact_site.model.site import Site
from zorgpact_site.planning.charts import Point, StepRow, step_chart
from zorgpact_site.planning.membership import Growth, Step, reckon
from zorgpact_site.planning.parts import Parts
from zorgpact_site.planning.views.kopgroep import GrowthView

_CAPTION = "Aantal koplopers in de Kopgroep"
_HEADS = ("Wanneer", "Koplopers", "Waardoor")
_FEWEST = 2  # one step is a fact, not a growth: a sentence tells it better
_NAMES = 6  # more names than this are a number


def growth_view(site: Site, parts: Parts) -> GrowthView:
    """What there is to show of the growth; without a chart when too little is known."""
    growth = reckon(site.koplopers, site.articles, site.today)
    known = tuple(_row(step, parts) for step in growth.steps)
    undated = tuple(
        StepRow("datum onbekend", article.membership or 0, "genoemd in", parts.link(article))
        for article in growth.undated
    )
    if len(growth.steps) < _FEWEST:
        return GrowthView(None, "", known, undated)
    points = [
        Point(step.when.first_day, row, step.stated is not None)
        for step, row in zip(growth.steps, known, strict=True)
    ]
    first = wording.date_text(growth.steps[0].when)
    before = StepRow(f"vóór {first}", growth.before, _start_words(growth))
    chart = step_chart(_CAPTION, _HEADS, before, points, undated)
    return GrowthView(chart, _method(growth), (), undated)


def _method(growth: Growth) -> str:
    if growth.anchored:
        return (
            "Een stip is een aantal dat in een artikel staat. Daartussen volgt de lijn "
            "de toetredingen en vertrekken die bekend zijn."
        )
    return (
        "Voor zover bekend: geteld zijn de koplopers van wie de site weet wanneer zij "
        "toetraden. Het echte aantal kan hoger zijn."
    )


def _start_words(growth: Growth) -> str:
    if growth.anchored:
        return "teruggerekend vanaf het eerste genoemde aantal"
    return "voor zover bekend"


def _row(step: Step, parts: Parts) -> StepRow:
    when, iso = wording.date_text(step.when), str(step.when)
    if step.stated:
        told, link = f"{_leap(step.leap)}genoemd in", parts.link(step.stated)
        return StepRow(when, step.members, told, link, iso)
    changes = [_names(step.joined, "erbij"), _names(step.left, "eraf")]
    return StepRow(when, step.members, "; ".join(filter(None, changes)), iso=iso)


def _leap(leap: int) -> str:
    """What a stated number differs from the reckoning, ahead of where it is stated."""
    if not leap:
        return ""
    return f"{wording.number(abs(leap))} {'meer' if leap > 0 else 'minder'} dan geteld; "


def _names(koplopers: Sequence[Entry], words: str) -> str:
    if not koplopers:
        return ""
    if len(koplopers) > _NAMES:
        return f"{wording.number(len(koplopers))} koplopers {words}"
    return f"{wording.listing([one.title for one in koplopers])} {words}"
