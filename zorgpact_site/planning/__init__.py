"""The site becomes pages: an address, a template, and exactly what the page may show."""

from zorgpact_site.planning.plan import Plan, plan

__all__ = ["Plan", "plan"]
