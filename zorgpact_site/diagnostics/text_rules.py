"""Rules about the text below the front matter."""

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
UNCLOSED_BLOCK = Rule(
    "unclosed-block",
    Severity.ERROR,
    "the block that opens here is not closed",
    "put a line with only ::: below it",
    "A block such as ::: let-op ends at a line with only three colons.",
)
UNKNOWN_BLOCK = Rule(
    "unknown-block",
    Severity.ERROR,
    "there is no block called “{value}”",
    "choose from: {choices}",
    "Three colons open a block with a name, such as ::: let-op.",
)
UNCLOSED_CODE = Rule(
    "unclosed-code",
    Severity.ERROR,
    "the code that begins here is not closed, so all that follows is code as well",
    "put a line with only {signs} below the code, or take this line away",
    "Three backticks open a stretch of code, and three backticks close it. Without the latter all "
    "text below is code: in other letters, without headings and links.",
)
STRAY_BLOCK_END = Rule(
    "stray-block-end",
    Severity.ERROR,
    "these colons close a block that was never opened",
    "remove the line, or open a block above it with ::: let-op",
    "A line with only ::: closes a block that was opened by a line such as ::: let-op.",
)
NESTED_TOO_DEEP = Rule(
    "nested-too-deep",
    Severity.ERROR,
    "lists or quotes are nested more than {limit} levels deep here",
    "use fewer levels",
    "Text that is nested deeper would be dropped from the page.",
)
PARAGRAPH_TOO_LONG = Rule(
    "paragraph-too-long",
    Severity.ERROR,
    "this paragraph is {size} characters long; the limit is {limit}",
    "put an empty line where a new paragraph starts",
    "A paragraph of this length cannot be read, and is often not text at all.",
)
CROWDED_PARAGRAPH = Rule(
    "crowded-paragraph",
    Severity.ERROR,
    "this paragraph holds {size} brackets and addresses; the limit is {limit}",
    "make a list of it, with one link on each line",
    "Nobody can read a paragraph with so many links, and reading it would take the computer long.",
)
MISSING_ALT = Rule(
    "missing-alt",
    Severity.ERROR,
    "this picture has no description",
    "describe in one sentence what is to be seen: ![description](picture.jpg)",
    "Readers who do not see the picture get its description read out. Source: WCAG 2.2, 1.1.1.",
)
TITLE_IN_TEXT = Rule(
    "title-in-text",
    Severity.WARNING,
    "a heading with one # is the title of a page, and this page has a title already",
    "use ## for the headings in the text",
    "The title of the page comes from the key title. In the text, headings start at ##; "
    "on the page all headings of this text move down one level.",
)
EMPTY_HEADING = Rule(
    "empty-heading",
    Severity.ERROR,
    "this heading has no text",
    "add the text of the heading, or remove the line",
    "Readers who listen to a page jump from heading to heading. Source: WCAG 2.2, 2.4.6.",
)
INDENTED_CODE = Rule(
    "indented-code",
    Severity.WARNING,
    "these lines are indented by four spaces, and become program code for that",
    "take the spaces at the start of the lines away; for code put a line ``` above and below it",
    "Four spaces or a tab before a paragraph make it code: in other letters, without links, and on "
    "one long line.",
)
BOLD_HEADING = Rule(
    "bold-heading",
    Severity.WARNING,
    "these bold words stand alone like a heading, and are none for who hears or scans the page",
    "write a heading: ## and a space before the words, without the asterisks",
    "Screen readers and tables of contents know headings by their signs, not by bold letters. "
    "Source: WCAG 2.2, 1.3.1.",
)
UNDERLINED_TEXT = Rule(
    "underlined-text",
    Severity.WARNING,
    "the line --- right below it makes one large heading of this text",
    "put an empty line above ---; for a heading write ## before its words",
    "A line of dashes right below a text makes a heading of it. With an empty line between them it "
    "is a line between two parts.",
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
OUTSIDE_PICTURE = Rule(
    "outside-picture",
    Severity.ERROR,
    "this picture is not on this site: “{value}”",
    "save the picture in content/media and write its path, for example ../media/picture.jpg",
    "A picture from another site would tell that site who reads the page, and can change or "
    "vanish.",
)
LOST_CELLS = Rule(
    "lost-cells",
    Severity.ERROR,
    "this row has {size} cells; the table has {limit} columns",
    "add a column to the first two lines of the table, or remove a cell; a sign | within a cell "
    "is written \\|",
    "The cells beyond the last column would be missing from the page.",
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
    "write [text](address)",
    "A link without text cannot be clicked or read out; without an address it leads nowhere. "
    "Source: WCAG 2.2, 2.4.4.",
)

RULES = (
    UNDEFINED_FOOTNOTE,
    FOOTNOTE_WITHOUT_COLON,
    NESTED_FOOTNOTE,
    UNUSED_FOOTNOTE,
    DUPLICATE_FOOTNOTE,
    UNCLOSED_BLOCK,
    UNKNOWN_BLOCK,
    UNCLOSED_CODE,
    STRAY_BLOCK_END,
    NESTED_TOO_DEEP,
    PARAGRAPH_TOO_LONG,
    CROWDED_PARAGRAPH,
    MISSING_ALT,
    TITLE_IN_TEXT,
    EMPTY_HEADING,
    INDENTED_CODE,
    BOLD_HEADING,
    UNDERLINED_TEXT,
    UNKNOWN_ATTRIBUTE,
    UNSAFE_LINK,
    LOCAL_FILE,
    LOCAL_ADDRESS,
    OUTSIDE_PICTURE,
    LOST_CELLS,
    UNUSED_DEFINITION,
    EMPTY_LINK,
)
