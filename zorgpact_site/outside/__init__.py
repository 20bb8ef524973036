"""Links to other sites: where texts have them, and what visits to those say of them."""

from zorgpact_site.outside.answers import Answer, Cause, Outcome
from zorgpact_site.outside.gathering import Outside, outside_links
from zorgpact_site.outside.judging import is_offline, judge

__all__ = ["Answer", "Cause", "Outcome", "Outside", "is_offline", "judge", "outside_links"]
