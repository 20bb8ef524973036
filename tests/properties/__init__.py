"""Laws of small parts, each with a thousand examples; `make fuzz-properties` takes ten thousand."""

from hypothesis import settings

_ASKED = settings().max_examples  # of the profile: a long one counts, a short one does not
often = settings(max_examples=max(1000, _ASKED))
# Reading a whole text takes milliseconds; fuzzers hold the same law to tens of thousands.
seldom = settings(max_examples=max(200, _ASKED))
