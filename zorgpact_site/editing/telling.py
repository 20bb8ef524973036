"""What an editor reads while making a text: questions, and what is wrong with an answer."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from zorgpact_site.diagnostics import Diagnostic
from zorgpact_site.diagnostics.file_rules import ADDRESS_CLASH
from zorgpact_site.diagnostics.reference_rules import AMBIGUOUS_LINK
from zorgpact_site.editing.new import Request
from zorgpact_site.names import nearest
from zorgpact_site.reporting.messages import Messages

_WIDTH = 96


def labels(messages: Messages) -> Mapping[str, str]:
    """The words of the question for each key."""
    text = messages.text
    return {
        "title": text("Title"),
        "event": text("Name of the meeting, if the article is about one"),
        "date": text("Date, as 2018-03-27, 2018-03 or 2018"),
        "region": text("Region"),
        "koplopers": text("Koploper"),
        "themes": text("Theme"),
        "series": text("Series of meetings it belongs to"),
        "location": text("Location"),
        "joined": text("Joined the Kopgroep, as 2018-03-27, 2018-03 or 2018"),
        "website": text("Website, starting with https://"),
        "aliases": text("Another name for it"),
        "place": text("Town in the middle of the region"),
        "color": text("Colour, as #0f4c5c"),
        "order": text("Place in the list of themes"),
        "kind": text("Kind of tool, such as handreiking"),
        "regions": text("Region it comes from"),
        "url": text("Web address of the tool, starting with https://"),
    }


def question(label: str, messages: Messages, *, needed: bool, default: str, more: bool) -> str:
    """A question with what the Enter key alone will do."""
    if more:
        return messages.text("{question} (one more, or Enter when done)", question=label)
    if default:
        return messages.text("{question} (Enter for {default})", question=label, default=default)
    return label if needed else messages.text("{question} (Enter to skip)", question=label)


def told(problem: Diagnostic, messages: Messages, *, place: bool = True) -> str:
    """What is wrong and what to do, after the flag or file that it is about."""
    message, hint = messages.message(problem), messages.hint(problem)
    values = dict(problem.values)
    if problem.rule is ADDRESS_CLASH:
        hint = messages.text("choose another title, or an address of its own with --slug")
    elif problem.rule is AMBIGUOUS_LINK:
        message = messages.text("[[{value}]] would no longer lead to one page", **values)
        hint = messages.text(
            "choose another name, or first write there which page is meant: {choices}", **values
        )
    start = f"{problem.where.path}: " if place else ""
    return f"{start}{message}\n  {hint}"


def listed(names: Sequence[str], messages: Messages) -> str:
    """The names there are to choose from."""
    text = messages.text("known so far: {names}", names=", ".join(names))
    return fill(text, _WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def missing(key: str, kind: str, messages: Messages) -> str:
    """That a value must be given, and how."""
    if key == "title":
        command = f'zorgpact new {kind} "…"'
        return messages.text("the title is missing; write it last: {command}", command=command)
    return messages.text("a meeting needs {flag} too", flag=f"--{key}")


def nothing_to_choose(kind: str, messages: Messages) -> str:
    """That a name is needed while there is none yet."""
    command = f"zorgpact new {kind}"
    return messages.text(
        "there is nothing to choose yet; first make one: {command}", command=command
    )


def what_next(
    request: Request, series: Sequence[str], command: str, messages: Messages
) -> Iterator[str]:
    """How to go on: write, look, publish; and that a new series looks like an old one."""
    text = messages.text
    yield text("write the text there; {command} shows the page", command=command)
    if request.draft:
        yield text("it is a draft: remove the line draft: true to publish it")
    named = request.values.get("series")
    if isinstance(named, str) and named not in series:
        near = nearest(named, series)
        if near:
            yield text(
                "“{value}” is a new series; or did you mean “{near}”?", value=named, near=near[0]
            )
