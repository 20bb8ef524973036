"""What charts show: laws of the reckoning and of the drawing, on made-up histories."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from zorgpact_site.dates import PartialDate
from zorgpact_site.kinds import Kind
from zorgpact_site.model.body import Body
from zorgpact_site.model.entries import Article, ArticleKind, Koploper, LinkedBody
from zorgpact_site.model.keys import Key
from zorgpact_site.planning.attendance import number_in
from zorgpact_site.planning.charts import (
    Point,
    Row,
    StepRow,
    bar_chart,
    month_chart,
    spread_chart,
    step_chart,
)
from zorgpact_site.planning.charts.scales import round_numbers, time_axis
from zorgpact_site.planning.membership import reckon
from zorgpact_site.planning.pieces import Link

TODAY = date(2020, 6, 1)
NOTHING = LinkedBody(Body(), ())
days = some.dates(date(2010, 1, 1), date(2022, 12, 31)).map(
    lambda day: PartialDate(day.year, day.month, day.day)
)
dates = (
    days
    | days.map(lambda day: PartialDate(day.year, day.month))
    | days.map(lambda day: PartialDate(day.year))
)
maybe = some.none() | dates
counts = some.integers(0, 300)


def koploper(name: str, joined: PartialDate | None, left: PartialDate | None) -> Koploper:
    key = Key(Kind.KOPLOPER, name)
    return Koploper(
        key=key, path=name, title=name, summary="", text=NOTHING, joined=joined, left=left
    )


def article(name: str, day: PartialDate | None, membership: int | None) -> Article:
    return Article(
        key=Key(Kind.ARTICLE, name),
        path=name,
        title=name,
        summary="",
        text=NOTHING,
        kind=ArticleKind.ARTICLE,
        date=day,
        membership=membership,
    )


koplopers = some.lists(some.tuples(maybe, maybe), max_size=12).map(
    lambda all_of_them: [koploper(f"k{at}", *one) for at, one in enumerate(all_of_them)]
)
articles = some.lists(some.tuples(maybe, some.none() | counts), max_size=6).map(
    lambda all_of_them: [article(f"a{at}", *one) for at, one in enumerate(all_of_them)]
)


@given(koplopers, articles)
def test_the_growth_is_never_negative_and_equals_what_is_stated(
    members: list[Koploper], texts: list[Article]
) -> None:
    growth = reckon(members, texts, TODAY)
    assert growth.before >= 0
    before = growth.before
    for step in growth.steps:
        assert step.members >= 0
        assert step.when.first_day <= TODAY
        if step.stated:
            assert step.members == step.stated.membership == before + step.leap
        before = step.members
    days_of = [step.when.first_day for step in growth.steps]
    assert days_of == sorted(days_of)


@given(koplopers, articles)
def test_everything_that_is_known_until_today_is_in_the_growth_once(
    members: list[Koploper], texts: list[Article]
) -> None:
    growth = reckon(members, texts, TODAY)
    joined = [one.key.slug for step in growth.steps for one in step.joined]
    assert sorted(joined) == sorted(
        one.key.slug for one in members if one.joined and one.joined.first_day <= TODAY
    )
    stated = [step.stated.path for step in growth.steps if step.stated]
    assert sorted([*stated, *(one.path for one in growth.undated)]) == sorted(
        one.path
        for one in texts
        if one.membership is not None and (one.date is None or one.date.first_day <= TODAY)
    )


@given(koplopers, articles)
def test_the_growth_does_not_depend_on_the_order_of_the_texts(
    members: list[Koploper], texts: list[Article]
) -> None:
    one, other = reckon(members, texts, TODAY), reckon(members[::-1], texts[::-1], TODAY)
    assert [step.members for step in one.steps] == [step.members for step in other.steps]


@given(koplopers)
def test_without_stated_numbers_every_change_counts_in_full(members: list[Koploper]) -> None:
    growth = reckon(members, [], TODAY)
    change = sum(len(step.joined) - len(step.left) for step in growth.steps)
    last = growth.steps[-1].members if growth.steps else growth.before
    assert last == growth.before + change


points = some.lists(some.tuples(days, counts, some.booleans()), min_size=1, max_size=12).map(
    lambda all_of_them: [
        Point(day.first_day, StepRow(str(day), count), stated)
        for day, count, stated in sorted(all_of_them, key=lambda one: one[0].first_day)
    ]
)


@given(counts, points)
def test_the_line_and_its_table_say_the_same(before: int, line: list[Point]) -> None:
    chart = step_chart("Groei", ("a", "b", "c"), StepRow("eerst", before), line)
    values = [before, *(point.row.value for point in line)]
    assert [row.value for row in chart.rows] == values
    # Of several numbers on one day the line keeps the last.
    following = zip(line, [*line[1:], None], strict=True)
    last_of_day = [one for one, after in following if after is None or after.day != one.day]
    assert [run.value for run in chart.runs] == [
        before,
        *(one.row.value for one in last_of_day[:-1]),
    ]
    assert [dot.value for dot in chart.dots] == [one.row.value for one in line if one.stated]
    # The height is the number: the same number lies equally high, a larger one higher.
    heights = sorted((run.value, -run.y) for run in chart.runs)
    assert [y for _value, y in heights] == sorted(y for _value, y in heights)
    assert all(0 <= run.y <= chart.base for run in chart.runs)
    assert all(0 <= share(run.x) <= share(run.end) <= 100 for run in chart.runs)


@given(counts, points)
def test_numbers_beside_the_line_keep_apart(before: int, line: list[Point]) -> None:
    chart = step_chart("Groei", ("a", "b", "c"), StepRow("eerst", before), line)
    places = sorted(share(label.x) for label in chart.labels)
    assert all(after - one >= 11.9 for one, after in pairwise(places))


@given(some.dates(date(1900, 1, 1), date(2100, 1, 1)), some.integers(0, 60_000))
def test_an_axis_of_time_holds_its_days_and_names_a_few(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    axis = time_axis(first, last)
    assert 0 < axis.part(first) <= axis.part(last) <= 1
    ticks = axis.ticks()
    assert 2 <= len(ticks) <= 12
    assert (ticks[0].part, ticks[-1].part) == (0, 1)
    kept = [tick.label for tick in ticks if not tick.minor]
    assert len(kept) <= 6
    assert {tick.label for tick in ticks if "jan" in tick.label} <= set(kept)


@given(some.integers(0, 10_000_000))
def test_an_upright_axis_has_round_numbers_and_reaches_the_highest(highest: int) -> None:
    numbers = round_numbers(highest)
    assert numbers[0] == 0
    assert numbers[-1] >= highest
    assert 2 <= len(numbers) <= 5
    step = numbers[1]
    assert str(step).rstrip("0") in {"1", "2", "5"}
    assert list(numbers) == list(range(0, numbers[-1] + 1, step))


rows = some.lists(some.none() | some.integers(0, 5000), min_size=1, max_size=20).map(
    lambda sizes: [Row(Link(f"r{at}", ""), size, str(size)) for at, size in enumerate(sizes)]
)


@given(rows)
def test_bars_are_as_long_as_their_numbers(given_rows: list[Row]) -> None:
    chart = bar_chart("Staven", ("a", "b"), given_rows)
    assert chart is not None
    assert [bar.row for bar in chart.bars] == given_rows
    highest = max((row.size or 0 for row in given_rows), default=0)
    for bar in chart.bars:
        if bar.row.size:
            assert share(bar.length) == pytest.approx(100 * bar.row.size / highest, abs=0.01)
        else:
            assert bar.length == ""


def test_without_rows_there_are_no_bars() -> None:
    assert bar_chart("Staven", ("a", "b"), []) is None


@given(some.dictionaries(some.integers(1, 12), some.integers(1, 99), min_size=2))
def test_columns_are_as_high_as_their_numbers(by_month: dict[int, int]) -> None:
    chart = month_chart("Maanden", ("a", "b"), by_month)
    assert chart is not None
    assert [column.count for column in chart.columns] == [
        by_month.get(month, 0) for month in range(1, 13)
    ]
    for column in chart.columns:
        assert column.top + column.height == pytest.approx(chart.base)
    ranked = sorted(chart.columns, key=lambda column: column.count)
    assert [column.height for column in ranked] == sorted(column.height for column in ranked)


def test_one_month_is_no_chart() -> None:
    assert month_chart("Maanden", ("a", "b"), {3: 7}) is None


@given(rows.filter(lambda all_of_them: any(row.size for row in all_of_them)))
def test_a_spread_has_a_dash_for_each_number(given_rows: list[Row]) -> None:
    chart = spread_chart("Spreiding", ("a", "b"), given_rows)
    assert len(chart.dashes) == sum(row.size is not None for row in given_rows)
    assert list(chart.rows) == given_rows
    assert all(0 <= share(x) <= 100 for x in chart.dashes)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ruim 35", 35),
        ("ongeveer 250", 250),
        ("17 koplopers", 17),
        ("1.000", 1000),
        ("zo’n 1.250 bezoekers", 1250),
        ("2.000.000", 2_000_000),
        ("12 van de 20", 12),
        ("ruim 30 in de zaal. 20 online", 30),
        ("enkele tientallen", None),
        ("123456789012345678901234567890", None),
        ("", None),
    ],
)
def test_a_number_is_read_from_words(words: str, number: int | None) -> None:
    assert number_in(words) == number


def share(percentage: str) -> float:
    return float(percentage.removesuffix("%"))
