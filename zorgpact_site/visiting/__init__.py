"""Visits to other sites: few at a time, none of them twice in a short while."""

from zorgpact_site.visiting.every import visit_all
from zorgpact_site.visiting.pace import Pace
from zorgpact_site.visiting.visitor import Manners, Visitor

__all__ = ["Manners", "Pace", "Visitor", "visit_all"]
