"""Regions on the map: where each lies, how the map is drawn, and the table beside it."""

from zorgpact_site.planning.maps.regions import locator, regions_map

__all__ = ["locator", "regions_map"]
