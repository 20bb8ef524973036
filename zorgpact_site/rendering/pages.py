"""Each page by its template, or the mistake in that template."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from zorgpact_site.artifact import Artifact
from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics.file_rules import TEMPLATE_ERROR
from zorgpact_site.planning.page import DrawnPage
from zorgpact_site.rendering.once import once
from zorgpact_site.rendering.quick import QuickEnvironment
from zorgpact_site.rendering.seams import seams

_FOLDER = "templates"
# A template can add a text to a number or call itself without end; that is a mistake in it too.
_MISTAKES = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    SyntaxError,  # Jinja writes Python, and looks on while a name is given twice
    RecursionError,
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered page, or the reason why there is none."""

    artifact: Artifact | None
    diagnostics: tuple[Diagnostic, ...] = ()


class Renderer:
    """Renders pages with templates, given by name; it may be handed to another process.

    What is `compiled` of them may be known from before.
    """

    def __init__(
        self, templates: Mapping[str, bytes], compiled: BytecodeCache | None = None
    ) -> None:
        self._templates = dict(templates)
        files = tuple(sorted(templates.items()))
        self._quick = _environment(QuickEnvironment, files, compiled)
        self._plain = _environment(Environment, files, compiled)
        self._not_quick: set[str] = set()

    def __reduce__(self) -> tuple[type["Renderer"], tuple[dict[str, bytes]]]:
        """Templates travel, what was compiled of them does not: it may be another machine."""
        return Renderer, (self._templates,)

    def __call__(self, page: DrawnPage) -> Rendered:
        """Make the file of a page."""
        shown = {"page": page.view, "data": page.data}
        if page.template not in self._not_quick:
            try:
                html = self._quick.get_template(page.template).render(shown)
                return Rendered(Artifact(page.path, html.encode()))
            except Exception:
                # Plain Jinja may give a text all the same, and else it tells best what is wrong.
                self._not_quick.add(page.template)
        try:
            html = self._plain.get_template(page.template).render(shown)
        except _MISTAKES as error:
            return Rendered(None, (_mistake(error, page.template),))
        return Rendered(Artifact(page.path, html.encode()))


def renderer(templates: Mapping[str, bytes], compiled: BytecodeCache | None = None) -> Renderer:
    """Make what renders pages with these templates."""
    return Renderer(templates, compiled)


@lru_cache(maxsize=4)
def _environment(
    kind: type[Environment], files: tuple[tuple[str, bytes], ...], compiled: BytecodeCache | None
) -> Environment:
    """Templates compiled as they are asked for, and kept: a preview builds again and again."""
    templates = dict(files)

    def load(name: str) -> tuple[str, str, None] | None:
        data = templates.get(name)
        if data is None:
            return None
        try:
            return data.decode("utf-8"), f"{_FOLDER}/{name}", None
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError(
                "not saved as UTF-8", line, name, f"{_FOLDER}/{name}"
            ) from error

    environment = kind(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(load),
        bytecode_cache=compiled,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        optimized=False,  # to look for sums that can be done beforehand takes longer than those
    )
    environment.filters["once"] = once()
    environment.filters["seams"] = seams
    return environment


def _mistake(error: Exception, template: str) -> Diagnostic:
    """Where in which template: Jinja's own errors know, others left a trace through it."""
    path, line = f"{_FOLDER}/{template}", 1
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or path, error.lineno
    else:
        trace = error.__traceback__
        while trace is not None:
            filename = trace.tb_frame.f_code.co_filename
            if filename.startswith(f"{_FOLDER}/"):
                path, line = filename, trace.tb_lineno
            trace = trace.tb_next
    reason = str(error) or type(error).__name__
    return problem(TEMPLATE_ERROR, Location(path, line), reason=reason)
