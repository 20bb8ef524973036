"""References as tokens hold them become references with a place and a target."""

import re
from urllib.parse import unquote

from markdown_it.token import Token

from zorgpact_site.diagnostics import Diagnostic, Edit, Location, Relink, Replace, problem
from zorgpact_site.diagnostics import text_rules as rules
from zorgpact_site.fields.types import shown
from zorgpact_site.model.body import Manner, Reference
from zorgpact_site.reading.markdown.headings import plain
from zorgpact_site.reading.markdown.places import Block
from zorgpact_site.reading.markdown.tracking import untracked
from zorgpact_site.web_addresses import is_web_address
from zorgpact_site.wording import educated

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_MAIL_OR_PHONE = re.compile(r"mailto:[^\s@]+@[^\s@]+|tel:\+?[\d\-().]+", re.IGNORECASE)
_LOCAL = re.compile(r"file:|[a-z]:[/\\]", re.IGNORECASE)
# Where a preview stands, with the path of the page in it.
_THIS_COMPUTER = re.compile(
    r"https?://(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])(?::\d+)?(/[^?#]*)?(?:[?#].*)?",
    re.IGNORECASE,
)
_NO_HOST = re.compile(r"https?:/{0,2}|mailto:|tel:", re.IGNORECASE)
# `http:/site.nl`, `https:www.site.nl` and `htps://site.nl`.
_WEB_SLIP = re.compile(r"ht{1,3}p?s?:/{0,3}((?:[\w-]+\.)+[a-z]{2,}(?:[/?#].*)?)", re.IGNORECASE)


def is_external(target: str) -> bool:
    """Whether a target has a scheme or a host of its own."""
    return target.startswith("//") or bool(_SCHEME.match(target))


def wiki_reference(token: Token, block: Block, found: list[Diagnostic]) -> Reference:
    """The reference of a `[[name#heading|label]]`."""
    where = block.token(token)
    name, _, anchor = str(token.meta["wiki"]).partition("#")
    if not name.strip() and not anchor.strip():
        found.append(problem(rules.EMPTY_LINK, where, part="address"))
    label = str(token.meta["label"])
    return Reference(Manner.WIKI, name.strip(), anchor.strip(), where, title=label)


def link_reference(
    token: Token, inside: list[Token], block: Block, found: list[Diagnostic]
) -> Reference:
    """The reference of a `[text](target#anchor)` or a bare web address."""
    where = block.token(token)
    href = str(token.attrs.get("href", ""))
    if not href or _NO_HOST.fullmatch(href):
        found.append(problem(rules.EMPTY_LINK, where, part="address"))
    elif not plain(inside).strip():
        found.append(problem(rules.EMPTY_LINK, where, part="text"))
    plainly = unquote(href)
    # What leads elsewhere once it is decoded is judged too: `javascript%3A` hides a scheme.
    if is_external(href) or is_external(plainly):
        manner = Manner.BARE if token.info == "auto" else Manner.LINK
        if manner is Manner.BARE and _is_half(href, block) and not is_web_address(href):
            return Reference(manner, "", "", where)
        if told := _of_a_preview(href, where, manner, block) or _tracked(
            href, where, manner, block
        ):
            found.append(told)
        return Reference(manner, _judged(href, where, found), "", where)
    target, _, anchor = plainly.partition("#")
    return Reference(Manner.LINK, target, anchor, where)


def image_reference(token: Token, block: Block, found: list[Diagnostic]) -> Reference:
    """The reference of an `![description](target "caption")`."""
    where = block.token(token)
    src = str(token.attrs.get("src", ""))
    alt = educated(plain(token.children or ()).strip())
    if not alt:
        found.append(problem(rules.MISSING_ALT, where))
    elif not src:
        found.append(problem(rules.EMPTY_LINK, where, part="address"))
    plainly = unquote(src)
    if _LOCAL.match(plainly):
        found.append(_of_own_computer(plainly, where))
    elif is_external(src) or is_external(plainly):
        found.append(problem(rules.OUTSIDE_PICTURE, where, value=shown(plainly)))
    title = educated(str(token.attrs.get("title", "")))
    return Reference(Manner.IMAGE, plainly, "", where, alt, title)


def _is_half(href: str, block: Block) -> bool:
    """Whether an address is what stands before the space in `[text](address with a space)`."""
    return f"]({href} " in block.content


def _of_own_computer(path: str, where: Location) -> Diagnostic:
    name = re.split(r"[/\\]", path)[-1]
    return problem(rules.LOCAL_FILE, where, value=shown(path), name=shown(name or "naam"))


def _of_a_preview(url: str, where: Location, manner: Manner, block: Block) -> Diagnostic | None:
    """What to say of an address that was copied from a preview; nothing of others."""
    match = _THIS_COMPUTER.fullmatch(url)
    if match is None:
        return None
    path = match[1] or "/"
    typed = url.partition("#")[0]
    if manner is Manner.BARE:
        at = max(block.content.find(url), 0)
        where = block.locate(at, at + len(url))
        return problem(rules.LOCAL_ADDRESS, where, near=(f"[…]({path})",), value=shown(url))
    fix = (Relink(where, typed, path),)
    return problem(rules.LOCAL_ADDRESS, where, near=(path,), fix=fix, value=shown(url))


def _tracked(url: str, where: Location, manner: Manner, block: Block) -> Diagnostic | None:
    """What to say of an address that tells others who came from where; nothing of others."""
    clean = untracked(url)
    if not clean:
        return None
    if manner is Manner.BARE:
        at = block.content.find(url)
        where = block.locate(at, at + len(url)) if at >= 0 else where
        fix: tuple[Edit, ...] = (Replace(where, clean),) if at >= 0 and block.typed else ()
    else:
        typed = unquote(url.partition("#")[0])
        fix = (Relink(where, typed, clean.partition("#")[0]),)
    return problem(rules.TRACKED_LINK, where, near=(shown(clean),), fix=fix)


def _judged(href: str, where: Location, found: list[Diagnostic]) -> str:
    """The address, or nothing when no page may lead there: it goes no further than here."""
    if is_web_address(href) or _MAIL_OR_PHONE.fullmatch(href):
        return href
    if _LOCAL.match(plainly := unquote(href)):
        found.append(_of_own_computer(plainly, where))
        return ""
    if _NO_HOST.fullmatch(href):
        return ""  # said already
    slip = _WEB_SLIP.fullmatch(href)
    near = (f"https://{slip[1]}",) if slip else ()
    found.append(problem(rules.UNSAFE_LINK, where, near=near, value=shown(href)))
    return ""
