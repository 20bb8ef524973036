"""Files by their place: what is out of place, and what cannot be published at all."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics import file_rules as rules
from zorgpact_site.fields.types import shown
from zorgpact_site.kinds import MEDIA_FOLDER, Kind
from zorgpact_site.media import DOCUMENTS, PICTURES, extension
from zorgpact_site.names import nearest, slug
from zorgpact_site.portable import is_portable

_OTHER_DOCUMENTS = tuple(one for one in DOCUMENTS if one != "txt")  # which may be a text
_TEXT_FOLDERS = tuple(kind.value for kind in Kind)
_LIKE_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mdx", ".mkd", ".mkdn"})
_FOR_COLLEAGUES = "readme.md"
_FOLDERS = (*_TEXT_FOLDERS, MEDIA_FOLDER)


def check_files(
    links: Iterable[str], others: Sequence[str], media: Iterable[str]
) -> Iterable[Diagnostic]:
    """Judge symbolic links, files that are neither a text, the settings nor media, and names."""
    folders = ", ".join(_TEXT_FOLDERS)
    for path in links:
        yield problem(rules.SYMLINK, Location(path))
    yield from (unportable(path) for path in (*others, *media) if not is_portable(path))
    for path in others:
        parts = PurePosixPath(path).parts
        folder = parts[1] if len(parts) > 2 else ""  # noqa: PLR2004 - content, folder, file
        if folder in _TEXT_FOLDERS and (right := _text_name(path)):
            yield problem(rules.WRONG_ENDING, Location(path), near=(right,))
        elif path.endswith(".md") and folder:
            near = nearest(folder, _FOLDERS)
            where = Location(path)
            yield problem(rules.UNKNOWN_FOLDER, where, near=near, folder=folder, folders=folders)
        elif path.endswith(".md") and parts[-1].lower() != _FOR_COLLEAGUES:
            yield problem(rules.TEXT_WITHOUT_FOLDER, Location(path), folders=folders)
        elif folder in _TEXT_FOLDERS and extension(path) in PICTURES + _OTHER_DOCUMENTS:
            yield problem(rules.MEDIA_ELSEWHERE, Location(path), name=shown(parts[-1]))
        else:
            yield problem(rules.UNUSED_FILE, Location(path), folders=folders)


def _text_name(path: str) -> str:
    """The name that a text should have whose name ends otherwise; nothing when it is no text."""
    file = PurePosixPath(path)
    if file.suffix.lower() == ".txt" and file.stem.lower().endswith(".md"):
        return file.stem[: -len(".md")] + ".md"  # as programs add an ending that Windows hides
    return file.with_suffix(".md").name if file.suffix.lower() in _LIKE_MARKDOWN else ""


def unportable(path: str) -> Diagnostic:
    """That a file needs another name, such as the one that its address would have."""
    file = path.rpartition("/")[2]
    name = next((part for part in path.split("/") if not is_portable(part)), file)
    stem, _dot, ending = file.rpartition(".")
    plain = slug(stem) or "naam"
    example = f"{plain if is_portable(plain) else f'{plain}-1'}.{slug(ending) or 'md'}"
    return problem(rules.UNPORTABLE_NAME, Location(path), name=shown(name), example=example)
