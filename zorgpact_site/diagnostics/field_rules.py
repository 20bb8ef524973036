"""Rules about keys and their values: is the key known, does the value mean something."""

from zorgpact_site.diagnostics.vocabulary import Rule, Severity

UNKNOWN_KEY = Rule(
    "unknown-key",
    Severity.ERROR,
    "the key “{key}” is not known here",
    "remove it, or let it start with x- if it is a note of your own",
    "A misspelt key would silently be passed over. Keys that start with x- are your own.",
)
MISSING_KEY = Rule(
    "missing-key",
    Severity.ERROR,
    "the key “{key}” is missing",
    "add a line: {example}",
    "Without this key the page cannot be made.",
)
EMPTY_VALUE = Rule(
    "empty-value",
    Severity.ERROR,
    "“{key}” has no value",
    "fill it in; a key that is not required may also be removed",
    "A key without a value says nothing; often it was forgotten.",
)
UNINDENTED_KEYS = Rule(
    "unindented-keys",
    Severity.ERROR,
    "what stands here belongs to “{key}” above it, and is not indented",
    "put two spaces before each of these lines: {names}",
    "Some keys hold a group of keys, such as image with src and alt. Those stand below it, each "
    "behind as many spaces.",
)
WRONG_SHAPE = Rule(
    "wrong-shape",
    Severity.ERROR,
    "“{key}” expects {expected}",
    "write for example: {example}",
    "Some keys take one value, others a list, others a group of keys.",
)
INVALID_DATE = Rule(
    "invalid-date",
    Severity.ERROR,
    "“{value}” is not a date",
    "write year-month-day, for example 2018-03-27; if the day is unknown 2018-03 or 2018",
    "Dates are written as year-month-day, with four and two and two digits.",
)
NO_SUCH_DATE = Rule(
    "no-such-date",
    Severity.ERROR,
    "“{value}” does not exist: {month} has {count} days",
    "check the day and the month",
    "A date must be one that the calendar has: 30 February is none, and no month has 32 days.",
)
INVALID_TIME = Rule(
    "invalid-time",
    Severity.ERROR,
    "“{value}” is not a time",
    "write hours and minutes, for example 13:30",
    "Times run from 00:00 to 23:59 and hold in the Netherlands.",
)
TWO_VALUES = Rule(
    "two-values",
    Severity.ERROR,
    "“{value}” holds what belongs at two keys",
    "write {first}, and on the line below {second}",
    "A key has one value. The first and the last day of a meeting are two, and so are the time it "
    "starts and the time it ends.",
)
LIST_AS_TEXT = Rule(
    "list-as-text",
    Severity.WARNING,
    "“{key}” has one value here, with a comma or semicolon in it",
    "put square brackets around several values; is it one name, put quotation marks around it",
    "Some keys take several values. Without brackets or a line for each they are one name: an "
    "article by “Jan Jansen, Piet Smit” has one author.",
)
COMMA_AT_END = Rule(
    "comma-at-end",
    Severity.WARNING,
    "this value ends in a comma or semicolon, which readers see",
    "take it away; with a line for each value no sign stands between them",
    "Between square brackets a comma stands between values, below each other nothing does.",
)
INVALID_NUMBER = Rule(
    "invalid-number",
    Severity.ERROR,
    "“{value}” is not a number that fits here",
    "write for example: {example}",
    "A number is written in digits, with a point before decimals.",
)
INVALID_FLAG = Rule(
    "invalid-flag",
    Severity.ERROR,
    "“{value}” is neither yes nor no",
    "write true or false",
    "This key can only be on or off.",
)
INVALID_COLOR = Rule(
    "invalid-color",
    Severity.ERROR,
    "“{value}” is not a colour",
    'write six characters (0–9 or a–f) after #, between quotation marks: "#0f4c5c"',
    "Colours are written as # and six hexadecimal digits.",
)
INVALID_URL = Rule(
    "invalid-url",
    Severity.ERROR,
    "“{value}” is not a web address",
    "write the whole address, starting with https://",
    "Web addresses start with https:// or http://, without a user name or password.",
)
INVALID_ADDRESS = Rule(
    "invalid-address",
    Severity.ERROR,
    "“{value}” is not an address on this site",
    "write the path, starting with a slash: /oud/pad/",
    "An address on this site starts with one slash and has no host, no dots as a folder "
    "and no backslash.",
)
INVALID_MAIL = Rule(
    "invalid-mail",
    Severity.ERROR,
    "“{value}” is not a mail address",
    "write the address only, for example naam@voorbeeld.nl",
    "A mail address has a name, the sign @ and a domain, without spaces.",
)
INVALID_PHONE = Rule(
    "invalid-phone",
    Severity.ERROR,
    "“{value}” is not a telephone number",
    "write the digits, for example 0320-000000 or +31 320 000000",
    "A telephone number has eight to fifteen digits, perhaps with a plus sign first, and between "
    "them spaces, dashes, points or brackets.",
)
INEXACT_DATE = Rule(
    "inexact-date",
    Severity.ERROR,
    "“{value}” is not a day as year-month-day",
    "write year, month and day, for example {example}",
    "This key needs the day itself: a year or a month would leave open until when something holds.",
)
INSECURE_URL = Rule(
    "insecure-url",
    Severity.ERROR,
    "“{value}” is not a web address that starts with https://",
    "write the whole address, starting with https://",
    "What is told in confidence must not travel in the open, so security.txt may name pages with "
    "https:// only (RFC 9116).",
)
INVALID_REPORT_ADDRESS = Rule(
    "invalid-report-address",
    Severity.ERROR,
    "“{value}” is no way to report a leak",
    "write a mail address, a web address that starts with https://, or a telephone number, for "
    "example security@voorbeeld.nl, {example} or +31 320 000000",
    "Whoever finds a leak must be able to mail, to open a page, or to call. A telephone number "
    "starts with the code of its country, unless it is a Dutch one of ten digits.",
)
INVALID_LANGUAGE = Rule(
    "invalid-language",
    Severity.ERROR,
    "“{value}” is not the code of a language",
    "write for example: {example}",
    "A language is written as a code of two or three letters, such as nl or en, perhaps followed "
    "by that of a country, such as en-GB (RFC 5646).",
)
INVALID_CHOICE = Rule(
    "invalid-choice",
    Severity.ERROR,
    "“{value}” is not one of the possible values",
    "choose from: {choices}",
    "This key knows a few values only.",
)
UNKNOWN_RULE = Rule(
    "unknown-rule",
    Severity.ERROR,
    "there is no check called “{value}”",
    "take the name from a message: it stands behind error or warning",
    "A check is set or silenced by its name.",
)
FIXED_RULE = Rule(
    "fixed-rule",
    Severity.ERROR,
    "the check “{value}” cannot be set or silenced",
    "remove this line and mend what the check reports",
    "Mistakes after which a page cannot be made well are always errors. Other checks can be set "
    "in site.yaml or silenced for one file with ignore.",
)
UNUSED_IGNORE = Rule(
    "unused-ignore",
    Severity.WARNING,
    "the check “{value}” has nothing to report here any more",
    "remove this line",
    "A check that is silenced without need could hide a later mistake.",
)
TOO_LONG = Rule(
    "value-too-long",
    Severity.ERROR,
    "this value is longer than {limit} characters",
    "shorten it, and move what is left to the text",
    "Values appear in lists, tiles and search results, where long texts do not fit.",
)

MARKUP_IN_PROPERTY = Rule(
    "markup-in-property",
    Severity.WARNING,
    "readers see the signs for layout here as they stand",
    "write the value without them",
    "A property is plain text: **, HTML and links in square brackets are for the text below the "
    "properties. Signs such as & stand as they are, not as &amp;.",
)

RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    EMPTY_VALUE,
    UNINDENTED_KEYS,
    WRONG_SHAPE,
    INVALID_DATE,
    NO_SUCH_DATE,
    INVALID_TIME,
    TWO_VALUES,
    LIST_AS_TEXT,
    COMMA_AT_END,
    INVALID_NUMBER,
    INVALID_FLAG,
    INVALID_COLOR,
    INVALID_URL,
    INVALID_ADDRESS,
    INVALID_MAIL,
    INVALID_PHONE,
    INEXACT_DATE,
    INSECURE_URL,
    INVALID_REPORT_ADDRESS,
    INVALID_LANGUAGE,
    INVALID_CHOICE,
    UNKNOWN_RULE,
    FIXED_RULE,
    UNUSED_IGNORE,
    TOO_LONG,
    MARKUP_IN_PROPERTY,
)
