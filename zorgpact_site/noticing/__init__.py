"""Everything that one text can tell alone: it is read, and rules look at its words, once.

After this the words are let go: what other stages need of them is small. So this is where time
goes, where work is spread over cores, and what is remembered between builds.
"""

from zorgpact_site.noticing.reader import Noted, Reader, by_key
from zorgpact_site.noticing.vocabulary import Things, read_thing, things_in

__all__ = ["Noted", "Reader", "Things", "by_key", "read_thing", "things_in"]
