"""Jinja with fewer steps to the same text, for views that have all that templates ask for.

Most of the time of a page goes to what Jinja does in case something is not there, or is not what
it seems. `QuickEnvironment` leaves that out: its templates take attributes, print texts and call
macros as Python would. Where that fails they raise, even where plain Jinja would give a text. So
an error here says nothing yet: the plain `Environment` has the last word.
"""

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# The same as `escape`, which makes it a `Markup` too; not all versions of MarkupSafe have it.
quick_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
_marked = str.__new__  # what `Markup(text)` comes to for a text
_ASKED_OF_THE_ABSENT = {"default", "d", "defined", "undefined", "none"}


class _QuickCode(CodeGenerator):
    """Writes the Python of a template."""

    _may_be_absent = False
    _printed: nodes.Expr | None = None

    def visit_Template(  # noqa: N802 - of Jinja
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        self.writeline(f"from {__name__} import quick_escaped, quick_shown")
        super().visit_Template(node, frame)

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """What blocks and templates give goes on as one text, not through all that hold them."""
        whole = "yield from "
        if x.startswith(whole):
            x = f"yield concat({x.removeprefix(whole)})"
        super().writeline(x, node, extra)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """A part is looked up once, as long as it needs nothing of the page."""
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
        else:
            self.write(f"environment.part({node.template.value!r}, {self.name!r}, context)")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - of Jinja
        if self._may_be_absent or iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    @contextmanager
    def _filter_test_common(
        self, node: nodes.Filter | nodes.Test, frame: Frame, is_filter: bool
    ) -> Iterator[None]:
        """What `is defined` or `default` is asked of may be absent."""
        outer, self._may_be_absent = self._may_be_absent, node.name in _ASKED_OF_THE_ABSENT
        with super()._filter_test_common(node, frame, is_filter):
            yield
            self._may_be_absent = outer

    def visit_Call(  # noqa: N802 - of Jinja
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if not _by_place(node) or not _escapes(frame):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        call = "call_around" if forward_caller else "called" if node is self._printed else "call"
        self.write(f"environment.{call}(context, ")
        if forward_caller:
            self.write("caller, ")
        for one in (node.node, *node.args):
            self.visit(one, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame):
            super()._output_child_pre(node, frame, finalize)
        elif isinstance(node, nodes.Call) and _by_place(node):
            self._printed = node
            self.write("(")
        else:
            self.write("(quick_escaped(shown) if type(shown := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame):
            super()._output_child_post(node, frame, finalize)
        elif node is self._printed:
            self.write(")")
        else:
            self.write(") is str else quick_shown(shown))")


def _by_place(call: nodes.Call) -> bool:
    """Whether all that is given in a call has its place, and none a name."""
    return not (call.kwargs or call.dyn_args or call.dyn_kwargs)


def _escapes(frame: Frame) -> bool:
    return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


def quick_shown(value: Any) -> str:
    """What a page shows of a value, escaped if need be."""
    kind = type(value)
    if kind is str:
        return quick_escaped(value)
    markup: Markup = value if kind is Markup else escape(value)
    return markup


class QuickEnvironment(Environment):
    """An environment whose templates raise where those of another may give a text."""

    code_generator_class = _QuickCode

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._parts: dict[str, TemplateModule] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Nothing comes over the globals, so no map of maps is needed, which is slow to look in."""
        return super().make_globals(d) if d else self.globals

    def part(self, name: str, parent: str, context: Context) -> TemplateModule:
        """The template that others import from."""
        known = self._parts.get(name)
        if known is None:
            known = self._parts[name] = self.get_template(name, parent)._get_default_module(context)
        return known

    @staticmethod
    def call(context: Context, macro: Any, *given: Any) -> Any:
        """Call a macro, or anything else, with arguments by place."""
        if type(macro) is Macro and not (macro.caller or macro.catch_kwargs or macro.catch_varargs):
            absent = macro._argument_count - len(given)
            if not absent:
                return _marked(Markup, macro._func(*given))
            if absent > 0:
                return _marked(Markup, macro._func(*given, *[missing] * absent))
        return context.call(macro, *given)

    @staticmethod
    def called(context: Context, macro: Any, *given: Any) -> str:
        """The text of such a call as a page shows it."""
        if type(macro) is Macro and not (macro.caller or macro.catch_kwargs or macro.catch_varargs):
            absent = macro._argument_count - len(given)
            if absent >= 0:
                more = (missing,) * absent
                text: str = macro._func(*given, *more) if more else macro._func(*given)
                return text
        return quick_shown(context.call(macro, *given))

    @staticmethod
    def call_around(context: Context, caller: Macro, macro: Any, *given: Any) -> Any:
        """Call a macro with the block that it is called around."""
        if (
            type(macro) is Macro
            and macro.caller
            and not (macro.explicit_caller or macro.catch_kwargs or macro.catch_varargs)
            and macro._argument_count == len(given)
        ):
            return _marked(Markup, macro._func(*given, caller))
        return context.call(macro, *given, caller=caller)
