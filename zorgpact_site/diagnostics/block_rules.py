"""Rules about the blocks that a text is made of: headings, lists, tables, code, boxes."""

from zorgpact_site.diagnostics.vocabulary import Rule, Severity

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
MARKDOWN_AS_CODE = Rule(
    "markdown-as-code",
    Severity.WARNING,
    "from here on readers see the text with all its signs, as program code",
    "take this line away, and the line ``` that closes it",
    "Chat programs put ```markdown above a text and ``` below it. What stands between is code: it "
    "has no headings and no links. Who explains Markdown to readers silences this check.",
)
BOLD_HEADING = Rule(
    "bold-heading",
    Severity.WARNING,
    "these bold words stand alone like a heading, and are none for who hears or scans the page",
    "write a heading: ## and a space before the words, without the asterisks",
    "Screen readers and tables of contents know headings by their signs, not by bold letters. "
    "Source: WCAG 2.2, 1.3.1.",
)
BOLD_IN_HEADING = Rule(
    "bold-in-heading",
    Severity.WARNING,
    "a heading is bold already",
    "take the asterisks around its words away",
    "A word processor often leaves a heading in bold. Readers see it heavier than the others, and "
    "how headings look is for the whole site to say.",
)
UNDERLINED_TEXT = Rule(
    "underlined-text",
    Severity.WARNING,
    "the line --- right below it makes one large heading of this text",
    "put an empty line above ---; for a heading write ## before its words",
    "A line of dashes right below a text makes a heading of it. With an empty line between them it "
    "is a line between two parts.",
)
EMPTY_ITEM = Rule(
    "empty-item",
    Severity.WARNING,
    "this item of the list holds nothing",
    "write what belongs here, or take the line away",
    "Readers see a sign with nothing behind it, and hear of an item more than the list has. "
    "Source: WCAG 2.2, 1.3.1.",
)
LOST_CELLS = Rule(
    "lost-cells",
    Severity.ERROR,
    "this row has {size} cells; the table has {limit} columns",
    "add a column to the first two lines of the table, or remove a cell; a sign | within a cell "
    "is written \\|",
    "The cells beyond the last column would be missing from the page.",
)
EMPTY_TABLE_HEAD = Rule(
    "empty-table-head",
    Severity.WARNING,
    "the columns of this table have no names",
    "write above each column what stands in it: the first row is for that",
    "Who hears a table hears with each cell the name of its column, and is lost without. "
    "Source: WCAG 2.2, 1.3.1.",
)
GLUED_TEXT = Rule(
    "glued-text",
    Severity.WARNING,
    "this line becomes part of {part} above it",
    "put an empty line above it",
    "Without an empty line between them a text right below a table becomes a row of it, and one "
    "right below a list or a quotation goes on in its last line. Of a list that is told when every "
    "other item is one short line, and the text is a sentence; one that does belong to the item "
    "gets two spaces before it, and one of a quotation the sign >.",
)
YEAR_AS_NUMBER = Rule(
    "year-as-number",
    Severity.WARNING,
    "the year {value} becomes the number of a list here, and a list counts on by itself",
    "write a backslash before the full stop ({value}\\.), or a dash before each year of a list",
    "A number with a full stop at the start of a line begins a list. After 2015. readers see 2016, "
    "whatever was typed, and a sentence that starts with a year becomes an item. Years that follow "
    "each other are right as they are.",
)

RULES = (
    UNCLOSED_BLOCK,
    UNKNOWN_BLOCK,
    UNCLOSED_CODE,
    STRAY_BLOCK_END,
    NESTED_TOO_DEEP,
    PARAGRAPH_TOO_LONG,
    CROWDED_PARAGRAPH,
    TITLE_IN_TEXT,
    EMPTY_HEADING,
    INDENTED_CODE,
    MARKDOWN_AS_CODE,
    BOLD_HEADING,
    BOLD_IN_HEADING,
    UNDERLINED_TEXT,
    EMPTY_ITEM,
    LOST_CELLS,
    EMPTY_TABLE_HEAD,
    GLUED_TEXT,
    YEAR_AS_NUMBER,
)
