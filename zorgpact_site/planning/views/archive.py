"""The archive."""

from dataclasses import dataclass

from zorgpact_site.planning.charts import BarChart
from zorgpact_site.planning.views.chrome import Chrome


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The years there are articles of, with how many; the last may be those without a date."""

    chrome: Chrome
    years: BarChart | None
