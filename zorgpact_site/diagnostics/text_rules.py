"""Rules about what stands within the text: notes, pictures, links."""

from zorgpact_site.diagnostics.vocabulary import Rule, Severity

UNDEFINED_FOOTNOTE = Rule(
    "undefined-footnote",
    Severity.ERROR,
    "the text of footnote “{label}” is missing",
    "add a line [^{label}]: with the text of the note at the end of the article",
    "A mark such as [^1] refers to a line that starts with [^1]: and holds the note.",
)
FOOTNOTE_WITHOUT_COLON = Rule(
    "footnote-without-colon",
    Severity.ERROR,
    "the text of footnote “{label}” has no colon before it",
    "put a colon after the bracket: [^{label}]: and then the note",
    "A line that starts with [^1]: holds a footnote. Without the colon it is a paragraph that "
    "refers to the note, and readers find no note.",
)
TYPED_FOOTNOTE = Rule(
    "typed-footnote",
    Severity.WARNING,
    "this is no footnote: readers see [{label}] as it stands here and in the text",
    "write [^{label}]: here, and [^{label}] in the text where the note belongs",
    "Word processors write the mark of a note as [1]. Here it has a sign ^ in it, and the note a "
    "colon behind it: then readers can go from one to the other.",
)
NESTED_FOOTNOTE = Rule(
    "nested-footnote",
    Severity.ERROR,
    "the footnote “{label}” is explained within another footnote",
    "put an empty line before it, and start the line with [^{label}]: without spaces before it",
    "A footnote holds everything below it that is indented, or in its list or quotation. Another "
    "footnote cannot be explained there.",
)
UNUSED_FOOTNOTE = Rule(
    "unused-footnote",
    Severity.WARNING,
    "nothing refers to the footnote “{label}”, so readers do not see it",
    "put [^{label}] in the text where the note belongs, or remove the note",
    "A footnote only appears when a mark in the text refers to it.",
)
DUPLICATE_FOOTNOTE = Rule(
    "duplicate-footnote",
    Severity.ERROR,
    "the text of footnote “{label}” is given a second time",
    "give one of the two another number",
    "Of two notes with one label, one would be lost.",
)
MISSING_ALT = Rule(
    "missing-alt",
    Severity.ERROR,
    "this picture has no description",
    "describe in one sentence what is to be seen: ![description](picture.jpg)",
    "Readers who do not see the picture get its description read out. Source: WCAG 2.2, 1.1.1.",
)
UNKNOWN_ATTRIBUTE = Rule(
    "unknown-attribute",
    Severity.ERROR,
    "“{value}” cannot be set here",
    "only the language of a word can be marked: [word]{{lang=en}}",
    "Between braces only the language of a word can be given, so that it is read out well.",
)
UNSAFE_LINK = Rule(
    "unsafe-link",
    Severity.ERROR,
    "a link to “{value}” is not allowed",
    "use an address that starts with https://, mailto: or tel:, or a page of this site",
    "Only web addresses, mail addresses, telephone numbers and pages of this site can be "
    "linked to; other kinds of address can harm readers.",
)
LOCAL_FILE = Rule(
    "local-file",
    Severity.ERROR,
    "“{value}” is a file on your own computer, where no reader can come",
    "put the file in content/media and write its path: ../media/{name}",
    "A path with a letter and a colon, or an address that starts with file:, leads to a disk of "
    "the one who wrote it.",
)
LOCAL_ADDRESS = Rule(
    "local-address",
    Severity.WARNING,
    "“{value}” is an address on your own computer, where no reader can come",
    "write the path alone, beginning with a slash",
    "Who copies an address from a preview gets that of their own computer: it starts with "
    "localhost or 127.0.0.1. The path behind it is the same on the site.",
)
TRACKED_LINK = Rule(
    "tracked-link",
    Severity.WARNING,
    "this address tells others where it was copied, or out of whose mail",
    "take away what was added to the address",
    "Newsletters, mail programs and search pages add to an address who got it or where it stood "
    "(utm_source, fbclid, safelinks). On a site it says something untrue of every reader, may hold "
    "the mail address of a colleague, and stops working when the program that added it does.",
)
OUTSIDE_PICTURE = Rule(
    "outside-picture",
    Severity.ERROR,
    "this picture is not on this site: “{value}”",
    "save the picture in content/media and write its path, for example ../media/picture.jpg",
    "A picture from another site would tell that site who reads the page, and can change or "
    "vanish.",
)
UNUSED_DEFINITION = Rule(
    "unused-definition",
    Severity.WARNING,
    "readers do not see this line: it defines a link “{label}” that the text does not use",
    "put [{label}] where the link belongs, or start the line otherwise if it is text",
    "A line such as [word]: address gives an address to the word between brackets elsewhere in the "
    "text. A line of text that happens to look like that would be missing from the page.",
)
EMPTY_LINK = Rule(
    "empty-link",
    Severity.ERROR,
    "this link has no {part}",
    "write [text](address); of a picture: ![description](path)",
    "A link without text cannot be clicked or read out; without an address it leads nowhere, "
    "and of a picture without one there is nothing to be seen. "
    "Source: WCAG 2.2, 2.4.4.",
)

RULES = (
    UNDEFINED_FOOTNOTE,
    FOOTNOTE_WITHOUT_COLON,
    TYPED_FOOTNOTE,
    NESTED_FOOTNOTE,
    UNUSED_FOOTNOTE,
    DUPLICATE_FOOTNOTE,
    MISSING_ALT,
    UNKNOWN_ATTRIBUTE,
    UNSAFE_LINK,
    LOCAL_FILE,
    LOCAL_ADDRESS,
    TRACKED_LINK,
    OUTSIDE_PICTURE,
    UNUSED_DEFINITION,
    EMPTY_LINK,
)
