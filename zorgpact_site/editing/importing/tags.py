"""Names of elements of HTML, by what they mean to an import."""

_UNSEEN = (
    "script style template svg math canvas head meta link input select textarea object embed"
    " source track param"
)
_BLOCKS = (
    "address article aside blockquote body br button caption center dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe img legend li main nav"
    " noscript ol p picture pre section summary table tbody td tfoot th thead tr ul video audio"
)
_CLOSE_THEMSELVES = (
    "area base body br col dd dt embed head hr html img input li link meta option p param source"
    " tbody td tfoot th thead tr track wbr"
)
# What readers do not see as words.
UNSEEN = frozenset(_UNSEEN.split())
# What does not stand within a line of text.
BLOCKS = frozenset(_BLOCKS.split())
# What ends by itself, without a closing tag.
CLOSE_THEMSELVES = frozenset(_CLOSE_THEMSELVES.split())
