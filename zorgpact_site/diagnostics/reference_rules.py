"""Rules about what a text points to: names, pages, headings, pictures, documents."""

from zorgpact_site.diagnostics.vocabulary import Rule, Severity

UNKNOWN_TERM = Rule(
    "unknown-term",
    Severity.ERROR,
    "{kind} does not exist: “{value}”",
    "check the spelling, or add the file {example}",
    "Regions, themes and koplopers are named by the title, an alias or the file name of their "
    "page. Capitals and accents do not matter.",
)
WRONG_KIND = Rule(
    "wrong-kind",
    Severity.ERROR,
    "“{value}” is not {expected} but {actual}",
    "move the name to the key where it belongs",
    "Each key names one kind of thing: regions, koplopers or themes.",
)
REPEATED_TERM = Rule(
    "repeated-term",
    Severity.WARNING,
    "“{value}” is already in this list",
    "remove one of the two",
    "A name that stands twice in a list is often a slip for another name.",
)
NAME_CLASH = Rule(
    "name-clash",
    Severity.ERROR,
    "the name “{value}” also belongs to {other}",
    "give one of the two another title or alias",
    "A name must lead to one page. Two pages of one kind with the same name, alias or file name "
    "cannot be told apart.",
)
UNKNOWN_LINK = Rule(
    "unknown-link",
    Severity.ERROR,
    "no page is called “{value}”",
    "check the spelling; the link holds the title, an alias or the file name of a page",
    "A link between double square brackets leads to the page of that name.",
)
AMBIGUOUS_LINK = Rule(
    "ambiguous-link",
    Severity.ERROR,
    "several pages are called “{value}”",
    "say which one: {choices}",
    "When pages of different kinds share a name, the kind before a colon tells which one is meant.",
)
UNKNOWN_FILE = Rule(
    "unknown-file",
    Severity.ERROR,
    "the file “{value}” does not exist",
    "check folder and spelling; the path starts from the folder of this file; if the file is gone "
    "for good, take the link away",
    "A link to a Markdown file, a picture or a document is a path that starts from the file "
    "with the link, as in ../koplopers/name.md.",
)
WRONG_CASE = Rule(
    "wrong-case",
    Severity.ERROR,
    "“{value}” differs in capitals from the file “{actual}”",
    "write the name exactly as the file has it",
    "On a web server capital and small letters are different, even where they are not on your "
    "own computer.",
)
UNKNOWN_ADDRESS = Rule(
    "unknown-address",
    Severity.ERROR,
    "no page of this site has the address “{value}”",
    "link to the Markdown file instead, or write the page's name between [[ and ]]; if the page is "
    "gone for good, take the link away",
    "A link that starts with a slash is an address on this site, and must exist.",
)
UNKNOWN_ANCHOR = Rule(
    "unknown-anchor",
    Severity.ERROR,
    "“{page}” has no heading “#{value}”",
    "check the heading; its anchor is its text in small letters with dashes",
    "The part of a link after # leads to a heading of that page.",
)
LINK_TO_DRAFT = Rule(
    "link-to-draft",
    Severity.ERROR,
    "“{value}” is a draft and will not be published",
    "publish the draft by removing draft: true there, or remove the link",
    "Readers would arrive at a page that does not exist. With --drafts the link works.",
)
NOT_PUBLISHABLE = Rule(
    "not-publishable",
    Severity.ERROR,
    "files of the kind “{value}” are not published",
    "use one of: {choices}",
    "Only pictures and documents that browsers and office programs open safely are published.",
)
BROKEN_PICTURE = Rule(
    "broken-picture",
    Severity.ERROR,
    "“{value}” is not a picture that can be read",
    "save the picture again as SVG, PNG, JPEG, WebP or AVIF",
    "The file is empty, cut off, damaged, or no picture at all, whatever its name says.",
)
PICTURE_TOO_LARGE = Rule(
    "picture-too-large",
    Severity.ERROR,
    "“{value}” has more pixels than can be handled",
    "make it smaller: 2,000 pixels wide is enough for any screen here",
    "Pictures have at most 50 million pixels, and at most 16,000 on a side. Larger ones take "
    "too much memory, and readers would not see the difference.",
)
PICTURE_TOO_HEAVY = Rule(
    "picture-too-heavy",
    Severity.ERROR,
    "the file “{value}” is {size} MB, which is too much",
    "save the picture smaller; a drawing with many details is better off as PNG",
    "Pictures are at most 40 MB, drawings (SVG) at most 5 MB. A drawing is sent to readers as it "
    "is, so it should be much smaller.",
)
UNSAFE_DRAWING = Rule(
    "unsafe-drawing",
    Severity.ERROR,
    "the drawing “{value}” holds more than a drawing: {found}",
    "export it again as plain SVG, without scripts, links and pictures inside, or as PNG",
    "An SVG file can run programs and fetch things from other sites. Only drawings that do "
    "neither are published, without scripts, actions, links, embedded pictures and entities.",
)
UNKNOWN_SIGN = Rule(
    "unknown-sign",
    Severity.ERROR,
    "there is no sign called “{value}”",
    "choose from: {choices}",
    "Each theme has a small drawn sign. They are SVG files under templates/assets/signs; a site "
    "may add its own.",
)
VANISHED_ADDRESS = Rule(
    "vanished-address",
    Severity.ERROR,
    "the address {address} is no longer on the site: saved links to it would lead nowhere",
    "put in the file that took its place: redirect_from: [{address}]; did nothing take its place, "
    "then type: zorgpact addresses --forget {address}",
    "The file content/addresses.txt keeps every address that was once published. Readers have "
    "saved them, and other sites link to them, so each must go on leading somewhere: to a page, "
    "or by redirect_from to the page that took its place. When all addresses of a section "
    "vanish at once, its address was perhaps changed in content/site.yaml. Without this file "
    "nothing is checked. Source: W3C, Cool URIs don't change.",
    "did {names} take its place? Then put in that file: redirect_from: [{address}]",
)
WITHDRAWN_ADDRESS = Rule(
    "withdrawn-address",
    Severity.ERROR,
    "the address {address} is no longer on the site, because its file is a draft now",
    "take “draft: true” away, or put redirect_from: [{address}] in another file that readers "
    "can turn to",
    "A page that was once published and becomes a draft again is gone for readers who saved its "
    "address. If that is meant, type: zorgpact addresses --forget, with the address behind it.",
)
REDIRECT_TAKEN = Rule(
    "redirect-taken",
    Severity.ERROR,
    "the earlier address “{value}” is in use: {other} is there now",
    "take it out of this list; or give what is there another place, and the address is free",
    "Under redirect_from stand addresses that a page had before. What has such an address now "
    "would disappear behind the redirect. Capitals and accents make no difference, nor does the "
    "slash at the end. An address within a file counts too, such as /report.html/x beside "
    "/report.html.",
)
REDIRECT_CLASH = Rule(
    "redirect-clash",
    Severity.ERROR,
    "the earlier address “{value}” also stands in {other}",
    "leave it in the file that took its place, and take it out of the other",
    "An earlier address leads to one page. When two texts name the same one under redirect_from, "
    "nobody can tell which of the two readers should get to see.",
)
REDIRECT_LOOP = Rule(
    "redirect-loop",
    Severity.ERROR,
    "“{value}” is the address of this page itself",
    "take it out of this list; only addresses that the page had before belong there",
    "An address under redirect_from leads readers to the page. When it is the page's own address, "
    "they would be sent round and round.",
)
TOO_MANY_REDIRECTS = Rule(
    "too-many-redirects",
    Severity.WARNING,
    "this site has {count} lines with redirects; {host} reads the first {limit}",
    "the pages at the other old addresses lead on more slowly; let nginx serve the site, or take "
    "out addresses that nobody asks for any more",
    "Hosts read a limited number of lines from the file _redirects: Cloudflare Pages 2,000, GitLab "
    "Pages 1,000. Each earlier address takes two, with and without its last slash; each feed "
    "and calendar that moved along takes one. At old addresses beyond that readers get a page that "
    "leads on, but programs that read a feed do not.",
)

RULES = (
    UNKNOWN_TERM,
    WRONG_KIND,
    REPEATED_TERM,
    NAME_CLASH,
    UNKNOWN_LINK,
    AMBIGUOUS_LINK,
    UNKNOWN_FILE,
    WRONG_CASE,
    UNKNOWN_ADDRESS,
    UNKNOWN_ANCHOR,
    LINK_TO_DRAFT,
    NOT_PUBLISHABLE,
    BROKEN_PICTURE,
    PICTURE_TOO_LARGE,
    PICTURE_TOO_HEAVY,
    UNSAFE_DRAWING,
    UNKNOWN_SIGN,
    VANISHED_ADDRESS,
    WITHDRAWN_ADDRESS,
    REDIRECT_TAKEN,
    REDIRECT_CLASH,
    REDIRECT_LOOP,
    TOO_MANY_REDIRECTS,
)
