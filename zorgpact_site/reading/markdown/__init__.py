"""Markdown as editors write it: markdown-it-py with the site's own signs and checks."""

from zorgpact_site.reading.markdown.body import read_body

__all__ = ["read_body"]
