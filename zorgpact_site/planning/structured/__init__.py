"""What pages tell programs of themselves: JSON-LD in the vocabulary of schema.org.

No claims that the data does not hold. One graph for each page, in which things refer to each
other by address, so that a program that reads several pages can put them together.
"""

from zorgpact_site.planning.structured.pages import teller

__all__ = ["teller"]
