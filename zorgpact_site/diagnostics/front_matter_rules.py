"""Rules about the block between the `---` lines, before its keys get a meaning."""

from zorgpact_site.diagnostics.vocabulary import Rule, Severity

MISSING = Rule(
    "front-matter-missing",
    Severity.ERROR,
    "this file does not start with a block of properties",
    "begin the file with a line ---, then for example title: Title, then a line ---",
    "Every text starts with a block of properties between two lines of three dashes. "
    "The very first line of the file is ---.",
)
UNCLOSED = Rule(
    "front-matter-unclosed",
    Severity.ERROR,
    "the block of properties that starts here has no end",
    "put a line with only --- below the last property",
    "Without the second line --- it is unclear where the properties stop and the text starts.",
)
NOT_FIRST = Rule(
    "front-matter-not-first",
    Severity.ERROR,
    "the block of properties starts here, and not on the first line",
    "take away what stands above this line, or move it below the block",
    "The block of properties is told apart from the text by the very first line of the file. "
    "Below an empty line or any other text it would be part of that text.",
)
MISTYPED_FENCE = Rule(
    "mistyped-fence",
    Severity.ERROR,
    "here the block of properties is to start or to end, but the line is not ---",
    "write three dashes at the start of the line, and nothing else",
    "The block of properties stands between two lines of exactly three dashes. Word processors "
    "make one long dash of them.",
)
NOT_A_MAPPING = Rule(
    "front-matter-not-a-mapping",
    Severity.ERROR,
    "properties are expected here, each as “key: value”",
    "write one property a line, for example title: Meeting in Zwolle",
    "The block of properties holds keys with values, not a loose text, a list or JSON.",
)
TOO_LARGE = Rule(
    "front-matter-too-large",
    Severity.ERROR,
    "the block of properties is {size} kB; the limit is {limit} kB",
    "is the second line --- in its place? Long texts belong below it",
    "A block of this size is nearly always a missing line ---.",
)
TOO_DEEP = Rule(
    "front-matter-too-deep",
    Severity.ERROR,
    "these properties are nested more than {limit} levels deep",
    "write the value without the extra brackets, dashes or indents",
    "No property needs so many levels; a typing mistake is likely.",
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.ERROR,
    "“{key}” appears a second time; the first is on line {line}",
    "keep one of the two; several values go in one list",
    "Of a key that stands twice, one value would be lost without a word.",
)
ANCHOR = Rule(
    "yaml-anchor",
    Severity.ERROR,
    "a value that starts with {sign} has a special meaning that is not supported here",
    "put the value between quotation marks, or write it out in full",
    "In YAML the signs & and * and the key << refer to values elsewhere. They are hard to read, "
    "can be abused, and are nearly always a typing mistake.",
)
TAG = Rule(
    "yaml-tag",
    Severity.ERROR,
    "a value that starts with ! has a special meaning that is not supported here",
    "put the value between quotation marks",
    "In YAML a value that starts with ! is given a type. Types follow from the key here.",
)
SEVERAL = Rule(
    "yaml-several-documents",
    Severity.ERROR,
    "the properties stop here, but more follow",
    "remove this line so that the properties form one block",
    "A line of three dots ends a YAML document; what follows would be lost.",
)
UNQUOTED_COLON = Rule(
    "unquoted-colon",
    Severity.ERROR,
    "there is a colon followed by a space in this value",
    'put the whole value between quotation marks: key: "value: with colon"',
    "A colon with a space after it separates a key from its value, and a value can hold one "
    "only between quotation marks.",
)
TAB = Rule(
    "tab-indent",
    Severity.ERROR,
    "there is a tab here",
    "use spaces to indent",
    "In the block of properties only spaces can indent.",
)
MISSING_COLON = Rule(
    "missing-colon",
    Severity.ERROR,
    "no colon follows this key",
    "write “key: value”, with a colon and a space",
    "Each property is a key, a colon, a space and a value.",
)
UNINDENTED_LINE = Rule(
    "unindented-line",
    Severity.ERROR,
    "this line belongs to the key above it, and is not indented",
    "put two spaces before the line, or the whole value on one line",
    "A value can go on over several lines when each of them starts with spaces.",
)
DASH_WITHOUT_SPACE = Rule(
    "dash-without-space",
    Severity.ERROR,
    "behind this dash a space is missing",
    "write a space behind each dash of a list: - value",
    "A list has one value on each line, behind a dash and a space.",
)
COLON_WITHOUT_SPACE = Rule(
    "colon-without-space",
    Severity.ERROR,
    "behind this colon a space is missing",
    "write “key: value”, with a colon and a space",
    "Each property is a key, a colon, a space and a value. Without the space the colon is part of "
    "a word.",
)
LIST_SIGN = Rule(
    "list-sign",
    Severity.ERROR,
    "{sign} begins no value of a list here",
    "write a dash and a space before each value: - value",
    "A list has one value on each line, behind a dash and a space. Numbers, dots and long dashes, "
    "which word processors put there, are part of the text.",
)
ODD_SPACE = Rule(
    "odd-space",
    Severity.ERROR,
    "there is a space of another kind here, which only looks like an ordinary one",
    "take it away and type a space",
    "Such spaces come along with what is copied from a word processor or a web page. In the block "
    "of properties only ordinary spaces part a key from its value and indent a line.",
)
LINK_IN_PROPERTY = Rule(
    "link-in-property",
    Severity.ERROR,
    "there is a link here as in the text, which does not work in a property",
    "write the name, without brackets and address",
    "The page makes links of the names in the properties by itself.",
)
LOST_AFTER_HASH = Rule(
    "lost-after-hash",
    Severity.ERROR,
    "what stands from here on would be lost: a space and # begin a note",
    "put the whole value between quotation marks; is it a note, then put a space behind #",
    "In the properties a # with a space before it begins a note of your own, which appears "
    "nowhere. With a space behind it as well it is clear that a note was meant.",
)
UNCLOSED_QUOTE = Rule(
    "unclosed-quote",
    Severity.ERROR,
    "the quotation mark that opens here is not closed",
    "put the same quotation mark at the end of the value",
    "A value between quotation marks ends at the second mark.",
)
TEXT_AFTER_QUOTE = Rule(
    "text-after-quote",
    Severity.ERROR,
    "text follows here after the closing quotation mark",
    "put the whole value between other quotation marks: \"'Word' and the rest\"",
    "A value that starts with a quotation mark ends at the second one; nothing can follow it.",
)
UNQUOTED_SIGN = Rule(
    "unquoted-sign",
    Severity.ERROR,
    "a value cannot start with this sign",
    "put the value between quotation marks",
    "Some signs, such as @, ` and %, have a meaning of their own at the start of a value.",
)
UNCLOSED_LIST = Rule(
    "unclosed-list",
    Severity.ERROR,
    "the bracket that opens here is not closed well",
    "close the list with the same kind of bracket and put commas between the values",
    "A list on one line looks like [first, second].",
)
BAD_INDENT = Rule(
    "bad-indent",
    Severity.ERROR,
    "this line does not fit the lines above it",
    "keys that belong together stand straight below each other, and so do the dashes of a list",
    "The indent of a line tells to which key it belongs.",
)
SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    "the properties cannot be read from here on",
    "compare with a report that works, or put the value between quotation marks",
    "The block of properties is written in YAML; there is something here that YAML does not know.",
)

RULES = (
    MISSING,
    UNCLOSED,
    NOT_FIRST,
    MISTYPED_FENCE,
    NOT_A_MAPPING,
    TOO_LARGE,
    TOO_DEEP,
    DUPLICATE_KEY,
    ANCHOR,
    TAG,
    SEVERAL,
    UNQUOTED_COLON,
    TAB,
    MISSING_COLON,
    UNINDENTED_LINE,
    DASH_WITHOUT_SPACE,
    COLON_WITHOUT_SPACE,
    LIST_SIGN,
    ODD_SPACE,
    LINK_IN_PROPERTY,
    LOST_AFTER_HASH,
    UNCLOSED_QUOTE,
    TEXT_AFTER_QUOTE,
    UNQUOTED_SIGN,
    UNCLOSED_LIST,
    BAD_INDENT,
    SYNTAX,
)
