"""Rules about files as such: their names, their bytes and where they lie."""

from zorgpact_site.diagnostics.vocabulary import Rule, Severity

SYMLINK = Rule(
    "symlink",
    Severity.ERROR,
    "this is a link to another file or folder",
    "put the file itself here; links are never followed",
    "A symbolic link in the content could publish files from anywhere on the machine that builds.",
)
UNUSED_FILE = Rule(
    "unused-file",
    Severity.WARNING,
    "this file is not part of the site",
    "a text has a name that ends in .md and lies in one of the folders {folders}; pictures and "
    "documents lie in media",
    "Only Markdown files in the known folders become pages. A file elsewhere is probably "
    "in the wrong place.",
)
MEDIA_ELSEWHERE = Rule(
    "media-elsewhere",
    Severity.WARNING,
    "a picture or document lies here among the texts, where no text can show it",
    "move it to content/media, and write in the text ../media/{name}",
    "Pictures and documents are found in content/media only. A Word file is a document too, to be "
    "downloaded: what it says becomes a page when you copy it into a text.",
)
WRONG_ENDING = Rule(
    "wrong-ending",
    Severity.ERROR,
    "a text has a name that ends in .md, in small letters; this one would appear nowhere",
    "give the file a name that ends in .md",
    "Only files whose names end in .md are read as texts.",
)
UNKNOWN_FOLDER = Rule(
    "unknown-folder",
    Severity.ERROR,
    "the folder “{folder}” has no meaning here, so this text would appear nowhere",
    "move the file to one of the folders {folders}",
    "Every text belongs to one of the known folders; a misspelt folder would silently hide a page.",
)
TEXT_WITHOUT_FOLDER = Rule(
    "text-without-folder",
    Severity.ERROR,
    "this text stands in no folder, so it would appear nowhere",
    "move the file to one of the folders {folders}",
    "The folder tells what a text is: an article, a region, a tool. Only a README.md, which is "
    "for who works on the site, may stand beside them.",
)
NOT_UTF8 = Rule(
    "not-utf8",
    Severity.ERROR,
    "this file is not saved as UTF-8",
    "open the file in your editor and save it with the encoding UTF-8",
    "Accents and quotation marks only come out right when a text is saved as UTF-8.",
)
NO_PLAIN_TEXT = Rule(
    "no-plain-text",
    Severity.ERROR,
    "this is a file of Word or another program, and no plain text, whatever its name says",
    "open it in that program, and copy its words into a new text: zorgpact new article",
    "Another name makes no plain text of a file of Word, a PDF or a picture: it holds signs for "
    "its own program.",
)
CONTROL_CHARACTER = Rule(
    "control-character",
    Severity.ERROR,
    "there is an invisible control character here ({value})",
    "delete it and type the text again",
    "Control characters come along when text is copied from other programs. They break feeds and "
    "search, and nobody can see them.",
)
GARBLED = Rule(
    "garbled-letters",
    Severity.WARNING,
    "“{value}” stands for another letter: it was saved or copied in the wrong way",
    "type the letter again",
    "A text that was saved as UTF-8 and opened as something else has two or three signs for each "
    "letter with an accent and each quotation mark. What is copied from a PDF can have one sign, "
    "ﬁ or ﬂ, for two letters: who searches for the word does not find it.",
)
CONFLICT = Rule(
    "merge-conflict",
    Severity.ERROR,
    "two versions of the text stand here, up to line {line}: you and somebody else changed it",
    "choose what stays, and take away the lines that start with <<<<<<<, ======= and >>>>>>>",
    "When two people change the same lines, Git puts both versions in the file between marks, and "
    "leaves the choice to whoever brings them together.",
)
FILE_TOO_LARGE = Rule(
    "file-too-large",
    Severity.ERROR,
    "this text is {size} kB; the limit is {limit} kB",
    "split it into several articles, or offer it as a document in media",
    "A page of this size cannot be read on a phone, and may be no text at all.",
)
FILE_NAME_TOO_LONG = Rule(
    "file-name-too-long",
    Severity.ERROR,
    "the address made from this file name is {size} bytes; the limit is {limit}",
    "give the file a shorter name; the title may be as long as you like",
    "The file name becomes the address of the page. Some systems refuse names of over 200 bytes.",
)
FILE_NAME_EMPTY = Rule(
    "file-name-empty",
    Severity.ERROR,
    "no address can be made from this file name",
    "use letters and digits, for example “bijeenkomst-zwolle.md”",
    "The file name, without a leading date, becomes the address of the page.",
)
UNPORTABLE_NAME = Rule(
    "unportable-name",
    Severity.WARNING,
    "not every computer can hold the name “{name}”",
    "give it another name of letters, digits and dashes, for example {example}",
    'Windows has no files with one of the signs < > : " | ? * or \\ in their name, with a dot or a '
    "space at its end, or called after a device, such as con and aux. Who works there would not "
    "get the site at all. Names with signs that nobody sees, or that are not in UTF-8, mislead.",
)
ADDRESS_CLASH = Rule(
    "address-clash",
    Severity.ERROR,
    "this page would get the same address as {other}",
    "rename one of the two files",
    "Two pages with one address would overwrite each other. Addresses that differ only in "
    "capitals or in the form of an accent count as one, because not every system tells them apart.",
)
MISSING_SETTINGS = Rule(
    "missing-settings",
    Severity.ERROR,
    "there is no file site.yaml here",
    "make content/site.yaml with at least a title, or name the right folder with --site",
    "The file site.yaml holds the title of the site and what else is true for all pages.",
)
TEMPLATE_ERROR = Rule(
    "template-error",
    Severity.ERROR,
    "this template cannot be used: {reason}",
    "mend the template, or delete it so that the one that comes along is used",
    "A site may replace single templates by its own. This one has a mistake.",
)

RULES = (
    SYMLINK,
    UNUSED_FILE,
    MEDIA_ELSEWHERE,
    WRONG_ENDING,
    UNKNOWN_FOLDER,
    TEXT_WITHOUT_FOLDER,
    NOT_UTF8,
    NO_PLAIN_TEXT,
    CONTROL_CHARACTER,
    GARBLED,
    CONFLICT,
    FILE_TOO_LARGE,
    FILE_NAME_TOO_LONG,
    FILE_NAME_EMPTY,
    UNPORTABLE_NAME,
    ADDRESS_CLASH,
    MISSING_SETTINGS,
    TEMPLATE_ERROR,
)
