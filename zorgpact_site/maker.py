"""Pages and files as drawn become bytes: pages by templates, files by their writers."""

from collections.abc import Mapping

from jinja2 import BytecodeCache

from zorgpact_site.outputs.writing import write_file
from zorgpact_site.planning.page import DrawnFile, DrawnPage
from zorgpact_site.rendering import Rendered, renderer


class Maker:
    """Makes pages with these templates, and files; travels to other processes as templates.

    What is `compiled` of them may be known from before.
    """

    def __init__(
        self, templates: Mapping[str, bytes], compiled: BytecodeCache | None = None
    ) -> None:
        self.templates = templates
        self._render = renderer(templates, compiled)

    def __reduce__(self) -> tuple[type["Maker"], tuple[Mapping[str, bytes]]]:
        return Maker, (self.templates,)

    def __call__(self, drawn: DrawnPage | DrawnFile) -> Rendered:
        """Make one."""
        return self._render(drawn) if isinstance(drawn, DrawnPage) else Rendered(write_file(drawn))
