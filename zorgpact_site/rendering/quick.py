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
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# The same as `escape`, which makes it a `Markup` too; not all versions of MarkupSafe have it.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
_marked = str.__new__  # what `Markup(text)` comes to for a text


class _QuickCode(CodeGenerator):
    """Writes the Python of a template."""

    _may_be_absent = False

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
        with super()._filter_test_common(node, frame, is_filter):
            outer, self._may_be_absent = self._may_be_absent, True
            yield
            self._may_be_absent = outer

    def visit_Call(  # noqa: N802 - of Jinja
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        named = node.kwargs or node.dyn_args or node.dyn_kwargs
        if named or not _escapes(frame):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write(f"environment.{'call_around' if forward_caller else 'call'}(context, ")
        if forward_caller:
            self.write("caller, ")
        for one in (node.node, *node.args):
            self.visit(one, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _escapes(frame):
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _escapes(frame: Frame) -> bool:
    return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


class QuickEnvironment(Environment):
    """An environment whose templates raise where those of another may give a text."""

    code_generator_class = _QuickCode

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Nothing comes over the globals, so no map of maps is needed, which is slow to look in."""
        return super().make_globals(d) if d else self.globals

    @staticmethod
    def shown(value: Any) -> str:
        """What a page shows of a value, escaped if need be."""
        kind = type(value)
        if kind is str:
            return _escaped(value)
        markup: Markup = value if kind is Markup else escape(value)
        return markup

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
