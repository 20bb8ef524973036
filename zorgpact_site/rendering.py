"""Pages become files: Jinja templates that see one view and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from zorgpact_site.artifact import Artifact
from zorgpact_site.diagnostics import Diagnostic, Location, problem
from zorgpact_site.diagnostics.file_rules import TEMPLATE_ERROR
from zorgpact_site.planning.page import Page

_FOLDER = "templates"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered page, or the reason why there is none."""

    artifact: Artifact | None
    diagnostics: tuple[Diagnostic, ...] = ()


def renderer(templates: Mapping[str, bytes]) -> Callable[[Page], Rendered]:
    """Make the function that renders pages with these templates, given by name."""
    environment = _environment(tuple(sorted(templates.items())))

    def render_page(page: Page) -> Rendered:
        view = page.view
        try:
            html = environment.get_template(page.template).render(page=view, data=page.data(view))
        except TemplateError as error:
            return Rendered(None, (_mistake(error, page.template),))
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            # A template can add a text to a number; that is a mistake in the template too.
            return Rendered(None, (_mistake(error, page.template),))
        return Rendered(Artifact(page.path, html.encode()))

    return render_page


@lru_cache(maxsize=2)
def _environment(files: tuple[tuple[str, bytes], ...]) -> Environment:
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

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(load),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )


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
