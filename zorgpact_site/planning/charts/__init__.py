"""Charts as values: geometry and words, finished for the macros that draw them.

Lengths along the width are percentages, so that a chart fills any width while its letters keep
the size that readers chose; heights are in CSS pixels. Each chart carries its own table: the
same numbers that it is drawn from.
"""

from zorgpact_site.planning.charts.bars import Bar, BarChart, Row, bar_chart
from zorgpact_site.planning.charts.months import MonthChart, month_chart
from zorgpact_site.planning.charts.spread import SpreadChart, spread_chart
from zorgpact_site.planning.charts.steps import Point, StepChart, StepRow, step_chart

__all__ = [
    "Bar",
    "BarChart",
    "MonthChart",
    "Point",
    "Row",
    "SpreadChart",
    "StepChart",
    "StepRow",
    "bar_chart",
    "month_chart",
    "spread_chart",
    "step_chart",
]
