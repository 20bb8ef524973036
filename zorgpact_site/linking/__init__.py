"""All readings at once become the site: names resolved, connections drawn."""

from zorgpact_site.linking.link import link

__all__ = ["link"]
