"""Why the site is as it is: which file makes a page, and why it shows what it shows."""

from zorgpact_site.explaining.explained import Explained, Item, Part, PartName, Reason, Why
from zorgpact_site.explaining.finding import Absent, Choices, find
from zorgpact_site.explaining.pages import explain_page
from zorgpact_site.explaining.survey import Survey, survey_of

__all__ = [
    "Absent",
    "Choices",
    "Explained",
    "Item",
    "Part",
    "PartName",
    "Reason",
    "Survey",
    "Why",
    "explain_page",
    "find",
    "survey_of",
]
