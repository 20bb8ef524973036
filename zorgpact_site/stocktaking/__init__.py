"""Taking stock of a site: what has gone quiet, what is missing, what waits."""

from zorgpact_site.stocktaking.stock import Chapter, Finding, Stock, Topic
from zorgpact_site.stocktaking.taking import take_stock

__all__ = ["Chapter", "Finding", "Stock", "Topic", "take_stock"]
