"""Rules about links to other sites, which only `zorgpact links` looks at."""

from zorgpact_site.diagnostics.vocabulary import Rule, Severity

DEAD_LINK = Rule(
    "dead-link",
    Severity.ERROR,
    "“{url}” leads nowhere any more: {cause}",
    "find out where the page is now, link to a copy in a web archive, or take the link away",
    "Only zorgpact links looks at this, never a build. An address is dead when its site says "
    "that there is no such page (404 or 410) to a question as browsers ask it, or when no site "
    "has its name. A page that says so only in words is not noticed, and the place on a page "
    "(what stands after #) is not looked for. What is behind a log-in is left alone.",
)
MOVED_LINK = Rule(
    "moved-link",
    Severity.WARNING,
    "“{url}” has moved for good",
    "put the new address here",
    "Only zorgpact links looks at this, never a build. The old site says that the page has "
    "another address from now on (301 or 308). One day it will stop saying so, and then the link "
    "is dead. Look whether the new address has the same page: some sites send readers to their "
    "first page instead. It is certain only when the address stays the same but for https, www, "
    "or a slash at the end. Source: RFC 9110, 15.4.",
    "look whether the page is now at {names}, and put that address here",
)
UNREACHABLE_LINK = Rule(
    "unreachable-link",
    Severity.WARNING,
    "“{url}” could not be reached: {cause}",
    "perhaps only for a while: open the address yourself, and type zorgpact links again later",
    "Only zorgpact links looks at this, never a build. A site that gives no answer, has a fault "
    "or asks to come back later may be well again tomorrow, so this stops nobody. An address in a "
    "private network is not visited unless asked with --allow-local, as readers elsewhere "
    "cannot get there.",
)

RULES = (DEAD_LINK, MOVED_LINK, UNREACHABLE_LINK)
