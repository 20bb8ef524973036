"""The renderer of markdown-it with its plainest tokens written at once: the same HTML."""

from collections.abc import Sequence

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

# What is written for these whatever stands around them.
_FIXED = {
    "softbreak": "\n",
    "hardbreak": "<br />\n",
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
}


class QuickRenderer(RendererHTML):
    """Writes text and fixed tags itself and leaves the rest to the rules."""

    def renderInline(  # noqa: N802 - called by this name
        self, tokens: Sequence[Token], options: OptionsDict, env: EnvType
    ) -> str:
        """The HTML of the tokens of a block."""
        out: list[str] = []
        for at, token in enumerate(tokens):
            kind = token.type
            if kind == "text":
                out.append(escapeHtml(token.content))
            elif kind in _FIXED:
                out.append(_FIXED[kind])
            else:
                rule = self.rules.get(kind, self.renderToken)
                out.append(rule(tokens, at, options, env))
        return "".join(out)

    def renderToken(  # noqa: N802 - likewise
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """The tag of a token."""
        token = tokens[idx]
        if token.hidden:
            return ""
        if token.nesting < 0 and token.block and not token.attrs:
            return f"</{token.tag}>\n"
        return super().renderToken(tokens, idx, options, env)
