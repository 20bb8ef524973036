"""Pages become files: Jinja templates that see one view and nothing else."""

from zorgpact_site.rendering.pages import Rendered, Renderer, renderer

__all__ = ["Rendered", "Renderer", "renderer"]
