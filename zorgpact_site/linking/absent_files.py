"""Files that a path leads to in vain: what was perhaps meant, and why a picture cannot be shown."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zorgpact_site.contact_details import dialled
from zorgpact_site.diagnostics import Diagnostic, Location, Relink, problem
from zorgpact_site.diagnostics import reference_rules as rules
from zorgpact_site.diagnostics.text_rules import OUTSIDE_PICTURE
from zorgpact_site.fields.types import shown
from zorgpact_site.media import PICTURES, Media, Trouble, extension
from zorgpact_site.names import fold, nearest

MARKS = "\"'“”„‘’"  # around a path they are no part of it
_BETWEEN = re.compile(r"[ _-]+")
_NO_COLON = re.compile(r"https?:?/{1,2}((?:[\w-]+\.)+[a-z]{2,}(?:/.*)?)", re.IGNORECASE)
_PHONE = re.compile(r"(?:0|\+\d)[\d .()-]{7,18}")
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Ends of addresses that are no ends of files.
_SITE = re.compile(
    r"(?:www\.|(?:[\w-]+\.)+(?:nl|com|org|net|eu|info|be|de|frl|amsterdam)(?![\w.-]))"
)


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """Paths of files by forms in which they may be typed: as every path that is absent asks."""

    by_fold: Mapping[str, Sequence[str]]
    by_words: Mapping[str, Sequence[str]]
    by_name: Mapping[str, str]

    def has(self, wanted: str) -> bool:
        """Whether it is one of them as it stands."""
        return wanted in self.by_fold.get(fold(wanted), ())

    def alike(self, wanted: str) -> tuple[str, ...]:
        """Those that differ in capitals, and in spaces and signs between words, at the most."""
        return tuple(self.by_words.get(_dashed(wanted), ()))

    def near(self, wanted: str) -> tuple[str, ...]:
        """Those with a name like the wanted one, wherever they are; folders say little."""
        typed = posixpath.basename(wanted.replace("\\", "/"))
        return tuple(self.by_name[name] for name in nearest(typed, self.by_name))


def known_files(paths: Iterable[str]) -> KnownFiles:
    """Gather the paths of all files that a path may lead to."""
    by_fold: dict[str, list[str]] = defaultdict(list)
    by_words: dict[str, list[str]] = defaultdict(list)
    by_name: dict[str, str] = {}
    for path in paths:
        by_fold[fold(path)].append(path)
        by_words[_dashed(path)].append(path)
        by_name.setdefault(posixpath.basename(path), path)
    return KnownFiles(by_fold, by_words, by_name)


def absence(
    target: str,
    wanted: str,
    where: Location,
    known: KnownFiles,
    path: str,
    *,
    meant: str = "",
    is_sure: bool = False,
    guessing: bool = True,
) -> tuple[Diagnostic, tuple[str, ...]]:
    """What to say of a `target` typed in the file at `path`, and the files that are like it.

    `wanted` is where it would lie, `known` are all files that it may lead to. What was `meant`,
    perhaps surely, is the file of a page: of another name now, or typed as its address. Only when
    `guessing` are all names looked through for one that is nearly it.
    """
    folder = posixpath.dirname(path)
    same = known.by_fold.get(fold(wanted), ())
    if same:
        actual = posixpath.relpath(same[0], folder)
        fix = (Relink(where, target, actual),) if len(same) == 1 else ()
        told = problem(
            rules.WRONG_CASE, where, near=(actual,), fix=fix, value=target, actual=actual
        )
        return told, (same[0],)
    alike = () if meant else known.alike(wanted)
    if len(alike) == 1:  # spaces in a name often give way to dashes
        meant, is_sure = posixpath.relpath(alike[0], folder), True
    if not meant and (cleaned := _cleaned(target, folder, known)):
        meant, is_sure = cleaned, True
    near = alike if is_sure or meant or not guessing else known.near(wanted)
    files = (meant,) if meant else tuple(posixpath.relpath(one, folder) for one in near)
    close = _elsewhere(target) or files
    fix = (Relink(where, target, meant),) if is_sure else ()
    return problem(rules.UNKNOWN_FILE, where, near=close, fix=fix, value=shown(target)), near


def _cleaned(target: str, folder: str, known: KnownFiles) -> str:
    """A path with the slashes of Windows or marks around it, as it should be; empty when absent."""
    path = target.strip(MARKS).replace("\\", "/")
    wanted = posixpath.normpath(posixpath.join(folder, path))
    return path if path != target and known.has(wanted) else ""


def _dashed(path: str) -> str:
    return _BETWEEN.sub("-", fold(path))


def trouble_of(media: Media, trouble: Trouble, target: str, where: Location) -> Diagnostic:
    """Why a picture cannot be published, for its editor."""
    match trouble:
        case Trouble.BROKEN:
            return problem(rules.BROKEN_PICTURE, where, value=target)
        case Trouble.TOO_LARGE:
            return problem(rules.PICTURE_TOO_LARGE, where, value=target)
        case Trouble.TOO_HEAVY:
            size = f"{media.size / 1e6:.0f}"
            return problem(rules.PICTURE_TOO_HEAVY, where, value=target, size=size)
        case Trouble.UNSAFE:
            found = shown(media.look.found)
            return problem(rules.UNSAFE_DRAWING, where, value=target, found=found)


def told_elsewhere(target: str, where: Location, kinds: Sequence[str]) -> Diagnostic:
    """What to say of the address of another site where a file of this one belongs."""
    if set(kinds) <= set(PICTURES):
        return problem(OUTSIDE_PICTURE, where, value=shown(target))
    return problem(rules.UNKNOWN_FILE, where, near=(f"url: {target}",), value=shown(target))


def _elsewhere(target: str) -> tuple[str, ...]:
    """The address of another site or of a mailbox, when it was typed without its beginning."""
    if _MAILBOX.fullmatch(target):
        return (f"mailto:{target}",)
    if _PHONE.fullmatch(target):
        return (f"tel:{dialled(target)}",)
    if without_colon := _NO_COLON.fullmatch(target):
        return (f"https://{without_colon[1]}",)
    is_page = _SITE.match(target) and extension(target) not in PICTURES
    return (f"https://{target}",) if is_page else ()
