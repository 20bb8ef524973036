"""Rules about signs in a text that readers would see, as they did not become what they were for."""

from zorgpact_site.diagnostics.vocabulary import Rule, Severity

LITERAL_BLOCK = Rule(
    "literal-block",
    Severity.WARNING,
    "this opens no block: readers see the colons as they stand here",
    "put three colons before the name, as in ::: tip, and a line with only ::: below the block",
    "Three colons and a name open a block, three colons alone close it.",
)
RAW_HTML = Rule(
    "raw-html",
    Severity.WARNING,
    "HTML is shown to readers as it stands here",
    "take it away, or use Markdown instead, for example **bold** or [text](address)",
    "For safety HTML is text, not markup: readers see the code itself. Who writes about HTML puts "
    "it between backticks, or a backslash before it.",
)
LITERAL_BREAK = Rule(
    "literal-break",
    Severity.WARNING,
    "readers see <br> as it stands here",
    "put an empty line where a new paragraph begins; a backslash at its end only ends a line",
    "In Markdown a line goes on in the next one, and an empty line begins a new paragraph. A "
    "backslash at the end of a line ends it there.",
)
LITERAL_COMMENT = Rule(
    "literal-comment",
    Severity.WARNING,
    "readers see this remark as it stands here",
    "take it away, or write it among the properties, behind a #",
    "Between <!-- and --> stands what a browser does not show, but here HTML is text. What stands "
    "behind a # among the properties is for editors only.",
)
LITERAL_HEADING = Rule(
    "literal-heading",
    Severity.WARNING,
    "this is no heading: readers see the {signs} as well",
    "put a space behind the signs",
    "A heading starts with ##, and a space behind it.",
)
LITERAL_LINK = Rule(
    "literal-link",
    Severity.WARNING,
    "this becomes no link: readers see the brackets as they stand here",
    "close it on the same line: [text](address) or [[name of a page]]; for a bracket that is "
    "meant, write \\[",
    "Of a link that is not written as it should be readers see the signs, and nothing can be "
    "clicked: a bracket that is not closed, a space between ] and (, or one within the address. An "
    "address with a space stands between < and >.",
)
LITERAL_TABLE = Rule(
    "literal-table",
    Severity.WARNING,
    "this becomes no table: readers see the bars as they stand here",
    "put a line such as | --- | --- | below the first line, with as many columns as that has",
    "A table starts with a line of names for its columns, and below it a line of dashes. Without "
    "that line, or when it has another number of columns, the text stays as it was typed.",
)
LITERAL_BOLD = Rule(
    "literal-bold",
    Severity.WARNING,
    "these words do not become bold or italic: readers see the {signs} as they stand here",
    "put {signs} right before the first word and right behind the last: {signs}words{signs}; for "
    "asterisks that are meant, write a backslash before each",
    "Bold starts and ends at **, italics at *, in one paragraph, without a space between the signs "
    "and the words.",
)
LITERAL_LIST = Rule(
    "literal-list",
    Severity.WARNING,
    "this becomes no list: readers see the signs one after the other in one paragraph",
    "put a dash and a space before each item: - item; or a number, a full stop and a space: "
    "1. item",
    "A list has a dash and a space before each item, or a number, a full stop and a space. Dots "
    "and long dashes, which come along from word processors, are part of the text.",
)
LITERAL_COLUMNS = Rule(
    "literal-columns",
    Severity.WARNING,
    "these columns fall away: readers see all cells one after the other",
    "make a table of them: | name | number |, and below the first line | --- | --- |",
    "In a text a tab is a space, and lines that stand together are one paragraph. What is copied "
    "from a spreadsheet has a tab between its cells.",
)
FOREIGN_ORDER = Rule(
    "foreign-order",
    Severity.WARNING,
    "“{value}” is an order for another program: readers see it as it stands",
    "take it away, or write in Markdown what it was for",
    "Orders such as {{< video >}}, [caption], {width=300}, [TOC], :smile: and H~2~O belong to the "
    "program that a text comes from, and so do marks such as 【4†source】 and [cite: 2] to that "
    "of a chat. Pictures get their size by themselves here, and pages their contents.",
)
GAP = Rule(
    "gap-to-fill",
    Severity.WARNING,
    "“{value}” is still to be filled in",
    "write what belongs here, or take it away; is the text not finished, then put draft: true "
    "among the properties",
    "TODO, XXX, lorem ipsum, [NAAM], [foto hier] and Naam: ____ stand for what was to be "
    "written later, and so does a sentence that zorgpact new laid down to be written over. They "
    "are not for readers.",
)
MAIL_REMAINS = Rule(
    "mail-remains",
    Severity.WARNING,
    "“{value}” came along from a mail: readers see it as it stands here",
    "take it away; was it a picture, then save that in content/media, and write "
    "![description](../media/picture.jpg)",
    "The head of a mail (Van:, Aan:, Onderwerp:), [cid:…] and [image: …] in the place of pictures, "
    "and lines such as Verstuurd vanaf mijn iPhone are for who gets the mail. A head whose lines "
    "end with a backslash is a letter that is shown as it was.",
)

RULES = (
    LITERAL_BLOCK,
    RAW_HTML,
    LITERAL_BREAK,
    LITERAL_COMMENT,
    LITERAL_HEADING,
    LITERAL_LINK,
    LITERAL_TABLE,
    LITERAL_BOLD,
    LITERAL_LIST,
    LITERAL_COLUMNS,
    FOREIGN_ORDER,
    GAP,
    MAIL_REMAINS,
)
