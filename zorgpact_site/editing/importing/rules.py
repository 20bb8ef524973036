"""What an editor must look at in a draft that was made from an old text."""

from zorgpact_site.diagnostics import Rule, Severity

YEAR_RECKONED = Rule(
    "import-year",
    Severity.WARNING,
    "the text says “{value}” without a year; {year} follows from the weekday",
    "check the year, and remove the comment behind it",
    "A weekday and a day of a month fall together once in five, six or eleven years.",
)
DATE_UNKNOWN = Rule(
    "import-date",
    Severity.WARNING,
    "the year of “{value}” cannot be told",
    "look it up, and write event and date without # before them; "
    "with --years 2014-2021 you tell which years are possible",
    "Without a weekday, or with more years that fit, the date is left to the editor.",
)
TITLE_UNKNOWN = Rule(
    "import-title",
    Severity.WARNING,
    "the source has no title",
    "write a title, and give the file a name that goes with it",
    "A text that starts with running text gets the name of its file for a title.",
)
MAYBE_CAPTION = Rule(
    "import-caption",
    Severity.WARNING,
    "this line is perhaps the caption of a picture",
    "add the picture with this caption, or leave the line if it belongs to the text",
    "A scraped text has lost its pictures; short lines that stand alone may be their captions.",
)
PICTURE_MISSING = Rule(
    "import-picture",
    Severity.WARNING,
    "the picture “{value}” does not lie beside the source",
    "fetch it, put it in content/media and write ![description](../media/picture.jpg)",
    "Pictures are only taken from the folder of the source; nothing is fetched.",
)
DESCRIPTION_MISSING = Rule(
    "import-description",
    Severity.WARNING,
    "the picture “{value}” had no description",
    "describe in one sentence what is to be seen",
    "Readers who do not see the picture get its description read out. Source: WCAG 2.2, 1.1.1.",
)
LINK_DROPPED = Rule(
    "import-link",
    Severity.WARNING,
    "the link to “{value}” was left out; its words are kept",
    "add the link with its whole address, if readers need it; "
    "with --base-url you tell where the old page stood",
    "Only whole web, mail and telephone addresses are kept as links.",
)

RULES = (
    YEAR_RECKONED,
    DATE_UNKNOWN,
    TITLE_UNKNOWN,
    MAYBE_CAPTION,
    PICTURE_MISSING,
    DESCRIPTION_MISSING,
    LINK_DROPPED,
)
