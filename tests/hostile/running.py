"""A case is laid down and built, in process; what came of it is compared with what must."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.case import BASE, Case, Content
from tests.hostile.judging import unsafe_in
from tests.small_site import TODAY
from zorgpact_site.build import Built, examine, finish
from zorgpact_site.diagnostics import Diagnostic, Severity
from zorgpact_site.scan import scan


def lay(site: Path, files: Mapping[str, Content]) -> None:
    """Write the files of a site; an empty text takes a file of the base away."""
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str | bytes):
            data = content.encode() if isinstance(content, str) else content
            if data:
                path.write_bytes(data)
        else:
            content.lay(path, site)


def told(one: Diagnostic) -> str:
    """A mistake as cases spell it."""
    sign = "!" if one.weight is Severity.WARNING else ""
    where = one.where
    return f"{where.path}:{where.line}:{where.column}+{where.length} {one.rule.slug}{sign}"


def built_in(site: Path) -> Built:
    """Build the site in a folder, without what takes seconds.

    With a mistake in it no pages are made, which takes most of the time; those in templates are
    found by making pages, so where there are only such, all are.
    """
    inputs = scan(site, TODAY)
    examined = examine(inputs)
    found = examined.weighed()
    if any(one.weight is Severity.ERROR for one in found):
        return Built((), found)
    return finish(inputs, examined)


def judge(case: Case, built: Built) -> list[str]:
    """All that came out otherwise than it must; nothing when all is well."""
    found = sorted(told(one) for one in built.diagnostics)
    if found != case.expected:
        surplus, absent = Counter(found), Counter(case.expected)
        return [
            *(f"told: {one}" for one in (surplus - absent).elements()),
            *(f"not told: {one}" for one in (absent - surplus).elements()),
        ]
    if bool(built.artifacts) is bool(case.exit_code):
        return ["published" if built.artifacts else "not published"]
    return judge_files(case, files_of(built)) if built.artifacts else []


def judge_files(case: Case, files: Mapping[str, bytes]) -> list[str]:
    """All that is wrong with the files of a case that appeared."""
    wrong = [
        one
        for path, data in files.items()
        if base_files().get(path) != data
        for one in unsafe_in(path, data)
    ]
    for path, lines in case.shows.items():
        text = files.get(path, b"").decode()
        wrong += [f"{path} lacks {line!r}" for line in lines if line not in text]
    for path, lines in case.never.items():
        text = files.get(path, b"").decode()
        wrong += [f"{path} holds {line!r}" for line in lines if line in text]
    return wrong


def files_of(built: Built) -> dict[str, bytes]:
    """What was made of texts, by path; pictures and documents are copied later."""
    return {one.path: one.data for one in built.artifacts if isinstance(one.data, bytes)}


@cache
def base_files() -> dict[str, bytes]:
    """What comes of the site that all cases are laid over."""
    with TemporaryDirectory() as folder:
        lay(Path(folder), BASE)
        return files_of(built_in(Path(folder)))
